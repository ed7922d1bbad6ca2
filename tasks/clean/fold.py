"""Orthographic folding with an offset map: variants of one word become one key, the source stays as it is.

One letter goes to one letter (hamza carriers to alef, alef maqsura to yeh, teh marbuta to heh, Persian letters, every
digit set to ASCII, every quotation mark to `"`); marks that carry no letter (diacritics, tatweel, bidi and zero-width
marks) are dropped. Letter classes are PyArabic's, compiled here into one translation table. Folding merges words:
آب "August" and اب "father" are told apart by the rules that read them, not here.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right

from pyarabic import araby

from hawliyat.tasks.values import value

_DROPPED_MARKS = (
    "".join(araby.TASHKEEL)
    + araby.TATWEEL
    + araby.MINI_ALEF
    + araby.HAMZA_ABOVE
    + araby.HAMZA_BELOW
    + araby.MADDA_ABOVE
    + "".join(map(chr, range(0x0610, 0x061B)))
    + "".join(map(chr, range(0x0656, 0x0660)))
    + "".join(map(chr, range(0x06D6, 0x06DD)))
    + "".join(map(chr, range(0x06DF, 0x06E9)))
    + "".join(map(chr, range(0x06EA, 0x06EE)))
)
_DROPPED_CONTROLS = (
    "\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad"
)
_LETTERS = {
    "آأإٱٲٳ": "ا",
    "ىیېۍ": "ي",
    "ةۀەہھۃ": "ه",
    "کڪ": "ك",
    "گ": "غ",
    "پ": "ب",
    "چ": "ج",
    "ژ": "ز",
    "ڤۋ": "ف",
    "“”„‟«»″＂": '"',
    "‘’‚‛′": "'",
    "‐‑‒–—―−": "-",
    "⁄∕": "/",
    "٪": "%",
    "٫": ".",
    "\u00a0\u2007\u2009\u202f\t\r\f\v": " ",
}
PRESENTATION = range(0xFB50, 0xFF00)


def _build_table() -> dict[int, str | None]:
    table: dict[int, str | None] = {ord(mark): None for mark in _DROPPED_MARKS + _DROPPED_CONTROLS}
    for sources, target in _LETTERS.items():
        table.update({ord(source): target for source in sources})
    for point in range(0x80, 0x20000):  # beyond lie no digits
        if (digit := unicodedata.decimal(chr(point), None)) is not None:
            table[point] = str(digit)
    for point in PRESENTATION:  # ﻻ and its kin: the letters that they stand for
        plain = unicodedata.normalize("NFKC", chr(point))
        if plain != chr(point) and "\u0621" <= plain[0] <= "\u06ff":
            table[point] = plain.translate(table)
    return table


_TABLE = _build_table()
_MARKS = frozenset(_DROPPED_MARKS)
# What news text is full of is replaced character by character, which runs at memory speed; the rest takes the table.
_COMMON = [(source, target) for sources, target in _LETTERS.items() for source in sources]
_COMMON += [(chr(zero + digit), str(digit)) for zero in (0x0660, 0x06F0) for digit in range(10)]
_COMMON_DROPPED = "".join(araby.TASHKEEL) + araby.TATWEEL + araby.MINI_ALEF + _DROPPED_CONTROLS


def _ranges(points: list[int]) -> str:
    """A character class of sorted code points with runs as ranges: a long list of single ones is slow to search."""
    out = []
    start = previous = points[0]
    for point in [*points[1:], -1]:
        if point != previous + 1:
            out.append(re.escape(chr(start)) + ("" if start == previous else "-" + re.escape(chr(previous))))
            start = point
        previous = point
    return "[" + "".join(out) + "]"


# The rest lies in few blocks; whole blocks are searched, so that the class stays a handful of ranges.
_RARE = re.compile(
    _ranges(
        sorted(
            set(_TABLE)
            - {ord(c) for c, _ in _COMMON}
            - set(map(ord, _COMMON_DROPPED))
            - set(range(0x2070, 0x20000))
        )
    )[:-1]
    + f"\u2070-\u208e{chr(PRESENTATION.start)}-{chr(PRESENTATION.stop - 1)}\uff00-\uffef\ua000-\uabff\U00010000-\U0001ffff]"
)
_LONG = 60  # code points from which replacing is quicker than the table
_DROPPED = re.compile(f"[{re.escape(_COMMON_DROPPED)}]")


@value
class Folded:
    """Folded text and the way back.

    `drops` are the folded positions before which a source character was dropped (one entry a character, sorted);
    `offsets` is the whole map, only where a source character became several (presentation forms); both are None where
    every character kept its place.
    """

    text: str
    drops: list[int] | None
    offsets: list[int] | None
    dropped: tuple[int, ...] | list[int] = ()  # the source offsets of the dropped characters

    @property
    def identity(self) -> bool:
        """Whether every character kept its place."""
        return self.drops is None and self.offsets is None

    def start(self, position: int) -> int:
        """The source offset at which the folded character at `position` begins."""
        if self.drops is not None:
            return position + bisect_right(self.drops, position)
        return position if self.offsets is None else self.offsets[position]

    def end(self, position: int, source: str) -> int:
        """The source offset after the folded character before `position`, with the marks that sit on it."""
        if position == 0 or self.identity:
            return position
        return past_marks(source, self.start(position - 1) + 1)

    def shift(self, start: int, end: int) -> int | None:
        """What to add to folded positions of [start, end] where one number does for all of them, else None."""
        if self.identity:
            return 0
        if self.drops is None:
            return None
        before = bisect_right(self.drops, start)
        return before if bisect_right(self.drops, end) == before else None

    def position(self, offset: int) -> int:
        """The first folded position whose source offset is at or after `offset`."""
        if self.identity:
            return offset
        if self.drops is not None:
            return offset - bisect_left(self.dropped, offset)
        low, high = 0, len(self.text)
        while low < high:
            middle = (low + high) // 2
            if self.start(middle) < offset:
                low = middle + 1
            else:
                high = middle
        return low


def past_marks(source: str, offset: int) -> int:
    """The offset after the marks that stand at `offset`: they sit on the letter before it."""
    while offset < len(source) and source[offset] in _MARKS:
        offset += 1
    return offset


def fold(text: str) -> Folded:
    """Fold `text`; idempotent on its own result. Offsets grow monotonically."""
    if _RARE.search(text):
        return _fold_by_table(text)
    folded = text.translate(_TABLE) if len(text) < _LONG else _replaced(text)
    dropped = [match.start() for match in _DROPPED.finditer(text)]
    if not dropped:
        return Folded(folded, None, None)
    if len(text) < _LONG:
        return Folded(folded, [at - count for count, at in enumerate(dropped)], None, dropped)
    for mark in {text[at] for at in dropped}:
        folded = folded.replace(mark, "")
    return Folded(folded, [at - count for count, at in enumerate(dropped)], None, dropped)


def _replaced(text: str) -> str:
    """`text` with its common variants folded, and the marks still in it."""
    for source, target in _COMMON:
        text = text.replace(source, target)
    return text


def _fold_by_table(text: str) -> Folded:
    offsets: list[int] = []
    for index, character in enumerate(text):
        target = _TABLE.get(ord(character), character)
        if target is not None:
            offsets.extend([index] * len(target))
    offsets.append(len(text))
    return Folded(text.translate(_TABLE), None, offsets)


def fold_word(word: str) -> str:
    """The folded form alone, for keys of lexicons; also of whole lines and texts where no map is needed."""
    if len(word) < _LONG or _RARE.search(word):
        return word.translate(_TABLE)
    return _DROPPED.sub("", _replaced(word))


def is_monotone(folded: Folded) -> bool:
    """Whether the way back never turns; a property that tests hold."""
    return all(folded.start(i) <= folded.start(i + 1) for i in range(len(folded.text) - 1))
