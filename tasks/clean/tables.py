"""Reference tables: `#` comments, a header row, tab separated, UTF-8. An error names file and line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


class TableError(ValueError):
    """A row of a reference table cannot be used; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row with its place, so that whoever rejects it can name it."""

    cells: dict[str, str]
    place: str

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def error(self, what: str) -> TableError:
        """An error that names this row."""
        return TableError(f"{self.place}: {what}")


def read_table(path: Path) -> Iterator[Row]:
    """Rows of `path` in order; a row must have as many cells as the header."""
    header: list[str] | None = None
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if header is None:
            header = cells
            continue
        if len(cells) != len(header):
            raise TableError(f"{path.name}:{number}: {len(cells)} cells, the header has {len(header)}")
        yield Row(dict(zip(header, cells, strict=True)), f"{path.name}:{number}")
