"""JSON lines: a record a line; one bad line costs that line. An array of records, or records over several lines, too."""

import json
import re
from collections.abc import Iterator
from itertools import chain

from hawliyat.tasks.ingest.fields import NO_TEXT, record_article
from hawliyat.tasks.ingest.lines import Line, lines
from hawliyat.tasks.ingest.model import Article, IngestError, Item, Passed, Rejected, Source
from hawliyat.tasks.ingest.packed import pieces
from hawliyat.tasks.schema import Reason

_BLANK = " \t\r\ufeff"
_SPREAD = re.compile(r"\[\s*(?:\{.*)?|\{")  # a first line of what is an array, or no record a line
_BETWEEN = re.compile(r"[\s,\[\]\ufeff]*")
_MAY_END = ("}", "},", "]", "],")
_DECODER = json.JSONDecoder()


def read_jsonl(source: Source) -> Iterator[Article | Rejected]:
    """Records in the order of their lines, numbered by them (in an array, by their place in it); blank lines are none."""
    rows = (
        line for line in lines(pieces(source), source.limits) if line.text is None or line.text.strip(_BLANK)
    )
    first = next(rows, None)
    if first is None:
        raise IngestError(Reason.EMPTY, "no records")
    spread = first.text is not None and _SPREAD.fullmatch(first.text.strip(_BLANK)) is not None
    yield from (_spread if spread else _line_by_line)(chain([first], rows), source)


def read_json(source: Source) -> Iterator[Item]:
    """As `read_jsonl`; one object without `text` is no article and passed over: settings, or what a crawler notes of a page."""
    items = read_jsonl(source)
    first, second = next(items), next(items, None)
    if second is None and isinstance(first, Rejected) and first.detail == NO_TEXT:
        yield Passed(".json files without a text")
        return
    yield first
    if second is not None:
        yield second
    yield from items


def _line_by_line(rows: Iterator[Line], source: Source) -> Iterator[Article | Rejected]:
    for line in rows:
        if line.text is None:
            yield Rejected(source.uri, line.number, line.reason or Reason.UNDECODABLE, line.detail)
            continue
        try:
            yield record_article(parse_object(_without_comma(line.text)), source.uri, line.number)
        except IngestError as error:
            reason = Reason.UNDECODABLE if line.detail else error.reason
            yield Rejected(source.uri, line.number, reason, line.detail or error.detail)


def _without_comma(text: str) -> str:
    """A line of an array whose brackets were cut off, without the comma at its end."""
    stripped = text.rstrip(_BLANK)
    return stripped[:-1] if stripped.endswith("},") else text


def _spread(rows: Iterator[Line], source: Source) -> Iterator[Article | Rejected]:
    """Values one after the other, whatever stands between them. Behind one that does not end nothing can be told apart."""
    number = size = 0
    held: list[str] = []
    for line in rows:
        if line.text is None:
            yield Rejected(source.uri, number + 1, line.reason or Reason.UNDECODABLE, line.detail)
            return
        held.append(line.text)
        size += len(line.text)
        if not line.text.rstrip(_BLANK).endswith(_MAY_END) and size <= source.limits.record:
            continue
        text = "\n".join(held)
        at = _between(text, 0)
        while at < len(text):
            try:
                value, end = _DECODER.raw_decode(text, at)
            except (ValueError, RecursionError):
                break
            number += 1
            try:
                yield record_article(_as_object(value), source.uri, number)
            except IngestError as error:
                yield Rejected(source.uri, number, error.reason, error.detail)
            at = _between(text, end)
        held, size = ([text[at:]], len(text) - at) if at < len(text) else ([], 0)
        if size > source.limits.record:
            detail = (
                f"a record of more than {source.limits.record} bytes, or JSON that is broken from here on"
            )
            yield Rejected(source.uri, number + 1, Reason.TOO_LARGE, detail)
            return
    if "".join(held).strip(_BLANK + ",[]"):
        yield Rejected(source.uri, number + 1, Reason.MALFORMED_RECORD, "JSON that is broken from here on")
    elif number == 0:
        raise IngestError(Reason.EMPTY, "no records")


def _between(text: str, at: int) -> int:
    found = _BETWEEN.match(text, at)
    return at if found is None else found.end()


def parse_object(text: str) -> dict[str, object]:
    """A JSON object; malformed_record where the text is none."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise IngestError(
            Reason.MALFORMED_RECORD, f"no JSON: {error.msg} at character {error.pos}"
        ) from error
    except RecursionError as error:
        raise IngestError(Reason.MALFORMED_RECORD, "JSON nested too deeply") from error
    except ValueError as error:  # a whole number of more digits than Python converts
        raise IngestError(Reason.MALFORMED_RECORD, "a number of too many digits") from error
    return _as_object(value)


def _as_object(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise IngestError(Reason.MALFORMED_RECORD, f"a JSON {type(value).__name__}, not an object")
    return value
