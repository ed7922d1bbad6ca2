"""The direction of a clause: does it speak of what was, or of what will be? It decides bare weekdays, days and months.

The nearest finite verb before the expression decides, or the one after a fronted expression; `من المقرر`, `المتوقع` and
nouns of intention (عزم، نية، استعداد) decide where they stand nearer than a verb. The imperfect of a report that names a
bare day speaks of what is to come (`يجتمع الوزراء الأحد`), but a verb of speech in the imperfect says nothing of it.
"""

from collections.abc import Sequence
from functools import lru_cache

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.morphology import (
    Analysis,
    Flag,
    Lexicon,
    Person,
    Pos,
    Tense,
    finite_reading,
    finite_verbs,
    load_lexicon,
    tense_of_verb,
)
from hawliyat.tasks.schema import EventType
from hawliyat.tasks.temporal.contexts import context

_SCHEDULED = context("scheduled")
_FUTURE_PARTICLES = context("future_particle")
_UP_TO = frozenset({"قبل", "الي"})
_SOURCES = frozenset({"وفقا", "وفق", "بحسب", "حسب"})
_COMING = frozenset({"ياتي", "تاتي", "يجيء", "تجيء"})
_AFTER = frozenset({"بعد", "عقب", "اثر", "غداه", "بعدما"})
_BREAKS = frozenset({".", "؟", "!", "؛", ";"})
_REACH_BACK = 24
_REACH_AHEAD = 8
IMPERFECT = 2  # the plain imperfect: of a bare weekday it asks for the next one, of a day and month only for the nearest
ARRANGED = (
    -2
)  # a past verb that speaks, plans or asks: what it speaks of may lie ahead (قرر، أعلن، اتفق، دعا إلى)
_VERB = 0  # of a word by itself: its surroundings decide what it says
_FORMS_KEPT = 100_000
_OPENERS = context("clause_opener") | set('.,،"()-:')
_ARRANGING_VERBS = context("arranging_verbs")
_STILL = frozenset({"زال", "كان", "لبث", "عاد", "برح", "دام"})
_SAID = frozenset({Flag.SAY, Flag.COGNITIVE})
_ARRANGING = _SAID | {Flag.PLANNED, Flag.HYPOTHETICAL}
_ARRANGEMENTS = frozenset(
    {EventType.AGREE, EventType.REQUEST, EventType.THREATEN, EventType.REJECT, EventType.CONSULT}
)


class Clauses:
    """The words of a sentence and what each says of the direction of its clause, worked out once a word."""

    __slots__ = ("_known", "words")

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self._known: dict[int, int | None] = {}

    def at(self, i: int) -> int | None:
        """What the word at i says: a direction, 0 (a verb that says nothing of it), None (no verb and no particle)."""
        known = self._known
        if i not in known:
            said = _by_itself(self.words[i])
            known[i] = _at(load_lexicon(), self.words, i) if said == _VERB else said
        return known[i]

    def pass_over(self, i: int) -> None:
        """Let the word at i say nothing: a question word whose letters are as well a verb's."""
        self._known[i] = None

    def direction(self, start: int, end: int) -> int | None:
        """-1 past, -2 past and arranging, 1 future, 2 imperfect, None undecided: of the clause around tokens [start, end)."""
        words = self.words
        for i in range(start - 1, max(-1, start - _REACH_BACK), -1):
            if words[i] in _BREAKS:
                break
            if words[i] in _SOURCES:
                return -1  # سيزور تونس، وفقا لبيان الوزارة، الأحد: it has been said
            found = self.at(i)
            if found == IMPERFECT and _comes_after(words, i, start):
                return -1
            if found is not None:
                return found or None
        for i in range(end, min(len(words), end + _REACH_AHEAD)):
            if words[i] in _BREAKS:
                break
            found = self.at(i)
            if found and (found != IMPERFECT or start <= 1):
                return found
        return None


# Who or what somebody is, and not when.
BEING = frozenset({"انتمى", "قطن", "سكن", "ناهز"})


def _comes_after(words: Sequence[str], i: int, start: int) -> bool:
    """يأتي القرار عقب هجوم وقع الجمعة: what a thing comes after has been, though the verb at i is an imperfect."""
    if words[i].lstrip("وف") not in _COMING:
        return False
    behind = range(i + 1, start)
    return any(words[j] in _AFTER or words[j : j + 2] == ["في", "اعقاب"] for j in behind)


def _finite(lexicon: Lexicon, words: Sequence[str], i: int) -> Analysis | None:
    """A finite verb at i; letters that are as well a noun count as a verb only where a clause can begin."""
    verb = finite_reading(lexicon, words, i)
    if verb is None or (verb.person is Person.FIRST and not verb.future):
        return None  # انخيل is a name far more often than "I imagine"
    if i == 0 or words[i - 1] in _OPENERS:
        return verb
    readings = lexicon.analyse(words[i])
    if any(reading.pos is not Pos.VERB for reading in readings) and not verb.conj:
        return None
    return verb


@lru_cache(maxsize=_FORMS_KEPT)
def _by_itself(word: str) -> int | None:
    """What a word says whatever stands beside it: 1 or None; _VERB where its surroundings have to be asked."""
    if word in _FUTURE_PARTICLES or word in _SCHEDULED:
        return 1
    if word[0] in "وفبل" and len(word) > 4 and word[1:] in _SCHEDULED:
        return 1
    return _VERB if finite_verbs(load_lexicon(), word) else None


def _at(lexicon: Lexicon, words: Sequence[str], i: int) -> int | None:
    word = words[i]
    verb = _finite(lexicon, words, i)
    if verb is None:
        return None
    if (
        i > 1
        and words[i - 1] == "ما"
        and words[i - 2] not in _OPENERS
        and fold_word(verb.lemma) not in _STILL
    ):
        return None  # ستقطع السيول ما بقي من طرق: in the midst of a clause ما is "what"
    found = tense_of_verb(lexicon, words, i, verb)
    if found.hypothetical and (verb.aspect == "perfect" or (i and words[i - 1].lstrip("وف") == "قد")):
        return 1  # إذا هطلت الأمطار، قد تعلن النتيجة
    if i > 1 and words[i - 1] == "ان" and words[i - 2] in _UP_TO:
        return None  # قبل أن تلغي المحكمة الحكم: the clause before says when
    if verb.lemma in BEING and not verb.future and i and words[i - 1] not in _OPENERS:
        return None  # خطف مسلحون ينتمون إلى جماعة ليل السبت: who they are, and not when
    if found.tense is Tense.PAST:
        # ودعت: of all verbs of these letters, since the call is commoner than the farewell
        kinds = {reading.event_type for reading in lexicon.analyse(word) if reading.pos is Pos.VERB}
        arranging = verb.flags & _ARRANGING or not kinds.isdisjoint(_ARRANGEMENTS)
        return ARRANGED if arranging or fold_word(verb.lemma) in _ARRANGING_VERBS else -1
    if found.tense is Tense.FUTURE:
        return 1
    return 0 if verb.flags & _SAID else IMPERFECT


def single_past_event(words: Sequence[str], start: int) -> bool:
    """Whether `منذ` at `start` follows (or opens) a clause whose verb tells one past event, not a state that lasts.

    `وقع الحادث منذ عامين` is a point; `يعمل منذ عامين`, `مستمرة منذ عامين`, `لم يلعب منذ عامين` are lengths.
    """
    lexicon = load_lexicon()
    order = [*range(start - 1, max(-1, start - 9), -1), *range(start + 1, min(len(words), start + 5))]
    for i in order:
        if words[i] in _BREAKS:
            return False
        if any(
            reading.pos == "participle" and Flag.DOUBT not in reading.flags
            for reading in lexicon.analyse(words[i])[:1]
        ):
            return False
        verb = _finite(lexicon, words, i)
        if verb is None:
            continue
        found = tense_of_verb(lexicon, words, i, verb)
        lasting = verb.flags & {Flag.COPULA, Flag.ASPECTUAL, Flag.STATE}
        return found.tense is Tense.PAST and not found.negated and not lasting and verb.aspect == "perfect"
    return start == 0 and len(words) <= 4
