"""Lines that were cut to a width: agencies and mail wrap a paragraph, so that its sentences go on over the line's end.

In doubt a line ends what stands in it: a headline joined to the body below it costs more than a sentence in two.
Three signs are sure. A line that stops on a comma, within brackets or on a word that cannot stand last goes on in the next
one. In a text that was wrapped as a whole, so does a line in which the next word found no room. And where the first words
of paragraphs stand on lines of their own (وقال), time and again, each is of the paragraph below it.
"""

import re
from itertools import pairwise

from hawliyat.tasks.clean.dateline import dateline_at
from hawliyat.tasks.clean.fold import fold_word

Span = tuple[int, int]

_NARROWEST, _WIDEST = 40, 110  # code points of the longest line of a wrapped text
_TWICE = 2  # first words on a line of their own: one may be a heading or a credit (وكالات)
_FEWEST = 3  # lines that had no room for the next word, before a text counts as wrapped
_BRACKETS = (("(", ")"), ("«", "»"))
_STOPS = tuple(".!؟?…:۔")
_CLOSERS = "\"”»’')]"
_BULLETS = "-–—•*·▪"
_HANGING = frozenset(
    map(
        fold_word,
        (
            "في", "من", "إلى", "على", "عن", "مع", "بين", "أو", "أن", "إن", "بأن", "وأن", "التي", "الذي", "الذين", "والتي",
            "والذي", "لا سيما", "ولا سيما", "خلال", "بسبب", "نحو", "منذ", "لدى", "ضد", "كل", "حيث", "بعد أن", "قبل أن",
        ),
    )
)  # fmt: skip
_LAST_WORDS = re.compile(r"(?:(?<![^\W_])([^\W\d_]+)[ \t\u00a0]+)?([^\W\d_]+)\Z")
_FIRST = re.compile(r"(?:و[^\W\d_]{2,}|لكن|لكنه|لكنها|كما|فيما|غير|بينما)")
_FIRST_WORD = re.compile(r"\S+")


def unwrapped(text: str, lines: list[Span]) -> list[Span]:
    """`lines` (content lines, trimmed, in order) with those put together that one paragraph was wrapped into."""
    if len(lines) < 2:
        return lines
    width = _width(text, lines)
    parted = sum(_parted(text, *pair) for pair in pairwise(lines)) >= _TWICE
    first = lines[0]
    headed = width and dateline_at(text, *first, alone=False) is None  # the first line may be a headline
    joined = [first]
    for line, following in pairwise(lines):
        full = width and not (headed and line is first) and _full(text, line, following, width)
        if _adjacent(text, line[1], following[0]) and (
            full or (parted and _parted(text, line, following)) or _hangs(text, line, following)
        ):
            joined[-1] = (joined[-1][0], following[1])
        else:
            joined.append(following)
    return joined


def _adjacent(text: str, end: int, after: int) -> bool:
    """Whether one line follows the other with no empty one between."""
    return text.count("\n", end, after) == 1 and not text[end:after].strip(" \t\u00a0\n")


def _parted(text: str, line: Span, following: Span) -> bool:
    """Whether a line is but the first word of the paragraph below it."""
    return _FIRST.fullmatch(text, *line) is not None and following[1] - following[0] >= _NARROWEST


def _hangs(text: str, line: Span, following: Span) -> bool:
    """Whether the words of a line call for more: it ends on a comma, on لا سيما, on في."""
    start, end = line
    opens = text[following[0]]
    if opens in _BULLETS:
        return False
    if end - start < _NARROWEST:
        return False
    if any(_opens_over(text, line, following, *pair) for pair in _BRACKETS):
        return True
    if opens.isdigit():
        return False
    if text[end - 1] in "،,/":
        return True
    found = _LAST_WORDS.search(text, max(start, end - 24), end)
    if found is None:
        return False
    last = fold_word(found[2])
    return last in _HANGING or (found[1] is not None and f"{fold_word(found[1])} {last}" in _HANGING)


def _opens_over(text: str, line: Span, following: Span, opening: str, closing: str) -> bool:
    """Whether a bracket that opens in a line closes first of all in the next."""
    opened, closed = text.rfind(opening, *line), text.rfind(closing, *line)
    if opened < 0 or closed > opened or line[1] - opened > _WIDEST:
        return False
    first = text.find(closing, *following)
    again = text.find(opening, *following)
    return 0 <= first - following[0] <= _WIDEST and not 0 <= again < first


def _width(text: str, lines: list[Span]) -> int:
    """The width to which the text below its first line was wrapped; 0 where it was not.

    Then no line is wider, and each line is full, or ends its sentence, or an empty line stands below it.
    """
    body = lines[1:]
    if len(body) <= _FEWEST:
        return 0
    width = max(end - start for start, end in body)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = ended = 0
    for line, following in pairwise(body):
        if _ends(text, line):
            ended += 1
        elif _adjacent(text, line[1], following[0]):
            if not _full(text, line, following, width):
                return 0
            full += 1
    ended += _ends(text, body[-1])
    return width if full >= _FEWEST and ended else 0


def _full(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether a line without a stop had no room left for the first word of the next."""
    word = _FIRST_WORD.match(text, following[0])
    room = width - (line[1] - line[0])
    return not _ends(text, line) and word is not None and len(word[0]) + 1 > room


def _ends(text: str, line: Span) -> bool:
    """Whether a line ends its sentence, also with a quotation that closes on its stop."""
    return text[max(line[0], line[1] - 4) : line[1]].rstrip(_CLOSERS).endswith(_STOPS)
