"""The README's tables of accuracy, measured on the texts of `tests/corpus/` that were marked by hand."""

from collections.abc import Iterator
from functools import cache

from hawliyat.tasks.schema import EventStatus, EventType, TimexType
from hawliyat.tasks.temporal import tag
from hawliyat.tests.readme.regions import ROOT
from hawliyat.tests.readme.render import table
from hawliyat.tests.readme.scores import Count, Scores, read, score, score_undated
from hawliyat.tests.segment.boundaries import ours
from hawliyat.tests.segment.boundaries import score as score_boundaries
from hawliyat.tests.temporal.phrases import phrases

CORPUS = ROOT / "tests" / "corpus"


@cache
def _scores(name: str) -> Scores:
    return score(read(CORPUS / name))


def _corpora() -> Iterator[str]:
    """Every corpus of texts with marked time expressions, in the order of their names."""
    for path in sorted(CORPUS.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            if '"timexes"' in lines.readline():
                yield path.name


def _with_events() -> list[str]:
    return [name for name in _corpora() if _scores(name)["linked"].marked]


def _figure(value: float) -> str:
    return f"{value:.3f}"


def time_expressions() -> str:
    """Scores of the tagger, a row a corpus."""
    header = ["texts", "documents", "expressions", "same span F1", "overlapping span F1", "value F1"]
    rows = []
    for name in _corpora():
        scores = _scores(name)
        figures = [_figure(scores[key].f1) for key in ("strict", "relaxed", "value")]
        rows.append([f"`{name}`", scores.documents, scores["value"].marked, *figures])
    return table(header, rows)


def phrases_read() -> str:
    """One sentence: how many phrases are read rightly, and how many without time stay silent."""
    spoken = [phrase for phrase in phrases() if phrase.surface is not None]
    silent = [phrase for phrase in phrases() if phrase.surface is None]
    spans = values = 0
    for phrase in spoken:
        found = tag(phrase.text, phrase.day)
        spans += any(timex.surface == phrase.surface for timex in found)
        values += any(timex.value == phrase.value and timex.type == phrase.type for timex in found)
    quiet = sum(not tag(phrase.text, phrase.day) for phrase in silent)
    return (
        f"Single phrases (`phrases.tsv`): of {len(spoken)} that speak of time, {_figure(spans / len(spoken))} have the "
        f"right span and {_figure(values / len(spoken))} the right type and value;\n"
        f"of {len(silent)} that only look like time, {_figure(quiet / len(silent))} stay silent.\n"
    )


def boundaries() -> str:
    """One sentence: sentence boundaries inside paragraphs."""
    result, _ = score_boundaries(ours)
    total = result.right + result.missed
    return f"Sentence boundaries inside paragraphs (`boundaries.txt`, {total} of them): F1 {_figure(result.f1)}.\n"


def timex_types() -> str:
    """Precision and recall by TIMEX3 type, over all corpora: span overlaps, type and value are right."""
    rows = [_row(kind.value, _sum(f"timex {kind.value}", list(_corpora()))) for kind in TimexType]
    return table(["type", "marked", "precision", "recall", "F1"], rows)


def events() -> str:
    """Scores of the events, a row a measure and a column a corpus."""
    names = _with_events()
    f1 = {
        "linked": "trigger found and hung on the right expression, F1",
        "dated": "and that expression's value is right, F1",
        "type, not OTHER": "type, over events that are not OTHER, F1",
        "status, not actual": "status, over events that are not actual, F1",
        "actors": "actors of the linked, F1",
        "targets": "targets of the linked, F1",
    }
    shares = {
        "type": "type of the linked, accuracy",
        "status": "status of the linked, accuracy",
        "place": "place of the linked, accuracy",
    }
    rows: list[list[object]] = [["marked events", *(_scores(name)["linked"].marked for name in names)]]
    rows += [
        [words, *(_figure(_scores(name)[key].f1) for name in names)] for key, words in (f1 | shares).items()
    ]
    return table(["", *(f"`{name}`" for name in names)], rows)


def event_classes() -> str:
    """Precision, recall and F1 of each PLOVER class, over all corpora: linked, and of that class."""
    rows = [_row(kind.value, _sum(f"class {kind.value}", _with_events())) for kind in EventType]
    return table(["class", "marked", "precision", "recall", "F1"], rows)


def event_statuses() -> str:
    """Precision, recall and F1 of each status, over all corpora."""
    rows = [_row(kind.value, _sum(f"status {kind.value}", _with_events())) for kind in EventStatus]
    return table(["status", "marked", "precision", "recall", "F1"], rows)


def undated() -> str:
    """One sentence: events of two classes in sentences that have no date."""
    counts = score_undated(CORPUS / "events_undated.jsonl")
    figures = ", ".join(
        f"{name} {_figure(count.f1)} ({count.marked} meant)" for name, count in counts.items()
    )
    return f"Sentences without a date, where the violent or protesting word may be a figure of speech, F1: {figures}.\n"


def _sum(name: str, corpora: list[str]) -> Count:
    counts = [_scores(corpus)[name] for corpus in corpora]
    return Count(sum(c.right for c in counts), sum(c.marked for c in counts), sum(c.found for c in counts))


def _row(name: str, count: Count) -> list[object]:
    return [name, count.marked, _figure(count.precision), _figure(count.recall), _figure(count.f1)]
