"""`hawliyat serve`: runs on a schedule, by Prefect."""

import argparse
import asyncio
import sys
from pathlib import Path
from typing import Any

from hawliyat.flows.cli.common import (
    DONE,
    FAILED,
    WRONG_USAGE,
    add_warehouse,
    complain,
    exit_status,
    warehouse_of,
)
from hawliyat.flows.cli.run import add_reading
from hawliyat.flows.orchestrator import OrchestratorError
from hawliyat.flows.server import PORT, lasting_api
from hawliyat.flows.settings import read_settings
from hawliyat.tasks.ingest import SourceNotFoundError, discover
from hawliyat.tasks.load.lock import hold_schedule

HOURLY = "0 * * * *"
_WAIT_SECONDS = 600.0


def add_parser(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = subparsers.add_parser(
        "serve",
        help="run on a schedule: folders named are read anew every time",
        description="Run on a schedule, until interrupted. Folders named are read anew every time, so that what is moved into "
        "them is in the warehouse after the next run. Uses the Prefect server of PREFECT_API_URL, else brings its own.",
    )
    add_reading(parser)
    parser.add_argument(
        "--cron", default=HOURLY, metavar="CRON", help="when runs are due (default: %(default)r, every hour)"
    )
    parser.add_argument(
        "--timezone", default="UTC", metavar="ZONE", help="of the schedule (default: %(default)s)"
    )
    parser.add_argument("--name", metavar="NAME", help="of the deployment (default: the warehouse's)")
    parser.add_argument(
        "--port",
        type=int,
        default=PORT,
        metavar="N",
        help="of our own server and its UI, where no other is named (default: %(default)s)",
    )
    add_warehouse(parser)
    parser.set_defaults(execute=execute, wait=_WAIT_SECONDS)


@exit_status
def execute(args: argparse.Namespace) -> int:
    """Serve until interrupted or terminated; 0 then, 1 where Prefect cannot be had, 2 wrong usage, 4 where it is served."""
    warehouse = warehouse_of(args).expanduser().absolute()
    root = (args.root or Path.cwd()).expanduser().absolute()
    if not root.is_dir():
        return complain(f"--root {args.root} is no folder", WRONG_USAGE)
    try:
        discover(args.sources, root)
    except SourceNotFoundError as error:
        return complain(f"{error}: name files, folders or globs that exist", WRONG_USAGE)
    try:
        # Before Prefect starts: whoever serves it already is known at once.
        with (
            hold_schedule(warehouse, _name(args, warehouse)),
            lasting_api(read_settings(), args.port, _say) as url,
        ):
            return _serve(args, warehouse, root, url)
    except OrchestratorError as error:
        return complain(str(error), FAILED)


def _serve(args: argparse.Namespace, warehouse: Path, root: Path, url: str) -> int:
    from hawliyat.flows.schedule import Plan, Schedule

    parameters: dict[str, str | int | float | list[str] | None] = {
        "sources": [str(Path(source).expanduser().absolute()) for source in args.sources] or None,
        "root": str(root) if args.sources or args.root else None,
        "published_at": None if args.published_at is None else args.published_at.isoformat(),
        "workers": args.workers,
        "runner": args.runner,
        "wait": args.wait,
        "keep": args.keep,
    }
    name = _name(args, warehouse)
    try:
        schedule = Schedule(Plan(name, warehouse, args.cron, args.timezone, parameters))
    except ValueError as error:  # Prefect's own validation errors are of this kind
        said = str(error).splitlines()
        return complain(
            f"--cron {args.cron} --timezone {args.timezone}: {' '.join((said[2:3] or said)[0].split(' [')[0].split())}",
            WRONG_USAGE,
        )
    missed = schedule.missed()
    _say(f"serving hawliyat/{name} ({args.cron} {args.timezone}): {url.removesuffix('/api')}")
    if missed:
        runs = "1 run" if missed == 1 else f"{missed} runs"
        _say(f"{runs} came due while nobody served: one run begins now in their place")
    asyncio.run(schedule.serve())
    _say("stopped")
    return DONE


def _name(args: argparse.Namespace, warehouse: Path) -> str:
    return str(args.name or warehouse.stem)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
