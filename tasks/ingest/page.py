"""Pages: the article's text, entities resolved, and what the page and its sidecar say of it."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from hawliyat.tasks.ingest.decode import decode
from hawliyat.tasks.ingest.model import Article, IngestError, Rejected, Source
from hawliyat.tasks.ingest.packed import whole
from hawliyat.tasks.ingest.page_meta import PageMeta, declared_encoding, page_meta, page_title
from hawliyat.tasks.ingest.page_text import flat_text, main_text, too_deep
from hawliyat.tasks.ingest.sidecar import with_sidecar
from hawliyat.tasks.schema import Reason

PAGE = 16 << 20  # bytes of one page
_HEADER = re.compile(rb"[A-Za-z-]{3,40}: ")
_THIN = 200  # code points below which JSON-LD's own text is taken instead, if it is longer


def read_page(source: Source) -> Iterator[Article | Rejected]:
    """One article."""
    data = whole(source, min(PAGE, source.limits.file))
    if (
        _HEADER.match(data) is not None and b"multipart/related" in data[:4000]
    ):  # a browser's page in one file, under the name of a page
        from hawliyat.tasks.ingest.mhtml import mhtml_article

        yield with_sidecar(mhtml_article(data, source.uri), source)
        return
    yield with_sidecar(page_article(decode(data, declared_encoding(data)), source.uri, None), source)


def page_article(html: str, uri: str, record: int | None) -> Article:
    """The article of a page's source text; `text` is empty where the page has none."""
    html = html.replace("\0", "")
    if too_deep(html):
        return Article(uri, record, flat_text(html))
    try:
        tree = LexborHTMLParser(html)
    except (ValueError, RuntimeError) as error:
        raise IngestError(Reason.UNREADABLE, "the page cannot be parsed") from error
    meta: PageMeta = page_meta(tree)
    text, heading = main_text(tree, page_title(tree))
    if len(text) < _THIN and meta.body and len(meta.body) > 2 * len(text):
        text = "\n".join(filter(None, (heading or meta.title, meta.body)))
    return Article(
        uri,
        record,
        text,
        title=meta.title or heading,
        source_name=meta.source_name,
        url=meta.url,
        dates=meta.dates,
    )
