"""The boundary corpus, its score, and the yardstick: `python -m hawliyat.tests.segment.boundaries` prints ours and pysbd's."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from hawliyat.tasks.segment.split import split_line

CORPUS = Path(__file__).parents[1] / "corpus" / "boundaries.txt"
BLIND = CORPUS.with_name("boundaries_blind.txt")
MARK = "‖"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the corpus. `ends` counts the visible characters before each boundary, so that blanks do not matter."""

    text: str
    ends: frozenset[int]
    line: int
    difficulty: str


@dataclass(frozen=True, slots=True)
class Score:
    """Boundaries inside paragraphs; the end of a paragraph is given and does not count."""

    right: int
    wrong: int
    missed: int

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.wrong + self.missed)

    def __str__(self) -> str:
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        counts = f"{self.right} right, {self.wrong} wrong, {self.missed} missed"
        return f"P {precision:.3f}  R {recall:.3f}  F1 {self.f1:.3f}  ({counts})"


def paragraphs(corpus: Path = CORPUS) -> list[Paragraph]:
    """A corpus in order."""
    found: list[Paragraph] = []
    difficulty = ""
    for number, line in enumerate(corpus.read_text("utf-8").split("\n"), 1):
        if line.startswith("#"):
            difficulty = line.removeprefix("# ")
        elif line.strip():
            parts = line.strip().split(MARK)
            ends = frozenset(_visible("".join(parts[:i])) for i in range(1, len(parts)))
            text = re.sub(
                rf"(\s*) {MARK}\s*|{MARK}",
                lambda found: "" if found[0] == MARK else found[1] + " ",
                line.strip(),
            )
            found.append(Paragraph(text, ends, number, difficulty))
    return found


def ours(text: str) -> list[str]:
    """Sentences by our own segmenter."""
    return [text[a:b] for a, b in split_line(text, 0, len(text))]


def boundaries(sentences: Iterable[str]) -> frozenset[int]:
    """Visible characters before each sentence but the first."""
    ends: list[int] = []
    total = 0
    for sentence in sentences:
        total += _visible(sentence)
        ends.append(total)
    return frozenset(ends[:-1])


def score(
    split: Callable[[str], list[str]], corpus: Path = CORPUS
) -> tuple[Score, list[tuple[Paragraph, list[str]]]]:
    """The score of a segmenter over a corpus, and the paragraphs that it did not cut as written."""
    right = wrong = missed = 0
    failed: list[tuple[Paragraph, list[str]]] = []
    for paragraph in paragraphs(corpus):
        sentences = split(paragraph.text)
        found = boundaries(sentences)
        right += len(found & paragraph.ends)
        wrong += len(found - paragraph.ends)
        missed += len(paragraph.ends - found)
        if found != paragraph.ends:
            failed.append((paragraph, sentences))
    return Score(right, wrong, missed), failed


def _visible(text: str) -> int:
    return sum(not character.isspace() for character in text)


def main() -> None:
    """Print both scores over the same corpora in one run."""
    import pysbd

    segmenter = pysbd.Segmenter(language="ar", clean=False)
    for corpus in (CORPUS, BLIND):
        mine, failed = score(ours, corpus)
        theirs, _ = score(segmenter.segment, corpus)
        total = sum(len(paragraph.ends) for paragraph in paragraphs(corpus))
        print(f"{corpus.stem}: {total} boundaries in {len(paragraphs(corpus))} paragraphs")
        print(f"hawliyat {mine}")
        print(f"pysbd    {theirs}")
        for paragraph, sentences in failed:
            print(f"  line {paragraph.line} ({paragraph.difficulty}): " + f" {MARK} ".join(sentences))


if __name__ == "__main__":
    main()
