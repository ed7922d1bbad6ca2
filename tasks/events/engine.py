"""Events of a document: parse, anchor, then who, where, of which class, with which status, said by whom."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from hawliyat.tasks.clean.fold import Folded, fold
from hawliyat.tasks.events.anchor import Anchorer, Link, Span
from hawliyat.tasks.events.attribution import attribution_of
from hawliyat.tasks.events.classes import class_of
from hawliyat.tasks.events.content import Contents
from hawliyat.tasks.events.elision import main_subject, recover
from hawliyat.tasks.events.entities import Gazetteer, Linker
from hawliyat.tasks.events.governors import Governors
from hawliyat.tasks.events.headline import headline_of
from hawliyat.tasks.events.parse import Parse, parse
from hawliyat.tasks.events.participants import Cast, cast
from hawliyat.tasks.events.phrases import Phrase, surface
from hawliyat.tasks.events.places import place_of
from hawliyat.tasks.events.status import status_of
from hawliyat.tasks.events.words import VERB, Reader
from hawliyat.tasks.model import Context, Entity, Event, Participant, Sentence, Timex
from hawliyat.tasks.schema import Dating, EventType, Role, SentenceKind, TimexType
from hawliyat.tasks.segment.tokens import tokenize

_PASSED_OVER: Final = frozenset({SentenceKind.BOILERPLATE, SentenceKind.DUPLICATE})


@dataclass(frozen=True, slots=True)
class _Draft:
    """An event before its phrases are linked to entities."""

    sentence: int
    parse: Parse
    trigger: int
    governor: int
    event_type: EventType
    parts: Cast
    place: Phrase | None
    attribution: Phrase | None
    timex: int | None
    timex_end: int | None
    context_timex: int | None
    dating: Dating
    rule: str


class Engine:
    """The events engine with its loaded data. Holds no state between documents but memoised look-ups."""

    __slots__ = ("anchorer", "contents", "gazetteer", "governors", "reader")

    def __init__(self, reader: Reader, governors: Governors, gazetteer: Gazetteer) -> None:
        self.reader = reader
        self.governors = governors
        self.gazetteer = gazetteer
        self.contents = Contents(reader, governors)
        self.anchorer = Anchorer(self.contents)

    def extract(
        self, text: str, sentences: list[Sentence], timexes: list[Timex], context: Context
    ) -> tuple[list[Event], list[Entity]]:
        """Events in text order, and the entities that their participants and places were linked to."""
        folded = fold(text)
        by_sentence: dict[int, list[tuple[int, Timex]]] = {}
        for index, timex in enumerate(timexes):
            by_sentence.setdefault(timex.sentence, []).append((index, timex))
        drafts: list[_Draft] = []
        for sentence in sentences:
            if sentence.kind in _PASSED_OVER:
                continue
            found = self._sentence(
                text, folded, sentence, by_sentence.get(sentence.index, []), context.published_at
            )
            drafts += found
        return self._finish(text, drafts, timexes, context)

    def parse_sentence(
        self, text: str, folded: Folded, sentence: Sentence, timexes: list[tuple[int, Timex]]
    ) -> Parse:
        """The shallow parse of a sentence with the gazetteer's names marked."""
        tokens = tokenize(folded, text, sentence.start, sentence.end)
        return parse(text, tokens, self.reader, timexes, self.gazetteer.match(tokens.words))

    def _sentence(
        self,
        text: str,
        folded: Folded,
        sentence: Sentence,
        timexes: list[tuple[int, Timex]],
        published: date | None,
    ) -> list[_Draft]:
        if not timexes:
            return []
        p = self.parse_sentence(text, folded, sentence, timexes)
        self.contents.choose(p)
        spans = _spans(p, timexes, published)
        links = self.anchorer.links(p, spans)
        ranges = {index for index, timex in timexes if timex.range_end}
        return [self._draft(sentence, p, link, end) for link, end in _joined_ranges(links, ranges)]

    def _draft(self, sentence: Sentence, p: Parse, link: Link, end: int | None) -> _Draft:
        trigger = link.trigger
        governor = self.governor(p, trigger)
        event_type = class_of(p, trigger, governor, self.reader)
        parts = cast(p, trigger, event_type, governor)
        if not parts.actors:
            found = recover(p, trigger, governor, parts, self.governors)
            parts = replace(parts, actors=tuple(x for x in found if x not in parts.targets))
        place = place_of(p, trigger, governor, event_type, parts.targets)
        source = attribution_of(p, trigger, governor)
        return _Draft(
            sentence.index,
            p,
            trigger,
            governor,
            event_type,
            parts,
            place,
            source,
            link.timex,
            end,
            None,
            Dating.EXPRESSION,
            link.rule,
        )

    def governor(self, p: Parse, trigger: int) -> int:
        """The verb of the construction that the trigger is the noun of, else the trigger."""
        if p.tags[trigger] == VERB:
            return trigger
        for v in range(len(p)):
            if p.tags[v] == VERB and abs(v - trigger) <= 24:
                content, _ = self.contents.content(p, v)
                if content == trigger:
                    return v
        return trigger

    def _finish(
        self, text: str, drafts: list[_Draft], timexes: list[Timex], context: Context
    ) -> tuple[list[Event], list[Entity]]:
        linker = Linker(self.gazetteer)
        linker.read([word for draft in drafts for word in draft.parse.words])
        phrases = [
            _surface(draft.parse, phrase)[0]
            for draft in drafts
            for phrase in (
                *draft.parts.actors,
                *draft.parts.targets,
                *((draft.place,) if draft.place else ()),
            )
        ]
        linker.observe(phrases)
        entities: dict[str, Entity] = {}

        def resolve(phrase: str, *, place: bool = False) -> str | None:
            entity = linker.resolve(phrase, place=place)
            if entity is None:
                return None
            entities[entity.entity_id] = entity
            return entity.entity_id

        events: list[Event] = []
        for draft in drafts:
            p = draft.parse
            timex = timexes[draft.timex] if draft.timex is not None else None
            status = status_of(p, draft.trigger, draft.governor, self.governors, timex, context.published_at)
            people: list[Participant] = []
            for role, found in ((Role.ACTOR, draft.parts.actors), (Role.TARGET, draft.parts.targets)):
                for phrase in found:
                    words, start, end = _surface(p, phrase)
                    people.append(Participant(role, words, start, end, resolve(words)))
            place = _surface(p, draft.place) if draft.place else None
            source = _surface(p, draft.attribution) if draft.attribution else None
            span = _token_span(p, draft.timex) if draft.timex is not None else None
            events.append(
                Event(
                    sentence=draft.sentence,
                    timex=draft.timex,
                    timex_end=draft.timex_end,
                    context_timex=draft.context_timex,
                    dating=draft.dating,
                    trigger=text[p.starts[draft.trigger] : p.ends[draft.trigger]],
                    start=p.starts[draft.trigger],
                    end=p.ends[draft.trigger],
                    type=draft.event_type,
                    status=status,
                    place=place[0] if place else None,
                    place_start=place[1] if place else None,
                    place_end=place[2] if place else None,
                    place_entity_id=resolve(place[0], place=True) if place else None,
                    attribution=source[0] if source else None,
                    attribution_start=source[1] if source else None,
                    attribution_end=source[2] if source else None,
                    headline=headline_of(p, draft.trigger, draft.governor, draft.parts, span),
                    rule_id=draft.rule,
                    participants=tuple(people),
                )
            )
        return events, list(entities.values())


def _surface(p: Parse, phrase: Phrase) -> tuple[str, int, int]:
    start, end = surface(p, phrase)
    return p.text[start:end], start, end


_PAST = re.compile(r"الماضي(?:ة|ه)?\b|أمس|امس|المنصرم|الفائت")
_COMING = re.compile(r"المقبل|القادم|غدا|غداً")


def _spans(p: Parse, timexes: list[tuple[int, Timex]], published: date | None) -> list[Span]:
    """Calendar points as token spans: lengths, recurrences and references (الآن) date nothing."""
    spans: list[Span] = []
    for index, timex in timexes:
        if timex.type not in (TimexType.DATE, TimexType.TIME) or timex.value.endswith("_REF"):
            continue
        span = _token_span(p, index)
        if span is not None:
            spans.append(Span(span[0], span[1], index, _when(timex, published)))
    return spans


def _when(timex: Timex, published: date | None) -> int:
    """Before (-1) or after (1) the document's date; by the expression's own words where the date is unknown."""
    if published is not None and timex.date_from is not None and timex.date_to is not None:
        return -1 if timex.date_to < published else 1 if timex.date_from > published else 0
    if _COMING.search(timex.surface):
        return 1
    return -1 if _PAST.search(timex.surface) else 0


def _token_span(p: Parse, index: int) -> tuple[int, int] | None:
    if index not in p.timex_of:
        return None
    first = p.timex_of.index(index)
    last = first
    while last < len(p) and p.timex_of[last] == index:
        last += 1
    return first, last


def _joined_ranges(links: list[Link], ranges: set[int]) -> list[tuple[Link, int | None]]:
    """One link per event and range: the second end joins the link of the expression before it on the same trigger."""
    joined: list[tuple[Link, int | None]] = []
    for link in links:
        if link.timex in ranges:
            for k, (first, end) in enumerate(joined):
                if first.trigger == link.trigger and first.timex == link.timex - 1 and end is None:
                    joined[k] = (first, link.timex)
                    break
            else:
                if not any(first.timex == link.timex - 1 for first, _ in joined):
                    joined.append((link, None))
            continue
        joined.append((link, None))
    return joined
