"""Whether an event happened, is planned, did not happen, or might.

Particles before the verb decide first (لم، لن، قد، سوف), then the words that govern the clause (من المقرر أن، نفى أن),
then a condition, then a date that lies after the document's own.
"""

import re
from datetime import date

from hawliyat.tasks.events.classes import is_protester
from hawliyat.tasks.events.content import COMES, PUTS_OFF
from hawliyat.tasks.events.governors import Governors
from hawliyat.tasks.events.parse import NOMINAL, SCHEDULED, Clause, Parse
from hawliyat.tasks.events.words import (
    COMP,
    FUTURE,
    MODAL,
    NEGATIVE,
    PARTICLE,
    PERHAPS,
    PREP,
    SIMUL,
    SOURCE,
    STATE,
    TEMPORAL,
    TIMEX,
    VERB,
)
from hawliyat.tasks.model import Timex
from hawliyat.tasks.morphology.model import Analysis, Aspect, Flag
from hawliyat.tasks.schema import EventStatus

_COMING = frozenset(
    {"المقبل", "المقبله", "القادم", "القادمه", "المقبلين", "القادمين", "المقبلتين", "التالي_"}
)
_DEMANDS = frozenset({"طالب", "دعا", "نادى"})
_PREVENTS = "حال"  # حال دون اندلاع الحرب: it did not break out; لم يحل دون: it did
_MAY_BE = frozenset({"محتمل", "محتمله", "مزعوم", "مزعومه", "وشيك", "وشيكه"})  # هجمات محتملة
_STILL = frozenset({"زال", "انفكّ"})  # denied, these say that it goes on
_ELATIVE = re.compile(r"و?ا[^ا]{2}[^اه]")  # أصغر، أبعد
_LATE = (
    "TAF",
    "TEV",
    "TNI",
)  # يلقي الرئيس مساء اليوم خطابا: it is still to come when the report of the day is written
_AFTERNOON = re.compile(r"T(?:1[5-9]|2\d):\d\d$")  # the hours of the same
_READIES = frozenset(
    {"اعداد", "تحضير", "تحضيرا", "تمهيدا", "استعدادا", "تحضيرات", "استعدادات"}
)  # الإعداد لزيارة


def status_of(
    p: Parse, trigger: int, governor: int, governors: Governors, timex: Timex | None, published: date | None
) -> EventStatus:
    """The status of the event named by token `trigger`; `governor` is the verb of its construction, or the trigger."""
    if governor != trigger and is_protester(p.lexes[trigger]):
        trigger = governor  # طالب المتظاهرون: that there are protesters is no demand
    verb = p.verb(governor) if p.tags[governor] == VERB else None
    if verb is not None and verb.lemma in _DEMANDS and trigger == governor + 1 and not p.lexes[trigger].prep:
        trigger = governor  # طالبت المسيرات: nor that there are marches
    if timex is not None and _put_off(p, trigger, timex):
        return EventStatus.PLANNED
    if trigger and p.tags[trigger - 1] == SOURCE:
        return EventStatus.ACTUAL  # وفقا لتصريح مسؤولين
    found = _own(p, governor, verb)
    if found is EventStatus.NEGATED and timex is not None and _only_then(p, timex):
        found = EventStatus.PLANNED if _coming(p, governor) else EventStatus.ACTUAL
    if verb is not None and verb.lemma == _PREVENTS and governor != trigger:
        return EventStatus.ACTUAL if found is EventStatus.NEGATED else EventStatus.NEGATED
    if found is EventStatus.ACTUAL and governor != trigger and verb is not None:
        found = governors.complement.get(verb.lemma) or found
    if found is EventStatus.ACTUAL and p.tags[trigger] != VERB:
        found = _framed(p, trigger, governors)
    if found is EventStatus.ACTUAL:
        past = _gone_by(timex, published)
        found = _governed(p, trigger, governor, governors, past=past)
    if found is EventStatus.ACTUAL and verb is not None and _follows_future(p, governor, verb):
        return EventStatus.PLANNED
    if found is EventStatus.ACTUAL and timex is not None and _lasts_until(p, trigger, timex):
        return EventStatus.ACTUAL
    if found is EventStatus.ACTUAL and timex is not None and _lies_ahead(p, timex, published, verb):
        perfect = (
            verb is not None
            and verb.aspect is Aspect.PERFECT
            and (governor == trigger or verb.lemma not in governors.complement)
        )
        # تأتي الزيارة بعد: a comment on what has happened
        comes = verb is not None and verb.lemma in COMES and governor != trigger
        if not perfect and not comes:
            return EventStatus.PLANNED
    return found


def _own(p: Parse, i: int, verb: Analysis | None) -> EventStatus:
    """What the particles before the verb say; the copula and adverbs may stand between."""
    clause = p.clauses[p.clause_of[i]]
    if clause.kind == "condition" or _had_it_been(p, i, clause):
        return EventStatus.HYPOTHETICAL
    if verb is not None and verb.future:
        return EventStatus.PLANNED
    anchors = [i]
    if 0 <= clause.copula < i and (p.tags[i] == VERB or _directly_governed(p, clause.copula, i)):
        anchors.append(clause.copula)  # not سيكون أول لقاء منذ اتفاق بكين
    for at in anchors:
        for j in range(at - 1, max(-1, at - 3), -1):
            tag = p.tags[j]
            if tag == NEGATIVE:
                still = p.verb(at) if p.tags[at] == VERB else None
                if still is not None and still.lemma in _STILL:
                    break  # لا يزال, ما زال
                return EventStatus.NEGATED
            if tag == FUTURE:
                return EventStatus.PLANNED
            if tag == PERHAPS:
                return EventStatus.HYPOTHETICAL
            if tag == MODAL:
                pluperfect = 0 <= clause.copula < j  # كان قد تحرك
                if verb is not None and verb.aspect is Aspect.IMPERFECT and at == i and not pluperfect:
                    return EventStatus.HYPOTHETICAL
                break
            if tag != PARTICLE:
                break
        reading = p.verb(at) if p.tags[at] == VERB else None
        if reading is not None and reading.future:
            return EventStatus.PLANNED
    return EventStatus.ACTUAL


def _had_it_been(p: Parse, i: int, clause: Clause) -> bool:
    """لو كان كذا لما وقع كذا: what would not have happened."""
    opener = clause.opener
    return 0 < opener < i and p.words[opener] == "لما" and "لو" in p.words[:opener]


def _framed(p: Parse, i: int, governors: Governors) -> EventStatus:
    """احتمال اندلاع، خطة لبناء، عدم توقيع: a noun before the event noun."""
    for j in (i - 1, i + 1, i + 2):
        if 0 <= j < len(p) and (j < i or p.lexes[j].definite):
            for form in (p.words[j], p.words[j].removesuffix("ه")):
                if governors.phrase.get(form) is EventStatus.PLANNED:
                    return EventStatus.PLANNED  # من المقرر عقد، الانتخابات النيابية المقررة
    if i + 1 < len(p) and p.lexes[i + 1].stem in _MAY_BE:
        return EventStatus.HYPOTHETICAL
    for j in range(i - 1, max(-1, i - 4), -1):
        if p.tags[j] == VERB:
            break
        word = p.lexes[j].word
        for form in (word, word[1:], p.lexes[j].stem):
            if form in governors.frame:
                return governors.frame[form]
        if p.lexes[i].prep == "ل" and p.lexes[j].stem in _READIES:
            return EventStatus.PLANNED
        if p.tags[j] not in NOMINAL and p.tags[j] != PREP:
            break
    return EventStatus.ACTUAL


def _governed(p: Parse, trigger: int, governor: int, governors: Governors, *, past: bool) -> EventStatus:
    """What the words before أن, or the verb that takes the noun, make of the event; `past`: its date has gone by."""
    clause = p.clauses[p.clause_of[governor]]
    if clause.kind == "comp" and clause.opener > 0:
        return _before_comp(p, clause, governors)
    if p.tags[trigger] != VERB and trigger == governor and 0 <= clause.verb < trigger:
        verb = p.verb(clause.verb)
        if verb is not None:
            direct = _directly_governed(p, clause.verb, trigger)
            own = _own(p, clause.verb, verb)
            if own is EventStatus.NEGATED and p.tags[min(trigger + 1, len(p) - 1)] == TIMEX:
                return EventStatus.ACTUAL  # لم يحضر جلسة 23 سبتمبر: the session was held
            if (
                not direct
                and own is EventStatus.NEGATED
                and verb.aspect is Aspect.IMPERFECT
                and _coming(p, clause.verb)
            ):
                return EventStatus.PLANNED  # لن يعترف بها قبل صدور القرار: it is still to come
            if direct and own is EventStatus.PLANNED and past:
                return EventStatus.ACTUAL  # سيغيب بسبب إصابته أمس
            if direct and own in (EventStatus.NEGATED, EventStatus.PLANNED, EventStatus.HYPOTHETICAL):
                return own
            if direct and verb.lemma in governors.complement:
                lent = governors.complement[verb.lemma]
                within = p.words[trigger - 1] == "في" and verb.lemma != "رغب"  # قررت الحكومة في جلسة
                return (
                    EventStatus.ACTUAL if lent is None or (within and lent is EventStatus.PLANNED) else lent
                )
    return EventStatus.ACTUAL


def _gone_by(timex: Timex | None, published: date | None) -> bool:
    until = timex.date_to if timex is not None else None
    return until is not None and published is not None and until < published


def _coming(p: Parse, v: int) -> bool:
    return v > 0 and p.words[v - 1].lstrip("وف") == "لن"


def _directly_governed(p: Parse, v: int, n: int) -> bool:
    """Whether the noun is the verb's subject or complement and not in an adverbial of time."""
    return not any(p.tags[j] in (TEMPORAL, SIMUL, COMP) for j in range(v + 1, n))


def _before_comp(p: Parse, clause: Clause, governors: Governors) -> EventStatus:
    opener = clause.opener
    if p.words[opener] == "ان" and p.words[opener - 1] == "علي" and clause.verb == opener + 1:
        verb = p.verb(clause.verb)
        if verb is not None and verb.aspect is Aspect.IMPERFECT:
            return EventStatus.PLANNED  # على أن تنتهي الأشغال: what was arranged
    if p.words[opener - 1] == "من" and opener > 1 and _ELATIVE.fullmatch(p.words[opener - 2]):
        return EventStatus.NEGATED  # أصغر من أن تخوض حربا
    if p.words[opener] == "وان" and (first := _first_of(p, clause)) is not None:
        return _before_comp(p, first, governors)  # توقعت أن ترتفع الحرارة وأن تبلغ الموجة ذروتها
    for j in range(opener - 1, max(-1, opener - 4), -1):
        if (found := governors.phrase.get(p.words[j])) is not None:
            return found
        if p.tags[j] == VERB:
            verb = p.verb(j)
            if verb is None:
                return EventStatus.ACTUAL
            subjunctive = p.words[opener] in ("ان", "بان", "كي", "لكي")
            indicative = p.text[p.starts[opener] : p.ends[opener]].startswith("إ")
            lent = governors.complement.get(verb.lemma)
            denied = lent is EventStatus.NEGATED or (lent is None and Flag.NEGATING in verb.flags)
            if denied or _never_before(p, j, verb):
                return EventStatus.NEGATED  # استبعد أن: it might, all the same
            if (Flag.SAY in verb.flags and Flag.PLANNED not in verb.flags) or indicative or not subjunctive:
                return EventStatus.ACTUAL
            return lent or (
                EventStatus.PLANNED
                if Flag.PLANNED in verb.flags
                else EventStatus.HYPOTHETICAL
                if Flag.HYPOTHETICAL in verb.flags
                else EventStatus.ACTUAL
            )
    parent = p.clauses[clause.parent] if clause.parent >= 0 else None
    if parent is not None and parent.verb >= 0 and parent.verb < opener:
        verb = p.verb(parent.verb)
        if verb is not None and p.words[opener] == "ان":
            if Flag.NEGATING in verb.flags or _never_before(p, parent.verb, verb):
                return EventStatus.NEGATED
            if Flag.PLANNED in verb.flags:
                return EventStatus.PLANNED
    return EventStatus.ACTUAL


def _never_before(p: Parse, v: int, verb: Analysis) -> bool:
    """لم يسبق له أن: it had not happened up to then."""
    return verb.lemma == "سبق" and _own(p, v, verb) is EventStatus.NEGATED


def _first_of(p: Parse, clause: Clause) -> Clause | None:
    """The clause of أن that the one of وأن is joined to; None where there is none."""
    joined = [
        c
        for c in p.clauses
        if c.kind == "comp" and 0 < c.opener < clause.opener and p.words[c.opener] in ("ان", "بان")
    ]
    return joined[-1] if joined else None


def _put_off(p: Parse, trigger: int, timex: Timex) -> bool:
    """تأجيل الجلسة إلى الخميس، تأجيل القضية لجلسة 8 مايو: what is put off to a date is planned for it."""
    first = next((j for j in range(len(p)) if p.starts[j] >= timex.start), 0)
    if p.tags[trigger] == VERB or trigger >= first:
        return False
    session = trigger == first - 1 and (p.lexes[trigger].prep == "ل" or p.words[trigger - 1] == "الي")
    if not session and p.words[first - 1] not in ("الي", "حتي", "لغايه"):
        return False
    before = (p.reading(j) for j in range(max(0, trigger - 5), trigger))
    return any(reading is not None and reading.lemma in PUTS_OFF for reading in before)


def _lasts_until(p: Parse, trigger: int, timex: Timex) -> bool:
    """الأشغال مستمرة حتى تموز: a state without a verb holds now, and the date ahead is its end."""
    first = next((j for j in range(len(p)) if p.starts[j] >= timex.start), 0)
    end = p.words[first - 1] if first else ""
    if p.tags[trigger] != STATE or end not in ("حتي", "لغايه", "غايه"):
        return False
    clause = p.clauses[p.clause_of[trigger]]
    return (clause.copula < 0 and not trigger <= clause.verb) and p.words[trigger - 1] not in SCHEDULED


def _only_then(p: Parse, timex: Timex) -> bool:
    """لم يكتشف القبر إلا في 1922: denied for all other times."""
    first = next((j for j in range(len(p)) if p.starts[j] >= timex.start), 0)
    return any(p.words[j] == "الا" for j in range(max(0, first - 3), first))


def _follows_future(p: Parse, v: int, verb: Analysis) -> bool:
    """ستشتد الرياح، ثم تعبر الجبهة: an imperfect that goes on after a verb of the future is to come as well."""
    clause = p.clauses[p.clause_of[v]]
    if verb.aspect is not Aspect.IMPERFECT or clause.kind not in ("coord", "comp") or clause.copula >= 0:
        return False
    before = [c for c in p.clauses if c.parent == clause.parent and 0 <= c.verb < v and c is not clause]
    above = p.verb(before[-1].verb) if before else None
    return above is not None and above.future and not p.quoted[v]


def _lies_ahead(p: Parse, timex: Timex, published: date | None, verb: Analysis | None) -> bool:
    first = next((j for j in range(len(p)) if p.starts[j] >= timex.start), 0)
    if first and p.words[first - 1].lstrip("وف") == "منذ":
        return False  # تشهد المنطقة منذ مساء اليوم أمطارا
    if timex.date_from is not None and published is not None:
        late = (
            (timex.value.endswith(_LATE) or _AFTERNOON.search(timex.value) is not None)
            and verb is not None
            and verb.aspect is Aspect.IMPERFECT
        )
        return timex.date_from > published or (late and timex.date_from == published)
    return any(word in _COMING for word in p.text[timex.start : timex.end].split())
