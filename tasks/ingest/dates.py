"""Dates as records, pages, addresses and file names write them. Never the clock."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from hawliyat.tasks.ingest.model import FoundDate
from hawliyat.tasks.schema import DateOrigin

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_IN_PATH = re.compile(
    r"(?<![\d])((?:19|20)\d{2})([/_.-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)"
    r"|(?<![\d])((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=\D|\Z)"
    r"|(?<![\d])(0?[1-9]|[12]\d|3[01])([_.-])(0?[1-9]|1[0-2])\9((?:19|20)\d{2})(?!\d)"
)


def parse_iso(value: str, origin: DateOrigin) -> FoundDate | None:
    """An ISO 8601 date or timestamp; the date is the one written, in its own zone. None where it is neither."""
    text = value.strip()
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


def date_in_path(path: str, origin: DateOrigin) -> FoundDate | None:
    """The first plausible calendar day in an address or a file name (2025/07/01, 2025-07-01, 20250701, 01-07-2025)."""
    for match in _IN_PATH.finditer(path):
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
