"""Paragraphs and sentences with offsets into the source text."""

from hawliyat.tasks.segment.document import segment, segment_frame

__all__ = ["segment", "segment_frame"]
