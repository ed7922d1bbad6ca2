"""Who meets whom, where commas, dates and what is scheduled part the two."""

from typing import Final

from hawliyat.tasks.events.parse import SCHEDULED, Parse
from hawliyat.tasks.events.participants.agreement import plural_title
from hawliyat.tasks.events.participants.behind import phrases_behind
from hawliyat.tasks.events.participants.coordination import coordinated
from hawliyat.tasks.events.participants.roles import bare_office
from hawliyat.tasks.events.phrases import Phrase, namelike
from hawliyat.tasks.events.words import COMMA, EVENT, OTHER, VERB
from hawliyat.tasks.morphology.model import Analysis, Number

MEETING: Final = frozenset({"التقى", "قابل", "استقبل", "هاتف", "صافح", "ودّع"})


def meets_next(p: Parse, v: int, verb: Analysis, subjects: list[Phrase]) -> bool:
    """أعلن الوزير …، والتقى السفير; من المقرر أن يلتقي السفير: with one person and no مع, who meets him was named before."""
    if verb.lemma not in MEETING or len(subjects) != 1 or subjects[0].start <= v:
        return False
    joined = verb.conj == "و" or (v > 0 and p.words[v - 1] in ("كما", "ثم"))
    if not (joined and any(p.tags[j] == VERB for j in range(v))) and not _scheduled(p, v, verb, subjects[0]):
        return False
    return not any(
        p.words[j] == "مع" or (p.lexes[j].prep == "ب" and p.tags[j] != EVENT)
        for j in range(v, min(len(p), subjects[0].end + 3))
    )


def _scheduled(p: Parse, v: int, verb: Analysis, phrase: Phrase) -> bool:
    """من المقرر أن يلتقي السفير: a verb in the singular of what is scheduled, with one man behind it."""
    if v < 2 or p.words[v - 1] != "ان" or p.words[v - 2] not in SCHEDULED:
        return False
    lex = p.lexes[phrase.head]
    one = p.named.get(phrase.head) in ("person", "office") or lex.is_("title")
    return verb.number is Number.SINGULAR and one and not plural_title(lex.stem)


_OFFICE_TAIL: Final = 8  # words of an office behind its noun phrase: والمغاربة المقيمين في الخارج


def met_behind_comma(p: Parse, v: int, verb: Analysis | None, i: int, end: int) -> list[Phrase]:
    """استقبل أمس، الوزير سالم نصر، السفير: who meets somebody and has no other object meets who stands behind the comma.

    What a comma sets off may be the office of the one who meets: the next phrase is the other then.
    """
    if (
        verb is None
        or verb.lemma not in MEETING | _APPOINTING
        or any(p.words[j] == "مع" for j in range(v, end))
    ):
        return []
    if i + 1 >= end or p.tags[i] != COMMA or p.lexes[i + 1].conj or p.lexes[i + 1].prep:
        return []
    found, behind = coordinated(p, i + 1, end, transitive=False)
    if not found or not ((found[0].actor and found[0].sure) or namelike(p, found[0].head)):
        return []
    if not bare_office(p, found[0]):
        return found
    comma = next((j for j in range(behind, min(end, behind + _OFFICE_TAIL)) if p.tags[j] == COMMA), -1)
    if comma < 0:
        return found
    return phrases_behind(p, comma - 1, end, transitive=False, within=True)[0] or met_behind_comma(
        p, v, verb, comma, end
    )


_APPOINTING: Final = frozenset({"عيّن", "كلّف", "أقال"})  # whose object too may stand behind a comma
_REACHING: Final = frozenset(
    {"زار", "غادر", "دخل", "احتلّ", "اجتاح", "غزا", "قصف", "حاصر", "بلغ", "هاجم", "ضمّ", "اقتحم", "برح"}
)


def reached(p: Parse, verb: Analysis | None, after: list[Phrase]) -> bool:
    """وزار موسكو: a place that is visited or taken is the object; whoever did it was named before."""
    if verb is None or verb.lemma not in _REACHING or not (after[-1].place and after[0].place):
        return False
    end = after[-1].end
    object_follows = end < len(p) and p.tags[end] == OTHER and not (p.lexes[end].prep or p.lexes[end].conj)
    return not object_follows  # قصفت إسرائيل العاصمة
