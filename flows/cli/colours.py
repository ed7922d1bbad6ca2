"""Pieces in colour, for a terminal (NO_COLOR is respected by rich)."""

from collections.abc import Callable

from rich.console import Console
from rich.text import Text

from hawliyat.flows.cli.terminal import Piece

STYLES = {
    "date": "bold cyan",
    "actual": "green",
    "planned": "yellow",
    "negated": "red",
    "hypothetical": "magenta",
    "headline": "bold",
    "label": "dim",
    "trigger": "bold red",
    "time": "bold cyan",
    "actor": "green",
    "target": "yellow",
    "place": "blue",
    "attribution": "magenta",
    "context": "cyan",
}


def printer() -> Callable[[list[Piece]], None]:
    """A function that prints a line of pieces; a line that is too long is left for the terminal to break."""
    console = Console(highlight=False, soft_wrap=True)

    def write(pieces: list[Piece]) -> None:
        text = Text()
        for piece in pieces:
            text.append(piece.text, style=STYLES.get(piece.style, ""))
        console.print(text)

    return write
