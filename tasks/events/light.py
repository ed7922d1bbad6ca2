"""Verbs that are light with certain nouns only: ألقى كلمة، أدى اليمين، لقي مصرعه. Which pairs are, a table of the rules says."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.events.parse import Parse
from hawliyat.tasks.events.words import (
    ADVERBIAL,
    COMP,
    EVENT,
    OTHER,
    PREP,
    RELATIVE,
    RULES,
    SIMUL,
    STATE,
    TEMPORAL,
    TIMEX,
    VERB,
    Lex,
)
from hawliyat.tasks.schema import EventType
from hawliyat.tasks.tables import read_rows

_REACH: Final = 24
_NOMINAL: Final = frozenset({EVENT, OTHER, STATE})
_STOPS: Final = frozenset({TEMPORAL, SIMUL, ADVERBIAL, RELATIVE})
_PRONOUNS: Final = ("هما", "هم", "هن", "ها", "نا", "ه")
_ANY: Final = "*"


@dataclass(frozen=True, slots=True)
class Pair:
    """Nouns (folded words) that a verb is light with behind `prep`; `type` None leaves the noun its own class."""

    prep: str
    nouns: frozenset[str]
    type: EventType | None


@dataclass(frozen=True, slots=True)
class LightVerbs:
    """Lemma of the verb, with shadda -> its pairs."""

    pairs: dict[str, tuple[Pair, ...]]

    def object_of(self, p: Parse, v: int, lemma: str) -> int:
        """The noun of the construction behind verb v in its clause; -1 where there is none."""
        pairs = self.pairs.get(lemma)
        if pairs is None:
            return -1
        clause = p.clause_of[v]
        for j in range(v + 1, min(len(p), v + _REACH)):
            tag = p.tags[j]
            if p.clause_of[j] != clause:
                if tag in (COMP, VERB) or p.clauses[p.clause_of[j]].kind in ("comp", "coord"):
                    return -1
            elif tag in (TEMPORAL, SIMUL) and j + 1 < len(p) and p.tags[j + 1] == TIMEX:
                continue
            elif tag in _STOPS:
                return -1
            elif tag in _NOMINAL and any(_takes(p, j, pair) for pair in pairs):
                return j
        return -1

    def head_of(self, p: Parse, head: int, lemma: str) -> int:
        """The noun of the construction that a relative clause of the verb describes (كلمة قصيرة ألقاها); -1: none."""
        pairs = self.pairs.get(lemma)
        if pairs is None:
            return -1
        for j in range(head, max(-1, head - 4), -1):
            if p.tags[j] not in _NOMINAL:
                return -1
            if any(_ANY not in pair.nouns and _is_one(p, j, pair) for pair in pairs):
                return j
        return -1

    def type_of(self, p: Parse, noun: int, lemma: str) -> EventType | None:
        """The class of the construction; None where the noun's own holds."""
        return next((pair.type for pair in self.pairs.get(lemma, ()) if _is_one(p, noun, pair)), None)


def _takes(p: Parse, j: int, pair: Pair) -> bool:
    if pair.prep:
        return p.lexes[j].word.lstrip("وف").startswith(pair.prep) and _is_one(p, j, pair)
    return not p.lexes[j].prep and p.tags[j - 1] != PREP and _is_one(p, j, pair)


def _is_one(p: Parse, j: int, pair: Pair) -> bool:
    if _ANY in pair.nouns:
        return p.tags[j] == EVENT
    return not pair.nouns.isdisjoint(_forms(p.lexes[j]))


def _forms(lex: Lex) -> Iterator[str]:
    """The word without its clitics, as far as they are known, and without an attached pronoun."""
    if lex.noun is not None:
        yield fold_word(lex.noun.lemma)
    stems = [lex.stem]
    if not lex.known and lex.word[0] in "بل" and len(lex.word) > 4:
        stems.append(lex.word[1:])
    for stem in stems:
        yield stem
        for tail in _PRONOUNS:
            if stem.endswith(tail) and len(stem) > len(tail) + 2:
                bare = stem.removesuffix(tail)
                yield bare
                if bare.endswith("ت"):
                    yield bare[:-1] + "ه"


@cache
def load_light_verbs() -> LightVerbs:
    """The rows of `seeds/rules/events_light.tsv`; DataFileError names file and line."""
    pairs: dict[str, tuple[Pair, ...]] = {}
    for row in read_rows(RULES / "events_light.tsv", "verb", "prep", "nouns", "type"):
        verb, prep, nouns, name = row.cells.values()
        try:
            event_type = None if name == "-" else EventType(name)
        except ValueError:
            raise row.error(f"type {name!r} is none of -, {', '.join(EventType)}") from None
        folded = frozenset(fold_word(noun) for noun in nouns.split())
        prep = "" if prep == "-" else prep
        if any(pair.prep == prep and pair.nouns & folded for pair in pairs.get(verb, ())):
            raise row.error(f"{verb} has one of these nouns in a row before")
        # The rows that name their nouns go before the one that takes any.
        known = (*pairs.get(verb, ()), Pair(prep, folded, event_type))
        pairs[verb] = tuple(sorted(known, key=lambda pair: _ANY in pair.nouns))
    return LightVerbs(pairs)
