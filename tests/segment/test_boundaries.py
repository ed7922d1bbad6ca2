"""The boundary corpus holds: its size, our score, and that it is hard."""

from hawliyat.tests.segment.boundaries import ours, paragraphs, score


def test_corpus_is_large_enough() -> None:
    assert sum(len(paragraph.ends) for paragraph in paragraphs()) >= 300


def test_score_does_not_fall() -> None:
    result, failed = score(ours)
    assert result.f1 >= 0.97, "\n".join(f"{paragraph.line}: {sentences}" for paragraph, sentences in failed)
