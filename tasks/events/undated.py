"""Events that no time expression dates: a PLOVER class, told and not just mentioned.

Told are a finite verb with someone who acts or is acted upon, the noun of a light construction, and the noun that heads a
headline or what a verb of result leads to. A noun of violence in the genitive, behind a preposition of time or as the
topic of talk is background and no row. Nor is violence or protest that did not happen, might or is planned: with a date it is.
"""

from collections.abc import Iterator
from typing import Final

from hawliyat.tasks.events.classes import is_protester
from hawliyat.tasks.events.content import Contents, inside_idafa
from hawliyat.tasks.events.parse import Parse
from hawliyat.tasks.events.words import EVENT, OTHER, PREP, SIMUL, TEMPORAL, VERB
from hawliyat.tasks.morphology.model import Analysis, Aspect, Flag, Person
from hawliyat.tasks.schema import EventType
from hawliyat.tasks.values import value

# Members asked for in inner loops, by names of the module: an attribute of an enumeration takes ten times as long.
_UNCLASSED: Final = EventType.OTHER
_PERFECT: Final = Aspect.PERFECT
_IMPERATIVE: Final = Aspect.IMPERATIVE
_SECOND: Final = Person.SECOND
_SAY: Final = Flag.SAY
_GUESSED: Final = Flag.GUESSED
_WEAK: Final = Flag.WEAK


@value
class Told:
    """Token `trigger` tells an event; `governor` is the verb of its construction; `main` where its clause stands alone."""

    trigger: int
    governor: int
    main: bool
    rule: str


# What they govern was done: تمكنت الشرطة من توقيف، عمد مسلحون إلى قتل. An attempt at violence is violence.
_DONE: Final = frozenset({"تمكّن", "نجح", "استطاع", "عمد", "أقدم", "بادر"})
_RESULTS = frozenset({"أسفر", "أدّى", "تسبّب", "أودى", "خلّف", "أوقع", "لقي", "تعرّض", "أفضى", "نتج", "شهد"})
_EFFECTS = frozenset(
    {"شلّ", "هزّ", "عطّل", "طال", "امتدّ", "شمل", "اتّسع", "تصاعد", "اشتدّ", "عرقل", "أربك", "أوقف", "أغلق", "دخل"}
)
_OPEN = frozenset({"علي", "بين", "ضد", "الي"})  # what stands behind them undergoes the verb
_RESULT_NOUNS = frozenset({EventType.ASSAULT, EventType.PROTEST})


def told(p: Parse, contents: Contents, taken: frozenset[int]) -> Iterator[Told]:
    """Candidates in text order; `taken` are triggers that are dated already. Classes are not yet asked."""
    used = set(taken)
    for i, tag in enumerate(p.tags):
        if i in used:
            if tag == VERB and (noun := _announced(p, contents, i)) >= 0 and noun not in used:
                used.add(noun)  # أعلنت الوزارة أمس مقتل ستة: the date is that of the announcement
                yield Told(noun, noun, False, "undated.announced")
            continue
        if tag == VERB:
            reading = p.verb(i)
            if reading is None or reading.person is _SECOND or reading.aspect is _IMPERATIVE:
                continue
            content, rule = contents.content(p, i)
            done = reading.lemma in _DONE or (reading.lemma == "حاول" and _violent(p, content))
            done = done and reading.aspect is _PERFECT
            if content != i and (done or rule != "anchor.complement"):  # تمكنت من توقيف, not قررت توقيف
                if content not in used:
                    used.add(content)
                    yield Told(content, i, _main(p, i), "undated" + rule.removeprefix("anchor"))
                continue
            yield Told(i, i, _main(p, i), "undated.verb")
            if reading.lemma in _EFFECTS and _strikes(p, i + 1) and i + 1 not in used:  # شل الإضراب الحركة
                used.add(i + 1)
                yield Told(i + 1, i, _main(p, i), "undated.effect")
            noun = _announced(p, contents, i)
            if noun >= 0 and noun not in used:
                used.add(noun)
                yield Told(noun, noun, _main(p, i), "undated.announced")
            if reading.lemma in _RESULTS:
                noun = contents.object_of(p, i)
                if noun >= 0 and noun not in used:
                    used.add(noun)
                    yield Told(noun, i, _main(p, i), "undated.result")
        elif is_protester(p.lexes[i]) and _undergoes_or_acts(p, i):
            yield Told(i, p.clauses[p.clause_of[i]].verb, False, PROTESTERS)
        elif tag == EVENT and _heads(p, i, contents.governors.consequence):
            used.add(i)
            yield Told(i, i, p.clauses[p.clause_of[i]].kind == "main", "undated.headline_noun")


PROTESTERS = "undated.protesters"


def _strikes(p: Parse, i: int) -> bool:
    """Whether token i is the noun of violence or protest that is the subject of the verb before it."""
    return i < len(p) and p.tags[i] == EVENT and not p.lexes[i].prep and _violent(p, i)


def _violent(p: Parse, i: int) -> bool:
    noun = p.lexes[i].noun
    return noun is not None and noun.event_type in _RESULT_NOUNS and _WEAK not in noun.flags


def _announced(p: Parse, contents: Contents, v: int) -> int:
    """The noun of violence that verb v announces; -1 where it announces none."""
    reading = p.verb(v)
    if reading is None or not _announces(reading) or not any(_violent(p, j) for j in range(v + 1, len(p))):
        return -1
    noun = contents.object_of(p, v, skip_subject=True, direct=True)
    if noun < 0 or p.lexes[noun].conj:  # أفاد بمقتل ثلاثة وإصابة خمسة
        noun = contents.object_of(p, v, skip_subject=True)
    return noun if noun >= 0 and _violent(p, noun) and not p.lexes[noun].definite else -1


def _announces(verb: Analysis) -> bool:
    """What is announced is told; what is denied, feared or condemned is not."""
    return verb.lemma == "ورد" or (
        _SAY in verb.flags
        and verb.event_type is _UNCLASSED
        and verb.aspect is _PERFECT
        and not {Flag.NEGATING, Flag.PLANNED, Flag.HYPOTHETICAL} & set(verb.flags)
    )


def _undergoes_or_acts(p: Parse, i: int) -> bool:
    """ردد المحتجون، فرقت الشرطة المتظاهرين، على متظاهرين: subject or object of a finite verb, no one's genitive."""
    v = p.clauses[p.clause_of[i]].verb
    reading = p.verb(v) if 0 <= v < i else None
    if reading is None or reading.person is not Person.THIRD or p.quoted[i] or p.lexes[i].prep:
        return False
    inner = i > v + 2 and p.lexes[i - 1].is_("human") and p.tags[i - 2] in (OTHER, EVENT)
    if inner and not p.lexes[i - 2].definite:
        return False  # إلى إفادات العمال المضربين
    return (
        i == v + 1 or p.words[i - 1] in _OPEN or (p.tags[i - 1] in (OTHER, VERB) and p.lexes[i - 1].definite)
    )


def is_told(p: Parse, found: Told, event_type: EventType, has_participant: bool) -> bool:
    """Whether a candidate of this class is a row: violence and protest need a participant, or a noun that names them."""
    if found.rule == PROTESTERS:
        return True
    reading = p.reading(found.trigger)
    if event_type is _UNCLASSED or reading is None or _GUESSED in reading.flags:
        return False
    if _WEAK in reading.flags and found.rule == "undated.headline_noun":
        return False
    if found.trigger == found.governor and p.tags[found.trigger] == VERB:
        return has_participant or _strikes(p, found.trigger + 1)  # استهدفت الغارة مستودعا
    return True


def _main(p: Parse, i: int) -> bool:
    return p.clauses[p.clause_of[i]].kind in ("main", "coord") and not p.quoted[i]


def _heads(p: Parse, i: int, consequence: frozenset[str]) -> bool:
    """مقتل جندي وإصابة ثلاثة: the noun that opens a clause without a verb, and the one joined to it."""
    clause_id = p.clause_of[i]
    clause = p.clauses[clause_id]
    verb = p.verb(clause.verb) if clause.verb > i else None
    struck = verb is not None and verb.lemma in consequence  # هجوم انتحاري يستهدف موكبا
    if (clause.verb >= 0 and not struck) or clause.copula >= 0:
        return False
    if clause.kind not in ("main", "coord") or inside_idafa(p, i):
        return False
    if p.lexes[i].definite or p.lexes[i].prep:
        return False
    before = p.tags[i - 1] if i else -1
    if before in (PREP, TEMPORAL, SIMUL):
        return False
    first = next(
        (j for j in range(len(p)) if p.clause_of[j] == clause_id and p.tags[j] in (EVENT, OTHER)), -1
    )
    spoken = i > 0 and p.words[i - 1] == ":"  # وزارة الدفاع: تدمير عشر طائرات
    return i == first or spoken or (p.lexes[i].conj and first >= 0 and p.tags[first] == EVENT)
