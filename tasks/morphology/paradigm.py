"""The conjugation of Arabic verbs, forms I to X and the quadriliterals, by class of weakness.

A class is a form with what is special about its radicals; verbs of one class share one table of patterns, so a verb's
forms are the table's spellings with its radicals put in. The grammar is the standard one (Fischer, Wright); the tables
are written for this project.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from hawliyat.tasks.morphology.model import Aspect, Gender, Mood, Number, Person, Voice
from hawliyat.tasks.morphology.spelling import spell
from hawliyat.tasks.morphology.verb_class import VerbClass, classify


class Cell(NamedTuple):
    """A place in the paradigm. `bound` None: alone or before a pronoun; else only before one, or only alone."""

    kind: str  # "verb", "noun", "active" or "passive" participle
    aspect: Aspect | None
    mood: Mood | None
    voice: Voice | None
    person: Person | None
    gender: Gender | None
    number: Number
    case: str  # "", "accusative" (تراجعا), "construct"
    bound: bool | None


class Stems(NamedTuple):
    """Sound patterns of a form: perfect and imperfect in both voices, prefix vowel, participles, verbal nouns."""

    perfect: str
    prefix: str
    imperfect: str
    perfect_passive: str
    imperfect_passive: str
    active: str
    passive: str
    masdars: tuple[str, ...]


_FORMS = {
    "II": Stems("1a22a3", "u", "1a22i3", "1u22i3", "1a22a3", "mu1a22i3", "mu1a22a3", ("ta12I3",)),
    "III": Stems("1A2a3", "u", "1A2i3", "1U2i3", "1A2a3", "mu1A2i3", "mu1A2a3", ("mu1A2a3aT",)),
    "IV": Stems("ʔa12a3", "u", "12i3", "ʔu12i3", "12a3", "mu12i3", "mu12a3", ("ʔi12A3",)),
    "V": Stems(
        "ta1a22a3", "a", "ta1a22a3", "tu1u22i3", "ta1a22a3", "muta1a22i3", "muta1a22a3", ("ta1a22u3",)
    ),
    "VI": Stems("ta1A2a3", "a", "ta1A2a3", "tu1U2i3", "ta1A2a3", "muta1A2i3", "muta1A2a3", ("ta1A2u3",)),
    "VII": Stems("in1a2a3", "a", "n1a2i3", "un1u2i3", "n1a2a3", "mun1a2i3", "mun1a2a3", ("in1i2A3",)),
    "VIII": Stems("i1ta2a3", "a", "1ta2i3", "u1tu2i3", "1ta2a3", "mu1ta2i3", "mu1ta2a3", ("i1ti2A3",)),
    "X": Stems("ista12a3", "a", "sta12i3", "ustu12i3", "sta12a3", "musta12i3", "musta12a3", ("isti12A3",)),
    "QI": Stems("1a23a4", "u", "1a23i4", "1u23i4", "1a23a4", "mu1a23i4", "mu1a23a4", ("1a23a4aT",)),
    "QII": Stems(
        "ta1a23a4", "a", "ta1a23a4", "tu1u23i4", "ta1a23a4", "muta1a23i4", "muta1a23a4", ("ta1a23u4",)
    ),
}
_HOLLOW = {
    "IV": Stems("ʔa1A3", "u", "1I3", "ʔu1I3", "1A3", "mu1I3", "mu1A3", ("ʔi1A3aT",)),
    "VII": Stems("in1A3", "a", "n1A3", "un1I3", "n1A3", "mun1A3", "mun1A3", ("in1iyA3",)),
    "VIII": Stems("i1tA3", "a", "1tA3", "u1tI3", "1tA3", "mu1tA3", "mu1tA3", ("i1tiyA3",)),
    "X": Stems("ista1A3", "a", "sta1I3", "ustu1I3", "sta1A3", "musta1I3", "musta1A3", ("isti1A3aT",)),
}


@dataclass(frozen=True, slots=True)
class _Stem:
    """A stem by what follows it: a vowel, a consonant, nothing (jussive). `ending` is the defective's: a, i, u, w, y."""

    vowel: str
    consonant: str
    bare: str
    ending: str


def _stems(cls: VerbClass) -> Stems:
    """Patterns of the class; those of hollow verbs already hollow, other weaknesses not yet worked in."""
    if cls.form == "I":
        return _form_one(cls)
    if cls.form == "IX":
        return Stems("i12a33", "a", "12a33", "", "", "mu12a33", "", ("i12i3A3",))
    if cls.form == "QIV":
        return Stems("i12a3a44", "a", "12a3i44", "", "", "mu12a3i44", "", ("i12i34A4",))
    stems = (_HOLLOW if cls.weakness == "hollow" else _FORMS)[cls.form]
    if cls.form == "VIII" and cls.infix != "t":
        stems = Stems._make(_with_infix(part, cls.infix) for part in stems)
    if cls.form in ("IV", "X") and cls.radicals[0] == "w" and cls.weakness != "hollow":
        stems = stems._replace(masdars=("ʔI2A3" if cls.form == "IV" else "istI2A3",))
    if cls.form == "II" and (cls.weakness == "defective" or cls.radicals[2] == "ʔ"):
        stems = stems._replace(masdars=("ta12i3aT",))
    return stems


def _with_infix(part: str | tuple[str, ...], infix: str) -> str | tuple[str, ...]:
    if isinstance(part, tuple):
        return tuple(pattern.replace("t", infix, 1) for pattern in part)
    return part.replace("t", infix, 1)


def _form_one(cls: VerbClass) -> Stems:
    past, present = cls.vowels[0], cls.vowels[1]
    if cls.weakness == "hollow":
        long = {"u": "U", "i": "I", "a": "A"}[present]
        active = "" if cls.radicals[2] == "ʔ" else "1Aʔi3"  # جاءٍ is not said in prose
        return Stems("1A3", "a", f"1{long}3", "1I3", "1A3", active, "ma1U3" if long != "I" else "ma1I3", ())
    dropped = cls.radicals[0] == "w" and cls.weakness != "doubled" and cls.vowels != "uu"
    imperfect = f"2{present}3" if dropped else f"12{present}3"
    passive = "12a3"
    if cls.radicals == "1ʔ3" and cls.weakness == "defective" and cls.vowels == "aa" and cls.infix == "ra":
        imperfect = passive = "1a3"  # رأى يرى: the hamza is lost
    return Stems(f"1a2{past}3", "a", imperfect, "1u2i3", passive, "1A2i3", "ma12U3", ())


def _stem(pattern: str, cls: VerbClass) -> _Stem:
    """Works the class's weakness into a finite stem."""
    if cls.form == "QIV":
        return _Stem(pattern, re.sub(r"(.)44$", r"4\g<1>4", pattern), pattern, "")
    if cls.form == "IX":
        return _Stem(pattern, pattern[:-1] + ("a3" if pattern[0] == "i" else "i3"), pattern, "")
    if cls.weakness == "doubled":
        closed = re.sub(r"([aiuAIU])2[aiu]3$", r"\g<1>22", pattern)
        if closed == pattern:
            closed = re.sub(r"2([aiu])3$", r"\g<1>22", pattern)
        return _Stem(closed, pattern[:-1] + "2", closed, "")
    if cls.weakness == "hollow":
        short = re.sub(r"([AIU])3$", lambda m: _short_of(m[1], pattern, cls) + "3", pattern)
        return _Stem(pattern, short, short, "")
    if cls.weakness == "defective":
        return _Stem(pattern[:-2], pattern[:-2], pattern[:-2], pattern[-2])
    return _Stem(pattern, pattern, pattern, "")


def _short_of(long: str, pattern: str, cls: VerbClass) -> str:
    """The short vowel of a hollow stem before a consonant: قال makes قلت, باع makes بعت."""
    if cls.form == "I" and pattern == "1A3" and long == "A":
        return "u" if cls.vowels == "au" else "i"
    return long.lower()


def _perfect(stem: _Stem, w_root: bool) -> Iterator[tuple[Person, Gender | None, Number, str]]:
    third, second, first = Person.THIRD, Person.SECOND, Person.FIRST
    m, f = Gender.MASCULINE, Gender.FEMININE
    one, two, many = Number.SINGULAR, Number.DUAL, Number.PLURAL
    v, c = stem.vowel, stem.consonant
    match stem.ending:
        case "":
            ms, fs, md, fd, mp = "a", "at", "A", "atA", "W"
        case "a":
            ms, fs, md, fd, mp = ("A" if w_root else "Y"), "at", ("awA" if w_root else "ayA"), "atA", "aW"
            c = v + ("aw" if w_root else "ay")
        case _:
            ms, fs, md, fd, mp = "iya", "iyat", "iyA", "iyatA", "W"
            c = v + "I"
    yield third, m, one, v + ms
    yield third, f, one, v + fs
    yield third, m, two, v + md
    yield third, f, two, v + fd
    yield third, m, many, v + mp
    yield third, f, many, c + "na"
    yield first, None, one, c + "tu"
    yield first, None, many, c + "nA"
    yield second, m, many, c + "tum"
    yield second, None, two, c + "tumA"


def _imperfect(stem: _Stem, prefix_vowel: str) -> Iterator[tuple[Mood, Person, Gender | None, Number, str]]:
    third, second, first = Person.THIRD, Person.SECOND, Person.FIRST
    m, f = Gender.MASCULINE, Gender.FEMININE
    one, two, many = Number.SINGULAR, Number.DUAL, Number.PLURAL
    full, cut, bare, both = Mood.INDICATIVE, Mood.NON_INDICATIVE, Mood.JUSSIVE, Mood.ANY
    v, c = stem.vowel, stem.consonant
    match stem.ending:
        case "":
            end, dual, plural, women, thou = "u", "A", "U", "na", "I"
        case "a":
            end, dual, plural, women, thou = "Y", "ayA", "aw", "ayna", "ay"
            c = v
        case "u":
            end, dual, plural, women, thou = "U", "uwA", "U", "Una", "I"
            c = v
        case _:
            end, dual, plural, women, thou = "I", "iyA", "U", "Ina", "I"
            c = v
    cut_plural = "aW" if plural == "aw" else "W"
    persons = (("y", third, m, one), ("t", third, f, one), ("ʔ", first, None, one), ("n", first, None, many))
    short = stem.bare if stem.bare != stem.vowel else None
    if stem.ending:
        short = v + ("i" if stem.ending == "i" else "u" if stem.ending == "u" else "a")
    for prefix, person, gender, number in persons:
        head = prefix + prefix_vowel
        yield both, person, gender, number, head + v + end
        if short:
            yield bare, person, gender, number, head + short
    for prefix, person, gender in (("y", third, m), ("t", third, f)):
        head = prefix + prefix_vowel
        yield full, person, gender, two, head + v + dual + "ni"
        yield cut, person, gender, two, head + v + dual
    for prefix, person in (("y", third), ("t", second)):
        head = prefix + prefix_vowel
        yield full, person, m, many, head + v + plural + "na"
        yield cut, person, m, many, head + v + cut_plural
    yield both, third, f, many, "y" + prefix_vowel + c + women
    yield full, second, f, one, "t" + prefix_vowel + v + thou + "na"
    yield cut, second, f, one, "t" + prefix_vowel + v + thou


def _imperative(stem: _Stem) -> Iterator[tuple[Gender, Number, str]]:
    bare = stem.bare + {"": "", "a": "a", "u": "u", "i": "i"}[stem.ending]
    opened = "i" if bare[1:2] not in tuple("aiuAIU") else ""
    yield Gender.MASCULINE, Number.SINGULAR, opened + bare
    opened = "i" if stem.vowel[1:2] not in tuple("aiuAIU") and len(stem.vowel) > 1 else ""
    yield Gender.MASCULINE, Number.PLURAL, opened + stem.vowel + "W"


def _participle(pattern: str, cls: VerbClass) -> Iterator[tuple[Gender, Number, str, str]]:
    """Gender, number, case and pattern of a participle's forms."""
    m, f = Gender.MASCULINE, Gender.FEMININE
    one, two, many = Number.SINGULAR, Number.DUAL, Number.PLURAL
    if cls.weakness == "doubled":
        pattern = re.sub(r"A2i3$", "A22", pattern)
        pattern = re.sub(r"([aiu])2[ai]3$", r"\g<1>22", pattern)
        pattern = re.sub(r"2([ai])3$", r"\g<1>22", pattern).replace("3", "2")
    base, after = pattern, ("", "A", "aT", "At", "An", "ayn", "atAn", "atayn", "Una", "Ina", "U", "I")
    if cls.weakness == "defective" and pattern.endswith("i3"):
        base = pattern[:-2]
        after = ("i", "iyA", "iyaT", "iyAt", "iyAn", "iyayn", "iyatAn", "iyatayn", "Una", "Ina", "U", "I")
    elif cls.weakness == "defective" and pattern.endswith("a3"):
        base = pattern[:-2]
        after = ("Y", "", "AT", "ayAt", "ayAn", "ayayn", "AtAn", "Atayn", "awna", "ayna", "aw", "ay")
    elif cls.weakness == "defective":
        base = pattern[:-2] + ("uww" if cls.vowels == "au" else "iyy")
    genders = (m, m, f, f, m, m, f, f, m, m, m, m)
    numbers = (one, one, one, many, two, two, two, two, many, many, many, many)
    cases = ("", "accusative", "", "", "", "", "", "", "", "", "construct", "construct")
    for gender, number, case, suffix in zip(genders, numbers, cases, after, strict=True):
        if suffix or case == "":
            yield gender, number, case, base + suffix
    if base is not pattern and pattern.endswith("i3") and cls.weakness == "defective":
        yield m, one, "", base + "I"


def _radicals_in(pattern: str, cls: VerbClass) -> str:
    for digit, sign in enumerate(cls.radicals, 1):
        if sign != str(digit):
            pattern = pattern.replace(str(digit), sign)
    return pattern


@cache
def table(cls: VerbClass) -> tuple[tuple[Cell, ...], str]:
    """The cells of a class and their spellings, folded, one per line, with digits where radicals go."""
    spelled: dict[tuple[Cell, str], None] = {}
    active = list(_voiced(cls, Voice.ACTIVE))
    passive = list(_voiced(cls, Voice.PASSIVE)) if cls.passive != "none" else []
    shared = set()
    passive_keys = {(cell._replace(voice=None), word) for cell, word in passive}
    for cell, word in active:
        key = (cell._replace(voice=None), word)
        if key in passive_keys:
            shared.add(key)
            cell = cell._replace(voice=Voice.AMBIGUOUS)
        spelled[cell, word] = None
    for cell, word in passive:
        if (cell._replace(voice=None), word) not in shared:
            spelled[cell, word] = None
    return tuple(cell for cell, _ in spelled), "\n".join(word for _, word in spelled)


def _voiced(cls: VerbClass, voice: Voice) -> Iterator[tuple[Cell, str]]:
    stems = _stems(cls)
    perfect, imperfect, participle = (
        (stems.perfect, stems.imperfect, stems.active)
        if voice is Voice.ACTIVE
        else (stems.perfect_passive, stems.imperfect_passive, stems.passive)
    )
    patterns: list[tuple[Cell, str]] = []
    w_root = cls.form == "I" and cls.vowels == "au"
    if perfect:
        w_active = w_root and voice is Voice.ACTIVE
        for person, gender, number, pattern in _perfect(_stem(perfect, cls), w_active):
            patterns.append(
                (Cell("verb", Aspect.PERFECT, None, voice, person, gender, number, "", None), pattern)
            )
    if imperfect:
        stem = _stem(imperfect, cls)
        prefix = stems.prefix if voice is Voice.ACTIVE else "u"
        for mood, person, gender, number, pattern in _imperfect(stem, prefix):
            patterns.append(
                (Cell("verb", Aspect.IMPERFECT, mood, voice, person, gender, number, "", None), pattern)
            )
        if voice is Voice.ACTIVE and cls.form != "IV" and cls.radicals[0] != "ʔ":
            for gender, number, pattern in _imperative(stem):
                cell = Cell("verb", Aspect.IMPERATIVE, None, voice, Person.SECOND, gender, number, "", None)
                patterns.append((cell, pattern))
    if cls.passive == "third" and voice is Voice.PASSIVE:
        patterns = [
            (cell, pattern)
            for cell, pattern in patterns
            if (cell.person, cell.gender, cell.number) == (Person.THIRD, Gender.MASCULINE, Number.SINGULAR)
        ]
    if participle:
        for gender, number, case, pattern in _participle(participle, cls):
            if (
                cls.passive == "third"
                and voice is Voice.PASSIVE
                and (gender, number) != (Gender.MASCULINE, Number.SINGULAR)
            ):
                continue
            patterns.append((Cell(str(voice), None, None, voice, None, gender, number, case, None), pattern))
    for cell, pattern in patterns:
        written = pattern.replace("Y", "A") if cls.infix == "A" else pattern
        yield from _spell_cell(cell, _radicals_in(written, cls))


def _spell_cell(cell: Cell, pattern: str) -> Iterator[tuple[Cell, str]]:
    free = tuple(word.translate(_FOLD) for word in spell(pattern))
    changing = not {"Y", "T", "W"}.isdisjoint(pattern)
    if cell.case == "accusative" or (pattern.endswith(("Una", "Ina", "An", "ayn")) and cell.kind != "verb"):
        for word in free:
            yield cell._replace(bound=False), word
        return
    if not changing:
        for word in free:
            yield cell, word
        return
    tied = tuple(word.translate(_FOLD) for word in spell(pattern, bound=True))
    for word in free:
        yield cell if word in tied else cell._replace(bound=False), word
    for word in tied:
        if word not in free:
            yield cell._replace(bound=True), word


def conjugate(
    lemma: str, form: str, vowels: str, passive: str = "full"
) -> tuple[tuple[Cell, ...], list[str]]:
    """Every cell of a verb and its folded spelling, in step; ValueError where the lemma does not fit the form."""
    cls, root = classify(lemma, form, vowels, passive)
    cells, patterns = table(cls)
    return cells, patterns.translate({ord(str(i)): letter for i, letter in enumerate(root, 1)}).split("\n")


def derived_masdars(cls: VerbClass, root: str) -> tuple[str, ...]:
    """The verbal nouns that the form gives by rule (none for form I), unfolded: أعلن -> إعلان."""
    return tuple(_fill(_weak_masdar(pattern, cls), cls, root) for pattern in _stems(cls).masdars)


def participles(cls: VerbClass, root: str) -> tuple[str, str]:
    """Active and passive participle, unfolded, masculine singular ("" where there is none)."""
    active, passive = _participle_lemmas(cls)
    letters = {48 + i: letter for i, letter in enumerate(root, 1)}
    return active.translate(letters), passive.translate(letters)


@cache
def _participle_lemmas(cls: VerbClass) -> tuple[str, str]:
    stems = _stems(cls)
    words = []
    for pattern in (stems.active, stems.passive):
        if not pattern:
            words.append("")
            continue
        forms = list(_participle(pattern, cls))
        shown = forms[-1] if cls.weakness == "defective" and pattern.endswith("i3") else forms[0]
        words.append(spell(_radicals_in(shown[3], cls))[0])
    return words[0], words[1]


def _weak_masdar(pattern: str, cls: VerbClass) -> str:
    if cls.weakness != "defective":
        return pattern.replace("3", "2") if cls.weakness == "doubled" else pattern
    for ending, weak in (("A3", "Aʔ"), ("a3aT", "AT"), ("i3aT", "iyaT"), ("u3", "I")):
        if pattern.endswith(ending):
            return pattern.removesuffix(ending) + weak
    return pattern


def _fill(pattern: str, cls: VerbClass, root: str) -> str:
    spelled = spell(_radicals_in(pattern, cls))[0]
    return spelled.translate({ord(str(i)): letter for i, letter in enumerate(root, 1)})


_FOLD = str.maketrans("أإآىة", "ااايه")
