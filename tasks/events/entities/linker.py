"""Linking phrases to entities inside one document. What is not certain stays None.

Listed persons, organisations, countries and places are known by any of their names. A person is also known by the last
part of the name and by the office, once the document has named the person in full beside it; an unlisted person
becomes an entity where the full name stands (two words or more), under a key made of the folded name.
"""

import hashlib
from collections.abc import Iterable, Sequence

from hawliyat.tasks.events.entities.gazetteer import (
    Gazetteer,
    OfficeKind,
    Sense,
    bare_forms,
    office_key,
    without_proclitics,
)
from hawliyat.tasks.events.entities.match import Cue, EntityKind, Match, MatchKind
from hawliyat.tasks.events.entities.nisba import is_people
from hawliyat.tasks.events.entities.phrase import Phrase, Title, read_phrase
from hawliyat.tasks.events.words import head_nouns
from hawliyat.tasks.model import Entity

_NAME = frozenset({"name"})  # the class of the head nouns that are names
_LONGEST_NAME = 6  # words; longer runs are clauses, not names


def person_id(name: Sequence[str]) -> str:
    """`person:` and 12 hex digits of BLAKE2b over the folded name: the same on every machine."""
    digest = hashlib.blake2b(" ".join(name).encode(), digest_size=6).hexdigest()
    return f"person:{digest}"


class Linker:
    """One document's memory. First `read` and `observe` everything, then `resolve`; the order within each is free.

    `phrases` are phrases taken apart already: they depend on their words alone, so documents may share them.
    """

    def __init__(self, gazetteer: Gazetteer, phrases: dict[str, Phrase] | None = None) -> None:
        self.gazetteer = gazetteer
        self._countries: set[str] = set()
        self._persons: dict[str, Entity] = {}
        self._by_part: dict[tuple[str, ...], set[str]] = {}
        self._by_title: dict[Title, set[str]] = {}
        self._phrases = {} if phrases is None else phrases

    def read(self, words: Sequence[str]) -> list[Match]:
        """Take in the document's folded tokens; returns the names in them (`Gazetteer.match`)."""
        matches = self.gazetteer.match(words)
        before: Match | None = None
        for match in matches:
            self._note_country(match)
            if match.kind is MatchKind.PERSON:
                titles = () if before is None else self._title_before(before, match, words)
                self._remember(
                    self.gazetteer.entities[match.entity_id], without_proclitics(words, match), titles
                )
            before = match
        return matches

    def observe(self, phrases: Iterable[str]) -> None:
        """Take in phrases that may name someone in full (`الرئيس الفرنسي إيمانويل ماكرون`)."""
        for surface in phrases:
            phrase = self._phrase(surface)
            for match in phrase.matches:
                self._note_country(match)
            person = self._named_in_full(phrase)
            if person is not None:
                self._remember(person, self._own_name(phrase), phrase.titles)

    def resolve(self, surface: str, *, place: bool = False) -> Entity | None:
        """The entity that `surface` names here, or None. `place`: the phrase says where something happened."""
        phrase = self._phrase(surface)
        if not phrase.words:
            return None
        if place:
            return self._whole(phrase, place=True)
        person = self._listed_person(phrase) or self._by_last_part(phrase) or self._unlisted_person(phrase)
        if person is not None:
            return self._persons.get(person.entity_id, person)
        if phrase.whole and phrase.titles and not phrase.name and not self._no_one_person(phrase):
            return self._holder(phrase.titles[0])
        return self._whole(phrase, place=False)

    def _title_before(self, office: Match, person: Match, words: Sequence[str]) -> tuple[Title, ...]:
        between = words[office.end : person.start]
        cue = self.gazetteer.is_cue
        if office.kind is not MatchKind.OFFICE or not all(
            cue(word, Cue.MODIFIER) or cue(word, Cue.FORMER) for word in between
        ):
            return ()
        _, slug, *country = office.entity_id.split(":")
        former = any(cue(word, Cue.FORMER) for word in between)
        return (Title(slug, country[0] if country else None, former),)

    def _phrase(self, surface: str) -> Phrase:
        if (phrase := self._phrases.get(surface)) is None:
            phrase = self._phrases[surface] = read_phrase(self.gazetteer, surface)
        return phrase

    def _note_country(self, match: Match) -> None:
        entity = self.gazetteer.entity(match.entity_id)
        if entity is not None and entity.country is not None:
            self._countries.add(entity.country)

    def _remember(self, person: Entity, name: Sequence[str], titles: Iterable[Title]) -> None:
        self._persons.setdefault(person.entity_id, person)
        for part in [*self._last_parts(name), *self.gazetteer.nicknames.get(person.entity_id, ())]:
            self._by_part.setdefault(part, set()).add(person.entity_id)
        for title in titles:
            office = self.gazetteer.offices[title.slug]
            for slug in filter(None, (title.slug, office.general)):
                for country in {title.country or person.country, None}:
                    key = Title(slug, country, title.former)
                    self._by_title.setdefault(key, set()).add(person.entity_id)

    def _last_parts(self, name: Sequence[str]) -> list[tuple[str, ...]]:
        """What a text shortens a name to: its tail, never beginning inside عبد X or بن X, and first with last."""
        parts = [tuple(name)]
        for start in range(1, len(name)):
            if name[start - 1] not in self.gazetteer.binding_particles:
                parts.append(tuple(name[start:]))
        if len(name) > 2:
            parts.append((name[0], name[-1]))
        return parts

    def _own_name(self, phrase: Phrase) -> Sequence[str]:
        for match in phrase.matches:
            if match.kind is MatchKind.PERSON:
                return without_proclitics(phrase.words, match)
        return _bare_name(phrase.name)

    def _named_in_full(self, phrase: Phrase) -> Entity | None:
        """The person whom the phrase names outright: a listed one, or an unlisted one by two words or more."""
        return self._listed_person(phrase) or self._unlisted_person(phrase)

    def _listed_person(self, phrase: Phrase) -> Entity | None:
        persons = [match for match in phrase.matches if match.kind is MatchKind.PERSON]
        if len({match.entity_id for match in persons}) != 1 or self._no_one_person(phrase):
            return None
        match = persons[0]
        # The person must head the phrase (نظام صدام حسين is not he) and be alone in it (ماكرون ووزيره).
        after = phrase.words[match.end : phrase.name_start + len(phrase.name)]
        if match.start not in (0, phrase.name_start) or any(word.startswith("و") for word in after):
            return None
        return self.gazetteer.entities[match.entity_id]

    def _unlisted_person(self, phrase: Phrase) -> Entity | None:
        name = phrase.name
        if not phrase.whole or not 2 <= len(name) <= _LONGEST_NAME or not self._looks_like_name(phrase):
            return None
        if self._no_one_person(phrase):
            return None
        country = next((title.country for title in phrase.titles if title.country), None)
        key = person_id(_bare_name(name))
        return Entity(key, phrase.name_surface, None, EntityKind.PERSON, country, None, None)

    def _no_one_person(self, phrase: Phrase) -> bool:
        """حكومة نواف سلام، وفد فني: a body, whoever heads it; وزراء خارجية: several who hold the office."""
        first = next((m for m in phrase.matches if m.kind is MatchKind.OFFICE), None)
        if first is None or first.start:
            return False
        _, slug, *_ = first.entity_id.split(":")
        several = tuple(without_proclitics(phrase.words, first)) in self.gazetteer.several_holders
        return several or (self.gazetteer.offices[slug].kind is OfficeKind.INSTITUTION and bool(phrase.name))

    def _looks_like_name(self, phrase: Phrase) -> bool:
        gazetteer, name = self.gazetteer, _bare_name(phrase.name)
        inside = range(phrase.name_start, phrase.name_start + len(name))
        # A town or a nisba may be a surname (رشيد، التونسي); the name of a state or of an organisation is none.
        if any(
            match.start in inside and match.kind not in (MatchKind.PLACE, MatchKind.NISBA)
            for match in phrase.matches
        ):
            return False
        if any(len(word) < 2 or not word.isalpha() for word in name):
            return False
        certain = [gazetteer.is_certain_given_name(word) for word in name]
        known = name[0] in gazetteer.given_names
        bound = name[0] in gazetteer.binding_particles and len(name) > 2  # عبد الله حمدوك, أبو مهدي المهندس
        if phrase.titles and name[0].startswith("ل") and not known and not bound:
            return False  # المدير العام لديوان الحبوب
        of_body = any(gazetteer.offices[title.slug].institution for title in phrase.titles)
        if not (known or bound) and (of_body or head_nouns().get(name[0], _NAME) != _NAME):
            return False  # مقر قيادة الجيش، رئيس جماعة تمارة: a noun, or what is of a body, is no unheard-of name
        if phrase.titles or phrase.courtesy:
            return known or bound or (len(name) <= 4 and not name[0].startswith("ال"))
        return certain[0] or bound or (known and any(certain[1:]))

    def _by_last_part(self, phrase: Phrase) -> Entity | None:
        if not phrase.whole or not phrase.name or self._no_one_person(phrase):
            return None
        found: set[str] = set()
        for cut in (phrase.name, _bare_name(phrase.name)):
            found = self._by_part.get(tuple(cut), set())
            if found:
                break
        if len(found) > 1 and phrase.titles:
            found = found & self._by_title.get(phrase.titles[0], set())
        return self._persons[next(iter(found))] if len(found) == 1 else None

    def _holder(self, title: Title) -> Entity | None:
        """The person named with this office in the document, else the office, if a country makes it definite."""
        found = self._by_title.get(title, set())
        if len(found) == 1:
            return self._persons[next(iter(found))]
        if found or title.country is None or title.former:
            return None
        return self.gazetteer.entity(office_key(self.gazetteer.offices[title.slug], title.country))

    def _whole(self, phrase: Phrase, *, place: bool) -> Entity | None:
        """A country, place or organisation that the phrase names from end to end."""
        words = phrase.words
        start = 0
        while place and start < len(words) - 1 and self.gazetteer.is_cue(words[start], Cue.PREPOSITION):
            start += 1
        announced = start
        heads = (Cue.PLACE, Cue.SURROUNDINGS) if place else (Cue.PLACE,)
        while start < len(words) - 1 and any(self.gazetteer.is_cue(words[start], cue) for cue in heads):
            start += 1
        if self.gazetteer.senses(words[announced:]):
            start = announced  # مدينة غزة and محافظة بابل are names as they stand
        if self.gazetteer.is_cue(words[start], Cue.CAPITAL):
            return self._capital(words, start + 1)
        found = [match for match in phrase.matches if match.end > start]
        if not found or found[0].start > start:
            return self._doubtful(words[start:], place=place or start > announced)
        first = found[0]
        if first.kind is MatchKind.NISBA:
            alone = first.end == len(words) and start == 0 and first.end - first.start == 1
            people = alone and is_people(words[0][first.proclitics :])
            return self.gazetteer.entity(first.entity_id) if people else None
        if not self._only_apposition(first, found[1:], words):
            return None
        if first.kind is MatchKind.OFFICE:
            return None
        return self.gazetteer.entity(first.entity_id)

    def _only_apposition(self, head: Match, rest: Sequence[Match], words: Sequence[str]) -> bool:
        """Whether what follows the head only says more of it: a nisba, or the country that holds the place."""
        end = head.end
        country = getattr(self.gazetteer.entity(head.entity_id), "country", None)
        for match in rest:
            if match.start != end or words[match.start].startswith("و"):
                return False
            same = match.entity_id == f"country:{country}"
            if match.kind not in (MatchKind.NISBA, MatchKind.COUNTRY) or not same:
                return False
            end = match.end
        return all(self.gazetteer.is_cue(word, Cue.FORMER) for word in words[end:])

    def _capital(self, words: Sequence[str], start: int) -> Entity | None:
        matches = self.gazetteer.match(words[start:])
        if not matches or matches[0].start != 0:
            return None
        first = matches[0]
        if first.kind is MatchKind.PLACE:
            return self.gazetteer.entity(first.entity_id)
        if first.kind not in (MatchKind.NISBA, MatchKind.COUNTRY):
            return None
        capital = self.gazetteer.capitals.get(first.entity_id.removeprefix("country:"))
        return None if capital is None else self.gazetteer.entity(capital)

    def _doubtful(self, words: Sequence[str], *, place: bool) -> Entity | None:
        """A name of several bearers, or an ordinary word: decided by the countries that the document names."""
        for _, first in bare_forms(words[0]):
            senses = self.gazetteer.senses([first, *words[1:]])
            if not senses:
                continue
            fitting = [sense for sense in senses if self._fits(sense, place=place)]
            return self.gazetteer.entity(fitting[0].entity_id) if len(fitting) == 1 else None
        return None

    def _fits(self, sense: Sense, *, place: bool) -> bool:
        if sense.kind in (MatchKind.NISBA, MatchKind.OFFICE, MatchKind.PERSON):
            return False
        if sense.ordinary and not place and sense.kind is not MatchKind.COUNTRY:
            return False
        entity = self.gazetteer.entities[sense.entity_id]
        return entity.country in self._countries or (sense.ordinary and sense.kind is MatchKind.COUNTRY)


def _bare_name(name: Sequence[str]) -> tuple[str, ...]:
    """The name without a proclitic that the phrase brought along; only لـ and بـ before the article can be told."""
    first = name[0]
    if first.startswith("لل") and len(first) > 4:
        first = "ال" + first[2:]
    elif first.startswith(("وال", "بال", "فال")) and len(first) > 5:
        first = first[1:]
    return (first, *name[1:])
