"""From underspecified values to TIMEX3 values and intervals, with an explicit context and never the clock.

What the words leave open comes from the context in this order: the words' own year or adjective; an expression that
they refer back to; the direction of the clause (past or future) counted from the document's date.
"""

from dataclasses import replace

from hawliyat.tasks.temporal.raw import Era, Feast, Fixed, Moved, Nth, Part, Point, Raw, Shift, Since
from hawliyat.tasks.temporal.resolve_feasts import resolve_feast
from hawliyat.tasks.temporal.resolve_parts import resolve_era, resolve_part
from hawliyat.tasks.temporal.resolve_points import resolve_nth, resolve_point
from hawliyat.tasks.temporal.resolve_relative import resolve_shift, shift_from
from hawliyat.tasks.temporal.resolved import Resolved, Situation, unresolved


def resolve(raw: Raw, s: Situation) -> Resolved:
    """The value of an expression in its situation; at the ends of the calendar (years 1 and 9999) it stays open."""
    try:
        return _resolve(raw, s)
    except (ValueError, OverflowError):
        return unresolved(note="outside the calendar")


def _resolve(raw: Raw, s: Situation) -> Resolved:
    match raw:
        case Fixed():
            return Resolved(raw.type, raw.value, raw.mod)
        case Shift():
            return resolve_shift(raw, s)
        case Point():
            return resolve_point(raw, s)
        case Part():
            return resolve_part(raw, s)
        case Era():
            return resolve_era(raw, s)
        case Feast():
            return resolve_feast(raw, s)
        case Nth():
            return resolve_nth(raw, s)
        case Moved():
            found = resolve(raw.inner, s)
            if found.first is None:
                return unresolved()
            time = raw.inner.clock if isinstance(raw.inner, Shift) else None
            by = replace(raw.by, clock=time) if raw.by.unit == "day" and raw.by.clock is None else raw.by
            return shift_from(found.first, by, found.anchoring)
        case Since():
            return resolve(raw.length, s)
