"""The time lexicon: clitics, spellings, figures; a row that cannot be used is named by file and line."""

from pathlib import Path

import pytest

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.tables import DataFileError
from hawliyat.tasks.temporal.lexicon import Lexicon, load_lexicon, load_lexicon_file

HEADER = "# a comment\ncategory\tvalue\tsurfaces\n"


def lexicon_of(folder: Path, rows: str) -> Lexicon:
    path = folder / "time.tsv"
    path.write_text(HEADER + rows, encoding="utf-8")
    lexicon = Lexicon()
    load_lexicon_file(lexicon, path)
    return lexicon


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("MONTH\t5\tمايو\nMONTH\t6\tمايو\n", r"time\.tsv:4: 'مايو' stands twice in MONTH, as '5' and as '6'"),
        ("MONTH\t4\tأبريل\nMONTH\t5\tابريل\n", r"time\.tsv:4: .*stands twice in MONTH"),
        ("MONTH\t1\tكانون الثاني\nMONTH\t12\tكانون الثاني\n", r"time\.tsv:4: .*stands twice in MONTH"),
        ("MONTH\t8\tآب!\nMONTH\t9\tآب!\n", r"time\.tsv:4: .*stands twice in MONTH"),
        ("month\t5\tمايو\n", r"time\.tsv:3: category 'month' must be an upper-case name"),
        ("MONTH\t5\tمايو||أيار\n", r"time\.tsv:3: an empty surface"),
        ("MONTH\t5\t\u0640\u064b\n", r"time\.tsv:3: .*folds to nothing"),
        ("MONTH\t5\tمايو\tmore\n", r"time\.tsv:3: 4 cells, the header names 3"),
    ],
)
def test_errors_name_file_and_line(rows: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match=message):
        lexicon_of(tmp_path, rows)


def test_the_same_value_twice_is_no_error(tmp_path: Path) -> None:
    lexicon = lexicon_of(tmp_path, "MONTH\t4\tأبريل|ابريل|إبريل\n")
    assert list(lexicon.words) == ["ابريل"]


@pytest.mark.parametrize(
    ("word", "conj", "prep", "definite", "skip"),
    [
        ("شهر", False, "", False, 0),
        ("الشهر", False, "", True, 0),
        ("وشهر", True, "", False, 1),
        ("فالشهر", True, "", True, 1),
        ("بالشهر", False, "ب", True, 1),
        ("وبالشهر", True, "ب", True, 2),
        ("لشهر", False, "ل", False, 1),
        ("للشهر", False, "لل", True, 1),
        ("وللشهر", True, "لل", True, 2),
        ("كشهر", False, "ك", False, 1),
    ],
)
def test_clitics(word: str, conj: bool, prep: str, definite: bool, skip: int, tmp_path: Path) -> None:
    reading = lexicon_of(tmp_path, "UNIT\tmonth\tشهر\n").read(word)
    assert reading is not None
    assert (reading.conj, reading.prep, reading.definite, reading.skip) == (conj, prep, definite, skip)
    assert reading.values["UNIT"] == "month"


@pytest.mark.parametrize("word", ["شهرة", "مشهر", "شباب", "نواب", "اشهار", "وليد", "ابواب"])
def test_longer_words_are_not_read(word: str) -> None:
    assert load_lexicon().read(fold_word(word)) is None


@pytest.mark.parametrize(
    ("figure", "has", "has_not"),
    [
        ("5", {"N", "D", "M", "HH"}, {"YY", "MM", "YEAR"}),
        ("05", {"N", "D", "M", "HH", "YY", "MM"}, {"YEAR"}),
        ("13", {"D", "HH", "YY", "MM"}, {"M"}),
        ("32", {"N", "YY", "MM"}, {"D", "M", "HH"}),
        ("622", {"Y3"}, {"Y4", "YEAR"}),
        ("1446", {"Y4", "HY"}, {"YEAR"}),
        ("2025", {"Y4", "YEAR"}, {"HY", "D"}),
        ("1499", {"Y4", "HY"}, {"YEAR"}),
        ("9999", {"Y4"}, {"YEAR", "HY"}),
        ("12345", {"N"}, {"Y4"}),
        ("1234567890", {"LONG"}, {"N"}),
    ],
)
def test_figures(figure: str, has: set[str], has_not: set[str]) -> None:
    reading = load_lexicon().read(figure)
    assert reading is not None
    assert has <= set(reading.values)
    assert has_not.isdisjoint(reading.values)


def test_a_word_that_only_looks_like_a_clitic_and_a_day_has_no_category_of_time() -> None:
    reading = load_lexicon().read("لامس")
    assert reading is not None
    assert set(reading.values) == {"NOTIME"}


def test_every_surface_can_be_read_back() -> None:
    lexicon = load_lexicon()
    for word, values in lexicon.words.items():
        if word.isdigit():
            continue  # figures have the categories of their size
        reading = lexicon.read(word)
        assert reading is not None, word
        assert set(values) <= set(reading.values), word


def test_a_lexicon_is_read_once() -> None:
    assert load_lexicon() is load_lexicon()
