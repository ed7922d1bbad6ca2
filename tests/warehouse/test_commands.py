"""What the commands over a warehouse print, and how they leave."""

import csv
import io
import json
import os
import pty
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import polars as pl
import pytest

from hawliyat.flows.cli import main
from hawliyat.tasks.load import ChecksFailedError, hold, journal, load
from hawliyat.tests.load.tiny_news import ARTICLES, CALL, TALKS, changed, run, write_shard

REJECTED = (
    ("bad.txt", None, "empty", "no text"),
    ("news.jsonl", 2, "malformed_record", "no \x1b[31mtext\u202e"),
)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("commands")
    hostile = changed(
        TALKS,
        document_id="hostile.txt",
        headline="=1+1 | <b>`x`</b>",
        actors=(("المديرة أُمَيْمَة الأحمدي", None),),
    )
    load(folder / "news.duckdb", [write_shard(folder / "s", (*ARTICLES, hostile), REJECTED)], run())
    return folder / "news.duckdb"


@pytest.fixture
def own(warehouse: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    copy = tmp_path / "own.duckdb"
    copy.write_bytes(warehouse.read_bytes())
    return copy


def said(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    assert main(list(map(str, arguments))) == 0
    return capsys.readouterr().out


def test_timeline_in_blocks(warehouse: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = said(capsys, "timeline", "--warehouse", warehouse).split("\n\n")
    assert shown[0].startswith("2022-09  CONSULT\n    هاتف — الهلالي يهاتف نظيره\n")
    assert (
        "    actors الوزير سامي الهلالي → targets نظيره الياباني\n    place بيروت · in calls.txt · event e"
        in shown[0]
    )
    assert shown[-2].startswith("2026-04-12  PROTEST  planned\n")
    assert shown[-1] == "4 events in 4 documents, 2022-09-01 to 2026-04-12.\n"
    assert not {"\u2068", "\u2069", "\x1b"} & set("".join(shown))


@pytest.mark.parametrize(
    ("conditions", "documents"),
    [
        (["--from", "2022-09-30", "--to", "2023"], ["calls.txt"]),
        (["--from", "2022-10"], ["hostile.txt", "talks.txt", "strike.txt"]),
        (["--to", "2022-09"], ["calls.txt"]),
        (["--actor", "احمدي"], ["hostile.txt", "talks.txt"]),
        (["--type", "protest"], ["strike.txt"]),
        (["--type", "AID"], []),
    ],
)
def test_timeline_conditions(
    warehouse: Path, capsys: pytest.CaptureFixture[str], conditions: list[str], documents: list[str]
) -> None:
    rows = json.loads(said(capsys, "timeline", "--warehouse", warehouse, "--format", "json", *conditions))
    assert [row["document_id"] for row in rows] == documents


def test_timeline_as_json_and_csv_is_the_view(warehouse: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        view = connection.sql("from timeline")
        columns, rows = view.columns, [dict(zip(view.columns, row, strict=True)) for row in view.fetchall()]
    as_json = json.loads(said(capsys, "timeline", "--warehouse", warehouse, "--format", "json"))
    assert [list(row) for row in as_json] == [columns] * len(rows)
    assert [row["actors"] for row in as_json] == [row["actors"] for row in rows]
    assert [row["date_from"] for row in as_json] == [str(row["date_from"]) for row in rows]
    as_csv = list(
        csv.DictReader(io.StringIO(said(capsys, "timeline", "--warehouse", warehouse, "--format", "csv")))
    )
    assert [row["headline"] for row in as_csv] == [row["headline"] for row in rows]
    assert [json.loads(row["targets"]) for row in as_csv] == [row["targets"] for row in rows]
    assert [row["place"] or None for row in as_csv] == [row["place"] for row in rows]


def test_timeline_as_markdown_lets_no_markup_through(
    warehouse: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = said(capsys, "timeline", "--warehouse", warehouse, "--format", "markdown").splitlines()
    assert lines[0].startswith("| date | event |")
    assert r"=1+1 \| &lt;b&gt;\`x\`&lt;/b&gt;" in lines[3]
    assert {line.replace(r"\|", "").count("|") for line in lines} == {9}


def test_timeline_that_finds_nothing_says_what_there_is(
    warehouse: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = said(capsys, "timeline", "--warehouse", warehouse, "--actor", "زيد", "--from", "2024")
    assert (
        shown == "No events from 2024-01-01 about زيد. The timeline has 4 events, 2022-09-01 to 2026-04-12.\n"
    )
    empty = tmp_path / "empty.duckdb"
    load(empty, [], run())
    assert "has no documents yet: hawliyat run" in said(capsys, "timeline", "--warehouse", empty)
    undated = changed(CALL, date_from=None, date_to=None)
    load(empty, [write_shard(tmp_path / "u", (undated,))], run("run-2"))
    assert said(capsys, "timeline", "--warehouse", empty).startswith("No dated events in 1 document.")
    assert said(capsys, "timeline", "--warehouse", empty, "--format", "json") == "[]\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--from", "tomorrow"], "write YYYY, YYYY-MM or YYYY-MM-DD"),
        (["--from", "2024-02-30"], "is no date"),
        (["--from", "٢٠٢٤"], "is no date"),
        (["--type", "MEETING"], "invalid choice"),
        (["--format", "xml"], "invalid choice"),
        (["--from", "2025", "--to", "2024"], "lies after"),
    ],
)
def test_timeline_wrong_usage_is_one_line_and_2(
    warehouse: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    try:
        status = main(["timeline", "--warehouse", str(warehouse), *arguments])
    except SystemExit as leaving:
        status = int(str(leaving.code))
    captured = capsys.readouterr()
    assert (status, captured.out, captured.err.count("\n")) == (2, "", 1)
    assert words in captured.err


@pytest.mark.parametrize(
    "command", [["timeline"], ["explain", "e1"], ["status"], ["quarantine"], ["rollback"], ["forget", "x"]]
)
def test_missing_warehouse_is_one_sentence_and_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    assert main([*command, "--warehouse", str(tmp_path / "none.duckdb")]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert (
        captured.err
        == f"hawliyat: There is no warehouse at {tmp_path}/none.duckdb; hawliyat run makes one.\n"
    )


def test_explain_marks_the_sentence_and_says_why(warehouse: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(said(capsys, "timeline", "--warehouse", warehouse, "--format", "json", "--to", "2022"))
    shown = said(capsys, "explain", rows[0]["event_id"][:9], "--warehouse", warehouse)
    assert (
        "    [هاتف]¹ [الوزير سامي الهلالي]³ [نظيره الياباني]⁴ في [أيلول/سبتمبر 2022]² من [بيروت]⁵.\n" in shown
    )
    assert "DATE 2022-09: 2022-09-01 to 2022-09-30" in shown
    assert "its own words say so; rule tiny.date" in shown
    assert "dated by its time expression; rule tiny.event" in shown
    assert "published 2025-07-01, given with --published-at" in shown


def test_explain_needs_one_event(warehouse: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "e", "--warehouse", str(warehouse)]) == 1
    assert "'e' begins several events: e" in capsys.readouterr().err
    for wrong in ("zz", "", "%"):
        assert main(["explain", wrong, "--warehouse", str(warehouse)]) == 1
        assert "There is no event" in capsys.readouterr().err


def test_terminal_gets_colours_and_isolates(warehouse: Path) -> None:
    leader, follower = pty.openpty()
    program = "import sys; from hawliyat.flows.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", program, "timeline", "--to", "2022", "--warehouse", str(warehouse)]
    environment = {**os.environ, "TERM": "xterm-256color"}
    environment.pop("NO_COLOR", None)
    with subprocess.Popen(command, stdout=follower, env=environment) as process:
        os.close(follower)
        shown = b""
        while chunk := _read(leader):
            shown += chunk
    os.close(leader)
    assert process.returncode == 0
    text = shown.decode()
    assert "\x1b[" in text
    assert "\u2068\x1b[1mهاتف — الهلالي يهاتف نظيره\x1b[0m\u2069" in text


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # Linux says EIO where the other side is closed
        return b""


def test_status_tells_runs_sizes_and_what_is_due(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = said(capsys, "status", "--check", "--warehouse", own)
    assert "documents         4  (0 without a date, 0 duplicates)\n" in shown
    assert "quarantine        2  (empty 1, malformed_record 1)\n" in shown
    assert "4 loaded, 2 quarantined" in shown
    assert "--reprocess is due" in shown
    with hold(own):
        as_json = json.loads(said(capsys, "status", "--json", "--warehouse", own))
    assert as_json["sizes"]["events"] == 4
    assert f"pid {os.getpid()}" in as_json["held_by"]
    with duckdb.connect(str(own)) as connection:
        connection.execute("update events set status = 'done'")
    assert main(["status", "--check", "--warehouse", str(own)]) == 1
    assert "closed_sets: set_column events.status, member done" in capsys.readouterr().err


def test_status_shows_failed_runs_and_their_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    warehouse = tmp_path / "news.duckdb"
    wrong = write_shard(tmp_path / "w", tuple(changed(article, status="done") for article in ARTICLES))
    with pytest.raises(ChecksFailedError):
        load(warehouse, [wrong], run("run-0"))
    assert main(["status", "--warehouse", str(warehouse)]) == 1
    captured = capsys.readouterr()
    assert "run-0  failed\n" in captured.out
    assert "There is no warehouse" in captured.err
    load(warehouse, [write_shard(tmp_path / "s")], run("run-1"))
    with pytest.raises(ChecksFailedError):
        load(
            warehouse,
            [write_shard(tmp_path / "x", (changed(CALL, headline="س", status="done"),))],
            run("run-2"),
        )
    shown = said(capsys, "status", "--warehouse", warehouse)
    assert "run-2  failed\n" in shown
    assert "keeps its last state, for the next one fails the checks closed_sets." in shown
    assert "        closed_sets: set_column events.status, member done\n" in shown
    assert "run-1  published" in shown


def test_quarantine_lists_why(warehouse: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = said(capsys, "quarantine", "--warehouse", warehouse)
    assert "empty  bad.txt\n    first seen 2025-07-02 06:00 UTC by run run-1\n    no text\n" in shown
    assert "malformed_record  news.jsonl record 2\n" in shown
    assert not {"\x1b", "\u202e"} & set(shown)
    rows = json.loads(
        said(capsys, "quarantine", "--reason", "empty", "--format", "json", "--warehouse", warehouse)
    )
    assert [row["source_uri"] for row in rows] == ["bad.txt"]


def test_forget_and_rollback(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = said(capsys, "forget", "calls.txt", "--warehouse", own)
    assert shown.startswith("Forgot calls.txt.\n")
    assert f"{own}.1" in shown
    assert "calls.txt" not in said(capsys, "timeline", "--warehouse", own)
    assert "is back at the state before" in said(capsys, "rollback", "--warehouse", own)
    assert "calls.txt" in said(capsys, "timeline", "--warehouse", own)
    assert "rolled_back" in said(capsys, "status", "--warehouse", own)
    assert main(["rollback", "--warehouse", str(own)]) == 1
    assert "no state before" in capsys.readouterr().err
    with hold(own):
        assert main(["forget", "talks.txt", "--warehouse", str(own)]) == 4
    assert "is held by another run" in capsys.readouterr().err


def test_export_writes_every_table(
    warehouse: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "out" / "parquet"
    said(capsys, "export", "--parquet", folder, "--warehouse", warehouse)
    names = {path.stem for path in folder.iterdir()}
    assert {"documents", "events", "event_participants", "timeline", "runs", "quarantine"} <= names
    with duckdb.connect() as connection:
        written = connection.execute("select status from read_parquet(?)", [str(folder / "timeline.parquet")])
        assert written.fetchone() == ("actual",)
    (tmp_path / "file").touch()
    assert main(["export", "--parquet", str(tmp_path / "file" / "x"), "--warehouse", str(warehouse)]) == 1
    assert main(["export", "--parquet", str(tmp_path / "file"), "--warehouse", str(warehouse)]) == 2
    described = json.loads((folder / "schema.json").read_text(encoding="utf-8"))
    assert names == {*described, "schema"}
    for name, table in described.items():
        assert list(table["columns"]) == list(pl.read_parquet_schema(folder / f"{name}.parquet"))
        assert table["comment"]
        assert all(column["comment"] for column in table["columns"].values())
    runs = pl.read_parquet(folder / "runs.parquet")
    assert [json.loads(counts)["loaded"] for counts in runs["counts"]] == [4]
    assert runs.schema["counts"] == pl.String


_READING = (
    ["timeline"],
    ["status"],
    ["quarantine"],
    ["explain", "e1"],
    ["forget", "x"],
    ["rollback"],
    ["export"],
)


@pytest.mark.parametrize("command", _READING, ids=lambda command: command[0])
@pytest.mark.parametrize("damage", ["garbage", "zero", "truncated", "foreign", "sqlite", "folder"])
def test_what_is_no_warehouse_is_one_sentence_and_1(
    warehouse: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str], damage: str
) -> None:
    path = tmp_path / "أخبار اليوم.duckdb"
    if damage == "foreign":
        with duckdb.connect(str(path)) as other:
            other.execute("create table t (a integer)")
    elif damage == "sqlite":  # DuckDB would fetch an extension for it
        with sqlite3.connect(path) as other:
            other.execute("create table t (a integer)")
    elif damage == "folder":
        path.mkdir()
    else:
        content = {"garbage": bytes(range(256)) * 80, "zero": b"", "truncated": warehouse.read_bytes()[:6000]}
        path.write_bytes(content[damage])
    rest = ["--parquet", str(tmp_path / "out")] if command == ["export"] else []
    assert main([*command, *rest, "--warehouse", str(path)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert str(path) in captured.err
    assert {"folder": "is a folder", "foreign": "of other tables"}.get(
        damage, "cannot be opened"
    ) in captured.err
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("command", [["status"], ["forget", "x"], ["rollback"]], ids=lambda each: each[0])
def test_a_writer_of_another_program_is_named(
    own: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    writing = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('open', flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", writing, str(own)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        assert main([*command, "--warehouse", str(own)]) == 1
        other.communicate("\n")
    captured = capsys.readouterr()
    assert "is open for writing in another program" in captured.err
    assert f"(PID {other.pid}): close it" in captured.err


@pytest.mark.parametrize("wrong", ["-1", "all"])
def test_status_counts_runs(own: Path, capsys: pytest.CaptureFixture[str], wrong: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["status", f"--runs={wrong}", "--warehouse", str(own)])
    assert "is no count: 0 or more" in capsys.readouterr().err


def test_older_schema_is_told(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with duckdb.connect(str(own)) as connection:
        connection.execute("alter table documents drop column published_at_note")
    assert main(["explain", "e", "--warehouse", str(own)]) == 1
    assert "begins several events" in capsys.readouterr().err
    event = json.loads(said(capsys, "timeline", "--format", "json", "--warehouse", own))[0]["event_id"]
    assert main(["explain", event, "--warehouse", str(own)]) == 1
    assert "has another schema than this hawliyat" in capsys.readouterr().err


@pytest.mark.parametrize("present", [b"damaged", None])
def test_rollback_from_a_damaged_or_lost_state(
    own: Path, capsys: pytest.CaptureFixture[str], present: bytes | None
) -> None:
    said(capsys, "forget", "calls.txt", "--warehouse", own)
    own.unlink()
    if present is not None:
        own.write_bytes(present)
    said(capsys, "rollback", "--warehouse", own)
    assert "calls.txt" in said(capsys, "timeline", "--warehouse", own)
    assert main(["rollback", "--warehouse", str(own)]) == 1
    assert "no state before" in capsys.readouterr().err


def test_a_linked_warehouse_stays_linked(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = tmp_path / "elsewhere" / "news.duckdb"
    link.parent.mkdir()
    link.symlink_to(own)
    said(capsys, "forget", "calls.txt", "--warehouse", link)
    assert link.is_symlink()
    assert "calls.txt" not in said(capsys, "timeline", "--warehouse", own)
    assert Path(f"{own}.1").exists()
    with hold(own):
        assert main(["forget", "talks.txt", "--warehouse", str(link)]) == 4
    capsys.readouterr()
    said(capsys, "rollback", "--warehouse", link)
    assert "calls.txt" in said(capsys, "timeline", "--warehouse", own)
    assert [each.name for each in link.parent.iterdir()] == ["news.duckdb"]


def test_log_of_failures_takes_any_message(own: Path) -> None:
    message = "a path of \u2028 two lines\u0085 and \n more"
    journal.record(own, "r", "failed", datetime.now(UTC), message)
    assert [entry.message for entry in journal.entries(own)] == [message]


@pytest.mark.parametrize("command", [["forget", "x"], ["rollback"], ["run"]], ids=lambda command: command[0])
@pytest.mark.parametrize("wrong", ["nan", "-1", "soon"])
def test_wait_takes_seconds_only(
    own: Path, capsys: pytest.CaptureFixture[str], command: list[str], wrong: str
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main([*command, f"--wait={wrong}", "--warehouse", str(own)])
    assert "is no number of seconds" in capsys.readouterr().err
