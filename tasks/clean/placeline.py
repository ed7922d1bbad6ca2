"""Datelines without agency and day: a place, a dash, and the report (`بيروت - أعلن`), or who signs it (`لندن - «الشرق الأوسط»`).

What looks the same is everywhere (`الخبر - تفاصيل`), so that the place must be one of the gazetteer's, and what follows
it a known outlet, a person's name, or the running text of a report.
"""

import re
from dataclasses import dataclass
from functools import cache

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.tables import SEEDS, read_rows

REPORT = 40  # code points that a report has at least behind its place, and it ends with a stop
FIRST = 100  # of a text's first line, which else is a headline: `بيروت - مقتل ثلاثة في حادث`

_DASH = "[-‐‑‒–—―−ـ_]"
_WORD = r"(?!ـ)[^\W\d_]+"  # a word may be drawn out, but a dash drawn of the same sign is none
_HEAD = re.compile(
    rf"\s*(?P<place>{_WORD}(?:[ ]{_WORD}){{0,3}})(?P<aside>\s?\({_WORD}(?:[ ]{_WORD}){{0,2}}\))?"
    rf"(?P<gap>\s?[/\\]+|\s?:|\s?{_DASH}+)\s*(?=\S)(?![/\\:_‐‑‒–—―−-])"
)
_QUOTES = "\"“”«»'"
# The name is as long as it can be, else as short: `خاص معا:` is signed خاص.
_SIGNED = tuple(
    re.compile(
        rf"[{_QUOTES}(]?\s*(?P<name>{_WORD}(?:[ .]{_WORD}){{0,2}}{lazy}|{_WORD}22)\s*[{_QUOTES})]?"
        rf"(?:\s+{_WORD}){{0,2}}?\s*(?P<close>{_DASH}+|[:/|\\]|\Z)"
    )
    for lazy in ("", "?")
)
_LATIN = re.compile(rf"[A-Z][A-Za-z.]{{1,14}}(?:\s[A-Za-z.]{{2,12}})?\s*(?P<close>{_DASH}+|[:/|]|\Z)")
_PERSON = re.compile(rf"(?P<first>{_WORD})(?:\s{_WORD}){{1,3}}\s*(?P<close>{_DASH}+|[:/|]|\Z)")
_ASIDE = re.compile(rf"\s{_DASH}+\s")
_ENDS = re.compile(r"[.؟?!…۔][\"”“»)\]\s]*\Z")
_QUALIFIERS = frozenset(map(fold_word, ("المحتلة", "العاصمة", "الغربية", "الشرقية")))
_PLACES_TOGETHER = frozenset(map(fold_word, ("عواصم",)))


@dataclass(frozen=True, slots=True)
class Placeline:
    """Offsets into the line that was given; `end` is after the sign that closes the dateline."""

    start: int
    place_end: int
    end: int


@cache
def places() -> frozenset[str]:
    """Folded names of cities, regions and countries, those left out that are ordinary words too (`*` in the tables)."""
    names: set[str] = set(_PLACES_TOGETHER)
    for table in ("cities", "regions", "countries"):
        for row in read_rows(SEEDS / "gazetteer" / f"{table}.tsv", short=True):
            for name in (row["name_ar"], *row["variants"].split("|")):
                if name and not name.endswith("*"):
                    names.add(fold_word(name.rstrip("~")))
    return frozenset(names)


@cache
def _outlets() -> frozenset[str]:
    return frozenset(_key(row["surface"]) for row in read_rows(SEEDS / "lexicon" / "outlets.tsv"))


@cache
def _given_names() -> frozenset[str]:
    rows = read_rows(SEEDS / "gazetteer" / "given_names.tsv")
    return frozenset(fold_word(row["name"].rstrip("*")) for row in rows if row["kind"] != "particle")


def _key(name: str) -> str:
    return " ".join(re.sub(r"[.\W]", " ", fold_word(name)).split())


def read_placeline(line: str, first: bool) -> Placeline | None:
    """The dateline of a place alone that begins `line`; `first`: the line begins the text, where a headline stands."""
    head = _HEAD.match(line)
    if head is None or not _is_place(head["place"]):
        return None
    rest = line[head.end() :]
    start, place_end = head.span("place")
    if not first and (signed := _signature(rest, loose=head["gap"].strip() == ":")) is not None:
        return Placeline(start, place_end, head.end() + signed)
    dashed = re.fullmatch(rf"\s?{_DASH}+", head["gap"]) is not None
    if dashed and _is_report(line, rest, first):
        return Placeline(start, place_end, head.start("gap") + len(head["gap"].rstrip()))
    return None


def _is_place(words: str) -> bool:
    folded = fold_word(words)
    name, _, last = folded.rpartition(" ")
    return folded in places() or (last in _QUALIFIERS and name in places())


def _signature(rest: str, loose: bool) -> int | None:
    """Code points of the outlet or the person that signs, with the sign that closes it; None without one.

    `loose`: behind a colon anybody may be quoted, so that only an outlet that fills the line counts.
    """
    for pattern in _SIGNED:
        signed = pattern.match(rest)
        if signed is not None and _key(signed["name"]) in _outlets() and not (loose and signed["close"]):
            return signed.end()
    if loose:
        return None
    latin = _LATIN.match(rest)
    if latin is not None:
        return latin.end()
    person = _PERSON.match(rest)
    if person is not None and fold_word(person["first"]) in _given_names():
        return person.end()
    return None


def _is_report(line: str, rest: str, first: bool) -> bool:
    if len(rest) < (FIRST if first else REPORT) or _ENDS.search(line) is None:
        return False
    if not rest[0].isalpha() and rest[0] not in _QUOTES + "(":
        return False  # `بيروت - 30 درجة`
    if _ASIDE.search(rest, 0, 80) is not None:
        return False  # `بيروت - المدينة التي لا تنام - تستعد`
    other = _HEAD.match(rest)
    return other is None or not _is_place(other["place"])
