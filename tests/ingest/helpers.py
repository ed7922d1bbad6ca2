"""Shared by the readers' tests: read one file made of bytes."""

from pathlib import Path

import polars as pl

from hawliyat.tasks.ingest import Ingested, discover, read_shard
from hawliyat.tasks.ingest.model import LIMITS, Limits

NEWS = "أعلنت الوزارة أمس بدء العمل في المشروع الجديد، وقالت إنه ينتهي في العام المقبل."


def read_bytes(folder: Path, name: str, data: bytes, limits: Limits = LIMITS) -> Ingested:
    """What a run reads of one file `name` with this content."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    found = discover([str(path)], folder)
    return read_shard(found.files, folder, limits=limits)


def reasons(ingested: Ingested) -> list[tuple[int | None, str]]:
    """(record, reason) of all that was rejected."""
    return [(record, reason) for _, record, reason, _ in ingested.quarantine.rows()]


def only(documents: pl.DataFrame) -> dict[str, object]:
    """The one document of a frame."""
    (row,) = documents.iter_rows(named=True)
    return row
