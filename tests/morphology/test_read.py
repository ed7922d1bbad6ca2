"""Faults of the lexicon's files are errors that name file and line."""

from pathlib import Path

import pytest

from hawliyat.tasks.morphology.lexicon import load_lexicon
from hawliyat.tasks.morphology.read import (
    FRAME_COLUMNS,
    GUARD_COLUMNS,
    NOUN_COLUMNS,
    VERB_COLUMNS,
    read_frames,
    read_guard,
    read_nouns,
    read_verbs,
)
from hawliyat.tasks.morphology.verb_class import infer_form
from hawliyat.tasks.tables import DataFileError

VERB = "وقّع\tII\t-\t-\tAGREE\tt\tعلى\t-"
NOUN = "قمة\tnoun\tقمم\tCONSULT\t-\tبين\t-"
FRAME = "دعا\tإلى\t-\tREQUEST\thead\t-\tcalls for"
GUARD = "سياسة\tnoun\tdrop"


def _write(path: Path, columns: tuple[str, ...], *lines: str) -> Path:
    path.write_text("\n".join(["# a comment", "\t".join(columns), *lines]) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ((VERB, VERB), r"verbs\.tsv:4: .* stands already in line 3"),
        ((VERB.replace("AGREE", "AGREEMENT"),), r"verbs\.tsv:3: 'AGREEMENT' is none of AGREE"),
        ((VERB.replace("II", "XI"),), r"verbs\.tsv:3: form 'XI' is none of"),
        ((VERB.replace("\t-\t-\tAGREE", "\tau\t-\tAGREE"),), r"verbs\.tsv:3: vowels of form I"),
        ((VERB.replace("\tt\t", "\tx\t"),), r"verbs\.tsv:3: transitivity 'x'"),
        ((VERB + "\t",), r"verbs\.tsv:3: 9 cells, the header names 8"),
        ((VERB.removesuffix("-") + "loud",), r"verbs\.tsv:3: 'loud' is none of say"),
    ],
)
def test_verb_faults(tmp_path: Path, lines: tuple[str, ...], message: str) -> None:
    with pytest.raises(DataFileError, match=message):
        read_verbs(_write(tmp_path / "verbs.tsv", VERB_COLUMNS, *lines))


def test_header_fault(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match=r"nouns\.tsv:2: the header is"):
        read_nouns(_write(tmp_path / "nouns.tsv", VERB_COLUMNS, NOUN))


def test_noun_faults(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match=r"nouns\.tsv:4: قمة stands already in line 3"):
        read_nouns(_write(tmp_path / "nouns.tsv", NOUN_COLUMNS, NOUN, NOUN))
    with pytest.raises(DataFileError, match=r"nouns\.tsv:3: .* neither noun nor participle"):
        read_nouns(_write(tmp_path / "nouns.tsv", NOUN_COLUMNS, NOUN.replace("noun", "verb")))


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (FRAME.replace("head", "tail"), "event 'tail' is neither head nor noun"),
        (FRAME.replace("إلى", "-"), "a head and a preposition or a noun"),
        (FRAME.replace("REQUEST", "-"), "gives its type or status"),
    ],
)
def test_frame_faults(tmp_path: Path, row: str, message: str) -> None:
    with pytest.raises(DataFileError, match=rf"frames\.tsv:3: .*{message}"):
        read_frames(_write(tmp_path / "frames.tsv", FRAME_COLUMNS, row))


def test_guard_faults(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match=r"guard\.tsv:4: .* has another effect in line 3"):
        read_guard(_write(tmp_path / "guard.tsv", GUARD_COLUMNS, GUARD, GUARD.replace("drop", "doubt")))
    with pytest.raises(DataFileError, match=r"guard\.tsv:3: effect 'keep'"):
        read_guard(_write(tmp_path / "guard.tsv", GUARD_COLUMNS, GUARD.replace("drop", "keep")))


def test_a_verb_that_does_not_fit_its_form(tmp_path: Path) -> None:
    _write(tmp_path / "verbs.tsv", VERB_COLUMNS, VERB.replace("وقّع\tII", "وقع\tIII"))
    _write(tmp_path / "nouns.tsv", NOUN_COLUMNS)
    _write(tmp_path / "frames.tsv", FRAME_COLUMNS)
    _write(tmp_path / "not_triggers.tsv", GUARD_COLUMNS)
    with pytest.raises(DataFileError, match="not of form III"):
        load_lexicon(tmp_path)


def test_size_and_forms_of_the_lexicon() -> None:
    verbs, nouns = read_verbs(), read_nouns()
    assert len(verbs) >= 1_100
    assert len(nouns) >= 700
    assert len(read_frames()) >= 250
    assert len(read_guard()) >= 1_500
    two_ways = {"آخذ", "آن", "آزر", "آخى", "تآزر", "تآكل", "تآمر", "آل"}  # their letters allow two forms
    strange = [v.lemma for v in verbs if v.lemma not in two_ways and infer_form(v.lemma) != v.form]
    assert strange == []


def test_references_between_files() -> None:
    lexicon = load_lexicon()
    heads = [head for head in lexicon.heads() if not lexicon.verb(head) and not lexicon.noun(head)]
    assert heads == []
    loose = [noun.lemma for noun in lexicon.nouns() if noun.verb and not lexicon.verb(noun.verb)]
    assert loose == []
