"""Tables: CSV record by record, so that one broken row costs that row; Parquet in batches by Polars."""

import csv
import io
import re
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain

import polars as pl

from hawliyat.tasks.ingest.fields import OPTIONAL, record_article
from hawliyat.tasks.ingest.lines import Line, lines
from hawliyat.tasks.ingest.model import Article, IngestError, Rejected, Source
from hawliyat.tasks.ingest.packed import pieces, whole
from hawliyat.tasks.schema import Reason

_JOINED = (
    2000  # lines that a quoted field may span; a stray quote costs its own line, not the rest of the file
)
_BATCH = 1000
_DELIMITERS = ",;\t|"
_SEPARATOR = re.compile(r"\s*sep=.\s*", re.IGNORECASE)
csv.field_size_limit(1 << 30)


def read_csv(source: Source) -> Iterator[Article | Rejected]:
    """Rows in order, numbered from 1 below the header. The delimiter is the header's: comma, semicolon, tab or bar.

    A line `sep=;` before the header, as spreadsheets write it, is none of the table.
    """
    rows = _records(_split_returns(lines(pieces(source), source.limits)), source.limits.record)
    header: list[str] | None = None
    number = 0
    delimiter = ","
    for row in rows:
        if header is None:
            if isinstance(row, Line):
                raise IngestError(row.reason or Reason.UNDECODABLE, f"its header: {row.detail}")
            if _SEPARATOR.fullmatch(row):
                continue
            delimiter = max(_DELIMITERS, key=row.count)
            header = [name.strip().lower() for name in _cells(row, delimiter)]
            if "text" not in header:
                raise IngestError(Reason.MALFORMED_RECORD, "no column `text`")
            continue
        number += 1
        if isinstance(row, Line):
            yield Rejected(source.uri, number, row.reason or Reason.UNDECODABLE, row.detail)
            continue
        try:
            cells = _cells(row, delimiter)
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
            yield Rejected(source.uri, number, error.reason, error.detail)
    if header is None:
        raise IngestError(Reason.EMPTY, "no header")
    if number == 0:
        raise IngestError(Reason.EMPTY, "no rows")


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
            yield line if line.text is None else Line(number, part)


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


def _records(source: Iterator[Line], limit: int) -> Iterator[str | Line]:
    """Lines joined where a quotation runs over their ends. One that never closes gives up its first line and goes on."""
    waiting: deque[Line] = deque()
    while True:
        line = waiting.popleft() if waiting else next(source, None)
        if line is None:
            return
        if line.text is None:
            yield line
            continue
        if line.text.count('"') % 2 == 0:
            if line.text.strip():
                yield line.text
            continue
        taken: list[Line] = []
        closed = False
        size = len(line.text)
        while len(taken) < _JOINED and size <= limit:
            more = waiting.popleft() if waiting else next(source, None)
            if more is None:
                break
            taken.append(more)
            if more.text is None:
                break
            size += len(more.text)
            if more.text.count('"') % 2:
                closed = True
                break
        if closed and not _starts_afresh(taken):
            yield "\n".join([line.text, *(each.text or "" for each in taken)])
        else:
            yield Line(line.number, None, Reason.MALFORMED_RECORD, "a quotation mark that nothing closes")
            waiting.extendleft(reversed(taken))


def _starts_afresh(taken: list[Line]) -> bool:
    """Whether the line that seems to close a quotation itself opens one that it does not close: then the first was stray."""
    last = taken[-1].text or ""
    opens = last.startswith('"') and not last.startswith(('",', '";', '"\t'))
    return last.count('"') == 1 and (opens or ',"' in last) and not last.endswith('"')


def read_parquet(source: Source) -> Iterator[Article | Rejected]:
    """Rows in order, numbered from 1."""
    target = io.BytesIO(whole(source)) if source.compression else source.path
    try:
        frame = pl.scan_parquet(target, glob=False, hive_partitioning=False)
        schema = frame.collect_schema()
        if "text" not in schema:
            raise IngestError(Reason.MALFORMED_RECORD, "no column `text`")
        columns = [name for name in ("text", *OPTIONAL) if name in schema]
        number = 0
        for batch in frame.select(columns).collect_batches(chunk_size=_BATCH, maintain_order=True):
            for values in batch.iter_rows():
                number += 1
                try:
                    yield record_article(dict(zip(columns, values, strict=True)), source.uri, number)
                except IngestError as error:
                    yield Rejected(source.uri, number, error.reason, error.detail)
        if number == 0:
            raise IngestError(Reason.EMPTY, "no rows")
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as error:
        raise IngestError(Reason.UNREADABLE, f"no readable Parquet: {str(error)[:120]}") from error
