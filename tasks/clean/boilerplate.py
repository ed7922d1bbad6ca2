"""Lines of a page that are not the article: menus, pleas, related links, credits. Marked by whole lines, never deleted.

The rules are rows of `seeds/lexicon/boilerplate.tsv`. Three cheap questions keep running text fast: is the line short,
does its first word begin a rule, does the text contain a rule's cue at all; only then is a line folded and read.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from hawliyat.tasks.clean.agencies import agency_pattern
from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.tables import SEEDS, read_rows

SHORT = 60  # code points below which a line is always read
_SIGNS = re.compile(r"[\W\d_]+")
_FIRST_WORD = re.compile(
    r"(?:(?!©)[\W\d_])*([^\W\d_][^\W\d_\u064b-\u0652\u0670ـ]*(?:[\u064b-\u0652\u0670ـ]+[^\W\d_]*)*|©)"
)
_LEAD = re.compile(r"\A[^\w©]+")
_BRACKETED = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*")
_MENU = re.compile(r"[^\d|.:؟!]{1,40}(?:\|[^\d|.:؟!]{1,40}){2,}")
LISTED = 120  # code points of a line in a list of related headlines
_ADDRESS = re.compile(
    r"[\s\W]*(?:(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+|[#@][\w]+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|info)\S*)"
    r"(?:[\s|،,]+(?:https?://\S+|www\.\S+|[#@][\w]+))*\s*",
    re.IGNORECASE,
)
_CRUMBS = re.compile(r"\W*(?:الصفحه )?الرئيسيه\s*[»\"›>/|\\←].*")
_HASHTAGS = re.compile(r"\s*(?:[#@]\w+[\s،,]*)+")
_DAY = r"\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}"
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?"
_STAMP = re.compile(rf"\W*(?:{_DAY}\W+{_CLOCK}|{_CLOCK}\W+{_DAY})\W*")  # when a page was put up
_INITIALS = re.compile(
    r"[\s(]*(?:[ء-ي]{1,2}[.\s]?){1,3}\s?/\s?(?:[ء-ي]{1,2}[.\s]?){1,3}(?:/\s?(?:[ء-ي]{1,2}[.\s]?){1,3})*[\s).]*"
)


@dataclass(frozen=True, slots=True)
class Start:
    """A rule that begins a line: the folded parts, of which the first begins it."""

    parts: tuple[str, ...]
    limit: int
    bracketed: bool = False
    heads_list: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """A rule of parts anywhere in a line; `word` is one of its words that folding leaves alone."""

    word: str
    parts: tuple[str, ...]
    limit: int


@dataclass(frozen=True, slots=True)
class Rules:
    """The rows, arranged by the question that finds them."""

    lines: frozenset[str]
    starts: dict[str, tuple[Start, ...]]  # by first word
    cues: list[Cue]


@cache
def _rules() -> Rules:
    lines: set[str] = set()
    starts: dict[str, tuple[Start, ...]] = {}
    cues: list[Cue] = []
    for row in read_rows(SEEDS / "lexicon" / "boilerplate.tsv"):
        limit = int(row["limit"])
        parts = tuple(fold_word(part) for part in row["surface"].split(" + "))
        match row["where"]:
            case "line":
                lines.update(_bare(fold_word(part)) for part in row["surface"].split("|"))
            case "start" | "inside" | "list" as where:
                first = _FIRST_WORD.match(parts[0])
                if first is None:
                    raise row.error("no word to begin with")
                rule = Start(parts, limit, where == "inside", where == "list")
                starts[first[1]] = (*starts.get(first[1], ()), rule)
            case "all":
                cue = max(row["surface"].replace(" + ", " ").split(), key=_steadiness)
                if fold_word(cue) != cue:
                    raise row.error("no word that folding leaves alone")
                cues.append(Cue(cue, parts, limit))
            case other:
                raise row.error(f"`where` is {other}; line, start, list, inside or all is meant")
    return Rules(frozenset(lines), starts, cues)


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


def active_cues(text: str) -> list[Cue]:
    """The `all` rules whose cue occurs in `text`; most articles have none."""
    return [cue for cue in _rules().cues if cue.word in text]


def is_boilerplate(line: str, cues: list[Cue] | None = None) -> bool:
    """Whether a whole line (without its line break) is page furniture. `cues` as `active_cues` gave them for the text."""
    cues = active_cues(line) if cues is None else cues
    return _start(line) is not None or _has_cue(line, cues) or _is_furniture(line)


def heads_list(line: str) -> bool:
    """Whether a line announces related articles and names none itself, so that the lines below it do."""
    rule = _start(line)
    return rule is not None and rule.heads_list and len(_bare(fold_word(line))) <= len(rule.parts[0]) + 12


def is_listed(line: str) -> bool:
    """Whether a line can be an entry of a list of related articles."""
    return len(line) <= LISTED and not line.rstrip().endswith((".", '؟"', "۔"))


def _start(line: str) -> Start | None:
    first = _FIRST_WORD.match(line)
    rules = _starts_with(first[1]) if first else None
    if not rules:
        return None
    folded = _LEAD.sub("", fold_word(line)) if len(line) <= 1000 else ""
    for rule in rules:
        if len(line) > rule.limit or (rule.bracketed and not _BRACKETED.fullmatch(line)):
            continue
        if _begins(folded, rule.parts[0]) and all(part in folded for part in rule.parts[1:]):
            return rule
    return None


@lru_cache(maxsize=1 << 15)
def _starts_with(word: str) -> tuple[Start, ...] | None:
    """Rules behind a line's first word; words come again, so that folding them is paid once."""
    folded = _FIRST_WORD.match(fold_word(word))
    return _rules().starts.get(folded[1]) if folded else None


def _has_cue(line: str, cues: list[Cue]) -> bool:
    for cue in cues:
        if len(line) <= cue.limit and cue.word in line:
            folded = fold_word(line)
            if all(part in folded for part in cue.parts):
                return True
    return False


def _is_furniture(line: str) -> bool:
    """Short lines: menus, addresses, hashtags, initials, credits, rules drawn with signs."""
    if len(line) > SHORT:
        return (
            _MENU.fullmatch(line) is not None
            if line.count("|", 0, 400) > 1
            else line.startswith(("http", "www"))
        )
    folded = fold_word(line)
    bare = _bare(folded)
    if not bare:
        return not any(map(str.isdigit, line)) or _STAMP.fullmatch(folded) is not None
    return (
        bare in _rules().lines
        or _MENU.fullmatch(line) is not None
        or _ADDRESS.fullmatch(line) is not None
        or _HASHTAGS.fullmatch(line) is not None
        or _CRUMBS.fullmatch(folded) is not None
        or _INITIALS.fullmatch(folded) is not None
        or _credit().fullmatch(folded) is not None
    )


def _begins(folded: str, surface: str) -> bool:
    rest = folded[len(surface) : len(surface) + 1]
    return folded.startswith(surface) and (not rest.isalpha() or not surface[-1].isalpha())
