"""Encodings are told apart by their bytes; the text stays what it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hawliyat.tasks.ingest.decode import decode, guess_encoding
from hawliyat.tests.ingest.helpers import NEWS

SENTENCES = [
    NEWS,
    "قال الوزير إن الاتفاق وقع في بيروت",
    "المدرسة",
    "هل تعود؟ لا، ليس الآن؛ ربما غدا.",
    "وصل ABC إلى 2025 مساء",
]


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso8859-6"]
)
def test_every_encoding(text: str, codec: str) -> None:
    assert decode(text.encode(codec)) == text


@pytest.mark.parametrize("declared", ["iso-8859-6", "utf-8", "windows-1252", None])
def test_bytes_beat_the_declaration(declared: str | None) -> None:
    assert decode("قال “نعم” ثم انصرف إلى بيته".encode("cp1256"), declared) == "قال “نعم” ثم انصرف إلى بيته"


def test_the_declaration_settles_what_the_bytes_leave_open() -> None:
    data = "ثلاثة".encode("iso8859-6")
    assert guess_encoding(data, "windows-1256") == "cp1256"
    assert guess_encoding(data, "ISO-8859-6") == "iso8859-6"


@pytest.mark.parametrize(
    "text",
    [
        "ﻻ يزال الخبر ﺻﺤﯿﺤﺎ",  # presentation forms
        "شهر دی و کتاب",  # Persian letters
        "آخر",  # alef and madda apart
        "قال\u200f\u202b نعم\u202c\u200b",  # bidi and zero-width marks
        "نص\0آخر",
        "سطر\nسطر\rسطر\u2028سطر",
    ],
)
def test_odd_characters_stay_as_they_are(text: str) -> None:
    assert decode(text.encode()) == text
    assert decode(text.encode("utf-16")) == text


def test_only_the_mark_and_carriage_returns_go() -> None:
    assert decode("\ufeffأول\r\nثان\rثالث\ufeff".encode()) == "أول\nثان\rثالث\ufeff"


@given(
    st.text(alphabet=st.characters(min_codepoint=0x621, max_codepoint=0x64A, categories=["Lo"]), min_size=30)
)
def test_arabic_words_survive_utf16_without_a_mark(text: str) -> None:
    assert decode(text.encode("utf-16-le")) == text
    assert decode(text.encode("utf-16-be")) == text
