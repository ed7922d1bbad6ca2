"""What did not publish: failed runs and rollbacks, one JSON object a line in a file beside the warehouse."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from hawliyat.tasks.load.errors import Offence
from hawliyat.tasks.load.files import journal_path
from hawliyat.tasks.load.frames import Run


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: status is `failed` or `rolled_back`; times in ISO 8601, UTC; `offences` as text."""

    run_id: str
    status: str
    started_at: str
    at: str
    message: str
    offences: tuple[str, ...] = field(default=())


def record(
    warehouse: Path,
    run_id: str,
    status: str,
    started_at: datetime,
    message: str,
    offences: Sequence[Offence] = (),
) -> None:
    """Append a line; where even that cannot be written, the error that is on its way to the user says more."""
    entry = Entry(
        run_id,
        status,
        started_at.isoformat(timespec="seconds"),
        datetime.now(UTC).isoformat(timespec="seconds"),
        message,
        tuple(map(str, offences)),
    )
    append(warehouse, entry)


def append(warehouse: Path, entry: Entry) -> None:
    """Append a line as it is; see `record`."""
    with suppress(OSError), journal_path(warehouse).open("a", encoding="utf-8") as log:
        log.write(json.dumps(asdict(entry), ensure_ascii=False) + "\n")


@contextmanager
def failures(warehouse: Path, run: Run) -> Iterator[None]:
    """Record what ends the block with an error, unless the load has recorded it already."""
    try:
        yield
    except BaseException as error:
        if not any(entry.run_id == run.run_id for entry in entries(warehouse)):
            record(warehouse, run.run_id, "failed", run.started_at, told(error))
        raise


def told(error: BaseException) -> str:
    """An error in one line; where it is a signal, that somebody stopped the run."""
    if not isinstance(error, Exception):
        by = "interrupted" if isinstance(error, KeyboardInterrupt) else "terminated"
        return f"Stopped from outside: {by}."
    first_line = (str(error).splitlines() or [""])[0]
    return f"{type(error).__name__}: {first_line}".removesuffix(": ")


def entries(warehouse: Path) -> list[Entry]:
    """All lines, oldest first; a line that a kill cut short is passed over."""
    path = journal_path(warehouse)
    if not path.exists():
        return []
    found: list[Entry] = []
    for line in path.read_text(encoding="utf-8", errors="replace").split("\n"):
        with suppress(ValueError, TypeError, KeyError):
            fields = json.loads(line)
            found.append(Entry(**{**fields, "offences": tuple(fields["offences"])}))
    return found
