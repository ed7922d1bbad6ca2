"""Where an event happens: في or بـ before a place in the event's own clause; the dateline is no place of the event."""

from dataclasses import replace

from hawliyat.tasks.events.parse import ONESELF, Parse
from hawliyat.tasks.events.participants import FAIRS
from hawliyat.tasks.events.phrases import Phrase, name_follows, noun_phrase, of_envoy
from hawliyat.tasks.events.words import EVENT, NUMBER, OTHER, PREP, SIMUL, STATE, TIMEX, VERB
from hawliyat.tasks.schema import EventType

_IN = frozenset({"في"})
_BESIDE = frozenset({"قرب", "عبر", "بجوار", "بمحاذاه", "داخل", "قباله", "خارج"})  # before a listed place only
_NEAR = frozenset({"بالقرب", "مقربه"})
_ON = frozenset(
    {
        "ملعب",
        "ملاعب",
        "استاد",
        "مسرح",
        "طريق",
        "حدود",
        "جبهه",
        "جبهات",
        "شاطئ",
        "ساحل",
        "ضفه",
        "مشارف",
        "متن",
        "مرتفعات",
    }
)
_HELD_SOMEWHERE = frozenset({EventType.CONSULT, EventType.ASSAULT, EventType.AGREE})
_DESTINATION = frozenset({"زار", "وصل", "توجّه", "غادر", "دخل", "زيارة", "وصول", "استضاف"})


def place_of(
    p: Parse, trigger: int, governor: int, event_type: EventType, targets: tuple[Phrase, ...]
) -> Phrase | None:
    """The place phrase nearest after the trigger, else before it in the clause; the visited place of a visit."""
    reading = p.reading(trigger)
    if event_type is EventType.CONSULT and reading is not None and reading.lemma in _DESTINATION:
        for phrase in targets:
            if phrase.place:
                return phrase
        visited = noun_phrase(p, trigger + 1, len(p)) if trigger + 1 < len(p) else None
        if visited is not None and visited.place and p.tags[trigger + 1] == OTHER:
            return visited
    heads_for = reading is not None and reading.lemma in ("توّج", "وجّه") and "توجه" in p.words[trigger]
    lemma = reading.lemma if reading is not None and p.tags[trigger] == VERB else ""
    if lemma in _STRIKES and (struck := _right_behind(p, trigger)) is not None:
        return struck
    if reading is not None and (reading.lemma in _MOTION or reading.verb in _MOTION or heads_for):
        found = _goal(p, trigger)
        if found is not None and (found.place or not heads_for):
            return found
    clause = p.clause_of[trigger]
    low = min(trigger, governor)
    told = p.clause_of[governor]  # the relative clause of الهجمات التي وقعت في المرفأ
    after = [j for j in range(trigger + 1, len(p)) if p.clause_of[j] in (clause, told)]
    before = [j for j in range(low) if p.clause_of[j] == clause]
    here = _filed_at(p) if "هنا" in p.words and any(p.words[j] == "هنا" for j in (*after, *before)) else None
    if here is not None:
        return here
    own: Phrase | None = None
    between = [j for j in range(low + 1, trigger) if p.clause_of[j] == clause]  # خرجت في صنعاء مظاهرة
    said = event_type in _SAID
    for j in (*_of_event(p, after), *between, *before):
        if said and j > trigger and _within_matter(p, trigger, j):
            continue
        found = _place_at(p, j, event_type)
        if found is not None and (p.lexes[found.head].pronoun or _bare(p, found)):
            own = own or found  # في مكتبه برام الله، في قرية بالدقهلية: a place that has a name says more
        elif found is not None:
            return found
    if own is not None:
        return own
    if (found := _named_for(p, trigger) or _at_meeting(p, clause) or _on_arrival(p, after)) is not None:
        return found
    if event_type in (EventType.ASSAULT, EventType.COERCE):
        return next((x for x in targets if x.place), None)
    return _right_behind(p, trigger) if lemma in _HOSTS else None


# Verbs whose place stands behind them without a preposition: what they strike or reach, and who is the host.
_STRIKES = frozenset({"ضرب", "هزّ", "اجتاح", "اكتسح", "بلغ"})
_HOSTS = frozenset({"استضاف", "احتضن"})


def _right_behind(p: Parse, v: int) -> Phrase | None:
    """الزلزال الذي ضرب المنطقة، بلغ القاهرة، ستستضيفها أبوظبي."""
    if v + 1 >= len(p) or p.tags[v + 1] not in (OTHER, STATE):
        return None
    phrase = noun_phrase(p, v + 1, len(p), transitive=True)
    return phrase if phrase is not None and phrase.place and not p.lexes[phrase.start].prep else None


_SAID = frozenset(
    {EventType.REQUEST, EventType.ACCUSE, EventType.THREATEN, EventType.REJECT, EventType.SUPPORT}
)


def _within_matter(p: Parse, v: int, j: int) -> bool:
    """طالب المجلس بإنهاء الحصار في دارفور: the place behind what is asked for or blamed is not where it is said."""
    return any(
        p.tags[k] == EVENT and (p.lexes[k].prep in ("ب", "ل") or p.words[k - 1] in ("الي", "علي", "عن", "من"))
        for k in range(v + 1, j)
    )


def _bare(p: Parse, phrase: Phrase) -> bool:
    """قرية: of no name."""
    lex = p.lexes[phrase.head]
    return phrase.end - phrase.start == 1 and not lex.definite and phrase.head not in p.named


def _named_for(p: Parse, trigger: int) -> Phrase | None:
    """قمة كامب ديفيد، تفجيرات مدريد: the town that an event is named for."""
    name = p.names.get(trigger + 1)
    if p.tags[trigger] != EVENT or p.lexes[trigger].definite or name is None or name[1] or name[3] != "place":
        return None
    reading = p.lexes[trigger].noun
    if reading is None or (reading.event_type not in _HELD_SOMEWHERE and reading.lemma not in FAIRS):
        return None
    return noun_phrase(p, trigger + 1, name[0])


def _at_meeting(p: Parse, clause: int) -> Phrase | None:
    """وقع الوزيران خلال اجتماع عقداه في الرياض مذكرة: where the meeting was at which it happened."""
    for inner, described in enumerate(p.clauses):
        head = described.head
        if described.kind != "relative" or described.parent != clause or head < 1 or p.tags[head] != EVENT:
            continue
        struck = p.lexes[head].prep == "ب" and described.opener < 0  # قتل بضربة نفذتها طائرة في الجبال
        if not struck and (p.tags[head - 1] != SIMUL or described.opener >= 0):
            continue
        for j in range(head + 1, len(p)):
            if p.clause_of[j] == inner and (found := _place_at(p, j, EventType.CONSULT)) is not None:
                return found
    return None


def _on_arrival(p: Parse, after: list[int]) -> Phrase | None:
    """التقى لدى وصوله إلى أنقرة وزير الخارجية: where someone has just come."""
    for j in after:
        noun = p.lexes[j].noun
        if p.tags[j] != EVENT or noun is None or noun.lemma not in ("وصول", "زيارة") or j < 1:
            continue
        if p.tags[j - 1] != SIMUL or j + 1 >= len(p):
            continue
        k = j + 1 + (p.words[j + 1] == "الي")
        phrase = noun_phrase(p, k, len(p)) if k < len(p) else None
        if phrase is not None and phrase.place:
            return phrase
    return None


# What has a place of its own, wherever it is spoken of: الوضع في السودان. In the order of their stems.
_SITUATIONS = frozenset(
    {"وضع", "اوضاع", "تطورات", "مستجدات", "حرب", "نزاع", "صراع", "ازمه", "ازمات", "قتال", "عنف", "استقرار", "سلام",
     "امن", "انتهاكات", "توتر", "توترات", "عمليات", "مصالح", "مشاريع", "استثمارات"}
)  # fmt: skip
# Where someone is, and not where it happens: الشركات العاملة في إيران.
_WHERE_THEY_ARE = frozenset(
    {"عامله", "عاملين", "مقيم", "مقيمه", "مقيمين", "موجوده", "موجودين", "ناشطه", "ناشطين"}
)
_ABOUT = frozenset({"بشان", "حول", "حيال", "ازاء", "بخصوص", "لبحث", "لمناقشه", "بهدف", "لاجل"})


def _of_event(p: Parse, after: list[int]) -> list[int]:
    """The tokens that may say where the event is: not what it is about (لبحث الوضع في السودان)."""
    kept: list[int] = []
    for j in after:
        if p.words[j] in _ABOUT:
            break
        within = p.words[j] in _IN and p.tags[j] == PREP and j - 1 in kept
        if within and (p.lexes[j - 1].stem in _SITUATIONS or p.lexes[j - 1].stem in _WHERE_THEY_ARE):
            continue
        kept.append(j)
    return kept


_MOTION = frozenset(
    {"وصل", "توجّه", "غادر", "عاد", "هاجر", "انتقل", "سافر", "دخل", "خرج", "انسحب", "فرّ", "هرب", "لجأ", "أبحر", "نزح",
     "سحب", "وقف", "رحل", "أقلع", "هبط", "توغّل", "تسلّل"}
)  # fmt: skip


def _filed_at(p: Parse) -> Phrase | None:
    """هنا is where the report was filed: the place of its dateline, before a date and the agency between strokes."""
    for j in range(min(len(p), 40) - 1):
        if p.named.get(j) == "place" and p.timex_of[j + 1] >= 0:
            k = j + 1
            while k < len(p) and p.timex_of[k] >= 0:
                k += 1
            if k < len(p) and p.words[k] in ("/", "("):
                return noun_phrase(p, j, j + 1)
    return None


def _goal(p: Parse, trigger: int) -> Phrase | None:
    """Where a movement goes, or comes from: إلى، من، or the place that is left."""
    clause = p.clause_of[trigger]
    seat: Phrase | None = None  # وصل المبعوث الأممي إلى اليمن إلى عدن: first the envoy's country
    for j in range(trigger + 1, min(len(p), trigger + 24)):
        if p.clause_of[j] != clause:
            break
        if p.tags[j] == PREP and p.words[j] in ("الي", "من", "نحو", "في") and j + 1 < len(p):
            phrase = noun_phrase(p, j + 1, len(p))
        elif (
            p.tags[j] == OTHER
            and (p.lexes[j].is_("place") or p.named.get(j) in ("country", "place"))
            and j == trigger + 1 + _subject(p, trigger)
        ):
            phrase = noun_phrase(p, j, len(p))
        else:
            continue
        if phrase is not None and is_place(p, phrase):
            if seat is None and of_envoy(p, j):
                seat = phrase
                continue
            return phrase
    return seat


def _subject(p: Parse, trigger: int) -> int:
    """How many tokens the phrase right behind the verb has, unless it is the place itself."""
    phrase = noun_phrase(p, trigger + 1, len(p), transitive=True) if trigger + 1 < len(p) else None
    return 0 if phrase is None or phrase.place else phrase.end - phrase.start


def _place_at(p: Parse, j: int, event_type: EventType) -> Phrase | None:
    strict = False
    before = p.words[j] in ("امام", "قباله") and event_type is EventType.PROTEST
    if p.tags[j] == PREP and j + 1 < len(p) and p.words[j] == "وسط":
        phrase, strict = noun_phrase(p, j + 1, len(p)), True
        if phrase is not None:
            phrase = replace(phrase, start=j, offset=0)
    elif before or (p.tags[j] == PREP and j + 1 < len(p) and _beside(p, j)):
        phrase, strict = noun_phrase(p, j + 1, len(p)) if j + 1 < len(p) else None, not before
        if before and phrase is not None and not (phrase.place or p.lexes[phrase.head].is_("org")):
            phrase = None
        if before and phrase is not None:
            return phrase
    elif p.tags[j] == PREP and p.words[j].lstrip("و") in _IN and j + 1 < len(p) and p.tags[j + 1] != TIMEX:
        phrase = noun_phrase(p, j + 1, len(p))
    elif p.lexes[j].stem == "قضاء" and j + 1 < len(p) and p.words[j + 1].startswith("علي"):
        return None  # بالقضاء عليهم: an end, and no court
    elif (p.tags[j] == OTHER and p.lexes[j].prep == "ب" and p.lexes[j].is_("place")) or (
        j in p.names
        and p.names[j][1]
        and p.words[j].startswith("ب")
        and p.names[j][3] in ("country", "place")
    ):
        phrase = noun_phrase(p, j, len(p))
    else:
        return None
    if phrase is None or not (phrase.place if strict else is_place(p, phrase)):
        return None
    known = p.names.get(phrase.start)
    town = known is not None and known[3] in ("country", "place") and known[0] < phrase.end
    if known is not None and town and not p.lexes[known[0]].definite:
        phrase = replace(phrase, end=known[0])  # في الرباط أمين أبو حصيرة: a person
    if (
        j
        and not strict
        and not (p.tags[j] == PREP and p.lexes[phrase.head].is_("place"))  # المعارضون في شوارع المدينة
        and p.tags[j - 1] in (OTHER, STATE)
        and p.lexes[j - 1].is_("title", "org")
        and p.tags[j - 1] not in (VERB, EVENT)
    ) or (p.named.get(j - 1) == "office" and name_follows(p, j + 1)):
        return None  # وزير الدفاع في جنوب أفريقيا: of the title, not of the event
    return phrase


def _beside(p: Parse, j: int) -> bool:
    """قرب المدينة، داخل الثكنة، على الملعب."""
    if p.words[j] == "من":
        return j > 0 and p.words[j - 1] in _NEAR
    return p.words[j] in _BESIDE or (p.words[j] == "علي" and p.lexes[j + 1].stem in _ON)


_MARKETS = frozenset({"مال", "اسهم", "عمل", "نفط", "طاقه", "صرف", "عملات", "سندات", "انتقالات", "عقارات"})


def _abstract(p: Parse, i: int) -> bool:
    """في حدود 250 مليونا، في قطاع البترول، في سوق المال: no place, as قطاع غزة and سوق الحميدية are."""
    stem = p.lexes[i].stem
    if stem not in ("حدود", "قطاع", "سوق", "اسواق") or i + 1 >= len(p):
        return False
    if stem == "حدود":
        return p.tags[i + 1] == NUMBER
    if stem == "قطاع":
        return not p.lexes[i].definite and i + 1 not in p.named
    return p.lexes[i + 1].stem in _MARKETS


# Houses that stand for who governs from them, and are where one is received as well.
_SEATS = frozenset({"الكرملين", "الاليزيه", "البنتاغون"})


def _seat(p: Parse, i: int) -> bool:
    word = p.words[i].removeprefix("ب")
    return word in _SEATS or (word == "البيت" and p.words[i + 1 : i + 2] == ["الابيض"])


def is_place(p: Parse, phrase: Phrase) -> bool:
    """Whether the head is a listed place, a country or city, or a name that no list knows."""
    lex = p.lexes[phrase.head]
    if p.lexes[phrase.head].stem == "ولايت" and p.lexes[phrase.head].pronoun:
        return False  # في ولايته الأولى: his term
    if p.tags[phrase.start] == NUMBER or p.words[phrase.head] in ONESELF or _abstract(p, phrase.head):
        return False
    if phrase.place or lex.is_("place") or _seat(p, phrase.head):
        return True
    if lex.is_("thing", "human", "quant", "title", "org", "name") or p.tags[phrase.head] in (EVENT, STATE):
        return False
    return (
        not lex.known
        and not lex.definite
        and not p.lexes[phrase.end - 1].pronoun
        and phrase.end - phrase.start <= 2
        and p.text[p.ends[phrase.head] - 1] != "ة"
    )
