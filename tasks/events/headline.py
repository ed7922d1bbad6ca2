"""A short readable clause for an event, cut from the source at clause borders, with its subject."""

from hawliyat.tasks.events.parse import Parse
from hawliyat.tasks.events.participants import Cast
from hawliyat.tasks.events.words import (
    AND,
    BUT,
    CLOSE,
    COMMA,
    COMP,
    OPEN,
    PARTICLE,
    PREP,
    QUOTE,
    RELATIVE,
    SIMUL,
    STOP,
    TEMPORAL,
)

_LONGEST = 150
_DANGLING = frozenset({PREP, AND, BUT, COMP, COMMA, STOP, RELATIVE, TEMPORAL, SIMUL, OPEN, PARTICLE})


def headline_of(p: Parse, trigger: int, governor: int, parts: Cast, timex: tuple[int, int] | None) -> str:
    """Source text from the clause's first word to its last, with no conjunction before and nothing hanging after."""
    members = [trigger, governor]
    for phrase in (*parts.actors, *parts.targets):
        members += [phrase.start, phrase.end - 1]
    clause = p.clause_of[governor]
    low, high = min(members), max(members)
    if timex is not None and p.clause_of[timex[0]] == clause:
        low, high = min(low, timex[0]), max(high, timex[1] - 1)
    first = next((j for j in range(len(p)) if p.clause_of[j] == clause), low)
    opener = p.clauses[clause].opener
    if opener >= 0 and first <= opener < low:
        first = opener + 1
    if p.starts[low] - p.starts[first] <= _LONGEST // 2 and first < low:
        low = first
    end = high + 1
    while end < len(p) and p.clause_of[end] == clause and p.tags[end] not in (COMMA, STOP):
        if p.ends[end] - p.starts[low] > _LONGEST:
            break
        end += 1
    end = max(min(end, len(p)), trigger + 1)
    while end > trigger + 1 and p.ends[end - 1] - p.starts[low] > _LONGEST:
        end -= 1
    while low < trigger and (p.tags[low] in (COMMA, STOP, CLOSE, QUOTE, AND, BUT) or p.tags[low] == COMP):
        low += 1
    while end > trigger + 1 and (p.tags[end - 1] in _DANGLING or _opens_quote(p, low, end - 1)):
        end -= 1
    return _text(p, low, end)


_CLOSING = {"“": "”", "«": "»", '"': '"', "„": "“"}


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
    marks = [mark for mark in text if mark in _CLOSING or mark in _CLOSING.values()]
    return text + _CLOSING[marks[-1]] if len(marks) % 2 and marks[-1] in _CLOSING else text
