"""Datelines of many houses: place, agency, day; and lines that only look like one."""

import pytest

from hawliyat.tasks.clean.dateline import read_dateline

DATELINES = [
    ("باريس-(أ ف ب) – أعلن", ("باريس", "أ ف ب", None, None, None, None), "باريس-(أ ف ب) –"),
    ("صنعاء 15-7 (اف ب) - وصل", ("صنعاء", "أ ف ب", 15, 7, None, "gregorian"), "صنعاء 15-7 (اف ب) -"),
    ("صنعاء 15-7 (أ فب) - وصل", ("صنعاء", "أ ف ب", 15, 7, None, "gregorian"), "صنعاء 15-7 (أ فب) -"),
    ("روما 2 مايو/شينخوا/بحث", ("روما", "شينخوا", 2, 5, None, "gregorian"), "روما 2 مايو/شينخوا/"),
    ("الخليل 2 مايو 09: 37", ("الخليل", None, 2, 5, None, "gregorian"), "الخليل 2 مايو 09: 37"),
    (
        "جدة / 12 شعبان 1446 هـ / واس / قال",
        ("جدة", "واس", 12, 8, 1446, "hijri"),
        "جدة / 12 شعبان 1446 هـ / واس /",
    ),
    ("صفاقس (وات) كان", ("صفاقس", "وات", None, None, None, None), "صفاقس (وات)"),
    ("بيروت (وكالات الأنباء) - رأى", ("بيروت", "وكالات", None, None, None, None), "بيروت (وكالات الأنباء) -"),
    (
        "ميونيخ (ألمانيا) 15-7 (اف ب) - ذكر",
        ("ميونيخ", "أ ف ب", 15, 7, None, "gregorian"),
        "ميونيخ (ألمانيا) 15-7 (اف ب) -",
    ),
    ("دبي – رويترز – قال", ("دبي", "رويترز", None, None, None, None), "دبي – رويترز –"),
    (
        "واشنطن في 3 يونيو / كونا / قال",
        ("واشنطن", "كونا", 3, 6, None, "gregorian"),
        "واشنطن في 3 يونيو / كونا /",
    ),
    ("رام الله 3-5-2025 وفا- قال", ("رام الله", "وفا", 3, 5, 2025, "gregorian"), "رام الله 3-5-2025 وفا-"),
    (
        "الدار البيضاء (ومع) 5 ماي 2025 – قال",
        ("الدار البيضاء", "ومع", 5, 5, 2025, "gregorian"),
        "الدار البيضاء (ومع) 5 ماي 2025 –",
    ),
    ("عمّان 1 تموز (بترا)- قال", ("عمّان", "بترا", 1, 7, None, "gregorian"), "عمّان 1 تموز (بترا)-"),
    ("بغداد ١٢ أيار", ("بغداد", None, 12, 5, None, "gregorian"), "بغداد ١٢ أيار"),
    (
        "الدمام 03 محرم 1447 هـ الموافق 28 يونيو 2025 م واس",
        ("الدمام", "واس", 28, 6, 2025, "gregorian"),
        "الدمام 03 محرم 1447 هـ الموافق 28 يونيو 2025 م واس",
    ),
    (
        "حائل – سعد المطيري – 12 / 8 / 1446هـ الموافق 11 / 2 / 2025م",
        ("حائل", None, 11, 2, 2025, "gregorian"),
        "حائل – سعد المطيري – 12 / 8 / 1446هـ الموافق 11 / 2 / 2025م",
    ),
]

OTHERS = [
    "وقال في 3 مايو - إنه سيعود",
    "أعلن الحزب 3 مايو موعدا للمؤتمر",
    "قال مسؤول (رويترز) إن المحادثات فشلت",
    "يوم 3 مايو - عيد الصحافة",
    "الوزير: لا زيادة في الأسعار",
    "فوز الفريق 3-1 على ضيفه مساء أمس",
    "بيروت - مقتل ثلاثة في حادث",
    "خطة جديدة - تفاصيل",
    "سنعمل معا: الرئيس يدعو إلى الوحدة",
    "مررنا بنا - قصيدة جديدة",
]


@pytest.mark.parametrize(("line", "expected", "whole"), DATELINES)
def test_dateline(line: str, expected: tuple[object, ...], whole: str) -> None:
    text = f"عنوان الخبر هنا\n{line}"
    found = read_dateline(text)
    assert found is not None
    assert (found.place, found.agency, found.day, found.month, found.year, found.calendar) == expected
    assert text[found.start : found.end] == whole
    assert found.place_start is not None
    assert found.place_end is not None
    assert text[found.place_start : found.place_end] == found.place
    if found.day is not None:
        assert found.date_start is not None
        assert found.date_end is not None
        assert whole.find(text[found.date_start : found.date_end]) > 0


REPORT = "أعلنت البلدية أمس بدء العمل في الجسر الجديد عند مدخل المدينة."
PLACES = [
    (f"بيروت - {REPORT}", "بيروت", "بيروت -"),
    (f"القاهرة – {REPORT}", "القاهرة", "القاهرة –"),
    (f"بيروت ــ {REPORT}", "بيروت", "بيروت ــ"),
    (f"القدس المحتلة - {REPORT}", "القدس المحتلة", "القدس المحتلة -"),
    (f"نيويورك (الأمم المتحدة) - {REPORT}", "نيويورك", "نيويورك (الأمم المتحدة) -"),
    ("رام الله/ PNN - وصل الوفد", "رام الله", "رام الله/ PNN -"),
    ("بغداد/ شفق نيوز/ وصل الوفد", "بغداد", "بغداد/ شفق نيوز/"),
    ("لندن - «الشرق الأوسط»", "لندن", "لندن - «الشرق الأوسط»"),
    ("لندن: «الشرق الأوسط»", "لندن", "لندن: «الشرق الأوسط»"),
    ("دبي - العربية.نت", "دبي", "دبي - العربية.نت"),
    ("غزة - خاص", "غزة", "غزة - خاص"),
    ("القاهرة - محمد صلاح - وصل الوفد", "القاهرة", "القاهرة - محمد صلاح -"),
]
NO_PLACES = [
    "بيروت - المدينة التي لا تنام - تستعد لاستقبال العام الجديد وسط إجراءات أمنية مشددة.",
    "القاهرة - الخرطوم: رحلة طويلة بين ضفتي النيل لا تشبه أي رحلة أخرى في العالم.",
    "دمشق - 30 درجة مئوية والسماء صافية والرياح خفيفة إلى متوسطة السرعة.",
    "الخبر - تفاصيل جديدة في قضية الرشوة التي شغلت الرأي العام طوال الشهر الماضي.",
    "الخطة - وهي الثانية في عام - تنفذ في ثلاث مراحل ويشارك فيها مئة مهندس.",
    "باريس: سان جرمان يفوز بثلاثة أهداف ويبتعد في الصدارة قبل جولتين من الختام.",
    "القاهرة: «لن نقبل التهجير»",
]


@pytest.mark.parametrize(("line", "place", "whole"), PLACES)
def test_a_place_of_the_gazetteer_without_agency_and_day(line: str, place: str, whole: str) -> None:
    text = f"عنوان الخبر هنا\n{line}"
    found = read_dateline(text)
    assert found is not None
    assert (found.place, found.agency, found.day) == (place, None, None)
    assert text[found.start : found.end] == whole


def test_the_first_line_is_a_dateline_only_before_a_long_report() -> None:
    assert read_dateline(f"بيروت - {REPORT}") is None
    found = read_dateline(f"بيروت - {REPORT} وقالت إن الكلفة ارتفعت إلى مليونين، وإن العمل ينتهي في الخريف.")
    assert found is not None
    assert found.place == "بيروت"


@pytest.mark.parametrize("line", [*OTHERS, *NO_PLACES])
def test_no_dateline(line: str) -> None:
    assert read_dateline(f"عنوان الخبر هنا\n{line}") is None


def test_the_clock_of_a_dateline() -> None:
    found = read_dateline("عنوان\nالخليل 2 مايو 09: 37\nقال")
    assert found is not None
    assert found.clock == "09:37"
