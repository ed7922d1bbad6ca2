"""What is written onto a word: conjunctions, prepositions, the article, the future's sin before it, pronouns after it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Proclitic:
    """Letters before a form: conjunction, preposition, article, the future's sin, the question's alef."""

    conj: str
    prep: str
    article: bool
    future: bool
    question: bool
    cost: int


def _table() -> dict[str, Proclitic]:
    table: dict[str, Proclitic] = {}
    for conj in ("", "و", "ف"):
        cost = 1 if conj else 0
        table[conj] = Proclitic(conj, "", False, False, False, cost)
        table[conj + "س"] = Proclitic(conj, "", False, True, False, cost)
        table[conj + "ال"] = Proclitic(conj, "", True, False, False, cost)
        for prep in "بكل":
            table[conj + prep] = Proclitic(conj, prep, False, False, False, cost + 2)
            joined = prep + ("ل" if prep == "ل" else "ال")
            table[conj + joined] = Proclitic(conj, prep, True, False, False, cost + 1)
    table["ا"] = Proclitic("", "", False, False, True, 14)
    return table


PROCLITICS = _table()
ENCLITICS = frozenset({"ه", "ها", "هم", "هن", "هما", "ك", "كم", "كما", "كن", "نا", "ني", "ي"})
LONGEST_PROCLITIC = max(map(len, PROCLITICS))
LONGEST_ENCLITIC = max(map(len, ENCLITICS))

# The source's hamza says that a word begins behind its first letter: وأدى is "and led to", no valley (وادي).
JOINED = frozenset({"وأ", "فأ"})
