"""The cast of an event by what its trigger is: a verb, the noun of a light verb, a state, or a noun alone."""

from dataclasses import replace
from typing import Final

from hawliyat.tasks.events.parse import Parse
from hawliyat.tasks.events.participants.agreement import masculine_noun
from hawliyat.tasks.events.participants.behind import prep_at
from hawliyat.tasks.events.participants.coordination import coordinated
from hawliyat.tasks.events.participants.model import Cast
from hawliyat.tasks.events.participants.nominal import noun_cast, state_cast, with_noun
from hawliyat.tasks.events.participants.prepositions import takes_object
from hawliyat.tasks.events.participants.roles import able_to_act
from hawliyat.tasks.events.participants.verbal import verb_cast
from hawliyat.tasks.events.phrases import SUPERLATIVES
from hawliyat.tasks.events.words import EVENT, NUMBER, STATE, VERB
from hawliyat.tasks.morphology.model import Analysis, Gender, Number, Voice
from hawliyat.tasks.schema import EventType


def cast(p: Parse, trigger: int, event_type: EventType, governor: int) -> Cast:
    """The participants of an event; `governor` is the verb of its light or modal construction, else the trigger."""
    if p.tags[governor] == VERB:
        found = verb_cast(p, governor, event_type)
        if governor < trigger and p.clause_of[governor] == p.clause_of[trigger]:
            first = trigger
            while first - 1 > governor and (
                p.tags[first - 1] == NUMBER or p.words[first - 1] in SUPERLATIVES
            ):
                first -= 1  # سجل 14 هدفا، خاض أول مباراة
            within = verb_cast(p, governor, event_type, first)  # the noun is no part of the subject
            held = held_by_someone(p, p.verb(governor), trigger) or _objective(p, governor, trigger)
            found = within if within.subject or held else found
        if governor != trigger:
            found = with_noun(p, trigger, governor, event_type, found)
        return _gathered(p, governor, event_type, found)
    if p.tags[trigger] == STATE:
        return state_cast(p, trigger, event_type)
    return noun_cast(p, trigger, event_type)


# Masculine nouns of meetings that are no verbal nouns of the lexicon.
_MASCULINE_MEETINGS: Final = frozenset({"لقاء", "مؤتمر", "حوار"})


def held_by_someone(p: Parse, verb: Analysis | None, n: int) -> bool:
    """يجري محادثات، عقدت لقاء: a noun of the other gender than the verb's is no subject of it."""
    if p.tags[n] != EVENT or verb is None or verb.number is not Number.SINGULAR:
        return False
    if verb.gender is Gender.FEMININE:
        noun = p.lexes[n].noun
        return masculine_noun(p, n) or (noun is not None and noun.lemma in _MASCULINE_MEETINGS)
    return p.text[p.starts[n] : p.ends[n]].endswith("ات")


def _objective(p: Parse, v: int, n: int) -> bool:
    """سجل 14 هدفا، خاض أول مباراة: by its ending, or by its gender, what a transitive verb is said of is its object."""
    verb = p.verb(v)
    if verb is None or verb.voice is Voice.PASSIVE or not takes_object(verb, EventType.OTHER):
        return False
    source = p.text[p.starts[n] : p.ends[n]]
    if source.endswith(("اً", "ا")) and not p.lexes[n].definite and p.lexes[n].noun is not None:
        return p.lexes[n].word.endswith("ا")
    single = verb.gender is Gender.MASCULINE and verb.number is Number.SINGULAR
    return single and source.endswith("ة")


def _gathered(p: Parse, v: int, event_type: EventType, found: Cast) -> Cast:
    """جمع لقاء الوزير بالسفير: whom a meeting brings together meet; the second stands behind بـ."""
    verb = p.verb(v)
    if event_type is not EventType.CONSULT or verb is None or verb.lemma != "جمع" or found.actors:
        return found
    objects = tuple(x for x in found.targets if p.lexes[x.start].prep != "ب")
    if not objects:
        return found
    others = tuple(x for x in found.targets if x not in objects)
    if not others and (last := objects[-1].end) < len(p) and prep_at(p, last) == "ب":
        others = able_to_act(coordinated(p, last, len(p), transitive=False, behind=True)[0])
    return replace(found, actors=objects, targets=others)
