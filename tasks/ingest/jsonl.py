"""JSON lines: a record a line; one bad line costs that line."""

import json
from collections.abc import Iterator

from hawliyat.tasks.ingest.fields import record_article
from hawliyat.tasks.ingest.lines import lines
from hawliyat.tasks.ingest.model import Article, IngestError, Rejected, Source
from hawliyat.tasks.ingest.packed import pieces
from hawliyat.tasks.schema import Reason


def read_jsonl(source: Source) -> Iterator[Article | Rejected]:
    """Records in the order of their lines, numbered by them; blank lines are no records."""
    empty = True
    for line in lines(pieces(source), source.limits):
        if line.text is None:
            empty = False
            yield Rejected(source.uri, line.number, line.reason or Reason.UNDECODABLE, line.detail)
        elif line.text.strip(" \t\r\ufeff"):
            empty = False
            try:
                yield record_article(parse_object(line.text), source.uri, line.number)
            except IngestError as error:
                yield Rejected(source.uri, line.number, error.reason, error.detail)
    if empty:
        raise IngestError(Reason.EMPTY, "no records")


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
    if not isinstance(value, dict):
        raise IngestError(Reason.MALFORMED_RECORD, f"a JSON {type(value).__name__}, not an object")
    return value
