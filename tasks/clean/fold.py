"""Orthographic folding with an offset map: variants of one word become one key, the source stays as it is.

One letter goes to one letter (hamza carriers to alef, alef maqsura to yeh, teh marbuta to heh, Persian letters, every
digit set to ASCII, every quotation mark to `"`); marks that carry no letter (diacritics, tatweel, bidi and zero-width
marks) are dropped. Letter classes are PyArabic's, compiled here into one translation table. Folding merges words:
آب "August" and اب "father" are told apart by the rules that read them, not here.
"""

import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from sys import maxunicode

from pyarabic import araby

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
_DROPPED_CONTROLS = "\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad"
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
    for point in range(0x80, maxunicode + 1):
        if (digit := unicodedata.decimal(chr(point), None)) is not None:
            table[point] = str(digit)
    for point in PRESENTATION:  # ﻻ and its kin: the letters that they stand for
        plain = unicodedata.normalize("NFKC", chr(point))
        if plain != chr(point) and "\u0621" <= plain[0] <= "\u06ff":
            table[point] = plain.translate(table)
    return table


_TABLE = _build_table()
_MARKS = frozenset(_DROPPED_MARKS)
_CHANGING = frozenset(
    chr(point) for point, target in _TABLE.items() if target is None or len(target) != 1
)


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text and the way back. `offsets` is None where every character kept its place."""

    text: str
    offsets: list[int] | None  # source offset of each folded character, then the source's length
    source_length: int

    def start(self, position: int) -> int:
        """The source offset at which the folded character at `position` begins."""
        return position if self.offsets is None else self.offsets[position]

    def end(self, position: int, source: str) -> int:
        """The source offset after the folded character before `position`, with the marks that sit on it."""
        if self.offsets is None or position == 0:
            return position
        stop = self.offsets[position - 1] + 1
        while stop < self.source_length and source[stop] in _MARKS:
            stop += 1
        return stop


def fold(text: str) -> Folded:
    """Fold `text`; idempotent on its own result. Offsets grow monotonically."""
    folded = text.translate(_TABLE)
    if len(folded) == len(text) and _CHANGING.isdisjoint(text):
        return Folded(folded, None, len(text))
    offsets: list[int] = []
    for index, character in enumerate(text):
        target = _TABLE.get(ord(character), character)
        if target is not None:
            offsets.extend([index] * len(target))
    offsets.append(len(text))
    return Folded(folded, offsets, len(text))


def fold_word(word: str) -> str:
    """The folded form alone, for keys of lexicons."""
    return word.translate(_TABLE)


def is_monotone(folded: Folded) -> bool:
    """Whether the way back never turns; a property that tests hold."""
    return folded.offsets is None or all(a <= b for a, b in pairwise(folded.offsets))
