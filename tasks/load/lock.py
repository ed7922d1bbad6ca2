"""One writer at a time: a lock beside the warehouse that the system drops with its owner, however that one ends."""

import fcntl
import json
import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from hawliyat.tasks.load import journal
from hawliyat.tasks.load.errors import WarehouseError, WarehouseHeldError
from hawliyat.tasks.load.files import lock_path, schedule_lock_path
from hawliyat.tasks.load.journal import Entry

_POLL_SECONDS = 0.2
_held_here: set[Path] = set()
_guard = threading.Lock()


@contextmanager
def hold(warehouse: Path, wait: float = 0.0, run_id: str = "") -> Iterator[None]:
    """Hold the warehouse for writing, after at most `wait` seconds. What an owner left that was killed goes to the log.

    POSIX record locks (fcntl) rather than flock: worker processes forked by the owner do not inherit them, so an
    orphaned worker of a killed run blocks nobody. They do not tell threads of one process apart; `_held_here` does.

    Raises:
        WarehouseHeldError: another run holds it still; the message names its pid, host and start.
        WarehouseError: the lock file cannot be written.
    """

    def inherit(killed: dict[str, str]) -> None:
        journal.append(warehouse, _entry(killed))

    with _owned(lock_path(warehouse.absolute()), wait, run_id, inherit) as owner:
        if owner is not None:
            raise WarehouseHeldError(f"{warehouse} is held by another run{owner}.")
        yield


@contextmanager
def hold_schedule(warehouse: Path, name: str) -> Iterator[None]:
    """Be the one process that serves the schedule of that name for the warehouse.

    Raises:
        WarehouseHeldError: another process does; the message names its pid, host and start.
        WarehouseError: the lock file cannot be written.
    """
    with _owned(schedule_lock_path(warehouse.absolute(), name)) as owner:
        if owner is not None:
            raise WarehouseHeldError(
                f"{warehouse} is served already under the name {name}{owner}; "
                "--name gives a second schedule a name of its own."
            )
        yield


@contextmanager
def _owned(
    path: Path,
    wait: float = 0.0,
    run_id: str = "",
    inherit: Callable[[dict[str, str]], None] | None = None,
) -> Iterator[str | None]:
    """Own the lock; None then, else, after `wait` seconds, who owns it. `inherit` hears of an owner that was killed."""
    deadline = time.monotonic() + wait
    while True:
        with _guard:
            descriptor = _try_lock(path, run_id, inherit)
        if descriptor is not None:
            break
        if time.monotonic() >= deadline:
            yield _owner(path)
            return
        time.sleep(_POLL_SECONDS)
    try:
        yield None
    finally:
        os.ftruncate(descriptor, 0)
        _held_here.discard(path)
        os.close(descriptor)


def _try_lock(path: Path, run_id: str, inherit: Callable[[dict[str, str]], None] | None) -> int | None:
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
    if inherit is not None and (killed := _read(descriptor)):
        inherit(killed)
    owner = {
        "pid": os.getpid(),
        "host": socket.gethostname(),
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
        "run_id": run_id,
    }
    os.ftruncate(descriptor, 0)
    os.write(descriptor, json.dumps(owner).encode())
    return descriptor


def holder(warehouse: Path) -> str:
    """Who holds the warehouse, as ` (pid ... on ..., since ...)`; empty where nobody does."""
    return _present_owner(lock_path(warehouse.absolute()))


def schedule_holder(warehouse: Path, name: str) -> str:
    """Who serves the schedule of that name for the warehouse, as ` (pid ... on ..., since ...)`; empty where nobody does."""
    return _present_owner(schedule_lock_path(warehouse.absolute(), name))


def _present_owner(path: Path) -> str:
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


def killed_run(warehouse: Path) -> Entry | None:
    """The run that held the warehouse last, where it ended without letting go and none came after it."""
    path = lock_path(warehouse.absolute())
    if path in _held_here:
        return None
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        killed = _read(descriptor)
    except OSError:
        return None
    finally:
        os.close(descriptor)
    return _entry(killed) if killed else None


def _read(descriptor: int) -> dict[str, str]:
    """What an owner wrote into the lock; empty where it let go in order, or was killed as it began."""
    try:
        owner = json.loads(os.pread(descriptor, 4096, 0))
        return {name: str(owner.get(name, "")) for name in ("pid", "host", "since", "run_id")}
    except (ValueError, AttributeError):
        return {}


def _entry(killed: dict[str, str]) -> Entry:
    message = f"Killed: pid {killed['pid']} on {killed['host']} ended without letting go of the warehouse."
    return Entry(killed["run_id"], "failed", killed["since"], killed["since"], message)


def _owner(path: Path) -> str:
    """Who holds the lock, as far as the file says: the owner may be writing it just now."""
    if path in _held_here:  # opening and closing it here would drop this process's own lock
        return f" (pid {os.getpid()}, this process)"
    try:
        owner = json.loads(path.read_text(encoding="utf-8"))
        return f" (pid {owner['pid']} on {owner['host']}, since {owner['since']})"
    except (OSError, ValueError, KeyError):
        return ""
