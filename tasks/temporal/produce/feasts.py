"""Feasts by name."""

from dataclasses import replace

from hawliyat.tasks.temporal.contexts import context
from hawliyat.tasks.temporal.match import Candidate, Items
from hawliyat.tasks.temporal.produce.dates import month_point
from hawliyat.tasks.temporal.produce.guards import alone
from hawliyat.tasks.temporal.produce.offsets import offset
from hawliyat.tasks.temporal.produce.registry import Span, production
from hawliyat.tasks.temporal.produce.slots import (
    direction_of,
    number_of,
    value_of,
    whole_span,
    year_base,
    year_of,
)
from hawliyat.tasks.temporal.raw import Feast, Moved, Point, Shift

RITE = context("rite")
BEFORE_THE_FEAST = context("before_the_feast")


@production("feast")
def feast(items: Items, c: Candidate) -> list[Span] | None:
    """A feast by name: its (first) day; `عشية` and `غداة` are the day before and after, an ordinal counts its days."""
    code = value_of(items, c, "feast", "FEAST")
    if code is None:
        return None
    year, _, _ = year_of(items, c)
    hijri_year = any(items.has(i, "HIJRI") for i in range(c.start, c.end)) or (
        year is not None and 1300 <= year <= 1500
    )
    direction = direction_of(items, c)
    if items.bare(c.start - 1) in RITE and year is None:
        return None
    if "," in code and not _the_feast(items, c):
        return None
    days, part = 0, None
    if "fpod" in c.slots:
        item = c.slots["fpod"][0]
        word = items.bare(item)
        days = {"عشيه": -1, "غداه": 1, "ليله": -1}.get(word, 0)  # the night of a feast is the one before it
        part = "NI" if word == "ليله" else None if days else items.value(item, "POD")
    elif items.bare(c.slots["feast"][0]) == "ليله":
        part = "NI"
    elif "fn" in c.slots:
        days = (number_of(items, c, "fn", "ORD", "FIRSTN") or 1) - 1
    return whole_span(
        c,
        Feast(code, year, hijri_year, base=year_base(items, c), direction=direction, offset=days, part=part),
    )


def _the_feast(items: Items, c: Candidate) -> bool:
    """العيد alone is the feast after a preposition of time or with words that count from it; العيد الوطني is another.

    In a line that says little else it is the feast in any place, but not behind a first name (سمير العيد).
    """
    if items.has(c.end, "PASTADJ", "NEXTADJ", "CURADJ") or items.word(c.end).startswith("ال"):
        return c.end > c.slots["feast"][1]
    if any(slot in c.slots for slot in ("fpod", "fn", "off", "adj", "year")):
        return True
    return alone(items, c) or items.bare(c.start - 1) in BEFORE_THE_FEAST


@production("feastoff")
def feastoff(items: Items, c: Candidate) -> list[Span] | None:
    """`قبل رأس السنة بيومين`, `بعد العيد بأسبوع`: so many units off a feast, or off the first of a Hijri month."""
    inner: Feast | Point | None
    if "feast" in c.slots:
        found = feast(items, c)
        inner = found[0][2] if found and isinstance(found[0][2], Feast) else None
        start = c.slots["feast"][1]
    else:
        inner, start = month_point(items, c), c.slots["month"][1]
    while start < c.end and not _by(items, start):
        start += 1
    by = offset(items, c, -1 if items.bare(c.start) == "قبل" else 1, start)
    if inner is None or start == c.end or not isinstance(by, Shift) or by.unit in ("minute", "second"):
        return None
    if isinstance(inner, Point) and by.amount > 0:
        inner = replace(inner, last_of_month=True)  # بعد رمضان: from its end
    return whole_span(c, Moved(inner, by))


def _by(items: Items, item: int) -> bool:
    reading = items.readings[item]
    return reading is not None and reading.prep == "ب"
