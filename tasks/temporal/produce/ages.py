"""Ages: `ذات العامين`, `تجاوز الستين`."""

from hawliyat.tasks.schema import TimexType
from hawliyat.tasks.temporal.contexts import context
from hawliyat.tasks.temporal.match import Candidate, Items
from hawliyat.tasks.temporal.produce.measure import duration
from hawliyat.tasks.temporal.produce.registry import Span, production
from hawliyat.tasks.temporal.produce.slots import whole_span
from hawliyat.tasks.temporal.raw import Fixed

BEFORE_AGE = context("before_age")
HIS_AGE = context("his_age")
AFTER_AGE = context("after_age")
BEFORE_AGED = context("before_aged")


@production("age")
def age(items: Items, c: Candidate) -> list[Span] | None:
    """`ذات العامين`: the length alone is the span."""
    a, b = c.slots["du"]
    unit = items.value(a, "UNITDU")
    return None if unit is None else [(a, b, Fixed(TimexType.DURATION, duration(unit, "2")))]


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
    aged = before in BEFORE_AGE or (before == "من" and items.bare(c.start - 2) in HIS_AGE)
    of_age = after == "من" and items.bare(c.end + 1) in AFTER_AGE
    person = before == "في" and items.bare(c.start - 2) in BEFORE_AGED
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
    return whole_span(c, Fixed(TimexType.DURATION, f"P{number}Y"))
