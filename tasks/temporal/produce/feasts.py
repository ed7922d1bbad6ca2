"""Feasts by name."""

from hawliyat.tasks.temporal.contexts import context
from hawliyat.tasks.temporal.match import Candidate, Items
from hawliyat.tasks.temporal.produce.registry import Span, production
from hawliyat.tasks.temporal.produce.slots import (
    direction_of,
    number_of,
    value_of,
    whole_span,
    year_base,
    year_of,
)
from hawliyat.tasks.temporal.raw import Feast

RITE = context("rite")


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
    offset, part = 0, None
    if "fpod" in c.slots:
        item = c.slots["fpod"][0]
        word = items.bare(item)
        offset = {"عشيه": -1, "غداه": 1, "ليله": -1}.get(word, 0)  # the night of a feast is the one before it
        part = "NI" if word == "ليله" else None if offset else items.value(item, "POD")
    elif items.bare(c.slots["feast"][0]) == "ليله":
        part = "NI"
    elif "fn" in c.slots:
        offset = (number_of(items, c, "fn", "ORD", "FIRSTN") or 1) - 1
    return whole_span(
        c,
        Feast(
            code, year, hijri_year, base=year_base(items, c), direction=direction, offset=offset, part=part
        ),
    )
