"""Hijri points, by the Umm al-Qura tables; before them by the mean lunar year."""

from dataclasses import replace
from datetime import date, timedelta

from hawliyat.tasks.schema import Anchoring, Calendar, Grain, TimexType
from hawliyat.tasks.temporal.calendar import hijri_day, hijri_month, hijri_year, to_hijri
from hawliyat.tasks.temporal.raw import Point
from hawliyat.tasks.temporal.resolve_relative import resolve_shift
from hawliyat.tasks.temporal.resolved import (
    AGAINST_THE_ASKED,
    AGAINST_THE_CLAUSE,
    UNRESOLVED,
    Resolved,
    Situation,
    check_weekday,
    day_value,
    unresolved,
    year_value,
)
from hawliyat.tasks.temporal.tense import IMPERFECT

FIRST_GREGORIAN = 1600  # a year beside a Hijri month that is none of the Hijri calendar yet


def resolve_hijri(raw: Point, s: Situation) -> Resolved:
    """A Hijri day, month or year in its situation."""
    year = raw.year
    anchoring = Anchoring.EXPLICIT
    if year is not None and year < 100 and raw.two_digit_year and raw.day is not None:
        year += 1400
    if year is not None and year >= FIRST_GREGORIAN and raw.month is not None:  # رمضان 2022
        inside = _in_gregorian_year(raw, year)
        return unresolved(raw.mod) if inside is None else _hijri_value(raw, inside, anchoring)
    if year is None and raw.base is not None:
        based = resolve_shift(raw.base, s)
        if based.first is not None and raw.base.unit == "year" and raw.month is not None:
            inside = _in_gregorian_year(raw, based.first.year)
            if inside is not None:
                return _hijri_value(raw, inside, based.anchoring)
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


def _in_gregorian_year(raw: Point, year: int) -> int | None:
    """The Hijri year whose month or day begins in a Gregorian one: رمضان العام الماضي."""
    assert raw.month is not None
    start = to_hijri(date(year, 1, 1))
    for lunar in (start[0], start[0] + 1) if start else ():
        interval = hijri_month(lunar, raw.month)
        if interval is not None and (interval[0] + timedelta((raw.day or 1) - 1)).year == year:
            return lunar
    return None


def _hijri_value(raw: Point, year: int, anchoring: Anchoring) -> Resolved:
    calendar = Calendar.HIJRI
    if raw.month is None:
        interval = hijri_year(year)
        if interval is None:
            return _by_mean_year(raw, year, anchoring)
        value = f"{interval[0].year:04d}"
        return Resolved(
            TimexType.DATE, value, raw.mod, interval[0], interval[1], Grain.YEAR, anchoring, calendar
        )
    interval = hijri_month(year, raw.month)
    if interval is None:
        return _by_mean_year(raw, year, anchoring)
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
        return unresolved(raw.mod, f"no such Hijri day: {year}-{raw.month:02d}-{raw.day:02d}")
    found = check_weekday(day_value(day, anchoring, raw.part, raw.clock, raw.mod), raw)
    return replace(found, calendar=calendar)


def _by_mean_year(raw: Point, year: int, anchoring: Anchoring) -> Resolved:
    """A year or month before the tables: by the mean lunar year, exact to the Gregorian year only."""
    gregorian = int(year * 0.970224 + 621.5774 + ((raw.month or 1) - 1) / 12)
    found = year_value(gregorian, anchoring, raw.mod)
    return replace(
        found, calendar=Calendar.HIJRI, note="before the Umm al-Qura tables: by the mean lunar year"
    )


def _nearest_hijri_year(raw: Point, s: Situation) -> int | None:
    assert raw.month is not None
    told = s.narrative if raw.direction is None and s.direction not in (1, IMPERFECT) else None
    origin = told.first if told else s.dct
    lunar = to_hijri(origin) if origin else None
    if origin is None or lunar is None:
        return None
    if told:
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
        if said is None and (((direction or 0) < 0 and ahead) or (direction == 1 and behind)):
            distance += AGAINST_THE_CLAUSE + (AGAINST_THE_ASKED if s.asked else 0)
        if best is None or distance < best[0]:
            best = (distance, year)
    return best[1] if best else None
