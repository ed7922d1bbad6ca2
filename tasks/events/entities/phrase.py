"""Reading one participant or place phrase: its titles, its country, its name, and where each stands in the phrase."""

import re

from hawliyat.tasks.clean.fold import Folded, fold, fold_word
from hawliyat.tasks.events.entities.gazetteer import Gazetteer
from hawliyat.tasks.events.entities.match import Cue, Match, MatchKind
from hawliyat.tasks.segment.tokens import tokenize
from hawliyat.tasks.values import value

_MARKS = frozenset("\"'()[]{}،,.:;؛-–…!؟?/%")
# Letters and signs of which each folds to one: most phrases, folded without a map of what was dropped.
_PLAIN = re.compile("[ !-~،؛؟\u0621-\u063a\u0641-\u064a\u0660-\u0669]*")


@value
class Title:
    """An office in a phrase; `country` in alpha-3 where the phrase gives it, `former` for السابق and its kin."""

    slug: str
    country: str | None
    former: bool


@value
class Phrase:
    """A phrase taken apart. `name` are the folded words left for a personal name, `name_surface` the same as written."""

    words: tuple[str, ...]
    matches: tuple[Match, ...]
    titles: tuple[Title, ...]
    courtesy: bool
    name: tuple[str, ...]
    name_start: int
    name_surface: str
    whole: bool  # nothing but titles, courtesies, modifiers and the name: the phrase's head is this person


def read_phrase(gazetteer: Gazetteer, surface: str) -> Phrase:
    """Take `surface` apart; quotation marks and brackets count for nothing."""
    tokens = tokenize(_folded(surface), surface)
    kept = [i for i, word in enumerate(tokens.words) if word not in _MARKS]
    words = [tokens.words[i] for i in kept]
    matches = gazetteer.match(words)
    if words and words[0].startswith("ل") and not (matches and matches[0].start == 0):
        # A span that leaves out the preposition of للولايات begins with its second lam.
        restored = ["ال" + words[0][1:], *words[1:]]
        again = gazetteer.match(restored)
        if again and again[0].start == 0:
            words, matches = restored, again
    reader = _Reader(gazetteer, words, matches)
    reader.read()
    first, last = reader.name_start, reader.name_end
    name_surface = ""
    if first < last:
        start = tokens.starts[kept[first]]
        name_surface = " ".join(surface[start : tokens.ends[kept[last - 1]]].split())
    return Phrase(
        tuple(words),
        tuple(matches),
        tuple(reader.titles),
        reader.courtesy,
        tuple(words[first:last]),
        first,
        name_surface,
        reader.whole,
    )


def _folded(surface: str) -> Folded:
    if _PLAIN.fullmatch(surface):
        return Folded(fold_word(surface), None, None)
    return fold(surface)


class _Reader:
    """One pass from the left: titles and courtesies, then one run of words that is the name, then apposed titles."""

    def __init__(self, gazetteer: Gazetteer, words: list[str], matches: list[Match]) -> None:
        self.gazetteer = gazetteer
        self.words = words
        self.at = {match.start: match for match in matches}
        self.titles: list[Title] = []
        self.courtesy = False
        self.name_start = self.name_end = 0
        self.whole = True

    def read(self) -> None:
        i = self._read_titles(0)
        self.name_start = i
        while i < len(self.words) and self._may_be_name(i):
            match = self.at.get(i)
            i = match.end if match is not None else i + 1
        self.name_end = i
        i = self._read_titles(i)
        if i < len(self.words):
            self.whole = False

    def _may_be_name(self, i: int) -> bool:
        if self.words[i].isdigit() or self.gazetteer.is_cue(self.words[i], Cue.COMPLEMENT):
            return False
        match = self.at.get(i)
        if match is None:
            return True
        # تركي and رشيد are names within a name; a title or a nisba with the article is not.
        return match.kind is MatchKind.PERSON or (i > self.name_start and match.kind is not MatchKind.OFFICE)

    def _read_titles(self, i: int) -> int:
        cue = self.gazetteer.is_cue
        while i < len(self.words):
            word = self.words[i]
            match = self.at.get(i)
            if match is not None and match.kind is MatchKind.OFFICE:
                i = self._read_office(match)
            elif cue(word, Cue.COURTESY):
                self.courtesy = True
                i += 1
            elif self.titles and self._qualifies(i):
                i += 1
            elif (self.titles or self.courtesy) and match is not None and match.kind is MatchKind.NISBA:
                i = match.end
            else:
                break
        return i

    def _qualifies(self, i: int) -> bool:
        cue, word = self.gazetteer.is_cue, self.words[i]
        return cue(word, Cue.MODIFIER) or cue(word, Cue.FORMER) or self._describes_the_named(i)

    def _describes_the_named(self, i: int) -> bool:
        """الزعيم الدرزي وليد: an adjective between the title and a name that is known to begin there."""
        word, after = self.words[i], self.at.get(i + 1)
        if i + 1 >= len(self.words) or not (word.startswith("ال") and word.endswith(("ي", "يه"))):
            return False
        named = after is not None and after.kind is MatchKind.PERSON
        return named or self.gazetteer.is_certain_given_name(self.words[i + 1])

    def _read_office(self, match: Match) -> int:
        i = match.end
        _, slug, *country = match.entity_id.split(":")
        former = False
        code = country[0] if country else None
        cue = self.gazetteer.is_cue
        ministry = "minister" in (slug, self.gazetteer.offices[slug].general)
        while i < len(self.words):
            word, after = self.words[i], self.at.get(i)
            if cue(word, Cue.FORMER):
                former = True
                i += 1
            elif cue(word, Cue.MODIFIER):
                i += 1
            elif after is not None and after.kind is MatchKind.NISBA and code is None:
                code = after.entity_id.removeprefix("country:")
                i = after.end
            elif after is not None and after.kind is MatchKind.ORGANISATION:
                i = after.end  # الأمين العام للأمم المتحدة
            elif ministry and word.startswith("وال") and after is None:
                i += 1  # وزير التجارة والصناعة
            elif cue(word, Cue.COMPLEMENT) and i + 1 < len(self.words):
                following = self.at.get(i + 1)
                i = following.end if following is not None else i + 2
            elif (
                after is not None and after.proclitics and after.kind in (MatchKind.COUNTRY, MatchKind.PLACE)
            ):
                i = after.end  # رئيس وزراء لبنان, سفير بلاده بباريس
            else:
                break
        self.titles.append(Title(slug, code, former))
        return i
