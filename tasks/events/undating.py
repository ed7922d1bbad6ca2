"""Dates that date nothing: datelines, baselines of comparison, bounds, numbers of laws, dates that are spoken about."""

from typing import Final

from hawliyat.tasks.events.parse import NOMINAL, Parse
from hawliyat.tasks.events.phrases import HELD_ON
from hawliyat.tasks.events.words import (
    COMMA,
    EVENT,
    NEGATIVE,
    NUMBER,
    OTHER,
    PREP,
    SIMUL,
    STATE,
    STOP,
    TEMPORAL,
    TIMEX,
    VERB,
)
from hawliyat.tasks.morphology.model import Flag

_COMPARISON: Final = frozenset(
    {"مقابل", "مقارنه", "بالمقارنه", "قياسا", "عما", "عنما", "مما", "خطوط", "حدود"}
)
_WAS_REACHED: Final = frozenset({"بلغ", "تمّ", "سجّل", "حقّق", "تحقّق"})
_BOUND: Final = frozenset(
    {"اول", "اولي", "اكبر", "اعلي", "ادني", "اسوا", "افضل", "اطول", "الاول", "الاولي", "الاكبر", "الاعلي", "الاسوا", "الادني",
     "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر",
     "اقوي", "الاقوي", "الافضل"}
)  # fmt: skip
_AGAIN: Final = frozenset(
    {
        "الثاني",
        "الثانيه",
        "الثالث",
        "الثالثه",
        "الرابع",
        "الرابعه",
        "الخامس",
        "الخامسه",
        "السادس",
        "السادسه",
        "السابع",
        "السابعه",
    }
)
_LAWS: Final = frozenset(
    {"قانون", "القانون", "للقانون", "قانونا", "مرسوم", "المرسوم", "رقم", "دستور", "قرار", "القرار"}
)
_THAN: Final = frozenset({"اقل", "اكثر", "اعلي", "مختلف", "مختلفه", "افضل", "اسوا", "ادني"})


def dates_nothing(p: Parse, start: int, end: int) -> bool:
    """Whether the expression over tokens [start, end) dates no event."""
    return (
        _is_dateline(p, start, end)
        or _is_baseline(p, start)
        or _is_bound(p, start)
        or _is_law(p, start)
        or _is_topic(p, start, end)
        or _is_argument(p, start, end)
        or _is_equation(p, start)
        or _is_limit(p, start)
    )


def _is_dateline(p: Parse, start: int, end: int) -> bool:
    """Place, date, and then the agency in brackets or a dash: هراري 15-7 (اف ب) -."""
    tags, words = p.tags, p.words
    before = [k for k in range(max(0, start - 5), start) if tags[k] != STOP]
    if any(tags[k] == VERB for k in before):
        return False
    if end < len(words) and words[end] == "/" and start:
        return True
    if start > 6 or VERB in tags[:start]:
        return False
    if end >= len(words):
        return all(tags[k] == OTHER for k in before) and len(words) <= 9
    if words[end] == "(" and any(words[k] == ")" for k in range(end + 1, min(end + 6, len(words)))):
        return not any(tags[k] in (PREP, TEMPORAL, SIMUL, EVENT, STATE) for k in before) and bool(before)
    return words[end] in ("-", "/", ":") and bool(before) and all(tags[k] == OTHER for k in before)


# What stands against what in a score or a vote: هدفين مقابل هدف، مقابل لا شيء، مقابل ثلاثة أصوات.
_SCORED: Final = frozenset(
    {
        "هدف",
        "هدفين",
        "اهداف",
        "شيء",
        "صفر",
        "نقطه",
        "نقطتين",
        "نقاط",
        "شوط",
        "مجموعه",
        "صوت",
        "صوتا",
        "صوتين",
        "اصوات",
    }
)


def _is_baseline(p: Parse, start: int) -> bool:
    """مقابل 12% عام 2002: words of comparison stand before the date with no verb between."""
    if (
        start > 2
        and p.words[start - 1] in ("عن", "من")
        and not _THAN.isdisjoint(p.words[start - 3 : start - 1])
    ):
        return True  # أقل من، أقل بقليل من
    if _rises_from(p, start):
        return True
    for k in range(start - 1, max(-1, start - 13), -1):
        if p.words[k] == "حدود" and p.words[k - 1] == "الي":
            return False  # المجمعة إلى حدود أمس: up to
        if p.words[k].lstrip("و") in _COMPARISON and p.words[k] != "مما":
            return p.words[k] != "مقابل" or _SCORED.isdisjoint(p.words[k + 1 : min(k + 4, start)])
        verb = p.verb(k) if p.tags[k] == VERB else None
        if verb is not None and verb.lemma in _WAS_REACHED and p.clauses[p.clause_of[k]].kind == "relative":
            continue  # مقارنة بأرباح بلغت 17 مليونا عام 2022
        if p.tags[k] in (VERB, TIMEX, COMMA):
            return p.tags[k] == VERB and any(
                p.words[j] in ("مقابل", "عما", "عنما") for j in range(max(0, k - 3), k)
            )
    return False


def _rises_from(p: Parse, start: int) -> bool:
    """إلى 6 في المئة في يناير من 5 في المئة في ديسمبر: behind the date, from which figure of which month."""
    for k in range(start - 1, max(-1, start - 9), -1):
        if p.tags[k] in (VERB, TIMEX, COMMA, EVENT, TEMPORAL, SIMUL):
            return False
        if p.words[k] == "من" and p.tags[k + 1] == NUMBER:
            before = range(max(0, k - 10), k)
            return any(p.tags[j] == TIMEX for j in before) and any(p.words[j] == "الي" for j in before)
    return False


def _is_bound(p: Parse, start: int) -> bool:
    """أول محادثات منذ 2022: the date says how far back nothing like it was."""
    k = start if p.words[start] == "منذ" else start - 1
    if k < 0 or p.words[k].lstrip("وف") != "منذ":
        return False
    for j in range(k - 1, max(-1, k - 9), -1):
        if _counts_back(p, j):
            return True
        if p.tags[j] == VERB and not any(_counts_back(p, i) for i in range(max(0, j - 3), j)):
            return False  # أعلى نسبة يسجلها منذ is one, too
    return False


def _counts_back(p: Parse, j: int) -> bool:
    """أعلى، ثالث، الثالث من نوعه، للمرة الثانية; not عبد الله الثاني, whose number is of his name."""
    word = p.words[j].lstrip("وفل")
    if word in _AGAIN:
        said = p.words[j - 1].removeprefix("و") in ("هي", "هو")  # وهي الخامسة منذ
        return said or p.words[j + 1] == "من" or p.words[j - 1].endswith("مره")
    return word in _BOUND


_SAME_DAY: Final = frozenset({"الموافق", "الموافقه", "موافق", "المصادف", "المصادفه"})


def _is_equation(p: Parse, start: int) -> bool:
    """الموعد يوافق 9 أيار، اليوم السبت الموافق 6 مايو: one date is said to be another, which dates the event already."""
    if start > 2 and p.words[start - 1] in _SAME_DAY:
        before = start - 2 - (p.tags[start - 2] == COMMA)
        if p.tags[before] == TIMEX:
            return True
    verb = p.verb(start - 1) if start and p.tags[start - 1] == VERB else None
    agreed = any(
        p.words[j] == "علي" for j in range(start, min(len(p), start + 9))
    )  # وافق يوم 9 مايو على الخطة
    return verb is not None and verb.lemma == "وافق" and not verb.enclitic_len and not agreed


_TIMES: Final = frozenset({"مره", "مرات", "مرتين"})
_WHAT_IT_WAS: Final = frozenset({"كان", "كانت", "عليه"})


def _is_limit(p: Parse, start: int) -> bool:
    """لن تقبل طلبات بعد 20 أيار، تجتمع خمس مرات حتى نهاية العام، ضعف ما كان عليه قبل عشر سنوات: no day of an event.

    What is denied of the time behind a date is not denied of the date; what happens several times up to a date is spread
    over the time before it; ما كان stands for an amount with which another is compared.
    """
    if p.words[start] == "قبل" and start > 1 and p.words[start - 1] in _WHAT_IT_WAS:
        return "ما" in p.words[max(0, start - 3) : start] or "عما" in p.words[max(0, start - 3) : start]
    before = p.words[start - 1] if start else ""
    if before in ("حتي", "لغايه"):
        return not _TIMES.isdisjoint(p.words[max(0, start - 4) : start - 1])
    if before not in ("بعد", "قبل"):
        return False
    v = p.clauses[p.clause_of[start]].verb
    return 0 < v < start and p.tags[v - 1] == NEGATIVE and p.words[v - 1].lstrip("وف") == "لن"


def _is_law(p: Parse, start: int) -> bool:
    """القانون 159 لسنة 1981: the year is part of the law's name; القرار رقم 12 الصادر بتاريخ says when it was issued."""
    if any(p.lexes[k].stem in HELD_ON for k in range(max(0, start - 3), start)):
        return False
    return any(word in _LAWS for word in p.words[max(0, start - 5) : start]) and any(
        p.tags[k] == NUMBER for k in range(max(0, start - 3), start)
    )


def _is_topic(p: Parse, start: int, end: int) -> bool:
    """A date that is itself spoken about: كان العام الماضي رائعا، الثلاثاء هو يوم الاقتراع."""
    if end < len(p.words) and p.words[end] in ("هو", "هي"):
        return True
    if start == 0 or p.tags[start - 1] != VERB:
        return False
    verb = p.verb(start - 1)
    if verb is None or Flag.COPULA not in verb.flags:
        return False
    clause = p.clauses[p.clause_of[start - 1]]
    has_subject = any(
        p.tags[k] in NOMINAL
        for k in range(max(clause.opener, clause.start), start - 1)
        if p.clause_of[k] == p.clause_of[start - 1]
    )
    return (
        end < len(p)
        and p.tags[end] in NOMINAL
        and p.tags[end] != NUMBER
        and not p.lexes[end].definite
        and (not has_subject or p.lexes[start - 1].word.startswith(("ل", "ول")))
    )


_SEASONS: Final = frozenset({"السنه", "العام", "الموسم", "الفصل"})
_OF_A_PERIOD: Final = frozenset(
    {"سياسه", "ميزانيه", "موازنه", "خطه", "برنامج", "جدول", "توقعات", "ارقام", "حصيله", "ايرادات"}
)  # سياسة العام المقبل: of which year, not when
_BUDGETS: Final = frozenset({"موازنه", "ميزانيه", "خطه", "رؤيه", "استراتيجيه", "ماليه"})


def _is_of_budget(p: Parse, start: int) -> bool:
    """موازنة عام 2013، الموازنة المالية للعام 2013، خطة 2030: of which year, not when."""
    word = p.words[start]
    if not (word[0].isdigit() or word.lstrip("ل") in ("عام", "لعام", "سنه", "لسنه")):
        return False
    k = start - 1
    while k > 0 and start - k < 4 and p.tags[k] in NOMINAL and p.lexes[k].stem not in _BUDGETS:
        k -= 1
    return k > 0 and p.lexes[k].stem in _BUDGETS and (word[0] == "ل" or not p.lexes[k].definite)


_ENDED: Final = frozenset({"المنتهي", "المنتهيه", "المنقضيه", "المنقضي"})
_PERIODS: Final = frozenset({"سنه", "عام", "فتره", "ربع", "اشهر", "شهر", "نصف", "موسم"})


def _is_period(p: Parse, k: int) -> bool:
    return p.tags[k] == TIMEX or p.lexes[k].stem in _PERIODS or p.words[k] in _SCHOOL


_SCHOOL: Final = frozenset({"الدراسيه", "الدراسي", "الجامعيه", "الجامعي", "الكروي", "الماليه", "المالي"})


def _is_argument(p: Parse, start: int, end: int) -> bool:
    """إكمال السنة الدراسية: a school year or a season in the genitive of a noun is its object, not its date.

    So is the period that a figure is of (أرباح عن العام الماضي), and the end of one (السنة المنتهية في 31 ديسمبر).
    """
    if _is_of_budget(p, start) or (start and p.words[start - 1] == "عن"):
        return True
    ended = range(max(1, start - 2), start)
    if any(p.words[k] in _ENDED and _is_period(p, k - 1) for k in ended):
        return True
    named = start > 1 and p.words[start - 1] in _OF_A_PERIOD and p.words[start - 2] != "في"
    if named and p.words[start].startswith("ال"):
        return True
    if end - start < 2 or start == 0 or p.words[start] not in _SEASONS or p.words[start + 1] not in _SCHOOL:
        return False
    return p.tags[start - 1] in (OTHER, EVENT) and not p.lexes[start - 1].definite
