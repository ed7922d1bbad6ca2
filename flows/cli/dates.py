"""Dates as the commands read and show them."""

import calendar
import re
from datetime import date, timedelta

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_MONTHS = frozenset({"month", "quarter", "season", "half"})
_YEARS = frozenset({"year", "decade", "century"})


def first_day(text: str) -> date:
    """The first day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; ValueError for anything else."""
    year, month, day = _parts(text)
    return date(year, month or 1, day or 1)


def last_day(text: str) -> date:
    """The last day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; ValueError for anything else."""
    year, month, day = _parts(text)
    return date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])


def interval(first: date, last: date, grain: str | None) -> str:
    """An interval as short as its grain allows: `2024-04-12`, `2022-09`, `2022`, `2022-03..2022-05`, `2025-06-23..2025-06-29`.

    A Hijri month or year begins and ends inside Gregorian ones: it is shown by its days.
    """
    ends = (first.isoformat(), last.isoformat())
    next_day = last + timedelta(days=1) if last < date.max else last
    if grain in _YEARS and (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31):
        ends = (ends[0][:4], ends[1][:4])
    elif grain in _MONTHS and first.day == 1 and next_day.day == 1:
        ends = (ends[0][:7], ends[1][:7])
    return ends[0] if ends[0] == ends[1] else "..".join(ends)


def _parts(text: str) -> tuple[int, int | None, int | None]:
    found = _DATE.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no date: write YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = (int(part) if part else None for part in found.groups())
    date(year or 0, month or 1, day or 1)
    return year or 0, month, day
