"""The tense of a clause as its words show it: what the temporal tagger asks to place a weekday, the events engine a status.

Only particles and the verb at hand are read, within a short window before the verb; nothing is parsed.
"""

from collections.abc import Sequence
from enum import StrEnum

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.morphology.lexicon import Lexicon
from hawliyat.tasks.morphology.model import Analysis, Aspect, Flag, Mood, Pos
from hawliyat.tasks.values import value


class Tense(StrEnum):
    """Where a clause lies from the point of writing."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


@value
class ClauseTense:
    """`tense`, whether the verb is negated (لم، لن، لا، ما، ليس), planned (من المقرر أن), or hypothetical (قد يفعل, إذا)."""

    tense: Tense
    negated: bool = False
    planned: bool = False
    hypothetical: bool = False


_PAST_NEGATION = frozenset({"لم", "ولم", "فلم", "اولم", "الم"})
_FUTURE_NEGATION = frozenset({"لن", "ولن", "فلن"})
_FUTURE = frozenset({"سوف", "وسوف", "فسوف"})
_NEGATION = frozenset({"لا", "ولا", "فلا", "ما", "وما", "ليس", "وليس", "ليست", "وليست", "دون", "بدون"})
_PERHAPS = frozenset({"قد", "وقد", "فقد", "ربما", "وربما", "لعل", "ولعل"})
_CONDITION = frozenset({"اذا", "واذا", "فاذا", "لو", "ولو"})
_COMPLEMENT = frozenset({"ان", "بان", "وان", "لان"})
_PURPOSE = frozenset({"كي", "لكي", "حتي", "بهدف", "بغيه"})
_SCHEDULED = frozenset(
    {
        "المقرر", "المتوقع", "المنتظر", "المزمع", "المرتقب", "المفترض", "المفروض", "المرجح", "المحتمل", "المنوي",
        "المامول", "المخطط", "المؤمل", "المستبعد", "الممكن", "المقررا", "مقررا", "متوقعا", "منتظرا", "مزمعا",
        "مرتقبا", "مقرر", "متوقع", "مرتقب", "المقرره", "المتوقعه", "المرتقبه", "المنتظره", "المزمعه", "مقرره",
        "مرتقبه", "متوقعه", "الواجب", "الضروري", "المطلوب", "المقترح",
    }
)  # fmt: skip
_UNCERTAIN = frozenset({"المحتمل", "المرجح", "الممكن", "المستبعد", "المامول", "المؤمل"})
_BE = frozenset(
    {
        "كان",
        "كانت",
        "كانا",
        "كانتا",
        "كانوا",
        "كن",
        "كنت",
        "كنا",
        "وكان",
        "وكانت",
        "وكانا",
        "وكانوا",
        "فكان",
        "فكانت",
    }
)
_WINDOW = 6


def tense_of(lexicon: Lexicon, words: Sequence[str], i: int) -> ClauseTense | None:
    """The tense of the verb at `words[i]`, or of the nearest finite verb before it where the word is none.

    `words` are those of one sentence, folded or not. None where no finite verb is in sight.
    """
    verb = finite_reading(lexicon, words, i)
    if verb is not None:  # only the words just before it are looked at
        near = max(0, i - _WINDOW)
        return tense_of_verb(lexicon, [fold_word(word) for word in words[near : i + 1]], i - near, verb)
    folded = [fold_word(word) for word in words]
    for j in range(i - 1, -1, -1):
        verb = finite_reading(lexicon, words, j)
        if verb is not None:
            return tense_of_verb(lexicon, folded, j, verb)
        if folded[j] in _SCHEDULED:
            return ClauseTense(Tense.FUTURE, planned=True, hypothetical=folded[j] in _UNCERTAIN)
    return None


def finite_reading(lexicon: Lexicon, words: Sequence[str], i: int) -> Analysis | None:
    """The likeliest finite verb at `words[i]` in its surroundings; None where the word is rather a noun.

    After a preposition, the article or لم/لن the choice between verb and noun is made by what may stand there.
    """
    verbs = finite_verbs(lexicon, words[i])
    if not verbs:
        return None
    before = fold_word(words[i - 1]) if i else ""
    if before in _PAST_NEGATION or before in _FUTURE_NEGATION or before in _FUTURE or before in _COMPLEMENT:
        imperfects = [verb for verb in verbs if verb.aspect is Aspect.IMPERFECT]
        return imperfects[0] if imperfects else verbs[0] if before in _COMPLEMENT else None
    if before in _PREPOSITIONS:
        return None
    return verbs[0]


def finite_verbs(lexicon: Lexicon, word: str) -> list[Analysis]:
    """The finite verbs that a word can be by itself, the likeliest first."""
    return [
        reading
        for reading in lexicon.analyse(word)
        if reading.pos is Pos.VERB
        and reading.aspect is not Aspect.IMPERATIVE
        and Flag.DOUBT not in reading.flags
    ]


_PREPOSITIONS = frozenset(
    {
        "في", "من", "الي", "علي", "عن", "مع", "بعد", "قبل", "خلال", "بين", "عند", "منذ", "ضد", "لدي", "عقب", "اثر",
        "حول", "وفي", "ومن", "وعلي", "والي", "وعن", "وبعد", "وقبل", "وخلال", "تجاه", "نحو", "دون", "كل", "هذا",
        "هذه", "اي", "بعض", "جميع", "غير",
    }
)  # fmt: skip


def tense_of_verb(lexicon: Lexicon, words: Sequence[str], i: int, verb: Analysis) -> ClauseTense:
    """The tense of the verb at `words[i]`, whose reading is settled; `words` are folded."""
    window = words[max(0, i - _WINDOW) : i]
    before = window[-1] if window else ""
    if before in _PAST_NEGATION:
        return ClauseTense(Tense.PAST, negated=True)
    if before in _FUTURE_NEGATION:
        return ClauseTense(Tense.FUTURE, negated=True)
    if before in _FUTURE or verb.future:
        return ClauseTense(Tense.FUTURE, planned=True)
    negated = before in _NEGATION
    conditional = not _CONDITION.isdisjoint(window[-2:])
    if verb.aspect is Aspect.PERFECT:
        return ClauseTense(Tense.PAST, negated=negated, hypothetical=conditional)
    scheduled = next((word for word in reversed(window) if word in _SCHEDULED), None)
    if scheduled and not _COMPLEMENT.isdisjoint(window):
        return ClauseTense(Tense.FUTURE, negated, True, scheduled in _UNCERTAIN)
    if before in _PERHAPS or "قد" in window[-2:]:
        return ClauseTense(Tense.PRESENT, negated, hypothetical=True)
    if not _COMPLEMENT.isdisjoint(window[-2:]):
        return _complement(lexicon, words, i, negated)
    if verb.mood is Mood.NON_INDICATIVE and verb.proclitic_len:
        return ClauseTense(Tense.FUTURE, negated, hypothetical=True)
    if before in _PURPOSE:
        return ClauseTense(Tense.FUTURE, negated, hypothetical=True)
    if not _BE.isdisjoint(window):
        return ClauseTense(Tense.PAST, negated, hypothetical=conditional)
    return ClauseTense(Tense.PRESENT, negated, hypothetical=conditional)


def _complement(lexicon: Lexicon, words: Sequence[str], i: int, negated: bool) -> ClauseTense:
    """`أن` + subjunctive: what the governing verb says of it (يعتزم أن, يأمل أن, نفى أن)."""
    for word in reversed(words[max(0, i - _WINDOW) : i]):
        for reading in lexicon.analyse(word)[:3]:
            if Flag.PLANNED in reading.flags:
                return ClauseTense(Tense.FUTURE, negated, planned=True)
            if Flag.HYPOTHETICAL in reading.flags:
                return ClauseTense(Tense.FUTURE, negated, hypothetical=True)
            if Flag.NEGATING in reading.flags:
                return ClauseTense(Tense.FUTURE, negated=True)
    return ClauseTense(Tense.FUTURE, negated, planned=True)
