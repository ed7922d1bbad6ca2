"""WARC archives by FastWARC: every page that a crawl brought back whole, read from a stream."""

import io
import re
import zlib
from collections.abc import Iterator

from fastwarc import ArchiveIterator, WarcRecord, WarcRecordType

from hawliyat.tasks.ingest.decode import decode
from hawliyat.tasks.ingest.model import Article, IngestError, Item, Passed, Rejected, Source
from hawliyat.tasks.ingest.packed import pieces
from hawliyat.tasks.ingest.page import PAGE, page_article
from hawliyat.tasks.ingest.page_meta import declared_encoding, looks_like_html
from hawliyat.tasks.schema import Reason

_PAGES = ("text/html", "application/xhtml+xml")
_UNSAID = (
    "",
    "unknown/unknown",
    "application/unknown",
    "*/*",
)  # by the MIME Sniffing standard, content decides
_TYPES = ("warcinfo", "request", "metadata", "revisit", "conversion", "continuation")
_MEDIA_TYPE = re.compile(r"[a-z]{1,20}/[a-z0-9.+_-]{1,60}")


class _Stream(io.RawIOBase):
    """The unpacked bytes of a file as FastWARC reads them."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        self._parts = parts
        self._held = b""
        self._position = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        return self._position

    def read(self, size: int = -1) -> bytes:
        while not self._held:
            part = next(self._parts, None)
            if part is None:
                return b""
            self._held = part
        taken = self._held if size < 0 else self._held[:size]
        self._held = self._held[len(taken) :]
        self._position += len(taken)
        return taken


def read_warc(source: Source) -> Iterator[Item]:
    """Pages in the archive's order, numbered by record; other records, media and failed answers are passed over by kind."""
    try:
        archive = ArchiveIterator(
            _Stream(pieces(source)), parse_http=True, stream_detect=False, auto_decode="transfer"
        )
        number = known = 0
        for record in archive:
            number += 1
            known += record.record_type not in (WarcRecordType.unknown, WarcRecordType.no_type)
            kind = _kind(record)
            if kind in (*_PAGES, *_UNSAID):
                yield from _page(record, source, number, sniffed=kind not in _PAGES)
            else:
                yield Passed(f"{kind} in archives")
        if number == 0:
            raise IngestError(Reason.EMPTY, "no WARC record")
        if known == 0:
            raise IngestError(Reason.UNREADABLE, "no WARC record of a known type")
    except (OSError, ValueError, RuntimeError) as error:
        if isinstance(error, IngestError):
            raise
        raise IngestError(Reason.UNREADABLE, f"the archive is damaged: {str(error)[:120]}") from error


def _kind(record: WarcRecord) -> str:
    """The media type of what an answer brought; what another record is."""
    if record.record_type not in (WarcRecordType.response, WarcRecordType.resource):
        named = (record.headers.get("WARC-Type") or "").strip().lower()
        return f"{named if named in _TYPES else 'unknown'} records"
    if record.is_http:
        status = record.http_headers.status_code if record.http_headers else None
        if status != 200:
            return f"answers with status {status}" if status else "answers without a status"
        said = record.http_content_type
    else:
        said = record.headers.get("Content-Type")
    kind = (said or "").split(";")[0].strip().lower()
    return kind if kind in _UNSAID or _MEDIA_TYPE.fullmatch(kind) else "other media"


def _is_chunked(record: WarcRecord) -> bool:
    """Whether the answer came in chunks, so that its length in the archive is not that of the page."""
    return bool(record.is_http and record.http_headers and record.http_headers.get("Transfer-Encoding"))


def _unpacked(data: bytes, record: WarcRecord) -> bytes:
    """The answer's content as the server's Content-Encoding says; gzip and deflate are what archives hold."""
    coding = record.http_headers.get("Content-Encoding") if record.is_http and record.http_headers else None
    if coding is None or coding.strip().lower() in ("", "identity"):
        return data
    if looks_like_html(data):  # unpacked by the archive's writer, who left the header
        return data
    if coding.strip().lower() not in ("gzip", "x-gzip", "deflate"):
        raise IngestError(Reason.UNREADABLE, f"content encoding {coding[:40]}")
    try:
        try:
            page = zlib.decompressobj(wbits=47).decompress(data, PAGE + 1)
        except zlib.error:  # some servers send deflate without its frame, and browsers read it
            page = zlib.decompressobj(wbits=-15).decompress(data, PAGE + 1)
    except zlib.error as error:
        raise IngestError(Reason.UNREADABLE, "the answer's packing is damaged") from error
    if len(page) > PAGE:
        raise IngestError(Reason.TOO_LARGE, f"unpacks to more than {PAGE} bytes")
    return page


def _page(record: WarcRecord, source: Source, number: int, sniffed: bool) -> Iterator[Item]:
    try:
        data = record.reader.read(PAGE + 1)
        if len(data) > PAGE:
            raise IngestError(Reason.TOO_LARGE, f"more than {PAGE} bytes")
        if len(data) < record.content_length and not _is_chunked(record):
            raise IngestError(Reason.UNREADABLE, "the archive ends inside this record")
        data = _unpacked(data, record)
        if sniffed and not looks_like_html(data):
            yield Passed("answers of no stated type in archives")
            return
        article = page_article(
            decode(data, declared_encoding(data) or record.http_charset), source.uri, number
        )
    except IngestError as error:
        yield Rejected(source.uri, number, error.reason, error.detail)
        return
    address = record.headers.get("WARC-Target-URI")
    yield Article(
        article.source_uri,
        article.record,
        article.text,
        title=article.title,
        source_name=article.source_name,
        url=article.url or (address.strip("<>") if address else None),
        dates=article.dates,
    )
