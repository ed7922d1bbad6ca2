"""What many documents decide, through the whole flow: the rows do not tell in which runs the documents came."""

import json
from datetime import date, timedelta
from pathlib import Path
from random import Random

import duckdb
import pytest

from hawliyat.flows.cli import main

PLEA = "تابعوا صوت المرفأ كل مساء، فآخر تحديث كان يوم 3 مايو 2025."
TOPICS = ("الميناء", "المطار", "الجامعة", "المستشفى", "السوق", "الملعب")
TABLES = (
    "documents",
    "sentences",
    "time_expressions",
    "events",
    "event_participants",
    "entities",
    "quarantine",
    "fingerprints",
    "paragraphs",
)


def _article(topic: str) -> str:
    return "\n".join(
        (
            f"افتتاح {topic} الجديد في العاصمة",
            f"افتتح رئيس الحكومة أمس مبنى {topic} بعد أعمال استمرت عامين وكلفت 40 مليون دينار من خزينة {topic} وحدها.",
            f"وأثنى سكان حي {topic} على الخطوة وطالبوا بفتح طريق ثان يصل {topic} بوسط المدينة قبل الشتاء.",
            f"ومن المقرر أن تبدأ الأعمال في الجزء الثاني من {topic} الشهر المقبل بإشراف شركة محلية.",
            f"وقال مدير {topic} إن العاملين سينتقلون إليه تباعا.",
            f"وختم بأن زوار {topic} مدعوون إلى جولة مجانية.",
            PLEA,
        )
    )


def _records() -> list[dict[str, str]]:
    """Six articles of one outlet with a plea at their end, copies of two of them elsewhere, an earlier and a later one."""
    own = [
        {
            "id": f"d{i}",
            "source": "صوت المرفأ",
            "published_at": str(date(2025, 7, 1) + timedelta(i)),
            "text": _article(topic),
        }
        for i, topic in enumerate(TOPICS)
    ]
    early = _article("المطار").replace("عامين", "سنتين")
    late = _article("الميناء")
    return [
        *own,
        {"id": "early", "source": "وكالة", "published_at": "2025-06-01", "text": early},
        {"id": "late", "source": "أخبار", "published_at": "2025-07-20", "text": late},
    ]


def _run(
    folder: Path, warehouse: Path, records: list[dict[str, str]], capsys: pytest.CaptureFixture[str]
) -> dict[str, int]:
    folder.mkdir(parents=True)
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    (folder / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    arguments = [
        str(folder),
        "--root",
        str(folder),
        "--warehouse",
        str(warehouse),
        "--runner",
        "thread",
        "--json",
    ]
    assert main(["run", *arguments]) == 0
    documents: dict[str, int] = json.loads(capsys.readouterr().out)["documents"]
    return documents


def _rows(warehouse: Path) -> dict[str, list[tuple[object, ...]]]:
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        return {
            table: connection.execute(
                f"select columns(lambda c: c not in ('run_id', 'seen_at', 'source_uri')) from {table} order by all"
            ).fetchall()
            for table in TABLES
        }


@pytest.mark.usefixtures("prefect")
def test_one_run_or_many_in_any_order_give_the_same_rows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    records = _records()
    once = tmp_path / "once.duckdb"
    counts = _run(tmp_path / "all", once, records, capsys)
    assert counts["loaded"] == len(records)
    with duckdb.connect(str(once), read_only=True) as connection:
        copies = connection.execute(
            "select document_id, duplicate_of from documents where duplicate_of is not null order by all"
        ).fetchall()
        assert copies == [("d1", "early"), ("late", "d0")]
        assert connection.execute(
            "select distinct kind from sentences where document_id like 'd_' and contains(text, 'كل مساء')"
        ).fetchall() == [("boilerplate",)]
        assert connection.execute(
            "select count(*) from timeline inner join documents using (document_id) where duplicate_of is not null"
        ).fetchall() == [(0,)]
    expected = _rows(once)
    for seed in (1, 2):
        batches = Random(seed).sample(records, len(records))
        warehouse = tmp_path / f"batches-{seed}.duckdb"
        rederived = 0
        for number, record in enumerate(batches):
            counts = _run(tmp_path / f"b{seed}-{number}", warehouse, [record], capsys)
            assert counts["read"] == counts["loaded"] == 1
            rederived += counts["rederived"]
        assert rederived >= 3  # the first bearers of the plea, once it has come often enough
        assert _rows(warehouse) == expected


@pytest.mark.usefixtures("prefect")
def test_forgetting_an_original_frees_its_copy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    warehouse = tmp_path / "w.duckdb"
    records = _records()
    _run(tmp_path / "all", warehouse, records, capsys)
    assert main(["forget", "early", "--warehouse", str(warehouse)]) == 0
    capsys.readouterr()
    rest = [record for record in records if record["id"] != "early"]
    assert _run(tmp_path / "rest", warehouse, rest, capsys)["unchanged"] == len(rest)
    fresh = tmp_path / "fresh.duckdb"
    _run(tmp_path / "fresh", fresh, rest, capsys)
    assert _rows(warehouse) == _rows(fresh)
