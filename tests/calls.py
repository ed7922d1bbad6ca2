"""Counting Python calls: what a piece of work costs, without a clock."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


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
