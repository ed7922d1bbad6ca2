"""Scores of time expressions as TempEval-3 counts them, over documents whose expressions were marked by hand."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hypothesis import settings

from hawliyat.tasks.model import Timex
from hawliyat.tasks.temporal import tag

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "tests" / "corpus"
# The first call loads the lexicon, which takes longer than an example may; the same examples in every run.
CALM = settings(deadline=None, derandomize=True)


@dataclass(frozen=True, slots=True)
class Marked:
    """An expression, marked by hand or found: half-open code points of the text, TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text, its date where known, and the expressions that it holds."""

    id: str
    text: str
    published_at: date | None
    marked: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """F1 by span (`strict`: the same, `relaxed`: they overlap), by value of overlapping ones, and what was wrong."""

    strict: float
    relaxed: float
    value: float
    errors: tuple[str, ...]


def read_documents(path: Path) -> Iterator[Document]:
    """The documents of a JSON-lines file of marked texts."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        day = date.fromisoformat(row["published_at"][:10]) if row["published_at"] else None
        marked = tuple(Marked(t["start"], t["end"], t["type"], t["value"]) for t in row["timexes"])
        yield Document(row["id"], row["text"], day, marked)


def found_in(text: str, day: date | None) -> list[Marked]:
    """What the tagger finds, without what a gold cannot hold."""
    return [_plain(timex) for timex in tag(text, day)]


def _plain(timex: Timex) -> Marked:
    return Marked(timex.start, timex.end, timex.type.value, timex.value)


def same_value(gold: str, found: str) -> bool:
    """Whether two values say the same; an open gold value accepts whatever the words alone give."""
    return gold == found or (gold == "UNRESOLVED" and found.startswith("XXXX"))


def pairs(gold: list[Marked], found: list[Marked]) -> list[tuple[Marked, Marked]]:
    """One-to-one pairs of overlapping expressions, the largest overlap first."""
    shared = [
        (min(g.end, f.end) - max(g.start, f.start), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
    ]
    left, right = set(range(len(gold))), set(range(len(found)))
    out = []
    for size, i, j in sorted(shared, key=lambda one: (-one[0], one[1], one[2])):
        if size > 0 and i in left and j in right:
            left.remove(i)
            right.remove(j)
            out.append((gold[i], found[j]))
    return out


def score(documents: Iterable[Document]) -> Scores:
    """Micro-averaged scores of the tagger over documents."""
    golds = finds = strict = relaxed = value = 0
    errors: list[str] = []
    for document in documents:
        gold, found = list(document.marked), found_in(document.text, document.published_at)
        joined = pairs(gold, found)
        golds, finds, relaxed = golds + len(gold), finds + len(found), relaxed + len(joined)
        strict += len({(g.start, g.end) for g in gold} & {(f.start, f.end) for f in found})
        for g, f in joined:
            if same_value(g.value, f.value):
                value += 1
            else:
                surface = document.text[g.start : g.end]
                errors.append(f"{document.id}: {surface!r} is {g.value}, read as {f.value}")
        missed = set(gold) - {g for g, _ in joined}
        errors += [f"{document.id}: {document.text[g.start : g.end]!r} {g.value} missed" for g in missed]
    f1 = [2 * hit / (golds + finds) if golds + finds else 1.0 for hit in (strict, relaxed, value)]
    return Scores(f1[0], f1[1], f1[2], tuple(errors))
