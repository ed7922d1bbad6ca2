"""Numbered lines of a stream in bounded memory; a line that is too long or undecodable is named and passed over."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass

from hawliyat.tasks.ingest.decode import LOST, clean_ends, decode_bytes, guess_encoding, join_halves
from hawliyat.tasks.ingest.model import IngestError, Limits
from hawliyat.tasks.schema import Reason


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its line break, counted from 1. `text` is None where `reason` says why.

    A `detail` beside a text says which damage U+FFFD stands for in it.
    """

    number: int
    text: str | None
    reason: Reason | None = None
    detail: str = ""


def lines(parts: Iterator[bytes], limits: Limits) -> Iterator[Line]:
    """Lines ended by `\\n` or `\\r\\n` alone: U+2028 and its kin are legal inside JSON strings."""
    encoding: str | None = None
    held = b""
    number = 0
    skipping = False
    newline = b"\n"
    for part in parts:
        if encoding is None:
            encoding = _settle(part, number == 0 and not held)
            if encoding in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
                yield from _wide_lines(part, parts, encoding, limits)
                return
        rows = part.split(newline)
        rows[0] = held + rows[0]
        held = rows.pop()
        for row in rows:
            number += 1
            if skipping:
                skipping = False
                yield _too_long(number, limits)
            else:
                yield _decoded(number, row, encoding or "utf-8", limits)
        if skipping or len(held) > limits.record:
            skipping, held = True, b""
    if skipping:
        yield _too_long(number + 1, limits)
    elif held:
        yield _decoded(number + 1, held, encoding or "utf-8", limits)


def _settle(part: bytes, first: bool) -> str | None:
    """The encoding once a part shows it; pure ASCII shows nothing yet."""
    if part.isascii() and not (first and b"\0" in part[:4096]):
        return None
    encoding = guess_encoding(part)
    if encoding in ("cp1256", "iso8859-6") and _is_stray(part):
        return "utf-8"
    return encoding


def _is_stray(part: bytes) -> bool:
    """Whether bytes that are no UTF-8 are damage of a few lines: the others are ASCII, or escape their Arabic."""
    if rb"\u06" in part:
        return True
    rows = part.split(b"\n")
    return len(rows) >= 10 and sum(not row.isascii() for row in rows) < 0.1 * len(rows)


def _too_long(number: int, limits: Limits) -> Line:
    return Line(number, None, Reason.TOO_LARGE, f"a line of more than {limits.record} bytes")


def _decoded(number: int, row: bytes, encoding: str, limits: Limits) -> Line:
    if len(row) > limits.record:
        return _too_long(number, limits)
    detail = ""
    try:
        text = row.decode(encoding)
    except UnicodeDecodeError as error:
        detail = f"not {encoding} at byte {error.start} of the line"
        try:
            text = decode_bytes(row, encoding)
        except UnicodeDecodeError:
            return Line(number, None, Reason.UNDECODABLE, detail)
    return Line(number, clean_ends(text).removesuffix("\r"), detail=detail)


def _wide_lines(first: bytes, parts: Iterator[bytes], encoding: str, limits: Limits) -> Iterator[Line]:
    """Lines of UTF-16 or UTF-32. Lone surrogates pass the decoder and then cost only their own line."""
    decoder = codecs.getincrementaldecoder(encoding)("surrogatepass")
    held = ""
    number = 0
    skipping = False
    part: bytes | None = first
    while part is not None:
        try:
            text = decoder.decode(part)
        except UnicodeDecodeError as error:
            yield Line(number + 1, None, Reason.UNDECODABLE, f"not {encoding}: {error.reason}")
            return
        rows = text.split("\n")
        rows[0] = held + rows[0]
        held = rows.pop()
        for row in rows:
            number += 1
            yield _too_long(number, limits) if skipping else _checked(number, row, encoding, limits)
            skipping = False
        if skipping or len(held) > limits.record:
            skipping, held = True, ""
        part = next(parts, None)
    try:
        held += decoder.decode(b"", final=True)
    except UnicodeDecodeError:  # the last character is cut
        held += LOST
    if skipping:
        yield _too_long(number + 1, limits)
    elif held:
        yield _checked(number + 1, held, encoding, limits)


def _checked(number: int, row: str, encoding: str, limits: Limits) -> Line:
    if len(row) > limits.record:
        return _too_long(number, limits)
    try:
        text = join_halves(row)
    except IngestError as error:
        return Line(number, None, error.reason, error.detail)
    return Line(
        number, clean_ends(text).removesuffix("\r"), detail="" if text is row else "half a surrogate pair"
    )
