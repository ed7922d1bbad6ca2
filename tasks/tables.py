"""Plain tables under `seeds/`: UTF-8, tab separated, `#` comments, a header row. Every error names file and line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SEEDS = Path(__file__).resolve().parents[1] / "seeds"


class DataFileError(ValueError):
    """A row of a lexicon, rule or gazetteer file that cannot be used; the message is `file:line: what is wrong`."""


@dataclass(frozen=True, slots=True)
class Row:
    """One data row: the cells by column name, and where it stands."""

    cells: dict[str, str]
    path: Path
    line: int

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    @property
    def where(self) -> str:
        """`file:line`, for messages."""
        return f"{self.path.name}:{self.line}"

    def error(self, message: str) -> DataFileError:
        """An error that points at this row."""
        return DataFileError(f"{self.where}: {message}")


def read_rows(path: Path, *columns: str, short: bool = False) -> Iterator[Row]:
    """The rows of a table, in order.

    Args:
        columns: what the header must be; any header, where none are named.
        short: whether cells may be missing at the end of a row; they are empty then.

    Raises:
        DataFileError: another header, none at all, or a row whose cells do not fit it.
    """
    header: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        where = f"{path.name}:{number}"
        if not header:
            header = cells
            if columns and tuple(header) != columns:
                raise DataFileError(
                    f"{where}: the header is {', '.join(header)}; expected {', '.join(columns)}"
                )
            continue
        if len(cells) > len(header) or (len(cells) < len(header) and not short):
            raise DataFileError(f"{where}: {len(cells)} cells, the header names {len(header)}")
        cells += [""] * (len(header) - len(cells))
        yield Row(dict(zip(header, cells, strict=True)), path, number)
    if not header:
        raise DataFileError(f"{path.name}:1: no header row")
