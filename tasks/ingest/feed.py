"""RSS and Atom by feedparser: an entry is a record; its text is the title and the fullest content that it carries."""

import io
import re
from collections.abc import Iterator

import feedparser  # type: ignore[import-untyped]

from hawliyat.tasks.ingest.dates import parse_written
from hawliyat.tasks.ingest.decode import decode, is_storable
from hawliyat.tasks.ingest.model import Article, FoundDate, IngestError, Rejected, Source
from hawliyat.tasks.ingest.packed import whole
from hawliyat.tasks.ingest.page_meta import declared_encoding
from hawliyat.tasks.ingest.page_text import fragment_text
from hawliyat.tasks.schema import DateOrigin, Reason

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE\b[^<>\[]*(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)

_END = re.compile(r"</(?:\w+:)?(?:rss|feed|rdf)\s*>\s*\Z", re.IGNORECASE)


def read_feed(source: Source) -> Iterator[Article | Rejected]:
    """Entries in their order, numbered from 1. A document that is no feed is rejected as a whole."""
    data = whole(source)
    markup = _DOCTYPE.sub("", _DECLARATION.sub("", decode(data, declared_encoding(data)), count=1), count=1)
    # Bytes in a stream: a string would be taken for an address or a file to open.
    stream = io.BytesIO(b'<?xml version="1.0" encoding="utf-8"?>' + markup.encode("utf-8", "replace"))
    try:
        parsed = feedparser.parse(
            stream,
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception as error:  # the parser's own errors on broken markup have no common class
        raise IngestError(Reason.MALFORMED_RECORD, f"no readable feed: {type(error).__name__}") from error
    if not parsed.entries:
        if not markup.strip():
            raise IngestError(Reason.EMPTY, "the file is empty")
        if parsed.bozo:
            raise IngestError(Reason.MALFORMED_RECORD, "no well-formed XML and no entries")
        if not parsed.version:
            raise IngestError(Reason.UNSUPPORTED_FORMAT, "XML, but neither RSS nor Atom")
        raise IngestError(Reason.EMPTY, "a feed without entries")
    outlet = _storable(parsed.feed.get("title"))
    cut = parsed.bozo and _END.search(markup) is None
    for number, entry in enumerate(parsed.entries, 1):
        if cut and number == len(parsed.entries):
            yield Rejected(source.uri, number, Reason.MALFORMED_RECORD, "the feed ends inside this entry")
        else:
            yield _article(entry, source.uri, number, outlet)


def _article(
    entry: feedparser.FeedParserDict, uri: str, number: int, outlet: str | None
) -> Article | Rejected:
    title = fragment_text(str(entry.get("title") or "")).strip()
    contents = [str(each.get("value") or "") for each in entry.get("content") or ()]
    contents.append(str(entry.get("summary") or ""))
    body = fragment_text(max(contents, key=len)).strip()
    text = body if not title or body.split("\n", 1)[0].strip() == title else f"{title}\n{body}".strip()
    if not is_storable(text):
        return Rejected(uri, number, Reason.UNDECODABLE, "half a surrogate pair")
    published = _date(entry)
    return Article(
        uri,
        number,
        text,
        given_id=_storable(entry.get("id")),
        title=_storable(title),
        source_name=_storable((entry.get("source") or {}).get("title")) or outlet,
        url=_address(entry.get("link")),
        dates=(published,) if published else (),
    )


def _date(entry: feedparser.FeedParserDict) -> FoundDate | None:
    for name in ("published", "created", "updated"):
        # Asked for `updated` where there is none, the parser warns and gives `published` once more.
        value = entry.get(name) if name in entry else None
        found = parse_written(value, DateOrigin.RECORD) if isinstance(value, str) else None
        if found is not None:
            return found
    return None


def _address(value: object) -> str | None:
    """The link; where an entry has none, the parser offers its id."""
    text = _storable(value)
    return text if text and text.startswith(("http://", "https://")) else None


def _storable(value: object) -> str | None:
    return value.strip() if isinstance(value, str) and value.strip() and is_storable(value) else None
