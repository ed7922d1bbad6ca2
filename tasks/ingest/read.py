"""Files to shards of documents, streamed: memory holds one shard, whatever the size of a file."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

import polars as pl

from hawliyat.tasks.ingest.assemble import (
    Document,
    Identity,
    assemble,
    documents_frame,
    identify,
    quarantine_frame,
    unchanged_frame,
)
from hawliyat.tasks.ingest.discover import FORMATS, PACKINGS, as_source, uri_of
from hawliyat.tasks.ingest.known import Known
from hawliyat.tasks.ingest.model import LIMITS, Article, IngestError, Item, Limits, Passed, Rejected, Source
from hawliyat.tasks.ingest.parquet import dismiss
from hawliyat.tasks.schema import Reason

# Articles held at a time while it is asked whether they are known; documents that one shard takes because they are.
_BATCH, _BATCH_CHARS = 2000, 2_000_000
_MAX_UNCHANGED = 200_000

Reader = Callable[[Source], Iterator[Item]]


def reader_of(name: str) -> Reader:
    """The reader of a format. Parsers of pages, feeds and archives are imported only when such a file comes."""
    match name:
        case "warc":
            from hawliyat.tasks.ingest.warc import read_warc as reader
        case "txt":
            from hawliyat.tasks.ingest.plain import read_plain as reader
        case "jsonl":
            from hawliyat.tasks.ingest.jsonl import read_jsonl as reader
        case "json":
            from hawliyat.tasks.ingest.jsonl import read_json as reader
        case "html":
            from hawliyat.tasks.ingest.page import read_page as reader
        case "csv":
            from hawliyat.tasks.ingest.table import read_csv as reader
        case "parquet":
            from hawliyat.tasks.ingest.parquet import read_parquet as reader
        case "feed":
            from hawliyat.tasks.ingest.feed import read_feed as reader
        case "mhtml":
            from hawliyat.tasks.ingest.mhtml import read_mhtml as reader
        case _:
            raise ValueError(f"no reader of {name}")
    return reader


@dataclass(frozen=True, slots=True)
class Ingested:
    """One shard. `read` counts the records met: documents, unchanged, quarantined and `repeated` ones.

    A record is repeated where its id and its text came before in this run; it is left out.
    """

    documents: pl.DataFrame  # schema.DOCUMENTS, but for those that are known as they are
    unchanged: pl.DataFrame  # schema.UNCHANGED: the known ones
    quarantine: pl.DataFrame  # schema.QUARANTINE
    read: int
    repeated: int
    passed: dict[str, int]  # what is no article and not meant to be one, by kind; not counted as read


class _Shard:
    """A shard as it fills."""

    def __init__(self) -> None:
        self.documents: list[Document] = []
        self.unchanged: list[Identity] = []
        self.rejected: list[Rejected] = []
        self.repeated = 0
        self.passed: Counter[str] = Counter()
        self.chars = 0

    def is_full(self, max_documents: int, max_chars: int) -> bool:
        """Whether to close it. Unchanged documents weigh little: a shard takes many of them."""
        worked = len(self.documents) + len(self.rejected)
        return worked >= max_documents or self.chars >= max_chars or len(self.unchanged) >= _MAX_UNCHANGED

    def close(self) -> Ingested:
        """The shard as frames."""
        documents, unchanged, rejected = self.documents, self.unchanged, self.rejected
        return Ingested(
            documents_frame(documents),
            unchanged_frame(unchanged),
            quarantine_frame(rejected),
            len(documents) + len(unchanged) + len(rejected) + self.repeated,
            self.repeated,
            dict(self.passed),
        )


def shards(
    files: Iterable[Path],
    root: Path,
    published_at: date | None = None,
    *,
    unsupported: Sequence[Path] = (),
    unreadable: Sequence[Path] = (),
    known: Known | None = None,
    max_documents: int = 2000,
    max_chars: int = 8_000_000,
    limits: Limits = LIMITS,
) -> Iterator[Ingested]:
    """Documents and rejections of `files` in order, a shard at a time; no shard is empty.

    `published_at` dates the documents that carry no date. The same id with different text is rejected as duplicate_id
    the second time, over all shards. Of documents that are `known` with the same content nothing is worked out.
    """
    shard = _Shard()
    texts: dict[int, int] = {}  # hashes of ids to hashes of texts, 64 bits each, of this process
    for found, identity, is_known in _identified(
        chain(_named(root, unsupported, unreadable), _items(files, root, limits)), published_at, known
    ):
        if isinstance(found, Passed):
            shard.passed[found.kind] += 1
        elif isinstance(found, Rejected):
            shard.rejected.append(found)
        else:
            assert identity is not None  # every article has one
            item = identity if is_known else assemble(found, identity, limits)
            _sort(item, found, shard, texts)
        if shard.is_full(max_documents, max_chars):
            yield shard.close()
            shard = _Shard()
    if shard.documents or shard.unchanged or shard.rejected or shard.repeated or shard.passed:
        yield shard.close()


def _sort(
    item: Document | Identity | Rejected, article: Article, shard: _Shard, texts: dict[int, int]
) -> None:
    """Put into the shard what an article became, unless its id came before."""
    if isinstance(item, Rejected):
        shard.rejected.append(item)
        return
    key, text = hash(item.document_id), hash(article.text)
    if key in texts:
        if texts[key] == text:
            shard.repeated += 1
        else:
            shard.rejected.append(_duplicate(item))
        return
    texts[key] = text
    if isinstance(item, Document):
        shard.documents.append(item)
        shard.chars += len(item.text)
    else:
        shard.unchanged.append(item)


def _identified(
    items: Iterable[Item], published_at: date | None, known: Known | None
) -> Iterator[tuple[Item, Identity | None, bool]]:
    """Each item in order, an article with its identity and whether it is known; asked for a batch at a time."""
    for batch in _batches(items):
        identities = [identify(item, published_at) if isinstance(item, Article) else None for item in batch]
        articles = [identity for identity in identities if identity is not None]
        answers = iter(known.holds(articles) if known else [False] * len(articles))
        for item, identity in zip(batch, identities, strict=True):
            yield item, identity, identity is not None and next(answers)


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    chars = 0
    for item in items:
        batch.append(item)
        chars += len(item.text) if isinstance(item, Article) else 0
        if len(batch) >= _BATCH or chars >= _BATCH_CHARS:
            yield batch
            batch, chars = [], 0
    if batch:
        yield batch


def read_shard(
    files: Iterable[Path], root: Path, published_at: date | None = None, *, limits: Limits = LIMITS
) -> Ingested:
    """All of `files` as one shard; for inputs that fit into memory."""
    parts = list(shards(files, root, published_at, limits=limits)) or [_Shard().close()]
    return Ingested(
        pl.concat([part.documents for part in parts]),
        pl.concat([part.unchanged for part in parts]),
        pl.concat([part.quarantine for part in parts]),
        sum(part.read for part in parts),
        sum(part.repeated for part in parts),
        dict(sum((Counter(part.passed) for part in parts), Counter())),
    )


def read_source(source: Source) -> Iterator[Item]:
    """Articles and rejections of one file. Whatever is wrong with the file ends it as a rejection, not as an exception."""
    try:
        yield from reader_of(source.format)(source)
    except IngestError as error:
        yield Rejected(source.uri, None, error.reason, error.detail)
    except OSError as error:
        yield Rejected(source.uri, None, Reason.UNREADABLE, error.strerror or "the file cannot be read")


def _named(root: Path, unsupported: Sequence[Path], unreadable: Sequence[Path]) -> Iterator[Rejected]:
    known = ", ".join(FORMATS) + "; packed: " + ", ".join(PACKINGS)
    for path in unsupported:
        yield Rejected(uri_of(path, root), None, Reason.UNSUPPORTED_FORMAT, f"known are {known}")
    for path in unreadable:
        yield Rejected(uri_of(path, root), None, Reason.UNREADABLE, "the folder cannot be listed")


def _items(files: Iterable[Path], root: Path, limits: Limits) -> Iterator[Item]:
    try:
        for path in files:
            yield from read_source(as_source(path, root, limits))
    finally:
        dismiss()


def _duplicate(document: Document | Identity) -> Rejected:
    uri, _, record = document.source_uri.rpartition("#")
    detail = f"the id {document.document_id[:200]!r} came before with another text"
    if uri and record.isdigit():
        return Rejected(uri, int(record), Reason.DUPLICATE_ID, detail)
    return Rejected(document.source_uri, None, Reason.DUPLICATE_ID, detail)
