"""Subjects that Arabic leaves out: found in the clause before, in the verb above, or in the sentence before."""

from dataclasses import replace

from hawliyat.tasks.events.governors import Governors
from hawliyat.tasks.events.parse import SCHEDULED, Clause, Parse
from hawliyat.tasks.events.participants import Cast, agrees_with, cast, own_class
from hawliyat.tasks.events.phrases import Phrase, noun_phrase
from hawliyat.tasks.events.words import EVENT, OTHER, STATE, VERB
from hawliyat.tasks.morphology.model import Flag, Gender, Number, Person, Voice
from hawliyat.tasks.schema import EventType


def recover(p: Parse, trigger: int, governor: int, parts: Cast, governors: Governors) -> tuple[Phrase, ...]:
    """Actors of an event that names none in its own clause; () where none is in plain reach."""
    if p.tags[governor] == VERB:
        if not parts.elided or parts.passive:
            return ()
        verb = p.verb(governor)
        if verb is not None and verb.person is not Person.THIRD:
            return _speaker(p, governor)
        return (
            _scheduled(p, governor)
            or _charged(p, governor)
            or _done_before(p, governor)
            or _adding(p, governor, parts)
            or _subject_of_clause_before(p, governor, parts)
        )
    if p.tags[trigger] == EVENT:
        if p.lexes[trigger].pronoun and trigger and p.words[trigger - 1] in SCHEDULED:
            return ()  # القمة المقرر عقدها: the pronoun is the summit's
        if p.lexes[trigger].pronoun:
            return _owner(p, trigger)
        if governor == trigger:
            return _controller(p, trigger, governors)
    if p.tags[trigger] == STATE and parts.elided:
        return _subject_of_clause_before(p, trigger, parts)
    return ()


def _scheduled(p: Parse, v: int) -> tuple[Phrase, ...]:
    """الوفد المقرر أن يزور: who is scheduled to do it stands before the participle."""
    opener = p.clauses[p.clause_of[v]].opener
    if opener < 2 or p.words[opener - 1] not in SCHEDULED or p.tags[opener - 2] not in (OTHER, STATE):
        return ()
    for j in range(max(0, opener - 8), opener - 1):
        found = noun_phrase(p, j, opener - 1) if p.tags[j] == OTHER and not p.lexes[j].prep else None
        if found is not None and found.end == opener - 1 and found.actor:
            return (found,)
    return ()


_CHARGES = frozenset({"أسند", "نسب", "وجّه", "اتّهم"})


def _charged(p: Parse, v: int) -> tuple[Phrase, ...]:
    """أسندت النيابة إلى المتهم أنه جمع: the pronoun of أن is whoever is charged with it."""
    clause = p.clauses[p.clause_of[v]]
    above = p.clauses[clause.parent].verb if clause.kind == "comp" and clause.parent >= 0 else -1
    verb = p.verb(above) if 0 <= above < clause.opener else None
    if (
        verb is None
        or verb.lemma not in _CHARGES
        or not p.words[clause.opener].endswith(("نه", "نها", "نهم"))
    ):
        return ()
    for j in range(above + 1, clause.opener - 1):
        if p.words[j] == "الي" and (found := noun_phrase(p, j + 1, clause.opener)) is not None:
            return (found,)
    return cast(p, above, own_class(p, above), above).targets


def _done_before(p: Parse, v: int) -> tuple[Phrase, ...]:
    """سبق للرئيسين أن التقيا: who has done it before stands behind ل, before أن."""
    opener = p.clauses[p.clause_of[v]].opener
    for j in range(max(1, opener - 8), opener):
        if p.words[j - 1].lstrip("وف") == "سبق" and (p.lexes[j].prep == "ل" or p.words[j].startswith("ل")):
            found = noun_phrase(p, j, opener)
            return (found,) if found is not None and found.end == opener and found.actor else ()
    return ()


def _adding(p: Parse, v: int, parts: Cast) -> tuple[Phrase, ...]:
    """قال الوزير إن بلاده …، مضيفا أنه سيزور: the pronoun of أن behind the participle of a speaker is the speaker."""
    opener = p.clauses[p.clause_of[v]].opener
    if opener < 2 or not p.words[opener].endswith(("نه", "نها")):
        return ()
    said = opener - 1 - (p.words[opener - 1] in ("الي", "علي", "من"))
    if p.tags[said] not in (OTHER, STATE) or not p.words[said].endswith(("ا", "ه")) or p.lexes[said].definite:
        return ()
    clause = p.clauses[p.clause_of[v]]
    for _ in range(6):
        if clause.parent < 0:
            return ()
        clause = p.clauses[clause.parent]
        verb = p.verb(clause.verb) if 0 <= clause.verb < said else None
        if verb is not None and Flag.SAY in verb.flags:
            speaker = cast(p, clause.verb, own_class(p, clause.verb), clause.verb).actors
            return speaker if speaker and agrees_with(p, speaker, parts) else ()
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


_IMPERSONAL = frozenset({"عن", "علي", "في", "ب"})


def patient(p: Parse, governor: int, parts: Cast) -> tuple[Phrase, ...]:
    """Whom a passive without a subject befalls: أوقف … وأُفرج عنه, سُجن … ونُفي إلى."""
    verb = p.verb(governor) if p.tags[governor] == VERB else None
    if not parts.passive or not parts.elided or verb is None or verb.person is not Person.THIRD:
        return ()
    if p.clauses[p.clause_of[governor]].kind == "relative":
        return ()
    if not p.lexes[governor].conj and (not governor or p.words[governor - 1] != "ثم"):
        return ()
    if governor + 1 < len(p) and p.words[governor + 1] in _IMPERSONAL:
        return ()
    return tuple(x for x in _subject_before(p, governor, parts) if x.actor)


_UPON_HIM = frozenset({"عنه", "عنها", "عليه", "عليها"})
_FREES_OR_SENTENCES = frozenset({EventType.CONCEDE, EventType.COERCE})


def upon_him(p: Parse, v: int, event_type: EventType, parts: Cast) -> Cast | None:
    """اعتقل الصحافي وأفرج عنه، حوكم النائب وحكم عليه: nobody is named who does it, and it befalls whom the verb before befell.

    None where the verb has no such pronoun right behind it, or somebody for its subject.
    """
    verb = p.verb(v) if p.tags[v] == VERB else None
    if (
        verb is None
        or event_type not in _FREES_OR_SENTENCES
        or parts.subject
        or parts.targets
        or verb.voice is Voice.ACTIVE
        or verb.gender is not Gender.MASCULINE
        or verb.number is not Number.SINGULAR
        or v + 1 >= len(p)
        or p.words[v + 1] not in _UPON_HIM
    ):
        return None
    before = next((j for j in range(v - 1, -1, -1) if p.tags[j] == VERB), -1)
    if before < 0:
        return None
    befell = cast(p, before, own_class(p, before), before)
    if not befell.targets or (befell.actors and agrees_with(p, befell.actors, parts)):
        return None  # اعتقل الجيش الشاب ثم أفرج عنه: the army did
    return replace(parts, targets=befell.targets, passive=True, elided=False)


def left_out(p: Parse, v: int, parts: Cast) -> tuple[Phrase, ...]:
    """The subject of verb v where its clause has none, whether it can act or not; () where it has one or none is found."""
    verb = p.verb(v)
    if parts.subject or not parts.elided or verb is None or verb.person is not Person.THIRD:
        return ()
    if p.clauses[p.clause_of[v]].kind == "relative":
        return ()
    if parts.passive and v + 1 < len(p) and "عن" in p.words[v + 1 : v + 9]:
        return ()  # كُشف عن: impersonal
    return _subject_before(p, v, parts)


def _subject_of_clause_before(p: Parse, v: int, parts: Cast) -> tuple[Phrase, ...]:
    return tuple(x for x in _subject_before(p, v, parts) if x.actor)


def _subject_before(p: Parse, v: int, parts: Cast) -> tuple[Phrase, ...]:
    """The subject of the nearest verb before v, on its own level or above, if it agrees."""
    clause = p.clauses[p.clause_of[v]]
    levels = _beside(p, clause, v)
    above: set[int] = set()
    while clause.parent >= 0 and len(above) < 6:
        above.add(clause.parent)
        clause = p.clauses[clause.parent]
        if 0 <= clause.verb < v:
            levels.append(clause.verb)
        if clause.kind == "coord":
            levels += _beside(p, clause, v)  # ولد فلان في البصرة، ودرس في بيروت قبل أن ينال شهادته
    for j in levels:
        found = cast(p, j, own_class(p, j), j)
        spoken = not found.subject or p.quoted[found.subject[0].start]
        if spoken and p.quoted[j] and not p.quoted[v] and p.clause_of[j] in above:
            continue
        if found.subject:
            return found.subject if _same_subject(p, j, found, parts) else ()
    return ()


def _beside(p: Parse, clause: Clause, v: int) -> list[int]:
    """The verbs before v of the clauses on the level of `clause`, the nearest first."""
    verbs = (
        c.verb
        for c in p.clauses
        if c.parent == clause.parent
        and c is not clause
        and 0 <= c.verb < v
        and (c.kind != "relative" or clause.kind == "relative")
    )
    return sorted(verbs, reverse=True)


def _same_subject(p: Parse, v: int, found: Cast, parts: Cast) -> bool:
    """Whether the subject of verb v may be that of the later verb: v, before its subject, shows the subject's gender."""
    verb, subject = p.verb(v), found.subject
    if (
        verb is not None
        and verb.person is Person.THIRD
        and verb.number is parts.number is Number.SINGULAR
        and len(subject) == 1
        and subject[0].start > v
    ):
        return verb.gender is parts.gender
    return agrees_with(p, subject, parts)


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
