"""`hawliyat run` killed again and again while four readers query: nothing torn, nothing lost, nothing doubled.

HAWLIYAT_KILLS sets how many kills (default 10; `make faults` makes 200 and more).
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import duckdb
import pytest

from hawliyat.tasks.load import connect, journal
from hawliyat.tasks.load.checks import offences
from hawliyat.tasks.load.sql import execute
from hawliyat.tests.prefect_server import prefect_server

HERE = Path(__file__).parent
KILLS = int(os.environ.get("HAWLIYAT_KILLS", "10"))
READERS = 4
BATCH = 6
KILLS_A_BATCH = 10
PLACES = ("بيروت", "عمّان", "تونس", "الرباط", "مسقط", "الدوحة")


@dataclass(slots=True)
class Kitchen:
    """The process that forks runs."""

    process: subprocess.Popen[str]
    log: Path
    outcomes: list[int] = field(default_factory=list)

    def run(self, arguments: list[str], die_at: int = 0, kill_after: float | None = None) -> tuple[int, int]:
        """Exit status (negative: the signal) and boundaries passed of a run that may be killed."""
        assert self.process.stdin is not None
        asked = {"arguments": arguments, "die_at": die_at, "log": str(self.log)}
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()
        pid = self._read()["pid"]
        if kill_after is not None:
            time.sleep(kill_after)
            os.kill(pid, signal.SIGKILL)  # the kitchen has not waited for it, so the id is still its own
        ended = self._read()
        self.outcomes.append(ended["status"])
        return ended["status"], ended["steps"]

    def _read(self) -> dict[str, int]:
        assert self.process.stdout is not None
        answer: dict[str, int] = json.loads(self.process.stdout.readline())
        return answer


@contextmanager
def kitchen(home: Path, url: str) -> Iterator[Kitchen]:
    environment = {
        **os.environ,
        "HAWLIYAT_HOME": str(home),
        "HOME": str(home),
        "PREFECT_API_URL": url,
        "NO_PROXY": "127.0.0.1",
        "PYTHONWARNINGS": "ignore",
        "PREFECT_LOGGING_LEVEL": "CRITICAL",
    }
    home.mkdir(exist_ok=True)
    process = subprocess.Popen(
        [sys.executable, "-u", str(HERE / "kitchen.py")],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert json.loads(process.stdout.readline()) == {"ready": True}
    try:
        yield Kitchen(process, home / "last.log")
    finally:
        assert process.stdin is not None
        process.stdin.close()
        process.wait(30)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Prefect server that outlives the runs that are killed."""
    with prefect_server(tmp_path_factory.mktemp("server")) as url:
        yield url


@pytest.fixture(scope="module")
def cook(tmp_path_factory: pytest.TempPathFactory, server: str) -> Iterator[Kitchen]:
    with kitchen(tmp_path_factory.mktemp("kitchen") / "home", server) as ready:
        yield ready


@contextmanager
def reader(warehouse: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, str(HERE / "reader.py"), str(warehouse), str(BATCH)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def write_batch(inbox: Path, number: int) -> None:
    """Six new articles, and the ticker, which is another in each batch."""
    for place, city in enumerate(PLACES):
        body = f"زار الوزير {city} يوم {place + 1} مايو {2000 + number}، وفق البيان {number * 17}."
        text = f"زيارة رقم {number} إلى {city}\n\n{body}\n"
        _write(inbox / f"b{number:03d}-{place}.txt", text)
    _write(
        inbox / "ticker.txt",
        f"الدفعة b{number:03d}\n\nوصلت الدفعة b{number:03d} يوم 3 مايو 2025 إلى بيروت.\n",
    )


def _write(path: Path, text: str) -> None:
    path.with_suffix(".part").write_text(text, encoding="utf-8")
    path.with_suffix(".part").replace(path)


def keys(warehouse: Path) -> list[str]:
    with connect(warehouse) as connection:
        execute(connection, "merge/check_all")
        assert offences(connection) == []
        return [key for (key,) in connection.sql("select document_id from documents order by all").fetchall()]


def expected(batches: int) -> list[str]:
    return [*(f"b{n:03d}-{place}.txt" for n in range(batches) for place in range(BATCH)), "ticker.txt"]


def test_kills_at_random_moments_and_at_every_boundary(tmp_path: Path, cook: Kitchen) -> None:
    noise = Random(20250503)
    inbox, warehouse = tmp_path / "inbox", tmp_path / "house" / "news.duckdb"
    inbox.mkdir()
    warehouse.parent.mkdir()
    arguments = ["run", str(inbox), "--root", str(inbox), "--warehouse", str(warehouse)]
    arguments += ["--workers", "1", "--runner", "thread"]
    began = time.monotonic()
    with ExitStack() as stack:
        write_batch(inbox, 0)
        started = time.monotonic()
        status, boundaries = cook.run(arguments)
        usual = time.monotonic() - started
        assert status == 0, cook.log.read_text()
        assert boundaries > 40
        readers = [stack.enter_context(reader(warehouse)) for _ in range(READERS)]
        kills = at_boundaries = published = batch = 0
        while kills < KILLS:
            batch += 1
            write_batch(inbox, batch)
            for turn in range(KILLS_A_BATCH):
                # Half at a boundary (all in turn, where there are enough kills), half at any moment.
                if turn % 2:
                    stride = max(1, boundaries * 2 // KILLS)
                    place = 1 + (at_boundaries * stride) % boundaries
                    status, _ = cook.run(arguments, die_at=place)
                    at_boundaries += 1
                else:
                    status, _ = cook.run(arguments, kill_after=noise.uniform(0, usual))
                kills += status == -signal.SIGKILL
                present = keys(warehouse)
                assert present in (expected(batch), expected(batch + 1))
                published += present == expected(batch + 1)
                if kills >= KILLS:
                    break
            status, _ = cook.run(arguments)
            assert status == 0, cook.log.read_text()
            assert keys(warehouse) == expected(batch + 1)
        told = [json.loads(process.communicate("", timeout=60)[0]) for process in readers]
    seconds = time.monotonic() - began
    print(
        f"{kills} kills ({at_boundaries} at boundaries, of which a run has {boundaries}) in {batch} batches, "
        f"{published} after publishing; {sum(each['reads'] for each in told)} reads by {READERS} readers; {seconds:.0f} s"
    )
    assert [each["errors"] for each in told] == [[]] * READERS
    assert all(each["reads"] > 5 for each in told)
    assert not list(warehouse.parent.glob("*.next*"))
    with connect(warehouse) as connection:
        assert connection.sql("select count(*) - count(distinct event_id) from events").fetchall() == [(0,)]
        events = connection.sql("select count(*) from timeline").fetchall()
    fresh = tmp_path / "fresh.duckdb"
    again = [str(fresh) if part == str(warehouse) else part for part in arguments]
    assert cook.run(again)[0] == 0
    with connect(fresh) as connection:
        assert connection.sql("select count(*) from timeline").fetchall() == events


@pytest.mark.parametrize("after", [0.3, 1.5, 3.0][: max(1, min(3, KILLS // 10))])
def test_the_whole_command_killed_with_its_processes(tmp_path: Path, after: float) -> None:
    """Imports, pool and all; the workers do not outlive it, and its lock is free."""
    inbox, warehouse = tmp_path / "inbox", tmp_path / "news.duckdb"
    inbox.mkdir()
    write_batch(inbox, 0)
    command = [
        sys.executable,
        "-c",
        "from hawliyat.flows.cli import console\nif __name__ == '__main__': console()",
    ]
    command += ["run", str(inbox), "--root", str(inbox), "--warehouse", str(warehouse), "--workers", "2"]
    environment = {**os.environ, "HAWLIYAT_HOME": str(tmp_path / "home"), "HOME": str(tmp_path)}
    killed = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    killed.kill()
    killed.wait()
    assert not warehouse.exists() or keys(warehouse) == expected(1)
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert keys(warehouse) == expected(1)


def test_faults_of_disk_and_input(tmp_path: Path, cook: Kitchen) -> None:
    """A full disk, a folder that may not be written, a truncated input, a corrupted last state: said, and nothing lost."""
    inbox, disk = tmp_path / "inbox", tmp_path / "disk"
    inbox.mkdir()
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", str(disk)]
    mounted = subprocess.run(mount, check=False, capture_output=True, text=True)
    if mounted.returncode:
        pytest.skip(f"no file system can be mounted here: {mounted.stderr.strip()}")
    warehouse = disk / "news.duckdb"
    arguments = ["run", str(inbox), "--root", str(inbox), "--warehouse", str(warehouse)]
    arguments += ["--workers", "1", "--runner", "thread"]
    write_batch(inbox, 0)
    try:
        assert cook.run([*arguments, "--keep", "0"])[0] == 0, cook.log.read_text()
        write_batch(inbox, 1)
        hog = disk / "hog"
        with hog.open("wb") as filling:
            try:
                while True:
                    filling.write(bytes(65536))
            except OSError:
                pass
        assert cook.run(arguments)[0] == 1
        assert "No space left" in cook.log.read_text()
        assert keys(warehouse) == expected(1)
        assert not list(disk.glob("*.next*"))
        hog.unlink()
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        assert cook.run(arguments)[0] == 1
        assert "cannot be written" in cook.log.read_text()
        assert keys(warehouse) == expected(1)
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
        (inbox / "cut.jsonl").write_text('{"id": "cut", "text": "زار الوز', encoding="utf-8")
        (inbox / "cut.txt.gz").write_bytes(bytes.fromhex("1f8b0800000000000003"))
        assert cook.run([*arguments, "--keep", "0"])[0] == 0, cook.log.read_text()
        assert keys(warehouse) == expected(2)
        with duckdb.connect(str(warehouse), read_only=True) as connection:
            reasons = connection.sql("select source_uri, reason from quarantine order by all").fetchall()
        assert [source for source, _ in reasons] == ["cut.jsonl", "cut.txt.gz"]
        content = warehouse.read_bytes()
        warehouse.write_bytes(content[:4000] + bytes(500) + content[4500:9000])
        corrupted = warehouse.read_bytes()
        assert cook.run(arguments)[0] == 1
        assert "news.duckdb cannot be opened" in cook.log.read_text()
        assert warehouse.read_bytes() == corrupted
        assert any(entry.status == "failed" for entry in journal.entries(warehouse))
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)
