"""Plain text: the whole file is one article, a sidecar may name it."""

from collections.abc import Iterator

from hawliyat.tasks.ingest.decode import decode
from hawliyat.tasks.ingest.model import Article, Rejected, Source
from hawliyat.tasks.ingest.packed import whole
from hawliyat.tasks.ingest.sidecar import with_sidecar


def read_plain(source: Source) -> Iterator[Article | Rejected]:
    """One article."""
    yield with_sidecar(Article(source.uri, None, decode(whole(source))), source)
