"""The same article in each format, encoding and packing, each in a warehouse of its own, gives the same rows."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pytest

from hawliyat.tasks import stages
from hawliyat.tasks.corpus import decide
from hawliyat.tasks.ingest import discover
from hawliyat.tasks.load import Run, Shard, load
from hawliyat.tests.ingest import writers

RUN = Run("run-1", datetime(2025, 7, 2, tzinfo=UTC), "0", "0")
# All that the rows hold but ids, sources and the run; ids are read as what they point to.
ROWS = {
    "documents": "select title, text, language, published_at, published_at_ts, published_at_note, agency, dateline_place, url,"
    " source_name, duplicate_of from documents",
    "sentences": "select * exclude (document_id) from sentences",
    "time_expressions": "select * exclude (document_id, time_expression_id) from time_expressions",
    "events": "select events.* exclude (document_id, event_id, time_expression_id, time_expression_end_id,"
    " context_time_expression_id), first.char_start, last.char_start, context.char_start from events"
    " left join time_expressions as first using (time_expression_id)"
    " left join time_expressions as last on last.time_expression_id = events.time_expression_end_id"
    " left join time_expressions as context on context.time_expression_id = events.context_time_expression_id",
    "event_participants": "select event_participants.* exclude (document_id, event_id), events.trigger_start"
    " from event_participants inner join events using (event_id)",
    "entities": "select * from entities",
    "quarantine": "select * from quarantine",
    "timeline": "select * exclude (document_id, event_id) from timeline",
}

Rows = dict[str, list[tuple[object, ...]]]


def _warehouse(cell: writers.Cell, folder: Path) -> Path:
    """Run every stage over the cell's file, in this process and without Prefect; the warehouse that comes of it."""
    path = writers.write(cell, folder)
    found = discover([str(path)], folder)
    reading = stages.Reading(folder, None, None, 2_000_000)
    shards = stages.ingest_files(folder / "read", found.files, found.unsupported, reading)
    segmented = [stages.segment_shard(shard) for shard in shards]
    decision = decide(folder / "compared", segmented, None)
    mined = [stages.extract_shard(stages.tag_shard(shard, decision.recurring)) for shard in segmented]
    warehouse = folder / "w.duckdb"
    load(warehouse, [Shard(shard.folder) for shard in mined], RUN, read=1, corpus=decision.folder)
    return warehouse


def _rows(cell: writers.Cell, folder: Path) -> Rows:
    with duckdb.connect(str(_warehouse(cell, folder)), read_only=True) as connection:
        return {name: sorted(connection.execute(query).fetchall(), key=repr) for name, query in ROWS.items()}


@cache
def _expected() -> Rows:
    with TemporaryDirectory() as folder:
        return _rows(writers.Cell("txt", "utf-8", ""), Path(folder))


def test_the_article_gives_rows_in_every_table() -> None:
    rows = _expected()
    assert rows["documents"][0][1] == writers.TEXT
    assert all(rows[name] for name in ROWS if name != "quarantine")
    assert not rows["quarantine"]


@pytest.mark.parametrize("cell", writers.CELLS, ids=str)
def test_every_cell_gives_the_same_rows(cell: writers.Cell, tmp_path: Path) -> None:
    assert _rows(cell, tmp_path) == _expected()
