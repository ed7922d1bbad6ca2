"""A short readable clause for an event, cut from the source at clause borders, with its subject."""

import re
from collections.abc import Sequence

from hawliyat.tasks.events.elision import left_out
from hawliyat.tasks.events.parse import NOMINAL, Parse, decimal_sign
from hawliyat.tasks.events.participants import Cast, cast, described_by, own_class
from hawliyat.tasks.events.phrases import Phrase, noun_phrase, surface
from hawliyat.tasks.events.words import (
    ADVERBIAL,
    AND,
    BUT,
    CLOSE,
    COMMA,
    COMP,
    CONDITION,
    EVENT,
    NEGATIVE,
    OPEN,
    OTHER,
    PARTICLE,
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
)
from hawliyat.tasks.morphology.model import Aspect, Flag

_LONGEST = 150
_SLACK = 30  # characters more, where a name goes on
# Accusatives that want a preposition and its noun.
_ADVERBS = frozenset(
    {"خلافا", "نظرا", "وفقا", "تبعا", "طبقا", "استنادا", "ردا", "تمهيدا", "اعتبارا", "بدءا", "احتجاجا", "حدادا", "سعيا",
     "تاكيدا", "تلبيه", "نتيجه", "بناء", "اضافه", "فضلا"}
)  # fmt: skip
_OPENING = (ADVERBIAL, COMP, CONDITION, RELATIVE, BUT)
_DANGLING = frozenset({PREP, AND, BUT, COMP, COMMA, STOP, RELATIVE, TEMPORAL, SIMUL, OPEN, PARTICLE})


def headline_of(
    p: Parse, trigger: int, governor: int, parts: Cast, timex: tuple[int, int] | None, before: str = ""
) -> str:
    """Source text from the clause's first word to its last, with no conjunction before and nothing hanging after.

    What keeps the clause from being asserted (إذا، من المقرر أن) stays before it. A subject that stands in another clause,
    or in the sentence before (its text is `before`), comes first, parted by `…`; a relative clause has its noun before it.
    """
    clause = p.clause_of[governor]
    apart = [x for x in parts.actors if p.clause_of[x.start] != clause]
    members = [trigger, governor]
    for phrase in (*parts.actors, *parts.targets):
        if p.clause_of[phrase.start] == clause:
            members += [phrase.start, phrase.end - 1]
    low, high = min(members), max(members)
    if timex is not None and p.clause_of[timex[0]] == clause:
        low, high = min(low, timex[0]), max(high, timex[1] - 1)
    first = p.clause_of.index(clause)
    opener = p.clauses[clause].opener
    if opener >= 0 and first <= opener < low:
        first = opener + 1
    within = (
        opener >= 0
        and p.clauses[clause].kind == "relative"
        and p.tags[governor] == EVENT
        and p.tags[governor - 1] in (TEMPORAL, SIMUL)
    )  # الذي يشهده المغرب منذ زلزال أكادير: the clause tells of something else
    if p.starts[low] - p.starts[first] <= _LONGEST // 2 and first < low and not within:
        low = first
    described = _described_from(p, governor)
    if 0 <= described < low and p.starts[low] - p.starts[described] <= _LONGEST:
        low = described
        apart = [x for x in apart if x.start < low]
    governing = _governing(p, clause)
    if governing is not None and governing[1] == low:
        low = governing[0]
        governing = None
        apart = [x for x in apart if x.end <= low]
    if p.tags[trigger] == STATE and parts.subject and parts.subject[0].end == trigger:
        low = min(low, parts.subject[0].start)
    end = _end(p, clause, low, high + 1, trigger)
    end = _with_content(p, governor, clause, low, end)
    while low < trigger and p.tags[low] in (COMMA, STOP, CLOSE, QUOTE, AND, BUT):
        low += 1
    if low < trigger and p.tags[low] == COMP and governing is None and not _supposes(p, low):
        low += 1
    low = _past_connective(p, low, min(members))
    if low and p.words[low - 1] in ("اما", "واما"):
        low -= 1  # أما الثالث فانعقد: the one answers the other
    while end > trigger + 1 and (_hangs(p, end - 1) or _opens_quote(p, low, end - 1)):
        end -= 1
    while end - 1 > max(members) and end < len(p) and p.tags[end] == COMP and _says_besides(p, end - 1):
        end -= 1
    text = _text(p, low, end)
    if governing is not None and governing[1] < low:
        text = f"{_text(p, *governing)} … {text}"
        low = governing[0]
    return _with_subject(p, governor, parts, apart, (low, end), before, text)


def _with_subject(
    p: Parse,
    governor: int,
    parts: Cast,
    apart: Sequence[Phrase],
    span: tuple[int, int],
    before: str,
    text: str,
) -> str:
    """The headline with a subject before it that the cut leaves out."""
    low, end = span
    if not apart and not parts.actors and p.tags[governor] == VERB:
        apart = [
            x
            for x in left_out(p, governor, parts) or (parts.targets if parts.passive else ())
            if x.end <= low
        ]
    verb = p.clauses[p.clause_of[governor]].verb
    if not apart and not before and p.tags[governor] == EVENT and low <= verb < end:
        apart = [x for x in left_out(p, verb, cast(p, verb, own_class(p, verb), verb)) if x.end <= low]
    if apart and (apart[-1].end <= low or apart[0].start >= end):
        if apart[0].start >= end and p.words[apart[0].start - 1] == "بين":
            return text
        start, stop = surface(p, apart[0])[0], surface(p, apart[-1])[1]
        if stop - start <= _LONGEST // 2:
            return f"{p.text[start:stop]} … {text}"
    if before and len(before) <= _LONGEST // 2:
        return f"{before} … {text}"
    return text


def _described_from(p: Parse, governor: int) -> int:
    """The first token of the noun that the governor's relative clause describes; -1 where there is none.

    A clause of ما or من without a noun (ما بقي من طرق) is read with the clause around it.
    """
    clause = p.clauses[p.clause_of[governor]]
    if clause.kind != "relative" or governor not in (clause.verb, clause.copula):
        return -1
    if clause.opener > 0 and p.words[clause.opener] in ("ما", "مما"):
        k = _back(p, clause.parent, clause.opener)
        return k if p.starts[clause.opener] - p.starts[k] <= _LONGEST // 2 else clause.opener
    described = described_by(p, governor)
    outer = described is not None and described.end <= clause.head  # المحادثات مع الجانب الأمريكي التي بدأت
    if described is not None and (described.actor or outer) and not p.lexes[described.start].prep:
        k = described.start - 1
        if k < 0 or p.tags[k] not in NOMINAL or not p.lexes[k].definite or not p.lexes[k + 1].definite:
            return described.start
    head = clause.head
    j = head
    while j > 0 and head - j < 8 and p.clause_of[j - 1] == p.clause_of[head]:
        recurring = (
            p.tags[j - 1] == TIMEX
            and j > 1
            and p.tags[j - 2] in NOMINAL
            and p.words[j - 1].endswith(("ي", "يه"))
        )  # الذكرى السنوية
        if p.tags[j - 1] not in NOMINAL and not recurring:
            break
        j -= 1
    behind = -1
    while j <= head:
        reach = _reach(p, j, head)
        motive = (
            p.lexes[j].word.endswith("ا") and j < head and p.lexes[j + 1].prep
        )  # تكريما لضحايا الاعتداءات
        if reach and not p.lexes[j].prep and not p.lexes[j].conj:
            if not motive:
                return j
            behind = j
        j += 1
    return behind if behind >= 0 or described is None else described.start


def _reach(p: Parse, j: int, head: int) -> bool:
    """Whether phrases joined by لـ (التعداد العام للسكان) lead from token j to the head."""
    while j <= head:
        phrase = noun_phrase(p, j, head + 1, split=False)
        if phrase is None:
            return False
        j = phrase.end
        while j <= head and p.tags[j] == TIMEX:
            j += 1
        if j <= head and p.lexes[j].prep != "ل" and p.tags[j - 1] != TIMEX:
            return False
    return True


def _back(p: Parse, clause: int, i: int) -> int:
    """The first token of the stretch of a clause that ends before token i, back to a sign."""
    while i > 0 and p.clause_of[i - 1] == clause and p.tags[i - 1] not in (COMMA, STOP, QUOTE, *_OPENING):
        i -= 1
    return i


def _governing(p: Parse, clause: int) -> tuple[int, int] | None:
    """Tokens that keep the clause from being asserted: إذا, or من المقرر أن; None where it stands by itself."""
    opener = p.clauses[clause].opener
    if opener < 0:
        return None
    if p.tags[opener] == CONDITION:
        return opener, opener + 1
    if not _supposes(p, opener):
        return None
    parent = p.clauses[clause].parent
    while parent >= 0 and p.lexes[opener].conj and _supposes(p, p.clauses[parent].opener):
        parent = p.clauses[parent].parent  # وأن goes with the أن before it
    start = first = next(c.opener for c in p.clauses if c.parent == parent and _supposes(p, c.opener))
    if parent >= 0:
        start = _back(p, parent, first)
    while start < first and (
        p.tags[start] in (AND, BUT) or (p.tags[start] == PARTICLE and p.words[start] == "اما")
    ):
        start += 1
    if p.ends[first] - p.starts[start] > _LONGEST // 2:
        start = first
    return start, first + 1


def _supposes(p: Parse, i: int) -> bool:
    """أن before a verb (يُنتظر أن يصل), إن before a perfect (إن تأخرت الأمطار): no statement, as أن before a noun is."""
    if i < 0 or p.tags[i] != COMP or p.words[i].lstrip("وفب") != "ان":
        return False
    if i and p.tags[i - 1] in (TEMPORAL, SIMUL):
        return False
    j = i + 1
    while j < len(p) and p.tags[j] in (NEGATIVE, PARTICLE):
        j += 1
    return j < len(p) and p.tags[j] == VERB


def _end(p: Parse, clause: int, low: int, end: int, trigger: int) -> int:
    """The token after the clause: past a date between commas, past ما and its clause, back to a phrase's end."""
    cut = False
    while end < len(p):
        if p.ends[end] - p.starts[low] > _LONGEST + _SLACK * (_in_name(p, end) or _in_name(p, end - 1)):
            cut = True
            break
        if p.tags[end] == COMMA:
            beyond = _past_date(p, clause, end)
            if not beyond and not decimal_sign(p, end):
                break
            end = beyond or end + 1
            continue
        if p.tags[end] == STOP and not decimal_sign(p, end):
            break
        if p.clause_of[end] != clause and not (
            _follows_ma(p, clause, end) or _counts(p, clause, end) or _says_which(p, clause, end)
        ):
            break
        end += 1
    end = max(min(end, len(p)), trigger + 1)
    longest = _LONGEST + _SLACK * _in_name(p, end - 1)
    while end > trigger + 1 and p.ends[end - 1] - p.starts[low] > longest:
        end -= 1
        cut = True
    if cut and end < len(p) and p.timex_of[end] >= 0 and p.timex_of[end] == p.timex_of[end - 1]:
        while end > trigger + 1 and p.timex_of[end - 1] == p.timex_of[end]:
            end -= 1  # no half of a date
    if cut:
        end = _both_sides(p, trigger, end)
    if cut and end < len(p) and not p.lexes[end].conj and p.tags[end] in NOMINAL:
        for j in range(end - 1, trigger + 2, -1):
            if p.tags[j] in (PREP, COMMA, SIMUL, TEMPORAL) or p.lexes[j].conj or p.lexes[j].prep:
                return _both_sides(p, trigger, j)
    return end


def _with_content(p: Parse, governor: int, clause: int, low: int, end: int) -> int:
    """أعلنت الوزارة أمس أن …: the end of what was said, where it fits; without it the headline says nothing."""
    verb = p.verb(governor) if p.tags[governor] == VERB else None
    if verb is None or Flag.SAY not in verb.flags:
        return end
    inner = next(
        (
            k
            for k, c in enumerate(p.clauses)
            if c.kind == "comp"
            and c.parent == clause
            and end <= c.opener <= end + 2
            and not p.lexes[c.opener].conj
        ),
        -1,
    )
    if inner < 0 or any(p.tags[j] not in (COMMA, PREP) for j in range(end, p.clauses[inner].opener)):
        return end
    stop, predicate = p.clauses[inner].opener + 1, p.clauses[inner].verb
    while stop < len(p) and p.tags[stop] != QUOTE and _belongs(p, stop, inner):
        if p.tags[stop] in (COMMA, STOP) and not decimal_sign(p, stop):
            break
        stop += 1
    while stop > predicate + 1 and p.ends[stop - 1] - p.starts[low] > _LONGEST:
        stop -= 1
        while stop > predicate + 1 and p.tags[stop] not in (PREP, SIMUL, TEMPORAL) and not p.lexes[stop].prep:
            stop -= 1
    told = predicate < stop - 1 if predicate >= 0 else p.ends[stop - 1] - p.starts[low] <= _LONGEST
    return stop if told and stop > p.clauses[inner].opener + 2 else end


def _belongs(p: Parse, i: int, clause: int) -> bool:
    """Whether token i stands in a clause or in one that depends on it."""
    inner, seen = p.clause_of[i], 0
    while inner != clause and inner >= 0 and seen < 8:
        inner, seen = p.clauses[inner].parent, seen + 1
    return inner == clause


# Nouns of what only joins a sentence to the one before: على الصعيد ذاته، من جهة أخرى، في غضون ذلك.
_JOINING = frozenset(
    {"صعيد", "جهه", "ناحيه", "جانب", "سياق", "غضون", "مقابل", "اطار", "اثناء", "ذلك", "الاثناء"}
)
_SAME = frozenset(
    {"ذاته", "ذاتها", "نفسه", "نفسها", "اخر", "اخري", "متصل", "ذلك", "ثانيه", "منفصل", "السياق", "الاثناء"}
)


_ITS_PART = frozenset({"جهته", "جهتها", "جهتهم", "جانبه", "جانبها", "جانبهم", "دوره", "دورها", "دورهم"})


def _past_connective(p: Parse, low: int, first: int) -> int:
    """The token behind words that open the sentence, up to a comma, and say only that it goes on from the one before."""
    comma = next((j for j in range(low, min(low + 6, first)) if p.tags[j] == COMMA), -1)
    if comma < low + 1 or (p.tags[low] != PREP and not p.lexes[low].prep):
        return low
    words = range(low, comma)
    if any(p.tags[j] == TIMEX for j in words):
        return low
    joins = any(p.lexes[j].stem in _JOINING for j in words)
    owned = any(p.words[j].removeprefix("ب") in _ITS_PART for j in words)
    return (
        comma + 1 if owned or (joins and any(p.words[j].removeprefix("ال") in _SAME for j in words)) else low
    )


def _both_sides(p: Parse, trigger: int, end: int) -> int:
    """بين X وY: where a cut would leave one of two parties, the token before both."""
    between = next((j for j in range(end - 1, trigger, -1) if p.words[j] == "بين"), end)
    return end if any(p.lexes[j].conj for j in range(between + 1, end)) else between


def _in_name(p: Parse, i: int) -> bool:
    """Whether a title or a name that lists know goes on at token i or ends there."""
    return i < len(p) and p.named.get(i) in ("person", "office")


def _past_date(p: Parse, clause: int, i: int) -> int:
    """Where the clause goes on: after the second of two commas with only a date and brackets between; 0 where there is none."""
    j = i + 1
    while j < len(p) and p.tags[j] in (TIMEX, OPEN, CLOSE, PARTICLE):
        j += 1
    k = i - 1
    while k > 0 and p.tags[k] in (TIMEX, OPEN, CLOSE, PARTICLE):
        k -= 1
    if 0 < k < i - 1 and p.tags[k] == COMMA and i + 1 < len(p) and p.clause_of[i + 1] == clause:
        return i + 1
    return j + 1 if i + 1 < j < len(p) - 1 and p.tags[j] == COMMA and p.clause_of[j + 1] == clause else 0


def _follows_ma(p: Parse, clause: int, i: int) -> bool:
    """حياة ما لا يقل عن: the clause of ما is the genitive of the noun before it."""
    inner = p.clauses[p.clause_of[i]]
    opener = inner.opener
    return (
        inner.kind == "relative"
        and opener >= 0
        and inner.parent == clause
        and p.words[opener] in ("ما", "مما")
    )


def _says_which(p: Parse, clause: int, i: int) -> bool:
    """في مؤتمر استضافته باريس: a clause that describes an indefinite noun says which one it is."""
    inner = p.clauses[p.clause_of[i]]
    purpose = inner.verb >= 0 and p.words[inner.verb].startswith("لت")
    return inner.kind == "relative" and inner.opener < 0 and inner.parent == clause and not purpose


def _counts(p: Parse, clause: int, i: int) -> bool:
    """حياة ما لا يقل عن، ما يزيد على: a verb of measure after ما says how many; it stays with the noun before it."""
    inner = p.clause_of[i]
    first = p.clause_of.index(inner)
    j = first - 1 if p.words[first] != "ما" else first
    while j > 0 and p.tags[j] == NEGATIVE and p.words[j] == "لا":
        j -= 1
    return j > 0 and p.words[j] == "ما" and p.clause_of[j - 1] == clause and i - j < 8


def _with_pronoun(word: str) -> bool:
    """A preposition with its pronoun: له، عليها، منهم."""
    return word.lstrip("وف").startswith(("ل", "ب", "في", "من", "عن", "علي", "الي", "مع")) and word.endswith(
        ("ه", "ها", "هم", "هما", "نا")
    )


def _hangs(p: Parse, i: int) -> bool:
    """A word that cannot end a clause: a preposition, a conjunction, وهو."""
    if (
        p.words[i] in _ADVERBS
        and i + 1 < len(p)
        and (p.lexes[i + 1].prep or p.tags[i + 1] not in (STOP, COMMA))
    ):
        return True
    if p.tags[i] == PARTICLE and _with_pronoun(p.words[i]):
        return False  # خلفا له
    clause = p.clauses[p.clause_of[i]]
    if clause.verb == i and clause.kind == "relative" and clause.opener < 0:
        verb = p.verb(i)
        if verb is not None and not verb.enclitic_len:
            return verb.aspect is Aspect.IMPERFECT or Flag.SAY in verb.flags  # إعفاءات تتجاوز
    return p.tags[i] in _DANGLING or (
        p.tags[i] == PRONOUN and p.words[i].lstrip("وف") in ("هو", "هي", "هم", "هما")
    )


_PERCENT = frozenset("%٪")
_CLOSING = {"“": "”", "«": "»", '"': '"', "„": "“"}
_QUOTATION = re.compile('[“”«»"„]')


def _says_besides(p: Parse, i: int) -> bool:
    """A participle that brings in words of its own: زاعمة أن, مؤكدا أن."""
    return p.tags[i] in (OTHER, STATE) and not p.lexes[i].definite and p.words[i].endswith(("ا", "ه", "ين"))


def _opens_quote(p: Parse, low: int, i: int) -> bool:
    """Whether token i is a quotation mark that nothing within the headline closes."""
    return p.tags[i] == QUOTE and sum(p.tags[j] == QUOTE for j in range(low, i)) % 2 == 0


def _joined(p: Parse, i: int) -> bool:
    """Whether a token begins with a conjunction; of verbs that no list knows, the letter of the person follows it."""
    lex = p.lexes[i]
    unread = p.tags[i] == VERB or (i == 0 and not lex.known)
    guessed = unread and p.verb(i) is None and len(lex.word) > 4 and lex.word[1] in "يتس"
    if p.tags[i] == VERB and (verb := p.verb(i)) is not None:
        return bool(verb.conj)  # فجر: a letter of the verb's own
    return lex.conj or guessed


def _text(p: Parse, low: int, end: int) -> str:
    start = p.starts[low]
    if p.text[start] in "وف" and _joined(p, low):
        start += 1
    stop = p.ends[end - 1]
    raw = p.text[start : stop + (p.text[stop : stop + 1] in _PERCENT)]
    words = raw.split()
    kept = [word for k, word in enumerate(words) if k == 0 or word != words[k - 1]]
    text = " ".join(kept)
    marks = _QUOTATION.findall(text)
    return text + _CLOSING[marks[-1]] if len(marks) % 2 and marks[-1] in _CLOSING else text
