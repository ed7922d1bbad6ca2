"""Who says so: بحسب X، وفق X, the subject of the verb of saying above the clause, the speaker of a quotation."""

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.events.parse import Parse
from hawliyat.tasks.events.participants import Cast, cast, own_class
from hawliyat.tasks.events.phrases import Phrase, noun_phrase
from hawliyat.tasks.events.words import COMMA, COMP, EVENT, OTHER, PARTICLE, SOURCE, STATE, TIMEX, VERB
from hawliyat.tasks.morphology.model import Flag


def unnamed_speaker(p: Parse, governor: int) -> Cast | None:
    """وأضاف أن: the verb of saying above the event that opens the sentence and names nobody; None where there is none."""
    clause, seen = p.clauses[p.clause_of[governor]], 0
    while clause.parent >= 0 and seen < 8:
        seen += 1
        parent = p.clauses[clause.parent]
        if clause.kind == "comp" and parent.verb == 0 and parent.verb != governor:
            verb = p.verb(0)
            if verb is None or Flag.SAY not in verb.flags:
                return None
            found = cast(p, 0, own_class(p, 0), 0)
            return found if found.elided and not found.actors and not found.passive else None
        clause = parent
    return None


def attribution_of(p: Parse, trigger: int, governor: int) -> Phrase | None:
    """The phrase of the source that vouches for the event; None where the text itself does."""
    clause_id = p.clause_of[governor]
    clause = p.clauses[clause_id]
    seen = 0
    while clause.parent >= 0 and seen < 8:
        seen += 1
        parent = p.clauses[clause.parent]
        if clause.kind == "comp" and 0 <= parent.verb < clause.opener and parent.verb != governor:
            verb = p.verb(parent.verb)
            if verb is not None and Flag.SAY in verb.flags:
                actors = cast(p, parent.verb, own_class(p, parent.verb), parent.verb).actors
                if actors:
                    return actors[0]
        clause = parent
    named = _named_source(p) or _reported_by(p, governor)
    if named is not None:
        return named
    if p.quoted[trigger]:
        return _speaker(p, trigger)
    return None


def _named_source(p: Parse) -> Phrase | None:
    if SOURCE not in p.tags:
        return None
    for j, tag in enumerate(p.tags):
        if tag != SOURCE:
            continue
        i = j + 1
        while i < len(p) and (
            p.tags[i] in (PARTICLE, TIMEX) or p.words[i] in ("ل", "ما", "لما", "عن", "الي")
        ):
            i += 1
        if i < len(p) and p.tags[i] == VERB:
            found = cast(p, i, own_class(p, i), i)
            named = found.actors or found.subject  # على ما أفاد قصر الإليزيه
            return named[0] if named else None
        phrase = noun_phrase(p, i, len(p)) if i < len(p) and p.tags[i] in (OTHER, EVENT, STATE) else None
        if phrase is not None and (phrase.actor or _reports(p, phrase)):
            return phrase
    return None


def _reported_by(p: Parse, governor: int) -> Phrase | None:
    """على ما أفاد القصر، كما ذكرت الوكالة: a clause of saying behind a comma, with nothing said in it."""
    for i in range(3, len(p)):
        before = p.words[i - 1]
        opens = before == "كما" or (before == "ما" and p.words[i - 2] == "علي")
        if not opens or i == governor or p.tags[i] != VERB:
            continue
        verb = p.verb(i)
        if verb is None or Flag.SAY not in verb.flags or COMP in p.tags[i : i + 9]:
            continue
        if COMMA in p.tags[max(0, i - 3) : i]:
            found = cast(p, i, own_class(p, i), i)
            named = found.actors or found.subject
            return named[0] if named else None
    return None


# What is written down and cited: بحسب تقرير، وفق تقديرات دولية، حسب نشرية خاصة.
_CITED = frozenset(
    fold_word(word)
    for word in ("تقرير", "تقارير", "تقديرات", "تقدير", "بيان", "بيانات", "حصيلة", "نشرية", "نشرة", "إحصاءات", "إحصائيات",
                 "إحصائية", "أرقام", "مصدر", "مصادر", "استطلاع", "استطلاعات", "دراسة", "وثيقة", "وثائق", "وسائل", "صحف",
                 "شهادات", "رواية", "روايات", "محضر", "لائحة", "سجلات", "معلومات", "توقعات")
)  # fmt: skip


def _reports(p: Parse, phrase: Phrase) -> bool:
    lex = p.lexes[phrase.head]
    return lex.stem in _CITED and not lex.pronoun


def _speaker(p: Parse, trigger: int) -> Phrase | None:
    for j in range(trigger - 1, -1, -1):
        if p.tags[j] == VERB and not p.quoted[j]:
            verb = p.verb(j)
            if verb is not None and Flag.SAY in verb.flags:
                actors = cast(p, j, own_class(p, j), j).actors
                return actors[0] if actors else None
    return None
