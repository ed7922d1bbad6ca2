"""Decades and centuries."""

from hawliyat.tasks.schema import Mod, TimexType
from hawliyat.tasks.temporal.contexts import context
from hawliyat.tasks.temporal.match import Candidate, Items
from hawliyat.tasks.temporal.produce.registry import Span, production
from hawliyat.tasks.temporal.produce.slots import direction_of, mod_of, number_of, whole_span
from hawliyat.tasks.temporal.raw import Era, Fixed, Shift

BEFORE_AGE_IN_TENS = context("before_age_in_tens")
PERSON = context("person")
AFTER_AGE_IN_TENS = context("after_age_in_tens")


@production("decade")
def decade(items: Items, c: Candidate) -> list[Span] | None:
    """`التسعينات`, `ثلاثينيات القرن الماضي`."""
    number = number_of(items, c, "decade", "DECADE")
    if number is None:
        return None
    item = c.slots["decade"][0]
    reading = items.readings[item]
    if "cent" not in c.slots and "centadj" not in c.slots and (reading is None or not reading.definite):
        return None
    if (
        items.bare(c.start - 1) in BEFORE_AGE_IN_TENS
        or items.bare(c.start - 2) in PERSON
        or items.bare(c.end) in AFTER_AGE_IN_TENS
        or (items.bare(c.end) == "من" and items.bare(c.end + 1).startswith(("عمر", "العمر")))
    ):
        return None
    direction = direction_of(items, c, "centadj")
    return whole_span(
        c,
        Era(
            "decade",
            number,
            century=number_of(items, c, "cent", "ORD", "N"),
            base=None if direction is None else Shift("century", direction),
            mod=mod_of(items, c),
        ),
    )


@production("decadeord")
def decadeord(items: Items, c: Candidate) -> list[Span] | None:
    """`العقد الأول من القرن العشرين`."""
    index = number_of(items, c, "ord", "ORD", "ORDLAST")
    direction = direction_of(items, c, "centadj")
    if index is None or index > 10:
        return None
    number = 90 if index == -1 else (index - 1) * 10
    return whole_span(
        c,
        Era(
            "decade",
            number,
            century=number_of(items, c, "cent", "ORD", "N"),
            base=None if direction is None else Shift("century", direction),
        ),
    )


@production("century")
def century(items: Items, c: Candidate) -> list[Span] | None:
    """`القرن العشرين`, `القرن الخامس قبل الميلاد`; `القرن الماضي` is a unit with its adjective."""
    number = number_of(items, c, "cent", "ORD", "N")
    if number is None or number > 40:
        return None
    if any(items.has(i, "HIJRI") for i in range(c.start, c.end)):
        number = _hijri_century(number)
    return whole_span(c, Era("century", number, bc="bc" in c.slots, mod=mod_of(items, c)))


@production("centuries")
def centuries(items: Items, c: Candidate) -> list[Span] | None:
    """`القرنين السادس والثامن الميلاديين`: each its own expression, the era is both's."""
    out: list[Span] = []
    if items.value(c.start if "mod" not in c.slots else c.slots["mod"][1], "UNITDU") != "century":
        return None
    hijri = any(items.has(i, "HIJRI") for i in range(c.start, c.end))
    for slot, a, b in (("cent1", c.start, c.slots["cent1"][1]), ("cent", c.slots["cent"][0], c.end)):
        number = number_of(items, c, slot, "ORD")
        if number is None or number > 40:
            return None
        out.append((a, b, Era("century", _hijri_century(number) if hijri else number, bc="bc" in c.slots)))
    return out


def _hijri_century(number: int) -> int:
    """The Gregorian century of a Hijri one's middle year: 0.97 solar years to the lunar."""
    return min(40, (100 * number - 50) * 97 // 10000 + 7)


@production("millennium")
def millennium(items: Items, c: Candidate) -> list[Span] | None:
    """`الألفية الثالثة قبل الميلاد`: counted from 0 as centuries are; an interval of a thousand years says no day."""
    number = number_of(items, c, "number", "ORD", "N")
    if number is None or number > 12 or not items.bare(c.slots["number"][0] - 1).startswith("ال"):
        return None
    era = "BC" if "bc" in c.slots else ""
    return whole_span(c, Fixed(TimexType.DATE, f"{era}{number - 1}", mod_of(items, c)))


@production("centuryhalf")
def centuryhalf(items: Items, c: Candidate) -> list[Span] | None:
    """Half a century: the century, START or END."""
    index = number_of(items, c, "ord", "ORD", "ORDLAST")
    mod = Mod.START if index == 1 else Mod.END
    direction = direction_of(items, c, "centadj")
    if direction is not None:
        return whole_span(c, Shift("century", direction, mod=mod))
    number = number_of(items, c, "cent", "ORD", "N")
    return None if number is None or number > 40 else whole_span(c, Era("century", number, mod=mod))
