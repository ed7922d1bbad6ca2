"""Dates as records, pages, addresses and file names write them. Never the clock."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache

from hawliyat.tasks.clean.dateline import date_in_words
from hawliyat.tasks.ingest.model import FoundDate
from hawliyat.tasks.schema import DateOrigin

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_UTC = re.compile(r"\s(?:UTC|GMT)\Z")  # as tables of data bases are written out: 2025-07-01 10:00:00 UTC
_FIGURES = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_ENGLISH = "jan feb mar apr may jun jul aug sep oct nov dec"
_ENGLISH_DATE = re.compile(
    r"\b(?P<m1>[a-z]{3,9})\.?\s(?P<d1>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<y1>\d{4})\b"
    r"|\b(?P<d2>\d{1,2})[\s-](?P<m2>[a-z]{3,9})\.?,?[\s-](?P<y2>\d{4})\b",
    re.IGNORECASE,
)
_IN_PATH = re.compile(
    r"(?<![\d])((?:19|20)\d{2})([/_.-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)"
    r"|(?<![\d])((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=\D|\Z)"
    r"|(?<![\d])(0?[1-9]|[12]\d|3[01])([_.-])(0?[1-9]|1[0-2])\9((?:19|20)\d{2})(?!\d)"
)


@lru_cache(maxsize=1 << 14)  # a corpus has few days and many articles
def parse_iso(value: str, origin: DateOrigin) -> FoundDate | None:
    """An ISO 8601 date or timestamp; the date is the one written, in its own zone. None where it is neither."""
    text = _UTC.sub("+00:00", value.strip())
    try:
        if _ISO_DATE.match(text):
            return FoundDate(date.fromisoformat(text), None, origin)
        stamp = datetime.fromisoformat(text)
    except ValueError:
        return None
    if len(text) <= 10 and ":" not in text:
        return FoundDate(stamp.date(), None, origin)
    return FoundDate(stamp.date(), stamp.isoformat(), origin)


def parse_rfc(value: str, origin: DateOrigin) -> FoundDate | None:
    """An RFC 2822 date as mail and RSS write it. None where it is none."""
    try:
        stamp = parsedate_to_datetime(value.strip())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return FoundDate(stamp.date(), stamp.isoformat(), origin)


def parse_written(value: str, origin: DateOrigin) -> FoundDate | None:
    """A date as pages and feeds write it where they keep to no standard; None where it is none.

    Figures in the order year-month-day or day-month-year, or a day with its month's name in Arabic or English.
    """
    text = value.strip()[:80]
    figures = (
        re.sub(r"\s*[/\\]\s*", "-", text.translate(_FIGURES))
        .replace(" ", "_")
        .replace(",", "_")
        .replace("،", "_")
    )
    return (
        parse_iso(text, origin)
        or parse_rfc(text, origin)
        or date_in_path(figures, origin)
        or _in_words(text.translate(_FIGURES), origin)
    )


def _in_words(text: str, origin: DateOrigin) -> FoundDate | None:
    day = date_in_words(text)
    if day is None and (found := _ENGLISH_DATE.search(text)) is not None:
        month = _ENGLISH.find((found["m1"] or found["m2"])[:3].lower())
        if month >= 0 and month % 4 == 0:
            day = (int(found["y1"] or found["y2"]), month // 4 + 1, int(found["d1"] or found["d2"]))
    try:
        return None if day is None else FoundDate(date(*day), None, origin)
    except ValueError:
        return None


def date_in_path(path: str, origin: DateOrigin) -> FoundDate | None:
    """The first plausible calendar day in an address or a file name (2025/07/01, 2025-07-01, 20250701, 01-07-2025)."""
    for match in _IN_PATH.finditer(path.translate(_FIGURES)):
        groups = match.groups()
        if groups[0]:
            year, month, day = groups[0], groups[2], groups[3]
        elif groups[4]:
            year, month, day = groups[4], groups[5], groups[6]
        else:
            year, month, day = groups[10], groups[9], groups[7]
        try:
            return FoundDate(date(int(year), int(month), int(day)), None, origin)
        except ValueError:
            continue
    return None
