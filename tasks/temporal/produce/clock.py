"""Times of day by the clock."""

from dataclasses import replace

from hawliyat.tasks.temporal.contexts import context
from hawliyat.tasks.temporal.match import Candidate, Items
from hawliyat.tasks.temporal.produce.dates import clock_of, date_point
from hawliyat.tasks.temporal.produce.guards import after_name, alone, ranks
from hawliyat.tasks.temporal.produce.registry import Span, production
from hawliyat.tasks.temporal.produce.slots import length_mod, value_of, whole_span
from hawliyat.tasks.temporal.raw import Point, Shift

AFTER_CLOCK = context("after_clock")
BEFORE_CLOCK = context("before_clock")
BEFORE_ORDINAL_HOUR = context("before_ordinal_hour")
AT_THE_HOUR = context("at_the_hour")
DAY_WORDS = ("POD", "PODADV", "TODAY", "DAYREF", "NIGHTREF", "WDAY")
SAID_OF_CLOCK = context("said_of_clock")
SHORT = 5  # items of a request that ends with its hour
BRIEF = 4  # items of a line that says little else (سأعود في السابعة)
OPENS_HOURS = frozenset({"من", "بين"})


@production("clock")
def clock(items: Items, c: Candidate) -> list[Span] | None:
    """A clock time without its day: the running day is the context's."""
    found = clock_of(items, c)
    if found is None or (items.glued(c.start) and items.has(c.start - 1, "DASH", "SLASH", "COLON")):
        return None  # 2-1 مساء: a score
    if items.has(c.start, "ORD") and after_name(items, c):
        return None  # برنامج العاشرة مساء
    if items.has(c.start, "ORD") and ranks(items, c):
        return None  # الوزير الأول صباح أمس: the ordinal is the minister's
    half = any(slot in c.slots for slot in ("ampm", "pod", "night")) or found >= "13"
    return whole_span(c, Shift("day", 0, clock=found, running=True, half=half, mod=length_mod(items, c)))


@production("sameclock")
def sameclock(items: Items, c: Candidate) -> list[Span] | None:
    """الخامسة من عصر اليوم نفسه: an hour of the day spoken of last."""
    found = clock_of(items, c)
    return whole_span(c, Shift("day", 0, anaphoric=True, clock=found)) if found is not None else None


@production("clockord")
def clockord(items: Items, c: Candidate) -> list[Span] | None:
    """`عند الخامسة`: a feminine ordinal is an hour after عند and its kin, behind a day, or in a short line.

    Elsewhere it is a rank or an age.
    """
    item = c.slots["hour"][0]
    hour = items.value(item, "ORD")
    if hour is None or not items.words[items.first[item]].endswith("ه") or int(hour) > 12:
        return None
    before = items.bare(c.start - 1)
    dated = items.has(c.start - (1 if "pre" in c.slots else 2), *DAY_WORDS) and (
        "pre" in c.slots or before == "في"
    )
    brief = before == "في" and c.end >= len(items.codes) <= BRIEF
    if before not in AT_THE_HOUR and not dated and not brief:
        return None
    if items.word(c.end).startswith("ال") or (
        items.bare(c.end) == "من" and not items.has(c.end + 1, "POD", "PODADV")
    ):
        return None  # عند الثالثة من العمر
    return clock(items, c)


@production("clocksaid")
def clocksaid(items: Items, c: Candidate) -> list[Span] | None:
    """`خمسة ونص` said alone, or after على at the end of a short line: an hour; elsewhere a number."""
    said = items.bare(c.start - 1) in SAID_OF_CLOCK and c.end == len(items.codes) <= SHORT
    return clock(items, c) if said or alone(items, c) else None


@production("clockrange")
def clockrange(items: Items, c: Candidate) -> list[Span] | None:
    """`من 3 إلى 5 مساء`, `بين التاسعة والعاشرة صباحا`, `9:30 - 11:00`: two times of one day and, as a rule, of one half of it.

    Two bare numbers are hours only where الساعة or a part of the day says so.
    """
    first, second = c.slots["hour1"][0], c.slots["hour"][0]
    reading = items.readings[second]
    attached = reading is not None and (reading.prep or reading.conj)
    opened = items.word(c.start) in OPENS_HOURS
    if "to" not in c.slots and not attached:
        return None
    between = items.word(c.start) == "بين"
    by_and = bool(reading and reading.conj) or ("to" in c.slots and items.word(c.slots["to"][0]) == "و")
    if by_and != between:
        return None  # الساعة خمسة وعشرة: minutes
    hours = any(slot in c.slots for slot in ("word1", "word2", "ampm"))
    figures = "minute1" in c.slots and "minute" in c.slots
    ordinals = items.has(first, "ORD") and items.has(second, "ORD")
    said_alone = alone(items, Candidate(c.order, c.start, c.end, {}))
    if not (hours and (opened or "word1" in c.slots or said_alone)) and not (
        (figures or ordinals) and said_alone
    ):
        return None
    if items.glued(c.start) or (items.glued(first + 1) and not figures and not said_alone):
        return None
    begin = {"hour": c.slots["hour1"]} | ({"minute": c.slots["minute1"]} if "minute1" in c.slots else {})
    end_of_first = c.slots["minute1"][1] if "minute1" in c.slots else c.slots["hour1"][1]
    while end_of_first < second and (
        items.has(end_of_first, "FRAC", "N") or items.word(end_of_first) == "الا"
    ):
        end_of_first += 1
    low = clock_of(items, Candidate(c.order, first, end_of_first, begin))
    high = clock_of(items, c)
    if low is None or high is None:
        return None
    half = value_of(items, c, "ampm", "PODADV", "POD", "AMPM")
    low = _same_half(low, high, half)
    day = date_point(items, c) if any(slot in c.slots for slot in ("wday", "today", "day")) else None
    start = c.slots["word1"][0] if "word1" in c.slots else first
    start_of_second = c.slots["word2"][0] if "word2" in c.slots else second
    running = Shift("day", 0, running=True, half="ampm" in c.slots)
    raws = [replace(day or running, clock=clock, part=None) for clock in (low, high)]
    return [(start, end_of_first, raws[0]), (start_of_second, c.end, raws[1])]


def _same_half(low: str, high: str, half: str | None) -> str:
    """The first of two times in the afternoon too where the second is and comes later: من 3 إلى 5 مساء, not من 10 إلى 2 ظهرا."""
    hour = int(low[:2])
    later = f"{hour + 12:02d}{low[2:]}"
    if hour >= 12 or half in (None, "MO"):
        return low
    if half == "NI" and high < low:
        return later if hour >= 6 else low
    return later if later < high else low


@production("clockbare")
def clockbare(items: Items, c: Candidate) -> list[Span] | None:
    """`14:30` only beside a word of time or a time zone: alone it may be a score or a verse."""
    before = items.bare(c.start - 1)
    after = items.bare(c.end)
    dated = "ampm" in c.slots or alone(items, c) or after in AFTER_CLOCK
    if not dated and before not in BEFORE_CLOCK and not _scheduled(items, c):
        return None
    if items.has(c.start, "ORD") and not dated and before not in BEFORE_ORDINAL_HOUR:
        return None
    return clock(items, c)


def _scheduled(items: Items, c: Candidate) -> bool:
    """`07:00 نشرة الأخبار، 16:30 فيلم`, `(20:30) الهلال والاتحاد`: four figures that open a line or an entry, or in brackets."""
    if "minute" not in c.slots or any(len(items.word(i)) != 2 for i in (c.start, c.slots["minute"][0])):
        return False
    if items.has(c.start - 1, "LPAR"):
        return items.has(c.end, "RPAR")
    if c.end < len(items.codes) and items.glued(c.end):
        return False
    entry = items.has(c.start - 1, "COMMA", "DASH") and any(items.has(i, "COLON") for i in range(c.start))
    return c.start == 0 or items.has(c.start - 1, "COLON") or entry


@production("midnight")
def midnight(items: Items, c: Candidate) -> list[Span] | None:
    """منتصف الليل، منتصف النهار: 24:00 of its day is the 00:00 that follows; alone it is the running night."""
    value = value_of(items, c, "mid", "MIDNIGHT", "MIDDAY")
    if c.end - c.start > 1:
        raw = date_point(items, c)
        if isinstance(raw, Shift):
            return whole_span(
                c, Shift("day", raw.amount, part="NI" if value == "00:00" else "MI", weekday=raw.weekday)
            )
        if isinstance(raw, Point):
            part = "NI" if value == "00:00" else "MI"
            return whole_span(
                c,
                Point(
                    raw.year,
                    raw.month,
                    raw.day,
                    raw.weekday,
                    part=part,
                    direction=raw.direction,
                    base=raw.base,
                ),
            )
    if (
        alone(items, c) and items.bare(c.start - 1) != "بعد"
    ):  # said as a time of the clock: the midnight that ends the day
        return whole_span(c, Shift("day", 0, clock="24:00" if value == "00:00" else value, running=True))
    return whole_span(c, Shift("day", 0, part="NI" if value == "00:00" else "MI", running=True))
