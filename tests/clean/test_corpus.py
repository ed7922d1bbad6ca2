"""Copies and an outlet's furniture: found from the set of documents, whatever their order."""

from datetime import date

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from hawliyat.tasks.clean.corpus import find_duplicates, find_recurring, fingerprints, paragraphs
from hawliyat.tasks.schema import DOCUMENTS
from hawliyat.tasks.segment import segment_frame

PLEA = "صحيفتنا باقية بقرائها فكونوا معنا في كل صباح"
BACKGROUND = "وكان البلدان قطعا علاقاتهما قبل ثلاثة أعوام بعد خلاف على ترسيم الحدود البحرية بينهما."
TOPICS = ("الميناء", "المطار", "الجامعة", "المستشفى", "السوق", "الملعب", "المكتبة", "الحديقة")


def _article(topic: str, tail: str = PLEA) -> str:
    return "\n".join(
        (
            f"افتتاح {topic} الجديد في العاصمة",
            f"افتتح رئيس الحكومة صباح أمس مبنى {topic} بعد أعمال استمرت عامين وكلفت 40 مليون دينار من خزينة {topic} وحدها.",
            f"وأثنى سكان حي {topic} على الخطوة وطالبوا بفتح طريق ثان يصل {topic} بوسط المدينة قبل الشتاء.",
            BACKGROUND,
            f"ومن المقرر أن تبدأ الأعمال في الجزء الثاني من {topic} الشهر المقبل بإشراف شركة محلية.",
            f"وقال مدير {topic} إن العاملين سينتقلون إليه تباعا.",
            f"وختم بأن زوار {topic} مدعوون إلى جولة مجانية.",
            tail,
        )
    )


def _documents(rows: list[tuple[str, str | None, date | None, str]]) -> pl.DataFrame:
    return pl.DataFrame(
        [
            dict.fromkeys(DOCUMENTS.names())
            | {"document_id": key, "source_name": source, "published_at": day, "text": text}
            for key, source, day, text in rows
        ],
        schema=DOCUMENTS,
    )


def _rows() -> list[tuple[str, str | None, date | None, str]]:
    rows: list[tuple[str, str | None, date | None, str]] = [
        (f"d{i}", "صوت المرفأ", date(2025, 7, i + 1), _article(topic)) for i, topic in enumerate(TOPICS)
    ]
    rows.append(("copy-late", "أخبار اليوم", date(2025, 7, 20), _article("الميناء")))
    rows.append(("copy-undated", None, None, _article("الميناء").replace("مجانية", "قصيرة مجانية")))
    rows.append(("copy-early", "وكالة", date(2025, 6, 1), _article("المطار").replace("عامين", "سنتين")))
    return rows


def _outcome(
    rows: list[tuple[str, str | None, date | None, str]],
) -> tuple[list[tuple[str, str]], list[tuple[str, int]]]:
    documents = _documents(rows)
    sentences = segment_frame(documents)
    duplicates = find_duplicates(fingerprints(documents, sentences))
    return duplicates.rows(), find_recurring(paragraphs(documents, sentences), duplicates).rows()


def test_copies_point_to_the_earliest() -> None:
    duplicates, _ = _outcome(_rows())
    assert duplicates == [("copy-late", "d0"), ("copy-undated", "d0"), ("d1", "copy-early")]


def test_furniture_is_marked_and_background_stays() -> None:
    _, recurring = _outcome(_rows())
    assert recurring == [(f"d{i}", 7) for i in range(8)]


def test_bulletins_that_differ_in_their_figures_are_two() -> None:
    bulletin = (
        "أسعار الصرف في سوق العاصمة ليوم {} تموز\nبلغ سعر الدولار {} ليرة للشراء و{} ليرة للمبيع، وبلغ سعر اليورو {} ليرة"
        " في تعاملات اليوم بحسب نشرة المصرف المركزي التي تصدر كل صباح وتعتمدها المصارف وشركات الصرافة في جميع المحافظات كلها."
    )
    rows: list[tuple[str, str | None, date | None, str]] = [
        ("one", "المصرف", date(2025, 7, 1), bulletin.format(1, 8900, 9010, 10400)),
        ("two", "المصرف", date(2025, 7, 2), bulletin.format(2, 8950, 9060, 10450)),
    ]
    assert _outcome(rows)[0] == []


@settings(max_examples=20, deadline=None)
@given(st.permutations(_rows()))
def test_the_outcome_does_not_depend_on_the_order(
    rows: list[tuple[str, str | None, date | None, str]],
) -> None:
    assert _outcome(rows) == _outcome(_rows())
