"""News agencies, read from `seeds/lexicon/agencies.tsv`: a pattern over folded text and the short name behind a hit."""

import re
from functools import cache

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.tables import SEEDS, read_rows


@cache
def agencies() -> dict[str, str]:
    """Folded surface without blanks and dots -> short name."""
    names: dict[str, str] = {}
    for row in read_rows(SEEDS / "lexicon" / "agencies.tsv"):
        for surface in row["surfaces"].split("|"):
            if names.setdefault(agency_key(surface), row["short"]) != row["short"]:
                raise row.error(f"{surface} names two agencies")
    return names


def agency_key(surface: str) -> str:
    """What two spellings of one agency share."""
    return re.sub(r"[\s.]", "", fold_word(surface)).casefold()


@cache
def agency_pattern() -> str:
    """A group-free alternation for folded text, longest surface first; gaps between single letters are optional."""
    alternatives: set[str] = set()
    for row in read_rows(SEEDS / "lexicon" / "agencies.tsv"):
        for surface in row["surfaces"].split("|"):
            words = fold_word(surface).replace(".", " ").split()
            spelled = all(len(word) <= 2 for word in words) and len(words) > 1
            letters = list("".join(words)) if spelled else words
            gap = r"[\s.]{0,2}" if spelled else r"\s+"
            alternatives.add(gap.join(map(re.escape, letters)) + (r"\.?" if spelled else ""))
    return "(?:" + "|".join(sorted(alternatives, key=lambda each: (-len(each), each))) + ")"
