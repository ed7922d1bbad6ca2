"""Page furniture is found, and no sentence of news is taken for it."""

from pathlib import Path

import pytest

from hawliyat.tasks.clean.agencies import agencies
from hawliyat.tasks.clean.boilerplate import heads_list, is_boilerplate
from hawliyat.tasks.tables import read_rows

ROWS = list(read_rows(Path(__file__).parents[1] / "corpus" / "boilerplate.tsv"))
FURNITURE = [row["line"] for row in ROWS if row["verdict"] == "furniture"]
NEWS = [row["line"] for row in ROWS if row["verdict"] == "news"]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize("line", NEWS)
def test_news(line: str) -> None:
    assert not is_boilerplate(line)


def test_an_announcement_heads_a_list_only_where_it_names_nothing() -> None:
    assert heads_list("اقرأ أيضًا:")
    assert not heads_list("اقرأ أيضا: السيول تقطع طريق الجنوب")


def test_a_long_paragraph_is_never_marked_for_its_first_words() -> None:
    assert not is_boilerplate("اقرأ المزيد " + "وقال الوزير إن الخطة جاهزة " * 20)


def test_agencies_are_known_by_every_spelling() -> None:
    assert {agencies()[key] for key in ("افب", "فرانسبرس")} == {"أ ف ب"}
