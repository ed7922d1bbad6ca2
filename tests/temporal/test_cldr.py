"""Dates as CLDR writes them in every Arabic locale, in both sets of figures, read back to their day."""

from datetime import date, timedelta

import pytest
from babel.dates import format_date
from babel.localedata import locale_identifiers
from hypothesis import given
from hypothesis import strategies as st

from hawliyat.tasks.temporal import tag
from hawliyat.tests.temporal.scoring import CALM

LOCALES = sorted(name for name in locale_identifiers() if name == "ar" or name.startswith("ar_"))
FIGURES = {"latn": "0123456789", "arab": "٠١٢٣٤٥٦٧٨٩", "arabext": "۰۱۲۳۴۵۶۷۸۹"}
WRITTEN = ("full", "long")
# Arabic locales write medium and short dates in figures; a pattern with the month's name is the skeleton yMMMd.
SKELETONS = ("d MMM y", "EEEE d MMM y", "d MMMM، y", "EEE، d MMM y")
FIRST, LAST = date(1950, 1, 1), date(2049, 12, 31)
DAYS = st.dates(FIRST, LAST)


def figures(text: str, digits: str) -> str:
    """The text with all its figures in one set."""
    for known in FIGURES.values():
        text = text.translate(str.maketrans(known, FIGURES[digits]))
    return text


def read_back(text: str, published_at: date | None = None) -> list[str]:
    return [timex.value for timex in tag(text, published_at)]


def test_babel_knows_the_arabic_locales() -> None:
    assert len(LOCALES) >= 25


@pytest.mark.parametrize("locale", LOCALES)
def test_every_month_of_every_locale(locale: str) -> None:
    for month in range(1, 13):
        for day, year in ((1, 1950), (9, 1987), (12, 2004), (23, 2016), (28, 2049)):
            written = date(year, month, day)
            for form in (*WRITTEN, *SKELETONS):
                plain = format_date(written, form, locale=locale)
                for digits in FIGURES:
                    text = figures(plain, digits)
                    assert read_back(text) == [written.isoformat()], text


@CALM
@given(
    st.sampled_from(LOCALES), DAYS, st.sampled_from((*WRITTEN, *SKELETONS)), st.sampled_from(list(FIGURES))
)
def test_any_day(locale: str, day: date, form: str, digits: str) -> None:
    text = figures(format_date(day, form, locale=locale), digits)
    assert read_back(text) == [day.isoformat()], text


@CALM
@given(st.sampled_from(LOCALES), DAYS, st.sampled_from(("full", "long")), DAYS)
def test_no_other_date_matters(locale: str, day: date, form: str, published_at: date) -> None:
    assert read_back(format_date(day, form, locale=locale), published_at) == [day.isoformat()]


@CALM
@given(st.sampled_from(LOCALES), DAYS, st.sampled_from(list(FIGURES)))
def test_medium_dates(locale: str, day: date, digits: str) -> None:
    """Day first, whatever the marks of direction between the figures."""
    text = figures(format_date(day, "medium", locale=locale), digits)
    assert read_back(text) == [day.isoformat()], repr(text)


@CALM
@given(st.sampled_from(LOCALES), st.dates(date(2000, 1, 1), date(2030, 12, 31)))
def test_short_dates_are_day_first(locale: str, day: date) -> None:
    text = format_date(day, "short", locale=locale)
    assert read_back(text, day + timedelta(3)) == [day.isoformat()], repr(text)


@pytest.mark.parametrize(
    "text", ["13/5/2024", "13-5-2024", "13.5.2024", "2024-05-13", "2024/5/13", "13 / 5 / 2024"]
)
def test_figures_that_leave_no_choice(text: str) -> None:
    assert read_back(text) == ["2024-05-13"]


@pytest.mark.parametrize("text", ["03/05/2024", "3-5-2024", "3.5.2024"])
def test_figures_that_leave_a_choice_are_day_first(text: str) -> None:
    assert read_back(text) == ["2024-05-03"]
