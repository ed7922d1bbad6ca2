"""Time expressions: text and a date in, TIMEX3 with offsets and intervals out."""

from datetime import date, datetime

from hawliyat.tasks.model import Context, Timex
from hawliyat.tasks.segment import segment
from hawliyat.tasks.temporal.frame import tag_frame
from hawliyat.tasks.temporal.tagger import tag_document

__all__ = ["tag", "tag_document", "tag_frame"]


def tag(text: str, published_at: date | datetime | None = None) -> list[Timex]:
    """The time expressions of an Arabic text.

    `published_at` is the document's date (DCT); with a datetime, hours count too (قبل ساعتين). Without it, what hangs on
    it stays open (`XXXX-WXX-2`, `UNRESOLVED`): nothing is ever read from the clock. Offsets are code points of `text`,
    half-open. The fields are those of `hawliyat.tasks.model.Timex`.
    """
    timestamp = published_at if isinstance(published_at, datetime) else None
    day = timestamp.date() if timestamp else published_at
    return tag_document(text, segment(text), Context(day, timestamp))
