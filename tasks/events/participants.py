"""Who acts and who is acted upon.

Verbal clauses are verb-first: the first phrase after the verb is the subject, the second the object. After أن, after كان,
in headlines and in relative clauses the subject comes first. A passive's subject is the one acted upon. A verbal noun
takes its subject or object in the genitive.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.events.parse import JOINTS, ONESELF, SCHEDULED, Clause, Parse
from hawliyat.tasks.events.parties import load_frames
from hawliyat.tasks.events.phrases import (
    EPITHETS,
    INSTRUMENTS,
    ORDINALS,
    OTHERS,
    SUPERLATIVES,
    Phrase,
    described,
    many_hold,
    namelike,
    noun_phrase,
)
from hawliyat.tasks.events.words import (
    ADVERBIAL,
    AND,
    BUT,
    CLOSE,
    COMMA,
    COMP,
    CONDITION,
    EVENT,
    FUTURE,
    MODAL,
    NEGATIVE,
    NUMBER,
    OPEN,
    OTHER,
    PARTICLE,
    PREP,
    PRONOUN,
    QUOTE,
    RELATIVE,
    SIMUL,
    SOURCE,
    STATE,
    STOP,
    TEMPORAL,
    TIMEX,
    VERB,
    head_nouns,
    load_reader,
)
from hawliyat.tasks.morphology.model import Analysis, Aspect, Flag, Gender, Number, Person, Voice
from hawliyat.tasks.schema import EventType
from hawliyat.tasks.values import value

_PATIENT_NOUNS: Final = frozenset(
    {"مقتل", "اغتيال", "قتل", "اعتقال", "انتخاب", "تعيين", "اختطاف", "خطف", "احتجاز", "توقيف", "إيقاف", "إعدام", "سجن", "حبس",
     "تمديد", "إطلاق", "إفراج", "تأسيس", "إنشاء", "إقامة", "تفكيك", "افتتاح", "إغلاق", "بيع", "شراء", "نشر", "تنفيذ", "إرسال",
     "منح", "تسليم", "استشهاد", "محاكمة", "إدانة", "طرد", "ترحيل", "سقوط", "إقالة", "عزل", "اتهام", "قصف", "تفجير", "احتلال",
     "ضم", "إدراج", "إطاحة", "خلع", "تنحية", "إزاحة", "إبعاد", "استدعاء", "تكريم", "ضبط", "تحرير", "إسقاط",
     "غزو", "حصار", "تدمير", "هدم", "اقتحام", "مصرع", "إصابة", "جرح", "تهجير", "ترشيح", "تنصيب", "تتويج", "إنقاذ", "استقبال"}
)  # fmt: skip
# Verbs whose lone human subject is the one acted upon, where the letters leave the voice open (قتل ثلاثة جنود).
_PATIENT_VERBS: Final = frozenset(
    {"قتل", "جرح", "أصاب", "اغتال", "اعتقل", "أوقف", "احتجز", "سجن", "خطف", "اختطف", "انتخب", "عيّن", "كلّف", "طرد", "رحّل",
     "أعدم", "دفن", "حاكم", "استجوب", "أقال", "عزل", "صرف", "رقّى", "نقل", "أرسل", "أطلق", "دمّر", "هزم", "أسر", "استهدف",
     "رشّح", "نصّب", "توّج", "منح", "حرم", "منع", "أجبر", "أرغم", "أحال", "حكم", "اتّهم", "أدان", "برّأ", "استدعى", "ضرب",
     "شنق", "ذبح", "سأل", "ضبط", "اختار", "كرّم", "أبعد", "نفى", "شرّد", "هجّر", "أنقذ", "أجلى", "سحب", "ألقى", "استحدث",
     "أنشأ", "أسّس"}
)  # fmt: skip
_NAMING: Final = frozenset({"انتخب", "عيّن", "نصّب", "اختار", "رشّح", "توّج"})
_CONCRETE: Final = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.MOBILIZE})
_MUTUAL: Final = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})
_TARGET_PREPS: Final[dict[EventType, tuple[str, ...]]] = {
    EventType.AGREE: ("مع",),
    EventType.CONSULT: ("مع", "الي"),
    EventType.SUPPORT: ("ل", "ب", "علي", "مع"),
    EventType.CONCEDE: ("ل", "عن", "الي"),
    EventType.COOPERATE: ("مع",),
    EventType.AID: ("ل", "الي", "علي"),
    EventType.RETREAT: ("الي",),
    EventType.REQUEST: ("من", "الي", "ل"),
    EventType.ACCUSE: ("مع", "ضد", "بحق", "الي", "ل"),
    EventType.REJECT: ("ل",),
    EventType.THREATEN: ("الي", "علي", "ضد"),
    EventType.PROTEST: ("ضد", "علي"),
    EventType.SANCTION: ("علي", "ضد", "بحق", "مع"),
    EventType.MOBILIZE: (),
    EventType.COERCE: ("علي", "ضد", "بحق"),
    EventType.ASSAULT: ("علي", "ضد", "بحق", "مع"),
    EventType.OTHER: ("مع",),
}
_SKIPPED = frozenset({PARTICLE, TIMEX, MODAL, CLOSE})
_OPENING = frozenset({COMP, ADVERBIAL, RELATIVE, CONDITION, BUT})
_OF_ANTECEDENTS = frozenset({OTHER, EVENT, STATE, QUOTE, NUMBER, PREP, STOP})
_SIDES = frozenset({"دولتان", "دولتين", "بلدان", "بلدين", "جانبان", "جانبين", "طرفان", "طرفين", "رئيسان", "رئيسين",
                    "وزيران", "وزيرين", "زعيمان", "زعيمين", "حكومتين", "حكومتان"})  # fmt: skip


@value
class Cast:
    """Phrases of an event; `passive` where the verb was read as one; `elided` where the subject is not in the clause."""

    actors: tuple[Phrase, ...]
    targets: tuple[Phrase, ...]
    passive: bool = False
    elided: bool = False
    gender: Gender | None = None
    number: Number | None = None
    subject: tuple[Phrase, ...] = ()  # grammatical subject, whether it can act or not
    scene: Phrase | None = None  # the place that sees the event: شهدت البلاد إضرابا


def cast(p: Parse, trigger: int, event_type: EventType, governor: int) -> Cast:
    """The participants of an event; `governor` is the verb of its light or modal construction, else the trigger."""
    if p.tags[governor] == VERB:
        found = _verb_cast(p, governor, event_type)
        if governor < trigger and p.clause_of[governor] == p.clause_of[trigger]:
            first = trigger
            while first - 1 > governor and (
                p.tags[first - 1] == NUMBER or p.words[first - 1] in SUPERLATIVES
            ):
                first -= 1  # سجل 14 هدفا، خاض أول مباراة
            within = _verb_cast(p, governor, event_type, first)  # the noun is no part of the subject
            held = held_by_someone(p, p.verb(governor), trigger) or _objective(p, governor, trigger)
            found = within if within.subject or held else found
        if governor != trigger:
            found = _with_noun(p, trigger, governor, event_type, found)
        return _gathered(p, governor, event_type, found)
    if p.tags[trigger] == STATE:
        return _state_cast(p, trigger, event_type)
    return _noun_cast(p, trigger, event_type)


# Masculine nouns of meetings that are no verbal nouns of the lexicon.
_MASCULINE_MEETINGS: Final = frozenset({"لقاء", "مؤتمر", "حوار"})


def held_by_someone(p: Parse, verb: Analysis | None, n: int) -> bool:
    """يجري محادثات، عقدت لقاء: a noun of the other gender than the verb's is no subject of it."""
    if p.tags[n] != EVENT or verb is None or verb.number is not Number.SINGULAR:
        return False
    if verb.gender is Gender.FEMININE:
        noun = p.lexes[n].noun
        return _masculine_noun(p, n) or (noun is not None and noun.lemma in _MASCULINE_MEETINGS)
    return p.text[p.starts[n] : p.ends[n]].endswith("ات")


def _objective(p: Parse, v: int, n: int) -> bool:
    """سجل 14 هدفا، خاض أول مباراة: by its ending, or by its gender, what a transitive verb is said of is its object."""
    verb = p.verb(v)
    if verb is None or verb.voice is Voice.PASSIVE or not _takes_object(verb, EventType.OTHER):
        return False
    source = p.text[p.starts[n] : p.ends[n]]
    if source.endswith(("اً", "ا")) and not p.lexes[n].definite and p.lexes[n].noun is not None:
        return p.lexes[n].word.endswith("ا")
    single = verb.gender is Gender.MASCULINE and verb.number is Number.SINGULAR
    return single and source.endswith("ة") and verb.aspect is Aspect.PERFECT and v + 1 < n


def _gathered(p: Parse, v: int, event_type: EventType, found: Cast) -> Cast:
    """جمع لقاء الوزير بالسفير: whom a meeting brings together meet; the second stands behind بـ."""
    verb = p.verb(v)
    if event_type is not EventType.CONSULT or verb is None or verb.lemma != "جمع" or found.actors:
        return found
    objects = tuple(x for x in found.targets if p.lexes[x.start].prep != "ب")
    if not objects:
        return found
    others = tuple(x for x in found.targets if x not in objects)
    if not others and (last := objects[-1].end) < len(p) and _prep_at(p, last) == "ب":
        others = _acting(_coordinated(p, last, len(p), transitive=False, behind=True)[0])
    return replace(found, actors=objects, targets=others)


def own_class(p: Parse, v: int) -> EventType:
    """The class that the lexicon gives a verb by itself: enough to know whether it takes an object."""
    verb = p.verb(v)
    return verb.event_type if verb is not None else EventType.OTHER


def _verb_cast(p: Parse, v: int, event_type: EventType, stop: int | None = None) -> Cast:
    """The participants of a verb; `stop` is where to look no further for its subject."""
    verb = p.verb(v)
    clause = p.clauses[p.clause_of[v]]
    end = _clause_end(p, v) if stop is None else stop
    transitive = verb is not None and _takes_object(verb, event_type)
    has_object = verb is not None and verb.enclitic_len > 0
    before = _subject_before(p, v, clause, verb)
    head = _antecedent(p, clause, v)
    after, i = _after(p, v, end, transitive=transitive and not before)
    if (
        head is not None
        and not head.actor
        and after
        and verb is not None
        and verb.conj
        and _reached(p, verb, after)
    ):
        head = None  # في سلسلة اتصالات أجراها وزار موسكو: what is joined need not describe the noun
    if head is not None and not after and event_type in _IMPERSONAL and _done_to(p, v, verb):
        return Cast((), _affected(p, [head], event_type), passive=True)  # رهائن أُفرج عنهم
    subjects: list[Phrase] = []
    objects: list[Phrase] = []
    if pair := _pair(p, clause, head):
        subjects, objects = pair, after if transitive else []
    elif head is None and not before and after and transitive and _counterpart(p, after[0]):
        objects = after
    elif head is not None:
        if after and after[0].start > v + 1 and p.words[v + 1] in _RESUMING and _agrees(p, after[0], verb):
            subjects = after  # المكتب الذي جلس فيه والده
            objects = _after(p, i - 1, end, transitive=False, within=True)[0] if transitive else []
        elif has_object or (
            transitive and after and not _same_gender(p, head, verb) and _agrees(p, after[0], verb)
        ):
            subjects, objects = after if after and (after[0].actor or not has_object) else [], [head]
        elif verb is not None and verb.lemma in _STRIKING and p.tags[head.head] == EVENT:
            subjects, objects = [head], after  # ضربة استهدفت أمس "السفينة"
        elif after and after[0].actor and not head.actor and _agrees(p, after[0], verb):
            subjects = after  # الوقت الذي نجحت فيه دول
        else:
            subjects, objects = [head], after if transitive else []
    elif before and not (
        after
        and after[0].actor
        and not before[0].actor
        and _agrees(p, after[0], verb)
        and not _reached(p, verb, after)
        and not (transitive and not has_object and _attack_before(p, before[-1], v))
    ):
        subjects, objects = before, after if transitive else []
    elif (verb is not None and (verb.number is not Number.SINGULAR or verb.person is not Person.THIRD)) or (
        after and not has_object and _accusative(p, after[0])
    ):
        objects = after if transitive else []
    elif (
        after
        and not transitive
        and p.words[clause.opener].endswith("نها")
        and _said_by_pronoun(p, v, clause, verb, after[0])
    ):
        objects = []  # أنها رأت المتهم
    elif (
        after and transitive and (_reached(p, verb, after) or _said_by_pronoun(p, v, clause, verb, after[0]))
    ):
        objects = after
    else:
        subjects = after
        if after and transitive and not has_object:
            objects, _ = _after(p, i - 1, end, transitive=False, within=True)
            objects = objects or _met_behind_comma(p, v, verb, i, end)
            own = p.lexes[after[0].head]
            of_many = own.word.endswith("هم") and verb is not None and verb.number is Number.SINGULAR
            unread = (
                not own.known and own.word.endswith(("ها", "ته")) and len(own.word) > 4
            )  # مركبتها: a thing of its own
            if (
                not objects
                and not (of_many and _agrees(p, after[0], verb))  # هددت نقابتهم
                and (
                    own.pronoun
                    or unread
                    or not _agrees(p, after[0], verb)
                    or (own.stem == "بلاده" and verb is not None and verb.gender is Gender.MASCULINE)
                )
                and not _may_start(p, v, clause)
            ):
                subjects, objects = [], [] if unread else after
    if subjects and subjects is after and verb is not None and _predicate_only(p, verb, subjects, i, end):
        subjects = []  # حتى أصبح وزير الدفاع: what he became
    if subjects and objects and verb is not None:
        joined, others = _apposed(p, subjects, objects, end)
        if not _personal(verb, event_type) or (others and others[0].actor):
            subjects, objects = joined, others  # التقى نائب الرئيس وزير الدفاع أمس السفير
    if subjects and objects and verb is not None and verb.lemma in _MEETING:
        subjects, objects = _titles_of_one(p, subjects, objects, end)
    if objects and verb is not None and verb.lemma in _NAMING and p.lexes[objects[0].head].word.endswith("ا"):
        objects = []  # انتخب النائب رئيسا: what he was made, not whom
    if (
        transitive
        and after
        and subjects is after
        and not objects
        and not after[0].actor
        and _by_someone(p, v, verb)
    ):
        subjects, objects = [], after
    passive = (
        verb is not None
        and not _deponent(verb)
        and (
            verb.voice is Voice.PASSIVE
            or (verb.lemma == "استشهد" and event_type is EventType.ASSAULT)
            or (verb.aspect is Aspect.PERFECT and _damma(p, v))
            or (verb.aspect is Aspect.IMPERFECT and _vowelled_passive(p, v))
            or (
                transitive
                and stop is None  # else the noun is the object
                and not (verb.lemma == "نفى" and event_type is EventType.REJECT)  # denied, not banished
                and verb.voice is Voice.AMBIGUOUS
                and not objects
                and not has_object
                and not _clausal(p, i, end)
                and _passive_reading(p, v, verb, subjects, end, event_type)
            )
        )
    )
    gender, number = (verb.gender, verb.number) if verb is not None else (None, None)
    if passive:
        patients = tuple(subjects or objects)
        agents = _acting(_agents(p, v, end))
        befallen = _affected(p, list(patients), event_type)
        if not patients:
            befallen = _by_preposition(p, v, end, event_type, verb)  # حُكم على المغني: impersonal
        if not agents and not befallen:
            agents, befallen = _between(p, v, end, event_type, agents, befallen)
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
            x for phrase in objects if (x := _doer(p, phrase.start, end)) is not None
        ]  # أيدت إعدام قاتل: whom it befalls
    if not objects and verb is not None and _meets_next(p, v, verb, subjects):
        subjects, objects = [], subjects
    targets = _affected(p, objects, event_type) or _by_preposition(p, v, end, event_type, verb, subjects)
    released = next((x.head for x in objects if p.words[x.start] in _OWN_RELEASE), -1)
    if not targets and released >= 0:
        targets = _pronoun_target(p, released, event_type, subjects)
    if not targets and event_type is EventType.PROTEST:
        targets = _demanded(p, v)
    if not targets and event_type is EventType.COERCE and objects and p.tags[objects[0].start] == EVENT:
        targets = _noun_cast(p, objects[0].start, event_type).targets  # قررت النيابة حبس المتهم
    if not targets and event_type is EventType.ACCUSE and objects:
        targets = _whose_deed(p, objects[0].start, end)
    if not targets and has_object and verb is not None and head is None:
        targets = _pronoun_target(p, v, event_type, subjects)
    says = verb is not None and Flag.SAY in verb.flags
    willing = says or (
        transitive and (bool(objects) or has_object) and bool(subjects) and subjects[0].start > v
    )
    acting = _acting(subjects, p if willing else None)
    if not acting and verb is not None and verb.lemma in ("استضاف", "احتضن"):
        acting = tuple(x for x in subjects if x.place)  # تستضيف مدينة جدة القمة
    actors, targets = _between(p, v, end, event_type, acting, targets)
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


_BECOMING: Final = frozenset({"أصبح", "صار", "بات", "أضحى", "أمسى"})


def _by_someone(p: Parse, v: int, verb: Analysis | None) -> bool:
    """وألغى القيود: the alif that a perfect ends in is that of the active, where the text does not write ي so as well."""
    return (
        verb is not None
        and verb.aspect is Aspect.PERFECT
        and verb.voice is Voice.AMBIGUOUS
        and p.text[p.ends[v] - 1] == "ى"
        and " فى " not in p.text
    )


def _predicate_only(p: Parse, verb: Analysis, phrases: list[Phrase], i: int, end: int) -> bool:
    """An office without a name behind a verb of becoming, with no other noun that could be the predicate."""
    if verb.lemma not in _BECOMING or not all(_bare_office(p, x) for x in phrases):
        return False
    return not _after(p, i - 1, end, transitive=False, within=True)[0]


def _bare_office(p: Parse, phrase: Phrase) -> bool:
    lex = p.lexes[phrase.head]
    office = lex.is_("title") or p.named.get(phrase.head) == "office"
    return office and not any(_personal_name(p, k) for k in range(phrase.start, phrase.end))


def _personal_name(p: Parse, i: int) -> bool:
    kind = p.named.get(i)
    return kind == "person" or (kind is None and namelike(p, i))


_TO_PEOPLE: Final = frozenset(EventType) - {
    EventType.AGREE, EventType.REJECT, EventType.RETREAT, EventType.MOBILIZE, EventType.COOPERATE, EventType.OTHER
}  # fmt: skip


def _personal(verb: Analysis, event_type: EventType) -> bool:
    """Whether the verb has people for its objects: استقبل الرئيس وزير الدفاع, but not وقّع الرئيس."""
    return event_type in _TO_PEOPLE or verb.lemma in _PATIENT_VERBS


def _apposed(
    p: Parse, subjects: list[Phrase], objects: list[Phrase], end: int
) -> tuple[list[Phrase], list[Phrase]]:
    """وقّع نائب الرئيس وزير الدفاع: of a verb that no one is the object of, an office right behind a person is his."""
    last, first = subjects[-1], objects[0]
    title, head = p.lexes[first.start], p.lexes[last.head]
    person = head.is_("title", "name") or p.named.get(last.head) in ("person", "office")
    office = title.is_("title") and title.stem not in _OFFICES
    if first.start != last.end or not office or title.conj or title.definite or not person:
        return subjects, objects
    joined = replace(last, end=first.end)
    found, _ = _after(p, objects[-1].end - 1, end, transitive=False, within=True)
    return [*subjects[:-1], joined, *objects[1:]], found


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
        _personal_name(p, k) for k in range(subjects[-1].start, subjects[-1].end)
    )
    if person and _bare_office(p, objects[0]) and last < end and p.tags[last] == COMMA:
        others = _after(p, last - 1, end, transitive=False, within=True)[0]
        if others and others[0].actor:
            return joined, others  # استقبل الأمير سالم وزير الخارجية، في جدة، السفير
    return subjects, objects


def _demonstrative(p: Parse, v: int) -> bool:
    """لم يحل ذلك دون: a demonstrative alone is the subject."""
    return (
        v + 1 < len(p) and p.tags[v + 1] == PRONOUN and p.words[v + 1] in ("ذلك", "هذا", "هذه", "تلك", "ذلكم")
    )


# With a preposition, a pronoun that takes up the noun of a relative clause: that noun is no subject.
_RESUMING: Final = frozenset(
    {"فيه", "فيها", "فيهما", "عليه", "عليها", "عليهم", "منه", "منها", "منهم", "به", "بها", "بهم", "له", "لها", "لهم", "معه",
     "معها", "معهم", "عنه", "عنها", "عنهم", "عنهما", "اليه", "اليها", "اليهم", "خلاله", "خلالها", "بموجبه", "بموجبها",
     "بعده", "بعدها"}
)  # fmt: skip


_IMPERSONAL: Final = frozenset({EventType.CONCEDE, EventType.COERCE})


def _done_to(p: Parse, v: int, verb: Analysis | None) -> bool:
    """رهائن سيفرج عنهم: a verb in the masculine singular, and right behind it the noun's pronoun of many or of a woman."""
    return (
        verb is not None
        and verb.voice is not Voice.ACTIVE
        and verb.gender is Gender.MASCULINE
        and verb.number is Number.SINGULAR
        and v + 1 < len(p)
        and p.words[v + 1] in ("عنهم", "عنها", "عنهما", "عليهم", "عليها", "عليهما")
    )


_OWN_RELEASE: Final = frozenset({"سراحه", "سبيله", "سراحهم", "سراحها", "سبيلهم", "سبيلها"})


def _demanded(p: Parse, v: int) -> tuple[Phrase, ...]:
    """مطالبين الرئيس بالاستقالة، مطالبين باستقالة الرئيس: against whom a protest is."""
    for j in range(v + 1, min(len(p) - 1, v + 26)):
        if p.words[j].startswith(("مطالبين", "مطالبا", "منددين")):
            found = noun_phrase(p, j + 1, len(p)) if not _prep_at(p, j + 1) else _doer(p, j + 1, len(p))
            return (found,) if found is not None and found.actor else ()
    return ()


def _pronoun_target(
    p: Parse, v: int, event_type: EventType, subjects: Sequence[Phrase]
) -> tuple[Phrase, ...]:
    """فغرّمته المحكمة، كانت خطفتهما: whom the object pronoun stands for, the nearest before it who fits."""
    tail = next((x for x in ("هما", "هم", "ها", "ه") if p.words[v].endswith(x)), "")
    if not tail or event_type not in _TO_PEOPLE:
        return ()
    j = v - 1
    while j >= max(0, v - 30):
        starts = p.tags[j] in (OTHER, STATE) and not (j and _inner(p, j))
        found = noun_phrase(p, j, v) if starts else None
        apart = found is not None and all(found.end <= x.start or found.start >= x.end for x in subjects)
        if found is not None and apart and found.actor and found.sure and _fits(p, found, tail):
            return (found,)
        j -= 1
    return ()


def _whose_deed(p: Parse, i: int, end: int) -> tuple[Phrase, ...]:
    """استنكرت قرار الكنيست: whose deed it is; of اغتيال الوزير the genitive is who suffered it."""
    noun = p.lexes[i].noun
    if p.tags[i] != EVENT or noun is None or noun.lemma in _PATIENT_NOUNS or p.lexes[i].definite:
        return ()
    found = _doer(p, i, end)
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


def _fits(p: Parse, phrase: Phrase, tail: str) -> bool:
    """Whether a pronoun of the third person may take up a phrase, by the endings of its head."""
    lex, source = p.lexes[phrase.head], p.text[p.starts[phrase.head] : p.ends[phrase.head]]
    dual = lex.stem.endswith(("ان", "ين")) and len(lex.stem) > 4
    person = lex.is_("title", "human", "name") or p.named.get(phrase.head) in ("person", "office")
    feminine = (
        source.endswith(("ة", "اء")) or lex.is_("name") or p.named.get(phrase.head) in ("country", "place")
    )
    many = dual or source.endswith(("ون", "ات")) or phrase.head > phrase.start
    if tail == "هما":
        return dual
    if tail == "هم":
        return person and many
    if tail == "ها":
        return feminine or not person
    return person and not many and not source.endswith(("ة", "ين"))


# What one heads is no other party.
_LEADING: Final = frozenset({"قاد", "ترأّس", "رأس", "تزعّم", "أدار", "شغل", "مثّل"})
_SENDING: Final = frozenset({"أرسل", "أوفد", "بعث"})
_SENDS_OUT: Final = {
    EventType.CONSULT: _SENDING,
    EventType.MOBILIZE: _SENDING | {"نشر", "حشد", "حرّك", "عزّز", "دفع", "استنفر", "وجّه"},
}
MEASURES: Final = frozenset({"تجاوز", "بلغ", "ناهز", "قارب", "تخطّى", "فاق"})
_MEETING: Final = frozenset({"التقى", "قابل", "استقبل", "هاتف", "صافح", "ودّع"})


def _meets_next(p: Parse, v: int, verb: Analysis, subjects: list[Phrase]) -> bool:
    """أعلن الوزير …، والتقى السفير; من المقرر أن يلتقي السفير: with one person and no مع, who meets him was named before."""
    if verb.lemma not in _MEETING or len(subjects) != 1 or subjects[0].start <= v:
        return False
    joined = verb.conj == "و" or (v > 0 and p.words[v - 1] in ("كما", "ثم"))
    if not (joined and any(p.tags[j] == VERB for j in range(v))) and not _scheduled(p, v, verb, subjects[0]):
        return False
    return not any(
        p.words[j] == "مع" or (p.lexes[j].prep == "ب" and p.tags[j] != EVENT)
        for j in range(v, min(len(p), subjects[0].end + 3))
    )


def _scheduled(p: Parse, v: int, verb: Analysis, phrase: Phrase) -> bool:
    """من المقرر أن يلتقي السفير: a verb in the singular of what is scheduled, with one man behind it."""
    if v < 2 or p.words[v - 1] != "ان" or p.words[v - 2] not in SCHEDULED:
        return False
    lex = p.lexes[phrase.head]
    one = p.named.get(phrase.head) in ("person", "office") or lex.is_("title")
    return verb.number is Number.SINGULAR and one and not _plural_title(lex.stem)


_OFFICE_TAIL: Final = 8  # words of an office behind its noun phrase: والمغاربة المقيمين في الخارج


def _met_behind_comma(p: Parse, v: int, verb: Analysis | None, i: int, end: int) -> list[Phrase]:
    """استقبل أمس، الوزير سالم نصر، السفير: who meets somebody and has no other object meets who stands behind the comma.

    What a comma sets off may be the office of the one who meets: the next phrase is the other then.
    """
    if (
        verb is None
        or verb.lemma not in _MEETING | _APPOINTING
        or any(p.words[j] == "مع" for j in range(v, end))
    ):
        return []
    if i + 1 >= end or p.tags[i] != COMMA or p.lexes[i + 1].conj or p.lexes[i + 1].prep:
        return []
    found, behind = _coordinated(p, i + 1, end, transitive=False)
    if not found or not ((found[0].actor and found[0].sure) or namelike(p, found[0].head)):
        return []
    if not _bare_office(p, found[0]):
        return found
    comma = next((j for j in range(behind, min(end, behind + _OFFICE_TAIL)) if p.tags[j] == COMMA), -1)
    if comma < 0:
        return found
    return _after(p, comma - 1, end, transitive=False, within=True)[0] or _met_behind_comma(
        p, v, verb, comma, end
    )


_APPOINTING: Final = frozenset({"عيّن", "كلّف", "أقال"})  # whose object too may stand behind a comma
_COUNTERPARTS: Final = frozenset({"ضيف", "مضيف", "خصم", "غريم", "منافس", "جار"})
_PEERS: Final = _COUNTERPARTS | {"نظير", "حليف", "ند", "سلف"}


def _counterpart(p: Parse, phrase: Phrase) -> bool:
    """هزم ضيفه، قصفت جارتها: the pronoun is the subject's, so the noun is the object."""
    lex = p.lexes[phrase.start]
    return lex.pronoun and lex.stem in _COUNTERPARTS


_STRIKING: Final = frozenset({"استهدف", "طال", "أصاب", "ضرب"})  # what an attack does
_REACHING: Final = frozenset(
    {"زار", "غادر", "دخل", "احتلّ", "اجتاح", "غزا", "قصف", "حاصر", "بلغ", "هاجم", "ضمّ", "اقتحم", "برح"}
)


def _reached(p: Parse, verb: Analysis | None, after: list[Phrase]) -> bool:
    """وزار موسكو: a place that is visited or taken is the object; whoever did it was named before."""
    if verb is None or verb.lemma not in _REACHING or not (after[-1].place and after[0].place):
        return False
    end = after[-1].end
    object_follows = end < len(p) and p.tags[end] == OTHER and not (p.lexes[end].prep or p.lexes[end].conj)
    return not object_follows  # قصفت إسرائيل العاصمة


def _accusative(p: Parse, phrase: Phrase) -> bool:
    """كتابا، ثلاثين رهينة: an indefinite accusative is no subject."""
    lex = p.lexes[phrase.start]
    source = p.text[p.starts[phrase.start] : p.ends[phrase.start]]
    if source.endswith(("\u064b", "\u064bا")):
        return True
    if lex.stem.endswith("ين") and not lex.known and _two_things(lex.stem.removesuffix("ين")):
        return True  # أطلقت صاروخين
    if lex.is_("title", "human", "org") and many_hold(p, phrase.start):
        return False  # وزيرا الدفاع، وفدا البلدين: two of them
    return (
        lex.word.endswith("ا")
        and not lex.word.endswith(("ها", "هما"))
        and (lex.known or (lex.word[:-1] in head_nouns() and phrase.start not in p.named))
        and not lex.definite
        and not lex.is_("name")
        and not (lex.is_("org") and lex.stem.endswith("يا"))  # مليشيا
        and source[-1] == "ا"
    )


def _two_things(stem: str) -> bool:
    """Whether the dual's stem is of a listed thing: صاروخ، سيار(ة)."""
    heads = head_nouns()
    return "thing" in heads.get(stem, frozenset()) | heads.get(stem.removesuffix("ت") + "ه", frozenset())


_BEFORE_VERBS: Final = frozenset({MODAL, FUTURE, NEGATIVE, PARTICLE})  # أنها سوف تخفض، إنها لن تقبل


def _said_by_pronoun(p: Parse, v: int, clause: Clause, verb: Analysis | None, first: Phrase) -> bool:
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
        (counted or thing) and p.words[opener].endswith("نه") and verb.lemma not in _PATIENT_VERBS
    )  # إنه اعترض سبع طائرات، أنه باع أراضي الدولة


def _may_start(p: Parse, v: int, clause: Clause) -> bool:
    """The first verb of a text has no subject before it that it could leave out."""
    return v == 0 or (
        clause.kind == "main" and clause.start == v and not p.lexes[v].conj and clause.parent < 0 and v < 2
    )


def _passive_reading(
    p: Parse, v: int, verb: Analysis, subjects: list[Phrase], end: int, event_type: EventType
) -> bool:
    """No object, and a subject that cannot act or is of the kind that such verbs befall; an agent phrase settles it."""
    if _agents(p, v, end):
        return True
    if verb.lemma == "ألقى" and v + 1 < len(p) and p.lexes[v + 1].prep == "ب":
        return False  # ألقى بقنابل: who threw them
    if not subjects:
        return (
            (verb.lemma in _PATIENT_VERBS or verb.lemma == "عثر")
            and verb.person is Person.THIRD
            and v + 1 < len(p)
            and (p.tags[v + 1] in (PREP, TIMEX) or p.lexes[v + 1].prep == "ب")
        )
    if not subjects[0].actor:
        return True
    stabbed = verb.lemma == "طعن" and event_type is EventType.ASSAULT  # else he contests a ruling
    return (verb.lemma in _PATIENT_VERBS or stabbed) and p.lexes[subjects[0].head].stem not in _FORCES


# Who arrests and kills, and of whom it is said in the passive with a vowel or an agent only.
_FORCES: Final = frozenset(
    {
        "شرطه",
        "سلطات",
        "جيش",
        "قوات",
        "محكمه",
        "نيابه",
        "حكومه",
        "امن",
        "مخابرات",
        "درك",
        "مليشيا",
        "ميليشيا",
        "مليشيات",
        "ميليشيات",
    }
)


def _damma(p: Parse, v: int) -> bool:
    """A damma on the first letter of a perfect: أُعلن، وحُكم; behind the alif of a derived form, انتُخب، استُؤنف."""
    first = p.starts[v] + (p.lexes[v].conj or p.words[v][:2] in ("وا", "فا"))
    span = 3
    if p.text[first] in "اأ" and p.text[first + 1] in "نست":
        span = 5 if p.text[first + 1] == "س" else 4
    return "\u064f" in p.text[first : min(first + span, p.ends[v])]


def _vowelled_passive(p: Parse, v: int) -> bool:
    """تُعوَّض: an imperfect with damma first and fatha behind it; the active has a kasra there (تُعوِّض)."""
    source = p.text[p.starts[v] : p.ends[v]]
    damma = source.find("\u064f")
    return 0 < damma <= 2 + p.lexes[v].conj and "\u064e" in source[damma:] and "\u0650" not in source


def _takes_object(verb: Analysis, event_type: EventType) -> bool:
    if (Flag.SAY in verb.flags and event_type is EventType.OTHER) or Flag.COPULA in verb.flags:
        return False
    entry = load_reader().lexicon.verb(verb.lemma)
    return entry is None or entry.transitivity in ("t", "tp")


def _deponent(verb: Analysis) -> bool:
    """Passive in form, active in sense."""
    return verb.lemma in ("توفّي", "توفى", "توفّى", "ولد")


def _clausal(p: Parse, i: int, end: int) -> bool:
    """Whether a complement clause takes the object's place."""
    return any(p.tags[j] == COMP for j in range(i, min(len(p.tags), i + 4)))


def _clause_end(p: Parse, v: int) -> int:
    """The token after v's clause, relative clauses in it and what is inserted between commas (وكان وزيرا) gone over."""
    clause = p.clause_of[v]
    resumed = p.clauses[clause].resumed
    for j in range(v + 1, len(p.tags)):
        other = p.clause_of[j]
        if other == clause or p.clauses[other].kind == "relative":
            continue
        inserted = p.clauses[other]
        if not (resumed and inserted.copula >= 0 and inserted.verb < 0 and clause in p.clause_of[j:]):
            return j
    return len(p.tags)


def _after(p: Parse, v: int, end: int, *, transitive: bool, within: bool = False) -> tuple[list[Phrase], int]:
    """The coordinated phrases after token v, and the token after them; adverbs of time and place are skipped.

    `within`: look for the object, behind the subject; there a preposition may be a title's or the verb's own.
    """
    i = v + 1
    skipped = 0
    while i < end:
        tag = p.tags[i]
        if tag == PARTICLE and p.words[i] in ("اكثر", "اقل") and i + 1 < end and p.words[i + 1] == "من":
            i += 2
        elif _about(p, i, end):
            i += 1
        elif tag == PARTICLE and p.words[i] == "ما" and skipped:
            return [], i  # بحياة ما لا يقل عن
        elif tag in _SKIPPED or (tag == COMMA and i > v + 1 and p.tags[i - 1] == TIMEX):
            i += 1
        elif tag == COMMA and (i == v + 1 or skipped) and _dated(p, i + 1, end):
            i += 1  # تلقى، اليوم السبت، وزير الخارجية؛ وصل إلى البلاد، عصر أمس، الرئيس
        elif tag == COMMA and skipped and p.words[i - 1] == "التوالي":
            i += 1
        elif (
            tag == COMMA
            and within
            and COMMA not in p.tags[v + 1 : i]
            and (behind := _past_insertion(p, v, i, end)) > i
        ):
            i = behind
            skipped += 1
        elif tag == COMMA and within and skipped and not p.lexes[i + 1 if i + 1 < end else i].conj:
            i += 1  # استقبل الرئيس، اليوم، بقصر قرطاج، وزير الخارجية
        elif tag == OPEN:
            i = _past_brackets(p, i, end)
        elif within and tag in (OTHER, EVENT) and p.text[p.starts[i] : p.ends[i]].endswith("\u0629\u064b"):
            i += 1  # استقبل الرئيس بدايةً الوزير
        elif tag in (PREP, TEMPORAL) and i + 1 < end and p.tags[i + 1] == TIMEX:
            i += 1
        elif tag == PREP and i + 1 < end and p.words[i + 1] == "التوالي":
            i += 2  # استقبل على التوالي، كلا من
            skipped += 1
        elif tag in (PREP, SIMUL) and skipped < 2 + within:
            inner = noun_phrase(p, i + 1, end)
            town = p.names.get(i + 1)
            if inner is not None and town is not None and town[3] == "place" and town[0] < inner.end:
                inner = inner if p.lexes[town[0]].definite else replace(inner, end=town[0])  # في الرباط محمد
            if (
                inner is None
                or p.words[i] in _OF_THE_VERB
                or (tag == SIMUL and within and p.tags[i + 1] != EVENT and p.words[i] != "لدي")
            ):
                return [], i
            i = inner.end
            while (
                i < end and p.tags[i] in (OTHER, STATE) and _joined(p, i) and (more := noun_phrase(p, i, end))
            ):
                i = more.end  # إلى باجة وجندوبة
            skipped += 1
        elif p.words[i] in CIRCUMSTANCES and within and (inner := noun_phrase(p, i + 1, end)) is not None:
            i = inner.end  # حاصر الجيش بقيادة السلطان فيينا
        elif (tag == EVENT and p.lexes[i].prep in ("ب", "ل")) or (within and p.lexes[i].prep == "ل"):
            return [], i  # استحدثت الأمانة في المؤتمر الثاني للحزب: no object
        elif tag == OTHER and skipped < 2 and _at_town(p, i):
            i = p.names[i][0]
            skipped += 1
        elif (
            tag == OTHER
            and p.lexes[i].prep in ("ب", "ل")
            and skipped < 2 + within
            and p.lexes[i].known
            and (not within or (p.lexes[i].prep == "ب" and p.lexes[i].is_("org", "place")))
        ):  # أدانت محكمة الجنايات بمجلس القضاء شابا
            inner = noun_phrase(p, i, end)
            if inner is None:
                return [], i
            i = inner.end
            skipped += 1
        elif within and p.words[i] == "بالخارج":
            i += 1
        elif (
            within
            and p.named.get(i) in _DATELINED
            and _prep_at(p, i) == "ب"
            and (skipped or _object_behind(p, i, end))
        ):
            i = p.names[i][0] if i in p.names else i + 1  # في مقر إقامته بتونس
        elif (
            within
            and tag == OTHER
            and p.lexes[i].prep == "ب"
            and not p.lexes[i].is_("title", "human", "org", "name", "quant")
            and (behind := _means_end(p, i, end)) > i
        ):
            i = behind  # قصفت القوات بالمدافع الأحياء
        else:
            break
    if within and i < end and p.words[i].startswith("لل") and p.lexes[i].definite and p.lexes[i].prep == "ل":
        return [], i  # في المؤتمر الثاني للحزب: of the meeting, and no object
    return _coordinated(p, i, end, transitive=transitive)


def _dated(p: Parse, i: int, end: int) -> bool:
    """Whether a date begins at token i, or behind a preposition there: منذ مساء أمس."""
    i += i < end and p.tags[i] in (PREP, TEMPORAL)
    return i < end and p.tags[i] == TIMEX


def _means_end(p: Parse, i: int, end: int) -> int:
    """بالمدافع، بصواريخ ومسيرات: the token behind with what something is done, where the object stands there; else -1."""
    means = noun_phrase(p, i, end, transitive=True)
    j = means.end if means is not None else end
    while j < end and _joined(p, j) and not p.lexes[j].prep:
        j += 1
    while j < end and p.tags[j] in (COMMA, TIMEX):
        j += 1  # ضبطت القوات بالجيزة، أمس، المتهم
    if j >= end or p.tags[j] not in (OTHER, STATE) or p.lexes[j].prep or p.lexes[j].conj:
        return -1
    found = noun_phrase(p, j, end)
    parted = p.lexes[i].definite and p.lexes[j].definite
    return j if found is not None and (parted or _accusative(p, found)) else -1


def _object_behind(p: Parse, i: int, end: int) -> bool:
    """اعتقلت القوات بالعراق 5 مطلوبين: whether a noun without a preposition stands behind the place at token i."""
    j = p.names[i][0] if i in p.names else i + 1
    return j < end and p.tags[j] in (OTHER, NUMBER) and not (p.lexes[j].prep or p.lexes[j].conj)


def _past_insertion(p: Parse, v: int, i: int, end: int) -> int:
    """أبلغ الرئيس، في رسالة، وفده; أبلغ الرئيس، سمير حداد، وفده: the second comma of what stands between two, else i."""
    j = i + 1
    if j >= end or p.tags[i - 1] == TIMEX:
        return i
    if p.tags[j] == RELATIVE and not p.lexes[j].conj:
        while j < end and p.clause_of[j] != p.clause_of[v]:
            j += 1
        return j if j < end and p.tags[j] == COMMA else i  # التقى الوزير، الذي وصل أمس، نظيره
    if p.tags[j] == PREP:
        return i if p.lexes[j].conj or p.words[j] in _OF_THE_VERB else j
    named = _personal_name(p, j) and not any(_personal_name(p, k) for k in range(max(0, v - 3), i))
    apposed = noun_phrase(p, j, end) if named and not p.lexes[j].conj else None
    return apposed.end if apposed is not None and apposed.end < end and p.tags[apposed.end] == COMMA else i


def _about(p: Parse, i: int, end: int) -> bool:
    """نحو مئة شخص: before a number it is no preposition."""
    return p.words[i] == "نحو" and i + 1 < end and (p.tags[i + 1] == NUMBER or p.lexes[i + 1].is_("quant"))


_OF_THE_VERB = frozenset({"من", "مع", "علي", "عن", "ضد", "بين", "حول"})


def _past_brackets(p: Parse, i: int, end: int) -> int:
    for j in range(i + 1, min(end, i + 12)):
        if p.tags[j] == CLOSE:
            return j + 1
    return i + 1


def _coordinated(
    p: Parse, i: int, end: int, *, transitive: bool, behind: bool = False
) -> tuple[list[Phrase], int]:
    """The phrases joined by و from token i on; `behind` a preposition, which may be attached to the first."""
    phrases: list[Phrase] = []
    while i < end:
        if not phrases and not behind and (_at_town(p, i) or _behind_clitic(p, i)):
            break
        phrase = noun_phrase(p, i, end, transitive=transitive)
        if phrase is None:
            break
        phrases.append(phrase)
        i = phrase.end
        if i < end and p.tags[i] in (OTHER, EVENT, STATE) and _joined(p, i):
            continue
        if i + 1 < end and p.words[i] == "و" and p.tags[i + 1] in (QUOTE, OTHER):
            i += 1  # الجيش و"الدعم السريع"
            continue
        if i + 1 < end and p.tags[i] == COMMA and _one_more(p, phrase, i + 1, end):
            i += 1
            continue
        break
    return phrases, i


def _one_more(p: Parse, before: Phrase, i: int, end: int) -> bool:
    """وقّع الرئيس فلان، ورئيس الوزراء فلان، الجمعة: behind the comma one more, named with his office, and a sign or a date."""
    lex = p.lexes[i]
    if not (lex.conj and lex.is_("title")) or not any(
        _personal_name(p, k) for k in range(before.start, before.end)
    ):
        return False
    found = noun_phrase(p, i, end)
    if found is None or not found.actor or not any(_personal_name(p, k) for k in range(i, found.end)):
        return False
    return found.end < end and p.tags[found.end] in (COMMA, TIMEX)


def _behind_clitic(p: Parse, i: int) -> bool:
    """A noun without the article that stands behind an attached preposition."""
    lex = p.lexes[i]
    return bool(lex.prep) and lex.known and not lex.definite and p.tags[i] != STATE


def _at_town(p: Parse, i: int) -> bool:
    """بمصر، بتونس: a listed place behind ب says where."""
    name = p.names.get(i)
    return name is not None and name[1] == 1 and name[3] in _DATELINED and p.words[i][0] == "ب"


def _joined(p: Parse, i: int) -> bool:
    return (
        p.lexes[i].conj
        or (i in p.names and p.names[i][1] > 0 and p.words[i][0] == "و")
        or (p.words[i][0] == "و" and not p.lexes[i].known and len(p.words[i]) > 4 and i not in p.names)
    )


_DATELINED: Final = frozenset({"place", "country"})


def _subject_before(p: Parse, v: int, clause: Clause, verb: Analysis | None) -> list[Phrase]:
    """The subject of a clause whose noun comes first: after إن, after كان, in a headline, in a list of actions."""
    if clause.verb != v or clause.kind == "relative":
        return []
    start = clause.opener + 1 if 0 <= clause.opener < v else clause.start
    opened = clause.opener >= 0
    if 0 <= clause.copula < v:
        if clause.copula + 1 == v or all(p.tags[j] in (MODAL, TIMEX) for j in range(clause.copula + 1, v)):
            opened = opened or clause.copula > start  # أن الحزب كان قد أعلن
        else:
            start, opened = clause.copula + 1, True
    home = p.clause_of[v]
    i = start
    while i < v and (p.tags[i] in _SKIPPED or p.tags[i] in (COMMA, STOP, QUOTE, AND, BUT, NEGATIVE)):
        i += 1 + (p.words[i] in ("اكثر", "اقل") and p.words[i + 1] == "من")
    label = (p.names[i][0] if i in p.names else i + 1) if p.named.get(i) in _DATELINED else v
    if v and p.words[v - 1] == ":" and verb is not None and verb.person is Person.THIRD:
        return []  # الشاطئ للأنباء: شهد البرلمان
    if label < v and p.words[label] == ":":
        if label + 1 == v:
            return []  # غزة: اقتحمت قوات
        i = label + 1  # غزة: قوات تقتحم
    i += i < v and _about(p, i, v)
    while i < v and (p.tags[i] in (PREP, TEMPORAL, SIMUL, SOURCE) or (p.lexes[i].prep and p.lexes[i].known)):
        comma = next((j for j in range(i, v) if p.tags[j] == COMMA), -1)
        if comma < 0:
            return []
        i = comma + 1
        while i < v and p.tags[i] in (TIMEX, PARTICLE):
            i += 1
    while i < v and p.clause_of[i] != home:
        i += 1
    if i >= v or _adverbial_noun(p, i):
        return []
    phrases, stop = _coordinated(p, i, v, transitive=False)
    if not phrases or not _agrees_before(p, phrases, verb):
        return []
    between = [p.tags[j] for j in range(stop, v) if p.clause_of[j] == home]
    if not opened and COMMA in between and not any(p.clause_of[j] != home for j in range(stop, v)):
        return []
    if not opened and any(t in (EVENT, OTHER) for t in between) and not phrases[0].actor:
        return []
    return phrases


def _adverbial_noun(p: Parse, i: int) -> bool:
    """تأكيدا على ذلك، خلافا لـ: an indefinite accusative that opens a sentence is an adverb."""
    source = p.text[p.starts[i] : p.ends[i]]
    bare = source.rstrip("\u064b")
    return (
        (bare != source or p.lexes[i].word.endswith("ا")) and p.tags[i] == EVENT and not p.lexes[i].definite
    )


def _agrees_before(p: Parse, phrases: list[Phrase], verb: Analysis | None) -> bool:
    if verb is None or len(phrases) > 1:
        return True
    return not (verb.gender is Gender.FEMININE and _masculine(p, phrases[0]))


def agrees_with(p: Parse, phrases: Sequence[Phrase], parts: Cast) -> bool:
    """Whether phrases may be the left-out subject of a verb with the gender and number of `parts`."""
    head = phrases[0].head
    lex = p.lexes[head]
    if parts.number is Number.PLURAL and len(phrases) == 1:
        one = lex.is_("name") or p.named.get(head) in ("country", "person")
        return not one and not (lex.is_("title") and not _plural_title(lex.stem))
    if parts.number is not Number.SINGULAR:
        return True
    if len(phrases) > 1:
        return False  # behind both of them the verb would be dual or plural
    source = p.text[p.starts[head] : p.ends[head]]
    if parts.gender is Gender.FEMININE:
        return head in p.named or lex.is_("name") or not lex.known or source.endswith(("ة", "ات", "اء"))
    if p.named.get(head) == "person" or lex.is_("name"):
        return True  # الدبيبة، خليفة: a man's name, whatever its ending
    return not source.endswith("ة") and not lex.stem.startswith("بلاد")


_TITLES_OF_MANY: Final = frozenset(
    {"قاده", "نواب", "قضاه", "ضباط", "حكام", "ملوك", "طلاب", "عمال", "تجار", "افراد", "رجال"}
)


def _plural_title(stem: str) -> bool:
    return stem.endswith(("ون", "ين", "اء", "ان")) or stem in _TITLES_OF_MANY


def _masculine(p: Parse, phrase: Phrase) -> bool:
    lex = p.lexes[phrase.head]
    if p.named.get(phrase.head) is not None or not lex.known:
        return False
    source = p.text[p.starts[phrase.head] : p.ends[phrase.head]]
    return lex.is_("title", "human") and not source.endswith(("ة", "ات", "ى", "اء", "در", "ود", "ير"))


def _agrees(p: Parse, phrase: Phrase, verb: Analysis | None) -> bool:
    """Gender before the subject: a feminine verb wants a feminine noun, a masculine one does not."""
    if verb is None or verb.gender is None:
        return True
    if p.named.get(phrase.head) is not None or not p.lexes[phrase.head].known:
        return True
    feminine = p.text[p.ends[phrase.head] - 1] == "ة"
    if verb.gender is Gender.FEMININE and p.tags[phrase.head] == EVENT and _masculine_noun(p, phrase.head):
        return False  # لن تقبل وقف التخصيب
    if verb.gender is Gender.FEMININE:
        return feminine or not _masculine(p, phrase)
    return not feminine or phrase.head != phrase.start or p.lexes[phrase.head].is_("quant")


def _masculine_noun(p: Parse, i: int) -> bool:
    """A verbal noun in the singular and of masculine shape."""
    noun, source = p.lexes[i].noun, p.text[p.starts[i] : p.ends[i]]
    return (
        noun is not None
        and noun.verb is not None
        and noun.number is Number.SINGULAR
        and Flag.GUESSED not in noun.flags
        and not p.lexes[i].pronoun
        and not source.endswith(("ة", "ات", "اء", "ى", "ا"))
    )


def _same_gender(p: Parse, phrase: Phrase, verb: Analysis | None) -> bool:
    return verb is None or (
        _agrees_before(p, [phrase], verb)
        and not (verb.gender is Gender.MASCULINE and p.text[p.ends[phrase.head] - 1] == "ة")
    )


def described_by(p: Parse, v: int) -> Phrase | None:
    """The noun phrase that the relative clause of verb v describes; None where v heads none."""
    return _antecedent(p, p.clauses[p.clause_of[v]], v)


_RESULTS: Final = frozenset({"أدّى", "أسفر", "تسبّب", "أجبر", "أرغم", "اضطرّ", "خلّف", "أوقع", "أثار"})


def _antecedent(p: Parse, clause: Clause, v: int) -> Phrase | None:
    """The phrase that a relative clause describes; it ends right before the clause."""
    if clause.kind != "relative" or clause.head < 0 or clause.verb != v:
        return None
    verb = p.verb(v)
    result = p.tags[clause.opener - 1] == COMMA or (verb is not None and verb.lemma in _RESULTS)
    if p.words[clause.opener] == "ما" and result:
        return None  # قصفت درعا، ما أدى إلى: all that was said before
    h = clause.head
    stop = h + 2 if h + 1 < len(p) and p.tags[h + 1] == QUOTE else h + 1
    i = h
    parts = (OTHER, EVENT, STATE, QUOTE, NUMBER)
    while i > 0 and h - i < 14 and (p.tags[i - 1] in _OF_ANTECEDENTS or p.words[i - 1] in JOINTS):
        if p.lexes[i].conj and p.lexes[i].is_("title", "human", "org"):
            break
        i -= 1
    best: Phrase | None = None
    for j in range(i, h + 1):
        if p.tags[j] not in parts or (p.lexes[j].prep and j > i and not _described_event(p, j)):
            continue
        if best is not None and (_attribute(p, j) or _scene_of(p, j)):
            continue
        if p.lexes[j].stem in EPITHETS and p.tags[j - 1] == OTHER and p.lexes[j - 1].definite:
            continue  # للمغنية الراحلة التي
        phrase = noun_phrase(p, j, stop, split=False)
        if phrase is not None and phrase.end >= h + 1:
            if j < h and _of_other_gender(p, clause, j):
                continue
            if phrase.actor:
                return _outer(p, clause, phrase) or phrase
            best = best or phrase
    own = p.lexes[h].pronoun or (p.lexes[h].prep == "ب" and p.lexes[h].definite)
    if best is None and p.tags[h] in parts and p.lexes[h].prep in ("ب", "ل") and own:
        return noun_phrase(p, h, stop, split=False)  # صلته بالحريق الذي اندلع
    return best


def _of_other_gender(p: Parse, clause: Clause, j: int) -> bool:
    """تفتيش المواقع التي تعرضت: what التي takes up is not a masculine verbal noun but its genitive."""
    return (
        clause.opener >= 0
        and p.words[clause.opener] == "التي"
        and p.tags[j] == EVENT
        and _masculine_noun(p, j)
        and not p.lexes[j].definite
    )


def _pair(p: Parse, clause: Clause, head: Phrase | None) -> list[Phrase]:
    """الأمير والملكة اللذين سيصدران: a dual relative takes up both of the phrases that و joins; [] where it is none."""
    if head is None or clause.opener < 0 or not p.words[clause.opener].startswith(("اللذ", "اللت")):
        return []
    if not _joined(p, head.start):
        return []
    for j in range(max(0, head.start - 8), head.start):
        if p.tags[j] in (OTHER, STATE):
            found = noun_phrase(p, j, head.start)
            if found is not None and found.end == head.start and found.actor:
                return [found, head]
    return []


def _outer(p: Parse, clause: Clause, phrase: Phrase) -> Phrase | None:
    """المحادثات مع الجانب الأمريكي التي بدأت: التي goes back behind a masculine noun to the one before the preposition."""
    i = phrase.start - 1
    if p.words[clause.opener] != "التي" or i < 1 or p.tags[i] != PREP or not _masculine(p, phrase):
        return None
    for j in range(max(0, i - 5), i):
        if p.tags[j] in (OTHER, EVENT, STATE):
            found = noun_phrase(p, j, i)
            if found is not None and found.end == i:
                return found
    return None


def _described_event(p: Parse, j: int) -> bool:
    """بالهجوم الإرهابي الذي، لمهرجان القاهرة الذي: an event with its adjective or its town, behind a preposition."""
    return p.tags[j] == EVENT and j + 1 < len(p) and (_attribute(p, j + 1) or _scene_of(p, j + 1))


def _attribute(p: Parse, j: int) -> bool:
    """مؤتمر صحافي عقده، حفل كبير أقيم: an adjective behind its noun heads no phrase."""
    lex, before = p.lexes[j], p.lexes[j - 1]
    return (
        p.tags[j - 1] in (EVENT, OTHER)
        and (j not in p.names or p.named.get(j) == "nisba")
        and lex.definite == before.definite
        and not lex.conj
        and not (lex.is_("title") and p.tags[j - 1] != EVENT and lex.stem not in EPITHETS)
        and (lex.stem.endswith(("ي", "يه")) or lex.stem in EPITHETS)
    )


def _scene_of(p: Parse, j: int) -> bool:
    """مهرجان القاهرة السينمائي الذي: the town in the genitive of an event says where; what is described is the event."""
    before = p.lexes[j - 1]
    return p.tags[j - 1] == EVENT and p.named.get(j) == "place" and not (before.definite or before.pronoun)


_BY: Final = {"من": ("قبل", "جانب", "طرف", "لدن"), "علي": ("يد", "ايدي")}
_GROUNDS: Final = frozenset(
    {"خلفيه", "اثر", "هامش", "ذمه", "ضوء", "غرار", "مستوي"}
)  # على خلفية: why, and no party
_FIRED: Final = frozenset({"برصاص", "بنيران"})


def _agents(p: Parse, v: int, end: int) -> list[Phrase]:
    """من قبل X، على يد X، على أيدي X after a passive."""
    for j in range(v + 1, min(len(p.tags) - 2, end)):
        if p.words[j + 1] in _BY.get(p.words[j], ()):
            phrases, _ = _coordinated(p, j + 2, len(p.tags), transitive=False)
            return phrases
        if p.words[j] in _FIRED and p.tags[j + 1] in (OTHER, STATE):
            return _coordinated(p, j + 1, len(p.tags), transitive=False)[0]  # برصاص مسلحين
    return []


def _by_preposition(
    p: Parse,
    v: int,
    end: int,
    event_type: EventType,
    verb: Analysis | None,
    taken: Sequence[Phrase] = (),
) -> tuple[Phrase, ...]:
    """Who stands behind a preposition of the class, or of the verb; `taken` phrases are not looked into."""
    framed, barred = _framed(p.reading(v))
    if event_type is EventType.SUPPORT:
        framed |= {"الي جانب"}
    wanted = _TARGET_PREPS[event_type]
    if event_type is EventType.PROTEST and verb is not None and verb.event_type is not EventType.PROTEST:
        wanted = ("ضد",)  # أغلقوا جسرا على النهر: where; only احتج and its kin are على somebody
    own = _own_preps(verb) if event_type is EventType.OTHER else frozenset()
    for j in range(v + 1, min(end, v + 28)):
        other = p.clause_of[j] != p.clause_of[v] and not _of_ruling(p, v, j, event_type)
        if other or any(x.start <= j < x.end for x in taken):
            continue
        prep = _prep_at(p, j)
        if not prep or (prep in barred and p.tags[j] != EVENT) or p.words[j + 1 : j + 2] == ["التوالي"]:
            continue
        if p.tags[j] == PREP and j + 1 < len(p) and p.words[j + 1] in _BY.get(p.words[j], ()):
            continue  # على يد مجهولين: by whom
        if (prep == "من" and p.words[j - 1] in ("كل", "كلا")) or (prep == "ل" and _of_office(p, j)):
            continue  # سفراء كل من كندا وبولندا، انتخاب رئيس للجمهورية
        if p.tags[j] == PREP and j + 1 < len(p) and p.words[j + 1] in _GROUNDS:
            continue
        if prep in framed or f"{prep} {p.words[j + 1] if j + 1 < len(p) else ''}" in framed:
            if found := _framed_party(p, v, j, end, event_type, two=prep not in framed):
                return found
            continue
        if prep == "من" and verb is not None and verb.lemma == "دعا":
            continue  # دعا من سمرقند إلى: where he spoke
        if prep == "ب" and prep not in wanted and event_type in _OF_DEEDS - {EventType.PROTEST}:
            if inner := _doer(p, j, end):
                return (inner,)  # هدد بقصف إيران، قضت بسجن المتهم
            continue
        if not (prep in wanted or (prep in own and p.tags[j - 1] != EVENT)) or _of_noun(
            p, v, j, prep, event_type
        ):
            continue
        if prep == "مع" and event_type is EventType.OTHER and _said(p, v):
            continue  # أعرب عن أمله في اتفاق مع الجيران
        phrases, _ = _coordinated(p, j + (p.tags[j] == PREP), end, transitive=False, behind=True)
        if event_type is EventType.AID and verb is not None and not _takes_object(verb, event_type):
            phrases = [x for x in phrases if not x.place]  # وصلت إلى رانغون: a goal
        good = tuple(
            x
            for x in phrases
            if (x.actor and (prep in wanted or _party(p, x, prep)) and _known_owner(p, x))
            or ((event_type in _CONCRETE or prep == "ضد") and (x.place or p.tags[x.head] == OTHER))
        )
        if good:
            return good
        if event_type in _OF_DEEDS and (inner := _doer(p, j + (p.tags[j] == PREP), end)):
            return (inner,)
    return ()


def _of_ruling(p: Parse, v: int, j: int, event_type: EventType) -> bool:
    """أحكام تراوحت بين سنة وسنتين بحق المتهمين: in the clause that describes a ruling, whom it is against."""
    against = p.words[j] in ("بحق", "ضد") or (p.words[j] == "في" and p.words[j + 1 : j + 2] == ["حق"])
    clause = p.clauses[p.clause_of[j]]
    return against and event_type is EventType.COERCE and clause.kind == "relative" and v < clause.start


def _said(p: Parse, v: int) -> bool:
    verb = p.verb(v) if p.tags[v] == VERB else None
    return verb is not None and Flag.SAY in verb.flags


_NO_PREPS: Final[frozenset[str]] = frozenset()


def _framed(reading: Analysis | None) -> tuple[frozenset[str], frozenset[str]]:
    """The prepositions that the frames of a verb or noun give to its targets, and those that they take away."""
    if reading is None:
        return _NO_PREPS, _NO_PREPS
    frames = load_frames()
    lemma = reading.lemma
    if lemma not in frames.targets and lemma not in frames.nobody and reading.verb is not None:
        lemma = reading.verb
    return frames.targets.get(lemma, _NO_PREPS), frames.nobody.get(lemma, _NO_PREPS)


# Nouns with بـ that say how something is done, and whose genitive is no party of the verb's.
CIRCUMSTANCES: Final = frozenset(
    {"برئاسه", "بحضور", "بمشاركه", "بدعوه", "بوساطه", "بقياده", "بزعامه", "بدعم", "باشراف", "برعايه", "بمناسبه", "بهدف"}
)  # fmt: skip


def _framed_party(
    p: Parse, v: int, j: int, end: int, event_type: EventType, *, two: bool
) -> tuple[Phrase, ...]:
    """Whoever stands behind a preposition that the frame of token v names, if it can be a party of it."""
    if p.words[j] in CIRCUMSTANCES:
        return ()
    first = j + (p.tags[j] in (PREP, SIMUL)) + two
    if first + 1 < end and p.lexes[first].stem in _RELEASE:
        first += 1  # أودى بحياة 12 ألف شخص
        first += 2 * (p.words[first] in ("اكثر", "اقل"))
    phrases, _ = _coordinated(p, first, end, transitive=False, behind=True) if first < end else ([], first)
    phrases = [x for x in phrases if p.lexes[x.head].stem not in _OFFICES]
    concrete = event_type in _CONCRETE
    phrases = [x for x in phrases if concrete or not _in_building(p, x)]
    return tuple(
        x
        for x in (_freed(p, x) for x in phrases)
        if _known_owner(p, x)
        and (
            x.actor or p.named.get(x.head) == "country" or _may_act(p, x) or (concrete and _may_suffer(p, x))
        )
    )


def _in_building(p: Parse, phrase: Phrase) -> bool:
    """اجتمع بالقصر الرئاسي: where they meet."""
    head = p.lexes[phrase.head]
    return p.lexes[phrase.start].prep == "ب" and (head.is_("place") or head.stem in ("مكتب", "ديوان"))


def _may_suffer(p: Parse, phrase: Phrase) -> bool:
    return phrase.place or p.tags[phrase.head] == OTHER


def _of_office(p: Parse, j: int) -> bool:
    """رئيس جديد للجمهورية: what someone holds an office of, and no party."""
    if j < 2 or p.tags[j - 1] != OTHER or p.lexes[j].is_("title", "human", "name"):
        return False
    held = p.lexes[j - 2] if p.lexes[j - 1].stem in EPITHETS else p.lexes[j - 1]
    return held.is_("title") and not held.definite


# Accusatives of motive with a preposition of their own: حدادا على الضحايا.
_MOODS: Final = frozenset({"حدادا", "حزنا", "حرصا", "خوفا", "حفاظا", "تعبيرا", "ترحما", "قلقا"})


def _of_noun(p: Parse, v: int, j: int, prep: str, event_type: EventType) -> bool:
    """بعد فشل المفاوضات مع الرئيس: the preposition is that of the event noun right before it, not of the event at v."""
    n = j - 1
    while (
        n > v and p.tags[n] == OTHER and p.lexes[n].definite and not p.lexes[n].classes and n not in p.named
    ):
        n -= 1
    if p.words[j - 1] in _MOODS:
        return True
    if prep == "ل" and _of_office(p, j):
        return True
    if j > v + 2 and p.tags[j - 1] == OTHER and p.tags[j - 2] in (TEMPORAL, SIMUL):
        return True  # بعد خلاف مع المقاول
    if j > v + 2:
        k = j - 1 - (prep == "مع" and p.tags[j - 1] == PARTICLE)
        if p.tags[k] == STATE and p.lexes[k].definite:
            return True  # القرض المتفق عليه مع القاهرة، الطعون المقدمة على القانون
    if n <= v or p.tags[n] != EVENT:
        return False
    noun = p.lexes[n].noun
    if noun is not None and noun.event_type is event_type is not EventType.OTHER:
        return False  # أمر بالتحقيق مع
    entry = load_reader().lexicon.noun(noun.lemma) if noun is not None else None
    return entry is not None and prep in {fold_word(x) for x in entry.preps}


def _prep_at(p: Parse, j: int) -> str:
    """The preposition that token j is, or begins with; empty where it has none."""
    if p.tags[j] == PREP:
        return p.words[j].lstrip("و")
    if p.tags[j] == SIMUL and p.words[j] == "لدي":
        return p.words[j]
    if p.tags[j] in (OTHER, STATE, EVENT) and p.lexes[j].prep:
        return p.lexes[j].prep
    if j in p.names and p.names[j][1]:
        return p.words[j][p.names[j][1] - 1]  # ببوتين
    return ""


def _other_side(p: Parse, i: int) -> bool:
    """نظيره، ضيفته، حليفه: whose pronoun is the actor's, and who is another party all the same."""
    lex = p.lexes[i]
    return lex.pronoun and lex.stem.removesuffix("ت") in _PEERS


def _own_preps(verb: Analysis | None) -> frozenset[str]:
    entry = load_reader().lexicon.verb(verb.lemma) if verb is not None else None
    return frozenset(fold_word(x) for x in entry.preps) - {"ب", "في"} if entry is not None else frozenset()


def _known_owner(p: Parse, phrase: Phrase) -> bool:
    """A noun with a pronoun (رجاله) is the actor's own; نظيره is the other side."""
    return not p.lexes[phrase.head].pronoun or _other_side(p, phrase.head)


def _party(p: Parse, phrase: Phrase, prep: str) -> bool:
    """Someone whom a list knows, definite, and no place: a verb of motion has its goal by the same prepositions."""
    named = p.named.get(phrase.head)
    known = named in ("person", "office", "organisation") or p.lexes[phrase.head].definite
    if named == "country" and prep in ("عن", "علي", "ضد"):
        return True  # استقلت عن فرنسا
    if prep == "الي" and phrase.place:
        return False  # وصل إلى البلاد
    known = known or p.lexes[phrase.head].is_("name") or _other_side(p, phrase.head)
    return phrase.sure and known and named not in ("place", "nisba", "country")


_OF_DEEDS: Final = frozenset(
    {EventType.SUPPORT, EventType.ACCUSE, EventType.THREATEN, EventType.COERCE, EventType.PROTEST}
)


def _doer(p: Parse, i: int, end: int) -> Phrase | None:
    """رحب بقرار ليبيا، ندد باجتياح القوات: whose deed it is; هدد بقصف إيران: whom it would befall."""
    if i >= end or (p.tags[i] != EVENT and p.lexes[i].stem not in _PARTS):
        return None
    for j in range(i + 1, min(end, i + 4)):
        if p.tags[j] == EVENT:
            continue
        if p.lexes[j].prep or p.lexes[j].conj or p.tags[j] not in (OTHER, STATE, NUMBER):
            return None
        if p.named.get(j) == "nisba" and p.lexes[j - 1].definite:
            return None  # السياسة الاسرائيلية
        found = noun_phrase(p, j, end, transitive=True)
        own = found is not None and p.lexes[found.head].pronoun
        return found if found is not None and found.actor and found.sure and not own else None
    return None


_PARTS: Final = frozenset(
    {"دور", "موقف", "مواقف", "سياسه", "جهود", "خطوه"}
)  # what one is praised or blamed for


def _between(
    p: Parse, v: int, end: int, event_type: EventType, actors: tuple[Phrase, ...], targets: tuple[Phrase, ...]
) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """بين X وY: two parties of one standing act together; of a fight the second is the other side."""
    if actors and targets:
        return actors, targets
    for j in range(v + 1, min(end, v + 20)):
        if p.words[j] not in ("بين", "وبين") or p.tags[j] != PREP:
            continue
        phrases, i = _coordinated(p, j + 1, end, transitive=False)
        good = [x for x in phrases if x.actor]
        for k in range(i, min(len(p), i + 14)):
            if p.words[k] == "وبين":
                more, _ = _coordinated(p, k + 1, len(p), transitive=False)
                good += [x for x in more if x.actor]
                break
            if len(good) == 1 and p.tags[k] == OTHER and p.lexes[k].conj and p.lexes[k].is_("org", "title"):
                more, _ = _coordinated(p, k, len(p), transitive=False)
                good += [x for x in more if x.actor]  # بين الجيش بقيادة … وقوات
                break
        if (
            len(good) == 1
            and not actors
            and event_type in _MUTUAL | {EventType.ASSAULT}
            and _several(p, good[0])
        ):
            return (good[0],), targets
        if len(good) >= 2 and not actors:
            if event_type is EventType.ASSAULT:
                return (good[0],), (*good[1:], *targets)
            return tuple(good), targets
    return actors, targets


def _before_copula(p: Parse, n: int, end: int) -> int:
    """آخر لقاء قبل قمة الثلاثاء كان بين الوزيرين: what كان says is of the subject, not of a noun behind a preposition."""
    copula = p.clauses[p.clause_of[n]].copula
    return min(end, copula) if n < copula and p.tags[n - 1] in (PREP, TEMPORAL, SIMUL) else end


def _several(p: Parse, phrase: Phrase) -> bool:
    """بين الخبراء، بين البلدين: one noun for both sides."""
    lex = p.lexes[phrase.head]
    return p.named.get(phrase.head) in (None, "office") and (
        lex.stem.endswith(("ين", "ان", "ات", "اء"))
        or lex.is_("human")
        or lex.stem in ("دول", "قاده", "احزاب")
    )


def _acting(phrases: Sequence[Phrase], lenient: Parse | None = None) -> tuple[Phrase, ...]:
    """Those who can act; where the verb wants an agent, also a definite noun that no list knows (المستشرق)."""
    if lenient is None:
        return tuple(x for x in phrases if x.actor)
    return tuple(x for x in phrases if x.actor or _may_act(lenient, x))


def _may_act(p: Parse, phrase: Phrase) -> bool:
    lex = p.lexes[phrase.head]
    source = p.text[p.starts[phrase.head] : p.ends[phrase.head]]
    return (
        p.tags[phrase.head] in (OTHER, STATE)
        and lex.definite
        and not (lex.prep and p.words[phrase.head][0] in "بلك")
        and not lex.is_("thing", "quant")
        and lex.stem not in ("منعقد", "منعقده")
        and lex.word not in ORDINALS  # عقد الثاني في الرباط
        and (not source.endswith(("ة", "ات")) or _has_name(p, phrase))
    )


def _has_name(p: Parse, phrase: Phrase) -> bool:
    """المتنبئة الجوية رنا القسوس: a personal name behind the noun."""
    return any(p.named.get(k) == "person" or namelike(p, k) for k in range(phrase.head + 1, phrase.end))


def _fallen(p: Parse, phrase: Phrase) -> bool:
    """129 قتيلا: nouns of an event that name whom it befell."""
    noun = p.lexes[phrase.head].noun
    return p.tags[phrase.head] == EVENT and noun is not None and noun.lemma in ("قتيل", "جريح", "شهيد")


def _column(p: Parse, phrase: Phrase) -> bool:
    """قافلة من الجنود: a column on the move is attacked, though it may be the name of what it does."""
    noun = p.lexes[phrase.head].noun
    return p.tags[phrase.head] == EVENT and noun is not None and noun.lemma in ("قافلة", "دورية", "موكب")


def _mere_adjective(p: Parse, phrase: Phrase) -> bool:
    """جريمة قتل بشعة: one indefinite word with teh marbuta that no list knows."""
    lex = p.lexes[phrase.head]
    alone = phrase.end == phrase.start + 1 and phrase.head not in p.named
    return alone and not lex.known and not lex.definite and p.text[p.ends[phrase.head] - 1] == "ة"


def _affected(p: Parse, phrases: Sequence[Phrase], event_type: EventType) -> tuple[Phrase, ...]:
    """Whom or what it is done to: someone, or in acts of force also a thing or a place; not the actor's own forces."""
    barred = _OFFICES | INSTRUMENTS if event_type is EventType.ASSAULT else _OFFICES
    phrases = [x for x in phrases if p.lexes[x.head].stem.removesuffix("ا") not in barred]
    own = event_type in (EventType.MOBILIZE, EventType.RETREAT)
    kept = [_freed(p, x) for x in phrases if not (own and p.lexes[x.head].pronoun) and not _own_people(p, x)]
    if event_type is EventType.REJECT and kept and p.tags[kept[0].head] == EVENT:
        whose = _doer(p, kept[0].head, kept[0].end)
        return (whose,) if whose is not None else ()  # رفضت المحكمة طعن المرشح
    if event_type is EventType.COOPERATE:
        return ()  # تبادل البلدان السفراء
    kept = [x for x in kept if x.end > x.start + 1 or p.words[x.start] not in ("كل", "بعض", *_OWN_RELEASE)]
    if event_type in _CONCRETE:
        return tuple(
            x
            for x in kept
            if (
                x.actor
                or x.place
                or _fallen(p, x)
                or (not own and _column(p, x))
                or (p.tags[x.head] == OTHER and not _mere_adjective(p, x))
            )
            and not p.lexes[x.head].stem.startswith("علاق")
        )
    if event_type is EventType.OTHER:
        return tuple(x for x in kept if x.actor and _human(p, x))
    lenient = event_type in _PERSONAL
    visits = event_type is EventType.CONSULT
    return tuple(
        x
        for x in kept
        if x.actor or (lenient and _may_act(p, x)) or (visits and x.place and not p.lexes[x.head].definite)
    )


_PEOPLE: Final = frozenset(
    {
        "قوات",
        "جنود",
        "سفير",
        "سفراء",
        "رعايا",
        "دوريات",
        "مواقع",
        "جيش",
        "طائرات",
        "عمليات",
        "دبلوماسيي",
        "موظفي",
        "بلاد",
    }
)


def _own_people(p: Parse, phrase: Phrase) -> bool:
    """حشدت موسكو قواتها، استدعت أنقرة سفيرها: what the actor moves of its own is no other party."""
    word = p.words[phrase.head]
    return any(word.endswith(tail) and word[: -len(tail)] in _PEOPLE for tail in ("ها", "ه", "هم", "هما"))


_OFFICES: Final = frozenset(
    {"رئاسه", "منصب", "حكم", "قياده", "مهام", "مهامه", "مهامها", "سلطه", "مقاليد"}
)  # what one takes over
_PERSONAL: Final = frozenset({EventType.ACCUSE, EventType.THREATEN, EventType.CONSULT, EventType.REQUEST})


def _human(p: Parse, phrase: Phrase) -> bool:
    """Acts without a class of their own (انتخب، أرسل) are done to people; what is founded or closed is no party."""
    lex = p.lexes[phrase.head]
    named = p.named.get(phrase.head)
    return (
        lex.is_("title", "human", "name")
        or named in ("person", "office", "nisba")
        or (lex.stem in OTHERS and not lex.pronoun)
        or (not lex.known and named is None)
    )


_RELEASE: Final = frozenset({"سراح", "سبيل", "حياه", "ارواح"})


def _freed(p: Parse, phrase: Phrase) -> Phrase:
    """أطلق سراح الرهائن: the one released is the genitive."""
    if p.lexes[phrase.head].stem in _RELEASE and phrase.end > phrase.head + 1:
        return noun_phrase(p, phrase.head + 1, phrase.end) or phrase
    return phrase


def _with_noun(p: Parse, noun: int, governor: int, event_type: EventType, found: Cast) -> Cast:
    """The verb of a light construction gives the subject, the noun gives the other party."""
    governing = p.verb(governor)
    scene = next((x for x in found.subject if x.place), None)
    if governing is not None and governing.lemma == "شهد" and scene is not None:
        return replace(_noun_cast(p, noun, event_type), scene=scene)
    if governing is not None and governing.lemma in _UNDERGOING and found.subject:
        return _undergone(p, noun, event_type, found)
    undergone = noun + 1 < len(p) and p.words[noun + 1] in ("عنهم", "عنه", "عنها", "عنهما")
    if governing is not None and governing.lemma == "تمّ" and undergone and noun > governor:
        return replace(
            found, actors=(), targets=tuple(found.subject), elided=False
        )  # الأسرى الذين تم الإفراج عنهم
    if governing is not None and p.lexes[noun].pronoun and _only_done_to(p, noun, governor, governing):
        found = replace(found, actors=(), elided=False)
    targets = _by_preposition(p, noun, _clause_end(p, noun), event_type, None)
    if not targets and noun > governor and _framed(governing)[0]:
        targets = _by_preposition(p, governor, _clause_end(p, noun), event_type, None)
    if not targets and noun < governor and p.clauses[p.clause_of[governor]].kind == "relative":
        targets = _by_preposition(p, governor, _clause_end(p, governor), event_type, None)  # هجوم شنه على
    actors = found.actors
    if found.passive or any(x.start <= noun < x.end for x in found.subject):
        actors = ()  # تم إيقاف معارضين ومحامين: what is joined to the genitive of the event does not do it
    own = _noun_cast(p, noun, event_type)
    if not actors:
        actors = own.actors
    targets = tuple(x for x in (targets or own.targets) if x not in actors)
    if not actors and event_type in _MUTUAL and p.clauses[p.clause_of[governor]].kind == "relative":
        # الاجتماع الذي جرى بين الرئيسين
        actors, targets = _between(p, governor, _clause_end(p, governor), event_type, actors, targets)
    return Cast(
        actors,
        targets or tuple(x for x in found.targets if x.actor and event_type not in _MUTUAL),
        elided=found.elided,
        gender=found.gender,
        number=found.number,
    )


def _only_done_to(p: Parse, noun: int, governor: int, governing: Analysis) -> bool:
    """المجلس الذي تم تأجيله، وبدأ تطبيقه: the pronoun is what it was done to, and nobody who did it."""
    own = p.lexes[noun].noun
    applied = own is not None and own.lemma in _APPLIED and noun == governor + 1
    return governing.lemma == "تمّ" or (applied and Flag.ASPECTUAL in governing.flags)


# Verbs whose subject is the one to whom the noun is done: تعرض لهجوم، لقي مصرعه، تلقى مساعدات.
_UNDERGOING: Final = frozenset({"تعرّض", "لقي", "خضع", "تلقّى", "لاقى", "نال"})


def _undergone(p: Parse, noun: int, event_type: EventType, found: Cast) -> Cast:
    own = _noun_cast(p, noun, event_type)
    end = _clause_end(p, noun)
    givers = _agents(p, noun, end)
    for j in range(noun + 1, min(end, noun + 8)):
        if not givers and p.tags[j] == PREP and p.words[j] == "من":
            givers = _coordinated(p, j + 1, end, transitive=False)[0]
    befallen = tuple(x for x in found.subject if x.actor or event_type in _CONCRETE)
    actors = _acting(givers) or (() if p.lexes[noun].pronoun else own.actors)
    return Cast(tuple(x for x in actors if x.sure), befallen, passive=True, subject=found.subject)


def _state_cast(p: Parse, i: int, event_type: EventType) -> Cast:
    clause = p.clauses[p.clause_of[i]]
    targets = _after_li(p, i)
    if clause.kind == "relative" and clause.head >= 0:
        described = replace(clause, verb=i)
        head = _antecedent(p, described, i)
        return Cast(_acting([head] if head else []), targets, subject=(head,) if head else ())
    if 0 <= clause.copula < i:
        phrases, _ = _after(p, clause.copula, i, transitive=False)
        subjects = phrases or _subject_before_copula(p, clause)
        return Cast(_acting(subjects), targets, elided=not subjects, subject=tuple(subjects))
    bearer = _bearer(p, i) if p.lexes[i].definite else None
    if bearer is not None and bearer.actor and event_type in _CONCRETE:
        return Cast((), (bearer,), passive=True, subject=(bearer,))
    return Cast((), (), subject=(bearer,) if bearer is not None else ())


def _bearer(p: Parse, i: int) -> Phrase | None:
    """الجندي فلان المحتجز: the definite phrase right before a participle that describes it."""
    for j in range(max(0, i - 8), i):
        if p.tags[j] in (OTHER, STATE, EVENT) and p.clause_of[j] == p.clause_of[i] and not p.lexes[j].prep:
            found = noun_phrase(p, j, i, split=False)
            if found is not None and found.end == i and (p.lexes[i - 1].definite or namelike(p, i - 1)):
                return found
    return None


def _after_li(p: Parse, i: int) -> tuple[Phrase, ...]:
    """سكرتيرا للأميرة، تابعة للدنمارك: whom the state is towards."""
    for j in range(i + 1, min(len(p), i + 4)):
        if (p.tags[j] == OTHER and p.lexes[j].prep == "ل") or (
            j in p.names and p.words[j].startswith("ل") and p.names[j][1]
        ):
            phrase = noun_phrase(p, j, len(p))
            return (phrase,) if phrase is not None and phrase.actor else ()
    return ()


def _subject_before_copula(p: Parse, clause: Clause) -> list[Phrase]:
    start = clause.opener + 1 if clause.opener >= 0 else clause.start
    if start >= clause.copula:
        return []
    return _coordinated(p, start, clause.copula, transitive=False)[0]


def _holders(p: Parse, n: int, end: int) -> tuple[Phrase, ...]:
    """اجتماع للجنة، محادثات لمجلس الوزراء: the body that meets."""
    for j in range(n + 1, min(end, n + 6)):
        if p.tags[j] == OTHER and p.lexes[j].prep == "ل" and p.lexes[j].is_("org", "human", "title"):
            return _acting(_coordinated(p, j, end, transitive=False)[0])
    return ()


def _visited(p: Parse, n: int, end: int) -> tuple[Phrase, ...]:
    """زيارته كييف، زيارته للولايات المتحدة، استقباله أمس قادة: behind a noun with its pronoun stands the other side."""
    i = n + 1
    while i < end and p.tags[i] == TIMEX:
        i += 1
    if i >= end:
        return ()
    noun = p.lexes[n].noun
    if noun is not None and noun.lemma == "زيارة" and (_prep_at(p, i) in ("ل", "الي") or p.words[i] == "الي"):
        i += p.tags[i] == PREP
    elif _prep_at(p, i) or p.tags[i] != OTHER:
        return ()
    phrase = noun_phrase(p, i, end)
    return (phrase,) if phrase is not None and (phrase.actor or phrase.place) else ()


_HELD_NOUNS: Final = frozenset(
    {"عقد", "إجراء", "تنظيم", "تأجيل", "إرجاء", "إلغاء"}
)  # عقدها: their pronoun is no one
_APPLIED: Final = _HELD_NOUNS | {
    "تطبيق", "تنفيذ", "بناء", "إنشاء", "تشييد", "تشغيل", "تسويق", "إنتاج", "تصنيع", "ترميم", "عرض", "بث", "نشر"
}  # fmt: skip
# Fairs and the like: a town behind them says where.
FAIRS: Final = frozenset({"معرض", "مهرجان", "منتدى", "مؤتمر", "بطولة", "كأس", "ندوة", "أسبوع"})
_DISASTERS: Final = frozenset({"زلزال", "إعصار", "فيضان", "حريق", "انفجار", "كارثة", "سيل", "بركان"})


def _scenic(noun: Analysis | None, event_type: EventType) -> bool:
    """تفجيرات مدريد، زلزال أكادير، قمة العقبة: a city in the genitive says where, not who."""
    return (
        event_type in _MUTUAL
        or event_type is EventType.ASSAULT
        or (noun is not None and (noun.lemma in _DISASTERS or noun.lemma in FAIRS))
    )


def _past_amount(p: Parse, i: int, end: int) -> int:
    """مقتل أكثر من 50 طفلا، إصابة نحو عشرين: the token after words that only bound a number, else i."""
    j = i
    while j < end and (p.tags[j] == PARTICLE or p.words[j] in _ABOUT_AS_MANY):
        j += 1
    if j > i and j < end and p.words[j] == "من":
        j += 1
    counted = j < end and (p.tags[j] == NUMBER or p.lexes[j].is_("quant"))
    return j if counted else i


_ABOUT_AS_MANY: Final = frozenset({"نحو", "حوالي", "زهاء", "قرابه", "مجرد", "كل"})


def _of_its_case(noun: str, adjective: str) -> bool:
    """إضرابا وطنيا، غارتين جويتين: an adjective of relation with the ending of its noun."""
    if noun.endswith("ا"):
        return adjective.endswith("يا")
    return (noun.endswith("ان") and adjective.endswith(("يان", "يتان"))) or (
        noun.endswith("ين") and adjective.endswith(("يين", "يتين"))
    )


def _noun_cast(p: Parse, n: int, event_type: EventType) -> Cast:
    lex = p.lexes[n]
    noun = lex.noun
    end = _clause_end(p, n)
    genitive: list[Phrase] = []
    i = n + 1
    adjective = (
        i < end
        and not p.lexes[i].definite
        and i not in p.named
        and not (p.lexes[i].is_("human", "title") and noun is not None and noun.lemma in _PATIENT_NOUNS)
        and (
            p.lexes[i].stem.endswith(("ي", "يه"))
            or p.lexes[i].stem in EPITHETS
            or _of_its_case(lex.word, p.lexes[i].word)
            or (p.lexes[i].is_("thing") and described(p.lexes[i].stem))  # قصف عنيف
        )
    )
    if not lex.definite and not lex.pronoun and not adjective:
        genitive, i = _coordinated(
            p, _past_amount(p, n + 1, end), end, transitive=noun is not None and noun.verb is not None
        )
    while (
        i < end
        and p.tags[i] in (OTHER, STATE)
        and lex.definite
        and p.lexes[i].definite
        and not p.lexes[i].known
    ):
        i += 1
    if lex.pronoun and event_type is EventType.CONSULT and (visited := _visited(p, n, end)):
        return Cast((), visited, elided=True)
    agents = _agents(p, n, end)
    if event_type in _CONCRETE and i < end and _prep_at(p, i) == "ل" and (lex.pronoun or _acting(genitive)):
        hit = _affected(p, _coordinated(p, i, end, transitive=False, behind=True)[0], event_type)
        return Cast(_acting(genitive), hit, elided=lex.pronoun)  # استهداف الجيش للقرية
    indefinite = genitive and not p.lexes[genitive[0].head].definite and genitive[0].head not in p.named
    patient = indefinite and event_type is EventType.OTHER and p.lexes[genitive[0].head].known
    genitive = [
        x
        for x in genitive
        if not p.lexes[x.head].pronoun and not (_scenic(noun, event_type) and p.named.get(x.head) == "place")
    ]
    targets = _by_preposition(p, n, min(end, n + 18), event_type, None)
    lemma = noun.lemma if noun is not None else ""
    given, _ = _coordinated(p, i, end, transitive=False) if genitive and i < end and not agents else ([], i)
    doer = bool(genitive) and (p.lexes[genitive[0].head].definite or genitive[0].head in p.named)
    if (
        lemma in _PATIENT_NOUNS
        and given
        and doer
        and genitive[0].actor
        and given[0].actor
        and not p.lexes[i].prep
    ):
        return Cast(_acting(genitive), _affected(p, given, event_type))  # اعتقال الشرطة ثلاثة صحافيين
    if lemma in _PATIENT_NOUNS or agents or patient:
        return Cast(
            _acting(agents),
            _affected(p, genitive, event_type) if not agents or genitive else targets,
            passive=True,
        )
    actors = _acting(genitive)
    if not actors and event_type in _MUTUAL:
        actors = _holders(p, n, end)
    objects, _ = _coordinated(p, i, end, transitive=False) if genitive and i < end else ([], i)
    if genitive and p.named.get(genitive[-1].head) == "nisba" and not p.lexes[genitive[-1].head].definite:
        objects = []  # هجوم تركي آخر: behind an adjective another one, and no object
    if actors and objects and not p.lexes[i].prep:
        targets = _affected(p, objects, event_type) or targets
    actors, targets = _between(p, n, _before_copula(p, n, end), event_type, actors, targets)
    elided = not actors and lex.pronoun and lemma not in _HELD_NOUNS
    return Cast(actors, tuple(t for t in targets if t not in actors), elided=elided)
