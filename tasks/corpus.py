"""What the set of documents decides, once a run has cut its own into sentences: copies, and paragraphs that recur.

Every document is reduced to a fingerprint and to the keys of its paragraphs when it is mined; the warehouse keeps both. So
the whole set is compared without reading a text again, and the outcome does not depend on the run that brought a document.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from hawliyat.tasks.clean import corpus
from hawliyat.tasks.stages import Shard


@dataclass(frozen=True, slots=True)
class Known:
    """What the documents of the warehouse are compared by: Parquet files of its `fingerprints` and `paragraphs`."""

    fingerprints: Path
    paragraphs: Path


@dataclass(frozen=True, slots=True)
class Decision:
    """`duplicates.parquet` and `recurring.parquet` of a folder, for all documents.

    `touched`: stored documents whose recurring paragraphs are others now, so that they have to be mined again.
    """

    folder: Path
    touched: tuple[str, ...]

    @property
    def recurring(self) -> Path:
        """The paragraphs that recur, a frame of `corpus.RECURRING`."""
        return self.folder / "recurring.parquet"


def decide(folder: Path, shards: Sequence[Shard], known: Known | None) -> Decision:
    """Compare the documents of the shards and those of the warehouse, and write what comes of it to `folder`."""
    mined = _mined(shards)
    prints, lines = [_read(shards, mined, frame) for frame in ("fingerprints", "paragraphs")]
    marked = pl.DataFrame(schema=corpus.RECURRING)
    if known is not None:
        others = mined.lazy().select("document_id")
        stored = pl.scan_parquet(known.paragraphs).join(others, on="document_id", how="anti")
        marked = stored.filter("recurs").select("document_id", "paragraph_index").collect(engine="streaming")
        lines.append(stored.drop("recurs").match_to_schema(corpus.PARAGRAPHS))
        fingerprints = pl.scan_parquet(known.fingerprints).join(others, on="document_id", how="anti")
        prints.append(fingerprints.match_to_schema(corpus.FINGERPRINTS))
    duplicates = corpus.find_duplicates(pl.concat([pl.LazyFrame(schema=corpus.FINGERPRINTS), *prints]))
    paragraphs = pl.concat([pl.LazyFrame(schema=corpus.PARAGRAPHS), *lines])
    recurring = corpus.find_recurring(paragraphs, duplicates)

    folder.mkdir(parents=True, exist_ok=True)
    duplicates.write_parquet(folder / "duplicates.parquet")
    recurring.write_parquet(folder / "recurring.parquet")
    of_stored = recurring.join(mined, on="document_id", how="anti")
    keys = corpus.RECURRING.names()
    changed = pl.concat(
        [of_stored.join(marked, on=keys, how="anti"), marked.join(of_stored, on=keys, how="anti")]
    )
    return Decision(folder, tuple(changed["document_id"].unique().sort()))


def _mined(shards: Sequence[Shard]) -> pl.DataFrame:
    """document_id, folder: the documents to be mined, each with the shard whose rows the load will take.

    Of an id that stands in two shards the load takes what was read before what was stored, then the first source.
    """
    columns = ["document_id", "source_uri", "content_hash"]
    parts = [
        pl.read_parquet(shard.folder / "documents.parquet", columns=columns).with_columns(
            stored=pl.lit(shard.stored), folder=pl.lit(str(shard.folder.absolute()))
        )
        for shard in shards
        if shard.new
    ]
    empty = pl.DataFrame(
        schema={**dict.fromkeys(columns, pl.String), "stored": pl.Boolean, "folder": pl.String}
    )
    return (
        pl.concat([empty, *parts])
        .sort("document_id", "stored", "source_uri", "content_hash", "folder")
        .unique("document_id", keep="first", maintain_order=True)
        .select("document_id", "folder")
    )


def _read(shards: Sequence[Shard], mined: pl.DataFrame, frame: str) -> list[pl.LazyFrame]:
    return [
        pl.scan_parquet(shard.folder / f"{frame}.parquet", glob=False).join(
            mined.lazy().filter(folder=str(shard.folder.absolute())), on="document_id", how="semi"
        )
        for shard in shards
        if shard.new
    ]
