"""Productions: what a matched rule says, as underspecified values; None where a look around speaks against it.

A production sees the sentence's items and the rule's named slots. It knows no document date: that is `resolve`'s part.
Guards against look-alikes (عقد "contract", العام "general", names such as شارع 6 أكتوبر) stand here, each with its reason.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.schema import Mod, TimexType
from hawliyat.tasks.temporal.match import Candidate, Items
from hawliyat.tasks.temporal.raw import Era, Feast, Fixed, Moved, Nth, Part, Point, Raw, Shift, Since
from hawliyat.tasks.temporal.tables import SEEDS, read_rows

Span = tuple[int, int, Raw]
PRODUCTIONS: dict[str, Callable[[Items, Candidate], list[Span] | None]] = {}

_UNIT_CODE = {
    "day": "P{}D", "week": "P{}W", "month": "P{}M", "year": "P{}Y", "decade": "P{}DE", "century": "P{}CE",
    "hour": "PT{}H", "minute": "PT{}M", "second": "PT{}S", "night": "P{}D", "season": "P{}Y", "quarter": "P{}Q",
    "halfyear": "P{}M",
}  # fmt: skip
_TIME_PREPOSITIONS = frozenset(
    [
        "في",
        "خلال",
        "منذ",
        "حتي",
        "قبل",
        "بعد",
        "منتصف",
        "الي",
        "طوال",
        "طيله",
        "بحلول",
        "مع",
        "عبر",
        "اثناء",
        "غضون",
        "حلول",
        "بدايه",
        "من",
        "فى",
    ]
)
_LENGTH_PREPOSITIONS = frozenset(
    [
        "مده",
        "لمده",
        "خلال",
        "طوال",
        "طيله",
        "منذ",
        "مدي",
        "غضون",
        "بعد",
        "قبل",
        "استمر",
        "استمرت",
        "تستمر",
        "يستمر",
        "دام",
        "دامت",
        "لفتره",
        "مدتها",
        "مدته",
        "نحو",
        "ظرف",
        "في",
        "علي",
        "مر",
        "قرابه",
        "حوالي",
        "استغرق",
        "استغرقت",
        "تستغرق",
        "يستغرق",
        "فتره",
        "مسافه",
        "بمعدل",
        "بالسجن",
        "السجن",
        "الحبس",
        "بالحبس",
        "عن",
        "مضي",
        "مرور",
        "فى",
        "لنحو",
        "قضي",
        "امضي",
        "امضت",
        "قضت",
    ]
)


def production(
    name: str,
) -> Callable[
    [Callable[[Items, Candidate], list[Span] | None]], Callable[[Items, Candidate], list[Span] | None]
]:
    """Register a production under the name that rules use."""

    def register(
        function: Callable[[Items, Candidate], list[Span] | None],
    ) -> Callable[[Items, Candidate], list[Span] | None]:
        PRODUCTIONS[name] = function
        return function

    return register


# --- helpers -------------------------------------------------------------------------------------------------------


def _value(items: Items, c: Candidate, slot: str, *categories: str) -> str | None:
    if slot not in c.slots:
        return None
    return items.value(c.slots[slot][0], *categories)


def _integer(items: Items, c: Candidate, slot: str, *categories: str) -> int | None:
    found = _value(items, c, slot, *categories)
    return None if found is None else int(found)


def _mod(items: Items, c: Candidate) -> Mod | None:
    found = _value(items, c, "mod", "MODPRE")
    return Mod(found) if found else None


def _length_mod(items: Items, c: Candidate) -> Mod | None:
    for slot in ("pre", "postmod"):
        found = _value(
            items, c, slot, "MORE", "LESS", "ATLEAST", "ATMOST", "APPROX", "APPROXPOST", "ATLEASTPOST"
        )
        if found:
            return Mod(found)
    return None


def _direction(items: Items, c: Candidate, slot: str = "adj") -> int | None:
    twice = {"adj": "twice", "reladj": "reltwice"}.get(slot, "")
    if twice in c.slots:
        return 2 * int(_value(items, c, twice, "PASTADJ", "NEXTADJ") or 0)
    found = _value(items, c, slot, "PASTADJ", "NEXTADJ", "CURADJ", "PREVADJ", "LASTADJ", "FOLLOWADJ")
    return None if found is None else int(found)


def _year(items: Items, c: Candidate) -> tuple[int | None, bool, str | None]:
    if "year" not in c.slots:
        return None, False, None
    item = c.slots["year"][0]
    text = items.value(item, "Y4", "YW", "Y3", "YY", "HY", "THOUSAND2", "N")
    assert text is not None
    two = items.has(item, "YY")
    return int(text), two, items.word(item)


def _year_base(items: Items, c: Candidate) -> Shift | None:
    if "ana" in c.slots:
        return Shift("year", 0, anaphoric=True)
    if "rel" not in c.slots:
        return None
    direction = _direction(items, c, "reladj")
    if (
        "reladj" in c.slots
        and items.has(c.slots["reladj"][0], "FOLLOWADJ")
        and not items.has(c.slots["reladj"][0], "NEXTADJ")
    ):
        return Shift("year", 1, anaphoric=True)
    if (
        "reladj" in c.slots
        and direction == -1
        and items.has(c.slots["reladj"][0], "PREVADJ")
        and not items.has(c.slots["reladj"][0], "PASTADJ")
    ):
        return Shift("year", -1)
    return Shift("year", direction or 0)


def _month(items: Items, c: Candidate) -> int | None:
    month = _integer(items, c, "month", "MONTH", "WMONTH")
    second = _integer(items, c, "month2", "MONTH", "WMONTH")
    if month is not None and second is not None and month != second:
        return 0  # two months, not two names of one
    return month


def _clock(items: Items, c: Candidate) -> str | None:
    if "dotclock" in c.slots:
        return _value(items, c, "dotclock", "DOTCLOCK")
    if "hour" not in c.slots:
        return None
    hour = _integer(items, c, "hour", "HH", "ORD", "HW", "D", "N")
    if hour is None or hour > 24:
        return None
    minute = _integer(items, c, "minute", "MM") or 0
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
        _value(items, c, "ampm", "PODADV", "POD", "AMPM")
        or _value(items, c, "pod", "POD")
        or _value(items, c, "podadv", "PODADV")
    )
    if (part_of_day in ("AF", "EV") and 1 <= hour < 12) or (part_of_day == "NI" and 6 <= hour < 12):
        hour += 12
    elif part_of_day == "NI" and hour == 12:
        hour = 24
    elif part_of_day == "MI" and 1 <= hour <= 3:
        hour += 12
    elif part_of_day == "MO" and hour == 12:
        hour = 0
    total = hour * 60 + minute
    if not 0 <= total <= 24 * 60:
        return None
    if total == 24 * 60 and hour == 24:
        return "24:00"
    return f"{total // 60:02d}:{total % 60:02d}"


def _after_name(items: Items, c: Candidate) -> bool:
    """A date that is only a name: شارع 6 أكتوبر, ثورة 25 يناير, حزب 14 آذار, صحيفة "تشرين".

    The head of such a name stands without the article (السوق الجمعة is "the market on Friday").
    """
    before = c.start - 1
    head = items.readings[before] if before >= 0 else None
    if head is not None and head.definite:
        return False
    if items.has(before, "QUOTE") and items.has(before - 1, "PRESSHEAD", "NAMEHEAD"):
        return True
    if items.has(before, "PRESSHEAD") and not items.has(before, "NAMEHEAD"):
        return not items.words[items.first[before]].endswith("يه") or items.word(before) in ("قناه",)
    return items.has(before, "NAMEHEAD")


def _quoted(items: Items, c: Candidate) -> bool:
    """The expression alone between quotation marks: the name of a paper (صحيفة الأردن "اليوم")."""
    return items.has(c.start - 1, "QUOTE") and items.has(c.end, "QUOTE")


def _one(c: Candidate, raw: Raw) -> list[Span]:
    return [(c.start, c.end, raw)]


def _without_tail(items: Items, c: Candidate, *categories: str) -> int:
    """The end of the span without a closing sign that only the pattern needed."""
    end = c.end
    while end > c.start + 1 and items.has(end - 1, *categories):
        end -= 1
    return end


def _date_point(items: Items, c: Candidate) -> Point | Shift | None:
    """What the day slots say: a calendar point, or a shift of days (اليوم، أمس) with an apposition."""
    month = _month(items, c)
    if month == 0:
        return None
    if "monthn" in c.slots:
        month = _integer(items, c, "monthn", "M")
    if "nmonth" in c.slots:
        month = _integer(items, c, "nmonth", "M", "D")
        if month is None or month > 12:
            return None
    day = _integer(items, c, "day", "D", "ORD")
    year, two, written = _year(items, c)
    weekday = _integer(items, c, "wday", "WDAY", "WDAYC")
    if day is not None and day > 31:
        return None
    part = _value(items, c, "pod", "POD", "LATEHOUR", "EARLYHOUR") or _value(items, c, "podadv", "PODADV")
    if "pod" in c.slots and items.has(c.slots["pod"][0], "LATEHOUR", "EARLYHOUR"):
        part = _value(items, c, "pod", "LATEHOUR", "EARLYHOUR")
    clock = _clock(items, c)
    if "hour" in c.slots and clock is None:
        return None
    mod = _mod(items, c)
    if "today" in c.slots and month is None:
        item = c.slots["today"][0]
        amount = int(items.value(item, "TODAY", "DAYREF") or 0)
        return Shift("day", amount, part=part, clock=clock, weekday=weekday, mod=mod)
    direction = _direction(items, c)
    base = _year_base(items, c)
    if (
        direction is not None
        and "adj" in c.slots
        and items.has(c.slots["adj"][0], "FOLLOWADJ")
        and not items.has(c.slots["adj"][0], "NEXTADJ")
    ):
        direction = 1
    return Point(
        year=year, month=month, day=day, weekday=weekday, part=part, clock=clock, direction=direction,
        base=base, two_digit_year=two, mod=mod, written_year=written,
    )  # fmt: skip


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


def _named_year(items: Items, c: Candidate, month: int | None, day: int | None) -> int | None:
    """The year of an event that is called by its day: هجمات 11 سبتمبر."""
    head = items.bare(c.start - 1)
    return _named_days().get((head.removeprefix("ال"), month or 0, day or 0)) if head else None


# --- points --------------------------------------------------------------------------------------------------------


@production("point")
def point(items: Items, c: Candidate) -> list[Span] | None:
    """Days, with weekday, month, year, part of day or clock as far as they are said."""
    raw = _date_point(items, c)
    if raw is None:
        return None
    if isinstance(raw, Point) and "nmonth" in c.slots and raw.year is not None and 1343 <= raw.year <= 1500:
        raw = replace(raw, hijri=True)  # no press dates its news in a Gregorian fifteenth century
    if isinstance(raw, Point):
        if "nmonth" in c.slots and "year" not in c.slots and not _numeric_day_month(items, c):
            return None
        if (
            raw.month is not None
            and raw.day is not None
            and _after_name(items, c)
            and raw.year is None
            and raw.weekday is None
        ):
            return []  # a name: taken, and silent
        if raw.day is None and raw.weekday is None:
            return None
        if raw.weekday is not None and raw.day is None and not _weekday_fits(items, c):
            return []
        if (
            raw.year is None
            and raw.weekday is None
            and raw.base is None
            and raw.direction is None
            and raw.day
            and (known := _named_year(items, c, raw.month, raw.day))
        ):
            raw = Point(year=known, month=raw.month, day=raw.day, known_after=known)
        if raw.weekday is not None and "night2" in c.slots:
            second = _integer(items, c, "night2", "WDAY")
            if second is None or second != raw.weekday % 7 + 1:
                return None
            raw = Point(weekday=raw.weekday, part="NI")
    elif items.has(c.slots["today"][0], "TODAY"):
        single = c.end - c.start == 1
        if single and (
            _quoted(items, c)
            or items.has(c.start - 1, "PRESSHEAD")
            or (items.has(c.start - 1, "QUOTE") and items.has(c.start - 2, "PRESSHEAD"))
        ):
            return None
        if (
            single
            and items.has(c.end, "ORD")
            and items.readings[c.end] is not None
            and items.word(c.end).startswith("ال")
        ):
            return None
        if single and (rate := _rate_span(items, c)):
            return rate
        if single and items.word(c.start - 1) in ("راي", "منتصف"):
            return None
        if single and (
            items.has(c.start - 1, "MORE", "LESS")
            or (
                items.word(c.start - 1) == "من"
                and items.word(c.start - 2) in ("افضل", "اسوا", "اقوي", "اعلي", "ادني")
            )
        ):
            return _one(c, Fixed(TimexType.DATE, "PRESENT_REF"))  # أكثر من اليوم
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


def _numeric_day_month(items: Items, c: Candidate) -> bool:
    return "adj" in c.slots or items.has(c.start, "UDAY") or "wday" in c.slots


_NOT_MONDAY_BEFORE = frozenset(
    [
        "بين",
        "عمر",
        "كلا",
        "كلتا",
        "احد",
        "احدي",
        "اي",
        "هذين",
        "هذان",
        "هاتين",
        "مع",
        "ان",
        "كلاهما",
        "هولاء",
        "عدد",
    ]
)
_NOT_MONDAY_AFTER = frozenset(["معا", "كلاهما", "سويا", "كليهما", "ايضا"])
_PRAYER = frozenset(["صلاه", "خطبه", "خطيب", "مسجد", "صلوات", "خطب", "سوره"])


def _weekday_fits(items: Items, c: Candidate) -> bool:
    """الاثنين is also "the two", الجمعة belongs to its prayer, الأحد and الخميس to names."""
    item = c.slots["wday"][0]
    before = items.bare(c.start - 1)
    if items.has(item, "WDAYI") and not items.has(item, "WDAY"):
        return False
    if items.word(item).endswith("الاثنين") and c.end - c.start == 1:
        if before in _NOT_MONDAY_BEFORE or items.bare(c.end) in _NOT_MONDAY_AFTER:
            return False
    if before in _PRAYER or _quoted(items, c) or (_after_name(items, c) and "adj" not in c.slots):
        return False
    if c.end - c.start == 1 and items.has(c.start - 1, "QUOTE") and items.has(c.end, "LASTADJ", "ORD"):
        return False
    return not (items.has(c.start - 1, "PRESSHEAD") and c.end - c.start == 1)


@production("dateline")
def dateline(items: Items, c: Candidate) -> list[Span] | None:
    """`هراري 15-7 (اف ب)`: day and month in figures, only between a place and an agency's brackets or at once after one."""
    if c.start > 8 or not (items.has(c.end, "LPAR") or items.has(c.start - 1, "RPAR")):
        return None
    if not (items.glued(c.start + 1) or items.has(c.start - 1, "DASH")) or items.has(c.start - 1, "LPAR"):
        return None
    month = _integer(items, c, "nmonth", "M")
    return _one(c, Point(month=month, day=_integer(items, c, "day", "D")))


@production("daymonth")
def daymonth(items: Items, c: Candidate) -> list[Span] | None:
    """`في 20/9`, day before month, where a preposition of time speaks for it and no quantity follows."""
    before = items.bare(c.start - 1)
    if "wday" not in c.slots and before not in (
        "في",
        "منذ",
        "حتي",
        "الي",
        "يوم",
        "من",
        "بتاريخ",
        "تاريخ",
        "فى",
    ):
        return None
    if items.has(c.end, "SLASH", "PERCENT", "N", "COUNTED", "MAGNITUDE"):
        return None
    month, day = _integer(items, c, "nmonth", "M"), _integer(items, c, "day", "D")
    return _one(c, Point(month=month, day=day, weekday=_integer(items, c, "wday", "WDAY")))


@production("dayof")
def dayof(items: Items, c: Candidate) -> list[Span] | None:
    """The n-th day of a relative month: `الثالث عشر من الشهر المقبل`."""
    day = _integer(items, c, "day", "D", "ORD")
    part = _value(items, c, "pod", "POD")
    if "ana" in c.slots:
        return _one(c, Point(day=day, part=part, base=Shift("month", 0, anaphoric=True)))
    return _one(c, Point(day=day, part=part, base=Shift("month", _direction(items, c) or 0)))


@production("daycur")
def daycur(items: Items, c: Candidate) -> list[Span] | None:
    """`الثلاثاء 20 الجاري`: a day of the current month."""
    day = _integer(items, c, "day", "D")
    return _one(c, Point(day=day, weekday=_integer(items, c, "wday", "WDAY"), base=Shift("month", 0)))


def _month_point(items: Items, c: Candidate) -> Point | None:
    hijri = _integer(items, c, "month", "HMONTH", "WHMONTH")
    month = hijri if hijri is not None else _month(items, c)
    if month == 0:
        return None
    year, two, written = _year(items, c)
    return Point(
        year=year, month=month, hijri=hijri is not None, two_digit_year=two, written_year=written,
        direction=_direction(items, c), base=_year_base(items, c), mod=_mod(items, c),
    )  # fmt: skip


@production("thisword")
def thisword(items: Items, c: Candidate) -> list[Span] | None:
    """هالأسبوع, as people say it."""
    unit = items.value(c.start, "THISUNIT")
    return None if unit is None else _one(c, Shift(unit, 0))


@production("edge")
def edge(items: Items, c: Candidate) -> list[Span] | None:
    """The first or last day of a month or year: `آخر يوم من الشهر القادم`."""
    last = items.has(c.slots["edge"][0], "LASTN")
    year, _, written = _year(items, c)
    if "rel" in c.slots:
        base = Shift("month", _direction(items, c) or 0)
        return _one(c, Point(day=None if last else 1, base=base, last_of_month=last))
    if "yrel" in c.slots:
        month = 12 if last else 1
        yearly = None if year is not None else Shift("year", _direction(items, c) or 0)
        return _one(
            c, Point(year=year, month=month, day=None if last else 1, base=yearly, last_of_month=last)
        )
    found = _month_point(items, c)
    if found is None:
        return None
    return _one(c, replace(found, day=None if last else 1, last_of_month=last, mod=None))


@production("nth")
def nth(items: Items, c: Candidate) -> list[Span] | None:
    """The n-th or last weekday of a month."""
    n = _integer(items, c, "nth", "LASTN") if items.has(c.slots["nth"][0], "LASTN") else None
    if n is None:
        n = _integer(items, c, "nth", "ORD", "ORDLAST")
    weekday = _integer(items, c, "nwday", "WDAY", "WDAYI")
    if "rel" in c.slots:
        month: Point | None = Point(base=Shift("month", _direction(items, c) or 0))
    elif "yrel" in c.slots:
        year, _, _ = _year(items, c)
        which = 12 if n == -1 else 1
        month = Point(
            year=year,
            month=which,
            base=None if year is not None else Shift("year", _direction(items, c) or 0),
        )
    elif "monthn" in c.slots:
        year, _, _ = _year(items, c)
        month = Point(year=year, month=_integer(items, c, "monthn", "M"))
    else:
        month = _month_point(items, c)
    if n is None or weekday is None or month is None or n > 5:
        return None
    return _one(c, Nth(n, weekday, month))


# --- clock ---------------------------------------------------------------------------------------------------------


@production("clock")
def clock(items: Items, c: Candidate) -> list[Span] | None:
    """A clock time without its day: the running day is the context's."""
    found = _clock(items, c)
    if found is None or (items.glued(c.start) and items.has(c.start - 1, "DASH", "SLASH", "COLON")):
        return None  # 2-1 مساء: a score
    return _one(c, Shift("day", 0, clock=found))


@production("clockbare")
def clockbare(items: Items, c: Candidate) -> list[Span] | None:
    """`14:30` only beside a word of time or a time zone: alone it may be a score or a verse."""
    before = items.bare(c.start - 1)
    after = items.bare(c.end)
    alone = c.start == 0 and c.end >= len(items.codes) - 1
    dated = (
        "ampm" in c.slots
        or alone
        or after in ("بتوقيت", "توقيت", "ت", "تغ", "غرينتش", "صباحا", "مساء", "بالتوقيت", "التوقيت", "توقيتا")
    )
    if not dated and before not in (
        "الساعه",
        "عند",
        "في",
        "حتي",
        "تمام",
        "حدود",
        "الي",
        "من",
        "منذ",
        "قبل",
        "بعد",
        "للساعه",
        "فى",
    ):
        return None
    if items.has(c.start, "ORD") and not dated and before not in ("الساعه", "عند", "تمام", "حدود", "في"):
        return None
    return clock(items, c)


@production("midnight")
def midnight(items: Items, c: Candidate) -> list[Span] | None:
    """منتصف الليل، منتصف النهار: 24:00 of its day is the 00:00 that follows; alone it is the running night."""
    value = _value(items, c, "mid", "MIDNIGHT", "MIDDAY")
    if c.end - c.start > 1:
        raw = _date_point(items, c)
        if isinstance(raw, Shift):
            return _one(
                c, Shift("day", raw.amount, part="NI" if value == "00:00" else "MI", weekday=raw.weekday)
            )
        if isinstance(raw, Point):
            part = "NI" if value == "00:00" else "MI"
            return _one(
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
    return _one(c, Shift("day", 0, part="NI" if value == "00:00" else "MI"))


@production("nightref")
def nightref(items: Items, c: Candidate) -> list[Span] | None:
    """الليلة، الليلة الماضية. `في الليلة الواحدة` is a rate."""
    amount = int(_value(items, Candidate(0, c.start, c.end, {"x": (c.start, c.end)}), "x", "NIGHTREF") or 0)
    if amount == 0 and items.has(c.end, "ONE"):
        return [(c.start, c.end + 1, Fixed(TimexType.SET, "P1D"))]
    if items.has(c.end, "ORD", "THAT", "SAME") or (
        items.has(c.start - 1, "QUOTE") and items.has(c.end, "QUOTE")
    ):
        return None
    return _one(c, Shift("day", amount, part="NI"))


@production("thispod")
def thispod(items: Items, c: Candidate) -> list[Span] | None:
    """هذا الصباح."""
    return _one(c, Shift("day", 0, part=_value(items, c, "pod", "POD")))


@production("samepod")
def samepod(items: Items, c: Candidate) -> list[Span] | None:
    """مساء اليوم نفسه، صباح اليوم التالي."""
    amount = 1 if "follow" in c.slots else 0
    return _one(c, Shift("day", amount, anaphoric=True, part=_value(items, c, "pod", "POD")))


# --- Hijri ---------------------------------------------------------------------------------------------------------


@production("hijri")
def hijri(items: Items, c: Candidate) -> list[Span] | None:
    """A Hijri day."""
    month = _integer(items, c, "month", "HMONTH", "WHMONTH") or _integer(items, c, "nmonth", "D")
    day = _integer(items, c, "day", "D", "ORD")
    year, two, written = _year(items, c)
    if month is None or month > 12 or day is None or day > 30:
        return None
    if year is None and _after_name(items, c):
        return []
    return _one(
        c,
        Point(
            year=year, month=month, day=day, hijri=True, two_digit_year=two, written_year=written,
            weekday=_integer(items, c, "wday", "WDAY"), part=_value(items, c, "pod", "POD"),
            direction=_direction(items, c), base=_year_base(items, c),
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
    if plain and (weak or before not in _TIME_PREPOSITIONS or items.has(c.end, "NAME")):
        return None
    if _after_name(items, c) and "year" not in c.slots:
        return None
    return _one(c, _month_point(items, c) or Point())


@production("hijriyear")
def hijriyear(items: Items, c: Candidate) -> list[Span] | None:
    """A Hijri year."""
    year = _integer(items, c, "year", "HY", "N", "YW")
    if year is None or not 1 <= year <= 1500:
        return None
    return _one(c, Point(year=year, hijri=True, mod=_mod(items, c)))


@production("hrange")
def hrange(items: Items, c: Candidate) -> list[Span] | None:
    """Two Hijri days of one month."""
    month = _integer(items, c, "month", "HMONTH", "WHMONTH")
    year, two, written = _year(items, c)
    first, last = _integer(items, c, "day1", "D", "ORD"), _integer(items, c, "day", "D", "ORD")
    a, b = c.slots["day1"], c.slots["day"]
    if first is None or last is None or month is None or first >= last:
        return None
    return [
        (a[0], a[1], Point(year, month, first, hijri=True, written_year=written)),
        (b[0], c.end, Point(year, month, last, hijri=True, written_year=written)),
    ]


# --- months and years ----------------------------------------------------------------------------------------------


@production("month")
def month(items: Items, c: Candidate) -> list[Span] | None:
    """A month with what the words say of its year."""
    start = c.start
    if items.word(start) == "من":
        return None
    if _after_name(items, c) and "year" not in c.slots and "adj" not in c.slots:
        return []
    if items.has(c.start - 1, "MAKE") and c.end - c.start == 1:
        return []  # سيارة من طراز نيسان
    if (
        c.end - c.start == 1
        and items.bare(c.start) == "اب"
        and items.bare(c.start - 1) not in _TIME_PREPOSITIONS
        and not (
            items.readings[c.start] and (items.readings[c.start].conj or items.readings[c.start].prep)  # type: ignore[union-attr]
        )
    ):
        return None  # آب إلى رشده: "he returned"
    if "monthn" in c.slots:
        number: int | None = _integer(items, c, "monthn", "M", "HW", "ORD")
        if not items.has(c.start, "UMONTH") or number is None or number > 12:
            return None
    elif "kan" in c.slots:
        number = {1: 12, 2: 1}.get(_integer(items, c, "kan", "ORD", "N") or 0)
    elif "tish" in c.slots:
        number = {1: 10, 2: 11}.get(_integer(items, c, "tish", "ORD", "N") or 0)
    else:
        number = _month(items, c)
    if not number:
        return None
    if _quoted(items, c) and c.end - c.start == 1:
        return None
    year, two, written = _year(items, c)
    if c.end - c.start == 1 and (known := _named_year(items, c, number, None)):
        return _one(c, Point(year=known, month=number, known_after=known))
    return _one(
        c,
        Point(
            year=year, month=number, two_digit_year=two, written_year=written, direction=_direction(items, c),
            base=_year_base(items, c), mod=_mod(items, c),
        ),
    )  # fmt: skip


@production("monthweak")
def monthweak(items: Items, c: Candidate) -> list[Span] | None:
    """مارس، ماي، جوان alone: only straight after a preposition of time (مارس is also "he practised")."""
    reading = items.readings[c.start]
    before = items.bare(c.start - 1)
    word = items.bare(c.start)
    if word == "اب" or before not in (
        "في",
        "منذ",
        "حتي",
        "خلال",
        "فى",
        "نهايه",
        "بدايه",
        "منتصف",
        "اواخر",
        "اوائل",
        "الي",
        "قبل",
        "بعد",
        "بحلول",
        "الي",
        "من",
    ):
        return None
    if before in ("من", "قبل", "بعد") and word in ("جوان", "ماي"):
        return None
    assert reading is not None
    return _one(c, Point(month=int(reading.values["WMONTH"])))


@production("year")
def year(items: Items, c: Candidate) -> list[Span] | None:
    """A year with its noun, its era, or both."""
    number, two, written = _year(items, c)
    if number is None:
        return None
    item = c.slots["year"][0]
    if items.has(c.end, "PERCENT", "MAGNITUDE"):
        return None
    if "bc" not in c.slots and items.has(item, "YY") and items.has(c.end, "UNITACC", "UNITPL"):
        return None
    mod = _mod(items, c) or _length_mod(items, c)
    return _one(
        c,
        Point(
            year=number,
            two_digit_year=two and "bc" not in c.slots,
            bc="bc" in c.slots,
            mod=mod,
            written_year=written,
        ),
    )


_YEAR_BEFORE = frozenset(
    [
        "في",
        "منذ",
        "حتي",
        "بحلول",
        "عام",
        "سنه",
        "الي",
        "لغايه",
        "من",
        "قبل",
        "بعد",
        "بين",
        "فى",
        "مطلع",
        "نهايه",
        "اوائل",
        "اواخر",
        "منتصف",
        "بدايه",
        "خلال",
        "حوالي",
        "غايه",
        "طوال",
        "نحو",
        "مقابل",
    ]
)


@production("yearbare")
def yearbare(items: Items, c: Candidate) -> list[Span] | None:
    """Four figures alone: a year after a preposition of time, in brackets, or after an event that years name."""
    number, _, written = _year(items, c)
    if number is None:
        return None
    before, after = items.bare(c.start - 1), items.word(c.end)
    if items.has(c.end, "COUNTED", "MAGNITUDE", "PERCENT", "UNITPL", "UNITACC", "THOUSAND", "N") or after in (
        "الف",
        "%",
    ):
        return None
    if (
        after.endswith("ا")
        and len(after) > 3
        and not after.startswith("ال")
        and before not in ("منذ", "حتي", "بحلول")
    ):
        return None  # 2000 شخصا: a counted noun stands in the accusative
    if items.has(c.start - 1, "MEASURE", "SLASH", "DOT") and not items.has(c.start - 1, "LPAR"):
        return None
    if items.glued(c.start) and items.has(c.start - 1, "DASH", "SLASH", "COLON", "PERCENT"):
        return None
    if c.end < len(items.codes) and items.glued(c.end) and items.has(c.end, "COLON", "SLASH", "PERCENT"):
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
        and (items.bare(first - 1) in _YEAR_BEFORE or items.has(first - 1, "YEARS2", "UYEAR"))
    )
    if (
        before == "من"
        and items.word(c.end) == "الي"
        and (items.has(c.end + 2, "COUNTED", "MAGNITUDE") or items.word(c.end + 2).endswith("ا"))
    ):
        return None  # من 1950 إلى 2010 ليرات
    if (
        before in _YEAR_BEFORE
        or bracketed
        or named
        or listed
        or (reading and reading.prep)
        or "bc" in c.slots
        or c.end - c.start > 1
    ):
        if before in ("من", "بين", "الي", "نحو", "مقابل") and not 1800 <= number <= 2100:
            return None
        if before in ("قبل", "نحو", "حوالي") and not 1900 <= number <= 2100:
            return None
        return _one(c, Point(year=number, bc="bc" in c.slots, written_year=written))
    if 1900 <= number <= 2100 and (c.start == 0 or items.has(c.start - 1, "COMMA", "MONTH")):
        return (
            _one(c, Point(year=number, written_year=written))
            if items.has(c.end, "COMMA") or c.end == len(items.codes)
            else None
        )
    if 1900 <= number <= 2100 and items.has(c.start - 1, "PERCENT", "QUANTITY"):
        return _one(c, Point(year=number, written_year=written))
    return None


@production("splityear")
def splityear(items: Items, c: Candidate) -> list[Span] | None:
    """`2013-2014`, `عام 89/90`, `موسم 2003/2004`: consecutive years are one; `99/2000` too."""
    first, second = _split_years(items, c)
    if first is None or second is None:
        return None
    bare = items.has(c.start, "YY", "Y4") and c.start == c.slots["year"][0]
    if bare and items.has(c.slots["year"][0], "YY"):
        if not items.has(c.start - 1, "PERCENT", "QUANTITY") and items.bare(c.start - 1) not in (
            "موسم",
            "الموسم",
        ):
            return None
    return _one(c, Point(year=first, second_year=second, mod=_mod(items, c)))


def _split_years(items: Items, c: Candidate) -> tuple[int | None, int | None]:
    first, _, _ = _year(items, c)
    second = _integer(items, c, "year2", "Y4", "YY")
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


# --- relative units ------------------------------------------------------------------------------------------------


_ADJECTIVE_HEADS = ("TITLED",)


def _general(items: Items, c: Candidate) -> bool:
    """العام after a definite noun or a title is "general": الأمين العام السابق، الرأي العام."""
    for item in range(c.start, c.end):
        if items.bare(item) != "العام":
            continue
        if items.has(item - 1, "THIS", "THAT", "MODPRE", "SAMEHEAD"):
            return False
        before = items.bare(item - 1)
        if items.has(item - 1, "TITLED"):
            return True
        return (
            item == c.start
            and before.startswith("ال")
            and len(before) > 4
            and items.readings[item] is not None
            and not items.readings[item].prep
        )  # type: ignore[union-attr]
    return False


@production("shift")
def shift(items: Items, c: Candidate) -> list[Span] | None:
    """`الأسبوع الماضي`, `العام المقبل`, `الشهر الجاري`."""
    unit = _value(items, c, "unit", "UNIT")
    assert unit is not None
    if "twice" in c.slots:
        return twice(items, c)
    slot = "adji" if "adji" in c.slots else "adj"
    adjective = c.slots[slot][0]
    amount = _direction(items, c, slot)
    if amount is None or unit in ("second", "minute"):
        return None
    absolute = items.has(adjective, "PASTADJ", "NEXTADJ") or items.word(c.start).endswith("هذا")
    if not absolute and items.bare(c.slots["unit"][0]) == "العام" and _general(items, c):
        return None
    if (
        items.bare(c.slots["unit"][0]) == "العام"
        and items.has(c.start - 1, "TITLED")
        and not items.has(adjective, "NEXTADJ", "PASTADJ")
    ):
        return None
    if items.has(adjective, "LASTADJ") and not items.has(adjective, "PASTADJ"):
        if unit in ("day", "night", "hour"):
            return None
        return _one(c, Shift(unit, 0 if unit == "decade" else -1, mod=_mod(items, c)))
    if items.has(adjective, "PREVADJ") and unit in ("day", "week", "month", "year", "night"):
        return _one(c, Shift(unit, -1, anaphoric=True, mod=_mod(items, c)))
    if unit == "quarter":
        return _one(c, Part("quarter", "rel", base=Shift("quarter", amount), direction=amount))
    if unit in ("hour", "minute"):
        return _one(
            c, Fixed(TimexType.DATE, "PAST_REF" if amount < 0 else "FUTURE_REF" if amount else "PRESENT_REF")
        )
    if unit == "night":
        return _one(c, Shift("day", amount, part="NI"))
    return _one(c, Shift(unit, amount, mod=_mod(items, c)))


@production("follow")
def follow(items: Items, c: Candidate) -> list[Span] | None:
    """`العام التالي`, `اليوم التالي`: counted from what was spoken of last."""
    unit = _value(items, c, "unit", "UNIT")
    if unit is None or unit in ("second", "minute", "hour", "quarter") or _general(items, c):
        return None
    if unit == "night":
        return _one(c, Shift("day", 1, anaphoric=True, part="NI"))
    return _one(c, Shift(unit, 1, anaphoric=True, mod=_mod(items, c)))


@production("this")
def this(items: Items, c: Candidate) -> list[Span] | None:
    """`هذا العام`, `نهاية العام`: the unit in which the document's date lies."""
    unit = _value(items, c, "unit", "UNIT")
    mod = _mod(items, c)
    if unit is None or unit in ("hour", "minute", "second", "quarter"):
        return None
    if unit == "day" and mod is not None:
        part = {"START": "MO", "END": "EV", "MID": "MI"}[mod]
        return _one(c, Shift("day", 0, part=part)) if items.has(c.end, "TODAY") else None
    if (
        unit in ("decade", "century")
        and mod is None
        and not any(items.has(i, "THIS") for i in range(c.start, c.end))
    ):
        return None
    if _general(items, c) and mod is None:
        return None
    if unit == "night":
        return _one(c, Shift("day", 0, part="NI"))
    return _one(c, Shift(unit, 0, mod=mod))


@production("same")
def same(items: Items, c: Candidate) -> list[Span] | None:
    """`ذاك العام`, `العام نفسه`, `الشهر ذاته`: what was spoken of last."""
    unit = _value(items, c, "unit", "UNIT")
    if unit is None or unit in ("hour", "minute", "second", "quarter", "decade"):
        return None
    if items.bare(c.slots["unit"][0]) == "العام" and items.has(c.start - 1, "TITLED"):
        return None
    if unit == "night":
        return _one(c, Shift("day", 0, anaphoric=True, part="NI"))
    return _one(c, Shift(unit, 0, anaphoric=True, mod=_mod(items, c)))


@production("bareunit")
def bareunit(items: Items, c: Candidate) -> list[Span] | None:
    """A definite unit alone: a rate (`برميل في اليوم`) or, of العام and الشهر after a preposition, the current one."""
    if rate := _rate_span(items, c):
        return rate
    unit = _value(items, c, "unit", "UNIT")
    before = items.bare(c.start - 1)
    reading = items.readings[c.start]
    word = items.bare(c.start)
    if (
        unit == "year"
        and word == "العام"
        and before in ("خلال", "طوال", "منتصف", "طيله")
        and not items.has(c.end, "N")
    ):
        return _one(c, Shift("year", 0))
    if (
        unit == "hour"
        and before in ("حتي", "الي")
        and reading is not None
        and not items.has(c.end, "N", "ORD")
    ):
        return _one(c, Fixed(TimexType.DATE, "PRESENT_REF"))
    return None


_RATE_NOUNS = frozenset(
    [
        "مرات",
        "مره",
        "ساعات",
        "ساعه",
        "مرتين",
        "دقيقه",
        "كيلومتر",
        "كيلومترا",
        "كلم",
        "كم",
        "برميل",
        "طن",
        "دولار",
        "دولارا",
        "متر",
        "مترا",
        "مكعب",
        "لتر",
    ]
)


def _rate_span(items: Items, c: Candidate) -> list[Span] | None:
    """`في اليوم`, `في الأسبوع`, `في الساعة` after a quantity say how often, not when."""
    reading = items.readings[c.start]
    before = items.bare(c.start - 1)
    if reading is None or not (
        before in ("في", "فى") or (reading.prep and items.word(c.start).lstrip("وف").startswith("ب"))
    ):
        return None
    unit = items.value(c.start, "UNIT", "TODAY")
    unit = {"0": "day"}.get(unit or "", unit)
    end = c.start + 1
    if items.has(end, "ONE"):
        end += 1
    elif items.has(
        end,
        "ORD",
        "THAT",
        "SAME",
        "PASTADJ",
        "NEXTADJ",
        "CURADJ",
        "WDAY",
        "N",
        "FOLLOWADJ",
        "PREVADJ",
        "LASTADJ",
        "ORDLAST",
    ):
        return None
    if end == c.start + 1:
        near = range(max(0, c.start - 5), c.start)
        counted = any(
            items.has(i, "QUANTITY", "N", "THOUSAND", "VAGUE", "FRAC") or items.bare(i) in _RATE_NOUNS
            for i in near
        )
        if not counted or (unit == "year" and items.bare(c.start) == "العام" and not counted):
            return None
        often = any(items.bare(i) in ("مره", "مرات", "مرتين") for i in near) or items.has(
            c.start - 2, "QUANTITY"
        )
        if unit == "year" and not often:
            return None
    code = {
        "day": "P1D",
        "night": "P1D",
        "week": "P1W",
        "month": "P1M",
        "year": "P1Y",
        "hour": "PT1H",
        "minute": "PT1M",
        "second": "PT1S",
    }
    return [(c.start, end, Fixed(TimexType.SET, code[unit]))] if unit in code else None


@production("rate")
def rate(items: Items, c: Candidate) -> list[Span] | None:
    """`في الليلة الواحدة`, `ثلاث مرات في الأسبوع`."""
    return _rate_span(items, c)


@production("ordday")
def ordday(items: Items, c: Candidate) -> list[Span] | None:
    """`اليوم الثالث` of something: a day, which one the text does not say."""
    if items.has(c.end, "UDAY") or (
        items.bare(c.end) in ("من", "ل") and items.has(c.end + 1, "UMONTH", "MONTH")
    ):
        return None
    return _one(c, Point(day=0, mod=None))


@production("someday")
def someday(items: Items, c: Candidate) -> list[Span] | None:
    """`يوم معين`, `يوما ما`."""
    return _one(c, Point(day=0))


@production("somepart")
def somepart(items: Items, c: Candidate) -> list[Span] | None:
    """`إحدى الأمسيات`: a part of some day."""
    part = {"الامسيات": "EV", "المساءات": "EV", "الليالي": "NI", "الصباحات": "MO"}.get(items.word(c.end - 1))
    return _one(c, Point(day=0, part=part))


@production("weekend")
def weekend(items: Items, c: Candidate) -> list[Span] | None:
    """Saturday and Sunday of a week, as TIMEX3 has it.

    `عطلة نهاية الأسبوع المقبلة` is the coming one; `نهاية الأسبوع المقبل`, where the adjective is the week's, that of next week.
    """
    direction = _direction(items, c)
    of_week = direction is not None and not items.word(c.end - 1).endswith("ه")
    base = Shift("week", direction) if of_week and direction is not None else None
    return _one(c, Part("weekend", "0", base=base, direction=direction, mod=_mod(items, c)))


@production("part")
def part(items: Items, c: Candidate) -> list[Span] | None:
    """Quarters and halves of a year."""
    index = _integer(items, c, "ord", "ORD", "ORDLAST")
    kind = "half" if "half" in c.slots else "quarter"
    if index is None or index > (2 if kind == "half" else 4) or index == 0:
        return None
    if index == -1:
        index = 4 if kind == "quarter" else 2
    year, _, _ = _year(items, c)
    if "year2" in c.slots:
        year, second = _split_years(items, c)
        if year is None or second is None:
            return None
        return _one(c, Part(kind, str(index), year=year, fiscal=True))
    base = _year_base(items, c) or (Shift("year", _direction(items, c) or 0) if year is None else None)
    return _one(c, Part(kind, str(index), year=year, base=base, fiscal=False))


@production("quarteradj")
def quarteradj(items: Items, c: Candidate) -> list[Span] | None:
    """`الربع الماضي`, `الربع الأخير`, `النصف الأول الماضي`."""
    kind = "half" if "half" in c.slots else "quarter"
    direction = _direction(items, c)
    if (
        direction is None
        or not items.has(c.start, "QUARTER", "HALF")
        or not items.word(c.start).lstrip("وبلف").startswith("ال")
    ):
        return None
    if "ord" in c.slots:
        index = _integer(items, c, "ord", "ORD")
        return _one(c, Part(kind, str(index), base=Shift("year", 0), direction=direction))
    if items.bare(c.start) == "الفصل" or "adj" not in c.slots or items.has(c.slots["adj"][0], "LASTADJ"):
        return None
    return _one(c, Part(kind, "rel", base=Shift(kind, direction), direction=direction))


@production("quarterbare")
def quarterbare(items: Items, c: Candidate) -> list[Span] | None:
    """`الربع الثاني` alone, after a preposition: of the year that was spoken of, else of the current one."""
    index = _integer(items, c, "ord", "ORD")
    if items.bare(c.start) != "الربع" or index is None or index > 4:
        return None
    if items.bare(c.start - 1) not in (
        "خلال",
        "في",
        "بنهايه",
        "نهايه",
        "مطلع",
        "بدايه",
        "منتصف",
        "منذ",
        "حتي",
    ) and not items.has(c.start - 1, "MODPRE"):
        return None
    if items.bare(c.end) == "من" and items.has(c.end + 1, "COUNTED"):
        return None
    return _one(c, Part("quarter", str(index), base=Shift("year", 0, anaphoric=True)))


def _season(items: Items, c: Candidate) -> Part:
    year, _, _ = _year(items, c)
    index = _value(items, c, "season", "SEASON") or ""
    return Part(
        "season",
        index,
        year=year,
        base=_year_base(items, c),
        direction=_direction(items, c),
        mod=_mod(items, c),
    )


@production("season")
def season(items: Items, c: Candidate) -> list[Span] | None:
    """A season of a year; ربيع also begins two Hijri months and some names."""
    return None if _after_name(items, c) else _one(c, _season(items, c))


@production("thisseason")
def thisseason(items: Items, c: Candidate) -> list[Span] | None:
    """هذا الصيف."""
    return _one(c, Part("season", _value(items, c, "season", "SEASON") or "", direction=0))


@production("seasonbare")
def seasonbare(items: Items, c: Candidate) -> list[Span] | None:
    """`في الصيف`, `خلال الشتاء`."""
    before = items.bare(c.start - 1)
    reading = items.readings[c.start]
    if (
        before
        not in (
            "في",
            "خلال",
            "منذ",
            "حتي",
            "فى",
            "طوال",
            "قبل",
            "بحلول",
            "بعد",
            "الي",
            "حلول",
            "قدوم",
            "بدايه",
            "نهايه",
        )
        or reading is None
        or items.has(c.end, "SETADJ")
    ):
        return None
    return _one(c, _season(items, c))


@production("sportseason")
def sportseason(items: Items, c: Candidate) -> list[Span] | None:
    """A season of sport or school without years: the calendar year in which it is."""
    direction = _direction(items, c)
    if not items.bare(c.end - 1 if "adj" not in c.slots else c.slots["adj"][0] - 1).startswith("ال"):
        return None
    return _one(c, Shift("year", direction or 0, mod=_mod(items, c)))


@production("decade")
def decade(items: Items, c: Candidate) -> list[Span] | None:
    """`التسعينات`, `ثلاثينيات القرن الماضي`."""
    number = _integer(items, c, "decade", "DECADE")
    if number is None:
        return None
    item = c.slots["decade"][0]
    reading = items.readings[item]
    if "cent" not in c.slots and "centadj" not in c.slots and (reading is None or not reading.definite):
        return None
    if (
        items.bare(c.start - 1) in ("عمره", "عمرها", "عمر", "سن", "رجل", "امراه", "العمر")
        or items.bare(c.start - 2) in ("رجل", "امراه", "سيده")
        or items.bare(c.end) in ("عمره", "عمرها", "العمر")
        or (items.bare(c.end) == "من" and items.bare(c.end + 1).startswith(("عمر", "العمر")))
    ):
        return None
    direction = _direction(items, c, "centadj")
    return _one(
        c,
        Era(
            "decade",
            number,
            century=_integer(items, c, "cent", "ORD", "N"),
            base=None if direction is None else Shift("century", direction),
            mod=_mod(items, c),
        ),
    )


@production("decadeord")
def decadeord(items: Items, c: Candidate) -> list[Span] | None:
    """`العقد الأول من القرن العشرين`."""
    index = _integer(items, c, "ord", "ORD", "ORDLAST")
    direction = _direction(items, c, "centadj")
    if index is None or index > 10:
        return None
    number = 90 if index == -1 else (index - 1) * 10
    return _one(
        c,
        Era(
            "decade",
            number,
            century=_integer(items, c, "cent", "ORD", "N"),
            base=None if direction is None else Shift("century", direction),
        ),
    )


@production("century")
def century(items: Items, c: Candidate) -> list[Span] | None:
    """`القرن العشرين`, `القرن الخامس قبل الميلاد`, `القرن الماضي`."""
    direction = _direction(items, c, "centadj")
    if direction is not None:
        return _one(c, Shift("century", direction, mod=_mod(items, c)))
    number = _integer(items, c, "cent", "ORD", "N")
    if number is None or number > 40:
        return None
    if any(items.has(i, "HIJRI") for i in range(c.start, c.end)):
        number = min(
            40, (100 * number - 50) * 97 // 10000 + 7
        )  # the century of its middle year, 0.97 solar to the lunar
    return _one(c, Era("century", number, bc="bc" in c.slots, mod=_mod(items, c)))


# --- lengths -------------------------------------------------------------------------------------------------------


def length_parts(items: Items, start: int, end: int) -> list[tuple[str, float | None]]:
    """The lengths between two items in order: (unit, amount), None where the amount is vague."""
    parts: list[tuple[str, float | None]] = []
    amount: float | None = None
    vague = False
    fraction_of = -1  # a fraction that the next unit belongs to: ونصف الساعة
    for item in range(start, end):
        dual = items.has(item, "UNITDU")
        if dual and amount is None:
            parts.append((items.value(item, "UNITDU") or "", 2.0))
        elif dual or items.has(item, "UNIT", "UNITPL", "UNITACC"):
            if fraction_of == item - 1 and parts:
                continue
            unit = items.value(item, "UNIT", "UNITPL", "UNITACC", "UNITDU") or ""
            plural = items.has(item, "UNITPL")
            parts.append((unit, None if vague else amount if amount is not None else None if plural else 1.0))
            amount, vague = None, False
        elif items.has(item, "FRAC") and parts:
            unit, known = parts[-1]
            less = items.word(item - 1) == "الا"
            if known is not None and (less or items.readings[item].conj):  # type: ignore[union-attr]
                parts[-1] = (unit, known + (-1 if less else 1) * float(items.value(item, "FRAC") or 0))
            fraction_of = item
        elif items.has(item, "FRAC"):
            amount = float(items.value(item, "FRAC") or 0)
        elif items.has(item, "VAGUE"):
            vague = True
        elif (
            items.has(item, "N")
            and amount is None
            and not (parts and items.has(item, "ONE"))
            and not (
                parts and not items.readings[item].conj and items.word(item - 1) not in ("و", "او")  # type: ignore[union-attr]
            )
        ):
            amount = float(items.value(item, "N") or 0)
    return parts


def length_value(items: Items, c: Candidate, start: int, end: int) -> tuple[str, str] | None:
    """(unit, amount) of a length between two items; amount is a figure, a decimal or X.

    Of several units (`سنتين وثلاثة أشهر`) the unit is `compound` and the amount the whole TIMEX3 value.
    """
    parts = length_parts(items, start, end)
    if not parts:
        return None
    if len(parts) == 1:
        unit, amount = parts[0]
        return unit, "X" if amount is None else f"{amount:g}"
    date_part = time_part = ""
    for unit, amount in parts:
        if amount is None:
            return parts[0][0], "X"
        value = duration(unit, f"{amount:g}")
        if value.startswith("PT"):
            time_part += value[2:]
        else:
            date_part += value[1:]
    return "compound", f"P{date_part}" + (f"T{time_part}" if time_part else "")


def duration(unit: str, amount: str) -> str:
    """The TIMEX3 duration: halves and quarters as decimals (PT1.5H), thirds of an hour in minutes."""
    if unit == "compound":
        return amount
    if amount != "X" and "." in amount:
        number = float(amount)
        if unit in ("hour", "minute") and round(number * 4) != number * 4:  # thirds
            return f"PT{round(number * 60):g}{'M' if unit == 'hour' else 'S'}"
        if unit == "century":
            return f"P{round(number * 100):g}Y"
        if unit == "decade" and number < 1:
            return f"P{round(number * 10):g}Y"
    if unit == "halfyear":
        return f"P{6 if amount == '1' else amount}M"
    return _UNIT_CODE.get(unit, "P{}D").format(amount)


@production("length")
def length(items: Items, c: Candidate) -> list[Span] | None:
    """A number of units, its fractions and modifiers."""
    end = c.end
    found = length_value(items, c, c.start, end)
    if found is None:
        return None
    unit, amount = found
    if _contract(items, c, unit, amount):
        return None
    if unit == "second" and amount == "1" and not items.has(c.start, "N"):
        return None
    if (
        items.bare(c.start - 1) == "حرب"
        and items.readings[c.start] is not None
        and items.readings[c.start].definite
    ):  # type: ignore[union-attr]
        return []  # حرب الثلاثين عاما
    if end - c.start == 1 and unit == "year" and items.bare(c.start) in ("عامي", "سنتي"):
        return None  # بن عامي: a name; the construct dual is read with its years
    if end - c.start == 1 and items.bare(c.start) == "يومي":
        return None
    return [(c.start, end, Fixed(TimexType.DURATION, duration(unit, amount), _length_mod(items, c)))]


def _contract(items: Items, c: Candidate, unit: str, amount: str) -> bool:
    """عقد and عقود are contracts unless counted; 'قرن' a horn, 'فصل' a chapter, 'ساعات' watches."""
    if unit == "quarter":
        return True
    if unit in ("decade",) and amount in ("X", "1"):
        return not (
            items.bare(c.start - 1) in ("منذ", "قبل", "بعد", "خلال", "مدي", "طوال", "طيله", "مر", "امتداد")
            or items.has(c.start, "MORE", "LESS", "APPROX", "VAGUE")
        )
    return False


@production("lengthbare")
def lengthbare(items: Items, c: Candidate) -> list[Span] | None:
    """A unit alone is a length only after a word of length: `لمدة شهر`; with `واحد` always."""
    unit = _value(items, c, "unit", "UNIT", "UNITACC")
    assert unit is not None
    item = c.slots["unit"][0]
    before = items.bare(c.start - 1)
    reading = items.readings[item]
    one = any(items.has(i, "ONE") for i in range(item + 1, c.end))
    if unit in ("quarter", "second", "minute") and not one:
        return None
    full = items.has(item, "UNITACC") and any(items.has(i, "VAGUEADJ") for i in range(item + 1, c.end))
    if items.has(item, "UNITACC") and not one and not full and before not in _LENGTH_PREPOSITIONS:
        return None
    if unit in ("decade", "century") and before not in ("منذ", "قبل", "بعد", "خلال", "مدي", "طوال", "طيله"):
        return None
    long_enough = before in (
        "لمده",
        "مده",
        "خلال",
        "طوال",
        "طيله",
        "مدي",
        "غضون",
        "فتره",
        "ظرف",
        "مدتها",
        "مدته",
        "لفتره",
        "دام",
        "دامت",
        "استمر",
        "استمرت",
        "تستمر",
        "يستمر",
        "استغرقت",
        "استغرق",
        "نحو",
        "مضي",
        "مرور",
    )
    if not one and not full and not long_enough:
        return None
    if one and items.has(c.start - 1, "N", "QUANTITY"):
        return None
    if items.has(c.end, "MONTH", "WMONTH", "HMONTH", "WHMONTH", "D", "ORD", "WDAY", "TODAY", "N") or (
        reading and reading.definite
    ):
        return None
    return _one(c, Fixed(TimexType.DURATION, duration(unit, "1")))


@production("lengthpl")
def lengthpl(items: Items, c: Candidate) -> list[Span] | None:
    """An indefinite plural alone: `سنوات`, `أشهر`; not عقود "contracts", ساعات "watches"."""
    unit = _value(items, c, "unit", "UNITPL")
    before = items.bare(c.start - 1)
    reading = items.readings[c.start]
    assert unit is not None and reading is not None
    if items.has(c.start - 1, "N", "QUANTITY", "FRAC", "VAGUE") or items.has(c.end, "DECADE", "WDAY"):
        return None
    if unit in ("decade", "hour", "second", "minute", "season", "night", "century") and not (
        before in ("منذ", "قبل", "بعد", "خلال", "مدي", "طوال", "استمرت", "استمر", "لمده", "طيله")
        or (reading.prep == "ل" and unit in ("decade", "century", "hour"))
    ):
        return None
    if items.has(c.end, "N") or (
        items.word(c.end).startswith("ال") and before not in ("منذ", "لمده", "خلال") and not reading.prep
    ):
        return None  # أيام الحرب، سنوات الدراسة: a name of a period, not a length
    if not reading.prep and before not in _LENGTH_PREPOSITIONS and items.has(c.end, "N"):
        return None
    return _one(c, Fixed(TimexType.DURATION, duration(unit, "X")))


@production("lengthpldef")
def lengthpldef(items: Items, c: Candidate) -> list[Span] | None:
    """`خلال السنوات التي…`: a definite plural after a preposition of length."""
    unit = _value(items, c, "unit", "UNITPL")
    before = items.bare(c.start - 1)
    if (
        unit is None
        or unit not in ("year", "month", "week", "day")
        or before not in ("خلال", "طوال", "طيله", "مدي", "مر", "عبر")
    ):
        return None
    return _one(c, Fixed(TimexType.DURATION, duration(unit, "X")))


@production("lenadj")
def lenadj(items: Items, c: Candidate) -> list[Span] | None:
    """`السنوات الثلاث الماضية`, `الأيام المقبلة`, `السنتين الأخيرتين`."""
    if "du" in c.slots:
        unit, amount = _value(items, c, "du", "UNITDU"), "2"
    else:
        item = next(i for i in range(c.start, c.end) if items.has(i, "UNITPL"))
        unit = items.value(item, "UNITPL")
        found = _integer(items, c, "n", "N") if "n" in c.slots else None
        amount = "X" if found is None else str(found)
    if unit is None:
        return None
    if unit == "decade" and amount == "X" and _direction(items, c) == 0:
        return None
    return _one(c, Fixed(TimexType.DURATION, duration(unit, amount)))


@production("lenthe")
def lenthe(items: Items, c: Candidate) -> list[Span] | None:
    """`الدقائق الأربعين`."""
    item = next(i for i in range(c.start, c.end) if items.has(i, "UNITPL"))
    amount = _value(items, c, "n", "N")
    unit = items.value(item, "UNITPL")
    if unit is None or amount is None:
        return None
    return _one(c, Fixed(TimexType.DURATION, duration(unit, amount)))


@production("lengthfrac")
def lengthfrac(items: Items, c: Candidate) -> list[Span] | None:
    """`نصف ساعة`, `ربع قرن`, `ثلاثة أرباع الساعة`."""
    unit = _value(items, c, "unit", "UNIT")
    amount = items.value(c.start, "FRAC")
    if unit is None or amount is None or unit == "quarter" or items.has(c.end, "ORD"):
        return None
    if items.has(c.slots["unit"][0], "UDAY") and items.readings[c.slots["unit"][0]].definite:  # type: ignore[union-attr]
        return None
    return _one(c, Fixed(TimexType.DURATION, duration(unit, amount)))


@production("age")
def age(items: Items, c: Candidate) -> list[Span] | None:
    """`ذات العامين`: the length alone is the span."""
    a, b = c.slots["du"]
    unit = items.value(a, "UNITDU")
    return None if unit is None else [(a, b, Fixed(TimexType.DURATION, duration(unit, "2")))]


@production("agebare")
def agebare(items: Items, c: Candidate) -> list[Span] | None:
    """`طفل العامين` is read, `العامين 1990 و1996` is not an age; `خلال الشهرين` is a length."""
    if items.has(c.end, "N") or items.bare(c.start - 1) not in (
        "خلال",
        "طوال",
        "سن",
        "عمر",
        "ذات",
        "ذو",
        "دون",
    ):
        return None
    unit = items.value(c.start, "UNITDU")
    return None if unit is None else _one(c, Fixed(TimexType.DURATION, duration(unit, "2")))


# --- offsets -------------------------------------------------------------------------------------------------------


def _offset(items: Items, c: Candidate, sign: int, start: int) -> Raw | None:
    found = length_value(items, c, start, c.end)
    if found is None:
        return None
    unit, amount = found
    if unit == "quarter":
        return None
    if unit == "compound":
        return _compound_offset(length_parts(items, start, c.end), sign, _length_mod(items, c))
    reference = "PAST_REF" if sign < 0 else "FUTURE_REF"
    mod = _length_mod(items, c)
    if unit in ("hour", "minute", "second"):
        if amount == "X":
            return Fixed(TimexType.DATE, reference, mod)
        return Shift(
            {"hour": "minute", "minute": "minute", "second": "second"}[unit],
            round(sign * float(amount) * (60 if unit == "hour" else 1)),
            mod=mod,
        )
    if amount == "X":
        return Fixed(TimexType.DATE, reference, mod)
    number = float(amount)
    if unit == "halfyear":
        unit, number = "month", 6.0
    if not number.is_integer():
        smaller = {
            "year": ("month", 12),
            "month": ("week", 4),
            "week": ("day", 7),
            "day": ("minute", 1440),
            "decade": ("year", 10),
            "century": ("year", 100),
        }
        unit, factor = smaller.get(unit, (unit, 1))
        number = round(number * factor)
    if unit == "night":
        unit = "day"
    if unit == "season":
        unit = "year"
    return Shift(unit, int(sign * number), mod=mod)


_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200, "halfyear": 6}
_DAYS = {"day": 1, "week": 7, "night": 1}


def _compound_offset(parts: list[tuple[str, float | None]], sign: int, mod: Mod | None) -> Raw | None:
    """`بعد سنتين وثلاثة أشهر`: in the finer unit."""
    for units, unit in ((_MONTHS, "month"), (_DAYS, "day")):
        if all(name in units and amount is not None for name, amount in parts):
            return Shift(
                unit, round(sign * sum(units[name] * (amount or 0) for name, amount in parts)), mod=mod
            )
    return Fixed(TimexType.DATE, "PAST_REF" if sign < 0 else "FUTURE_REF", mod)


@production("ago")
def ago(items: Items, c: Candidate) -> list[Span] | None:
    """`قبل ثلاثة أيام`, `قبل أيام`. Followed by an event it counts from there: the words after say from what."""
    if items.bare(c.start) != "قبل":
        return None
    if c.end - c.start == 2 and items.has(
        c.end, "MONTH", "WMONTH", "N", "D", "HMONTH", "WHMONTH", "WDAY", "ORD"
    ):
        return None
    if (
        items.has(c.start + 1, "UNIT")
        and c.end - c.start == 2
        and items.value(c.start + 1, "UNIT") not in ("year", "month", "week", "hour", "decade", "century")
    ):
        return None
    if (
        "unit" in c.slots
        and items.value(c.start + 1, "UNIT") == "decade"
        and items.word(c.end).startswith("ال")
    ):
        return None  # قبل عقد المؤتمر: before the holding of
    raw = _offset(items, c, -1, c.start + 1)
    return None if raw is None else _one(c, raw)


@production("agothat")
def agothat(items: Items, c: Candidate) -> list[Span] | None:
    """`قبل ذلك بنحو 120 عاما`: from what was spoken of last."""
    raw = _offset(items, c, -1, c.start + 2)
    if not isinstance(raw, Shift):
        return None
    mod = raw.mod
    for item in range(c.start + 2, c.end):
        if items.has(item, "APPROX"):
            from_word = items.value(item, "APPROX")
            mod = Mod(from_word) if from_word else mod
    return _one(c, Shift(raw.unit, raw.amount, anaphoric=True, mod=mod))


@production("afterthat")
def afterthat(items: Items, c: Candidate) -> list[Span] | None:
    """`بعد ذلك بثلاثة أيام`."""
    raw = _offset(items, c, 1, c.start + 2)
    return (
        _one(c, Shift(raw.unit, raw.amount, anaphoric=True, mod=raw.mod)) if isinstance(raw, Shift) else None
    )


@production("after")
def after(items: Items, c: Candidate) -> list[Span] | None:
    """`بعد شهرين`; a bare unit after بعد is a noun (`بعد عام من` is read, `بعد عقد اجتماع` is not)."""
    if items.has(c.start + 1, "UNIT") and c.end - c.start == 2:
        unit = items.value(c.start + 1, "UNIT")
        if unit not in ("year", "month", "week", "hour", "decade", "century") or items.word(c.end).startswith(
            "ال"
        ):
            return None
        if unit in ("decade",) and items.bare(c.end) not in ("من", "علي"):
            return None
        if items.has(c.end, "MONTH", "WMONTH", "N", "D", "HMONTH", "WHMONTH", "WDAY", "ORD"):
            return None
    if items.has(c.end, "PROCESS") or (items.bare(c.end) == "من" and items.has(c.end + 1, "PROCESS")):
        found = length_value(items, c, c.start + 1, c.end)  # بعد ست سنوات من العمل: how long, not when
        return (
            None
            if found is None
            else [(c.start + 1, c.end, Fixed(TimexType.DURATION, duration(*found), _length_mod(items, c)))]
        )
    raw = _offset(items, c, 1, c.start + 1)
    return None if raw is None else _one(c, raw)


@production("since")
def since(items: Items, c: Candidate) -> list[Span] | None:
    """`منذ ثلاثة أيام`: a length where a state lasts, a point (منذ inside) where one thing happened then.

    A vague number of days is always "days ago"; else the tagger, which sees the clause, decides: here the length.
    """
    found = length_value(items, c, c.start + 1, c.end)
    if found is None:
        return None
    unit, amount = found
    if unit == "quarter" or (unit == "decade" and amount in ("1",) and items.word(c.end).startswith("ال")):
        return None
    if c.end - c.start == 2 and items.has(
        c.end, "MONTH", "WMONTH", "N", "D", "HMONTH", "WHMONTH", "WDAY", "ORD"
    ):
        return None
    if c.end - c.start == 2 and unit == "day" and amount == "1":
        return None
    if (
        c.end - c.start == 2
        and unit in ("day", "hour", "minute")
        and amount == "X"
        and not items.word(c.end).startswith("ال")
    ):
        return _one(c, Fixed(TimexType.DATE, "PAST_REF"))
    raw = _offset(items, c, -1, c.start + 1)
    if isinstance(raw, Shift):
        return _one(
            c, Since(raw, Fixed(TimexType.DURATION, duration(unit, amount), _length_mod(items, c)), 1)
        )
    return [(c.start + 1, c.end, Fixed(TimexType.DURATION, duration(unit, amount), _length_mod(items, c)))]


# --- recurrence and references -------------------------------------------------------------------------------------


@production("every")
def every(items: Items, c: Candidate) -> list[Span] | None:
    """`كل يوم`, `كل ثلاثاء`, `كل ثلاثة أشهر`, `كل صيف`."""
    if "swday" in c.slots:
        day = _integer(items, c, "swday", "WDAY", "WDAYI")
        if (
            items.word(c.slots["swday"][0]) in ("احد", "اثنين", "خميس")
            and not any(items.has(i, "UDAY") for i in range(c.start, c.end))
            and items.word(c.slots["swday"][0]) == "احد"
        ):
            return None
        part = f"T{_value(items, c, 'spod', 'POD')}" if "spod" in c.slots else ""
        return _one(c, Fixed(TimexType.SET, f"XXXX-WXX-{day}{part}"))
    if "spod" in c.slots:
        return _one(c, Fixed(TimexType.SET, f"XXXX-XX-XXT{_value(items, c, 'spod', 'POD')}"))
    if "sseason" in c.slots:
        return _one(c, Fixed(TimexType.SET, f"XXXX-{_value(items, c, 'sseason', 'SEASON')}"))
    if "smonth" in c.slots:
        return _one(c, Fixed(TimexType.SET, f"XXXX-{_integer(items, c, 'smonth', 'MONTH'):02d}"))
    found = length_value(items, c, c.start + 1, c.end)
    if found is None or (found[0] in ("quarter", "decade") and found[1] == "1"):
        return None
    return _one(c, Fixed(TimexType.SET, duration(*found)))


@production("setvalue")
def setvalue(items: Items, c: Candidate) -> list[Span] | None:
    """`سنويا`, `السنوي`, `اليومية`: recurrence; not أسبوعية "a weekly" with its name, nor `اليومية` of a paper."""
    value = _value(items, c, "adv", "SETADV", "SETADJ")
    if value is None or (items.has(c.start, "PRESSHEAD") and items.has(c.end, "QUOTE")):
        return None
    return _one(c, Fixed(TimexType.SET, value))


@production("daysof")
def daysof(items: Items, c: Candidate) -> list[Span] | None:
    """`أيام الجمعة`."""
    if items.value(c.start, "UNITPL") not in ("day", "night"):
        return None
    return _one(c, Fixed(TimexType.SET, f"XXXX-WXX-{_integer(items, c, 'swday', 'WDAY')}"))


@production("ref")
def ref(items: Items, c: Candidate) -> list[Span] | None:
    """PRESENT_REF, PAST_REF, FUTURE_REF."""
    value = _value(items, c, "ref", "REF")
    word = items.bare(c.start)
    if word == "المستقبل" and (
        items.has(c.start - 1, "NAMEHEAD", "PRESSHEAD", "QUOTE")
        or items.bare(c.start - 1) in ("تيار", "حزب", "تلفزيون", "كتله", "نواب")
    ):
        return None
    if word in ("الحاضر", "الحين", "حديثا") and items.bare(c.start - 1).startswith("ال") and word == "الحاضر":
        return None
    return None if value is None else _one(c, Fixed(TimexType.DATE, value))


@production("refpast")
def refpast(items: Items, c: Candidate) -> list[Span] | None:
    """الماضي and السابق as nouns: after في or من, not as adjectives."""
    before = items.bare(c.start - 1)
    reading = items.readings[c.start]
    if (
        before not in ("في", "فى")
        and not (before == "من" and items.bare(c.start) in ("السابق", "الماضي"))
        and not (items.bare(c.start) == "الماضي" and before in ("عن", "الي", "مثل", "اخطاء"))
    ):
        return None
    return None if reading is None else _one(c, Fixed(TimexType.DATE, "PAST_REF"))


@production("reflately")
def reflately(items: Items, c: Candidate) -> list[Span] | None:
    """أخيرا is "recently" after a verb, "finally" where it opens a sentence or follows و."""
    reading = items.readings[c.start]
    if (
        c.start == 0
        or items.has(c.start - 1, "COMMA", "DOT", "QUOTE")
        or (reading and reading.conj)
        or (items.has(c.end, "COMMA") and c.start <= 1)
    ):
        return None
    return _one(c, Fixed(TimexType.DATE, "PAST_REF"))


# --- ranges --------------------------------------------------------------------------------------------------------


@production("dayrange")
def dayrange(items: Items, c: Candidate) -> list[Span] | None:
    """Two or more days of one month: each its own expression, the last with the words of month and year."""
    number = _month(items, c)
    if not number:
        return None
    year, two, written = _year(items, c)
    direction, base = _direction(items, c), _year_base(items, c)
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
        named = _integer(items, c, weekday, "WDAY")
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
    first, last = _integer(items, c, "year1", "Y4"), _integer(items, c, "year", "Y4")
    a, b = c.slots["year1"], c.slots["year"]
    if first is None or last is None:
        return None
    era = "bc" in c.slots
    head = items.bare(c.start)
    introduced = head in ("بين", "من", "في") or any(items.has(i, "YEARS2") for i in range(c.start, a[0]))
    joined = items.word(a[1])
    if items.has(c.end, "COUNTED", "MAGNITUDE", "UNITPL", "UNITACC", "PERCENT"):
        return None
    if not era and not (1000 <= first < last <= 2200):
        return None
    if joined == "-" and not introduced and not (items.has(c.start - 1, "LPAR") or first >= 1700):
        return None
    if (
        joined in ("و", "الي", "حتي")
        and not introduced
        and items.bare(c.start - 1) not in ("بين", "من", "عامي", "في", "خلال")
    ):
        return None
    if head == "من" and not 1500 <= first <= 2200:
        return None
    start = a[0]
    if start > c.start and items.has(start - 1, "YEARS2"):
        start -= 1
    return [(start, a[1], Point(year=first, bc=era)), (b[0], c.end, Point(year=last, bc=era))]


_BEFORE_FEAST = frozenset(["صلاه", "خطبه", "تكبيرات"])


@production("feast")
def feast(items: Items, c: Candidate) -> list[Span] | None:
    """A feast by name: its (first) day; `عشية` and `غداة` are the day before and after, an ordinal counts its days."""
    code = _value(items, c, "feast", "FEAST")
    if code is None:
        return None
    year, _, _ = _year(items, c)
    hijri_year = any(items.has(i, "HIJRI") for i in range(c.start, c.end)) or (
        year is not None and 1300 <= year <= 1500
    )
    direction = _direction(items, c)
    if items.bare(c.start - 1) in _BEFORE_FEAST and year is None:
        return None
    offset, part = 0, None
    if "fpod" in c.slots:
        item = c.slots["fpod"][0]
        word = items.bare(item)
        offset = -1 if word == "عشيه" else 1 if word == "غداه" else 0
        part = None if offset else items.value(item, "POD") or ("NI" if word == "ليله" else None)
    elif items.bare(c.slots["feast"][0]) == "ليله":
        part = "NI"
    elif "fn" in c.slots:
        offset = (_integer(items, c, "fn", "ORD", "FIRSTN") or 1) - 1
    return _one(
        c,
        Feast(
            code, year, hijri_year, base=_year_base(items, c), direction=direction, offset=offset, part=part
        ),
    )


# --- days without a date of their own --------------------------------------------------------------------------------


@production("podalone")
def podalone(items: Items, c: Candidate) -> list[Span] | None:
    """`صباحا`, `مساء` alone: that part of the running day."""
    word = items.bare(c.start)
    if items.has(c.start - 1, "N", "ORD", "SETADV") or items.bare(c.start - 1) in ("كل", "يوميا"):
        return None
    if word.startswith("ال") or word == "ضحي":
        return None  # صلاة الفجر، آلام الظهر; ضحى is "he sacrificed" too
    if items.bare(c.start) in ("ظهرا",) and items.bare(c.start - 1) in ("علي", "راسا"):
        return None
    if items.word(c.end) in ("ومساء", "مساء", "نهارا", "ونهارا") or items.word(c.start - 1) in (
        "صباحا",
        "ليلا",
        "نهارا",
    ):
        return None  # صباحا ومساء: round the clock
    return _one(c, Shift("day", 0, part=_value(items, c, "podadv", "PODADV"), running=True))


_POD_PREPOSITIONS = frozenset(
    ["في", "عند", "منذ", "حتي", "خلال", "مع", "قبل", "قبيل", "بعد", "فى", "بحلول", "طوال", "حلول"]
)


@production("podthe")
def podthe(items: Items, c: Candidate) -> list[Span] | None:
    """`في الصباح`, `عند الفجر`; العصر is an age too, and these words begin names."""
    word = items.bare(c.start)
    if (
        items.bare(c.start - 1) not in _POD_PREPOSITIONS
        or word in ("العصر", "السحر", "الاصيل")
        or items.has(c.end, "PASTADJ", "CURADJ", "DECADE", "UCENT")
    ):
        return None
    if items.word(c.end).startswith("ال") and items.readings[c.end] is None and word in ("الفجر", "الصباح"):
        return None
    return _one(c, Shift("day", 0, part=_value(items, c, "pod", "POD"), running=True))


@production("onthisday")
def onthisday(items: Items, c: Candidate) -> list[Span] | None:
    """`في مثل هذا اليوم من عام 1969`: the document's day and month in that year."""
    year, _, _ = _year(items, c)
    return _one(c, Point(year=year, base=Shift("day", 0)))


@production("daymonthn")
def daymonthn(items: Items, c: Candidate) -> list[Span] | None:
    """`الأول من الشهر السابع`."""
    month = _integer(items, c, "monthn", "ORD")
    if month is None or month > 12:
        return None
    return _one(c, Point(month=month, day=_integer(items, c, "day", "D", "ORD")))


@production("dayit")
def dayit(items: Items, c: Candidate) -> list[Span] | None:
    """`السادس عشر منه`: of the month that was spoken of."""
    return _one(c, Point(day=_integer(items, c, "day", "ORD"), base=Shift("month", 0, anaphoric=True)))


@production("twice")
def twice(items: Items, c: Candidate) -> list[Span] | None:
    """`العام قبل الماضي`, `الأسبوع بعد المقبل`: two units off."""
    unit = _value(items, c, "unit", "UNIT")
    amount = 2 * int(_value(items, c, "twice", "PASTADJ", "NEXTADJ") or 0)
    if unit not in ("day", "week", "month", "year", "decade", "night", "century"):
        return None
    if unit == "night":
        return _one(c, Shift("day", amount, part="NI"))
    return _one(c, Shift(unit, amount))


@production("newyear")
def newyear(items: Items, c: Candidate) -> list[Span] | None:
    """`العام الجديد`: the one that begins nearest to the document's date. `السنة الجديدة` of a feast is read elsewhere."""
    return None if _general(items, c) else _one(c, Shift("newyear", 0))


_AGE_BEFORE = frozenset(
    ["سن", "تجاوز", "تجاوزت", "بلغ", "بلغت", "يناهز", "تناهز", "ناهز", "دون", "جاوز", "جاوزت", "بلوغ", "السن"]
)


@production("ageord")
def ageord(items: Items, c: Candidate) -> list[Span] | None:
    """Ages as ordinals: `وهو في الثانية عشرة`, `تجاوز الستين`, `في الخامسة والأربعين`, `دون سن الخامسة`."""
    value = items.value(c.start, "ORD", "N")
    reading = items.readings[c.start]
    if value is None or reading is None or not reading.definite or items.has(c.start, "WDAY"):
        return None
    number = int(value)
    before = items.bare(c.start - 1)
    after = items.bare(c.end)
    aged = before in _AGE_BEFORE or (before == "من" and items.bare(c.start - 2) in ("عمره", "عمرها"))
    of_age = after == "من" and items.bare(c.end + 1) in ("عمره", "عمرها", "العمر", "عمرهما", "عمرهم")
    person = before == "في" and items.bare(c.start - 2) in (
        "هو",
        "هي",
        "كان",
        "كانت",
        "وهو",
        "وهي",
        "شيخا",
        "شاب",
        "رجل",
        "سيده",
        "توفي",
        "رحل",
        "تقاعد",
        "مات",
    )
    feminine = items.has(c.start, "ORD") and items.words[items.last[c.start]].endswith("ه")
    compound = (
        items.has(c.start, "ORD")
        and number > 12
        and before == "في"
        and items.first[c.start] != items.last[c.start]
        and items.words[items.first[c.start]].endswith("ه")
    )
    if not (aged or of_age or (person and (number > 12 or feminine)) or compound):
        return None
    if number < 3 or number > 120 or items.has(c.end, "UCENT", "UNIT", "UNITPL"):
        return None
    return _one(c, Fixed(TimexType.DURATION, f"P{number}Y"))


@production("centuryhalf")
def centuryhalf(items: Items, c: Candidate) -> list[Span] | None:
    """Half a century: the century, START or END."""
    index = _integer(items, c, "ord", "ORD", "ORDLAST")
    mod = Mod.START if index == 1 else Mod.END
    direction = _direction(items, c, "centadj")
    if direction is not None:
        return _one(c, Shift("century", direction, mod=mod))
    number = _integer(items, c, "cent", "ORD", "N")
    return None if number is None or number > 40 else _one(c, Era("century", number, mod=mod))


@production("schoolyear")
def schoolyear(items: Items, c: Candidate) -> list[Span] | None:
    """`السنة الدراسية`, `العام الدراسي`: the calendar year in which it is."""
    return _one(c, Shift("year", 0, mod=_mod(items, c)))


@production("yearlist")
def yearlist(items: Items, c: Candidate) -> list[Span] | None:
    """`أعوام 2022 و2023 و2024`."""
    out: list[Span] = []
    for slot in ("year1", "year2", "year"):
        a, b = c.slots[slot]
        start = a - 1 if slot == "year1" and items.has(a - 1, "YEARS2") else a
        out.append((start, b, Point(year=int(items.value(a, "Y4") or 0))))
    return out


@production("eve")
def eve(items: Items, c: Candidate) -> list[Span] | None:
    """`غداة الثلاثاء`, `عشية 5 أيار`: the day after, the day before."""
    raw = _date_point(items, c)
    days = _integer(items, c, "eve", "EVE")
    return None if raw is None or days is None else _one(c, Moved(raw, days))


@production("evethat")
def evethat(items: Items, c: Candidate) -> list[Span] | None:
    """`غداة ذلك`."""
    return _one(c, Shift("day", _integer(items, c, "eve", "EVE") or 0, anaphoric=True))
