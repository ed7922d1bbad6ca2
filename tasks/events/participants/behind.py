"""The phrases behind a verb, past what is put in between: dates, places in commas, brackets, what is said of it."""

from dataclasses import replace
from typing import Final

from hawliyat.tasks.events.parse import Parse
from hawliyat.tasks.events.participants.agreement import accusative
from hawliyat.tasks.events.participants.before import SKIPPED, is_about
from hawliyat.tasks.events.participants.coordination import DATELINED, at_town, coordinated, is_joined
from hawliyat.tasks.events.participants.roles import OFFICES, bare_office, personal_name
from hawliyat.tasks.events.phrases import Phrase, noun_phrase
from hawliyat.tasks.events.words import (
    CLOSE,
    COMMA,
    EVENT,
    NUMBER,
    OPEN,
    OTHER,
    PARTICLE,
    PREP,
    RELATIVE,
    SIMUL,
    STATE,
    TEMPORAL,
    TIMEX,
)
from hawliyat.tasks.morphology.model import Analysis

_BECOMING: Final = frozenset({"أصبح", "صار", "بات", "أضحى", "أمسى"})


def predicate_only(p: Parse, verb: Analysis, phrases: list[Phrase], i: int, end: int) -> bool:
    """An office without a name behind a verb of becoming, with no other noun that could be the predicate."""
    if verb.lemma not in _BECOMING or not all(bare_office(p, x) for x in phrases):
        return False
    return not phrases_behind(p, i - 1, end, transitive=False, within=True)[0]


def apposed(
    p: Parse, subjects: list[Phrase], objects: list[Phrase], end: int
) -> tuple[list[Phrase], list[Phrase]]:
    """وقّع نائب الرئيس وزير الدفاع: of a verb that no one is the object of, an office right behind a person is his."""
    last, first = subjects[-1], objects[0]
    title, head = p.lexes[first.start], p.lexes[last.head]
    person = head.is_("title", "name") or p.named.get(last.head) in ("person", "office")
    office = title.is_("title") and title.stem not in OFFICES
    if first.start != last.end or not office or title.conj or title.definite or not person:
        return subjects, objects
    joined = replace(last, end=first.end)
    found, _ = phrases_behind(p, objects[-1].end - 1, end, transitive=False, within=True)
    return [*subjects[:-1], joined, *objects[1:]], found


def clause_end(p: Parse, v: int) -> int:
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


def phrases_behind(
    p: Parse, v: int, end: int, *, transitive: bool, within: bool = False
) -> tuple[list[Phrase], int]:
    """The coordinated phrases after token v, and the token after them; adverbs of time and place are skipped.

    `within`: look for the object, behind the subject; there a preposition may be a title's or the verb's own.
    """
    i = v + 1
    skipped = 0
    while i < end:
        tag = p.tags[i]
        if tag == PARTICLE and p.words[i] in ("اكثر", "اقل") and i + 1 < end and p.words[i + 1] == "من":
            i += 2
        elif is_about(p, i, end):
            i += 1
        elif tag == PARTICLE and p.words[i] == "ما" and skipped:
            return [], i  # بحياة ما لا يقل عن
        elif tag in SKIPPED or (tag == COMMA and i > v + 1 and p.tags[i - 1] == TIMEX):
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
                i < end
                and p.tags[i] in (OTHER, STATE)
                and is_joined(p, i)
                and (more := noun_phrase(p, i, end))
            ):
                i = more.end  # إلى باجة وجندوبة
            skipped += 1
        elif p.words[i] in CIRCUMSTANCES and within and (inner := noun_phrase(p, i + 1, end)) is not None:
            i = inner.end  # حاصر الجيش بقيادة السلطان فيينا
        elif (tag == EVENT and p.lexes[i].prep in ("ب", "ل")) or (within and p.lexes[i].prep == "ل"):
            return [], i  # استحدثت الأمانة في المؤتمر الثاني للحزب: no object
        elif tag == OTHER and skipped < 2 and at_town(p, i):
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
            and p.named.get(i) in DATELINED
            and prep_at(p, i) == "ب"
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
    return coordinated(p, i, end, transitive=transitive)


def _dated(p: Parse, i: int, end: int) -> bool:
    """Whether a date begins at token i, or behind a preposition there: منذ مساء أمس."""
    i += i < end and p.tags[i] in (PREP, TEMPORAL)
    return i < end and p.tags[i] == TIMEX


def _means_end(p: Parse, i: int, end: int) -> int:
    """بالمدافع، بصواريخ ومسيرات: the token behind with what something is done, where the object stands there; else -1."""
    means = noun_phrase(p, i, end, transitive=True)
    j = means.end if means is not None else end
    while j < end and is_joined(p, j) and not p.lexes[j].prep:
        j += 1
    while j < end and p.tags[j] in (COMMA, TIMEX):
        j += 1  # ضبطت القوات بالجيزة، أمس، المتهم
    if j >= end or p.tags[j] not in (OTHER, STATE) or p.lexes[j].prep or p.lexes[j].conj:
        return -1
    found = noun_phrase(p, j, end)
    parted = p.lexes[i].definite and p.lexes[j].definite
    return j if found is not None and (parted or accusative(p, found)) else -1


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
    named = personal_name(p, j) and not any(personal_name(p, k) for k in range(max(0, v - 3), i))
    apposed = noun_phrase(p, j, end) if named and not p.lexes[j].conj else None
    return apposed.end if apposed is not None and apposed.end < end and p.tags[apposed.end] == COMMA else i


_OF_THE_VERB = frozenset({"من", "مع", "علي", "عن", "ضد", "بين", "حول"})


def _past_brackets(p: Parse, i: int, end: int) -> int:
    for j in range(i + 1, min(end, i + 12)):
        if p.tags[j] == CLOSE:
            return j + 1
    return i + 1


# Nouns with بـ that say how something is done, and whose genitive is no party of the verb's.
CIRCUMSTANCES: Final = frozenset(
    {"برئاسه", "بحضور", "بمشاركه", "بدعوه", "بوساطه", "بقياده", "بزعامه", "بدعم", "باشراف", "برعايه", "بمناسبه", "بهدف"}
)  # fmt: skip


def prep_at(p: Parse, j: int) -> str:
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
