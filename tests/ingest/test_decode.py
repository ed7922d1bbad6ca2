"""Encodings are told apart by their bytes; the text stays what it was."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hawliyat.tasks.ingest.decode import decode, guess_encoding, misread
from hawliyat.tests.ingest import writers
from hawliyat.tests.ingest.helpers import NEWS, read_bytes, reasons

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


ARTICLE = "\n".join((*SENTENCES, *writers.PARAGRAPHS))


@pytest.mark.parametrize(
    ("was", "read_as"),
    [
        ("utf-8", "cp1256"),
        ("utf-8", "cp1252"),
        ("utf-8", "mac_arabic"),
        ("cp1256", "cp1252"),
        ("cp1256", "latin-1"),
        ("iso8859-6", "cp1256"),
    ],
)
def test_what_was_read_in_an_encoding_not_its_own_is_named(tmp_path: Path, was: str, read_as: str) -> None:
    garbled = ARTICLE.encode(was, "replace").decode(read_as, "replace")
    for name, data in (("a.txt", garbled), ("a.jsonl", json.dumps({"text": garbled}))):
        ingested = read_bytes(tmp_path, name, data.encode())
        assert [reason for _, reason in reasons(ingested)] == ["undecodable"]


@pytest.mark.parametrize("codec", ["mac_arabic", "cp720"])
def test_bytes_in_no_known_encoding_are_named(tmp_path: Path, codec: str) -> None:
    data = ARTICLE.encode(codec, "replace")
    assert reasons(read_bytes(tmp_path, "a.txt", data)) == [(None, "undecodable")]


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE,
        "زارت الوزيرة Élisabeth Borne مدينة Besançon، والتقت في Orléans رئيس شركة بـÉlan للصناعات الجوية",
        "انظر الظروف والطقس: ظهر ضباب وعواصف وطوفان، وعاطفة الطاعة ظاهرة عند العظماء",
        "قال ﺍﻟﻮﺯﻳﺮ إن الاتفاق وقع في بيروت أمس بحضور السفراء",
    ],
)
def test_arabic_is_not_taken_for_misread(text: str) -> None:
    assert misread(text) is None
