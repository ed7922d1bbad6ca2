"""What lives inside one document: frozen values, every offset a code point into `Document.text`, half-open.

Between stages these become Polars frames (`tasks.schema`); inside a stage they stay as they are here.
"""

from datetime import date, datetime

from hawliyat.tasks.schema import (
    Anchoring,
    Calendar,
    Dating,
    EventStatus,
    Grain,
    Mod,
    Role,
    SentenceKind,
    TimexType,
)
from hawliyat.tasks.values import value


@value
class Context:
    """What relative expressions count from: the document's date (DCT), its time where known, the dateline's own day."""

    published_at: date | None = None
    published_at_ts: datetime | None = None


@value
class Sentence:
    """One sentence; `paragraph` counts lines of text (wrapped ones together), headline and subheadings included."""

    index: int
    paragraph: int
    kind: SentenceKind
    start: int
    end: int


@value
class Timex:
    """One TIMEX3 with its resolved interval. `value` is never empty: UNRESOLVED or X where the words leave it open."""

    sentence: int
    start: int
    end: int
    surface: str
    type: TimexType
    value: str
    mod: Mod | None
    date_from: date | None
    date_to: date | None
    grain: Grain | None
    calendar: Calendar
    anchoring: Anchoring
    note: str | None
    rule_id: str
    range_end: bool = False  # the second end of a range whose first end is the expression before it


@value
class Participant:
    """Who acts or is acted upon: the phrase as it stands, and the entity it was linked to (None rather than a guess)."""

    role: Role
    surface: str
    start: int
    end: int
    entity_id: str | None = None


@value
class Event:
    """One event mention. `timex`, `timex_end`, `context_timex` index the document's list of expressions."""

    sentence: int
    timex: int | None
    timex_end: int | None
    context_timex: int | None
    dating: Dating
    trigger: str
    start: int
    end: int
    type: str
    status: EventStatus
    place: str | None
    place_start: int | None
    place_end: int | None
    place_entity_id: str | None
    attribution: str | None
    attribution_start: int | None
    attribution_end: int | None
    headline: str
    rule_id: str
    participants: tuple[Participant, ...]


@value
class Entity:
    """A person, organisation, country, place or office. Coordinates in degrees, country in ISO 3166-1 alpha-3."""

    entity_id: str
    name_ar: str
    name_en: str | None
    kind: str
    country: str | None
    latitude: float | None
    longitude: float | None
