"""Calendar arithmetic: intervals of TIMEX3 values, Umm al-Qura conversion, shifts by unit, Easter.

Hijri conversion is by the library hijridate (Umm al-Qura tables, 1343 to 1500 AH).
"""

import calendar as gregorian
from datetime import date, timedelta
from functools import lru_cache

from hijridate import Gregorian, Hijri

SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
HIJRI_YEARS = range(1343, 1501)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, gregorian.monthrange(year, month)[1])


def add_months(year: int, month: int, amount: int) -> tuple[int, int]:
    """The month `amount` months after (year, month)."""
    index = year * 12 + month - 1 + amount
    return index // 12, index % 12 + 1


def months_from(year: int, month: int, count: int) -> tuple[date, date] | None:
    """First and last day of `count` months from (year, month); None outside the calendar."""
    last_year, last_month = add_months(year, month, count - 1)
    if not (1 <= year <= 9999 and 1 <= last_year <= 9999):
        return None
    return date(year, month, 1), month_end(last_year, last_month)


def week_value(day: date) -> str:
    """The ISO week of a day: `2025-W26`."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


@lru_cache(maxsize=4096)
def hijri_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri one, None where the calendar has no such day."""
    if year not in HIJRI_YEARS or not 1 <= month <= 12:
        return None
    if not 1 <= day <= Hijri(year, month, 1).month_length():
        return None
    found = Hijri(year, month, day).to_gregorian()
    return date(found.year, found.month, found.day)


@lru_cache(maxsize=4096)
def hijri_month(year: int, month: int) -> tuple[date, date] | None:
    """First and last Gregorian day of a Hijri month."""
    first = hijri_day(year, month, 1)
    if first is None:
        return None
    return first, first + timedelta(Hijri(year, month, 1).month_length() - 1)


@lru_cache(maxsize=512)
def hijri_year(year: int) -> tuple[date, date] | None:
    """First and last Gregorian day of a Hijri year."""
    first, last = hijri_month(year, 1), hijri_month(year, 12)
    return (first[0], last[1]) if first and last else None


def to_hijri(day: date) -> tuple[int, int, int] | None:
    """The Hijri (year, month, day) of a Gregorian day, None outside the tables."""
    try:
        found = Gregorian(day.year, day.month, day.day).to_hijri()
    except OverflowError:
        return None
    return found.year, found.month, found.day


def easter(year: int) -> date:
    """Western Easter by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7  # noqa: E741 (the letter of the published algorithm)
    m = (a + 11 * h + 19 * l) // 433
    month, day = divmod(h + l - 7 * m + 90, 25)
    day = (h + l - 7 * m + 33 * month + 19) % 32
    return date(year, month, day)


def orthodox_easter(year: int) -> date:
    """Orthodox Easter, by the Julian computus (Meeus, Astronomical Algorithms, ch. 8), as a Gregorian day."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    ahead = year // 100 - year // 400 - 2  # days that the Julian calendar lags behind
    return date(year, month, day + 1) + timedelta(ahead)


def nth_weekday(year: int, month: int, n: int, weekday: int) -> date:
    """The n-th weekday (ISO) of a month; n is 1 to 4."""
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (n - 1))


def valid_day(year: int, month: int, day: int) -> bool:
    """Whether the Gregorian calendar has this day."""
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= gregorian.monthrange(year, month)[1]
