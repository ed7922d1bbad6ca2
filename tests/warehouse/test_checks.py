"""Every check catches what it is for: a sound warehouse passes, one corrupted row of its kind does not."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from hawliyat.tasks.load import Offence, load
from hawliyat.tasks.load.checks import offences
from hawliyat.tasks.load.sql import execute, scripts
from hawliyat.tests.load.tiny_news import ARTICLES, CALL, changed, run, write_shard

# check -> statements, each of which alone must make it fail
CORRUPTIONS = {
    "boilerplate": [
        "update sentences set kind = 'boilerplate' where sentence_index = 1 and document_id = 'calls.txt'"
    ],
    "closed_sets": [
        "update sentences set kind = 'footer' where sentence_index = 0",
        "update time_expressions set timex_type = 'MOMENT'",
        "update time_expressions set timex_mod = 'ABOUT'",
        "update time_expressions set grain = 'fortnight'",
        "update time_expressions set calendar = 'coptic'",
        "update time_expressions set anchoring = 'guess'",
        "update events set dating = 'guess'",
        "update events set grain = 'fortnight'",
        "update events set event_type = 'MEET'",
        "update events set status = 'done'",
        "update event_participants set role = 'witness'",
        "update documents set published_at_origin = 'guess'",
        "insert into quarantine values ('x', null, 'odd', null, 'run-1', now()::timestamp)",
    ],
    "counts": ["update runs set counts = json_merge_patch(counts, '{\"read\": 7}')"],
    "dates_in_range": [
        "update documents set published_at = date '1200-01-01'",
        "update events set date_to = date '9999-12-31'",
        "update time_expressions set date_from = '-infinity'",
    ],
    "dating": [
        "update events set time_expression_id = null",
        "update events set dating = 'context'",
        "update events set dating = 'none', time_expression_id = null",
        "update events set grain = null",
        "update events set date_from = date_from - 1",
        "update events set dating = 'publication', time_expression_id = null",
    ],
    "duplicates": ["update documents set duplicate_of = document_id"],
    "inside_sentences": ["update sentences set char_end = char_start + 3 where sentence_index = 1"],
    "intervals": [
        "update time_expressions set date_to = null",
        "update events set date_from = null",
        "update events set date_from = date_to + 1",
        "update time_expressions set date_to = date_to + 1 where grain = 'day'",
        "update time_expressions set timex_type = 'SET'",
    ],
    "keys": [
        "insert into sentences from sentences",
        "insert into time_expressions from time_expressions",
        "insert into events from events",
        "insert into event_participants from event_participants",
        "insert into revisions select 'calls.txt', 'r', now()::timestamp, 'replaced', 'o', 'h', 'v', null, null, null, "
        "'[]', '[]' from range(2)",
        "update events set event_id = 'e1'",
    ],
    "offsets": [
        "update documents set text = 'ا' || text",
        "update time_expressions set char_start = char_start + 1",
        "update events set trigger = 'غيره'",
        "update events set place_end = place_end + 1",
        "update events set place_start = null where place is not null",
        "update events set attribution = 'مصدر'",
        "update event_participants set surface = surface || ' '",
        "update sentences set char_start = -1",
    ],
    "orphan_entities": ["insert into entities values ('x', 'س', null, 'person', null, null, null)"],
    "published_at": [
        "update documents set published_at_origin = null",
        "update documents set published_at = null",
    ],
    "quarantine_keys": [
        "insert into quarantine select 'x', null, 'empty', null, 'run-1', now()::timestamp from range(2)",
    ],
    "references": [
        "delete from documents where document_id = 'calls.txt'",
        "delete from sentences where sentence_index = 1",
        "delete from time_expressions",
        "delete from events",
        "delete from events where document_id = 'talks.txt'",
        "delete from documents where document_id = 'calls.txt'; delete from sentences where document_id = 'calls.txt'",
        "insert into fingerprints values ('gone.txt', ''::blob, [], [])",
        "insert into paragraphs values ('gone.txt', 0, ''::blob, false, false)",
        "delete from entities",
        "delete from runs",
        "update events set time_expression_end_id = 't0'",
        "update events set context_time_expression_id = 't0'",
        "update documents set duplicate_of = 'nowhere.txt'",
    ],
    "sentence_order": [
        "update sentences set sentence_index = 7 where sentence_index = 1",
        "update sentences set char_end = char_end + 3 where sentence_index = 0",
    ],
    "unread_documents": ["delete from sentences where document_id = 'talks.txt'"],
}


def broken(connection: duckdb.DuckDBPyConnection) -> list[Offence]:
    """What all checks say of the whole warehouse, as `hawliyat status --check` asks them."""
    execute(connection, "merge/check_all")
    return offences(connection)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound")
    load(folder / "news.duckdb", [write_shard(folder / "s")], run())
    return folder / "news.duckdb"


@pytest.fixture
def connection(sound: Path, tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    copy = tmp_path / "copy.duckdb"
    copy.write_bytes(sound.read_bytes())
    with duckdb.connect(str(copy)) as opened:
        yield opened


def test_sound_warehouse_passes(connection: duckdb.DuckDBPyConnection) -> None:
    assert broken(connection) == []


def test_every_check_has_a_corruption() -> None:
    assert set(CORRUPTIONS) == {name.removeprefix("checks/") for name in scripts("checks")}


@pytest.mark.parametrize(
    ("check", "corruption"), [(c, s) for c, statements in CORRUPTIONS.items() for s in statements]
)
def test_corruption_is_caught(connection: duckdb.DuckDBPyConnection, check: str, corruption: str) -> None:
    connection.execute(corruption)
    assert check in {offence.check for offence in broken(connection)}


def test_run_checks_look_at_its_changes_only(sound: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.duckdb"
    copy.write_bytes(sound.read_bytes())
    with duckdb.connect(str(copy)) as connection:
        connection.execute("update events set trigger = 'غيره' where document_id = 'calls.txt'")
    load(copy, [write_shard(tmp_path / "s", ARTICLES[1:])], run("run-2"))
    with duckdb.connect(str(copy)) as connection:
        assert {offence.check for offence in broken(connection)} == {"offsets"}


def test_offence_names_check_columns_and_values(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("delete from sentences where document_id = 'talks.txt'")
    said = [str(offence) for offence in broken(connection)]
    assert "unread_documents: document_id talks.txt" in said


def test_datings_without_expression_are_sound(tmp_path: Path) -> None:
    warehouse = tmp_path / "news.duckdb"
    load(warehouse, [write_shard(tmp_path / "s", (*ARTICLES, changed(CALL, document_id="b.txt")))], run())
    with duckdb.connect(str(warehouse)) as connection:
        connection.execute(
            """
            update events set
                dating = 'publication', time_expression_id = null, grain = null,
                date_from = date '2025-07-01', date_to = date '2025-07-01'
            where document_id = 'b.txt'
            """
        )
        connection.execute(
            """
            update events set
                dating = 'context', context_time_expression_id = time_expression_id, time_expression_id = null
            where document_id = 'calls.txt'
            """
        )
        assert broken(connection) == []
        shown = connection.execute("select document_id from timeline").fetchall()
        assert shown == [("calls.txt",), ("talks.txt",), ("strike.txt",)]
