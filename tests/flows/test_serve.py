"""Schedules against a real Prefect server: `hawliyat serve` begins due runs, and the deployments of prefect.yaml deploy."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from hawliyat.flows.due import OUTDATED
from hawliyat.flows.settings import PACKAGE
from hawliyat.tasks.load import connect, hold
from hawliyat.tests.prefect_server import prefect_server

_CONSOLE = "from hawliyat.flows.cli import console\nif __name__ == '__main__': console()"
_SECONDS = 240.0  # of a slow machine that has other work to do


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with prefect_server(tmp_path_factory.mktemp("server"), services=True) as url:
        yield url


def _ask(url: str, path: str, content: dict[str, Any], method: str = "POST") -> Any:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    request = urllib.request.Request(
        f"{url}/{path}", json.dumps(content).encode(), {"content-type": "application/json"}, method=method
    )
    with direct.open(request, timeout=_SECONDS) as answer:
        return json.loads(answer.read() or "null")


def _environment(home: Path, url: str) -> dict[str, str]:
    return {
        **os.environ,
        "HAWLIYAT_HOME": str(home),
        "HOME": str(home),
        "PREFECT_HOME": str(home / "prefect"),
        "PREFECT_API_URL": url,
        "PREFECT_RUNNER_POLL_FREQUENCY": "1",
        "NO_PROXY": "127.0.0.1,localhost",
        "DO_NOT_TRACK": "1",
    }


def _runs(url: str) -> list[dict[str, Any]]:
    """All runs that a schedule made and that are due by now, the first due first."""
    due = {
        "deployment_id": {"is_null_": False},
        "expected_start_time": {"before_": datetime.now(UTC).isoformat()},
    }
    asked = {"flow_runs": due, "sort": "EXPECTED_START_TIME_ASC"}
    found: list[dict[str, Any]] = _ask(url, "flow_runs/filter", asked)
    return [run for run in found if run["auto_scheduled"]]


def _moment(run: dict[str, Any], of: str) -> datetime:
    """A time of a run; as text `…:05Z` would come after `…:05.2Z`."""
    return datetime.fromisoformat(run[of])


def _in_state(runs: Iterable[dict[str, Any]], state: str) -> set[str]:
    return {run["id"] for run in runs if run["state_type"] == state}


def _await(url: str, what: str, holds: Callable[[list[dict[str, Any]]], bool]) -> list[dict[str, Any]]:
    """The runs, once something holds of them."""
    deadline = time.monotonic() + _SECONDS
    while time.monotonic() < deadline:
        if holds(found := _runs(url)):
            return found
        time.sleep(0.5)
    states = [(run["expected_start_time"], run["state_name"]) for run in found]
    raise AssertionError(f"after {_SECONDS} s not {what}: {states}")


def _until(found: Callable[[], Any]) -> Any:
    """What is found, once it is something."""
    deadline = time.monotonic() + _SECONDS
    while time.monotonic() < deadline:
        if answer := found():
            return answer
        time.sleep(0.2)
    raise AssertionError(f"nothing after {_SECONDS} s")


def _has_processes(group: int) -> bool:
    with suppress(ProcessLookupError):
        os.killpg(group, 0)
        return True
    return False


@contextmanager
def _serving(
    command: list[str], environment: dict[str, str], log: Path
) -> Iterator["subprocess.Popen[bytes]"]:
    """`hawliyat serve` and the runs that it begins, all killed at the end: the power fails."""
    with log.open("wb") as writing:
        serving = subprocess.Popen(
            command, env=environment, stderr=writing, stdout=writing, start_new_session=True
        )
    try:
        yield serving
    finally:
        with suppress(ProcessLookupError):
            os.killpg(serving.pid, signal.SIGKILL)
        serving.wait()


def test_due_runs_are_begun_and_those_missed_or_overlapping_made_good_by_one(
    server: str, tmp_path: Path, articles: Path
) -> None:
    warehouse = tmp_path / "news.duckdb"
    command = [sys.executable, "-c", _CONSOLE, "serve", str(articles), "--root", str(articles)]
    command += ["--warehouse", str(warehouse), "--cron", "* * * * * */5", "--runner", "thread"]
    environment = _environment(tmp_path / "home", server)
    log = tmp_path / "log"

    with _serving(command, environment, log):
        with hold(warehouse):  # however fast the machine: the first run waits, and others come due
            _await(
                server,
                "one running, two due",
                lambda runs: bool(_in_state(runs, "RUNNING")) and len(_in_state(runs, "SCHEDULED")) >= 2,
            )
        runs = _await(server, "two completed", lambda runs: len(_in_state(runs, "COMPLETED")) >= 2)
    assert (
        tmp_path / "home" / "runner_storage"
    ).is_dir()  # and not in /tmp, where it is the first user's alone
    first, second = [run for run in runs if run["state_type"] == "COMPLETED"][:2]
    assert {first["name"], second["name"]} == {"articles -> news.duckdb"}
    # Nothing waits that was due before the last run began. The first may begin in the second when it was due.
    due = [_moment(run, "expected_start_time") for run in runs]
    assert sum(_moment(first, "expected_start_time") < each < _moment(first, "end_time") for each in due) >= 2
    began = _moment(second, "start_time")
    assert {run["state_type"] for run, each in zip(runs, due, strict=True) if each < began} == {
        "COMPLETED",
        "CANCELLED",
    }
    with connect(warehouse) as connection:
        published = connection.sql(
            "select counts ->> 'loaded' from runs order by started_at limit 2"
        ).fetchall()
    assert published == [("2",), ("0",)]
    said = [json.loads(line) for line in log.read_text().splitlines() if line.startswith("{")]
    assert [each["event"] for each in said if each["run_id"] == first["id"]] == [
        "started",
        "made good",
        "published",
    ]
    assert [each["event"] for each in said if each["run_id"] == second["id"]][-1] == "nothing new"

    missed = _in_state(
        _await(server, "two missed", lambda runs: len(_in_state(runs, "SCHEDULED")) >= 2), "SCHEDULED"
    )
    with _serving(command, environment, log) as serving:
        runs = _await(
            server,
            "all that were missed done with",
            lambda runs: missed <= _in_state(runs, "COMPLETED") | _in_state(runs, "CANCELLED"),
        )
        serving.send_signal(signal.SIGINT)
        serving.wait(60)
    made_good = [run for run in runs if run["id"] in missed & _in_state(runs, "CANCELLED")]
    assert len(made_good) == len(missed) - 1
    assert all(run["state"]["message"].startswith("Made good by the run ") for run in made_good)
    assert "came due while nobody served" in log.read_text()


def test_one_server_a_schedule_and_a_stop_ends_the_run_under_way(
    server: str, tmp_path: Path, articles: Path
) -> None:
    warehouse, other = tmp_path / "held.duckdb", tmp_path / "elsewhere" / "held.duckdb"
    command = [sys.executable, "-c", _CONSOLE, "serve", str(articles), "--root", str(articles)]
    command += ["--cron", "* * * * * */5", "--runner", "thread", "--warehouse"]
    environment = _environment(tmp_path / "home", server)
    log = tmp_path / "log"

    with hold(warehouse), _serving([*command, str(warehouse)], environment, log) as serving:
        named: dict[str, Any] = {"deployments": {"name": {"any_": ["held"]}}}
        running = named | {"flow_runs": {"state": {"type": {"any_": ["RUNNING"]}}}}
        (run, *_) = _until(lambda: _ask(server, "flow_runs/filter", running))
        for second in (warehouse, other):
            refused = subprocess.run(
                [*command, str(second)], env=environment, check=False, capture_output=True, text=True
            )
            assert refused.returncode == 4, refused.stderr
            assert f"{warehouse}" in refused.stderr
            assert f"(pid {serving.pid} on " in refused.stderr
        serving.send_signal(signal.SIGINT)
        assert serving.wait(60) == 0  # though the run would have waited ten minutes
        _until(lambda: not _has_processes(serving.pid))
    assert _ask(server, "flow_runs/filter", {"flow_runs": {"id": {"any_": [run["id"]]}}})[0][
        "state_type"
    ] == ("CANCELLED")
    assert log.read_text().endswith("stopped\n")

    # A server that lays the schedule out while it is changed adds runs of the old one.
    planned = named | {
        "flow_runs": {"state": {"type": {"any_": ["SCHEDULED"]}}},
        "sort": "EXPECTED_START_TIME_ASC",
    }
    (old, *_) = _until(lambda: _ask(server, "flow_runs/filter", planned))
    changed = {"parameters": old["parameters"] | {"warehouse": str(other)}}
    _ask(server, f"deployments/{run['deployment_id']}", changed, "PATCH")
    subprocess.run(
        [sys.executable, "-m", "prefect.engine", old["id"]], env=environment, check=False, capture_output=True
    )
    ended = _ask(server, "flow_runs/filter", {"flow_runs": {"id": {"any_": [old["id"]]}}})[0]["state"]
    assert (ended["type"], ended["message"]) == ("CANCELLED", OUTDATED)
    assert not warehouse.exists()

    other.parent.mkdir(exist_ok=True)
    duckdb.connect(str(other)).execute("create table theirs (a int)").close()
    with _serving([*command, str(other)], environment, log) as serving:
        _until(lambda: '"failed"' in log.read_text())
        serving.send_signal(signal.SIGTERM)
        assert serving.wait(60) == 0
    (failed, *_) = [json.loads(line) for line in log.read_text().splitlines() if '"failed"' in line]
    assert "no warehouse of Hawliyat" in failed["error"]
    assert (
        not warehouse.exists()
    )  # runs that were due before the schedule got another warehouse began no more


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_run_that_is_stopped_lets_go_and_says_so(
    server: str, tmp_path: Path, articles: Path, sent: signal.Signals, status: int
) -> None:
    warehouse = tmp_path / f"stopped-{status}.duckdb"
    command = [sys.executable, "-c", _CONSOLE, "run", str(articles), "--root", str(articles)]
    command += ["--warehouse", str(warehouse), "--runner", "thread", "--wait", "300"]
    with hold(warehouse):
        stopped = subprocess.Popen(
            command, env=_environment(tmp_path / "home", server), stderr=subprocess.PIPE, text=True
        )
        running = {"name": {"like_": warehouse.name}, "state": {"type": {"any_": ["RUNNING"]}}}
        _until(lambda: _ask(server, "flow_runs/filter", {"flow_runs": running}))
        stopped.send_signal(sent)
        _, said = stopped.communicate(timeout=60)
    assert stopped.returncode == status
    assert said.splitlines()[-1] in ("hawliyat: terminated", "hawliyat: interrupted")


def test_deployments_of_the_file_deploy_and_a_worker_could_take_them(server: str, tmp_path: Path) -> None:
    environment = _environment(tmp_path / "home", server)
    prefect = [sys.executable, "-m", "prefect", "--no-prompt"]
    pool = [*prefect, "work-pool", "create", "news", "--type", "process"]
    subprocess.run(pool, env=environment, check=True, capture_output=True)
    deploy = [*prefect, "deploy", "--all", "--prefect-file", str(PACKAGE / "prefect.yaml")]
    done = subprocess.run(deploy, env=environment, check=False, capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    found = {
        each["name"]: each
        for each in _ask(server, "deployments/filter", {})
        if each["work_pool_name"] == "news"
    }
    assert set(found) == {"inbox", "reprocess"}
    assert [each["schedule"]["cron"] for each in found["inbox"]["schedules"]] == ["0 * * * *"]
    assert found["inbox"]["global_concurrency_limit"]["limit"] == 1
    assert found["reprocess"]["schedules"] == []


@pytest.mark.parametrize(
    "wrong",
    [["--cron", "every hour"], ["--timezone", "Atlantis/Poseidonis"], ["/nowhere/at/all"]],
    ids=lambda each: each[-1],
)
def test_wrong_usage_is_said_in_one_line(server: str, tmp_path: Path, wrong: list[str]) -> None:
    command = [sys.executable, "-c", _CONSOLE, "serve", "--warehouse", str(tmp_path / "w.duckdb"), *wrong]
    environment = _environment(tmp_path / "home", server)
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2, done.stderr
    assert wrong[-1] in done.stderr.strip().splitlines()[-1]
