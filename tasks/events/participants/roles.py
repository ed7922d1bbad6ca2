"""Who may act and who may be acted upon: people, forces, offices and things."""

from collections.abc import Sequence
from typing import Final

from hawliyat.tasks.events.parse import Parse
from hawliyat.tasks.events.phrases import INSTRUMENTS, ORDINALS, OTHERS, Phrase, namelike, noun_phrase
from hawliyat.tasks.events.words import COMP, EVENT, NUMBER, OTHER, STATE
from hawliyat.tasks.schema import EventType

CONCRETE: Final = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.MOBILIZE})


def bare_office(p: Parse, phrase: Phrase) -> bool:
    lex = p.lexes[phrase.head]
    office = lex.is_("title") or p.named.get(phrase.head) == "office"
    return office and not any(personal_name(p, k) for k in range(phrase.start, phrase.end))


def personal_name(p: Parse, i: int) -> bool:
    kind = p.named.get(i)
    return kind == "person" or (kind is None and namelike(p, i))


OWN_RELEASE: Final = frozenset({"سراحه", "سبيله", "سراحهم", "سراحها", "سبيلهم", "سبيلها"})
_COUNTERPARTS: Final = frozenset({"ضيف", "مضيف", "خصم", "غريم", "منافس", "جار"})
_PEERS: Final = _COUNTERPARTS | {"نظير", "حليف", "ند", "سلف"}


def counterpart(p: Parse, phrase: Phrase) -> bool:
    """هزم ضيفه، قصفت جارتها: the pronoun is the subject's, so the noun is the object."""
    lex = p.lexes[phrase.start]
    return lex.pronoun and lex.stem in _COUNTERPARTS


def clausal(p: Parse, i: int, end: int) -> bool:
    """Whether a complement clause takes the object's place."""
    return any(p.tags[j] == COMP for j in range(i, min(len(p.tags), i + 4)))


def in_building(p: Parse, phrase: Phrase) -> bool:
    """اجتمع بالقصر الرئاسي: where they meet."""
    head = p.lexes[phrase.head]
    return p.lexes[phrase.start].prep == "ب" and (head.is_("place") or head.stem in ("مكتب", "ديوان"))


def may_suffer(p: Parse, phrase: Phrase) -> bool:
    return phrase.place or p.tags[phrase.head] == OTHER


def other_side(p: Parse, i: int) -> bool:
    """نظيره، ضيفته، حليفه: whose pronoun is the actor's, and who is another party all the same."""
    lex = p.lexes[i]
    return lex.pronoun and lex.stem.removesuffix("ت") in _PEERS


def known_owner(p: Parse, phrase: Phrase) -> bool:
    """A noun with a pronoun (رجاله) is the actor's own; نظيره is the other side."""
    return not p.lexes[phrase.head].pronoun or other_side(p, phrase.head)


def doer_of(p: Parse, i: int, end: int) -> Phrase | None:
    """رحب بقرار ليبيا، ندد باجتياح القوات: whose deed it is; هدد بقصف إيران: whom it would befall."""
    if i >= end or (p.tags[i] != EVENT and p.lexes[i].stem not in _PARTS):
        return None
    for j in range(i + 1, min(end, i + 4)):
        if p.tags[j] == EVENT:
            continue
        if p.lexes[j].prep or p.lexes[j].conj or p.tags[j] not in (OTHER, STATE, NUMBER):
            return None
        if p.named.get(j) == "nisba" and p.lexes[j - 1].definite:
            return None  # السياسة الاسرائيلية
        found = noun_phrase(p, j, end, transitive=True)
        own = found is not None and p.lexes[found.head].pronoun
        return found if found is not None and found.actor and found.sure and not own else None
    return None


_PARTS: Final = frozenset(
    {"دور", "موقف", "مواقف", "سياسه", "جهود", "خطوه"}
)  # what one is praised or blamed for


def is_several(p: Parse, phrase: Phrase) -> bool:
    """بين الخبراء، بين البلدين: one noun for both sides."""
    lex = p.lexes[phrase.head]
    return p.named.get(phrase.head) in (None, "office") and (
        lex.stem.endswith(("ين", "ان", "ات", "اء"))
        or lex.is_("human")
        or lex.stem in ("دول", "قاده", "احزاب")
    )


def able_to_act(phrases: Sequence[Phrase], lenient: Parse | None = None) -> tuple[Phrase, ...]:
    """Those who can act; where the verb wants an agent, also a definite noun that no list knows (المستشرق)."""
    if lenient is None:
        return tuple(x for x in phrases if x.actor)
    return tuple(x for x in phrases if x.actor or may_act(lenient, x))


def may_act(p: Parse, phrase: Phrase) -> bool:
    lex = p.lexes[phrase.head]
    source = p.text[p.starts[phrase.head] : p.ends[phrase.head]]
    return (
        p.tags[phrase.head] in (OTHER, STATE)
        and lex.definite
        and not (lex.prep and p.words[phrase.head][0] in "بلك")
        and not lex.is_("thing", "quant")
        and lex.stem not in ("منعقد", "منعقده")
        and lex.word not in ORDINALS  # عقد الثاني في الرباط
        and (not source.endswith(("ة", "ات")) or _has_name(p, phrase))
    )


def _has_name(p: Parse, phrase: Phrase) -> bool:
    """المتنبئة الجوية رنا القسوس: a personal name behind the noun."""
    return any(p.named.get(k) == "person" or namelike(p, k) for k in range(phrase.head + 1, phrase.end))


def _fallen(p: Parse, phrase: Phrase) -> bool:
    """129 قتيلا: nouns of an event that name whom it befell."""
    noun = p.lexes[phrase.head].noun
    return p.tags[phrase.head] == EVENT and noun is not None and noun.lemma in ("قتيل", "جريح", "شهيد")


def _column(p: Parse, phrase: Phrase) -> bool:
    """قافلة من الجنود: a column on the move is attacked, though it may be the name of what it does."""
    noun = p.lexes[phrase.head].noun
    return p.tags[phrase.head] == EVENT and noun is not None and noun.lemma in ("قافلة", "دورية", "موكب")


def _mere_adjective(p: Parse, phrase: Phrase) -> bool:
    """جريمة قتل بشعة: one indefinite word with teh marbuta that no list knows."""
    lex = p.lexes[phrase.head]
    alone = phrase.end == phrase.start + 1 and phrase.head not in p.named
    return alone and not lex.known and not lex.definite and p.text[p.ends[phrase.head] - 1] == "ة"


def affected(p: Parse, phrases: Sequence[Phrase], event_type: EventType) -> tuple[Phrase, ...]:
    """Whom or what it is done to: someone, or in acts of force also a thing or a place; not the actor's own forces."""
    barred = OFFICES | INSTRUMENTS if event_type is EventType.ASSAULT else OFFICES
    phrases = [x for x in phrases if p.lexes[x.head].stem.removesuffix("ا") not in barred]
    own = event_type in (EventType.MOBILIZE, EventType.RETREAT)
    kept = [
        freed_one(p, x) for x in phrases if not (own and p.lexes[x.head].pronoun) and not _own_people(p, x)
    ]
    if event_type is EventType.REJECT and kept and p.tags[kept[0].head] == EVENT:
        whose = doer_of(p, kept[0].head, kept[0].end)
        return (whose,) if whose is not None else ()  # رفضت المحكمة طعن المرشح
    if event_type is EventType.COOPERATE:
        return ()  # تبادل البلدان السفراء
    kept = [x for x in kept if x.end > x.start + 1 or p.words[x.start] not in ("كل", "بعض", *OWN_RELEASE)]
    if event_type in CONCRETE:
        return tuple(
            x
            for x in kept
            if (
                x.actor
                or x.place
                or _fallen(p, x)
                or (not own and _column(p, x))
                or (p.tags[x.head] == OTHER and not _mere_adjective(p, x))
            )
            and not p.lexes[x.head].stem.startswith("علاق")
        )
    if event_type is EventType.OTHER:
        return tuple(x for x in kept if x.actor and _human(p, x))
    lenient = event_type in _PERSONAL
    visits = event_type is EventType.CONSULT
    return tuple(
        x
        for x in kept
        if x.actor or (lenient and may_act(p, x)) or (visits and x.place and not p.lexes[x.head].definite)
    )


_PEOPLE: Final = frozenset(
    {
        "قوات",
        "جنود",
        "سفير",
        "سفراء",
        "رعايا",
        "دوريات",
        "مواقع",
        "جيش",
        "طائرات",
        "عمليات",
        "دبلوماسيي",
        "موظفي",
        "بلاد",
    }
)


def _own_people(p: Parse, phrase: Phrase) -> bool:
    """حشدت موسكو قواتها، استدعت أنقرة سفيرها: what the actor moves of its own is no other party."""
    word = p.words[phrase.head]
    return any(word.endswith(tail) and word[: -len(tail)] in _PEOPLE for tail in ("ها", "ه", "هم", "هما"))


OFFICES: Final = frozenset(
    {"رئاسه", "منصب", "حكم", "قياده", "مهام", "مهامه", "مهامها", "سلطه", "مقاليد"}
)  # what one takes over
_PERSONAL: Final = frozenset({EventType.ACCUSE, EventType.THREATEN, EventType.CONSULT, EventType.REQUEST})


def _human(p: Parse, phrase: Phrase) -> bool:
    """Acts without a class of their own (انتخب، أرسل) are done to people; what is founded or closed is no party."""
    lex = p.lexes[phrase.head]
    named = p.named.get(phrase.head)
    return (
        lex.is_("title", "human", "name")
        or named in ("person", "office", "nisba")
        or (lex.stem in OTHERS and not lex.pronoun)
        or (not lex.known and named is None)
    )


RELEASE: Final = frozenset({"سراح", "سبيل", "حياه", "ارواح"})


def freed_one(p: Parse, phrase: Phrase) -> Phrase:
    """أطلق سراح الرهائن: the one released is the genitive."""
    if p.lexes[phrase.head].stem in RELEASE and phrase.end > phrase.head + 1:
        return noun_phrase(p, phrase.head + 1, phrase.end) or phrase
    return phrase
