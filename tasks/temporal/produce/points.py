"""Days, with weekday, month, year, part of day or clock as far as they are said."""

from dataclasses import replace

from hawliyat.tasks.schema import TimexType
from hawliyat.tasks.temporal.contexts import context
from hawliyat.tasks.temporal.match import Candidate, Items
from hawliyat.tasks.temporal.produce.dates import date_point, named_year, year_after_month
from hawliyat.tasks.temporal.produce.guards import after_name, alone, quoted, ranks
from hawliyat.tasks.temporal.produce.rates import rate_span
from hawliyat.tasks.temporal.produce.registry import Span, production
from hawliyat.tasks.temporal.produce.slots import number_of, whole_span
from hawliyat.tasks.temporal.raw import Fixed, Point

NOT_BEFORE_TODAY = context("not_before_today")
BALL_GAME = context("ball_game")
SUPERLATIVE = context("superlative")
BEFORE_THE_TWO = context("before_the_two")
AFTER_THE_TWO = context("after_the_two")
PRAYER = context("prayer")
WORLD_DAY = context("world_day")
NATIONAL_DAY = context("national_day")
NAME_OF_PAPER_TODAY = context("name_of_paper_today")
BEFORE_DAY_AND_MONTH = context("before_day_and_month")


@production("point")
def point(items: Items, c: Candidate) -> list[Span] | None:
    """Days, with weekday, month, year, part of day or clock as far as they are said."""
    raw = date_point(items, c)
    if "hour" in c.slots and items.has(c.start, "ORD") and ranks(items, c):
        return None  # الحلقة الأولى مساء السبت
    if raw is None or (items.word(c.slots["today"][0]) == "الباكر" if "today" in c.slots else False):
        return None  # الصباح الباكر
    if "this" in c.slots and c.slots["this"][0] > c.slots["wday"][0] and not _pauses(items, c.end):
        return None  # أعلن الخميس هذا القرار
    if isinstance(raw, Point) and "nmonth" in c.slots and raw.year is not None and 1343 <= raw.year <= 1500:
        raw = replace(raw, hijri=True)  # no press dates its news in a Gregorian fifteenth century
    if isinstance(raw, Point):
        if "nmonth" in c.slots and "year" not in c.slots and not _numeric_day_month(items, c):
            return None
        if _day_and_month_only(raw) and after_name(items, c):
            return []  # a name: taken, and silent
        if raw.day is None and raw.weekday is None:
            return None
        if raw.month is not None and not year_after_month(items, c):
            return None
        if raw.weekday is not None and raw.day is None and not _weekday_fits(items, c):
            return []
        if (
            raw.year is None
            and raw.weekday is None
            and raw.base is None
            and raw.direction is None
            and raw.day
            and (known := named_year(items, c, raw.month, raw.day))
        ):
            raw = Point(year=known, month=raw.month, day=raw.day, known_after=known)
        if raw.weekday is not None and "night2" in c.slots:
            second = number_of(items, c, "night2", "WDAY")
            if second is None or second != raw.weekday % 7 + 1:
                return None
            midnight = items.bare(c.slots["pod"][0]) == "منتصف"
            raw = Point(
                weekday=raw.weekday, part=None if midnight else "NI", clock="24:00" if midnight else None
            )
    elif c.end - c.start == 1 and (quoted(items, c) or _name_of_paper(items, c)):
        return []  # صحيفة "الغد"
    elif items.has(c.slots["today"][0], "TODAY"):
        single = c.end - c.start == 1
        if single and _day_of_something(items, c):
            return []
        if (
            single
            and items.has(c.end, "ORD")
            and items.readings[c.end] is not None
            and items.word(c.end).startswith("ال")
        ):
            return None
        if single and (rate := rate_span(items, c)):
            return rate
        if single and items.word(c.start - 1) in NOT_BEFORE_TODAY:
            return None
        if single and (
            items.has(c.start - 1, "MORE", "LESS")
            or (items.word(c.start - 1) == "من" and items.word(c.start - 2) in SUPERLATIVE)
        ):
            return whole_span(c, Fixed(TimexType.DATE, "PRESENT_REF"))  # أكثر من اليوم
    elif c.end - c.start == 1 and items.word(c.end) in BALL_GAME and items.word(c.start).endswith("بكره"):
        return None  # المحترفين بكرة القدم
    elif items.word(c.start) == "غد" and items.has(c.start - 1, "NAMEHEAD", "PRESSHEAD"):
        return None
    elif (
        items.word(c.start) == "وغدا"
        and c.end - c.start == 1
        and items.word(c.end).endswith("ا")
        and not items.readings[c.end]
    ):
        return []  # وغدا رمزا: "and became"
    elif items.word(c.start) == "امس" and "ّ" in items.source(c.start):
        return []  # في أمسّ الحاجة
    end = c.end
    if items.has(end - 1, "RPAR") and not any(items.has(i, "LPAR") for i in range(c.start, end)):
        end -= 1
    return [(c.start, end, raw)]


def _day_and_month_only(raw: Point) -> bool:
    """6 أكتوبر: a day and month without year or weekday, as names have them."""
    return raw.month is not None and raw.day is not None and raw.year is None and raw.weekday is None


def _day_of_something(items: Items, c: Candidate) -> bool:
    """اليوم العالمي للعمل الخيري, اليوم الوطني: a day that is kept, not today."""
    kind, of = items.word(c.end), items.word(c.end + 1)
    return kind in NATIONAL_DAY or (kind in WORLD_DAY and (of.startswith("ل") or of == "من"))


def _name_of_paper(items: Items, c: Candidate) -> bool:
    """صحيفة اليوم, with or without a quotation mark between; صحيفة المصري اليوم."""
    if items.bare(c.start - 1) in NAME_OF_PAPER_TODAY and items.has(c.start - 2, "PRESSHEAD", "QUOTE"):
        return True
    if items.bare(c.start) == "الغد" and after_name(items, c):
        return True  # حزب الغد
    opened = items.has(c.start - 1, "QUOTE") and items.has(c.start - 2, "PRESSHEAD")
    return opened or items.has(c.start - 1, "PRESSHEAD")


def _numeric_day_month(items: Items, c: Candidate) -> bool:
    """Whether two figures are said to be a day and month by an adjective, يوم or a weekday."""
    return "adj" in c.slots or items.has(c.start, "UDAY") or "wday" in c.slots or "hour" in c.slots


def _pauses(items: Items, item: int) -> bool:
    return item >= len(items.codes) or items.has(item, "COMMA", "DOT", "QUOTE", "RPAR")


def _weekday_fits(items: Items, c: Candidate) -> bool:
    """الاثنين is also "the two", الجمعة belongs to its prayer, الأحد and الخميس to names."""
    item = c.slots["wday"][0]
    before = items.bare(c.start - 1)
    if items.has(item, "WDAYI") and not items.has(item, "WDAY"):
        return False
    single = c.end - c.start == 1
    the_two = (
        before in BEFORE_THE_TWO
        or items.word(c.start - 1) in BEFORE_THE_TWO
        or items.bare(c.end) in AFTER_THE_TWO
    )
    ranged = items.has(c.end, "WDAY") and items.word(c.end).startswith("و")  # بين الاثنين والأربعاء
    if single and the_two and not ranged and items.word(item).endswith("الاثنين"):
        return False
    if before in PRAYER or quoted(items, c) or (after_name(items, c) and "adj" not in c.slots):
        return False
    if single and items.has(c.start - 1, "QUOTE") and items.has(c.end, "LASTADJ", "ORD"):
        return False
    return not (items.has(c.start - 1, "PRESSHEAD") and single)


@production("dateline")
def dateline(items: Items, c: Candidate) -> list[Span] | None:
    """`هراري 15-7 (اف ب)`: day and month in figures, only between a place and an agency's brackets or at once after one."""
    if alone(items, c):
        return whole_span(
            c, Point(month=number_of(items, c, "nmonth", "M"), day=number_of(items, c, "day", "D"))
        )
    if c.start > 8 or not (items.has(c.end, "LPAR") or items.has(c.start - 1, "RPAR")):
        return None
    if not (items.glued(c.start + 1) or items.has(c.start - 1, "DASH")) or items.has(c.start - 1, "LPAR"):
        return None
    month = number_of(items, c, "nmonth", "M")
    return whole_span(c, Point(month=month, day=number_of(items, c, "day", "D")))


@production("daymonth")
def daymonth(items: Items, c: Candidate) -> list[Span] | None:
    """`في 20/9`, day before month, where a preposition of time speaks for it and no quantity follows."""
    before = items.bare(c.start - 1)
    if "wday" not in c.slots and before not in BEFORE_DAY_AND_MONTH:
        return None
    if items.has(c.end, "SLASH", "PERCENT", "N", "COUNTED", "MAGNITUDE"):
        return None
    month, day = number_of(items, c, "nmonth", "M"), number_of(items, c, "day", "D")
    return whole_span(c, Point(month=month, day=day, weekday=number_of(items, c, "wday", "WDAY")))
