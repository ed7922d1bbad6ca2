"""The PLOVER class of an event: the trigger's own, unless a frame of the lexicon or a metaphor says otherwise."""

from typing import Final

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.events.metaphors import load_metaphors
from hawliyat.tasks.events.parse import Parse
from hawliyat.tasks.events.words import COMP, EVENT, OTHER, PREP, STATE, TIMEX, VERB, Reader
from hawliyat.tasks.morphology.model import Analysis, Flag
from hawliyat.tasks.schema import EventType

_SPEECH_ACTS: Final = frozenset(
    {
        EventType.REJECT,
        EventType.ACCUSE,
        EventType.SUPPORT,
        EventType.REQUEST,
        EventType.THREATEN,
        EventType.AGREE,
    }
)
_REACH: Final = 8


def class_of(p: Parse, trigger: int, governor: int, reader: Reader) -> EventType:
    """The class of the event that token `trigger` names; `governor` is the verb of its construction."""
    reading = p.reading(trigger)
    if reading is None:
        return EventType.OTHER
    found = _literal(p, trigger, governor, reading, reader)
    if found is not EventType.OTHER and load_metaphors().undoes(p, trigger, reading.lemma, found):
        return EventType.OTHER
    return found


def _literal(p: Parse, trigger: int, governor: int, reading: Analysis, reader: Reader) -> EventType:
    if governor != trigger and p.tags[governor] == VERB:
        found = _construction(p, trigger, governor, reader)
        if found is not None:
            return found
    found = _framed(p, trigger, reading, reader)
    if found is not None:
        return found
    if p.tags[trigger] == VERB and Flag.SAY in reading.flags and reading.event_type is EventType.OTHER:
        return _said(p, trigger)
    return reading.event_type


def _construction(p: Parse, noun: int, verb: int, reader: Reader) -> EventType | None:
    head, event = p.verb(verb), p.lexes[noun].noun
    if head is None or event is None:
        return None
    for frame in reader.lexicon.frames(head.lemma):
        if frame.noun == event.lemma and frame.noun_is_event:
            return frame.event_type or event.event_type
    return None


def _framed(p: Parse, i: int, reading: Analysis, reader: Reader) -> EventType | None:
    """The most specific frame of the trigger that the words after it fill: preposition and noun, noun, preposition."""
    best: tuple[int, EventType] | None = None
    for frame in reader.lexicon.frames(reading.lemma):
        if frame.event_type is None or (frame.noun_is_event and frame.noun in (None, "*")):
            continue
        weight = (2 if frame.noun not in (None, "*") else 0) + (1 if frame.prep else 0)
        if (best is None or weight > best[0]) and _present(p, i, frame.prep, frame.noun):
            best = (weight, frame.event_type)
    return best[1] if best else None


def _present(p: Parse, i: int, prep: str | None, noun: str | None) -> bool:
    """Whether preposition and noun follow within the clause; an object may stand before the verb's own reach ends."""
    clause = p.clause_of[i]
    prep_at = -1 if prep else i
    for j in range(i + 1, min(len(p), i + 1 + 2 * _REACH)):
        if p.clause_of[j] != clause:
            if (
                p.tags[j] == COMP
                and prep
                and (_glued(p.words[j], prep) or (prep == "أن" and p.words[j] == "ان"))
            ):
                return noun is None
            if p.tags[j] in (COMP, VERB):
                break
            continue
        if prep_at < 0 and prep is not None and _is_prep(p, j, prep):
            prep_at = j
            if noun is None:
                return True
            if len(prep) > 1:
                continue
        if prep_at >= 0 and noun is not None and _is_noun(p, j, noun):
            return True
    return False


def _is_noun(p: Parse, j: int, noun: str) -> bool:
    lex = p.lexes[j]
    if noun == "*":
        return p.tags[j] == EVENT
    if lex.noun is not None and lex.noun.lemma == noun:
        return True
    folded = fold_word(noun)
    return p.tags[j] in (OTHER, EVENT, STATE) and (
        lex.stem == folded or lex.stem in (folded + "ات", folded[:-1] + "ات", folded + "ا", folded[:-1] + "ت")
    )


def _is_prep(p: Parse, j: int, prep: str) -> bool:
    word = p.words[j]
    if len(prep) == 1:
        return p.tags[j] in (OTHER, EVENT, STATE, TIMEX) and p.lexes[j].prep == prep
    return p.tags[j] == PREP and _same(word, prep)


_FOLDED = {
    "إلى": ("الي",),
    "على": ("علي",),
    "في": ("في",),
    "عن": ("عن",),
    "من": ("من",),
    "مع": ("مع",),
    "ضد": ("ضد",),
    "بين": ("بين",),
}


def _same(word: str, prep: str) -> bool:
    return word in _FOLDED.get(prep, (prep,))


def _glued(word: str, prep: str) -> bool:
    return len(prep) == 1 and word.startswith(prep + "ان")


def _said(p: Parse, v: int) -> EventType:
    """أكد رفضه، أعلنت دعمها: a verb of saying with the noun of a speech act is that act."""
    clause = p.clause_of[v]
    for j in range(v + 1, min(len(p), v + 22)):
        if p.clause_of[j] != clause:
            break
        if p.tags[j] == EVENT:
            noun = p.lexes[j].noun
            before = p.lexes[j - 1]
            if noun is None or (p.tags[j - 1] == OTHER and not before.definite and before.known):
                continue
            if (
                p.lexes[j].prep in ("", "ب", "ل")
                and noun.event_type in _SPEECH_ACTS
                and not p.lexes[j].definite | p.lexes[j].pronoun
            ):
                return noun.event_type
            if p.lexes[j].pronoun and noun.event_type in _SPEECH_ACTS:
                return noun.event_type
            return EventType.OTHER
    return EventType.OTHER
