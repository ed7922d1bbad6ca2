"""Headlines, their repeats, and subheadings: told from body text by place, length and punctuation."""

import re

from hawliyat.tasks.clean.dateline import dateline_at
from hawliyat.tasks.clean.fold import fold_word

HEADLINE = 260  # code points of a headline at most
SUBHEADING = 80
_WORDS = re.compile(r"[^\W_]+")
_STOPS = ".!؟?؛;،,:…"
_WRAPPED = re.compile(r"\s*[-–—ـ*=•]+\s*(?=\S)(?P<inside>.{2,120}?)\s*[-–—ـ*=•]+\s*")


def line_key(line: str) -> str:
    """What two printings of one line share: its folded words."""
    return " ".join(_WORDS.findall(fold_word(line)))


def is_headline(line: str, following: str | None) -> bool:
    """Whether the first content line is a headline: something follows it, and it is no finished sentence of body text."""
    if following is None or len(line) > HEADLINE:
        return False
    stripped = line.rstrip()
    if stripped.endswith((".", "۔")) and not stripped.endswith(".."):
        return line_key(line) == line_key(following)
    return dateline_at(line, 0, len(line), alone=False) is None


def continues_headline(headline: str, line: str, following: str | None) -> bool:
    """Whether `line` is the second half of a headline that ended with a colon."""
    return (
        headline.rstrip().endswith(":")
        and following is not None
        and len(line) <= HEADLINE // 2
        and not line.rstrip().endswith(".")
        and dateline_at(line, 0, len(line), alone=True) is None
    )


def is_subheading(line: str, before: str, following: str | None) -> bool:
    """Whether a line inside the body is a heading: short, no stop at its end, longer text after it."""
    if following is None or len(line) > 2 * SUBHEADING:
        return False
    if (wrapped := _WRAPPED.fullmatch(line)) is not None:
        return not wrapped["inside"].endswith((".", "،"))
    stripped = line.strip()
    if len(stripped) > SUBHEADING or stripped[-1] in _STOPS or len(stripped.split()) > 10:
        return False
    if (stripped[0] in "-–—•*·▪" and not stripped.startswith("**")) or stripped[0].isdigit():
        return False
    if len(following) < 80 or len(following) < len(stripped) * 2:
        return False
    if before.rstrip()[-1:] not in '.!؟?…"”»)':
        return False
    return dateline_at(line, 0, len(line), alone=True) is None
