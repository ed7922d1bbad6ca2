"""Which form may stand with which clitics, and which reading of a word is the likelier.

Costs are steps of an order, not probabilities; see `lexicon` for what they say.
"""

from dataclasses import replace

from hawliyat.tasks.morphology.clitics import Proclitic
from hawliyat.tasks.morphology.model import (
    Analysis,
    Aspect,
    Flag,
    Mood,
    Noun,
    Number,
    Person,
    Pos,
    Verb,
    Voice,
)
from hawliyat.tasks.morphology.paradigm import Cell


def mood_of(cell: Cell, proclitic: Proclitic) -> Mood | None:
    """After the future's sin a verb is indicative; after li- it is not."""
    if cell.mood is None:
        return None
    if proclitic.future:
        return Mood.INDICATIVE
    return Mood.NON_INDICATIVE if proclitic.prep else cell.mood


def fits_verb(cell: Cell, verb: Verb, proclitic: Proclitic, enclitic: str) -> bool:
    """Whether a verb's form can stand between these clitics."""
    if proclitic.article or enclitic == "ي" or (enclitic and verb.transitivity in "ip"):
        return False
    women = cell.number is Number.PLURAL and cell.gender == "f"
    if enclitic and (cell.voice is Voice.PASSIVE or cell.aspect is Aspect.IMPERATIVE or women):
        return False
    if cell.aspect is Aspect.IMPERATIVE:
        return not (proclitic.prep or proclitic.future or proclitic.question)
    if cell.aspect is Aspect.PERFECT:
        return not (proclitic.prep or proclitic.future)
    if proclitic.future:
        return cell.mood in (Mood.INDICATIVE, Mood.ANY)
    if proclitic.prep:
        return proclitic.prep == "ل" and cell.mood is not Mood.INDICATIVE
    return True


def fits_noun(cell: Cell, proclitic: Proclitic, enclitic: str) -> bool:
    """Whether a noun's form can stand between these clitics."""
    if proclitic.future or proclitic.question or enclitic == "ني":
        return False
    if enclitic == "ي":
        return cell.bound is True and not proclitic.article
    if proclitic.article:
        return not enclitic and cell.case == ""
    return not (proclitic.prep and cell.case == "accusative")


def cost_of(
    cell: Cell, entry: Verb | Noun, flags: frozenset[Flag], proclitic: Proclitic, enclitic: str
) -> int:
    """The rank of a reading: lower is likelier."""
    cost = proclitic.cost + (3 if enclitic else 0)
    if isinstance(entry, Verb):
        cost += _verb_cost(cell, proclitic, enclitic)
    elif entry.pos is Pos.NOUN or entry.listed:
        cost += 1 + (1 if cell.case else 0)
    else:
        cost += 8 + (1 if cell.case else 0)
    cost += 5 if Flag.WEAK in flags else 0
    cost += 6 if Flag.RARE in flags else 0
    return cost + (20 if Flag.DOUBT in flags else 0)


def _verb_cost(cell: Cell, proclitic: Proclitic, enclitic: str) -> int:
    cost = 0
    if cell.aspect is Aspect.IMPERATIVE:
        cost = 12
    elif cell.person is Person.SECOND:
        cost = 9
    elif cell.person is Person.FIRST:
        cost = 7 if cell.number is Number.SINGULAR else 5
    elif cell.number is Number.PLURAL and cell.gender == "f":
        cost = 4
    elif cell.aspect is Aspect.IMPERFECT and cell.gender == "f":
        cost = 1  # تقدم is form V's perfect rather than "she precedes"
    if cell.mood is Mood.JUSSIVE:
        cost += 8 if enclitic else 4
    cost += 2 if proclitic.prep else 0
    cost += 1 if cell.voice is Voice.PASSIVE else 0
    return cost + (1 if cell.number is Number.DUAL else 0)


def keep(readings: dict[tuple[object, ...], Analysis], reading: Analysis) -> None:
    """Keeps the cheapest of readings that differ in nothing an engine asks for; two voices become one ambiguous one."""
    key = (
        reading.lemma,
        reading.pos,
        reading.verb,
        reading.aspect,
        reading.person,
        reading.gender,
        reading.number,
        reading.proclitic_len,
        reading.enclitic_len,
    )
    other = readings.get(key)
    if other is None:
        readings[key] = reading
        return
    best = reading if reading.cost < other.cost else other
    if {reading.voice, other.voice} == {Voice.ACTIVE, Voice.PASSIVE}:
        best = replace(best, voice=Voice.AMBIGUOUS)
    if best.mood is not reading.mood and reading.mood is not None:
        best = replace(best, mood=Mood.ANY)
    readings[key] = best
