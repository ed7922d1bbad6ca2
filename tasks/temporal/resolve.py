"""From underspecified values to TIMEX3 values and intervals, with an explicit context and never the clock.

What the words leave open comes from the context in this order: the words' own year or adjective; an expression that
they refer back to; the direction of the clause (past or future) counted from the document's date.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from hawliyat.tasks.schema import Anchoring, Calendar, Grain, Mod, TimexType
from hawliyat.tasks.temporal.calendar import (
    SEASON_MONTH,
    add_months,
    easter,
    hijri_day,
    hijri_month,
    hijri_year,
    month_end,
    months_from,
    to_hijri,
    valid_day,
    week_value,
)
from hawliyat.tasks.temporal.raw import Era, Feast, Fixed, Moved, Nth, Part, Point, Raw, Shift, Since
from hawliyat.tasks.temporal.tense import IMPERFECT

UNRESOLVED = "UNRESOLVED"
NARRATIVE_DISTANCE = 2  # years from the document's date beyond which a paragraph tells of its own time


@dataclass(frozen=True, slots=True)
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
    notes: list[str] = field(default_factory=list)


def resolve(raw: Raw, s: Situation) -> Resolved:
    """The value of an expression in its situation."""
    match raw:
        case Fixed():
            return Resolved(raw.type, raw.value, raw.mod)
        case Shift():
            return _shift(raw, s)
        case Point():
            return _point(raw, s)
        case Part():
            return _part(raw, s)
        case Era():
            return _era(raw, s)
        case Feast():
            return _feast(raw, s)
        case Nth():
            return _nth(raw, s)
        case Moved():
            found = resolve(raw.inner, s)
            if found.first is None:
                return _unresolved()
            return _day(found.first + timedelta(raw.days), found.anchoring)
        case Since():
            return resolve(raw.length, s)


# --- building blocks -----------------------------------------------------------------------------------------------


def _day(
    day: date, anchoring: Anchoring, part: str | None = None, clock: str | None = None, mod: Mod | None = None
) -> Resolved:
    if clock == "24:00":
        day, clock = day + timedelta(1), "00:00"
    suffix = "T" + clock if clock else "T" + part if part else ""
    kind = TimexType.TIME if suffix else TimexType.DATE
    return Resolved(
        kind, day.isoformat() + suffix, mod, day, day, Grain.TIME if suffix else Grain.DAY, anchoring
    )


def _open(value: str, part: str | None = None, clock: str | None = None, mod: Mod | None = None) -> Resolved:
    clock = "00:00" if clock == "24:00" else clock
    suffix = "T" + clock if clock else "T" + part if part else ""
    return Resolved(
        TimexType.TIME if suffix else TimexType.DATE, value + suffix, mod, anchoring=Anchoring.UNRESOLVED
    )


def _year(year: int, anchoring: Anchoring, mod: Mod | None = None, last_year: int | None = None) -> Resolved:
    if not 1 <= year <= 9999:
        return Resolved(TimexType.DATE, UNRESOLVED, mod, anchoring=Anchoring.UNRESOLVED)
    return Resolved(
        TimexType.DATE,
        f"{year:04d}",
        mod,
        date(year, 1, 1),
        date(last_year or year, 12, 31),
        Grain.YEAR,
        anchoring,
    )


def _month(year: int, month: int, anchoring: Anchoring, mod: Mod | None = None) -> Resolved:
    if not 1 <= year <= 9999:
        return Resolved(TimexType.DATE, UNRESOLVED, mod, anchoring=Anchoring.UNRESOLVED)
    return Resolved(
        TimexType.DATE,
        f"{year:04d}-{month:02d}",
        mod,
        date(year, month, 1),
        month_end(year, month),
        Grain.MONTH,
        anchoring,
    )


def _week(day: date, anchoring: Anchoring, mod: Mod | None = None) -> Resolved:
    monday = day - timedelta(day.weekday())
    return Resolved(
        TimexType.DATE, week_value(day), mod, monday, monday + timedelta(6), Grain.WEEK, anchoring
    )


def _span(
    value: str, year: int, month: int, count: int, grain: Grain, anchoring: Anchoring, mod: Mod | None
) -> Resolved:
    found = months_from(year, month, count)
    if found is None:
        return Resolved(TimexType.DATE, UNRESOLVED, mod, anchoring=Anchoring.UNRESOLVED)
    return Resolved(TimexType.DATE, value, mod, found[0], found[1], grain, anchoring)


def _decade(year: int, anchoring: Anchoring, mod: Mod | None = None) -> Resolved:
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


def _century(number: int, anchoring: Anchoring, mod: Mod | None = None) -> Resolved:
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


def _unresolved(mod: Mod | None = None, note: str | None = None) -> Resolved:
    return Resolved(TimexType.DATE, UNRESOLVED, mod, anchoring=Anchoring.UNRESOLVED, note=note)


# --- shifts --------------------------------------------------------------------------------------------------------


def _shift(raw: Shift, s: Situation) -> Resolved:
    if raw.anaphoric:
        return _anaphoric(raw, s)
    if raw.unit in ("minute", "second"):
        return _clock_shift(raw, s)
    if raw.running or (raw.clock and raw.unit == "day" and raw.amount == 0):
        day = s.in_sentence
        if day is not None and day.first is not None:
            return shift_from(day.first, raw, Anchoring.CONTEXT)
        if (
            s.last_in_paragraph is not None
            and s.narrative is not None
            and s.last_in_paragraph.grain in (Grain.DAY, Grain.TIME)
            and s.last_in_paragraph.first
        ):
            return shift_from(s.last_in_paragraph.first, raw, Anchoring.CONTEXT)
    if raw.unit == "newyear":
        if s.dct is None:
            return _unresolved(raw.mod)
        return _year(s.dct.year + (1 if s.dct.month >= 7 else 0), Anchoring.PUBLICATION, raw.mod)
    if s.dct is None:
        return _shift_open(raw, s.direction)
    found = shift_from(s.dct, raw, Anchoring.PUBLICATION)
    if raw.weekday is not None and found.first is not None and found.first.isoweekday() != raw.weekday:
        return _with_note(
            found, f"the weekday named is {raw.weekday} (ISO), that day is {found.first.isoweekday()}"
        )
    return found


def _shift_open(raw: Shift, direction: int | None) -> Resolved:
    if raw.clock and raw.unit == "day":
        return _open("XXXX-XX-XX", raw.part, raw.clock, raw.mod)
    if raw.weekday is not None:
        return _open(f"XXXX-WXX-{raw.weekday}", raw.part, raw.clock, raw.mod)
    if raw.unit == "day" and raw.amount == 0 and raw.part is None:
        if direction == -1:  # `أعلنت اليوم`: the day of the report, whichever that is
            return Resolved(TimexType.DATE, "XXXX-XX-XX", raw.mod, anchoring=Anchoring.UNRESOLVED)
        return Resolved(TimexType.DATE, "PRESENT_REF", raw.mod)
    if raw.unit == "day" and raw.part and raw.amount == 0:
        return _open("XXXX-XX-XX", raw.part, None, raw.mod)
    kind = TimexType.TIME if raw.part else TimexType.DATE
    return Resolved(kind, UNRESOLVED, raw.mod, anchoring=Anchoring.UNRESOLVED)


def _clock_shift(raw: Shift, s: Situation) -> Resolved:
    """Hours and minutes count from the document's timestamp; a date alone leaves them open."""
    if s.timestamp is None:
        return Resolved(TimexType.DATE, "PAST_REF" if raw.amount < 0 else "FUTURE_REF", raw.mod)
    delta = timedelta(seconds=raw.amount) if raw.unit == "second" else timedelta(minutes=raw.amount)
    moment = s.timestamp + delta
    return _day(moment.date(), Anchoring.PUBLICATION, clock=f"{moment:%H:%M}", mod=raw.mod)


def shift_from(origin: date, raw: Shift, anchoring: Anchoring) -> Resolved:
    """`raw.amount` units from a day."""
    year, month = origin.year, origin.month
    try:
        match raw.unit:
            case "day" | "night":
                return _day(origin + timedelta(raw.amount), anchoring, raw.part, raw.clock, raw.mod)
            case "week":
                return _week(origin + timedelta(7 * raw.amount), anchoring, raw.mod)
            case "month":
                return _month(*add_months(year, month, raw.amount), anchoring, raw.mod)
            case "quarter":
                y, m = add_months(year, (month - 1) // 3 * 3 + 1, 3 * raw.amount)
                return _span(f"{y:04d}-Q{(m + 2) // 3}", y, m, 3, Grain.QUARTER, anchoring, raw.mod)
            case "half":
                y, m = add_months(year, 1 if month <= 6 else 7, 6 * raw.amount)
                return _span(f"{y:04d}-H{1 if m == 1 else 2}", y, m, 6, Grain.HALF, anchoring, raw.mod)
            case "year":
                return _year(year + raw.amount, anchoring, raw.mod)
            case "decade":
                return _decade(year + 10 * raw.amount, anchoring, raw.mod)
            case "century":
                return _century(year // 100 + raw.amount, anchoring, raw.mod)
    except (OverflowError, ValueError):
        return _unresolved(raw.mod, "outside the calendar")
    return _unresolved(raw.mod)


def _anaphoric(raw: Shift, s: Situation) -> Resolved:
    """Counted from the last calendar point spoken of. Without one: the part of it that the words give."""
    base = s.last
    fine = {"day": (Grain.DAY, Grain.TIME), "night": (Grain.DAY, Grain.TIME)}.get(raw.unit)
    if base is not None and fine and base.grain not in fine:
        base = None
    if base is not None and base.first is not None:
        if (raw.unit == "week" and base.grain not in (Grain.DAY, Grain.TIME, Grain.WEEK, Grain.WEEKEND)) or (
            raw.unit == "month" and base.grain in (Grain.YEAR, Grain.DECADE, Grain.CENTURY)
        ):
            base = None
    if base is None or base.first is None:
        if raw.amount < 0 and s.dct is not None and raw.unit in ("year", "month", "week"):
            return shift_from(s.dct, raw, Anchoring.PUBLICATION)
        if raw.unit in ("year", "day") and raw.amount == 0:
            value = "XXXX" if raw.unit == "year" else "XXXX-XX-XX"
            return _open(value, raw.part, raw.clock, raw.mod)
        if raw.unit == "year" and raw.mod is not None:
            return _open("XXXX", None, None, raw.mod)
        kind = TimexType.TIME if raw.part else TimexType.DATE
        value = "XXXX-XX-XX" if raw.unit == "day" else "XXXX" if raw.unit == "year" else UNRESOLVED
        if raw.part:
            value += "T" + raw.part
        return Resolved(kind, value, raw.mod, anchoring=Anchoring.UNRESOLVED)
    return shift_from(base.first, raw, Anchoring.CONTEXT)


# --- points --------------------------------------------------------------------------------------------------------


def _point(raw: Point, s: Situation) -> Resolved:
    if raw.known_after is not None and s.dct is not None and s.dct.year < raw.known_after:
        return _point(replace(raw, year=None, known_after=None), s)
    if raw.day == 0:
        return _open("XXXX-XX-XX", raw.part, raw.clock, raw.mod)
    if raw.hijri:
        return _hijri(raw, s)
    if raw.bc:
        assert raw.year is not None
        return Resolved(TimexType.DATE, f"BC{raw.year:04d}", raw.mod, anchoring=Anchoring.EXPLICIT)
    year, note = _written_year(raw, s)
    if raw.second_year is not None and year is not None:
        return _year(year, Anchoring.EXPLICIT, raw.mod, last_year=raw.second_year)
    if raw.base is not None and raw.base.unit == "day" and year is not None:
        today = _shift(raw.base, s).first
        if today is None:
            return _year(year, Anchoring.EXPLICIT, raw.mod)
        return _in_year(Point(month=today.month, day=today.day), year, Anchoring.PUBLICATION)
    if raw.base is not None:
        based = _shift(raw.base, s)
        if based.first is None:
            return _point_open(raw)
        year = based.first.year
        if raw.base.unit == "month":
            return _with_note(_in_month(raw, based), note)
        anchoring = based.anchoring
    else:
        anchoring = Anchoring.EXPLICIT
    if year is not None:
        return _with_note(_in_year(raw, year, anchoring), note)
    if raw.month is not None:
        return _month_without_year(raw, s)
    if raw.weekday is not None:
        return _weekday(raw, s)
    return _unresolved(raw.mod)


def _with_note(found: Resolved, note: str | None) -> Resolved:
    if note is None:
        return found
    joined = f"{found.note}; {note}" if found.note else note
    return Resolved(
        found.type,
        found.value,
        found.mod,
        found.first,
        found.last,
        found.grain,
        found.anchoring,
        found.calendar,
        joined,
    )


def _written_year(raw: Point, s: Situation) -> tuple[int | None, str | None]:
    """The year that figures stand for: two of them count to the century nearest the document's date.

    Some archives print figures backwards (`عام 4991`): read so, with a note, only where the year lies far ahead of the
    document's date and its reversal does not.
    """
    year = raw.year
    if year is None:
        return None, None
    if raw.two_digit_year and year < 100:
        if s.dct is None:
            return (1900 + year if year >= 30 else 2000 + year), None
        century = s.dct.year // 100 * 100
        return (century + year if century + year <= s.dct.year + 20 else century - 100 + year), None
    if s.dct is not None and raw.written_year and year > s.dct.year + 150 and raw.month is None:
        backwards = int(raw.written_year[::-1])
        if s.dct.year - 300 <= backwards <= s.dct.year + 30:
            return backwards, f"the source prints {raw.written_year}: read backwards"
    return year, None


def _in_year(raw: Point, year: int, anchoring: Anchoring) -> Resolved:
    if raw.month is None:
        return _year(year, anchoring, raw.mod)
    if raw.last_of_month:
        return _day(month_end(year, raw.month), anchoring, raw.part, raw.clock, raw.mod)
    if raw.day is None:
        return _month(year, raw.month, anchoring, raw.mod)
    if not valid_day(year, raw.month, raw.day):
        return _unresolved(raw.mod, f"no such day: {year:04d}-{raw.month:02d}-{raw.day:02d}")
    found = _day(date(year, raw.month, raw.day), anchoring, raw.part, raw.clock, raw.mod)
    return _check_weekday(found, raw)


def _check_weekday(found: Resolved, raw: Point) -> Resolved:
    """Note a weekday that the day has not; `الاثنين الثالث من يناير` is then the third Monday."""
    if raw.weekday is None or found.first is None or found.first.isoweekday() == raw.weekday:
        return found
    if raw.ordinal and raw.day is not None and raw.day <= 5 and not raw.hijri:
        first = found.first.replace(day=1)
        day = first + timedelta((raw.weekday - first.isoweekday()) % 7 + 7 * (raw.day - 1))
        if day.month == first.month:
            return _day(day, found.anchoring, raw.part, raw.clock, raw.mod)
    return _with_note(
        found, f"the weekday named is {raw.weekday} (ISO), that day is {found.first.isoweekday()}"
    )


def _in_month(raw: Point, based: Resolved) -> Resolved:
    assert based.first is not None
    year, month = based.first.year, based.first.month
    if raw.last_of_month:
        return _day(month_end(year, month), based.anchoring, raw.part, raw.clock, raw.mod)
    if raw.day is None or not valid_day(year, month, raw.day):
        return _unresolved(raw.mod, "no such day in that month")
    return _check_weekday(
        _day(date(year, month, raw.day), based.anchoring, raw.part, raw.clock, raw.mod), raw
    )


def _point_open(raw: Point) -> Resolved:
    if raw.month is not None:
        value = f"XXXX-{raw.month:02d}" + (f"-{raw.day:02d}" if raw.day else "")
        return _open(value, raw.part, raw.clock, raw.mod)
    if raw.weekday is not None:
        return _open(f"XXXX-WXX-{raw.weekday}", raw.part, raw.clock, raw.mod)
    if raw.day is not None:
        return _open(f"XXXX-XX-{raw.day:02d}", raw.part, raw.clock, raw.mod)
    return _unresolved(raw.mod)


AGAINST_THE_CLAUSE = (
    120  # days that a date must lie nearer to be preferred against the direction of its clause
)


def _month_without_year(raw: Point, s: Situation) -> Resolved:
    """The year nearest to the document's date, on the side that an adjective says or, softly, the clause's direction asks.

    `الحالي` of another month than the document's tells of a text older than its date: the last such day before it.
    """
    assert raw.month is not None
    narrative = s.narrative if raw.direction is None and s.direction not in (1, IMPERFECT) else None
    if narrative is not None and narrative.first is not None:
        return _in_year(raw, narrative.first.year, Anchoring.CONTEXT)
    if s.dct is None:
        return _point_open(raw)
    dct = s.dct
    if raw.direction == 0 and raw.month == dct.month:
        return _in_year(raw, dct.year, Anchoring.PUBLICATION)
    best: tuple[int, Resolved] | None = None
    for year in (
        dct.year - 1,
        dct.year,
        dct.year + 1,
        dct.year - 2,
        dct.year + 2,
        dct.year - 4,
        dct.year + 4,
    ):
        found = _in_year(raw, year, Anchoring.PUBLICATION)
        if found.first is None or found.last is None:
            continue
        ahead, behind = found.first > dct, found.last < dct
        said = raw.direction
        if said is not None and (
            (said <= 0 and ahead) or (said < 0 and not behind) or (said > 0 and not ahead)
        ):
            continue
        distance = 0
        if ahead or behind:
            distance = min(abs((found.first - dct).days), abs((found.last - dct).days))
        if said is None and ((s.direction == -1 and ahead) or (s.direction == 1 and behind)):
            distance += AGAINST_THE_CLAUSE
        if said is not None and abs(said) > 1:
            distance = abs(distance - 365 * (abs(said) - 1))
        if best is None or distance < best[0]:
            best = (distance, found)
    return best[1] if best else _point_open(raw)


def _weekday(raw: Point, s: Situation) -> Resolved:
    """Past or unknown: the nearest at or before the date; future: the next; said by an adjective: strictly."""
    assert raw.weekday is not None
    origin = s.dct
    anchoring = Anchoring.PUBLICATION
    if (
        s.narrative is not None
        and s.narrative.grain in (Grain.DAY, Grain.TIME, Grain.WEEK)
        and raw.direction is None
    ):
        origin, anchoring = s.narrative.first, Anchoring.CONTEXT
    if origin is None:
        return _open(f"XXXX-WXX-{raw.weekday}", raw.part, raw.clock, raw.mod)
    back = (origin.isoweekday() - raw.weekday) % 7
    ahead = (raw.weekday - origin.isoweekday()) % 7
    if raw.direction is not None and raw.direction < 0:
        day = origin - timedelta((back or 7) - 7 * (raw.direction + 1))
    elif raw.direction is not None and raw.direction > 0:
        day = origin + timedelta((ahead or 7) + 7 * (raw.direction - 1))
    elif raw.direction == 0:
        day = origin - timedelta(origin.weekday()) + timedelta(raw.weekday - 1)
    elif s.direction in (1, IMPERFECT):
        day = origin + timedelta(ahead)
    else:
        day = origin - timedelta(back)
    return _day(day, anchoring, raw.part, raw.clock, raw.mod)


# --- Hijri ---------------------------------------------------------------------------------------------------------


def _hijri(raw: Point, s: Situation) -> Resolved:
    year = raw.year
    anchoring = Anchoring.EXPLICIT
    if year is not None and year < 100 and raw.two_digit_year and raw.day is not None:
        year += 1400
    if year is None and raw.base is not None:
        based = _shift(raw.base, s)
        if based.first is not None and (lunar := to_hijri(based.first + timedelta(182))):
            year, anchoring = lunar[0], based.anchoring
    if year is None and raw.month is not None:
        found = _nearest_hijri_year(raw, s)
        if found is None:
            return Resolved(
                TimexType.DATE, UNRESOLVED, raw.mod, anchoring=Anchoring.UNRESOLVED, calendar=Calendar.HIJRI
            )
        year, anchoring = found, Anchoring.PUBLICATION
    assert year is not None
    return _hijri_value(raw, year, anchoring)


def _hijri_value(raw: Point, year: int, anchoring: Anchoring) -> Resolved:
    calendar = Calendar.HIJRI
    if raw.month is None:
        interval = hijri_year(year)
        value, grain = (f"{interval[0]:%Y-%m}" if interval else UNRESOLVED), Grain.YEAR
        if interval is None:  # before the tables: the mean lunar year, exact to the Gregorian year only
            gregorian = int(year * 0.970224 + 621.5774)
            return Resolved(
                TimexType.DATE, f"{gregorian:04d}", raw.mod, date(gregorian, 1, 1), date(gregorian, 12, 31), grain,
                anchoring, calendar, "before the Umm al-Qura tables: by the mean lunar year",
            )  # fmt: skip
        value = f"{interval[0].year:04d}"
        return Resolved(TimexType.DATE, value, raw.mod, interval[0], interval[1], grain, anchoring, calendar)
    interval = hijri_month(year, raw.month)
    if interval is None:
        gregorian = int(year * 0.970224 + 621.5774 + (raw.month - 1) / 12)
        return Resolved(
            TimexType.DATE, f"{gregorian:04d}", raw.mod, date(gregorian, 1, 1), date(gregorian, 12, 31), Grain.YEAR,
            anchoring, calendar, "before the Umm al-Qura tables: by the mean lunar year",
        )  # fmt: skip
    if raw.last_of_month:
        day: date | None = interval[1]
    elif raw.day is None:
        return Resolved(
            TimexType.DATE,
            f"{interval[0]:%Y-%m}",
            raw.mod,
            interval[0],
            interval[1],
            Grain.MONTH,
            anchoring,
            calendar,
        )
    else:
        day = hijri_day(year, raw.month, raw.day)
    if day is None:
        return _unresolved(raw.mod, f"no such Hijri day: {year}-{raw.month:02d}-{raw.day:02d}")
    found = _check_weekday(_day(day, anchoring, raw.part, raw.clock, raw.mod), raw)
    return Resolved(
        found.type,
        found.value,
        found.mod,
        found.first,
        found.last,
        found.grain,
        anchoring,
        calendar,
        found.note,
    )


def _nearest_hijri_year(raw: Point, s: Situation) -> int | None:
    assert raw.month is not None
    origin = s.narrative.first if s.narrative and raw.direction is None else s.dct
    lunar = to_hijri(origin) if origin else None
    if origin is None or lunar is None:
        return None
    if s.narrative and raw.direction is None:
        return lunar[0]
    direction = raw.direction if raw.direction is not None else s.direction
    best: tuple[int, int] | None = None
    for year in (lunar[0] - 1, lunar[0], lunar[0] + 1):
        interval = hijri_month(year, raw.month)
        if interval is None:
            continue
        first, last = interval
        if raw.day:
            first = last = first + timedelta(raw.day - 1)
        ahead, behind = first > origin, last < origin
        said = raw.direction
        if said is not None and ((said < 0 and not behind) or (said > 0 and not ahead)):
            continue
        distance = (
            0 if not ahead and not behind else min(abs((first - origin).days), abs((last - origin).days))
        )
        if said is None and ((direction == -1 and ahead) or (direction == 1 and behind)):
            distance += AGAINST_THE_CLAUSE
        if best is None or distance < best[0]:
            best = (distance, year)
    return best[1] if best else None


# --- parts of years, eras, feasts ------------------------------------------------------------------------------------


def _base_year(raw: Part, s: Situation) -> tuple[int | None, Anchoring]:
    if raw.year is not None:
        return raw.year, Anchoring.EXPLICIT
    if raw.base is not None:
        if raw.base.anaphoric:
            if s.last_in_paragraph is not None and s.last_in_paragraph.first is not None:
                return s.last_in_paragraph.first.year, Anchoring.CONTEXT
            return (s.dct.year, Anchoring.PUBLICATION) if s.dct else (None, Anchoring.UNRESOLVED)
        based = _shift(raw.base, s)
        return (based.first.year if based.first else None), based.anchoring
    return None, Anchoring.UNRESOLVED


def _part(raw: Part, s: Situation) -> Resolved:
    if raw.kind == "weekend":
        return _weekend(raw, s)
    if raw.kind in ("quarter", "half"):
        if raw.index == "rel":
            assert raw.base is not None
            return _shift(raw.base, s)
        year, anchoring = _base_year(raw, s)
        if year is None:
            letter = "Q" if raw.kind == "quarter" else "H"
            return _open(f"XXXX-{letter}{raw.index}", mod=raw.mod)
        return _quarter(raw, year, anchoring)
    return _season(raw, s)


def _quarter(raw: Part, year: int, anchoring: Anchoring) -> Resolved:
    """Quarters and halves; a fiscal year that is written with two years begins in July."""
    index = int(raw.index)
    width = 3 if raw.kind == "quarter" else 6
    month = (index - 1) * width + 1
    if raw.fiscal:
        year, month = add_months(year, month, 6)
    letter = "Q" if raw.kind == "quarter" else "H"
    grain = Grain.QUARTER if raw.kind == "quarter" else Grain.HALF
    return _span(
        f"{year:04d}-{letter}{(month - 1) // width + 1}", year, month, width, grain, anchoring, raw.mod
    )


def _season(raw: Part, s: Situation) -> Resolved:
    month = SEASON_MONTH[raw.index]
    year, anchoring = _base_year(raw, s)
    if year is None and raw.base is not None:
        return _open(f"XXXX-{raw.index}", mod=raw.mod)
    if year is None:
        if raw.direction is None and s.narrative is not None and s.narrative.first is not None:
            year, anchoring = s.narrative.first.year, Anchoring.CONTEXT
        elif s.dct is None:
            return _open(f"XXXX-{raw.index}", mod=raw.mod)
        else:
            year, anchoring = _nearest_season(month, s.dct, raw.direction, s.direction), Anchoring.PUBLICATION
    return _span(f"{year:04d}-{raw.index}", year, month, 3, Grain.SEASON, anchoring, raw.mod)


def _nearest_season(month: int, dct: date, said: int | None, clause: int | None) -> int:
    best: tuple[int, int] | None = None
    for year in (dct.year - 1, dct.year, dct.year + 1, dct.year - 2):
        found = months_from(year, month, 3)
        assert found is not None
        first, last = found
        if (said == -1 and last >= dct) or (said == 1 and first <= dct):
            continue
        if said is None and ((clause == 1 and last < dct) or (clause == -1 and first > dct)):
            continue
        distance = 0 if first <= dct <= last else min(abs((first - dct).days), abs((last - dct).days))
        if best is None or distance < best[0]:
            best = (distance, year)
    return best[1] if best else dct.year


def _weekend(raw: Part, s: Situation) -> Resolved:
    if s.dct is None:
        return _unresolved(raw.mod)
    monday = s.dct - timedelta(s.dct.weekday())
    if raw.base is not None:
        monday += timedelta(7 * raw.base.amount)
    elif raw.direction == -1:
        monday -= timedelta(7)
    elif raw.direction == 1 and s.dct.weekday() >= 5:
        monday += timedelta(7)
    elif raw.direction is None and s.direction == -1 and s.dct.weekday() < 5 and raw.base is None:
        monday -= timedelta(7)
    saturday = monday + timedelta(5)
    return Resolved(
        TimexType.DATE, week_value(monday) + "-WE", raw.mod, saturday, saturday + timedelta(1), Grain.WEEKEND,
        Anchoring.PUBLICATION,
    )  # fmt: skip


def _era(raw: Era, s: Situation) -> Resolved:
    if raw.unit == "century":
        if raw.bc:
            return Resolved(TimexType.DATE, f"BC{raw.number - 1:02d}", raw.mod)
        return _century(raw.number - 1, Anchoring.EXPLICIT, raw.mod)
    if raw.century is not None:
        return _decade((raw.century - 1) * 100 + raw.number, Anchoring.EXPLICIT, raw.mod)
    if raw.base is not None:
        based = _shift(raw.base, s)
        if based.first is None:
            # `القرن الماضي` of a text without a date: of this age the twentieth, but that would be a guess
            return _unresolved(raw.mod)
        return _decade(based.first.year // 100 * 100 + raw.number, based.anchoring, raw.mod)
    if s.dct is not None:
        century = s.dct.year // 100 * 100
        year = century + raw.number
        if year > s.dct.year + 5:
            year -= 100
        return _decade(year, Anchoring.PUBLICATION, raw.mod)
    # Without a date: `التسعينات` is by use of the language the twentieth century's, from the thirties on
    return _decade(
        (1900 if raw.number >= 30 else 2000) + raw.number if raw.number >= 30 else 1900 + raw.number,
        Anchoring.EXPLICIT,
        raw.mod,
    )


def _feast(raw: Feast, s: Situation) -> Resolved:
    found = _feast_itself(raw, s)
    if found.first is None:
        return (
            found
            if raw.part is None
            else Resolved(
                TimexType.TIME,
                found.value + ("T" + raw.part if found.value != UNRESOLVED else ""),
                anchoring=found.anchoring,
                calendar=found.calendar,
            )
        )
    if not raw.offset and raw.part is None:
        return found
    moved = _day(found.first + timedelta(raw.offset), found.anchoring, raw.part)
    return Resolved(
        moved.type, moved.value, None, moved.first, moved.last, moved.grain, found.anchoring, found.calendar
    )


def _feast_itself(raw: Feast, s: Situation) -> Resolved:
    calendar, _, rest = raw.code.partition(":")
    if calendar == "h":
        month, day = (int(part) for part in rest.split("-"))
        if raw.year is not None and not raw.hijri_year:
            for year in range(raw.year - 580, raw.year - 577 + 2):
                found = hijri_day(year, month, day)
                if found is not None and found.year == raw.year:
                    return _feast_day(found, Anchoring.EXPLICIT, Calendar.HIJRI)
            return _unresolved(note=f"no such feast in {raw.year}")
        return _hijri(Point(raw.year, month, day, hijri=True, direction=raw.direction, base=raw.base), s)
    if calendar == "e":
        if raw.year is not None:
            return _feast_day(easter(raw.year), Anchoring.EXPLICIT, Calendar.GREGORIAN)
        if s.dct is None:
            return _unresolved()
        days = [easter(s.dct.year + n) for n in (-1, 0, 1)]
        direction = raw.direction if raw.direction is not None else s.direction
        fits = [d for d in days if direction is None or (d - s.dct).days * direction >= 0] or days
        return _feast_day(
            min(fits, key=lambda d: abs((d - s.dct).days)), Anchoring.PUBLICATION, Calendar.GREGORIAN
        )  # type: ignore[operator]
    month, day = (int(part) for part in rest.split("-"))
    return _point(Point(raw.year, month, day, direction=raw.direction, base=raw.base), s)


def _feast_day(day: date, anchoring: Anchoring, calendar: Calendar) -> Resolved:
    return Resolved(TimexType.DATE, day.isoformat(), None, day, day, Grain.DAY, anchoring, calendar)


def _nth(raw: Nth, s: Situation) -> Resolved:
    month = _shift(raw.point.base, s) if raw.point.base and raw.point.month is None else _point(raw.point, s)
    if month.first is None or month.last is None:
        return Resolved(TimexType.DATE, f"XXXX-WXX-{raw.weekday}", anchoring=Anchoring.UNRESOLVED)
    days = [month.first + timedelta(n) for n in range((month.last - month.first).days + 1)]
    hits = [day for day in days if day.isoweekday() == raw.weekday]
    if raw.n > len(hits):
        return _unresolved(note=f"that month has no such weekday number {raw.n}")
    return _feast_day(hits[-1] if raw.n == -1 else hits[raw.n - 1], month.anchoring, month.calendar)
