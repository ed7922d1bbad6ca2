"""Matching: tokens to categories, phrases and numbers put together, rules tried where one can begin.

The policy for overlaps: from left to right, the longest match whose production accepts it; of equal length, the rule
that stands first in the file. A token belongs to one expression.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hawliyat.tasks.segment.tokens import Tokens
from hawliyat.tasks.temporal.lexicon import Lexicon, Reading
from hawliyat.tasks.temporal.numbers import (
    number_reading,
    ordinal_reading,
    read_number,
    read_ordinal,
)
from hawliyat.tasks.temporal.patterns import BLANK, Alphabet
from hawliyat.tasks.values import value

LONGEST = 26  # tokens that one expression may take
MOST_WORDS = 400_000  # distinct words that are remembered, about 60 MB


@dataclass(slots=True)
class Items:
    """A sentence as the rules see it: one character an item, its reading, its first and last token."""

    words: list[str]
    codes: str
    readings: list[Reading | None]
    first: Sequence[int]
    last: Sequence[int]
    tokens: Tokens
    text: str = ""

    def source(self, item: int) -> str:
        """The item as it stands in the source."""
        return self.text[self.tokens.starts[self.first[item]] : self.tokens.ends[self.last[item]]]

    def word(self, item: int) -> str:
        """The folded word of an item, '' outside the sentence."""
        return self.words[self.first[item]] if 0 <= item < len(self.codes) else ""

    def bare(self, item: int) -> str:
        """The folded word of an item without its conjunction and preposition."""
        word = self.word(item)
        reading = self.readings[item] if 0 <= item < len(self.codes) else None
        return word[reading.skip :] if reading else word

    def has(self, item: int, *categories: str) -> bool:
        """Whether the item can be any of the categories."""
        if not 0 <= item < len(self.codes):
            return False
        reading = self.readings[item]
        return reading is not None and not reading.values.keys().isdisjoint(categories)

    def value(self, item: int, *categories: str) -> str | None:
        """The item's value in the first of the categories that it has."""
        reading = self.readings[item]
        if reading is not None:
            for category in categories:
                if category in reading.values:
                    return reading.values[category]
        return None

    def glued(self, item: int) -> bool:
        """Whether the item touches the one before it."""
        return item > 0 and self.tokens.ends[self.last[item - 1]] == self.tokens.starts[self.first[item]]


class Book(dict[str, str]):
    """Word to code, filled as words are met: the one look-up that running text costs."""

    def __init__(self, lexicon: Lexicon, alphabet: Alphabet) -> None:
        super().__init__()
        self.lexicon = lexicon
        self.alphabet = alphabet

    def __missing__(self, word: str) -> str:
        reading = self.lexicon.read(word)
        code = BLANK if reading is None else self.alphabet.codes.get(reading.key, BLANK)
        self[word] = code
        return code

    def forget(self) -> None:
        """Start anew where the words met have become many: a bound on memory, not on what is read."""
        if len(self) > MOST_WORDS:
            self.clear()
            self.lexicon.memo.clear()


@dataclass(slots=True)
class Merger:
    """The regular expressions that find what must be put together."""

    phrase: re.Pattern[str]
    number: re.Pattern[str]
    ordinal: re.Pattern[str]
    decimal: re.Pattern[str]
    article: re.Pattern[str]
    anything: re.Pattern[str]


def build_merger(alphabet: Alphabet) -> Merger:
    """Compile the expressions over the alphabet's characters."""

    def any_of(*categories: str, conj: bool | None = None) -> str:
        found = "".join(alphabet.characters(category, conj, None) for category in categories)
        return f"[{found}]" if found else "(?!)"

    number = any_of("NUMW", "THOUSAND", "THOUSAND2", "N")
    word = any_of("NUMW", "THOUSAND", "THOUSAND2")
    sign = any_of("DOT", "COMMA", conj=False)
    patterns = {
        "phrase": f"{any_of('PHRASE')}(?={any_of('SECOND', conj=None)})|{any_of('SPELLING')}",
        "number": f"{number}{word}+",
        "ordinal": any_of("ORD") + any_of("NUMW"),
        "article": any_of("ARTICLE") + any_of("N"),
        "decimal": f"{any_of('N', 'LONG')}{sign}{any_of('N', 'LONG')}|{any_of('N')}{any_of('PERCENT', 'MAGNITUDE')}",
    }
    return Merger(
        **{name: re.compile(pattern) for name, pattern in patterns.items()},
        anything=re.compile("|".join(patterns.values())),
    )


def read_items(
    tokens: Tokens, text: str, codes: str, lexicon: Lexicon, alphabet: Alphabet, merger: Merger
) -> Items:
    """The items of a sentence; `codes` holds one character a token."""
    words = tokens.words
    readings = list(map(lexicon.memo.get, words))  # every word was read when its code was made
    if not merger.anything.search(codes):
        identity = range(len(words))
        return Items(words, codes, readings, identity, identity, tokens, text)
    merges: dict[int, tuple[int, Reading]] = {}
    for match in merger.phrase.finditer(codes):
        _merge_phrase(match.start(), tokens, text, readings, lexicon, merges)
    for match in merger.article.finditer(codes):
        at = match.start()
        prefix, figure = readings[at], readings[at + 1]
        if prefix and figure and at not in merges:  # الـ17, and ال 17 as some agencies print it
            merges[at] = (
                2,
                Reading(figure.values, prefix.conj, prefix.prep, True, prefix.skip, figure.number),
            )
    for match in merger.ordinal.finditer(codes):
        at = match.start()
        known = [reading for reading in readings[at : at + 2] if reading]
        if at not in merges and (found := read_ordinal(known)):
            merges[at] = (found[1], ordinal_reading(known[0], found[0]))
    for match in merger.number.finditer(codes):
        _merge_numbers(match.start(), match.end(), readings, merges)
    for match in merger.decimal.finditer(codes):
        _merge_decimal(match.start(), tokens, readings, merges)
    if not merges:
        identity = range(len(words))
        return Items(words, codes, readings, identity, identity, tokens, text)
    return _apply(merges, tokens, text, codes, readings, alphabet)


def _merge_phrase(
    at: int,
    tokens: Tokens,
    text: str,
    readings: list[Reading | None],
    lexicon: Lexicon,
    merges: dict[int, tuple[int, Reading]],
) -> None:
    reading = readings[at]
    if reading is None or any(at < start + size for start, (size, _) in merges.items() if start <= at):
        return
    word = tokens.words[at]
    rest = word[reading.skip :]
    if reading.prep == "لل":
        rest = "ال" + word[reading.skip + 1 :]
    for head in (rest, rest.removeprefix("ال")):
        for parts, values in lexicon.phrases.get(head, ()):
            size = len(parts)
            if head != rest and parts[0] == rest:
                continue
            if tuple(tokens.words[at + 1 : at + size]) == parts[1:] or (
                head != rest and _with_article(tokens.words[at + 1 : at + size], parts[1:])
            ):
                whole = Reading(dict(values), reading.conj, reading.prep, reading.definite, reading.skip)
                merges[at] = (size, number_reading(whole, int(values["NUMW"])) if "NUMW" in values else whole)
                return
    spelling, values = lexicon.exact.get(word[reading.skip :], ("", {}))
    if spelling and text[tokens.starts[at] : tokens.ends[at]].endswith(spelling):
        kept = {key: value for key, value in reading.values.items() if key not in ("SPELLING", "WMONTH")}
        merges[at] = (1, Reading(kept | values, reading.conj, reading.prep, reading.definite, reading.skip))


def _with_article(found: list[str], parts: tuple[str, ...]) -> bool:
    return len(found) == len(parts) and all(
        a == b or a == "ال" + b for a, b in zip(found, parts, strict=True)
    )


def _covered(at: int, merges: dict[int, tuple[int, Reading]]) -> bool:
    return any(start <= at < start + size for start, (size, _) in merges.items())


def _merge_numbers(
    start: int, end: int, readings: list[Reading | None], merges: dict[int, tuple[int, Reading]]
) -> None:
    at = start
    while at < end:
        if _covered(at, merges):
            at += 1
            continue
        run = [reading for reading in readings[at:end] if reading]
        found = read_number(run)
        if found is None:
            at += 1
            continue
        value, size = found
        merges[at] = (size, number_reading(run[0], value))
        at += size


def _merge_decimal(
    at: int, tokens: Tokens, readings: list[Reading | None], merges: dict[int, tuple[int, Reading]]
) -> None:
    """Decimals, thousands with separators, percentages and millions are quantities and no part of a date."""
    first = readings[at]
    if first is None or _covered(at, merges):
        return
    second = readings[at + 1]
    assert second is not None
    if "PERCENT" in second.values or "MAGNITUDE" in second.values:
        merges[at] = (2, Reading({"QUANTITY": ""}, first.conj, first.prep, False, first.skip))
        return
    glued = tokens.glued(at + 1) and at + 2 < len(tokens) and tokens.glued(at + 2)
    if not glued:
        return
    digits = tokens.words[at + 2]
    if not (digits.isdecimal() and tokens.words[at].isdecimal()):
        return  # a number in words: 8،ست
    if tokens.words[at + 1] == "." and _dotted_figure(tokens, at + 3):
        return  # 1.7.2025: the rules decide
    values = {"QUANTITY": ""}
    if len(digits) == 2 and int(digits) < 60 and int(tokens.words[at]) <= 24:
        values["DOTCLOCK"] = f"{int(tokens.words[at]):02d}:{digits}"
    merges[at] = (3, Reading(values, first.conj, first.prep, False, first.skip))


def _dotted_figure(tokens: Tokens, at: int) -> bool:
    """Whether a dot and a figure at `at` go on with what stands before them."""
    return (
        at + 1 < len(tokens)
        and tokens.words[at] == "."
        and tokens.glued(at)
        and tokens.glued(at + 1)
        and tokens.words[at + 1].isdecimal()
    )


def _apply(
    merges: dict[int, tuple[int, Reading]],
    tokens: Tokens,
    text: str,
    codes: str,
    readings: list[Reading | None],
    alphabet: Alphabet,
) -> Items:
    out: list[str] = []
    out_readings: list[Reading | None] = []
    first: list[int] = []
    last: list[int] = []
    at = 0
    for start in sorted(merges):
        if start < at:
            continue
        size, reading = merges[start]
        out += codes[at:start], alphabet.codes.get(reading.key, BLANK)
        out_readings += *readings[at:start], reading
        first += range(at, start + 1)
        last += range(at, start)
        at = start + size
        last.append(at - 1)
    out.append(codes[at:])
    out_readings += readings[at:]
    first += range(at, len(codes))
    last += range(at, len(codes))
    return Items(tokens.words, "".join(out), out_readings, first, last, tokens, text)


@value
class Candidate:
    """A rule that fits at an item: the items it takes and its named groups (absolute item indices, half-open)."""

    order: int
    start: int
    end: int
    slots: dict[str, tuple[int, int]]


@value
class Fit:
    """A compiled rule where it can begin: its place in the file, its matcher, its slots by group number."""

    order: int
    matcher: Callable[[str], re.Match[str] | None]
    slots: tuple[tuple[str, int], ...]


Fitting = tuple[
    int, int, tuple[tuple[str, int, int], ...]
]  # rule, length, (slot, start, end) from the item on
MOST_WINDOWS = 50_000


def fitting_rules(
    codes: str, at: int, bare_code: str, rules: Sequence[Fit], windows: dict[str, list[Fitting]]
) -> list[Fitting]:
    """The rules that fit at an item, best first.

    What fits depends on the categories in reach alone, so `windows` remembers it by them: an automaton over categories
    that is built as text is read, bounded, and that knows no words.
    """
    stop = codes.find(BLANK, at + 1, at + LONGEST)  # no rule names a word without a reading
    window = bare_code + codes[at + 1 : at + LONGEST if stop < 0 else stop]
    fits = windows.get(window)
    if fits is None:
        if len(windows) > MOST_WINDOWS:
            windows.clear()
        fits = windows[window] = _fitting(window, rules)
    return fits


def bind(fitting: Fitting, at: int) -> Candidate:
    """A rule that fits, with its places in the sentence."""
    order, end, slots = fitting
    return Candidate(order, at, at + end, {name: (at + a, at + b) for name, a, b in slots})


def _fitting(window: str, rules: Sequence[Fit]) -> list[Fitting]:
    found: list[Fitting] = []
    for fit in rules:
        if match := fit.matcher(window):
            spans = ((name, *match.span(index)) for name, index in fit.slots)
            found.append((fit.order, match.end(), tuple((name, a, b) for name, a, b in spans if b > a)))
    found.sort(key=lambda fitting: (-fitting[1], fitting[0]))
    return found
