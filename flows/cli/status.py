"""`hawliyat status`: the last runs, what failed, what the warehouse holds, and whether something is due."""

import argparse
import json
import sys
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from hawliyat.flows.cli.common import (
    DONE,
    FAILED,
    add_warehouse,
    complain,
    exit_status,
    none_or_more,
    warehouse_of,
)
from hawliyat.flows.cli.terminal import Piece, Screen, label, safe, source
from hawliyat.tasks.load import connect, journal, kept_states
from hawliyat.tasks.load.checks import offences
from hawliyat.tasks.load.lock import holder, killed_run
from hawliyat.tasks.load.sql import execute as execute_sql
from hawliyat.tasks.version import extractor_version

_OFFENCES_SHOWN = 3
_COUNTED = ("read", "loaded", "unchanged", "replaced", "quarantined", "rederived")


@dataclass(frozen=True, slots=True)
class PastRun:
    """A run of the table `runs` or a line of the log beside the file; times in ISO 8601, UTC."""

    run_id: str
    started_at: str
    seconds: float | None
    status: str
    said: str
    offences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sizes:
    """Rows of the tables."""

    documents: int
    undated_documents: int
    duplicates: int
    sentences: int
    time_expressions: int
    events: int
    timeline_rows: int
    entities: int
    quarantined: int
    schema_version: int


@dataclass(frozen=True, slots=True)
class Status:
    """Everything that the command tells."""

    warehouse: str
    megabytes: float
    kept_states: int
    held_by: str
    sizes: Sizes
    quarantine: list[tuple[str, int]]
    outdated: int  # documents that an older version of code, lexicon or rules derived
    runs: list[PastRun]


def add_parser(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = subparsers.add_parser(
        "status", help="show the last runs, what failed, and what the warehouse holds"
    )
    parser.add_argument(
        "--runs", type=none_or_more, default=10, metavar="N", help="how many runs (default: %(default)s)"
    )
    parser.add_argument(
        "--check", action="store_true", help="hold every check to the whole warehouse; 1 where one fails"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object")
    add_warehouse(parser)
    parser.set_defaults(execute=execute)


@exit_status
def execute(args: argparse.Namespace) -> int:
    """Tell the state of a warehouse."""
    warehouse = warehouse_of(args)
    if not warehouse.exists() and not args.json:  # a first run that failed left no warehouse, but a log
        _show_runs(Screen(), _unpublished(warehouse)[::-1][: args.runs])
    with connect(warehouse) as connection:
        status = read(connection, warehouse, args.runs)
        broken = []
        if args.check:
            execute_sql(connection, "merge/check_all")
            broken = offences(connection)
    if args.json:
        json.dump(
            {**asdict(status), "offences": [str(row) for row in broken]},
            sys.stdout,
            ensure_ascii=False,
            indent=2,
        )
        print()
    else:
        _show(status)
    for offence in broken:
        complain(safe(str(offence)), FAILED)
    return FAILED if broken else DONE


def read(connection: duckdb.DuckDBPyConnection, warehouse: Path, number: int) -> Status:
    """The state of an open warehouse, with its `number` newest runs, failed ones among them."""
    (sizes,) = execute_sql(connection, "reports/sizes").fetchall()
    rows = execute_sql(connection, "reports/last_runs", number=number).fetchall()
    ((outdated,),) = execute_sql(connection, "reports/outdated", version=extractor_version()).fetchall()
    runs = [_published(*row) for row in rows]
    published = {run.run_id for run in runs}  # a run killed after publishing has done its work
    runs += [run for run in _unpublished(warehouse) if run.run_id not in published]
    return Status(
        str(warehouse),
        round(warehouse.stat().st_size / 1e6, 1),
        len(kept_states(warehouse)),
        holder(warehouse),
        Sizes(*sizes),
        execute_sql(connection, "reports/quarantine_reasons").fetchall(),
        outdated,
        sorted(runs, key=lambda run: run.started_at, reverse=True)[:number],
    )


def _unpublished(warehouse: Path) -> list[PastRun]:
    return [
        PastRun(entry.run_id, entry.started_at, None, entry.status, entry.message, entry.offences)
        for entry in [*journal.entries(warehouse), *filter(None, [killed_run(warehouse)])]
    ]


def _published(
    run_id: str, started_at: datetime, finished_at: datetime, status: str, counts: str, code_version: str
) -> PastRun:
    numbers = json.loads(counts)
    said = ", ".join(f"{numbers[name]} {name}" for name in _COUNTED if numbers.get(name))
    seconds = round((finished_at - started_at).total_seconds(), 1)
    said = f"{said or 'nothing read'}; version {code_version}"
    return PastRun(run_id, f"{started_at.isoformat(timespec='seconds')}+00:00", seconds, status, said)


def _show(status: Status) -> None:
    screen, sizes = Screen(), status.sizes
    kept = f"{status.kept_states} older states kept" if status.kept_states else "no older state kept"
    screen.line(
        Piece(f"{status.warehouse}  {status.megabytes} MB, schema {sizes.schema_version}, {kept}", "headline")
    )
    if status.held_by:
        screen.line(Piece(f"held by a run{status.held_by}", "planned"))
    screen.line(
        label("documents         "),
        Piece(
            f"{sizes.documents}  ({sizes.undated_documents} without a date, {sizes.duplicates} duplicates)"
        ),
    )
    screen.line(label("sentences         "), Piece(str(sizes.sentences)))
    screen.line(label("time expressions  "), Piece(str(sizes.time_expressions)))
    screen.line(
        label("events            "), Piece(f"{sizes.events}  ({sizes.timeline_rows} in the timeline)")
    )
    screen.line(label("entities          "), Piece(str(sizes.entities)))
    reasons = ", ".join(f"{reason} {count}" for reason, count in status.quarantine)
    screen.line(
        label("quarantine        "), Piece(f"{sizes.quarantined}" + (f"  ({reasons})" if reasons else ""))
    )
    if status.outdated:
        screen.line(
            Piece(
                f"derived by older code, lexicon or rules: {status.outdated}; hawliyat run --reprocess is due",
                "planned",
            )
        )
    screen.line()
    _show_runs(screen, status.runs)


def _show_runs(screen: Screen, runs: list[PastRun]) -> None:
    for run in runs:
        seconds = "" if run.seconds is None else f"  {run.seconds} s"
        style = "actual" if run.status == "published" else "negated"
        screen.line(
            Piece(run.started_at), Piece(f"  {run.run_id}  "), Piece(run.status, style), Piece(seconds)
        )
        screen.line(label(f"    {safe(run.said)}"))
        for offence in run.offences[:_OFFENCES_SHOWN]:
            screen.line(label("        "), *source(offence))
        if len(run.offences) > _OFFENCES_SHOWN:
            screen.line(label(f"        and {len(run.offences) - _OFFENCES_SHOWN} more rows in the log"))
