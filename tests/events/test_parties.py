"""Parties behind the prepositions of seeds/rules/events_parties.tsv: every row's example, and what the table refuses."""

import pytest

from hawliyat.tasks.events.parties import load_frames
from hawliyat.tasks.events.words import RULES, load_reader
from hawliyat.tasks.schema import Role
from hawliyat.tasks.tables import DataFileError, read_rows

from .test_events import events_of, people

ROWS = [
    tuple(row.cells.values())
    for row in read_rows(RULES / "events_parties.tsv", "lemma", "prep", "role", "example", "party")
]


@pytest.mark.parametrize(("lemma", "prep", "role", "example", "party"), ROWS)
def test_example_of_the_row(lemma: str, prep: str, role: str, example: str, party: str) -> None:
    events = [event for event in events_of(example) if event.timex is not None]
    assert events
    found = [name for event in events for name in people(event, Role.TARGET)]
    assert party not in found if role == "none" else found == [party] * len(events)


def test_lemmas_are_in_the_lexicon() -> None:
    lexicon = load_reader().lexicon
    frames = load_frames()
    assert [x for x in (*frames.targets, *frames.nobody) if not lexicon.verb(x) and not lexicon.noun(x)] == []


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("فاز\tعلى\tnone\tx\ty", "has another role before"),
        ("فاز\tعلى\tvictim\tx\ty", "is none of target, none"),
    ],
)
def test_row_that_says_something_else_is_an_error(
    row: str, message: str, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("rules")
    rows = (RULES / "events_parties.tsv").read_text(encoding="utf-8")
    (folder / "events_parties.tsv").write_text(rows + row + "\n", encoding="utf-8")
    monkeypatch.setattr("hawliyat.tasks.events.parties.RULES", folder)
    with pytest.raises(DataFileError, match=message):
        load_frames.__wrapped__()
