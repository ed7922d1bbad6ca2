"""Prepositions that bring in a party of an event, by verb or event noun: فاز على, احتجّ لدى, نداء إلى."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.events.words import RULES
from hawliyat.tasks.tables import read_rows


class Bearing(StrEnum):
    """What a preposition says of the noun behind it."""

    TARGET = "target"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Frames:
    """Folded prepositions with a bearing, by lemma of verb or event noun."""

    targets: dict[str, frozenset[str]]
    nobody: dict[str, frozenset[str]]


@cache
def load_frames() -> Frames:
    """The frames of `seeds/rules/events_parties.tsv`; DataFileError names file and line."""
    found: dict[Bearing, dict[str, set[str]]] = {bearing: {} for bearing in Bearing}
    for row in read_rows(RULES / "events_parties.tsv", "lemma", "prep", "role", "example", "party"):
        lemma, prep, role = (row.cells[name] for name in ("lemma", "prep", "role"))
        try:
            bearing = Bearing(role)
        except ValueError:
            raise row.error(f"role {role!r} is none of {', '.join(Bearing)}") from None
        key = " ".join(fold_word(part) for part in prep.split())
        if any(key in preps.get(lemma, ()) for other, preps in found.items() if other is not bearing):
            raise row.error(f"{lemma} {prep} has another role before")
        found[bearing].setdefault(lemma, set()).add(key)
    targets, nobody = (
        {lemma: frozenset(preps) for lemma, preps in found[bearing].items()} for bearing in Bearing
    )
    return Frames(targets, nobody)
