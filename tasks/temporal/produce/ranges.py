"""Two or more expressions that share their words: `من 5 إلى 10 أيار`, `1914-1918`."""

from hawliyat.tasks.temporal.contexts import context
from hawliyat.tasks.temporal.match import Candidate, Items
from hawliyat.tasks.temporal.produce.registry import Span, production
from hawliyat.tasks.temporal.produce.slots import direction_of, month_of, number_of, year_base, year_of
from hawliyat.tasks.temporal.raw import Point

OPENS_YEARS = context("opens_years")
JOINS_YEARS = context("joins_years")
BEFORE_YEARS = context("before_years")


@production("dayrange")
def dayrange(items: Items, c: Candidate) -> list[Span] | None:
    """Two or more days of one month: each its own expression, the last with the words of month and year."""
    number = month_of(items, c)
    if not number:
        return None
    year, two, written = year_of(items, c)
    direction, base = direction_of(items, c), year_base(items, c)
    out: list[Span] = []
    previous = 0
    for slot in ("day1", "day2", "day3", "day"):
        if slot not in c.slots:
            continue
        a, b = c.slots[slot]
        value = int(items.value(a, "D", "ORD") or 0)
        if not previous < value <= 31:
            return None
        previous = value
        weekday = {"day1": "w1", "day": "w2"}.get(slot, "")
        named = number_of(items, c, weekday, "WDAY")
        if named is not None:
            a = c.slots[weekday][0]
        if slot == "day1" and "days" in c.slots:
            a = c.slots["days"][0]
        raw = Point(
            year,
            number,
            value,
            named,
            direction=direction,
            base=base,
            two_digit_year=two,
            written_year=written,
        )
        out.append((a, b if slot != "day" else c.end, raw))
    if items.has(c.start - 1, "NAMEHEAD") and year is None:
        return None
    return out


@production("yearrange")
def yearrange(items: Items, c: Candidate) -> list[Span] | None:
    """`بين 2019 و2021`, `من 1990 إلى 1996`, `1914-1918`: two years; consecutive ones with a sign are a split year."""
    first, last = number_of(items, c, "year1", "Y4"), number_of(items, c, "year", "Y4")
    a, b = c.slots["year1"], c.slots["year"]
    if first is None or last is None:
        return None
    era = "bc" in c.slots
    head = items.bare(c.start)
    introduced = head in OPENS_YEARS or any(items.has(i, "YEARS2") for i in range(c.start, a[0]))
    joined = items.word(a[1])
    if items.has(c.end, "COUNTED", "MAGNITUDE", "UNITPL", "UNITACC", "PERCENT"):
        return None
    if not era and not (1000 <= first < last <= 2200):
        return None
    if joined == "-" and not introduced and not (items.has(c.start - 1, "LPAR") or first >= 1700):
        return None
    if joined in JOINS_YEARS and not introduced and items.bare(c.start - 1) not in BEFORE_YEARS:
        return None
    if head == "من" and not 1500 <= first <= 2200:
        return None
    start = a[0]
    if start > c.start and items.has(start - 1, "YEARS2"):
        start -= 1
    return [(start, a[1], Point(year=first, bc=era)), (b[0], c.end, Point(year=last, bc=era))]


@production("yearlist")
def yearlist(items: Items, c: Candidate) -> list[Span] | None:
    """`أعوام 2022 و2023 و2024`."""
    out: list[Span] = []
    for slot in ("year1", "year2", "year"):
        a, b = c.slots[slot]
        start = a - 1 if slot == "year1" and items.has(a - 1, "YEARS2") else a
        out.append((start, b, Point(year=int(items.value(a, "Y4") or 0))))
    return out
