"""Shifts: so many units from the document's date, or from what was spoken of last."""

from datetime import date, timedelta

from hawliyat.tasks.schema import Anchoring, Grain, TimexType
from hawliyat.tasks.temporal.calendar import add_months
from hawliyat.tasks.temporal.raw import Shift
from hawliyat.tasks.temporal.resolved import (
    UNRESOLVED,
    Resolved,
    Situation,
    century_value,
    day_value,
    decade_value,
    month_value,
    months_value,
    open_value,
    unresolved,
    week_of,
    with_note,
    year_value,
)
from hawliyat.tasks.temporal.tense import IMPERFECT


def resolve_shift(raw: Shift, s: Situation) -> Resolved:
    """A shift in its situation."""
    if raw.anaphoric:
        return _anaphoric(raw, s)
    if raw.unit in ("minute", "second"):
        return _clock_shift(raw, s)
    if raw.running:
        day = s.in_sentence
        # سجلت أمس 46 درجة، وينصح بالبقاء في البيوت من الحادية عشرة: the advice is today's
        over = s.dct is not None and s.direction in (1, IMPERFECT)
        if day is not None and day.first is not None and not (over and day.first < (s.dct or day.first)):
            return shift_from(day.first, raw, Anchoring.CONTEXT)
        if (
            before := _day_that_goes_on(s)
        ) is not None:  # وكانت الهزة قد سُجلت على الساعة السابعة: the day just told of
            return shift_from(before, raw, Anchoring.CONTEXT)
        told = s.narrative
        if told is not None and told.grain in (Grain.DAY, Grain.TIME) and told.first is not None:
            return shift_from(told.first, raw, Anchoring.CONTEXT)
    if raw.unit == "newyear":
        if s.dct is None:
            return unresolved(raw.mod)
        return year_value(s.dct.year + (1 if s.dct.month >= 7 else 0), Anchoring.PUBLICATION, raw.mod)
    if s.dct is None:
        return _shift_open(raw, s.direction)
    found = shift_from(s.dct, raw, Anchoring.PUBLICATION)
    if raw.weekday is not None and found.first is not None and found.first.isoweekday() != raw.weekday:
        return with_note(
            found, f"the weekday named is {raw.weekday} (ISO), that day is {found.first.isoweekday()}"
        )
    return found


def _day_that_goes_on(s: Situation) -> date | None:
    """The day of one of the two sentences before, where the clause speaks of nothing to come."""
    before = s.day_before
    if before is None or before.first is None or s.direction in (1, IMPERFECT):
        return None
    return before.first if s.dct is None or before.first <= s.dct else None


def _shift_open(raw: Shift, direction: int | None) -> Resolved:
    if raw.clock and raw.unit == "day":
        return open_value("XXXX-XX-XX", raw.part, raw.clock, raw.mod)
    if raw.weekday is not None:
        return open_value(f"XXXX-WXX-{raw.weekday}", raw.part, raw.clock, raw.mod)
    if raw.unit == "day" and raw.amount == 0 and raw.part is None:
        if (direction or 0) < 0:  # `أعلنت اليوم`: the day of the report, whichever that is
            return Resolved(TimexType.DATE, "XXXX-XX-XX", raw.mod, anchoring=Anchoring.UNRESOLVED)
        return Resolved(TimexType.DATE, "PRESENT_REF", raw.mod)
    if raw.unit == "day" and raw.part:  # صباح أمس: a morning, whichever that was
        return open_value("XXXX-XX-XX", raw.part, None, raw.mod)
    kind = TimexType.TIME if raw.part else TimexType.DATE
    return Resolved(kind, UNRESOLVED, raw.mod, anchoring=Anchoring.UNRESOLVED)


def _clock_shift(raw: Shift, s: Situation) -> Resolved:
    """Hours and minutes count from the document's timestamp; a date alone leaves them open."""
    if s.timestamp is None:
        return Resolved(TimexType.DATE, "PAST_REF" if raw.amount < 0 else "FUTURE_REF", raw.mod)
    delta = timedelta(seconds=raw.amount) if raw.unit == "second" else timedelta(minutes=raw.amount)
    moment = s.timestamp + delta
    return day_value(moment.date(), Anchoring.PUBLICATION, clock=f"{moment:%H:%M}", mod=raw.mod)


def shift_from(origin: date, raw: Shift, anchoring: Anchoring) -> Resolved:
    """`raw.amount` units from a day."""
    year, month = origin.year, origin.month
    try:
        match raw.unit:
            case "day" | "night":
                return day_value(origin + timedelta(raw.amount), anchoring, raw.part, raw.clock, raw.mod)
            case "week":
                return week_of(origin + timedelta(7 * raw.amount), anchoring, raw.mod)
            case "month":
                return month_value(*add_months(year, month, raw.amount), anchoring, raw.mod)
            case "quarter":
                y, m = add_months(year, (month - 1) // 3 * 3 + 1, 3 * raw.amount)
                return months_value(f"{y:04d}-Q{(m + 2) // 3}", y, m, 3, Grain.QUARTER, anchoring, raw.mod)
            case "half":
                y, m = add_months(year, 1 if month <= 6 else 7, 6 * raw.amount)
                return months_value(f"{y:04d}-H{1 if m == 1 else 2}", y, m, 6, Grain.HALF, anchoring, raw.mod)
            case "year":
                return year_value(year + raw.amount, anchoring, raw.mod)
            case "decade":
                return decade_value(year + 10 * raw.amount, anchoring, raw.mod)
            case "century":
                return century_value(year // 100 + raw.amount, anchoring, raw.mod)
    except (OverflowError, ValueError):
        return unresolved(raw.mod, "outside the calendar")
    return unresolved(raw.mod)


def _too_coarse(base: Resolved, unit: str) -> bool:
    """Whether a calendar point is no origin to count this unit from: no day of `2003` was spoken of."""
    match unit:
        case "day" | "night":
            return base.grain not in (Grain.DAY, Grain.TIME)
        case "week":
            return base.grain not in (Grain.DAY, Grain.TIME, Grain.WEEK, Grain.WEEKEND)
        case "month":
            return base.grain in (Grain.YEAR, Grain.DECADE, Grain.CENTURY)
    return False


def _anaphoric(raw: Shift, s: Situation) -> Resolved:
    """Counted from the last calendar point spoken of. Without one: the part of it that the words give."""
    base = s.last
    if base is None and s.asked and s.dct is not None:
        return shift_from(s.dct, raw, Anchoring.PUBLICATION)  # سأعود في اليوم التالي
    if base is None or base.first is None or _too_coarse(base, raw.unit):
        if raw.amount < 0 and s.dct is not None and raw.unit in ("year", "month", "week"):
            return shift_from(s.dct, raw, Anchoring.PUBLICATION)
        if raw.unit in ("year", "day") and raw.amount == 0:
            value = "XXXX" if raw.unit == "year" else "XXXX-XX-XX"
            return open_value(value, raw.part, raw.clock, raw.mod)
        if raw.unit == "year" and raw.mod is not None:
            return open_value("XXXX", None, None, raw.mod)
        kind = TimexType.TIME if raw.part else TimexType.DATE
        value = "XXXX-XX-XX" if raw.unit == "day" else "XXXX" if raw.unit == "year" else UNRESOLVED
        if raw.part:
            value += "T" + raw.part
        return Resolved(kind, value, raw.mod, anchoring=Anchoring.UNRESOLVED)
    return shift_from(base.first, raw, Anchoring.CONTEXT)
