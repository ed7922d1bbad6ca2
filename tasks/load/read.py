"""What the flow asks of a warehouse before it works: which documents are known, and their texts to derive again."""

from collections.abc import Sequence
from pathlib import Path

import polars as pl

from hawliyat.tasks import schema
from hawliyat.tasks.load import files
from hawliyat.tasks.load.migrate import version
from hawliyat.tasks.load.sql import execute, script

_COMPARED_SINCE = 3  # the step of the schema that made the tables

KNOWN = pl.Schema({"document_id": pl.String, "content_hash": pl.String, "extractor_version": pl.String})


def known_hashes(warehouse: Path, path: Path) -> None:
    """Write the documents that the warehouse has, a frame of `KNOWN`, to a Parquet file; none where there is none yet."""
    if not warehouse.exists():
        pl.DataFrame(schema=KNOWN).write_parquet(path)
        return
    with files.connect(warehouse) as connection:
        connection.sql(script("reports/known_hashes")).write_parquet(str(path))


def known_corpus(warehouse: Path, folder: Path) -> tuple[Path, Path] | None:
    """Write what stored documents are compared by to `folder`: the Parquet files of fingerprints and of paragraphs.

    None where the warehouse has none: there is no warehouse, or its schema is older.
    """
    if not warehouse.exists():
        return None
    with files.connect(warehouse) as connection:
        if version(connection) < _COMPARED_SINCE:
            return None
        written = (folder / "known-fingerprints.parquet", folder / "known-paragraphs.parquet")
        for path, report in zip(written, ("fingerprints", "paragraphs"), strict=True):
            connection.sql(script(f"reports/{report}")).write_parquet(str(path))
        return written


def is_corpus_due(warehouse: Path) -> bool:
    """Whether the last change took a document away, so that the others have to be compared anew."""
    if not warehouse.exists():
        return False
    with files.connect(warehouse) as connection:
        return execute(connection, "reports/corpus_due").fetchone() == (True,)


def stored_documents(
    warehouse: Path, folder: Path, rows: int = 2000, ids: Sequence[str] | None = None
) -> list[Path]:
    """Write all documents to `folder`, one sub-folder with `documents.parquet` for every `rows` of them, by id.

    With `ids`, only these documents.

    The frames are of `schema.DOCUMENTS`; texts pass through this process a part at a time, never all at once.
    """
    written: list[Path] = []
    with files.connect(warehouse) as connection:
        result = execute(connection, "reports/stored_documents", ids=None if ids is None else list(ids))
        while part := result.fetchmany(rows):
            target = folder / f"stored-{len(written):05d}"
            target.mkdir(parents=True, exist_ok=True)
            frame = pl.DataFrame(part, schema=schema.DOCUMENTS, orient="row")
            frame.write_parquet(target / "documents.parquet")
            written.append(target)
    return written
