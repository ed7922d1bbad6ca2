"""What morphology says about a word: closed sets and frozen values.

A word is analysed as proclitics + an inflected form of a lexicon entry + an enclitic pronoun. Lengths count letters of the
folded word, so `word[proclitic_len : len(word) - enclitic_len]` is the inflected form.
"""

from enum import StrEnum

from hawliyat.tasks.schema import EventStatus, EventType
from hawliyat.tasks.values import value


class Pos(StrEnum):
    """Which kind of entry a form belongs to."""

    VERB = "verb"
    NOUN = "noun"  # verbal nouns and event nouns
    PARTICIPLE = "participle"  # regular participles of verbs, and stative predicates (رئيس، موجود)


class Aspect(StrEnum):
    """The three finite stems of a verb."""

    PERFECT = "perfect"
    IMPERFECT = "imperfect"
    IMPERATIVE = "imperative"


class Mood(StrEnum):
    """Mood as far as letters show it: يعلنون is indicative, يعلنوا is not, يعلن may be any."""

    INDICATIVE = "indicative"
    NON_INDICATIVE = "non_indicative"  # subjunctive or jussive
    JUSSIVE = "jussive"
    ANY = "any"


class Voice(StrEnum):
    """Voice as far as letters show it: قتل may be either, قيل is passive."""

    ACTIVE = "active"
    PASSIVE = "passive"
    AMBIGUOUS = "ambiguous"


class Flag(StrEnum):
    """What the engines need to know of an entry beyond its class."""

    SAY = "say"  # speech: takes أن/إن or a quotation
    ASPECTUAL = "aspectual"  # بدأ واصل استمر: the event is the complement
    COPULA = "copula"  # كان أصبح ظل: the event is the predicate
    LIGHT = "light"  # أجرى عقد شن: the event may be the object noun (see frames)
    COGNITIVE = "cognitive"  # رأى اعتقد: holds an opinion, takes أن
    PLANNED = "planned"  # يعتزم ينوي: the complement is planned
    HYPOTHETICAL = "hypothetical"  # يمكن يحتمل: the complement is hypothetical
    NEGATING = "negating"  # نفى رفض أن: the complement did not happen
    STATE = "state"  # names a state, not a change
    WEAK = "weak"  # an event in certain constructions only (إدارة، تنظيم)
    RARE = "rare"  # seldom the right reading of its letters
    DOUBT = "doubt"  # the letters are more often another word (see not_triggers.tsv)
    GUESSED = "guessed"  # not in the lexicon


class Person(StrEnum):
    """Grammatical person."""

    FIRST = "1"
    SECOND = "2"
    THIRD = "3"


class Gender(StrEnum):
    """Grammatical gender; None where the form shows none."""

    MASCULINE = "m"
    FEMININE = "f"


class Number(StrEnum):
    """Grammatical number."""

    SINGULAR = "singular"
    DUAL = "dual"
    PLURAL = "plural"


@value
class Verb:
    """A row of `verbs.tsv`. `lemma` is the perfect, third person masculine, with shadda where it is pronounced."""

    lemma: str
    form: str
    vowels: str
    masdars: tuple[str, ...]
    event_type: EventType
    transitivity: str
    preps: tuple[str, ...]
    flags: frozenset[Flag]


@value
class Noun:
    """A row of `nouns.tsv` (`listed`), or a verbal noun or participle derived from a verb."""

    lemma: str
    pos: Pos
    plurals: tuple[str, ...]
    event_type: EventType
    verb: str | None
    preps: tuple[str, ...]
    flags: frozenset[Flag]
    listed: bool = True


@value
class Frame:
    """A row of `frames.tsv`: what an entry means with a preposition or with a head noun.

    `noun_is_event` is true in light-verb constructions, where the trigger is the noun.
    `event_type` None keeps the noun's own class. `status` is what the construction asserts of its complement.
    """

    head: str
    prep: str | None
    noun: str | None
    event_type: EventType | None
    noun_is_event: bool
    status: EventStatus | None
    note: str


@value
class Analysis:
    """One reading of a word.

    `verb` is the lemma of the verb a verbal noun or participle belongs to (the lemma itself for verbs, None for nouns
    without a verb). `mood` is None but for imperfects. `cost` is the rank: lower is likelier, 0 is a bare exact word.
    """

    lemma: str
    pos: Pos
    event_type: EventType
    verb: str | None
    aspect: Aspect | None
    mood: Mood | None
    voice: Voice | None
    future: bool
    person: Person | None
    gender: Gender | None
    number: Number
    proclitic_len: int
    enclitic_len: int
    conj: str
    prep: str
    definite: bool
    construct: bool
    flags: frozenset[Flag]
    cost: int
