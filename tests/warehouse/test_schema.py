"""The tables against the frames that fill them, their comments, and the steps of the schema."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import duckdb
import polars as pl
import pytest

from hawliyat.tasks import schema
from hawliyat.tasks.load.migrate import latest_version, migrate, steps, version_of
from hawliyat.tasks.load.sql import script, scripts

OURS = {
    "documents": (schema.DOCUMENTS, ["extractor_version", "run_id"]),
    "quarantine": (schema.QUARANTINE, ["run_id", "seen_at"]),
    "sentences": (schema.SENTENCES, []),
    "time_expressions": (schema.TIME_EXPRESSIONS, []),
    "events": (schema.EVENTS, []),
    "event_participants": (schema.EVENT_PARTICIPANTS, []),
    "entities": (schema.ENTITIES, []),
}
DUCKDB_TYPES = {
    pl.String: "VARCHAR",
    pl.Int32: "INTEGER",
    pl.Int64: "BIGINT",
    pl.Float64: "DOUBLE",
    pl.Date: "DATE",
    pl.Boolean: "BOOLEAN",
}
CONTRACT = {
    "runs": "run_id started_at finished_at status parameters counts code_version",
    "documents": "document_id source_uri source_name url title text language published_at published_at_ts "
    "published_at_origin published_at_note agency dateline_place content_hash duplicate_of run_id",
    "sentences": "document_id sentence_index paragraph_index kind char_start char_end text",
    "time_expressions": "time_expression_id document_id sentence_index char_start char_end surface timex_type "
    "timex_value timex_mod date_from date_to grain calendar anchoring note rule_id",
    "events": "event_id document_id sentence_index time_expression_id time_expression_end_id "
    "context_time_expression_id dating date_from date_to grain trigger trigger_start trigger_end event_type status "
    "place attribution headline rule_id",
    "event_participants": "event_id role position surface char_start char_end entity_id",
    "entities": "entity_id name_ar name_en kind country latitude longitude",
    "quarantine": "source_uri record reason detail run_id seen_at",
    "timeline": "date_from date_to grain headline event_type status actors targets place sentence document_id "
    "source_name published_at event_id",
}


@pytest.fixture
def empty() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        migrate(connection, Path("memory"), datetime(2025, 7, 1))  # noqa: DTZ001
        yield connection


def columns_of(connection: duckdb.DuckDBPyConnection, table: str) -> list[tuple[str, str]]:
    return connection.execute(
        "select column_name, data_type from duckdb_columns() where table_name = $table order by column_index",
        {"table": table},
    ).fetchall()


@pytest.mark.parametrize("table", OURS)
def test_tables_have_the_columns_of_their_frames(empty: duckdb.DuckDBPyConnection, table: str) -> None:
    frame, added = OURS[table]
    declared = [(name, DUCKDB_TYPES[kind.base_type()]) for name, kind in frame.items()]
    columns = columns_of(empty, table)
    assert sorted(column for column in columns if column[0] not in added) == sorted(declared)
    assert [name for name, _ in columns if name in added] == added


@pytest.mark.parametrize("table", CONTRACT)
def test_tables_have_the_columns_of_the_contract(empty: duckdb.DuckDBPyConnection, table: str) -> None:
    names = [name for name, _ in columns_of(empty, table)]
    assert set(CONTRACT[table].split()) <= set(names)
    if table == "timeline":
        assert names[: len(CONTRACT[table].split())] == CONTRACT[table].split()


def test_everything_carries_a_comment(empty: duckdb.DuckDBPyConnection) -> None:
    bare = empty.execute(
        """
        select table_name as name from duckdb_tables() where comment is null
        union all
        select view_name from duckdb_views() where not internal and comment is null
        union all
        select table_name || '.' || column_name from duckdb_columns() where not internal and comment is null
        union all
        select function_name from duckdb_functions() where not internal and comment is null
        """
    ).fetchall()
    assert bare == []


def test_steps_are_numbered_in_order_and_recorded(empty: duckdb.DuckDBPyConnection) -> None:
    assert [version_of(step) for step in steps()] == list(range(1, len(steps()) + 1))
    recorded = empty.execute("select version, name from schema_migrations order by version").fetchall()
    assert recorded == [(version_of(step), step.removeprefix("schema/")) for step in steps()]


def test_migrating_again_changes_nothing(empty: duckdb.DuckDBPyConnection) -> None:
    assert migrate(empty, Path("memory"), datetime(2030, 1, 1)) == []  # noqa: DTZ001
    assert empty.execute("select max(version) from schema_migrations").fetchall() == [(latest_version(),)]


def test_sql_is_lower_case() -> None:
    keywords = {
        "SELECT",
        "FROM",
        "WHERE",
        "JOIN",
        "CREATE",
        "INSERT",
        "DELETE",
        "WITH",
        "GROUP",
        "ORDER",
        "AND",
        "COMMENT",
    }
    for folder in ("schema", "views", "macros", "checks", "merge", "reports", "queries"):
        for name in scripts(folder):
            code = " ".join(line.split("--")[0] for line in script(name).splitlines())
            assert keywords.isdisjoint(code.split()), name


def test_each_view_file_defines_the_view_of_its_name(empty: duckdb.DuckDBPyConnection) -> None:
    views = {
        name
        for (name,) in empty.execute("select view_name from duckdb_views() where not internal").fetchall()
    }
    assert views == {name.removeprefix("views/") for name in scripts("views")}
    assert views == {"timeline", "timeline_by_day", "parties", "actor_days", "actor_pairs", "sources"}
