"""Plain tables of `seeds/gazetteer/`: tab separated, `#` comments, one header row, `|` between variants.

A name ends in `*` where it is also an ordinary word, in `~` where two entities bear it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

GAZETTEER = Path(__file__).parents[3] / "seeds" / "gazetteer"


class GazetteerError(ValueError):
    """A row of a gazetteer file that cannot be used; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Row:
    """One data row; `where` is `file:line`, for messages."""

    where: str
    columns: tuple[str, ...]
    cells: tuple[str, ...]

    def cell(self, column: str) -> str:
        """The cell as it stands, empty where nothing is known."""
        return self.cells[self.columns.index(column)]

    def required(self, column: str) -> str:
        """The cell, which must not be empty."""
        value = self.cell(column)
        if not value:
            raise GazetteerError(f"{self.where}: column {column} is empty")
        return value

    def variants(self, *columns: str) -> Iterator["Name"]:
        """The names in these columns, in order."""
        for column in columns:
            for name in self.cell(column).split("|"):
                if name.strip():
                    yield Name.parse(name.strip())

    def degrees(self, column: str, limit: float) -> float | None:
        """A coordinate in degrees, None where the cell is empty."""
        value = self.cell(column)
        if not value:
            return None
        try:
            number = float(value)
        except ValueError:
            raise GazetteerError(f"{self.where}: {column} {value!r} is not a number of degrees") from None
        if abs(number) > limit:
            raise GazetteerError(f"{self.where}: {column} {value} is beyond {limit:g} degrees")
        return number


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling. `ordinary`: also a common word. `shared`: borne by several entities."""

    text: str
    ordinary: bool = False
    shared: bool = False

    @classmethod
    def parse(cls, cell: str) -> "Name":
        """Read a name with its trailing marks."""
        return cls(cell.rstrip("*~"), "*" in cell, "~" in cell)


def read_table(path: Path, *columns: str) -> list[Row]:
    """The rows of `path`, whose header must be exactly `columns`; GazetteerError names file and line."""
    rows: list[Row] = []
    header: tuple[str, ...] | None = None
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip() or line.startswith("#"):
                continue
            where = f"{path.name}:{number}"
            cells = tuple(cell.strip() for cell in line.rstrip("\n").split("\t"))
            if header is None:
                header = cells
                if header != columns:
                    raise GazetteerError(f"{where}: header {header}, expected {columns}")
            elif len(cells) != len(columns):
                raise GazetteerError(f"{where}: {len(cells)} columns, expected {len(columns)}")
            else:
                rows.append(Row(where, columns, cells))
    if header is None:
        raise GazetteerError(f"{path.name}:1: no header row")
    return rows
