"""From a verb to the word that names its event: itself, or the noun of a light, aspectual or modal construction."""

from typing import Final

from hawliyat.tasks.events.governors import Governors
from hawliyat.tasks.events.light import load_light_verbs
from hawliyat.tasks.events.parse import JOINTS, TANWIN, Clause, Parse
from hawliyat.tasks.events.participants import CIRCUMSTANCES, held_by_someone
from hawliyat.tasks.events.phrases import SUPERLATIVES, noun_phrase
from hawliyat.tasks.events.words import (
    ADVERBIAL,
    COMMA,
    COMP,
    EVENT,
    FUTURE,
    MODAL,
    NUMBER,
    OTHER,
    PARTICLE,
    PREP,
    PRONOUN,
    QUOTE,
    RELATIVE,
    SIMUL,
    STATE,
    TEMPORAL,
    TIMEX,
    VERB,
    Lex,
    Reader,
)
from hawliyat.tasks.morphology.model import Analysis, Flag, Gender, Number, Voice
from hawliyat.tasks.schema import EventStatus, EventType

_REACH: Final = 36
_LIKELY: Final = 4
# Constructions that the lexicon lists for their class, but whose verb is itself the news (انتهى المؤتمر، وقّع الاتفاق).
_VERB_IS_NEWS: Final = frozenset(
    {"انتهى", "توقّف", "شارك", "حضر", "رعى", "استضاف", "افتتح", "أدّى", "أسفر", "تسبّب", "قرّر", "ألغى", "أنهى", "وقّع",
     "اختتم", "ختم", "أرجأ", "أجّل", "منع", "أحبط", "انطلق", "تواصل", "استمرّ", "تجدّد", "اندلع", "انعقد", "صدر",
     "نشر", "بثّ", "تبنّى"}
)  # fmt: skip
_NEEDS_BA: Final = frozenset({"قام"})
_BY_PREPOSITION: Final = frozenset(
    {"بدأ", "باشر", "شرع", "استمرّ", "أدلى", "تقدّم", "دخل", "مضى", "أخذ", "سجّل"}
)
_HOLDS: Final = frozenset(
    {"عقد", "أجرى", "نظّم", "أقام", "شهد", "نفّذ", "استأنف", "بدأ"}
)  # what they take is an event
_HELD: Final = frozenset({"عقد", "أجرى", "نظّم", "أقام"})
_GOES_OUT: Final = frozenset({"خرج", "انطلق", "سار", "تحرّك", "عمّ", "جاب", "تواصل", "تجدّد", "استمرّ", "نظّم"})
LEADS_TO: Final = frozenset({"أدّى", "أسفر", "تسبّب", "أفضى"})
_RELATIVES: Final = {
    "الذي": Gender.MASCULINE,
    "التي": Gender.FEMININE,
}
_STAGING: Final = frozenset({"تنظيم", "تنفيذ", "شن"})
SESSIONS: Final = frozenset({"عمل", "جلسة", "جولة", "دورة", "فعالية"})  # what a meeting is made up of
_JOINTLY: Final = frozenset({"بتنسيق", "بالتنسيق", "بتعاون", "بالتعاون", "بشراكه", "بالشراكه"})
_SUCCEEDS: Final = frozenset({"تمكّن", "نجح", "أشرف"})
_AGAIN: Final = "أعاد"
REMAINS: Final = frozenset({"ظلّ", "بقي", "زال"})
COMES: Final = frozenset({"أتى", "جاء"})
_PREVENTS: Final = "حال"
_GOES_BACK: Final = frozenset({"عاد", "رجع"})


_SHADDA: Final = "\u0651"
DURING: Final = frozenset({"خلال", "اثناء"})
PUTS_OFF: Final = frozenset({"أجّل", "تأجّل", "أرجأ", "رحّل", "تأجيل", "إرجاء"})
STARTING: Final = frozenset({"بدءا", "اعتبارا", "بدء", "ابتداء", "بدايه", "انطلاقا"})

# Members asked for in inner loops, by names of the module: an attribute of an enumeration takes ten times as long.
_UNCLASSED: Final = EventType.OTHER
_SAY: Final = Flag.SAY
_ASPECTUAL: Final = Flag.ASPECTUAL
_LIGHT: Final = Flag.LIGHT
_PLANNED: Final = Flag.PLANNED
_PASSIVE: Final = Voice.PASSIVE


class Contents:
    """Resolves constructions by the lexicon's frames and the governors' table."""

    __slots__ = ("governors", "light", "reader")

    def __init__(self, reader: Reader, governors: Governors) -> None:
        self.reader = reader
        self.governors = governors
        self.light = load_light_verbs()

    def choose(self, p: Parse) -> None:
        """Settles verbs of one spelling (وقع: happened, signed) by their subject and their prepositions."""
        lexes = p.lexes
        for i, tag in enumerate(p.tags):
            if tag == VERB and lexes[i].rivals:
                self._choose(p, i, p.lexes[i])

    def _choose(self, p: Parse, i: int, lex: Lex) -> None:
        assert lex.verb is not None
        clause = p.clause_of[i]
        beside = [
            j
            for j in (*range(i + 1, min(len(p), i + 4)), *range(max(0, i - 5), i))
            if p.clause_of[j] == clause
        ]
        head = p.clauses[clause].head if p.clauses[clause].verb == i else -1
        eventful = any(p.tags[j] == EVENT and not p.lexes[j].prep for j in beside)
        eventful = eventful or (head >= 0 and (p.tags[head] == EVENT or event_head(p, head) >= 0))
        best, top = lex.verb, self._fit(p, i, lex.verb, clause, eventful) + 0.1
        for rival in lex.rivals:
            if (score := self._fit(p, i, rival, clause, eventful)) > top:
                best, top = rival, score
        if best is not lex.verb:
            p.chosen[i] = best

    def _fit(self, p: Parse, i: int, verb: Analysis, clause: int, eventful: bool) -> float:
        split = bool(verb.conj) and verb.cost > _LIKELY  # و that may as well be the verb's first letter
        score = -0.1 * (_LIKELY if split else verb.cost) + self._agreement(p, i, verb)
        if _SHADDA in p.text[p.starts[i] : p.ends[i]] and _SHADDA not in verb.lemma:
            score -= 2.0  # وقّعا is written so to say that it is not وقعا
        if verb.lemma in self.governors.happen:
            someone = verb.lemma == "وقع" and i + 1 < len(p) and p.lexes[i + 1].is_("title", "human", "name")
            happens = not _signs(p, i, clause) if someone else eventful
            two = i > 0 and p.tags[i - 1] == EVENT and p.words[i - 1].endswith(("ين", "ان"))  # انفجارين وقعا
            happens = happens and not (
                verb.lemma == "وقع" and verb.number is Number.DUAL and not two
            )  # وقعتا إعلان مبادئ
            if i + 1 < len(p) and held_by_someone(p, verb, i + 1):
                happens = False
            score += 1.0 if happens else -0.5
        if verb.lemma == "عبّر" and "عن" not in p.words[i + 1 : i + 10]:
            score -= 1.0  # عبروا الحدود
        entry = self.reader.lexicon.verb(verb.lemma)
        if entry is not None and entry.preps:
            for j in range(i + 1, min(len(p), i + 10)):
                if p.clause_of[j] != clause:
                    break
                attached = (
                    p.tags[j] == EVENT and p.lexes[j].prep == "ل" and "ل" in entry.preps
                )  # ودعت الصحافيين لمقاطعة
                if attached or (
                    p.tags[j] == PREP and any(_is_word(p.words[j], prep) for prep in entry.preps)
                ):
                    score += 0.6
                    break
        if self.light.object_of(p, i, verb.lemma) >= 0:
            return score + 1.2
        for frame in self.reader.lexicon.frames(verb.lemma):
            if frame.noun not in (None, "*") and any(
                (noun := p.lexes[j].noun) is not None and noun.lemma == frame.noun
                for j in range(i + 1, min(len(p), i + 14))
                if p.clause_of[j] == clause
            ):
                return score + 1.2
        return score

    def _agreement(self, p: Parse, i: int, verb: Analysis) -> float:
        """تشارك طوكيو is feminine and present, تشارك الرجلان masculine and past: the noun behind decides."""
        if i and (said := _RELATIVES.get(p.words[i - 1])) is not None:
            return 0.5 if verb.gender is said else -0.5  # والده الذي تولى السلطة
        if i + 1 >= len(p) or p.tags[i + 1] not in (OTHER, EVENT, STATE) or p.lexes[i + 1].prep:
            return 0.0
        lex = p.lexes[i + 1]
        source = p.text[p.starts[i + 1] : p.ends[i + 1]]
        if lex.is_("quant"):
            return 0.0
        feminine = source.endswith(("ة", "ات")) or p.named.get(i + 1) in ("country", "place")
        if not feminine and i + 2 < len(p) and lex.definite and p.lexes[i + 2].definite:
            feminine = p.text[p.ends[i + 2] - 1] == "ة" and p.tags[i + 2] == OTHER  # ترفع المصارف المركزية
        if feminine:
            return 0.5 if verb.gender is Gender.FEMININE else -0.5
        if lex.is_("title", "name") and verb.gender is not None:
            return 0.3 if verb.gender is Gender.MASCULINE else -0.3
        return 0.0

    def content(self, p: Parse, v: int, limit: int | None = None, *, ahead: bool = True) -> tuple[int, str]:
        """The word that names the event of verb v, and the rule; complements of modals only before token `limit`.

        `ahead`: the date is not past, so that it may be that of what is asked for, promised or refused.
        """
        verb = p.verb(v)
        if verb is None:
            return v, "anchor.after_verb"
        clause = p.clauses[p.clause_of[v]]
        if verb.lemma in self.light.pairs:
            noun = self._light_noun(p, v, clause, verb)
            if noun >= 0 and not _counts(p, verb, noun):
                return noun, "anchor.light_verb"
        describes = clause.kind == "relative" and clause.verb == v and p.words[clause.opener] != "ما"
        described = event_head(p, clause.head) if describes else -1  # قصف الحي، ما أدى إلى: the whole does
        if described < 0 and clause.kind == "relative" and clause.verb == v:
            described = _agreeing_genitive(p, clause)
        if described >= 0:
            if verb.lemma in self.governors.consequence or _brings_together(p, verb, described):
                return described, "anchor.relative_head"
            if (
                verb.lemma not in _VERB_IS_NEWS
                and not _own_subject(p, v)
                and (verb.enclitic_len or self.object_of(p, v, direct=True) < 0)
                and (
                    verb.lemma in self.governors.happen
                    or _ASPECTUAL in verb.flags
                    or self._frame(verb, p.lexes[described].noun, clause_head=True)
                )
            ):
                return described, "anchor.relative_head"
        if described >= 0 and clause.opener >= 0 and verb.lemma in _VERB_IS_NEWS and not _own_subject(p, v):
            return (
                v,
                "anchor.after_verb",
            )  # القمة التي تنعقد غدا: what stands behind the date is the outer verb's
        if verb.lemma in self.governors.happen and _staged(p, v):
            return v + 2, "anchor.happens"
        if verb.lemma in self.governors.happen and not self._has_actor(p, v):
            noun = self.object_of(p, v)
            if noun < 0 or p.lexes[noun].prep == "ل":  # الانتخابات جرت لاختيار المجلس
                before = self._event_before(p, v)
                noun = before if before >= 0 else noun
            if noun >= 0:
                return self._chained(p, noun, limit), "anchor.happens"
        if verb.lemma in _GOES_OUT and (subject := late_subject(p, v)) >= 0 and p.tags[subject] == EVENT:
            crowd = p.lexes[subject].noun
            if crowd is not None and crowd.event_type is EventType.PROTEST:
                return subject, "anchor.happens"
        if verb.lemma in REMAINS:
            said = self._said_of_subject(p, v, limit)
            if said >= 0:
                return said, "anchor.predicate"
        if verb.lemma in COMES:
            noun = v + 1 + (v + 1 < len(p) and p.tags[v + 1] == PRONOUN)
            if noun < len(p) and p.tags[noun] == EVENT and not p.lexes[noun].prep:
                return noun, "anchor.happens"
        if verb.lemma == _PREVENTS:
            noun = next((j for j in range(v + 1, min(len(p), v + 8)) if p.words[j - 1] == "دون"), -1)
            if noun >= 0 and p.tags[noun] == EVENT:
                return noun, "anchor.prevented"
        if verb.lemma in LEADS_TO:
            noun = self._led_to(p, v, limit)
            if noun < 0:
                noun = self.object_of(p, v, skip_subject=True)
            if noun > v + 1 and (limit is None or noun < limit) and p.tags[noun - 1] == PREP:
                return noun, "anchor.consequence"
            if v + 1 < len(p) and p.tags[v + 1] == EVENT:
                return v + 1, "anchor.cause"
        if verb.lemma in _GOES_BACK and limit is not None and p.words[limit - 1] == "الي":
            noun = self._subject_noun(p, v, limit)
            if noun >= 0:
                return noun, "anchor.goes_back"
        if verb.lemma in _NEEDS_BA and verb.voice is not _PASSIVE:
            noun = self._after_ba(p, v)
            if (
                noun >= 0
                and noun + 1 < len(p)
                and p.lexes[noun].stem in _STAGING
                and p.tags[noun + 1] == EVENT
            ):
                noun += 1  # قاموا بتنظيم مسيرة
            if noun >= 0:
                return noun, "anchor.light_verb"
        elif self._is_light(verb) and not verb.enclitic_len:  # اتصالات أجراها: its object stands before it
            noun = self.object_of(p, v, direct=verb.lemma not in _BY_PREPOSITION)
            if noun >= 0 and p.words[noun] in CIRCUMSTANCES:
                noun = -1  # تبدأ غدا بحضور الوزير
            if verb.lemma == "دخل" and noun >= 0 and not (p.lexes[noun].prep or p.tags[noun - 1] == PREP):
                return v, "anchor.after_verb"  # دخل القرار حيز التنفيذ: its subject
            if noun < 0 and clause.kind != "relative" and verb.lemma in _HELD:
                noun = self._held(p, v)
            if noun >= 0 and self._goes_on(verb, p.lexes[noun]):
                return v, "anchor.after_verb" if limit is not None else "anchor.fronted"
            if noun >= 0 and not _counts(p, verb, noun) and self._frame(verb, p.lexes[noun].noun):
                return self._chained(p, noun, limit), "anchor.light_verb"
        if limit is not None and (noun := self._put_off(p, v, limit, verb)) >= 0:
            return noun, "anchor.put_off"
        act = verb.event_type is not _UNCLASSED or _SAY in verb.flags
        if (verb.lemma in self.governors.complement or _PLANNED in verb.flags) and (
            ahead or not act or self.governors.complement.get(verb.lemma, EventStatus.PLANNED) is None
        ):
            noun = self.object_of(p, v, skip_subject=True)
            if noun >= 0 and p.words[noun] in _JOINTLY and p.words[noun + 1] == "مع":
                noun = self._complement_behind(p, noun)
            after = p.lexes[v + 1] if v + 1 < len(p) else None
            if verb.lemma == _AGAIN and after is not None and after.noun is not None and after.pronoun:
                noun = v + 1  # أعيدت زراعتهما
            if 0 <= noun < len(p) - 1 and p.words[noun] == "بناء" and p.words[noun + 1] == "علي":
                noun = -1  # تمكنت، بناء على معلومات، من توقيف
            if noun >= 0 and (limit is None or noun < limit):
                return self._chained(p, noun, limit), "anchor.complement"
            if limit is not None and verb.lemma in _SUCCEEDS and (noun := self._beyond(p, limit)) >= 0:
                return noun, "anchor.complement"
        return v, "anchor.after_verb"

    def _beyond(self, p: Parse, limit: int) -> int:
        """تمكنت الشرطة أمس من توقيف لص: the complement right behind the date; -1 where none stands there."""
        j = limit
        while j < len(p) and p.tags[j] in (TIMEX, COMMA):
            j += 1
        if j + 1 < len(p) and p.tags[j] == PREP and p.tags[j + 1] == EVENT and not p.lexes[j + 1].prep:
            return j + 1
        return -1

    def _complement_behind(self, p: Parse, noun: int) -> int:
        """تمكنت الشرطة بتنسيق مع الجمارك من توقيف لص: with whom it is done is not what is done; -1 where that follows a date."""
        for j in range(noun + 2, min(len(p), noun + _REACH)):
            if p.tags[j] == TIMEX or p.clause_of[j] != p.clause_of[noun]:
                return -1
            if p.tags[j] == EVENT and p.tags[j - 1] == PREP:
                return j
        return noun

    def _light_noun(self, p: Parse, v: int, clause: Clause, verb: Analysis) -> int:
        """كلمة ألقاها، ألقى كلمة: the noun that makes the verb a light one, before it or after it; -1 where there is none."""
        if clause.kind == "relative" and clause.verb == v:
            noun = self.light.head_of(p, clause.head, verb.lemma)
            if noun >= 0:
                return noun
        return -1 if verb.enclitic_len else self.light.object_of(p, v, verb.lemma)

    def _goes_on(self, verb: Analysis, lex: Lex) -> bool:
        """استأنفت التداول، بدأ العمل: with a known matter of no class of its own, that it begins is the news."""
        noun = lex.noun
        return (
            _ASPECTUAL in verb.flags
            and noun is not None
            and noun.event_type is _UNCLASSED
            and lex.definite
            and not lex.prep
            and not lex.pronoun
        )

    def _is_light(self, verb: Analysis) -> bool:
        return verb.lemma not in _VERB_IS_NEWS and (
            _LIGHT in verb.flags or _ASPECTUAL in verb.flags or verb.lemma in self.governors.light
        )

    def _frame(self, verb: Analysis, noun: Analysis | None, *, clause_head: bool = False) -> bool:
        """Whether the lexicon knows verb and noun as one construction."""
        if noun is None or (
            Flag.WEAK in noun.flags
            and verb.lemma not in _HOLDS
            and verb.lemma not in self.governors.light
            and Flag.GUESSED not in noun.flags
        ):
            return noun is not None and any(
                f.noun == noun.lemma and f.noun_is_event for f in self.reader.lexicon.frames(verb.lemma)
            )
        if verb.lemma in self.governors.light or (_ASPECTUAL in verb.flags and not clause_head):
            return True
        return any(
            f.noun_is_event and f.noun in (noun.lemma, "*") for f in self.reader.lexicon.frames(verb.lemma)
        )

    def _has_actor(self, p: Parse, v: int) -> bool:
        """حصل الباحث على: with someone for its subject, the verb is no verb of happening."""
        if v + 1 >= len(p) or p.tags[v + 1] not in (OTHER, STATE) or p.lexes[v + 1].prep:
            return False
        phrase = noun_phrase(p, v + 1, len(p))
        return phrase is not None and phrase.actor

    def _put_off(self, p: Parse, v: int, limit: int, verb: Analysis) -> int:
        """أجّلت المحكمة الجلسة إلى الخميس، أعلنت رفع الأسعار بدءا من الأحد: the date is that of what is put off or begins."""
        before = p.words[limit - 1]
        starts = before == "من" and p.words[limit - 2] in STARTING
        if not starts and not (verb.lemma in PUTS_OFF and before in ("الي", "حتي", "لغايه")):
            return -1
        if starts and _SAY not in verb.flags and verb.lemma not in self.governors.complement:
            return -1
        noun = self.object_of(p, v, skip_subject=True, direct=True)
        return noun if v < noun < limit else -1

    def _after_ba(self, p: Parse, v: int) -> int:
        """قام بـ: the noun behind the preposition, whether the lexicon knows it or not."""
        clause = p.clause_of[v]
        for j in range(v + 1, min(len(p), v + 14)):
            if p.clause_of[j] != clause and p.tags[j] in (VERB, COMP, RELATIVE):
                return -1
            word = p.words[j]
            if (
                p.tags[j] in (EVENT, OTHER, STATE)
                and word[0] == "ب"
                and (p.lexes[j].prep == "ب" or (not p.lexes[j].known and len(word) > 4))
            ):
                return j if word != "بها" else -1
        return -1

    def _chained(self, p: Parse, noun: int, limit: int | None) -> int:
        """بدء العمليات، التوصل إلى اتفاق: a noun of beginning or reaching hands the event on."""
        reading = p.lexes[noun].noun
        if reading is None or reading.lemma not in self.governors.chain:
            return noun
        if limit is not None and noun >= limit:
            after = noun + 1 if noun + 1 < len(p) and p.tags[noun + 1] == EVENT else -1
            return after if after > 0 and not p.lexes[after].prep else noun  # بدأت القوات أمس تنفيذ عملية
        for j in range(noun + 1, min(len(p), noun + 8)):
            if p.tags[j] == EVENT:
                return j if limit is None or j < limit else noun
            if p.tags[j] not in (PREP, OTHER, NUMBER, TIMEX, PARTICLE, QUOTE, STATE) or (
                limit is not None and j >= limit
            ):
                return noun
        return noun

    def chained(self, p: Parse, noun: int, limit: int) -> int:
        """The noun that `noun` hands its event to before token `limit`, else itself."""
        return self._chained(p, noun, limit)

    def object_of(self, p: Parse, v: int, *, skip_subject: bool = False, direct: bool = False) -> int:
        """The first event noun of the verb's clause after it that is no one's genitive; -1 where there is none.

        `skip_subject`: not within the subject's phrase. `direct`: not behind a preposition.
        """
        clause = p.clause_of[v]
        start = v + 1
        if (
            skip_subject
            and start < len(p)
            and p.tags[start] in (OTHER, EVENT, STATE, NUMBER)
            and not p.lexes[start].prep
        ):
            subject = noun_phrase(p, start, len(p), transitive=True)
            if subject is not None and subject.actor:
                start = subject.end
        for j in range(start, min(len(p), v + _REACH)):
            tag = p.tags[j]
            if p.clause_of[j] != clause:
                if tag in (COMP, VERB) or p.clauses[p.clause_of[j]].kind in ("comp", "coord"):
                    return -1
                continue
            if tag in (TEMPORAL, SIMUL) and j + 1 < len(p) and p.tags[j + 1] == TIMEX:
                continue  # يشهد لبنان منذ 2019 انهيارا
            if p.words[j] in DURING and p.lexes[j + 1].definite:
                continue  # سيجري خلال الزيارة مباحثات
            if tag == EVENT and p.words[j - 1] in DURING and p.lexes[j].definite:
                continue
            if tag in (TEMPORAL, SIMUL, ADVERBIAL, RELATIVE):
                return -1
            if tag == COMMA and not direct and j > v + 12 and not _accusative_behind(p, j):
                return -1
            if p.lexes[j].prep and p.lexes[j].stem in _STAGING and j + 1 < len(p) and p.tags[j + 1] == EVENT:
                return j + 1  # يستعد لتنظيم انتخابات
            if tag == EVENT and not inside_idafa(p, j):
                if direct and (p.lexes[j].prep or p.tags[j - 1] == PREP):
                    continue
                return j
        return -1

    def _subject_noun(self, p: Parse, v: int, limit: int) -> int:
        """آخر منشور يعود إلى 2013، يعود بناء الجامع إلى القرن التاسع: what goes back to the date."""
        clause = p.clause_of[v]
        after = v + 1 if limit > v + 2 and p.tags[v + 1] in (EVENT, OTHER) and not p.lexes[v + 1].prep else -1
        if after >= 0:
            phrase = noun_phrase(p, after, limit)
            after += p.words[after] in SUPERLATIVES and p.tags[after + 1] == OTHER  # تعود أقدم الآثار
            return after if phrase is not None and not phrase.actor else -1
        nouns = [j for j in range(v) if p.clause_of[j] == clause and p.tags[j] in (EVENT, STATE, OTHER)]
        eventful = [j for j in nouns if p.tags[j] != OTHER]
        return eventful[0] if eventful else nouns[0] if nouns else -1

    def _led_to(self, p: Parse, v: int, limit: int | None) -> int:
        """أدى الإعصار إلى مقتل المئات: what a cause led to, where it stands before the date; -1 where nothing does."""
        for j in range(v + 2, min(len(p), v + 12) if limit is None else min(limit, v + 12)):
            if p.clause_of[j] != p.clause_of[v]:
                return -1
            if p.tags[j] == EVENT and p.words[j - 1] in ("الي", "عن"):
                return j
        return -1

    def _said_of_subject(self, p: Parse, v: int, limit: int | None) -> int:
        """ظل فاراج زعيماً للحزب، ستبقى مغلقة: the indefinite accusative or the state behind the subject; -1: none."""
        for j in range(v + 1, min(len(p), v + 10) if limit is None else min(limit, v + 10)):
            if p.clause_of[j] != p.clause_of[v] or p.tags[j] in (PREP, TEMPORAL, SIMUL, COMMA):
                return -1
            source = p.text[p.starts[j] : p.ends[j]]
            bare = not p.lexes[j].definite and not p.lexes[j].prep
            if bare and (p.tags[j] == STATE or (p.tags[j] == OTHER and not TANWIN.isdisjoint(source))):
                return j
        return -1

    def _held(self, p: Parse, v: int) -> int:
        """القمة العربية ستعقد، المؤتمر قد عقد: what is held stands before the verb, with nothing but its adjectives between."""
        for j in range(v - 1, max(-1, v - 6), -1):
            if p.clause_of[j] != p.clause_of[v] or p.lexes[j].prep:
                return -1
            if p.tags[j] == EVENT and not inside_idafa(p, j):
                return j
            if p.tags[j] not in (OTHER, STATE, MODAL, FUTURE, PARTICLE):
                return -1
        return -1

    def _event_before(self, p: Parse, v: int) -> int:
        """مواجهات وقعت، الاستشارات لتسمية الرئيس ستجرى: the subject before a verb of happening."""
        clause = p.clause_of[v]
        nearest = -1
        for j in range(v - 1, max(-1, v - 8), -1):
            if p.clause_of[j] != clause or p.tags[j] in (COMMA, TIMEX):
                break
            if p.tags[j] == EVENT and not inside_idafa(p, j):
                if not p.lexes[j].prep and (j == 0 or p.tags[j - 1] != PREP):
                    return j
                nearest = j if nearest < 0 else nearest
        return nearest


_SIGNED: Final = (
    "اتفاق", "عقد", "عقود", "مذكر", "معاهد", "بروتوكول", "وثيق", "وثائق", "اعلان", "بيان", "عريض", "عرائض", "مرسوم", "مراسيم",
    "قرار", "قانون", "امر", "ميثاق", "خطاب", "رسال", "دستور", "صفق", "تفاهم", "شراك", "استقال", "ملحق", "محضر", "نداء", "تعهد",
    "طلب", "كتاب", "نسخ", "صك", "شيك", "ترخيص",
)  # fmt: skip


def _counts(p: Parse, verb: Analysis, noun: int) -> bool:
    """سجلت ثلاثة آلاف إصابة، سجل 14 هدفا: with a number before the noun the count is the news."""
    before = p.lexes[noun - 1]
    counted = p.tags[noun - 1] == NUMBER or (before.is_("quant") and not before.definite)
    return verb.lemma == "سجّل" and noun > 0 and counted


def _staged(p: Parse, v: int) -> bool:
    """تم تنظيم مسيرة: what was staged names the event."""
    return v + 2 < len(p) and p.lexes[v + 1].stem in _STAGING and p.tags[v + 2] == EVENT


def _signs(p: Parse, v: int, clause: int) -> bool:
    """وقع الوزيران مذكرة، وقع الرئيس على القانون: somebody with what is signed; وقع العامل من السقف fell."""
    return any(
        p.clause_of[j] == clause and (p.words[j] == "علي" or p.lexes[j].stem.startswith(_SIGNED))
        for j in range(v + 1, len(p))
    )


def late_subject(p: Parse, v: int) -> int:
    """خرجت صباح الثلاثاء في صنعاء مظاهرة: the noun behind the verb and its adverbs of time and place; -1: none."""
    j = v + 1
    while j < len(p) and p.clause_of[j] == p.clause_of[v]:
        if p.tags[j] in (TIMEX, PARTICLE, COMMA):
            j += 1
        elif p.tags[j] == PREP and j + 1 < len(p) and (place := noun_phrase(p, j + 1, len(p))) is not None:
            j = place.end
        else:
            return -1 if p.lexes[j].prep else j
    return -1


def _accusative_behind(p: Parse, j: int) -> bool:
    """بدأ المعلمون، اليوم، في كل المدارس، إضرابا: behind the comma the object, in its case."""
    return j + 1 < len(p) and p.tags[j + 1] == EVENT and p.words[j + 1].endswith("ا")


def _own_subject(p: Parse, v: int) -> bool:
    """صندوق يبدأ عمله: the subject is a noun of the described one's own."""
    lex = p.lexes[v + 1] if v + 1 < len(p) else None
    return lex is not None and p.tags[v + 1] == OTHER and lex.pronoun and not lex.prep and not lex.verb


_WHOLE: Final = frozenset(
    {"برمتها", "برمته", "باكملها", "باكمله", "كلها", "جميعها", "نفسها", "نفسه", "ذاتها", "ذاته"}
)


def event_head(p: Parse, head: int) -> int:
    """The event noun that a relative clause describes, behind its adjectives and its genitive; -1 where it is none."""
    feminine = head + 1 < len(p) and p.words[head + 1] == "التي"
    head -= head > 0 and p.words[head] in _WHOLE
    opener = head + 1 + (head + 1 < len(p) and p.tags[head + 1] == COMMA)
    masculine = opener < len(p) and p.words[opener] == "الذي"
    for j in range(head, max(-1, head - 4), -1):
        if masculine and p.lexes[j].prep == "ل" and p.text[p.ends[j] - 1] == "ة" and j > 0:
            continue  # الاجتماع التحضيري للقمة الذي
        if p.tags[j] == EVENT and (not inside_idafa(p, j) or _gone_through(p, j)):
            return j - 1 if _stopped(p, j) or _kind_of(p, j) else j
        if p.tags[j] == EVENT and j and p.tags[j - 1] == EVENT and feminine == _feminine(p, j):
            return j  # عملية الانتخابات التي جرت
        if p.words[j] in JOINTS or (masculine and p.tags[j] == EVENT == p.tags[j - 1] and _feminine(p, j)):
            continue  # اجتماع القمة، الذي
        if p.tags[j] not in (OTHER, STATE) or p.lexes[j].prep not in ("", "ل") or p.lexes[j].conj:
            return -1  # التعداد العام للسكان الذي
    return -1


def _kind_of(p: Parse, j: int) -> bool:
    """حادث سير وقع: of what kind the accident is."""
    before = p.lexes[j - 1].noun if j and p.tags[j - 1] == EVENT else None
    return (
        before is not None and before.lemma in ("حادث", "حادثة") and not (p.lexes[j].conj or p.lexes[j].prep)
    )


def _feminine(p: Parse, j: int) -> bool:
    return p.text[p.starts[j] : p.ends[j]].endswith(("ة", "ات"))


def _brings_together(p: Parse, verb: Analysis, head: int) -> bool:
    """لقاء جمعهما: the meeting is the event."""
    noun = p.lexes[head].noun
    return verb.lemma == "جمع" and noun is not None and noun.event_type is EventType.CONSULT


def _gone_through(p: Parse, j: int) -> bool:
    """أعمال القمة التي، جولة المفاوضات التي: sessions are of the meeting that they make up."""
    noun = p.lexes[j - 1].noun if j and p.tags[j - 1] == EVENT else None
    inner = p.lexes[j].noun
    talks = inner is not None and inner.event_type is EventType.CONSULT
    return talks and noun is not None and noun.lemma in SESSIONS


def _stopped(p: Parse, j: int) -> bool:
    """وقف إطلاق النار الذي: what is described is that it stops, and not what stops."""
    noun = p.lexes[j - 1].noun if j and p.tags[j - 1] == EVENT and not p.lexes[j].prep else None
    return noun is not None and noun.lemma in ("وقف", "إنهاء", "تعليق", "تجميد")


def _agreeing_genitive(p: Parse, clause: Clause) -> int:
    """حصيلة الانفجار الذي: الذي cannot take up the feminine head, so it describes the event noun in its genitive."""
    j = clause.head
    if j < 1 or p.tags[j] != EVENT or clause.opener < 0 or p.words[clause.opener] != "الذي":
        return -1
    feminine = [p.text[p.ends[k] - 1] == "ة" for k in (j - 1, j)]
    return j if feminine == [True, False] and not p.lexes[j].prep else -1


def _is_word(word: str, prep: str) -> bool:
    return word == prep.replace("إ", "ا").replace("ى", "ي")


def inside_idafa(p: Parse, i: int) -> bool:
    """The noun stands in the genitive of a bare noun that is no event and no quantity: وزارة الدفاع، ملف المفاوضات."""
    if i == 0 or p.lexes[i].prep or p.lexes[i].conj:
        return False
    before = p.lexes[i - 1]
    if p.tags[i - 1] == EVENT and not before.definite and not before.pronoun and p.lexes[i].definite:
        return True
    if p.tags[i - 1] != OTHER or before.definite or before.is_("quant", "name"):
        return False
    if before.is_("human") and before.stem.endswith("ون"):
        return False  # حاول مجهولون اغتيال: a plural that keeps its ending takes no genitive
    if p.lexes[i].pronoun and not before.known and not before.pronoun:
        return False  # يواصل الأسير سامر عواد إضرابه: what is someone's own is no genitive of a name
    name = i - 1 in p.named or (i > 1 and p.lexes[i - 2].is_("place"))  # في ولاية باجة اجتماع: a town
    if not before.known and not name and p.text[p.ends[i - 1] - 1] == "ة" and p.text[p.ends[i] - 1] != "ة":
        return not p.lexes[i].pronoun and not p.lexes[i - 1].prep  # ركلة جزاء: no adjective of the feminine
    return before.known or p.lexes[i].definite
