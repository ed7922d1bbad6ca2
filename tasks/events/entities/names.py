"""Cells of `seeds/gazetteer/`: `|` between variants; a name ends in `*` where it is also an ordinary word, in `~` where
two entities bear it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from hawliyat.tasks.tables import SEEDS, Row

GAZETTEER = SEEDS / "gazetteer"


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


def required(row: Row, column: str) -> str:
    """The cell, which must not be empty."""
    if not row[column]:
        raise row.error(f"column {column} is empty")
    return row[column]


def variants(row: Row, *columns: str) -> Iterator[Name]:
    """The names in these columns, in order."""
    for column in columns:
        for name in row[column].split("|"):
            if name.strip():
                yield Name.parse(name.strip())


def degrees(row: Row, column: str, limit: float) -> float | None:
    """A coordinate in degrees, None where the cell is empty."""
    if not row[column]:
        return None
    try:
        number = float(row[column])
    except ValueError:
        raise row.error(f"{column} {row[column]!r} is not a number of degrees") from None
    if abs(number) > limit:
        raise row.error(f"{column} {row[column]} is beyond {limit:g} degrees")
    return number
