"""The PLOVER class of an event: the trigger's own, unless a frame of the lexicon or a metaphor says otherwise."""

from functools import cache
from typing import Final

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.events.content import LEADS_TO, SESSIONS, event_head, inside_idafa, late_subject
from hawliyat.tasks.events.light import load_light_verbs
from hawliyat.tasks.events.metaphors import load_metaphors
from hawliyat.tasks.events.parse import Parse
from hawliyat.tasks.events.participants import described_by
from hawliyat.tasks.events.phrases import ORDINALS, noun_phrase
from hawliyat.tasks.events.words import (
    COMMA,
    COMP,
    EVENT,
    OTHER,
    PREP,
    PRONOUN,
    RULES,
    STATE,
    TIMEX,
    VERB,
    Lex,
    Reader,
    load_reader,
)
from hawliyat.tasks.morphology.model import Analysis, Aspect, Flag, Number, Person, Voice
from hawliyat.tasks.schema import EventType
from hawliyat.tasks.tables import read_rows

_SPEECH_ACTS: Final = frozenset(
    {
        EventType.REJECT,
        EventType.ACCUSE,
        EventType.SUPPORT,
        EventType.REQUEST,
        EventType.THREATEN,
        EventType.AGREE,
    }
)
# What is done by being announced or decided; an arrest is not by being announced, nor is a withdrawal.
_DECREED: Final = frozenset({EventType.CONCEDE, EventType.SANCTION, EventType.MOBILIZE, EventType.COERCE})
_DECREES: Final = frozenset({"أعلن", "قرّر", "أمر"})
_REPORTED: Final = frozenset(
    {("أعلن", EventType.COERCE), ("أعلن", EventType.RETREAT), ("قرّر", EventType.RETREAT)}
)
_INTENT: Final = frozenset({"عزم", "نية", "اعتزام"})
_ON_OCCASION: Final = frozenset({"في", "مع", "من"})
_REACH: Final = 8


# Members asked for in inner loops, by names of the module: an attribute of an enumeration takes ten times as long.
_UNCLASSED: Final = EventType.OTHER
_SAY: Final = Flag.SAY
_ASPECTUAL: Final = Flag.ASPECTUAL


def class_of(p: Parse, trigger: int, governor: int, reader: Reader) -> EventType:
    """The class of the event that token `trigger` names; `governor` is the verb of its construction."""
    reading = p.reading(trigger)
    found = _of_light_verb(p, trigger, governor) if governor != trigger and p.tags[governor] == VERB else None
    if reading is None:
        return found or _UNCLASSED
    if found is _UNCLASSED:  # لقي مصرعه برصاص مجهولين
        found = _framed(p, trigger, reading, reader) or found
    found = found or _literal(p, trigger, governor, reading, reader)
    if found is not _UNCLASSED and load_metaphors().undoes(p, trigger, reading.lemma, found):
        return _UNCLASSED
    if found is EventType.COERCE and reading.lemma in _BY_FORCE and _by_militants(p, trigger):
        return EventType.ASSAULT
    if reading.lemma == "مسيرة" and _SHADDA in p.text[p.starts[trigger] : p.ends[trigger]]:
        return _UNCLASSED  # مسيّرة: a drone, and no march
    if found is EventType.ASSAULT and _nobody_attacks(p, trigger, reading.lemma):
        return _UNCLASSED
    if found is not _UNCLASSED and reading.lemma in _BY_PERSONS and _by_a_thing(p, trigger):
        return _UNCLASSED
    return found


# What only persons, states and bodies do to someone: ظاهرة تهدد المدن، المصادر التي سمحت بكذا are no threat and no leave.
_BY_PERSONS: Final = frozenset(
    {
        "سمح",
        "هدّد",
        "منع",
        "أجبر",
        "أرغم",
        "دعم",
        "ساعد",
        "سيطر",
        "أنقذ",
        "حذّر",
        "أتاح",
        "رفض",
        "طالب",
        "ألزم",
        "أيّد",
    }
)


def _by_a_thing(p: Parse, v: int) -> bool:
    """Whether the subject of verb v is a thing: the noun a relative describes, what the clause begins with, or the next."""
    verb = p.verb(v) if p.tags[v] == VERB else None
    if verb is None or verb.voice is Voice.PASSIVE or verb.person is not Person.THIRD:
        return False
    clause = p.clauses[p.clause_of[v]]
    first = max(clause.start, clause.opener + 1)
    subject, limit = v + 1, len(p)
    if clause.kind == "relative" and clause.verb == v and not verb.enclitic_len:
        described = described_by(p, v)
        if described is None:
            return False
        subject, limit = described.head, described.head + 1
    elif first < v and p.tags[first] in (OTHER, EVENT):
        subject, limit = first, v
    if subject >= len(p) or p.tags[subject] not in (OTHER, EVENT) or p.lexes[subject].prep:
        return False
    told = (
        p.lexes[subject].is_("thing")
        if p.tags[subject] == OTHER
        else subject < v or p.lexes[subject].definite
    )
    if not told:
        return False
    phrase = noun_phrase(p, subject, limit)
    return phrase is not None and not phrase.actor


_SHADDA: Final = "\u0651"
_BY_FORCE: Final = frozenset(
    {"اقتاد", "احتجز", "أعدم", "أسر", "إعدام", "احتجاز"}
)  # of the state, an act of law
_BLASTS: Final = frozenset({"انفجار", "انفجر", "تفجّر"})
_MAY_BEFALL: Final = frozenset(
    {"انفجار", "قتل", "مقتل", "قتيل", "إصابة", "ضرب", "ضربة", "تدمير", "اندلاع", "حادثة", "خنق", "سقوط"}
)
_AROUND: Final = 6
_FAR: Final = 9


def _by_militants(p: Parse, i: int) -> bool:
    """مسلحون اقتادوا الرجل: the subject stands before the verb."""
    return not {lex.stem for lex in p.lexes[max(0, i - 8) : i]}.isdisjoint(_keys("@militants"))


def _nobody_attacks(p: Parse, i: int, lemma: str) -> bool:
    """زلزال يضرب، قتل في حادث، انفجار أسطوانة غاز: a force of nature or an accident, and no weapon beside it."""
    if p.tags[i] != VERB and lemma not in _MAY_BEFALL:
        return False
    back = _FAR if p.lexes[i].conj else _AROUND  # خلف الإعصار دمارا وقتل المئات
    v = p.clauses[p.clause_of[i]].verb
    cause = p.verb(v) if 0 <= v < i else None
    if cause is not None and cause.lemma in LEADS_TO:
        back = max(back, i - v)  # أدى انقلاب حافلة أمس بالطريق السريع إلى إصابة ركابها
    ahead = _AROUND + sum(p.timex_of[j] >= 0 for j in range(i + 1, min(len(p), i + _AROUND + 1)))
    stems = {lex.stem for lex in p.lexes[max(0, i - back) : i + ahead + 1]}
    chance = ("@nature", "@accident", "@blast") if lemma in _BLASTS else ("@nature", "@accident")
    befalls = any(not stems.isdisjoint(_keys(name)) for name in chance)
    return befalls and stems.isdisjoint(_keys("@weapon"))


def armed(p: Parse, i: int) -> bool:
    """Whether a weapon or an attack stands near token i: مقتل ثلاثة برصاص مجهولين."""
    return any(lex.stem in _keys("@weapon") for lex in p.lexes[max(0, i - _AROUND) : i + _AROUND + 1])


def _of_what_is_held(p: Parse, i: int) -> EventType:
    """القمة المقرر عقدها: the class of the noun that the pronoun takes up; no contract is meant."""
    for j in range(i - 1, max(-1, i - _AROUND), -1):
        noun = p.lexes[j].noun
        if p.tags[j] == EVENT and noun is not None:
            return noun.event_type
    return EventType.OTHER


_HELD: Final = frozenset({"عقد", "انعقد", "التأم"})


def _of_what_is_meant(p: Parse, v: int) -> EventType | None:
    """أما الثالث فانعقد، كان مقررا أن تنعقد: a meeting that the sentence named before is held; None where none is meant."""
    after = v + 1
    named = after < len(p) and p.tags[after] in (OTHER, EVENT, STATE) and p.words[after] not in ORDINALS
    if named or (v and p.tags[v - 1] in (OTHER, EVENT) and p.words[v - 1] not in ORDINALS):
        return None
    for j in range(v - 1, -1, -1):
        noun = p.lexes[j].noun if p.tags[j] == EVENT else None
        if noun is not None and noun.event_type is EventType.CONSULT:
            return EventType.CONSULT
    return None


def _of_light_verb(p: Parse, noun: int, verb: int) -> EventType | None:
    head = p.verb(verb)
    return load_light_verbs().type_of(p, noun, head.lemma) if head is not None else None


def _literal(p: Parse, trigger: int, governor: int, reading: Analysis, reader: Reader) -> EventType:
    if governor != trigger and p.tags[governor] == VERB:
        found = _construction(p, trigger, governor, reader)
        if found is not None:
            kind = _framed(p, trigger, reading, reader) if reading.lemma in _OF_ANY_KIND else None
            if kind is None and reading.lemma == "عملية":
                kind = _operated(p, trigger)
            return kind or found  # نفذت عملية إنقاذ
    if p.tags[trigger] == VERB and _protests(p, trigger):
        return EventType.PROTEST
    if p.tags[trigger] == EVENT and reading.lemma == "عقد" and p.lexes[trigger].pronoun:
        return _of_what_is_held(p, trigger)
    if p.tags[trigger] == VERB and reading.lemma in _HELD and (taken := _of_what_is_meant(p, trigger)):
        return taken
    if reading.lemma == "قضى" and p.tags[trigger] == VERB and _provides(p, trigger):
        return _UNCLASSED
    found = _framed(p, trigger, reading, reader)
    if found is not None:
        return found
    if reading.lemma == "عملية" and (inner := _operated(p, trigger)) is not None:
        return inner
    decides = (_SAY in reading.flags and reading.lemma != "جاء") or reading.lemma in _DECREES  # جاء بدعوة من
    if p.tags[trigger] == VERB and reading.event_type is _UNCLASSED and decides:
        return _said(p, trigger, reading.lemma, reader)
    if (
        p.tags[trigger] == VERB
        and reading.event_type is _UNCLASSED
        and (_ASPECTUAL in reading.flags or reading.lemma in CARRIES)
    ):
        return _carried(p, trigger, reader)
    return reading.event_type


def _operated(p: Parse, i: int) -> EventType | None:
    """عمليات توزيع، عملية التصويت: an operation is of the class of what is done; None where no noun of it follows."""
    if i + 1 >= len(p) or p.tags[i + 1] != EVENT or p.lexes[i + 1].prep or p.lexes[i + 1].conj:
        return None
    noun = p.lexes[i + 1].noun
    return noun.event_type if noun is not None else None


_INSTRUMENTS: Final = frozenset(
    {
        "قانون",
        "مرسوم",
        "امر",
        "قرار",
        "اتفاق",
        "مشروع",
        "قرارا",
        "مرسوما",
        "امرا",
        "قانونا",
        "بند",
        "تعديل",
        "تعديلا",
        "خطه",
        "ماده",
        "نص",
        "اتفاقيه",
    }
)


def _provides(p: Parse, v: int) -> bool:
    """مرسوم يقضي بتعيين: a law or an order provides for it; only a court sentences."""
    return any(p.lexes[j].stem in _INSTRUMENTS for j in range(max(0, v - 4), v))


def _construction(p: Parse, noun: int, verb: int, reader: Reader) -> EventType | None:
    head, event = p.verb(verb), p.lexes[noun].noun
    if head is None or event is None:
        return None
    for frame in reader.lexicon.frames(head.lemma):
        if frame.noun == event.lemma and frame.prep and frame.event_type in _VIOLENT:
            return frame.event_type  # أقدم على طعن والده
        if frame.noun == event.lemma and frame.noun_is_event:
            if frame.event_type is None:
                break  # جلسة مباحثات: what the noun is in its own company
            return frame.event_type
    return None


def _framed(p: Parse, i: int, reading: Analysis, reader: Reader) -> EventType | None:
    """The most specific frame of the trigger that the words after it fill: preposition and noun, noun, preposition."""
    frames = reader.lexicon.frames(reading.lemma)
    if p.tags[i] == EVENT and reading.verb is not None:
        frames += reader.lexicon.frames(reading.verb)  # إرسال جنود as أرسل جنودا
    if not frames:
        return None
    preps, nouns = _company(p, i)
    best: tuple[int, EventType] | None = None
    for frame in frames:
        if frame.event_type is None or (frame.noun_is_event and frame.noun in (None, "*")):
            continue
        weight = (2 if frame.noun not in (None, "*") else 0) + (1 if frame.prep else 0)
        if best is not None and weight <= best[0]:
            continue
        after = i
        if frame.prep is not None:
            after = preps.get(frame.prep, -1)
            if after < 0:
                continue
        if frame.noun is None or _fills(nouns, _keys(frame.noun), after):
            best = (weight, frame.event_type)
    return best[1] if best else None


_VIOLENT: Final = frozenset({EventType.ASSAULT, EventType.PROTEST})
_TELLING: Final = frozenset(EventType) - {EventType.OTHER}


def telling_company(lemma: str, reader: Reader, classes: frozenset[EventType] = _TELLING) -> frozenset[str]:
    """Stems of the nouns with which a frame or a light verb gives the lemma one of the classes."""
    frames = reader.lexicon.frames(lemma)
    nouns = {f.noun for f in frames if f.event_type in classes and f.noun not in (None, "*")}
    light = (pair.nouns for pair in load_light_verbs().pairs.get(lemma, ()) if pair.type in classes)
    return frozenset[str]().union(*(_keys(noun) for noun in nouns if noun is not None), *light)


@cache
def makes_violence(lemma: str) -> frozenset[str]:
    """Stems of the nouns with which the lemma is violence or protest, by the project's own lexicon."""
    return telling_company(lemma, load_reader(), _VIOLENT)


def _fills(nouns: dict[str, int], keys: frozenset[str], after: int) -> bool:
    return any(place >= after for word, place in nouns.items() if word in keys)


_MANNER: Final = frozenset(
    {"قوه", "شده", "كثافه", "سرعه", "شكل", "حسب", "موجب"}
)  # تدخلت بقوة: how, and not with what


def _company(p: Parse, i: int) -> tuple[dict[str, int], dict[str, int]]:
    """Prepositions (first place) and nouns (last place, by lemma and by stem; `*` any event noun) after token i."""
    preps: dict[str, int] = {}
    nouns: dict[str, int] = {}
    clause = p.clause_of[i]
    described = p.clauses[clause]
    verb = p.verb(i) if p.tags[i] == VERB else None
    if described.kind == "relative" and described.verb == i and verb is not None:
        head = event_head(
            p, described.head
        )  # جولة استضافتها روما، القمة التي انعقدت: the noun is what the verb is said of
        if head >= 0 and (noun := p.lexes[head].noun) is not None:
            nouns[noun.lemma] = nouns[p.lexes[head].stem] = i
        elif head < 0 <= described.head and p.tags[described.head] == OTHER:
            nouns[p.lexes[described.head].stem] = i  # الرسوم التي فرضتها
    if verb is not None and verb.conj and verb.enclitic_len:
        for j in range(
            max(0, i - _REACH), i
        ):  # اعترضت طائرة وأسقطتها: the pronoun stands for what was just named
            if p.tags[j] in (OTHER, STATE) and not p.lexes[j].prep:
                nouns.setdefault(p.lexes[j].stem, i)
    if verb is not None and verb.voice is Voice.PASSIVE:
        for j in range(max(0, i - 4), i):  # إن موكله أوقف: who undergoes it stands before the passive
            if p.clause_of[j] == clause and p.tags[j] in (OTHER, STATE) and not p.lexes[j].prep:
                nouns[p.lexes[j].stem] = i
    for j in range(i + 1, min(len(p), i + 1 + 2 * _REACH)):
        tag = p.tags[j]
        if p.clause_of[j] != clause:
            if tag == COMP:
                word = p.words[j]
                preps.setdefault("أن", j)
                if word.startswith(("بان", "لان")):
                    preps.setdefault(word[0], j)
                break
            if tag == VERB and not p.clauses[clause].resumed:
                break
            continue
        if tag == VERB and verb is None:
            break  # الهجمات على المدينة تضر بجهود الحكومة: what the verb behind it is about
        if tag == PRONOUN and p.tags[j - 1] == COMMA and p.words[j] in ("وهو", "وهي", "وهم"):
            break  # أعلنت اللجان، وهي مجموعة توثق الحرب، أن: what is added about someone
        if tag == PREP and j + 1 < len(p) and p.tags[j + 1] == TIMEX:
            continue  # حققت في 2024 فائضا
        if tag == PREP and p.tags[j - 1] == TIMEX and p.words[j] == "من":
            continue  # تراجعا بعد عام من المؤتمر: the length is counted from it
        if tag == PREP:
            preps.setdefault(_UNFOLDED.get(p.words[j], p.words[j]), j)
        elif tag in (OTHER, EVENT, STATE, TIMEX):
            lex = p.lexes[j]
            if lex.prep and lex.stem not in _MANNER:
                preps.setdefault(lex.prep, j)
            elif j in p.names and p.names[j][1]:  # بسوريا
                preps.setdefault(p.words[j][p.names[j][1] - 1], j)
            if tag != TIMEX:
                nouns[lex.stem] = j
                if (
                    bare := _without_pronoun(lex.stem)
                ) is not None:  # قواتها, of a noun that the lexicon does not know
                    nouns.setdefault(bare, j)
            if lex.noun is not None:
                nouns[lex.noun.lemma] = j
            if tag == EVENT:
                nouns["*"] = j
            if p.named.get(j) == "country":
                nouns["*country"] = j
    return preps, nouns


@cache
def _keys(noun: str) -> frozenset[str]:
    """What a frame's noun may look like: its lemma, or its folded stem with a plural, an accusative, before a pronoun."""
    if noun.startswith("@"):
        return frozenset(form for word in _sets()[noun[1:]] for form in _forms(word))
    return frozenset((noun, *_forms(noun))) if noun[0] != "*" else frozenset((noun,))


def _forms(noun: str) -> tuple[str, ...]:
    folded = fold_word(noun)
    if noun[-1] != "ة":
        return (folded, folded + "ات", folded + "ا")
    return (folded, folded[:-1] + "ات", folded[:-1] + "ت")


@cache
def _sets() -> dict[str, tuple[str, ...]]:
    """The sets of `seeds/rules/events_sets.tsv`: name -> words as written there."""
    rows = read_rows(RULES / "events_sets.tsv", "set", "words")
    return {row["set"]: tuple(row["words"].split()) for row in rows}


_PRONOUNS: Final = ("هما", "هم", "ها", "ه")


def _without_pronoun(stem: str) -> str | None:
    for ending in _PRONOUNS:
        if stem.endswith(ending) and len(stem) - len(ending) > 2:
            return stem[: -len(ending)]
    return None


_UNFOLDED: Final = {"الي": "إلى", "علي": "على"}


_PROTESTERS: Final = frozenset(
    {
        "محتجون",
        "محتجين",
        "متظاهرون",
        "متظاهرين",
        "معتصمون",
        "معتصمين",
        "مضربون",
        "مضربين",
        "متظاهرو",
        "محتجو",
        "متظاهر",
        "متظاهرا",
        "متظاهرة",
    }
)
IN_PROTEST: Final = frozenset(
    {
        "احتجاجا",
        "تنديدا",
        "استنكارا",
        "اعتراضا",
        "للتنديد",
        "للاحتجاج",
        "منددين",
        "منددا",
        "محتجين",
        "احتجاج",
        "مرددين",
        "رافعين",
        "مطالبين",
        "داعين",
        "هاتفين",
    }
)
_OF_CROWDS: Final = frozenset(
    {"خرج", "تجمّع", "احتشد", "تجمهر", "سار", "قطع", "أغلق", "أقفل", "أحرق", "أشعل", "نزل", "وقف", "انطلق", "رفع", "ردّد", "عمّ",
     "نظّم", "نفّذ", "حاصر", "نصب", "توافد", "طوّق", "توقّف", "أضرم", "افترش", "اقتحم", "رشق", "منع", "تدفّق", "لبس", "ارتدى",
     "جاب", "جال"}
)  # fmt: skip


def is_protester(lex: Lex) -> bool:
    """Whether a word names those who protest."""
    return lex.stem in _PROTESTERS


def _of_number(p: Parse, i: int) -> bool:
    """A word that counts, its adjective or من behind it."""
    return p.lexes[i].is_("quant") or p.words[i] == "من" or (p.words[i + 1] == "من" and p.tags[i] == OTHER)


def _protests(p: Parse, v: int) -> bool:
    """What protesters do, and what a crowd does in protest: قطع محتجون الطريق، خرج الآلاف احتجاجا على."""
    reading = p.verb(v)
    if reading is None:
        return False
    if reading.lemma not in _OF_CROWDS:
        return _many_protest(p, v, reading)
    clause = p.clause_of[v]
    after = v + 1
    while after + 1 < len(p) and after < v + 4 and _of_number(p, after):
        after += 1  # أغلق العشرات من المتظاهرين، اقتحمت مجموعة أخرى من المحتجين
    if after < len(p) and p.lexes[after].stem in _PROTESTERS and p.clause_of[after] == clause:
        return True
    start = max(0, v - 3)
    if any(p.lexes[j].stem in _PROTESTERS and p.clause_of[j] == clause for j in range(start, v)):
        return True  # كان المحتجون قد أغلقوا الطريق
    return any(p.words[j] in IN_PROTEST and p.clause_of[j] == clause for j in range(v + 1, len(p)))


# What somebody may do in protest without a crowd.
_OF_OFFICIALS: Final = frozenset(
    {"استقال", "انسحب", "غادر", "قاطع", "رفض", "استدعى", "ألغى", "علّق", "قرّر", "دعا", "أعلن", "هدّد", "طالب", "صوّت", "وقّع",
     "قدّم", "أرسل", "وجّه", "كتب", "قال", "أعرب", "امتنع"}
)  # fmt: skip


def _many_protest(p: Parse, v: int, reading: Analysis) -> bool:
    """وضعوا لافتات احتجاجا على، أمضى الآلاف ليلتهم في خيام احتجاجا على: what many do in protest, whatever it is."""
    if reading.lemma in _OF_OFFICIALS or reading.aspect is not Aspect.PERFECT or v + 1 >= len(p):
        return False
    after = p.lexes[v + 1]
    many = reading.number is Number.PLURAL or after.is_("quant") or after.stem.endswith("ون")
    clause = p.clause_of[v]
    return many and any(
        p.words[j] in ("احتجاجا", "للاحتجاج") and p.clause_of[j] == clause for j in range(v + 1, len(p))
    )


CARRIES: Final = frozenset(
    {"بدأ", "تواصل", "استمرّ", "انطلق", "وصل", "تجدّد", "استؤنف", "توالى", "تصاعد", "عاود", "اندلع"}
)


_ENDS: Final = frozenset({"انتهى", "انقضى", "توقّف"})
_LAPSES: Final = frozenset({EventType.THREATEN, EventType.CONCEDE, EventType.AGREE, EventType.SANCTION})
_OF_ANY_KIND: Final = frozenset({"عملية", "حملة", "تعطيل", "عمل", "مشروع", "مبادرة"})


def _of_sessions(p: Parse, i: int) -> int:
    """أعمال القمة، جولة المفاوضات، جولة جديدة من المفاوضات: what is gone through, right behind its noun or behind من."""
    noun = p.lexes[i].noun
    if noun is None or noun.lemma not in SESSIONS:
        return i
    for j in range(i + 1, min(len(p), i + 4)):
        if p.tags[j] == EVENT:
            inner = p.lexes[j].noun
            talks = inner is not None and inner.event_type is EventType.CONSULT
            return j if talks and (p.words[j - 1] == "من" or j == i + 1) else i
        if p.tags[j] != OTHER and p.words[j] != "من":
            break
    return i


def _carried(p: Parse, v: int, reader: Reader) -> EventType:
    """الهجمات بدأت، تصل المساعدات: a verb of phase or arrival has the class of the event noun that is its subject."""
    clause = p.clause_of[v]
    noun = -1
    after = v + 1
    if after + 1 < len(p) and p.tags[after] == PRONOUN and p.lexes[after + 1].definite:
        after += 1  # تتواصل هذه الوقفة
    if after < len(p) and p.tags[after] == EVENT and not p.lexes[after].prep:
        noun = _of_sessions(p, after)
    elif (behind := late_subject(p, v)) >= 0 and p.tags[behind] == EVENT:
        noun = _of_sessions(p, behind)
    elif p.clauses[clause].kind == "relative" and p.clauses[clause].verb == v:
        noun = event_head(p, p.clauses[clause].head)  # الاحتجاجات التي اندلعت
        described = described_by(p, v) if noun < 0 else None
        if described is not None and p.tags[described.head] == EVENT:
            noun = _of_sessions(p, described.head)  # المحادثات مع الجانب الأمريكي التي بدأت
    else:
        start = max(p.clauses[clause].opener, p.clauses[clause].start - 1) + 1
        for j in range(start, v):
            if p.clause_of[j] != clause or p.tags[j] == PREP:
                break
            if p.tags[j] == EVENT and not p.lexes[j].prep and (j == start or p.tags[j - 1] != OTHER):
                noun = j
                break
            if p.tags[j] == OTHER:
                break
    found = p.lexes[noun].noun if noun >= 0 else None
    if found is not None and found.lemma in _OF_ANY_KIND:
        return _framed(p, noun, found, reader) or _UNCLASSED  # بدأت الحملة العسكرية
    if found is None or Flag.WEAK in found.flags:
        return _UNCLASSED
    verb = p.verb(v)
    if verb is not None and verb.lemma in _ENDS and found.event_type in _LAPSES:
        return _UNCLASSED  # انتهت المهلة، انتهت الهدنة
    if load_metaphors().undoes(p, noun, found.lemma, found.event_type):
        return _UNCLASSED  # اختتمت أمس التظاهرة الثقافية
    return found.event_type


def _said(p: Parse, v: int, lemma: str, reader: Reader) -> EventType:
    """أكد رفضه، أعلنت دعمها، قررت فرض عقوبات: to say or decide such an act is that act."""
    clause = p.clause_of[v]
    for j in range(v + 1, min(len(p), v + 22)):
        if p.clause_of[j] != clause:
            break
        if p.tags[j] == EVENT:
            noun = p.lexes[j].noun
            before = p.lexes[j - 1]
            if noun is not None and noun.lemma == "عقد" and j + 1 < len(p) and p.tags[j + 1] == EVENT:
                return _UNCLASSED  # أعلنت عقد مؤتمر: no contract
            if noun is None or (p.tags[j - 1] == OTHER and not before.definite and before.known):
                continue
            if (p.tags[j - 1] == PREP and p.words[j - 1] in _ON_OCCASION) or inside_idafa(p, j):
                continue  # أعلن في ختام الاجتماع رفضه
            if noun.lemma in _INTENT or (p.lexes[j].definite and not p.lexes[j].pronoun):
                continue  # أعلن عزمه رفع العقوبات، أعلنت الحكومة المعارضة رفضها
            kind = _framed(p, j, noun, reader) or noun.event_type
            named = p.lexes[j].prep in ("", "ب", "ل")
            decreed = lemma in _DECREES and kind in _DECREED and (lemma, noun.event_type) not in _REPORTED
            performed = kind in _SPEECH_ACTS or decreed
            return kind if performed and (named or p.lexes[j].pronoun) else _UNCLASSED
    return _UNCLASSED
