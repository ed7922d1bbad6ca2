"""Events of a batch of documents as frames: what the loading stage stages."""

from datetime import date, datetime
from typing import Any, NamedTuple

import polars as pl

from hawliyat.tasks.events.engine import Engine
from hawliyat.tasks.model import Context, Entity, Event, Sentence, Timex
from hawliyat.tasks.schema import (
    ENTITIES,
    EVENT_PARTICIPANTS,
    EVENTS,
    Anchoring,
    Calendar,
    Dating,
    Grain,
    Mod,
    SentenceKind,
    TimexType,
    stable_id,
)


class EventFrames(NamedTuple):
    """Events [EVENTS], their participants [EVENT_PARTICIPANTS] and the entities linked [ENTITIES], each sorted by document."""

    events: pl.DataFrame
    participants: pl.DataFrame
    entities: pl.DataFrame


_SENTENCE_COLUMNS = ("document_id", "sentence_index", "paragraph_index", "kind", "char_start", "char_end")
_TIMEX_COLUMNS = (
    "document_id",
    "time_expression_id",
    "sentence_index",
    "char_start",
    "char_end",
    "surface",
    "timex_type",
    "timex_value",
    "timex_mod",
    "date_from",
    "date_to",
    "grain",
    "calendar",
    "anchoring",
    "note",
    "rule_id",
    "range_end",
)


# Members by their values: a look-up in a table is many times quicker than the call of an enumeration.
_KINDS = {member.value: member for member in SentenceKind}
_TYPES = {member.value: member for member in TimexType}
_MODS = {member.value: member for member in Mod}
_GRAINS = {member.value: member for member in Grain}
_CALENDARS = {member.value: member for member in Calendar}
_ANCHORINGS = {member.value: member for member in Anchoring}


def extract_frame(
    engine: Engine, documents: pl.DataFrame, sentences: pl.DataFrame, time_expressions: pl.DataFrame
) -> EventFrames:
    """Events of `documents` [DOCUMENTS], given their `sentences` [SENTENCES] and `time_expressions` [TIME_EXPRESSIONS]."""
    by_sentence: dict[str, list[Sentence]] = {}
    for key, index, paragraph, kind, start, end in sentences.select(_SENTENCE_COLUMNS).iter_rows():
        by_sentence.setdefault(key, []).append(Sentence(index, paragraph, _KINDS[kind], start, end))
    by_timex: dict[str, list[tuple[str, Timex]]] = {}
    for row in time_expressions.select(_TIMEX_COLUMNS).iter_rows():
        by_timex.setdefault(row[0], []).append((row[1], _timex(row)))
    events: list[tuple[object, ...]] = []
    participants: list[tuple[object, ...]] = []
    entities: dict[str, Entity] = {}
    columns = documents.select("document_id", "text", "published_at", "published_at_ts")
    for key, text, published, stamp in columns.iter_rows():
        pairs = sorted(by_timex.get(key, ()), key=lambda pair: (pair[1].start, pair[1].end))
        timexes = [timex for _, timex in pairs]
        found, linked = engine.extract(text, by_sentence.get(key, []), timexes, _context(published, stamp))
        entities.update((entity.entity_id, entity) for entity in linked)
        _add(key, found, pairs, events, participants)
    return EventFrames(
        pl.DataFrame(events, schema=EVENTS, orient="row"),
        pl.DataFrame(participants, schema=EVENT_PARTICIPANTS, orient="row"),
        pl.DataFrame([_entity_row(entities[key]) for key in sorted(entities)], schema=ENTITIES, orient="row"),
    )


def _context(published: date | None, stamp: str | None) -> Context:
    try:
        return Context(published, datetime.fromisoformat(stamp) if stamp else None)
    except ValueError:
        return Context(published)


def _timex(row: tuple[Any, ...]) -> Timex:
    (
        _,
        _,
        sentence,
        start,
        end,
        surface,
        kind,
        value,
        mod,
        first,
        last,
        grain,
        calendar,
        anchoring,
        note,
        rule,
        range_end,
    ) = row
    return Timex(
        sentence=sentence,
        start=start,
        end=end,
        surface=surface,
        type=_TYPES[kind],
        value=value,
        mod=_MODS[mod] if mod else None,
        date_from=first,
        date_to=last,
        grain=_GRAINS[grain] if grain else None,
        calendar=_CALENDARS[calendar],
        anchoring=_ANCHORINGS[anchoring],
        note=note,
        rule_id=rule,
        range_end=bool(range_end),
    )


def _add(
    key: str,
    found: list[Event],
    pairs: list[tuple[str, Timex]],
    events: list[tuple[object, ...]],
    participants: list[tuple[object, ...]],
) -> None:
    seen: set[str] = set()
    for event in found:
        timex_id = pairs[event.timex][0] if event.timex is not None else None
        event_id = "e" + stable_id(key, event.start, event.end, timex_id, event.type)
        if event_id in seen:
            continue
        seen.add(event_id)
        end_id = pairs[event.timex_end][0] if event.timex_end is not None else None
        context_id = pairs[event.context_timex][0] if event.context_timex is not None else None
        first, last, grain = _dates(event, pairs)
        events.append(
            (
                event_id,
                key,
                event.sentence,
                timex_id,
                end_id,
                context_id,
                event.dating.value,
                first,
                last,
                grain,
                event.trigger,
                event.start,
                event.end,
                str(event.type),
                event.status.value,
                event.place,
                event.place_start,
                event.place_end,
                event.place_entity_id,
                event.attribution,
                event.attribution_start,
                event.attribution_end,
                event.headline,
                event.rule_id,
            )
        )
        positions: dict[str, int] = {}
        for person in event.participants:
            position = positions[person.role] = positions.get(person.role, -1) + 1
            participants.append(
                (
                    event_id,
                    key,
                    person.role.value,
                    position,
                    person.surface,
                    person.start,
                    person.end,
                    person.entity_id,
                )
            )


def _dates(event: Event, pairs: list[tuple[str, Timex]]) -> tuple[date | None, date | None, str | None]:
    """From the first end of a range to its second; nothing where the date is only the publication's."""
    if event.dating is Dating.EXPRESSION and event.timex is not None:
        timex = pairs[event.timex][1]
        last = pairs[event.timex_end][1].date_to if event.timex_end is not None else timex.date_to
        if last is None or (timex.date_from is not None and last < timex.date_from):
            last = timex.date_to
        return timex.date_from, last, timex.grain.value if timex.grain else None
    if event.dating is Dating.CONTEXT and event.context_timex is not None:
        timex = pairs[event.context_timex][1]
        return timex.date_from, timex.date_to, timex.grain.value if timex.grain else None
    return None, None, None


def _entity_row(entity: Entity) -> tuple[object, ...]:
    return (
        entity.entity_id,
        entity.name_ar,
        entity.name_en,
        entity.kind,
        entity.country,
        entity.latitude,
        entity.longitude,
    )
