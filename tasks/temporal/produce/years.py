"""Years: with their noun, in figures alone, split, of school, new."""

from hawliyat.tasks.temporal.contexts import context
from hawliyat.tasks.temporal.match import Candidate, Items
from hawliyat.tasks.temporal.produce.dates import split_years
from hawliyat.tasks.temporal.produce.guards import means_general
from hawliyat.tasks.temporal.produce.registry import Span, production
from hawliyat.tasks.temporal.produce.slots import length_mod, mod_of, whole_span, year_of
from hawliyat.tasks.temporal.raw import Point, Shift

SURELY_BEFORE_YEAR = context("surely_before_year")
BEFORE_YEAR = context("before_year")
BEFORE_YEAR_OR_AMOUNT = context("before_year_or_amount")
BEFORE_RECENT_YEAR = context("before_recent_year")
SPORT_SEASON = context("sport_season")
NOT_COUNTED = context("not_counted")


@production("year")
def year(items: Items, c: Candidate) -> list[Span] | None:
    """A year with its noun, its era, or both."""
    number, two, written = year_of(items, c)
    if number is None:
        return None
    item = c.slots["year"][0]
    if items.has(c.end, "PERCENT", "MAGNITUDE"):
        return None
    spoken = items.has(item, "NW") and number < 100  # سنة أربعة وخمسين
    if spoken and (number < 30 or items.has(c.end, "UNIT", "UNITPL", "UNITACC")):
        return None
    two = (two or spoken) and not any(items.has(i, "AD") for i in range(item + 1, c.end))
    if "bc" not in c.slots and items.has(item, "YY") and items.has(c.end, "UNITACC", "UNITPL"):
        return None
    mod = mod_of(items, c) or length_mod(items, c)
    return whole_span(
        c,
        Point(
            year=number,
            two_digit_year=two and "bc" not in c.slots,
            bc="bc" in c.slots,
            mod=mod,
            written_year=written,
        ),
    )


@production("yearbare")
def yearbare(items: Items, c: Candidate) -> list[Span] | None:
    """Four figures alone: a year after a preposition of time, in brackets, or after an event that years name."""
    number, _, written = year_of(items, c)
    if number is None:
        return None
    before, after = items.bare(c.start - 1), items.word(c.end)
    if (
        items.has(c.end, "COUNTED", "MAGNITUDE", "PERCENT", "UNITPL", "UNITACC", "THOUSAND", "N")
        or after == "الف"
    ):
        return None
    if (
        after.endswith("ا")
        and not (after in NOT_COUNTED or (after.endswith("ها") and after[0] in "بل"))
        and len(after) > 3
        and not after.startswith("ال")
        and before not in SURELY_BEFORE_YEAR
    ):
        return None  # 2000 شخصا: a counted noun stands in the accusative
    if items.has(c.start - 1, "MEASURE", "SLASH", "DOT") and not items.has(c.start - 1, "LPAR"):
        return None
    if items.glued(c.start) and items.has(c.start - 1, "DASH", "SLASH", "COLON", "PERCENT"):
        return None
    entry = _opens_entry(items, c)
    if (
        c.end < len(items.codes)
        and items.glued(c.end)
        and items.has(c.end, "COLON", "SLASH", "PERCENT")
        and not entry
    ):
        return None
    reading = items.readings[c.start]
    bracketed = items.has(c.start - 1, "LPAR") and items.has(c.end, "RPAR", "DASH")
    named = any(items.has(c.start - back, "EVENTYEAR") for back in (1, 2, 3)) and not items.has(
        c.start - 1, "COMMA", "DOT"
    )
    first = c.start - 2 if before == "و" else c.start - 1
    listed = (
        (before == "و" or bool(reading and reading.conj))
        and items.has(first, "YEAR")
        and (items.bare(first - 1) in BEFORE_YEAR or items.has(first - 1, "YEARS2", "UYEAR"))
    )
    if (
        before == "من"
        and items.word(c.end) == "الي"
        and (items.has(c.end + 2, "COUNTED", "MAGNITUDE") or items.word(c.end + 2).endswith("ا"))
    ):
        return None  # من 1950 إلى 2010 ليرات
    if (
        before in BEFORE_YEAR
        or entry
        or bracketed
        or named
        or listed
        or (reading and reading.prep)
        or "bc" in c.slots
        or c.end - c.start > 1
    ):
        if before in BEFORE_YEAR_OR_AMOUNT and not 1800 <= number <= 2100:
            return None
        if before in BEFORE_RECENT_YEAR and not 1900 <= number <= 2100:
            return None
        return whole_span(c, Point(year=number, bc="bc" in c.slots, written_year=written))
    if 1900 <= number <= 2100 and (c.start == 0 or items.has(c.start - 1, "COMMA", "MONTH")):
        return (
            whole_span(c, Point(year=number, written_year=written))
            if items.has(c.end, "COMMA") or c.end == len(items.codes)
            else None
        )
    if 1900 <= number <= 2100 and items.has(c.start - 1, "PERCENT", "QUANTITY"):
        return whole_span(c, Point(year=number, written_year=written))
    return None


def _opens_entry(items: Items, c: Candidate) -> bool:
    """`1919: اندلاع الثورة`, `1919 - اندلاع الثورة`: a year that opens an entry of a timeline."""
    if c.start > 1 or (c.start == 1 and not items.has(0, "DASH")) or c.end + 1 >= len(items.codes):
        return False
    if items.has(c.end, "DASH"):
        return not items.glued(c.end)
    return items.has(c.end, "COLON") and not items.glued(c.end + 1)


@production("splityear")
def splityear(items: Items, c: Candidate) -> list[Span] | None:
    """`2013-2014`, `عام 89/90`, `موسم 2003/2004`: consecutive years are one; `99/2000` too."""
    first, second = split_years(items, c)
    if first is None or second is None:
        return None
    bare = items.has(c.start, "YY") and c.start == c.slots["year"][0]
    introduced = items.has(c.start - 1, "PERCENT", "QUANTITY") or items.bare(c.start - 1) in SPORT_SEASON
    if bare and not introduced:
        return None  # 03-04 alone: a score, a fraction
    return whole_span(c, Point(year=first, second_year=second, mod=mod_of(items, c)))


@production("newyear")
def newyear(items: Items, c: Candidate) -> list[Span] | None:
    """`العام الجديد`: the one that begins nearest to the document's date. `السنة الجديدة` of a feast is read elsewhere."""
    if any(items.has(i, "SCHOOL") for i in range(c.start, c.end)):
        return whole_span(
            c, Shift("year", 0, mod=mod_of(items, c))
        )  # it begins in the year in which it is spoken of
    return None if means_general(items, c) else whole_span(c, Shift("newyear", 0, mod=mod_of(items, c)))


@production("schoolyear")
def schoolyear(items: Items, c: Candidate) -> list[Span] | None:
    """`السنة الدراسية`, `العام الدراسي`: the calendar year in which it is."""
    return whole_span(c, Shift("year", 0, mod=mod_of(items, c)))
