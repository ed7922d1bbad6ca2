"""Times of day by the clock."""

from hawliyat.tasks.temporal.contexts import context
from hawliyat.tasks.temporal.match import Candidate, Items
from hawliyat.tasks.temporal.produce.dates import clock_of, date_point
from hawliyat.tasks.temporal.produce.registry import Span, production
from hawliyat.tasks.temporal.produce.slots import value_of, whole_span
from hawliyat.tasks.temporal.raw import Point, Shift

AFTER_CLOCK = context("after_clock")
BEFORE_CLOCK = context("before_clock")
BEFORE_ORDINAL_HOUR = context("before_ordinal_hour")


@production("clock")
def clock(items: Items, c: Candidate) -> list[Span] | None:
    """A clock time without its day: the running day is the context's."""
    found = clock_of(items, c)
    if found is None or (items.glued(c.start) and items.has(c.start - 1, "DASH", "SLASH", "COLON")):
        return None  # 2-1 مساء: a score
    if (
        items.has(c.start, "ORD")
        and items.word(c.start - 1).startswith("ال")
        and items.readings[c.start - 1] is None
    ):
        return None  # الوزير الأول صباح أمس: the ordinal is the minister's
    return whole_span(c, Shift("day", 0, clock=found, running=True))


@production("clockbare")
def clockbare(items: Items, c: Candidate) -> list[Span] | None:
    """`14:30` only beside a word of time or a time zone: alone it may be a score or a verse."""
    before = items.bare(c.start - 1)
    after = items.bare(c.end)
    alone = c.start == 0 and c.end >= len(items.codes) - 1
    dated = "ampm" in c.slots or alone or after in AFTER_CLOCK
    if not dated and before not in BEFORE_CLOCK:
        return None
    if items.has(c.start, "ORD") and not dated and before not in BEFORE_ORDINAL_HOUR:
        return None
    return clock(items, c)


@production("midnight")
def midnight(items: Items, c: Candidate) -> list[Span] | None:
    """منتصف الليل، منتصف النهار: 24:00 of its day is the 00:00 that follows; alone it is the running night."""
    value = value_of(items, c, "mid", "MIDNIGHT", "MIDDAY")
    if c.end - c.start > 1:
        raw = date_point(items, c)
        if isinstance(raw, Shift):
            return whole_span(
                c, Shift("day", raw.amount, part="NI" if value == "00:00" else "MI", weekday=raw.weekday)
            )
        if isinstance(raw, Point):
            part = "NI" if value == "00:00" else "MI"
            return whole_span(
                c,
                Point(
                    raw.year,
                    raw.month,
                    raw.day,
                    raw.weekday,
                    part=part,
                    direction=raw.direction,
                    base=raw.base,
                ),
            )
    return whole_span(c, Shift("day", 0, part="NI" if value == "00:00" else "MI", running=True))
