"""Which event a date belongs to where several words could bear it, and what the words around make of it."""

from datetime import date

import pytest

from hawliyat.tasks.events import extract_events
from hawliyat.tasks.model import Context
from hawliyat.tasks.segment import segment
from hawliyat.tasks.temporal import tag_document

THURSDAY = date(2004, 10, 14)


def rows(text: str) -> list[tuple[str, str, str]]:
    """Trigger, value of its date, status."""
    context = Context(THURSDAY)
    sentences = segment(text)
    timexes = tag_document(text, sentences, context)
    events, _ = extract_events(text, sentences, timexes, context)
    return [
        (event.trigger, timexes[event.timex].value, str(event.status))
        for event in events
        if event.timex is not None
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ودعا الأمين العام للاتحاد الثلاثاء إلى الهدوء.", [("ودعا", "2004-10-12", "actual")]),
        ("ودعت النقابة الأحد إلى الحوار.", [("ودعت", "2004-10-10", "actual")]),
        ("ودعت الفرقة جمهورها الأحد.", [("ودعت", "2004-10-10", "actual")]),
        (
            "ودعت النقابات إلى إضراب جديد في السادس من تشرين الثاني.",
            [("إضراب", "2004-11-06", "planned")],
        ),
        (
            "قتل شرطي وأصيب اثنان من زملائه مساء الأحد في الشمال.",
            [("وأصيب", "2004-10-10TEV", "actual"), ("قتل", "2004-10-10TEV", "actual")],
        ),
        (
            "وفي خطاب متلفز مساء الأحد، اتهم الرئيس خصومه بالتآمر.",
            [("خطاب", "2004-10-10TEV", "actual"), ("اتهم", "2004-10-10TEV", "actual")],
        ),
        (
            "يأمل سالم نصار في السفر، وفقا لتصريح معاونيه، الأحد.",
            [("لتصريح", "2004-10-10", "actual")],
        ),
        ("يأتي الاجتماع بعد هجوم شنه مسلحون الأحد على البلدة.", [("هجوم", "2004-10-10", "actual")]),
        ("ذكر أن الغارة على البلدة الأحد، أدت إلى مقتل شخص.", [("الغارة", "2004-10-10", "actual")]),
        ("أدى الإعصار إلى انهيار جسرين مساء الأحد.", [("انهيار", "2004-10-10TEV", "actual")]),
        ("ظل العمدة رئيساً للنادي منذ 1999.", [("رئيساً", "1999", "actual")]),
        ("أعلن وزير النقل الإسباني انخيل الكالا مساء الأحد توقيف شخصين.", [("أعلن", "2004-10-10TEV", "actual")]),
        (
            "وكان المجلس اعلن الاسبوع الماضي استعداده لاستئناف الحوار في نهاية الشهر الجاري.",
            [("اعلن", "2004-W41", "actual"), ("لاستئناف", "2004-10", "planned")],
        ),
        (
            "تستعد البلاد للانتخابات البلدية المقررة في أيار المقبل.",
            [("للانتخابات", "2005-05", "planned")],
        ),
        ("من المقرر عقد اجتماع للجنة غدا.", [("اجتماع", "2004-10-15", "planned")]),
        ("وقال الوزير إن القمة ستعقد في تونس الشهر المقبل.", [("القمة", "2004-11", "planned")]),
        ("ويأتي تصاعد القتال في الشمال يوم الأحد الماضي.", [("تصاعد", "2004-10-10", "actual")]),
        ("لم يحضر الخبير جلسة 23 سبتمبر.", [("جلسة", "2004-09-23", "actual")]),
        ("يجتمع الوزراء لرسم سياسة العام المقبل.", []),
        ("يبدأ العمل السبت على أن ينتهي قبل نهاية العام.", [("يبدأ", "2004-10-16", "planned"), ("ينتهي", "2004", "planned")]),
        ("وقد تضطر الشركة إلى البيع إن انخفضت الأسعار في الربيع المقبل.", [("انخفضت", "2005-SP", "hypothetical")]),
        ("لم يحل ذلك دون اندلاع معارك مساء الأحد.", [("اندلاع", "2004-10-10TEV", "actual")]),
        ("لن يعود النائب قبل صدور القرار نهاية الشهر.", [("صدور", "2004-10", "planned")]),
        ("وقد تعلن النتيجة الاثنين.", [("تعلن", "2004-10-18", "hypothetical")]),
        (
            "كانت المحكمة قد حكمت عليه في أيلول قبل أن تلغي محكمة أعلى الحكم في تموز.",
            [("حكمت", "2004-09", "actual"), ("تلغي", "2004-07", "actual")],
        ),
    ],
)  # fmt: skip
def test_dates_and_their_events(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert rows(text) == expected


def test_clock_takes_the_day_just_told_of() -> None:
    text = "ضرب زلزال المنطقة مساء الثلاثاء.\nوشعر السكان بالهزة عند الساعة 21:40."
    assert ("وشعر", "2004-10-12T21:40", "actual") in rows(text)
    ahead = "انتهت الدورة الثلاثاء.\nويفتتح المعرض عند الساعة 17:00 بحضور الوزير."
    assert ("ويفتتح", "2004-10-14T17:00", "planned") in rows(ahead)
