"""`hawliyat quarantine`: the inputs that could not be used, and why."""

import argparse
import json
import sys
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from hawliyat.flows.cli.common import DONE, add_warehouse, exit_status, warehouse_of
from hawliyat.flows.cli.terminal import Piece, Screen, label, source
from hawliyat.tasks.load import connect
from hawliyat.tasks.load.sql import execute as execute_sql
from hawliyat.tasks.schema import Reason


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row of the table `quarantine`."""

    source_uri: str
    record: int | None
    reason: str
    detail: str | None
    run_id: str
    seen_at: datetime


def add_parser(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = subparsers.add_parser("quarantine", help="list the inputs that could not be used, and why")
    parser.add_argument(
        "--reason", choices=[reason.value for reason in Reason], help="only those of one reason"
    )
    parser.add_argument("--format", choices=["table", "json"], default="table", help="default: %(default)s")
    add_warehouse(parser)
    parser.set_defaults(execute=execute)


@exit_status
def execute(args: argparse.Namespace) -> int:
    """List the quarantine, newest first."""
    with connect(warehouse_of(args)) as connection:
        rows = [
            Rejected(*row)
            for row in execute_sql(connection, "reports/quarantine", reason=args.reason).fetchall()
        ]
    if args.format == "json":
        json.dump(
            [asdict(row) for row in rows],
            sys.stdout,
            ensure_ascii=False,
            indent=2,
            default=datetime.isoformat,
        )
        print()
        return DONE
    screen = Screen()
    for row in rows:
        record = "" if row.record is None else f" record {row.record}"
        screen.line(Piece(row.reason, "negated"), Piece("  "), *source(row.source_uri), Piece(record))
        screen.line(label(f"    first seen {row.seen_at:%Y-%m-%d %H:%M} UTC by run {row.run_id}"))
        if row.detail:
            screen.line(Piece("    "), *source(row.detail))
    screen.line(label(f"{len(rows)} in quarantine." if rows else "Nothing is in quarantine."))
    return DONE
