"""The stages over made text, one after the other in one process, each timed over the whole."""

import json
import resource
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import polars as pl

from hawliyat.tasks import load, stages
from hawliyat.tasks.model import Context, Sentence
from hawliyat.tasks.temporal import tag_document
from hawliyat.tasks.temporal.frame import context_of, sentences_by_document
from hawliyat.tests.bench.generator import Article, articles

SHARD_CHARACTERS = 2_000_000  # as the flow cuts them
ROUNDS = 9
_ARTICLES_A_FILE = 500

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage over all text: seconds that passed, seconds of processor time, and the process's peak memory after it (bytes)."""

    name: str
    seconds: float
    processor: float
    peak: int


@dataclass(frozen=True, slots=True)
class Round:
    """Characters a second of processor time in one round: of the tagger alone (text and sentences in, expressions out, no
    frames), and of dateparser's `search_dates(languages=["ar"])` right after it."""

    tagger: float
    dateparser: float


@dataclass(frozen=True, slots=True)
class Measured:
    """What a run over `characters` code points (`bytes` in UTF-8) gave. `stages` are in order and without overlap."""

    characters: int
    bytes: int
    documents: int
    sentences: int
    expressions: int
    events: int
    stages: tuple[Stage, ...]
    rounds: tuple[Round, ...]
    generating: float
    failure: str | None  # why the text could not be loaded

    @property
    def whole(self) -> Stage:
        """From files to warehouse."""
        seconds = sum(stage.seconds for stage in self.stages)
        return Stage("the whole", seconds, sum(stage.processor for stage in self.stages), peak_memory())


def peak_memory() -> int:
    """The most memory that this process has held, in bytes (Linux counts in KiB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def write_text(folder: Path, size: int, seed: int) -> Iterator[Article]:
    """Write articles of at least `size` bytes of UTF-8 as JSON lines to `folder`, and give them."""
    folder.mkdir(parents=True)
    written, number = 0, 0
    file = (folder / "part-0000.jsonl").open("w", encoding="utf-8")
    try:
        for article in articles(size, seed):  # a code point is at least a byte
            if number and number % _ARTICLES_A_FILE == 0:
                file.close()
                file = (folder / f"part-{number // _ARTICLES_A_FILE:04d}.jsonl").open("w", encoding="utf-8")
            row = {"id": article.id, "text": article.text, "published_at": article.published_at.isoformat()}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            number += 1
            written += len(article.text.encode())
            yield article
            if written >= size:
                return
    finally:
        file.close()


def measure(folder: Path, size: int, sample: int, seed: int, tell: Callable[[str], None]) -> Measured:
    """Make text, take it through all stages below `folder`, and count. `tell` hears of each stage before it runs.

    The tagger alone reads all of it once more, dateparser about `sample` code points from its beginning.
    """
    tell("making text")
    began = time.perf_counter()
    characters = total = documents = 0
    for article in write_text(folder / "text", size, seed):
        characters += len(article.text)
        total += len(article.text.encode())
        documents += 1
    generating = time.perf_counter() - began
    stages.warm_up()
    done: list[Stage] = []

    def timed(name: str, work: Callable[[], Result]) -> Result:
        tell(name)
        start, processor = time.perf_counter(), time.process_time()
        result = work()
        passed = time.perf_counter() - start
        done.append(Stage(name, passed, time.process_time() - processor, peak_memory()))
        return result

    files = sorted((folder / "text").glob("*.jsonl"))
    reading = stages.Reading(folder / "text", None, None, SHARD_CHARACTERS)
    shards = timed("ingest", lambda: stages.ingest_files(folder / "shards", files, [], reading))
    timed("clean, segment", lambda: [stages.segment_shard(shard) for shard in shards])
    timed("time expressions", lambda: [stages.tag_shard(shard) for shard in shards])
    timed("events", lambda: [stages.extract_shard(shard) for shard in shards])
    run = load.Run("bench", datetime.now(UTC), "bench", "bench")
    frames = [load.Shard(shard.folder, shard.stored) for shard in shards]

    def publish() -> str | None:
        try:
            load.load(folder / "bench.duckdb", frames, run)
        except load.WarehouseError as error:
            return str(error)
        return None

    failure = timed("load", publish)
    tell("the tagger alone, and dateparser")
    return Measured(
        characters,
        total,
        documents,
        _rows(shards, "sentences"),
        _rows(shards, "time_expressions"),
        _rows(shards, "events"),
        tuple(done),
        _rounds(shards, sample, seed),
        generating,
        failure,
    )


def _rows(shards: list[stages.Shard], frame: str) -> int:
    return sum(
        pl.scan_parquet(shard.folder / f"{frame}.parquet").select(pl.len()).collect().item()
        for shard in shards
    )


def _rounds(shards: list[stages.Shard], sample: int, seed: int) -> tuple[Round, ...]:
    """Both readers by turns, each round over a part of its text that no other round has.

    A machine that others work on is slow for a while and quick again: what is divided was measured side by side.
    """
    from dateparser.search import search_dates

    documents = [row for shard in shards for row in _documents(shard)]
    texts = [article.text for article in articles(sample, seed)]
    search_dates("اليوم", languages=["ar"])  # loads its language data
    count = min(ROUNDS, len(documents), len(texts))
    rounds = []
    for part in range(count):
        mine, theirs = documents[part::count], texts[part::count]
        start = time.process_time()
        for document in mine:
            tag_document(*document)
        between = time.process_time()
        for text in theirs:
            search_dates(text, languages=["ar"])
        end = time.process_time()
        read = sum(len(text) for text, _, _ in mine)
        rounds.append(Round(read / (between - start), sum(map(len, theirs)) / (end - between)))
    return tuple(rounds)


def _documents(shard: stages.Shard) -> Iterator[tuple[str, list[Sentence], Context]]:
    """What the tagger takes of each document of a shard."""
    columns = ["document_id", "text", "published_at", "published_at_ts"]
    documents = pl.read_parquet(shard.folder / "documents.parquet", columns=columns)
    sentences = sentences_by_document(pl.read_parquet(shard.folder / "sentences.parquet"))
    for key, text, published_at, stamp in documents.iter_rows():
        yield text, sentences[key], context_of(published_at, stamp)
