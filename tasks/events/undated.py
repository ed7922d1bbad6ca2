"""Events that no time expression dates: a PLOVER class, told and not just mentioned.

Told are a finite verb with someone who acts or is acted upon, the noun of a light construction, the noun that heads a
headline, what a verb of result leads to, and of violence and protest the subject and the cause of what happened. Such a
noun in the genitive or as the topic of talk is background and no row, and so is one that is known already (بعد الهجوم).
Nor is violence or protest that did not happen, might or is planned: with a date it is.
"""

from collections.abc import Iterator
from typing import Final

from hawliyat.tasks.events.classes import CARRIES, armed, is_protester, makes_violence
from hawliyat.tasks.events.content import DURING, PUTS_OFF, REMAINS, Contents, inside_idafa
from hawliyat.tasks.events.parse import Parse
from hawliyat.tasks.events.phrases import TOLL
from hawliyat.tasks.events.words import EVENT, NUMBER, OTHER, PREP, PRONOUN, SIMUL, STATE, TEMPORAL, VERB
from hawliyat.tasks.morphology.model import Analysis, Aspect, Flag, Person
from hawliyat.tasks.schema import EventType
from hawliyat.tasks.values import value

# Members asked for in inner loops, by names of the module: an attribute of an enumeration takes ten times as long.
_UNCLASSED: Final = EventType.OTHER
_PERFECT: Final = Aspect.PERFECT
_IMPERATIVE: Final = Aspect.IMPERATIVE
_SECOND: Final = Person.SECOND
_SAY: Final = Flag.SAY
_GUESSED: Final = Flag.GUESSED
_WEAK: Final = Flag.WEAK
_COPULA: Final = Flag.COPULA


@value
class Told:
    """Token `trigger` tells an event; `governor` is the verb of its construction; `main` where its clause stands alone."""

    trigger: int
    governor: int
    main: bool
    rule: str


# What they govern was done: تمكنت الشرطة من توقيف، عمد مسلحون إلى قتل. An attempt at violence is violence.
_DONE: Final = frozenset({"تمكّن", "نجح", "استطاع", "عمد", "أقدم", "بادر"})
_RESULTS = frozenset({"أسفر", "أدّى", "تسبّب", "أودى", "خلّف", "أوقع", "لقي", "تعرّض", "أفضى", "نتج", "شهد"})
_SEES: Final = "شهد"
_BECOMES: Final = frozenset({"تطوّر", "تحوّل"})  # تطور الخلاف إلى مشاجرة
# What violence and protest do as long as they last: told of them in the imperfect too.
_EFFECTS = frozenset(
    {"شلّ", "هزّ", "عطّل", "طال", "امتدّ", "شمل", "اتّسع", "تصاعد", "اشتدّ", "عرقل", "أربك", "أوقف", "أغلق", "دخل"}
)
# Nouns that are spoken of in general as often as somebody tells what happened.
_SPOKEN_OF: Final = frozenset(
    {"حرب", "معركة", "نزاع", "صراع", "غزو", "قتل", "عدوان", "إبادة", "ثورة", "تمرد", "انتفاضة", "اضطراب", "قتال", "صدام",
     "احتراب", "اقتتال", "تناحر", "انتقام", "ثأر", "اغتصاب", "تخريب", "سفك", "فتك", "شغب", "إصابة"}
)  # fmt: skip
_ARRESTS: Final = frozenset({"اعتقال", "توقيف", "قبض", "احتجاز"})
_FOUGHT: Final = frozenset({"معركة", "صدام", "اقتتال", "قتال"})  # بلغت المعارك بين الجانبين المدينة
_HEARD_OF: Final = frozenset(
    {
        "دوي",
        "صوت",
        "اصوات",
        "موجه",
        "اعمال",
        "حصيله",
        "ضحايا",
        "قتلي",
        "وتيره",
        "حده",
        "رقعه",
        "دائره",
        "حركه",
    }
)
_REPORTS: Final = frozenset({"انباء", "تقارير", "معلومات", "مصادر"})
_COMES_TO_NOTHING: Final = PUTS_OFF | {"وقف", "ألغى", "أحبط", "فشل", "أخفق"}  # تأجل الهجوم
_CAUSES: Final = frozenset({"جراء", "نتيجه", "بسبب", "اثر", "عقب", "بعد", "خلال", "وسط", "اثناء"})
_SOMEONES_ACT: Final = frozenset({"قيام", "إقدام", "تعرض", "تبادل"})  # إثر قيام أحدهم بالاعتداء عليه
# Perfects that are read as nothing else.
_PLAIN_DEEDS: Final = frozenset(
    {"هاجم", "اغتال", "اختطف", "قصف", "اقتحم", "استهدف", "فتح", "أطلق", "تظاهر", "اعتصم", "أضرب", "هتف", "انتفض", "شارك", "خرج",
     "انطلق", "اندلع", "استشهد"}
)  # fmt: skip
_BY_ITSELF: Final = frozenset({"انفجر", "تفجّر", "سقط"})
_UPON_THEM: Final = frozenset({"عليه", "عليها", "عليهم", "عليهما"})
_ACT_REACH: Final = 12
_BY: Final = frozenset({"قبل", "طرف"})
_OPEN = frozenset({"علي", "بين", "ضد", "الي", "مع"})  # what stands behind them undergoes the verb
_ONGOING: Final = frozenset({"مواصله", "استمرار", "تواصل", "تصاعد"})
_LASTING: Final = frozenset({"متواصلا", "مستمرا", "قائما", "متواصله", "مستمره", "قائمه", "مفتوحا"})
_CROWDS: Final = frozenset({"حشد", "حشود", "جموع", "جمهره"})
_TAKING_PART: Final = frozenset({"مشاركون", "مشاركين", "مشارك"})
_BLOCKS: Final = frozenset({"قطع", "غلق", "أغلق", "أقفل", "إغلاق", "إقفال"})
_AUTHORITIES: Final = frozenset(
    {"جيش", "شرطه", "سلطات", "سلطه", "قوات", "جنود", "امن", "بلديه", "وزاره", "ولايه", "محافظه", "محافظ", "اداره", "حكومه",
     "مرور", "درك", "ثلوج", "سيول", "امطار", "اجهزه", "احتلال", "عاصفه", "والي", "مصالح"}
)  # fmt: skip
_WITHIN: Final = frozenset({"بدايه", "اطار", "سياق", "ختام", "هامش"})  # في إطار إضراب عام، على هامش مظاهرة
_ENDS: Final = _COMES_TO_NOTHING | {"علّق", "أنهى", "فكّ", "أوقف"}  # علقوا إضرابهم
_DISPERSES: Final = frozenset({"فرّق", "فضّ", "قمع", "طوّق", "اعترض", "أخمد"})
# In whose genitive protesters are there: لتفريق متظاهرين، قيام محتجين بحرق المكتب، في صفوف المتظاهرين.
_OF_PROTESTERS: Final = frozenset(
    {"تفريق", "تفرقه", "فض", "قمع", "احتواء", "قيام", "اقدام", "صفوف", "هتافات", "خيام"}
)
_DIES_DOWN: Final = frozenset({"توقّف", "انتهى", "هدأ", "انحسر", "خمد"})  # توقف القتال
_RESULT_NOUNS = frozenset({EventType.ASSAULT, EventType.PROTEST})


def told(p: Parse, contents: Contents, taken: frozenset[int]) -> Iterator[Told]:
    """Candidates in text order; `taken` are triggers that are dated already. Classes are not yet asked."""
    used = set(taken)
    violent = _speaks_of_violence(p)  # most sentences do not
    grave = violent or any(_arrest(p, i) for i, tag in enumerate(p.tags) if tag == EVENT)
    for i, tag in enumerate(p.tags):
        if i in used:
            if grave and tag == VERB and (noun := _announced(p, contents, i)) >= 0 and noun not in used:
                used.add(noun)  # أعلنت الوزارة أمس مقتل ستة: the date is that of the announcement
                yield Told(noun, noun, False, "undated.announced")
            if tag == VERB and violent:
                yield from _by_subject(p, i, used, main=False)
            continue
        if tag == VERB:
            reading = p.verb(i)
            if reading is None or reading.person is _SECOND or reading.aspect is _IMPERATIVE or _until(p, i):
                continue
            content, rule = contents.content(p, i)
            done = reading.lemma in _DONE or (reading.lemma == "حاول" and _violent(p, content))
            done = done and reading.aspect is _PERFECT
            if content != i and (done or rule != "anchor.complement"):  # تمكنت من توقيف, not قررت توقيف
                if content not in used:
                    used.add(content)
                    yield Told(content, i, _main(p, i), "undated" + rule.removeprefix("anchor"))
                if violent:
                    yield from _by_subject(p, i, used, main=False)  # أدت الاحتجاجات إلى استقالة الوزير
                if reading.lemma == _SEES and (noun := _seen(p, content)) not in used and noun >= 0:
                    used.add(noun)
                    yield Told(noun, i, _main(p, i), "undated.result")
                continue
            if not _of_kind(p, i, reading):
                yield Told(i, i, _main(p, i), "undated.verb")
            if violent:
                yield from _by_subject(p, i, used, main=_main(p, i))
            noun = _announced(p, contents, i) if grave else -1
            if noun >= 0 and noun not in used:
                used.add(noun)
                yield Told(noun, noun, _main(p, i), "undated.announced")
            if reading.lemma in _RESULTS or reading.lemma in _BECOMES:
                noun = _turned_into(p, i) if reading.lemma in _BECOMES else contents.object_of(p, i)
                if noun >= 0 and noun not in used:
                    used.add(noun)
                    yield Told(noun, i, _main(p, i), "undated.result")
        elif is_protester(p.lexes[i]) and _takes_part(p, i):
            yield Told(i, p.clauses[p.clause_of[i]].verb, False, PROTESTERS)
        elif violent and tag in (PREP, TEMPORAL, SIMUL) and (noun := _cause(p, i)) >= 0 and noun not in used:
            used.add(noun)
            yield Told(noun, noun, False, "undated.cause")
        elif violent and tag == EVENT and (_dispersed(p, i) or _goes_on(p, i)):
            used.add(i)
            yield Told(i, i, False, "undated.background")
        elif tag == EVENT and _heads(p, i, contents.governors.consequence):
            used.add(i)
            yield Told(i, i, p.clauses[p.clause_of[i]].kind == "main", "undated.headline_noun")


def _of_kind(p: Parse, i: int, reading: Analysis) -> bool:
    """الطلبات التي تصل متأخرة: of what kind things are, in the imperfect of a verb that has no class of its own."""
    described = p.clauses[p.clause_of[i]].kind == "relative"
    general = reading.aspect is Aspect.IMPERFECT and not reading.future and not p.lexes[i].conj
    return described and general and reading.event_type is EventType.OTHER and reading.lemma not in _EFFECTS


def _until(p: Parse, i: int) -> bool:
    """حتى يتوقف العدوان، إلى أن تنسحب القوات: what is waited for is not told."""
    reading = p.verb(i)
    if reading is None or reading.aspect is _PERFECT or i == 0:
        return False
    return p.words[i - 1] == "حتي" or (i > 1 and p.words[i - 1] == "ان" and p.words[i - 2] in ("الي", "حتي"))


PROTESTERS = "undated.protesters"
SUBJECT = "undated.subject"


def _seen(p: Parse, subject: int) -> int:
    """شهدت الوقفة مواجهات: what somebody saw in the protest or the attack that is the subject; -1: nothing."""
    for j in range(subject + 1, min(len(p), subject + _ACT_REACH)):
        if p.clause_of[j] != p.clause_of[subject] or p.tags[j] in (PREP, TEMPORAL, SIMUL):
            return -1
        if p.tags[j] == EVENT and not p.lexes[j].definite and _violent(p, j):
            return j
    return -1


def _turned_into(p: Parse, v: int) -> int:
    """تطور الخلاف إلى مشاجرة، تحولت الجنازات إلى مظاهرات: the violence or protest that something came to; -1: none."""
    for j in range(v + 2, min(len(p), v + _ACT_REACH)):
        if p.clause_of[j] == p.clause_of[v] and p.words[j - 1] == "الي":
            return j if p.tags[j] == EVENT and _violent(p, j) else -1
    return -1


def _by_subject(p: Parse, v: int, used: set[int], *, main: bool) -> Iterator[Told]:
    noun = _subject(p, v)
    if noun >= 0 and noun not in used:
        used.add(noun)
        yield Told(noun, v, main, SUBJECT)


def _subject(p: Parse, v: int) -> int:
    """The noun of violence or protest that is the subject of verb v: شل الإضراب الحركة، المظاهرات امتدت; -1: none.

    It is told by what it did (عادت التظاهرات) or goes on to do (يشل الإضراب); of what a strike does in general, not.
    """
    reading = p.verb(v)
    if reading is None or reading.lemma in _COMES_TO_NOTHING or reading.lemma in _DIES_DOWN:
        return -1
    noun = _striker(p, v)
    told_of = reading.aspect is _PERFECT or reading.lemma in _EFFECTS
    if _COPULA in reading.flags:  # بقي الإضراب متواصلا
        told_of = reading.lemma in REMAINS and p.words[noun + 1] in _LASTING
    return noun if noun >= 0 and told_of and not _spoken_of(p, noun) else -1


def _spoken_of(p: Parse, i: int) -> bool:
    """Whether noun i may be of the past or of a talk, or no violence: أثار مقتل المدير نقاشا، بعد مقتل زميل لهم في المنجم."""
    noun = p.lexes[i].noun
    if noun is None:
        return True
    if noun.lemma in _SPOKEN_OF:
        between = i + 1 < len(p) and p.words[i + 1] == "بين"
        return not (between and noun.lemma in _FOUGHT)
    return p.lexes[i].stem in TOLL and not armed(p, i)


def _striker(p: Parse, v: int) -> int:
    """The noun of violence or protest right behind verb v, or what its clause begins with; -1 where neither is one."""
    behind = _counted(p, v + 1)
    known = behind < len(p) and p.tags[behind] == EVENT and not p.lexes[behind].prep
    if known and _violent(p, behind):
        return behind
    clause = p.clauses[p.clause_of[v]]
    if clause.kind not in ("main", "coord", "comp"):
        return -1
    first = _counted(p, max(clause.start, clause.opener + 1))
    known = first < v and p.clause_of[first] == p.clause_of[v] and p.tags[first] == EVENT
    return first if known and not p.lexes[first].prep and _violent(p, first) else -1


def _counted(p: Parse, i: int) -> int:
    """The token behind what points at it, counts it or is heard of it: هذه الاحتجاجات، عشرات الغارات، دوي انفجار."""
    while i + 1 < len(p) and not p.lexes[i].prep:
        counts = p.tags[i] in (PRONOUN, NUMBER) or p.lexes[i].is_("quant") or p.lexes[i].stem in _HEARD_OF
        if not counts:
            break
        i += 2 if p.words[i + 1] == "من" and p.tags[i] == OTHER else 1
    return i


def _cause(p: Parse, i: int) -> int:
    """جراء قصف على الحي، إثر قيام أحدهم بالاعتداء عليه: the noun of violence or protest behind preposition i; -1: none.

    Behind the article alone it is one that is known: رحل السكان بعد القصف, unless it lasts: أصيب خلال القصف.
    """
    if p.words[i] not in _CAUSES:
        return -1
    noun = _someones_act(p, i + 1)
    if noun < 0:
        noun = _counted(p, i + 1)
        if noun >= len(p) or (
            p.words[i] not in DURING and p.lexes[noun].definite and not p.lexes[noun].pronoun
        ):
            return -1
    if p.tags[noun] != EVENT or not _violent(p, noun) or p.quoted[noun]:
        return -1
    if _spoken_of(p, noun):
        return -1
    v = p.clauses[p.clause_of[i]].verb
    verb = p.verb(v) if v >= 0 else None
    return noun if verb is not None and verb.aspect is _PERFECT and _COPULA not in verb.flags else -1


def _goes_on(p: Parse, i: int) -> bool:
    """يواصلون إضرابهم، في بداية إضراب عام: a protest of somebody's, or in which the clause's event takes place."""
    noun = p.lexes[i].noun
    if noun is None or noun.event_type is not EventType.PROTEST or not _violent(p, i) or p.quoted[i]:
        return False
    v = p.clauses[p.clause_of[i]].verb
    verb = p.verb(v) if v >= 0 else None
    if p.lexes[i].pronoun:
        ended = verb is not None and verb.lemma in _ENDS
        return verb is None or (not ended and verb.event_type in (_UNCLASSED, EventType.PROTEST))
    if p.words[i - 1] == "في" and p.lexes[i - 2].stem in _TAKING_PART:  # طالب المشاركون في المسيرة بالحرية
        told_of = verb is not None and verb.aspect is _PERFECT and _COPULA not in verb.flags
        doer = _before_count(p, i - 2)
        doer -= doer > v and p.lexes[doer].is_("human")  # قال عمال مشاركون في الاعتصام
        return told_of and v == doer
    before = _before_count(p, i)
    before -= p.lexes[before].stem in _WITHIN
    within = p.words[before] in ("في", "علي") and p.tags[before - 1] != EVENT  # not مشاركته في مسيرة
    if not within or p.lexes[i].definite or _spoken_of(p, i) or verb is None or verb.aspect is not _PERFECT:
        return False
    return _SAY not in verb.flags and verb.event_type in (_UNCLASSED, EventType.ASSAULT)


def _dispersed(p: Parse, i: int) -> bool:
    """فضت الشرطة مسيرة، تدخلت لتفريق تظاهرة: a protest that was broken up."""
    noun = p.lexes[i].noun
    if noun is None or noun.event_type is not EventType.PROTEST or p.lexes[i].prep:
        return False
    v = p.clauses[p.clause_of[i]].verb
    verb = p.verb(v) if 0 <= v < i else None
    if verb is None:
        return p.lexes[i - 1].stem in _ONGOING  # عازمون على مواصلة الاعتصام
    if verb.aspect is not _PERFECT:
        return False
    if verb.lemma in _DISPERSES:
        return not (p.lexes[i].definite and inside_idafa(p, i))  # not قوات مكافحة الشغب
    return p.lexes[_before_count(p, i)].stem in _OF_PROTESTERS | _ONGOING


def _someones_act(p: Parse, i: int) -> int:
    """قيام أحدهم بالاعتداء، إقدامه على القتل، تعرضه للضرب: what was done or suffered; -1 where token i is no such noun."""
    act = p.lexes[i].noun if i < len(p) else None
    if act is None or act.lemma not in _SOMEONES_ACT:
        return -1
    for j in range(i + 1, min(len(p), i + _ACT_REACH)):
        if p.tags[j] == EVENT and (p.lexes[j].prep in ("ب", "ل") or p.words[j - 1] == "علي"):
            return j
    return -1


def _speaks_of_violence(p: Parse) -> bool:
    return any(
        lex.noun is not None and (lex.noun.event_type in _RESULT_NOUNS or _violent(p, i))
        for i, lex in enumerate(p.lexes)
    )


def _violent(p: Parse, i: int) -> bool:
    """A noun of violence or protest, by itself or by what it stands with: إطلاق نار، سقوط 18 قتيلا، وقفة احتجاجية."""
    noun = p.lexes[i].noun
    if noun is None:
        return False
    if noun.event_type in _RESULT_NOUNS and _WEAK not in noun.flags:
        return True
    company = makes_violence(noun.lemma)
    return any(lex.stem in company for lex in p.lexes[i + 1 : i + 3])


def _announced(p: Parse, contents: Contents, v: int) -> int:
    """The noun of violence or arrest that verb v announces; -1 where it announces none."""
    reading = p.verb(v)
    if (
        reading is None
        or not _announces(p, v, reading)
        or not any(_violent(p, j) or _arrest(p, j) for j in range(v + 1, len(p)))
    ):
        return -1
    noun = contents.object_of(p, v, skip_subject=True, direct=True)
    told_of = noun >= 0 and not p.lexes[noun].conj and (_violent(p, noun) or _arrest(p, noun))
    if not told_of:  # أفاد بمقتل ثلاثة وإصابة خمسة، بسقوط ستة قتلى
        noun = contents.object_of(p, v, skip_subject=True)
    if noun < 0:
        return -1
    return noun if _arrest(p, noun) or (_violent(p, noun) and not p.lexes[noun].definite) else -1


def _arrest(p: Parse, i: int) -> bool:
    """توقيف ثلاثة، القبض على ثلاثة: not الاعتقال، which is known already."""
    noun = p.lexes[i].noun if p.tags[i] == EVENT else None
    if noun is not None and noun.lemma == "إلقاء" and i + 1 < len(p) and p.words[i + 1] == "القبض":
        return True
    if noun is None or noun.lemma not in _ARRESTS:
        return False
    return not p.lexes[i].definite or (i + 1 < len(p) and p.words[i + 1] == "علي")


def _announces(p: Parse, v: int, verb: Analysis) -> bool:
    """What is announced is told, and what news tells of; what is denied, feared or condemned is not."""
    if verb.lemma in ("ورد", "كشف"):
        return True
    if _SAY not in verb.flags or verb.event_type is not _UNCLASSED:
        return False
    if {Flag.NEGATING, Flag.PLANNED, Flag.HYPOTHETICAL} & set(verb.flags):
        return False
    reported = v + 1 < len(p) and p.lexes[v + 1].stem in _REPORTS  # تتحدث الأنباء عن مقتل ستة
    return verb.aspect is _PERFECT or reported


def _takes_part(p: Parse, i: int) -> bool:
    """ردد المحتجون، فرقت الشرطة المتظاهرين، على متظاهرين: subject or object of a finite verb, no one's genitive."""
    clause = p.clauses[p.clause_of[i]]
    v = clause.verb
    reading = p.verb(v) if v >= 0 else None
    if reading is None or reading.person is not Person.THIRD or p.quoted[i] or p.lexes[i].prep:
        return False
    before = _before_count(p, i)
    if p.words[before] in _BY and p.words[before - 1] == "من":
        return True  # قطع الطريق من قبل المتظاهرين
    if i < v:
        first = max(clause.start, clause.opener + 1, clause.copula + 1)  # كان المتظاهرون يشاركون
        return (reading.aspect is _PERFECT or clause.copula >= 0) and i == _counted(p, first)
    if before > v and p.lexes[before].is_("human") and p.lexes[before].definite and p.lexes[i].definite:
        before = _before_count(p, before)  # لتفريق مئات العمال المتظاهرين
    if before == v or p.words[before] in _OPEN:
        return True
    aimed = p.tags[before] == STATE and not p.lexes[before].definite  # مستهدفة المتظاهرين
    if aimed or p.lexes[before].stem in _OF_PROTESTERS or _befalls(p, before, reading):
        return reading.aspect is _PERFECT
    inner = before > v + 1 and p.lexes[before].is_("human") and p.tags[before - 1] in (OTHER, EVENT)
    if inner and not p.lexes[before - 1].definite:
        return False  # إلى إفادات العمال المضربين
    return p.tags[before] in (OTHER, VERB) and p.lexes[before].definite


def _befalls(p: Parse, i: int, verb: Analysis) -> bool:
    """أدى إلى إصابة عشرات المتظاهرين، حاول الوزير إقناع المتظاهرين: what a verb that is no speech has done to them."""
    noun = p.lexes[i].noun if p.tags[i] == EVENT else None
    if noun is None or p.lexes[i].definite or inside_idafa(p, i) or p.words[i - 1] in ("في", "عن"):
        return False
    return _SAY not in verb.flags and verb.event_type in (_UNCLASSED, EventType.ASSAULT, EventType.COERCE)


def _before_count(p: Parse, i: int) -> int:
    """The token before noun i and what counts it: على آلاف المتظاهرين، اقتحمت مجموعة أخرى من المحتجين."""
    j = i - 1
    while j > 0:
        if p.lexes[j].is_("quant") and not p.lexes[j].prep:
            j -= 1
        elif p.words[j] == "من" and p.lexes[j - 1].stem in _CROWDS:
            j -= 2
        elif p.words[j] == "من" and any(lex.is_("quant") for lex in p.lexes[max(0, j - 2) : j]):
            j -= 1 if p.lexes[j - 1].is_("quant") else 2
        else:
            break
    return j


def is_told(p: Parse, found: Told, event_type: EventType, has_participant: bool) -> bool:
    """Whether a candidate of this class is a row: a verb needs a participant, or a noun that names the act."""
    if found.rule == PROTESTERS:
        return True
    reading = p.reading(found.trigger)
    if event_type is _UNCLASSED or reading is None or _GUESSED in reading.flags:
        return False
    if _WEAK in reading.flags and found.rule == "undated.headline_noun":
        return False
    if event_type is EventType.PROTEST and reading.lemma in _BLOCKS and _no_protest(p, found):
        return False
    if found.trigger == found.governor and p.tags[found.trigger] == VERB:
        unnamed = event_type in _RESULT_NOUNS and _needs_no_name(p, found.trigger, reading)
        return has_participant or unnamed or reading.lemma in CARRIES  # انطلقت المناورات
    return True


def _no_protest(p: Parse, found: Told) -> bool:
    """أدت الثلوج إلى إغلاق الطريق، قطع الجيش الطريق: a road that weather or the authorities block."""
    if found.rule == "undated.consequence":
        return True
    v = found.governor
    clause = p.clauses[p.clause_of[v]]
    first = max(clause.start, clause.opener + 1)
    return any(p.lexes[j].stem in _AUTHORITIES for j in (first, v + 1) if j < len(p) and j != v)


def _needs_no_name(p: Parse, v: int, reading: Analysis) -> bool:
    """استهدفت الغارة مستودعا، تظاهر الآلاف، ثم اعتدى عليها: who acts or suffers is an act, a number or a pronoun."""
    if reading.lemma in _BY_ITSELF or _striker(p, v) >= 0:
        return True
    if v + 1 >= len(p):
        return False
    after = p.lexes[v + 1]
    if reading.lemma == "اعتصم" and not after.prep and p.tags[v + 1] in (OTHER, STATE):
        return True
    if reading.lemma in _PLAIN_DEEDS and reading.aspect is _PERFECT and after.prep != "ب":  # تظاهر بالنوم
        return True
    pronoun = reading.enclitic_len or after.word in _UPON_THEM
    return (after.definite and after.is_("quant")) or (bool(pronoun) and reading.aspect is _PERFECT)


def _main(p: Parse, i: int) -> bool:
    return p.clauses[p.clause_of[i]].kind in ("main", "coord") and not p.quoted[i]


def _heads(p: Parse, i: int, consequence: frozenset[str]) -> bool:
    """مقتل جندي وإصابة ثلاثة: the noun that opens a clause without a verb, and the one joined to it."""
    clause_id = p.clause_of[i]
    clause = p.clauses[clause_id]
    verb = p.verb(clause.verb) if clause.verb > i else None
    struck = verb is not None and verb.lemma in consequence  # هجوم انتحاري يستهدف موكبا
    if (clause.verb >= 0 and not struck) or clause.copula >= 0:
        return False
    if clause.kind not in ("main", "coord") or inside_idafa(p, i):
        return False
    if p.lexes[i].definite or p.lexes[i].prep:
        return False
    before = p.tags[i - 1] if i else -1
    if before in (PREP, TEMPORAL, SIMUL):
        return False
    first = next(
        (j for j in range(len(p)) if p.clause_of[j] == clause_id and p.tags[j] in (EVENT, OTHER)), -1
    )
    spoken = i > 0 and p.words[i - 1] == ":"  # وزارة الدفاع: تدمير عشر طائرات
    return i == first or spoken or (p.lexes[i].conj and first >= 0 and p.tags[first] == EVENT)
