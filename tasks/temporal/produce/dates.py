"""Slots read together: the clock, the day, the month, the split year, the year of an event known by its day."""

from functools import cache

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.tables import SEEDS, read_rows
from hawliyat.tasks.temporal.contexts import context
from hawliyat.tasks.temporal.match import Candidate, Items
from hawliyat.tasks.temporal.produce.slots import (
    direction_of,
    mod_of,
    month_of,
    number_of,
    value_of,
    year_base,
    year_of,
)
from hawliyat.tasks.temporal.raw import Point, Shift

AFTER_YEAR = context("after_year")


def clock_of(items: Items, c: Candidate) -> str | None:
    """The time of day as hh:mm (24:00 is the midnight that ends the day); None where it is none."""
    if "dotclock" in c.slots:
        return value_of(items, c, "dotclock", "DOTCLOCK")
    if "hhmm" in c.slots:
        figures = items.word(c.slots["hhmm"][0])
        known = int(figures[:2]) <= 24 and int(figures[2:]) < 60
        return f"{figures[:2]}:{figures[2:]}" if known else None
    if "hour" not in c.slots:
        return None
    hour = number_of(items, c, "hour", "HH", "ORD", "HW", "D", "N")
    if hour is None or hour > 24 or _masculine(items, c.slots["hour"][0]):
        return None
    minute = number_of(items, c, "minute", "MM") or 0
    start = c.slots["hour"][1]
    end = min(
        (
            c.slots[s][0]
            for s in ("ampm", "pod", "podadv", "today", "wday", "day")
            if s in c.slots and c.slots[s][0] >= start
        ),
        default=c.end,
    )
    for item in range(start, end):
        if items.has(item, "FRAC"):
            part = round(60 * float(items.value(item, "FRAC") or 0))
            part = {20: 20, 40: 40}.get(part, part)
            minute += -part if items.word(item - 1) == "الا" else part
        elif items.has(item, "N") and "minute" not in c.slots:
            amount = int(items.value(item, "N") or 0)
            minute += -amount if items.word(item - 1) == "الا" else amount
    part_of_day = (
        value_of(items, c, "ampm", "PODADV", "POD", "AMPM")
        or value_of(items, c, "pod", "POD")
        or value_of(items, c, "podadv", "PODADV")
        or ("NI" if "night" in c.slots else None)
    )
    if (part_of_day in ("AF", "EV") and 1 <= hour < 12) or (part_of_day == "NI" and 6 <= hour < 12):
        hour += 12
    elif part_of_day == "NI" and hour == 12:  # the midnight that ends the day; past it, the next begins
        hour = 0 if "pod" in c.slots and items.bare(c.slots["pod"][0] - 1) == "بعد" else 24
    elif part_of_day == "MI" and 1 <= hour <= 3:
        hour += 12
    elif part_of_day == "MO" and hour == 12:
        hour = 0
    second = number_of(items, c, "sec", "MM")
    total = hour * 60 + minute
    if not 0 <= total <= (25 if hour == 24 and part_of_day == "NI" else 24) * 60:
        return None  # الثانية عشرة والنصف ليلا: half an hour past the midnight that ends the day
    return f"{total // 60:02d}:{total % 60:02d}" + ("" if second is None else f":{second:02d}")


def _masculine(items: Items, item: int) -> bool:
    """وزير الدولة الأول صباح أمس: hours are feminine, but الساعة speaks for any."""
    if items.has(item - 1, "CLOCKWORD", "CLOCKP"):
        return False
    if not items.has(item, "ORD"):
        return items.bare(item) in ("واحد", "واحدا")  # بهدفين لواحد مساء أمس
    return items.words[items.first[item]][-1] not in "هي"


def date_point(items: Items, c: Candidate) -> Point | Shift | None:
    """What the day slots say: a calendar point, or a shift of days (اليوم، أمس) with an apposition."""
    month = month_of(items, c)
    if month == 0:
        return None
    if "monthn" in c.slots:
        month = number_of(items, c, "monthn", "M", "HW", "ORD")
    if "nmonth" in c.slots:
        month = number_of(items, c, "nmonth", "M", "D")
        if month is None or month > 12:
            return None
    day = number_of(items, c, "day", "D", "ORD")
    year, two, written = year_of(items, c)
    weekday = number_of(items, c, "wday", "WDAY", "WDAYC")
    if day is not None and day > 31:
        return None
    part = value_of(items, c, "pod", "POD", "LATEHOUR", "EARLYHOUR") or value_of(items, c, "podadv", "PODADV")
    if "pod" in c.slots and items.has(c.slots["pod"][0], "LATEHOUR", "EARLYHOUR"):
        part = value_of(items, c, "pod2", "POD") or value_of(items, c, "pod", "LATEHOUR", "EARLYHOUR")
    clock = clock_of(items, c)
    if ("hour" in c.slots or "hhmm" in c.slots) and clock is None:
        return None
    mod = mod_of(items, c)
    if "today" in c.slots and month is None:
        item = c.slots["today"][0]
        amount = int(items.value(item, "TODAY", "DAYREF") or 0)
        return Shift("day", amount, part=part, clock=clock, weekday=weekday, mod=mod)
    direction = direction_of(items, c)
    base = year_base(items, c)
    if (
        direction is not None
        and "adj" in c.slots
        and items.has(c.slots["adj"][0], "FOLLOWADJ")
        and not items.has(c.slots["adj"][0], "NEXTADJ")
    ):
        direction = 1
    return Point(
        year=year, month=month, day=day, weekday=weekday, part=part, clock=clock, direction=direction,
        base=base, two_digit_year=two, mod=mod, written_year=written, ordinal=_after_weekday(items, c),
    )  # fmt: skip


def _after_weekday(items: Items, c: Candidate) -> bool:
    """`الاثنين الثاني من مارس`: an ordinal right behind its weekday counts weekdays where the day does not fit."""
    if "day" not in c.slots or "wday" not in c.slots:
        return False
    item = c.slots["day"][0]
    return items.has(item, "ORD") and c.slots["wday"][1] == item


@cache
def _named_days() -> dict[tuple[str, int, int], int]:
    """(head noun, month, day or 0) -> year, from `seeds/lexicon/named_days.tsv`."""
    out: dict[tuple[str, int, int], int] = {}
    for row in read_rows(SEEDS / "lexicon" / "named_days.tsv"):
        for head in row["heads"].split("|"):
            key = (fold_word(head.strip()), int(row["month"]), int(row["day"] or 0))
            if out.setdefault(key, int(row["year"])) != int(row["year"]):
                raise row.error(f"{head!r} names two years")
    return out


def named_year(items: Items, c: Candidate, month: int | None, day: int | None) -> int | None:
    """The year of an event that is called by its day: هجمات 11 سبتمبر."""
    head = items.bare(c.start - 1)
    return _named_days().get((head.removeprefix("ال"), month or 0, day or 0)) if head else None


def month_point(items: Items, c: Candidate) -> Point | None:
    """A month, Gregorian or Hijri, with what is said of its year."""
    hijri = number_of(items, c, "month", "HMONTH", "WHMONTH")
    month = hijri if hijri is not None else month_of(items, c)
    if month == 0:
        return None
    year, two, written = year_of(items, c)
    return Point(
        year=year, month=month, hijri=hijri is not None, two_digit_year=two, written_year=written,
        direction=direction_of(items, c), base=year_base(items, c), mod=mod_of(items, c),
    )  # fmt: skip


def split_years(items: Items, c: Candidate) -> tuple[int | None, int | None]:
    """Two consecutive years of a split year, else (None, None)."""
    first, _, _ = year_of(items, c)
    second = number_of(items, c, "year2", "Y4", "YY")
    if first is None or second is None:
        return None, None
    long_first = first if first >= 100 else _century_of(first)
    long_second = second if second >= 100 else (long_first // 100 * 100 + second)
    if second < 100 and long_second < long_first:
        long_second += 100
    if long_second != long_first + 1 or not 1000 <= long_first <= 2200:
        return None, None
    return long_first, long_second


def _century_of(two_digits: int) -> int:
    """The year that two figures stand for in a split year: 50 to 99 are 19xx."""
    return 1900 + two_digits if two_digits >= 50 else 2000 + two_digits


def year_after_month(items: Items, c: Candidate) -> bool:
    """Whether the figures after a month can be its year: below 1500 only where the clause goes on as after a date.

    `29 أيار 1453`, but not `في أيار 300 شخص`.
    """
    if "year" not in c.slots:
        return True
    item = c.slots["year"][0]
    if items.has(item, "YEAR", "YW") or items.has(item - 1, "UYEAR", "SLASH", "DASH", "DOT"):
        return True
    if "nmonth" in c.slots or "monthn" in c.slots:
        return True
    after = items.bare(c.end)
    return (
        after in AFTER_YEAR
        or items.has(c.end, "COMMA", "DOT", "RPAR", "QUOTE", "DASH")
        or c.end >= len(items.codes)
    )
