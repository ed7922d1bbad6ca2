"""A shallow parse of one sentence: a tag for each token, and clauses with their verbs.

Arabic opens clauses with words that can be listed (أن، الذي، عندما، لكن), and a second finite verb opens another. That is
enough to tell which words belong to which verb; no tree below the clause is built.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.events.entities import Match
from hawliyat.tasks.events.words import (
    ADVERBIAL,
    AND,
    BUT,
    CLOSE,
    COMMA,
    COMP,
    CONDITION,
    EVENT,
    FUTURE,
    MODAL,
    NEGATIVE,
    NUMBER,
    OPEN,
    OTHER,
    PARTICLE,
    PERHAPS,
    PREP,
    PRONOUN,
    QUOTE,
    RELATIVE,
    SIMUL,
    SOURCE,
    STATE,
    STOP,
    TEMPORAL,
    TIMEX,
    VERB,
    Lex,
    Reader,
)
from hawliyat.tasks.model import Timex
from hawliyat.tasks.morphology.clitics import JOINED
from hawliyat.tasks.morphology.model import Analysis, Aspect, Flag, Gender, Number, Person
from hawliyat.tasks.schema import EventType
from hawliyat.tasks.segment.tokens import Tokens

if TYPE_CHECKING:
    from hawliyat.tasks.events.phrases import Phrase

TANWIN = frozenset("\u064b\u064c\u064d")
_VERB_AFTER = frozenset({NEGATIVE, FUTURE, MODAL, PERHAPS, RELATIVE, ADVERBIAL, CONDITION})
_FRESH = frozenset({COMMA, STOP, QUOTE, AND, BUT, OPEN, CLOSE})
_NOUN_AFTER = frozenset({PREP, TEMPORAL, SIMUL, SOURCE})
_OPENERS = {COMP: "comp", ADVERBIAL: "adverbial", CONDITION: "condition", RELATIVE: "relative", BUT: "coord"}
_TEMPORAL_BEFORE_AN = frozenset({TEMPORAL, SIMUL})
_HONORIFICS = frozenset(
    {"دكتور", "سيد", "سيده", "مهندس", "استاذ", "انسه", "جنرال", "بروفسور", "شيخ", "امير", "مستشار"}
)
_RANKS = frozenset(
    {"اول", "ثاني", "ثالث", "اخر", "اكبر", "اعلي", "ادني", "اطول", "اسوا", "افضل", "اهم", "ابرز"}
)
_HELD = frozenset({"عقد", "نظّم", "نشر", "بثّ"})  # مؤتمر عقد، بيان نشر: verbs of what is held or published
_WITH_BA = frozenset({"تعهّد", "طالب", "التزم", "اتّهم", "هدّد", "وعد", "أوصى", "ندّد", "رحّب"})
FATHER = frozenset({"ابو", "ابا"})
_CURFEW = frozenset({"التجول", "التجوال"})  # who forbids it stands between the verb and its object
_DECIDES = frozenset({"قرّر", "أقرّ", "اعتمد", "أنهى", "ألغى", "أوقف", "علّق", "واصل", "استأنف"})
_REPEATS = frozenset({"جدّد", "كرّر", "أبدى", "أعاد"})
_EFFORTS = frozenset({"جهود", "مساعي", "مساع", "محاولات", "محاوله", "سبل", "خطه", "شروط", "فرص", "اجل"})
_BEFORE_ALI = frozenset(
    {"محمد", "احمد", "حسن", "حسين", "محسن"}
)  # names that علي often stands behind as a second one
_SON = frozenset({"بن", "ابن"})
_PRAYERS = frozenset(
    {
        "حفظه",
        "حفظها",
        "حفظهما",
        "حفظهم",
        "يحفظه",
        "يحفظها",
        "رعاه",
        "رعاها",
        "يرعاه",
        "ايده",
        "يؤيده",
        "رحمه",
        "رحمها",
        "اطال",
    }
)
_INSERTED_WORDS = 14  # the longest insertion between two dashes
_DURING_IT = frozenset({"خلاله", "خلالها", "فيه", "فيها"})
_AMOUNTS = frozenset({"ما", "بما", "لما", "عما", "عمر", "لا"})
_BOUNDING = frozenset({"يقل", "تقل", "يزيد", "تزيد", "يقرب", "يقارب", "يربو", "يصل"})
_LASTS = frozenset(
    {"زال", "كان", "لبث", "عاد", "برح", "انفكّ", "دام"}
)  # what ما makes of these: still, hardly, no longer
_NO_VERB_AFTER = frozenset(
    {"في", "بين", "حول", "من", "عند", "لدي", "قرب", "امام", "داخل", "خارج", "تحت", "فوق", "ضد", "تجاه", "ازاء", "وسط"}
)  # fmt: skip
_AGED = frozenset({"ناهز", "ناهزت", "تجاوز", "تجاوزت", "قارب", "جاوز"})
ONESELF = frozenset({"نفسه", "نفسها", "انفسهم", "نفسيهما"})
SCHEDULED = frozenset({"المقرر", "المتوقع", "المنتظر", "المزمع", "المرتقب", "المفترض", "مقررا", "متوقعا"})
NOMINAL = frozenset({OTHER, EVENT, STATE, NUMBER})
_CARRIERS = frozenset(
    {"سياره", "سيارات", "شاحنه", "شاحنات", "حافله", "حافلات", "طائره", "عربه", "وسيله", "وسائل"}
)
JOINTS = frozenset(
    {"غير", "-"}
)  # الهجوم غير المسبوق، العربية - الإسلامية: what stands between the words of one noun phrase


# Members asked for in inner loops, by names of the module: an attribute of an enumeration takes ten times as long.
_UNCLASSED: Final = EventType.OTHER
_PERFECT: Final = Aspect.PERFECT
_COPULA: Final = Flag.COPULA
_DUAL: Final = Number.DUAL


@dataclass(slots=True)
class Clause:
    """A clause: `opener` is the word that opens it (-1: none), `head` the noun that a relative clause describes.

    `copula` is a form of كان before the verb or the predicate. Its words are those whose `clause_of` names it.
    """

    kind: str
    parent: int
    start: int
    opener: int = -1
    verb: int = -1
    copula: int = -1
    head: int = -1
    resumed: bool = False


@dataclass(slots=True)
class Parse:
    """A sentence as parallel lists over its tokens."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    lexes: list[Lex]
    tags: list[int]
    clause_of: list[int]
    timex_of: list[int]  # index of the document's expression that covers the token, else -1
    clauses: list[Clause] = field(default_factory=list)
    names: dict[int, tuple[int, int, str, str]] = field(
        default_factory=dict
    )  # start -> end, proclitics, id, kind
    named: dict[int, str] = field(default_factory=dict)  # token -> kind of the name that covers it
    quoted: list[bool] = field(default_factory=list)
    chosen: dict[int, Analysis] = field(
        default_factory=dict
    )  # verb reading where several lemmas share the spelling
    phrases: "dict[tuple[int, int, bool, bool], Phrase | None]" = field(
        default_factory=dict
    )  # kept by `noun_phrase`, which asks for nothing that changes after the parse

    def __len__(self) -> int:
        return len(self.words)

    def verb(self, i: int) -> Analysis | None:
        """The verb reading of a token tagged VERB; None where it was only guessed."""
        lex = self.lexes[i]
        chosen = self.chosen.get(i) if self.chosen else None
        return chosen or lex.verb or lex.doubtful

    def reading(self, i: int) -> Analysis | None:
        """The reading that the tag chose."""
        lex = self.lexes[i]
        tag = self.tags[i]
        return (
            self.verb(i) if tag == VERB else lex.noun if tag == EVENT else lex.state if tag == STATE else None
        )

    def surface(self, start: int, end: int) -> str:
        """Source text of tokens [start, end)."""
        return self.text[self.starts[start] : self.ends[end - 1]]


def parse(
    text: str, tokens: Tokens, reader: Reader, timexes: list[tuple[int, Timex]], names: list[Match]
) -> Parse:
    """The shallow parse of a sentence's tokens; `timexes` are (index, expression) of the sentence, in order."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    n = len(words)
    known = reader.known
    lexes = [known.get(word) or reader(word) for word in words]
    timex_of = [-1] * n
    if timexes:
        k = 0
        for index, timex in timexes:
            while k < n and ends[k] <= timex.start:
                k += 1
            j = k
            while j < n and starts[j] < timex.end:
                timex_of[j] = index
                j += 1
    for i, lex in enumerate(lexes):
        if lex.pronoun and text[ends[i] - 1] == "ة":
            lexes[i] = reader(words[i][:-1] + "ة")
        elif words[i] == "امام" and text[starts[i]] == "إ":
            lexes[i] = reader("إمام")  # a leader or a name, which folds to the preposition أمام
        elif words[i] == "والي" and text[ends[i] - 1] == "ي" and _of_province(lexes, i):
            lexes[i] = replace(reader("محافظ"), word="والي", stem="والي")  # which folds to "and to"
        elif words[i] == "وحده" and text[ends[i] - 1] == "ة":
            lexes[i] = reader("وحدة")  # a unit, which folds to وحده "alone"
        elif not lex.conj and lex.tag == OTHER and text[starts[i] : starts[i] + 2] in JOINED:
            spelled = reader(
                words[i][0] + "أ" + words[i][2:]
            )  # وأدى and وأنهى, which fold to what is no verb
            lexes[i] = spelled if lex.verb is None and spelled.verb is not None else lex
    tags = [lex.tag for lex in lexes]
    p = Parse(text, words, starts, ends, lexes, tags, [0] * n, timex_of)
    for match in names:
        if _surname_by_place(p, match):
            continue
        start = match.start + _born(p, match)
        p.names[start] = (match.end, match.proclitics, match.entity_id, match.kind.value)
        for k in range(start, match.end):
            p.named[k] = match.kind.value
    _Builder(p, reader).run()
    return p


def _of_province(lexes: list[Lex], i: int) -> bool:
    """والي الجهة، والي مراكش: the governor, who is spelt with ي, before the noun or name of what he governs."""
    return (
        i + 1 < len(lexes) and lexes[i + 1].tag == OTHER and not lexes[i + 1].prep and not lexes[i + 1].conj
    )


def _born(p: Parse, match: Match) -> int:
    """1 where ولد عبد العزيز says that he was born; it is a part of the name only behind another part of it."""
    if p.words[match.start] not in ("ولد", "وولد") or match.end < match.start + 2:
        return 0
    before = p.lexes[match.start - 1] if match.start else None
    named = before is not None and before.tag == OTHER and (not before.known or before.is_("name", "title"))
    return 0 if named else 1


def _surname_by_place(p: Parse, match: Match) -> bool:
    """محمد بنيس: behind a lone given name, the letters of بـ and a very short name of a town are a surname's."""
    i = match.start
    short = match.proclitics == 1 and match.end == i + 1 and len(p.words[i]) == 4
    if not short or i == 0 or p.words[i][0] != "ب" or not p.lexes[i - 1].is_("name"):
        return False
    return p.lexes[i - 1].tag == OTHER and not (i > 1 and p.lexes[i - 2].is_("name"))


class _Builder:
    """One pass over the tokens that settles tags and clauses together, since each needs the other."""

    __slots__ = ("amount", "clauses", "comma", "current", "dash", "p", "quote", "reader", "title")

    def __init__(self, p: Parse, reader: Reader) -> None:
        self.p = p
        self.reader = reader
        self.clauses = p.clauses
        self.clauses.append(Clause("main", -1, 0))
        self.current = 0
        self.comma = -1
        self.quote = False
        self.title = -1
        self.amount = -1
        self.dash = -1

    def run(self) -> None:
        p = self.p
        tags, timex_of, lexes, clause_of = p.tags, p.timex_of, p.lexes, p.clause_of
        quoted = p.quoted
        n = len(tags)
        for i in range(n):
            quoted.append(self.quote)
            if timex_of[i] >= 0:
                tags[i] = TIMEX
                clause_of[i] = self.current
                continue
            tag = tags[i]
            if i < self.amount:
                tags[i] = PARTICLE
                clause_of[i] = self.current
                continue
            if p.words[i] in _PRAYERS and p.words[i + 1 : i + 2] == ["الله"] and p.text[p.ends[i] - 1] != "ة":
                self.amount = i + 2 + self._sign_behind(i)
                if i and p.words[i - 1] in "،-" and tags[i - 1] in (COMMA, STOP):
                    tags[i - 1] = PARTICLE
                tags[i] = PARTICLE
                clause_of[i] = self.current
                continue
            if p.words[i] in _AMOUNTS and (end := self._amount_end(i)) > i:
                self.amount = end
                tags[i] = PARTICLE
                clause_of[i] = self.current
                continue
            if tag == PREP and i and p.text[p.ends[i] - 1] == "ي" and self._ali(i):
                tags[i] = OTHER  # بن علي، المهندس علي خالد
                clause_of[i] = self.current
                continue
            if tag == CONDITION and self._name_like_condition(i):
                tags[i] = OTHER
                clause_of[i] = self.current
                continue
            if tag == OTHER and i and tags[i - 1] == TIMEX and (lexes[i].pronoun or lexes[i].prep == "ب"):
                self._resume(i)
            if tag == OTHER and (lexes[i].idle or i < self.title):
                clause_of[i] = self.current
                continue
            if tag == OTHER:
                tags[i] = tag = self._content(i, lexes[i])
                if tag == VERB:
                    self._verb(i, lexes[i])
                clause_of[i] = self.current
                continue
            if tag == QUOTE:
                self.quote = not self.quote
                if self.quote and i and tags[i - 1] in (OTHER, EVENT) and not self._speaks():
                    self.title = self._title_end(i)
            elif tag == STOP and p.words[i] == "-" and self._dash_at_date(i):
                tags[i] = tag = COMMA  # التقى الوزير -أمس الأحد- نظيره
            elif tag == STOP and p.words[i] == "-" and self._between_adjectives(i):
                tags[i] = tag = PARTICLE
            elif tag == STOP and p.words[i] == "-" and (self.dash >= 0 or self._dash_opens(i)):
                tags[i] = tag = COMMA
                self._insert(i)
            elif tag == STOP and p.words[i] in "-/" and self._body_begins(i):
                self.clauses.append(Clause("main", -1, i + 1))
                self.current = len(self.clauses) - 1
            elif tag == STOP and i + 1 < n and self._dots_end(i):
                self.clauses.append(Clause("main", -1, i + 1))  # في زيارة مفاجئة.. الوزير يصل
                self.current = len(self.clauses) - 1
            elif (tag == COMMA and not decimal_sign(p, i)) or (tag == STOP and p.words[i] in ":-"):
                self._close(i)
                if p.words[i] == ":" and i + 1 < n and tags[i + 1] == QUOTE and self._speaks():
                    self.clauses.append(Clause("comp", self.current, i + 1, opener=i))
                    self.current = len(self.clauses) - 1
            elif tag == NEGATIVE and p.words[i] == "ما" and i and tags[i - 1] == SIMUL:
                tags[i] = tag = ADVERBIAL
            elif tag == NEGATIVE and p.words[i] in ("ما", "وما") and not self._negates(i):
                tags[i] = tag = RELATIVE if self._verb_next(i) else PARTICLE
            elif tag == ADVERBIAL and i and p.words[i] == "حيث" and p.words[i - 1] == "من":
                tags[i] = tag = PREP  # من حيث المبدأ
            elif tag == COMP and self._is_condition(i):
                tags[i] = tag = CONDITION
            elif tag == MODAL and lexes[i].verb is not None and self._loses(i):
                tags[i] = tag = VERB
                self._verb(i, lexes[i])
            elif tag == PARTICLE and lexes[i].verb is not None and p.text[p.ends[i] - 1] == "أ":
                tags[i] = tag = VERB  # هنأ, not هنا
                self._verb(i, lexes[i])
            if tag in _OPENERS:
                self._open(i, tag)
            clause_of[i] = self.current

    def _sign_behind(self, i: int) -> int:
        """The words of a prayer behind حفظه الله: ورعاه, and the sign that ends it."""
        words = self.p.words
        j = i + 2
        j += j < len(words) and words[j] in ("ورعاه", "ورعاها", "وايده", "وسدده")
        return j - i - 2 + (j < len(words) and words[j] in "،-")

    def _dots_end(self, i: int) -> bool:
        """Whether token i is the last of two dots or more, with which headlines part what they say."""
        words = self.p.words
        return words[i] == "…" or (words[i] == "." == words[i - 1] and words[i + 1] != "." and i > 1)

    def _ali(self, i: int) -> bool:
        """علي with its ي and no preposition: behind بن, or behind a title and before another name."""
        p = self.p
        if p.words[i - 1] in _SON:
            return True
        before = p.lexes[i - 1]
        if p.words[i] != "علي" or i + 1 >= len(p.words) or p.timex_of[i + 1] >= 0:
            return False
        after = p.lexes[i + 1]
        if p.words[i - 1] in _BEFORE_ALI and after.idle and after.definite and not after.known:
            return True  # محمد علي العبار
        if not before.definite:
            return False
        name = after.is_("name") or not (after.known or after.definite or after.prep)
        return before.is_("title") and name and p.text[p.ends[i + 1] - 1] not in "ةا"

    def _loses(self, i: int) -> bool:
        """فقد الفريق لاعبه: with a noun behind it, فقد is "lost" and not ف and قد, which stand before a verb."""
        lexes = self.p.lexes
        if i + 1 >= len(lexes) or self.p.timex_of[i + 1] >= 0:
            return False
        after = lexes[i + 1]
        return after.tag == OTHER and (
            (after.definite and not after.pronoun)
            or i + 1 in self.p.names
            or (after.verb is None and bool(after.classes))
        )

    def _amount_end(self, i: int) -> int:
        """ما لا يقل عن، ما يزيد على: the end of words that only bound the number behind or before them, else i."""
        words = self.p.words
        j = i + 1
        if words[i] == "لا":  # بهدفين مقابل لا شيء: a score
            return j + 1 if words[j : j + 1] == ["شيء"] and i and words[i - 1] in ("مقابل", "الي") else i
        if words[i] == "عمر":  # عن عمر ناهز الثمانين
            if words[i - 1] != "عن" or j >= len(words):
                return i
            if self.p.timex_of[j] >= 0:
                return j  # عن عمر لا يتجاوز 43 عاما: the rest is of the length
            return j + 1 if words[j].removeprefix("ي") in _AGED else i
        if j < len(words) and words[j] == "لا":
            j += 1
        if j + 1 < len(words) and words[j] in _BOUNDING and words[j + 1] in ("عن", "علي", "من", "الي"):
            return j + 2
        return i

    def _name_like_condition(self, i: int) -> bool:
        """لولا دا سيلفا: behind a bare name and before another, no condition."""
        lexes = self.p.lexes
        return (
            self.p.words[i] == "لولا"
            and 0 < i < len(lexes) - 1
            and self.p.tags[i - 1] == OTHER
            and not any(lex.known or lex.definite or lex.prep for lex in (lexes[i - 1], lexes[i + 1]))
        )

    def _resume(self, i: int) -> None:
        """لن يغلق المتحف الذي افتتح عام 1902 أبوابه: behind the date, a noun of the subject's is the main verb's."""
        clause = self.clauses[self.current]
        prep = self.p.lexes[i].prep
        if clause.kind != "relative" or clause.verb < 0 or clause.parent < 0 or prep not in ("", "ب"):
            return
        above = self.clauses[clause.parent]
        verb = self.p.verb(above.verb) if prep and 0 <= above.verb < clause.start else None
        inner = self.p.verb(clause.verb)
        entry = self.reader.lexicon.verb(inner.lemma) if prep and inner is not None else None
        own = entry is not None and "ب" in entry.preps  # انقلاب أطاح أمس بالرئيس
        pledged = (
            verb is not None and verb.lemma in _WITH_BA and not own
        )  # تعهد في مؤتمر عقد أمس بتقديم مليار
        if pledged or (not prep and 0 <= above.verb < clause.start and self.p.lexes[i].noun is None):
            self.current = clause.parent
            above.resumed = True

    def _speaks(self) -> bool:
        """After a verb of saying, quotation marks hold speech and no name."""
        verb = self.clauses[self.current].verb
        reading = self.p.verb(verb) if verb >= 0 else None
        return reading is not None and Flag.SAY in reading.flags

    def _title_end(self, i: int) -> int:
        """The closing mark of a short quotation right after a noun, which names that noun: أسطوانة "أحبك جدا"."""
        p = self.p
        for j in range(i + 1, min(i + 7, len(p.words))):
            if p.tags[j] == QUOTE:
                return j
        return -1

    def _dash_at_date(self, i: int) -> bool:
        """Whether the dash is one of the two around a date that is inserted behind the verb."""
        p = self.p
        if self.clauses[self.current].verb < 0:
            return False
        if p.tags[i - 1] == TIMEX:
            j = i - 1
            while j > 0 and p.timex_of[j] >= 0:
                j -= 1
            return p.words[j] == "-"
        j = i + 1
        while j < len(p) and p.timex_of[j] >= 0:
            j += 1
        return i + 1 < j < len(p) and p.words[j] == "-"

    def _dash_opens(self, i: int) -> bool:
        """أطلقت صاروخا -لم يحدد نوعه- فجر اليوم: whether the dash hangs on the next word, and another on a word before long."""
        p = self.p
        if self.clauses[self.current].verb < 0 or i + 2 >= len(p.words):
            return False
        if p.starts[i + 1] != p.ends[i] or p.starts[i] == p.ends[i - 1]:
            return False
        ends = (j for j in range(i + 2, min(len(p.words), i + _INSERTED_WORDS)) if p.words[j] == "-")
        j = next(ends, -1)
        return j > 0 and p.starts[j] == p.ends[j - 1]

    def _insert(self, i: int) -> None:
        """At the first dash note the clause, at the second go back to it: what stands between has its own."""
        if self.dash < 0:
            self.dash, self.comma = self.current, i
            return
        if self.current != self.dash:
            self.clauses[self.dash].resumed = True
        self.current, self.dash = self.dash, -1
        self.comma = i

    def _between_adjectives(self, i: int) -> bool:
        """القمة العربية - الإسلامية: a dash between two adjectives of one noun."""
        lexes = self.p.lexes
        if i < 2 or i + 1 >= len(lexes) or self.p.tags[i - 1] != OTHER:
            return False
        pair = (lexes[i - 1], lexes[i + 1])
        return all(
            x.tag == OTHER and x.definite and not (x.conj or x.prep or x.pronoun) for x in pair
        ) and all(x.stem.endswith("يه") for x in pair)

    def _body_begins(self, i: int) -> bool:
        """A dash after brackets, or the second stroke of /شينخوا/, ends a dateline: the report begins after it."""
        p = self.p
        if i > 60 or i + 1 >= len(p.words):
            return False
        if p.words[i] == "-" and 0 < i <= 3 and p.named.get(i - 1) in ("place", "country"):
            return all(p.tags[k] == OTHER for k in range(i))
        if p.words[i] == "-":
            return (
                i > 1 and p.tags[i - 1] == CLOSE and any(p.tags[k] == OPEN for k in range(max(0, i - 8), i))
            )
        return p.words[i] == "/" and i > 2 and p.words[i - 2] == "/" and p.timex_of[i - 1] < 0

    def _negates(self, i: int) -> bool:
        """ما negates at the head of a clause; after a preposition or a verb of saying it is a relative.

        So it is behind a comma where a verb in the perfect follows (انهار المبنى، ما أجبر السكان على الرحيل).
        """
        tags = self.p.tags
        if i and tags[i - 1] == COMMA and self._result_follows(i):
            return False
        return (
            i == 0
            or tags[i - 1] in (COMMA, STOP, QUOTE, BUT)
            or (self.p.lexes[i].conj and self.clauses[self.current].verb < 0)
        )

    def _result_follows(self, i: int) -> bool:
        """Behind a clause with its verb: ما and a perfect that tells what came of it."""
        p = self.p
        verb = p.lexes[i + 1].verb if i + 1 < len(p.lexes) else None
        return (
            verb is not None
            and verb.aspect is _PERFECT
            and verb.lemma not in _LASTS
            and not p.lexes[i].conj
            and self.clauses[self.current].verb >= 0
        )

    def _is_condition(self, i: int) -> bool:
        """إن تأخرت الأمطار: إن with a verb in the perfect right behind it; the إن of speech has a noun or a pronoun there."""
        p = self.p
        if p.text[p.starts[i] : p.ends[i]] not in ("إن", "وإن", "فإن") or i + 1 >= len(p.lexes):
            return False
        verb = p.lexes[i + 1].verb
        return (
            verb is not None
            and verb.aspect is _PERFECT
            and p.lexes[i + 1].noun is None
            and not p.lexes[i + 1].classes
            and (i == 0 or p.words[i - 1] != "ما")
            and not (p.lexes[i + 1].word == "ولد" and self._speaks())
            and i + 1 not in p.named  # إن البيت الأبيض
        )

    def _verb_next(self, i: int) -> bool:
        lexes = self.p.lexes
        return i + 1 < len(lexes) and lexes[i + 1].verb is not None

    def _close(self, i: int) -> None:
        """A comma ends a relative clause that has its verb: what follows belongs to the clause around it."""
        self.comma = i
        if self._dated_between(i) or self._placed_behind(i):
            return
        while (
            (clause := self.clauses[self.current]).kind == "relative"
            and clause.verb >= 0
            and clause.parent >= 0
        ):
            self.current = clause.parent
            self.clauses[self.current].resumed = True
        if self._inserted(clause, i):
            self.current = self.p.clause_of[clause.start - 2]
            self.clauses[self.current].resumed = True

    def _dated_between(self, i: int) -> bool:
        """اللقاء الذي جرى، في 8 ماي، أتاح: a date between commas right behind a relative clause without one is that clause's."""
        p = self.p
        clause = self.clauses[self.current]
        if clause.kind != "relative" or clause.verb < 0 or clause.parent < 0:
            return False
        if self.clauses[clause.parent].verb >= 0 or TIMEX in p.tags[clause.start : i]:
            return False
        j = first = i + 1 + (i + 1 < len(p) and p.words[i + 1] == "في")
        while j < len(p) and p.timex_of[j] >= 0:
            j += 1
        return first < j < len(p) and p.tags[j] == COMMA

    def _placed_behind(self, i: int) -> bool:
        """القمة التي ستعقد غدا، في القاهرة: behind its date and a comma a relative clause has its place."""
        p = self.p
        clause = self.clauses[self.current]
        if clause.kind != "relative" or clause.verb < 0 or i == 0 or p.timex_of[i - 1] < 0:
            return False
        above = self.clauses[clause.parent] if clause.parent >= 0 else None
        if above is None or above.verb < 0 or i + 2 >= len(p) or p.words[i + 1] != "في":
            return False
        return p.timex_of[i + 2] < 0 and (
            p.lexes[i + 2].is_("place") or p.named.get(i + 2) in ("place", "country")
        )

    def _inserted(self, clause: Clause, i: int) -> bool:
        """تحدث الرئيس، وكان حينها وزيرا، مع نظيره: between two commas, what someone was; the sentence goes on.

        So it does behind what he was doing, where his words follow (وقال الوكيل، وهو يتسلم الشحنة، إن).
        """
        tags = self.p.tags
        if i + 1 < len(tags) and tags[i + 1] == COMP:
            return clause.start > 1 and tags[clause.start - 1] == COMMA and tags[clause.start] == PRONOUN
        return (
            clause.kind == "coord"
            and clause.copula >= 0
            and clause.verb < 0
            and clause.start > 1
            and (tags[clause.start - 1] == COMMA or tags[clause.start] == COMMA)
            and i + 1 < len(tags)
            and tags[i + 1] == PREP
            and not self.p.lexes[i + 1].conj
        )

    def _open(self, i: int, tag: int) -> None:
        p = self.p
        clause = Clause(_OPENERS[tag], self.current, i, opener=i)
        before = p.tags[i - 1] if i else -1
        if tag == COMP and before in _TEMPORAL_BEFORE_AN:
            clause.kind = "adverbial"
        elif tag == BUT:
            clause.parent = self.clauses[self.current].parent
        elif tag == RELATIVE:
            j = i - 1
            while j >= 0 and p.tags[j] in (TIMEX, COMMA, CLOSE, OPEN, QUOTE):
                j -= 1
            clause.head = j
            if p.lexes[i].conj and (described := self._described_before(i)) >= 0:
                clause.head = described
        self.clauses.append(clause)
        self.current = len(self.clauses) - 1

    def _described_before(self, i: int) -> int:
        """الأحداث التي نفذها مسلحون، والتي وقعت: what is joined describes the noun of the clause before; -1: none agrees."""
        word = self.p.words[i].lstrip("وف")
        for clause in reversed(self.clauses):
            if clause.kind == "relative" and clause.opener >= 0 and self.p.words[clause.opener] == word:
                return clause.head
        return -1

    def _verb(self, i: int, lex: Lex) -> None:
        p = self.p
        clause = self.clauses[self.current]
        if (
            clause.kind == "relative"
            and clause.verb >= 0
            and not lex.conj
            and p.tags[i - 1] not in (AND, QUOTE, PARTICLE)
        ):
            parent = self.clauses[clause.parent]
            if parent.verb < 0 and not _indefinite_before(p, i):
                self.current = clause.parent
                clause = parent
        verb = p.chosen.get(i) or lex.verb
        if clause.verb < 0:
            if verb is not None and _COPULA in verb.flags and clause.copula < 0 and verb.lemma == "كان":
                clause.copula = i
                return
            if not (clause.kind == "main" and self._describes(i, lex)):
                clause.verb = i
                return
        start, kind, described = i, "coord", -1
        if lex.conj:
            pass
        elif (
            (_indefinite_before(p, i) or (verb is not None and self._had_been(i, verb)))
            and p.tags[i - 1] in (EVENT, OTHER, STATE)
            and p.clause_of[i - 1] == self.current
        ):
            kind, described = "relative", i - 1
        elif i > 1 and _accusative_adjective(p, i - 1):
            kind, described = "relative", i - 2  # ترخيصا مؤقتا يعلق، قرارا عاجلا يعلق
        elif (comma := self.comma) > clause.verb and not any(p.tags[k] == VERB for k in range(comma, i)):
            start = comma + 1
        elif i and p.tags[i - 1] in (AND, PARTICLE, MODAL, NEGATIVE, FUTURE):
            start = i - 1
        elif _indefinite_before(p, i):
            kind, described = "relative", i - 1
        if (
            kind == "coord"
            and clause.kind == "relative"
            and clause.opener < 0
            and not lex.conj
            and start == i
            and verb is not None
            and verb.aspect is Aspect.IMPERFECT
            and not verb.future
        ):
            kind, described = "relative", clause.head  # مشروع قرار قدمته البرازيل يدين الحرب
            self.current = clause.parent
        above = self.current if kind == "relative" else clause.parent
        new = Clause(kind, above, start, verb=i, head=described)
        if kind == "coord" and clause.kind in ("comp", "adverbial", "condition", "relative"):
            new.kind = clause.kind if lex.conj and clause.kind != "adverbial" else "coord"
            new.opener = clause.opener if new.kind == clause.kind else -1
            new.head = clause.head if new.kind == clause.kind else -1
        if verb is not None and verb.lemma == "كان":
            new.copula, new.verb = i, -1
        self.clauses.append(new)
        self.current = len(self.clauses) - 1
        for k in range(start, i):
            p.clause_of[k] = self.current

    def _describes(self, i: int, lex: Lex) -> bool:
        """في لقاءات ثنائية أجراها: a verb whose pronoun takes up an indefinite noun behind a preposition describes it."""
        p = self.p
        if lex.conj or lex.verb is None or not lex.verb.enclitic_len or not _indefinite_before(p, i):
            return False
        j = i - 1
        while j > 0 and p.tags[j] in (OTHER, EVENT, STATE) and not p.lexes[j].prep:
            j -= 1
        return p.tags[j] in _NOUN_AFTER or bool(p.lexes[j].prep)

    def _content(self, i: int, lex: Lex) -> int:
        """VERB, EVENT, STATE or OTHER for a word that is no function word."""
        p = self.p
        named = p.named.get(i)
        if (
            named is not None
            and named != "nisba"
            and (i not in p.names or p.names[i][0] > i + 1 or lex.definite)
        ):
            return OTHER
        if i and self._in_compound(i, lex):
            return OTHER
        if lex.verb is not None and self._is_verb(i, lex):
            return VERB
        if lex.doubtful is not None and self._doubtful_verb(i, lex.doubtful):
            return VERB
        if lex.nominal == EVENT and self._final(i, lex):
            return OTHER
        if lex.nominal != OTHER:
            return lex.nominal
        if lex.verb is None and not lex.known and named is None and self._guessed_verb(i, lex):
            return VERB
        return OTHER

    def _final(self, i: int, lex: Lex) -> bool:
        """اتفاق نهائي، الحكم النهائي: the adjective; in نصف نهائي الكأس it is the match."""
        if lex.noun is None or lex.noun.lemma != "نهائي" or not i or lex.prep or lex.conj:
            return False
        before = self.p.lexes[i - 1]
        noun = self.p.tags[i - 1] in (EVENT, OTHER) and not before.is_("quant")
        return noun and before.definite == lex.definite

    def _in_compound(self, i: int, lex: Lex) -> bool:
        """أبو بكر، نادي كرة قدم: what a father is called by, and the game, whatever else their letters may be."""
        before = self.p.words[i - 1]
        return (before in FATHER and not lex.definite) or (before.endswith("كره") and lex.word == "قدم")

    def _is_verb(self, i: int, lex: Lex) -> bool:
        p = self.p
        verb = lex.verb
        assert verb is not None
        if (lex.definite and not lex.pronoun) or (p.named.get(i) == "nisba" and lex.word.startswith("ال")):
            return False  # الغاني is no form of ألغى
        source = p.text[p.starts[i] : p.ends[i]]
        if source[-1] == "ة" or not TANWIN.isdisjoint(source):
            return False
        if source[len(verb.conj)] == "إ" and lex.noun is not None and verb.lemma[0] == "أ":
            return False  # مقر إقامته: the verb أقامته has its hamza above
        before = p.tags[i - 1] if i else -1
        rivals = lex.noun is not None or bool(lex.classes)
        if before in _VERB_AFTER or verb.future:
            return True
        if before == COMMA and i > 2 and p.tags[i - 2] == TIMEX and self._announced(i, lex):
            return False  # أعلن البنك، اليوم، رفع الفائدة
        if before == QUOTE and i > 1 and p.tags[i - 2] in _NOUN_AFTER and rivals:
            return False  # عبرت عن "أسف" المملكة
        if before in _NOUN_AFTER:
            return (
                not rivals
                and not (lex.state is not None and verb.cost > 2)
                and p.words[i - 1] not in _NO_VERB_AFTER
            )
        if lex.prep == "ك" and not verb.proclitic_len and verb.cost == 0:
            return (before == -1 or before in _FRESH) and self._someone_after(i)  # كلف الملك رئيس الحكومة
        if lex.prep == "ب" or (verb.aspect is _PERFECT and lex.prep):
            return False
        if before == OTHER and _does_to_himself(p, i):
            return True  # أن انتحاريا فجر نفسه
        if _COPULA in verb.flags and before in (OTHER, STATE) and self._said_of_noun(i):
            return True  # مركب كان يقل مهاجرين، بلدة كانت تحاصرها
        previous = p.lexes[i - 1] if i else None
        if previous is not None and previous.stem in _HONORIFICS and previous.definite:
            return False
        if i and p.words[i - 1] in SCHEDULED and verb.aspect is _PERFECT:
            return False  # من المقرر عقد اجتماع
        if (
            lex.word in ("لاحق", "سابق")
            and previous is not None
            and before in (OTHER, EVENT)
            and not previous.definite
        ):
            return False  # في وقت سابق، في بيان لاحق
        above = p.verb(i - 1) if before == VERB else None
        if (
            (before in (OTHER, STATE) or (above is not None and above.person is Person.THIRD))
            and (above is None or (above.number is Number.SINGULAR and _COPULA not in above.flags))
            and verb.person is Person.FIRST
            and lex.word[0] == "ا"
            and not self.quote
        ):
            return False  # توجه انخيل، الوزير الاسباني انخيل: outside speech, a name that no list knows
        if previous is not None and before == OTHER and self._genitive(i, previous, verb):
            return False
        if before == OTHER and verb.enclitic_len == 1 and lex.word[-1] == "ك" and not self.quote:
            return False  # المبعوث توم براك: a report says nothing of its reader, so a name
        clause = self.clauses[self.current]
        if verb.number is _DUAL and verb.aspect is _PERFECT and not self._two_before(i, verb, clause):
            alone = next((rival for rival in lex.rivals if rival.number is not _DUAL), None)
            if alone is None:
                return False
            p.chosen[i] = verb = (
                alone  # ودعا: called upon, where no two stand before it who could have said farewell
            )
        if before == VERB and verb.aspect is _PERFECT and not verb.conj:
            copula = above is not None and above.lemma == "كان" and not rivals and lex.state is None
            return copula and above is not None and above.gender is verb.gender  # كانت شُكلت
        if before == COMP and verb.aspect is _PERFECT and self._wants_noun(i - 1):
            return False
        if p.words[i - 1] in ("ان", "وان") and verb.aspect is _PERFECT and lex.rivals and i:
            wished = next((rival for rival in lex.rivals if rival.aspect is Aspect.IMPERFECT), None)
            if wished is not None:
                p.chosen[i] = verb = wished  # أن تصدر النشرة
        if lex.noun is not None and before == OTHER and self._of_efforts(i):
            return False
        if lex.word == "ولد" and before in (OTHER, STATE) and self._within_name(i):
            return False
        fresh = before == -1 or before in _FRESH
        if lex.is_("thing") and before in (EVENT, OTHER, STATE) and not verb.conj:
            return False  # انفجار ضخم: an adjective
        if (
            lex.is_("thing")
            and before == COMMA
            and clause.verb >= 0
            and not verb.conj
            and p.tags[i - 2] == TIMEX
        ):
            return False  # استخدمت، الجمعة، حق النقض
        if (
            lex.noun is not None
            and i + 1 < len(p.words)
            and ((fresh and (_adjective(p, i + 1) or p.words[i + 1] == "اطلاق")) or p.words[i + 1] in _CURFEW)
        ):
            return False  # وقف فوري للقتال، وقف إطلاق النار، وحظر التجول
        if (
            lex.is_("human")
            and not lex.is_("title")
            and verb.event_type is not _UNCLASSED
            and i + 1 < len(p.words)
        ):
            after = p.lexes[i + 1]
            return (
                fresh
                and clause.verb < 0
                and (after.is_("org", "title", "name", "human", "quant") or i + 1 in p.named)
            )
        if lex.classes - {"thing"} and not lex.clitics:
            return (
                fresh
                and verb.aspect is _PERFECT
                and clause.verb < 0
                and not lex.is_("title", "human", "place", "quant")
                and not (lex.is_("org") and not self._someone_after(i))
            )
        if not rivals and lex.state is None:
            return before != OTHER or clause.verb < 0 or self._second_verb(i, lex, verb)
        if before == COMP:
            return verb.aspect is Aspect.IMPERFECT or not rivals or self._said_of_pronoun(i, verb)
        if fresh or before == TIMEX:
            return not (before == TIMEX and rivals and not lex.conj and clause.verb >= 0)
        if lex.state is not None and not rivals and verb.cost <= lex.state.cost:
            return True
        if verb.conj:
            joined = before == EVENT and lex.noun is not None and previous is not None
            alike = previous is not None and previous.pronoun and bool(verb.enclitic_len)  # تضامنها ودعمها
            return not (joined and (alike or not (previous and previous.definite)))
        if verb.enclitic_len and verb.aspect is _PERFECT and before == OTHER and self._qualified(i - 1):
            return True
        if verb.enclitic_len and before == STATE and i > 1 and p.words[i - 2] in JOINTS:
            return True  # هجوم غير مسبوق شنه
        if before in (OTHER, STATE, NUMBER, PRONOUN, PARTICLE, EVENT, CLOSE):
            definite = previous is not None and (previous.definite or i - 1 in p.named)
            if (
                before in (OTHER, EVENT)
                and not definite
                and rivals
                and previous is not None
                and previous.known
            ):
                described = before == OTHER or verb.lemma in _HELD  # else idafa: a noun before its genitive
                told = Flag.LIGHT in verb.flags or self._named_after(i) or self._someone_after(i)
                if verb.enclitic_len and verb.aspect is _PERFECT and told:
                    return True  # هجوم شنه، مؤتمر استضافته باريس
                return described and self._nothing_governed(i) and verb.aspect is _PERFECT
            return clause.verb < 0 and verb.cost <= 4
        return before == VERB and not rivals

    def _said_of_pronoun(self, i: int, verb: Analysis) -> bool:
        """أنه جمع في عام 2021: behind the pronoun of أن, of its gender, with no genitive that a noun would have."""
        p = self.p
        if verb.aspect is not _PERFECT or verb.cost or i + 1 >= len(p.words):
            return False
        feminine = p.words[i - 1].endswith("نها")
        if not (feminine or p.words[i - 1].endswith("نه")) or feminine != (verb.gender is Gender.FEMININE):
            return False
        return p.timex_of[i + 1] >= 0 or p.lexes[i + 1].tag in (PREP, TEMPORAL, SIMUL)

    def _had_been(self, i: int, verb: Analysis) -> bool:
        """غرق مركب كان يقل مهاجرين: كان and its verb describe an indefinite noun, be it one that no list knows."""
        lex = self.p.lexes[i - 1]
        return verb.lemma == "كان" and not (
            lex.definite or lex.pronoun or lex.is_("name") or i - 1 in self.p.named
        )

    def _said_of_noun(self, i: int) -> bool:
        """Whether a verb in the imperfect, or من المقرر and its kin, stand behind a word that may be كان."""
        p = self.p
        if i + 2 >= len(p.words):
            return False
        after = p.lexes[i + 1]
        if after.verb is not None and after.nominal == OTHER and not after.classes:
            return after.verb.aspect is Aspect.IMPERFECT
        return p.words[i + 1] == "من" and p.words[i + 2] in SCHEDULED

    def _announced(self, i: int, lex: Lex) -> bool:
        """Whether a verbal noun with its genitive is the object of the clause's verb, behind a date between commas."""
        p = self.p
        clause = self.clauses[self.current]
        if lex.noun is None or lex.conj or clause.kind == "relative" or not 0 <= clause.verb < i:
            return False
        verb = p.verb(clause.verb)
        if verb is not None and verb.lemma in _REPEATS and lex.pronoun:
            return True  # جدد الوزير، اليوم، دعوته
        decides = verb is not None and (Flag.SAY in verb.flags or verb.lemma in _DECIDES)
        behind = p.lexes[i + 1] if i + 1 < len(p.words) else None
        return decides and behind is not None and behind.tag in (OTHER, NUMBER) and not behind.prep

    def _wants_noun(self, i: int) -> bool:
        """قالت إن ولد الشيخ قدم: the إن of speech, written with its hamza, stands before a noun or a pronoun."""
        return self.p.text[self.p.starts[i] : self.p.ends[i]] in ("إن", "وإن", "فإن", "بإن")

    def _within_name(self, i: int) -> bool:
        """محمد ولد الغزواني: between a bare name and a name with the article, "son of" rather than "was born"."""
        lexes = self.p.lexes
        before = lexes[i - 1]
        titled = i > 1 and lexes[i - 2].is_("title")
        bare = not before.definite and (titled or not before.known or before.is_("name"))
        return bare and i + 1 < len(lexes) and (lexes[i + 1].definite or lexes[i + 1].is_("name"))

    def _someone_after(self, i: int) -> bool:
        """فتح مسلحون النار: behind the name of a movement nobody would stand without a conjunction."""
        return i + 1 < len(self.p.lexes) and self.p.lexes[i + 1].is_("human", "title", "org")

    def _named_after(self, i: int) -> bool:
        """Someone or somewhere by name, with no preposition: the subject of a verb whose object is the pronoun."""
        name = self.p.names.get(i + 1)
        return name is not None and not name[1] and name[3] in ("person", "organisation", "country", "place")

    def _genitive(self, i: int, previous: Lex, verb: Analysis) -> bool:
        """محكمة جنح المدينة، أول خفض: behind an indefinite feminine noun a masculine perfect is its genitive.

        So is any perfect behind an ordinal or a superlative.
        """
        p = self.p
        if verb.aspect is not _PERFECT or verb.conj or verb.enclitic_len or previous.definite:
            return False
        if previous.word.lstrip("وفبل") in _RANKS:
            return True
        if verb.lemma == "نقل" and previous.stem in _CARRIERS:
            return True  # سيارة نقل، حافلات نقل الركاب
        return (
            verb.gender is Gender.MASCULINE
            and previous.is_("org", "place")
            and i - 1 not in p.named
            and p.text[p.ends[i - 1] - 1] == "ة"
            and i + 1 < len(p.words)
            and p.lexes[i + 1].definite
        )

    def _of_efforts(self, i: int) -> bool:
        """جهود وقف الحرب، مساعي حل الأزمة: the genitive of what is done for it, with its own genitive behind."""
        p = self.p
        before = p.lexes[i - 1]
        if before.stem not in _EFFORTS or before.definite or before.pronoun or i + 1 >= len(p.words):
            return False
        return p.lexes[i + 1].definite or i + 1 in p.named

    def _two_before(self, i: int, verb: Analysis, clause: Clause) -> bool:
        """A dual verb stands behind the two who act; else the word is an indefinite accusative (خيما، صعبا)."""
        p = self.p
        if verb.enclitic_len or verb.conj or (i and p.tags[i - 1] == RELATIVE):
            return True
        if i and i + 1 < len(p.words) and p.tags[i - 1] == COMMA and p.lexes[i + 1].tag == PARTICLE:
            return True  # مع نظيره، بحثا خلالها العلاقات
        return any(
            (p.tags[k] != VERB and p.words[k].endswith(("ان", "هما")))
            or (k and p.tags[k - 1] in (BUT, COMP) and p.words[k].endswith("ين"))
            or (p.lexes[k].conj and p.tags[k] in (OTHER, STATE))
            or (k in p.names and p.names[k][1] > 0)
            for k in range(max(0, clause.start), i)
        )

    def _doubtful_verb(self, i: int, verb: Analysis) -> bool:
        """A word that is seldom a verb is one where only a verb can stand, or where its hamza says so (بدأ)."""
        p = self.p
        source = p.text[p.starts[i] : p.ends[i]]
        before = p.tags[i - 1] if i else -1
        if before in _NOUN_AFTER or source[-1] == "ة" or not TANWIN.isdisjoint(source):
            return False
        if verb.lemma == "أشرف" and "علي" not in p.words[i + 1 : i + 16]:
            return False  # a given name
        if before == COMP and p.lexes[i].classes:
            return False  # أن فرق المركز ستوزع
        if verb.lemma == _STIRS and source.lstrip("وف")[0] == "أ":
            return True  # أثار, not آثار
        entry = self.reader.lexicon.verb(verb.lemma)
        if entry is not None and entry.transitivity == "p" and not _preposition_follows(p, i, entry.preps):
            return False  # أقدم شاب على طعن والده, but أقدم حزب في البلاد
        if source[-1] == "أ" or before in (NEGATIVE, FUTURE, MODAL, RELATIVE) or verb.future:
            return True
        if i + 1 >= len(p.words):
            return False
        following = p.lexes[i + 1]
        if before == AND and p.words[i - 1].endswith("ثم"):
            return p.timex_of[i + 1] >= 0 or following.nominal == EVENT  # ثم سرت هدنة
        if self.clauses[self.current].verb >= 0 and not verb.conj:
            return False
        fresh = before in (-1, COMMA, STOP, ADVERBIAL, BUT, TIMEX, COMP)
        return fresh and (
            (following.tag == COMP and following.word[0] == "ب")  # أمر بأن
            or following.definite
            or following.pronoun  # أسس مكتبه
            or i + 1 in p.named
            or (before == -1 and not (following.known or following.prep))  # أسس يوحنا الدير
            or following.is_("title", "human", "name", "org")
            or p.timex_of[i + 1] >= 0
        )

    def _second_verb(self, i: int, lex: Lex, verb: Analysis) -> bool:
        """A verb after a noun, in a clause that has its verb: it describes an indefinite noun or opens a clause with و."""
        return (
            bool(verb.conj)
            or verb.aspect is Aspect.IMPERFECT
            or _indefinite_before(self.p, i)
            or lex.pronoun
            or bool(verb.enclitic_len)
            or (verb.cost == 0 and len(lex.word) > 3)
            or verb.lemma == "تمّ"  # المجلس الذي يرأسه الملك تم حله
            or (i + 1 < len(self.p.words) and self.p.words[i + 1] in _DURING_IT)  # اتصالا من الرئيس أكد خلاله
        )

    def _qualified(self, j: int) -> bool:
        """دورة حديثة استضافتها: an indefinite noun that has its adjective stands in no genitive construction."""
        p = self.p
        if j == 0 or p.lexes[j - 1].definite or p.lexes[j].prep or p.tags[j - 1] not in (EVENT, OTHER):
            return False
        return all(p.text[p.ends[k] - 1] == "ة" for k in (j - 1, j))

    def _nothing_governed(self, i: int) -> bool:
        """تقرير نشر في: no noun follows that could be the genitive of a verbal noun."""
        p = self.p
        if i + 1 >= len(p.words):
            return False
        return p.timex_of[i + 1] >= 0 or p.lexes[i + 1].tag in (PREP, TEMPORAL, SIMUL, COMMA)

    def _guessed_verb(self, i: int, lex: Lex) -> bool:
        """A word the lexicon does not know, in a place where only a verb can stand and in a verb's shape."""
        p = self.p
        if lex.definite or i + 1 >= len(p.words):
            return False
        word = lex.word
        stem = word[1:] if word[0] in "وف" and len(word) > 4 else word
        before = p.tags[i - 1] if i else -1
        shaped = stem[0] in "يت" and len(stem) >= 4
        if before in (FUTURE, MODAL) or (before == NEGATIVE and shaped):
            return True
        if (
            stem[0] == "س"
            and stem[1:2] in ("ي", "ت")
            and len(stem) >= 5
            and (before in (-1, COMMA, STOP, COMP, AND, BUT) or stem != word)
        ):
            return True
        if before in (RELATIVE, ADVERBIAL):
            return shaped or stem[-1] in "ته" or len(stem) <= 5
        following = p.lexes[i + 1]
        fresh = before == -1 or (before in (COMMA, STOP) and self.clauses[self.current].verb < 0)
        return fresh and len(stem) in (3, 4, 5) and following.definite and following.tag == OTHER and shaped


_STIRS = "أثار"


def _preposition_follows(p: Parse, i: int, preps: Iterable[str]) -> bool:
    """Whether one of a verb's prepositions stands in reach behind it, by itself or before its noun."""
    wanted = {fold_word(prep) for prep in preps}
    return any(
        p.words[j] in wanted or p.lexes[j].prep in wanted for j in range(i + 1, min(len(p.words), i + 12))
    )


def _does_to_himself(p: Parse, i: int) -> bool:
    """Whether someone undetermined stands before the word and himself behind it, which only a verb can have for object."""
    lex = p.lexes[i - 1]
    someone = lex.is_("human") or lex.stem.startswith("انتحاري")
    return someone and not lex.definite and i + 1 < len(p.words) and p.words[i + 1] in ONESELF


def decimal_sign(p: Parse, i: int) -> bool:
    """Whether a sign stands between two digits, with no space: 32,25."""
    return 0 < i < len(p) - 1 and p.text[p.starts[i] - 1].isdigit() and p.text[p.ends[i]].isdigit()


def _adjective(p: Parse, i: int) -> bool:
    """An indefinite word in the shape of an adjective: what stands before it is a noun."""
    lex = p.lexes[i]
    if lex.is_("human", "title", "org", "name"):
        return False
    return (
        lex.tag == OTHER
        and not lex.definite
        and i not in p.named
        and lex.verb is None
        and lex.stem.endswith(("ي", "يه"))
        and len(lex.stem) > 3
        and lex.stem != "اولي"  # نشر أولى رواياته
    )


def _accusative_adjective(p: Parse, j: int) -> bool:
    """قرارا عاجلا: what is an adverb elsewhere, behind an indefinite noun in its case."""
    return (
        p.tags[j] == PARTICLE
        and p.words[j].endswith("ا")
        and p.lexes[j - 1].word.endswith("ا")
        and _indefinite_before(p, j)
    )


def _indefinite_before(p: Parse, i: int) -> bool:
    """Whether the word before is an indefinite noun, which a following verb without a conjunction describes."""
    j = i - 1
    if j < 0 or p.tags[j] not in (OTHER, EVENT, STATE):
        return False
    lex = p.lexes[j]
    source = p.text[p.starts[j] : p.ends[j]]
    if not TANWIN.isdisjoint(source):
        return True
    if not lex.known and source[-1] == "ا" and j and p.tags[j - 1] in (OTHER, EVENT):
        before = p.lexes[j - 1]
        return before.known and not before.definite and before.word.endswith("ا")  # ترخيصا عاما يجيز
    return not lex.definite and (lex.known or source[-1] == "ة") and not lex.is_("name")
