"""Lists of words that speak for or against an expression, by name, from `seeds/lexicon/time_contexts.tsv`.

They are compared with single folded words and never with source text. Words that a pattern must see are categories of
`seeds/lexicon/time.tsv` instead.
"""

from functools import cache
from pathlib import Path

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.tables import SEEDS, DataFileError, read_rows

FILE = SEEDS / "lexicon" / "time_contexts.tsv"


def read_contexts(path: Path) -> dict[str, frozenset[str]]:
    """Name -> folded words. A list that stands twice, a word twice in a list and an empty word are errors."""
    out: dict[str, frozenset[str]] = {}
    for row in read_rows(path):
        name = row["context"]
        if name in out:
            raise row.error(f"the list {name!r} stands twice")
        words = [fold_word(word.strip()) for word in row["words"].split("|")]
        if not all(words):
            raise row.error("an empty word; words are parted by single `|`")
        twice = sorted({word for word in words if words.count(word) > 1})
        if twice:
            raise row.error(f"{', '.join(twice)} twice in {name!r}")
        if not row["why"]:
            raise row.error(f"the list {name!r} says no reason")
        out[name] = frozenset(words)
    return out


@cache
def _contexts() -> dict[str, frozenset[str]]:
    return read_contexts(FILE)


def context(name: str) -> frozenset[str]:
    """The folded words of a list. An unknown name is an error of the caller."""
    found = _contexts().get(name)
    if found is None:
        raise DataFileError(f"{FILE.name}: no list is named {name!r}")
    return found
