"""Reading the plain files under `seeds/`: tab-separated, `#` comments, a header row; errors name file and line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


class DataFileError(ValueError):
    """A row of a lexicon or rule file that cannot be used; the message is `file:line: what is wrong`."""


@dataclass(frozen=True, slots=True)
class Row:
    """One data row: the cells by column name, and where it stands."""

    cells: dict[str, str]
    path: Path
    line: int

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def error(self, message: str) -> DataFileError:
        """An error that points at this row."""
        return DataFileError(f"{self.path.name}:{self.line}: {message}")


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of a table. A row with more cells than the header is an error; missing ones are empty."""
    header: list[str] | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if header is None:
            header = cells
            continue
        if len(cells) > len(header):
            raise DataFileError(f"{path.name}:{number}: {len(cells)} cells, the header names {len(header)}")
        cells += [""] * (len(header) - len(cells))
        yield Row(dict(zip(header, cells, strict=True)), path, number)
