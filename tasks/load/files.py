"""The warehouse as files: the next state beside the last one, put in its place in one step, older ones kept.

NAME.duckdb            the state that readers open
NAME.duckdb.next       the state a run is building; left over only by a killed run
NAME.duckdb.1 .2 ...   states before it, newest first
NAME.duckdb.undone     the state that the last rollback left
NAME.duckdb.lock       held by the run that writes
NAME.duckdb.serve.*    held by the process that serves a schedule
NAME.duckdb.runs.jsonl failed runs and rollbacks
"""

import errno
import fcntl
import glob
import os
import re
import shutil
from pathlib import Path
from urllib.parse import quote

import duckdb

from hawliyat.tasks.load.errors import WarehouseError, WarehouseMissingError
from hawliyat.tasks.load.sql import execute

_HELD_MB, _HELD_MB_A_THREAD = 256, 128
_MAGIC = slice(8, 12)  # of a DuckDB file, behind its checksum
_WRITER = re.compile(r"Conflicting lock is held in (.+?\(PID \d+\))")
_FICLONE = 0x40049409  # linux/fs.h: share the blocks of a file (Btrfs, XFS), copied when one side is written


def _beside(warehouse: Path, suffix: str) -> Path:
    return warehouse.with_name(warehouse.name + suffix)


def next_path(warehouse: Path) -> Path:
    """Where the next state is built."""
    return _beside(warehouse, ".next")


def lock_path(warehouse: Path) -> Path:
    """The file whose lock a writer holds."""
    return _beside(warehouse, ".lock")


def schedule_lock_path(warehouse: Path, name: str) -> Path:
    """The file whose lock the process holds that serves the schedule of that name."""
    return _beside(warehouse, f".serve.{quote(name, safe='')}.lock")


def journal_path(warehouse: Path) -> Path:
    """The log of failed runs and rollbacks, one JSON object a line."""
    return _beside(warehouse, ".runs.jsonl")


def kept_states(warehouse: Path) -> list[Path]:
    """States before the present one, newest first."""
    # A gap in the numbers is what a run killed while it moved them leaves; the order still holds.
    numbered = [
        path
        for path in warehouse.parent.glob(glob.escape(warehouse.name) + ".*")
        if path.suffix[1:].isdecimal()
    ]
    return sorted(numbered, key=lambda path: int(path.suffix[1:]))


def undone_path(warehouse: Path) -> Path:
    """The state that the last rollback left."""
    return _beside(warehouse, ".undone")


def behind_link(warehouse: Path) -> Path:
    """The file that a symbolic link names: publishing replaces that one, never the link, and keeps older states beside it.

    Raises:
        WarehouseError: it is a folder.
    """
    if warehouse.is_dir():
        raise WarehouseError(f"{warehouse} is a folder: a warehouse is a DuckDB file, in it or elsewhere.")
    return warehouse.resolve() if warehouse.is_symlink() else warehouse


def connect(warehouse: Path) -> duckdb.DuckDBPyConnection:
    """Open the warehouse to read it; takes no part in any writer's lock.

    Raises:
        WarehouseMissingError: there is none.
        WarehouseError: the file is no DuckDB file or one of other tables, or another program has it open for writing.
    """
    if not warehouse.exists():
        raise WarehouseMissingError(f"There is no warehouse at {warehouse}; hawliyat run makes one.")
    _require_duckdb(warehouse)
    try:
        connection = duckdb.connect(str(warehouse), read_only=True, config=bounded())
        tables = execute(connection, "reports/table_names").fetchall()
    except duckdb.Error as error:
        if writer := _WRITER.search(str(error)):
            raise WarehouseError(
                f"{warehouse} is open for writing in another program, {writer[1]}: close it there, or open it read-only there."
            ) from error
        raise WarehouseError(f"{warehouse} cannot be opened: {_first_line(error)}") from error
    if ("schema_migrations",) not in tables:
        connection.close()
        raise WarehouseError(f"{warehouse} is a DuckDB file of other tables, no warehouse of Hawliyat.")
    return connection


def _require_duckdb(warehouse: Path) -> None:
    """DuckDB itself would look for an extension, on the network too, that reads a file of SQLite or of another kind."""
    try:
        with warehouse.open("rb") as file:
            head = file.read(_MAGIC.stop)
    except OSError as error:
        raise WarehouseError(f"{warehouse} cannot be read: {error.strerror}.") from error
    if head[_MAGIC] != b"DUCK":
        raise WarehouseError(f"{warehouse} cannot be opened: it is no DuckDB file.")


def bounded() -> dict[str, str | bool | int | float | list[str]]:
    """A configuration of DuckDB under which it holds so much and spills the rest beside the file.

    Its own bound, four fifths of the machine's memory, it would fill with pages of the file that it could read again.
    """
    threads = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return {"memory_limit": f"{_HELD_MB + _HELD_MB_A_THREAD * threads}MB"}


def copy_to_next(warehouse: Path) -> Path:
    """Lay a copy of the last state, where there is one, beside it; sharing its blocks where the file system can."""
    target = next_path(warehouse)
    discard_next(warehouse)
    warehouse.parent.mkdir(parents=True, exist_ok=True)
    if warehouse.exists():
        with connect(warehouse):  # refuses a file that another program is writing
            _copy(warehouse, target)
            log = _beside(warehouse, ".wal")
            if log.exists():  # what a person wrote by hand and did not checkpoint
                _copy(log, _beside(target, ".wal"))
    return target


def discard_next(warehouse: Path) -> None:
    """Remove what a failed or killed run left of a next state."""
    target = next_path(warehouse)
    for leftover in (target, _beside(target, ".wal"), _beside(target, ".wal.checkpoint")):
        leftover.unlink(missing_ok=True)
    shutil.rmtree(_beside(target, ".tmp"), ignore_errors=True)


def publish(warehouse: Path, keep: int) -> None:
    """Put the next state in the place of the last one in one step, and keep that one as `.1`, at most `keep` states.

    Readers that have the last state open go on with it. A kill at any moment leaves either the last state or the next.
    """
    target = next_path(warehouse)
    _sync(target)
    if warehouse.exists():
        _keep_state(warehouse, keep)
        # Its content is in the next state; left behind, it would be replayed into a file that it does not belong to.
        _beside(warehouse, ".wal").unlink(missing_ok=True)
    target.replace(warehouse)
    _sync(warehouse.parent)


def restore(warehouse: Path) -> Path:
    """Put the newest kept state in the place of the present one, which is kept as `.undone`; the path it came from."""
    kept = kept_states(warehouse)
    if not kept:
        raise WarehouseError(
            f"There is no state before the present one of {warehouse}: none is kept beside it."
        )
    with connect(kept[0]):  # never put in place what cannot be opened
        pass
    undone = undone_path(warehouse)
    if warehouse.exists():
        undone.unlink(missing_ok=True)
        _link(warehouse, undone)
    _beside(warehouse, ".wal").unlink(missing_ok=True)
    kept[0].replace(warehouse)
    for older, newer in zip(kept[1:], kept, strict=False):
        older.replace(newer)
    _sync(warehouse.parent)
    return kept[0]


def _keep_state(warehouse: Path, keep: int) -> None:
    kept = kept_states(warehouse)
    if not (kept and kept[0].samefile(warehouse)):  # else a run was killed between keeping and publishing
        for place in range(len(kept) - 1, -1, -1):
            kept[place].replace(_beside(warehouse, f".{place + 2}"))
        _link(warehouse, _beside(warehouse, ".1"))
    for state in kept_states(warehouse)[keep:]:
        state.unlink()


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # file systems without hard links
        _copy(source, target)


def _copy(source: Path, target: Path) -> None:
    if not _clone(source, target):
        shutil.copyfile(source, target)


def _clone(source: Path, target: Path) -> bool:
    try:
        with source.open("rb") as reading, target.open("wb") as writing:
            fcntl.ioctl(writing.fileno(), _FICLONE, reading.fileno())
    except OSError as error:
        if error.errno in (errno.EOPNOTSUPP, errno.ENOTTY, errno.EINVAL, errno.EXDEV, errno.ENOSYS):
            return False
        raise
    return True


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _first_line(error: BaseException) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__
