"""Parties that a preposition brings in: مع، ضد، على، من قبل، بين X وY."""

from collections.abc import Sequence
from typing import Final

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.events.parse import Parse
from hawliyat.tasks.events.participants.behind import CIRCUMSTANCES, prep_at
from hawliyat.tasks.events.participants.coordination import coordinated
from hawliyat.tasks.events.participants.roles import (
    CONCRETE,
    OFFICES,
    RELEASE,
    doer_of,
    freed_one,
    in_building,
    is_several,
    known_owner,
    may_act,
    may_suffer,
    other_side,
)
from hawliyat.tasks.events.parties import load_frames
from hawliyat.tasks.events.phrases import EPITHETS, Phrase, noun_phrase
from hawliyat.tasks.events.words import (
    EVENT,
    OTHER,
    PARTICLE,
    PREP,
    SIMUL,
    STATE,
    TEMPORAL,
    VERB,
    load_reader,
)
from hawliyat.tasks.morphology.model import Analysis, Flag
from hawliyat.tasks.schema import EventType

MUTUAL: Final = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})
_TARGET_PREPS: Final[dict[EventType, tuple[str, ...]]] = {
    EventType.AGREE: ("مع",),
    EventType.CONSULT: ("مع", "الي"),
    EventType.SUPPORT: ("ل", "ب", "علي", "مع"),
    EventType.CONCEDE: ("ل", "عن", "الي"),
    EventType.COOPERATE: ("مع",),
    EventType.AID: ("ل", "الي", "علي"),
    EventType.RETREAT: ("الي",),
    EventType.REQUEST: ("من", "الي", "ل"),
    EventType.ACCUSE: ("مع", "ضد", "بحق", "الي", "ل"),
    EventType.REJECT: ("ل",),
    EventType.THREATEN: ("الي", "علي", "ضد"),
    EventType.PROTEST: ("ضد", "علي"),
    EventType.SANCTION: ("علي", "ضد", "بحق", "مع"),
    EventType.MOBILIZE: (),
    EventType.COERCE: ("علي", "ضد", "بحق"),
    EventType.ASSAULT: ("علي", "ضد", "بحق", "مع"),
    EventType.OTHER: ("مع",),
}


def demanded(p: Parse, v: int) -> tuple[Phrase, ...]:
    """مطالبين الرئيس بالاستقالة، مطالبين باستقالة الرئيس: against whom a protest is."""
    for j in range(v + 1, min(len(p) - 1, v + 26)):
        if p.words[j].startswith(("مطالبين", "مطالبا", "منددين")):
            found = noun_phrase(p, j + 1, len(p)) if not prep_at(p, j + 1) else doer_of(p, j + 1, len(p))
            return (found,) if found is not None and found.actor else ()
    return ()


def takes_object(verb: Analysis, event_type: EventType) -> bool:
    if verb.lemma == "ولد":
        return False  # ولدت عالمة النبات جين باريه: she was born
    if (Flag.SAY in verb.flags and event_type is EventType.OTHER) or Flag.COPULA in verb.flags:
        return False
    entry = load_reader().lexicon.verb(verb.lemma)
    return entry is None or entry.transitivity in ("t", "tp")


_BY: Final = {"من": ("قبل", "جانب", "طرف", "لدن"), "علي": ("يد", "ايدي")}
_GROUNDS: Final = frozenset(
    {"خلفيه", "اثر", "هامش", "ذمه", "ضوء", "غرار", "مستوي"}
)  # على خلفية: why, and no party
_FIRED: Final = frozenset({"برصاص", "بنيران"})


def named_agents(p: Parse, v: int, end: int) -> list[Phrase]:
    """من قبل X، على يد X، على أيدي X after a passive."""
    for j in range(v + 1, min(len(p.tags) - 2, end)):
        if p.words[j + 1] in _BY.get(p.words[j], ()):
            phrases, _ = coordinated(p, j + 2, len(p.tags), transitive=False)
            return phrases
        if p.words[j] in _FIRED and p.tags[j + 1] in (OTHER, STATE):
            return coordinated(p, j + 1, len(p.tags), transitive=False)[0]  # برصاص مسلحين
    return []


def by_preposition(
    p: Parse,
    v: int,
    end: int,
    event_type: EventType,
    verb: Analysis | None,
    taken: Sequence[Phrase] = (),
) -> tuple[Phrase, ...]:
    """Who stands behind a preposition of the class, or of the verb; `taken` phrases are not looked into."""
    framed, barred = framed_preps(p.reading(v))
    if event_type is EventType.SUPPORT:
        framed |= {"الي جانب"}
    wanted = _TARGET_PREPS[event_type]
    if event_type is EventType.PROTEST and verb is not None and verb.event_type is not EventType.PROTEST:
        wanted = ("ضد",)  # أغلقوا جسرا على النهر: where; only احتج and its kin are على somebody
    own = _own_preps(verb) if event_type is EventType.OTHER else frozenset()
    for j in range(v + 1, min(end, v + 28)):
        other = p.clause_of[j] != p.clause_of[v] and not _of_ruling(p, v, j, event_type)
        if other or any(x.start <= j < x.end for x in taken):
            continue
        prep = prep_at(p, j)
        if not prep or (prep in barred and p.tags[j] != EVENT) or p.words[j + 1 : j + 2] == ["التوالي"]:
            continue
        if p.tags[j] == PREP and j + 1 < len(p) and p.words[j + 1] in _BY.get(p.words[j], ()):
            continue  # على يد مجهولين: by whom
        if (prep == "من" and p.words[j - 1] in ("كل", "كلا")) or (prep == "ل" and _of_office(p, j)):
            continue  # سفراء كل من كندا وبولندا، انتخاب رئيس للجمهورية
        if p.tags[j] == PREP and j + 1 < len(p) and p.words[j + 1] in _GROUNDS:
            continue
        if prep in framed or f"{prep} {p.words[j + 1] if j + 1 < len(p) else ''}" in framed:
            if found := _framed_party(p, v, j, end, event_type, two=prep not in framed):
                return found
            continue
        if prep == "من" and verb is not None and verb.lemma == "دعا":
            continue  # دعا من سمرقند إلى: where he spoke
        if prep == "ب" and prep not in wanted and event_type in _OF_DEEDS - {EventType.PROTEST}:
            if inner := doer_of(p, j, end):
                return (inner,)  # هدد بقصف إيران، قضت بسجن المتهم
            continue
        if not (prep in wanted or (prep in own and p.tags[j - 1] != EVENT)) or _of_noun(
            p, v, j, prep, event_type
        ):
            continue
        if prep == "مع" and event_type is EventType.OTHER and _said(p, v):
            continue  # أعرب عن أمله في اتفاق مع الجيران
        phrases, _ = coordinated(p, j + (p.tags[j] == PREP), end, transitive=False, behind=True)
        if event_type is EventType.AID and verb is not None and not takes_object(verb, event_type):
            phrases = [x for x in phrases if not x.place]  # وصلت إلى رانغون: a goal
        good = tuple(
            x
            for x in phrases
            if (x.actor and (prep in wanted or _party(p, x, prep)) and known_owner(p, x))
            or ((event_type in CONCRETE or prep == "ضد") and (x.place or p.tags[x.head] == OTHER))
        )
        if good:
            return good
        if event_type in _OF_DEEDS and (inner := doer_of(p, j + (p.tags[j] == PREP), end)):
            return (inner,)
    return ()


def _of_ruling(p: Parse, v: int, j: int, event_type: EventType) -> bool:
    """أحكام تراوحت بين سنة وسنتين بحق المتهمين: in the clause that describes a ruling, whom it is against."""
    against = p.words[j] in ("بحق", "ضد") or (p.words[j] == "في" and p.words[j + 1 : j + 2] == ["حق"])
    clause = p.clauses[p.clause_of[j]]
    return against and event_type is EventType.COERCE and clause.kind == "relative" and v < clause.start


def _said(p: Parse, v: int) -> bool:
    verb = p.verb(v) if p.tags[v] == VERB else None
    return verb is not None and Flag.SAY in verb.flags


_NO_PREPS: Final[frozenset[str]] = frozenset()


def framed_preps(reading: Analysis | None) -> tuple[frozenset[str], frozenset[str]]:
    """The prepositions that the frames of a verb or noun give to its targets, and those that they take away."""
    if reading is None:
        return _NO_PREPS, _NO_PREPS
    frames = load_frames()
    lemma = reading.lemma
    if lemma not in frames.targets and lemma not in frames.nobody and reading.verb is not None:
        lemma = reading.verb
    return frames.targets.get(lemma, _NO_PREPS), frames.nobody.get(lemma, _NO_PREPS)


def _framed_party(
    p: Parse, v: int, j: int, end: int, event_type: EventType, *, two: bool
) -> tuple[Phrase, ...]:
    """Whoever stands behind a preposition that the frame of token v names, if it can be a party of it."""
    if p.words[j] in CIRCUMSTANCES:
        return ()
    first = j + (p.tags[j] in (PREP, SIMUL)) + two
    if first + 1 < end and p.lexes[first].stem in RELEASE:
        first += 1  # أودى بحياة 12 ألف شخص
        first += 2 * (p.words[first] in ("اكثر", "اقل"))
    phrases, _ = coordinated(p, first, end, transitive=False, behind=True) if first < end else ([], first)
    phrases = [x for x in phrases if p.lexes[x.head].stem not in OFFICES]
    concrete = event_type in CONCRETE
    phrases = [x for x in phrases if concrete or not in_building(p, x)]
    return tuple(
        x
        for x in (freed_one(p, x) for x in phrases)
        if known_owner(p, x)
        and (x.actor or p.named.get(x.head) == "country" or may_act(p, x) or (concrete and may_suffer(p, x)))
    )


def _of_office(p: Parse, j: int) -> bool:
    """رئيس جديد للجمهورية: what someone holds an office of, and no party."""
    if j < 2 or p.tags[j - 1] != OTHER or p.lexes[j].is_("title", "human", "name"):
        return False
    held = p.lexes[j - 2] if p.lexes[j - 1].stem in EPITHETS else p.lexes[j - 1]
    return held.is_("title") and not held.definite


# Accusatives of motive with a preposition of their own: حدادا على الضحايا.
_MOODS: Final = frozenset({"حدادا", "حزنا", "حرصا", "خوفا", "حفاظا", "تعبيرا", "ترحما", "قلقا"})


def _of_noun(p: Parse, v: int, j: int, prep: str, event_type: EventType) -> bool:
    """بعد فشل المفاوضات مع الرئيس: the preposition is that of the event noun right before it, not of the event at v."""
    n = j - 1
    while (
        n > v and p.tags[n] == OTHER and p.lexes[n].definite and not p.lexes[n].classes and n not in p.named
    ):
        n -= 1
    if p.words[j - 1] in _MOODS:
        return True
    if prep == "ل" and _of_office(p, j):
        return True
    if j > v + 2 and p.tags[j - 1] == OTHER and p.tags[j - 2] in (TEMPORAL, SIMUL):
        return True  # بعد خلاف مع المقاول
    if j > v + 2:
        k = j - 1 - (prep == "مع" and p.tags[j - 1] == PARTICLE)
        if p.tags[k] == STATE and p.lexes[k].definite:
            return True  # القرض المتفق عليه مع القاهرة، الطعون المقدمة على القانون
    if n <= v or p.tags[n] != EVENT:
        return False
    noun = p.lexes[n].noun
    if noun is not None and noun.event_type is event_type is not EventType.OTHER:
        return False  # أمر بالتحقيق مع
    entry = load_reader().lexicon.noun(noun.lemma) if noun is not None else None
    return entry is not None and prep in {fold_word(x) for x in entry.preps}


def _own_preps(verb: Analysis | None) -> frozenset[str]:
    entry = load_reader().lexicon.verb(verb.lemma) if verb is not None else None
    return frozenset(fold_word(x) for x in entry.preps) - {"ب", "في"} if entry is not None else frozenset()


def _party(p: Parse, phrase: Phrase, prep: str) -> bool:
    """Someone whom a list knows, definite, and no place: a verb of motion has its goal by the same prepositions."""
    named = p.named.get(phrase.head)
    known = named in ("person", "office", "organisation") or p.lexes[phrase.head].definite
    if named == "country" and prep in ("عن", "علي", "ضد"):
        return True  # استقلت عن فرنسا
    if prep == "الي" and phrase.place:
        return False  # وصل إلى البلاد
    known = known or p.lexes[phrase.head].is_("name") or other_side(p, phrase.head)
    return phrase.sure and known and named not in ("place", "nisba", "country")


_OF_DEEDS: Final = frozenset(
    {EventType.SUPPORT, EventType.ACCUSE, EventType.THREATEN, EventType.COERCE, EventType.PROTEST}
)


def both_sides(
    p: Parse, v: int, end: int, event_type: EventType, actors: tuple[Phrase, ...], targets: tuple[Phrase, ...]
) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """بين X وY: two parties of one standing act together; of a fight the second is the other side."""
    if actors and targets:
        return actors, targets
    for j in range(v + 1, min(end, v + 20)):
        if p.words[j] not in ("بين", "وبين") or p.tags[j] != PREP:
            continue
        phrases, i = coordinated(p, j + 1, end, transitive=False)
        good = [x for x in phrases if x.actor]
        for k in range(i, min(len(p), i + 14)):
            if p.words[k] == "وبين":
                more, _ = coordinated(p, k + 1, len(p), transitive=False)
                good += [x for x in more if x.actor]
                break
            if len(good) == 1 and p.tags[k] == OTHER and p.lexes[k].conj and p.lexes[k].is_("org", "title"):
                more, _ = coordinated(p, k, len(p), transitive=False)
                good += [x for x in more if x.actor]  # بين الجيش بقيادة … وقوات
                break
        if (
            len(good) == 1
            and not actors
            and event_type in MUTUAL | {EventType.ASSAULT}
            and is_several(p, good[0])
        ):
            return (good[0],), targets
        if len(good) >= 2 and not actors:
            if event_type is EventType.ASSAULT:
                return (good[0],), (*good[1:], *targets)
            return tuple(good), targets
    return actors, targets
