"""Violence and protest in a figure of speech: معركة انتخابية، هجوم لاذع، ضربة جزاء, and the fields that borrow such words."""

from dataclasses import dataclass
from functools import cache

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.events.parse import Parse
from hawliyat.tasks.events.words import ADVERBIAL, PREP, RULES, TEMPORAL, TIMEX
from hawliyat.tasks.schema import EventType
from hawliyat.tasks.tables import read_rows

_BESIDE = 5
_FIELD = 2  # words of a field that make the field certain


@dataclass(frozen=True, slots=True)
class Metaphors:
    """`beside`: (lemma, class) -> folded words; `fields`: class -> sets of folded words, one set per field."""

    beside: dict[tuple[str, EventType], frozenset[str]]
    fields: dict[EventType, tuple[frozenset[str], ...]]

    def undoes(self, p: Parse, trigger: int, lemma: str, event_type: EventType) -> bool:
        """Whether the words around the trigger take its class from it."""
        near = self.beside.get((lemma, event_type))
        if near is not None:
            dated = sum(tag in (TIMEX, PREP, TEMPORAL) for tag in p.tags[trigger + 1 : trigger + _BESIDE + 1])
            for j in range(max(0, trigger - 2), min(len(p), trigger + _BESIDE + dated + 1)):
                if (
                    j != trigger
                    and (j > trigger or p.tags[trigger - 1] != ADVERBIAL)  # بسبب الأمطار كما أنقذ الجنود
                    and p.named.get(j) != "organisation"
                    and (p.words[j] in near or p.lexes[j].stem in near)
                ):
                    return True
        return any(len(field.intersection(p.words)) >= _FIELD for field in self.fields.get(event_type, ()))


@cache
def load_metaphors() -> Metaphors:
    """The rows of `seeds/rules/events_metaphors.tsv`; DataFileError names file and line."""
    beside: dict[tuple[str, EventType], frozenset[str]] = {}
    fields: dict[EventType, tuple[frozenset[str], ...]] = {}
    for row in read_rows(RULES / "events_metaphors.tsv", "lemma", "class", "kind", "words"):
        lemma, name, kind, words = row.cells.values()
        try:
            event_type = EventType(name)
        except ValueError:
            raise row.error(f"class {name!r} is none of {', '.join(EventType)}") from None
        folded = frozenset(fold_word(word) for word in words.split())
        if kind == "beside":
            if (lemma, event_type) in beside:
                raise row.error(f"{lemma} stands there already for {name}")
            beside[lemma, event_type] = folded
        elif kind == "field":
            fields[event_type] = (*fields.get(event_type, ()), folded)
        else:
            raise row.error(f"kind {kind!r} is neither beside nor field")
    return Metaphors(beside, fields)
