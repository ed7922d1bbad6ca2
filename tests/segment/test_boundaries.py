"""The boundary corpus holds: its size, our score, and that it is hard."""

from pathlib import Path

import pytest

from hawliyat.tests.segment.boundaries import BLIND, CORPUS, ours, paragraphs, score


def test_corpus_is_large_enough() -> None:
    assert sum(len(paragraph.ends) for paragraph in paragraphs()) >= 300


@pytest.mark.parametrize("corpus", [CORPUS, BLIND], ids=lambda path: path.stem)
def test_score_does_not_fall(corpus: Path) -> None:
    result, failed = score(ours, corpus)
    assert result.f1 >= 0.97, "\n".join(f"{paragraph.line}: {sentences}" for paragraph, sentences in failed)
