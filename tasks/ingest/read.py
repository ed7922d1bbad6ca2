"""Files to shards of documents, streamed: memory holds one shard, whatever the size of a file."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from hawliyat.tasks.ingest.assemble import Document, assemble, documents_frame, quarantine_frame
from hawliyat.tasks.ingest.discover import FORMATS, PACKINGS, as_source, uri_of
from hawliyat.tasks.ingest.model import LIMITS, Article, IngestError, Limits, Rejected, Source
from hawliyat.tasks.schema import Reason

Reader = Callable[[Source], Iterator[Article | Rejected]]


def reader_of(name: str) -> Reader:
    """The reader of a format. Parsers of pages, feeds and archives are imported only when such a file comes."""
    match name:
        case "txt":
            from hawliyat.tasks.ingest.plain import read_plain as reader
        case "jsonl":
            from hawliyat.tasks.ingest.jsonl import read_jsonl as reader
        case "html":
            from hawliyat.tasks.ingest.page import read_page as reader
        case "csv":
            from hawliyat.tasks.ingest.table import read_csv as reader
        case "parquet":
            from hawliyat.tasks.ingest.table import read_parquet as reader
        case "feed":
            from hawliyat.tasks.ingest.feed import read_feed as reader
        case "warc":
            from hawliyat.tasks.ingest.warc import read_warc as reader
        case _:
            raise ValueError(f"no reader of {name}")
    return reader


@dataclass(frozen=True, slots=True)
class Ingested:
    """One shard. `read` counts the records met: documents, quarantined ones and `repeated` ones.

    A record is repeated where its id and its text came before in this run; it is left out.
    """

    documents: pl.DataFrame  # schema.DOCUMENTS
    quarantine: pl.DataFrame  # schema.QUARANTINE
    read: int
    repeated: int


def shards(
    files: Iterable[Path],
    root: Path,
    published_at: date | None = None,
    *,
    unsupported: Sequence[Path] = (),
    max_documents: int = 2000,
    max_chars: int = 8_000_000,
    limits: Limits = LIMITS,
) -> Iterator[Ingested]:
    """Documents and rejections of `files` in order, a shard at a time; no shard is empty.

    `published_at` dates the documents that carry no date. The same id with different text is rejected as duplicate_id
    the second time, over all shards.
    """
    documents: list[Document] = []
    rejected: list[Rejected] = []
    repeated = chars = 0
    texts: dict[bytes, bytes] = {}
    for found in _items(files, root, unsupported, limits):
        item = assemble(found, published_at, limits) if isinstance(found, Article) else found
        if isinstance(item, Rejected):
            rejected.append(item)
        else:
            key, text = _digest(item.document_id), _digest(item.text)
            known = texts.setdefault(key, text)
            if known is text:
                documents.append(item)
                chars += len(item.text)
            elif known == text:
                repeated += 1
            else:
                rejected.append(_duplicate(item))
        if len(documents) + len(rejected) >= max_documents or chars >= max_chars:
            yield _ingested(documents, rejected, repeated)
            documents, rejected, repeated, chars = [], [], 0, 0
    if documents or rejected or repeated:
        yield _ingested(documents, rejected, repeated)


def read_shard(
    files: Iterable[Path], root: Path, published_at: date | None = None, *, limits: Limits = LIMITS
) -> Ingested:
    """All of `files` as one shard; for inputs that fit into memory."""
    parts = list(shards(files, root, published_at, limits=limits))
    if not parts:
        return _ingested([], [], 0)
    return Ingested(
        pl.concat([part.documents for part in parts]),
        pl.concat([part.quarantine for part in parts]),
        sum(part.read for part in parts),
        sum(part.repeated for part in parts),
    )


def read_source(source: Source) -> Iterator[Article | Rejected]:
    """Articles and rejections of one file. Whatever is wrong with the file ends it as a rejection, not as an exception."""
    try:
        yield from reader_of(source.format)(source)
    except IngestError as error:
        yield Rejected(source.uri, None, error.reason, error.detail)


def _items(
    files: Iterable[Path], root: Path, unsupported: Sequence[Path], limits: Limits
) -> Iterator[Article | Rejected]:
    known = ", ".join(FORMATS) + "; packed: " + ", ".join(PACKINGS)
    for path in unsupported:
        yield Rejected(uri_of(path, root), None, Reason.UNSUPPORTED_FORMAT, f"known are {known}")
    for path in files:
        yield from read_source(as_source(path, root, limits))


def _ingested(documents: list[Document], rejected: list[Rejected], repeated: int) -> Ingested:
    return Ingested(
        documents_frame(documents),
        quarantine_frame(rejected),
        len(documents) + len(rejected) + repeated,
        repeated,
    )


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=12).digest()


def _duplicate(document: Document) -> Rejected:
    uri, _, record = document.source_uri.rpartition("#")
    detail = f"the id {document.document_id[:200]!r} came before with another text"
    if uri and record.isdigit():
        return Rejected(uri, int(record), Reason.DUPLICATE_ID, detail)
    return Rejected(document.source_uri, None, Reason.DUPLICATE_ID, detail)
