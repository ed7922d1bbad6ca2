"""Feasts of three calendars: fixed Gregorian days, Hijri days, and those that hang on Easter."""

from dataclasses import replace
from datetime import date, timedelta

from hawliyat.tasks.schema import Anchoring, Calendar, TimexType
from hawliyat.tasks.temporal.calendar import easter, hijri_day
from hawliyat.tasks.temporal.raw import Feast, Point
from hawliyat.tasks.temporal.resolve_hijri import resolve_hijri
from hawliyat.tasks.temporal.resolve_points import resolve_point
from hawliyat.tasks.temporal.resolved import UNRESOLVED, Resolved, Situation, day_value, unresolved


def resolve_feast(raw: Feast, s: Situation) -> Resolved:
    """The day of a feast, moved and with a part of the day where the words say so."""
    found = _feast_itself(raw, s)
    if raw.part is None and (found.first is None or not raw.offset):
        return found
    if found.first is None:
        value = found.value if found.value == UNRESOLVED else f"{found.value}T{raw.part}"
        return Resolved(TimexType.TIME, value, anchoring=found.anchoring, calendar=found.calendar)
    moved = day_value(found.first + timedelta(raw.offset), found.anchoring, raw.part)
    return replace(moved, calendar=found.calendar)


def _feast_itself(raw: Feast, s: Situation) -> Resolved:
    calendar, _, rest = raw.code.partition(":")
    if calendar == "h":
        month, day = (int(part) for part in rest.split("-"))
        if raw.year is not None and not raw.hijri_year:
            for year in range(raw.year - 580, raw.year - 577 + 2):
                found = hijri_day(year, month, day)
                if found is not None and found.year == raw.year:
                    return _feast_day(found, Anchoring.EXPLICIT, Calendar.HIJRI)
            return unresolved(note=f"no such feast in {raw.year}")
        return resolve_hijri(
            Point(raw.year, month, day, hijri=True, direction=raw.direction, base=raw.base), s
        )
    if calendar == "e":
        if raw.year is not None:
            return _feast_day(easter(raw.year), Anchoring.EXPLICIT, Calendar.GREGORIAN)
        if s.dct is None:
            return unresolved()
        return _feast_day(_nearest_easter(raw, s, s.dct), Anchoring.PUBLICATION, Calendar.GREGORIAN)
    month, day = (int(part) for part in rest.split("-"))
    return resolve_point(Point(raw.year, month, day, direction=raw.direction, base=raw.base), s)


def _nearest_easter(raw: Feast, s: Situation, dct: date) -> date:
    """The Easter nearest to a date, on the side that an adjective or the clause asks for."""
    days = [easter(dct.year + n) for n in (-1, 0, 1)]
    direction = raw.direction if raw.direction is not None else s.direction
    fits = [day for day in days if direction is None or (day - dct).days * direction >= 0] or days
    return min(fits, key=lambda day: abs((day - dct).days))


def _feast_day(day: date, anchoring: Anchoring, calendar: Calendar) -> Resolved:
    return replace(day_value(day, anchoring), calendar=calendar)
