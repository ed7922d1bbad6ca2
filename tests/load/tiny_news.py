"""Hand-made frames: short articles whose mining is written down here, so that tests of the load need no extractor."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import polars as pl

from hawliyat.tasks import schema
from hawliyat.tasks.load import Run, Shard
from hawliyat.tasks.load.migrate import steps, version_of
from hawliyat.tasks.load.sql import execute
from hawliyat.tasks.schema import stable_id

FIRST_TABLES = (
    "documents",
    "quarantine",
    "sentences",
    "time_expressions",
    "events",
    "event_participants",
    "entities",
    "runs",
)
STARTED = datetime(2025, 7, 2, 6, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Article:
    """A headline and one sentence that tells one event; words are found by their first place in the sentence."""

    document_id: str
    sentence: str
    surface: str
    value: str
    date_from: date | None
    date_to: date | None
    grain: str
    trigger: str
    actors: tuple[tuple[str, str | None], ...] = ()
    targets: tuple[tuple[str, str | None], ...] = ()
    place: str | None = None
    place_entity_id: str | None = None
    event_type: str = "CONSULT"
    status: str = "actual"
    headline: str = "عنوان الخبر"
    source_uri: str = ""
    source_name: str | None = "وكالة المثال"
    duplicate_of: str | None = None
    published_at: date = date(2025, 7, 1)

    @property
    def text(self) -> str:
        return f"{self.headline}\n{self.sentence}\n"

    def content_hash(self) -> str:
        return stable_id(self.text, self.source_name)


CALL = Article(
    "calls.txt",
    "هاتف الوزير سامي الهلالي نظيره الياباني في أيلول/سبتمبر 2022 من بيروت.",
    "أيلول/سبتمبر 2022",
    "2022-09",
    date(2022, 9, 1),
    date(2022, 9, 30),
    "month",
    "هاتف",
    actors=(("الوزير سامي الهلالي", "hilali"),),
    targets=(("نظيره الياباني", "japan"),),
    place="بيروت",
    place_entity_id="beirut",
    headline="الهلالي يهاتف نظيره",
)
TALKS = Article(
    "talks.txt",
    "التقت المديرة أُمَيْمَة الأحمدي وفد اليابان في 12 نيسان 2024.",
    "12 نيسان 2024",
    "2024-04-12",
    date(2024, 4, 12),
    date(2024, 4, 12),
    "day",
    "التقت",
    actors=(("المديرة أُمَيْمَة الأحمدي", None),),
    targets=(("وفد اليابان", "japan"),),
    headline="لقاء في نيسان",
    source_name="صحيفة النموذج",
)
STRIKE = Article(
    "strike.txt",
    "يعتزم العمال الإضراب يوم 12 نيسان 2026.",
    "12 نيسان 2026",
    "2026-04-12",
    date(2026, 4, 12),
    date(2026, 4, 12),
    "day",
    "الإضراب",
    actors=(("العمال", None),),
    event_type="PROTEST",
    status="planned",
    headline="إضراب مرتقب 📌",
    source_name=None,
)
ARTICLES = (CALL, TALKS, STRIKE)
ENTITIES = (
    ("hilali", "سامي الهلالي", "Sami al-Hilali", "person", "LBN", None, None),
    ("japan", "اليابان", "Japan", "country", "JPN", 36.0, 138.0),
    ("beirut", "بيروت", "Beirut", "place", "LBN", 33.9, 35.5),
)


def run(name: str = "run-1", version: str = "1") -> Run:
    """A run's metadata."""
    return Run(name, STARTED, "0.1.0", version, '{"sources": ["tiny"]}')


def changed(article: Article, **fields: object) -> Article:
    """The article with other fields."""
    return replace(article, **fields)  # type: ignore[arg-type]


def write_shard(
    folder: Path,
    articles: tuple[Article, ...] = ARTICLES,
    rejected: tuple[tuple[str, int | None, str, str | None], ...] = (),
    stored: bool = False,
) -> Shard:
    """Write the seven frames of the articles to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [_rows(article) for article in articles]
    used = {entity for row in rows for entity in row.entities}
    frames: dict[str, tuple[pl.Schema, Sequence[tuple[object, ...]]]] = {
        "documents": (schema.DOCUMENTS, [row.document for row in rows]),
        "quarantine": (schema.QUARANTINE, list(rejected)),
        "sentences": (schema.SENTENCES, [s for row in rows for s in row.sentences]),
        "time_expressions": (schema.TIME_EXPRESSIONS, [row.time_expression for row in rows]),
        "events": (schema.EVENTS, [row.event for row in rows]),
        "event_participants": (schema.EVENT_PARTICIPANTS, [p for row in rows for p in row.participants]),
        "entities": (schema.ENTITIES, [entity for entity in ENTITIES if entity[0] in used]),
    }
    for name, (columns, values) in frames.items():
        pl.DataFrame(values, schema=columns, orient="row").write_parquet(folder / f"{name}.parquet")
    return Shard(folder, stored)


@dataclass(frozen=True, slots=True)
class _Rows:
    document: tuple[object, ...]
    sentences: list[tuple[object, ...]]
    time_expression: tuple[object, ...]
    event: tuple[object, ...]
    participants: list[tuple[object, ...]]
    entities: list[str]


def _rows(article: Article) -> _Rows:
    body = len(article.headline) + 1
    key = article.document_id

    def span(words: str) -> tuple[int, int]:
        start = body + article.sentence.index(words)
        return start, start + len(words)

    timex_start, timex_end = span(article.surface)
    timex_id = "t" + stable_id(key, timex_start, timex_end, article.surface)
    trigger_start, trigger_end = span(article.trigger)
    event_id = "e" + stable_id(key, trigger_start, trigger_end, timex_id, article.event_type)
    place_start, place_end = span(article.place) if article.place else (None, None)
    parties = [("actor", n, *p) for n, p in enumerate(article.actors)]
    parties += [("target", n, *p) for n, p in enumerate(article.targets)]
    document = (
        key,
        article.source_uri or key,
        article.source_name,
        None,
        article.headline,
        article.text,
        "ar",
        article.published_at,
        None,
        "given",
        None,
        None,
        None,
        article.content_hash(),
        article.duplicate_of,
        None,
    )
    sentences: list[tuple[object, ...]] = [
        (key, 0, 0, "headline", 0, body - 1, article.headline),
        (key, 1, 1, "body", body, body + len(article.sentence), article.sentence),
    ]
    time_expression = (
        timex_id,
        key,
        1,
        timex_start,
        timex_end,
        article.surface,
        "DATE",
        article.value,
        None,
        article.date_from,
        article.date_to,
        article.grain,
        "gregorian",
        "explicit",
        None,
        "tiny.date",
        False,
    )
    event = (
        event_id,
        key,
        1,
        timex_id,
        None,
        None,
        "expression",
        article.date_from,
        article.date_to,
        article.grain,
        article.trigger,
        trigger_start,
        trigger_end,
        article.event_type,
        article.status,
        article.place,
        place_start,
        place_end,
        article.place_entity_id,
        None,
        None,
        None,
        f"{article.trigger} — {article.headline}",
        "tiny.event",
    )
    participants: list[tuple[object, ...]] = [
        (event_id, key, role, place, surface, *span(surface), entity)
        for role, place, surface, entity in parties
    ]
    entities = [entity for *_, entity in parties if entity]
    if article.place_entity_id:
        entities.append(article.place_entity_id)
    return _Rows(document, sentences, time_expression, event, participants, entities)


def write_older(older: Path, warehouse: Path, version: int) -> None:
    """The rows of a warehouse in a file of an earlier version of the schema."""
    with duckdb.connect(str(older)) as connection:
        for step in steps()[:version]:
            execute(connection, step)
            recorded = {"version": version_of(step), "name": step.removeprefix("schema/")}
            execute(connection, "merge/append_migration", **recorded, applied_at="2025-01-01")
        connection.execute("attach ? as present (read_only)", [str(warehouse)])
        for table in FIRST_TABLES:
            columns = ", ".join(connection.table(table).columns)
            connection.execute(f"insert into {table} by name select {columns} from present.{table}")
