"""How often: `في اليوم` after a quantity is a rate, not a day."""

from hawliyat.tasks.schema import TimexType
from hawliyat.tasks.temporal.contexts import context
from hawliyat.tasks.temporal.match import Candidate, Items
from hawliyat.tasks.temporal.produce.registry import Span, production
from hawliyat.tasks.temporal.raw import Fixed

RATE_NOUN = context("rate_noun")
TIMES = context("times")


def rate_span(items: Items, c: Candidate) -> list[Span] | None:
    """`في اليوم`, `في الأسبوع`, `في الساعة` after a quantity say how often, not when."""
    reading = items.readings[c.start]
    before = items.bare(c.start - 1)
    if reading is None or not (
        before == "في" or (reading.prep and items.word(c.start).lstrip("وف").startswith("ب"))
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
            items.has(i, "QUANTITY", "N", "THOUSAND", "VAGUE", "FRAC") or items.bare(i) in RATE_NOUN
            for i in near
        )
        if not counted or (unit == "year" and items.bare(c.start) == "العام" and not counted):
            return None
        lengths = (
            items.has(c.start - 2, "UNITPL", "UNITDU")
            and items.value(c.start - 2, "UNITPL", "UNITDU") != "year"
        )
        often = any(items.bare(i) in TIMES for i in near) or items.has(c.start - 2, "QUANTITY") or lengths
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
    return rate_span(items, c)
