"""What one word may be, before its neighbours are asked: function word, verb, event noun, state, head noun, name.

A `Lex` depends on the folded word alone, so it is made once per word form and kept.
"""

import re
from dataclasses import replace
from functools import cache
from typing import Final

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.morphology.lexicon import Lexicon, load_lexicon
from hawliyat.tasks.morphology.model import Analysis, Aspect, Flag, Number, Person, Pos
from hawliyat.tasks.schema import EventType
from hawliyat.tasks.tables import SEEDS, read_rows
from hawliyat.tasks.values import value

RULES = SEEDS / "rules"

# Tags of words in a sentence. Plain integers: they are compared some hundred times a sentence.
OTHER: Final = 0
VERB: Final = 1
EVENT: Final = 2
STATE: Final = 3
NUMBER: Final = 4
TIMEX: Final = 5
PREP: Final = 6
TEMPORAL: Final = 7
SIMUL: Final = 8
COMP: Final = 9
ADVERBIAL: Final = 10
CONDITION: Final = 11
RELATIVE: Final = 12
NEGATIVE: Final = 13
FUTURE: Final = 14
MODAL: Final = 15
PERHAPS: Final = 16
AND: Final = 17
BUT: Final = 18
PRONOUN: Final = 19
PARTICLE: Final = 20
SOURCE: Final = 21
COMMA: Final = 22
STOP: Final = 23
QUOTE: Final = 24
OPEN: Final = 25
CLOSE: Final = 26

_TAGS = {
    "prep": PREP,
    "temporal": TEMPORAL,
    "simul": SIMUL,
    "comp": COMP,
    "adverbial": ADVERBIAL,
    "condition": CONDITION,
    "relative": RELATIVE,
    "negative": NEGATIVE,
    "future": FUTURE,
    "modal": MODAL,
    "perhaps": PERHAPS,
    "and": AND,
    "but": BUT,
    "pronoun": PRONOUN,
    "particle": PARTICLE,
    "source": SOURCE,
}
_SIGNS = {
    "،": COMMA,
    ",": COMMA,
    "؛": COMMA,
    ";": COMMA,
    '"': QUOTE,
    "(": OPEN,
    "[": OPEN,
    ")": CLOSE,
    "]": CLOSE,
}
HEAD_CLASSES = frozenset({"title", "human", "org", "quant", "place", "thing", "name"})
_PEOPLE = frozenset({"human", "title"})
_PARTIES = _PEOPLE | {"org"}
_EITHER = frozenset({"فقد", "هنا", "وهنا"})  # ف and قد, or "lost"; "here" or هنأ: the sentence decides
_VERBS = frozenset({"فتحت"})  # opened; ف before تحت is next to unknown
_MEMO_LIMIT = 300_000
_ARTICLES = (("وبال", "و", "ب"), ("وكال", "و", "ك"), ("ولل", "و", "ل"), ("وال", "و", ""), ("فال", "ف", ""))
_ARTICLES_ALONE = (("بال", "ب"), ("كال", "ك"), ("لل", "ل"), ("ال", ""))


@value
class Lex:
    """A word by itself. `clitics` counts the letters before the stem (conjunction, preposition; not the article).

    `tag` is final for function words and signs, else OTHER until the sentence decides; `classes` are the head noun's.
    """

    word: str
    tag: int
    conj: bool
    prep: str
    definite: bool
    clitics: int
    stem: str
    verb: Analysis | None
    doubtful: Analysis | None  # a verb whose letters are more often another word: بدأ, بدا
    rivals: tuple[Analysis, ...]  # verb readings of other lemmas that are as good as the first
    noun: Analysis | None
    state: Analysis | None
    classes: frozenset[str]
    known: bool
    pronoun: bool  # carries an attached pronoun, as far as the stem is known
    nominal: int  # EVENT or STATE where the word is one unless it is a verb, else OTHER
    idle: bool  # OTHER whatever stands beside it

    def is_(self, *classes: str) -> bool:
        """Whether the head noun is of one of the classes."""
        return not self.classes.isdisjoint(classes)


@cache
def function_words() -> dict[str, tuple[int, bool]]:
    """Folded function word -> (tag, has a conjunction before it)."""
    table: dict[str, tuple[int, bool]] = {}
    for row in read_rows(RULES / "events_words.tsv", "surface", "class"):
        surface, name = row.cells.values()
        if name not in _TAGS:
            raise row.error(f"class {name!r} is none of {', '.join(_TAGS)}")
        key = fold_word(surface)
        if table.get(key, (_TAGS[name], False))[0] != _TAGS[name]:
            raise row.error(f"{surface} has another class before")
        table[key] = (_TAGS[name], False)
    for key, (tag, _) in list(table.items()):
        for conj in "وف" if tag != COMP or (len(key) <= 4 and key[0] in "اب") else "و":
            if conj + key not in _VERBS:
                table.setdefault(conj + key, (tag, True))
    return table


@cache
def head_nouns() -> dict[str, frozenset[str]]:
    """Folded head noun, without article and clitics -> its classes."""
    table: dict[str, frozenset[str]] = {}
    for row in read_rows(RULES / "events_heads.tsv", "surface", "classes"):
        surface, classes = row.cells.values()
        names = frozenset(classes.split())
        if not names <= HEAD_CLASSES:
            raise row.error(f"{classes!r}: classes are {', '.join(sorted(HEAD_CLASSES))}")
        key = fold_word(surface)
        if key in table:
            raise row.error(f"{surface} stands there already")
        table[key] = names
    for key, names in list(table.items()):
        if names & _PEOPLE and len(key) > 5 and key.endswith(("ون", "ين")):
            table.setdefault(key[:-1], names)  # ناشطو الحزب، ناشطي الحزب: before a genitive
        enough = 3 if "org" in names else 4  # وفدان; shorter nouns of people have the letters of others
        if (
            names & _PARTIES
            and len(key) >= enough
            and not key.endswith(("ون", "ين", "ات", "ان", "اء", "ا", "ي"))
        ):
            dual = key[:-1] + "ت" if key.endswith("ه") else key
            table.setdefault(dual + "ين", names)  # طبيبين، صحافيتين، وفدين; of men the plural's ending too
            table.setdefault(dual + "ان", names)
            if "org" in names and key.endswith("ه"):
                table.setdefault(dual + "ا", names)  # إدارتا التعليم، وزارتي الدفاع
                table.setdefault(dual + "ي", names)
    return table


class Reader:
    """Makes and keeps the `Lex` of each word form."""

    __slots__ = ("_functions", "_heads", "known", "lexicon")

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._functions = function_words()
        self._heads = head_nouns()
        self.known: dict[str, Lex] = {}

    def __call__(self, word: str) -> Lex:
        """The `Lex` of a folded word; one left with its ة (اتصالات هاتفية) has no attached pronoun."""
        lex = self.known.get(word)
        if lex is None:
            if len(self.known) >= _MEMO_LIMIT:
                self.known.clear()
            lex = self.known[word] = self._read(word)
        return lex

    def _read(self, word: str) -> Lex:
        if found := self._functions.get(word):
            tag, conj = found
            plain = _plain(word, tag, conj=conj)
            if word not in _EITHER:
                return plain
            readings = self.lexicon.analyse(word)
            return replace(plain, verb=_finite(readings) or _best(readings, Pos.VERB, doubtful=True))
        if not word[0].isalpha():
            return _plain(word, NUMBER if word[0].isdigit() else _SIGNS.get(word, STOP))
        marbuta = word[-1] == "ة"
        if marbuta:
            word = word[:-1] + "ه"
        readings = self.lexicon.analyse(word)
        if marbuta:
            readings = tuple(reading for reading in readings if not reading.enclitic_len)
        verb = _finite(readings)
        noun = _best(readings, Pos.NOUN)
        state = _best(readings, Pos.PARTICIPLE)
        conj, prep, definite, stem, classes, pronoun = self._split(
            word, verb, noun or state, tails=(0,) if marbuta else (0, 1, 2, 3)
        )
        doubtful = None if verb else _best(readings, Pos.VERB, doubtful=True)
        noun_or_guess = noun or _guessed_masdar(word, readings, classes, stem)
        nominal = _nominal(noun_or_guess, state, classes)
        known = bool(readings) or bool(classes)
        return Lex(
            word=word,
            tag=OTHER,
            conj=conj or (verb is not None and noun is None and not classes and bool(verb.conj)),
            prep=prep,
            definite=definite,
            clitics=int(conj) + len(prep),
            stem=stem,
            verb=verb,
            doubtful=doubtful,
            rivals=_rivals(readings, verb),
            noun=noun_or_guess,
            state=state,
            classes=classes,
            known=known,
            pronoun=pronoun,
            nominal=nominal,
            idle=verb is None and doubtful is None and nominal == OTHER and (known or definite),
        )

    def _split(
        self, word: str, verb: Analysis | None, nominal: Analysis | None, tails: tuple[int, ...]
    ) -> tuple[bool, str, bool, str, frozenset[str], bool]:
        heads = self._heads
        if (classes := heads.get(word)) is not None:
            return False, "", False, word, classes, False
        if (
            verb is not None
            and nominal is None
            and "ال" in word[:3]
            and word[verb.proclitic_len :].startswith("ال")
        ):
            return (
                bool(verb.conj),
                "",
                False,
                word[verb.proclitic_len :],
                frozenset(),
                bool(verb.enclitic_len),
            )
        for prefix, _, prep in _ARTICLES:
            if word.startswith(prefix) and len(word) > len(prefix) + 1:
                stem = word[len(prefix) :]
                return True, prep, True, stem, heads.get(stem, frozenset()), False
        for prefix, prep in _ARTICLES_ALONE:
            if word.startswith(prefix) and len(word) > len(prefix) + 1:
                stem = word[len(prefix) :]
                return False, prep, True, stem, heads.get(stem, frozenset()), False
        for cut, conj, prep in _cuts(word):
            stem = word[cut:]
            for tail in tails:
                if tail and (len(stem) - tail < 2 or stem[-tail:] not in _PRONOUNS):
                    continue
                base = stem[: len(stem) - tail] if tail else stem
                found = heads.get(base) or (
                    heads.get(base[:-1] + "ه") if tail and base.endswith("ت") else None
                )
                if not (found or tail) and _accusative(
                    base, nominal, human="human" in heads.get(base[:-1], ())
                ):
                    found = heads.get(base[:-1], frozenset()) - {"name"}
                if found:
                    return conj, prep, bool(tail), base, found, bool(tail)
        if nominal is not None:
            stem = word[nominal.proclitic_len : len(word) - nominal.enclitic_len]
            return (
                bool(nominal.conj),
                nominal.prep,
                nominal.definite,
                stem,
                frozenset(),
                bool(nominal.enclitic_len),
            )
        return False, "", False, word, frozenset(), False


# Adjectives that name people with the article only, and what is counted in time.
_SIZES = frozenset({"كبيرا", "صغيرا", "كثيرا", "قليلا", "عاما", "يوما", "شهرا"})


def _accusative(base: str, nominal: Analysis | None, *, human: bool) -> bool:
    """رجلا، وزيرا، موظفا: an indefinite accusative; no event noun (احتجاجا), nor what one says besides (مشيرا إلى)."""
    if base[-1] != "ا" or len(base) < 4 or base in _SIZES:
        return False
    return nominal is None or (nominal.pos is Pos.PARTICIPLE and (base[0] != "م" or human))


_PRONOUNS = frozenset({"ه", "ها", "هم", "هن", "هما", "نا", "كم"})


def _cuts(word: str) -> list[tuple[int, bool, str]]:
    """Places where clitics may end: (letters cut, conjunction, preposition)."""
    cuts = [(0, False, "")]
    if word[0] in "وف" and len(word) > 3:
        cuts.append((1, True, ""))
        if word[1] in "بلك" and len(word) > 4:
            cuts.append((2, True, word[1]))
    if word[0] in "بلك" and len(word) > 3:
        cuts.append((1, False, word[0]))
    return cuts


def _plain(word: str, tag: int, *, conj: bool = False) -> Lex:
    return Lex(
        word,
        tag,
        conj,
        "",
        False,
        int(conj),
        word,
        None,
        None,
        (),
        None,
        None,
        frozenset(),
        True,
        False,
        tag,
        False,
    )


def _nominal(noun: Analysis | None, state: Analysis | None, classes: frozenset[str]) -> int:
    """EVENT for an event noun that is no head noun of another kind, STATE for a state that is none either."""
    heads = classes - {"name"}
    if noun is not None and "quant" not in heads and not (heads and noun.event_type is EventType.OTHER):
        return EVENT
    if state is not None and not heads - {"title", "human", "thing"}:
        return STATE
    return OTHER


def _best(readings: tuple[Analysis, ...], pos: Pos, *, doubtful: bool = False) -> Analysis | None:
    for reading in readings:
        if reading.pos is pos and (Flag.DOUBT in reading.flags) is doubtful:
            if pos is Pos.VERB and (reading.aspect is Aspect.IMPERATIVE or reading.person is Person.SECOND):
                continue
            return reading
    return None


def _finite(readings: tuple[Analysis, ...]) -> Analysis | None:
    """The best verb; ودعا is "and called" rather than "both bade farewell"."""
    best = _best(readings, Pos.VERB)
    if best is None or best.number is not Number.DUAL or best.aspect is not Aspect.PERFECT or best.conj:
        return best
    return next(
        (
            r
            for r in readings
            if r.pos is Pos.VERB
            and r.conj
            and r.number is Number.SINGULAR
            and r.person is Person.THIRD
            and Flag.DOUBT not in r.flags
            and r.aspect is Aspect.PERFECT
        ),
        best,
    )


def _behind_and(reading: Analysis, verb: Analysis) -> bool:
    """ودعت إلى: و and the verb دعا rather than ودّع, if the words behind it say so."""
    return (
        bool(reading.conj) and not verb.conj and Flag.DOUBT not in reading.flags and not reading.enclitic_len
    )


def _rivals(readings: tuple[Analysis, ...], verb: Analysis | None) -> tuple[Analysis, ...]:
    """Verbs of one spelling (وقع: happened, signed) among which the sentence decides."""
    if verb is None:
        return ()
    return tuple(
        reading
        for reading in readings
        if reading.pos is Pos.VERB
        and reading.lemma != verb.lemma
        and (reading.number is verb.number or reading.number is not Number.DUAL)
        and (reading.cost <= verb.cost + 1 or _behind_and(reading, verb))
        and reading.aspect is not Aspect.IMPERATIVE
        and reading.person is verb.person
        and (reading.aspect is verb.aspect or reading.gender is not verb.gender)
    )


# Shapes that verbal nouns of the derived forms have and few other nouns: افتعال، انفعال، استفعال، تفعيل.
_MASDAR = re.compile(
    r"(?:ا[^اوي]ت[^ا]ا[^ا]|ان[^ا]{2}ا[^ا]|است[^ا]{1,2}ا[^ا]ه?|ت[^اوي]{2}ي[^اي])(?:ه|ها|هم|هما)?"
)


def _guessed_masdar(
    word: str, readings: tuple[Analysis, ...], classes: frozenset[str], stem: str
) -> Analysis | None:
    if readings or classes or not _MASDAR.fullmatch(stem):
        return None
    return Analysis(
        lemma=stem,
        pos=Pos.NOUN,
        event_type=EventType.OTHER,
        verb=None,
        aspect=None,
        mood=None,
        voice=None,
        future=False,
        person=None,
        gender=None,
        number=Number.SINGULAR,
        proclitic_len=len(word) - len(stem),
        enclitic_len=0,
        conj="",
        prep="",
        definite=word != stem,
        construct=False,
        flags=frozenset({Flag.GUESSED, Flag.WEAK}),
        cost=20,
    )


@cache
def load_reader() -> Reader:
    """The reader over the project's lexicon, made once per process."""
    return Reader(load_lexicon())
