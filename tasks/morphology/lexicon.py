"""The compiled trigger lexicon: every inflected form of every entry in one hash, and the look-up of a word in it.

`load_lexicon()` reads and compiles the files once per process. `Lexicon.analyse` splits proclitics and an attached
pronoun off a word by table and looks the rest up; it never searches.

Ranking (`Analysis.cost`, lower first): a bare exact word beats one with clitics, third person beats first and second,
a finite verb beats a verbal noun, that beats a participle; entries flagged weak or rare, and words that are more often
something else (`doubt`), come last. Ties keep the order of the files.
"""

from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.morphology.clitics import (
    ENCLITICS,
    JOINED,
    LONGEST_ENCLITIC,
    LONGEST_PROCLITIC,
    PROCLITICS,
    Proclitic,
)
from hawliyat.tasks.morphology.model import Analysis, Aspect, Flag, Frame, Mood, Noun, Person, Pos, Verb
from hawliyat.tasks.morphology.nominal import adjective_forms, noun_forms
from hawliyat.tasks.morphology.paradigm import Cell, derived_masdars, participles, table
from hawliyat.tasks.morphology.rank import cost_of, fits_noun, fits_verb, keep, mood_of
from hawliyat.tasks.morphology.read import (
    FOLDER,
    read_frames,
    read_guard,
    read_nouns,
    read_verbs,
)
from hawliyat.tasks.morphology.verb_class import classify
from hawliyat.tasks.tables import DataFileError

_CELL_BITS = 12
_CELL_MASK = (1 << _CELL_BITS) - 1
_MEMO_LIMIT = 400_000
_BARE_WINS = 12  # وقع is "fell" or "signed" before it is "and ..."
_PASSIVE = {"t": "full", "tp": "full", "p": "third", "i": "none"}


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
            raise DataFileError(str(error)) from error
        active, passive = participles(cls, root)
        inherited = verb.flags - {Flag.LIGHT}
        base = {"verb": len(self._entries) << _CELL_BITS}
        self._entries.append(verb)
        for kind, lemma in (("active", active), ("passive", passive)):
            base[kind] = len(self._entries) << _CELL_BITS
            self._entries.append(
                Noun(lemma, Pos.PARTICIPLE, (), verb.event_type, verb.lemma, verb.preps, inherited, False)
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
                noun = Noun(
                    masdar, Pos.NOUN, ("ات",), verb.event_type, verb.lemma, verb.preps, inherited, False
                )
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

    def match_frame(
        self, lemma: str, prep: str | None, nouns: Collection[str], *, event: bool
    ) -> Frame | None:
        """The frame that fits best: preposition and noun, noun, preposition, then any event noun (`*`).

        `prep` follows the head, `nouns` are the lemmas of object, subject and adjective that go with it, `event` says
        whether an event noun is among them.
        """
        best: tuple[int, Frame | None] = (0, None)
        for frame in self.frames(lemma):
            if (frame.prep and frame.prep != prep) or (
                frame.noun not in (None, "*") and frame.noun not in nouns
            ):
                continue
            if frame.noun == "*" and not event:
                continue
            named = frame.noun is not None and frame.noun != "*"
            rank = (4 if named else 0) + (2 if frame.prep else 0) + 1
            if rank > best[0]:
                best = (rank, frame)
        return best[1]

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
        """Whether a word, bare or between clitics, is listed as no trigger or as a doubtful one."""
        folded = fold_word(word)
        return any(
            folded[:k] in PROCLITICS and (folded[k:] in self._guard or self._barred(folded[k:]))
            for k in range(min(LONGEST_PROCLITIC + 1, len(folded)))
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
        letters = source if word == source else "".join(letter for letter in source if fold_word(letter))
        if self._barred(word) and letters[:2] not in JOINED:
            return ()
        readings: dict[tuple[object, ...], Analysis] = {}
        size = len(word)
        whole_doubtful = self._guard.get(word) is False
        for start in range(min(LONGEST_PROCLITIC + 1, size - 1)):
            proclitic = PROCLITICS.get(word[:start])
            if proclitic is None or (proclitic.question and readings) or (start and whole_doubtful):
                continue
            rest = word[start:]
            if self._barred(rest) or (proclitic.article and self._guard.get("ال" + rest)):
                continue
            doubtful = self._guard.get(rest) is False
            conjoined = word.startswith("وو")  # ووصل is "and arrived" before the passive of واصل
            bare_known = start and any(not known.proclitic_len for known in readings.values())
            extra = _BARE_WINS if (conjoined and not start) or (bare_known and not conjoined) else 0
            for tail in range(min(LONGEST_ENCLITIC + 1, size - start - 1)):
                enclitic = word[size - tail :] if tail else ""
                if enclitic and (enclitic not in ENCLITICS or letters.endswith("ة")):
                    continue
                for code in self._forms.get(rest[: len(rest) - tail], ()):
                    reading = self._reading(code, proclitic, start, enclitic, doubtful, extra)
                    if reading is not None and _spelled_so(reading, letters[start:], word):
                        keep(readings, reading)
        return tuple(sorted(readings.values(), key=lambda reading: reading.cost))

    def _barred(self, word: str) -> bool:
        """Whether the guard drops a word: as it is, in the accusative, or before a pronoun (يوما, سببه, حياته).

        A word that is a whole form of the lexicon is not taken apart for it: زيادة is not زياد with a pronoun.
        """
        if self._guard.get(word):
            return True
        if word in self._forms:
            return False
        if word.endswith("ا") and len(word) > 3 and self._guard.get(word[:-1]):
            return True
        for tail in range(1, min(LONGEST_ENCLITIC + 1, len(word) - 2)):
            core = word[:-tail]
            if word[-tail:] in ENCLITICS and (
                self._guard.get(core) or (core.endswith("ت") and self._guard.get(core[:-1] + "ه"))
            ):
                return True
        return False

    def _reading(
        self, code: int, proclitic: Proclitic, start: int, enclitic: str, doubtful: bool, extra: int
    ) -> Analysis | None:
        entry = self._entries[code >> _CELL_BITS]
        cell = self._cells[code & _CELL_MASK]
        if (cell.bound is True and not enclitic) or (cell.bound is False and enclitic):
            return None
        if isinstance(entry, Verb):
            if not fits_verb(cell, entry, proclitic, enclitic):
                return None
            pos = Pos.VERB
        else:
            if not fits_noun(cell, proclitic, enclitic):
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
            mood=mood_of(cell, proclitic),
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
            cost=cost_of(cell, entry, flags, proclitic, enclitic) + extra,
        )


def _spelled_so(reading: Analysis, letters: str, word: str) -> bool:
    """Whether the source's own hamza and length allow a reading that the folded word allows.

    A finite verb never begins with a hamza below (إنه is no verb), أحداث is no form of إحداث, and one or two letters
    are too few for a jussive or an imperative; after `ال` nobody expects a first person.
    """
    core = len(word) - reading.proclitic_len - reading.enclitic_len
    if reading.pos is Pos.VERB:
        if letters.startswith("إ"):
            return False
        short = reading.mood is Mood.JUSSIVE or reading.aspect is Aspect.IMPERATIVE
        if short and core < 3:
            return False
        return not (reading.person is Person.FIRST and not reading.proclitic_len and word.startswith("ال"))
    first, own = letters[:1], reading.lemma[:1]
    return not (first in ("أ", "إ") and own in ("أ", "إ") and first != own)


@cache
def load_lexicon(folder: Path = FOLDER) -> Lexicon:
    """The lexicon of a folder, compiled; raises `DataFileError` naming file and line."""
    return Lexicon(
        read_verbs(folder / "verbs.tsv"),
        read_nouns(folder / "nouns.tsv"),
        read_frames(folder / "frames.tsv"),
        read_guard(folder / "not_triggers.tsv"),
    )
