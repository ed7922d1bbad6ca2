"""Phrases joined by and, commas or numbers: more parties of the same kind."""

from dataclasses import replace
from typing import Final

from hawliyat.tasks.events.parse import Parse
from hawliyat.tasks.events.participants.roles import personal_name
from hawliyat.tasks.events.phrases import Phrase, noun_phrase
from hawliyat.tasks.events.words import COMMA, EVENT, OTHER, QUOTE, STATE, TIMEX


def coordinated(
    p: Parse, i: int, end: int, *, transitive: bool, behind: bool = False
) -> tuple[list[Phrase], int]:
    """The phrases joined by و from token i on; `behind` a preposition, which may be attached to the first."""
    phrases: list[Phrase] = []
    while i < end:
        if not phrases and not behind and (at_town(p, i) or _behind_clitic(p, i)):
            break
        phrase = noun_phrase(p, i, end, transitive=transitive)
        if phrase is None:
            break
        if (
            phrases
            and not phrase.offset
            and p.words[phrase.start][0] == "و"
            and not p.lexes[phrase.start].known
        ):
            phrase = replace(phrase, offset=1)  # وتينزينغ نورغاي: a name that no list knows, and its و
        phrases.append(phrase)
        i = phrase.end
        if i < end and p.tags[i] in (OTHER, EVENT, STATE) and is_joined(p, i):
            continue
        if i + 1 < end and p.words[i] == "و" and p.tags[i + 1] in (QUOTE, OTHER):
            i += 1  # الجيش و"الدعم السريع"
            continue
        if i + 1 < end and p.tags[i] == COMMA and _one_more(p, phrase, i + 1, end):
            i += 1
            continue
        break
    return phrases, i


def _one_more(p: Parse, before: Phrase, i: int, end: int) -> bool:
    """وقّع الرئيس فلان، ورئيس الوزراء فلان، الجمعة: behind the comma one more, named with his office, and a sign or a date."""
    lex = p.lexes[i]
    if not (lex.conj and lex.is_("title")) or not any(
        personal_name(p, k) for k in range(before.start, before.end)
    ):
        return False
    found = noun_phrase(p, i, end)
    if found is None or not found.actor or not any(personal_name(p, k) for k in range(i, found.end)):
        return False
    return found.end < end and p.tags[found.end] in (COMMA, TIMEX)


def _behind_clitic(p: Parse, i: int) -> bool:
    """A noun without the article that stands behind an attached preposition."""
    lex = p.lexes[i]
    return bool(lex.prep) and lex.known and not lex.definite and p.tags[i] != STATE


def at_town(p: Parse, i: int) -> bool:
    """بمصر، بتونس: a listed place behind ب says where."""
    name = p.names.get(i)
    return name is not None and name[1] == 1 and name[3] in DATELINED and p.words[i][0] == "ب"


def is_joined(p: Parse, i: int) -> bool:
    return (
        p.lexes[i].conj
        or (i in p.names and p.names[i][1] > 0 and p.words[i][0] == "و")
        or (p.words[i][0] == "و" and not p.lexes[i].known and len(p.words[i]) > 4 and i not in p.names)
    )


DATELINED: Final = frozenset({"place", "country"})
