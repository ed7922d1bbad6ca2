"""The subject that stands before its verb: in nominal clauses, after أن, and the noun that a relative clause describes."""

from typing import Final

from hawliyat.tasks.events.parse import JOINTS, Clause, Parse
from hawliyat.tasks.events.participants.agreement import agrees_before, masculine, of_other_gender
from hawliyat.tasks.events.participants.coordination import DATELINED, coordinated, is_joined
from hawliyat.tasks.events.phrases import EPITHETS, Phrase, noun_phrase
from hawliyat.tasks.events.words import (
    AND,
    BUT,
    CLOSE,
    COMMA,
    EVENT,
    MODAL,
    NEGATIVE,
    NUMBER,
    OTHER,
    PARTICLE,
    PREP,
    QUOTE,
    SIMUL,
    SOURCE,
    STATE,
    STOP,
    TEMPORAL,
    TIMEX,
)
from hawliyat.tasks.morphology.model import Analysis, Person

SKIPPED = frozenset({PARTICLE, TIMEX, MODAL, CLOSE})
_OF_ANTECEDENTS = frozenset({OTHER, EVENT, STATE, QUOTE, NUMBER, PREP, STOP})


def is_about(p: Parse, i: int, end: int) -> bool:
    """نحو مئة شخص: before a number it is no preposition."""
    return p.words[i] == "نحو" and i + 1 < end and (p.tags[i + 1] == NUMBER or p.lexes[i + 1].is_("quant"))


def subject_before(p: Parse, v: int, clause: Clause, verb: Analysis | None) -> list[Phrase]:
    """The subject of a clause whose noun comes first: after إن, after كان, in a headline, in a list of actions."""
    if clause.verb != v or clause.kind == "relative":
        return []
    start = clause.opener + 1 if 0 <= clause.opener < v else clause.start
    opened = clause.opener >= 0
    if 0 <= clause.copula < v:
        if clause.copula + 1 == v or all(p.tags[j] in (MODAL, TIMEX) for j in range(clause.copula + 1, v)):
            opened = opened or clause.copula > start  # أن الحزب كان قد أعلن
        else:
            start, opened = clause.copula + 1, True
    home = p.clause_of[v]
    i = start
    while i < v and (p.tags[i] in SKIPPED or p.tags[i] in (COMMA, STOP, QUOTE, AND, BUT, NEGATIVE)):
        i += 1 + (p.words[i] in ("اكثر", "اقل") and p.words[i + 1] == "من")
    label = (p.names[i][0] if i in p.names else i + 1) if p.named.get(i) in DATELINED else v
    if v and p.words[v - 1] == ":" and verb is not None and verb.person is Person.THIRD:
        return []  # الشاطئ للأنباء: شهد البرلمان
    if label < v and p.words[label] == ":":
        if label + 1 == v:
            return []  # غزة: اقتحمت قوات
        i = label + 1  # غزة: قوات تقتحم
    i += i < v and is_about(p, i, v)
    while i < v and (p.tags[i] in (PREP, TEMPORAL, SIMUL, SOURCE) or (p.lexes[i].prep and p.lexes[i].known)):
        comma = next((j for j in range(i, v) if p.tags[j] == COMMA), -1)
        if comma < 0:
            return []
        i = comma + 1
        while i < v and p.tags[i] in (TIMEX, PARTICLE):
            i += 1
    while i < v and p.clause_of[i] != home:
        i += 1
    if i >= v or _adverbial_noun(p, i):
        return []
    phrases, stop = coordinated(p, i, v, transitive=False)
    if not phrases or not agrees_before(p, phrases, verb):
        return []
    between = [p.tags[j] for j in range(stop, v) if p.clause_of[j] == home]
    if not opened and COMMA in between and not any(p.clause_of[j] != home for j in range(stop, v)):
        return []
    if not opened and any(t in (EVENT, OTHER) for t in between) and not phrases[0].actor:
        return []
    return phrases


def _adverbial_noun(p: Parse, i: int) -> bool:
    """تأكيدا على ذلك، خلافا لـ: an indefinite accusative that opens a sentence is an adverb."""
    source = p.text[p.starts[i] : p.ends[i]]
    bare = source.rstrip("\u064b")
    return (
        (bare != source or p.lexes[i].word.endswith("ا")) and p.tags[i] == EVENT and not p.lexes[i].definite
    )


def described_by(p: Parse, v: int) -> Phrase | None:
    """The noun phrase that the relative clause of verb v describes; None where v heads none."""
    return antecedent(p, p.clauses[p.clause_of[v]], v)


_RESULTS: Final = frozenset({"أدّى", "أسفر", "تسبّب", "أجبر", "أرغم", "اضطرّ", "خلّف", "أوقع", "أثار"})


def antecedent(p: Parse, clause: Clause, v: int) -> Phrase | None:
    """The phrase that a relative clause describes; it ends right before the clause."""
    if clause.kind != "relative" or clause.head < 0 or clause.verb != v:
        return None
    verb = p.verb(v)
    result = p.tags[clause.opener - 1] == COMMA or (verb is not None and verb.lemma in _RESULTS)
    if p.words[clause.opener] == "ما" and result:
        return None  # قصفت درعا، ما أدى إلى: all that was said before
    h = clause.head
    stop = h + 2 if h + 1 < len(p) and p.tags[h + 1] == QUOTE else h + 1
    i = h
    parts = (OTHER, EVENT, STATE, QUOTE, NUMBER)
    while i > 0 and h - i < 14 and (p.tags[i - 1] in _OF_ANTECEDENTS or p.words[i - 1] in JOINTS):
        if p.lexes[i].conj and p.lexes[i].is_("title", "human", "org"):
            break
        i -= 1
    best: Phrase | None = None
    for j in range(i, h + 1):
        if p.tags[j] not in parts or (p.lexes[j].prep and j > i and not _described_event(p, j)):
            continue
        if best is not None and (_attribute(p, j) or _scene_of(p, j)):
            continue
        if p.lexes[j].stem in EPITHETS and p.tags[j - 1] == OTHER and p.lexes[j - 1].definite:
            continue  # للمغنية الراحلة التي
        phrase = noun_phrase(p, j, stop, split=False)
        if phrase is not None and phrase.end >= h + 1:
            if j < h and of_other_gender(p, clause, j):
                continue
            if phrase.actor:
                return _outer(p, clause, phrase) or phrase
            best = best or phrase
    own = p.lexes[h].pronoun or (p.lexes[h].prep == "ب" and p.lexes[h].definite)
    if best is None and p.tags[h] in parts and p.lexes[h].prep in ("ب", "ل") and own:
        return noun_phrase(p, h, stop, split=False)  # صلته بالحريق الذي اندلع
    return best


def pair_of(p: Parse, clause: Clause, head: Phrase | None) -> list[Phrase]:
    """الأمير والملكة اللذين سيصدران: a dual relative takes up both of the phrases that و joins; [] where it is none."""
    if head is None or clause.opener < 0 or not p.words[clause.opener].startswith(("اللذ", "اللت")):
        return []
    if not is_joined(p, head.start):
        return []
    for j in range(max(0, head.start - 8), head.start):
        if p.tags[j] in (OTHER, STATE):
            found = noun_phrase(p, j, head.start)
            if found is not None and found.end == head.start and found.actor:
                return [found, head]
    return []


def _outer(p: Parse, clause: Clause, phrase: Phrase) -> Phrase | None:
    """المحادثات مع الجانب الأمريكي التي بدأت: التي goes back behind a masculine noun to the one before the preposition."""
    i = phrase.start - 1
    if p.words[clause.opener] != "التي" or i < 1 or p.tags[i] != PREP or not masculine(p, phrase):
        return None
    for j in range(max(0, i - 5), i):
        if p.tags[j] in (OTHER, EVENT, STATE):
            found = noun_phrase(p, j, i)
            if found is not None and found.end == i:
                return found
    return None


def _described_event(p: Parse, j: int) -> bool:
    """بالهجوم الإرهابي الذي، لمهرجان القاهرة الذي: an event with its adjective or its town, behind a preposition."""
    return p.tags[j] == EVENT and j + 1 < len(p) and (_attribute(p, j + 1) or _scene_of(p, j + 1))


def _attribute(p: Parse, j: int) -> bool:
    """مؤتمر صحافي عقده، حفل كبير أقيم: an adjective behind its noun heads no phrase."""
    lex, before = p.lexes[j], p.lexes[j - 1]
    return (
        p.tags[j - 1] in (EVENT, OTHER)
        and (j not in p.names or p.named.get(j) == "nisba")
        and lex.definite == before.definite
        and not lex.conj
        and not (lex.is_("title") and p.tags[j - 1] != EVENT and lex.stem not in EPITHETS)
        and (lex.stem.endswith(("ي", "يه")) or lex.stem in EPITHETS)
    )


def _scene_of(p: Parse, j: int) -> bool:
    """مهرجان القاهرة السينمائي الذي: the town in the genitive of an event says where; what is described is the event."""
    before = p.lexes[j - 1]
    return p.tags[j - 1] == EVENT and p.named.get(j) == "place" and not (before.definite or before.pronoun)


def subject_before_copula(p: Parse, clause: Clause) -> list[Phrase]:
    start = clause.opener + 1 if clause.opener >= 0 else clause.start
    if start >= clause.copula:
        return []
    return coordinated(p, start, clause.copula, transitive=False)[0]
