"""The flow: articles in, a timeline of dated events out. Read `timeline` as the table of contents."""

import json
import os
import shutil
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from prefect import State, flow, get_run_logger, unmapped
from prefect.futures import PrefectFuture, as_completed
from prefect.runtime import deployment, flow_run
from prefect.states import Cancelled
from prefect.task_runners import ThreadPoolTaskRunner

import hawliyat
from hawliyat.flows.due import OUTDATED, is_outdated, make_good
from hawliyat.flows.log import failures, note
from hawliyat.flows.progress import watcher
from hawliyat.flows.settings import ARTICLES, PACKAGE, read_settings
from hawliyat.tasks import nodes
from hawliyat.tasks.load import (
    KEEP,
    Counts,
    Run,
    WarehouseMissingError,
    behind_link,
    hold,
    is_corpus_due,
    journal,
    known_hashes,
)
from hawliyat.tasks.report import Rejection, rejected
from hawliyat.tasks.stages import Reading, Shard
from hawliyat.tasks.version import extractor_version
from hawliyat.tasks.workers import dismiss, processes

_SHARD_CHARS = 2_000_000  # some seconds of work, some hundred MB of memory
_STALE_SECONDS = 24 * 3600


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did. `repeated` records came twice with the same id and text and are not counted as read.

    `passed_over` counts what is no article, and not meant to be one, by kind.
    """

    run_id: str
    warehouse: Path
    counts: Counts
    repeated: int
    passed_over: dict[str, int]
    rejected: tuple[Rejection, ...]  # the first of them
    newly_rejected: int
    seconds: float


def _run_name() -> str:
    """`articles -> hawliyat.duckdb`, as the Prefect UI lists the run."""
    given = flow_run.parameters or {}
    sources = [Path(source).name or str(source) for source in given.get("sources") or []]
    shown = ", ".join(sources[:3]) + (" ..." if len(sources) > 3 else "")
    if not shown:
        shown = "stored documents" if given.get("reprocess") else "articles"
    return f"{shown} -> {Path(given.get('warehouse') or read_settings().warehouse).name}"


_threads: Any = ThreadPoolTaskRunner(max_workers=os.cpu_count() or 1)


# Stage after stage is submitted for all shards, so that no worker waits for a shard that another has not begun. What the
# documents are among each other is decided once all are cut into sentences; nothing is mined before.
@flow(name="hawliyat", flow_run_name=_run_name, task_runner=_threads)
def timeline(
    sources: list[str] | None = None,
    root: Path | None = None,
    warehouse: Path | None = None,
    published_at: date | None = None,
    workers: int | None = None,
    runner: str | None = None,
    reprocess: bool = False,
    wait: float = 0.0,
    keep: int = KEEP,
) -> Report | State[Report]:
    """Read articles, date the events that they tell, and publish them to the warehouse.

    Args:
        sources: files, folders, globs; by default the articles of the package, or nothing with `reprocess`.
        root: documents that carry no id are named by their path relative to it; by default the working folder.
        warehouse: the DuckDB file; by default the one of the settings.
        published_at: the date of documents that carry none.
        workers: how many shards are mined at a time; by default one a core.
        runner: `process` (the default, unless there is one worker), `thread`, or one that the flow was given as its
            task runner.
        reprocess: derive documents again that are as they were, those in the warehouse too.
        wait: seconds to wait for another run on the same warehouse.
        keep: how many states before the published one stay beside it.

    Returns:
        What it did; a cancelled state where a schedule made the run and has other parameters by now.

    Raises:
        WarehouseHeldError: another run holds the warehouse.
        WarehouseError: the next state could not be written or failed a check; the last one stands.
        SourceNotFoundError: a source names nothing.
    """
    started = time.monotonic()
    settings = read_settings()
    target = behind_link((warehouse or settings.warehouse).expanduser().absolute())
    run = Run(
        run_id=str(flow_run.id),
        started_at=datetime.now(UTC),
        code_version=hawliyat.__version__,
        extractor_version=extractor_version(),
        parameters=_as_json(sources, root, published_at, reprocess),
    )
    if _outdated(run.run_id):
        note("cancelled", run.run_id, reason=OUTDATED)
        return Cancelled(message=OUTDATED)
    count = workers or os.cpu_count() or 1
    named = sources if sources is not None else ([] if reprocess else [str(ARTICLES)])
    beside = root or (PACKAGE if sources is None else Path.cwd())

    with ExitStack() as stack:
        stack.enter_context(failures(run.run_id))
        if not named and not target.exists():  # a path mistyped is no wish for an empty warehouse
            raise WarehouseMissingError(f"There is no warehouse at {target} to derive again.")
        stack.enter_context(hold(target, wait, run.run_id))
        stack.enter_context(journal.failures(target, run))
        note("started", run.run_id, warehouse=target)
        _make_good(run.run_id)
        folder = stack.enter_context(_run_folder(settings.runs, run.run_id))

        found = nodes.discover(named, beside)
        reading = Reading(beside, published_at, None if reprocess else _known(target, folder), _SHARD_CHARS)
        shards = nodes.ingest(folder / "read", found, reading)
        if reprocess and target.exists():
            shards += nodes.recall(target, folder / "stored", shards)

        if runner in (None, "process") and count > 1:
            stack.enter_context(processes(count))
        segmented = list(nodes.segment.map([shard for shard in shards if shard.new]))
        cut = _follow("sentences", segmented)
        compared = None
        if cut or is_corpus_due(target):
            compared = nodes.compare(target, folder / "compared", cut)
            again = nodes.recall(target, folder / "touched", [], compared.touched) if compared.touched else []
            segmented += nodes.segment.map(again)
        tagged = nodes.tag.map(segmented, unmapped(compared and compared.recurring))
        extracted = nodes.extract.map(tagged)
        _follow("time expressions", tagged)
        mined = _follow("events", extracted)
        known = [shard for shard in shards if not shard.new]

        watcher().step("publishing", 0, None)
        dismiss()
        counts = nodes.load(target, mined + known, run, reprocess, compared, keep)
    _tell(target, run.run_id, counts)
    shown, number = rejected(target, run.run_id)
    note("published" if counts.changed else "nothing new", run.run_id, **asdict(counts))
    return Report(
        run.run_id,
        target,
        counts,
        sum(shard.repeated for shard in shards),
        dict(sum((Counter(dict(shard.passed)) for shard in shards), Counter(found.passed_over))),
        tuple(shown),
        number,
        time.monotonic() - started,
    )


def _outdated(run_id: str) -> bool:
    """Whether a schedule that has changed since made this run. Where that cannot be told, it is none."""
    if deployment.id is None:
        return False
    try:
        return is_outdated(UUID(deployment.id), UUID(run_id))
    except Exception as error:
        get_run_logger().warning("Whether the schedule has changed could not be told: %s", error)
        return False


def _make_good(run_id: str) -> None:
    """Cancel runs of a schedule that were due before this one reads: it does their work. No failure of it is the run's."""
    if deployment.id is None:
        return
    try:
        number = make_good(UUID(deployment.id), UUID(run_id))
    except Exception as error:
        get_run_logger().warning("Runs that are due besides this one could not be cancelled: %s", error)
    else:
        if number:
            note("made good", run_id, runs=number)


def _follow(stage: str, futures: Sequence[PrefectFuture[Shard]]) -> list[Shard]:
    """Wait for a stage, telling how far it is; the first failure of a shard is the run's."""
    watcher().step(stage, 0, len(futures))
    for done, future in enumerate(as_completed(list(futures)), start=1):
        future.result()
        watcher().step(stage, done, len(futures))
    return [future.result() for future in futures]


def _tell(warehouse: Path, run_id: str, counts: Counts) -> None:
    """Artifacts for the UI. The state is published: what fails here is no failure of the run."""
    state = nodes.publish_report(warehouse, run_id, counts, return_state=True)
    if state.is_failed():
        get_run_logger().warning("The run is published; its report for the Prefect UI could not be made.")


def _known(warehouse: Path, folder: Path) -> Path:
    path = folder / "known.parquet"
    known_hashes(warehouse, path)
    return path


@contextmanager
def _run_folder(runs: Path, run_id: str) -> Iterator[Path]:
    """A folder for the run's frames, gone with it; folders of runs that were killed go after a day."""
    folder = runs / run_id
    folder.mkdir(parents=True)
    try:
        for other in runs.iterdir():
            if time.time() - other.stat().st_mtime > _STALE_SECONDS:
                shutil.rmtree(other, ignore_errors=True)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _as_json(sources: list[str] | None, root: Path | None, published_at: date | None, reprocess: bool) -> str:
    given = {
        "command": "run",
        "sources": sources,
        "root": None if root is None else str(root),
        "published_at": None if published_at is None else published_at.isoformat(),
        "reprocess": reprocess,
    }
    return json.dumps({name: value for name, value in given.items() if value}, ensure_ascii=False)
