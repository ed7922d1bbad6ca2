"""The generated regions of README.md: found, filled anew, put back; everything between them is written by hand.

    <!-- generated: KIND ARGUMENT -->
    ... what a command, query or measurement gave ...
    <!-- /generated -->

`output` is what the fence of code just above it gives; the other kinds need no code (see `generate.py`).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import hawliyat

ROOT = Path(hawliyat.__file__).resolve().parent
README = ROOT / "README.md"

_REGION = re.compile(r"<!-- generated: (\S+)(?: ([^\n]+?))? -->\n(.*?)<!-- /generated -->", re.DOTALL)
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Fence:
    """A block of code: its language and its lines; `end` is the offset after its last back-quote."""

    language: str
    code: str
    end: int


@dataclass(frozen=True, slots=True)
class Region:
    """A generated region; `body` is what stands in it, `above` the fence that it belongs to, if one touches it."""

    kind: str
    argument: str
    body: str
    start: int
    end: int
    above: Fence | None

    @property
    def name(self) -> str:
        """As tests and messages call it; an `output` goes by the first line of its code."""
        first = self.above.code.splitlines()[0] if self.kind == "output" and self.above else ""
        return " ".join(filter(None, (self.kind, self.argument, first)))


def fences(text: str) -> list[Fence]:
    """All blocks of code, in order."""
    return [Fence(found[1], found[2], found.end()) for found in _FENCE.finditer(text)]


def regions(text: str) -> list[Region]:
    """All generated regions, in order."""
    blocks = fences(text)
    out = []
    for found in _REGION.finditer(text):
        before = [block for block in blocks if block.end < found.start()]
        touches = bool(before) and not text[before[-1].end : found.start()].strip()
        above = before[-1] if touches else None
        out.append(Region(found[1], found[2] or "", found[3], found.start(), found.end(), above))
    return out


def refill(text: str, make: Callable[[Region], str]) -> str:
    """The text with every region filled by `make`, whose result ends with a line break."""
    out, at = [], 0
    for region in regions(text):
        head = " ".join(filter(None, ("<!-- generated:", region.kind, region.argument, "-->")))
        out.append(f"{text[at : region.start]}{head}\n{make(region)}<!-- /generated -->")
        at = region.end
    return "".join(out) + text[at:]
