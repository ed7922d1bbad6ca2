"""Pronouns on verbs and prepositions: whom they stand for in the same sentence."""

from collections.abc import Sequence
from typing import Final

from hawliyat.tasks.events.parse import Clause, Parse
from hawliyat.tasks.events.participants.agreement import takes_up
from hawliyat.tasks.events.participants.nominal import PATIENT_NOUNS
from hawliyat.tasks.events.participants.roles import doer_of
from hawliyat.tasks.events.participants.voice import PATIENT_VERBS
from hawliyat.tasks.events.phrases import Phrase, noun_phrase
from hawliyat.tasks.events.words import COMP, EVENT, FUTURE, MODAL, NEGATIVE, NUMBER, OTHER, PARTICLE, STATE
from hawliyat.tasks.morphology.model import Analysis, Gender, Voice
from hawliyat.tasks.schema import EventType

TO_PEOPLE: Final = frozenset(EventType) - {
    EventType.AGREE, EventType.REJECT, EventType.RETREAT, EventType.MOBILIZE, EventType.COOPERATE, EventType.OTHER
}  # fmt: skip
# With a preposition, a pronoun that takes up the noun of a relative clause: that noun is no subject.
RESUMING: Final = frozenset(
    {"فيه", "فيها", "فيهما", "عليه", "عليها", "عليهم", "منه", "منها", "منهم", "به", "بها", "بهم", "له", "لها", "لهم", "معه",
     "معها", "معهم", "عنه", "عنها", "عنهم", "عنهما", "اليه", "اليها", "اليهم", "خلاله", "خلالها", "بموجبه", "بموجبها",
     "بعده", "بعدها"}
)  # fmt: skip


def pronoun_target(p: Parse, v: int, event_type: EventType, subjects: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """فغرّمته المحكمة، كانت خطفتهما: whom the object pronoun stands for, the nearest before it who fits."""
    tail = next((x for x in ("هما", "هم", "ها", "ه") if p.words[v].endswith(x)), "")
    if not tail or event_type not in TO_PEOPLE:
        return ()
    j = v - 1
    while j >= max(0, v - 30):
        starts = p.tags[j] in (OTHER, STATE) and not (j and _inner(p, j))
        found = noun_phrase(p, j, v) if starts else None
        apart = found is not None and all(found.end <= x.start or found.start >= x.end for x in subjects)
        if found is not None and apart and found.actor and found.sure and takes_up(p, found, tail):
            return (found,)
        j -= 1
    return ()


def whose_deed(p: Parse, i: int, end: int) -> tuple[Phrase, ...]:
    """استنكرت قرار الكنيست: whose deed it is; of اغتيال الوزير the genitive is who suffered it."""
    noun = p.lexes[i].noun
    if p.tags[i] != EVENT or noun is None or noun.lemma in PATIENT_NOUNS or p.lexes[i].definite:
        return ()
    found = doer_of(p, i, end)
    return (found,) if found is not None else ()


def _inner(p: Parse, j: int) -> bool:
    """Whether a phrase that begins before token j runs over it."""
    for k in range(max(0, j - 4), j):
        if p.tags[k] in (OTHER, STATE) and not any(
            p.tags[m] not in (OTHER, STATE, EVENT) for m in range(k, j)
        ):
            phrase = noun_phrase(p, k, len(p))
            if phrase is not None and phrase.end > j:
                return True
    return False


MEASURES: Final = frozenset({"تجاوز", "بلغ", "ناهز", "قارب", "تخطّى", "فاق"})
_BEFORE_VERBS: Final = frozenset({MODAL, FUTURE, NEGATIVE, PARTICLE})  # أنها سوف تخفض، إنها لن تقبل


def said_by_pronoun(p: Parse, v: int, clause: Clause, verb: Analysis | None, first: Phrase) -> bool:
    """قالت إنها رأت المتهم: the pronoun of أن is the subject, so what follows the verb is the object."""
    opener = clause.opener
    if verb is None or opener < 0 or p.tags[opener] != COMP or verb.voice is Voice.PASSIVE:
        return False
    if any(p.tags[j] not in _BEFORE_VERBS for j in range(opener + 1, v)):
        return False
    if p.words[opener].endswith("نها"):
        return verb.gender is Gender.FEMININE
    counted = v + 1 < len(p) and (p.tags[v + 1] == NUMBER or p.lexes[v + 1].is_("quant"))
    thing = not first.actor and p.tags[first.head] == OTHER and verb.lemma not in MEASURES
    return (
        (counted or thing) and p.words[opener].endswith("نه") and verb.lemma not in PATIENT_VERBS
    )  # إنه اعترض سبع طائرات، أنه باع أراضي الدولة
