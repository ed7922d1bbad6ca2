"""Units by adjective or pronoun: الأسبوع الماضي، هذا العام، الشهر ذاته."""

from hawliyat.tasks.schema import TimexType
from hawliyat.tasks.temporal.contexts import context
from hawliyat.tasks.temporal.match import Candidate, Items
from hawliyat.tasks.temporal.produce.guards import means_general
from hawliyat.tasks.temporal.produce.rates import rate_span
from hawliyat.tasks.temporal.produce.registry import Span, production
from hawliyat.tasks.temporal.produce.slots import direction_of, mod_of, value_of, whole_span
from hawliyat.tasks.temporal.raw import Fixed, Part, Shift

BEFORE_CURRENT_YEAR = context("before_current_year")
BEFORE_CURRENT_WEEK = context("before_current_week")
BEFORE_LAST_DECADE = context("before_last_decade")
UNTIL = context("until")


@production("thisword")
def thisword(items: Items, c: Candidate) -> list[Span] | None:
    """هالأسبوع, آخر هالسنة, as people say it."""
    unit = items.value(c.end - 1, "THISUNIT")
    return None if unit is None else whole_span(c, Shift(unit, 0, mod=mod_of(items, c)))


@production("shift")
def shift(items: Items, c: Candidate) -> list[Span] | None:
    """`الأسبوع الماضي`, `العام المقبل`, `الشهر الجاري`."""
    unit = value_of(items, c, "unit", "UNIT")
    assert unit is not None
    if "twice" in c.slots:
        return _twice(items, c)
    slot = "adji" if "adji" in c.slots else "adj"
    adjective = c.slots[slot][0]
    amount = direction_of(items, c, slot)
    if amount is None or unit in ("second", "minute"):
        return None
    absolute = items.has(adjective, "PASTADJ", "NEXTADJ") or items.word(c.start).endswith("هذا")
    if not absolute and items.bare(c.slots["unit"][0]) == "العام" and means_general(items, c):
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
        if unit == "decade" and items.bare(c.start - 1) not in BEFORE_LAST_DECADE:
            return None  # العقد الأخير الذي وقعه النادي: a contract
        return whole_span(c, Shift(unit, 0 if unit == "decade" else -1, mod=mod_of(items, c)))
    if items.has(adjective, "PREVADJ") and unit in ("day", "week", "month", "year", "night"):
        return whole_span(c, Shift(unit, -1, anaphoric=True, mod=mod_of(items, c)))
    if unit == "quarter":
        return whole_span(c, Part("quarter", "rel", base=Shift("quarter", amount), direction=amount))
    if unit in ("hour", "minute"):
        return whole_span(
            c, Fixed(TimexType.DATE, "PAST_REF" if amount < 0 else "FUTURE_REF" if amount else "PRESENT_REF")
        )
    if unit == "night":  # the night to come is the one that ends this day
        return whole_span(c, Shift("day", min(amount, 0), part="NI"))
    return whole_span(c, Shift(unit, amount, mod=mod_of(items, c)))


@production("lastyear")
def lastyear(items: Items, c: Candidate) -> list[Span] | None:
    """`عام أول` at the end of a line, as the Gulf says "last year"; elsewhere a first year of something."""
    return whole_span(c, Shift("year", -1)) if c.end == len(items.codes) else None


@production("follow")
def follow(items: Items, c: Candidate) -> list[Span] | None:
    """`العام التالي`, `اليوم التالي`: counted from what was spoken of last."""
    unit = value_of(items, c, "unit", "UNIT")
    if unit is None or unit in ("second", "minute", "hour", "quarter") or means_general(items, c):
        return None
    if unit == "night":
        return whole_span(c, Shift("day", 1, anaphoric=True, part="NI"))
    return whole_span(c, Shift(unit, 1, anaphoric=True, mod=mod_of(items, c)))


@production("this")
def this(items: Items, c: Candidate) -> list[Span] | None:
    """`هذا العام`, `نهاية العام`: the unit in which the document's date lies."""
    unit = value_of(items, c, "unit", "UNIT")
    mod = mod_of(items, c)
    if unit is None or unit in ("hour", "minute", "second", "quarter"):
        return None
    if unit == "day" and mod is not None:
        part = {"START": "MO", "END": "EV", "MID": "MI"}[mod]
        return whole_span(c, Shift("day", 0, part=part)) if items.has(c.end, "TODAY") else None
    if (
        unit in ("decade", "century")
        and mod is None
        and not any(items.has(i, "THIS") for i in range(c.start, c.end))
    ):
        return None
    if means_general(items, c) and mod is None:
        return None
    if unit == "century" and items.word(c.end).startswith("ال") and items.readings[c.end] is None:
        return None  # هذا القرن الذهبي: a horn
    if unit == "night":
        return whole_span(c, Shift("day", 0, part="NI"))
    return whole_span(c, Shift(unit, 0, mod=mod))


@production("same")
def same(items: Items, c: Candidate) -> list[Span] | None:
    """`ذاك العام`, `العام نفسه`, `الشهر ذاته`: what was spoken of last."""
    unit = value_of(items, c, "unit", "UNIT")
    if unit is None or unit in ("hour", "minute", "second", "quarter", "decade"):
        return None
    if items.bare(c.slots["unit"][0]) == "العام" and items.has(c.start - 1, "TITLED"):
        return None
    if items.has(c.start, "THAT") and items.has(c.end, "PASTADJ", "NEXTADJ", "CURADJ", "WDAY"):
        return None  # حدث ذلك الأسبوع الماضي: ذلك is the subject
    if unit == "night":
        return whole_span(c, Shift("day", 0, anaphoric=True, part="NI"))
    return whole_span(c, Shift(unit, 0, anaphoric=True, mod=mod_of(items, c)))


@production("bareunit")
def bareunit(items: Items, c: Candidate) -> list[Span] | None:
    """A definite unit alone: a rate (`برميل في اليوم`) or, of العام and الشهر after a preposition, the current one."""
    if rate := rate_span(items, c):
        return rate
    unit = value_of(items, c, "unit", "UNIT")
    before = items.bare(c.start - 1)
    reading = items.readings[c.start]
    word = items.bare(c.start)
    if (
        unit == "week"
        and before in BEFORE_CURRENT_WEEK
        and (c.end >= len(items.codes) or items.has(c.end, "DOT", "COMMA"))
    ):
        return whole_span(c, Shift("week", 0))
    if unit == "year" and word == "العام" and before in BEFORE_CURRENT_YEAR and not items.has(c.end, "N"):
        return whole_span(c, Shift("year", 0))
    if unit == "hour" and before in UNTIL and reading is not None and not items.has(c.end, "N", "ORD"):
        return whole_span(c, Fixed(TimexType.DATE, "PRESENT_REF"))
    return None


def _twice(items: Items, c: Candidate) -> list[Span] | None:
    """`العام قبل الماضي`, `الأسبوع بعد المقبل`: two units off."""
    unit = value_of(items, c, "unit", "UNIT")
    amount = 2 * int(value_of(items, c, "twice", "PASTADJ", "NEXTADJ") or 0)
    if unit not in ("day", "week", "month", "year", "decade", "night", "century"):
        return None
    if unit == "night":
        return whole_span(c, Shift("day", amount, part="NI"))
    return whole_span(c, Shift(unit, amount))
