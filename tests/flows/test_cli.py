"""The command as a user starts it: streams, exit status, wrong usage in one line."""

import argparse
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from hawliyat.flows.cli import COMMANDS, main
from hawliyat.flows.cli.run import add_parser, expects_news
from hawliyat.flows.settings import Settings

HAWLIYAT = [sys.executable, "-c", "from hawliyat.flows.cli import console; console()"]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["fly"],
        ["run", "--published-at", "01/07/2025"],
        ["run", "--published-at", "2025-02-30"],
        ["run", "--workers", "0"],
        ["run", "--wait", "-1"],
        ["run", "--runner", "rocket"],
        ["run", "--unknown"],
        ["run", "--root", "no/such/folder"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_told_in_one_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    try:
        status: object = main(arguments)
    except SystemExit as stop:
        status = stop.code
    captured = capsys.readouterr()
    assert status == 2
    assert captured.out == ""
    assert len(captured.err.strip().splitlines()) == 1
    assert captured.err.startswith("hawliyat")


@pytest.mark.usefixtures("prefect")
def test_a_source_that_is_not_there_is_wrong_usage(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    missing = tmp_path / "nowhere"
    assert main(["run", str(missing), "--warehouse", str(tmp_path / "w.duckdb"), "--runner", "thread"]) == 2
    assert str(missing) in capsys.readouterr().err


def test_news_is_expected_of_files_newer_than_the_warehouse(tmp_path: Path, articles: Path) -> None:
    warehouse = tmp_path / "w.duckdb"

    def expected(*options: str) -> bool:
        parser = argparse.ArgumentParser()
        add_parser(parser.add_subparsers())
        return expects_news(
            parser.parse_args(["run", str(articles), "--warehouse", str(warehouse), *options])
        )

    assert expected()
    warehouse.touch()
    later = max(path.stat().st_ctime for path in articles.iterdir()) + 60
    os.utime(warehouse, (later, later))
    assert not expected()
    assert expected("--reprocess")
    os.utime(articles / "call.txt", (later + 1, later + 1))
    assert expected()


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--help"])
    assert stop.value.code == 0
    said = capsys.readouterr().out
    assert set(COMMANDS) <= set(said.split())


def test_a_server_that_does_not_answer_is_told_at_once(tmp_path: Path, articles: Path) -> None:
    environment = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(tmp_path),
        "HAWLIYAT_HOME": str(tmp_path / "home"),
        "PREFECT_API_URL": "http://127.0.0.1:9/api",
    }
    command = [
        *HAWLIYAT,
        "run",
        str(articles),
        "--warehouse",
        str(tmp_path / "w.duckdb"),
        "--runner",
        "thread",
    ]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith(
        "hawliyat: No Prefect server answers at http://127.0.0.1:9/api (PREFECT_API_URL)"
    )
    assert not (tmp_path / "w.duckdb").exists()


def test_a_run_of_its_own_is_quiet_and_leaves_its_records(
    prefect: Settings, tmp_path: Path, articles: Path
) -> None:
    """A process of its own, with no server: the database that the session's API has migrated serves here too."""
    environment = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(tmp_path),
        "HAWLIYAT_HOME": str(prefect.home),
        "CI": "true",
    }
    command = [*HAWLIYAT, "run", "articles", "--warehouse", "w.duckdb", "--json"]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert done.stdout.count("\n") == 1
    assert told["documents"]["loaded"] == 2
    assert not [
        line for line in done.stderr.splitlines() if "rror" in line or "Traceback" in line or "arning" in line
    ]
    run = told["run_id"].replace("-", "")
    with sqlite3.connect(prefect.prefect_home / "prefect.db") as database:
        flows = database.execute(
            "select state_name from flow_run where replace(id, '-', '') = ?", [run]
        ).fetchall()
        tasks = database.execute(
            "select name, state_name from task_run where replace(flow_run_id, '-', '') = ? order by start_time",
            [run],
        ).fetchall()
        logs = database.execute(
            "select count(*) from log where replace(flow_run_id, '-', '') = ?", [run]
        ).fetchone()
    assert flows == [("Completed",)]
    assert [name for name, _ in tasks] == [
        "discover sources",
        "read articles",
        "clean and segment shard-00001",
        "compare documents",
        "time expressions of shard-00001",
        "events of shard-00001",
        "publish w.duckdb",
        "report on w.duckdb",
    ]
    assert {state for _, state in tasks} == {"Completed"}
    assert logs[0] > 0
    assert not list(prefect.runs.iterdir())
