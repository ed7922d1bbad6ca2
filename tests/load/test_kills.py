"""A load killed before each of its steps leaves the last state or the next one, whole, and the next load completes it."""

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from hawliyat.tasks.load import WarehouseError, connect, files, hold, kept_states, load
from hawliyat.tasks.load.checks import offences
from hawliyat.tasks.load.migrate import latest_version, steps
from hawliyat.tasks.load.sql import execute
from hawliyat.tests.load.tiny_news import ARTICLES, CALL, changed, run, write_older, write_shard

# Dies before the n-th step of a load, a step being a change to the file system or one of three scripts on the next state.
KILLED_LOAD = """
import os, pathlib, signal, sys
from hawliyat.tasks.load import Shard, files, load, merge, publish


from hawliyat.tests.load.tiny_news import run

left = int(sys.argv[3])

def dying(function):
    def step(*args, **kwargs):
        global left
        left -= function.__name__ != "execute" or args[1].endswith(("/decide", "/replace_documents", "/append_run"))
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*args, **kwargs)
    return step

for module in (merge, publish):
    module.execute = dying(module.execute)
for name in ("_sync", "_copy", "_link", "_clone"):
    setattr(files, name, dying(getattr(files, name)))
for name in ("replace", "unlink"):
    setattr(pathlib.Path, name, dying(getattr(pathlib.Path, name)))
load(pathlib.Path(sys.argv[1]), [Shard(pathlib.Path(sys.argv[2]))], run("killed"), keep=2)
"""

KILLED_MIGRATION = """
import os, pathlib, signal, sys
from hawliyat.tasks.load import Shard, load, migrate
from hawliyat.tests.load.tiny_news import run

execute = migrate.execute

def dying(connection, name, /, **values):
    if name == sys.argv[3]:
        os.kill(os.getpid(), signal.SIGKILL)
    return execute(connection, name, **values)

migrate.execute = dying
load(pathlib.Path(sys.argv[1]), [Shard(pathlib.Path(sys.argv[2]))], run("killed"))
"""


def documents(warehouse: Path) -> list[str]:
    with connect(warehouse) as connection:
        execute(connection, "merge/check_all")
        assert offences(connection) == []
        return [key for (key,) in connection.sql("select document_id from documents order by all").fetchall()]


def test_kill_before_every_step(tmp_path: Path) -> None:
    shard = write_shard(tmp_path / "next", (changed(CALL, headline="عنوان جديد"), *ARTICLES[1:]))
    first = [write_shard(tmp_path / "first", ARTICLES[:1])]
    for number in range(3):
        load(tmp_path / "base" / "news.duckdb", first, run(f"run-{number}"), keep=2)
    outcomes: set[bool] = set()
    for step in range(1, 200):
        warehouse = tmp_path / str(step) / "news.duckdb"
        shutil.copytree(tmp_path / "base", warehouse.parent)
        program = [sys.executable, "-c", KILLED_LOAD, str(warehouse), str(shard.folder), str(step)]
        status = subprocess.run(program, check=False).returncode
        if status == 0:
            break
        assert status == -signal.SIGKILL
        known = documents(warehouse)
        assert known in (["calls.txt"], ["calls.txt", "strike.txt", "talks.txt"])
        outcomes.add(len(known) == 3)
        counts = load(warehouse, [shard], run("again"), read=3, keep=2)
        assert (counts.loaded + counts.replaced == 3) != (counts.unchanged == 3)
        assert documents(warehouse) == ["calls.txt", "strike.txt", "talks.txt"]
        assert len(kept_states(warehouse)) == 2
        for state in kept_states(warehouse):
            assert "calls.txt" in documents(state)
        assert not list(warehouse.parent.glob("*.next*"))
    else:
        pytest.fail("the load never came to its end")
    assert step > 12
    assert outcomes == {False, True}


# A reader that opens the file again and again: what versions and how many documents it saw, and what went wrong.
READER = """
import duckdb, select, sys

seen = set()
while not select.select([sys.stdin], [], [], 0.01)[0]:
    with duckdb.connect(sys.argv[1], read_only=True) as connection:
        asked = "select (select max(version) from schema_migrations), count(*) from documents"
        seen |= set(connection.execute(asked).fetchall())
print(sorted(seen))
"""


def test_kill_in_the_middle_of_a_migration(tmp_path: Path) -> None:
    """Before a step of the schema, before it is recorded, before the views: readers see the old version or the new one."""
    shard = write_shard(tmp_path / "next", ARTICLES)
    load(tmp_path / "first.duckdb", [write_shard(tmp_path / "first", ARTICLES[:1])], run())
    warehouse = tmp_path / "news.duckdb"
    write_older(warehouse, tmp_path / "first.duckdb", 1)
    with subprocess.Popen(
        [sys.executable, "-c", READER, str(warehouse)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as reader:
        dying_before = [
            steps()[1],
            steps()[-1],
            "merge/append_migration",
            "views/timeline",
            "macros/fold_arabic",
        ]
        for name in dying_before:
            program = [sys.executable, "-c", KILLED_MIGRATION, str(warehouse), str(shard.folder), name]
            assert subprocess.run(program, check=False).returncode == -signal.SIGKILL
        assert load(warehouse, [shard], run("again"), read=3).loaded == 2
        assert documents(warehouse) == ["calls.txt", "strike.txt", "talks.txt"]
        time.sleep(0.5)  # for the reader to see it
        seen, errors = reader.communicate("\n")
    assert errors == ""
    assert seen == f"{[(1, 1), (latest_version(), 3)]}\n"
    assert len(kept_states(warehouse)) == 1
    assert not list(tmp_path.glob("*.next*"))


def test_disk_that_is_full_keeps_the_last_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    warehouse = tmp_path / "news.duckdb"
    load(warehouse, [write_shard(tmp_path / "a", ARTICLES[:1])], run())

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    for step in ("_copy", "_sync"):
        with monkeypatch.context() as patched:
            patched.setattr(files, step, full)
            with pytest.raises(WarehouseError, match=r"keeps its last state.*No space left"):
                load(warehouse, [write_shard(tmp_path / "b")], run("run-2"))
        assert documents(warehouse) == ["calls.txt"]
        assert not list(tmp_path.glob("*.next*"))


def test_corrupted_last_state_is_named_and_left_alone(tmp_path: Path) -> None:
    warehouse = tmp_path / "news.duckdb"
    load(warehouse, [write_shard(tmp_path / "a")], run())
    content = warehouse.read_bytes()
    warehouse.write_bytes(content[:5000])
    with pytest.raises(WarehouseError, match=str(warehouse)):
        load(warehouse, [write_shard(tmp_path / "b")], run("run-2"))
    assert warehouse.read_bytes() == content[:5000]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 9 MB; its test is skipped aloud where none may be mounted."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=9m", "tmpfs", str(folder)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip(f"no file system can be mounted here: {mounted.stderr.decode().strip()}")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_real_disk_that_runs_full_or_turns_read_only(small_disk: Path, tmp_path: Path) -> None:
    warehouse = small_disk / "news.duckdb"
    load(warehouse, [write_shard(tmp_path / "a", ARTICLES[:1])], run())
    noise = Random(7)
    long = tuple(
        changed(CALL, document_id=f"{n}.txt", headline="".join(noise.choices("ابتثجحخدذرزسش", k=600_000)))
        for n in range(20)
    )
    with pytest.raises(WarehouseError, match=r"keeps its last state.*No space left"):
        load(warehouse, [write_shard(tmp_path / "b", long)], run("run-2"))
    assert documents(warehouse) == ["calls.txt"]
    assert not list(small_disk.glob("*.next*"))
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(WarehouseError, match=r"keeps its last state.*Read-only"):
        load(warehouse, [write_shard(tmp_path / "a")], run("run-3"))
    with pytest.raises(WarehouseError, match=r"lock .* cannot be written"), hold(warehouse):
        pass
    assert documents(warehouse) == ["calls.txt"]
