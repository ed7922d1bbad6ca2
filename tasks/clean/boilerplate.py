"""Lines of a page that are not the article: menus, pleas, related links, credits. Marked by whole lines, never deleted.

The rules are rows of `seeds/lexicon/boilerplate.tsv`. Three cheap questions keep running text fast: is the line short,
does its first word begin a rule, does the text contain a rule's cue at all; only then is a line folded and read.
"""

import re
from dataclasses import dataclass
from functools import cache

from hawliyat.tasks.clean.agencies import agency_pattern
from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.clean.tables import SEEDS, read_table

SHORT = 60  # code points below which a line is always read
_SIGNS = re.compile(r"[\W\d_]+")
_FIRST_WORD = re.compile(r"[\W\d_]*([^\W\d_]+|©)")
_LEAD = re.compile(r"[^\w©]+")
_ADDRESS = re.compile(
    r"[\s\W]*(?:(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+|[#@][\w]+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|info)\S*)"
    r"(?:[\s|،,]+(?:https?://\S+|www\.\S+|[#@][\w]+))*\s*",
    re.IGNORECASE,
)
_HASHTAGS = re.compile(r"\s*(?:[#@]\w+[\s،,]*)+")
_INITIALS = re.compile(
    r"[\s(]*(?:[ء-ي]{1,2}[.\s]?){1,3}\s?/\s?(?:[ء-ي]{1,2}[.\s]?){1,3}(?:/\s?(?:[ء-ي]{1,2}[.\s]?){1,3})*[\s).]*"
)


@dataclass(frozen=True, slots=True)
class Rules:
    """The rows, arranged by the question that finds them."""

    lines: frozenset[str]
    line_limit: int
    starts: dict[str, list[tuple[str, int]]]  # first word -> (folded surface, limit)
    cues: list[tuple[str, tuple[str, ...], int]]  # (cue in unfolded text, folded parts, limit)


@cache
def _rules() -> Rules:
    lines: set[str] = set()
    starts: dict[str, list[tuple[str, int]]] = {}
    cues: list[tuple[str, tuple[str, ...], int]] = []
    line_limit = 0
    for row in read_table(SEEDS / "lexicon" / "boilerplate.tsv"):
        limit = int(row["limit"])
        surface = row["surface"]
        match row["where"]:
            case "line":
                lines.update(_bare(fold_word(part)) for part in surface.split("|"))
                line_limit = max(line_limit, limit)
            case "start":
                folded = fold_word(surface)
                first = _FIRST_WORD.match(folded)
                if first is None:
                    raise row.error("no word to begin with")
                starts.setdefault(first[1], []).append((folded, limit))
            case "all":
                parts = surface.split(" + ")
                cue = max((word for word in parts[0].split()), key=_steadiness)
                cues.append((cue, tuple(fold_word(part) for part in parts), limit))
            case other:
                raise row.error(f"`where` is {other}; line, start or all is meant")
    return Rules(frozenset(lines), line_limit, starts, cues)


def _steadiness(word: str) -> tuple[bool, int]:
    """Words that folding leaves alone make the best cues, longer before shorter."""
    return fold_word(word) == word, len(word)


def _bare(folded: str) -> str:
    return _SIGNS.sub(" ", folded).strip().casefold()


@cache
def _credit() -> re.Pattern[str]:
    agency = agency_pattern()
    lead = r"(?:(?:المصدر|المصادر|عن|نقلا عن)\s*:?\s*)?"
    return re.compile(rf"[\W_]*{lead}{agency}(?:[\s,،+/|-]+(?:و\s?)?{agency})*[\W_]*")


def active_cues(text: str) -> list[tuple[tuple[str, ...], int]]:
    """The `all` rules whose cue occurs in `text`; most articles have none."""
    return [(parts, limit) for cue, parts, limit in _rules().cues if cue in text]


def is_boilerplate(line: str, cues: list[tuple[tuple[str, ...], int]] | None = None) -> bool:
    """Whether a whole line (without its line break) is page furniture. `cues` as `active_cues` gave them for the text."""
    rules = _rules()
    cues = active_cues(line) if cues is None else cues
    short = len(line) <= SHORT
    folded = ""
    if first := _FIRST_WORD.match(fold_word(line[:40])):
        for surface, limit in rules.starts.get(first[1], ()):
            if len(line) <= limit:
                folded = folded or _LEAD.sub("", fold_word(line), count=1)
                if _begins(folded, surface):
                    return True
    for parts, limit in cues:
        if len(line) <= limit:
            folded = folded or fold_word(line)
            if all(part in folded for part in parts):
                return True
    if not short and not line.startswith(("http", "www")):
        return False
    folded = fold_word(line)
    bare = _bare(folded)
    if not bare:
        return bool(line.strip()) and not any(map(str.isdigit, line))
    return (
        bare in rules.lines
        or _ADDRESS.fullmatch(line) is not None
        or _HASHTAGS.fullmatch(line) is not None
        or _INITIALS.fullmatch(folded) is not None
        or _credit().fullmatch(folded) is not None
    )


def _begins(folded: str, surface: str) -> bool:
    folded = folded.lstrip()
    if not folded.startswith(surface):
        return False
    rest = folded[len(surface) : len(surface) + 1]
    return not rest.isalpha() or not surface[-1].isalpha()
