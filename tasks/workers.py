"""Where a stage computes: in the thread that asks, or in a pool of processes while one is open."""

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import ParamSpec, TypeVar

_P = ParamSpec("_P")
_R = TypeVar("_R")

_pool: ProcessPoolExecutor | None = None


@contextmanager
def processes(count: int) -> Iterator[None]:
    """Compute in `count` processes while the block runs.

    They are spawned, not forked: a fork would copy locks that threads of Polars and of Prefect hold. They import the
    stages and nothing of Prefect, so that one is ready in under two seconds.
    """
    global _pool
    pool = ProcessPoolExecutor(count, mp_context=get_context("spawn"))
    _pool = pool
    try:
        yield
    finally:
        _pool = None
        pool.shutdown(cancel_futures=True)


def compute(function: Callable[_P, _R], /, *args: _P.args, **kwargs: _P.kwargs) -> _R:
    """Call the function, in a process of the pool where one is open."""
    if _pool is None:
        return function(*args, **kwargs)
    return _pool.submit(function, *args, **kwargs).result()
