"""CSV record by record, so that one broken row costs that row."""

import csv
import io
import re
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain

from hawliyat.tasks.ingest.fields import record_article
from hawliyat.tasks.ingest.lines import Line, lines
from hawliyat.tasks.ingest.model import Article, IngestError, Rejected, Source
from hawliyat.tasks.ingest.packed import pieces
from hawliyat.tasks.schema import Reason

_LOOKED_AT = 2000  # lines after which an open quotation is a long cell, unless they are rows themselves
_LINE_OVERHEAD = 100  # bytes that a line which is held costs beside its letters
_DELIMITERS = ",;\t|"
_SEPARATOR = re.compile(r"\s*sep=.\s*", re.IGNORECASE)
csv.field_size_limit(1 << 30)


def read_csv(source: Source) -> Iterator[Article | Rejected]:
    """Rows in order, numbered from 1 below the header. The delimiter is the header's: comma, semicolon, tab or bar.

    A line `sep=;` before the header, as spreadsheets write it, is none of the table.
    """
    rows = _Rows(_split_returns(lines(pieces(source), source.limits)), source.limits.record)
    header = _header(rows)
    number = 0
    for row in rows.records(len(header)):
        number += 1
        if row.text is None:
            yield Rejected(source.uri, number, row.reason or Reason.UNDECODABLE, row.detail)
            continue
        try:
            cells = _cells(row.text, rows.delimiter)
            if len(cells) != len(header):
                raise IngestError(
                    Reason.MALFORMED_RECORD, f"{len(cells)} cells, the header has {len(header)}"
                )
            fields: dict[str, object] = {
                name: cell for name, cell in zip(header, cells, strict=True) if cell != ""
            }
            fields.setdefault("text", "")
            yield record_article(fields, source.uri, number)
        except IngestError as error:
            reason = Reason.UNDECODABLE if row.detail else error.reason
            yield Rejected(source.uri, number, reason, row.detail or error.detail)
    if number == 0:
        raise IngestError(Reason.EMPTY, "no rows")


def _header(rows: "_Rows") -> list[str]:
    """The names of the columns; settles the delimiter."""
    for row in rows.records(1):
        if row.text is None:
            raise IngestError(row.reason or Reason.UNDECODABLE, f"its header: {row.detail}")
        if _SEPARATOR.fullmatch(row.text):
            continue
        rows.delimiter = max(_DELIMITERS, key=row.text.count)
        header = [name.strip().lower() for name in _cells(row.text, rows.delimiter)]
        if "text" not in header:
            raise IngestError(Reason.MALFORMED_RECORD, f"no column `text` among {', '.join(header)[:120]}")
        return header
    raise IngestError(Reason.EMPTY, "no header")


def _split_returns(source: Iterator[Line]) -> Iterator[Line]:
    """Lines of a file whose header ends with a lone carriage return: all of its lines do."""
    first = next(source, None)
    if first is None:
        return
    if first.text is None or "\r" not in first.text:
        yield first
        yield from source
        return
    number = 0
    for line in chain([first], source):
        for part in (line.text or "").split("\r"):
            number += 1
            yield line if line.text is None else Line(number, part, detail=line.detail)


def _cells(row: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader(io.StringIO(row, newline=""), delimiter=delimiter, strict=True), [])
    except csv.Error as error:
        if '\\"' in row:  # quotation marks escaped by a backslash instead of doubled
            with suppress(csv.Error):
                return next(
                    csv.reader(
                        io.StringIO(row, newline=""),
                        delimiter=delimiter,
                        strict=True,
                        escapechar="\\",
                        doublequote=False,
                    ),
                    [],
                )
        raise IngestError(Reason.MALFORMED_RECORD, f"no CSV: {error}") from error


class _Rows:
    """Lines joined to records where a quotation runs over their ends; what a broken record held is rejected with it, once."""

    def __init__(self, source: Iterator[Line], limit: int) -> None:
        self.delimiter = ","
        self._source = source
        self._limit = limit
        self._waiting: deque[Line] = deque()

    def records(self, columns: int) -> Iterator[Line]:
        """Records from here on, of a table of so many columns; where `text` is None, `reason` says why."""
        while (line := self._next()) is not None:
            if line.text is None or not self._opens(line.text):
                if line.text is None or line.text.strip():
                    yield line
                continue
            taken, ended = self._rest(line.text, columns)
            if ended == "closed":
                yield Line(
                    line.number,
                    "\n".join([line.text, *(each.text or "" for each in taken)]),
                    detail=next((each.detail for each in (line, *taken) if each.detail), ""),
                )
            elif ended == "too long":
                self._skip()
                yield Line(line.number, None, Reason.TOO_LARGE, f"a record of more than {self._limit} bytes")
            else:
                yield Line(line.number, None, Reason.MALFORMED_RECORD, "a quotation mark that nothing closes")
                self._waiting.extendleft(reversed(self._after_broken(taken, columns)))

    def _next(self) -> Line | None:
        return self._waiting.popleft() if self._waiting else next(self._source, None)

    def _opens(self, text: str) -> bool:
        """Whether a line ends inside a quotation, which begins where a cell does; elsewhere `"` is a letter, as in 5"."""
        if text.count('"') % 2 == 0:
            return False
        at = re.escape(self.delimiter)
        rest = re.sub(rf'(?:\A|{at})\s*"(?:[^"]|"")*+"(?={at}|\Z)', self.delimiter, text)
        return re.search(rf'(?:\A|{at})\s*"', rest) is not None

    def _rest(self, first: str, columns: int) -> tuple[list[Line], str]:
        """The lines after one that opens a quotation, and whether that was `closed`, `stray` or the record `too long`."""
        taken: list[Line] = []
        size = len(first)
        while (line := self._next()) is not None:
            taken.append(line)
            if line.text is None:
                return taken, "stray"
            size += len(line.text) + _LINE_OVERHEAD
            if line.text.count('"') % 2:
                return taken, "stray" if _starts_afresh(taken) else "closed"
            if size > self._limit:
                return taken, "too long"
            if columns > 1 and len(taken) == _LOOKED_AT and self._are_rows(taken, columns):
                return taken, "stray"
        return taken, "stray"

    def _are_rows(self, taken: list[Line], columns: int) -> bool:
        return sum(self._is_row(each, columns) for each in taken) >= 0.9 * len(taken)

    def _is_row(self, line: Line, columns: int) -> bool:
        return line.text is None or line.text.count(self.delimiter) == columns - 1

    def _after_broken(self, taken: list[Line], columns: int) -> list[Line]:
        """The lines from the first one that can be a record: those before it are of the broken one."""
        for place, line in enumerate(taken):
            if self._is_row(line, columns) or (line.text is not None and self._opens(line.text)):
                return taken[place:]
        return []

    def _skip(self) -> None:
        """Pass over the rest of a quotation."""
        while (line := self._next()) is not None:
            if line.text is not None and line.text.count('"') % 2:
                return


def _starts_afresh(taken: list[Line]) -> bool:
    """Whether the line that seems to close a quotation itself opens one that it does not close: then the first was stray."""
    last = taken[-1].text or ""
    opens = last.startswith('"') and not last.startswith(('",', '";', '"\t'))
    return last.count('"') == 1 and (opens or ',"' in last) and not last.endswith('"')
