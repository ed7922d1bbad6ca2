"""What the commands that read or change a warehouse share: its option, their exit status, the shape of a run."""

import argparse
import functools
import json
import math
import sys
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import duckdb

import hawliyat
from hawliyat.flows.settings import SettingsError, read_settings
from hawliyat.tasks.load import Run, WarehouseError, WarehouseHeldError, behind_link
from hawliyat.tasks.version import extractor_version

DONE, FAILED, WRONG_USAGE, HELD = 0, 1, 2, 4

Command = Callable[[argparse.Namespace], int]


def add_warehouse(parser: argparse.ArgumentParser) -> None:
    """Give a command its `--warehouse PATH`."""
    parser.add_argument(
        "--warehouse",
        type=Path,
        metavar="PATH",
        help="the DuckDB file (default: HAWLIYAT_WAREHOUSE, else warehouse/hawliyat.duckdb of a checkout)",
    )


def add_wait(parser: argparse.ArgumentParser) -> None:
    """Give a command its `--wait SECONDS`."""
    parser.add_argument(
        "--wait",
        type=_seconds,
        default=0.0,
        metavar="SECONDS",
        help="for another run on the warehouse (default: 0)",
    )


def _seconds(text: str) -> float:
    try:
        if math.isfinite(seconds := float(text)) and seconds >= 0:
            return seconds
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds: 0 or more")


def none_or_more(text: str) -> int:
    """A count that an option is given."""
    if text.isdecimal():
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no count: 0 or more")


def warehouse_of(args: argparse.Namespace) -> Path:
    """The warehouse that the user named, else the one of the settings."""
    named: Path | None = args.warehouse
    return behind_link(named or read_settings().warehouse)


def exit_status(command: Command) -> Command:
    """Turn the errors of a warehouse or of the settings into one sentence on standard error and the contract's exit status."""

    @functools.wraps(command)
    def guarded(args: argparse.Namespace) -> int:
        try:
            return command(args)
        except WarehouseHeldError as error:
            return complain(str(error), HELD)
        except (WarehouseError, SettingsError) as error:
            return complain(str(error), FAILED)
        except (duckdb.BinderException, duckdb.CatalogException):
            said = f"{warehouse_of(args)} has another schema than this hawliyat; hawliyat run brings an older one up to date."
            return complain(said, FAILED)
        except duckdb.Error as error:  # of a file that opens, but is damaged further in
            return complain(f"{warehouse_of(args)} cannot be read: {str(error).splitlines()[0]}", FAILED)

    return guarded


def complain(sentence: str, status: int) -> int:
    """Say what is wrong on standard error; the status to leave with."""
    print(f"hawliyat: {sentence}", file=sys.stderr)
    return status


def new_run(command: str, **parameters: str) -> Run:
    """A run of a command that changes the warehouse but mines nothing."""
    return Run(
        run_id=uuid.uuid4().hex[:12],
        started_at=datetime.now(UTC),
        code_version=hawliyat.__version__,
        extractor_version=extractor_version(),
        parameters=json.dumps({"command": command, **parameters}, ensure_ascii=False),
    )
