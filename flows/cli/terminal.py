"""Arabic in a terminal: each run of source text in its own bidi isolate, colours where a person looks, plain text elsewhere."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

_ISOLATE, _POP = "\u2068", "\u2069"
# Characters that would move the cursor, or turn the direction of the rest of the screen.
_UNSAFE = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), 0x061C, 0x200E, 0x200F], "\ufffd")
_UNSAFE |= dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], "\ufffd")
_UNSAFE |= dict.fromkeys(map(ord, "\n\r\t"), " ")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one style; `marks`: direction marks, which only a terminal gets."""

    text: str
    style: str = ""
    marks: bool = False


def label(text: str) -> Piece:
    """A word of ours that names what follows it."""
    return Piece(text, "label")


def safe(text: str) -> str:
    """Text of a document on one line, without what would move the cursor or turn the direction of what follows."""
    return text.translate(_UNSAFE)


def source(text: str, style: str = "") -> list[Piece]:
    """Text of a document, whose direction does not leak into what stands beside it."""
    return isolated([Piece(safe(text), style)])


def isolated(pieces: list[Piece]) -> list[Piece]:
    """Pieces of one passage: in order among themselves, apart from what stands beside them."""
    return [Piece(_ISOLATE, marks=True), *pieces, Piece(_POP, marks=True)]


class Screen:
    """Writes lines to standard output: coloured and isolated on a terminal, else plain and stable."""

    def __init__(self) -> None:
        self._print: Callable[[list[Piece]], None] = _print_plain
        if sys.stdout.isatty():
            from hawliyat.flows.cli import colours  # rich costs a tenth of a second to import

            self._print = colours.printer()

    def line(self, *pieces: Piece) -> None:
        """One line of pieces."""
        self._print(list(pieces))


def _print_plain(pieces: list[Piece]) -> None:
    print("".join(piece.text for piece in pieces if not piece.marks).rstrip())
