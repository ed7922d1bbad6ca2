"""From words to values, intervals and notes: the contract's table, row by row, and what the context may add."""

from datetime import date, datetime

import pytest

from hawliyat.tasks.model import Timex
from hawliyat.tasks.schema import Anchoring, Calendar, Grain, Mod, TimexType
from hawliyat.tasks.temporal import tag

DCT = date(2025, 7, 1)  # a Tuesday


def only(text: str, day: date | datetime | None = DCT) -> Timex:
    found = tag(text, day)
    assert len(found) == 1, [timex.surface for timex in found]
    return found[0]


# The table "value -> date_from .. date_to" of the contract, in its order.
INTERVALS = [
    ("1 تموز 2025", "2025-07-01", "2025-07-01", "2025-07-01", Grain.DAY),
    ("الساعة 14:30 يوم 1 تموز 2025", "2025-07-01T14:30", "2025-07-01", "2025-07-01", Grain.TIME),
    ("صباح 1 تموز 2025", "2025-07-01TMO", "2025-07-01", "2025-07-01", Grain.TIME),
    ("الأسبوع الماضي", "2025-W26", "2025-06-23", "2025-06-29", Grain.WEEK),
    ("عطلة نهاية الأسبوع الماضي", "2025-W26-WE", "2025-06-28", "2025-06-29", Grain.WEEKEND),
    ("شباط 2024", "2024-02", "2024-02-01", "2024-02-29", Grain.MONTH),
    ("الربع الأول من 2024", "2024-Q1", "2024-01-01", "2024-03-31", Grain.QUARTER),
    ("الربع الرابع من عام 2024", "2024-Q4", "2024-10-01", "2024-12-31", Grain.QUARTER),
    ("النصف الثاني من عام 2023", "2023-H2", "2023-07-01", "2023-12-31", Grain.HALF),
    ("عام 2022", "2022", "2022-01-01", "2022-12-31", Grain.YEAR),
    ("التسعينات", "199", "1990-01-01", "1999-12-31", Grain.DECADE),
    ("القرن العشرين", "19", "1900-01-01", "1999-12-31", Grain.CENTURY),
    ("ربيع عام 2024", "2024-SP", "2024-03-01", "2024-05-31", Grain.SEASON),
    ("صيف عام 2024", "2024-SU", "2024-06-01", "2024-08-31", Grain.SEASON),
    ("خريف عام 2024", "2024-FA", "2024-09-01", "2024-11-30", Grain.SEASON),
    ("شتاء عام 2024", "2024-WI", "2024-12-01", "2025-02-28", Grain.SEASON),
    ("شتاء عام 2023", "2023-WI", "2023-12-01", "2024-02-29", Grain.SEASON),
    ("عام 2013-2014", "2013", "2013-01-01", "2014-12-31", Grain.YEAR),
    ("15 رمضان 1445هـ", "2024-03-25", "2024-03-25", "2024-03-25", Grain.DAY),
    ("رمضان 1445هـ", "2024-03", "2024-03-11", "2024-04-09", Grain.MONTH),
    ("عام 1445هـ", "2023", "2023-07-19", "2024-07-06", Grain.YEAR),
    ("عيد الفطر 2024", "2024-04-10", "2024-04-10", "2024-04-10", Grain.DAY),
    ("عيد الأضحى 1446هـ", "2025-06-06", "2025-06-06", "2025-06-06", Grain.DAY),
]


@pytest.mark.parametrize(
    ("text", "value", "first", "last", "grain"), INTERVALS, ids=[f"{row[1]} {row[0]}" for row in INTERVALS]
)
def test_intervals(text: str, value: str, first: str, last: str, grain: Grain) -> None:
    timex = only(text)
    assert (timex.surface, timex.value, timex.grain) == (text, value, grain)
    assert (str(timex.date_from), str(timex.date_to)) == (first, last)


@pytest.mark.parametrize(
    ("text", "value", "mod", "first", "last"),
    [
        ("مطلع عام 2022", "2022", Mod.START, "2022-01-01", "2022-12-31"),
        ("منتصف أيار 2024", "2024-05", Mod.MID, "2024-05-01", "2024-05-31"),
        ("أواخر عام 2023", "2023", Mod.END, "2023-01-01", "2023-12-31"),
        ("نحو عام 1990", "1990", Mod.APPROX, "1990-01-01", "1990-12-31"),
    ],
)
def test_a_modifier_leaves_the_interval_of_its_value(
    text: str, value: str, mod: Mod, first: str, last: str
) -> None:
    timex = only(text)
    assert (timex.value, timex.mod, str(timex.date_from), str(timex.date_to)) == (value, mod, first, last)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("استمرت 12 يوما", TimexType.DURATION, "P12D"),
        ("دام عدة أشهر", TimexType.DURATION, "PXM"),
        ("استغرق ساعة ونصف", TimexType.DURATION, "PT1.5H"),
        ("كل ثلاثاء", TimexType.SET, "XXXX-WXX-2"),
        ("يوميا", TimexType.SET, "P1D"),
        ("الآن", TimexType.DATE, "PRESENT_REF"),
        ("مؤخرا", TimexType.DATE, "PAST_REF"),
        ("قريبا", TimexType.DATE, "FUTURE_REF"),
        ("عام 511 ق.م", TimexType.DATE, "BC0511"),
    ],
)
def test_what_is_no_calendar_point_has_no_interval(text: str, kind: TimexType, value: str) -> None:
    timex = only(text)
    assert (timex.type, timex.value) == (kind, value)
    assert (timex.date_from, timex.date_to, timex.grain) == (None, None, None)


OPEN = [
    ("اجتمعوا الثلاثاء", "XXXX-WXX-2"),
    ("وصل في 3 أيار", "XXXX-05-03"),
    ("صدر في أيار", "XXXX-05"),
    ("نشرت الصورة هذا الصباح", "XXXX-XX-XXTMO"),
    ("في إحدى الأمسيات", "XXXX-XX-XXTEV"),
    ("تبدأ الساعة 14:30", "XXXX-XX-XXT14:30"),
    ("وقع ذلك أمس", "UNRESOLVED"),
    ("وقع ذلك في العام الماضي", "UNRESOLVED"),
    ("زاره الأسبوع الماضي", "UNRESOLVED"),
    ("عاد الشهر الماضي", "UNRESOLVED"),
]


@pytest.mark.parametrize(("text", "value"), OPEN, ids=[row[0] for row in OPEN])
def test_without_a_date_only_what_the_words_give(text: str, value: str) -> None:
    timex = only(text, None)
    assert timex.value == value
    assert timex.anchoring is Anchoring.UNRESOLVED
    assert (timex.date_from, timex.date_to, timex.grain) == (None, None, None)


@pytest.mark.parametrize("text", ["عام 2022", "3 أيار 2021", "15 رمضان 1445هـ", "الربع الأول من 2024"])
def test_what_is_said_in_full_needs_no_date(text: str) -> None:
    assert only(text, None) == only(text, DCT)
    assert only(text, None).anchoring is Anchoring.EXPLICIT


@pytest.mark.parametrize(
    ("text", "value", "anchoring"),
    [
        ("اجتمع الوزراء الثلاثاء", "2025-07-01", Anchoring.PUBLICATION),
        ("اجتمع الوزراء الأربعاء", "2025-06-25", Anchoring.PUBLICATION),
        ("سيجتمع الوزراء الأربعاء", "2025-07-02", Anchoring.PUBLICATION),
        ("اجتمع الوزراء الثلاثاء الماضي", "2025-06-24", Anchoring.PUBLICATION),
        ("يجتمع الوزراء الثلاثاء المقبل", "2025-07-08", Anchoring.PUBLICATION),
        ("زار القاهرة في شباط/فبراير الماضي", "2025-02", Anchoring.PUBLICATION),
        ("زار القاهرة في تشرين الثاني الماضي", "2024-11", Anchoring.PUBLICATION),
        ("زار القاهرة قبل عامين", "2023", Anchoring.PUBLICATION),
        ("زار القاهرة قبل ثلاثة أيام", "2025-06-28", Anchoring.PUBLICATION),
        ("زار القاهرة قبل أسبوعين", "2025-W25", Anchoring.PUBLICATION),
        ("زار القاهرة أول من أمس", "2025-06-29", Anchoring.PUBLICATION),
    ],
)
def test_what_hangs_on_the_date(text: str, value: str, anchoring: Anchoring) -> None:
    timex = only(text)
    assert (timex.value, timex.anchoring) == (value, anchoring)


@pytest.mark.parametrize(
    ("text", "direction"),
    [("اجتمع الوزراء الأربعاء", "past"), ("سيجتمع الوزراء الأربعاء", "future")],
)
def test_the_direction_of_a_bare_weekday_is_shown(text: str, direction: str) -> None:
    assert only(text).rule_id.rpartition(".")[2] == direction


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("زار موسكو عام 2004. وفي مطلع ذلك العام التقى نظيره.", "2004"),
        ("وقع الاتفاق في 25 شباط 2003. وفي اليوم التالي رفضه البرلمان.", "2003-02-26"),
        ("عاد في أيلول 1998. وفي الشهر نفسه استقال.", "1998-09"),
        ("دخل القصر في 3 أيار 1999، وبعد ذلك بثلاثة أيام خرج منه.", "1999-05-06"),
    ],
)
def test_what_refers_back_counts_from_what_was_said(text: str, value: str) -> None:
    timex = tag(text, DCT)[-1]
    assert (timex.value, timex.anchoring) == (value, Anchoring.CONTEXT)


@pytest.mark.parametrize(
    ("moment", "text", "value"),
    [
        (datetime.fromisoformat("2025-07-01T01:30"), "انطلقت قبل ساعتين", "2025-06-30T23:30"),
        (datetime.fromisoformat("2025-07-01T23:50"), "تنطلق بعد نصف ساعة", "2025-07-02T00:20"),
        (DCT, "انطلقت قبل ساعتين", "PAST_REF"),
    ],
)
def test_hours_count_from_a_timestamp_only(moment: date, text: str, value: str) -> None:
    assert only(text, moment).value == value


def test_a_weekday_that_its_date_contradicts_is_noted() -> None:
    timex = only("وقع الانفجار يوم الاثنين 1 تموز 2025")
    assert timex.value == "2025-07-01"
    assert timex.note is not None
    assert only("وقع الانفجار يوم الثلاثاء 1 تموز 2025").note is None


def test_a_weekday_that_today_contradicts_is_noted() -> None:
    timex = only("أعلن الوزير اليوم الأربعاء القرار")
    assert timex.value == "2025-07-01"
    assert timex.note is not None


def test_a_past_date_after_the_document_is_noted() -> None:
    timex = only("صدر القرار في 2 تموز 2026")
    assert timex.value == "2026-07-02"
    assert timex.note is not None
    assert only("صدر القرار في 2 أيار 2025").note is None


@pytest.mark.parametrize("text", ["31 شباط 2024", "29 شباط 2023", "31 نيسان 2020"])
def test_a_day_that_no_month_has_stays_open_and_is_noted(text: str) -> None:
    timex = only(f"وقع ذلك في {text}")
    assert timex.value == "UNRESOLVED"
    assert timex.date_from is None
    assert timex.note is not None


@pytest.mark.parametrize(
    ("dateline", "yesterday"),
    [("1-7", "2025-06-30"), ("30-6", "2025-06-29"), ("29-6", "2025-06-28"), ("20-6", "2025-06-30")],
)
def test_a_dateline_near_the_date_is_the_day_of_the_report(dateline: str, yesterday: str) -> None:
    found = tag(f"باريس {dateline} (اف ب) - قال الوزير أمس إن المحادثات انتهت.", DCT)
    assert [timex.surface for timex in found] == [dateline, "أمس"]
    assert found[1].value == yesterday


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("من 5 إلى 10 أيار 2024", ["2024-05-05", "2024-05-10"]),
        ("بين 2019 و2021", ["2019", "2021"]),
        ("من كانون الأول إلى شباط 2024", ["2023-12", "2024-02"]),
        ("13-15 تموز 2024", ["2024-07-13", "2024-07-15"]),
        ("من 29 نيسان حتى 2 أيار 2024", ["2024-04-29", "2024-05-02"]),
    ],
)
def test_ranges_are_two_expressions_and_the_second_is_marked(text: str, values: list[str]) -> None:
    found = tag(text, DCT)
    assert [timex.value for timex in found] == values
    assert [timex.range_end for timex in found] == [False, True]


def test_lists_are_no_ranges() -> None:
    found = tag("في 3 و4 و7 مايو 2024", DCT)
    assert [timex.value for timex in found] == ["2024-05-03", "2024-05-04", "2024-05-07"]
    assert not any(timex.range_end for timex in found)


def test_calendars_are_told_apart() -> None:
    assert only("15 رمضان 1445هـ").calendar is Calendar.HIJRI
    assert only("25 مارس 2024").calendar is Calendar.GREGORIAN
