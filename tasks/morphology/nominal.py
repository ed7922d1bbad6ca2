"""The forms of a noun: number, the accusative's alef, and what changes before an attached pronoun."""

from collections.abc import Iterator

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.morphology.model import Gender, Number
from hawliyat.tasks.morphology.paradigm import Cell

_ONE, _TWO, _MANY = Number.SINGULAR, Number.DUAL, Number.PLURAL


def noun_forms(lemma: str, plurals: tuple[str, ...]) -> Iterator[tuple[Cell, str]]:
    """Cells and folded spellings; `plurals` are broken plurals, or `ات` / `ون` for the sound ones."""
    for cell, form in _forms(lemma, plurals):
        yield cell, fold_word(form)


def adjective_forms(lemma: str, plurals: tuple[str, ...]) -> Iterator[tuple[Cell, str]]:
    """As `noun_forms`, with the feminine: كاذب, كاذبة, كاذبات."""
    yield from noun_forms(lemma, plurals)
    if not lemma.endswith(("ة", "اء", "ى")):
        yield from noun_forms(lemma + "ة", ("ات",))


def _cell(gender: Gender, number: Number, case: str = "", bound: bool | None = None) -> Cell:
    return Cell("noun", None, None, None, None, gender, number, case, bound)


def _forms(lemma: str, plurals: tuple[str, ...]) -> Iterator[tuple[Cell, str]]:
    gender = Gender.FEMININE if lemma.endswith(("ة", "اء", "ى")) else Gender.MASCULINE
    yield from _declined(lemma, gender, _ONE)
    stem = lemma[:-1] + "ت" if lemma.endswith("ة") else lemma[:-1] + "ي" if lemma.endswith("ى") else lemma
    for ending in ("ان", "ين"):
        yield _cell(gender, _TWO, "", False), stem + ending
    if lemma.endswith("ة"):
        yield _cell(gender, _TWO, "construct", None), stem + "ا"
        yield _cell(gender, _TWO, "construct", None), stem + "ي"
    if lemma.endswith("اء"):
        yield _cell(gender, _TWO, "", False), lemma[:-1] + "ئين"
    for plural in plurals:
        if plural == "ات":
            base = lemma[:-1] if lemma.endswith("ة") else stem
            yield _cell(Gender.FEMININE, _MANY), base + "ات"
        elif plural == "ون":
            for ending in ("ون", "ين"):
                yield _cell(Gender.MASCULINE, _MANY, "", False), lemma + ending
            for ending in ("و", "ي"):
                yield _cell(Gender.MASCULINE, _MANY, "construct", None), lemma + ending
        else:
            yield from _declined(plural, gender, _MANY)


def _declined(word: str, gender: Gender, number: Number) -> Iterator[tuple[Cell, str]]:
    """The word alone, in the accusative, and before a pronoun."""
    if word.endswith("ة"):
        yield _cell(gender, number, "", False), word
        yield _cell(gender, number, "", True), word[:-1] + "ت"
        return
    if word.endswith("ى"):
        yield _cell(gender, number, "", False), word
        yield _cell(gender, number, "", True), word[:-1] + "ا"
        return
    yield _cell(gender, number), word
    if word.endswith(("ء", "أ")):
        for seat in "ئؤ":
            yield _cell(gender, number, "", True), word[:-1] + seat
    if word.endswith("يء"):
        yield _cell(gender, number, "accusative", False), word[:-1] + "ئا"
    elif word.endswith("ي") and number is _ONE and word.startswith("ت") and len(word) in (4, 5):
        yield _cell(gender, number, "indefinite", False), word[:-1]  # تحدٍّ, تلقٍّ: verbal nouns of V and VI
        yield _cell(gender, number, "accusative", False), word + "ا"
    elif not word.endswith(("اء", "أ", "ات", "ا")):
        yield _cell(gender, number, "accusative", False), word + "ا"
