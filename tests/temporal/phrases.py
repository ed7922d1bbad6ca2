"""The corpus of single phrases: what a phrase says by its reference date, or that it says nothing of time."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from hawliyat.tasks.tables import read_rows
from hawliyat.tests.temporal.scoring import CORPUS

SILENT = "-"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row of `tests/corpus/phrases.tsv`; `surface` is None where nothing may be found."""

    line: int
    day: date | None
    text: str
    surface: str | None
    type: str
    value: str
    mod: str


@cache
def phrases() -> tuple[Phrase, ...]:
    """All rows, in the file's order."""
    rows = []
    for row in read_rows(CORPUS / "phrases.tsv"):
        day = date.fromisoformat(row["reference_date"]) if row["reference_date"] else None
        surface = None if row["surface"] == SILENT else row["surface"]
        rows.append(Phrase(row.line, day, row["text"], surface, row["type"], row["value"], row["mod"]))
    return tuple(rows)
