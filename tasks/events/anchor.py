"""Which word does a time expression date? Clause by clause, by a small linear model over what stands between the two.

Every candidate of the sentence is scored; the weights are written out in `WEIGHTS` with the fact of grammar that each
stands for. A date may be shared: by verbs that are coordinated word to word, by the coordinated verbs after a date that
opens the sentence, and by an event that is said to be simultaneous (عند، خلال، أثناء، عندما).
"""

from typing import Final

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.events.content import STARTING, Contents, event_head, inside_idafa
from hawliyat.tasks.events.parse import NOMINAL, Clause, Parse
from hawliyat.tasks.events.participants import MEASURES
from hawliyat.tasks.events.phrases import HELD_ON, ISSUED, TOLL, noun_phrase
from hawliyat.tasks.events.undating import dates_nothing
from hawliyat.tasks.events.words import (
    ADVERBIAL,
    COMMA,
    COMP,
    EVENT,
    NUMBER,
    OPEN,
    OTHER,
    PREP,
    PRONOUN,
    QUOTE,
    SIMUL,
    SOURCE,
    STATE,
    STOP,
    TEMPORAL,
    TIMEX,
    VERB,
)
from hawliyat.tasks.morphology.model import Aspect, Flag
from hawliyat.tasks.schema import EventStatus, EventType
from hawliyat.tasks.temporal.tense import BEING
from hawliyat.tasks.values import value

WEIGHTS: Final = {
    "verb": 3.0,  # a date is an adverb, and adverbs go with verbs
    "noun": 1.4,  # but an event noun can carry one too
    "state": 0.9,  # a participle or state, where no verb is better
    "predicate": 2.2,  # a state that is said of the subject (كان رئيسا)
    "same_clause": 2.0,  # a date seldom leaves its clause
    "outer_clause": -0.6,  # where it does, it goes to the clause around it
    "other_clause": -2.2,  # and hardly ever to one beside it
    "temporal": 3.2,  # بعد مقتل … عام: what a preposition of time governs has its own date
    "reported": 2.0,  # كشف عن تراجع … عام: the date goes with what a report tells, where it follows it
    "adjacent": 1.0,  # nothing but the noun's own phrase stands before the date
    "genitive": 0.9,  # the noun has its own argument (استقالة الحريري) and so is told as an event
    "subject": 1.6,  # a subject noun with the date before its verb: استقالة الحريري الأربعاء تفتح
    "fronted": 2.6,  # a phrase that opens the sentence, has the date within it and ends at a comma
    "of_subject": -2.0,  # an event noun in the subject of another verb
    "idafa": -1.6,  # an event noun inside another noun's phrase (وزارة الدفاع) is no event
    "weak": -1.0,  # nouns that name an event in certain constructions only
    "construction": 0.5,  # a light or modal verb with its noun
    "comma": -1.5,  # a comma parts them
    "distance": -0.07,  # per word
    "backward": -0.8,  # a candidate after the date, where one stands before it
    "brackets": -3.0,  # a date in brackets explains what stands before it
    "quotes": -3.0,  # one within quotation marks, the other outside
    "remote": 1.2,  # beside its date, with the verb far off
    "of_year": 2.2,  # معاهدة … لعام 1858: the date is tied to the noun by ل
    "named": 2.6,  # هجمات 11 سبتمبر: named by its date, with nothing between
    "named_year": 1.2,  # انتخابات عام 2010
    "lasting": -0.8,  # خط يمتد من: a relative clause in the imperfect says what a thing is like
    "taken": -2.0,  # a verb with a date of its own, where another event stands between that and this one
    "scheduled": 3.0,  # الانتخابات المقررة في أيار: what is scheduled for a date has it
    "own_phrase": -2.5,  # بعد توقف, after the date: a phrase of time of its own
    "tense": -2.4,  # a present with a past date, a perfect with one to come
}


_MONTHS: Final = frozenset(
    {"يناير", "فبراير", "مارس", "ابريل", "مايو", "يونيو", "يوليو", "اغسطس", "سبتمبر", "اكتوبر", "نوفمبر", "ديسمبر",
     "كانون", "شباط", "اذار", "نيسان", "ايار", "حزيران", "تموز", "اب", "ايلول", "تشرين"}
)  # fmt: skip


_OF_NOUN_PHRASES: Final = NOMINAL | {PREP, PRONOUN}
_OF_YEAR: Final = frozenset({"لعام", "لسنه", "للعام", "للسنه"})
_SOURCE_REACH: Final = 9
_UNDERTAKINGS: Final = frozenset({"التزام", "عزم", "اعتزام", "تعهّد", "تعهد", "وعد", "نيّة", "نية", "استعداد"})
_MEETINGS: Final = frozenset({"مؤتمر", "اجتماع", "لقاء", "ندوه", "قمه", "جلسه", "حفل", "نهائي", "مباراه"})
# What is held or said by somebody who acts in it: the date of a fronted one is that of the main verb too.
_SPEECHES: Final = _MEETINGS | {"خطاب", "كلمه", "مقابله", "حديث", "اتصال", "مكالمه", "تصريح", "رساله"}
_WHEN: Final = frozenset({"عندما", "حين", "حينما", "لما"})
_LOSSES: Final = frozenset({"قتل", "أصاب", "أصيب", "جرح", "لقي", "توفّي", "استشهد", "فقد", "اعتقل", "قضى"})
_RECORDS: Final = frozenset({"وثّق", "رصد", "أحصى", "قدّر"})  # what they count was before they count it
_OF_MEASURE: Final = frozenset({"قيمه", "كلفه", "تكلفه", "مبلغ", "نسبه", "عدد"})
_DEEDS: Final = frozenset({EventType.REQUEST, EventType.REJECT, EventType.SUPPORT, EventType.ACCUSE})
_INTENTIONS: Final = frozenset({"اعتزم", "نوى", "خطّط", "أزمع", "استعدّ"})


@value
class Link:
    """Token `trigger` is dated by expression `timex` (index in the document), by `rule`."""

    trigger: int
    timex: int
    rule: str


@value
class Span:
    """Tokens [start, end) of expression `index`; `when` is -1 before the document's date, 1 after it, 0 unknown."""

    start: int
    end: int
    index: int
    when: int = 0


_APPOINTED: Final = frozenset({"موعدا", "تاريخا", "كموعد", "كتاريخ"})
_DAY_OF: Final = frozenset({"موعد", "تاريخ", "يوم", "مواعيد"})
_FIXES: Final = frozenset({"حدّد", "قرّر", "ضبط", "ثبّت"})
_TRADING: Final = frozenset({"تعاملات", "تداولات"})


# What somebody is, in a clause without الذي: a date behind it is the outer verb's.
_BEING: Final = BEING | {"حمل", "أقام", "عمل", "دعا", "سمّى", "اشتبه", "بلغ", "شمل", "استهدف", "غطّى"}


def _tells_who(p: Parse, v: int, clause: Clause) -> bool:
    """خطف مسلحون ينتمون إلى جماعة ليل السبت، تبدأ حملة تستهدف الأطفال السبت: the verb only says who the noun is."""
    verb = p.verb(v)
    if clause.opener >= 0 or verb is None or verb.lemma not in _BEING or verb.aspect is not Aspect.IMPERFECT:
        return False
    outer = p.clauses[clause.parent].verb if clause.parent >= 0 else -1
    return 0 <= outer < v


def _held_on(p: Parse, i: int, span: Span) -> bool:
    """اجتماع الجمعية المنعقد في 12 أغسطس: a participle that says when the noun before it was held or signed."""
    return p.lexes[i].definite and p.lexes[i].stem in HELD_ON and 0 < span.start - i <= 2


def _agreeing_before(p: Parse, i: int, *, owned: bool = False) -> int:
    """The nearest event noun before the participle at token i that has its gender; -1 where there is none.

    `owned`: also one in the genitive of another noun (شروط المفاوضات).
    """
    feminine = p.text[p.ends[i] - 1] == "ة"
    for j in range(i - 1, max(-1, i - 10), -1):
        if p.tags[j] == VERB:
            return -1
        if p.tags[j] != EVENT or (not owned and inside_idafa(p, j)):
            continue
        if p.text[p.starts[j] : p.ends[j]].endswith(("ة", "ات")) is feminine:
            return j
    return -1


def _held_before(p: Parse, i: int) -> int:
    """The event noun that a participle says was held, be it in the genitive (نتائج اجتماع المجلس المنعقد); -1: none.

    What was issued or signed may be no event: أحكام القانون الصادر.
    """
    if p.lexes[i].stem not in ISSUED:
        held = _agreeing_before(p, i)
        return held if held >= 0 else _agreeing_before(p, i, owned=True)
    j = i - 1
    while j > 0 and (p.tags[j] in (NUMBER, STOP) or p.words[j] == "رقم"):
        j -= 1
    feminine = p.text[p.ends[i] - 1] == "ة"
    issued = p.lexes[j].is_("thing") and (p.text[p.ends[j] - 1] == "ة") is feminine
    return -1 if issued and p.tags[j] == OTHER else _agreeing_before(p, i)


def _counted_from(p: Parse, span: Span) -> bool:
    return any(
        p.words[j].lstrip("وف") in ("بعد", "قبل") for j in range(max(0, span.start - 1), span.start + 1)
    )


class Anchorer:
    """Finds the links of a sentence."""

    __slots__ = ("contents",)

    def __init__(self, contents: Contents) -> None:
        self.contents = contents

    def links(self, p: Parse, spans: list[Span]) -> list[Link]:
        """Links of the sentence's calendar points, in the order of the expressions."""
        found: list[Link] = []
        for span in spans:
            if not dates_nothing(p, span.start, span.end):
                found += [link for link in self._link(p, span) if link not in found]
        return found

    def _link(self, p: Parse, span: Span) -> list[Link]:
        if (appointed := self._appointed(p, span)) >= 0:
            return [Link(appointed, span.index, "anchor.appointed")]
        if (source := self._source(p, span)) >= 0:
            return [Link(source, span.index, "anchor.after_verb")]
        scored = self._candidates(p, span)
        if not scored:
            return self._guess(p, span)
        score, trigger, rule = max(scored, key=lambda item: (item[0], -abs(item[1] - span.start)))
        if score < 0.2:
            return self._guess(p, span)
        links = [Link(trigger, span.index, rule)]
        for other, why in self._shared(p, span, trigger):
            if all(link.trigger != other for link in links):
                links.append(Link(other, span.index, why))
        return links

    def _appointed(self, p: Parse, span: Span) -> int:
        """حددت المحكمة 19 يونيو موعدا للمرافعة: the date is that of what it is appointed for; -1 where none is."""
        end = span.end
        if span.when > 0 and (arranged := self._arranged(p, span)) >= 0:
            return arranged
        if end + 1 >= len(p) or p.words[end] not in _APPOINTED:
            return -1
        end += p.tags[end + 1] == OTHER and p.lexes[end + 1].prep != "ل"  # كموعد احتياطي
        if end + 1 >= len(p) or p.lexes[end + 1].prep != "ل":
            return -1
        verb = p.verb(span.start - 1) if span.start and p.tags[span.start - 1] == VERB else None
        named = verb is not None or any(p.tags[j] == VERB for j in range(max(0, span.start - 5), span.start))
        return end + 1 if named and p.tags[end + 1] in (EVENT, OTHER, STATE) else -1

    def _arranged(self, p: Parse, span: Span) -> int:
        """حددت الوزارة تاريخ إجراء الامتحان في 4 ماي: what the day that was fixed is the day of; -1 where none is told."""
        clause = p.clause_of[span.start]
        for j in range(span.start - 2, max(0, span.start - 10), -1):
            if p.tags[j] in (TIMEX, COMMA, VERB) or p.clause_of[j] != clause:
                return -1
            if p.words[j] in _DAY_OF and p.tags[j + 1] == EVENT:
                verb = p.verb(p.clauses[clause].verb) if 0 <= p.clauses[clause].verb < j else None
                return j + 1 if verb is not None and verb.lemma in _FIXES else -1
        return -1

    def _source(self, p: Parse, span: Span) -> int:
        """بحسب ما أفادت الوكالة، اليوم: the verb of the words that name a source, with only its subject before the date."""
        before = span.start - 1
        if before < 3 or p.tags[before] not in (COMMA, OTHER):
            return -1
        j = before - (p.tags[before] == COMMA)
        low = max(2, before - _SOURCE_REACH)
        while j >= low and p.tags[j] in _OF_NOUN_PHRASES and p.words[j] != "ان":
            j -= 1
        if j >= low and p.tags[j] == SOURCE and p.tags[j + 1] == EVENT and p.tags[before] == COMMA:
            return j + 1  # وفقا لتصريح مسؤولين، الثلاثاء
        if j < low or p.tags[j] != VERB or p.words[j - 1] != "ما" or p.tags[j - 2] != SOURCE:
            return -1
        return j

    def _guess(self, p: Parse, span: Span) -> list[Link]:
        """A sentence without any known trigger: its first word, where it stands as a verb before a noun."""
        if (
            len(p) > 2
            and p.tags[0] == OTHER
            and not p.lexes[0].known
            and not p.lexes[0].definite
            and 0 not in p.named
        ):
            following = p.tags[1] == OTHER and (
                p.lexes[1].definite or 1 in p.named or p.lexes[1].is_("title", "human", "org", "name")
            )
            if following and span.start > 1:
                return [Link(0, span.index, "anchor.guess")]
        return []

    # Candidates

    def _candidates(self, p: Parse, span: Span) -> list[tuple[float, int, str]]:
        k = span.start
        home = p.clause_of[k]
        scored: list[tuple[float, int, str]] = []
        for i, tag in enumerate(p.tags):
            if tag == VERB:
                if self._is_auxiliary(p, i):
                    continue
                score = WEIGHTS["verb"] + self._place_score(p, i, span, home) + self._tense(p, i, span)
                score += self._taken(p, i, span)
                content, rule = self._content(p, i, span)
                if content != i:
                    score += WEIGHTS["construction"]
                elif self._copula_alone(p, i):
                    content, rule = self._said_of(p, i, span)
                else:
                    rule = "anchor.after_verb" if i < k else "anchor.fronted"
                scored.append((score, content, rule))
            elif (
                tag == EVENT
                and i == span.end + 1
                and p.words[i - 1] in ("من", "علي")
                and _counted_from(p, span)
            ):
                continue  # بعد أسبوع من صدور القرار: the length is counted from it
            elif tag == EVENT and p.words[i] in STARTING and i + 2 == k and p.words[i + 1] == "من":
                continue  # بداية من الأحد: says when, and is no event
            elif tag == EVENT and p.lexes[i].stem in _TRADING and i + 1 == k:
                continue  # تعاملات اليوم الثلاثاء: nor is the day's trade
            elif tag == EVENT and i + 1 < len(p) and p.words[i] == "بناء" and p.words[i + 1] == "علي":
                continue  # بناء على معلومات
            elif tag == EVENT:
                chained = self.contents.chained(p, i, k) if i < k else i
                if chained == i:
                    scored.append((self._noun_score(p, i, span, home), i, "anchor.event_noun"))
                else:
                    scored.append(
                        (
                            self._noun_score(p, i, span, home) + WEIGHTS["construction"],
                            chained,
                            "anchor.event_noun",
                        )
                    )
            elif tag == STATE:
                score = WEIGHTS["state"] + self._place_score(p, i, span, home)
                if i < k and self._of_event(p, i):
                    scored.append((score + WEIGHTS["predicate"], i - 1, "anchor.event_noun"))
                    continue
                if self._acted_upon(p, i):
                    score += WEIGHTS["idafa"]
                if _held_on(p, i, span) and (held := _held_before(p, i)) >= 0:
                    scored.append((score + WEIGHTS["scheduled"], held, "anchor.held"))
                    continue
                if _held_on(p, i, span) and p.lexes[i].stem in ISSUED:
                    scored.append((score + WEIGHTS["scheduled"], i, "anchor.state"))
                    continue
                if (scheduled := self._scheduled(p, i)) >= 0:
                    scored.append((score + WEIGHTS["scheduled"], scheduled, "anchor.scheduled"))
                    continue
                if self._predicate(p, i) and not (i > k and 0 <= p.clauses[home].verb < k):
                    score += WEIGHTS["predicate"]
                    head = self._head_of_predicate(p, i)
                    if head >= 0:
                        scored.append((score, head, "anchor.relative_head"))
                        continue
                scored.append((score, i, "anchor.state"))
        return scored

    def _of_event(self, p: Parse, i: int) -> bool:
        """الاعتداءان المتزامنان في 11 كانون الأول: an attribute that carries the date of its noun."""
        if i == 0 or not p.lexes[i].definite or p.lexes[i].prep or p.lexes[i].conj:
            return False
        before = p.lexes[i - 1]
        noun = before.noun
        classed = noun is not None and noun.event_type in (EventType.ASSAULT, EventType.PROTEST)
        return p.tags[i - 1] == EVENT and classed and before.definite

    def _acted_upon(self, p: Parse, i: int) -> bool:
        """حافلة تقل جنودا، ينقل 49 مهاجرا: a state that is counted or is the object of a verb says what nobody is."""
        if i == 0 or p.lexes[i].definite or p.lexes[i].prep:
            return False
        verb = p.verb(i - 1) if p.tags[i - 1] == VERB else None
        return p.tags[i - 1] == NUMBER or (
            verb is not None
            and Flag.COPULA not in verb.flags
            and verb.aspect is Aspect.IMPERFECT
            and p.lexes[i].word.endswith("ا")
        )

    def _taken(self, p: Parse, i: int, span: Span) -> float:
        """أعلن مساء الجمعة تنحي الرئيس بعد 18 يوما: the first date is the verb's, the second that of what is announced."""
        first = next((j for j in range(i + 1, span.start) if p.tags[j] == TIMEX), -1)
        if first < 0 or p.tags[span.start - 1] == COMMA or p.words[span.start][0] == "و":
            return 0.0
        between = range(first, span.start)
        if p.tags[span.start - 1] == EVENT:
            return 2 * WEIGHTS["taken"]  # حذر أمس من تزوير الانتخابات يوم الأحد
        return (
            WEIGHTS["taken"] if any(p.tags[j] == EVENT and not inside_idafa(p, j) for j in between) else 0.0
        )

    def _content(self, p: Parse, i: int, span: Span) -> tuple[int, str]:
        """A date that opens the clause dates the verb itself, but for verbs of intention (يعتزم إطلاق)."""
        if i < span.start:
            return self.contents.content(p, i, span.start, ahead=span.when > 0)
        content, rule = self.contents.content(p, i)
        verb = p.verb(i)
        if rule == "anchor.complement" and verb is not None and verb.lemma not in _INTENTIONS:
            return i, "anchor.fronted"
        return content, rule

    def _is_auxiliary(self, p: Parse, i: int) -> bool:
        """كان before another verb of its clause, or before a state that it says of the subject."""
        clause = p.clauses[p.clause_of[i]]
        if clause.copula != i:
            described = clause.kind == "relative" and clause.verb == i
            return described and (self._measures(p, i, clause.head) or _tells_who(p, i, clause))
        return clause.verb > i or self._state_after(p, i, clause) >= 0

    def _measures(self, p: Parse, i: int, head: int) -> bool:
        """بقيمة تتجاوز مليار دولار: how much, in a clause that describes a noun of measure."""
        verb = p.verb(i) if head >= 0 and p.lexes[head].stem in _OF_MEASURE else None
        return verb is not None and verb.lemma in MEASURES and verb.aspect is Aspect.IMPERFECT

    def _state_after(self, p: Parse, i: int, clause: Clause) -> int:
        home = p.clauses.index(clause)
        for j in range(i + 1, len(p)):
            if p.clause_of[j] != home:
                continue
            if p.tags[j] in (PREP, TEMPORAL, COMMA):
                return -1
            if p.tags[j] == STATE and not p.lexes[j].definite and not p.lexes[j].prep:
                superlative = any(p.words[k] in ("اكثر", "اقل", "اشد") for k in range(max(0, j - 4), j))
                return -1 if superlative else j
        return -1

    def _copula_alone(self, p: Parse, i: int) -> bool:
        verb = p.verb(i)
        return verb is not None and verb.lemma == "كان" and p.clauses[p.clause_of[i]].copula == i

    def _said_of(self, p: Parse, i: int, span: Span) -> tuple[int, str]:
        """كانت ذكراها عام 1992: with no other predicate, the noun that كان is said of; هناك and people leave كان itself."""
        home = p.clause_of[i]
        for j in range(i + 1, len(p)):
            if p.clause_of[j] != home:
                continue
            if p.tags[j] == EVENT and not inside_idafa(p, j):
                return j, "anchor.subject_of_copula"
            if p.tags[j] == STATE and j == i + 1 and p.lexes[j].definite:
                return j, "anchor.subject_of_copula"
            if p.tags[j] == OTHER:
                phrase = noun_phrase(p, j, len(p))
                if j != i + 1 or phrase is None or p.lexes[j].prep:
                    continue
                predicate = self._nominal_predicate(p, phrase.end, span.start, home)
                if predicate >= 0:
                    return predicate, "anchor.predicate"
                if not phrase.actor:
                    return j, "anchor.subject_of_copula"
                continue
            if p.tags[j] not in (NUMBER, QUOTE, PRONOUN, TIMEX):
                break
        if span.start - i == 2 and p.tags[i + 1] == PREP:
            clause = p.clauses[home]
            first = clause.opener + 1 if clause.opener >= 0 else clause.start
            if first < i and p.tags[first] == EVENT and p.clause_of[first] == home:
                return first, "anchor.subject_of_copula"  # أن الامتحان التجريبي سيكون في 11 ماي
        return i, "anchor.after_verb" if i < span.start else "anchor.fronted"

    def _nominal_predicate(self, p: Parse, start: int, stop: int, home: int) -> int:
        """كانت المدينة عاصمة: the indefinite noun behind the subject; an event noun anywhere before the date."""
        for j in range(start, stop):
            if p.clause_of[j] == home and p.tags[j] == EVENT and not inside_idafa(p, j):
                return j
        if start < stop and p.tags[start] == OTHER and not p.lexes[start].prep:
            lex = p.lexes[start]
            if not lex.definite and not lex.is_("quant") and lex.known:
                return start
        return -1

    def _place_score(self, p: Parse, i: int, span: Span, home: int) -> float:
        clause = p.clause_of[i]
        if clause == home:
            score = WEIGHTS["same_clause"]
        elif p.clauses[home].parent == clause:
            score = WEIGHTS["outer_clause"]
        else:
            score = WEIGHTS["other_clause"] + (WEIGHTS["backward"] if i > span.start else 0.0)
        if p.quoted[i] != p.quoted[span.start]:
            score += WEIGHTS["quotes"]
        if i >= span.end and span.start and p.tags[span.start - 1] == OPEN:
            score += WEIGHTS["brackets"]
        if i < span.start:
            commas = p.tags[i + 1 : span.start].count(COMMA)
            return (
                score + WEIGHTS["distance"] * min(span.start - i - 1, 20) + WEIGHTS["comma"] * min(commas, 1)
            )
        commas = p.tags[span.end : i].count(COMMA)
        score += WEIGHTS["distance"] * min(i - span.end, 20) + WEIGHTS["comma"] * max(0, min(commas - 1, 1))
        return score + (WEIGHTS["backward"] if 0 <= p.clauses[home].verb < span.start else 0.0)

    def _tense(self, p: Parse, i: int, span: Span) -> float:
        if span.when == 0:
            return 0.0
        verb = p.verb(i)
        if verb is None or verb.aspect is None:
            return 0.0
        clause = p.clauses[p.clause_of[i]]
        if i > span.end and p.words[i - 1] == "وقد" and COMMA in p.tags[span.end : i]:
            return WEIGHTS[
                "tense"
            ]  # حاصل على شهادة سنة 1976، وقد ولد بفاس: what is told next has not this date
        if verb.aspect is Aspect.PERFECT:
            if self._taken_by_future(p, clause):
                return WEIGHTS["tense"] + WEIGHTS["lasting"]
            if span.when <= 0 or clause.kind in ("condition", "adverbial"):
                return 0.0
            return WEIGHTS["tense"] + (WEIGHTS["lasting"] if clause.kind == "relative" else 0.0)
        if verb.future:
            return WEIGHTS["tense"] if span.when < 0 else 0.0
        if clause.kind == "relative" and clause.opener < 0 and clause.copula >= 0 and span.start > i:
            return WEIGHTS["tense"] + WEIGHTS["lasting"]  # غرق مركب كان ينقل مهاجرين الاثنين
        plain = (
            p.tags[i - 1] not in (NUMBER,) and not (clause.copula >= 0 and clause.copula < i) if i else True
        )
        negated = i > 0 and p.words[i - 1].lstrip("وف") in ("لم", "ان", "قد")
        if span.start and p.words[span.start - 1].lstrip("وف") == "منذ":
            return 0.0  # تدور معارك منذ أيار: it began then and goes on
        purpose = p.lexes[i].word.startswith(("ل", "ول"))
        if span.when < 0 and i == span.end and verb.conj == "و" and plain:
            return WEIGHTS["tense"]  # هو من مواليد 1968 ويحمل: what is added in the present
        if span.when >= 0 or not plain or negated or purpose or span.start <= i:
            return 0.0
        return WEIGHTS["tense"] + (WEIGHTS["lasting"] if clause.kind == "relative" else 0.0)

    def _taken_by_future(self, p: Parse, clause: Clause) -> bool:
        """ستقطع السيول ما بقي من طرق قبل نهاية الشهر: ما and its verb are the object of one that is to come."""
        if (
            clause.kind != "relative"
            or clause.opener < 0
            or p.words[clause.opener] != "ما"
            or clause.parent < 0
        ):
            return False
        above = p.clauses[clause.parent].verb
        verb = p.verb(above) if 0 <= above < clause.opener else None
        return verb is not None and verb.future

    def _noun_score(self, p: Parse, i: int, span: Span, home: int) -> float:
        lex = p.lexes[i]
        reading = lex.noun
        assert reading is not None
        score = WEIGHTS["noun"] + self._place_score(p, i, span, home)
        if Flag.WEAK in reading.flags:
            score += WEIGHTS["weak"]
        if inside_idafa(p, i):
            score += WEIGHTS["idafa"]
        before = p.tags[i - 1] if i else -1
        if i > span.start:
            if i > span.end + 1 and p.tags[span.end] == COMMA and 0 <= p.clauses[home].verb < span.start:
                score += WEIGHTS["comma"]  # وقعت الحكومة، السبت، إطار عمل لإنهاء القتال
            if lex.prep == "ل" and (before == COMMA or 0 <= p.clauses[home].verb < span.start):
                score += WEIGHTS["comma"]  # يتوجه إلى روما، الثلاثاء، للمشاركة في قمة: what for
            return score + (WEIGHTS["own_phrase"] if before in (TEMPORAL, SIMUL) else 0.0)
        if p.words[span.start] in _OF_YEAR and not lex.definite:
            return score + WEIGHTS["of_year"]
        if (
            i + 1 == span.start
            and not lex.definite
            and not lex.pronoun
            and p.words[span.start][0].isdigit() | (p.words[span.start] in _MONTHS)
        ):
            return score + WEIGHTS["named"]
        bare_year = p.words[span.start] in ("عام", "سنه") and not lex.word.endswith("ا")
        if bare_year and i + 1 == span.start and not lex.definite and not lex.pronoun:
            score += WEIGHTS["named_year"]
        clause = p.clauses[home]
        told = False
        joined = lex.conj and before == EVENT and i > 1 and p.tags[i - 2] in (TEMPORAL, SIMUL)
        joined = joined or (
            lex.conj
            and any(p.tags[j] == TEMPORAL and p.tags[j + 1] == EVENT for j in range(max(0, i - 5), i - 1))
        )
        apart = any(p.tags[j] == VERB and p.clause_of[j] == home for j in range(i + 1, span.start))
        if (before in (TEMPORAL, SIMUL) or joined) and not apart:
            score += WEIGHTS["temporal"]
            told = True
        elif p.clause_of[i] != home:
            told = clause.verb < 0
        elif clause.verb > span.start:
            comma = any(p.tags[j] == COMMA for j in range(span.end, clause.verb))
            plain = not comma or before == COMP  # إن الغارة على القرية أمس، أدت إلى
            if plain and (clause.kind == "comp" or clause.copula < 0) and before != PREP and not lex.prep:
                score += WEIGHTS["subject"]
            elif comma and (before == PREP or lex.prep or self._opened_by_preposition(p, i)):
                score += WEIGHTS["fronted"]
            told = True
        elif 0 <= clause.verb < i:
            told = self._reported(p, clause.verb, i) or (
                span.when > 0 and self._undertaken(p, clause.verb, i)
            )
            score += WEIGHTS["reported"] if told else 0.0
            if self._of_subject(p, clause.verb, i):
                score += WEIGHTS["of_subject"]
                told = False
        else:
            told = True
        if not told and 0 <= clause.verb < i - 8:
            score += WEIGHTS["remote"] if self._adjacent(p, i, span) else 0.0
        if told:
            inner = range(i + 1, span.start)
            if all(p.tags[j] in _OF_NOUN_PHRASES and p.clause_of[j] == p.clause_of[i] for j in inner):
                score += WEIGHTS["adjacent"]
            if (
                i + 1 < span.start
                and (p.tags[i + 1] in (OTHER, EVENT) or lex.pronoun)
                and (not lex.definite or lex.pronoun)
            ):
                score += WEIGHTS["genitive"]
        return score

    def _adjacent(self, p: Parse, i: int, span: Span) -> bool:
        """Whether only the noun's own phrase stands between it and the date."""
        home = p.clause_of[i]
        return all(p.tags[j] in _OF_NOUN_PHRASES and p.clause_of[j] == home for j in range(i + 1, span.start))

    def _opened_by_preposition(self, p: Parse, i: int) -> bool:
        """بالرغم من نشر صورة …,: the phrase that opens the sentence hangs on a preposition."""
        return any(p.tags[j] in (PREP, SIMUL, TEMPORAL) or p.lexes[j].prep for j in range(max(0, i - 4), i))

    def _reported(self, p: Parse, v: int, i: int) -> bool:
        """A report, a study, figures tell of an event; a person who announces his refusal announces it at that date."""
        verb = p.verb(v)
        if verb is None or p.lexes[i].pronoun:
            return False
        if verb.lemma in _RECORDS:
            return True
        if verb.lemma == "أفاد" and p.lexes[i].prep == "ب":
            return True  # أفادت مصادر بوقوع انفجار مساء الأربعاء
        if Flag.SAY not in verb.flags and Flag.COGNITIVE not in verb.flags:
            return False
        subject = noun_phrase(p, v + 1, i, transitive=True) if v + 1 < i else None
        return subject is not None and not subject.actor

    def _undertaken(self, p: Parse, v: int, i: int) -> bool:
        """جددت التزامها بتعويض الإنتاج حتى أيلول المقبل: a date to come is not that of a perfect but of what is undertaken."""
        verb = p.verb(v)
        if verb is None or verb.aspect is not Aspect.PERFECT:
            return False
        nouns = (p.lexes[j].noun for j in range(max(v, i - 3), i))
        return any(noun is not None and noun.lemma in _UNDERTAKINGS for noun in nouns)

    def _of_subject(self, p: Parse, v: int, i: int) -> bool:
        """Whether the noun stands in the phrase right after the verb, its subject."""
        if v + 1 > i or p.tags[v + 1] not in (OTHER, EVENT, STATE, NUMBER) or p.lexes[v + 1].prep:
            return False
        subject = noun_phrase(p, v + 1, i + 1, transitive=True)
        return subject is not None and subject.start <= i < subject.end

    def _predicate(self, p: Parse, i: int) -> bool:
        """A state after كان, or in a clause without a verb, is what is said of the subject."""
        clause = p.clauses[p.clause_of[i]]
        if i + 1 < len(p) and p.tags[i + 1] == OTHER and p.lexes[i + 1].definite and not p.lexes[i + 1].prep:
            return False  # جندي البحرية: the head of a genitive construction
        if (
            0 <= clause.verb < i - 1
            and p.lexes[i - 1].conj
            and p.lexes[i - 1].definite
            and not p.lexes[i].definite
        ):
            return p.tags[i - 1] in (OTHER, EVENT) and not p.lexes[i].prep  # يتراجع الخزين والإطلاقات مستمرة
        return clause.verb < 0 and (clause.copula < i if clause.copula >= 0 else not p.lexes[i].definite)

    def _scheduled(self, p: Parse, i: int) -> int:
        """من المقرر إجراء انتخابات، الانتخابات النيابية المقررة: the noun that is said to be scheduled; -1 where none is."""
        phrases = self.contents.governors.phrase
        word = p.words[i].removeprefix("و")
        forms = (p.lexes[i].stem, word, word.removesuffix("ه"))
        if all(phrases.get(form) is not EventStatus.PLANNED for form in forms):
            return -1
        if i + 1 < len(p) and p.tags[i + 1] == EVENT and not p.lexes[i + 1].prep:
            return self.contents.chained(p, i + 1, len(p))
        if p.lexes[i].definite and not p.lexes[i].prep:
            if i and p.tags[i - 1] == COMMA:
                return _agreeing_before(p, i, owned=True)  # مفاوضات وقف إطلاق النار، المقررة في أغسطس
            if i > 2 and p.lexes[i - 1].stem.startswith("موعد") and p.tags[i - 3] == EVENT:
                return i - 3  # إجراء الانتخابات في موعدها المقرر
            return event_head(p, i - 1)
        return -1

    def _head_of_predicate(self, p: Parse, i: int) -> int:
        """اللقاء الذي كان مقررا: what was scheduled is the event."""
        clause = p.clauses[p.clause_of[i]]
        phrases = self.contents.governors.phrase
        described = clause.kind == "relative" and clause.head >= 0 and p.tags[clause.head] == EVENT
        if described and (p.lexes[i].stem in phrases or p.words[i] in phrases):
            return clause.head
        return -1

    # Shared dates

    def _shared(self, p: Parse, span: Span, trigger: int) -> list[tuple[int, str]]:
        tags = p.tags
        shared: list[tuple[int, str]] = []
        if tags[trigger] == VERB:
            if trigger < span.start:
                if (outer := self._meeting_in(p, trigger)) >= 0:
                    shared.append((outer, "anchor.shared.simultaneous"))
                for loss in self._lost_when(p, span, trigger):
                    shared.append((self._content(p, loss, span)[0], "anchor.shared.simultaneous"))
                if p.lexes[trigger].conj and trigger and tags[trigger - 1] == VERB:
                    shared.append((trigger - 1, "anchor.shared.coordination"))
                if (other := self._coordinated_before(p, trigger)) >= 0:
                    shared.append((self._content(p, other, span)[0], "anchor.shared.coordination"))
                if trigger + 1 < span.start and tags[trigger + 1] == VERB and p.lexes[trigger + 1].conj:
                    shared.append((trigger + 1, "anchor.shared.coordination"))
            else:
                shared += self._coordinated_after(p, span, trigger)
        elif tags[trigger] == EVENT:
            shared += [(other, "anchor.shared.coordination") for other in self._toll(p, span, trigger)]
            verb = self._simultaneous_verb(p, span, trigger)
            if verb >= 0:
                content, _ = self._content(p, verb, span)
                shared.append((content, "anchor.shared.simultaneous"))
        shared += self._simultaneous_after(p, span, trigger)
        return shared

    def _lost_when(self, p: Parse, span: Span, v: int) -> list[int]:
        """قتل جندي وأصيب آخر عندما انفجر لغم أمس: the losses that the dated clause of عندما brought about."""
        clause = p.clauses[p.clause_of[v]]
        verb = p.verb(v)
        when = clause.kind == "adverbial" and clause.opener >= 0 and p.words[clause.opener] in _WHEN
        if (
            not when
            or verb is None
            or verb.aspect is not Aspect.PERFECT
            or p.clause_of[span.start] != p.clause_of[v]
        ):
            return []
        told = [j for j in range(clause.opener) if p.tags[j] == VERB]
        if any(p.tags[j] in (TIMEX, STOP) for j in range(told[0] if told else 0, v)):
            return []
        losses = [j for j in told if (lost := p.verb(j)) is not None and lost.lemma in _LOSSES]
        return losses if losses and losses[-1] == told[-1] else []

    def _coordinated_before(self, p: Parse, v: int) -> int:
        """قتل جندي وأصيب آخر أمس: losses that are told in one breath have one date; -1 where no such verb stands before."""
        verb = p.verb(v)
        if verb is None or not p.lexes[v].conj or verb.lemma not in _LOSSES:
            return -1
        for j in range(v - 1, max(-1, v - 10), -1):
            if p.tags[j] in (TIMEX, COMMA, STOP):
                return -1
            if p.tags[j] == VERB:
                before = p.verb(j)
                return j if before is not None and before.lemma in _LOSSES else -1
        return -1

    def _toll(self, p: Parse, span: Span, n: int) -> list[int]:
        """مقتل جندي وإصابة آخرين أمس: losses that a headline tells in one breath have one date."""
        home = p.clause_of[n]
        if p.clauses[home].verb >= 0 or n > span.start:
            return []
        losses = [
            j
            for j in range(span.start)
            if p.tags[j] == EVENT
            and p.clause_of[j] == home
            and p.lexes[j].stem in TOLL
            and not (p.lexes[j].prep or p.lexes[j].definite)
            and (j == 0 or p.lexes[j].conj or p.tags[j - 1] == STOP)
        ]
        between = range(losses[0], losses[-1]) if losses else range(0)
        joined = n in losses and all(p.tags[j] not in (TIMEX, STOP, COMMA) for j in between)
        return [j for j in losses if j != n] if joined else []

    def _simultaneous_verb(self, p: Parse, span: Span, trigger: int) -> int:
        """The verb that happens at the dated event: ألغي عند مقتل … عام 363، وقع خلال اجتماع عقداه يوم."""
        before = p.tags[trigger - 1] if trigger else -1
        outer = p.clauses[p.clause_of[trigger]]
        home = p.clauses[p.clause_of[span.start]]
        described = home.kind == "relative" and event_head(p, home.head) == trigger
        if described and home.verb >= 0 and (verb := p.verb(home.verb)) is not None and verb.future:
            return -1  # جاء في المرسوم الذي سيصدر غدا
        fronted = before == SIMUL
        if before == PREP and p.words[trigger - 1].removeprefix("و") == "في" and p.tags[trigger] == EVENT:
            spoken = p.lexes[trigger].noun
            fronted = spoken is not None and fold_word(spoken.lemma) in _SPEECHES  # في خطاب مساء الجمعة، اتهم
        if fronted and home.kind != "relative" and outer.verb >= span.end and home is outer:
            return outer.verb  # خلال زيارته أوسلو في 3 مايو أيد الوزير
        within = before == PREP and p.words[trigger - 1] == "في" and p.lexes[trigger].prep == ""
        noun = p.lexes[trigger].noun
        within = within and not (noun is not None and noun.event_type in _DEEDS)  # ينظر في الطلب الذي قدمه
        if within and trigger > 1 and p.tags[trigger - 2] == EVENT and noun is not None:
            within = fold_word(noun.lemma) in _MEETINGS  # أقر بهزيمته في الانتخابات التي جرت
        if before == SIMUL or (
            within and ((described and outer.verb < trigger) or (not described and outer.verb > span.start))
        ):
            if outer.verb in (trigger, home.verb) or outer.verb < 0:
                earlier = [
                    c.verb for c in p.clauses if 0 <= c.verb < trigger and c.kind in ("main", "coord", "comp")
                ]
                return earlier[-1] if earlier else -1
            return outer.verb
        return -1

    def _meeting_in(self, p: Parse, v: int) -> int:
        """تعهد المانحون في مؤتمر استضافته باريس الأحد: the verb of what was done at the event that the dated clause describes."""
        clause = p.clauses[p.clause_of[v]]
        if clause.kind != "relative" or clause.verb != v or clause.parent < 0:
            return -1
        head = event_head(p, clause.head)
        noun = p.lexes[head].noun if head >= 0 else None
        if clause.opener >= 0 or noun is None:
            return -1
        if fold_word(noun.lemma) not in _MEETINGS and noun.event_type is not EventType.ASSAULT:
            return -1
        if head < 1 or p.lexes[head].definite or p.lexes[head].prep or p.lexes[head].conj:
            return -1
        if p.words[head - 1] != "في" and p.tags[head - 1] != SIMUL:
            return -1
        outer = p.clauses[clause.parent].verb
        verb = p.verb(outer) if 0 <= outer < head else None
        if verb is None or (noun.event_type is EventType.ASSAULT and verb.lemma not in _LOSSES):
            return -1
        return outer  # قتل ستة في كمين نصبه مسلحون الأحد

    def _coordinated_after(self, p: Parse, span: Span, trigger: int) -> list[tuple[int, str]]:
        """After a date that opens the sentence: the verbs joined by و, until a comma or another date."""
        found: list[tuple[int, str]] = []
        for j in range(trigger + 1, len(p)):
            if p.tags[j] in (TIMEX, COMMA, STOP, QUOTE):
                break
            verb = p.verb(j) if p.tags[j] == VERB else None
            if verb is not None and verb.conj == "و" and p.words[j - 1] not in ("لم", "ولم"):
                kind = p.clauses[p.clause_of[j]].kind
                if kind in ("coord", p.clauses[p.clause_of[trigger]].kind):
                    found.append((j, "anchor.shared.coordination"))
        return found

    def _simultaneous_after(self, p: Parse, span: Span, trigger: int) -> list[tuple[int, str]]:
        """A clause of عند or عندما right after the dated one happens at its date."""
        if trigger > span.start:
            return []
        j = span.end
        while j < len(p) and p.tags[j] == COMMA:
            j += 1
        if j + 1 >= len(p) or any(t == TIMEX for t in p.tags[j:]):
            return []
        if p.tags[j] == SIMUL and p.tags[j + 1] == EVENT and p.words[j] == "عند":
            return [(j + 1, "anchor.shared.simultaneous")]
        if p.tags[j] == SIMUL and p.words[j + 1] == "ما":
            j += 1
        if p.tags[j] == ADVERBIAL and p.words[j] in ("عندما", "حين", "حينما", "ما"):
            clause = next((c for c in p.clauses if c.opener == j), None)
            if clause is not None and clause.verb >= 0:
                content, _ = self.contents.content(p, clause.verb)
                return [(content, "anchor.shared.simultaneous")]
        return []
