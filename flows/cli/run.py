"""`hawliyat run`: articles into the warehouse."""

import argparse
import importlib.util
import json
import os
import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hawliyat.flows import retention
from hawliyat.flows.cli.common import (
    DONE,
    FAILED,
    WRONG_USAGE,
    add_wait,
    add_warehouse,
    complain,
    exit_status,
    none_or_more,
    warehouse_of,
)
from hawliyat.flows.orchestrator import OrchestratorError, prefect_api
from hawliyat.flows.progress import watching
from hawliyat.flows.settings import ARTICLES, read_settings, set_variables
from hawliyat.tasks.ingest import SourceNotFoundError, discover
from hawliyat.tasks.load import KEEP, ChecksFailedError, WarehouseError
from hawliyat.tasks.stages import warm_up
from hawliyat.tasks.workers import processes

if TYPE_CHECKING:
    from prefect.task_runners import TaskRunner

    from hawliyat.flows.timeline import Report

QUARANTINED = 3
_SHOWN = 10
_KINDS = 30
_PACKAGES = {"dask": "prefect_dask", "ray": "prefect_ray"}


def add_parser(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = subparsers.add_parser(
        "run",
        help="read articles, date their events, publish them to the warehouse",
        description="Read articles, date the events that they tell, and publish them to the warehouse.",
    )
    add_reading(parser)
    add_warehouse(parser)
    parser.add_argument(
        "--reprocess", action="store_true", help="derive again what the warehouse has, with this version"
    )
    parser.add_argument(
        "--strict", action="store_true", help="leave with status 3 where something was quarantined"
    )
    add_wait(parser)
    parser.add_argument("--json", action="store_true", help="print the counts as one JSON object")
    parser.set_defaults(execute=execute)


def add_reading(parser: argparse.ArgumentParser) -> None:
    """Give a command the options that say what its runs read and how."""
    parser.add_argument(
        "sources", nargs="*", metavar="SOURCE", help="files, folders, globs (default: the sample articles)"
    )
    parser.add_argument(
        "--root", type=Path, metavar="DIR", help="documents are named by their path from here (default: .)"
    )
    parser.add_argument(
        "--published-at", type=_day, metavar="YYYY-MM-DD", help="the date of documents that carry none"
    )
    parser.add_argument(
        "--workers", type=_at_least_one, metavar="N", help="shards mined at a time (default: one a core)"
    )
    parser.add_argument(
        "--runner",
        choices=("thread", "process", "dask", "ray"),
        help="where shards are mined (default: process)",
    )
    parser.add_argument(
        "--keep",
        type=none_or_more,
        default=KEEP,
        metavar="N",
        help="states before the published one that stay beside it, for a rollback (default: %(default)s)",
    )


@exit_status
def execute(args: argparse.Namespace) -> int:
    """Run the flow; 0 done, 1 failed, 2 wrong usage, 3 strict and something quarantined, 4 the warehouse is held."""
    package = _PACKAGES.get(args.runner or "")
    if package and importlib.util.find_spec(package) is None:
        return complain(
            f"--runner {args.runner} needs the package {package.replace('_', '-')}: "
            f"pip install 'hawliyat[{args.runner}]'",
            WRONG_USAGE,
        )
    root = Path.cwd() if args.root is None else args.root.expanduser()
    if not root.is_dir():
        return complain(f"--root {args.root} is no folder", WRONG_USAGE)
    settings = read_settings()
    set_variables({} if settings.prefect_api_url else retention.variables())
    try:
        with watching() as watcher, _early_processes(args), prefect_api(settings, watcher.say):
            report = _run(args, warehouse_of(args))
            if not settings.prefect_api_url and retention.is_due(settings):
                with suppress(Exception):  # the run is published; a database in use is pruned another day
                    retention.prune(settings)
    except SourceNotFoundError as error:
        return complain(f"{error}: name files, folders or globs that exist", WRONG_USAGE)
    except OrchestratorError as error:
        return complain(str(error), FAILED)
    except ChecksFailedError as error:
        for offence in error.offences[:_SHOWN]:
            complain(str(offence), FAILED)
        return complain(str(error), FAILED)
    except WarehouseError:
        raise
    except Exception as error:
        sentence = f"the run failed, the warehouse is as it was: {type(error).__name__}: {_first_line(error)}"
        return complain(sentence, FAILED)
    _show(report, args)
    return QUARANTINED if args.strict and report.counts.quarantined else DONE


@contextmanager
def _early_processes(args: argparse.Namespace) -> Iterator[None]:
    """Have a process load lexicon and rules while this one imports Prefect: both take seconds, on two cores at once.

    Where nothing seems to have come since the last run, nothing is loaded before it is needed.
    """
    workers = args.workers or os.cpu_count() or 1
    if args.runner not in (None, "process") or workers == 1 or not expects_news(args):
        yield
    else:
        with processes(workers, warm_up):
            yield


def expects_news(args: argparse.Namespace) -> bool:
    """Whether a file to read was written, moved or linked after the warehouse was: a guess that changes no result."""
    try:
        written = warehouse_of(args).stat().st_mtime
    except OSError:
        return True
    if args.reprocess:
        return True
    for path in discover(args.sources or [str(ARTICLES)], Path.cwd()).files:
        with suppress(OSError):  # what cannot be read is for the flow to tell
            told = path.stat()
            if max(told.st_mtime, told.st_ctime) >= written:
                return True
    return False


def _run(args: argparse.Namespace, warehouse: Path) -> "Report":
    from hawliyat.flows.timeline import Report, timeline

    runner = _task_runner(args.runner, args.workers)
    configured = timeline if runner is None else timeline.with_options(task_runner=runner)
    report = configured(
        sources=args.sources or None,
        root=None if args.root is None else args.root.expanduser().absolute(),
        warehouse=warehouse,
        published_at=args.published_at,
        workers=args.workers,
        runner=args.runner,
        reprocess=args.reprocess,
        wait=args.wait,
        keep=args.keep,
    )
    assert isinstance(report, Report)  # only a run that a schedule made may end otherwise
    return report


def _task_runner(name: str | None, workers: int | None) -> "TaskRunner[Any] | None":
    """What the flow submits shards to; None for its own threads, which also feed a pool of processes."""
    runner: TaskRunner[Any] | None = None
    if name == "dask":
        from prefect_dask import DaskTaskRunner

        runner = DaskTaskRunner(cluster_kwargs={"n_workers": workers, "threads_per_worker": 1})
    elif name == "ray":
        from prefect_ray import RayTaskRunner

        runner = RayTaskRunner(init_kwargs={"num_cpus": workers})
    elif workers is not None:
        from prefect.task_runners import ThreadPoolTaskRunner

        runner = ThreadPoolTaskRunner(max_workers=workers)
    return runner


def _show(report: "Report", args: argparse.Namespace) -> None:
    counts = asdict(report.counts)
    documents = ("read", "loaded", "unchanged", "replaced", "quarantined", "rederived")
    if args.json:
        result = {
            "run_id": report.run_id,
            "documents": {name: counts[name] for name in documents},
            "time_expressions": report.counts.time_expressions,
            "events": report.counts.events,
            "seconds": round(report.seconds, 3),
        }
        print(json.dumps(result))
    out = sys.stderr if args.json else sys.stdout
    nothing = "" if report.counts.changed or report.counts.quarantined else "nothing new: "
    print(f"{nothing}{', '.join(f'{counts[name]} {name}' for name in documents)}", file=out)
    aside = [
        f"{report.repeated} repeated records left out" if report.repeated else "",
        _passed_over(report.passed_over),
    ]
    if any(aside):
        print("; ".join(filter(None, aside)), file=out)
    for row in report.rejected[:_SHOWN]:
        place = row.source_uri + ("" if row.record is None else f" record {row.record}")
        print(f"  quarantined: {place}: {row.reason}: {row.detail or ''}".rstrip(": "), file=out)
    if report.newly_rejected > _SHOWN:
        print(f"  and {report.newly_rejected - _SHOWN} more: hawliyat quarantine", file=out)
    print(
        f"{report.counts.time_expressions} time expressions, {report.counts.events} events "
        f"in {report.seconds:.1f} s: {report.warehouse}",
        file=out,
    )
    print(f"next: hawliyat timeline{_warehouse_option(args)}", file=out)


def _passed_over(kinds: dict[str, int]) -> str:
    """`passed over: 12 sidecars, 3 .pdf files`, the most first."""
    if not kinds:
        return ""
    ordered = sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0]))
    shown = [f"{number} {kind}" for kind, number in ordered[:_KINDS]]
    others = sum(number for _, number in ordered[_KINDS:])
    return "passed over: " + ", ".join([*shown, *([f"{others} of other kinds"] if others else [])])


def _warehouse_option(args: argparse.Namespace) -> str:
    return "" if args.warehouse is None else f" --warehouse {shlex.quote(str(args.warehouse))}"


def _day(text: str) -> date:
    try:
        if len(text) == len("2025-07-01"):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{text!r} is no date: write YYYY-MM-DD, as 2025-07-01")


def _at_least_one(text: str) -> int:
    try:
        if (number := int(text)) >= 1:
            return number
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{text!r} is no number of workers: 1 or more")


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [""])[0]
