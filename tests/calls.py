"""Counting what a piece of work does, without a clock: Python calls, files read."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from unittest.mock import patch


@contextmanager
def counting_calls() -> Iterator[list[int]]:
    """One number, the functions written in Python that were called inside the block. A profiler that ran goes on after it."""
    calls = [0]

    def count(frame: FrameType, event: str, argument: object) -> None:
        calls[0] += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        yield calls
    finally:
        sys.setprofile(before)


@contextmanager
def noting_files() -> Iterator[list[str]]:
    """The names of the files that `Path.read_text` reads inside the block, in order, as often as they are read."""
    names: list[str] = []
    plain = Path.read_text

    def noting(self: Path, *args: str, **kwargs: str) -> str:
        names.append(self.name)
        return plain(self, *args, **kwargs)

    with patch.object(Path, "read_text", noting):
        yield names
