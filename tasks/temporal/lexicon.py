"""The time lexicon: which categories a word can have, with which value, behind which clitics.

A word's reading is looked up once and remembered, so that running text costs a dictionary access a word.
"""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.segment.tokens import TOKEN
from hawliyat.tasks.tables import SEEDS, read_rows
from hawliyat.tasks.values import value

ARTICLE = "ال"
_FIRST_DIGIT_YEARS = range(1000, 3000)


@value
class Reading:
    """What a token can be. `values` maps categories to values; the flags say which clitics stand before the word.

    `skip` counts the characters of the source word that are conjunction or preposition and stay outside a span.
    """

    values: dict[str, str]
    conj: bool = False
    prep: str = ""
    definite: bool = False
    skip: int = 0
    number: int | None = None

    @property
    def key(self) -> tuple[frozenset[str], bool, bool, bool]:
        """What patterns can see of a reading."""
        return frozenset(self.values), self.conj, bool(self.prep), self.definite


@dataclass(slots=True)
class Lexicon:
    """Surfaces and their categories, single words apart from those of several words."""

    words: dict[str, dict[str, str]] = field(default_factory=dict)
    exact: dict[str, tuple[str, dict[str, str]]] = field(
        default_factory=dict
    )  # folded -> (spelling, categories)
    phrases: dict[str, list[tuple[tuple[str, ...], dict[str, str]]]] = field(default_factory=dict)
    literals: set[str] = field(default_factory=set)
    memo: dict[str, Reading] = field(default_factory=dict)  # words met that have a reading

    def literal(self, word: str) -> str:
        """Register a word that a pattern names as it stands; its category is `=word`."""
        folded = fold_word(word)
        self.literals.add(folded)
        return "=" + folded

    def read(self, word: str) -> Reading | None:
        """The reading of a folded token, None for a word without any."""
        reading = self.memo.get(word)
        if reading is None:
            reading = _number_reading(word) if word.isdecimal() else self._word_reading(word)
            if reading is not None:
                self.memo[word] = reading
        return reading

    def _word_reading(self, word: str) -> Reading | None:
        if reading := self._bare(word, word):
            return reading
        for conj, prep, rest in _splits(word):
            if reading := self._bare(rest, word):
                skip = len(word) - len(rest) if prep != "لل" else len(word) - len(rest) + 1
                return Reading(reading.values, conj, prep, reading.definite, skip, reading.number)
        return None

    def _bare(self, word: str, whole: str) -> Reading | None:
        values: dict[str, str] = {}
        if word in self.words:
            values.update(self.words[word])
        if word in self.literals:
            values["=" + word] = ""
        definite = word.startswith(ARTICLE)
        if definite and len(word) > 3 and word[2:] in self.words:
            values = {**self.words[word[2:]], **values}
        if word in self.exact and word == whole:
            values["SPELLING"] = ""
        if word in self.phrases or (definite and word[2:] in self.phrases):
            values["PHRASE"] = ""
        if not values:
            return None
        number = int(values["NUMW"]) if "NUMW" in values else None
        if number is not None:
            values |= number_categories(number, None)
        for category in ("THOUSAND", "THOUSAND2"):
            if category in values:  # counts (قبل ألفي عام), but alone names no year
                values["N"] = values["NW"] = values[category]
        return Reading(values, definite=definite, number=number)


def _splits(word: str) -> list[tuple[bool, str, str]]:
    """Ways to take conjunction and preposition off a word: (conjunction?, preposition, what remains), shortest first."""
    out = []
    for conj in ("", "و", "ف"):
        if not word.startswith(conj):
            continue
        rest = word[len(conj) :]
        if conj and len(rest) >= 2:
            out.append((True, "", rest))
        for prep in ("ب", "ل", "ك"):
            if rest.startswith(prep) and len(rest) >= 3:
                out.append((bool(conj), prep, rest[1:]))
        if rest.startswith("لل") and len(rest) >= 5:
            out.append((bool(conj), "لل", ARTICLE + rest[2:]))
        if rest.startswith("عال") and len(rest) >= 6:  # عالساعة, as people write على الساعة
            out.append((bool(conj), "ع", rest[1:]))
    return out


def _number_reading(word: str) -> Reading:
    return Reading(number_categories(int(word), word), number=int(word))


def number_categories(value: int, digits: str | None) -> dict[str, str]:
    """The categories of a number; `digits` is its figure as written, None where it stands in words."""
    text = str(value)
    values = {"N": text}
    if digits is None:
        values["NW"] = text
        if value in _FIRST_DIGIT_YEARS:
            values["YW"] = text
        elif 100 <= value < 1000:
            values["Y3"] = text
        if 1 <= value <= 31:
            values["D"] = text
        if 1 <= value <= 12:
            values["HW"] = text
        return values
    if len(digits) > 9:
        return {"LONG": digits}
    if digits in ("1", "2"):
        values["SECOND"] = ""  # كانون 2، تشرين 1
    if len(digits) <= 2:
        if 1 <= value <= 31:
            values["D"] = text
        if 1 <= value <= 12:
            values["M"] = text
        if value <= 24:
            values["HH"] = text
        if len(digits) == 2:
            values["YY"] = text
            if value <= 59:
                values["MM"] = text
    elif len(digits) == 3:
        values["Y3"] = text
    elif len(digits) == 4:
        values["Y4"] = text
        if 1500 <= value <= 2199:
            values["YEAR"] = text
        if 1300 <= value <= 1500:
            values["HY"] = text
    return values


def load_lexicon_file(lexicon: Lexicon, path: Path) -> None:
    """Add the rows of one file; the same surface with two values in one category is an error that names the line."""
    for row in read_rows(path):
        category, value = row["category"], row["value"]
        if not category.isidentifier() or not category.isupper():
            raise row.error(f"category {category!r} must be an upper-case name")
        for surface in row["surfaces"].split("|"):
            if not surface.strip():
                raise row.error("an empty surface; surfaces are parted by single `|`")
            _add(lexicon, surface.strip(), category, value, row.error)


def _add(lexicon: Lexicon, surface: str, category: str, value: str, error: object) -> None:
    spelled = surface.endswith("!")
    surface = surface.removesuffix("!")
    parts = tuple(TOKEN.findall(fold_word(surface)))
    if not parts:
        assert callable(error)
        raise error(f"{surface!r} folds to nothing")
    if len(parts) > 1:
        _add_phrase(lexicon, parts, category, value, error)
        return
    word = parts[0]
    if spelled:
        _, values = lexicon.exact.setdefault(word, (surface, {}))
    else:
        values = lexicon.words.setdefault(word, {})
    _set(values, category, value, surface, error)


def _add_phrase(lexicon: Lexicon, parts: tuple[str, ...], category: str, value: str, error: object) -> None:
    head = parts[0]
    lexicon.words.setdefault(parts[1], {})["SECOND"] = ""
    entries = lexicon.phrases.setdefault(head, [])
    for words, values in entries:
        if words == parts:
            _set(values, category, value, " ".join(parts), error)
            return
    entries.append((parts, {category: value}))
    entries.sort(key=lambda entry: -len(entry[0]))


def _set(values: dict[str, str], category: str, value: str, surface: str, error: object) -> None:
    known = values.get(category)
    if known is not None and known != value:
        assert callable(error)
        raise error(f"{surface!r} stands twice in {category}, as {known!r} and as {value!r}")
    values[category] = value


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of `seeds/lexicon/time.tsv`, read once a process."""
    lexicon = Lexicon()
    load_lexicon_file(lexicon, SEEDS / "lexicon" / "time.tsv")
    return lexicon
