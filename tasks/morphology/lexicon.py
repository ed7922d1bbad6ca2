"""The compiled trigger lexicon: every inflected form of every entry in one hash, and the look-up of a word in it.

`load_lexicon()` reads and compiles the files once per process. `Lexicon.analyse` splits proclitics and an attached
pronoun off a word by table and looks the rest up; it never searches.

Ranking (`Analysis.cost`, lower first): a bare exact word beats one with clitics, third person beats first and second,
a finite verb beats a verbal noun, that beats a participle; entries flagged weak or rare, and words that are more often
something else (`doubt`), come last. Ties keep the order of the files.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.morphology.model import (
    Analysis,
    Aspect,
    Flag,
    Frame,
    Mood,
    Noun,
    Number,
    Person,
    Pos,
    Verb,
    Voice,
)
from hawliyat.tasks.morphology.nominal import adjective_forms, noun_forms
from hawliyat.tasks.morphology.paradigm import (
    Cell,
    classify,
    derived_masdars,
    participles,
    table,
)
from hawliyat.tasks.morphology.read import (
    FOLDER,
    LexiconError,
    read_frames,
    read_guard,
    read_nouns,
    read_verbs,
)

_CELL_BITS = 12
_CELL_MASK = (1 << _CELL_BITS) - 1
_MEMO_LIMIT = 400_000
_BARE_WINS = 8  # وقع is "fell" or "signed" before it is "and ..."
_PASSIVE = {"t": "full", "tp": "full", "p": "third", "i": "none"}


@dataclass(frozen=True, slots=True)
class _Proclitic:
    """Letters before a form: conjunction, preposition, article, the future's sin, the question's alef."""

    conj: str
    prep: str
    article: bool
    future: bool
    question: bool
    cost: int


def _proclitics() -> dict[str, _Proclitic]:
    table: dict[str, _Proclitic] = {}
    for conj in ("", "و", "ف"):
        cost = 1 if conj else 0
        table[conj] = _Proclitic(conj, "", False, False, False, cost)
        table[conj + "س"] = _Proclitic(conj, "", False, True, False, cost)
        table[conj + "ال"] = _Proclitic(conj, "", True, False, False, cost)
        for prep in "بكل":
            table[conj + prep] = _Proclitic(conj, prep, False, False, False, cost + 2)
            joined = prep + ("ل" if prep == "ل" else "ال")
            table[conj + joined] = _Proclitic(conj, prep, True, False, False, cost + 1)
    table["ا"] = _Proclitic("", "", False, False, True, 14)
    return table


_PROCLITICS = _proclitics()
_ENCLITICS = frozenset({"ه", "ها", "هم", "هن", "هما", "ك", "كم", "كما", "كن", "نا", "ني", "ي"})


class Lexicon:
    """The compiled lexicon. `forms` maps a folded form to codes (entry << 12 | cell)."""

    __slots__ = (
        "_by_lemma",
        "_cells",
        "_entries",
        "_forms",
        "_frames",
        "_guard",
        "_memo",
        "_nouns",
        "_verbs",
    )

    def __init__(
        self, verbs: Iterable[Verb], nouns: Iterable[Noun], frames: Iterable[Frame], guard: dict[str, bool]
    ) -> None:
        self._verbs: dict[str, Verb] = {}
        self._nouns: dict[str, Noun] = {}
        self._entries: list[Verb | Noun] = []
        self._cells: list[Cell] = []
        self._forms: dict[str, list[int]] = {}
        self._guard = guard
        self._memo: dict[str, tuple[Analysis, ...]] = {}
        cell_ids: dict[Cell, int] = {}
        self._by_lemma = {noun.lemma: noun for noun in nouns}
        for verb in verbs:
            self._add_verb(verb, cell_ids)
        for noun in self._by_lemma.values():
            self._add_noun(noun, cell_ids)
        self._cells = list(cell_ids)
        self._frames: dict[str, tuple[Frame, ...]] = {}
        for frame in frames:
            self._frames[frame.head] = (*self._frames.get(frame.head, ()), frame)

    def _add_verb(self, verb: Verb, cell_ids: dict[Cell, int]) -> None:
        self._verbs.setdefault(verb.lemma, verb)
        try:
            cls, root = classify(verb.lemma, verb.form, verb.vowels, _PASSIVE[verb.transitivity])
        except ValueError as error:
            raise LexiconError(str(error)) from error
        active, passive = participles(cls, root)
        inherited = verb.flags - {Flag.LIGHT}
        base = {"verb": len(self._entries) << _CELL_BITS}
        self._entries.append(verb)
        for kind, lemma in (("active", active), ("passive", passive)):
            base[kind] = len(self._entries) << _CELL_BITS
            self._entries.append(
                Noun(lemma, Pos.PARTICIPLE, (), verb.event_type, verb.lemma, verb.preps, inherited)
            )
        cells, patterns = table(cls)
        letters = {48 + i: letter for i, letter in enumerate(root, 1)}
        words = patterns.translate(letters).split("\n")
        forms = self._forms
        for cell, word in zip(cells, words, strict=True):
            code = base[cell.kind] | cell_ids.setdefault(cell, len(cell_ids))
            if word in forms:
                forms[word].append(code)
            else:
                forms[word] = [code]
        for masdar in verb.masdars or derived_masdars(cls, root):
            if masdar not in self._by_lemma:
                plurals = ("ات",)
                noun = Noun(masdar, Pos.NOUN, plurals, verb.event_type, verb.lemma, verb.preps, inherited)
                self._add_noun(noun, cell_ids)

    def _add_noun(self, noun: Noun, cell_ids: dict[Cell, int]) -> None:
        if noun.lemma in self._nouns and noun.pos is Pos.NOUN:
            return  # two verbs share a verbal noun: the first in the file has it
        self._nouns[noun.lemma] = noun
        base = len(self._entries) << _CELL_BITS
        self._entries.append(noun)
        inflect = adjective_forms if noun.pos is Pos.PARTICIPLE else noun_forms
        for cell, form in inflect(noun.lemma, noun.plurals):
            code = base | cell_ids.setdefault(cell, len(cell_ids))
            self._forms.setdefault(form, []).append(code)

    def verb(self, lemma: str) -> Verb | None:
        """The verb of a lemma (with its shadda: وقّع)."""
        return self._verbs.get(lemma)

    def noun(self, lemma: str) -> Noun | None:
        """The noun or stative predicate of a lemma, verbal nouns included."""
        return self._nouns.get(lemma)

    def frames(self, lemma: str) -> tuple[Frame, ...]:
        """The frames of a verb or noun, in the file's order."""
        return self._frames.get(lemma, ())

    def heads(self) -> frozenset[str]:
        """Every lemma that has frames."""
        return frozenset(self._frames)

    def verbs(self) -> tuple[Verb, ...]:
        """Every verb, in the file's order."""
        return tuple(self._verbs.values())

    def nouns(self) -> tuple[Noun, ...]:
        """Every noun: derived verbal nouns first, then those of the file."""
        return tuple(self._nouns.values())

    def form_count(self) -> int:
        """How many distinct folded forms are known."""
        return len(self._forms)

    def is_guarded(self, word: str) -> bool:
        """Whether a word, bare or behind proclitics, is listed as no trigger."""
        folded = fold_word(word)
        return any(
            folded[:k] in _PROCLITICS and folded[k:] in self._guard for k in range(min(5, len(folded)))
        )

    def analyse(self, word: str) -> tuple[Analysis, ...]:
        """Every reading of a word, the likeliest first; () where it is no trigger. Memoised.

        Give the word as it stands in the source where possible: it is folded for the look-up, but its teh marbuta (no
        pronoun) and its hamza below (no finite verb) rule readings out that the folded word leaves open.
        """
        found = self._memo.get(word)
        if found is None:
            if len(self._memo) >= _MEMO_LIMIT:
                self._memo.clear()
            found = self._memo[word] = self._analyse(word)
        return found

    def _analyse(self, source: str) -> tuple[Analysis, ...]:
        word = fold_word(source)
        if self._guard.get(word):
            return ()
        letters = [letter for letter in source if fold_word(letter)]
        ends_in_teh = letters[-1:] == ["ة"]
        readings: dict[tuple[object, ...], Analysis] = {}
        size = len(word)
        for start in range(min(5, size - 1)):
            proclitic = _PROCLITICS.get(word[:start])
            if proclitic is None or (proclitic.question and readings):
                continue
            rest = word[start:]
            listed = self._guard.get(rest)
            if listed:
                continue
            kasra_hamza = letters[start : start + 1] == ["إ"]  # إعلان, إنه: no finite verb begins so
            extra = _BARE_WINS if start and any(not known.proclitic_len for known in readings.values()) else 0
            for tail in range(min(4, size - start - 1)):
                enclitic = word[size - tail :] if tail else ""
                if enclitic and (enclitic not in _ENCLITICS or ends_in_teh):
                    continue
                for code in self._forms.get(rest[: len(rest) - tail], ()):
                    reading = self._reading(code, proclitic, start, enclitic, listed is False, extra)
                    if reading is not None and not (kasra_hamza and reading.pos is Pos.VERB):
                        _keep(readings, reading)
        return tuple(sorted(readings.values(), key=lambda reading: reading.cost))

    def _reading(
        self, code: int, proclitic: _Proclitic, start: int, enclitic: str, doubtful: bool, extra: int
    ) -> Analysis | None:
        entry = self._entries[code >> _CELL_BITS]
        cell = self._cells[code & _CELL_MASK]
        if (cell.bound is True and not enclitic) or (cell.bound is False and enclitic):
            return None
        if isinstance(entry, Verb):
            if not _fits_verb(cell, entry, proclitic, enclitic):
                return None
            pos = Pos.VERB
        else:
            if not _fits_noun(cell, proclitic, enclitic):
                return None
            pos = entry.pos
        flags = entry.flags | {Flag.DOUBT} if doubtful else entry.flags
        number = cell.number
        return Analysis(
            lemma=entry.lemma,
            pos=pos,
            event_type=entry.event_type,
            verb=entry.lemma if isinstance(entry, Verb) else entry.verb,
            aspect=cell.aspect,
            mood=_mood(cell, proclitic),
            voice=cell.voice,
            future=proclitic.future,
            person=cell.person,
            gender=cell.gender,
            number=number,
            proclitic_len=start,
            enclitic_len=len(enclitic),
            conj=proclitic.conj,
            prep=proclitic.prep if pos is not Pos.VERB else "",
            definite=proclitic.article or bool(enclitic and pos is not Pos.VERB),
            construct=cell.case == "construct",
            flags=flags,
            cost=_cost(cell, pos, flags, proclitic, enclitic) + extra,
        )


def _mood(cell: Cell, proclitic: _Proclitic) -> Mood | None:
    """After the future's sin a verb is indicative; after li- it is not."""
    if cell.mood is None:
        return None
    if proclitic.future:
        return Mood.INDICATIVE
    return Mood.NON_INDICATIVE if proclitic.prep else cell.mood


def _fits_verb(cell: Cell, verb: Verb, proclitic: _Proclitic, enclitic: str) -> bool:
    if proclitic.article or enclitic == "ي" or (enclitic and verb.transitivity in "ip"):
        return False
    if enclitic and cell.voice is Voice.PASSIVE:
        return False
    if cell.aspect is Aspect.IMPERATIVE:
        return not (proclitic.prep or proclitic.future or proclitic.question)
    if cell.aspect is Aspect.PERFECT:
        return not (proclitic.prep or proclitic.future)
    if proclitic.future:
        return cell.mood in (Mood.INDICATIVE, Mood.ANY)
    if proclitic.prep:
        return proclitic.prep == "ل" and cell.mood is not Mood.INDICATIVE
    return True


def _fits_noun(cell: Cell, proclitic: _Proclitic, enclitic: str) -> bool:
    if proclitic.future or proclitic.question or enclitic == "ني":
        return False
    if enclitic == "ي":
        return cell.bound is True and not proclitic.article
    if proclitic.article:
        return not enclitic and cell.case == ""
    return not (proclitic.prep and cell.case == "accusative")


def _cost(cell: Cell, pos: Pos, flags: frozenset[Flag], proclitic: _Proclitic, enclitic: str) -> int:
    cost = proclitic.cost + (3 if enclitic else 0)
    if pos is Pos.VERB:
        if cell.aspect is Aspect.IMPERATIVE:
            cost += 12
        elif cell.person is Person.SECOND:
            cost += 9
        elif cell.person is Person.FIRST:
            cost += 5
        elif cell.number is Number.PLURAL and cell.gender == "f":
            cost += 4
        elif cell.aspect is Aspect.IMPERFECT and cell.gender == "f":
            cost += 1  # تقدم is form V's perfect rather than "she precedes"
        cost += 4 if cell.mood is Mood.JUSSIVE else 0
        cost += 2 if proclitic.prep else 0
        cost += 1 if cell.number is Number.DUAL else 0
    else:
        cost += 1 if pos is Pos.NOUN else 5
        cost += 1 if cell.case else 0
    cost += 5 if Flag.WEAK in flags else 0
    cost += 6 if Flag.RARE in flags else 0
    return cost + (20 if Flag.DOUBT in flags else 0)


def _keep(readings: dict[tuple[object, ...], Analysis], reading: Analysis) -> None:
    """Keeps the cheapest of readings that differ in nothing an engine asks for; two voices become one ambiguous one."""
    key = (
        reading.lemma,
        reading.pos,
        reading.verb,
        reading.aspect,
        reading.person,
        reading.gender,
        reading.number,
        reading.proclitic_len,
        reading.enclitic_len,
    )
    other = readings.get(key)
    if other is None:
        readings[key] = reading
        return
    best = reading if reading.cost < other.cost else other
    if {reading.voice, other.voice} == {Voice.ACTIVE, Voice.PASSIVE}:
        best = replace(best, voice=Voice.AMBIGUOUS)
    if best.mood is not reading.mood and reading.mood is not None:
        best = replace(best, mood=Mood.ANY)
    readings[key] = best


@cache
def load_lexicon(folder: Path = FOLDER) -> Lexicon:
    """The lexicon of a folder, compiled; raises `LexiconError` naming file and line."""
    return Lexicon(
        read_verbs(folder / "verbs.tsv"),
        read_nouns(folder / "nouns.tsv"),
        read_frames(folder / "frames.tsv"),
        read_guard(folder / "not_triggers.tsv"),
    )
