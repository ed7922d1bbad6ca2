"""Subjects that Arabic leaves out: found in the clause before, in the verb above, or in the sentence before."""

from hawliyat.tasks.events.governors import Governors
from hawliyat.tasks.events.parse import Parse
from hawliyat.tasks.events.participants import Cast, agrees_with, cast, own_class
from hawliyat.tasks.events.phrases import Phrase
from hawliyat.tasks.events.words import EVENT, STATE, VERB
from hawliyat.tasks.morphology.model import Flag, Person


def recover(p: Parse, trigger: int, governor: int, parts: Cast, governors: Governors) -> tuple[Phrase, ...]:
    """Actors of an event that names none in its own clause; () where none is in plain reach."""
    if p.tags[governor] == VERB:
        if not parts.elided or parts.passive:
            return ()
        verb = p.verb(governor)
        if verb is not None and verb.person is not Person.THIRD:
            return _speaker(p, governor)
        return _subject_of_clause_before(p, governor, parts)
    if p.tags[trigger] == EVENT:
        if p.lexes[trigger].pronoun:
            return _owner(p, trigger)
        if governor == trigger:
            return _controller(p, trigger, governors)
    if p.tags[trigger] == STATE and parts.elided:
        return _subject_of_clause_before(p, trigger, parts)
    return ()


def main_subject(p: Parse) -> tuple[Phrase, ...]:
    """The subject of the first verb of the sentence that has one who can act: what the next sentence may leave out."""
    for i, tag in enumerate(p.tags):
        if tag == VERB and p.clauses[p.clause_of[i]].kind in ("main", "coord") and not p.quoted[i]:
            found = cast(p, i, own_class(p, i), i)
            acting = found.actors or tuple(x for x in found.subject if x.actor)
            if acting:
                return acting
            if found.subject:
                return ()
    return ()


def _subject_of_clause_before(p: Parse, v: int, parts: Cast) -> tuple[Phrase, ...]:
    clause_id = p.clause_of[v]
    clause = p.clauses[clause_id]
    levels: list[int] = []
    siblings = [c for c in p.clauses if c.parent == clause.parent and c is not clause and 0 <= c.verb < v]
    levels += [c.verb for c in sorted(siblings, key=lambda c: -c.verb)]
    seen = 0
    while clause.parent >= 0 and seen < 6:
        seen += 1
        clause = p.clauses[clause.parent]
        if 0 <= clause.verb < v:
            levels.append(clause.verb)
    for j in levels:
        if p.quoted[j] and not p.quoted[v]:
            continue
        found = cast(p, j, own_class(p, j), j)
        if found.subject:
            acting = tuple(x for x in found.subject if x.actor)
            return acting if acting and agrees_with(p, acting, parts) else ()
    return ()


def _owner(p: Parse, n: int) -> tuple[Phrase, ...]:
    """زيارته: the pronoun stands for the subject of the clause."""
    for j in range(n - 1, -1, -1):
        if p.tags[j] == VERB:
            found = cast(p, j, own_class(p, j), j)
            acting = tuple(x for x in found.subject if x.actor)
            if found.subject:
                return acting[:1]
    for j in range(n + 1, len(p)):
        if p.tags[j] == VERB:
            found = cast(p, j, own_class(p, j), j)
            acting = tuple(x for x in found.subject if x.actor)
            return acting[:1]
    return ()


def _controller(p: Parse, n: int, governors: Governors) -> tuple[Phrase, ...]:
    """نجحت دول في مضاعفة، حق الفلسطينيين بإعلان: who does what the noun names is the subject of the word that governs it."""
    clause = p.clauses[p.clause_of[n]]
    v = clause.verb
    hoped = any(
        p.lexes[j].stem in governors.frame or p.words[j] in governors.frame for j in range(max(0, n - 6), n)
    )
    if 0 <= v < n:
        verb = p.verb(v)
        if verb is not None and (
            hoped
            or verb.lemma in governors.complement
            or Flag.PLANNED in verb.flags
            or Flag.ASPECTUAL in verb.flags
        ):
            found = cast(p, v, own_class(p, v), v)
            acting = tuple(x for x in found.subject if x.actor)
            if acting:
                return acting
            return _subject_of_clause_before(p, v, found) if found.elided else ()
    return ()


def _speaker(p: Parse, v: int) -> tuple[Phrase, ...]:
    """I and we within quotation marks are whoever speaks."""
    for j in range(v - 1, -1, -1):
        if p.tags[j] == VERB and not p.quoted[j]:
            verb = p.verb(j)
            if verb is not None and Flag.SAY in verb.flags:
                return cast(p, j, own_class(p, j), j).actors[:1]
    return ()
