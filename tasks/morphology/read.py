"""Reads the lexicon's files: tab-separated, a header row, `#` comments, `-` for an empty field, `,` between values.

Every fault is a `LexiconError` that names file, line and what is allowed.
"""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.morphology.model import Flag, Frame, Noun, Pos, Verb
from hawliyat.tasks.morphology.verb_class import FORMS, VOWELS_OF_I
from hawliyat.tasks.schema import EventStatus, EventType

FOLDER = Path(__file__).resolve().parents[2] / "seeds" / "lexicon"
VERB_COLUMNS = ("lemma", "form", "vowels", "masdars", "type", "transitivity", "preps", "flags")
NOUN_COLUMNS = ("lemma", "pos", "plurals", "type", "verb", "preps", "flags")
FRAME_COLUMNS = ("head", "prep", "noun", "type", "event", "status", "note")
GUARD_COLUMNS = ("form", "kind", "effect")
TRANSITIVITY = ("t", "i", "p", "tp")

E = TypeVar("E", bound=StrEnum)


class LexiconError(ValueError):
    """A row of a lexicon file cannot be used."""


def rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """Line number and fields of each row after the header."""
    header: tuple[str, ...] | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = [field.strip() for field in line.split("\t")]
        if header is None:
            header = tuple(fields)
            if header != columns:
                raise LexiconError(f"{path}:{number}: the header is {header}, expected {columns}")
            continue
        if len(fields) != len(columns):
            raise LexiconError(f"{path}:{number}: {len(fields)} fields, expected {len(columns)}")
        yield number, ["" if field == "-" else field for field in fields]


def _one_of(where: str, allowed: type[E], value: str) -> E:
    try:
        return allowed(value)
    except ValueError:
        names = ", ".join(member.value for member in allowed)
        raise LexiconError(f"{where}: {value!r} is none of {names}") from None


def _list(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(",") if part.strip())


def _flags(where: str, value: str) -> frozenset[Flag]:
    return frozenset(_one_of(where, Flag, part) for part in _list(value))


def read_verbs(path: Path = FOLDER / "verbs.tsv") -> list[Verb]:
    """The verbs, in the file's order; one row per lemma and form."""
    verbs: list[Verb] = []
    seen: dict[tuple[str, str], int] = {}
    for number, (lemma, form, vowels, masdars, kind, transitivity, preps, flags) in rows(path, VERB_COLUMNS):
        where = f"{path}:{number}"
        if not lemma or form not in FORMS:
            raise LexiconError(f"{where}: form {form!r} is none of {', '.join(sorted(FORMS))}")
        if (form == "I") != (vowels in VOWELS_OF_I):
            raise LexiconError(
                f"{where}: vowels of form I are {', '.join(sorted(VOWELS_OF_I))}; others have none"
            )
        if transitivity not in TRANSITIVITY:
            raise LexiconError(f"{where}: transitivity {transitivity!r} is none of {', '.join(TRANSITIVITY)}")
        if first := seen.get((lemma, form)):
            raise LexiconError(f"{where}: {lemma} {form} stands already in line {first}")
        seen[lemma, form] = number
        event_type = _one_of(where, EventType, kind)
        verbs.append(
            Verb(
                lemma,
                form,
                vowels or "-",
                _list(masdars),
                event_type,
                transitivity,
                _list(preps),
                _flags(where, flags),
            )
        )
    return verbs


def read_nouns(path: Path = FOLDER / "nouns.tsv") -> list[Noun]:
    """The nouns and stative predicates, in the file's order; one row per lemma."""
    nouns: list[Noun] = []
    seen: dict[str, int] = {}
    for number, (lemma, pos, plurals, kind, verb, preps, flags) in rows(path, NOUN_COLUMNS):
        where = f"{path}:{number}"
        part = _one_of(where, Pos, pos)
        if not lemma or part is Pos.VERB:
            raise LexiconError(f"{where}: {lemma!r} {pos!r} is neither noun nor participle")
        if first := seen.get(lemma):
            raise LexiconError(f"{where}: {lemma} stands already in line {first}")
        seen[lemma] = number
        event_type = _one_of(where, EventType, kind)
        nouns.append(
            Noun(lemma, part, _list(plurals), event_type, verb or None, _list(preps), _flags(where, flags))
        )
    return nouns


def read_frames(path: Path = FOLDER / "frames.tsv") -> list[Frame]:
    """The frames, in the file's order; one row per head, preposition and noun."""
    frames: list[Frame] = []
    seen: dict[tuple[str, str, str], int] = {}
    for number, (head, prep, noun, kind, event, status, note) in rows(path, FRAME_COLUMNS):
        where = f"{path}:{number}"
        if event not in ("head", "noun"):
            raise LexiconError(f"{where}: event {event!r} is neither head nor noun")
        if not head or not (prep or noun):
            raise LexiconError(f"{where}: a frame has a head and a preposition or a noun")
        if event == "head" and not (kind or status):
            raise LexiconError(f"{where}: a frame whose head is the event gives its type or status")
        if first := seen.get((head, prep, noun)):
            raise LexiconError(f"{where}: {head} {prep} {noun} stands already in line {first}")
        seen[head, prep, noun] = number
        frames.append(
            Frame(
                head,
                prep or None,
                noun or None,
                _one_of(where, EventType, kind) if kind else None,
                event == "noun",
                _one_of(where, EventStatus, status) if status else None,
                note,
            )
        )
    return frames


def read_guard(path: Path = FOLDER / "not_triggers.tsv") -> dict[str, bool]:
    """Folded forms that are no triggers: True where they never are, False where they may be but seldom are."""
    guard: dict[str, bool] = {}
    seen: dict[str, int] = {}
    for number, (form, kind, effect) in rows(path, GUARD_COLUMNS):
        where = f"{path}:{number}"
        if effect not in ("drop", "doubt") or not form or not kind:
            raise LexiconError(
                f"{where}: effect {effect!r} is neither drop nor doubt, or form or kind is empty"
            )
        key = fold_word(form)
        if key in guard and guard[key] != (effect == "drop"):
            raise LexiconError(f"{where}: {form} has another effect in line {seen[key]}")
        guard[key] = effect == "drop"
        seen[key] = number
    return guard
