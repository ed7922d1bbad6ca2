"""Tokens of folded text with their places in the source: letter runs, digit runs, single signs."""

import re
from bisect import bisect_right
from collections.abc import Callable

from hawliyat.tasks.clean.fold import Folded, past_marks

# Letters and digits part where they touch (ب804, 1446هـ), so that a clitic never hides a number.
# A run of plain Arabic letters is tried first: one range is quicker to test than the class of all letters.
TOKEN = re.compile(r"[\u0621-\u064a]++(?![^\W\d_])|[^\W\d_]+|\d+|[^\w\s]|_")

Places = tuple[list[int], list[int]]


class Tokens:
    """Three lists of one length: the folded token, its first source offset, the source offset after it.

    Token i is glued to token i-1 where `ends[i - 1] == starts[i]`. The places are worked out when first asked for:
    most sentences of running text are left after a look at their words.
    """

    __slots__ = ("_ends", "_place", "_starts", "words")

    def __init__(self, words: list[str], place: Callable[[], Places]) -> None:
        self.words = words
        self._place = place
        self._starts: list[int] | None = None
        self._ends: list[int] | None = None

    @property
    def starts(self) -> list[int]:
        """The source offset of each token."""
        if self._starts is None:
            self._starts, self._ends = self._place()
        return self._starts

    @property
    def ends(self) -> list[int]:
        """The source offset after each token."""
        if self._ends is None:
            self._starts, self._ends = self._place()
        return self._ends

    def __len__(self) -> int:
        return len(self.words)

    def glued(self, i: int) -> bool:
        """Whether nothing stands between token i and the one before it."""
        return i > 0 and self.ends[i - 1] == self.starts[i]


def tokenize(folded: Folded, text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Tokens of the source range [start, end); `text` is the source that `folded` was made from."""
    first, last = folded.position(start), folded.position(len(text) if end is None else end)
    words = TOKEN.findall(folded.text, first, last)
    return Tokens(words, lambda: _places(folded, text, words, first, last))


def _places(folded: Folded, text: str, words: list[str], first: int, last: int) -> Places:
    """Only blanks stand between tokens, so that each is found where it next occurs."""
    find = folded.text.find
    shift = folded.shift(first, last)
    starts: list[int] = []
    ends: list[int] = []
    at = first
    if shift is not None:
        for word in words:
            begin = find(word, at)
            at = begin + len(word)
            starts.append(begin + shift)
            ends.append(at + shift)
    elif folded.drops is not None:
        drops = folded.drops
        shift = bisect_right(drops, first)
        rest = iter(drops[shift : bisect_right(drops, last)])
        following = next(rest, last + 1)  # the folded position before which the next character was dropped
        for word in words:
            begin = find(word, at)
            at = begin + len(word)
            while following <= begin:
                shift += 1
                following = next(rest, last + 1)
            starts.append(begin + shift)
            while following < at:
                shift += 1
                following = next(rest, last + 1)
            ends.append(past_marks(text, at + shift) if following == at else at + shift)
    else:
        for word in words:
            begin = find(word, at)
            at = begin + len(word)
            starts.append(folded.start(begin))
            ends.append(folded.end(at, text))
    return starts, ends
