"""Merging a run into the next state, document by document: the order of shards and batches does not show in the rows."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import duckdb

from hawliyat.tasks.load.frames import COMPARED, DERIVED, FRAMES, STAGED, Counts, Run, Shard
from hawliyat.tasks.load.sql import execute

_AT_ONCE = 16 << 20  # bytes of Parquet that one statement reads, or one file


def merge(
    connection: duckdb.DuckDBPyConnection,
    shards: Sequence[Shard],
    run: Run,
    started_at: datetime,
    reprocess: bool,
    repeated: int = 0,
    corpus: Path | None = None,
) -> Counts:
    """Stage the shards, decide what is new, changed, unchanged, and replace the rows of what changed.

    `corpus` is the folder of what was decided over all documents (`duplicates.parquet` and `recurring.parquet`), where
    that was done.
    Leaves the temporary tables checked_documents, checked_entities and checked_runs for the checks. `started_at` is naive UTC.
    """
    stored = [str(shard.folder.absolute()) for shard in shards if shard.stored]
    execute(connection, "merge/stage_tables", stored=stored)
    paths: dict[str, list[str]] = {frame: [] for frame in FRAMES}
    for shard in shards:
        for frame in shard.present():
            paths[frame].append(str(shard.path(frame)))
    for frame in STAGED:
        if paths[frame]:
            execute(connection, f"merge/stage_{frame}", paths=paths[frame])
    if corpus is None:
        execute(connection, "merge/stage_no_corpus")
    else:
        outcome = {name: str(corpus.absolute() / f"{name}.parquet") for name in ("duplicates", "recurring")}
        execute(connection, "merge/stage_corpus", **outcome)
    execute(
        connection,
        "merge/decide",
        reprocess=reprocess,
        run_id=run.run_id,
        extractor_version=run.extractor_version,
    )
    execute(connection, "merge/replace_quarantine", run_id=run.run_id, seen_at=started_at)
    changed, touched = execute(connection, "merge/changed_documents").fetchone() or (0, 0)
    if changed:  # a run that finds nothing new scans no large table
        execute(connection, "merge/log_revisions", run_id=run.run_id, replaced_at=started_at)
        execute(connection, "merge/replace_documents")
        decided = {"decided": corpus is not None, "extractor_version": run.extractor_version}
        for frame in ("documents", *DERIVED, *COMPARED):
            if frame != "entities":
                for some in _batches(paths[frame]):
                    execute(connection, f"merge/insert_{frame}", paths=some, **decided)
            elif paths[frame]:  # one row of all is chosen, and they are few
                execute(connection, "merge/upsert_entities", paths=paths[frame])
        execute(connection, "merge/drop_orphan_entities")
    if touched:
        execute(connection, "merge/replace_duplicates", run_id=run.run_id)
    row = execute(connection, "merge/counts", repeated=repeated).fetchone()
    assert row is not None  # one row of aggregates, always
    return Counts(*row)


def _batches(paths: list[str]) -> Iterator[list[str]]:
    """The paths in order, a few at a time: what one statement joins and has not yet written must fit under `files.bounded`."""
    held: list[str] = []
    size = 0
    for path in paths:
        held.append(path)
        size += Path(path).stat().st_size
        if size >= _AT_ONCE:
            yield held
            held, size = [], 0
    if held:
        yield held
