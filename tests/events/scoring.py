"""Scores extracted events against annotated sentences of our own: the same measures as the project's accuracy page."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.events import extract_events
from hawliyat.tasks.model import Context, Event, Timex
from hawliyat.tasks.schema import Anchoring, Calendar, Grain, TimexType
from hawliyat.tasks.segment import segment

CORPUS = Path(__file__).resolve().parents[1] / "corpus"


@dataclass(slots=True)
class Tally:
    """Hits, annotated and extracted."""

    hit: int = 0
    gold: int = 0
    found: int = 0

    @property
    def f1(self) -> float:
        """Balanced F."""
        return 2 * self.hit / (self.gold + self.found) if self.gold + self.found else 1.0


@dataclass(slots=True)
class Scores:
    """Tallies of a corpus; accuracies are over the linked events."""

    linked: Tally = field(default_factory=Tally)
    type_rare: Tally = field(default_factory=Tally)
    status_rare: Tally = field(default_factory=Tally)
    actors: Tally = field(default_factory=Tally)
    targets: Tally = field(default_factory=Tally)
    type_right: int = 0
    status_right: int = 0
    wrong: list[str] = field(default_factory=list)

    def accuracy(self, right: int) -> float:
        """Share of the linked events."""
        return right / self.linked.hit if self.linked.hit else 0.0


def read(name: str) -> Iterator[dict[str, Any]]:
    """The records of a corpus file."""
    for line in (CORPUS / name).read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def annotated_timexes(record: dict[str, Any]) -> list[Timex]:
    """The record's expressions with the intervals of days, months and years; other values stay open."""
    sentences = segment(record["text"])
    found: list[Timex] = []
    for timex in record["timexes"]:
        start, end, value = timex["start"], timex["end"], timex["value"]
        day = (
            date.fromisoformat(value[:10])
            if len(value) >= 10 and value[:4].isdigit() and value[8:10].isdigit()
            else None
        )
        first, last, grain = day, day, Grain.DAY if day else None
        if day is None and len(value) == 4 and value.isdigit():
            first, last, grain = date(int(value), 1, 1), date(int(value), 12, 31), Grain.YEAR
        elif day is None and len(value) == 7 and value[:4].isdigit() and value[5:].isdigit():
            first, last, grain = (
                date(int(value[:4]), int(value[5:]), 1),
                date(int(value[:4]), int(value[5:]), 28),
                Grain.MONTH,
            )
        elif day is None and value[:4].isdigit() and value[5:6] == "W" and value[6:].isdigit():
            first = date.fromisocalendar(int(value[:4]), int(value[6:]), 1)
            last, grain = date.fromisocalendar(int(value[:4]), int(value[6:]), 7), Grain.WEEK
        sentence = next(s.index for s in sentences if s.start <= start < s.end)
        found.append(
            Timex(
                sentence, start, end, record["text"][start:end], TimexType(timex["type"]), value, None, first, last, grain,
                Calendar.GREGORIAN, Anchoring.EXPLICIT, None, "annotated",
            )
        )  # fmt: skip
    return found


def extract(record: dict[str, Any]) -> tuple[list[Timex], list[Event]]:
    """Events of a record, given its annotated expressions."""
    text = record["text"]
    timexes = annotated_timexes(record)
    published = date.fromisoformat(record["published_at"]) if record["published_at"] else None
    events, _ = extract_events(text, segment(text), timexes, Context(published))
    return timexes, events


def score(name: str) -> Scores:
    """Scores of a corpus file of dated events."""
    scores = Scores()
    for record in read(name):
        _, events = extract(record)
        ids = [timex["id"] for timex in record["timexes"]]
        found = [event for event in events if event.timex is not None]
        gold = record["events"]
        scores.linked.gold += len(gold)
        scores.linked.found += len(found)
        scores.type_rare.gold += sum(g["type"] != "OTHER" for g in gold)
        scores.type_rare.found += sum(e.type != "OTHER" for e in found)
        scores.status_rare.gold += sum(g["status"] != "actual" for g in gold)
        scores.status_rare.found += sum(e.status != "actual" for e in found)
        for annotation in gold:
            match = next(
                (
                    e
                    for e in found
                    if e.start < annotation["end"]
                    and annotation["start"] < e.end
                    and ids[e.timex or 0] == annotation["timex"]
                ),
                None,
            )
            if match is None:
                scores.wrong.append(f"{annotation['trigger']} in {record['text']}")
                continue
            _count(scores, annotation, match)
    return scores


def _count(scores: Scores, gold: dict[str, Any], event: Event) -> None:
    scores.linked.hit += 1
    scores.type_right += gold["type"] == event.type
    scores.status_right += gold["status"] == event.status
    scores.type_rare.hit += gold["type"] == event.type != "OTHER"
    scores.status_rare.hit += gold["status"] == event.status != "actual"
    for role, tally in (("actors", scores.actors), ("targets", scores.targets)):
        names = [_words(person.surface) for person in event.participants if person.role + "s" == role]
        tally.gold += len(gold[role])
        tally.found += len(names)
        for phrase in gold[role]:
            wanted = _words(phrase)
            best = max(names, key=lambda other: len(wanted & other), default=frozenset())
            if best and 2 * len(wanted & best) >= 0.5 * (len(wanted) + len(best)):
                tally.hit += 1
                names.remove(best)


def _words(phrase: str) -> frozenset[str]:
    words = (fold_word(word) for word in phrase.split())
    return frozenset(word.removeprefix("ال") if len(word) > 4 else word for word in words)
