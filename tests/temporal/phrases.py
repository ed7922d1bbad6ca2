"""The corpus of single phrases: what a phrase says by its reference date, or that it says nothing of time."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from hawliyat.tasks.tables import read_rows
from hawliyat.tests.temporal.scoring import CORPUS

SILENT = "-"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row of a file of phrases; `surface` is None where nothing may be found, `day` has a time where the row has."""

    line: int
    day: date | None
    text: str
    surface: str | None
    type: str
    value: str
    mod: str


@cache
def phrases(name: str = "phrases.tsv") -> tuple[Phrase, ...]:
    """All rows of `tests/corpus/NAME`, in the file's order."""
    rows = []
    for row in read_rows(CORPUS / name):
        day = _moment(row["reference_date"])
        surface = None if row["surface"] == SILENT else row["surface"]
        rows.append(Phrase(row.line, day, row["text"], surface, row["type"], row["value"], row["mod"]))
    return tuple(rows)


def _moment(written: str) -> date | None:
    """A date, a date with a time of day, or None."""
    if not written:
        return None
    return datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)
