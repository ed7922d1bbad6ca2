"""The closed sets and the frames that stages hand each other: written down once, checked against the warehouse's columns.

TIMEX3 terms follow TimeML 1.2.1, event classes follow PLOVER (the 16 modes of its event ontology).
"""

import hashlib
from enum import StrEnum

import polars as pl


class SentenceKind(StrEnum):
    """What a sentence is for; nothing is mined from `boilerplate` and `duplicate`."""

    HEADLINE = "headline"
    SUBHEADING = "subheading"
    BODY = "body"
    BOILERPLATE = "boilerplate"
    DUPLICATE = "duplicate"


class TimexType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Mod(StrEnum):
    """TIMEX3 modifiers."""

    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"
    MORE_THAN = "MORE_THAN"
    LESS_THAN = "LESS_THAN"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"
    BEFORE = "BEFORE"
    AFTER = "AFTER"


class Grain(StrEnum):
    """How fine a calendar point is."""

    TIME = "time"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Calendar(StrEnum):
    """The calendar in which an expression is written."""

    GREGORIAN = "gregorian"
    HIJRI = "hijri"


class Anchoring(StrEnum):
    """What a value rests on: its own words, the document's date, an expression before it, or nothing yet."""

    EXPLICIT = "explicit"
    PUBLICATION = "publication"
    CONTEXT = "context"
    UNRESOLVED = "unresolved"


class Dating(StrEnum):
    """What an event's date rests on."""

    EXPRESSION = "expression"
    CONTEXT = "context"
    PUBLICATION = "publication"
    NONE = "none"


class EventStatus(StrEnum):
    """Whether an event happened, will, did not, or might."""

    ACTUAL = "actual"
    PLANNED = "planned"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"


class EventType(StrEnum):
    """PLOVER's 16 classes, and OTHER."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    OTHER = "OTHER"


class Role(StrEnum):
    """A participant's part in an event."""

    ACTOR = "actor"
    TARGET = "target"


class Reason(StrEnum):
    """Why a record was put into quarantine."""

    EMPTY = "empty"
    UNDECODABLE = "undecodable"
    NOT_ARABIC = "not_arabic"
    TOO_LARGE = "too_large"
    MALFORMED_RECORD = "malformed_record"
    UNSUPPORTED_FORMAT = "unsupported_format"
    UNREADABLE = "unreadable"
    DUPLICATE_ID = "duplicate_id"


class DateOrigin(StrEnum):
    """Where a document's date was read, in order of trust."""

    RECORD = "record"
    PAGE = "page"
    URL = "url"
    FILENAME = "filename"
    DATELINE = "dateline"
    GIVEN = "given"


DOCUMENTS = pl.Schema(
    {
        "document_id": pl.String,
        "source_uri": pl.String,
        "source_name": pl.String,
        "url": pl.String,
        "title": pl.String,
        "text": pl.String,
        "language": pl.String,
        "published_at": pl.Date,
        "published_at_ts": pl.String,  # the timestamp as written, with its own zone
        "published_at_origin": pl.String,
        "published_at_note": pl.String,  # other days that its sources give
        "agency": pl.String,
        "dateline_place": pl.String,
        "content_hash": pl.String,
        "duplicate_of": pl.String,
        "text_note": pl.String,  # what was lost of it
    }
)

# A document that was read and is in the warehouse as it is: what of it is known before anything is worked out.
UNCHANGED = pl.Schema({"document_id": pl.String, "source_uri": pl.String, "content_hash": pl.String})

QUARANTINE = pl.Schema(
    {"source_uri": pl.String, "record": pl.Int64, "reason": pl.String, "detail": pl.String}
)

SENTENCES = pl.Schema(
    {
        "document_id": pl.String,
        "sentence_index": pl.Int32,
        "paragraph_index": pl.Int32,
        "kind": pl.String,
        "char_start": pl.Int32,
        "char_end": pl.Int32,
        "text": pl.String,
    }
)

TIME_EXPRESSIONS = pl.Schema(
    {
        "time_expression_id": pl.String,
        "document_id": pl.String,
        "sentence_index": pl.Int32,
        "char_start": pl.Int32,
        "char_end": pl.Int32,
        "surface": pl.String,
        "timex_type": pl.String,
        "timex_value": pl.String,
        "timex_mod": pl.String,
        "date_from": pl.Date,
        "date_to": pl.Date,
        "grain": pl.String,
        "calendar": pl.String,
        "anchoring": pl.String,
        "note": pl.String,
        "rule_id": pl.String,
        "range_end": pl.Boolean,
    }
)

EVENTS = pl.Schema(
    {
        "event_id": pl.String,
        "document_id": pl.String,
        "sentence_index": pl.Int32,
        "time_expression_id": pl.String,
        "time_expression_end_id": pl.String,
        "context_time_expression_id": pl.String,
        "dating": pl.String,
        "date_from": pl.Date,
        "date_to": pl.Date,
        "grain": pl.String,
        "trigger": pl.String,
        "trigger_start": pl.Int32,
        "trigger_end": pl.Int32,
        "event_type": pl.String,
        "status": pl.String,
        "place": pl.String,
        "place_start": pl.Int32,
        "place_end": pl.Int32,
        "place_entity_id": pl.String,
        "attribution": pl.String,
        "attribution_start": pl.Int32,
        "attribution_end": pl.Int32,
        "headline": pl.String,
        "rule_id": pl.String,
    }
)

EVENT_PARTICIPANTS = pl.Schema(
    {
        "event_id": pl.String,
        "document_id": pl.String,
        "role": pl.String,
        "position": pl.Int32,
        "surface": pl.String,
        "char_start": pl.Int32,
        "char_end": pl.Int32,
        "entity_id": pl.String,
    }
)

ENTITIES = pl.Schema(
    {
        "entity_id": pl.String,
        "name_ar": pl.String,
        "name_en": pl.String,
        "kind": pl.String,
        "country": pl.String,
        "latitude": pl.Float64,
        "longitude": pl.Float64,
    }
)


def stable_id(*parts: object) -> str:
    """A key that is the same on every machine: 16 hex digits of BLAKE2b over the parts."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
