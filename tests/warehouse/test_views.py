"""Views, macros and the analysts' queries on a handful of events written by hand."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pytest

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.load import Shard, connect, load
from hawliyat.tasks.load.sql import script, scripts
from hawliyat.tests.load.tiny_news import ARTICLES, CALL, STRIKE, TALKS, Article, changed, run, write_shard

AGAIN = changed(CALL, document_id="again.txt", duplicate_of="calls.txt")
UNDATED = changed(TALKS, document_id="undated.txt", date_from=None, date_to=None, value="XXXX-04-12")
SECOND = changed(TALKS, document_id="second.txt", source_name=None)


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    folder = tmp_path_factory.mktemp("views")
    load(folder / "news.duckdb", [write_shard(folder / "s", (*ARTICLES, AGAIN, UNDATED, SECOND))], run())
    with connect(folder / "news.duckdb") as opened:
        yield opened


def documents(connection: duckdb.DuckDBPyConnection, sql: str, *values: object) -> list[str]:
    return [key for (key,) in connection.execute(f"select document_id from {sql}", list(values)).fetchall()]


def test_timeline_is_in_date_order_without_duplicates_and_undated(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    assert documents(connection, "timeline") == ["calls.txt", "second.txt", "talks.txt", "strike.txt"]
    row = connection.execute(
        "select date_from, date_to, grain, actors, targets, place, sentence from timeline limit 1"
    ).fetchone()
    assert row == (
        date(2022, 9, 1),
        date(2022, 9, 30),
        "month",
        ["الوزير سامي الهلالي"],
        ["نظيره الياباني"],
        "بيروت",
        CALL.sentence,
    )
    lists = connection.execute("select targets from timeline where document_id = 'strike.txt'").fetchone()
    assert lists == ([],)


def test_timeline_by_day(connection: duckdb.DuckDBPyConnection) -> None:
    days = connection.execute("select day, events, documents, event_types from timeline_by_day").fetchall()
    assert days == [
        (date(2024, 4, 12), 2, 2, ["CONSULT"]),
        (date(2026, 4, 12), 1, 1, ["PROTEST"]),
    ]


def test_parties_go_by_the_entity_s_name_in_undated_events_too(connection: duckdb.DuckDBPyConnection) -> None:
    rows = connection.execute(
        "select document_id, parties.role, parties.name, parties.country from parties "
        "inner join events using (event_id) order by document_id, parties.role, parties.position"
    ).fetchall()
    assert [row for row in rows if row[0] in {"calls.txt", "undated.txt"}] == [
        ("calls.txt", "actor", "سامي الهلالي", "LBN"),
        ("calls.txt", "target", "اليابان", "JPN"),
        ("undated.txt", "actor", "المديرة أُمَيْمَة الأحمدي", None),
        ("undated.txt", "target", "اليابان", "JPN"),
    ]


def test_actor_days_go_by_the_entity_s_name(connection: duckdb.DuckDBPyConnection) -> None:
    actors = connection.execute("select actor, entity_id, country, events from actor_days").fetchall()
    assert sorted(actors, key=str) == [
        ("العمال", None, None, 1),
        ("المديرة أُمَيْمَة الأحمدي", None, None, 2),
        ("سامي الهلالي", "hilali", "LBN", 1),
    ]


def test_actor_pairs(connection: duckdb.DuckDBPyConnection) -> None:
    pairs = connection.execute("select actor, target, event_type, events from actor_pairs").fetchall()
    assert pairs == [
        ("المديرة أُمَيْمَة الأحمدي", "اليابان", "CONSULT", 2),
        ("سامي الهلالي", "اليابان", "CONSULT", 1),
    ]


def test_sources(connection: duckdb.DuckDBPyConnection) -> None:
    rows = connection.execute(
        "select source_name, documents, duplicates, dated_events from sources"
    ).fetchall()
    assert rows == [("صحيفة النموذج", 2, 0, 1), ("وكالة المثال", 2, 1, 1), (None, 2, 0, 2)]


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("2022-09-30", "2022-10-05", ["calls.txt"]),
        ("2022-08-01", "2022-09-01", ["calls.txt"]),
        ("2022-10-01", "2024-04-11", []),
        ("2024-04-12", "2024-04-12", ["second.txt", "talks.txt"]),
    ],
)
def test_timeline_between_overlaps(
    connection: duckdb.DuckDBPyConnection, first: str, last: str, found: list[str]
) -> None:
    assert documents(connection, "timeline_between(?, ?)", first, last) == found


def test_on_this_day_in_any_year_and_of_day_grain_only(connection: duckdb.DuckDBPyConnection) -> None:
    assert documents(connection, "on_this_day('1999-04-12')") == ["second.txt", "talks.txt", "strike.txt"]
    assert documents(connection, "on_this_day(date '2025-09-01')") == []


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("أميمة الأحمدي", ["second.txt", "talks.txt"]),
        ("اميمه احمدي", ["second.txt", "talks.txt"]),
        ("أُمَيْمَة", ["second.txt", "talks.txt"]),
        ("والأحمدى", ["second.txt", "talks.txt"]),
        ("الاحمـــدي", ["second.txt", "talks.txt"]),
        ("يابان", ["calls.txt", "second.txt", "talks.txt"]),
        ("japan", ["calls.txt", "second.txt", "talks.txt"]),
        ("Sami al-Hilali", ["calls.txt"]),
        ("سامي", ["calls.txt"]),
        ("سام", []),
        ("", []),
        (None, []),
        (2024, []),
        ("؟", []),
        ("' or 1 = 1 --", []),
        ("%", []),
    ],
)
def test_events_about_folds_names(
    connection: duckdb.DuckDBPyConnection, name: str | int | None, found: list[str]
) -> None:
    assert documents(connection, "events_about(?)", name) == found


def test_folding_in_sql_is_the_folding_of_the_extractor(connection: duckdb.DuckDBPyConnection) -> None:
    words = [
        "أحمد",
        "إيران",
        "آسيا",
        "هدى",
        "قاهرة",
        "مُحَمَّدٌ",
        "عــمر",
        "کردستان",
        "٢٠٢٥",
        "۱۹۹۹",
        "پاكستان",
        "گرگان",
    ]
    for word in words:
        (folded,) = connection.execute("select fold_arabic(?)", [word]).fetchone() or ("",)
        assert folded == fold_word(word), word


@pytest.mark.parametrize("name", scripts("queries"))
def test_queries_answer_their_question(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    question = script(name).splitlines()[0]
    assert question.startswith("-- ")
    assert "?" in question
    result = connection.execute(script(name))
    assert result.description
    answers = result.fetchall()
    if name.removeprefix("queries/") not in _SILENT:
        assert answers


# Nothing in the few events of these tests answers them; those of the last two are below.
_SILENT = (
    "unresolved_expressions",
    "undated_documents",
    "told_as_said",
    "escalation",
    "planned_then_actual",
)


def answer(tmp_path: Path, name: str, *articles: Article) -> list[tuple[object, ...]]:
    """What a query says of a warehouse of these articles alone."""
    load(tmp_path / "asked.duckdb", [write_shard(tmp_path / "asked", articles)], run())
    with connect(tmp_path / "asked.duckdb") as opened:
        return opened.execute(script(f"queries/{name}")).fetchall()


def test_escalation_counts_both_ways_against_the_quarter_before(tmp_path: Path) -> None:
    clash = changed(CALL, event_type="ACCUSE", date_from=date(2022, 1, 5), date_to=date(2022, 1, 5))
    back = changed(
        clash,
        document_id="back.txt",
        actors=clash.targets,
        targets=clash.actors,
        date_from=date(2022, 4, 6),
        date_to=date(2022, 4, 6),
    )
    again = changed(back, document_id="again.txt")
    talks = changed(back, document_id="talks.txt", event_type="CONSULT")
    planned = changed(back, document_id="planned.txt", status="planned")
    rows = answer(tmp_path, "escalation", clash, back, again, talks, planned)
    pair = ("اليابان", "سامي الهلالي")
    assert rows == [(*pair, date(2022, 4, 1), 2, 1), (*pair, date(2022, 1, 1), 1, 1)]


def test_a_plan_is_paired_with_a_later_report_of_the_same_days_and_party(tmp_path: Path) -> None:
    plan = changed(TALKS, document_id="plan.txt", status="planned", published_at=date(2024, 4, 10))
    report = changed(TALKS, document_id="report.txt", published_at=date(2024, 4, 13))
    earlier = changed(TALKS, document_id="earlier.txt", published_at=date(2024, 4, 9))
    other = changed(TALKS, document_id="other.txt", event_type="AGREE", published_at=date(2024, 4, 13))
    rows = answer(tmp_path, "planned_then_actual", plan, report, earlier, other)
    assert [(row[3], row[6]) for row in rows] == [(date(2024, 4, 10), date(2024, 4, 13))]


def test_coverage_counts_articles_with_and_without_events(tmp_path: Path) -> None:
    rows = answer(tmp_path, "coverage_by_source", CALL, TALKS, UNDATED, SECOND)
    month = date(2025, 7, 1)
    assert rows == [
        ("صحيفة النموذج", month, 2, 1, 1, "CONSULT"),
        ("وكالة المثال", month, 1, 1, 1, "CONSULT"),
        (None, month, 1, 1, 1, "CONSULT"),
    ]


def test_latest_by_country_is_by_place_and_by_party(tmp_path: Path) -> None:
    rows = answer(tmp_path, "latest_by_country", CALL, TALKS, STRIKE)
    assert [row[:3] for row in rows] == [
        ("JPN", date(2024, 4, 12), date(2024, 4, 12)),
        ("JPN", date(2022, 9, 1), date(2022, 9, 30)),
        ("LBN", date(2022, 9, 1), date(2022, 9, 30)),
    ]


def test_there_are_queries_enough() -> None:
    assert len(scripts("queries")) >= 8


def test_plain_duckdb_needs_nothing_of_ours(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    (path,) = connection.execute(
        "select path from duckdb_databases() where database_name = 'news'"
    ).fetchone() or ("",)
    with duckdb.connect(
        config={"enable_external_access": "true", "autoload_known_extensions": "false"}
    ) as plain:
        plain.execute("attach ? as news (read_only)", [path])
        plain.execute("use news")
        assert len(plain.execute("from timeline").fetchall()) == 4
        assert len(plain.execute("from events_about('اليابان')").fetchall()) == 3


def test_event_of_two_expressions_of_the_same_day_appears_once(tmp_path: Path) -> None:
    """A Hijri day and its Gregorian twin: two rows of events, one of the timeline."""
    twin = changed(
        TALKS, sentence="التقت المديرة أُمَيْمَة الأحمدي وفد اليابان في 3 شوال 1445 الموافق 12 نيسان 2024."
    )
    hijri = changed(twin, surface="3 شوال 1445")
    folders = [
        write_shard(tmp_path / name, (article,)).folder for name, article in (("a", twin), ("b", hijri))
    ]
    for name in ("time_expressions", "events", "event_participants"):
        both = pl.concat([pl.read_parquet(folder / f"{name}.parquet") for folder in folders])
        both.write_parquet(folders[0] / f"{name}.parquet")
    load(tmp_path / "news.duckdb", [Shard(folders[0])], run())
    with connect(tmp_path / "news.duckdb") as opened:
        assert opened.sql("select count(*) from events").fetchall() == [(2,)]
        assert opened.sql("select count(*), any_value(actors) from timeline").fetchall() == [
            (1, ["المديرة أُمَيْمَة الأحمدي"])
        ]
