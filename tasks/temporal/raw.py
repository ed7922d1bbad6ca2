"""What a rule says of an expression before any context is known: the underspecified values.

Each is a plain value; `resolve` turns it into a TIMEX3 value and an interval with an explicit context.
Units: day, week, month, quarter, season, half, year, decade, century, hour, minute, second, night.
"""

from hawliyat.tasks.schema import Mod, TimexType
from hawliyat.tasks.values import value


@value
class Fixed:
    """A value that no context changes: durations, sets, PRESENT_REF and its kin."""

    type: TimexType
    value: str
    mod: Mod | None = None


@value
class Shift:
    """`amount` units from an origin: the document's date, or (anaphoric) the expression last spoken of.

    `amount` 0 is the unit in which the origin lies. `part` is a part of the day, `weekday` an apposition to check.
    """

    unit: str
    amount: int
    anaphoric: bool = False
    part: str | None = None
    clock: str | None = None
    weekday: int | None = None
    mod: Mod | None = None
    running: bool = False  # of the day that the sentence is speaking of
    half: bool = False  # of a clock: the words say which half of the day


@value
class Point:
    """A calendar point by its parts; what is missing the context gives, in the direction that words or tense ask for."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hijri: bool = False
    bc: bool = False
    two_digit_year: bool = False
    second_year: int | None = None  # a split year: 2013-2014
    part: str | None = None
    clock: str | None = None
    direction: int | None = (
        None  # -1 past, 0 current, 1 future as said by an adjective; None: the clause decides
    )
    base: Shift | None = None  # the year or month that the words name: العام الماضي
    last_of_month: bool = False
    mod: Mod | None = None
    written_year: str | None = None
    ordinal: bool = (
        False  # `الاثنين الثالث من يناير`: the third day, or the third Monday where that day is none
    )
    known_after: int | None = None  # a year that is common knowledge, for documents of that year or later


@value
class Part:
    """A quarter, half, season, week or weekend of a year (or of a relative one)."""

    kind: str
    index: str
    year: int | None = None
    base: Shift | None = None
    fiscal: bool = False
    direction: int | None = None
    mod: Mod | None = None


@value
class Era:
    """A decade (`number` 90 and, where said, its century) or a century (`number` 20 is the twentieth)."""

    unit: str
    number: int
    century: int | None = None
    base: Shift | None = None
    bc: bool = False
    mod: Mod | None = None


@value
class Feast:
    """A feast: `code` is a calendar and a rule of it.

    g, h: month-day of the Gregorian, of the Hijri year; e, o: days from Western, from Orthodox Easter;
    n: month-n-weekday of the Gregorian year, with days to add.
    """

    code: str
    year: int | None = None
    hijri_year: bool = False
    base: Shift | None = None
    direction: int | None = None
    offset: int = 0  # days from the feast
    part: str | None = None


@value
class Since:
    """منذ with a length: a point where one thing happened then, a length where a state lasts. The clause decides.

    As a length the span leaves out its first `skip` items (منذ itself).
    """

    point: Shift
    length: Fixed
    skip: int


@value
class Nth:
    """The n-th (or last, -1) weekday of a month (or year), or its n-th week."""

    n: int
    weekday: int
    point: Point
    week: bool = False  # the week of that day: the n-th Thursday tells the n-th week
    or_day: bool = False  # `الثلاثاء الثاني من الشهر`: the second day of it where that is a Tuesday


@value
class Moved:
    """So many units off a point: غداة (a day on), `قبل العيد بيومين` (two days back)."""

    inner: Point | Shift | Feast
    by: Shift


Raw = Moved | Fixed | Shift | Point | Part | Era | Feast | Nth | Since
