"""Scores of both layers over texts marked by hand, counted as TempEval-3 and the shared guidelines count them.

Time expressions are paired with the marked ones by overlap; an event is found where its trigger is the marked word and
it hangs on an expression that overlaps the marked one.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol, TypeVar

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.events import extract_events
from hawliyat.tasks.model import Context, Timex
from hawliyat.tasks.schema import EventStatus, Role
from hawliyat.tasks.segment import segment
from hawliyat.tasks.temporal import tag_document

_LONGER = 6  # code points by which a found trigger may outgrow the marked word: clitics
_SHARED = 0.5  # Dice coefficient of the words of two names that count as one


class Span(Protocol):
    """Anything between two code points."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_S = TypeVar("_S", bound=Span)


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression, marked or found."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Happening:
    """An event, marked or found, with the expression that dates it."""

    start: int
    end: int
    when: Expression
    type: str
    status: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A document as marked by hand."""

    text: str
    published_at: date | None
    expressions: tuple[Expression, ...]
    events: tuple[Happening, ...]


@dataclass(slots=True)
class Count:
    """Right ones among those that should be there and those that were found."""

    right: int = 0
    marked: int = 0
    found: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.marked if self.marked else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.marked + self.found) if self.marked + self.found else 0.0


@dataclass(slots=True)
class Scores:
    """Counts over a corpus, by name: `value`, `linked`, `type ASSAULT`, `timex DATE` ..."""

    documents: int = 0
    counts: dict[str, Count] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Count:
        return self.counts.setdefault(name, Count())

    def add(self, name: str, right: int, marked: int, found: int) -> None:
        """Add to a count."""
        count = self[name]
        count.right, count.marked, count.found = (
            count.right + right,
            count.marked + marked,
            count.found + found,
        )


def read(path: Path) -> list[Marked]:
    """The documents of a JSON-lines file of marked texts."""
    out = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        by_id = {t["id"]: Expression(t["start"], t["end"], t["type"], t["value"]) for t in row["timexes"]}
        events = tuple(
            Happening(
                e["start"],
                e["end"],
                by_id[e["timex"]],
                e["type"],
                e["status"],
                tuple(e["actors"]),
                tuple(e["targets"]),
                e["place"] or "",
            )
            for e in row["events"]
        )
        day = date.fromisoformat(row["published_at"][:10]) if row["published_at"] else None
        out.append(Marked(row["text"], day, tuple(by_id.values()), events))
    return out


def find(text: str, day: date | None) -> tuple[list[Expression], list[Happening]]:
    """What the extractor finds; a range counts once for each of its ends, as it is marked."""
    context = Context(day)
    sentences = segment(text)
    timexes = tag_document(text, sentences, context)
    events, _ = extract_events(text, sentences, timexes, context)
    happenings = []
    for event in events:
        for index in (event.timex, event.timex_end):
            if index is not None:
                actors, targets = (
                    tuple(p.surface for p in event.participants if p.role == role)
                    for role in (Role.ACTOR, Role.TARGET)
                )
                when = _expression(timexes[index])
                place = event.place or ""
                happenings.append(
                    Happening(event.start, event.end, when, event.type, event.status, actors, targets, place)
                )
    return [_expression(timex) for timex in timexes], happenings


def _expression(timex: Timex) -> Expression:
    return Expression(timex.start, timex.end, timex.type.value, timex.value)


def score(documents: Iterable[Marked]) -> Scores:
    """Scores of the extractor over documents."""
    scores = Scores()
    for document in documents:
        scores.documents += 1
        expressions, events = find(document.text, document.published_at)
        _score_expressions(scores, document.expressions, expressions)
        _score_events(scores, document.text, document.events, events)
    return scores


def score_undated(path: Path) -> dict[str, Count]:
    """Counts by class over sentences without a date: whether the text tells an actual event of that class."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    counts = {name: Count() for name in sorted({name for row in rows for name in row["classes"]})}
    for row in rows:
        text, context = row["text"], Context()
        sentences = segment(text)
        events, _ = extract_events(text, sentences, tag_document(text, sentences, context), context)
        told = {event.type for event in events if event.status is EventStatus.ACTUAL}
        for name, count in counts.items():
            meant, found = name in row["classes"], name in told
            count.right, count.marked, count.found = (
                count.right + (meant and found),
                count.marked + meant,
                count.found + found,
            )
    return counts


def _score_expressions(scores: Scores, marked: Sequence[Expression], found: Sequence[Expression]) -> None:
    joined = _pairs(marked, found, lambda a, b: True)
    sizes = len(marked), len(found)
    scores.add("strict", len({(m.start, m.end) for m in marked} & {(f.start, f.end) for f in found}), *sizes)
    scores.add("relaxed", len(joined), *sizes)
    scores.add("value", sum(_same_value(m.value, f.value) for m, f in joined), *sizes)
    for kind in {one.type for one in (*marked, *found)}:
        right = sum(m.type == f.type == kind and _same_value(m.value, f.value) for m, f in joined)
        scores.add(
            f"timex {kind}", right, sum(m.type == kind for m in marked), sum(f.type == kind for f in found)
        )


def _score_events(scores: Scores, text: str, marked: Sequence[Happening], found: Sequence[Happening]) -> None:
    def hangs(m: Happening, f: Happening) -> bool:
        one_word = len(text[f.start : f.end].split()) == 1 and f.end - f.start <= m.end - m.start + _LONGER
        return one_word and _shared(m.when, f.when) > 0

    joined = _pairs(marked, found, hangs)
    sizes = len(marked), len(found)
    scores.add("linked", len(joined), *sizes)
    scores.add("dated", sum(_same_value(m.when.value, f.when.value) for m, f in joined), *sizes)
    scores.add("type", sum(m.type == f.type for m, f in joined), len(joined), len(joined))
    scores.add("status", sum(m.status == f.status for m, f in joined), len(joined), len(joined))
    scores.add("place", sum(_same_place(m.place, f.place) for m, f in joined), len(joined), len(joined))
    for kind in {one.type for one in (*marked, *found)}:
        right = sum(m.type == f.type == kind for m, f in joined)
        sizes = sum(m.type == kind for m in marked), sum(f.type == kind for f in found)
        scores.add(f"class {kind}", right, *sizes)
        if kind != "OTHER":
            scores.add("type, not OTHER", right, *sizes)
    for kind in {one.status for one in (*marked, *found)}:
        right = sum(m.status == f.status == kind for m, f in joined)
        sizes = sum(m.status == kind for m in marked), sum(f.status == kind for f in found)
        scores.add(f"status {kind}", right, *sizes)
        if kind != "actual":
            scores.add("status, not actual", right, *sizes)
    for m, f in joined:
        _score_names(scores, "actors", m.actors, f.actors)
        _score_names(scores, "targets", m.targets, f.targets)


def _score_names(scores: Scores, role: str, marked: Sequence[str], found: Sequence[str]) -> None:
    left = [_words(name) for name in found]
    right = 0
    for name in map(_words, marked):
        best = max(left, key=lambda other: _dice(name, other), default=None)
        if best is not None and _dice(name, best) >= _SHARED:
            left.remove(best)
            right += 1
    scores.add(role, right, len(marked), len(found))


def _pairs(marked: Sequence[_S], found: Sequence[_S], fit: Callable[[_S, _S], bool]) -> list[tuple[_S, _S]]:
    """One-to-one pairs of overlapping spans that fit, the largest overlap first."""
    shared = sorted(
        (
            (_shared(m, f), i, j)
            for i, m in enumerate(marked)
            for j, f in enumerate(found)
            if _shared(m, f) > 0
        ),
        key=lambda one: (-one[0], one[1], one[2]),
    )
    free_marked, free_found = set(range(len(marked))), set(range(len(found)))
    out = []
    for _, i, j in shared:
        if i in free_marked and j in free_found and fit(marked[i], found[j]):
            free_marked.remove(i)
            free_found.remove(j)
            out.append((marked[i], found[j]))
    return out


def _shared(a: Span, b: Span) -> int:
    return min(a.end, b.end) - max(a.start, b.start)


def _same_value(marked: str, found: str) -> bool:
    """An open value accepts whatever the words alone give."""
    return marked == found or (marked == "UNRESOLVED" and found.startswith("XXXX"))


def _same_place(marked: str, found: str) -> bool:
    if marked and found:
        return bool(_words(marked) & _words(found))
    return not marked and not found


def _words(name: str) -> frozenset[str]:
    """The words of a name, folded, without the article."""
    return frozenset(_bare(fold_word(word)) for word in name.replace("،", " ").split())


def _bare(word: str) -> str:
    for article in ("وال", "بال", "ال"):
        if word.startswith(article) and len(word) > 4:
            return word.removeprefix(article)
    return word


def _dice(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b) or 1)
