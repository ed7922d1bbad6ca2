"""Shared fixtures, and how a test session ends."""

import os
import sys

import pytest

_status = [0]


def pytest_sessionfinish(exitstatus: int) -> None:
    """Keep the status for the end."""
    _status[0] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """Leave as the command does: Prefect's daemon threads hold on to DuckDB's types, which prints a page of complaints.

    The summary is to be the last that a reader of a log sees.
    """
    if "prefect" in sys.modules:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(_status[0])
