"""Where a stage computes: in the thread that asks, or in a pool of processes while one is open."""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from threading import Thread
from typing import ParamSpec, TypeVar

_P = ParamSpec("_P")
_R = TypeVar("_R")

_pool: ProcessPoolExecutor | None = None


@contextmanager
def processes(count: int, warm_up: Callable[[], object] | None = None) -> Iterator[None]:
    """Compute in up to `count` processes while the block runs; inside another such block, in the processes of that one.

    A process is started when work waits for one. The first one calls `warm_up` at once, beside whatever the block
    begins with. They are spawned, not forked: a fork would copy locks that threads of Polars and of Prefect hold.
    They import the stages and nothing of Prefect.
    """
    global _pool
    if _pool is not None:
        yield
        return
    with ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_serve_parent) as pool:
        if warm_up is not None:
            pool.submit(warm_up)
        _pool = pool
        try:
            yield
        except BaseException:
            for child in active_children():  # what they compute nobody waits for
                child.terminate()
            raise
        finally:
            _pool = None


def dismiss() -> None:
    """End the processes of the block before the block ends: what follows can have their memory, and computes in its thread."""
    global _pool
    if _pool is not None:
        _pool.shutdown()
        _pool = None


def compute(function: Callable[_P, _R], /, *args: _P.args, **kwargs: _P.kwargs) -> _R:
    """Call the function, in a process of the pool where one is open."""
    if _pool is None:
        return function(*args, **kwargs)
    return _pool.submit(function, *args, **kwargs).result()


def _serve_parent() -> None:
    """Leave interrupts to the parent, and do not outlive it however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    assert parent is not None  # the pool spawned this process

    def follow() -> None:
        parent.join()
        os._exit(1)

    Thread(target=follow, daemon=True).start()
