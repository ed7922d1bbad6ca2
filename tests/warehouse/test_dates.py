"""Dates as the commands read and show them."""

from datetime import date

import pytest

from hawliyat.flows.cli.dates import first_day, interval, last_day


@pytest.mark.parametrize(
    ("first", "last", "grain", "shown"),
    [
        ((2024, 4, 12), (2024, 4, 12), "day", "2024-04-12"),
        ((2024, 4, 12), (2024, 4, 12), "time", "2024-04-12"),
        ((2022, 9, 1), (2022, 9, 30), "month", "2022-09"),
        ((2024, 2, 1), (2024, 2, 29), "month", "2024-02"),
        ((2022, 1, 1), (2022, 3, 31), "quarter", "2022-01..2022-03"),
        ((2022, 12, 1), (2023, 2, 28), "season", "2022-12..2023-02"),
        ((2022, 1, 1), (2022, 12, 31), "year", "2022"),
        ((1990, 1, 1), (1999, 12, 31), "decade", "1990..1999"),
        ((2025, 6, 23), (2025, 6, 29), "week", "2025-06-23..2025-06-29"),
        ((2025, 3, 1), (2025, 3, 30), "month", "2025-03-01..2025-03-30"),
        ((2024, 7, 8), (2025, 6, 26), "year", "2024-07-08..2025-06-26"),
        ((9999, 1, 1), (9999, 12, 31), "year", "9999"),
    ],
)
def test_interval(first: tuple[int, int, int], last: tuple[int, int, int], grain: str, shown: str) -> None:
    assert interval(date(*first), date(*last), grain) == shown


def test_first_and_last_day() -> None:
    assert (first_day("2024"), last_day("2024")) == (date(2024, 1, 1), date(2024, 12, 31))
    assert (first_day("2024-02"), last_day("2024-02")) == (date(2024, 2, 1), date(2024, 2, 29))
    assert first_day("2024-02-03") == last_day("2024-02-03") == date(2024, 2, 3)


@pytest.mark.parametrize(
    "text", ["", "24", "2024-13", "2024-02-30", "2024-2-3", "0000", "٢٠٢٤", "2024-02-03T00", "today"]
)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        first_day(text)
