"""Tense and modality of clauses."""

import pytest

from hawliyat.tasks.morphology import Tense, load_lexicon, tense_of

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("clause", "word", "tense", "marks"),
    [
        ("وصل الوزير إلى العاصمة", "وصل", Tense.PAST, ""),
        ("يصل الوزير إلى العاصمة", "يصل", Tense.PRESENT, ""),
        ("سيصل الوزير إلى العاصمة", "سيصل", Tense.FUTURE, "planned"),
        ("سوف يصل الوزير", "يصل", Tense.FUTURE, "planned"),
        ("لم يصل الوزير", "يصل", Tense.PAST, "negated"),
        ("لن يصل الوزير", "يصل", Tense.FUTURE, "negated"),
        ("لا يشارك الوفد", "يشارك", Tense.PRESENT, "negated"),
        ("ما وصل الوزير", "وصل", Tense.PAST, "negated"),
        ("كان الوفد يستعد للسفر", "يستعد", Tense.PAST, ""),
        ("قد يصل الوزير", "يصل", Tense.PRESENT, "hypothetical"),
        ("قد وصل الوزير", "وصل", Tense.PAST, ""),
        ("من المقرر أن يلتقي الرئيسان", "يلتقي", Tense.FUTURE, "planned"),
        ("من المتوقع أن تبدأ المحادثات", "تبدأ", Tense.FUTURE, "planned"),
        ("من المحتمل أن تبدأ المحادثات", "تبدأ", Tense.FUTURE, "planned hypothetical"),
        ("يعتزم الوفد أن يغادر", "يغادر", Tense.FUTURE, "planned"),
        ("يأمل الوفد أن يغادر", "يغادر", Tense.FUTURE, "hypothetical"),
        ("إذا وصل الوزير", "وصل", Tense.PAST, "hypothetical"),
        ("جاء ليوقع الاتفاق", "ليوقع", Tense.FUTURE, "hypothetical"),
        ("وصل الوزير إلى بيروت الثلاثاء", "الثلاثاء", Tense.PAST, ""),
    ],
)
def test_tense_of(clause: str, word: str, tense: Tense, marks: str) -> None:
    words = clause.split()
    found = tense_of(LEXICON, words, words.index(word))
    assert found is not None
    assert found.tense is tense
    wanted = set(marks.split())
    assert {name for name in ("negated", "planned", "hypothetical") if getattr(found, name)} == wanted


def test_no_verb_no_tense() -> None:
    assert tense_of(LEXICON, ["في", "بيت", "صغير"], 2) is None
