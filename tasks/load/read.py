"""What the flow asks of a warehouse before it works: which documents are known, and their texts to derive again."""

from pathlib import Path

import polars as pl

from hawliyat.tasks import schema
from hawliyat.tasks.load import files
from hawliyat.tasks.load.sql import execute

KNOWN = pl.Schema({"document_id": pl.String, "content_hash": pl.String, "extractor_version": pl.String})


def known_hashes(warehouse: Path) -> pl.DataFrame:
    """The documents that the warehouse has, a frame of `KNOWN`; empty where there is no warehouse yet."""
    if not warehouse.exists():
        return pl.DataFrame(schema=KNOWN)
    with files.connect(warehouse) as connection:
        rows = execute(connection, "reports/known_hashes").fetchall()
    return pl.DataFrame(rows, schema=KNOWN, orient="row")


def stored_documents(warehouse: Path, folder: Path, rows: int = 2000) -> list[Path]:
    """Write all documents to `folder`, one sub-folder with `documents.parquet` for every `rows` of them, by id.

    The frames are of `schema.DOCUMENTS`; texts pass through this process a part at a time, never all at once.
    """
    written: list[Path] = []
    with files.connect(warehouse) as connection:
        result = execute(connection, "reports/stored_documents")
        while part := result.fetchmany(rows):
            target = folder / f"stored-{len(written):05d}"
            target.mkdir(parents=True, exist_ok=True)
            frame = pl.DataFrame(part, schema=schema.DOCUMENTS, orient="row")
            frame.write_parquet(target / "documents.parquet")
            written.append(target)
    return written
