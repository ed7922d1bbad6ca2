"""Pages as browsers save them in one file (MHTML, RFC 2557): the page of the message; its pictures and styles are left."""

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import Message

from hawliyat.tasks.ingest.decode import decode
from hawliyat.tasks.ingest.model import Article, IngestError, Rejected, Source
from hawliyat.tasks.ingest.packed import whole
from hawliyat.tasks.ingest.page import PAGE, page_article
from hawliyat.tasks.ingest.page_meta import declared_encoding
from hawliyat.tasks.ingest.sidecar import with_sidecar
from hawliyat.tasks.schema import Reason


def read_mhtml(source: Source) -> Iterator[Article | Rejected]:
    """One article."""
    yield with_sidecar(mhtml_article(whole(source), source.uri), source)


def mhtml_article(data: bytes, uri: str) -> Article:
    """The article of a message's first page."""
    message = message_from_bytes(
        data, policy=policy.compat32
    )  # takes note of what is wrong and raises nothing
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    if page is None:
        raise IngestError(Reason.UNREADABLE, "a message without a page")
    payload = page.get_payload(decode=True)
    html = payload if isinstance(payload, bytes) else b""
    if len(html) > PAGE:
        raise IngestError(Reason.TOO_LARGE, f"more than {PAGE} bytes")
    article = page_article(decode(html, declared_encoding(html) or page.get_content_charset()), uri, None)
    if article.url is not None:
        return article
    return replace(article, url=_address(message, page))


def _address(message: Message, page: Message) -> str | None:
    """Where the page was saved from."""
    for value in (message.get("Snapshot-Content-Location"), page.get("Content-Location")):
        address = str(value or "").strip()
        if address.startswith(("http://", "https://")) and address.isascii():
            return address
    return None
