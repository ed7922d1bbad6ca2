"""Parts of the day without a date of their own: صباحا، هذا الصباح، الليلة."""

from hawliyat.tasks.schema import TimexType
from hawliyat.tasks.temporal.contexts import context
from hawliyat.tasks.temporal.match import Candidate, Items
from hawliyat.tasks.temporal.produce.dates import date_point
from hawliyat.tasks.temporal.produce.guards import alone
from hawliyat.tasks.temporal.produce.registry import Span, production
from hawliyat.tasks.temporal.produce.slots import value_of, whole_span
from hawliyat.tasks.temporal.raw import Fixed, Point, Shift

EVERY_DAY = context("every_day")
BEFORE_UPSIDE_DOWN = context("before_upside_down")
SECOND_PART_OF_DAY = context("second_part_of_day")
FIRST_PART_OF_DAY = context("first_part_of_day")
BEFORE_PART_OF_DAY = context("before_part_of_day")
PART_OF_DAY_OR_NOUN = context("part_of_day_or_noun")
PART_OF_DAY_IN_NAMES = context("part_of_day_in_names")


@production("nightref")
def nightref(items: Items, c: Candidate) -> list[Span] | None:
    """الليلة، الليلة الماضية. `في الليلة الواحدة` is a rate."""
    amount = int(value_of(items, Candidate(0, c.start, c.end, {"x": (c.start, c.end)}), "x", "NIGHTREF") or 0)
    if amount == 0 and items.has(c.end, "ONE"):
        return [(c.start, c.end + 1, Fixed(TimexType.SET, "P1D"))]
    if items.has(c.end, "ORD", "THAT", "SAME", "ORDLAST", "LASTADJ") or (
        items.has(c.start - 1, "QUOTE") and items.has(c.end, "QUOTE")
    ):
        return None
    return whole_span(c, Shift("day", amount, part="NI"))


@production("thispod")
def thispod(items: Items, c: Candidate) -> list[Span] | None:
    """هذا الصباح."""
    return whole_span(c, Shift("day", 0, part=value_of(items, c, "pod", "POD")))


@production("samepod")
def samepod(items: Items, c: Candidate) -> list[Span] | None:
    """مساء اليوم نفسه، صباح اليوم التالي."""
    amount = 1 if "follow" in c.slots else 0
    return whole_span(c, Shift("day", amount, anaphoric=True, part=value_of(items, c, "pod", "POD")))


@production("podlate")
def podlate(items: Items, c: Candidate) -> list[Span] | None:
    """`وقت متأخر من الليل`, `وقت الغروب`: that part of the running day."""
    return whole_span(c, Shift("day", 0, part=value_of(items, c, "pod", "POD"), running=True))


@production("podhours")
def podhours(items: Items, c: Candidate) -> list[Span] | None:
    """`ساعات الصباح الأولى`, `ساعات الفجر من يوم الأحد`: that part of the day named, else of the running one."""
    day = date_point(items, c)
    said = isinstance(day, Shift) or (day is not None and (day.day or day.weekday))
    if day is not None and said:
        return whole_span(c, day)
    end = c.slots["pod"][1]
    while end < c.end and items.bare(end) != "من":
        end += 1
    return [(c.start, end, Shift("day", 0, part=value_of(items, c, "pod", "POD"), running=True))]


@production("somepart")
def somepart(items: Items, c: Candidate) -> list[Span] | None:
    """`إحدى الأمسيات`: a part of some day."""
    part = {"الامسيات": "EV", "المساءات": "EV", "الليالي": "NI", "الصباحات": "MO"}.get(items.word(c.end - 1))
    return whole_span(c, Point(day=0, part=part))


@production("podalone")
def podalone(items: Items, c: Candidate) -> list[Span] | None:
    """`صباحا`, `مساء` alone: that part of the running day."""
    word = items.bare(c.start)
    if alone(items, c):
        return whole_span(c, Shift("day", 0, part=value_of(items, c, "podadv", "PODADV"), running=True))
    if (
        items.bare(c.start - 2) == "كل"
        or items.has(c.start - 1, "N", "ORD", "SETADV")
        or items.bare(c.start - 1) in EVERY_DAY
    ):
        return None
    if word.startswith("ال") or word == "ضحي":
        return None  # صلاة الفجر، آلام الظهر; ضحى is "he sacrificed" too
    if word == "ظهرا" and items.bare(c.start - 1) in BEFORE_UPSIDE_DOWN:
        return None
    if items.word(c.end) in SECOND_PART_OF_DAY or items.word(c.start - 1) in FIRST_PART_OF_DAY:
        return None  # صباحا ومساء: round the clock
    return whole_span(c, Shift("day", 0, part=value_of(items, c, "podadv", "PODADV"), running=True))


@production("podthe")
def podthe(items: Items, c: Candidate) -> list[Span] | None:
    """`في الصباح`, `عند الفجر`; العصر is an age too, and these words begin names."""
    word = items.bare(c.start)
    if alone(items, c):
        return whole_span(c, Shift("day", 0, part=value_of(items, c, "pod", "POD"), running=True))
    if (
        items.bare(c.start - 1) not in BEFORE_PART_OF_DAY
        or word in PART_OF_DAY_OR_NOUN
        or items.has(c.end, "PASTADJ", "CURADJ", "DECADE", "UCENT")
    ):
        return None
    if items.word(c.end).startswith("ال") and items.readings[c.end] is None and word in PART_OF_DAY_IN_NAMES:
        return None
    return whole_span(c, Shift("day", 0, part=value_of(items, c, "pod", "POD"), running=True))
