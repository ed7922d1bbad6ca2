"""A short readable clause for an event, cut from the source at clause borders, with its subject."""

import re

from hawliyat.tasks.events.parse import NOMINAL, Parse
from hawliyat.tasks.events.participants import Cast, described_by
from hawliyat.tasks.events.phrases import surface
from hawliyat.tasks.events.words import (
    AND,
    BUT,
    CLOSE,
    COMMA,
    COMP,
    OPEN,
    PARTICLE,
    PREP,
    PRONOUN,
    QUOTE,
    RELATIVE,
    SIMUL,
    STOP,
    TEMPORAL,
    TIMEX,
)

_LONGEST = 150
_DANGLING = frozenset({PREP, AND, BUT, COMP, COMMA, STOP, RELATIVE, TEMPORAL, SIMUL, OPEN, PARTICLE})


def headline_of(p: Parse, trigger: int, governor: int, parts: Cast, timex: tuple[int, int] | None) -> str:
    """Source text from the clause's first word to its last, with no conjunction before and nothing hanging after.

    A subject that stands in another clause comes first, parted by `…`; a relative clause has its noun before it.
    """
    clause = p.clause_of[governor]
    apart = [x for x in parts.actors if p.clause_of[x.start] != clause]
    members = [trigger, governor]
    for phrase in (*parts.actors, *parts.targets):
        if p.clause_of[phrase.start] == clause:
            members += [phrase.start, phrase.end - 1]
    low, high = min(members), max(members)
    if timex is not None and p.clause_of[timex[0]] == clause:
        low, high = min(low, timex[0]), max(high, timex[1] - 1)
    first = p.clause_of.index(clause)
    opener = p.clauses[clause].opener
    if opener >= 0 and first <= opener < low:
        first = opener + 1
    if p.starts[low] - p.starts[first] <= _LONGEST // 2 and first < low:
        low = first
    described = described_by(p, governor)
    if (
        described is not None
        and described.end <= low + 1
        and p.starts[low] - p.starts[described.start] <= _LONGEST
    ):
        low = described.start
        apart = [x for x in apart if x.start < low]
    end = _end(p, clause, low, high + 1, trigger)
    while low < trigger and (p.tags[low] in (COMMA, STOP, CLOSE, QUOTE, AND, BUT) or p.tags[low] == COMP):
        low += 1
    while end > trigger + 1 and (_hangs(p, end - 1) or _opens_quote(p, low, end - 1)):
        end -= 1
    text = _text(p, low, end)
    if apart and (apart[-1].end <= low or apart[0].start >= end):
        start, stop = surface(p, apart[0])[0], surface(p, apart[-1])[1]
        if stop - start <= _LONGEST // 2:
            return f"{p.text[start:stop]} … {text}"
    return text


def _end(p: Parse, clause: int, low: int, end: int, trigger: int) -> int:
    """The token after the clause: past a date between commas, past ما and its clause, back to a phrase's end."""
    cut = False
    while end < len(p):
        if p.ends[end] - p.starts[low] > _LONGEST:
            cut = True
            break
        if p.tags[end] == COMMA:
            beyond = _past_date(p, clause, end)
            if not beyond and not _decimal(p, end):
                break
            end = beyond or end + 1
            continue
        if p.tags[end] == STOP and not _decimal(p, end):
            break
        if p.clause_of[end] != clause and not _follows_ma(p, clause, end):
            break
        end += 1
    end = max(min(end, len(p)), trigger + 1)
    while end > trigger + 1 and p.ends[end - 1] - p.starts[low] > _LONGEST:
        end -= 1
        cut = True
    if cut and end < len(p) and not p.lexes[end].conj and p.tags[end] in NOMINAL:
        for j in range(end - 1, trigger + 2, -1):
            if p.tags[j] in (PREP, COMMA, SIMUL, TEMPORAL) or p.lexes[j].conj or p.lexes[j].prep:
                return j
    return end


def _past_date(p: Parse, clause: int, i: int) -> int:
    """Where the clause goes on: after the second of two commas with only a date and brackets between; 0 where there is none."""
    j = i + 1
    while j < len(p) and p.tags[j] in (TIMEX, OPEN, CLOSE, PARTICLE):
        j += 1
    k = i - 1
    while k > 0 and p.tags[k] in (TIMEX, OPEN, CLOSE, PARTICLE):
        k -= 1
    if 0 < k < i - 1 and p.tags[k] == COMMA and i + 1 < len(p) and p.clause_of[i + 1] == clause:
        return i + 1
    return j + 1 if i + 1 < j < len(p) - 1 and p.tags[j] == COMMA and p.clause_of[j + 1] == clause else 0


def _decimal(p: Parse, i: int) -> bool:
    """Whether a sign stands between two digits, with no space: 32,25."""
    return 0 < i < len(p) - 1 and p.text[p.starts[i] - 1].isdigit() and p.text[p.ends[i]].isdigit()


def _follows_ma(p: Parse, clause: int, i: int) -> bool:
    """حياة ما لا يقل عن: the clause of ما is the genitive of the noun before it."""
    inner = p.clauses[p.clause_of[i]]
    opener = inner.opener
    return (
        inner.kind == "relative"
        and opener >= 0
        and inner.parent == clause
        and p.words[opener] in ("ما", "مما")
    )


def _hangs(p: Parse, i: int) -> bool:
    """A word that cannot end a clause: a preposition, a conjunction, وهو."""
    return p.tags[i] in _DANGLING or (
        p.tags[i] == PRONOUN and p.words[i].lstrip("وف") in ("هو", "هي", "هم", "هما")
    )


_CLOSING = {"“": "”", "«": "»", '"': '"', "„": "“"}
_QUOTATION = re.compile('[“”«»"„]')


def _opens_quote(p: Parse, low: int, i: int) -> bool:
    """Whether token i is a quotation mark that nothing within the headline closes."""
    return p.tags[i] == QUOTE and sum(p.tags[j] == QUOTE for j in range(low, i)) % 2 == 0


def _text(p: Parse, low: int, end: int) -> str:
    start = p.starts[low]
    lex = p.lexes[low]
    if lex.conj and (p.text[start] in "وف") and p.timex_of[low] < 0:
        start += 1
    raw = p.text[start : p.ends[end - 1]]
    words = raw.split()
    kept = [word for k, word in enumerate(words) if k == 0 or word != words[k - 1]]
    text = " ".join(kept)
    marks = _QUOTATION.findall(text)
    return text + _CLOSING[marks[-1]] if len(marks) % 2 and marks[-1] in _CLOSING else text
