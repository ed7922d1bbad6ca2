"""Events: who did what to whom, where and when."""

from functools import cache

import polars as pl

from hawliyat.tasks.events.engine import Engine
from hawliyat.tasks.events.entities import load_gazetteer
from hawliyat.tasks.events.frame import EventFrames
from hawliyat.tasks.events.frame import extract_frame as _extract_frame
from hawliyat.tasks.events.governors import load_governors
from hawliyat.tasks.events.words import load_reader
from hawliyat.tasks.model import Context, Entity, Event, Sentence, Timex

__all__ = ["Engine", "EventFrames", "extract_events", "extract_frame", "load_engine"]


@cache
def load_engine() -> Engine:
    """The engine over the project's lexicon, rules and gazetteer, made once per process."""
    return Engine(load_reader(), load_governors(), load_gazetteer())


def extract_events(
    text: str, sentences: list[Sentence], timexes: list[Timex], context: Context
) -> tuple[list[Event], list[Entity]]:
    """Events of a document and the entities that they name; offsets count code points of `text`.

    `timexes` are the document's, in text order; an event's `timex` is an index into it.
    """
    return load_engine().extract(text, sentences, timexes, context)


def extract_frame(
    documents: pl.DataFrame, sentences: pl.DataFrame, time_expressions: pl.DataFrame
) -> EventFrames:
    """Events of `documents` [DOCUMENTS], given their `sentences` [SENTENCES] and `time_expressions` [TIME_EXPRESSIONS]."""
    return _extract_frame(load_engine(), documents, sentences, time_expressions)
