"""A document's sentences: lines are paragraphs, each has one kind, and no sentence crosses a line break but of wrapped text."""

import re
from itertools import pairwise

import polars as pl

from hawliyat.tasks.clean.boilerplate import active_cues, heads_list, is_boilerplate, is_listed
from hawliyat.tasks.clean.dateline import dateline_at
from hawliyat.tasks.clean.headline import continues_headline, is_headline, is_subheading, line_key
from hawliyat.tasks.model import Sentence
from hawliyat.tasks.schema import SENTENCES, SentenceKind
from hawliyat.tasks.segment.split import split_line, trim
from hawliyat.tasks.segment.wrapped import unwrapped

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_LISTED = 6  # entries of a list of related articles
_REPEAT = 40  # code points from which a line that occurred before is a repeat, not a refrain


def segment(text: str) -> list[Sentence]:
    """Sentences of `text` in order, spans trimmed of blanks, none overlapping; `paragraph` counts its content lines."""
    lines = [span for match in _LINE.finditer(text) if (span := trim(text, *match.span()))[0] < span[1]]
    lines = unwrapped(text, lines)
    kinds = line_kinds(text, lines)
    headline = next(
        (text[a:b] for (a, b), kind in zip(lines, kinds, strict=True) if kind is SentenceKind.HEADLINE), ""
    )
    sentences: list[Sentence] = []
    for paragraph, ((start, end), kind) in enumerate(zip(lines, kinds, strict=True)):
        if kind is SentenceKind.BODY and headline and (cut := _repeated_prefix(text, start, end, headline)):
            sentences.append(
                Sentence(len(sentences), paragraph, SentenceKind.DUPLICATE, start, start + len(headline))
            )
            start = cut
        for a, b in split_line(text, start, end):
            sentences.append(Sentence(len(sentences), paragraph, kind, a, b))
    return sentences


def line_kinds(text: str, lines: list[tuple[int, int]]) -> list[SentenceKind]:
    """The kind of every content line, in order."""
    cues = active_cues(text)
    kinds: list[SentenceKind] = []
    listed = 0  # lines that may still be entries of a list of related articles
    for a, b in lines:
        furniture = is_boilerplate(text[a:b], cues)
        if furniture and heads_list(text[a:b]):
            listed = _LISTED
        elif not furniture:
            furniture = listed > 0 and is_listed(text[a:b])
            listed = listed - 1 if furniture else 0
        kinds.append(SentenceKind.BOILERPLATE if furniture else SentenceKind.BODY)
    content = [i for i, kind in enumerate(kinds) if kind is SentenceKind.BODY]
    if len(content) < 2:
        return kinds
    seen: set[str] = set()
    headline = ""
    first = content[0]
    line = [text[a:b] for a, b in lines]
    after = {i: line[j] for i, j in pairwise(content)}
    if is_headline(line[first], after.get(first)):
        kinds[first] = SentenceKind.HEADLINE
        if continues_headline(line[first], line[content[1]], after.get(content[1])):
            kinds[content[1]] = SentenceKind.HEADLINE
        headline = line[first]
    before = line[first]
    for i in content:
        if kinds[i] is not SentenceKind.BODY:
            continue
        if _is_repeat(line[i], seen, headline):
            kinds[i] = SentenceKind.DUPLICATE
            continue
        if i != first and is_subheading(line[i], before, after.get(i)):
            kinds[i] = SentenceKind.SUBHEADING
        before = line[i]
    return kinds


def _is_repeat(line: str, seen: set[str], headline: str) -> bool:
    """Whether this line stood before, or the headline in other spelling or punctuation; remembers it."""
    if line in seen:
        return True
    if len(line) >= _REPEAT:
        seen.add(line)
    return 0.7 < len(line) / max(1, len(headline)) < 1.4 and line_key(line) == line_key(headline) != ""


def _repeated_prefix(text: str, start: int, end: int, headline: str) -> int:
    """Where the rest of a line begins that opens with the headline and goes on with a dateline; 0 where it does not."""
    after = start + len(headline)
    if after >= end or not text.startswith(headline, start) or not text[after].isspace():
        return 0
    after, _ = trim(text, after, end)
    return after if dateline_at(text, after, end, alone=True) is not None else 0


def segment_frame(documents: pl.DataFrame) -> pl.DataFrame:
    """Sentences of every document of a DOCUMENTS frame, as SENTENCES rows in the frame's order."""
    ids: list[str] = []
    parts: list[str] = []
    spans: list[Sentence] = []
    for document_id, text in documents.select("document_id", "text").iter_rows():
        found = segment(text)
        spans += found
        ids += [document_id] * len(found)
        parts += [text[sentence.start : sentence.end] for sentence in found]
    return pl.DataFrame(
        {
            "document_id": ids,
            "sentence_index": [sentence.index for sentence in spans],
            "paragraph_index": [sentence.paragraph for sentence in spans],
            "kind": [sentence.kind.value for sentence in spans],
            "char_start": [sentence.start for sentence in spans],
            "char_end": [sentence.end for sentence in spans],
            "text": parts,
        },
        schema=SENTENCES,
    )
