"""How far a run is, for whoever watches: a bar on a terminal, a line now and then in a log."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

_SECONDS_BETWEEN_LINES = 10.0


class Watcher(Protocol):
    """Takes news of a run."""

    def say(self, line: str) -> None:
        """A line for the user."""

    def step(self, stage: str, done: int, total: int | None) -> None:
        """`done` of `total` parts of a stage are through; None where nobody knows how many there are."""


class Silent:
    """Nobody watches: a scheduled run, whose states Prefect shows."""

    def say(self, line: str) -> None:
        """Nothing."""

    def step(self, stage: str, done: int, total: int | None) -> None:
        """Nothing."""


class Lines:
    """Standard error is a file or a pipe: a line when a long stage goes on."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def say(self, line: str) -> None:
        """Print the line."""
        print(line, file=sys.stderr, flush=True)  # noqa: T201

    def step(self, stage: str, done: int, total: int | None) -> None:
        """Print how far the stage is, unless something was printed a moment ago."""
        now = time.monotonic()
        if done and now - self._last >= _SECONDS_BETWEEN_LINES:
            self._last = now
            self.say(f"{stage}: {done}" + (f" of {total} shards" if total is not None else ""))


class Bars:
    """A terminal: one line that moves, gone when the run is through."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._bar = progress.add_task("starting Prefect", total=None)

    def say(self, line: str) -> None:
        """Print the line above the bar."""
        self._progress.console.print(line, highlight=False, markup=False)

    def step(self, stage: str, done: int, total: int | None) -> None:
        """Move the bar."""
        self._progress.update(self._bar, description=stage, completed=done, total=total)


_watcher: Watcher = Silent()


def watcher() -> Watcher:
    """Who watches the runs of this process."""
    return _watcher


@contextmanager
def watching() -> Iterator[Watcher]:
    """Show on standard error how far the runs of this block are."""
    global _watcher
    try:
        if not sys.stderr.isatty():
            _watcher = Lines()
            yield _watcher
            return
        console = Console(stderr=True)
        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as progress:
            _watcher = Bars(progress)
            yield _watcher
    finally:
        _watcher = Silent()
