"""Days told from a month, a year or another day: `آخر يوم من الشهر`, `ثالث ثلاثاء من مايو`, `غداة الثلاثاء`."""

from dataclasses import replace

from hawliyat.tasks.temporal.contexts import context
from hawliyat.tasks.temporal.match import Candidate, Items
from hawliyat.tasks.temporal.produce.dates import date_point, month_point
from hawliyat.tasks.temporal.produce.registry import Span, production
from hawliyat.tasks.temporal.produce.slots import direction_of, number_of, value_of, whole_span, year_of
from hawliyat.tasks.temporal.raw import Moved, Nth, Point, Shift

OF_MONTH = context("of_month")


@production("dayof")
def dayof(items: Items, c: Candidate) -> list[Span] | None:
    """The n-th day of a relative month: `الثالث عشر من الشهر المقبل`."""
    day = number_of(items, c, "day", "D", "ORD")
    part = value_of(items, c, "pod", "POD")
    if "ana" in c.slots or "next" in c.slots:
        following = 1 if "next" in c.slots else 0
        return whole_span(c, Point(day=day, part=part, base=Shift("month", following, anaphoric=True)))
    return whole_span(c, Point(day=day, part=part, base=Shift("month", direction_of(items, c) or 0)))


@production("daycur")
def daycur(items: Items, c: Candidate) -> list[Span] | None:
    """`الثلاثاء 20 الجاري`: a day of the current month."""
    day = number_of(items, c, "day", "D")
    return whole_span(c, Point(day=day, weekday=number_of(items, c, "wday", "WDAY"), base=Shift("month", 0)))


@production("edge")
def edge(items: Items, c: Candidate) -> list[Span] | None:
    """The first or last day of a month or year: `آخر يوم من الشهر القادم`."""
    last = items.has(c.slots["edge"][0], "LASTN")
    year, _, _ = year_of(items, c)
    if "rel" in c.slots:
        base = Shift("month", direction_of(items, c) or 0)
        return whole_span(c, Point(day=None if last else 1, base=base, last_of_month=last))
    if "yrel" in c.slots:
        month = 12 if last else 1
        yearly = None if year is not None else Shift("year", direction_of(items, c) or 0)
        return whole_span(
            c, Point(year=year, month=month, day=None if last else 1, base=yearly, last_of_month=last)
        )
    found = month_point(items, c)
    if found is None:
        return None
    return whole_span(c, replace(found, day=None if last else 1, last_of_month=last, mod=None))


@production("nth")
def nth(items: Items, c: Candidate) -> list[Span] | None:
    """The n-th or last weekday of a month."""
    n = number_of(items, c, "nth", "LASTN") if items.has(c.slots["nth"][0], "LASTN") else None
    if n is None:
        n = number_of(items, c, "nth", "ORD", "ORDLAST")
    weekday = number_of(items, c, "nwday", "WDAY", "WDAYI")
    if "rel" in c.slots:
        month: Point | None = Point(base=Shift("month", direction_of(items, c) or 0))
    elif "yrel" in c.slots:
        year, _, _ = year_of(items, c)
        which = 12 if n == -1 else 1
        month = Point(
            year=year,
            month=which,
            base=None if year is not None else Shift("year", direction_of(items, c) or 0),
        )
    elif "monthn" in c.slots:
        year, _, _ = year_of(items, c)
        month = Point(year=year, month=number_of(items, c, "monthn", "M"))
    else:
        month = month_point(items, c)
    if n is None or weekday is None or month is None or n > 5:
        return None
    return whole_span(c, Nth(n, weekday, month))


@production("ordday")
def ordday(items: Items, c: Candidate) -> list[Span] | None:
    """`اليوم الثالث` of something: a day, which one the text does not say."""
    if items.has(c.end, "UDAY") or (
        items.bare(c.end) in OF_MONTH and items.has(c.end + 1, "UMONTH", "MONTH")
    ):
        return None
    return whole_span(c, Point(day=0, mod=None))


@production("someday")
def someday(items: Items, c: Candidate) -> list[Span] | None:
    """`يوم معين`, `يوما ما`."""
    return whole_span(c, Point(day=0))


@production("onthisday")
def onthisday(items: Items, c: Candidate) -> list[Span] | None:
    """`في مثل هذا اليوم من عام 1969`: the document's day and month in that year."""
    year, _, _ = year_of(items, c)
    return whole_span(c, Point(year=year, base=Shift("day", 0)))


@production("daymonthn")
def daymonthn(items: Items, c: Candidate) -> list[Span] | None:
    """`الأول من الشهر السابع`."""
    month = number_of(items, c, "monthn", "ORD")
    if month is None or month > 12:
        return None
    return whole_span(c, Point(month=month, day=number_of(items, c, "day", "D", "ORD")))


@production("dayit")
def dayit(items: Items, c: Candidate) -> list[Span] | None:
    """`السادس عشر منه`: of the month that was spoken of."""
    return whole_span(c, Point(day=number_of(items, c, "day", "ORD"), base=Shift("month", 0, anaphoric=True)))


@production("eve")
def eve(items: Items, c: Candidate) -> list[Span] | None:
    """`غداة الثلاثاء`, `عشية 5 أيار`: the day after, the day before."""
    raw = date_point(items, c)
    days = number_of(items, c, "eve", "EVE")
    return None if raw is None or days is None else whole_span(c, Moved(raw, days))


@production("evethat")
def evethat(items: Items, c: Candidate) -> list[Span] | None:
    """`غداة ذلك`."""
    return whole_span(c, Shift("day", number_of(items, c, "eve", "EVE") or 0, anaphoric=True))
