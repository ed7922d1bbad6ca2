"""The language of the rules' patterns, compiled to regular expressions over one character a token.

    UNIT            a token with that category, without conjunction or preposition (the first token may have any)
    &ORD            the same with و or ف before it          ~UNIT   with any clitic
    @UYEAR          with an attached preposition (لعام)
    UNIT.d UNIT.i   with the article, without it
    من              this very word (folded)
    day:(N | ORD)   a group that the production reads by name
    ( )  |  ? * +   as in regular expressions                {DATE}  a named part of another line

Every distinct set of categories and clitics has one private-use character; a category is the class of all characters
that have it. So a pattern of words costs what a pattern of letters costs.
"""

import re
from dataclasses import dataclass, field

from hawliyat.tasks.temporal.lexicon import Lexicon, Reading

_FIRST_CODE = 0xE000
BLANK = "x"
_TOKEN = re.compile(r"\s*(?:(\w+):(?=\()|(\{\w+\})|([&~@]?[^\s()|?*+{}:&~@]+)|([()|?*+]))")


class PatternError(ValueError):
    """A pattern that cannot be read; the message says where in it."""


@dataclass(slots=True)
class Alphabet:
    """The characters given to readings so far. It grows as words are met; rules are compiled over what patterns ask."""

    lexicon: Lexicon
    codes: dict[tuple[frozenset[str], bool, bool, bool], str] = field(default_factory=dict)
    asked: dict[tuple[str, bool | None, bool | None, bool, int], str] = field(default_factory=dict)

    def code(self, reading: Reading | None) -> str:
        """The character of a reading."""
        if reading is None:
            return BLANK
        key = reading.key
        if key not in self.codes:
            self.codes[key] = chr(_FIRST_CODE + len(self.codes))
        return self.codes[key]

    def characters(self, category: str, conj: bool | None, definite: bool | None, prep: bool = False) -> str:
        """All characters whose reading has the category and the asked-for clitics (None: any)."""
        key = (category, conj, definite, prep, len(self.codes))
        if key not in self.asked:
            self.asked[key] = self._characters(category, conj, definite, prep)
        return self.asked[key]

    def _characters(self, category: str, conj: bool | None, definite: bool | None, prep: bool) -> str:
        return "".join(
            code
            for (categories, has_conj, has_prep, is_definite), code in self.codes.items()
            if category in categories
            and (conj is None or (has_conj == conj and has_prep == prep))
            and (definite is None or is_definite == definite)
        )


@dataclass(slots=True)
class Compiled:
    """A pattern as a regular expression, with the categories that it names."""

    source: str
    regex: str


def expand(pattern: str, parts: dict[str, str]) -> str:
    """Replace `{NAME}` by the named parts, innermost first."""
    for _ in range(20):
        names = re.findall(r"\{(\w+)\}", pattern)
        if not names:
            return pattern
        for name in names:
            if name not in parts:
                raise PatternError(f"no part is named {name!r}; known: {', '.join(sorted(parts))}")
            pattern = pattern.replace("{" + name + "}", "(" + parts[name] + ")")
    raise PatternError("the named parts refer to each other in a circle")


def literals(pattern: str) -> list[str]:
    """The words that an expanded pattern names as they stand."""
    return [
        atom
        for _, _, raw, _ in _TOKEN.findall(pattern)
        if raw and not _is_category(atom := raw.lstrip("&~@")) and not atom.startswith("=")
    ]


def _is_category(atom: str) -> bool:
    return atom.split(".")[0].isascii() and atom[0].isupper()


def compile_pattern(pattern: str, alphabet: Alphabet) -> Compiled:
    """An expanded pattern as a regular expression over the alphabet's characters."""
    out: list[str] = []
    position = 0
    used: dict[str, int] = {}
    while position < len(pattern.rstrip()):
        match = _TOKEN.match(pattern, position)
        if match is None:
            raise PatternError(f"cannot read {pattern[position : position + 20]!r} in {pattern!r}")
        position = match.end()
        name, part, atom, sign = match.groups()
        if part:
            raise PatternError(f"unexpanded {part}")
        if name:
            used[name] = used.get(name, 0) + 1
            # One name may stand in several alternatives; the production sees whichever matched.
            out.append(f"(?P<{name}__{used[name]}>")
            position = pattern.index("(", match.end() - 1) + 1
        elif sign == "(":
            out.append("(?:")
        elif sign:
            out.append(sign)
        else:
            out.append(_atom(atom, alphabet))
    return Compiled(pattern, "".join(out))


def _atom(atom: str, alphabet: Alphabet) -> str:
    conj: bool | None = False
    prep = atom[0] == "@"
    if atom[0] in "&~@":
        conj = {"&": True, "~": None, "@": False}[atom[0]]
        atom = atom[1:]
    definite: bool | None = None
    if _is_category(atom):
        category, _, flag = atom.partition(".")
        definite = {"d": True, "i": False, "": None}[flag]
    else:
        category = alphabet.lexicon.literal(atom)
    characters = alphabet.characters(category, conj, definite, prep)
    return f"[{characters}]" if characters else "(?!)"


def first_characters(regex: str) -> set[str]:
    """The characters with which a match of a compiled pattern can begin."""
    return _first_of_alternatives(regex, 0)[0]


def _first_of_alternatives(regex: str, position: int) -> tuple[set[str], bool, int]:
    first: set[str] = set()
    nullable = False
    while True:
        found, empty, position = _first_of_sequence(regex, position)
        first |= found
        nullable |= empty
        if position >= len(regex) or regex[position] == ")":
            return first, nullable, position
        position += 1  # the bar


def _first_of_sequence(regex: str, position: int) -> tuple[set[str], bool, int]:
    first: set[str] = set()
    nullable = True
    while position < len(regex) and regex[position] not in "|)":
        if regex.startswith("(?!)", position):
            found: set[str] = set()
            empty, position = False, position + 4
        elif regex[position] == "(":
            inner = regex.index(">", position) + 1 if regex.startswith("(?P", position) else position + 3
            found, empty, position = _first_of_alternatives(regex, inner)
            position += 1
        else:
            close = regex.index("]", position)
            found, empty, position = set(regex[position + 1 : close]), False, close + 1
        if position < len(regex) and regex[position] in "?*+":
            empty |= regex[position] != "+"
            position += 1
        if nullable:
            first |= found
        nullable &= empty
    return first, nullable, position
