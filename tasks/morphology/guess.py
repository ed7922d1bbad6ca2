"""Readings of words that the lexicon does not have, from their shape alone; low confidence, for use as a last resort.

Only shapes that few nouns share are guessed: imperfects (the future's with sin above all), and the perfects and verbal
nouns of the long forms VII, VIII and X.
"""

import re

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.morphology.lexicon import Lexicon
from hawliyat.tasks.morphology.model import Analysis, Aspect, Flag, Gender, Mood, Number, Person, Pos
from hawliyat.tasks.schema import EventType

_LETTER = "[\u0621-\u064a]"
_FUTURE = re.compile(rf"(?P<conj>[وف]?)س[يت]{_LETTER}{{3,7}}")
_PLURAL = re.compile(rf"(?P<conj>[وف]?)[يت]{_LETTER}{{3,6}}(?:ون|وا|ان)")
_IMPERFECT = re.compile(rf"(?P<conj>[وف]?)ي{_LETTER}{{3,5}}")
_PERFECT = re.compile(
    rf"(?P<conj>[وف]?)(?:است{_LETTER}{{3}}|ان[^تا]{_LETTER}{{2}}|ا[^لن]ت{_LETTER}{{2}})(?:ت|وا)?"
)
_MASDAR = re.compile(
    rf"(?:[وف]?(?:ال|بال|لل|ب|ل)?)(?:است{_LETTER}{{2}}ا{_LETTER}|ان{_LETTER}{{2}}ا{_LETTER}|ا{_LETTER}ت{_LETTER}ا{_LETTER})"
)
_COST = 50


def guess(lexicon: Lexicon, word: str) -> Analysis | None:
    """A reading by shape, flagged `guessed`, lemma the folded word; None where the shape says nothing or it is guarded."""
    folded = fold_word(word)
    if lexicon.is_guarded(folded):
        return None
    if match := _FUTURE.fullmatch(folded):
        return _verb(folded, match, Aspect.IMPERFECT, future=True)
    if match := _PLURAL.fullmatch(folded):
        return _verb(folded, match, Aspect.IMPERFECT, plural=True)
    if match := _PERFECT.fullmatch(folded):
        return _verb(folded, match, Aspect.PERFECT, plural=folded.endswith("وا"))
    if match := _IMPERFECT.fullmatch(folded):
        return _verb(folded, match, Aspect.IMPERFECT, cost=_COST + 10)
    if _MASDAR.fullmatch(folded):
        return _reading(folded, Pos.NOUN, None, "", False, Number.SINGULAR, None, _COST)
    return None


def _verb(
    folded: str,
    match: re.Match[str],
    aspect: Aspect,
    *,
    future: bool = False,
    plural: bool = False,
    cost: int = _COST,
) -> Analysis:
    conj = match["conj"]
    rest = folded[len(conj) + future :]
    feminine = rest.startswith("ت") if aspect is Aspect.IMPERFECT else rest.endswith("ت")
    gender = Gender.FEMININE if feminine else Gender.MASCULINE
    number = Number.PLURAL if plural else Number.SINGULAR
    return _reading(folded, Pos.VERB, aspect, conj, future, number, gender, cost)


def _reading(
    folded: str,
    pos: Pos,
    aspect: Aspect | None,
    conj: str,
    future: bool,
    number: Number,
    gender: Gender | None,
    cost: int,
) -> Analysis:
    return Analysis(
        lemma=folded,
        pos=pos,
        event_type=EventType.OTHER,
        verb=None,
        aspect=aspect,
        mood=Mood.ANY if aspect is Aspect.IMPERFECT else None,
        voice=None,
        future=future,
        person=Person.THIRD if pos is Pos.VERB else None,
        gender=gender,
        number=number,
        proclitic_len=len(conj) + future,
        enclitic_len=0,
        conj=conj,
        prep="",
        definite=False,
        construct=False,
        flags=frozenset({Flag.GUESSED}),
        cost=cost,
    )
