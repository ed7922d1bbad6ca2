"""What holds for any text: folding, offsets, spans; nothing raises, and the same text gives the same rows."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hawliyat.tasks.clean.fold import fold, fold_word, is_monotone
from hawliyat.tasks.model import Context, Timex
from hawliyat.tasks.schema import TimexType
from hawliyat.tasks.segment import segment
from hawliyat.tasks.segment.tokens import tokenize
from hawliyat.tasks.temporal import tag, tag_document
from hawliyat.tasks.temporal.lexicon import load_lexicon
from hawliyat.tests.temporal.scoring import CALM, CORPUS, read_documents

_LEXICON = load_lexicon()
WORDS = sorted(
    {*_LEXICON.words, *(" ".join(parts) for many in _LEXICON.phrases.values() for parts, _ in many)}
)
LITERALS = (
    "من", "إلى", "في", "بين", "حتى", "قبل", "بعد", "منذ", "و", "كل", "هذا", "ذلك", "نفسه", "الماضي", "المقبل",
    "يوم", "عام", "شهر", "الساعة", "هـ", "م", "ق.م", "قال", "سوف", "لن",
)  # fmt: skip
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإؤئىةﻻﷲگپچ"
MARKS = "\u064b\u0651\u0652\u0640\u200f\u200e\u061c\u202b\ufeff\u00a0"
FIGURES = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳"
SIGNS = " \n.,،؛:؟!-–/\\()[]«»“”\"'%٪٫_&<>@#"

_PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(LITERALS),
    st.integers(0, 99_999).map(str),
    st.text(LETTERS + MARKS, min_size=1, max_size=6),
    st.text(FIGURES, min_size=1, max_size=5),
    st.sampled_from(SIGNS),
    st.sampled_from(MARKS),
)
TEXTS = st.lists(st.tuples(_PIECES, st.sampled_from([" ", " ", " ", "", "\n", "، "])), max_size=25).map(
    lambda pieces: "".join(piece + gap for piece, gap in pieces)
)
DAYS = st.none() | st.dates()


def sound(text: str, timexes: list[Timex]) -> None:
    for timex in timexes:
        assert 0 <= timex.start < timex.end <= len(text)
        assert text[timex.start : timex.end] == timex.surface
        assert timex.surface == timex.surface.strip()
        assert timex.value
        assert timex.rule_id
        assert (timex.date_from is None) == (timex.date_to is None) == (timex.grain is None)
        if timex.date_from and timex.date_to:
            assert timex.date_from <= timex.date_to
            assert timex.type in (TimexType.DATE, TimexType.TIME)
    for before, after in pairwise(timexes):
        assert before.end <= after.start


@CALM
@given(st.text())
@example("لا\u0651\u200f إله")
def test_folding_is_idempotent(text: str) -> None:
    folded = fold(text)
    assert fold(folded.text).text == folded.text
    assert fold_word(text) == folded.text


@CALM
@given(st.one_of(st.text(), TEXTS))
def test_offsets_are_monotone(text: str) -> None:
    folded = fold(text)
    assert is_monotone(folded)
    assert folded.start(len(folded.text)) == len(text)


@CALM
@given(st.one_of(st.text(), TEXTS))
def test_tokens_are_slices_of_the_source(text: str) -> None:
    tokens = tokenize(fold(text), text)
    for word, start, end in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        assert 0 <= start < end <= len(text)
        assert word in fold_word(text[start:end])  # ﻻ is one character of the source and two folded
    for (_, end), (start, _) in pairwise(zip(tokens.starts, tokens.ends, strict=True)):
        assert end <= start or text[start:end]


@settings(CALM, max_examples=400)
@given(TEXTS, DAYS)
@example("ألف ألف ألف", None)
@example("31 فبراير 0000", date(1, 1, 1))
@example("بعد 99999 قرن", date(9999, 12, 31))
@example("قبل 99999 عام", date(1, 1, 1))
@example("العام الماضي وأمس والأسبوع الماضي والشهر الماضي", date(1, 1, 1))
@example("غدا والأسبوع المقبل والعقد المقبل والقرن المقبل", date(9999, 12, 31))
@example("عيد الفطر وعيد الفصح ورمضان", date(1, 1, 1))
@example("نهاية الأسبوع والصيف والشتاء", date(9999, 12, 31))
def test_any_text_is_read(text: str, day: date | None) -> None:
    sound(text, tag(text, day))


@CALM
@given(st.text(), DAYS)
def test_text_of_any_script_is_read(text: str, day: date | None) -> None:
    sound(text, tag(text, day))


@CALM
@given(TEXTS, DAYS)
def test_the_same_text_gives_the_same_rows(text: str, day: date | None) -> None:
    assert tag(text, day) == tag(text, day)


@CALM
@given(TEXTS, DAYS)
def test_tag_is_tag_document_over_segment(text: str, day: date | None) -> None:
    assert tag(text, day) == tag_document(text, segment(text), Context(day))


@pytest.mark.parametrize("name", ["timex_dev2.jsonl", "articles_gold.jsonl"])
def test_order_of_documents_does_not_matter(name: str) -> None:
    """Nothing that one document says is remembered for the next."""
    documents = list(read_documents(CORPUS / name))
    forward = {one.id: tag(one.text, one.published_at) for one in documents}
    backward = {one.id: tag(one.text, one.published_at) for one in reversed(documents)}
    assert forward == backward
    for one in documents:
        sound(one.text, forward[one.id])


@pytest.mark.parametrize("name", ["timex_dev2.jsonl"])
def test_marks_without_letters_change_no_value(name: str) -> None:
    """Tatweel inside words and marks of direction around them are folded away."""
    for one in read_documents(CORPUS / name):
        dressed = one.text.replace("ي", "ي\u0640").replace(" ", "\u200f ")
        plain = [(timex.value, timex.type) for timex in tag(one.text, one.published_at)]
        assert [(timex.value, timex.type) for timex in tag(dressed, one.published_at)] == plain, one.text
