"""The gazetteer: folded names of countries, places, organisations, offices and persons, looked up longest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.events.entities import nisba
from hawliyat.tasks.events.entities.match import Cue, EntityKind, Match, MatchKind
from hawliyat.tasks.events.entities.names import GAZETTEER, Name, degrees, required, variants
from hawliyat.tasks.model import Entity
from hawliyat.tasks.segment.tokens import TOKEN
from hawliyat.tasks.tables import DataFileError, Row, read_rows

_MEMO_LIMIT = 300_000  # word forms kept; then the memo begins anew
_ANNOUNCING = {
    MatchKind.PLACE: (Cue.PLACE, Cue.SURROUNDINGS),
    MatchKind.COUNTRY: (Cue.COUNTRY,),
    MatchKind.ORGANISATION: (Cue.ORGANISATION,),
}


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a folded name can mean; `where` is the row that says so."""

    entity_id: str
    kind: MatchKind
    ordinary: bool
    shared: bool
    construct: (
        bool  # an office or institution in the construct state, which takes a country's name (رئيس فرنسا)
    )
    where: str


class OfficeKind(StrEnum):
    """How many can hold a title: one a country (office), many (role), or a body (institution)."""

    OFFICE = "office"
    ROLE = "role"
    INSTITUTION = "institution"


@dataclass(frozen=True, slots=True)
class Office:
    """A title (وزير الخارجية) or a state institution (الجيش): with a country beside it, it names one holder."""

    slug: str
    name_ar: str  # in the construct state
    name_en: str
    general: str | None  # the wider title that also points to the holder: الوزير for وزير الخارجية
    kind: OfficeKind

    @property
    def institution(self) -> bool:
        """Whether it is a body (الجيش) and not a person's title."""
        return self.kind is OfficeKind.INSTITUTION


def phrase_words(text: str) -> list[str]:
    """The folded tokens of a name, as `tokenize` would give them."""
    return TOKEN.findall(fold_word(text))


def bare_forms(word: str) -> Iterator[tuple[int, str]]:
    """The word, then what is left of it without و ف, without ب ل ك and with للـ read as ل + الـ: (letters cut, word)."""
    yield 0, word
    rests = [(0, word)]
    if len(word) > 3 and word[0] in "وف":
        rests.append((1, word[1:]))
        yield rests[1]
    for cut, rest in rests:
        if len(rest) < 4:
            continue
        if rest.startswith("لل"):
            yield cut + 1, "ال" + rest[2:]
        if rest[0] in "بلك":
            yield cut + 1, rest[1:]


def without_proclitics(words: Sequence[str], match: Match) -> tuple[str, ...]:
    """The words of a match without the proclitics of the first; للرئيس gives its article back."""
    first, cut = words[match.start], match.proclitics
    rest = "ال" + first[cut + 1 :] if cut and first[cut - 1 : cut + 1] == "لل" else first[cut:]
    return (rest, *words[match.start + 1 : match.end])


@dataclass(slots=True)
class Gazetteer:
    """All names, compiled once. Immutable in use but for memos: `match` and the look-ups never change what it says."""

    entities: dict[str, Entity] = field(default_factory=dict)
    offices: dict[str, Office] = field(default_factory=dict)
    several_holders: set[tuple[str, ...]] = field(default_factory=set)  # folded duals and plurals of titles
    capitals: dict[str, str] = field(default_factory=dict)  # country -> entity_id of its capital
    given_names: set[str] = field(default_factory=set)
    doubtful_given_names: set[str] = field(default_factory=set)  # names that are ordinary words as well
    name_particles: set[str] = field(
        default_factory=set
    )  # دي، فان: inside a name, but a short form may begin after them
    binding_particles: set[str] = field(
        default_factory=set
    )  # عبد، أبو، بن: one name with the word that follows
    nicknames: dict[str, list[tuple[str, ...]]] = field(
        default_factory=dict
    )  # person -> names that are ordinary words (صدام)
    not_names: dict[str, set[str]] = field(
        default_factory=dict
    )  # first word -> phrases passed over whole (مسقط رأسه)
    _senses: dict[str, tuple[Sense, ...]] = field(default_factory=dict)
    _cues: dict[Cue, set[str]] = field(default_factory=lambda: {cue: set() for cue in Cue})
    _lengths_by_second: dict[str, dict[str, tuple[int, ...]]] = field(
        default_factory=dict
    )  # first word -> second word ("" for names of one word) -> lengths of names that begin so, longest first
    _starts_of: dict[str, tuple[tuple[int, str], ...]] = field(
        default_factory=dict
    )  # memo: word -> its bare forms that begin a name
    _cue_memo: dict[Cue, dict[str, bool]] = field(default_factory=lambda: {cue: {} for cue in Cue})
    _given_memo: dict[str, bool] = field(
        default_factory=dict
    )  # word -> whether a bare form is a given name only

    def senses(self, words: Sequence[str]) -> tuple[Sense, ...]:
        """All that exactly these folded words can mean, certain or not."""
        return self._senses.get(" ".join(words), ())

    def entity(self, entity_id: str) -> Entity | None:
        """The entity with this key; None for an office that no country makes definite."""
        if (known := self.entities.get(entity_id)) is not None:
            return known
        return self._made_entity(entity_id)

    def match(self, words: Sequence[str]) -> list[Match]:
        """Names in folded tokens, left to right, longest first, not overlapping.

        A name that is also an ordinary word counts only after a noun that announces it (مدينة صور، جمهورية مالي);
        a name that several entities bear never counts here: only a document can decide it (`Linker`).
        """
        found: list[Match] = []
        starts_of = self._starts_of
        i, count = 0, len(words)
        while i < count:
            word = words[i]
            starts = starts_of.get(word)
            if starts is None:
                starts = self._starts(word)
            if not starts:
                i += 1
                continue
            match = self._match_at(words, i, starts)
            if match is None:
                i += 1
            elif self.not_names and (end := self._not_name(words, match)):
                i = end
            else:
                found.append(match)
                i = match.end
        return found

    def _starts(self, word: str) -> tuple[tuple[int, str], ...]:
        """The bare forms of a word with which a name begins, as (letters cut, form); kept per word."""
        if len(self._starts_of) >= _MEMO_LIMIT:
            self._starts_of.clear()
        found = tuple((cut, form) for cut, form in bare_forms(word) if form in self._lengths_by_second)
        self._starts_of[word] = found
        return found

    def _not_name(self, words: Sequence[str], match: Match) -> int:
        """The end of a phrase of `not_names` that begins with the match's first word and outgrows it, or 0."""
        first = without_proclitics(words, match)[0]
        phrases = self.not_names.get(first)
        if phrases is None:
            return 0
        for end in range(min(len(words), match.start + 4), match.end, -1):
            if " ".join([first, *words[match.start + 1 : end]]) in phrases:
                return end
        return 0

    def is_cue(self, word: str, cue: Cue) -> bool:
        """Whether a folded word is of this class, with or without proclitics (بمدينة، والدكتور)."""
        memo = self._cue_memo[cue]
        known = memo.get(word)
        if known is None:
            if len(memo) >= _MEMO_LIMIT:
                memo.clear()
            words = self._cues[cue]
            known = memo[word] = any(form in words for _, form in bare_forms(word))
        return known

    def _match_at(self, words: Sequence[str], i: int, starts: tuple[tuple[int, str], ...]) -> Match | None:
        best: Match | None = None
        count = len(words)
        second = words[i + 1] if i + 1 < count else ""
        for cut, first in starts:
            lengths = self._lengths_by_second[first]
            for length in (*lengths.get(second, ()), *lengths.get("", ())) if second else lengths.get("", ()):
                end = i + length
                if best is not None and end <= best.end:
                    break
                if length == 1:
                    key = first
                elif end > count:
                    continue
                else:
                    key = " ".join([first, *words[i + 1 : end]])
                senses = self._senses.get(key)
                if senses is None:
                    continue
                sense = self._certain(senses, words, i)
                if sense is None:
                    continue
                widened = self._widened(Match(i, end, sense.entity_id, sense.kind, cut), sense, words)
                if widened is not None:
                    best = widened
                    break
        return best

    def _certain(self, senses: tuple[Sense, ...], words: Sequence[str], i: int) -> Sense | None:
        for sense in senses:
            if sense.shared or (sense.kind is MatchKind.PERSON and self._anothers_surname(words, i)):
                continue
            if not sense.ordinary or sense.kind is MatchKind.OFFICE or self._announced(sense, words, i):
                return sense
        return None

    def is_certain_given_name(self, word: str) -> bool:
        """Whether a folded word is a given name and nothing else."""
        return word in self.given_names and word not in self.doubtful_given_names

    def _anothers_surname(self, words: Sequence[str], i: int) -> bool:
        """ميلانيا ترامب is not ترامب: a listed name does not begin after somebody's given name."""
        if i == 0:
            return False
        word = words[i - 1]
        known = self._given_memo.get(word)
        if known is None:
            if len(self._given_memo) >= _MEMO_LIMIT:
                self._given_memo.clear()
            known = any(self.is_certain_given_name(form) for _, form in bare_forms(word))
            self._given_memo[word] = known
        return known

    def _announced(self, sense: Sense, words: Sequence[str], i: int) -> bool:
        if i == 0:
            return False
        return any(self.is_cue(words[i - 1], cue) for cue in _ANNOUNCING.get(sense.kind, ()))

    def _widened(self, match: Match, sense: Sense, words: Sequence[str]) -> Match | None:
        """An office or institution with the nisba or country after it: وزير الخارجية + الروسي، جيش + إسرائيل.

        One that is also an ordinary word (الداخلية) is None without them.
        """
        if sense.kind is not MatchKind.OFFICE:
            return match
        office = self.offices[sense.entity_id.removeprefix("office:")]
        country, end = self._country_after(words, match.end, construct=sense.construct)
        if country is None:
            return None if sense.ordinary else match
        kind = MatchKind.ORGANISATION if office.institution else MatchKind.OFFICE
        return Match(match.start, end, office_key(office, country), kind, match.proclitics)

    def _country_after(self, words: Sequence[str], i: int, *, construct: bool) -> tuple[str | None, int]:
        if i >= len(words):
            return None, i
        lengths = self._lengths_by_second.get(words[i])
        if lengths is None:
            return None, i
        longer = lengths.get(words[i + 1], ()) if i + 1 < len(words) else ()
        for length in (*longer, *lengths.get("", ())):
            end = i + length
            if end > len(words):
                continue
            for sense in self._senses.get(" ".join(words[i:end]), ()):
                # Beside a title even مالي and عمان are countries; a name that two countries bear stays open.
                fits = sense.kind is MatchKind.NISBA or (construct and sense.kind is MatchKind.COUNTRY)
                if fits and not sense.shared:
                    return sense.entity_id.removeprefix("country:"), end
        return None, i

    def _made_entity(self, entity_id: str) -> Entity | None:
        kind, _, rest = entity_id.partition(":")
        slug, _, code = rest.partition(":")
        office, country = self.offices.get(slug), self.entities.get(f"country:{code}")
        if office is None or country is None or office.kind is OfficeKind.ROLE:
            return None
        name_en = f"{office.name_en} of {country.name_en}"
        return Entity(entity_id, f"{office.name_ar} {country.name_ar}", name_en, kind, code, None, None)


def office_key(office: Office, country: str) -> str:
    """`office:president:FRA`, or for an institution `organisation:army:FRA`."""
    kind = EntityKind.ORGANISATION if office.institution else EntityKind.OFFICE
    return f"{kind}:{office.slug}:{country}"


@cache
def load_gazetteer(folder: Path = GAZETTEER) -> Gazetteer:
    """The gazetteer of `folder`, compiled once per process. DataFileError names the file and line of a bad row."""
    return _Compiler(folder).compile()


class _Compiler:
    """Reads the tables in order of precedence; a name met twice with two meanings is an error."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.gazetteer = Gazetteer()

    def compile(self) -> Gazetteer:
        capitals = self._countries()
        self._regions()
        self._cities()
        self._organisations()
        self._offices()
        self._people()
        self._given_names()
        self._cue_words()
        self._not_names()
        self._link_capitals(capitals)
        self._index()
        return self.gazetteer

    def _index(self) -> None:
        """Lengths of names by their first two words, so that few keys have to be made to look for one."""
        table: dict[str, dict[str, set[int]]] = {}
        for key in self.gazetteer._senses:
            first, *rest = key.split(" ")
            table.setdefault(first, {}).setdefault(rest[0] if rest else "", set()).add(1 + len(rest))
        for first, seconds in table.items():
            self.gazetteer._lengths_by_second[first] = {
                second: tuple(sorted(lengths, reverse=True)) for second, lengths in seconds.items()
            }

    def _countries(self) -> list[tuple[str, str, str]]:
        capitals: list[tuple[str, str, str]] = []
        columns = ("iso3", "name_ar", "variants", "nisba", "nisba_other", "capital", "name_en")
        rows = list(read_rows(self.folder / "countries.tsv", *columns))
        for row in rows:
            code = required(row, "iso3")
            self._entity(row, f"country:{code}", EntityKind.COUNTRY, code)
            for name in variants(row, "name_ar", "variants"):
                self._name(row, name, f"country:{code}", MatchKind.COUNTRY)
            if row["capital"]:
                capitals.append((row.where, code, row["capital"]))
        for row in rows:  # after all names, so that تشيلي names the country before its people
            for name in variants(row, "nisba", "nisba_other"):
                for form in nisba.forms(name.text):
                    spelling = Name(form, name.ordinary, name.shared)
                    self._name(row, spelling, f"country:{row['iso3']}", MatchKind.NISBA)
        return capitals

    def _regions(self) -> None:
        columns = ("slug", "name_ar", "variants", "name_en", "country", "latitude", "longitude")
        for row in read_rows(self.folder / "regions.tsv", *columns):
            self._listed(row, f"place:{required(row, 'slug')}", EntityKind.PLACE, MatchKind.PLACE)

    def _cities(self) -> None:
        columns = (
            "geoname_id",
            "name_ar",
            "variants",
            "name_en",
            "country",
            "latitude",
            "longitude",
            "population",
        )
        for row in read_rows(self.folder / "cities.tsv", *columns):
            self._listed(row, f"place:{required(row, 'geoname_id')}", EntityKind.PLACE, MatchKind.PLACE)

    def _organisations(self) -> None:
        columns = ("slug", "name_ar", "variants", "name_en", "country")
        for row in read_rows(self.folder / "organisations.tsv", *columns):
            slug = required(row, "slug")
            self._listed(row, f"organisation:{slug}", EntityKind.ORGANISATION, MatchKind.ORGANISATION)

    def _people(self) -> None:
        for row in read_rows(self.folder / "people.tsv", "slug", "name_ar", "variants", "name_en", "country"):
            self._listed(row, f"person:{required(row, 'slug')}", EntityKind.PERSON, MatchKind.PERSON)

    def _offices(self) -> None:
        columns = ("slug", "kind", "construct", "titles", "other_numbers", "general", "name_en")
        for row in read_rows(self.folder / "offices.tsv", *columns):
            slug = required(row, "slug")
            try:
                kind = OfficeKind(required(row, "kind"))
            except ValueError as error:
                raise row.error(f"kind {error}, allowed are {', '.join(OfficeKind)}") from None
            if slug in self.gazetteer.offices:
                raise row.error(f"office {slug} is listed twice")
            name_ar = next(variants(row, "construct", "titles")).text
            general = row["general"] or None
            self.gazetteer.offices[slug] = Office(slug, name_ar, required(row, "name_en"), general, kind)
            for column in ("construct", "titles", "other_numbers"):
                for name in variants(row, column):
                    self._name(row, name, f"office:{slug}", MatchKind.OFFICE, construct=column == "construct")
                    if column == "other_numbers":
                        self.gazetteer.several_holders.add(tuple(fold_word(name.text).split()))

    def _given_names(self) -> None:
        for row in read_rows(self.folder / "given_names.tsv", "name", "kind"):
            name, kind = Name.parse(required(row, "name")), required(row, "kind")
            kinds = {
                "given": self.gazetteer.given_names,
                "binding": self.gazetteer.binding_particles,
                "particle": self.gazetteer.name_particles,
            }
            if kind not in kinds:
                raise row.error(f"kind {kind!r}, allowed are {', '.join(kinds)}")
            folded = fold_word(name.text)
            if any(folded in names for names in kinds.values()):
                raise row.error(f"{name.text} is listed twice")
            kinds[kind].add(folded)
            if name.ordinary:
                self.gazetteer.doubtful_given_names.add(folded)

    def _cue_words(self) -> None:
        for row in read_rows(self.folder / "cue_words.tsv", "word", "cue"):
            try:
                cue = Cue(required(row, "cue"))
            except ValueError as error:
                raise row.error(f"{error}, allowed are {', '.join(Cue)}") from None
            self.gazetteer._cues[cue].add(fold_word(required(row, "word")))

    def _not_names(self) -> None:
        for row in read_rows(self.folder / "not_names.tsv", "phrase"):
            words = phrase_words(required(row, "phrase"))
            self.gazetteer.not_names.setdefault(words[0], set()).add(" ".join(words))

    def _link_capitals(self, capitals: list[tuple[str, str, str]]) -> None:
        for where, code, capital in capitals:
            senses = self.gazetteer.senses(phrase_words(capital))
            places = [sense.entity_id for sense in senses if sense.kind is MatchKind.PLACE]
            own = [key for key in places if self.gazetteer.entities[key].country == code]
            if len(own) != 1:
                raise DataFileError(f"{where}: capital {capital} is not one city of {code}")
            self.gazetteer.capitals[code] = own[0]

    def _listed(self, row: Row, entity_id: str, kind: EntityKind, match: MatchKind) -> None:
        code = row["country"] or None
        if code is not None and f"country:{code}" not in self.gazetteer.entities:
            raise row.error(f"country {code} is not listed in countries.tsv")
        self._entity(row, entity_id, kind, code)
        for name in variants(row, "name_ar", "variants"):
            self._name(row, name, entity_id, match)

    def _entity(self, row: Row, entity_id: str, kind: EntityKind, country: str | None) -> None:
        if entity_id in self.gazetteer.entities:
            raise row.error(f"{entity_id} is listed twice")
        located = "latitude" in row.cells
        self.gazetteer.entities[entity_id] = Entity(
            entity_id,
            Name.parse(required(row, "name_ar")).text,
            required(row, "name_en"),
            kind,
            country,
            degrees(row, "latitude", 90) if located else None,
            degrees(row, "longitude", 180) if located else None,
        )

    def _name(
        self, row: Row, name: Name, entity_id: str, kind: MatchKind, *, construct: bool = False
    ) -> None:
        words = phrase_words(name.text)
        if not words:
            raise row.error("a name without letters")
        if kind is MatchKind.PERSON and name.ordinary:
            self.gazetteer.nicknames.setdefault(entity_id, []).append(tuple(words))
            return
        key = " ".join(words)
        sense = Sense(entity_id, kind, name.ordinary, name.shared, construct, row.where)
        others = self.gazetteer._senses.get(key, ())
        for other in others:
            if other.entity_id == entity_id and other.kind is kind:
                return
            if other.entity_id == entity_id:  # السعودية: the country, and beside a title its nisba
                continue
            if not (name.shared and other.shared):
                raise row.error(f"{name.text} is {entity_id}, but {other.where} says {other.entity_id}")
        self.gazetteer._senses[key] = (*others, sense)
