"""Calendar points: what the words leave open comes from the narrative, the document's date and the clause."""

from dataclasses import replace
from datetime import date, timedelta

from hawliyat.tasks.schema import Anchoring, Grain, TimexType
from hawliyat.tasks.temporal.calendar import add_months, month_end, valid_day
from hawliyat.tasks.temporal.raw import Nth, Point
from hawliyat.tasks.temporal.resolve_hijri import resolve_hijri
from hawliyat.tasks.temporal.resolve_relative import resolve_shift
from hawliyat.tasks.temporal.resolved import (
    AGAINST_THE_ASKED,
    AGAINST_THE_CLAUSE,
    AGAINST_THE_WEEKDAY,
    DATELINE_SLACK,
    RECENT,
    UNRESOLVED,
    Resolved,
    Situation,
    check_weekday,
    day_value,
    month_value,
    open_value,
    unresolved,
    week_of,
    with_note,
    year_value,
)
from hawliyat.tasks.temporal.tense import ARRANGED, IMPERFECT


def resolve_point(raw: Point, s: Situation) -> Resolved:
    """A calendar point in its situation."""
    if raw.known_after is not None and s.dct is not None and s.dct.year < raw.known_after:
        return resolve_point(replace(raw, year=None, known_after=None), s)
    if raw.day == 0:
        return open_value("XXXX-XX-XX", raw.part, raw.clock, raw.mod)
    if raw.hijri:
        return resolve_hijri(raw, s)
    if raw.bc:
        assert raw.year is not None
        return Resolved(TimexType.DATE, f"BC{raw.year:04d}", raw.mod, anchoring=Anchoring.EXPLICIT)
    year, note = _written_year(raw, s)
    if raw.second_year is not None and year is not None:
        return year_value(year, Anchoring.EXPLICIT, raw.mod, last_year=raw.second_year)
    if raw.base is not None and raw.base.unit == "day" and year is not None:
        today = resolve_shift(raw.base, s).first
        if today is None:
            return year_value(year, Anchoring.EXPLICIT, raw.mod)
        return _in_year(Point(month=today.month, day=today.day), year, Anchoring.PUBLICATION)
    if raw.base is not None:
        based = resolve_shift(raw.base, s)
        if based.first is None:
            return _point_open(raw)
        year = based.first.year
        if raw.base.unit == "month":
            return with_note(_in_month(raw, based), note)
        if raw.base.unit == "week" and raw.weekday is not None:
            day = based.first + timedelta(raw.weekday - 1)
            return day_value(day, based.anchoring, raw.part, raw.clock, raw.mod)
        anchoring = based.anchoring
    else:
        anchoring = Anchoring.EXPLICIT
    if year is not None:
        return with_note(_in_year(raw, year, anchoring), note)
    if raw.month is not None:
        return _month_without_year(raw, s)
    if raw.weekday is not None:
        return _weekday(raw, s)
    if raw.day is not None:
        return _day_of_month(raw, s)
    return unresolved(raw.mod)


def _day_of_month(raw: Point, s: Situation) -> Resolved:
    """`يوم 15`: the next such day where the clause speaks of what is to come, the last where of what was, else the nearest."""
    if s.dct is None:
        return _point_open(raw)
    origin = s.dct
    days = []
    for amount in (-2, -1, 0, 1, 2):
        year, month = add_months(origin.year, origin.month, amount)
        if valid_day(year, month, raw.day or 0):
            days.append(date(year, month, raw.day or 0))
    if s.direction in (1, IMPERFECT):
        days = [day for day in days if day >= origin]
    elif s.direction is not None:
        days = [day for day in days if day <= origin]
    if not days:
        return unresolved(raw.mod)
    day = min(days, key=lambda day: abs((day - origin).days))
    return day_value(day, Anchoring.PUBLICATION, raw.part, raw.clock, raw.mod)


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
        return year_value(year, anchoring, raw.mod)
    if raw.last_of_month:
        return day_value(month_end(year, raw.month), anchoring, raw.part, raw.clock, raw.mod)
    if raw.day is None:
        return month_value(year, raw.month, anchoring, raw.mod)
    if not valid_day(year, raw.month, raw.day):
        return unresolved(raw.mod, f"no such day: {year:04d}-{raw.month:02d}-{raw.day:02d}")
    found = day_value(date(year, raw.month, raw.day), anchoring, raw.part, raw.clock, raw.mod)
    return check_weekday(found, raw)


def _in_month(raw: Point, based: Resolved) -> Resolved:
    assert based.first is not None
    year, month = based.first.year, based.first.month
    if raw.last_of_month:
        return day_value(month_end(year, month), based.anchoring, raw.part, raw.clock, raw.mod)
    if raw.day is None or not valid_day(year, month, raw.day):
        return unresolved(raw.mod, "no such day in that month")
    return check_weekday(
        day_value(date(year, month, raw.day), based.anchoring, raw.part, raw.clock, raw.mod), raw
    )


def _point_open(raw: Point) -> Resolved:
    if raw.month is not None:
        value = f"XXXX-{raw.month:02d}" + (f"-{raw.day:02d}" if raw.day else "")
        return open_value(value, raw.part, raw.clock, raw.mod)
    if raw.weekday is not None:
        return open_value(f"XXXX-WXX-{raw.weekday}", raw.part, raw.clock, raw.mod)
    if raw.day is not None:
        return open_value(f"XXXX-XX-{raw.day:02d}", raw.part, raw.clock, raw.mod)
    return unresolved(raw.mod)


def _month_without_year(raw: Point, s: Situation) -> Resolved:
    """The year nearest to the document's date, on the side that an adjective says or, softly, the clause's direction asks.

    `الحالي` of another month than the document's tells of a text older than its date: the last such day before it.
    """
    assert raw.month is not None
    narrative = s.narrative if raw.direction is None and s.direction not in (1, IMPERFECT) else None
    if narrative is not None and narrative.first is not None:
        told = _in_year(raw, narrative.first.year, Anchoring.CONTEXT)
        if told.note is None:  # a weekday that does not fit speaks for another year
            return told
    if s.dct is None:
        return _point_open(raw)
    dct = s.dct
    if (beside := _beside_told(raw, s, dct)) is not None:
        return beside
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
        confirmed = raw.weekday is not None and raw.day is not None and found.note is None
        if (
            said is None
            and not confirmed
            and ((s.direction == ARRANGED and ahead) or (s.direction == 1 and behind))
        ):
            distance += 400 if s.firm else AGAINST_THE_CLAUSE
        if said is None and s.asked:
            distance += (AGAINST_THE_ASKED if behind else 0) + (AGAINST_THE_WEEKDAY if found.note else 0)
        elif (
            said is None
            and not confirmed
            and s.direction == -1
            and found.first > dct + timedelta(DATELINE_SLACK)
        ):
            distance += 400  # a past verb bounds its date at the report
        if said is not None and abs(said) > 1:
            distance = abs(distance - 365 * (abs(said) - 1))
        if best is None or distance < best[0]:
            best = (distance, found)
    return best[1] if best else _point_open(raw)


def _beside_told(raw: Point, s: Situation, dct: date) -> Resolved | None:
    """`في نيسان 2024 بحثا هجوم 22 آذار`: a sentence that has named a past year goes on in its time.

    The year is the one that brings the date nearest to what was named; a date of the last weeks is the report's own,
    but for one that ثم goes on to, or a day of that very month.
    """
    told = s.told
    if told is None or told.first is None or raw.direction is not None or s.direction in (1, IMPERFECT):
        return None
    assert raw.month is not None
    found = min(
        (_in_year(raw, told.first.year + n, Anchoring.CONTEXT) for n in (-1, 0, 1)),
        key=lambda one: abs((one.first - told.first).days) if one.first and told.first else 9999,
    )
    if found.first is None or found.note is not None or found.first > dct:
        return None
    if s.then and found.last is not None and found.last < told.first:
        return None
    recent = any(
        one.first is not None and 0 <= (dct - one.first).days <= RECENT
        for one in (_in_year(raw, year, Anchoring.CONTEXT) for year in (dct.year, dct.year - 1))
    )
    same = (found.first.year, found.first.month) == (told.first.year, told.first.month)
    return found if same or s.then or not recent else None


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
    ahead_of = s.in_sentence.last if s.in_sentence is not None else None
    if (
        raw.direction is None
        and s.then
        and s.direction in (1, IMPERFECT)
        and ahead_of is not None
        and origin is not None
        and ahead_of > origin
    ):
        origin, anchoring = ahead_of, Anchoring.CONTEXT  # يغلق حتى 19 فبراير ثم يفتح الخميس
    if origin is None:
        return open_value(f"XXXX-WXX-{raw.weekday}", raw.part, raw.clock, raw.mod)
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
    return day_value(day, anchoring, raw.part, raw.clock, raw.mod)


def resolve_nth(raw: Nth, s: Situation) -> Resolved:
    """The n-th or last weekday of a month."""
    month = (
        resolve_shift(raw.point.base, s)
        if raw.point.base and raw.point.month is None
        else resolve_point(raw.point, s)
    )
    if month.first is None or month.last is None:
        value = UNRESOLVED if raw.week else f"XXXX-WXX-{raw.weekday}"
        return Resolved(TimexType.DATE, value, anchoring=Anchoring.UNRESOLVED)
    days = [month.first + timedelta(n) for n in range((month.last - month.first).days + 1)]
    hits = [day for day in days if day.isoweekday() == raw.weekday]
    if raw.or_day and 0 < raw.n <= len(days) and days[raw.n - 1].isoweekday() == raw.weekday:
        return day_value(days[raw.n - 1], month.anchoring)
    if raw.n > len(hits):
        return unresolved(note=f"that month has no such weekday number {raw.n}")
    day = hits[-1] if raw.n == -1 else hits[raw.n - 1]
    found = week_of(day, month.anchoring) if raw.week else day_value(day, month.anchoring)
    return replace(found, calendar=month.calendar)
