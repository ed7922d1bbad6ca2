"""One JSON object a line on standard error for what a scheduled run begins and ends, and the same in Prefect's log."""

import atexit
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache

from prefect import get_run_logger
from prefect.runtime import deployment

from hawliyat.tasks.load.journal import told


def note(event: str, run_id: str, **fields: object) -> None:
    """Log an event of a run, at the level `error` where it is `failed`.

    A run that a person began has its own lines on the terminal; only one of a deployment writes to standard error.
    """
    text = ", ".join(f"{name} {value}" for name, value in fields.items())
    get_run_logger().log(40 if event == "failed" else 20, "%s: %s", event, text or "run " + run_id)
    if deployment.id:
        _end_silently()
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        line = json.dumps(
            {"at": at, "run_id": run_id, "event": event, **fields}, ensure_ascii=False, default=str
        )
        print(line, file=sys.stderr, flush=True)  # noqa: T201


@contextmanager
def failures(run_id: str) -> Iterator[None]:
    """Log what ends the block with an error: `stopped` where somebody stopped the run, else `failed`."""
    try:
        yield
    except BaseException as error:
        note("failed" if isinstance(error, Exception) else "stopped", run_id, error=told(error))
        raise


@cache
def _end_silently() -> None:
    """Nothing after the last event: DuckDB's binding reports dozens of lines of its own when the interpreter ends."""
    atexit.register(lambda: os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno()))
