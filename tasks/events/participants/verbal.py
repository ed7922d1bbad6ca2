"""The cast of a verb: subject and object by order, voice, pronouns and agreement."""

from dataclasses import replace
from typing import Final

from hawliyat.tasks.events.parse import ONESELF, Clause, Parse
from hawliyat.tasks.events.participants.agreement import accusative, agrees, same_gender
from hawliyat.tasks.events.participants.before import antecedent, pair_of, subject_before
from hawliyat.tasks.events.participants.behind import apposed, clause_end, phrases_behind, predicate_only
from hawliyat.tasks.events.participants.meetings import MEETING, meets_next, met_behind_comma, reached
from hawliyat.tasks.events.participants.model import Cast
from hawliyat.tasks.events.participants.nominal import noun_cast
from hawliyat.tasks.events.participants.prepositions import (
    both_sides,
    by_preposition,
    demanded,
    named_agents,
    takes_object,
)
from hawliyat.tasks.events.participants.pronouns import (
    MEASURES,
    RESUMING,
    TO_PEOPLE,
    pronoun_target,
    said_by_pronoun,
    whose_deed,
)
from hawliyat.tasks.events.participants.roles import (
    OWN_RELEASE,
    able_to_act,
    affected,
    bare_office,
    clausal,
    counterpart,
    doer_of,
    personal_name,
)
from hawliyat.tasks.events.participants.voice import (
    PATIENT_VERBS,
    by_someone,
    damma,
    deponent,
    done_to,
    passive_reading,
    vowelled_passive,
)
from hawliyat.tasks.events.phrases import Phrase
from hawliyat.tasks.events.words import COMMA, EVENT, PREP, PRONOUN
from hawliyat.tasks.morphology.model import Analysis, Aspect, Flag, Gender, Number, Person, Voice
from hawliyat.tasks.schema import EventType

_NAMING: Final = frozenset({"انتخب", "عيّن", "نصّب", "اختار", "رشّح", "توّج"})


def own_class(p: Parse, v: int) -> EventType:
    """The class that the lexicon gives a verb by itself: enough to know whether it takes an object."""
    verb = p.verb(v)
    return verb.event_type if verb is not None else EventType.OTHER


def verb_cast(p: Parse, v: int, event_type: EventType, stop: int | None = None) -> Cast:
    """The participants of a verb; `stop` is where to look no further for its subject."""
    verb = p.verb(v)
    clause = p.clauses[p.clause_of[v]]
    end = clause_end(p, v) if stop is None else stop
    transitive = verb is not None and takes_object(verb, event_type)
    has_object = verb is not None and verb.enclitic_len > 0
    before = subject_before(p, v, clause, verb)
    head = antecedent(p, clause, v)
    after, i = phrases_behind(p, v, end, transitive=transitive and not before)
    if (
        head is not None
        and not head.actor
        and after
        and verb is not None
        and verb.conj
        and reached(p, verb, after)
    ):
        head = None  # في سلسلة اتصالات أجراها وزار موسكو: what is joined need not describe the noun
    if head is not None and not after and event_type in _IMPERSONAL and done_to(p, v, verb):
        return Cast((), affected(p, [head], event_type), passive=True)  # رهائن أُفرج عنهم
    subjects: list[Phrase] = []
    objects: list[Phrase] = []
    if pair := pair_of(p, clause, head):
        subjects, objects = pair, after if transitive else []
    elif head is None and not before and after and transitive and counterpart(p, after[0]):
        objects = after
    elif head is not None:
        if after and after[0].start > v + 1 and p.words[v + 1] in RESUMING and agrees(p, after[0], verb):
            subjects = after  # المكتب الذي جلس فيه والده
            objects = phrases_behind(p, i - 1, end, transitive=False, within=True)[0] if transitive else []
        elif has_object or (
            transitive and after and not same_gender(p, head, verb) and agrees(p, after[0], verb)
        ):
            subjects, objects = after if after and (after[0].actor or not has_object) else [], [head]
        elif verb is not None and verb.lemma in _STRIKING and p.tags[head.head] == EVENT:
            subjects, objects = [head], after  # ضربة استهدفت أمس "السفينة"
        elif after and after[0].actor and not head.actor and agrees(p, after[0], verb):
            subjects = after  # الوقت الذي نجحت فيه دول
        else:
            subjects, objects = [head], after if transitive else []
    elif before and not (
        after
        and after[0].actor
        and not before[0].actor
        and agrees(p, after[0], verb)
        and not reached(p, verb, after)
        and not (transitive and not has_object and _attack_before(p, before[-1], v))
    ):
        subjects, objects = before, after if transitive else []
    elif (verb is not None and (verb.number is not Number.SINGULAR or verb.person is not Person.THIRD)) or (
        after and not has_object and accusative(p, after[0])
    ):
        objects = after if transitive else []
    elif (
        after
        and not transitive
        and p.words[clause.opener].endswith("نها")
        and said_by_pronoun(p, v, clause, verb, after[0])
    ):
        objects = []  # أنها رأت المتهم
    elif after and transitive and (reached(p, verb, after) or said_by_pronoun(p, v, clause, verb, after[0])):
        objects = after
    else:
        subjects = after
        if after and transitive and not has_object:
            objects, _ = phrases_behind(p, i - 1, end, transitive=False, within=True)
            objects = objects or met_behind_comma(p, v, verb, i, end)
            own = p.lexes[after[0].head]
            of_many = own.word.endswith("هم") and verb is not None and verb.number is Number.SINGULAR
            unread = (
                not own.known and own.word.endswith(("ها", "ته")) and len(own.word) > 4
            )  # مركبتها: a thing of its own
            if (
                not objects
                and not (of_many and agrees(p, after[0], verb))  # هددت نقابتهم
                and (
                    own.pronoun
                    or unread
                    or not agrees(p, after[0], verb)
                    or (own.stem == "بلاده" and verb is not None and verb.gender is Gender.MASCULINE)
                )
                and not _may_start(p, v, clause)
            ):
                subjects, objects = [], [] if unread else after
    if subjects and subjects is after and verb is not None and predicate_only(p, verb, subjects, i, end):
        subjects = []  # حتى أصبح وزير الدفاع: what he became
    if subjects and objects and verb is not None:
        joined, others = apposed(p, subjects, objects, end)
        if not _personal(verb, event_type) or (others and others[0].actor):
            subjects, objects = joined, others  # التقى نائب الرئيس وزير الدفاع أمس السفير
    if subjects and objects and verb is not None and verb.lemma in MEETING:
        subjects, objects = _titles_of_one(p, subjects, objects, end)
    if objects and verb is not None and verb.lemma in _NAMING and p.lexes[objects[0].head].word.endswith("ا"):
        objects = []  # انتخب النائب رئيسا: what he was made, not whom
    if (
        transitive
        and after
        and subjects is after
        and not objects
        and not after[0].actor
        and by_someone(p, v, verb)
    ):
        subjects, objects = [], after
    passive = (
        verb is not None
        and not deponent(verb)
        and (
            verb.voice is Voice.PASSIVE
            or (verb.lemma == "استشهد" and event_type is EventType.ASSAULT)
            or (verb.aspect is Aspect.PERFECT and damma(p, v))
            or (verb.aspect is Aspect.IMPERFECT and vowelled_passive(p, v))
            or (
                transitive
                and stop is None  # else the noun is the object
                and not (verb.lemma == "نفى" and event_type is EventType.REJECT)  # denied, not banished
                and verb.voice is Voice.AMBIGUOUS
                and not objects
                and not has_object
                and not clausal(p, i, end)
                and passive_reading(p, v, verb, subjects, end, event_type)
            )
        )
    )
    gender, number = (verb.gender, verb.number) if verb is not None else (None, None)
    if passive:
        patients = tuple(subjects or objects)
        agents = able_to_act(named_agents(p, v, end))
        befallen = affected(p, list(patients), event_type)
        if not patients:
            befallen = by_preposition(p, v, end, event_type, verb)  # حُكم على المغني: impersonal
        if not agents and not befallen:
            agents, befallen = both_sides(p, v, end, event_type, agents, befallen)
        return Cast(
            agents,
            befallen,
            passive=True,
            elided=not patients,
            gender=gender,
            number=number,
            subject=patients,
        )
    if len(subjects) == 1 and subjects[0].start > v and p.words[subjects[0].start] in ONESELF:
        subjects, objects = [], subjects  # فجّر نفسه
    if has_object and subjects and not subjects[0].actor and subjects[0].head > subjects[0].start:
        subjects = []  # خفضها ست نقاط: by how much
    if verb is not None and (verb.lemma in MEASURES or verb.lemma in _LEADING):
        objects = []
    if verb is not None and verb.lemma in _SENDS_OUT.get(event_type, ()):
        objects = []  # أرسلت وفدا للتشاور، نشرت دوريات: who is sent is of the actor's own
    if verb is not None and verb.lemma == "حظر":
        objects = [x for x in objects if x.actor]  # حظرت السلطات التجوال
    if verb is not None and verb.lemma == "أيّد" and event_type is EventType.COERCE:
        objects = [
            x for phrase in objects if (x := doer_of(p, phrase.start, end)) is not None
        ]  # أيدت إعدام قاتل: whom it befalls
    if not objects and verb is not None and meets_next(p, v, verb, subjects):
        subjects, objects = [], subjects
    targets = affected(p, objects, event_type) or by_preposition(p, v, end, event_type, verb, subjects)
    released = next((x.head for x in objects if p.words[x.start] in OWN_RELEASE), -1)
    if not targets and released >= 0:
        targets = pronoun_target(p, released, event_type, subjects)
    if not targets and event_type is EventType.PROTEST:
        targets = demanded(p, v)
    if not targets and event_type is EventType.COERCE and objects and p.tags[objects[0].start] == EVENT:
        targets = noun_cast(p, objects[0].start, event_type).targets  # قررت النيابة حبس المتهم
    if not targets and event_type is EventType.ACCUSE and objects:
        targets = whose_deed(p, objects[0].start, end)
    if not targets and has_object and verb is not None and head is None:
        targets = pronoun_target(p, v, event_type, subjects)
    says = verb is not None and Flag.SAY in verb.flags
    willing = says or (
        transitive and (bool(objects) or has_object) and bool(subjects) and subjects[0].start > v
    )
    acting = able_to_act(subjects, p if willing else None)
    if not acting and verb is not None and verb.lemma in ("استضاف", "احتضن"):
        acting = tuple(x for x in subjects if x.place)  # تستضيف مدينة جدة القمة
    actors, targets = both_sides(p, v, end, event_type, acting, targets)
    return Cast(
        actors,
        tuple(x for x in targets if x not in actors and not p.words[x.start].startswith("مسؤوليت")),
        elided=not subjects and not actors and (transitive or not _demonstrative(p, v)),
        gender=gender,
        number=number,
        subject=tuple(subjects),
    )


def _attack_before(p: Parse, phrase: Phrase, v: int) -> bool:
    """غارات إسرائيلية توقع مئات القتلى: an attack right before the verb is what did it."""
    noun = p.lexes[phrase.head].noun if p.tags[phrase.head] == EVENT else None
    return noun is not None and noun.event_type is EventType.ASSAULT and phrase.end == v


def _personal(verb: Analysis, event_type: EventType) -> bool:
    """Whether the verb has people for its objects: استقبل الرئيس وزير الدفاع, but not وقّع الرئيس."""
    return event_type in TO_PEOPLE or verb.lemma in PATIENT_VERBS


def _titles_of_one(
    p: Parse, subjects: list[Phrase], objects: list[Phrase], end: int
) -> tuple[list[Phrase], list[Phrase]]:
    """التقى ولي العهد نائب الرئيس مع الوزير: titles before مع are of one man; so are those before a comma and another."""
    last = objects[-1].end
    if len(objects) > 1 or objects[0].start != subjects[-1].end or not p.lexes[objects[0].start].is_("title"):
        return subjects, objects
    joined = [*subjects[:-1], replace(subjects[-1], end=last)]
    if any(p.words[j] == "مع" and p.tags[j] == PREP for j in range(last, min(end, last + 12))):
        return joined, []
    person = p.named.get(subjects[-1].head) == "person" or any(
        personal_name(p, k) for k in range(subjects[-1].start, subjects[-1].end)
    )
    if person and bare_office(p, objects[0]) and last < end and p.tags[last] == COMMA:
        others = phrases_behind(p, last - 1, end, transitive=False, within=True)[0]
        if others and others[0].actor:
            return joined, others  # استقبل الأمير سالم وزير الخارجية، في جدة، السفير
    return subjects, objects


def _demonstrative(p: Parse, v: int) -> bool:
    """لم يحل ذلك دون: a demonstrative alone is the subject."""
    return (
        v + 1 < len(p) and p.tags[v + 1] == PRONOUN and p.words[v + 1] in ("ذلك", "هذا", "هذه", "تلك", "ذلكم")
    )


_IMPERSONAL: Final = frozenset({EventType.CONCEDE, EventType.COERCE})
# What one heads is no other party.
_LEADING: Final = frozenset({"قاد", "ترأّس", "رأس", "تزعّم", "أدار", "شغل", "مثّل"})
_SENDING: Final = frozenset({"أرسل", "أوفد", "بعث"})
_SENDS_OUT: Final = {
    EventType.CONSULT: _SENDING,
    EventType.MOBILIZE: _SENDING | {"نشر", "حشد", "حرّك", "عزّز", "دفع", "استنفر", "وجّه"},
}
_STRIKING: Final = frozenset({"استهدف", "طال", "أصاب", "ضرب"})  # what an attack does


def _may_start(p: Parse, v: int, clause: Clause) -> bool:
    """The first verb of a text has no subject before it that it could leave out."""
    return v == 0 or (
        clause.kind == "main" and clause.start == v and not p.lexes[v].conj and clause.parent < 0 and v < 2
    )
