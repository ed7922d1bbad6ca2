"""Feasts: fixed Gregorian days, Hijri days, those that hang on Easter, and n-th weekdays of a month."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hawliyat.tasks.schema import Anchoring, Calendar, TimexType
from hawliyat.tasks.temporal.calendar import easter, hijri_day, nth_weekday, orthodox_easter
from hawliyat.tasks.temporal.raw import Feast, Point
from hawliyat.tasks.temporal.resolve_hijri import resolve_hijri
from hawliyat.tasks.temporal.resolve_points import resolve_point
from hawliyat.tasks.temporal.resolve_relative import resolve_shift
from hawliyat.tasks.temporal.resolved import UNRESOLVED, Resolved, Situation, day_value, unresolved

DayOf = Callable[[int, str], date]  # a year and the rule of a code: the day


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
    if "," in rest:  # العيد: whichever of the two is nearer on the side asked for
        both = [_feast_itself(replace(raw, code=f"{calendar}:{day}"), s) for day in rest.split(",")]
        return min(both, key=lambda found: _distance(found, s.dct))
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
    if calendar in _MOVABLE:
        return _movable(_MOVABLE[calendar], rest, raw, s)
    month, day = (int(part) for part in rest.split("-"))
    return resolve_point(Point(raw.year, month, day, direction=raw.direction, base=raw.base), s)


def _distance(found: Resolved, dct: date | None) -> int:
    return abs((found.first - dct).days) if found.first and dct else 0


def _movable(day_of: DayOf, rule: str, raw: Feast, s: Situation) -> Resolved:
    """A feast whose day changes from year to year: of the year that the words name, else the nearest.

    The side on which to look is what an adjective or the clause asks for.
    """
    if raw.year is not None:
        return _feast_day(day_of(raw.year, rule), Anchoring.EXPLICIT, Calendar.GREGORIAN)
    if raw.base is not None:
        based = resolve_shift(raw.base, s)
        if based.first is None:
            return unresolved()
        return _feast_day(day_of(based.first.year, rule), based.anchoring, Calendar.GREGORIAN)
    if s.dct is None:
        return unresolved()
    dct = s.dct
    days = [day_of(dct.year + n, rule) for n in (-1, 0, 1)]
    direction = raw.direction if raw.direction is not None else s.direction
    fits = [day for day in days if direction is None or (day - dct).days * direction >= 0] or days
    nearest = min(fits, key=lambda day: abs((day - dct).days))
    return _feast_day(nearest, Anchoring.PUBLICATION, Calendar.GREGORIAN)


def _easter(year: int, rule: str) -> date:
    return easter(year) + timedelta(int(rule))


def _orthodox(year: int, rule: str) -> date:
    return orthodox_easter(year) + timedelta(int(rule))


def _nth_weekday(year: int, rule: str) -> date:
    named, _, days = rule.partition("+")
    month, n, weekday = (int(part) for part in named.split("-"))
    return nth_weekday(year, month, n, weekday) + timedelta(int(days or 0))


_MOVABLE: dict[str, DayOf] = {"e": _easter, "o": _orthodox, "n": _nth_weekday}


def _feast_day(day: date, anchoring: Anchoring, calendar: Calendar) -> Resolved:
    return replace(day_value(day, anchoring), calendar=calendar)
