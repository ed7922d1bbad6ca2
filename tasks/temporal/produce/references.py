"""PRESENT_REF, PAST_REF, FUTURE_REF."""

from hawliyat.tasks.schema import TimexType
from hawliyat.tasks.temporal.contexts import context
from hawliyat.tasks.temporal.match import Candidate, Items
from hawliyat.tasks.temporal.produce.registry import Span, production
from hawliyat.tasks.temporal.produce.slots import value_of, whole_span
from hawliyat.tasks.temporal.raw import Fixed

BEFORE_FUTURE_AS_NAME = context("before_future_as_name")
THE_PAST = context("the_past")
BEFORE_IDIOM = context("before_idiom")
BEFORE_THE_PAST = context("before_the_past")


@production("ref")
def ref(items: Items, c: Candidate) -> list[Span] | None:
    """PRESENT_REF, PAST_REF, FUTURE_REF."""
    value = value_of(items, c, "ref", "REF")
    word = items.bare(c.start)
    if word == "المستقبل" and (
        items.has(c.start - 1, "NAMEHEAD", "PRESSHEAD", "QUOTE")
        or items.bare(c.start - 1) in BEFORE_FUTURE_AS_NAME
    ):
        return None
    if word == "هذا" and items.bare(c.start - 1) == "خلال":
        return []  # خلال هذا الوقت: a length that was told of
    if word == "الحاضر" and items.bare(c.start - 1).startswith("ال"):
        return None
    return None if value is None else whole_span(c, Fixed(TimexType.DATE, value))


@production("refshortly")
def refshortly(items: Items, c: Candidate) -> list[Span] | None:
    """`قبل قليل`, `بعد شوي`; قبل قليل من counts from an event, and its own value is none."""
    value = value_of(items, c, "ref", "SHORTLY")
    if value is None or items.bare(c.end) == "من" or items.word(c.end).startswith("ال"):
        return None
    return whole_span(c, Fixed(TimexType.DATE, value))


@production("refmoment")
def refmoment(items: Items, c: Candidate) -> list[Span] | None:
    """`حتى اللحظة`: the present; not حتى اللحظة الأخيرة."""
    if items.word(c.end).startswith("ال"):
        return None
    return [(c.start + 1, c.end, Fixed(TimexType.DATE, "PRESENT_REF"))]


@production("idiom")
def idiom(items: Items, c: Candidate) -> list[Span] | None:
    """Words that only look like time; `أمس الحاجة` is the superlative after في or ب, else "yesterday" and a title."""
    reading = items.readings[c.start]
    superlative = value_of(items, c, "idiom", "IDIOM") == "superlative"
    if superlative and items.bare(c.start - 1) not in BEFORE_IDIOM and not (reading and reading.prep):
        return None
    return []


@production("refpast")
def refpast(items: Items, c: Candidate) -> list[Span] | None:
    """الماضي and السابق as nouns: after في or من, not as adjectives."""
    before = items.bare(c.start - 1)
    reading = items.readings[c.start]
    if (
        before != "في"
        and not (before == "من" and items.bare(c.start) in THE_PAST)
        and not (items.bare(c.start) == "الماضي" and before in BEFORE_THE_PAST)
    ):
        return None
    return None if reading is None else whole_span(c, Fixed(TimexType.DATE, "PAST_REF"))


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
    return whole_span(c, Fixed(TimexType.DATE, "PAST_REF"))
