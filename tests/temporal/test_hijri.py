"""Every Hijri day, month and year of 1400 to 1460 read back, by the Umm al-Qura calendar of hijridate."""

from datetime import date, timedelta

import pytest
from hijridate import Hijri

from hawliyat.tasks.model import Timex
from hawliyat.tasks.schema import Calendar, Grain
from hawliyat.tasks.temporal import tag

YEARS = range(1400, 1461)
NAMES = (
    "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
    "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة",
)  # fmt: skip
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def gregorian(year: int, month: int, day: int) -> date:
    found = Hijri(year, month, day).to_gregorian()
    return date(found.year, found.month, found.day)


def length(year: int, month: int) -> int:
    return Hijri(year, month, 1).month_length()


def only(text: str) -> Timex:
    found = tag(text)
    assert len(found) == 1, (text, [timex.surface for timex in found])
    assert found[0].calendar is Calendar.HIJRI, text
    return found[0]


def days(year: int) -> list[tuple[int, int, date]]:
    return [
        (month, day, gregorian(year, month, day))
        for month in range(1, 13)
        for day in range(1, length(year, month) + 1)
    ]


@pytest.mark.parametrize("year", YEARS)
def test_every_day_in_words(year: int) -> None:
    for month, day, expected in days(year):
        timex = only(f"{day} {NAMES[month - 1]} {year}هـ")
        assert (timex.value, timex.date_from, timex.date_to) == (expected.isoformat(), expected, expected)


@pytest.mark.parametrize("year", YEARS)
def test_every_day_in_figures(year: int) -> None:
    for month, day, expected in days(year):
        assert only(f"{day} / {month} / {year}هـ").value == expected.isoformat()


@pytest.mark.parametrize("year", YEARS[::10])
def test_other_ways_to_write_a_day(year: int) -> None:
    for month, day, expected in days(year)[::7]:
        plain = f"{day}/{month}/{year}"
        for text in (
            f"{plain}هـ", plain, f"{plain} هـ", f"{plain}ه", f"{year}/{month}/{day}هـ", f"{year}-{month:02}-{day:02}",
            f"{day} من {NAMES[month - 1]} {year}", f"{day} {NAMES[month - 1]} عام {year}هـ".translate(EASTERN),
        ):  # fmt: skip
            assert only(text).value == expected.isoformat(), text


@pytest.mark.parametrize("year", YEARS)
def test_months(year: int) -> None:
    for month, name in enumerate(NAMES, start=1):
        first = gregorian(year, month, 1)
        timex = only(f"{name} {year}هـ")
        assert (timex.value, timex.grain) == (first.isoformat()[:7], Grain.MONTH)
        assert (timex.date_from, timex.date_to) == (first, first + timedelta(length(year, month) - 1))


@pytest.mark.parametrize("year", YEARS)
def test_years(year: int) -> None:
    first, next_first = gregorian(year, 1, 1), gregorian(year + 1, 1, 1)
    timex = only(f"عام {year}هـ")
    assert (timex.value, timex.grain) == (f"{first.year}", Grain.YEAR)
    assert (timex.date_from, timex.date_to) == (first, next_first - timedelta(1))


@pytest.mark.parametrize("text", ["30 رجب 1445هـ", "31 رمضان 1445هـ", "12 / 13 / 1446هـ"])
def test_days_that_the_calendar_has_not(text: str) -> None:
    for timex in tag(text):
        assert timex.grain is not Grain.DAY, (timex.surface, timex.value)


def test_double_dates_are_two_expressions_of_one_day() -> None:
    for text in (
        "15 رمضان 1445هـ الموافق 25 مارس 2024",
        "12 / 8 / 1446هـ الموافق 11 / 2 / 2025م",
        "الثلاثاء 12/8/1446هـ - 11/2/2025م",
    ):
        found = tag(text)
        assert [timex.calendar for timex in found] == [Calendar.HIJRI, Calendar.GREGORIAN], text
        assert found[0].date_from == found[1].date_from
        assert [timex.note for timex in found] == [None, None]


def test_double_dates_that_disagree_are_noted_and_not_mended() -> None:
    first, second = tag("15 رمضان 1445هـ الموافق 27 مارس 2024")
    assert (first.value, second.value) == ("2024-03-25", "2024-03-27")
    assert first.note or second.note
