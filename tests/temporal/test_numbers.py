"""Numbers and ordinals of several words."""

import pytest

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.temporal import tag
from hawliyat.tasks.temporal.lexicon import Reading, load_lexicon
from hawliyat.tasks.temporal.numbers import read_number, read_ordinal


def readings(words: str) -> list[Reading]:
    found = [load_lexicon().read(word) for word in fold_word(words).split()]
    assert all(found), words
    return [reading for reading in found if reading]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("خمسة عشر", 15),
        ("خمس عشرة", 15),
        ("إحدى عشرة", 11),
        ("اثني عشر", 12),
        ("اثنتا عشرة", 12),
        ("واحد وعشرين", 21),
        ("ثلاثة وسبعين", 73),
        ("تسع وتسعين", 99),
        ("مئة وخمسة", 105),
        ("مئة وعشرة", 110),
        ("ثلاث مئة", 300),
        ("تسعمئة وثلاثة وسبعين", 973),
        ("ألف وتسعمئة", 1900),
        ("ألف وتسعمئة وثلاثة وسبعين", 1973),
        ("ألف وتسعمائة وسبع وستين", 1967),
        ("ألفين وأربعة وعشرين", 2024),
        ("ألفين وخمسة عشر", 2015),
        ("ألفين وعشرة", 2010),
        ("ثلاثة آلاف", 3000),
        ("خمسة وعشرين ألف", 25_000),
    ],
)
def test_cardinals(words: str, value: int) -> None:
    assert read_number(readings(words)) == (value, len(words.split()))


@pytest.mark.parametrize(
    ("words", "taken"),
    [
        ("خمسة وعشرين وثلاثين", 2),
        ("مئة ومئتين", None),
        ("عشرين وخمسة", None),
        ("خمسة", None),
        ("خمسة ستة", None),
    ],
)
def test_what_is_no_one_number_is_not_put_together(words: str, taken: int | None) -> None:
    found = read_number(readings(words))
    assert (found and found[1]) == taken


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("الحادي عشر", 11),
        ("الثاني عشر", 12),
        ("الثالث عشر", 13),
        ("الخامسة عشرة", 15),
        ("الحادي والعشرين", 21),
        ("الثاني والعشرون", 22),
        ("التاسع والعشرين", 29),
        ("الحادي والثلاثين", 31),
    ],
)
def test_ordinals(words: str, value: int) -> None:
    assert read_ordinal(readings(words)) == (value, 2)


@pytest.mark.parametrize("words", ["الثالث", "الثالث عشرين", "الثالث والثاني"])
def test_what_is_no_compound_ordinal(words: str) -> None:
    assert read_ordinal(readings(words)) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("عام ألف وتسعمئة وثلاثة وسبعين", "1973"),
        ("سنة ألفين وأربعة وعشرين", "2024"),
        ("عام ألف وثمانمئة واثنين وثمانين", "1882"),
        ("الحادي والعشرين من آذار 2011", "2011-03-21"),
        ("الخامس عشر من أيار 1948", "1948-05-15"),
        ("خمسة عشر يوما", "P15D"),
        ("ثلاثة وعشرين عاما", "P23Y"),
        ("مئة وعشرين دقيقة", "PT120M"),
        ("ألف يوم", "P1000D"),
    ],
)
def test_numbers_inside_expressions(text: str, value: str) -> None:
    assert [(timex.surface, timex.value) for timex in tag(text)] == [(text, value)]


def test_eleven_is_a_phrase_for_ahad_alone_is_one_of_or_sunday() -> None:
    (found,) = tag("استمرت الأعمال أحد عشر شهرا")
    assert (found.surface, found.value) == ("أحد عشر شهرا", "P11M")
