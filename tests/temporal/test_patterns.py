"""The language of the rules: what it matches, and what it says where it cannot be read."""

import re
from pathlib import Path

import pytest

from hawliyat.tasks.tables import DataFileError
from hawliyat.tasks.temporal import rules
from hawliyat.tasks.temporal.lexicon import Lexicon, load_lexicon, load_lexicon_file
from hawliyat.tasks.temporal.patterns import (
    BLANK,
    Alphabet,
    PatternError,
    compile_pattern,
    expand,
    first_characters,
    literals,
)
from hawliyat.tasks.temporal.rules import read_rules

LEXICON = "category\tvalue\tsurfaces\nUNIT\tday\tيوم\nMONTH\t5\tأيار|مايو\nAND\t\tو\n"
HEADER = "id\tpattern\tproduction\texample\tdate\tvalue\n"


@pytest.fixture
def alphabet(tmp_path: Path) -> Alphabet:
    """A small lexicon whose words, with and without clitics, have their characters."""
    (tmp_path / "time.tsv").write_text(LEXICON, encoding="utf-8")
    lexicon = Lexicon()
    load_lexicon_file(lexicon, tmp_path / "time.tsv")
    lexicon.literal("من")
    alphabet = Alphabet(lexicon)
    for word in ("يوم", "اليوم", "ويوم", "واليوم", "بيوم", "ايار", "وايار", "من", "ومن", "5", "12"):
        alphabet.code(lexicon.read(word))
    return alphabet


def matches(pattern: str, words: str, alphabet: Alphabet) -> bool:
    codes = "".join(alphabet.code(alphabet.lexicon.read(word)) for word in words.split())
    return re.fullmatch(compile_pattern(pattern, alphabet).regex, codes) is not None


@pytest.mark.parametrize(
    ("pattern", "words", "expected"),
    [
        ("UNIT", "يوم", True),
        ("UNIT", "اليوم", True),
        ("UNIT", "ويوم", False),
        ("UNIT", "بيوم", False),
        ("&UNIT", "ويوم", True),
        ("&UNIT", "يوم", False),
        ("~UNIT", "يوم", True),
        ("~UNIT", "ويوم", True),
        ("~UNIT", "بيوم", True),
        ("UNIT.d", "اليوم", True),
        ("UNIT.d", "يوم", False),
        ("UNIT.i", "يوم", True),
        ("UNIT.i", "اليوم", False),
        ("N من? MONTH", "5 ايار", True),
        ("N من? MONTH", "5 من ايار", True),
        ("N من? MONTH", "5 ومن ايار", False),
        ("day:(N) month:(MONTH) | UNIT", "يوم", True),
        ("(UNIT)+", "يوم يوم اليوم", True),
        ("UNIT (MONTH)*", "يوم", True),
        ("NOSUCHCATEGORY", "يوم", False),
        ("UNIT", "كتاب", False),
    ],
)
def test_what_a_pattern_matches(pattern: str, words: str, expected: bool, alphabet: Alphabet) -> None:
    assert matches(pattern, words, alphabet) is expected


def test_unknown_words_are_blank(alphabet: Alphabet) -> None:
    assert alphabet.code(alphabet.lexicon.read("كتاب")) == BLANK


def test_one_name_may_stand_in_several_alternatives(alphabet: Alphabet) -> None:
    regex = re.compile(compile_pattern("day:(N) UNIT | UNIT day:(N)", alphabet).regex)
    assert list(regex.groupindex) == ["day__1", "day__2"]


def test_parts_are_put_in_innermost_first() -> None:
    assert expand("a {OUTER}", {"OUTER": "b {INNER}", "INNER": "c"}) == "a (b (c))"


def test_a_part_without_a_definition_is_named() -> None:
    with pytest.raises(PatternError, match=r"no part is named 'NONE'; known: DX"):
        expand("{NONE}", {"DX": "N"})


def test_parts_in_a_circle_are_refused() -> None:
    with pytest.raises(PatternError, match="circle"):
        expand("{A}", {"A": "{B}", "B": "{A}"})


@pytest.mark.parametrize("pattern", ["UNIT }", "N : UNIT", "{{DX"])
def test_a_pattern_that_cannot_be_read_is_shown(pattern: str, alphabet: Alphabet) -> None:
    with pytest.raises(PatternError, match="cannot read"):
        compile_pattern(pattern, alphabet)


def test_an_unexpanded_part_is_refused(alphabet: Alphabet) -> None:
    with pytest.raises(PatternError, match="unexpanded"):
        compile_pattern("{DX}", alphabet)


def test_literals_are_the_words_that_stand_in_a_pattern() -> None:
    assert literals("day:(N) (من|&في)? UNIT.d ~الى") == ["من", "في", "الى"]


def test_first_characters_see_through_what_may_be_missing(alphabet: Alphabet) -> None:
    regex = compile_pattern("(من)? (MONTH)* UNIT.i N", alphabet).regex
    expected = "".join(
        alphabet.characters(category, False, definite)
        for category, definite in (("=من", None), ("MONTH", None), ("UNIT", False))
    )
    assert first_characters(regex) == set(expected)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("a\tN UNIT\tnosuch\n", r"time\.tsv:2: no production is named 'nosuch'; known: .*point"),
        ("a\tN UNIT\tpoint\na\tN\tpoint\n", r"time\.tsv:3: the rule 'a' is defined twice"),
        ("DX\tN\tpart\nDX\tN\tpart\n", r"time\.tsv:3: the part 'DX' is defined twice"),
        ("a\t{NONE} UNIT\tpoint\n", r"time\.tsv:2: no part is named 'NONE'"),
        ("a\tN\tpoint\t\t\t\tmore\n", r"time\.tsv:2: 7 cells, the header names 6"),
    ],
)
def test_errors_name_file_and_line(table: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "time.tsv"
    path.write_text(HEADER + table, encoding="utf-8")
    with pytest.raises(DataFileError, match=message):
        read_rules(path)


@pytest.mark.parametrize("pattern", ["N ) (", "(N", "N } N", "N : N"])
def test_a_pattern_that_cannot_be_compiled_names_file_and_line(
    pattern: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "time.tsv").write_text(HEADER + f"a\t{pattern}\tpoint\n", encoding="utf-8")
    monkeypatch.setattr(rules, "SEEDS", tmp_path)
    monkeypatch.setattr(
        rules, "load_lexicon", load_lexicon.__wrapped__
    )  # the one of the process stays as it is
    with pytest.raises(DataFileError, match=r"time\.tsv:2"):
        rules.load_rules.__wrapped__()
