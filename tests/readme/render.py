"""Markdown of what was found: tables whose cells never tear the page, and how two of them are compared."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

TOLERANCE = 0.01
_SECONDS = re.compile(r"\bin \d+(?:\.\d+)? s\b")
_NUMBER = re.compile(r"(?<![\w.-])\d+\.\d+(?![\w.-])")


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; None is an empty cell, lists are parted by commas, floats keep what SQL gave them."""
    lines = ["| " + " | ".join(header) + " |", "| " + " | ".join("---" for _ in header) + " |"]
    lines += ["| " + " | ".join(map(cell, row)) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def cell(value: object) -> str:
    """A value on one line, without what Markdown would take for markup."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "، ".join(map(cell, value))
    if isinstance(value, date):
        return value.isoformat()
    text = " ".join(str(value).split())
    if re.fullmatch(r"`[^`|]*`", text):
        return text
    return re.sub(r"([\\|*<>`\[\]])", r"\\\1", text)


def fenced(language: str, text: str) -> str:
    """A fence of code around lines of output."""
    return f"```{language}\n{text.rstrip()}\n```\n"


def differences(written: str, found: str, *, tolerant: bool) -> list[str]:
    """The lines that differ, as `- written` and `+ found`; seconds may, and where `tolerant` figures by 0.01."""
    old, new = written.rstrip().splitlines(), found.rstrip().splitlines()
    out = []
    for index in range(max(len(old), len(new))):
        before = old[index] if index < len(old) else ""
        after = new[index] if index < len(new) else ""
        if not _same(before, after, tolerant=tolerant):
            out += [f"- {before}", f"+ {after}"]
    return out


def _same(before: str, after: str, *, tolerant: bool) -> bool:
    before, after = (_SECONDS.sub("in N s", line) for line in (before, after))
    if before == after or not tolerant:
        return before == after
    figures, others = _NUMBER.findall(before), _NUMBER.findall(after)
    same_words = _NUMBER.sub("#", before) == _NUMBER.sub("#", after)
    return same_words and all(
        abs(float(one) - float(other)) <= TOLERANCE + 1e-9 for one, other in zip(figures, others, strict=True)
    )
