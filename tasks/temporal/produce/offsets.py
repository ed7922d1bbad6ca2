"""Counted offsets: قبل، بعد and منذ with a length."""

from hawliyat.tasks.schema import Mod, TimexType
from hawliyat.tasks.temporal.contexts import context
from hawliyat.tasks.temporal.match import Candidate, Items
from hawliyat.tasks.temporal.produce.lengths import is_construct_dual
from hawliyat.tasks.temporal.produce.measure import duration, length_parts, length_value
from hawliyat.tasks.temporal.produce.registry import Span, production
from hawliyat.tasks.temporal.produce.slots import length_mod, whole_span
from hawliyat.tasks.temporal.raw import Fixed, Raw, Shift, Since

COUNTED_FROM = context("counted_from")
FROM_NOW = context("from_now")
HELD_BODIES = context("held_bodies")
BRIEF = 5  # items of a line that says little else

_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200, "halfyear": 6}


_DAYS = {"day": 1, "week": 7, "night": 1}


def _end(items: Items, c: Candidate) -> int:
    """Where the length of an offset ends: before من الآن, من اليوم."""
    tail = items.bare(c.end - 1) in FROM_NOW and items.word(c.end - 2) == "من"
    return c.end - 2 if tail else c.end


def offset(items: Items, c: Candidate, sign: int, start: int) -> Raw | None:
    """The length that begins at `start`, counted back (-1) or on (1); vague ones are references."""
    end = _end(items, c)
    found = length_value(items, c, start, end)
    if found is None or (c.end - start == 1 and is_construct_dual(items, start)):
        return None
    unit, amount = found
    if unit == "quarter" or (unit == "decade" and amount == "1" and items.bare(c.end) in HELD_BODIES):
        return None
    if unit == "compound":
        return _compound_offset(length_parts(items, start, end), sign, length_mod(items, c))
    reference = "PAST_REF" if sign < 0 else "FUTURE_REF"
    mod = length_mod(items, c)
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


def _compound_offset(parts: list[tuple[str, float | None]], sign: int, mod: Mod | None) -> Raw | None:
    """`بعد سنتين وثلاثة أشهر`: in the finer unit."""
    for units, unit in ((_MONTHS, "month"), (_DAYS, "day")):
        if all(name in units and amount is not None for name, amount in parts):
            return Shift(
                unit, round(sign * sum(units[name] * (amount or 0) for name, amount in parts)), mod=mod
            )
    return Fixed(TimexType.DATE, "PAST_REF" if sign < 0 else "FUTURE_REF", mod)


def _closes(items: Items, c: Candidate) -> bool:
    """قبل يوم, بعد دقيقة: counted where the line ends or pauses behind it; else بعد يوم طويل, قبل يوم الجمعة."""
    return items.value(c.start + 1, "UNIT") in ("day", "minute") and (
        c.end >= len(items.codes) or items.has(c.end, "COMMA", "DOT")
    )


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
        and not _closes(items, c)
    ):
        return None
    if (
        "unit" in c.slots
        and items.value(c.start + 1, "UNIT") == "decade"
        and items.word(c.end).startswith("ال")
    ):
        return None  # قبل عقد المؤتمر: before the holding of
    raw = offset(items, c, -1, c.start + 1)
    return None if raw is None else whole_span(c, raw)


@production("agospoken")
def agospoken(items: Items, c: Candidate) -> list[Span] | None:
    """`سافر من أسبوعين`, as people say it: ago, where a short line ends with it; elsewhere من is "of" or "for"."""
    if c.end < len(items.codes) or len(items.codes) > BRIEF:
        return None
    raw = offset(items, c, -1, c.start + 1)
    return None if raw is None else whole_span(c, raw)


@production("agothat")
def agothat(items: Items, c: Candidate) -> list[Span] | None:
    """`قبل ذلك بنحو 120 عاما`: from what was spoken of last."""
    raw = offset(items, c, -1, c.start + 2)
    if not isinstance(raw, Shift):
        return None
    mod = raw.mod
    for item in range(c.start + 2, c.end):
        if items.has(item, "APPROX"):
            from_word = items.value(item, "APPROX")
            mod = Mod(from_word) if from_word else mod
    return whole_span(c, Shift(raw.unit, raw.amount, anaphoric=True, mod=mod))


@production("afterthat")
def afterthat(items: Items, c: Candidate) -> list[Span] | None:
    """`بعد ذلك بثلاثة أيام`."""
    raw = offset(items, c, 1, c.start + 2)
    return (
        whole_span(c, Shift(raw.unit, raw.amount, anaphoric=True, mod=raw.mod))
        if isinstance(raw, Shift)
        else None
    )


@production("after")
def after(items: Items, c: Candidate) -> list[Span] | None:
    """`بعد شهرين`; a bare unit after بعد is a noun (`بعد عام من` is read, `بعد عقد اجتماع` is not)."""
    if items.has(c.start + 1, "UNIT") and c.end - c.start == 2:
        unit = items.value(c.start + 1, "UNIT")
        counted = items.bare(c.end) in COUNTED_FROM
        if (
            unit not in ("year", "month", "week", "hour", "decade", "century")
            and not (unit == "day" and counted)
            and not _closes(items, c)
        ):
            return None
        if items.word(c.end).startswith("ال"):
            return None
        if unit == "decade" and items.bare(c.end) not in COUNTED_FROM:
            return None
        if items.has(c.end, "MONTH", "WMONTH", "N", "D", "HMONTH", "WHMONTH", "WDAY", "ORD"):
            return None
    if items.has(c.end, "PROCESS") or (items.bare(c.end) == "من" and items.has(c.end + 1, "PROCESS")):
        found = length_value(items, c, c.start + 1, c.end)  # بعد ست سنوات من العمل: how long, not when
        return (
            None
            if found is None
            else [(c.start + 1, c.end, Fixed(TimexType.DURATION, duration(*found), length_mod(items, c)))]
        )
    raw = offset(items, c, 1, c.start + 1)
    vague = isinstance(raw, Fixed) and items.bare(c.end) in COUNTED_FROM
    if vague and (
        found := length_value(items, c, c.start + 1, c.end)
    ):  # بعد ساعات من الهجوم: how long, not soon
        return [(c.start + 1, c.end, Fixed(TimexType.DURATION, duration(*found), length_mod(items, c)))]
    return None if raw is None else whole_span(c, raw)


@production("fromnow")
def fromnow(items: Items, c: Candidate) -> list[Span] | None:
    """`أسبوع من الآن`."""
    raw = offset(items, c, 1, c.start)
    return None if raw is None else whole_span(c, raw)


@production("agobig")
def agobig(items: Items, c: Candidate) -> list[Span] | None:
    """`قبل 65 مليون سنة`: a time that no calendar reaches."""
    return whole_span(c, Fixed(TimexType.DATE, "UNRESOLVED", length_mod(items, c)))


@production("since")
def since(items: Items, c: Candidate) -> list[Span] | None:
    """`منذ ثلاثة أيام`: a length where a state lasts, a point (منذ inside) where one thing happened then.

    A vague number of days is always "days ago"; else the tagger, which sees the clause, decides: here the length.
    """
    found = length_value(items, c, c.start + 1, c.end)
    if found is None:
        return None
    unit, amount = found
    if unit == "quarter" or (unit == "decade" and amount == "1" and items.word(c.end).startswith("ال")):
        return None
    if c.end - c.start == 2 and items.has(
        c.end, "MONTH", "WMONTH", "N", "D", "HMONTH", "WHMONTH", "WDAY", "ORD", "FEAST"
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
        return whole_span(c, Fixed(TimexType.DATE, "PAST_REF"))
    raw = offset(items, c, -1, c.start + 1)
    if isinstance(raw, Shift):
        return whole_span(
            c, Since(raw, Fixed(TimexType.DURATION, duration(unit, amount), length_mod(items, c)), 1)
        )
    return [(c.start + 1, c.end, Fixed(TimexType.DURATION, duration(unit, amount), length_mod(items, c)))]
