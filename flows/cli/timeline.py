"""`hawliyat timeline`: the dated events, in date order."""

import argparse
import csv
import json
import re
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from hawliyat.flows.cli.common import DONE, WRONG_USAGE, add_warehouse, complain, exit_status, warehouse_of
from hawliyat.flows.cli.dates import first_day, interval, last_day
from hawliyat.flows.cli.terminal import Piece, Screen, label, source
from hawliyat.tasks.load import connect
from hawliyat.tasks.load.sql import execute as execute_sql
from hawliyat.tasks.schema import EventType


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the view `timeline`, column by column."""

    date_from: date
    date_to: date
    grain: str | None
    headline: str
    event_type: str
    status: str
    actors: list[str]
    targets: list[str]
    place: str | None
    sentence: str
    document_id: str
    source_name: str | None
    published_at: date | None
    event_id: str
    dating: str
    trigger: str
    attribution: str | None
    sentence_index: int
    title: str | None
    url: str | None


COLUMNS = tuple(field.name for field in fields(Row))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user asked for; None where anything will do."""

    first_day: date | None = None
    last_day: date | None = None
    actor: str | None = None
    event_type: str | None = None

    def words(self) -> str:
        """The conditions as a phrase; empty where there are none."""
        parts = [
            f"from {self.first_day}" if self.first_day else "",
            f"to {self.last_day}" if self.last_day else "",
            f"about {self.actor}" if self.actor else "",
            f"of type {self.event_type}" if self.event_type else "",
        ]
        return " ".join(filter(None, parts))


def add_parser(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = subparsers.add_parser("timeline", help="print the dated events, in date order")
    parser.add_argument(
        "--from", dest="first_day", type=_date(first_day), metavar="D", help="events that end on D or later"
    )
    parser.add_argument(
        "--to", dest="last_day", type=_date(last_day), metavar="D", help="events that begin on D or earlier"
    )
    parser.add_argument("--actor", metavar="NAME", help="events with NAME among their actors or targets")
    parser.add_argument(
        "--type",
        dest="event_type",
        type=str.upper,
        choices=[member.value for member in EventType],
        metavar="T",
        help="events of a PLOVER class, or OTHER",
    )
    parser.add_argument("--format", choices=list(_WRITERS), default="table", help="default: %(default)s")
    add_warehouse(parser)
    parser.set_defaults(execute=execute)


@exit_status
def execute(args: argparse.Namespace) -> int:
    """Print the timeline of a warehouse; 0 also where nothing matches."""
    wanted = Wanted(args.first_day, args.last_day, args.actor, args.event_type)
    if wanted.first_day and wanted.last_day and wanted.first_day > wanted.last_day:
        return complain(f"--from {wanted.first_day} lies after --to {wanted.last_day}.", WRONG_USAGE)
    warehouse = warehouse_of(args)
    with connect(warehouse) as connection:
        rows = read(connection, wanted)
        if args.format == "table" and not rows:
            _say_nothing_found(connection, warehouse, wanted)
            return DONE
    _WRITERS[args.format](rows)
    return DONE


def read(connection: duckdb.DuckDBPyConnection, wanted: Wanted) -> list[Row]:
    """The timeline rows of an open warehouse that match, in date order."""
    return [Row(*row) for row in execute_sql(connection, "reports/timeline", **asdict(wanted)).fetchall()]


def write_table(rows: list[Row]) -> None:
    """Blocks of lines: columns would tear where the direction of the text turns."""
    screen = Screen()
    for row in rows:
        status = [] if row.status == "actual" else [Piece("  "), Piece(row.status, row.status)]
        screen.line(
            Piece(interval(row.date_from, row.date_to, row.grain), "date"),
            Piece(f"  {row.event_type}"),
            *status,
        )
        screen.line(Piece("    "), *source(row.headline, "headline"))
        parties: list[Piece] = []
        if row.actors:
            parties += [label("actors "), *source("، ".join(row.actors), "actor")]
        if row.targets:
            parties += [
                label(" → targets " if row.actors else "targets "),
                *source("، ".join(row.targets), "target"),
            ]
        if parties:
            screen.line(Piece("    "), *parties)
        place = [label("place "), *source(row.place, "place"), label(" · ")] if row.place else []
        screen.line(
            Piece("    "), *place, label("in "), *source(row.document_id), label(f" · event {row.event_id}")
        )
        screen.line()
    documents = len({row.document_id for row in rows})
    first, last = min(row.date_from for row in rows), max(row.date_to for row in rows)
    screen.line(
        label(f"{_count(len(rows), 'event')} in {_count(documents, 'document')}, {first} to {last}."),
    )


def write_json(rows: list[Row]) -> None:
    """One JSON array; dates in ISO 8601."""
    json.dump([asdict(row) for row in rows], sys.stdout, ensure_ascii=False, indent=2, default=date.isoformat)
    print()


def write_csv(rows: list[Row]) -> None:
    """RFC 4180 with a header row; the two lists as JSON arrays, so that a name with a comma stays one name."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([_cell(getattr(row, column)) for column in COLUMNS])


def write_markdown(rows: list[Row]) -> None:
    """One table; source text is escaped, so that none of it becomes markup."""
    print("| date | event | type | status | actors | targets | place | document |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for row in rows:
        cells = (
            interval(row.date_from, row.date_to, row.grain),
            row.headline,
            row.event_type,
            row.status,
            "، ".join(row.actors),
            "، ".join(row.targets),
            row.place or "",
            row.document_id,
        )
        print("| " + " | ".join(map(_escape_markdown, cells)) + " |")


_WRITERS: dict[str, Callable[[list[Row]], None]] = {
    "table": write_table,
    "json": write_json,
    "csv": write_csv,
    "markdown": write_markdown,
}


def _say_nothing_found(connection: duckdb.DuckDBPyConnection, warehouse: Path, wanted: Wanted) -> None:
    screen = Screen()
    row = execute_sql(connection, "reports/extent").fetchone()
    events, first, last, documents = row if row is not None else (0, None, None, 0)
    if not documents:
        screen.line(Piece(f"{warehouse} has no documents yet: hawliyat run SOURCE fills it."))
    elif not events:
        screen.line(
            Piece(
                f"No dated events in {_count(documents, 'document')}. Relative dates need the date of their "
                "document: hawliyat run SOURCE --published-at YYYY-MM-DD gives it."
            )
        )
    else:
        screen.line(
            Piece("No events "),
            *source(wanted.words()),
            Piece(f". The timeline has {_count(events, 'event')}, {first} to {last}."),
        )


def _date(convert: Callable[[str], date]) -> Callable[[str], date]:
    def parse(text: str) -> date:
        try:
            return convert(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(
                f"{text!r} is no date: write YYYY, YYYY-MM or YYYY-MM-DD"
            ) from error

    return parse


def _cell(value: object) -> str:
    if value is None:
        return ""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else str(value)


def _escape_markdown(text: str) -> str:
    one_line = " ".join(text.split())
    safe = one_line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_\[\]|#~])", r"\\\1", safe)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
