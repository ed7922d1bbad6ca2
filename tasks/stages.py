"""Each node of the flow over one shard: read Parquet, call one pure function, write Parquet.

A shard is a folder of a run. Ingest writes `documents.parquet` (those that are new or changed), `unchanged.parquet` and
`quarantine.parquet`; the later stages add the frames that they derive of the documents. The functions take and return
paths and counts, so that they run as well in another process, or on another machine that sees the folder.
"""

import gc
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from hawliyat.tasks import schema
from hawliyat.tasks.clean import corpus
from hawliyat.tasks.events import extract_frame
from hawliyat.tasks.ingest import Known, shards
from hawliyat.tasks.segment import segment_frame
from hawliyat.tasks.temporal import tag_frame


@dataclass(frozen=True, slots=True)
class Reading:
    """How files become shards.

    Attributes:
        root: ids of documents that carry none are their paths relative to this folder.
        published_at: the date of documents that carry none.
        known: a frame of `load.read.KNOWN` in Parquet; None has every document mined, known or not.
        shard_chars: a shard is closed once its texts have as many code points.
    """

    root: Path
    published_at: date | None
    known: Path | None
    shard_chars: int


@dataclass(frozen=True, slots=True)
class Shard:
    """A shard on its way: records read (documents and rejected ones) and left out as repeated, documents to mine.

    `stored`: its documents were not read but are in the warehouse, to be derived again.
    `passed`: what stood in the files and is no article, by kind.
    """

    folder: Path
    read: int
    repeated: int
    new: int
    stored: bool = False
    passed: tuple[tuple[str, int], ...] = ()

    @property
    def name(self) -> str:
        """As it appears in the names of task runs."""
        return self.folder.name


def ingest_files(
    folder: Path,
    files: Sequence[Path],
    unsupported: Sequence[Path],
    reading: Reading,
    unreadable: Sequence[Path] = (),
) -> list[Shard]:
    """Read files into shards below `folder`, each with documents and quarantine, and set apart what has to be mined."""
    known = None if reading.known is None else Known(pl.read_parquet(reading.known))
    made: list[Shard] = []
    parts = shards(
        files,
        reading.root,
        reading.published_at,
        unsupported=unsupported,
        unreadable=unreadable,
        known=known,
        max_chars=reading.shard_chars,
    )
    for number, part in enumerate(parts, start=1):
        target = folder / f"shard-{number:05d}"
        target.mkdir(parents=True)
        part.documents.write_parquet(target / "documents.parquet")
        part.quarantine.write_parquet(target / "quarantine.parquet")
        if part.unchanged.height:
            part.unchanged.write_parquet(target / "unchanged.parquet")
        passed = tuple(sorted(part.passed.items()))
        made.append(
            Shard(target, part.read - part.repeated, part.repeated, part.documents.height, passed=passed)
        )
    return made


def adopt_stored(folders: Sequence[Path], read: Sequence[Shard]) -> list[Shard]:
    """Make shards of stored documents ready to be mined, but for those that this run has read again."""
    seen = [pl.read_parquet(shard.folder / "documents.parquet", columns=["document_id"]) for shard in read]
    made: list[Shard] = []
    for folder in folders:
        documents = pl.read_parquet(folder / "documents.parquet")
        for ids in seen:
            documents = documents.join(ids, on="document_id", how="anti", maintain_order="left")
        documents.write_parquet(folder / "documents.parquet")
        made.append(Shard(folder, 0, 0, documents.height, stored=True))
    return made


def segment_shard(shard: Shard) -> Shard:
    """Mark boilerplate and repeats, cut the rest into sentences: writes `sentences`.

    Also writes what documents are compared by, which must not depend on any comparison: `fingerprints`, `paragraphs`.
    """
    if shard.new:
        documents = pl.read_parquet(shard.folder / "documents.parquet")
        sentences = segment_frame(documents)
        _write(sentences, schema.SENTENCES, shard.folder / "sentences.parquet")
        prints, lines = corpus.fingerprints(documents, sentences), corpus.paragraphs(documents, sentences)
        _write(prints, corpus.FINGERPRINTS, shard.folder / "fingerprints.parquet")
        _write(lines, corpus.PARAGRAPHS, shard.folder / "paragraphs.parquet")
    return shard


def tag_shard(shard: Shard, recurring: Path | None = None) -> Shard:
    """Find and resolve time expressions: writes `time_expressions.parquet`.

    Nothing is taken from paragraphs of `recurring`, a frame of `corpus.RECURRING`: they are marked boilerplate first.
    """
    if shard.new:
        documents = pl.read_parquet(shard.folder / "documents.parquet")
        sentences = pl.read_parquet(shard.folder / "sentences.parquet")
        if recurring is not None:
            sentences = _mark(sentences, pl.scan_parquet(recurring, glob=False))
            _write(sentences, schema.SENTENCES, shard.folder / "sentences.parquet")
        tagged = tag_frame(documents, sentences)
        _write(tagged, schema.TIME_EXPRESSIONS, shard.folder / "time_expressions.parquet")
    return shard


def _mark(sentences: pl.DataFrame, recurring: pl.LazyFrame) -> pl.DataFrame:
    keys = corpus.RECURRING.names()
    here = sentences.lazy().select(keys).unique()
    marks = recurring.join(here, on=keys, how="semi").collect(engine="streaming")
    marks = marks.with_columns(mark=pl.lit(schema.SentenceKind.BOILERPLATE.value))
    joined = sentences.join(marks, on=keys, how="left", maintain_order="left")
    return joined.with_columns(kind=pl.coalesce("mark", "kind")).drop("mark")


def extract_shard(shard: Shard) -> Shard:
    """Find events and hang them on time expressions: writes `events`, `event_participants` and `entities`."""
    if shard.new:
        documents = pl.read_parquet(shard.folder / "documents.parquet")
        sentences = pl.read_parquet(shard.folder / "sentences.parquet")
        expressions = pl.read_parquet(shard.folder / "time_expressions.parquet")
        found = extract_frame(documents, sentences, expressions)
        _write(found.events, schema.EVENTS, shard.folder / "events.parquet")
        _write(found.participants, schema.EVENT_PARTICIPANTS, shard.folder / "event_participants.parquet")
        _write(found.entities, schema.ENTITIES, shard.folder / "entities.parquet")
    return shard


def warm_up() -> None:
    """Load what the stages need (lexicon, rules, gazetteer), by mining one word."""
    row = dict.fromkeys(schema.DOCUMENTS) | {"document_id": "-", "text": "اليوم"}
    documents = pl.DataFrame([row], schema=schema.DOCUMENTS)
    sentences = segment_frame(documents)
    extract_frame(documents, sentences, tag_frame(documents, sentences))
    gc.freeze()  # what is loaded stays: the collector need not go over it again


def _write(frame: pl.DataFrame, declared: pl.Schema, path: Path) -> None:
    """Write a frame whose columns are those declared, in any order.

    Raises:
        polars.exceptions.SchemaError: a stage returned other columns or types than it declares.
    """
    frame.match_to_schema(declared).write_parquet(path)
