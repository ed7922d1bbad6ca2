"""Parts of years: quarters, halves, seasons; and the week-end."""

from hawliyat.tasks.temporal.contexts import context
from hawliyat.tasks.temporal.match import Candidate, Items
from hawliyat.tasks.temporal.produce.dates import split_years
from hawliyat.tasks.temporal.produce.guards import after_name, alone
from hawliyat.tasks.temporal.produce.registry import Span, production
from hawliyat.tasks.temporal.produce.slots import (
    direction_of,
    mod_of,
    number_of,
    value_of,
    whole_span,
    year_base,
    year_of,
)
from hawliyat.tasks.temporal.raw import Part, Shift

BEFORE_QUARTER = context("before_quarter")
BEFORE_SEASON = context("before_season")


@production("weekend")
def weekend(items: Items, c: Candidate) -> list[Span] | None:
    """Saturday and Sunday of a week, as TIMEX3 has it.

    `عطلة نهاية الأسبوع المقبلة` is the coming one; `نهاية الأسبوع المقبل`, where the adjective is the week's, that of next week.
    """
    direction = direction_of(items, c)
    of_week = direction is not None and not items.word(c.end - 1).endswith("ه")
    base = Shift("week", direction) if of_week and direction is not None else None
    return whole_span(c, Part("weekend", "0", base=base, direction=direction, mod=mod_of(items, c)))


@production("part")
def part(items: Items, c: Candidate) -> list[Span] | None:
    """Quarters and halves of a year."""
    index = number_of(items, c, "ord", "ORD", "ORDLAST")
    kind = "half" if "half" in c.slots else "quarter"
    if index is None or index > (2 if kind == "half" else 4) or index == 0:
        return None
    if index == -1:
        index = 4 if kind == "quarter" else 2
    year, _, _ = year_of(items, c)
    if "year2" in c.slots:
        year, second = split_years(items, c)
        if year is None or second is None:
            return None
        return whole_span(c, Part(kind, str(index), year=year, fiscal=True))
    base = year_base(items, c) or (Shift("year", direction_of(items, c) or 0) if year is None else None)
    return whole_span(c, Part(kind, str(index), year=year, base=base, fiscal=False))


@production("quarteradj")
def quarteradj(items: Items, c: Candidate) -> list[Span] | None:
    """`الربع الماضي`, `الربع الأخير`, `النصف الأول الماضي`."""
    kind = "half" if "half" in c.slots else "quarter"
    direction = direction_of(items, c)
    if (
        direction is None
        or not items.has(c.start, "QUARTER", "HALF")
        or not items.word(c.start).lstrip("وبلف").startswith("ال")
    ):
        return None
    if "ord" in c.slots:
        index = number_of(items, c, "ord", "ORD")
        return whole_span(c, Part(kind, str(index), base=Shift("year", 0), direction=direction))
    if items.bare(c.start) == "الفصل" or "adj" not in c.slots or items.has(c.slots["adj"][0], "LASTADJ"):
        return None
    return whole_span(c, Part(kind, "rel", base=Shift(kind, direction), direction=direction))


@production("quarterthis")
def quarterthis(items: Items, c: Candidate) -> list[Span] | None:
    """`هذا الربع`."""
    if items.bare(c.end - 1) != "الربع":
        return None
    return whole_span(c, Part("quarter", "rel", base=Shift("quarter", 0), direction=0))


@production("quarterbare")
def quarterbare(items: Items, c: Candidate) -> list[Span] | None:
    """`الربع الثاني` alone, after a preposition: of the year that was spoken of, else of the current one."""
    index = number_of(items, c, "ord", "ORD")
    if items.bare(c.start) != "الربع" or index is None or index > 4:
        return None
    before = items.bare(c.start - 1)
    if before not in BEFORE_QUARTER and not items.has(c.start - 1, "MODPRE") and not alone(items, c):
        return None
    if items.bare(c.end) == "من" and items.has(c.end + 1, "COUNTED"):
        return None
    return whole_span(c, Part("quarter", str(index), base=Shift("year", 0, anaphoric=True)))


def _season(items: Items, c: Candidate) -> Part:
    year, two, _ = year_of(items, c)
    if year is not None and two:
        year += 1900 if year >= 30 else 2000
    index = value_of(items, c, "season", "SEASON") or ""
    return Part(
        "season",
        index,
        year=year,
        base=year_base(items, c),
        direction=direction_of(items, c),
        mod=mod_of(items, c),
    )


@production("season")
def season(items: Items, c: Candidate) -> list[Span] | None:
    """A season of a year; ربيع also begins two Hijri months and some names."""
    return None if after_name(items, c) else whole_span(c, _season(items, c))


@production("seasonsplit")
def seasonsplit(items: Items, c: Candidate) -> list[Span] | None:
    """`شتاء 2022-2023`: the one winter that lies in both years."""
    first, _ = split_years(items, c)
    if first is None or value_of(items, c, "season", "SEASON") != "WI":
        return None
    return whole_span(c, Part("season", "WI", year=first, mod=mod_of(items, c)))


@production("thisseason")
def thisseason(items: Items, c: Candidate) -> list[Span] | None:
    """هذا الصيف."""
    return whole_span(c, Part("season", value_of(items, c, "season", "SEASON") or "", direction=0))


@production("seasonbare")
def seasonbare(items: Items, c: Candidate) -> list[Span] | None:
    """`في الصيف`, `خلال الشتاء`."""
    before = items.bare(c.start - 1)
    reading = items.readings[c.start]
    if (before not in BEFORE_SEASON and not alone(items, c)) or reading is None or items.has(c.end, "SETADJ"):
        return None
    return whole_span(c, _season(items, c))


@production("sportseason")
def sportseason(items: Items, c: Candidate) -> list[Span] | None:
    """A season of sport or school without years: the calendar year in which it is."""
    direction = direction_of(items, c)
    if not items.bare(c.end - 1 if "adj" not in c.slots else c.slots["adj"][0] - 1).startswith("ال"):
        return None
    return whole_span(c, Shift("year", direction or 0, mod=mod_of(items, c)))
