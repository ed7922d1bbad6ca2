"""Days told from a month, a year or another day: `آخر يوم من الشهر`, `ثالث ثلاثاء من مايو`, `غداة الثلاثاء`."""

from dataclasses import replace

from hawliyat.tasks.temporal.contexts import context
from hawliyat.tasks.temporal.match import Candidate, Items
from hawliyat.tasks.temporal.produce.dates import date_point, month_point
from hawliyat.tasks.temporal.produce.guards import alone
from hawliyat.tasks.temporal.produce.registry import Span, production
from hawliyat.tasks.temporal.produce.slots import direction_of, number_of, value_of, whole_span, year_of
from hawliyat.tasks.temporal.raw import Moved, Nth, Point, Shift

OF_MONTH = context("of_month")
BEFORE_ORDINAL_DAY = context("before_ordinal_day")
BRIEF = 4  # items of a line that says little else
# After `يوم 15` these show that the figure counts or that more of the date follows.
GOES_ON_WITH_DAY = (
    "SLASH",
    "DASH",
    "UNIT",
    "UNITPL",
    "UNITACC",
    "MONTH",
    "WMONTH",
    "COUNTED",
    "PERCENT",
    "MAGNITUDE",
)


@production("dayof")
def dayof(items: Items, c: Candidate) -> list[Span] | None:
    """The n-th day of a relative month: `الثالث عشر من الشهر المقبل`."""
    day = number_of(items, c, "day", "D", "ORD")
    part = value_of(items, c, "pod", "POD")
    if items.bare(c.start) == "اول" and items.has(c.start + 1, "UMONTH"):
        return None  # أول الشهر الجاري: its beginning; الأول من الشهر is its first day
    if "ana" in c.slots or "next" in c.slots:
        following = 1 if "next" in c.slots else 0
        return whole_span(c, Point(day=day, part=part, base=Shift("month", following, anaphoric=True)))
    return whole_span(c, Point(day=day, part=part, base=Shift("month", direction_of(items, c) or 0)))


@production("daycur")
def daycur(items: Items, c: Candidate) -> list[Span] | None:
    """`الثلاثاء 20 الجاري`: a day of the current month."""
    day = number_of(items, c, "day", "D")
    return whole_span(c, Point(day=day, weekday=number_of(items, c, "wday", "WDAY"), base=Shift("month", 0)))


def _of(items: Items, c: Candidate) -> Point | None:
    """The month or year that something is counted in: its `month` is None where it is a year, or a month by its base."""
    year, _, _ = year_of(items, c)
    if "mrel" in c.slots:
        return Point(base=Shift("month", direction_of(items, c) or 0))
    if "yrel" in c.slots:
        return Point(year=year, base=None if year is not None else Shift("year", direction_of(items, c) or 0))
    if "monthn" in c.slots:
        month = number_of(items, c, "monthn", "M", "HW", "ORD")
        return (
            Point(year=year, month=month, direction=direction_of(items, c)) if month and month <= 12 else None
        )
    return month_point(items, c)


def _count(items: Items, c: Candidate, slot: str) -> int | None:
    """An ordinal, or -1 of the last."""
    if items.has(c.slots[slot][0], "LASTN"):
        return -1
    return number_of(items, c, slot, "ORD", "ORDLAST", "FIRSTN")


@production("edge")
def edge(items: Items, c: Candidate) -> list[Span] | None:
    """The first, n-th or last day of a month or year: `آخر يوم من الشهر القادم`, `ثالث يوم من أكتوبر`."""
    n, of = _count(items, c, "edge"), _of(items, c)
    if n is None or of is None or n > 31:
        return None
    if "yrel" in c.slots:
        if n not in (1, -1):
            return None
        of = replace(of, month=1 if n == 1 else 12)
    return whole_span(c, replace(of, day=None if n == -1 else n, last_of_month=n == -1, mod=None))


@production("nth")
def nth(items: Items, c: Candidate) -> list[Span] | None:
    """The n-th or last weekday of a month; of a year, of its first or last month."""
    n, of = _count(items, c, "nth"), _of(items, c)
    weekday = number_of(items, c, "nwday", "WDAY", "WDAYI")
    if n is None or weekday is None or of is None or n > 5:
        return None
    if "yrel" in c.slots:
        of = replace(of, month=12 if n == -1 else 1)
    return whole_span(c, Nth(n, weekday, of, or_day=c.slots["nwday"] < c.slots["nth"]))


@production("nthweek")
def nthweek(items: Items, c: Candidate) -> list[Span] | None:
    """The n-th or last week of a month or year: a week belongs where its Thursday lies (ISO 8601)."""
    n, of = _count(items, c, "edge"), _of(items, c)
    if n is None or of is None or n > (53 if "yrel" in c.slots else 5):
        return None
    return whole_span(c, Nth(n, 4, of, week=True))


@production("weekn")
def weekn(items: Items, c: Candidate) -> list[Span] | None:
    """`الأسبوع 12 من عام 2025`: a week by its number (ISO 8601)."""
    n = number_of(items, c, "weekn", "N")
    said = "yrel" in c.slots
    of = _of(items, c) if said else Point(base=Shift("year", 0))
    if n is None or of is None or not 1 <= n <= 53 or not (said or alone(items, c)):
        return None
    return whole_span(c, Nth(n, 4, replace(of, month=None), week=True))


@production("nthmonth")
def nthmonth(items: Items, c: Candidate) -> list[Span] | None:
    """`أول شهر من السنة القادمة`, `الشهر الأخير من العام`."""
    n, of = _count(items, c, "edge"), _of(items, c)
    if n is None or of is None or n > 12:
        return None
    return whole_span(c, replace(of, month=12 if n == -1 else n))


@production("weekdayof")
def weekdayof(items: Items, c: Candidate) -> list[Span] | None:
    """`الثلاثاء من الأسبوع المقبل`: a weekday of a week that the words name."""
    weekday = number_of(items, c, "wday", "WDAY", "WDAYI")
    if weekday is None:
        return None
    item = c.slots["wday"][0]
    if items.has(item, "NUMW") and not items.has(item, "WDAY") and items.has(item + 1, "THIS"):
        return None  # قتل اثنين هذا الأسبوع: two
    base = Shift("week", direction_of(items, c) or 0)
    return whole_span(c, Point(weekday=weekday, part=value_of(items, c, "pod", "POD"), base=base))


@production("dayonly")
def dayonly(items: Items, c: Candidate) -> list[Span] | None:
    """`يوم 15`, `يوم 20 الشهر الجاري`: a day of a month that the clause, or an adjective, tells."""
    day = number_of(items, c, "day", "D")
    if day is None:
        return None
    if "mrel" in c.slots:
        by_preposition = items.readings[c.slots["mrel"][0]].prep or items.bare(c.slots["mrel"][0] - 1) == "في"  # type: ignore[union-attr]
        if by_preposition and len(items.codes) > BRIEF:
            return None  # 15 يوما بالشهر
        if not items.has(c.start, "UDAY") and not alone(items, c):
            return None
        return whole_span(c, Point(day=day, base=Shift("month", direction_of(items, c) or 0)))
    after = items.word(c.end)
    if items.has(c.slots["day"][0], "NW") and (day <= 10 or len(items.codes) > BRIEF):
        return None  # يوم واحد; يوم خمستاشر is said, not written
    if items.has(c.start - 1, "N", "QUANTITY", "EVERY") or (c.end < len(items.codes) and items.glued(c.end)):
        return None
    if items.readings[c.end - 1] is None or after[:1].isdecimal() or items.has(c.end, *GOES_ON_WITH_DAY):
        return None
    return whole_span(c, Point(day=day))


@production("dayfigure")
def dayfigure(items: Items, c: Candidate) -> list[Span] | None:
    """`الموعد في 15`: the figure that ends a short line after في is a day of the month."""
    day = number_of(items, c, "day", "D")
    ends = c.end == len(items.codes) or (c.end + 1 == len(items.codes) and items.has(c.end, "DOT", "COMMA"))
    if day is None or items.has(c.start, "NW") or items.bare(c.start - 1) != "في" or not ends:
        return None
    if len(items.codes) > BRIEF or any(items.has(i, "N", "QUANTITY") for i in range(c.start)):
        return None
    return whole_span(c, Point(day=day))


@production("dayord")
def dayord(items: Items, c: Candidate) -> list[Span] | None:
    """`في الخامس عشر`: a compound ordinal alone is a day of the month; smaller ones are ranks too often."""
    day = items.value(c.start, "ORD")
    first, last = items.words[items.first[c.start]], items.words[items.last[c.start]]
    if day is None or first.endswith("ه") or last.endswith("ه") or not 10 < int(day) <= 31:
        return None
    before = items.bare(c.start - 1)
    if (
        before not in BEFORE_ORDINAL_DAY
        or items.bare(c.end) == "من"
        or items.has(c.end, "ORD", "UNITPL", "AD", "BC")
    ):
        return None
    if any(items.has(i, "UCENT") for i in range(c.start)):
        return None  # في القرن السابع عشر وفي الثامن عشر
    return whole_span(c, Point(day=int(day)))


@production("ordday")
def ordday(items: Items, c: Candidate) -> list[Span] | None:
    """`اليوم الثالث` of something: a day, which one the text does not say."""
    if items.has(c.start - 1, "PRESSHEAD"):
        return []  # صحيفة اليوم السابع
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
    if raw is None or days is None:
        return None
    if days < 0 and isinstance(raw, Shift) and "today" in c.slots:
        return whole_span(
            c, replace(raw, part="EV")
        )  # عشية أمس: in the Maghreb the late hours of the day itself
    return whole_span(c, Moved(raw, Shift("day", days)))


@production("evethat")
def evethat(items: Items, c: Candidate) -> list[Span] | None:
    """`غداة ذلك`."""
    return whole_span(c, Shift("day", number_of(items, c, "eve", "EVE") or 0, anaphoric=True))
