"""One writer at a time: a lock beside the warehouse that the system drops with its owner, however that one ends."""

import fcntl
import json
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from hawliyat.tasks.load.errors import WarehouseError, WarehouseHeldError
from hawliyat.tasks.load.files import lock_path

_POLL_SECONDS = 0.2
_held_here: set[Path] = set()
_guard = threading.Lock()


@contextmanager
def hold(warehouse: Path, wait: float = 0.0) -> Iterator[None]:
    """Hold the warehouse for writing, after at most `wait` seconds.

    POSIX record locks (fcntl) rather than flock: worker processes forked by the owner do not inherit them, so an
    orphaned worker of a killed run blocks nobody. They do not tell threads of one process apart; `_held_here` does.

    Raises:
        WarehouseHeldError: another run holds it still; the message names its pid, host and start.
        WarehouseError: the lock file cannot be written.
    """
    path = lock_path(warehouse.absolute())
    deadline = time.monotonic() + wait
    while True:
        with _guard:
            descriptor = _try_lock(path)
        if descriptor is not None:
            break
        if time.monotonic() >= deadline:
            raise WarehouseHeldError(f"{warehouse} is held by another run{_owner(path)}.")
        time.sleep(_POLL_SECONDS)
    try:
        yield
    finally:
        os.ftruncate(descriptor, 0)
        _held_here.discard(path)
        os.close(descriptor)


def _try_lock(path: Path) -> int | None:
    if path in _held_here:
        return None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise WarehouseError(f"The lock {path} cannot be written: {error.strerror}.") from error
    try:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return None
    _held_here.add(path)
    owner = {
        "pid": os.getpid(),
        "host": socket.gethostname(),
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    os.ftruncate(descriptor, 0)
    os.write(descriptor, json.dumps(owner).encode())
    return descriptor


def holder(warehouse: Path) -> str:
    """Who holds the warehouse, as ` (pid ... on ..., since ...)`; empty where nobody does."""
    path = lock_path(warehouse.absolute())
    if path in _held_here:
        return _owner(path)
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    except OSError:
        return ""
    try:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return _owner(path) or " (starting)"
    finally:
        os.close(descriptor)
    return ""


def _owner(path: Path) -> str:
    """Who holds the lock, as far as the file says: the owner may be writing it just now."""
    if path in _held_here:  # opening and closing it here would drop this process's own lock
        return f" (pid {os.getpid()}, this process)"
    try:
        owner = json.loads(path.read_text(encoding="utf-8"))
        return f" (pid {owner['pid']} on {owner['host']}, since {owner['since']})"
    except (OSError, ValueError, KeyError):
        return ""
