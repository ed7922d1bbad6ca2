"""Who says so: بحسب X، وفق X, the subject of the verb of saying above the clause, the speaker of a quotation."""

from hawliyat.tasks.events.parse import Parse
from hawliyat.tasks.events.participants import cast, own_class
from hawliyat.tasks.events.phrases import Phrase, noun_phrase
from hawliyat.tasks.events.words import OTHER, PARTICLE, SOURCE, TIMEX, VERB
from hawliyat.tasks.morphology.model import Flag


def attribution_of(p: Parse, trigger: int, governor: int) -> Phrase | None:
    """The phrase of the source that vouches for the event; None where the text itself does."""
    clause_id = p.clause_of[governor]
    clause = p.clauses[clause_id]
    seen = 0
    while clause.parent >= 0 and seen < 8:
        seen += 1
        parent = p.clauses[clause.parent]
        if clause.kind == "comp" and 0 <= parent.verb < clause.opener and parent.verb != governor:
            verb = p.verb(parent.verb)
            if verb is not None and Flag.SAY in verb.flags:
                actors = cast(p, parent.verb, own_class(p, parent.verb), parent.verb).actors
                if actors:
                    return actors[0]
        clause = parent
    named = _named_source(p)
    if named is not None:
        return named
    if p.quoted[trigger]:
        return _speaker(p, trigger)
    return None


def _named_source(p: Parse) -> Phrase | None:
    if SOURCE not in p.tags:
        return None
    for j, tag in enumerate(p.tags):
        if tag != SOURCE:
            continue
        i = j + 1
        while i < len(p) and (
            p.tags[i] in (PARTICLE, TIMEX) or p.words[i] in ("ل", "ما", "لما", "عن", "الي")
        ):
            i += 1
        if i < len(p) and p.tags[i] == VERB:
            actors = cast(p, i, own_class(p, i), i).actors
            return actors[0] if actors else None
        phrase = noun_phrase(p, i, len(p)) if i < len(p) and p.tags[i] == OTHER else None
        if phrase is not None and phrase.actor:
            return phrase
    return None


def _speaker(p: Parse, trigger: int) -> Phrase | None:
    for j in range(trigger - 1, -1, -1):
        if p.tags[j] == VERB and not p.quoted[j]:
            verb = p.verb(j)
            if verb is not None and Flag.SAY in verb.flags:
                actors = cast(p, j, own_class(p, j), j).actors
                return actors[0] if actors else None
    return None
