"""The tagger over a shard: frames in, a frame out."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

import polars as pl

from hawliyat.tasks.model import Context, Sentence, Timex
from hawliyat.tasks.schema import TIME_EXPRESSIONS, SentenceKind, stable_id
from hawliyat.tasks.temporal.tagger import tag_document

_KINDS = {member.value: member for member in SentenceKind}  # quicker than the call of the enumeration


def expression_id(document_id: str, timex: Timex) -> str:
    """The key of an expression: the same on every machine, from the document and the span."""
    return "t" + stable_id(document_id, timex.start, timex.end, timex.surface)


def sentences_by_document(sentences: pl.DataFrame) -> dict[str, list[Sentence]]:
    """The sentences of `schema.SENTENCES` as values, in order, by document."""
    rows = sentences.select(
        "document_id", "sentence_index", "paragraph_index", "kind", "char_start", "char_end"
    ).sort("document_id", "sentence_index")
    return {
        key: [Sentence(index, paragraph, _KINDS[kind], a, b) for _, index, paragraph, kind, a, b in group]
        for key, group in groupby(rows.iter_rows(), key=lambda row: row[0])
    }


def context_of(published_at: object, published_at_ts: str | None) -> Context:
    """The context that a row of `schema.DOCUMENTS` gives."""
    stamp = None
    if published_at_ts and "T" in published_at_ts.replace(" ", "T"):
        try:
            stamp = datetime.fromisoformat(published_at_ts)
        except ValueError:
            stamp = None
    return Context(published_at, stamp)  # type: ignore[arg-type]


def tag_frame(documents: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Time expressions of a shard.

    `documents` is of `schema.DOCUMENTS`, `sentences` of `schema.SENTENCES`; the result of `schema.TIME_EXPRESSIONS`,
    ordered by document and place.
    """
    by_document = sentences_by_document(sentences)

    def rows() -> Iterator[tuple[object, ...]]:
        columns = documents.select("document_id", "text", "published_at", "published_at_ts").sort(
            "document_id"
        )
        for document_id, text, published_at, stamp in columns.iter_rows():
            for t in tag_document(text, by_document.get(document_id, []), context_of(published_at, stamp)):
                yield (
                    expression_id(document_id, t), document_id, t.sentence, t.start, t.end, t.surface, t.type.value,
                    t.value, t.mod and t.mod.value, t.date_from, t.date_to, t.grain and t.grain.value,
                    t.calendar.value, t.anchoring.value, t.note, t.rule_id, t.range_end,
                )  # fmt: skip

    return pl.DataFrame(list(rows()), schema=TIME_EXPRESSIONS, orient="row")
