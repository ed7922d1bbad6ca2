"""Rules: read from `seeds/rules/time.tsv`, compiled once a process, found by the character they can begin with."""

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from hawliyat.tasks.tables import SEEDS, DataFileError, Row, read_rows
from hawliyat.tasks.temporal import produce
from hawliyat.tasks.temporal.lexicon import Lexicon, Reading, load_lexicon, number_categories
from hawliyat.tasks.temporal.match import Book, Fit, Fitting, Merger, build_merger
from hawliyat.tasks.temporal.patterns import (
    BLANK,
    Alphabet,
    PatternError,
    compile_pattern,
    expand,
    first_characters,
    literals,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """An id, a pattern, a production, and the example that shows it."""

    rule_id: str
    pattern: str
    production: produce.Production
    example: str
    date: str
    value: str
    line: int


@dataclass(slots=True)
class RuleBook:
    """Everything that matching needs, compiled."""

    rules: list[Rule]
    alphabet: Alphabet
    book: Book
    merger: Merger
    starters: re.Pattern[str]  # of items: where a rule can begin and, unless it takes one item alone, go on
    worth_reading: re.Pattern[str]  # of tokens: the same, or where items are put together
    by_code: dict[str, tuple[str, list[Fit]]]
    windows: dict[str, list[Fitting]] = field(default_factory=dict)


def read_rules(path: Path) -> list[Rule]:
    """The rules of a file with their parts put in; errors name file and line."""
    parts: dict[str, str] = {}
    rows: list[Row] = []
    for row in read_rows(path, short=True):
        if row["production"] == "part" and row["id"].isupper():
            if row["id"] in parts:
                raise row.error(f"the part {row['id']!r} is defined twice")
            parts[row["id"]] = row["pattern"]
        else:
            rows.append(row)
    seen: set[str] = set()
    rules = []
    for row in rows:
        if row["id"] in seen:
            raise row.error(f"the rule {row['id']!r} is defined twice")
        seen.add(row["id"])
        production = produce.PRODUCTIONS.get(row["production"])
        if production is None:
            known = ", ".join(sorted(produce.PRODUCTIONS))
            raise row.error(f"no production is named {row['production']!r}; known: {known}")
        try:
            pattern = expand(row["pattern"], parts)
        except PatternError as error:
            raise row.error(str(error)) from error
        rules.append(
            Rule(row["id"], pattern, production, row["example"], row["date"], row["value"], row.line)
        )
    return rules


def _enumerate(lexicon: Lexicon, alphabet: Alphabet) -> None:
    """Give a character to every reading that a word, a phrase or a number can have, before rules are compiled."""
    surfaces = {*lexicon.words, *lexicon.literals, *lexicon.phrases, *lexicon.exact}
    readings = [lexicon.read(form) for word in surfaces for form in (word, "ال" + word)]
    for entries in lexicon.phrases.values():
        readings += [Reading(dict(values), definite=flag) for _, values in entries for flag in (False, True)]
    for word, (_, values) in lexicon.exact.items():
        plain = lexicon.read(word)
        kept = {k: v for k, v in (plain.values if plain else {}).items() if k not in ("SPELLING", "WMONTH")}
        readings += [Reading(kept | values, definite=flag) for flag in (False, True)]
        if plain:  # behind a clitic the spelling is not asked for: لآخر
            kept = {k: v for k, v in plain.values.items() if k != "SPELLING"}
            readings += [Reading(kept, definite=flag) for flag in (False, True)]
    figures = [
        "0", "00", "1", "5", "05", "12", "13", "24", "25", "31", "32", "59", "60", "99",
        "100", "1000", "1350", "1500", "1600", "2199", "2500", "12345", "1234567890", "007", "0012",
    ]  # fmt: skip
    numbers = [found for figure in figures if (found := lexicon.read(figure))]
    readings += numbers
    readings += [Reading(found.values, definite=True) for found in numbers]
    counts = (1, 10, 12, 13, 31, 32, 100, 999, 1000, 2999, 3000, 10**7)
    readings += [Reading(number_categories(n, None), definite=flag) for n in counts for flag in (False, True)]
    readings += [Reading({"ORD": "1"}, definite=flag) for flag in (False, True)]
    readings += [Reading({"QUANTITY": ""}), Reading({"QUANTITY": "", "DOTCLOCK": ""})]
    for reading in readings:
        if reading is None:
            continue
        for conj in (False, True):
            for prep in ("", "ب"):
                alphabet.code(Reading(reading.values, conj, prep, reading.definite))


def _compile(rule: Rule, alphabet: Alphabet) -> tuple[str, re.Pattern[str]]:
    """A rule's regular expression, as text and compiled; an error names file and line."""
    try:
        regex = compile_pattern(rule.pattern, alphabet).regex
        return regex, re.compile(regex)
    except (PatternError, re.error) as error:
        raise DataFileError(f"time.tsv:{rule.line}: {error}") from error


@cache
def load_rules() -> RuleBook:
    """The rules of `seeds/rules/time.tsv`, compiled once a process."""
    lexicon = load_lexicon()
    rules = read_rules(SEEDS / "rules" / "time.tsv")
    alphabet = Alphabet(lexicon)
    for rule in rules:
        for word in literals(rule.pattern):
            lexicon.literal(word)
    lexicon.memo.clear()
    _enumerate(lexicon, alphabet)
    plain = {code: alphabet.codes[(key[0], False, False, key[3])] for key, code in alphabet.codes.items()}
    by_bare: dict[str, list[Fit]] = {}
    for order, rule in enumerate(rules):
        regex, compiled = _compile(rule, alphabet)
        slots = tuple((name.rpartition("__")[0], index) for name, index in compiled.groupindex.items())
        fit = Fit(order, compiled.match, slots)
        for code in first_characters(regex):
            by_bare.setdefault(code, []).append(fit)
    by_code = {code: (bare, by_bare[bare]) for code, bare in plain.items() if bare in by_bare}
    alone = [code for code, (bare, fits) in by_code.items() if any(fit.matcher(bare) for fit in fits)]
    # Most words with which a rule can begin (a comma, من) have no word of time behind them.
    starters = re.compile(f"[{''.join(by_code)}](?:(?<=[{''.join(alone)}])|(?=[^{BLANK}]))")
    merger = build_merger(alphabet)
    worth_reading = re.compile("|".join(p.pattern for p in (starters, merger.phrase, merger.article)))
    book = Book(lexicon, alphabet)
    return RuleBook(rules, alphabet, book, merger, starters, worth_reading, by_code)
