"""The fields of a record or a sidecar, checked: text, id, title, published_at, source, url."""

from collections.abc import Mapping
from datetime import date, datetime

from hawliyat.tasks.ingest.dates import parse_iso
from hawliyat.tasks.ingest.decode import clean_ends, is_storable, join_halves, without_halves
from hawliyat.tasks.ingest.model import Article, FoundDate, IngestError
from hawliyat.tasks.schema import DateOrigin, Reason

NO_TEXT = "no `text`"
OPTIONAL = ("id", "title", "published_at", "source", "url")


def record_article(fields: Mapping[str, object], uri: str, number: int) -> Article:
    """An article of a record's fields; fields that the contract does not name are passed over.

    Raises IngestError malformed_record where `text` is missing or a field is not what it must be.
    """
    if "text" not in fields or fields["text"] is None:
        raise IngestError(Reason.MALFORMED_RECORD, NO_TEXT)
    text = _as_text(fields["text"])
    if not isinstance(text, str):
        raise IngestError(Reason.MALFORMED_RECORD, f"`text` is {type(text).__name__}, not a string")
    try:
        text = join_halves(text)
    except IngestError as error:
        raise IngestError(Reason.MALFORMED_RECORD, f"`text` has {error.detail}") from error
    published = _published(fields.get("published_at"))
    return Article(
        uri,
        number,
        clean_ends(text),
        given_id=_identity(fields.get("id")),
        title=_string(fields, "title"),
        source_name=_string(fields, "source"),
        url=_string(fields, "url"),
        dates=(published,) if published else (),
    )


def with_metadata(article: Article, fields: Mapping[str, object]) -> Article:
    """`article` with the optional fields of a record or a sidecar; a null or blank field is an absent one."""
    published = _published(fields.get("published_at"))
    return Article(
        article.source_uri,
        article.record,
        article.text,
        given_id=_identity(fields.get("id")),
        title=_string(fields, "title") or article.title,
        source_name=_string(fields, "source") or article.source_name,
        url=_string(fields, "url") or article.url,
        dates=((published,) if published else ()) + article.dates,
    )


def _as_text(value: object) -> object:
    """Bytes as the UTF-8 that tables without a type for strings hold; all else as it is."""
    if not isinstance(value, bytes):
        return value
    try:
        return value.decode()
    except UnicodeDecodeError as error:
        raise IngestError(Reason.UNDECODABLE, f"bytes that are not utf-8 at {error.start}") from error


def _string(fields: Mapping[str, object], name: str) -> str | None:
    value = _as_text(fields.get(name))
    if value is None:
        return None
    if isinstance(value, str) and name != "url":
        value = without_halves(value)  # a title cut in the middle of an emoji is a title
    if not isinstance(value, str) or not is_storable(value):
        raise IngestError(Reason.MALFORMED_RECORD, f"`{name}` is no string")
    return value if value.strip() else None


def _identity(value: object) -> str | None:
    value = _as_text(value)
    if isinstance(value, float) and (value != value or value.is_integer()):
        value = None if value != value else int(value)  # a column of whole numbers in which one was missing
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise IngestError(Reason.MALFORMED_RECORD, "`id` is neither a string nor a whole number")
    text = str(value)
    if not is_storable(text):
        raise IngestError(Reason.MALFORMED_RECORD, "`id` has half a surrogate pair")
    return text if text.strip() else None


def _published(value: object) -> FoundDate | None:
    value = _as_text(value)
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return FoundDate(value.date(), value.isoformat(), DateOrigin.RECORD)
    if isinstance(value, date):
        return FoundDate(value, None, DateOrigin.RECORD)
    if isinstance(value, str) and not value.strip():
        return None
    found = parse_iso(value, DateOrigin.RECORD) if isinstance(value, str) else None
    if found is None:
        raise IngestError(
            Reason.MALFORMED_RECORD, f"`published_at` is no ISO date or timestamp: {str(value)[:60]!r}"
        )
    return found
