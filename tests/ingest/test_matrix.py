"""The same article in each format, encoding and packing gives the same document and the same sentences."""

from pathlib import Path

import pytest

from hawliyat.tasks.ingest import discover, read_shard
from hawliyat.tasks.segment import segment
from hawliyat.tests.ingest import writers

EXPECTED = [
    (sentence.kind, writers.TEXT[sentence.start : sentence.end]) for sentence in segment(writers.TEXT)
]


@pytest.mark.parametrize("cell", writers.CELLS, ids=str)
def test_every_cell_gives_the_same(cell: writers.Cell, tmp_path: Path) -> None:
    path = writers.write(cell, tmp_path)
    ingested = read_shard(discover([str(path)], tmp_path).files, tmp_path)
    assert ingested.quarantine.rows() == []
    (document,) = ingested.documents.iter_rows(named=True)
    text = document["text"]
    assert [(sentence.kind, text[sentence.start : sentence.end]) for sentence in segment(text)] == EXPECTED
    assert document["published_at"].isoformat() == "2025-07-01"
    assert document["published_at_ts"] == writers.PUBLISHED
    assert document["title"] == writers.TITLE
    assert document["source_name"] == writers.SOURCE
    assert document["url"] == writers.URL
    assert (document["agency"], document["dateline_place"]) == ("أ ف ب", "طرابلس")
    if cell.format in ("txt", "jsonl", "csv", "parquet"):
        assert text == writers.TEXT
