"""What a run tells a person, read back from the state that it published."""

from dataclasses import dataclass
from pathlib import Path

from hawliyat.tasks.load import Counts, connect
from hawliyat.tasks.load.sql import execute

_NEWEST = 20
_REJECTED = 1000
_CELL = 72  # characters


@dataclass(frozen=True, slots=True)
class Rejection:
    """An input that could not be used; `record` counts from 1 and is None for a whole file."""

    source_uri: str
    record: int | None
    reason: str
    detail: str | None

    def as_cells(self) -> dict[str, str | int | None]:
        """A row of a table artifact."""
        return {
            "source": self.source_uri,
            "record": self.record,
            "reason": self.reason,
            "detail": self.detail,
        }


def rejected(warehouse: Path, run_id: str) -> tuple[list[Rejection], int]:
    """The first of what the run put into quarantine and what was not there before; how many there are."""
    with connect(warehouse) as connection:
        rows = execute(connection, "reports/run_quarantine", run_id=run_id, number=_REJECTED).fetchall()
    return [Rejection(*row[:-1]) for row in rows], rows[0][-1] if rows else 0


def run_as_markdown(warehouse: Path, run_id: str, counts: Counts) -> str:
    """The run's counts, then, where it changed anything, the last rows of the timeline, as Markdown."""
    lines = [
        f"# {warehouse.name}",
        f"Run `{run_id}` published `{warehouse}`.",
        "" if counts.changed else "\nNothing new.",
        "",
        "| read | loaded | replaced | unchanged | quarantined | rederived | time expressions | events |",
        "|---:|---:|---:|---:|---:|---:|---:|---:|",
        f"| {counts.read} | {counts.loaded} | {counts.replaced} | {counts.unchanged} | {counts.quarantined} "
        f"| {counts.rederived} | {counts.time_expressions} | {counts.events} |",
        *(_newest(warehouse) if counts.changed else ()),
    ]
    return "\n".join(lines) + "\n"


def _newest(warehouse: Path) -> list[str]:
    with connect(warehouse) as connection:
        rows = execute(connection, "reports/newest_timeline", number=_NEWEST).fetchall()
    return [
        "",
        "## The timeline from its end",
        # The event before what may be cut off: a table wider than the window is seen from its left.
        "| days | event | type | status | source |",
        "|---|---:|---|---|---|",
        *("| " + " | ".join(_cell(value) for value in row) + " |" for row in rows),
    ]


def _cell(value: object) -> str:
    """One line, cut where it would push other columns out of sight; Arabic in an isolate of its own direction."""
    line = "" if value is None else " ".join(str(value).split())
    cut = line if len(line) <= _CELL else line[: _CELL - 1].rsplit(" ", 1)[0] + "…"
    escaped = cut.replace("\\", "\\\\").replace("|", "\\|")
    return escaped if line.isascii() else f"\u2067{escaped}\u2069"
