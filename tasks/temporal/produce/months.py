"""Gregorian months, with what the words say of their year."""

from dataclasses import replace

from hawliyat.tasks.schema import Mod
from hawliyat.tasks.temporal.contexts import context
from hawliyat.tasks.temporal.match import Candidate, Items
from hawliyat.tasks.temporal.produce.dates import month_point, named_year, year_after_month
from hawliyat.tasks.temporal.produce.guards import after_name, alone, quoted
from hawliyat.tasks.temporal.produce.registry import Span, production
from hawliyat.tasks.temporal.produce.slots import (
    direction_of,
    mod_of,
    month_of,
    number_of,
    whole_span,
    year_base,
    year_of,
)
from hawliyat.tasks.temporal.raw import Point, Shift

TIME_PREPOSITION = context("time_preposition")
BEFORE_WEAK_MONTH = context("before_weak_month")
BEFORE_OTHER_NOUN = context("before_other_noun")
WEAKEST_MONTH = context("weakest_month")
BEFORE_DAY_AND_MONTH = context("before_day_and_month")


@production("month")
def month(items: Items, c: Candidate) -> list[Span] | None:
    """A month with what the words say of its year."""
    start = c.start
    if items.word(start) == "من":
        return None
    if after_name(items, c) and "year" not in c.slots and "adj" not in c.slots:
        return []
    if items.has(c.start - 1, "MAKE") and c.end - c.start == 1:
        return []  # سيارة من طراز نيسان
    if (
        c.end - c.start == 1
        and items.bare(c.start) == "اب"
        and items.bare(c.start - 1) not in TIME_PREPOSITION
        and not (
            items.readings[c.start] and (items.readings[c.start].conj or items.readings[c.start].prep)  # type: ignore[union-attr]
        )
    ):
        return None  # آب إلى رشده: "he returned"
    if "monthn" in c.slots:
        number: int | None = number_of(items, c, "monthn", "M", "HW", "ORD")
        if not items.has(c.slots["monthn"][0] - 1, "UMONTH") or number is None or number > 12:
            return None
    elif "kan" in c.slots:
        number = {1: 12, 2: 1}.get(number_of(items, c, "kan", "ORD", "N") or 0)
    elif "tish" in c.slots:
        number = {1: 10, 2: 11}.get(number_of(items, c, "tish", "ORD", "N") or 0)
    else:
        number = month_of(items, c)
    if not number:
        return None
    if (quoted(items, c) and c.end - c.start == 1) or not year_after_month(items, c):
        return None
    year, two, written = year_of(items, c)
    if c.end - c.start == 1 and (known := named_year(items, c, number, None)):
        return whole_span(c, Point(year=known, month=number, known_after=known))
    return whole_span(
        c,
        Point(
            year=year, month=number, two_digit_year=two, written_year=written, direction=direction_of(items, c),
            base=year_base(items, c), mod=mod_of(items, c),
        ),
    )  # fmt: skip


@production("monthhalf")
def monthhalf(items: Items, c: Candidate) -> list[Span] | None:
    """`النصف الثاني من الشهر`: the month, START or END."""
    index = number_of(items, c, "ord", "ORD")
    if index not in (1, 2):
        return None
    mod = Mod.START if index == 1 else Mod.END
    if "mrel" in c.slots:
        return whole_span(c, Shift("month", direction_of(items, c) or 0, mod=mod))
    found = month_point(items, c)
    return None if found is None else whole_span(c, replace(found, mod=mod))


@production("monthfigures")
def monthfigures(items: Items, c: Candidate) -> list[Span] | None:
    """`10/2013` after a preposition of time, or alone; elsewhere the number of a law."""
    month, year = number_of(items, c, "nmonth", "M"), number_of(items, c, "year", "Y4")
    if month is None or year is None or not 1900 <= year <= 2100:
        return None
    if items.bare(c.start - 1) not in BEFORE_DAY_AND_MONTH and not alone(items, c):
        return None
    if items.glued(c.start) or items.has(c.end, "SLASH"):
        return None
    return whole_span(c, Point(year=year, month=month))


@production("monthday")
def monthday(items: Items, c: Candidate) -> list[Span] | None:
    """`مارس 3، 2015`, as translations have it: with the year, or at the end of the line; elsewhere the figure counts."""
    month, (year, _, _) = month_of(items, c), year_of(items, c)
    if not month or (year is None and c.end < len(items.codes)) or after_name(items, c):
        return None
    return whole_span(c, Point(year=year, month=month, day=number_of(items, c, "day", "D")))


@production("monthweak")
def monthweak(items: Items, c: Candidate) -> list[Span] | None:
    """مارس، ماي، جوان alone: only straight after a preposition of time (مارس is also "he practised")."""
    reading = items.readings[c.start]
    before = items.bare(c.start - 1)
    word = items.bare(c.start)
    if word == "اب" or before not in BEFORE_WEAK_MONTH:
        return None
    if before in BEFORE_OTHER_NOUN and word in WEAKEST_MONTH:
        return None
    assert reading is not None
    return whole_span(c, Point(month=int(reading.values["WMONTH"])))
