"""Words that hand the event on to another word: light, aspectual and modal verbs, and nouns such as احتمال."""

from dataclasses import dataclass
from functools import cache

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.events.words import RULES
from hawliyat.tasks.schema import EventStatus
from hawliyat.tasks.tables import read_rows

KINDS = frozenset({"happen", "complement", "consequence", "light", "chain", "frame", "phrase"})


@dataclass(frozen=True, slots=True)
class Governors:
    """Lemmas (verbs, with shadda) and folded words (nouns, phrases) with the status they lend, None where they lend none."""

    happen: frozenset[str]
    complement: dict[str, EventStatus | None]
    consequence: frozenset[str]
    light: frozenset[str]
    chain: frozenset[str]
    frame: dict[str, EventStatus]
    phrase: dict[str, EventStatus]


@cache
def load_governors() -> Governors:
    """The governors of `seeds/rules/events_governors.tsv`; DataFileError names file and line."""
    kinds: dict[str, dict[str, EventStatus | None]] = {kind: {} for kind in KINDS}
    for row in read_rows(RULES / "events_governors.tsv", "lemma", "kind", "status"):
        lemma, kind, status = row.cells.values()
        if kind not in KINDS:
            raise row.error(f"kind {kind!r} is none of {', '.join(sorted(KINDS))}")
        key = fold_word(lemma) if kind in ("frame", "phrase") else lemma
        if key in kinds[kind]:
            raise row.error(f"{lemma} stands there already as {kind}")
        try:
            kinds[kind][key] = EventStatus(status) if status else None
        except ValueError:
            raise row.error(f"status {status!r} is none of {', '.join(EventStatus)}") from None
    return Governors(
        happen=frozenset(kinds["happen"]),
        complement=kinds["complement"],
        consequence=frozenset(kinds["consequence"]),
        light=frozenset(kinds["light"]),
        chain=frozenset(kinds["chain"]),
        frame={word: status for word, status in kinds["frame"].items() if status is not None},
        phrase={word: status for word, status in kinds["phrase"].items() if status is not None},
    )
