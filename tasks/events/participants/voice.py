"""Whether a verb is read in the passive: by its vowels, by an agent, by who is its lone subject."""

from typing import Final

from hawliyat.tasks.events.parse import Parse
from hawliyat.tasks.events.participants.prepositions import named_agents
from hawliyat.tasks.events.phrases import Phrase
from hawliyat.tasks.events.words import PREP, TIMEX
from hawliyat.tasks.morphology.model import Analysis, Aspect, Gender, Number, Person, Voice
from hawliyat.tasks.schema import EventType

# Verbs whose lone human subject is the one acted upon, where the letters leave the voice open (قتل ثلاثة جنود).
PATIENT_VERBS: Final = frozenset(
    {"قتل", "جرح", "أصاب", "اغتال", "اعتقل", "أوقف", "احتجز", "سجن", "خطف", "اختطف", "انتخب", "عيّن", "كلّف", "طرد", "رحّل",
     "أعدم", "دفن", "حاكم", "استجوب", "أقال", "عزل", "صرف", "رقّى", "نقل", "أرسل", "أطلق", "دمّر", "هزم", "أسر", "استهدف",
     "رشّح", "نصّب", "توّج", "منح", "حرم", "منع", "أجبر", "أرغم", "أحال", "حكم", "اتّهم", "أدان", "برّأ", "استدعى", "ضرب",
     "شنق", "ذبح", "سأل", "ضبط", "اختار", "كرّم", "أبعد", "نفى", "شرّد", "هجّر", "أنقذ", "أجلى", "سحب", "ألقى", "استحدث",
     "أنشأ", "أسّس"}
)  # fmt: skip


def by_someone(p: Parse, v: int, verb: Analysis | None) -> bool:
    """وألغى القيود: the alif that a perfect ends in is that of the active, where the text does not write ي so as well."""
    return (
        verb is not None
        and verb.aspect is Aspect.PERFECT
        and verb.voice is Voice.AMBIGUOUS
        and p.text[p.ends[v] - 1] == "ى"
        and " فى " not in p.text
    )


def done_to(p: Parse, v: int, verb: Analysis | None) -> bool:
    """رهائن سيفرج عنهم: a verb in the masculine singular, and right behind it the noun's pronoun of many or of a woman."""
    return (
        verb is not None
        and verb.voice is not Voice.ACTIVE
        and verb.gender is Gender.MASCULINE
        and verb.number is Number.SINGULAR
        and v + 1 < len(p)
        and p.words[v + 1] in ("عنهم", "عنها", "عنهما", "عليهم", "عليها", "عليهما")
    )


def passive_reading(
    p: Parse, v: int, verb: Analysis, subjects: list[Phrase], end: int, event_type: EventType
) -> bool:
    """No object, and a subject that cannot act or is of the kind that such verbs befall; an agent phrase settles it."""
    if named_agents(p, v, end):
        return True
    if verb.lemma == "ألقى" and v + 1 < len(p) and p.lexes[v + 1].prep == "ب":
        return False  # ألقى بقنابل: who threw them
    if not subjects:
        return (
            (verb.lemma in PATIENT_VERBS or verb.lemma == "عثر")
            and verb.person is Person.THIRD
            and v + 1 < len(p)
            and (p.tags[v + 1] in (PREP, TIMEX) or p.lexes[v + 1].prep == "ب")
        )
    if not subjects[0].actor:
        return True
    stabbed = verb.lemma == "طعن" and event_type is EventType.ASSAULT  # else he contests a ruling
    return (verb.lemma in PATIENT_VERBS or stabbed) and p.lexes[subjects[0].head].stem not in _FORCES


# Who arrests and kills, and of whom it is said in the passive with a vowel or an agent only.
_FORCES: Final = frozenset(
    {
        "شرطه",
        "سلطات",
        "جيش",
        "قوات",
        "محكمه",
        "نيابه",
        "حكومه",
        "امن",
        "مخابرات",
        "درك",
        "مليشيا",
        "ميليشيا",
        "مليشيات",
        "ميليشيات",
    }
)


def damma(p: Parse, v: int) -> bool:
    """A damma on the first letter of a perfect: أُعلن، وحُكم; behind the alif of a derived form, انتُخب، استُؤنف."""
    first = p.starts[v] + (p.lexes[v].conj or p.words[v][:2] in ("وا", "فا"))
    span = 3
    if p.text[first] in "اأ" and p.text[first + 1] in "نست":
        span = 5 if p.text[first + 1] == "س" else 4
    return "\u064f" in p.text[first : min(first + span, p.ends[v])]


def vowelled_passive(p: Parse, v: int) -> bool:
    """تُعوَّض: an imperfect with damma first and fatha behind it; the active has a kasra there (تُعوِّض)."""
    source = p.text[p.starts[v] : p.ends[v]]
    damma = source.find("\u064f")
    return 0 < damma <= 2 + p.lexes[v].conj and "\u064e" in source[damma:] and "\u0650" not in source


def deponent(verb: Analysis) -> bool:
    """Passive in form, active in sense."""
    return verb.lemma in ("توفّي", "توفى", "توفّى", "ولد")
