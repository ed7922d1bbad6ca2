"""Which word does a time expression date? Clause by clause, by a small linear model over what stands between the two.

Every candidate of the sentence is scored; the weights are written out in `WEIGHTS` with the fact of grammar that each
stands for. A date may be shared: by verbs that are coordinated word to word, by the coordinated verbs after a date that
opens the sentence, and by an event that is said to be simultaneous (عند، خلال، أثناء، عندما).
"""

from dataclasses import dataclass
from typing import Final

from hawliyat.tasks.events.governors import Governors
from hawliyat.tasks.events.parse import NOMINAL, Parse
from hawliyat.tasks.events.words import (
    ADVERBIAL,
    COMMA,
    COMP,
    EVENT,
    NUMBER,
    OTHER,
    PREP,
    PRONOUN,
    QUOTE,
    RELATIVE,
    SIMUL,
    STATE,
    STOP,
    TEMPORAL,
    TIMEX,
    VERB,
    Reader,
)
from hawliyat.tasks.morphology.model import Analysis, Flag

WEIGHTS: Final = {
    "verb": 3.0,  # a date is an adverb, and adverbs go with verbs
    "noun": 1.4,  # but an event noun can carry one too
    "state": 0.9,  # a participle or state, where no verb is better
    "same_clause": 2.0,  # a date seldom leaves its clause
    "outer_clause": -0.6,  # where it does, it goes to the clause around it
    "other_clause": -2.2,  # and hardly ever to one beside it
    "temporal": 3.2,  # بعد مقتل … عام: what a preposition of time governs has its own date
    "reported": 2.0,  # كشف عن تراجع … عام: the date goes with what is reported, where it follows it
    "genitive": 0.9,  # the noun has its own argument (استقالة الحريري) and so is told as an event
    "adjacent": 1.0,  # nothing but the noun's own phrase stands before the date
    "subject": 1.6,  # a subject noun with the date before its verb: استقالة الحريري الأربعاء تفتح
    "idafa": -1.6,  # an event noun inside another noun's phrase (وزارة الدفاع) is no event
    "weak": -1.0,  # nouns that name an event in certain constructions only
    "comma": -1.5,  # a comma parts them
    "distance": -0.06,  # per word
    "backward": -0.8,  # a candidate after the date, where one stands before it
}


@dataclass(frozen=True, slots=True)
class Link:
    """Token `trigger` is dated by expression `timex` (index in the document), by `rule`."""

    trigger: int
    timex: int
    rule: str


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens [start, end) of expression `index`."""

    start: int
    end: int
    index: int


_DATELINE_SIGNS = frozenset({"(", "/", "-"})
_COMPARISON = frozenset({"مقابل", "مقارنه", "بالمقارنه", "قياسا", "عما", "مما", "خطوط", "حدود"})
_BOUND = frozenset(
    {
        "اول",
        "اولي",
        "اكبر",
        "اعلي",
        "ادني",
        "اسوا",
        "افضل",
        "اطول",
        "الاول",
        "الاولي",
        "الاكبر",
        "الاعلي",
        "الاسوا",
        "اقوي",
    }
)
_LAWS = frozenset({"قانون", "القانون", "للقانون", "قانونا", "مرسوم", "المرسوم", "رقم", "دستور"})


class Anchorer:
    """Finds the links of a sentence."""

    __slots__ = ("governors", "reader")

    def __init__(self, reader: Reader, governors: Governors) -> None:
        self.reader = reader
        self.governors = governors

    def links(self, p: Parse, spans: list[Span]) -> list[Link]:
        """Links of the sentence's calendar points, in the order of the expressions."""
        found: list[Link] = []
        for span in spans:
            if self._dates_nothing(p, span):
                continue
            links = self._link(p, span)
            found += [link for link in links if link not in found]
        return found

    # What a date cannot be

    def _dates_nothing(self, p: Parse, span: Span) -> bool:
        """Datelines, baselines of comparison, bounds (أول … منذ), numbers of laws, dates that are spoken about."""
        return (
            self._is_dateline(p, span)
            or self._is_baseline(p, span)
            or self._is_bound(p, span)
            or self._is_law(p, span)
            or self._is_topic(p, span)
        )

    def _is_dateline(self, p: Parse, span: Span) -> bool:
        tags, words = p.tags, p.words
        before = [k for k in range(max(0, span.start - 5), span.start) if tags[k] not in (STOP,)]
        if any(tags[k] == VERB for k in before):
            return False
        if span.end < len(words) and words[span.end] == "/" and span.start:
            return True
        if span.start > 5:
            return False
        if span.end >= len(words):
            return all(tags[k] == OTHER for k in before) and len(words) <= 9
        if words[span.end] == "(" and any(
            words[k] == ")" for k in range(span.end + 1, min(span.end + 6, len(words)))
        ):
            return not any(tags[k] in (PREP, TEMPORAL, SIMUL, EVENT, STATE) for k in before) and bool(before)
        return words[span.end] in ("-", "/", ":") and bool(before) and all(tags[k] == OTHER for k in before)

    def _is_baseline(self, p: Parse, span: Span) -> bool:
        """مقابل 12% عام 2002: the words of comparison stand before the date with no verb between."""
        if p.words[span.start - 1 : span.start] in (["عن"], ["من"]) and span.start > 1:
            return p.words[span.start - 2] in ("اقل", "اكثر", "اعلي", "مختلف", "افضل")
        for k in range(span.start - 1, max(-1, span.start - 10), -1):
            if p.words[k].lstrip("و") in _COMPARISON or (
                p.words[k] == "كان" and p.words[k - 1 : k] == ["عما"]
            ):
                return True
            if p.tags[k] in (VERB, TIMEX, COMMA):
                return p.tags[k] == VERB and any(
                    p.words[j] in ("مقابل", "عما") for j in range(max(0, k - 3), k)
                )
        return False

    def _is_bound(self, p: Parse, span: Span) -> bool:
        """أول محادثات منذ 2022: the date bounds how far back nothing like it was."""
        k = span.start - 1
        if k < 0 or p.words[k].lstrip("وف") != "منذ":
            return False
        for j in range(k - 1, max(-1, k - 8), -1):
            if p.words[j].lstrip("وف") in _BOUND:
                return True
            if p.tags[j] == VERB:
                return False
        return False

    def _is_law(self, p: Parse, span: Span) -> bool:
        """القانون 159 لسنة 1981: the year is part of the law's name."""
        window = p.words[max(0, span.start - 5) : span.start]
        return any(word in _LAWS for word in window) and any(
            p.tags[k] == NUMBER for k in range(max(0, span.start - 4), span.start)
        )

    def _is_topic(self, p: Parse, span: Span) -> bool:
        """A date that is itself spoken about: كان العام الماضي رائعا، الثلاثاء هو يوم الاقتراع."""
        if span.end < len(p.words) and p.words[span.end] in ("هو", "هي", "كان", "كانت"):
            return p.words[span.end] in ("هو", "هي")
        if span.start == 0:
            return False
        before = span.start - 1
        verb = p.verb(before) if p.tags[before] == VERB else None
        return verb is not None and Flag.COPULA in verb.flags and self._adjective_follows(p, span.end)

    def _adjective_follows(self, p: Parse, i: int) -> bool:
        return i < len(p.words) and p.tags[i] in NOMINAL and not p.lexes[i].definite and p.tags[i] != NUMBER

    # Candidates

    def _link(self, p: Parse, span: Span) -> list[Link]:
        scored = self._candidates(p, span)
        if not scored:
            return []
        score, trigger, rule = max(scored, key=lambda item: (item[0], -abs(item[1] - span.start)))
        if score < 0.2:
            return []
        links = [Link(trigger, span.index, rule)]
        for other, why in self._shared(p, span, trigger):
            if all(link.trigger != other for link in links):
                links.append(Link(other, span.index, why))
        return links

    def _candidates(self, p: Parse, span: Span) -> list[tuple[float, int, str]]:
        k = span.start
        clause_id = p.clause_of[k]
        scored: list[tuple[float, int, str]] = []
        replaced: set[int] = set()
        for i, tag in enumerate(p.tags):
            if tag == VERB:
                score = WEIGHTS["verb"] + self._clause_score(p, p.clause_of[i], clause_id, i, k)
                score += self._between(p, i, span)
                content, rule = self.content(p, i, span)
                if content != i:
                    replaced.add(content)
                scored.append(
                    (
                        score + (0.5 if content != i else 0.0),
                        content,
                        rule if content != i else self._verb_rule(i, k),
                    )
                )
            elif tag == EVENT:
                scored.append((self._noun_score(p, i, span, clause_id), i, "anchor.event_noun"))
            elif tag == STATE:
                score = (
                    WEIGHTS["state"]
                    + self._clause_score(p, p.clause_of[i], clause_id, i, k)
                    + self._between(p, i, span)
                )
                if self._predicate(p, i):
                    score += 2.2
                scored.append((score, i, "anchor.state"))
        return scored

    def _verb_rule(self, i: int, k: int) -> str:
        return "anchor.after_verb" if i < k else "anchor.fronted"

    def _clause_score(self, p: Parse, clause: int, target: int, i: int, k: int) -> float:
        if clause == target:
            return WEIGHTS["same_clause"]
        if p.clauses[target].parent == clause:
            return WEIGHTS["outer_clause"]
        return WEIGHTS["other_clause"] + (WEIGHTS["backward"] if i > k else 0.0)

    def _between(self, p: Parse, i: int, span: Span) -> float:
        """What distance and commas cost; a date that opens its clause is parted from its verb by a comma as a rule."""
        if i < span.start:
            a, b = i + 1, span.start
            commas = sum(p.tags[j] == COMMA for j in range(a, b))
            return WEIGHTS["distance"] * min(b - a, 20) + WEIGHTS["comma"] * min(commas, 1)
        a, b = span.end, i
        commas = sum(p.tags[j] == COMMA for j in range(a, b))
        score = WEIGHTS["distance"] * min(b - a, 20) + WEIGHTS["comma"] * max(0, min(commas - 1, 1))
        clause = p.clauses[p.clause_of[span.start]]
        return score + (WEIGHTS["backward"] if 0 <= clause.verb < span.start else 0.0)

    def _noun_score(self, p: Parse, i: int, span: Span, clause_id: int) -> float:
        reading = p.lexes[i].noun
        assert reading is not None
        score = WEIGHTS["noun"] + self._clause_score(p, p.clause_of[i], clause_id, i, span.start)
        score += self._between(p, i, span)
        if Flag.WEAK in reading.flags:
            score += WEIGHTS["weak"]
        before = p.tags[i - 1] if i else -1
        if before in (TEMPORAL, SIMUL):
            score += WEIGHTS["temporal"] if i < span.start else 0.0
        if self._inside_idafa(p, i):
            score += WEIGHTS["idafa"]
        if i < span.start:
            if all(
                p.tags[j] in (*NOMINAL, PREP, PRONOUN) and p.clause_of[j] == p.clause_of[i]
                for j in range(i + 1, span.start)
            ):
                score += WEIGHTS["adjacent"]
            clause = p.clauses[clause_id]
            if clause.verb > span.start and p.clause_of[i] == clause_id and clause.kind in ("comp", "main"):
                comma = any(p.tags[j] == COMMA for j in range(span.end, clause.verb))
                score += WEIGHTS["subject"] if not comma else 0.0
            if (
                0 <= clause.verb < i
                and (verb := p.verb(clause.verb)) is not None
                and p.clause_of[i] == clause_id
            ):
                if Flag.SAY in verb.flags or Flag.COGNITIVE in verb.flags:
                    score += WEIGHTS["reported"]
        if (
            i + 1 < len(p.tags)
            and i + 1 != span.start
            and (p.tags[i + 1] in (OTHER, EVENT) or p.lexes[i].pronoun)
        ):
            score += WEIGHTS["genitive"] if not p.lexes[i].definite or p.lexes[i].pronoun else 0.0
        return score

    def _inside_idafa(self, p: Parse, i: int) -> bool:
        """The noun stands in the genitive of a bare noun that is no event and no quantity: وزارة الدفاع، ملف المفاوضات."""
        if i == 0 or p.lexes[i].prep or p.lexes[i].conj:
            return False
        before = p.lexes[i - 1]
        return (
            p.tags[i - 1] == OTHER
            and not before.definite
            and before.known
            and not before.is_("quant", "name")
        )

    def _predicate(self, p: Parse, i: int) -> bool:
        """A state after كان, or in a clause without a verb, is what is said of the subject."""
        clause = p.clauses[p.clause_of[i]]
        return clause.verb < 0 and (clause.copula < i if clause.copula >= 0 else not p.lexes[i].definite)

    # From the verb to the word that names the event

    def content(self, p: Parse, v: int, span: Span | None) -> tuple[int, str]:
        """The word that names the event of verb v: itself, or the noun of a light, aspectual or modal construction."""
        verb = p.verb(v)
        if verb is None:
            return v, "anchor.after_verb"
        clause = p.clauses[p.clause_of[v]]
        if (
            clause.kind == "relative"
            and clause.head >= 0
            and p.tags[clause.head] == EVENT
            and clause.verb == v
        ):
            light = Flag.LIGHT in verb.flags or verb.lemma in self.governors.happen
            if (light and self._object(p, v) < 0) or verb.lemma in self.governors.consequence:
                return clause.head, "anchor.relative_head"
        if verb.lemma in self.governors.happen:
            noun = self._object(p, v)
            if noun >= 0:
                return noun, "anchor.happens"
            if verb.lemma == "وقع" and (k := self._event_before(p, v)) >= 0:
                return k, "anchor.happens"
        if Flag.LIGHT in verb.flags or Flag.ASPECTUAL in verb.flags:
            noun = self._object(p, v)
            if noun >= 0 and self._takes(verb.lemma, p.lexes[noun].noun, verb.flags):
                return noun, "anchor.light_verb" if Flag.LIGHT in verb.flags else "anchor.aspectual"
        if verb.lemma in self.governors.complement or Flag.PLANNED in verb.flags:
            noun = self._object(p, v)
            if noun >= 0 and (span is None or noun < span.start):
                return noun, "anchor.complement"
        return v, "anchor.after_verb"

    def _takes(self, verb: str, noun: Analysis | None, flags: frozenset[Flag]) -> bool:
        """Whether the lexicon knows verb and noun as one construction; aspectual verbs take any."""
        if Flag.ASPECTUAL in flags:
            return True
        frames = self.reader.lexicon.frames(verb)
        return noun is not None and any(frame.noun == noun.lemma and frame.noun_is_event for frame in frames)

    def _object(self, p: Parse, v: int) -> int:
        """The first event noun of the verb's clause after it that is no one's genitive; -1 where there is none."""
        clause = p.clause_of[v]
        for j in range(v + 1, min(len(p.tags), v + 24)):
            if p.clause_of[j] != clause:
                if p.tags[j] in (COMP, VERB) or p.clauses[p.clause_of[j]].kind in ("comp", "coord"):
                    return -1
                continue
            if p.tags[j] in (TEMPORAL, SIMUL, ADVERBIAL, RELATIVE):
                return -1
            if p.tags[j] == EVENT and not self._inside_idafa(p, j):
                return j
        return -1

    def _event_before(self, p: Parse, v: int) -> int:
        """مواجهات وقعت: the subject before a verb of happening."""
        clause = p.clause_of[v]
        for j in range(v - 1, max(-1, v - 8), -1):
            if p.clause_of[j] != clause or p.tags[j] in (COMMA, TIMEX):
                return -1
            if p.tags[j] == EVENT and not self._inside_idafa(p, j):
                return j
        return -1

    # Shared dates

    def _shared(self, p: Parse, span: Span, trigger: int) -> list[tuple[int, str]]:
        tags = p.tags
        shared: list[tuple[int, str]] = []
        if tags[trigger] == VERB:
            if trigger < span.start:
                if p.lexes[trigger].conj and trigger and tags[trigger - 1] == VERB:
                    shared.append((trigger - 1, "anchor.shared.coordination"))
                if trigger + 1 < span.start and tags[trigger + 1] == VERB and p.lexes[trigger + 1].conj:
                    shared.append((trigger + 1, "anchor.shared.coordination"))
            else:
                shared += self._coordinated_after(p, span, trigger)
            shared += self._simultaneous_after(p, span, trigger)
        elif tags[trigger] == EVENT:
            before = tags[trigger - 1] if trigger else -1
            clause = p.clauses[p.clause_of[trigger]]
            relative = next(
                (
                    c
                    for c in p.clauses
                    if c.kind == "relative"
                    and c.head == trigger
                    and p.clause_of[span.start] == p.clauses.index(c)
                ),
                None,
            )
            simultaneous = (
                before == SIMUL
                or (
                    before == PREP
                    and p.words[trigger - 1] in ("في", "فى")
                    and relative is None
                    and clause.verb > span.start
                )
                or (
                    relative is not None
                    and before == PREP
                    and p.words[trigger - 1] in ("في", "فى")
                    and clause.verb < trigger
                )
            )
            if simultaneous and clause.verb >= 0 and clause.verb != trigger:
                content, _ = self.content(p, clause.verb, span)
                shared.append((content, "anchor.shared.simultaneous"))
        return shared

    def _coordinated_after(self, p: Parse, span: Span, trigger: int) -> list[tuple[int, str]]:
        """After a date that opens the sentence: the verbs joined by و, until a comma or another date."""
        found: list[tuple[int, str]] = []
        for j in range(trigger + 1, len(p.tags)):
            if p.tags[j] in (TIMEX, COMMA, STOP, QUOTE):
                break
            verb = p.verb(j) if p.tags[j] == VERB else None
            if verb is not None and verb.conj == "و":
                kind = p.clauses[p.clause_of[j]].kind
                if kind in ("coord", p.clauses[p.clause_of[trigger]].kind):
                    found.append((j, "anchor.shared.coordination"))
        return found

    def _simultaneous_after(self, p: Parse, span: Span, trigger: int) -> list[tuple[int, str]]:
        """A clause of عند or عندما right after the dated one happens at its date."""
        if trigger > span.start:
            return []
        j = span.end
        while j < len(p.tags) and p.tags[j] == COMMA:
            j += 1
        if j + 1 >= len(p.tags) or any(t == TIMEX for t in p.tags[j:]):
            return []
        if p.tags[j] == SIMUL and p.tags[j + 1] == EVENT and p.words[j] in ("عند", "لدي"):
            return [(j + 1, "anchor.shared.simultaneous")]
        if p.tags[j] == ADVERBIAL and p.words[j] in ("عندما", "حين", "حينما"):
            clause = next((c for c in p.clauses if c.opener == j), None)
            if clause is not None and clause.verb >= 0:
                content, _ = self.content(p, clause.verb, None)
                return [(content, "anchor.shared.simultaneous")]
        return []
