"""Loading: what is new, changed, unchanged; what a failed check and a reader in another process see."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pytest

from hawliyat.flows.cli import main
from hawliyat.tasks import schema
from hawliyat.tasks.load import (
    ChecksFailedError,
    Shard,
    WarehouseError,
    WarehouseMissingError,
    connect,
    forget,
    hold,
    journal,
    kept_states,
    known_hashes,
    load,
    merge,
    rollback,
    stored_documents,
)
from hawliyat.tasks.load.files import lock_path, next_path
from hawliyat.tasks.load.lock import holder, killed_run
from hawliyat.tasks.load.migrate import latest_version, steps, version_of
from hawliyat.tasks.load.sql import execute
from hawliyat.tests.load.tiny_news import (
    ARTICLES,
    CALL,
    STRIKE,
    TALKS,
    changed,
    run,
    write_older,
    write_shard,
)

OTHER = changed(TALKS, document_id="other.txt")

TABLES = {
    "documents": schema.DOCUMENTS,
    "quarantine": schema.QUARANTINE,
    "sentences": schema.SENTENCES,
    "time_expressions": schema.TIME_EXPRESSIONS,
    "events": schema.EVENTS,
    "event_participants": schema.EVENT_PARTICIPANTS,
    "entities": schema.ENTITIES,
}


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    return tmp_path / "house" / "news.duckdb"


def rows(warehouse: Path, table: str, without: tuple[str, ...] = ()) -> list[str]:
    """All rows of a table in an order of their own."""
    with connect(warehouse) as connection:
        relation = connection.table(table)
        kept = [column for column in relation.columns if column not in without]
        return sorted(map(repr, relation.select(*kept).fetchall()))


def everything(warehouse: Path, without: tuple[str, ...] = ()) -> dict[str, list[str]]:
    """The rows of every table but `runs`."""
    return {table: rows(warehouse, table, without) for table in (*TABLES, "schema_migrations")}


def test_first_load_stores_what_the_frames_hold(warehouse: Path, tmp_path: Path) -> None:
    shard = write_shard(tmp_path / "s", rejected=(("bad.txt", None, "empty", "no text"),))
    counts = load(warehouse, [shard], run(), read=4)
    assert (counts.read, counts.loaded, counts.quarantined) == (4, 3, 1)
    assert (counts.time_expressions, counts.events) == (3, 3)
    with connect(warehouse) as connection:
        for table, columns in TABLES.items():
            stored = connection.table(table).select(*columns.names()).fetchall()
            frame = pl.read_parquet(shard.path(table)).rows()
            assert sorted(map(repr, stored)) == sorted(map(repr, frame)), table
        assert connection.sql("select status, counts ->> 'loaded' from runs").fetchall() == [
            ("published", "3")
        ]


def test_second_load_of_the_same_changes_nothing_but_runs(warehouse: Path, tmp_path: Path) -> None:
    rejected = (("bad.txt", None, "empty", None), ("news.jsonl", 2, "malformed_record", "no text"))
    load(warehouse, [write_shard(tmp_path / "s", rejected=rejected)], run())
    before = everything(warehouse)
    counts = load(warehouse, [write_shard(tmp_path / "s", rejected=rejected)], run("run-2"))
    assert (counts.read, counts.loaded, counts.unchanged, counts.quarantined) == (5, 0, 3, 2)
    assert everything(warehouse) == before
    assert len(rows(warehouse, "runs")) == 2


def test_run_checks_what_it_may_have_spoilt(warehouse: Path, tmp_path: Path) -> None:
    """A copy of what becomes a copy itself is found, though the run changes the original only; what is far from it is not."""
    load(warehouse, [write_shard(tmp_path / "s")], run())
    with duckdb.connect(str(warehouse)) as spoiling:
        spoiling.execute("update documents set duplicate_of = 'calls.txt' where document_id = 'strike.txt'")
        spoiling.execute("insert into entities values ('x', 'س', null, 'person', null, null, null)")
    assert load(warehouse, [write_shard(tmp_path / "s")], run("run-2")).changed == 0
    assert load(warehouse, [write_shard(tmp_path / "o", (OTHER,))], run("run-3")).loaded == 1
    # Where nothing was decided over all documents, a shard says what is a copy.
    shard = write_shard(tmp_path / "t", (changed(CALL, headline="عنوان آخر"),))
    copy = pl.read_parquet(shard.path("documents")).with_columns(duplicate_of=pl.lit("talks.txt"))
    copy.write_parquet(shard.path("documents"))
    with pytest.raises(ChecksFailedError) as failure:
        load(warehouse, [shard], run("run-4"))
    assert [str(offence) for offence in failure.value.offences] == [
        "duplicates: document_id strike.txt, duplicate_of calls.txt"
    ]


@pytest.mark.parametrize(
    ("step", "found"),
    [
        ("merge/drop_orphan_entities", "orphan_entities: entity_id japan"),
        ("merge/upsert_entities", "references: reference event_participants.entity_id, key "),
    ],
)
def test_entities_that_a_merge_forgets_are_found(
    warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, found: str
) -> None:
    load(
        warehouse,
        [write_shard(tmp_path / "s", (changed(TALKS, document_id=CALL.document_id), STRIKE))],
        run(),
    )

    def forgetful(connection: duckdb.DuckDBPyConnection, name: str, /, **values: object) -> object:
        return connection if name == step else execute(connection, name, **values)

    monkeypatch.setattr(merge, "execute", forgetful)
    other = changed(CALL, targets=())  # of other entities than before
    with pytest.raises(ChecksFailedError) as failure:
        load(warehouse, [write_shard(tmp_path / "t", (other,))], run("run-2"))
    assert any(str(offence).startswith(found) for offence in failure.value.offences)


def test_changed_document_replaces_its_rows_and_no_others(warehouse: Path, tmp_path: Path) -> None:
    load(warehouse, [write_shard(tmp_path / "s")], run())
    later = changed(CALL, sentence=CALL.sentence.replace("بيروت", "صيدا"), place="صيدا", place_entity_id=None)
    counts = load(warehouse, [write_shard(tmp_path / "s2", (later, TALKS, STRIKE))], run("run-2"))
    assert (counts.loaded, counts.replaced, counts.unchanged, counts.events) == (0, 1, 2, 1)
    with connect(warehouse) as connection:
        assert connection.sql("select place from timeline where place is not null").fetchall() == [("صيدا",)]
        assert connection.sql("select run_id from documents order by document_id").fetchall() == [
            ("run-2",),
            ("run-1",),
            ("run-1",),
        ]
        assert connection.sql("select count(*) from entities where entity_id = 'beirut'").fetchall() == [(0,)]
    fresh = tmp_path / "fresh.duckdb"
    load(fresh, [write_shard(tmp_path / "s2", (later, TALKS, STRIKE))], run("run-2"))
    assert everything(warehouse, without=("run_id",)) == {
        **everything(fresh, without=("run_id",)),
    }


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_batches_in_any_order_give_the_same_rows(tmp_path: Path, order: tuple[int, ...]) -> None:
    once, batches = tmp_path / "once.duckdb", tmp_path / "batches.duckdb"
    load(once, [write_shard(tmp_path / "all")], run())
    for number in order:
        load(batches, [write_shard(tmp_path / f"b{number}", (ARTICLES[number],))], run(f"run-{number}"))
    assert everything(batches, without=("run_id",)) == everything(once, without=("run_id",))


def test_order_of_shards_does_not_show(tmp_path: Path) -> None:
    clash = changed(TALKS, document_id=CALL.document_id, source_uri="z.txt")
    shards = [write_shard(tmp_path / "a"), write_shard(tmp_path / "b", (clash,))]
    first, second = tmp_path / "first.duckdb", tmp_path / "second.duckdb"
    one, two = load(first, shards, run(), read=4), load(second, shards[::-1], run(), read=4)
    assert one == two
    assert (one.loaded, one.quarantined) == (3, 1)
    assert everything(first) == everything(second)
    with connect(first) as connection:
        assert connection.sql("select source_uri, reason from quarantine").fetchall() == [
            ("z.txt", "duplicate_id")
        ]


def test_how_many_shards_a_statement_reads_does_not_show(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shards = [write_shard(tmp_path / str(number), (each,)) for number, each in enumerate((*ARTICLES, OTHER))]
    together, apart = tmp_path / "together.duckdb", tmp_path / "apart.duckdb"
    load(together, shards, run())
    asked: list[list[str]] = []

    def counted(connection: duckdb.DuckDBPyConnection, name: str, /, **values: object) -> object:
        if name == "merge/insert_events":
            paths = values["paths"]
            assert isinstance(paths, list)
            asked.append(paths)
        return execute(connection, name, **values)

    monkeypatch.setattr(merge, "execute", counted)
    monkeypatch.setattr(merge, "_AT_ONCE", 1)
    load(apart, shards, run())
    assert asked == [[str(shard.path("events"))] for shard in shards]
    assert everything(apart) == everything(together)


def test_repeated_records_count_as_unchanged(warehouse: Path, tmp_path: Path) -> None:
    shards = [write_shard(tmp_path / "a"), write_shard(tmp_path / "b", (CALL,))]
    counts = load(warehouse, shards, run(), read=6, repeated=2)
    assert (counts.loaded, counts.unchanged) == (3, 3)


def test_counts_that_do_not_add_up_are_refused(warehouse: Path, tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="account for 3 of the 4"):
        load(warehouse, [write_shard(tmp_path / "s")], run(), read=4)
    assert not warehouse.exists()


def test_record_that_is_loaded_later_leaves_the_quarantine(warehouse: Path, tmp_path: Path) -> None:
    rejected = (
        ("news.jsonl", 1, "empty", "no text"),
        ("news.jsonl", 2, "empty", "no text"),
        ("other.txt", None, "empty", None),
    )
    load(warehouse, [write_shard(tmp_path / "a", (), rejected)], run())
    record = changed(CALL, source_uri="news.jsonl#2")
    load(warehouse, [write_shard(tmp_path / "b", (record,), rejected[:1])], run("run-2"))
    with connect(warehouse) as connection:
        left = connection.sql("select source_uri, record, run_id from quarantine order by all").fetchall()
    assert left == [("news.jsonl", 1, "run-1"), ("other.txt", None, "run-1")]


def test_documents_derived_again_are_replaced_only_when_asked(warehouse: Path, tmp_path: Path) -> None:
    load(warehouse, [write_shard(tmp_path / "a")], run())
    better = [changed(article, status="hypothetical") for article in ARTICLES]
    assert load(warehouse, [write_shard(tmp_path / "b", tuple(better))], run("run-2", "2")).unchanged == 3
    assert set(known(warehouse)["extractor_version"]) == {"1"}
    counts = load(warehouse, [write_shard(tmp_path / "b", tuple(better))], run("run-3", "2"), reprocess=True)
    assert (counts.unchanged, counts.rederived, counts.events) == (3, 3, 3)
    assert set(known(warehouse)["extractor_version"]) == {"2"}
    with connect(warehouse) as connection:
        assert connection.sql("select distinct status from events").fetchall() == [("hypothetical",)]
    before = everything(warehouse)
    load(warehouse, [write_shard(tmp_path / "b", tuple(better))], run("run-4", "2"), reprocess=True)
    assert everything(warehouse) == before


def known(warehouse: Path) -> pl.DataFrame:
    """What a run is told of the documents that are there."""
    path = warehouse.with_name("known.parquet")
    known_hashes(warehouse, path)
    return pl.read_parquet(path)


def test_stored_documents_come_back_as_shards(warehouse: Path, tmp_path: Path) -> None:
    load(warehouse, [write_shard(tmp_path / "a")], run())
    folders = stored_documents(warehouse, tmp_path / "stored", rows=2)
    frames = [pl.read_parquet(folder / "documents.parquet") for folder in folders]
    assert [frame.height for frame in frames] == [2, 1]
    assert all(frame.schema == schema.DOCUMENTS for frame in frames)
    again = write_shard(tmp_path / "b", stored=True)
    fresh = write_shard(tmp_path / "c", (changed(CALL, headline="عنوان آخر"),))
    counts = load(warehouse, [again, fresh], run("run-2", "2"), read=1)
    assert (counts.read, counts.replaced, counts.rederived, counts.unchanged) == (1, 1, 2, 0)


def test_unchanged_documents_need_not_be_mined(warehouse: Path, tmp_path: Path) -> None:
    load(warehouse, [write_shard(tmp_path / "a")], run())
    shard = write_shard(tmp_path / "b")
    for frame in ("sentences", "time_expressions", "events", "event_participants", "entities"):
        shard.path(frame).unlink()
    before = everything(warehouse)
    assert load(warehouse, [shard], run("run-2"), read=3).unchanged == 3
    assert everything(warehouse) == before


def test_unchanged_documents_are_handed_over_by_their_hashes(warehouse: Path, tmp_path: Path) -> None:
    load(warehouse, [write_shard(tmp_path / "a")], run())
    shard = write_shard(tmp_path / "b", ())
    hashes = known(warehouse).select("document_id", "content_hash", source_uri="document_id")
    hashes.match_to_schema(schema.UNCHANGED).write_parquet(shard.path("unchanged"))
    before = everything(warehouse)
    again = write_shard(tmp_path / "c", (changed(CALL, source_uri="a-copy.txt"),))
    counts = load(warehouse, [shard, again], run("run-2"), read=4)
    assert (counts.unchanged, counts.changed) == (4, 0)
    assert everything(warehouse) == before


def test_unmined_documents_are_not_published(warehouse: Path, tmp_path: Path) -> None:
    shard = write_shard(tmp_path / "b")
    for frame in ("sentences", "time_expressions", "events", "event_participants", "entities"):
        shard.path(frame).unlink()
    with pytest.raises(ChecksFailedError) as failure:
        load(warehouse, [shard], run())
    assert {offence.check for offence in failure.value.offences} == {"unread_documents"}


def test_missing_frame_is_named(warehouse: Path, tmp_path: Path) -> None:
    shard = write_shard(tmp_path / "b")
    shard.path("events").unlink()
    with pytest.raises(WarehouseError, match=r"lacks events\.parquet"):
        load(warehouse, [shard], run())


def test_failed_check_keeps_the_last_state_and_is_logged(warehouse: Path, tmp_path: Path) -> None:
    load(warehouse, [write_shard(tmp_path / "a")], run())
    before, inode = everything(warehouse), warehouse.stat().st_ino
    wrong = write_shard(tmp_path / "b", (changed(TALKS, headline="عنوان آخر", date_to=date(2024, 4, 1)),))
    with pytest.raises(ChecksFailedError, match="keeps its last state") as failure:
        load(warehouse, [wrong], run("run-2"))
    assert "intervals" in {offence.check for offence in failure.value.offences}
    assert everything(warehouse) == before
    assert warehouse.stat().st_ino == inode
    assert not next_path(warehouse).exists()
    (entry,) = journal.entries(warehouse)
    assert (entry.run_id, entry.status) == ("run-2", "failed")
    assert any("2024-04-01" in offence for offence in entry.offences)


def test_reader_in_another_process_goes_on_through_a_publish(warehouse: Path, tmp_path: Path) -> None:
    load(warehouse, [write_shard(tmp_path / "a", (CALL,))], run())
    program = (
        "import duckdb, sys\n"
        "c = duckdb.connect(sys.argv[1], read_only=True)\n"
        "count = lambda: c.execute('select count(*) from timeline').fetchone()[0]\n"
        "print(count(), flush=True); sys.stdin.readline(); print(count(), flush=True)\n"
        "c.close(); c = duckdb.connect(sys.argv[1], read_only=True); print(count(), flush=True)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(warehouse)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as reader:
        assert reader.stdin is not None
        assert reader.stdout is not None
        assert reader.stdout.readline() == "1\n"
        load(warehouse, [write_shard(tmp_path / "b")], run("run-2"))
        reader.stdin.write("\n")
        reader.stdin.flush()
        assert reader.stdout.readline() == "1\n"
        assert reader.stdout.readline() == "3\n"
    assert reader.returncode == 0


def test_second_writer_is_told_who_is_first(warehouse: Path, tmp_path: Path) -> None:
    program = (
        "import sys, pathlib\n"
        "from hawliyat.tasks.load import WarehouseHeldError, hold\n"
        "try:\n"
        "    with hold(pathlib.Path(sys.argv[1]), 0.3): print('held')\n"
        "except WarehouseHeldError as error: print(error)\n"
    )
    command = [sys.executable, "-c", program, str(warehouse)]
    with hold(warehouse):
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert f"{warehouse} is held by another run (pid " in said
    assert "since 20" in said
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "held\n"


KILLED = (
    "import os, signal, sys, pathlib\n"
    "from hawliyat.tasks.load import hold\n"
    "with hold(pathlib.Path(sys.argv[1]), 0, sys.argv[2]): os.kill(os.getpid(), signal.SIGKILL)\n"
)


def test_lock_of_a_killed_owner_is_taken_over_and_its_run_told(
    warehouse: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    load(warehouse, [write_shard(tmp_path / "a")], run())
    for run_id in ("run-1", "run-2"):  # the first had published before it was killed
        subprocess.run([sys.executable, "-c", KILLED, str(warehouse), run_id], check=False)
    said = []
    for _ in range(2):
        assert main(["status", "--json", "--warehouse", str(warehouse)]) == 0
        said.append(json.loads(capsys.readouterr().out)["runs"])
        with hold(warehouse):
            assert killed_run(warehouse) is None
    assert said[0] == said[1]
    assert {(each["run_id"], each["status"]) for each in said[0]} == {
        ("run-1", "published"),
        ("run-2", "failed"),
    }
    assert [entry.message[:11] for entry in journal.entries(warehouse)] == ["Killed: pid"] * 2
    assert killed_run(warehouse) is None


@pytest.mark.parametrize(
    "left", [b"", b"{", b"[]", b'{"pid": 1, "host": "elsewhere", "since": "2020-01-01T00:00:00+00:00"}']
)
def test_what_a_lock_says_holds_nobody(warehouse: Path, left: bytes) -> None:
    """Only the system's lock does: a pid that lives again, or that of another machine, is no owner."""
    lock_path(warehouse).parent.mkdir()
    lock_path(warehouse).write_bytes(left)
    assert holder(warehouse) == ""
    with hold(warehouse):
        assert str(os.getpid()) in holder(warehouse)
    assert lock_path(warehouse).read_bytes() == b""


def test_leftovers_of_a_killed_run_are_swept(warehouse: Path, tmp_path: Path) -> None:
    load(warehouse, [write_shard(tmp_path / "a", (CALL,))], run())
    next_path(warehouse).write_bytes(b"half a state")
    next_path(warehouse).with_name(next_path(warehouse).name + ".wal").write_bytes(b"half a log")
    load(warehouse, [write_shard(tmp_path / "a")], run("run-2"))
    assert len(known(warehouse)) == 3
    assert not list(warehouse.parent.glob("*.next*"))


def test_writes_by_hand_that_were_not_checkpointed_are_kept(warehouse: Path, tmp_path: Path) -> None:
    load(warehouse, [write_shard(tmp_path / "a", (CALL,))], run())
    program = (
        "import duckdb, os, sys\n"
        "c = duckdb.connect(sys.argv[1])\n"
        "c.execute('create table notes as select 1 as note')\n"
        "os._exit(0)\n"
    )
    subprocess.run([sys.executable, "-c", program, str(warehouse)], check=True)
    assert Path(f"{warehouse}.wal").exists()
    load(warehouse, [write_shard(tmp_path / "a")], run("run-2"))
    with connect(warehouse) as connection:
        assert connection.sql("select note from notes").fetchall() == [(1,)]
    assert not Path(f"{warehouse}.wal").exists()


def test_states_before_are_kept_and_returned_to(warehouse: Path, tmp_path: Path) -> None:
    for number in range(1, 6):
        load(
            warehouse, [write_shard(tmp_path / "a", ARTICLES[: 1 + number % 3])], run(f"run-{number}"), keep=3
        )
    assert [path.name for path in kept_states(warehouse)] == [f"news.duckdb.{n}" for n in (1, 2, 3)]

    def newest_run() -> tuple[str]:
        with connect(warehouse) as connection:
            return connection.sql("select max(run_id) from runs").fetchall()[0]

    for number in (4, 3, 2):
        rollback(warehouse, run("back"))
        assert newest_run() == (f"run-{number}",)
    with pytest.raises(WarehouseError, match="no state before"):
        rollback(warehouse, run("back"))
    assert [entry.status for entry in journal.entries(warehouse)] == ["rolled_back"] * 3
    load(warehouse, [write_shard(tmp_path / "a")], run("run-9"), keep=0)
    assert kept_states(warehouse) == []


def test_revisions_keep_what_the_rows_were(warehouse: Path, tmp_path: Path) -> None:
    load(warehouse, [write_shard(tmp_path / "a")], run())
    load(warehouse, [write_shard(tmp_path / "a")], run("run-2"), reprocess=True)
    assert rows(warehouse, "revisions") == []
    load(
        warehouse,
        [write_shard(tmp_path / "b", (changed(CALL, headline="عنوان آخر"), *ARTICLES[1:]))],
        run("run-3"),
    )
    load(warehouse, [write_shard(tmp_path / "b", (TALKS,), stored=True)], run("run-4", "2"))
    with connect(warehouse) as connection:
        kept = connection.execute(
            """
            select
                document_id, run_id, old_run_id, reason, text, events ->> '$[0].date_from',
                events ->> '$[0].participants[0].surface', time_expressions ->> '$[0].surface'
            from revisions order by run_id
            """
        ).fetchall()
    assert kept == [
        ("calls.txt", "run-3", "run-1", "replaced", CALL.text, "2022-09-01", CALL.actors[0][0], CALL.surface),
        ("talks.txt", "run-4", "run-1", "rederived", None, "2024-04-12", TALKS.actors[0][0], TALKS.surface),
    ]
    forget(warehouse, "calls.txt", run("run-5"))
    assert len(rows(warehouse, "revisions")) == 1


@pytest.mark.parametrize("version", range(1, latest_version()))
def test_warehouse_of_every_earlier_version_is_brought_up(
    warehouse: Path, tmp_path: Path, version: int
) -> None:
    load(warehouse, [write_shard(tmp_path / "a")], run())
    older = tmp_path / "older.duckdb"
    write_older(older, warehouse, version)
    later = write_shard(tmp_path / "b", (changed(CALL, headline="عنوان آخر"), *ARTICLES[1:]))
    load(older, [later], run("run-2"))
    load(warehouse, [later], run("run-2"))
    assert {t: rows(older, t) for t in (*TABLES, "revisions")} == {
        t: rows(warehouse, t) for t in (*TABLES, "revisions")
    }
    with connect(older) as connection:
        recorded = connection.sql("select version from schema_migrations order by all").fetchall()
    assert recorded == [(version_of(step),) for step in steps()]


def test_forgotten_document_leaves_nothing(warehouse: Path, tmp_path: Path) -> None:
    copy = changed(CALL, document_id="copy.txt", duplicate_of="calls.txt")
    load(warehouse, [write_shard(tmp_path / "a", (*ARTICLES, copy))], run())
    forget(warehouse, "calls.txt", run("run-2"))
    with connect(warehouse) as connection:
        for table in ("documents", "sentences", "time_expressions", "events", "event_participants"):
            count = f"select count(*) from {table} where document_id = 'calls.txt'"
            assert connection.sql(count).fetchall() == [(0,)]
        assert connection.sql(
            "select duplicate_of from documents where document_id = 'copy.txt'"
        ).fetchall() == [(None,)]
        assert connection.sql("select status from runs order by run_id").fetchall() == [
            ("published",),
            ("forgotten",),
        ]
    with pytest.raises(WarehouseError, match="no document"):
        forget(warehouse, "calls.txt", run("run-3"))


def test_warehouse_that_is_missing_foreign_or_newer_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WarehouseMissingError, match="hawliyat run"):
        connect(tmp_path / "none.duckdb")
    noise = tmp_path / "noise.duckdb"
    noise.write_bytes(b"no database" * 1000)
    with pytest.raises(WarehouseError, match="cannot be opened"):
        load(noise, [write_shard(tmp_path / "a")], run())
    foreign = tmp_path / "foreign.duckdb"
    with duckdb.connect(str(foreign)) as connection:
        connection.execute("create table cars (wheels integer)")
    with pytest.raises(WarehouseError, match="no warehouse of Hawliyat"):
        load(foreign, [write_shard(tmp_path / "a")], run())
    newer = tmp_path / "newer.duckdb"
    load(newer, [write_shard(tmp_path / "a")], run())
    with duckdb.connect(str(newer)) as connection:
        execute(connection, "merge/append_migration", version=999, name="999_later", applied_at="2030-01-01")
    with pytest.raises(WarehouseError, match="schema version 999"):
        load(newer, [write_shard(tmp_path / "a")], run("run-2"))


def test_folder_names_with_pattern_characters(warehouse: Path, tmp_path: Path) -> None:
    shard = write_shard(tmp_path / "أخبار [2024]* ؟?")
    assert load(warehouse, [shard, write_shard(tmp_path / "x [y]", (), stored=True)], run()).loaded == 3


def test_journal_passes_over_a_line_cut_short(warehouse: Path, tmp_path: Path) -> None:
    with pytest.raises(WarehouseError):
        load(warehouse, [Shard(tmp_path / "none")], run())
    log = Path(f"{warehouse}.runs.jsonl")
    log.write_text(log.read_text(encoding="utf-8") + '{"run_id": "cut', encoding="utf-8")
    assert [entry.run_id for entry in journal.entries(warehouse)] == ["run-1"]
    assert json.loads(log.read_text(encoding="utf-8").splitlines()[0])["status"] == "failed"


def test_entity_follows_the_gazetteer_of_the_newest_run(warehouse: Path, tmp_path: Path) -> None:
    load(warehouse, [write_shard(tmp_path / "a")], run())
    shard = write_shard(tmp_path / "b")
    entities = pl.read_parquet(shard.path("entities")).with_columns(
        name_en=pl.col("name_en").str.to_uppercase()
    )
    entities.write_parquet(shard.path("entities"))
    load(warehouse, [shard], run("run-2"))
    assert "'Japan'" in "".join(rows(warehouse, "entities"))
    load(warehouse, [shard], run("run-3", "2"), reprocess=True)
    assert len(rows(warehouse, "entities")) == 3
    assert "'JAPAN'" in "".join(rows(warehouse, "entities"))


def test_entities_that_shards_describe_differently_do_not_depend_on_their_order(tmp_path: Path) -> None:
    shards = [write_shard(tmp_path / "a", (CALL,)), write_shard(tmp_path / "b", (TALKS,))]
    entities = pl.read_parquet(shards[1].path("entities")).with_columns(name_en=pl.lit("Nippon"))
    entities.write_parquet(shards[1].path("entities"))
    first, second = tmp_path / "first.duckdb", tmp_path / "second.duckdb"
    load(first, shards, run())
    load(second, shards[::-1], run())
    assert rows(first, "entities") == rows(second, "entities")


def test_load_of_more_rows_than_duckdb_inserts_at_once(warehouse: Path, tmp_path: Path) -> None:
    """An insert of more than 122,880 rows into a table of the same transaction once lost them all."""
    documents, lines = 65, 2_000
    shard = write_shard(
        tmp_path / "s", tuple(changed(CALL, document_id=f"{n}.txt") for n in range(documents))
    )
    start = len(CALL.text) + 1
    text = "\n".join([CALL.text, *(f"سطر {n:06}" for n in range(lines))])
    more = pl.DataFrame(
        [
            (f"{document}.txt", n + 2, n + 3, "body", start + n * 11, start + n * 11 + 10, f"سطر {n:06}")
            for document in range(documents)
            for n in range(lines)
        ],
        schema=schema.SENTENCES,
        orient="row",
    )
    pl.concat([pl.read_parquet(shard.path("sentences")), more]).write_parquet(shard.path("sentences"))
    longer = pl.read_parquet(shard.path("documents")).with_columns(text=pl.lit(text))
    longer.write_parquet(shard.path("documents"))
    for number in range(2):
        load(warehouse, [shard], run(f"run-{number}"), read=documents)
        with connect(warehouse) as connection:
            stored = connection.sql(
                "select count(*) from (select distinct document_id, sentence_index from sentences)"
            )
            assert stored.fetchall() == [(documents * (lines + 2),)]
