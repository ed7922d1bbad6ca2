"""Tokens of folded text with their places in the source: letter runs, digit runs, single signs."""

import re
from dataclasses import dataclass

from hawliyat.tasks.clean.fold import Folded

# Letters and digits part where they touch (ب804, 1446هـ), so that a clitic never hides a number.
TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Three lists of one length: the folded token, its first source offset, the source offset after it.

    Token i is glued to token i-1 where `ends[i - 1] == starts[i]`.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def glued(self, i: int) -> bool:
        """Whether nothing stands between token i and the one before it."""
        return i > 0 and self.ends[i - 1] == self.starts[i]


def tokenize(folded: Folded, text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Tokens of the source range [start, end); `text` is the source that `folded` was made from."""
    stop = len(text) if end is None else end
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    if folded.offsets is None:
        for match in TOKEN.finditer(folded.text, start, stop):
            a, b = match.span()
            words.append(match[0])
            starts.append(a)
            ends.append(b)
        return Tokens(words, starts, ends)
    for match in TOKEN.finditer(folded.text, folded_index(folded, start), folded_index(folded, stop)):
        a, b = match.span()
        words.append(match[0])
        starts.append(folded.start(a))
        ends.append(folded.end(b, text))
    return Tokens(words, starts, ends)


def folded_index(folded: Folded, offset: int) -> int:
    """The first folded position whose source offset is at or after `offset`."""
    if folded.offsets is None:
        return offset
    low, high = 0, len(folded.text)
    while low < high:
        middle = (low + high) // 2
        if folded.offsets[middle] < offset:
            low = middle + 1
        else:
            high = middle
    return low
