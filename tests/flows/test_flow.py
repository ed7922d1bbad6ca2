"""The whole way: files in, a warehouse out, and the run in Prefect's database."""

import importlib.util
import json
from pathlib import Path
from uuid import UUID

import duckdb
import pytest

from hawliyat.flows.cli import main
from hawliyat.flows.settings import Settings
from hawliyat.tasks.load import hold

TABLES = (
    "documents",
    "sentences",
    "time_expressions",
    "events",
    "event_participants",
    "entities",
    "quarantine",
)


def _rows(warehouse: Path, *tables: str) -> dict[str, list[tuple[object, ...]]]:
    """All rows in order, but for what names a run or a moment."""
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        return {
            table: connection.execute(
                f"select columns(lambda c: c not in ('run_id', 'seen_at')) from {table} order by all"
            ).fetchall()
            for table in tables or TABLES
        }


def _run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, dict[str, object]]:
    status = main(["run", *map(str, arguments), "--json"])
    out = capsys.readouterr().out
    return status, json.loads(out) if out else {}


@pytest.mark.usefixtures("prefect")
def test_articles_become_a_timeline_and_a_second_run_changes_nothing(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    warehouse = tmp_path / "w.duckdb"
    arguments = (articles, "--root", articles, "--warehouse", warehouse, "--runner", "thread")
    status, first = _run(capsys, *arguments)
    assert status == 0
    assert set(first) == {"run_id", "documents", "time_expressions", "events", "seconds"}
    assert first["documents"] == {
        "read": 2,
        "loaded": 2,
        "unchanged": 0,
        "replaced": 0,
        "quarantined": 0,
        "rederived": 0,
    }
    before = _rows(warehouse)
    assert [row[0] for row in before["documents"]] == ["call.txt", "flood.txt"]
    assert first["time_expressions"] == len(before["time_expressions"]) >= 3
    assert first["events"] == len(before["events"]) >= 2
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        dated = connection.execute("select date_from::varchar from timeline order by all").fetchall()
        (run_id,) = connection.execute("select run_id from runs").fetchone() or ("",)
    assert ("2025-05-03",) in dated
    assert run_id == first["run_id"]

    status, second = _run(capsys, *arguments)
    assert status == 0
    assert second["documents"] == {
        "read": 2,
        "loaded": 0,
        "unchanged": 2,
        "replaced": 0,
        "quarantined": 0,
        "rederived": 0,
    }
    assert _rows(warehouse) == before

    (articles / "flood.meta.json").write_text('{"published_at": "2025-06-05"}', encoding="utf-8")
    status, third = _run(capsys, *arguments)
    assert third["documents"] == {
        "read": 2,
        "loaded": 0,
        "unchanged": 1,
        "replaced": 1,
        "quarantined": 0,
        "rederived": 0,
    }
    after = _rows(warehouse)
    assert after["time_expressions"] != before["time_expressions"]

    assert main(["run", "--reprocess", "--warehouse", str(warehouse), "--runner", "thread"]) == 0
    assert _rows(warehouse) == after

    mistyped = warehouse.with_name("none.duckdb")
    assert main(["run", "--reprocess", "--warehouse", str(mistyped), "--runner", "thread"]) == 1
    assert not list(mistyped.parent.glob("none.duckdb*"))


@pytest.mark.usefixtures("prefect")
def test_rows_do_not_depend_on_runner_or_workers(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hawliyat.flows.timeline._SHARD_CHARS", 1)  # a shard a document
    states = []
    for runner, workers in (("thread", 1), ("thread", 2), ("thread", 4), ("process", 2)):
        warehouse = tmp_path / f"{runner}-{workers}.duckdb"
        options = ("--runner", runner, "--workers", str(workers))
        assert _run(capsys, articles, "--root", articles, "--warehouse", warehouse, *options)[0] == 0
        states.append(_rows(warehouse))
    assert states[0]["events"]
    assert all(state == states[0] for state in states)


@pytest.mark.parametrize(("runner", "package"), [("dask", "prefect_dask"), ("ray", "prefect_ray")])
@pytest.mark.usefixtures("prefect")
def test_rows_are_those_of_a_thread_where_dask_or_ray_mines(
    articles: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    runner: str,
    package: str,
) -> None:
    if importlib.util.find_spec(package) is None:
        pytest.skip(f"{package} is not installed: pip install 'hawliyat[{runner}]'")
    monkeypatch.setattr("hawliyat.flows.timeline._SHARD_CHARS", 1)
    states = []
    for options in (("thread", "1"), (runner, "1"), (runner, "2"), (runner, "4")):
        warehouse = tmp_path / f"{'-'.join(options)}.duckdb"
        chosen = ("--runner", options[0], "--workers", options[1])
        assert _run(capsys, articles, "--root", articles, "--warehouse", warehouse, *chosen)[0] == 0
        states.append(_rows(warehouse))
    assert states[0]["events"]
    assert all(state == states[0] for state in states)


@pytest.mark.usefixtures("prefect")
def test_quarantine_is_told_and_strict_makes_it_status_3(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (articles / "empty.txt").write_bytes(b"")
    warehouse = tmp_path / "w.duckdb"
    arguments = [
        "run",
        str(articles),
        "--root",
        str(articles),
        "--warehouse",
        str(warehouse),
        "--runner",
        "thread",
    ]
    assert main(arguments) == 0
    said = capsys.readouterr().out
    assert "1 quarantined" in said
    assert "empty.txt: empty" in said
    assert f"hawliyat timeline --warehouse {warehouse}" in said
    assert main([*arguments, "--strict"]) == 3


@pytest.mark.usefixtures("prefect")
def test_another_run_on_the_warehouse_is_named_with_status_4(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    warehouse = tmp_path / "w.duckdb"
    with hold(warehouse):
        assert main(["run", str(articles), "--warehouse", str(warehouse), "--runner", "thread"]) == 4
    said = capsys.readouterr().err
    assert "held by another run (pid " in said
    assert not warehouse.exists()


@pytest.mark.usefixtures("prefect")
def test_a_failed_stage_leaves_the_warehouse_as_it_was(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    warehouse = tmp_path / "w.duckdb"
    arguments = [
        "run",
        str(articles),
        "--root",
        str(articles),
        "--warehouse",
        str(warehouse),
        "--runner",
        "thread",
    ]
    assert main(arguments) == 0
    before = warehouse.read_bytes()

    def fail(*_: object) -> None:
        raise ZeroDivisionError("of all things")

    monkeypatch.setattr("hawliyat.tasks.stages.tag_frame", fail)
    (articles / "call.txt").write_text("زار الوزير بيروت يوم 4 مايو 2025.\n", encoding="utf-8")
    capsys.readouterr()
    assert main(arguments) == 1
    said = capsys.readouterr().err.strip()
    assert said.splitlines()[-1] == (
        "hawliyat: the run failed, the warehouse is as it was: ZeroDivisionError: of all things"
    )
    assert warehouse.read_bytes() == before


def test_prefect_knows_the_run_its_tasks_and_its_artifacts(
    prefect: Settings, articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import ArtifactFilter, FlowRunFilter, FlowRunFilterId

    status, told = _run(capsys, articles, "--warehouse", tmp_path / "w.duckdb", "--runner", "thread")
    assert status == 0
    with get_client(sync_client=True) as client:
        run = client.read_flow_run(UUID(str(told["run_id"])))
        assert run.name == "articles -> w.duckdb"
        assert run.state_name == "Completed"
        chosen = FlowRunFilter(id=FlowRunFilterId(any_=[run.id]))
        artifacts = client.read_artifacts(artifact_filter=ArtifactFilter(), flow_run_filter=chosen)
    assert {(each.key, each.type) for each in artifacts} == {
        ("hawliyat-run", "markdown"),
        ("hawliyat-quarantine", "table"),
    }
    told_in_markdown = next(str(each.data) for each in artifacts if each.type == "markdown")
    assert "| 2025-05-03 | \u2067" in told_in_markdown
    assert "\u2069 | CONSULT | actual |" in told_in_markdown
    assert (
        "\u2067أجرى وزير الخارجية" in told_in_markdown
    )  # Arabic from right to left, whatever stands around it
