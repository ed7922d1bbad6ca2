"""Schedules against a real Prefect server: `hawliyat serve` begins due runs, and the deployments of prefect.yaml deploy."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from hawliyat.flows.settings import PACKAGE
from hawliyat.tasks.load import connect
from hawliyat.tests.prefect_server import prefect_server

_CONSOLE = "from hawliyat.flows.cli import console\nif __name__ == '__main__': console()"
_SECONDS = 120.0


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with prefect_server(tmp_path_factory.mktemp("server"), services=True) as url:
        yield url


def _ask(url: str, path: str, content: dict[str, Any]) -> Any:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    request = urllib.request.Request(
        f"{url}/{path}", json.dumps(content).encode(), {"content-type": "application/json"}
    )
    with direct.open(request, timeout=10) as answer:
        return json.load(answer)


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


def _await_runs(url: str, state: str, number: int, tag: str | None = None) -> list[dict[str, Any]]:
    """Runs of deployments in a state, once there are as many."""
    deadline = time.monotonic() + _SECONDS
    while time.monotonic() < deadline:
        chosen = {"state": {"type": {"any_": [state]}}, "deployment_id": {"is_null_": False}}
        if tag:
            chosen["tags"] = {"all_": [tag]}
        found: list[dict[str, Any]] = _ask(
            url, "flow_runs/filter", {"flow_runs": chosen, "sort": "START_TIME_ASC"}
        )
        if len(found) >= number:
            return found
        time.sleep(0.5)
    raise AssertionError(f"{len(found)} runs are {state} after {_SECONDS} s, {number} were awaited")


def test_due_runs_are_begun_and_missed_ones_caught_up_by_one(
    server: str, tmp_path: Path, articles: Path
) -> None:
    warehouse = tmp_path / "news.duckdb"
    command = [sys.executable, "-c", _CONSOLE, "serve", str(articles), "--root", str(articles)]
    command += ["--warehouse", str(warehouse), "--cron", "* * * * * */5", "--runner", "thread"]
    environment = _environment(tmp_path / "home", server)

    log = tmp_path / "log"
    with log.open("wb") as writing:
        serving = subprocess.Popen(command, env=environment, stderr=writing, stdout=writing)
    try:
        runs = _await_runs(server, "COMPLETED", 2)
    finally:
        serving.kill()  # the power fails
        serving.wait()
    assert {run["name"] for run in runs} == {"articles -> news.duckdb"}
    assert all(run["auto_scheduled"] for run in runs)
    with connect(warehouse) as connection:
        published = connection.sql(
            "select counts ->> 'loaded' from runs order by started_at limit 2"
        ).fetchall()
    assert published == [("2",), ("0",)]
    said = [json.loads(line) for line in log.read_text().splitlines() if line.startswith("{")]
    assert [each["event"] for each in said[:4]] == ["started", "published", "started", "nothing new"]
    assert said[0]["run_id"] == runs[0]["id"]

    late = datetime.now(UTC) + timedelta(seconds=7)  # meanwhile more than one comes due
    while datetime.now(UTC) < late:
        time.sleep(0.2)
    with log.open("wb") as writing:
        serving = subprocess.Popen(command, env=environment, stderr=writing, stdout=writing)
    try:
        caught_up = _await_runs(server, "COMPLETED", 1, tag="catch-up")
        missed = [
            run
            for run in _await_runs(server, "CANCELLED", 1)
            if run["state"]["message"] == "Missed: nobody served"
        ]
        assert len(missed) >= 1
        assert len(caught_up) == 1
    finally:
        serving.send_signal(signal.SIGINT)
        serving.wait(30)
    assert "came due while nobody served" in log.read_text()


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
