"""`hawliyat explain EVENT_ID`: what an event was made of, and why it has its date."""

import argparse
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

from hawliyat.flows.cli.common import DONE, FAILED, add_warehouse, complain, exit_status, warehouse_of
from hawliyat.flows.cli.dates import interval
from hawliyat.flows.cli.terminal import Piece, Screen, isolated, label, safe, source
from hawliyat.tasks.load import connect
from hawliyat.tasks.load.sql import execute as execute_sql

_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ANCHORINGS = {
    "explicit": "its own words say so",
    "publication": "counted from the date of the document",
    "context": "counted from an expression before it",
    "unresolved": "left open: the words do not say from what day to count",
}
_DATINGS = {
    "expression": "dated by its time expression",
    "context": "dated by the running date of its paragraph",
    "publication": "no date in the text: the date of the document is offered, and the timeline leaves it out",
    "none": "undated",
}
_ORIGINS = {
    "record": "from its record or sidecar",
    "page": "from the metadata of the page",
    "url": "from its URL",
    "filename": "from the name of its file",
    "dateline": "from its dateline",
    "given": "given with --published-at",
}
_PARTS = {"time": "time", "end": "time (end)", "context": "running date"}


@dataclass(frozen=True, slots=True)
class Event:
    """The event and its document."""

    event_id: str
    headline: str
    event_type: str
    status: str
    dating: str
    date_from: date | None
    date_to: date | None
    grain: str | None
    rule_id: str
    document_id: str
    source_uri: str
    source_name: str | None
    title: str | None
    url: str | None
    published_at: date | None
    published_at_origin: str | None
    published_at_note: str | None
    duplicate_of: str | None


@dataclass(frozen=True, slots=True)
class Span:
    """A trigger, participant, place or attribution of the event."""

    part: str
    surface: str
    start: int
    end: int
    entity_id: str | None = None
    name_ar: str | None = None
    name_en: str | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression that dates the event, and how it was resolved."""

    part: str
    surface: str
    start: int
    end: int
    type: str
    value: str
    mod: str | None
    date_from: date | None
    date_to: date | None
    grain: str | None
    calendar: str
    anchoring: str
    note: str | None
    rule_id: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the document; `is_own`: the event's."""

    index: int
    kind: str
    start: int
    end: int
    text: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A span with the number and the style by which it is shown."""

    start: int
    end: int
    number: str
    style: str


def add_parser(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = subparsers.add_parser("explain", help="show what an event was made of, and why it has its date")
    parser.add_argument(
        "event_id", metavar="EVENT_ID", help="its id, or the beginning of it where only one begins so"
    )
    add_warehouse(parser)
    parser.set_defaults(execute=execute)


@exit_status
def execute(args: argparse.Namespace) -> int:
    """Explain one event; 1 where there is none or more than one of that id."""
    warehouse = warehouse_of(args)
    with connect(warehouse) as connection:
        found = [
            key for (key,) in execute_sql(connection, "reports/event_ids", prefix=args.event_id).fetchall()
        ]
        if args.event_id in found:
            found = [args.event_id]
        if not args.event_id or not found:
            return complain(f"There is no event {args.event_id!r} in {warehouse}.", FAILED)
        if len(found) > 1:
            more = " and more" if len(found) > 5 else ""
            return complain(f"{args.event_id!r} begins several events: {', '.join(found[:5])}{more}.", FAILED)
        _show(connection, found[0])
    return DONE


def _show(connection: duckdb.DuckDBPyConnection, event_id: str) -> None:
    (row,) = execute_sql(connection, "reports/explain_event", event_id=event_id).fetchall()
    event = Event(*row)
    spans = [Span(*r) for r in execute_sql(connection, "reports/explain_spans", event_id=event_id).fetchall()]
    times = [Time(*r) for r in execute_sql(connection, "reports/explain_times", event_id=event_id).fetchall()]
    rows = execute_sql(connection, "reports/explain_sentences", event_id=event_id).fetchall()
    parts: list[Span | Time] = [spans[0], *times, *spans[1:]]
    marks = [
        Mark(
            part.start,
            part.end,
            str(number).translate(_DIGITS),
            "time" if isinstance(part, Time) else part.part,
        )
        for number, part in enumerate(parts, start=1)
    ]
    screen = Screen()
    _show_head(screen, event)
    for sentence in (Sentence(*r) for r in rows):
        inside = [m for m in marks if m.start < sentence.end and m.end > sentence.start]
        if inside or sentence.is_own:
            screen.line(label(f"sentence {sentence.index} ({sentence.kind})"))
            screen.line(Piece("    "), *mark_up(sentence, inside))
    screen.line()
    for part, mark in zip(parts, marks, strict=True):
        if isinstance(part, Time):
            _show_time(screen, part, mark, event)
        else:
            entity = [
                label(f" = {part.entity_id} "),
                *source(part.name_ar or ""),
                Piece(f" {part.name_en or ''}"),
            ]
            screen.line(
                Piece(f"{mark.number} {part.part:<12} "),
                *source(part.surface, mark.style),
                *(entity if part.entity_id else []),
            )
    screen.line()
    _show_document(screen, event)


def mark_up(sentence: Sentence, marks: list[Mark]) -> list[Piece]:
    """The sentence with each marked span as `[words]¹`; spans may lie in each other and run over its ends."""
    opened: dict[int, str] = {}
    closed: dict[int, str] = {}
    for mark in sorted(
        marks, key=lambda m: m.end - m.start
    ):  # of spans that close together, the inner one first
        first, last = max(mark.start, sentence.start), min(mark.end, sentence.end)
        opened[first] = "[" + opened.get(first, "")
        closed[last] = closed.get(last, "") + "]" + mark.number
    cuts = sorted({sentence.start, sentence.end, *opened, *closed})
    pieces: list[Piece] = []
    ends: list[int | None] = [*cuts[1:], None]
    for start, end in zip(cuts, ends, strict=True):
        pieces.append(Piece(closed.get(start, "") + opened.get(start, "")))
        if end is not None:
            covering = [m for m in marks if m.start <= start and m.end >= end]
            style = min(covering, key=lambda m: m.end - m.start).style if covering else ""
            words = sentence.text[start - sentence.start : end - sentence.start]
            pieces.append(Piece(safe(words), style))
    return isolated([piece for piece in pieces if piece.text])


def _show_head(screen: Screen, event: Event) -> None:
    day = (
        interval(event.date_from, event.date_to, event.grain)
        if event.date_from and event.date_to
        else "undated"
    )
    screen.line(Piece(day, "date"), Piece(f"  {event.event_type}  "), Piece(event.status, event.status))
    screen.line(Piece("    "), *source(event.headline, "headline"))
    screen.line(label(f"    event {event.event_id}: {_DATINGS[event.dating]}; rule {event.rule_id}"))
    screen.line()


def _show_time(screen: Screen, time: Time, mark: Mark, event: Event) -> None:
    modifier = f" {time.mod}" if time.mod else ""
    days = f"{time.date_from} to {time.date_to}" if time.date_from else "no interval"
    calendar = ", Hijri" if time.calendar == "hijri" else ""
    screen.line(Piece(f"{mark.number} {_PARTS[time.part]:<12} "), *source(time.surface, "time"))
    screen.line(Piece(f"      {time.type} {time.value}{modifier}: {days}{calendar}"))
    why = _ANCHORINGS[time.anchoring]
    if time.anchoring == "publication" and event.published_at:
        why += f", {event.published_at}"
    screen.line(label(f"      {why}; rule {time.rule_id}"))
    if time.note:
        screen.line(label("      note: "), *source(time.note))


def _show_document(screen: Screen, event: Event) -> None:
    screen.line(label("document  "), *source(event.document_id))
    for name, text in (("title", event.title), ("outlet", event.source_name), ("url", event.url)):
        if text:
            screen.line(label(f"{name:<10}"), *source(text))
    if event.source_uri != event.document_id:
        screen.line(label("read from "), *source(event.source_uri))
    if event.published_at:
        screen.line(
            label("published "), Piece(f"{event.published_at}, {_ORIGINS[event.published_at_origin or '']}")
        )
    else:
        screen.line(label("published "), Piece("unknown"))
    if event.published_at_note:
        screen.line(label("but       "), Piece(event.published_at_note))
    if event.duplicate_of:
        screen.line(label("repeats   "), *source(event.duplicate_of), Piece(": the timeline leaves it out"))
