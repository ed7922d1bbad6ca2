"""The cast of a noun: genitives of verbal nouns, holders of meetings, who is in a state, and what a light verb adds."""

from dataclasses import replace
from typing import Final

from hawliyat.tasks.events.parse import Parse
from hawliyat.tasks.events.participants.before import antecedent, subject_before_copula
from hawliyat.tasks.events.participants.behind import clause_end, phrases_behind, prep_at
from hawliyat.tasks.events.participants.coordination import coordinated
from hawliyat.tasks.events.participants.model import Cast
from hawliyat.tasks.events.participants.prepositions import (
    MUTUAL,
    both_sides,
    by_preposition,
    framed_preps,
    named_agents,
)
from hawliyat.tasks.events.participants.roles import CONCRETE, able_to_act, affected
from hawliyat.tasks.events.phrases import EPITHETS, Phrase, described, namelike, noun_phrase
from hawliyat.tasks.events.words import EVENT, NUMBER, OTHER, PARTICLE, PREP, SIMUL, STATE, TEMPORAL, TIMEX
from hawliyat.tasks.morphology.model import Analysis, Flag
from hawliyat.tasks.schema import EventType

PATIENT_NOUNS: Final = frozenset(
    {"مقتل", "اغتيال", "قتل", "اعتقال", "انتخاب", "تعيين", "اختطاف", "خطف", "احتجاز", "توقيف", "إيقاف", "إعدام", "سجن", "حبس",
     "تمديد", "إطلاق", "إفراج", "تأسيس", "إنشاء", "إقامة", "تفكيك", "افتتاح", "إغلاق", "بيع", "شراء", "نشر", "تنفيذ", "إرسال",
     "منح", "تسليم", "استشهاد", "محاكمة", "إدانة", "طرد", "ترحيل", "سقوط", "إقالة", "عزل", "اتهام", "قصف", "تفجير", "احتلال",
     "ضم", "إدراج", "إطاحة", "خلع", "تنحية", "إزاحة", "إبعاد", "استدعاء", "تكريم", "ضبط", "تحرير", "إسقاط",
     "غزو", "حصار", "تدمير", "هدم", "اقتحام", "مصرع", "إصابة", "جرح", "تهجير", "ترشيح", "تنصيب", "تتويج", "إنقاذ", "استقبال"}
)  # fmt: skip


def _before_copula(p: Parse, n: int, end: int) -> int:
    """آخر لقاء قبل قمة الثلاثاء كان بين الوزيرين: what كان says is of the subject, not of a noun behind a preposition."""
    copula = p.clauses[p.clause_of[n]].copula
    return min(end, copula) if n < copula and p.tags[n - 1] in (PREP, TEMPORAL, SIMUL) else end


def with_noun(p: Parse, noun: int, governor: int, event_type: EventType, found: Cast) -> Cast:
    """The verb of a light construction gives the subject, the noun gives the other party."""
    governing = p.verb(governor)
    scene = next((x for x in found.subject if x.place), None)
    if governing is not None and governing.lemma == "شهد" and scene is not None:
        return replace(noun_cast(p, noun, event_type), scene=scene)
    if governing is not None and governing.lemma in _UNDERGOING and found.subject:
        return _undergone(p, noun, event_type, found)
    undergone = noun + 1 < len(p) and p.words[noun + 1] in ("عنهم", "عنه", "عنها", "عنهما")
    if governing is not None and governing.lemma == "تمّ" and undergone and noun > governor:
        return replace(
            found, actors=(), targets=tuple(found.subject), elided=False
        )  # الأسرى الذين تم الإفراج عنهم
    if governing is not None and p.lexes[noun].pronoun and _only_done_to(p, noun, governor, governing):
        found = replace(found, actors=(), elided=False)
    targets = by_preposition(p, noun, clause_end(p, noun), event_type, None)
    if not targets and noun > governor and framed_preps(governing)[0]:
        targets = by_preposition(p, governor, clause_end(p, noun), event_type, None)
    if not targets and noun < governor and p.clauses[p.clause_of[governor]].kind == "relative":
        targets = by_preposition(p, governor, clause_end(p, governor), event_type, None)  # هجوم شنه على
    actors = found.actors
    if found.passive or any(x.start <= noun < x.end for x in found.subject):
        actors = ()  # تم إيقاف معارضين ومحامين: what is joined to the genitive of the event does not do it
    own = noun_cast(p, noun, event_type)
    if not actors:
        actors = own.actors
    targets = tuple(x for x in (targets or own.targets) if x not in actors)
    if not actors and event_type in MUTUAL and p.clauses[p.clause_of[governor]].kind == "relative":
        # الاجتماع الذي جرى بين الرئيسين
        actors, targets = both_sides(p, governor, clause_end(p, governor), event_type, actors, targets)
    return Cast(
        actors,
        targets or tuple(x for x in found.targets if x.actor and event_type not in MUTUAL),
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
    own = noun_cast(p, noun, event_type)
    end = clause_end(p, noun)
    givers = named_agents(p, noun, end)
    for j in range(noun + 1, min(end, noun + 8)):
        if not givers and p.tags[j] == PREP and p.words[j] == "من":
            givers = coordinated(p, j + 1, end, transitive=False)[0]
    befallen = tuple(x for x in found.subject if x.actor or event_type in CONCRETE)
    actors = able_to_act(givers) or (() if p.lexes[noun].pronoun else own.actors)
    return Cast(tuple(x for x in actors if x.sure), befallen, passive=True, subject=found.subject)


def state_cast(p: Parse, i: int, event_type: EventType) -> Cast:
    clause = p.clauses[p.clause_of[i]]
    targets = _after_li(p, i)
    if clause.kind == "relative" and clause.head >= 0:
        described = replace(clause, verb=i)
        head = antecedent(p, described, i)
        return Cast(able_to_act([head] if head else []), targets, subject=(head,) if head else ())
    if 0 <= clause.copula < i:
        phrases, _ = phrases_behind(p, clause.copula, i, transitive=False)
        subjects = phrases or subject_before_copula(p, clause)
        return Cast(able_to_act(subjects), targets, elided=not subjects, subject=tuple(subjects))
    bearer = _bearer(p, i) if p.lexes[i].definite else None
    if bearer is not None and bearer.actor and event_type in CONCRETE:
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


def _holders(p: Parse, n: int, end: int) -> tuple[Phrase, ...]:
    """اجتماع للجنة، محادثات لمجلس الوزراء: the body that meets."""
    for j in range(n + 1, min(end, n + 6)):
        if p.tags[j] == OTHER and p.lexes[j].prep == "ل" and p.lexes[j].is_("org", "human", "title"):
            return able_to_act(coordinated(p, j, end, transitive=False)[0])
    return ()


def _visited(p: Parse, n: int, end: int) -> tuple[Phrase, ...]:
    """زيارته كييف، زيارته للولايات المتحدة، استقباله أمس قادة: behind a noun with its pronoun stands the other side."""
    i = n + 1
    while i < end and p.tags[i] == TIMEX:
        i += 1
    if i >= end:
        return ()
    noun = p.lexes[n].noun
    if noun is not None and noun.lemma == "زيارة" and (prep_at(p, i) in ("ل", "الي") or p.words[i] == "الي"):
        i += p.tags[i] == PREP
    elif prep_at(p, i) or p.tags[i] != OTHER:
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
        event_type in MUTUAL
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


def noun_cast(p: Parse, n: int, event_type: EventType) -> Cast:
    lex = p.lexes[n]
    noun = lex.noun
    end = clause_end(p, n)
    genitive: list[Phrase] = []
    i = n + 1
    adjective = (
        i < end
        and not p.lexes[i].definite
        and i not in p.named
        and not (p.lexes[i].is_("human", "title") and noun is not None and noun.lemma in PATIENT_NOUNS)
        and (
            p.lexes[i].stem.endswith(("ي", "يه"))
            or p.lexes[i].stem in EPITHETS
            or _of_its_case(lex.word, p.lexes[i].word)
            or (p.lexes[i].is_("thing") and described(p.lexes[i].stem))  # قصف عنيف
        )
    )
    if not lex.definite and not lex.pronoun and not adjective:
        genitive, i = coordinated(
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
    agents = named_agents(p, n, end)
    if event_type in CONCRETE and i < end and prep_at(p, i) == "ل" and (lex.pronoun or able_to_act(genitive)):
        hit = affected(p, coordinated(p, i, end, transitive=False, behind=True)[0], event_type)
        return Cast(able_to_act(genitive), hit, elided=lex.pronoun)  # استهداف الجيش للقرية
    indefinite = genitive and not p.lexes[genitive[0].head].definite and genitive[0].head not in p.named
    patient = indefinite and event_type is EventType.OTHER and p.lexes[genitive[0].head].known
    genitive = [
        x
        for x in genitive
        if not p.lexes[x.head].pronoun and not (_scenic(noun, event_type) and p.named.get(x.head) == "place")
    ]
    targets = by_preposition(p, n, min(end, n + 18), event_type, None)
    lemma = noun.lemma if noun is not None else ""
    given, _ = coordinated(p, i, end, transitive=False) if genitive and i < end and not agents else ([], i)
    doer = bool(genitive) and (p.lexes[genitive[0].head].definite or genitive[0].head in p.named)
    if (
        lemma in PATIENT_NOUNS
        and given
        and doer
        and genitive[0].actor
        and given[0].actor
        and not p.lexes[i].prep
    ):
        return Cast(able_to_act(genitive), affected(p, given, event_type))  # اعتقال الشرطة ثلاثة صحافيين
    if lemma in PATIENT_NOUNS or agents or patient:
        return Cast(
            able_to_act(agents),
            affected(p, genitive, event_type) if not agents or genitive else targets,
            passive=True,
        )
    actors = able_to_act(genitive)
    if not actors and event_type in MUTUAL:
        actors = _holders(p, n, end)
    objects, _ = coordinated(p, i, end, transitive=False) if genitive and i < end else ([], i)
    if genitive and p.named.get(genitive[-1].head) == "nisba" and not p.lexes[genitive[-1].head].definite:
        objects = []  # هجوم تركي آخر: behind an adjective another one, and no object
    if actors and objects and not p.lexes[i].prep:
        targets = affected(p, objects, event_type) or targets
    actors, targets = both_sides(p, n, _before_copula(p, n, end), event_type, actors, targets)
    elided = not actors and lex.pronoun and lemma not in _HELD_NOUNS
    return Cast(actors, tuple(t for t in targets if t not in actors), elided=elided)
