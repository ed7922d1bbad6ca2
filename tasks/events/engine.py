"""Events of a document: parse, anchor, then who, where, of which class, with which status, said by whom."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from hawliyat.tasks.clean.fold import Folded, fold
from hawliyat.tasks.events.anchor import Anchorer, Link, Span
from hawliyat.tasks.events.attribution import attribution_of, unnamed_speaker
from hawliyat.tasks.events.classes import IN_PROTEST, class_of, is_protester, telling_company
from hawliyat.tasks.events.content import Contents
from hawliyat.tasks.events.elision import main_subject, patient, recover, upon_him
from hawliyat.tasks.events.entities import Gazetteer, Linker
from hawliyat.tasks.events.entities.phrase import Phrase as NamePhrase
from hawliyat.tasks.events.governors import Governors
from hawliyat.tasks.events.headline import headline_of
from hawliyat.tasks.events.parse import Parse, parse
from hawliyat.tasks.events.participants import Cast, agrees_with, cast
from hawliyat.tasks.events.phrases import Phrase, surface
from hawliyat.tasks.events.places import place_of
from hawliyat.tasks.events.status import status_of
from hawliyat.tasks.events.undated import PROTESTERS, SUBJECT, Told, is_told, told
from hawliyat.tasks.events.words import VERB, Reader
from hawliyat.tasks.model import Context, Entity, Event, Participant, Sentence, Timex
from hawliyat.tasks.morphology.model import Aspect, Flag
from hawliyat.tasks.schema import Dating, EventStatus, EventType, Grain, Role, SentenceKind, TimexType
from hawliyat.tasks.segment.tokens import tokenize
from hawliyat.tasks.values import value

_FORMS_KEPT: Final = 300_000
_PHRASES_KEPT: Final = 20_000  # phrases taken apart that later documents may share
_VIOLENT: Final = frozenset({EventType.ASSAULT, EventType.PROTEST})
# What someone else says in the next sentence, he says to the reporter, not on the day just told of.
_SPOKEN: Final = frozenset(
    {EventType.REQUEST, EventType.ACCUSE, EventType.SUPPORT, EventType.REJECT, EventType.THREATEN}
)
_PASSED_OVER: Final = frozenset({SentenceKind.BOILERPLATE, SentenceKind.DUPLICATE})


@dataclass(slots=True)
class _Draft:
    """An event before its phrases are linked to entities; what dates it is filled in last."""

    sentence: int
    paragraph: int
    parse: Parse
    actors_in: Parse | None  # the sentence before, where the actors were found there
    trigger: int
    governor: int
    event_type: EventType
    parts: Cast
    place: Phrase | None
    attribution: Phrase | None
    said_in: Parse | None  # the sentence before, where the speaker was found there
    timex: int | None
    timex_end: int | None
    context_timex: int | None
    dating: Dating
    rule: str


@value
class _Before:
    """The sentence before: what the next one may leave out, and the date that may run on."""

    parse: Parse
    paragraph: int
    running: int | None


class Engine:
    """The events engine with its loaded data. Holds no state between documents but memoised look-ups."""

    __slots__ = (
        "_halves",
        "_phrases",
        "_quiet",
        "_telling",
        "anchorer",
        "contents",
        "gazetteer",
        "governors",
        "reader",
    )

    def __init__(self, reader: Reader, governors: Governors, gazetteer: Gazetteer) -> None:
        self.reader = reader
        self._telling: set[str] = set()  # word forms that may tell an event, and those that do not
        self._quiet: set[str] = set()
        self._halves: dict[str, frozenset[str]] = {}  # quiet forms that tell one with one of these stems
        self._phrases: dict[str, NamePhrase] = {}
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
        if len(self._phrases) > _PHRASES_KEPT:
            self._phrases.clear()
        linker = Linker(self.gazetteer, self._phrases)
        drafts: list[_Draft] = []
        before: _Before | None = None
        for sentence in sentences:
            if sentence.kind in _PASSED_OVER:
                continue
            dated = by_sentence.get(sentence.index, [])
            tokens = tokenize(folded, text, sentence.start, sentence.end)
            if not dated and not self._may_tell(tokens.words):
                before = None
                continue
            p = parse(text, tokens, self.reader, dated, linker.read(tokens.words))
            found = self._sentence(p, sentence, dated, before, context.published_at)
            before = _Before(p, sentence.paragraph, _running_date(found, dict(dated), context.published_at))
            drafts += found
        return self._finish(text, drafts, timexes, context, linker)

    def _may_tell(self, words: list[str]) -> bool:
        """Whether a word form has a reading of a PLOVER class, or two make one (قطع الطريق); kept per form."""
        if not self._telling.isdisjoint(words):
            return True
        for word in set(words).difference(self._quiet):
            lex = self.reader(word)
            noun = lex.noun if lex.noun is not None and Flag.WEAK not in lex.noun.flags else None
            readings = [r for r in (lex.verb, noun, *lex.rivals) if r is not None]
            if (
                is_protester(lex)
                or word in IN_PROTEST
                or any(r.event_type is not EventType.OTHER for r in readings)
            ):
                self._telling.add(word)
                return True
            if len(self._quiet) >= _FORMS_KEPT:
                self._quiet.clear()
                self._halves.clear()
            self._quiet.add(word)
            weak = [lex.noun] if lex.noun is not None and noun is None else []  # وقفة احتجاجية
            company = (telling_company(r.lemma, self.reader) for r in (*readings, *weak))
            if wanted := frozenset[str]().union(*company):
                self._halves[word] = wanted
        halves = [self._halves[word] for word in words if word in self._halves]
        if not halves:
            return False
        stems = {self.reader(word).stem for word in words}
        return any(not wanted.isdisjoint(stems) for wanted in halves)

    def parse_sentence(
        self, text: str, folded: Folded, sentence: Sentence, timexes: list[tuple[int, Timex]]
    ) -> Parse:
        """The shallow parse of a sentence with the gazetteer's names marked."""
        tokens = tokenize(folded, text, sentence.start, sentence.end)
        return parse(text, tokens, self.reader, timexes, self.gazetteer.match(tokens.words))

    def _sentence(
        self,
        p: Parse,
        sentence: Sentence,
        timexes: list[tuple[int, Timex]],
        before: "_Before | None",
        published: date | None,
    ) -> list[_Draft]:
        self.contents.choose(p)
        drafts: list[_Draft] = []
        if timexes:
            links = self.anchorer.links(p, _spans(p, timexes, published))
            ranges = {index for index, timex in timexes if timex.range_end}
            for link, end in _joined_ranges(links, ranges):
                governor = self.governor(p, link.trigger)
                event_type = class_of(p, link.trigger, governor, self.reader)
                draft = self._draft(sentence, p, link.trigger, governor, event_type, before, link.rule)
                draft.timex, draft.timex_end, draft.dating = link.timex, end, Dating.EXPRESSION
                drafts.append(draft)
        taken = frozenset(
            x for draft in drafts for x in (draft.trigger, draft.governor) if not self._says_more(p, draft, x)
        )
        running = _running_date(drafts, dict(timexes), published)
        recurring = {
            p.clause_of[span[0]]
            for index, timex in timexes
            if timex.type is TimexType.SET and (span := _token_span(p, index)) is not None
        }
        for found in told(p, self.contents, taken):
            if p.clause_of[found.governor] in recurring:
                continue  # تنظم الجولات كل يوم: a habit and no event
            event_type = class_of(p, found.trigger, found.governor, self.reader)
            if found.rule == PROTESTERS and _is_protest(p, found.governor, self.reader):
                continue  # أن المحتجين قطعوا الطريق: their verb is the event
            if found.rule == PROTESTERS and all(d.event_type is not EventType.PROTEST for d in drafts):
                event_type = EventType.PROTEST
            if event_type is EventType.OTHER or (event_type in _VIOLENT and self._unreal(p, found)):
                continue
            if found.rule == SUBJECT and any(
                d.trigger == found.governor and d.event_type is event_type for d in drafts
            ):
                continue  # استهدفت الغارة مستودعا: the verb tells it
            draft = self._draft(sentence, p, found.trigger, found.governor, event_type, before, found.rule)
            if is_told(p, found, event_type, bool(draft.parts.actors or draft.parts.targets)):
                self._undated(draft, found, running, before, published)
                drafts.append(draft)
        return drafts

    def _says_more(self, p: Parse, draft: _Draft, v: int) -> bool:
        """دعا إلى التظاهر الجمعة: the verb that governs what is dated is an act itself."""
        if v == draft.trigger or p.tags[v] != VERB:
            return False
        verb = p.verb(v)
        return verb is not None and verb.event_type in _SPOKEN and verb.lemma in self.governors.complement

    def _unreal(self, p: Parse, found: Told) -> bool:
        status = status_of(p, found.trigger, found.governor, self.governors, None, None)
        return status is not EventStatus.ACTUAL

    def _undated(
        self,
        draft: _Draft,
        found: Told,
        running: int | None,
        before: "_Before | None",
        published: date | None,
    ) -> None:
        """Fill in what an undated event's date rests on: the date that runs on from before, the publication's, or nothing."""
        p = draft.parse
        verb = p.verb(found.governor) if p.tags[found.governor] == VERB else None
        perfect = verb is not None and verb.aspect is Aspect.PERFECT
        if (
            found.main
            and perfect
            and status_of(p, found.trigger, found.governor, self.governors, None, None) is EventStatus.ACTUAL
        ):
            joined = p.lexes[found.governor].conj
            if (
                joined
                and running is not None
                and any(p.timex_of[j] == running for j in range(found.governor))
            ):
                draft.dating, draft.context_timex = Dating.CONTEXT, running
                return
            opens = found.governor == 0 and joined
            if (
                opens
                and before is not None
                and before.running is not None
                and before.paragraph == draft.paragraph
                and (draft.actors_in is not None or draft.event_type not in _SPOKEN)
            ):
                draft.dating, draft.context_timex = Dating.CONTEXT, before.running
                return
        if found.main and published is not None:
            draft.dating = Dating.PUBLICATION

    def _draft(
        self,
        sentence: Sentence,
        p: Parse,
        trigger: int,
        governor: int,
        event_type: EventType,
        before: _Before | None,
        rule: str,
    ) -> _Draft:
        parts = cast(p, trigger, event_type, governor)
        parts = upon_him(p, governor, event_type, parts) or parts
        if not parts.actors and governor < trigger and (doing := self._describing(p, trigger)) >= 0:
            described = cast(p, trigger, event_type, doing)
            parts = described if described.actors else parts
        elsewhere: Parse | None = None
        if not parts.actors:
            found = recover(p, trigger, governor, parts, self.governors)
            if (
                not found
                and before is not None
                and parts.elided
                and not parts.passive
                and _may_lean_back(p, governor)
            ):
                found = tuple(x for x in main_subject(before.parse) if agrees_with(before.parse, (x,), parts))
                elsewhere = before.parse if found else None
            actors = tuple(x for x in found if elsewhere or x not in parts.targets)
            parts = replace(parts, actors=actors) if actors else parts
        if parts.passive and not parts.targets and (befallen := patient(p, governor, parts)):
            parts = replace(parts, targets=befallen)
        place = parts.scene or place_of(p, trigger, governor, event_type, parts.targets)
        source, said_before = attribution_of(p, trigger, governor), False
        if source is None and before is not None and (unnamed := unnamed_speaker(p, governor)):
            spoke = tuple(x for x in main_subject(before.parse) if agrees_with(before.parse, (x,), unnamed))
            source, said_before = (spoke[0], True) if spoke else (None, False)
        return _Draft(
            sentence.index,
            sentence.paragraph,
            p,
            elsewhere,
            trigger,
            governor,
            event_type,
            parts,
            place,
            source,
            before.parse if said_before and before is not None else None,
            None,
            None,
            None,
            Dating.NONE,
            rule,
        )

    def governor(self, p: Parse, trigger: int) -> int:
        """The verb of the construction that the trigger is the noun of, else the trigger."""
        if p.tags[trigger] == VERB:
            return trigger
        tags = p.tags
        for v in range(max(0, trigger - 24), min(len(tags), trigger + 25)):
            if tags[v] == VERB:
                content, _ = self.contents.content(p, v)
                if content == trigger:
                    return v
        return trigger

    def _describing(self, p: Parse, trigger: int) -> int:
        """وقع هجوم شنه مسلحون: the verb of the clause that describes the event and says who did it; -1 where none."""
        for v in range(trigger + 1, min(len(p), trigger + 4)):
            if p.tags[v] == VERB:
                described = p.clauses[p.clause_of[v]].kind == "relative"
                return v if described and self.contents.content(p, v)[0] == trigger else -1
        return -1

    def _finish(
        self, text: str, drafts: list[_Draft], timexes: list[Timex], context: Context, linker: Linker
    ) -> tuple[list[Event], list[Entity]]:
        linker.observe(
            _surface(where, phrase)[0] for draft in drafts for _, where, phrase in _phrases_of(draft)
        )
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
            for role, where, phrase in _phrases_of(draft):
                if role is not None:
                    words, start, end = _surface(where, phrase)
                    people.append(Participant(role, words, start, end, resolve(words)))
            place = _surface(p, draft.place) if draft.place else None
            source = _surface(draft.said_in or p, draft.attribution) if draft.attribution else None
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
                    headline=headline_of(
                        p, draft.trigger, draft.governor, _own_parts(draft), span, _subject_before(draft)
                    ),
                    rule_id=draft.rule,
                    participants=tuple(people),
                )
            )
        return events, list(entities.values())


def _phrases_of(draft: _Draft) -> Iterator[tuple[Role | None, Parse, Phrase]]:
    """Participants with their role, then the place; each with the sentence that it stands in."""
    for phrase in draft.parts.actors:
        yield Role.ACTOR, draft.actors_in or draft.parse, phrase
    for phrase in draft.parts.targets:
        yield Role.TARGET, draft.parse, phrase
    if draft.place is not None:
        yield None, draft.parse, draft.place


def _own_parts(draft: _Draft) -> Cast:
    """The participants that stand in the event's own sentence: what a headline can be cut around."""
    return draft.parts if draft.actors_in is None else replace(draft.parts, actors=())


def _subject_before(draft: _Draft) -> str:
    """The actors' text where they stand in the sentence before, else nothing."""
    if draft.actors_in is None or not draft.parts.actors:
        return ""
    where, actors = draft.actors_in, draft.parts.actors
    return where.text[surface(where, actors[0])[0] : surface(where, actors[-1])[1]]


def _may_lean_back(p: Parse, governor: int) -> bool:
    """Only the verb that opens a sentence may take its subject from the sentence before."""
    return (
        p.tags[governor] == VERB
        and not p.quoted[governor]
        and not any(p.tags[j] == VERB for j in range(governor))
    )


def _running_date(drafts: list[_Draft], timexes: dict[int, Timex], published: date | None) -> int | None:
    """The last day or hour that dates an event of the sentence and may run on to the next, which tells what happened."""
    found: int | None = None
    for draft in drafts:
        if draft.timex is not None and draft.timex_end is None:
            timex = timexes[draft.timex]
            if published is not None and timex.date_from is not None and timex.date_from > published:
                continue  # اليوم وغدا: not the day to come
            found = draft.timex if timex.grain in (Grain.DAY, Grain.TIME) and timex.date_from else None
    return found


def _surface(p: Parse, phrase: Phrase) -> tuple[str, int, int]:
    start, end = surface(p, phrase)
    return p.text[start:end], start, end


_PAST = re.compile(r"الماضي(?:ة|ه)?\b|أمس|امس|المنصرم|الفائت")
_COMING = re.compile(r"المقبل|القادم|غدا|غداً")


def _is_protest(p: Parse, v: int, reader: Reader) -> bool:
    return p.tags[v] == VERB and class_of(p, v, v, reader) is EventType.PROTEST


def _spans(p: Parse, timexes: list[tuple[int, Timex]], published: date | None) -> list[Span]:
    """Calendar points as token spans: lengths, recurrences and references (الآن) date nothing."""
    spans: list[Span] = []
    ends = {index: timex for index, timex in timexes if timex.range_end}
    for index, timex in timexes:
        if timex.type not in (TimexType.DATE, TimexType.TIME) or timex.value.endswith("_REF"):
            continue
        span = _token_span(p, index)
        if span is not None:
            when = _when(timex, published)
            if timex.range_end and spans and spans[-1].index == index - 1:
                when = spans[-1].when
            if index + 1 in ends and _when(ends[index + 1], published) > when:
                when = 0  # من 10 إلى 16 أيار, told on the twelfth: neither past nor to come
            spans.append(Span(span[0], span[1], index, when))
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
