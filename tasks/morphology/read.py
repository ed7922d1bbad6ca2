"""Reads the lexicon's files: tab-separated, a header row, `#` comments, `-` for an empty field, `,` between values.

Every fault is a `DataFileError` that names file, line and what is allowed.
"""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.morphology.model import Flag, Frame, Noun, Pos, Verb
from hawliyat.tasks.morphology.verb_class import FORMS, VOWELS_OF_I
from hawliyat.tasks.schema import EventStatus, EventType
from hawliyat.tasks.tables import SEEDS, Row, read_rows

FOLDER = SEEDS / "lexicon"
VERB_COLUMNS = ("lemma", "form", "vowels", "masdars", "type", "transitivity", "preps", "flags")
NOUN_COLUMNS = ("lemma", "pos", "plurals", "type", "verb", "preps", "flags")
FRAME_COLUMNS = ("head", "prep", "noun", "type", "event", "status", "note")
GUARD_COLUMNS = ("form", "kind", "effect")
TRANSITIVITY = ("t", "i", "p", "tp")

E = TypeVar("E", bound=StrEnum)


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[Row, list[str]]]:
    """Each row with its cells, empty where the file has `-`."""
    for row in read_rows(path, *columns):
        yield row, ["" if cell == "-" else cell for cell in row.cells.values()]


def _one_of(row: Row, allowed: type[E], value: str) -> E:
    try:
        return allowed(value)
    except ValueError:
        names = ", ".join(member.value for member in allowed)
        raise row.error(f"{value!r} is none of {names}") from None


def _list(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(",") if part.strip())


def _flags(row: Row, value: str) -> frozenset[Flag]:
    return frozenset(_one_of(row, Flag, part) for part in _list(value))


def read_verbs(path: Path = FOLDER / "verbs.tsv") -> list[Verb]:
    """The verbs, in the file's order; one row per lemma and form."""
    verbs: list[Verb] = []
    seen: dict[tuple[str, str], int] = {}
    for row, (lemma, form, vowels, masdars, kind, transitivity, preps, flags) in _rows(path, VERB_COLUMNS):
        if not lemma or form not in FORMS:
            raise row.error(f"form {form!r} is none of {', '.join(sorted(FORMS))}")
        if (form == "I") != (vowels in VOWELS_OF_I):
            raise row.error(f"vowels of form I are {', '.join(sorted(VOWELS_OF_I))}; others have none")
        if transitivity not in TRANSITIVITY:
            raise row.error(f"transitivity {transitivity!r} is none of {', '.join(TRANSITIVITY)}")
        if first := seen.get((lemma, form)):
            raise row.error(f"{lemma} {form} stands already in line {first}")
        seen[lemma, form] = row.line
        event_type = _one_of(row, EventType, kind)
        verbs.append(
            Verb(
                lemma,
                form,
                vowels or "-",
                _list(masdars),
                event_type,
                transitivity,
                _list(preps),
                _flags(row, flags),
            )
        )
    return verbs


def read_nouns(path: Path = FOLDER / "nouns.tsv") -> list[Noun]:
    """The nouns and stative predicates, in the file's order; one row per lemma."""
    nouns: list[Noun] = []
    seen: dict[str, int] = {}
    for row, (lemma, pos, plurals, kind, verb, preps, flags) in _rows(path, NOUN_COLUMNS):
        part = _one_of(row, Pos, pos)
        if not lemma or part is Pos.VERB:
            raise row.error(f"{lemma!r} {pos!r} is neither noun nor participle")
        if first := seen.get(lemma):
            raise row.error(f"{lemma} stands already in line {first}")
        seen[lemma] = row.line
        event_type = _one_of(row, EventType, kind)
        nouns.append(
            Noun(lemma, part, _list(plurals), event_type, verb or None, _list(preps), _flags(row, flags))
        )
    return nouns


def read_frames(path: Path = FOLDER / "frames.tsv") -> list[Frame]:
    """The frames, in the file's order; one row per head, preposition and noun."""
    frames: list[Frame] = []
    seen: dict[tuple[str, str, str], int] = {}
    for row, (head, prep, noun, kind, event, status, note) in _rows(path, FRAME_COLUMNS):
        if event not in ("head", "noun"):
            raise row.error(f"event {event!r} is neither head nor noun")
        if not head or not (prep or noun):
            raise row.error("a frame has a head and a preposition or a noun")
        if event == "head" and not (kind or status):
            raise row.error("a frame whose head is the event gives its type or status")
        if first := seen.get((head, prep, noun)):
            raise row.error(f"{head} {prep} {noun} stands already in line {first}")
        seen[head, prep, noun] = row.line
        frames.append(
            Frame(
                head,
                prep or None,
                noun or None,
                _one_of(row, EventType, kind) if kind else None,
                event == "noun",
                _one_of(row, EventStatus, status) if status else None,
                note,
            )
        )
    return frames


def read_guard(path: Path = FOLDER / "not_triggers.tsv") -> dict[str, bool]:
    """Folded forms that are no triggers: True where they never are, False where they may be but seldom are."""
    guard: dict[str, bool] = {}
    seen: dict[str, int] = {}
    for row, (form, kind, effect) in _rows(path, GUARD_COLUMNS):
        if effect not in ("drop", "doubt") or not form or not kind:
            raise row.error(f"effect {effect!r} is neither drop nor doubt, or form or kind is empty")
        key = fold_word(form)
        if key in guard and guard[key] != (effect == "drop"):
            raise row.error(f"{form} has another effect in line {seen[key]}")
        guard[key] = effect == "drop"
        seen[key] = row.line
    return guard
