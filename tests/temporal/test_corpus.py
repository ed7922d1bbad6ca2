"""The tagger against texts marked by hand; a floor stands a hundredth under what was last reached."""

from pathlib import Path

import pytest

from hawliyat.tasks.temporal import tag
from hawliyat.tests.temporal.phrases import Phrase, phrases
from hawliyat.tests.temporal.scoring import CORPUS, ROOT, read_documents, score

# file, strict, relaxed, value
FLOORS = [
    ("timex_dev2.jsonl", 0.952, 0.974, 0.922),
    ("articles_gold.jsonl", 0.952, 0.974, 0.923),
    ("timex_blind.jsonl", 0.975, 0.985, 0.980),
    ("timex_blind2.jsonl", 0.935, 0.975, 0.965),
    ("timex_blind3.jsonl", 0.940, 0.980, 0.955),
    ("timex_blind4.jsonl", 0.950, 0.980, 0.970),
]
# Marked texts that live outside this repository; the floors are what the task asks for.
OUTSIDE = ROOT.parent / "shared" / "gold"
OUTSIDE_FLOORS = [
    ("dev.jsonl", 0.90, 0.97, 0.93),
    ("seed.jsonl", 0.95, 0.95, 0.95),
]
# Of the phrases that speak of time: file, span, value.
PHRASE_FLOORS = [
    ("phrases.tsv", 0.985, 0.985),
    ("phrases_blind.tsv", 0.985, 0.98),
    ("phrases_blind2.tsv", 0.98, 0.98),
    ("phrases_blind3.tsv", 0.98, 0.98),
    ("phrases_blind4.tsv", 0.98, 0.98),
    ("phrases_blind5.tsv", 0.94, 0.94),
]


def check(path: Path, strict: float, relaxed: float, value: float) -> None:
    scores = score(read_documents(path))
    wrong = "\n".join(scores.errors)
    assert scores.strict >= strict, f"{scores.strict:.4f}"
    assert scores.relaxed >= relaxed, f"{scores.relaxed:.4f}\n{wrong}"
    assert scores.value >= value, f"{scores.value:.4f}\n{wrong}"


@pytest.mark.parametrize(("name", "strict", "relaxed", "value"), FLOORS, ids=[row[0] for row in FLOORS])
def test_own_texts(name: str, strict: float, relaxed: float, value: float) -> None:
    check(CORPUS / name, strict, relaxed, value)


@pytest.mark.parametrize(
    ("name", "strict", "relaxed", "value"), OUTSIDE_FLOORS, ids=[row[0] for row in OUTSIDE_FLOORS]
)
def test_texts_of_others(name: str, strict: float, relaxed: float, value: float) -> None:
    if not (OUTSIDE / name).is_file():
        pytest.skip(f"no {name} beside the repository")
    check(OUTSIDE / name, strict, relaxed, value)


def test_own_texts_are_as_many_as_promised() -> None:
    documents = list(read_documents(CORPUS / "timex_dev2.jsonl"))
    assert len(documents) >= 150
    for document in documents + list(read_documents(CORPUS / "articles_gold.jsonl")):
        for one in document.marked:
            assert 0 <= one.start < one.end <= len(document.text), document.id


@pytest.mark.parametrize(
    ("name", "span_floor", "value_floor"), PHRASE_FLOORS, ids=[row[0] for row in PHRASE_FLOORS]
)
def test_phrases(name: str, span_floor: float, value_floor: float) -> None:
    spoken = [phrase for phrase in phrases(name) if phrase.surface is not None]
    spans = values = 0
    wrong = []
    for phrase in spoken:
        found = tag(phrase.text, phrase.day)
        spans += any(timex.surface == phrase.surface for timex in found)
        right = any(timex.value == phrase.value and timex.type == phrase.type for timex in found)
        values += right
        if not right:
            wrong.append(
                f"{name}:{phrase.line}: {phrase.text} is {phrase.value}, read {found and found[0].value}"
            )
    assert spans / len(spoken) >= span_floor, spans / len(spoken)
    assert values / len(spoken) >= value_floor, f"{values / len(spoken)}\n" + "\n".join(wrong)


SILENT = [phrase for name, _, _ in PHRASE_FLOORS for phrase in phrases(name) if phrase.surface is None]


@pytest.mark.parametrize("phrase", SILENT, ids=[phrase.text for phrase in SILENT])
def test_phrases_without_time_stay_silent(phrase: Phrase) -> None:
    assert tag(phrase.text, phrase.day) == []
