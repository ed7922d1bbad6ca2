"""Hijri days, months, years and ranges."""

from dataclasses import replace

from hawliyat.tasks.schema import Mod
from hawliyat.tasks.temporal.contexts import context
from hawliyat.tasks.temporal.match import Candidate, Items
from hawliyat.tasks.temporal.produce.dates import month_point
from hawliyat.tasks.temporal.produce.guards import after_name
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
from hawliyat.tasks.temporal.raw import Point

TIME_PREPOSITION = context("time_preposition")
ASKS_WHEN = context("asks_when")
END_OF_RANGE = context("month_range")
TIMES = (
    "MONTH",
    "WMONTH",
    "HMONTH",
    "WHMONTH",
    "Y4",
    "D",
    "ORD",
    "WDAY",
    "TODAY",
    "DAYREF",
    "UNIT",
    "FEAST",
    "HY",
)


COUNTS = ("COUNTED", "MAGNITUDE", "PERCENT", "UNITPL", "UNITACC", "THOUSAND", "N")


@production("hijri")
def hijri(items: Items, c: Candidate) -> list[Span] | None:
    """A Hijri day."""
    month = number_of(items, c, "month", "HMONTH", "WHMONTH") or number_of(items, c, "nmonth", "D")
    day = number_of(items, c, "day", "D", "ORD")
    year, two, written = year_of(items, c)
    if month is None or month > 12 or day is None or day > 30:
        return None
    if year is None and after_name(items, c):
        return []
    return whole_span(
        c,
        Point(
            year=year, month=month, day=day, hijri=True, two_digit_year=two, written_year=written,
            weekday=number_of(items, c, "wday", "WDAY"), part=value_of(items, c, "pod", "POD"),
            direction=direction_of(items, c), base=year_base(items, c),
        ),
    )  # fmt: skip


@production("hijrimonth")
def hijrimonth(items: Items, c: Candidate) -> list[Span] | None:
    """A Hijri month; alone it needs `شهر` or a preposition of time, for رمضان, شعبان and رجب are names too."""
    item = c.slots["month"][0]
    weak = items.has(item, "WHMONTH")
    named = any(items.has(i, "UMONTH") for i in range(c.start, item)) or "mod" in c.slots
    plain = "year" not in c.slots and "adj" not in c.slots and "rel" not in c.slots and not named
    before = items.bare(c.start - 1)
    asked = items.word(0) in ASKS_WHEN
    if plain and not asked and (weak or before not in TIME_PREPOSITION or items.has(c.end, "NAME")):
        return None
    if plain and before in END_OF_RANGE and not _range_before(items, c.start - 1):
        return None  # أرسل رسالة إلى رمضان
    if plain and before == "من" and not _range_after(items, c.end) and not _counts(items, c.start - 2):
        return None  # هدية من رمضان
    if after_name(items, c) and "year" not in c.slots:
        return None
    if "year" in c.slots and items.has(c.slots["year"][0], "YEAR") and items.has(c.end, *COUNTS):
        return None  # في رمضان 2000 وجبة
    return whole_span(c, month_point(items, c) or Point())


def _range_before(items: Items, item: int) -> bool:
    """Whether a time stands just before إلى, as the first end of a range has it: من شعبان إلى رمضان."""
    return items.has(item - 1, *TIMES)


def _range_after(items: Items, item: int) -> bool:
    return items.bare(item) in END_OF_RANGE and items.has(item + 1, *TIMES)


def _counts(items: Items, item: int) -> bool:
    """Whether the word before من is one that a month has parts of: الأيام الأولى من رمضان, النصف الثاني من رمضان."""
    return items.has(item, "ORD", "ORDLAST", "UNITPL", "UNIT", "UNITDU", "D", "LASTADJ", "MODPRE", "HALF")


@production("tenth")
def tenth(items: Items, c: Candidate) -> list[Span] | None:
    """`العشر الأواخر من رمضان`: a third of a Hijri month; of رمضان where none is named."""
    if "month" not in c.slots:
        if value_of(items, c, "tenth", "TENTHS") != "END":
            return None  # the first ten are those of ذو الحجة as well
        return whole_span(c, Point(month=9, hijri=True, mod=Mod.END))
    said = value_of(items, c, "tenth", "TENTHS")
    mod = (
        Mod(said) if said else Mod.END if number_of(items, c, "tenthn", "ORDLAST", "ORD") == -1 else Mod.START
    )
    found = month_point(items, c)
    return None if found is None else whole_span(c, replace(found, mod=mod))


@production("hijriyear")
def hijriyear(items: Items, c: Candidate) -> list[Span] | None:
    """A Hijri year."""
    year = number_of(items, c, "year", "HY", "N", "YW")
    if year is None or not 1 <= year <= 1500:
        return None
    return whole_span(c, Point(year=year, hijri=True, mod=mod_of(items, c)))


@production("hrange")
def hrange(items: Items, c: Candidate) -> list[Span] | None:
    """Two Hijri days of one month."""
    month = number_of(items, c, "month", "HMONTH", "WHMONTH") or number_of(items, c, "nmonth", "D")
    year, _, written = year_of(items, c)
    first, last = number_of(items, c, "day1", "D", "ORD"), number_of(items, c, "day", "D", "ORD")
    a, b = c.slots["day1"], c.slots["day"]
    if first is None or last is None or month is None or first >= last:
        return None
    return [
        (a[0], a[1], Point(year, month, first, hijri=True, written_year=written)),
        (b[0], c.end, Point(year, month, last, hijri=True, written_year=written)),
    ]
