"""Publishing: the next state is built beside the last one, checked, and put in its place in one step."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from hawliyat.tasks.load import files, journal
from hawliyat.tasks.load.checks import offences
from hawliyat.tasks.load.errors import ChecksFailedError, WarehouseError, WarehouseMissingError
from hawliyat.tasks.load.frames import Counts, Run, Shard
from hawliyat.tasks.load.merge import merge
from hawliyat.tasks.load.migrate import migrate
from hawliyat.tasks.load.sql import execute

Config = dict[str, str | bool | int | float | list[str]]

KEEP = 3
# DuckDB 2.0.0 loses the rows, without a word, of an insert of more than 122,880 in order into a table made in the same
# transaction; out of order it keeps them. No row's place in a table means anything here.
_WRITING: Config = {"preserve_insertion_order": False}


def load(
    warehouse: Path,
    shards: Sequence[Shard],
    run: Run,
    *,
    reprocess: bool = False,
    read: int | None = None,
    repeated: int = 0,
    keep: int = KEEP,
    corpus: Path | None = None,
) -> Counts:
    """Merge a run's shards into the warehouse at the path and publish the result; makes the file where there is none.

    Args:
        warehouse: the DuckDB file. The caller holds it (`lock.hold`).
        shards: folders of Parquet files, in any order; see `Shard`.
        run: what the tables `runs` and `documents` say of the run.
        reprocess: documents of unchanged text were derived again and are replaced too.
        read: how many records the flow read; where given, the counts must add up to it.
        repeated: records that were left out of the shards, their id and text having come before; counted as unchanged.
        keep: how many states before the present one stay beside it.
        corpus: folder of what was decided over all documents; see `merge`.

    Raises:
        ChecksFailedError: the next state broke a check; the warehouse is as it was and the failure is in the log.
        WarehouseError: it could not be written; the warehouse is as it was and the failure is in the log.
    """

    def change(connection: duckdb.DuckDBPyConnection, started_at: datetime) -> Counts:
        counts = merge(connection, shards, run, started_at, reprocess, repeated, corpus)
        if read is not None and counts.read != read:
            raise WarehouseError(
                f"The shards account for {counts.read} of the {read} records that were read."
            )
        return counts

    return _publish(warehouse, run, "published", change, keep)


def forget(warehouse: Path, document_id: str, run: Run, *, keep: int = KEEP) -> Counts:
    """Remove a document and all that was derived of it, and publish. States kept for a rollback still hold it.

    Raises:
        WarehouseError: there is no such document, or the file could not be written.
    """
    with files.connect(warehouse) as connection:
        if not execute(connection, "reports/has_document", document_id=document_id).fetchone():
            raise WarehouseError(f"There is no document {document_id} in {warehouse}.")

    def change(connection: duckdb.DuckDBPyConnection, started_at: datetime) -> Counts:
        execute(connection, "merge/forget", document_id=document_id, run_id=run.run_id)
        execute(connection, "merge/drop_orphan_entities")
        return Counts(0, 0, 0, 0, 0, 0, 0, 0)

    return _publish(warehouse, run, "forgotten", change, keep)


def rollback(warehouse: Path, run: Run) -> Path:
    """Return to the state before the present one, which stays beside it as `.undone`; where the state came from.

    Raises:
        WarehouseError: there is no state before, or it cannot be put in place.
    """
    if not warehouse.exists() and not files.kept_states(warehouse):
        raise WarehouseMissingError(f"There is no warehouse at {warehouse}; hawliyat run makes one.")
    try:
        source = files.restore(warehouse)
    except OSError as error:
        raise WarehouseError(f"{warehouse} cannot be replaced: {error.strerror}.") from error
    journal.record(warehouse, run.run_id, "rolled_back", run.started_at, f"Returned to {source.name}.")
    return source


def _publish(
    warehouse: Path,
    run: Run,
    status: str,
    change: Callable[[duckdb.DuckDBPyConnection, datetime], Counts],
    keep: int,
) -> Counts:
    try:
        try:
            counts = _build(warehouse, run, status, change, _WRITING | files.bounded())
        except (
            duckdb.OutOfMemoryException
        ):  # what cannot be spilled to disk may have all that DuckDB would take
            counts = _build(warehouse, run, status, change, _WRITING)
        files.publish(warehouse, keep)
    except BaseException as error:
        with suppress(OSError):  # what stopped the run may stop its sweeping too; the next run sweeps again
            files.discard_next(warehouse)
        failed = error.offences if isinstance(error, ChecksFailedError) else ()
        message = (isinstance(error, Exception) and str(error)) or journal.told(error)
        journal.record(warehouse, run.run_id, "failed", run.started_at, message, failed)
        if isinstance(error, OSError | duckdb.Error):
            first_line = message.splitlines()[0]
            raise WarehouseError(f"{warehouse} keeps its last state: {first_line}") from error
        raise
    return counts


def _build(
    warehouse: Path,
    run: Run,
    status: str,
    change: Callable[[duckdb.DuckDBPyConnection, datetime], Counts],
    config: Config,
) -> Counts:
    started_at = _naive_utc(run.started_at)
    with duckdb.connect(str(files.copy_to_next(warehouse)), config=config) as connection:
        connection.begin()
        migrated = migrate(connection, warehouse, started_at)
        counts = change(connection, started_at)
        execute(
            connection,
            "merge/append_run",
            run_id=run.run_id,
            started_at=started_at,
            finished_at=_naive_utc(datetime.now(UTC)),
            status=status,
            parameters=run.parameters,
            counts=counts.to_json(),
            code_version=run.code_version,
        )
        news = bool(migrated or counts.changed or status != "published")
        broken = offences(connection, news)
        if broken:
            raise ChecksFailedError(str(warehouse), broken)
        connection.commit()
        connection.execute("checkpoint")
    return counts


def _naive_utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment
