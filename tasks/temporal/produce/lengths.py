"""Durations: `ثلاثة أيام`, `لمدة شهر`, `السنوات الثلاث الماضية`."""

from hawliyat.tasks.schema import TimexType
from hawliyat.tasks.temporal.contexts import context
from hawliyat.tasks.temporal.match import Candidate, Items
from hawliyat.tasks.temporal.produce.guards import alone
from hawliyat.tasks.temporal.produce.measure import duration, length_value
from hawliyat.tasks.temporal.produce.registry import Span, production
from hawliyat.tasks.temporal.produce.slots import direction_of, length_mod, number_of, value_of, whole_span
from hawliyat.tasks.temporal.raw import Fixed

OF_WATCHES = context("of_watches")
BEFORE_DECADES = context("before_decades")
BEFORE_LENGTH = context("before_length")
BEFORE_ONE_DECADE = context("before_one_decade")
BEFORE_ONE_UNIT = context("before_one_unit")
BEFORE_AMBIGUOUS_UNITS = context("before_ambiguous_units")
BEFORE_NAMED_PERIOD = context("before_named_period")
BEFORE_THE_UNITS = context("before_the_units")
WHOLE = context("whole")
OF_TIME = context("of_time")


@production("allday")
def allday(items: Items, c: Candidate) -> list[Span] | None:
    """`طول النهار`, as people say "all day" at the end of a line; طول اليوم elsewhere is the length of a day."""
    return whole_span(c, Fixed(TimexType.DURATION, "P1D")) if c.end == len(items.codes) else None


@production("length")
def length(items: Items, c: Candidate) -> list[Span] | None:
    """A number of units, its fractions and modifiers."""
    found = length_value(items, c, c.start, c.end)
    if found is None:
        return None
    unit, amount = found
    if amount == "X" and items.has(c.start, "LASTN", "FIRSTN") and items.word(c.end).startswith("ال"):
        return None  # أول أيام العيد
    if _contract(items, c, unit, amount):
        return None
    if unit == "second" and amount == "1" and not items.has(c.start, "N"):
        return None
    if unit == "hour" and items.word(c.end) in OF_WATCHES:
        return []  # اشترى ثلاث ساعات ذهبية
    reading = items.readings[c.start]
    if items.bare(c.start - 1) == "حرب" and reading is not None and reading.definite:
        return []  # حرب الثلاثين عاما
    if c.end - c.start == 1 and is_construct_dual(items, c.start):
        return None  # بن عامي: a name; the construct dual is read with its years
    if items.glued(c.start) and items.has(c.start - 1, "DASH", "SLASH") and items.has(c.start - 2, "N"):
        return None  # 2-3 يوم الأحد: a score
    return [(c.start, c.end, Fixed(TimexType.DURATION, duration(unit, amount), length_mod(items, c)))]


def is_construct_dual(items: Items, item: int) -> bool:
    """عامي، سنتي، يومي، شهري: heads of a list of years, days or months (عامي 1978 و1986), no length by themselves."""
    return items.has(item, "UNITDU") and items.words[items.last[item]].endswith("ي")


def _contract(items: Items, c: Candidate, unit: str, amount: str) -> bool:
    """عقد and عقود are contracts unless counted; 'قرن' a horn, 'فصل' a chapter, 'ساعات' watches."""
    if unit == "quarter":
        return True
    if unit == "decade" and amount in ("X", "1") and not _of_time(items, c):
        return not (
            items.bare(c.start - 1) in BEFORE_DECADES or items.has(c.start, "MORE", "LESS", "APPROX", "VAGUE")
        )
    return False


def _of_time(items: Items, c: Candidate) -> bool:
    """عقد من الزمن: time itself says that it is no contract."""
    return items.bare(c.end - 1) in OF_TIME


def _said_for(items: Items, c: Candidate, unit: str) -> bool:
    """سأغادر لساعة: behind ل a unit at the end of its clause is how long."""
    reading = items.readings[c.start]
    if reading is None or reading.prep != "ل" or unit not in ("hour", "day", "week", "month", "year"):
        return False
    return c.end >= len(items.codes) or items.has(c.end, "COMMA", "DOT")


@production("lengthbare")
def lengthbare(items: Items, c: Candidate) -> list[Span] | None:
    """A unit alone is a length only after a word of length: `لمدة شهر`; with `واحد` always."""
    unit = value_of(items, c, "unit", "UNIT", "UNITACC")
    assert unit is not None
    item = c.slots["unit"][0]
    before = items.bare(c.start - 1)
    reading = items.readings[item]
    one = any(items.has(i, "ONE") for i in range(item + 1, c.end))
    if _of_time(items, c) or (
        reading is not None and not reading.definite and (alone(items, c) or _said_for(items, c, unit))
    ):
        return None if unit == "quarter" else whole_span(c, Fixed(TimexType.DURATION, duration(unit, "1")))
    if unit in ("quarter", "second", "minute") and not one:
        return None
    full = items.word(item + 1) in WHOLE or (
        items.has(item, "UNITACC") and any(items.has(i, "VAGUEADJ") for i in range(item + 1, c.end))
    )
    if items.has(item, "UNITACC") and not one and not full and before not in BEFORE_LENGTH:
        return None
    if unit in ("decade", "century") and before not in BEFORE_ONE_DECADE:
        return None
    long_enough = before in BEFORE_ONE_UNIT
    if not one and not full and not long_enough:
        return None
    if one and items.has(c.start - 1, "N", "QUANTITY"):
        return None
    if items.has(c.end, "MONTH", "WMONTH", "HMONTH", "WHMONTH", "D", "ORD", "WDAY", "TODAY", "N") or (
        reading and reading.definite
    ):
        return None
    return whole_span(c, Fixed(TimexType.DURATION, duration(unit, "1")))


@production("lengthpl")
def lengthpl(items: Items, c: Candidate) -> list[Span] | None:
    """An indefinite plural alone: `سنوات`, `أشهر`; not عقود "contracts", ساعات "watches"."""
    unit = value_of(items, c, "unit", "UNITPL")
    before = items.bare(c.start - 1)
    reading = items.readings[c.start]
    assert unit is not None
    assert reading is not None
    if items.has(c.start - 1, "N", "QUANTITY", "FRAC", "VAGUE") or items.has(c.end, "DECADE", "WDAY"):
        return None
    if unit in ("decade", "hour", "second", "minute", "season", "night", "century") and not (
        before in BEFORE_AMBIGUOUS_UNITS or (reading.prep == "ل" and unit in ("decade", "century", "hour"))
    ):
        return None
    if items.has(c.end, "N") or (
        items.word(c.end).startswith("ال") and before not in BEFORE_NAMED_PERIOD and not reading.prep
    ):
        return None  # أيام الحرب، سنوات الدراسة: a name of a period, not a length
    if not reading.prep and before not in BEFORE_LENGTH and items.has(c.end, "N"):
        return None
    return whole_span(c, Fixed(TimexType.DURATION, duration(unit, "X")))


@production("lengthpldef")
def lengthpldef(items: Items, c: Candidate) -> list[Span] | None:
    """`خلال السنوات التي…`: a definite plural after a preposition of length."""
    unit = value_of(items, c, "unit", "UNITPL")
    before = items.bare(c.start - 1)
    if unit is None or unit not in ("year", "month", "week", "day") or before not in BEFORE_THE_UNITS:
        return None
    return whole_span(c, Fixed(TimexType.DURATION, duration(unit, "X")))


@production("lenadj")
def lenadj(items: Items, c: Candidate) -> list[Span] | None:
    """`السنوات الثلاث الماضية`, `الأيام المقبلة`, `السنتين الأخيرتين`."""
    if "du" in c.slots:
        unit, amount = value_of(items, c, "du", "UNITDU"), "2"
    else:
        item = next(i for i in range(c.start, c.end) if items.has(i, "UNITPL", "UNIT", "UNITACC"))
        unit = items.value(item, "UNITPL", "UNIT", "UNITACC")
        found = number_of(items, c, "n", "N") if "n" in c.slots else None
        amount = "X" if found is None else str(found)
    if unit is None:
        return None
    if unit == "decade" and amount == "X" and direction_of(items, c) == 0:
        return None
    return whole_span(c, Fixed(TimexType.DURATION, duration(unit, amount)))


@production("lenthe")
def lenthe(items: Items, c: Candidate) -> list[Span] | None:
    """`الدقائق الأربعين`, `الأيام العشرة الأولى`; not حرب الأيام الستة."""
    if items.bare(c.start - 1) == "حرب":
        return []
    item = next(i for i in range(c.start, c.end) if items.has(i, "UNITPL"))
    amount = value_of(items, c, "n", "N")
    unit = items.value(item, "UNITPL")
    if unit is None or amount is None:
        return None
    return whole_span(c, Fixed(TimexType.DURATION, duration(unit, amount)))


@production("lengthfrac")
def lengthfrac(items: Items, c: Candidate) -> list[Span] | None:
    """`نصف ساعة`, `ربع قرن`, `ثلاثة أرباع الساعة`."""
    unit = value_of(items, c, "unit", "UNIT")
    amount = items.value(c.start, "FRAC")
    if unit is None or amount is None or unit == "quarter" or items.has(c.end, "ORD"):
        return None
    if items.has(c.slots["unit"][0], "UDAY") and items.readings[c.slots["unit"][0]].definite:  # type: ignore[union-attr]
        return None
    return whole_span(c, Fixed(TimexType.DURATION, duration(unit, amount)))


@production("lengthrange")
def lengthrange(items: Items, c: Candidate) -> list[Span] | None:
    """`بين 90 و180 يوما`, `بين سنة وثلاث سنوات`: two lengths, the first with the unit of the second."""
    unit = value_of(items, c, "unit", "UNITPL", "UNITACC", "UNIT")
    amount = value_of(items, c, "n", "N")
    if unit is None or amount is None or unit == "quarter":
        return None
    if "len1" in c.slots:
        first = c.slots["len1"]
        low = duration(unit, items.value(first[0], "N") or "X")
    else:
        first = c.slots["unit1"]
        low = duration(items.value(first[0], "UNIT") or unit, "1")
    return [
        (first[0], first[1], Fixed(TimexType.DURATION, low)),
        (c.slots["n"][0], c.end, Fixed(TimexType.DURATION, duration(unit, amount))),
    ]
