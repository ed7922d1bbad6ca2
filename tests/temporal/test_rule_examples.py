"""Every rule does what its own example says: the span in [ ], with the value, by the date of the row."""

import re
from datetime import date

import pytest

from hawliyat.tasks.tables import SEEDS
from hawliyat.tasks.temporal import tag
from hawliyat.tasks.temporal.rules import Rule, read_rules

RULES = read_rules(SEEDS / "rules" / "time.tsv")
WITH_EXAMPLE = [rule for rule in RULES if rule.example]
LEAST_RULES = 125  # a bound from below, so that a file that is hardly read does not pass


def marked(example: str) -> tuple[str, list[tuple[int, int]]]:
    """The text of an example and the spans that its brackets mark, in code points of that text."""
    spans: list[tuple[int, int]] = []
    text = ""
    for part in re.split(r"(\[[^\]]*\])", example):
        if part.startswith("["):
            spans.append((len(text), len(text) + len(part) - 2))
            part = part[1:-1]
        text += part
    return text, spans


@pytest.mark.parametrize("rule", WITH_EXAMPLE, ids=[rule.rule_id for rule in WITH_EXAMPLE])
def test_example(rule: Rule) -> None:
    text, spans = marked(rule.example)
    found = tag(text, date.fromisoformat(rule.date) if rule.date else None)
    shown = [(timex.surface, timex.value, timex.rule_id) for timex in found]
    assert spans, f"time.tsv:{rule.line}: no span in [ ]"
    first, *others = spans
    assert [timex.value for timex in found if (timex.start, timex.end) == first] == [rule.value], shown
    assert set(others) <= {(timex.start, timex.end) for timex in found}, shown


def test_every_rule_has_an_example() -> None:
    assert len(WITH_EXAMPLE) >= LEAST_RULES
    assert [rule.rule_id for rule in RULES if not (rule.example and rule.value)] == []
