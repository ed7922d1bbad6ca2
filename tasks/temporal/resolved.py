"""Resolved values: what they are, what they can lean on, and how each grain of the calendar is written as TIMEX3."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from hawliyat.tasks.schema import Anchoring, Calendar, Grain, Mod, TimexType
from hawliyat.tasks.temporal.calendar import month_end, months_from, week_value
from hawliyat.tasks.temporal.raw import Point
from hawliyat.tasks.values import value

UNRESOLVED = "UNRESOLVED"


DATELINE_SLACK = 2  # days ahead of its document's date that a day of the past may lie
RECENT = 45  # days before its document's date within which a date without a year is the report's own
AGAINST_THE_CLAUSE = (
    120  # days that a date must lie nearer to be preferred against the direction of its clause
)
AGAINST_THE_ASKED = 230  # the same and more, of a phrase said alone
AGAINST_THE_WEEKDAY = 450  # the same, of a day that is not the weekday named beside it


@value
class Resolved:
    """A TIMEX3 value with its interval; dates are None where the value is no calendar point."""

    type: TimexType
    value: str
    mod: Mod | None = None
    first: date | None = None
    last: date | None = None
    grain: Grain | None = None
    anchoring: Anchoring = Anchoring.EXPLICIT
    calendar: Calendar = Calendar.GREGORIAN
    note: str | None = None


@dataclass(slots=True)
class Situation:
    """What an expression can lean on: the document's date and time, the direction of its clause, what was said before."""

    dct: date | None
    timestamp: datetime | None = None
    direction: int | None = None  # of the clause: -1 past, 1 future, None unknown
    last: Resolved | None = None  # the last calendar point spoken of
    last_in_paragraph: Resolved | None = None
    in_sentence: Resolved | None = None  # the last day spoken of in this sentence
    narrative: Resolved | None = (
        None  # an explicit year or finer in this paragraph, far from the document's date
    )
    asked: bool = False  # said alone or asked of an assistant: what is to come, and nothing else
    day_before: Resolved | None = None  # the last day spoken of in one of the two sentences before
    firm: bool = False  # the end of what is to come (حتى، قبل): never behind the document's date
    told: Resolved | None = None  # the last day or month of a past year that this sentence names
    then: bool = False  # ثم stands between the expression before and this one
    notes: list[str] = field(default_factory=list)


def day_value(
    day: date, anchoring: Anchoring, part: str | None = None, clock: str | None = None, mod: Mod | None = None
) -> Resolved:
    """A day, or a time of it."""
    if clock and clock.startswith("24"):  # past the midnight that ends the day
        day, clock = day + timedelta(1), "00" + clock[2:]
    suffix = "T" + clock if clock else "T" + part if part else ""
    kind = TimexType.TIME if suffix else TimexType.DATE
    return Resolved(
        kind, day.isoformat() + suffix, mod, day, day, Grain.TIME if suffix else Grain.DAY, anchoring
    )


def open_value(
    value: str, part: str | None = None, clock: str | None = None, mod: Mod | None = None
) -> Resolved:
    """A value with parts left open (XXXX): no interval."""
    clock = "00" + clock[2:] if clock and clock.startswith("24") else clock
    suffix = "T" + clock if clock else "T" + part if part else ""
    return Resolved(
        TimexType.TIME if suffix else TimexType.DATE, value + suffix, mod, anchoring=Anchoring.UNRESOLVED
    )


def year_value(
    year: int, anchoring: Anchoring, mod: Mod | None = None, last_year: int | None = None
) -> Resolved:
    """A year, or a split year that ends in `last_year`."""
    if not 1 <= year <= 9999:
        return unresolved(mod)
    return Resolved(
        TimexType.DATE,
        f"{year:04d}",
        mod,
        date(year, 1, 1),
        date(last_year or year, 12, 31),
        Grain.YEAR,
        anchoring,
    )


def month_value(year: int, month: int, anchoring: Anchoring, mod: Mod | None = None) -> Resolved:
    """A month."""
    if not 1 <= year <= 9999:
        return unresolved(mod)
    return Resolved(
        TimexType.DATE,
        f"{year:04d}-{month:02d}",
        mod,
        date(year, month, 1),
        month_end(year, month),
        Grain.MONTH,
        anchoring,
    )


def week_of(day: date, anchoring: Anchoring, mod: Mod | None = None) -> Resolved:
    """The ISO week of a day."""
    monday = day - timedelta(day.weekday())
    return Resolved(
        TimexType.DATE, week_value(day), mod, monday, monday + timedelta(6), Grain.WEEK, anchoring
    )


def months_value(
    value: str, year: int, month: int, count: int, grain: Grain, anchoring: Anchoring, mod: Mod | None
) -> Resolved:
    """A run of months: quarter, half, season."""
    found = months_from(year, month, count)
    if found is None:
        return unresolved(mod)
    return Resolved(TimexType.DATE, value, mod, found[0], found[1], grain, anchoring)


def decade_value(year: int, anchoring: Anchoring, mod: Mod | None = None) -> Resolved:
    """The decade of a year."""
    number = year // 10
    first = max(number * 10, 1)
    return Resolved(
        TimexType.DATE,
        f"{number:03d}",
        mod,
        date(first, 1, 1),
        date(number * 10 + 9, 12, 31),
        Grain.DECADE,
        anchoring,
    )


def century_value(number: int, anchoring: Anchoring, mod: Mod | None = None) -> Resolved:
    """`number` counts from 0: 19 is the twentieth century."""
    first = max(number * 100, 1)
    return Resolved(
        TimexType.DATE,
        f"{number:02d}",
        mod,
        date(first, 1, 1),
        date(number * 100 + 99, 12, 31),
        Grain.CENTURY,
        anchoring,
    )


def unresolved(mod: Mod | None = None, note: str | None = None) -> Resolved:
    """A value that the context does not give."""
    return Resolved(TimexType.DATE, UNRESOLVED, mod, anchoring=Anchoring.UNRESOLVED, note=note)


def with_note(found: Resolved, note: str | None) -> Resolved:
    """The value with one more note."""
    if note is None:
        return found
    joined = f"{found.note}; {note}" if found.note else note
    return replace(found, note=joined)


def check_weekday(found: Resolved, raw: Point) -> Resolved:
    """Note a weekday that the day has not; `الاثنين الثالث من يناير` is then the third Monday."""
    if raw.weekday is None or found.first is None or found.first.isoweekday() == raw.weekday:
        return found
    if raw.ordinal and raw.day is not None and raw.day <= 5 and not raw.hijri:
        first = found.first.replace(day=1)
        day = first + timedelta((raw.weekday - first.isoweekday()) % 7 + 7 * (raw.day - 1))
        if day.month == first.month:
            return day_value(day, found.anchoring, raw.part, raw.clock, raw.mod)
    return with_note(
        found, f"the weekday named is {raw.weekday} (ISO), that day is {found.first.isoweekday()}"
    )
