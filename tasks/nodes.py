"""The nodes of the flow: Prefect tasks around the functions of the stages, and nothing more.

Nothing is cached by Prefect: the warehouse's hashes decide what has to be done again, and hashing frames costs more than
most of the work. What touches files is tried again when the system fails it.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.tasks import Task

from hawliyat.tasks import load as warehouses
from hawliyat.tasks import report, stages
from hawliyat.tasks.corpus import Decision, Known, decide
from hawliyat.tasks.ingest import Discovery
from hawliyat.tasks.ingest import discover as discover_files
from hawliyat.tasks.load.frames import Counts, Run
from hawliyat.tasks.stages import Reading, Shard
from hawliyat.tasks.workers import compute


def _is_system_failure(_task: Task[Any, Any], _run: TaskRun, state: State[Any]) -> bool:
    """Whether the disk or the network failed: another try may pass. What is wrong in itself stays wrong."""
    error = state.result(raise_on_failure=False)
    return isinstance(error, OSError) or isinstance(getattr(error, "__cause__", None), OSError)


@task(name="discover", task_run_name="discover sources", cache_policy=NO_CACHE)
def discover(sources: Sequence[str], root: Path) -> Discovery:
    """The files to read, in an order that is always the same."""
    return discover_files(sources, root)


@task(
    name="ingest",
    task_run_name="read articles",
    cache_policy=NO_CACHE,
    retries=2,
    retry_delay_seconds=1,
    retry_condition_fn=_is_system_failure,
)
def ingest(folder: Path, found: Discovery, reading: Reading) -> list[Shard]:
    """Documents and quarantine as Parquet, a shard at a time."""
    return stages.ingest_files(folder, found.files, found.unsupported, reading, found.unreadable)


@task(name="recall", task_run_name="recall stored documents", cache_policy=NO_CACHE)
def recall(
    warehouse: Path, folder: Path, read: Sequence[Shard], ids: Sequence[str] | None = None
) -> list[Shard]:
    """Documents of the warehouse that are to be derived again: all that were not read, or those of `ids`."""
    return stages.adopt_stored(warehouses.stored_documents(warehouse, folder, ids=ids), read)


@task(name="segment", task_run_name="clean and segment {shard.name}", cache_policy=NO_CACHE)
def segment(shard: Shard) -> Shard:
    """Boilerplate and repeats marked, sentences cut."""
    return compute(stages.segment_shard, shard)


@task(name="compare", task_run_name="compare documents", cache_policy=NO_CACHE)
def compare(warehouse: Path, folder: Path, shards: Sequence[Shard]) -> Decision:
    """Copies and recurring paragraphs, of all documents that there are."""
    folder.mkdir(parents=True, exist_ok=True)
    known = warehouses.known_corpus(warehouse, folder)
    return decide(folder, shards, None if known is None else Known(*known))


@task(name="time expressions", task_run_name="time expressions of {shard.name}", cache_policy=NO_CACHE)
def tag(shard: Shard, recurring: Path | None) -> Shard:
    """Time expressions found and resolved, but for paragraphs that recur."""
    return compute(stages.tag_shard, shard, recurring)


@task(name="events", task_run_name="events of {shard.name}", cache_policy=NO_CACHE)
def extract(shard: Shard) -> Shard:
    """Events found and hung on time expressions."""
    return compute(stages.extract_shard, shard)


@task(
    name="load and publish",
    task_run_name="publish {warehouse.name}",
    cache_policy=NO_CACHE,
    retries=1,
    retry_delay_seconds=1,
    retry_condition_fn=_is_system_failure,
)
def load(
    warehouse: Path,
    shards: Sequence[Shard],
    run: Run,
    reprocess: bool,
    corpus: Decision | None = None,
    keep: int = warehouses.KEEP,
) -> Counts:
    """The next state of the warehouse, merged, checked, and put in its place in one step."""
    staged = [warehouses.Shard(shard.folder, shard.stored) for shard in shards]
    read = sum(shard.read for shard in shards)
    decided = None if corpus is None else corpus.folder
    return warehouses.load(warehouse, staged, run, reprocess=reprocess, read=read, keep=keep, corpus=decided)


@task(name="report", task_run_name="report on {warehouse.name}", cache_policy=NO_CACHE)
def publish_report(warehouse: Path, run_id: str, counts: Counts) -> None:
    """What a person finds in the Prefect UI: the run's counts and newest timeline rows, and what was quarantined."""
    from prefect.artifacts import create_markdown_artifact, create_table_artifact

    create_markdown_artifact(
        report.run_as_markdown(warehouse, run_id, counts),
        key="hawliyat-run",
        description="What the run did, and the timeline from its end",
    )
    rejected, number = report.rejected(warehouse, run_id)
    create_table_artifact(
        [row.as_cells() for row in rejected],
        key="hawliyat-quarantine",
        description=f"Inputs of this run that could not be used, {len(rejected)} of {number}",
    )
