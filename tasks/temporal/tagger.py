"""The tagger: from a document's text, sentences and context to its TIMEX3 expressions.

match -> produce (underspecified) -> join ends of ranges -> resolve, sentence by sentence in reading order, because what
comes later leans on what came before.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from hawliyat.tasks.clean.fold import Folded, fold, fold_word
from hawliyat.tasks.model import Context, Sentence, Timex
from hawliyat.tasks.schema import Anchoring, Grain, SentenceKind, TimexType
from hawliyat.tasks.segment.tokens import Tokens, tokenize
from hawliyat.tasks.temporal import tense
from hawliyat.tasks.temporal.contexts import context
from hawliyat.tasks.temporal.match import Items, bind, fitting_rules, read_items
from hawliyat.tasks.temporal.produce.guards import in_title
from hawliyat.tasks.temporal.raw import Era, Feast, Fixed, Moved, Nth, Part, Point, Raw, Shift, Since
from hawliyat.tasks.temporal.resolve import resolve
from hawliyat.tasks.temporal.resolve_relative import shift_from
from hawliyat.tasks.temporal.resolved import UNRESOLVED, Resolved, Situation
from hawliyat.tasks.temporal.rules import RuleBook, load_rules

SILENT = frozenset({SentenceKind.BOILERPLATE, SentenceKind.DUPLICATE})
_TO = context("range_to") | {"-"}
_AND = context("list_and") | {"،", ","}
_UNTIL_TODAY = context("until_today")
_NEAR = 14  # tokens between an offset and the date of the event that it counts from
_COUNTED_FROM = context("counted_from")
_DUAL_OF_RANGE = context("dual_of_range")
_UP_TO = context("up_to")
_DELIVERY = context("delivery")
_BOUNDED_BY = _UP_TO | {"حتي", "قبل"}
_REQUEST = context("request")
_QUESTION = context("question")
_FILLER = context("phrase_filler")
_OF_CLOCK = context("said_of_clock")
_ADVERBS = frozenset({"PODADV", "UNITACC", "UNITPL", "SETADV", "REF", "LATELY", "N", "FRAC", "WDAY", "AD"})
_BRIEF = 9  # words and signs of a sentence short enough to be said to an assistant
_FILLERS = 6  # words beside the expressions that a phrase may have
_CLAUSE = 12  # tokens back that can hold the verb of a clause
_CLAUSE_ENDS = frozenset({".", "،", ",", "؛", ":", "الذي", "التي", "حتى", "ثم", "أن", "ان", "قد"})
# How the clause led a rule that needed its direction: the end of the rule's id.
_WAYS = {1: ".future", -1: ".past", tense.ARRANGED: ".past", tense.IMPERFECT: ".imperfect"}
_FINE = frozenset({Grain.MONTH, Grain.DAY, Grain.TIME})
_TWELVE_HOURS = frozenset(
    {"clock.ord.frac", "clock.ord.alone"}
)  # hours told by a word, with no part of the day
NARRATIVE_DISTANCE = 2  # years from the document's date beyond which a paragraph tells of its own time
PAIRED = 12  # characters between the two dates of a pair: ` الموافق `
DATELINE_DRIFT = 2  # days by which a dateline may stand off the document's date and still be its own day


class Found:
    """A match before it is resolved."""

    __slots__ = ("end", "first", "last", "range_end", "raw", "rule_id", "start")

    def __init__(self, start: int, end: int, first: int, last: int, raw: Raw, rule_id: str) -> None:
        self.start, self.end = start, end  # source offsets
        self.first, self.last = first, last  # tokens, half-open
        self.raw, self.rule_id = raw, rule_id
        self.range_end = False


def tag_document(text: str, sentences: Sequence[Sentence], context: Context) -> list[Timex]:
    """The expressions of a document in reading order, none overlapping.

    `sentences` are the document's; those of boilerplate and repeats are passed over. Offsets are code points of `text`.
    """
    book = load_rules()
    book.book.forget()
    folded = fold(text)
    reader = _Reader(text, folded, context, book)
    reader.single = len(sentences) == 1
    for sentence in sentences:
        if sentence.kind not in SILENT:
            reader.read(sentence)
    return pair_notes(reader.out)


class _Reader:
    """Reads a document from top to bottom and keeps what later expressions can lean on."""

    def __init__(self, text: str, folded: Folded, context: Context, book: RuleBook) -> None:
        self.text, self.folded, self.book = text, folded, book
        self.dct: date | None = context.published_at
        self.timestamp = context.published_at_ts
        self.out: list[Timex] = []
        self.last: Resolved | None = None
        self.last_in_paragraph: Resolved | None = None
        self.narrative: Resolved | None = None
        self.in_sentence: Resolved | None = None
        self.day_before: Resolved | None = None
        self.told: Resolved | None = None  # a day or month of a past year that this sentence has named
        self.paragraph = -1
        self.sentence = -1
        self.ahead = False
        self.entry = False  # the sentence is an entry of a timeline
        self.heading: Resolved | None = None  # a year that is a line by itself, over the entries that follow
        self.single = False  # the text is one sentence
        self.brief = False  # it is one short sentence
        self.asked = False  # it is a phrase said alone, or a request
        self.kind = SentenceKind.HEADLINE
        self.clauses = tense.Clauses(())
        self.carried: Resolved | None = None  # the narrative of the line before, for clauses of the past

    def read(self, sentence: Sentence) -> None:
        book = self.book.book
        if sentence.paragraph != self.paragraph:
            # a tale goes on in the next line of the body; a headline tells none
            goes_on = sentence.paragraph == self.paragraph + 1 and self.kind is SentenceKind.BODY
            self.carried = (self.narrative or self.carried) if goes_on else None
            self.paragraph, self.kind = sentence.paragraph, sentence.kind
            self.last_in_paragraph = self.narrative = None
        tokens = tokenize(self.folded, self.text, sentence.start, sentence.end)
        codes = "".join(map(book.__getitem__, tokens.words))
        if not self.book.worth_reading.search(codes):
            return
        items = read_items(tokens, self.text, codes, book.lexicon, self.book.alphabet, self.book.merger)
        found = self.match(items)
        if not found:
            return
        _share(found, tokens)
        self.asked = self.single and _asked(found, tokens)
        self.brief = self.single and len(tokens) <= _BRIEF
        if self.asked or self.brief:
            found = _day_and_hour(found, tokens)
        else:
            _in_said_part(found, tokens)
        if self.asked:
            found = _off_a_day(found, tokens)
        self.day_before = self.in_sentence if sentence.index <= self.sentence + 2 else None
        self.in_sentence = self.told = None
        self.ahead = False
        self.sentence = sentence.index
        self.clauses = tense.Clauses(tokens.words)
        if self.asked and tokens.words[0] in _QUESTION:
            self.clauses.pass_over(0)
        # an entry of a timeline: - 15 و16 مارس: تظاهرات
        self.entry = found[0].first <= 1 and any(
            tokens.words[a.last : a.last + 1] == [":"] for a in found[:2]
        )
        for position, one in enumerate(found):
            self.resolve(one, sentence, tokens, position, found)
        if len(found) == 1 and found[0].last - found[0].first >= len(tokens) - 1 and self.last is not None:
            self.heading = self.last if self.last.grain is Grain.YEAR else None

    def match(self, items: Items) -> list[Found]:
        """All matches of a sentence, left to right, longest first."""
        out: list[Found] = []
        at = 0
        codes = items.codes
        rules, by_code, windows = self.book.rules, self.book.by_code, self.book.windows
        for found in self.book.starters.finditer(codes):
            start = found.start()
            if start < at:
                continue
            bare, possible = by_code[codes[start]]
            for fitting in fitting_rules(codes, start, bare, possible, windows):
                candidate = bind(fitting, start)
                rule = rules[candidate.order]
                spans = rule.production(items, candidate)
                if spans is None:
                    continue
                if in_title(items, candidate):
                    spans = []
                for a, b, raw in spans:
                    out.append(self._found(items, a, b, raw, rule.rule_id))
                at = (
                    max([candidate.end, *(b for _, b, _ in spans)])
                    if not spans
                    else max(b for _, b, _ in spans)
                )
                break
        return out

    def _found(self, items: Items, a: int, b: int, raw: Raw, rule_id: str) -> Found:
        first, last = items.first[a], items.last[b - 1]
        reading = items.readings[a]
        start = items.tokens.starts[first]
        end = items.tokens.ends[last]
        if reading is not None and reading.skip and first < len(items.tokens):
            start = self._skip(start, items.tokens.ends[first], reading.skip)
        return Found(start, end, first, last + 1, raw, rule_id)

    def _skip(self, start: int, end: int, count: int) -> int:
        """The source offset after `count` folded characters of a word (marks on them go with them)."""
        if self.folded.identity:
            return start + count
        position = start
        while count and position < end:
            count -= len(fold_word(self.text[position]))
            position += 1
        while position < end and not fold_word(self.text[position]):
            position += 1
        return position

    def resolve(
        self, one: Found, sentence: Sentence, tokens: Tokens, position: int, found: list[Found]
    ) -> None:
        raw = one.raw
        if isinstance(raw, Since):
            raw = self._since(one, raw, tokens)
        today = self.dct is None and isinstance(raw, Shift) and raw.unit == "day"
        needs = today or _leans_on_clause(raw)
        way = self.clauses.direction(one.first, one.last) if needs else None
        if way in (None, -1, tense.ARRANGED) and self.ahead and position:
            way = 1  # `في 22 مايو المقبل، ثم حتى نهاية ديسمبر`
        asked = self.asked and (way in (None, 1, tense.IMPERFECT) or tokens.words[0] in _REQUEST)
        asked = (
            asked and one.rule_id != "date.podwd"
        )  # ليل الاثنين الثلاثاء: nights are told so that have been
        asked = asked or (self.brief and self.clauses.direction(one.first, one.last) == 1)
        if needs and asked:
            way = 1  # said alone, or asked of an assistant: what is to come
        before = tokens.words[one.first - 1] if one.first else ""
        if needs and before in ("منذ", "ومنذ"):
            way = -1
        elif needs and self._to_come(one, way, before, position, found, tokens):
            way = 1
        if self._became(one, raw, tokens):
            return
        told = (self.heading or self.carried) if self.entry else None
        if needs and told is not None and way in (None, tense.IMPERFECT, tense.ARRANGED):
            way = -1  # the entries of a timeline tell what was, often in the present
        narrative = told or self.narrative or (self.carried if way == -1 else None)
        situation = Situation(
            self.dct,
            self.timestamp,
            way,
            self.last,
            self.last_in_paragraph,
            self.in_sentence,
            narrative,
            asked,
            self.day_before,
            firm=way == 1 and before in _BOUNDED_BY,
            told=self.told,
            then=bool(position) and "ثم" in tokens.words[found[position - 1].last : one.first],
        )
        if one.rule_id == "ref.lately" and self.dct is None:
            return  # of a text without a date أخيرا is "at last"
        if today and one.first and tokens.words[one.first - 1].lstrip("و") in _UNTIL_TODAY:
            situation.direction = None  # حتى اليوم: nowadays
        value = self._described(one, raw, tokens, found[position + 1 :], situation)
        if value is None:
            if isinstance(raw, Shift) and one.rule_id in ("ago", "after", "unit.follow"):
                raw = self._origin(one, raw, tokens)
            if one.rule_id in _TWELVE_HOURS and isinstance(raw, Shift) and raw.clock:
                raw = self._in_its_part(raw)
            if one.range_end and isinstance(raw, Point):
                situation = self._after_first_end(raw, situation)
            value = resolve(raw, situation)
            if (
                isinstance(raw, Shift)
                and one.range_end
                and position
                and self.out
                and _past_midnight(value, raw, found[position - 1].raw, self.out[-1])
            ):
                value = resolve(Moved(raw, Shift("day", 1)), situation)
        if one.range_end and not self._goes_on(value):
            one.range_end = False
        if value.anchoring is Anchoring.EXPLICIT and value.first and self.dct and value.first > self.dct:
            value = self._noted(value, one)
        if isinstance(raw, (Point, Part)) and raw.direction is not None:
            self.ahead = raw.direction > 0
        rule_id = one.rule_id
        if (
            needs
            and value.anchoring is Anchoring.PUBLICATION
            and isinstance(raw, (Point, Part))
            and raw.direction is None
        ):
            rule_id += _WAYS.get(way or 0, ".nearest")
        if isinstance(raw, Point) and raw.month and raw.day and one.first <= 12 and sentence.index <= 3:
            self._dateline(value, one, tokens)
        self._remember(value, raw, before in _TO)
        if value.anchoring in (Anchoring.EXPLICIT, Anchoring.CONTEXT) and value.grain in _FINE:
            past = value.first is not None and self.dct is not None and value.first.year < self.dct.year
            self.told = value if past else None
        self.out.append(
            Timex(
                sentence.index, one.start, one.end, self.text[one.start : one.end], value.type, value.value, value.mod,
                value.first, value.last, value.grain, value.calendar, value.anchoring, value.note, rule_id, one.range_end,
            )
        )  # fmt: skip

    def _to_come(
        self, one: Found, way: int | None, before: str, position: int, found: list[Found], tokens: Tokens
    ) -> bool:
        """Whether the words before an expression look ahead, whatever the clause: بحلول، تسليم، من الآن وحتى."""
        if before in _UP_TO:
            return way in (None, tense.ARRANGED, tense.IMPERFECT)
        return before in _DELIVERY or bool(position and _from_today(one, found[position - 1], tokens))

    def _in_its_part(self, raw: Shift) -> Shift:
        """`هزم ضيفه مساء السبت. وانطلقت المباراة عند السابعة`: the hour is of the evening just told of."""
        before = self.in_sentence or self.day_before
        if before is None or raw.clock is None or "T" not in before.value:
            return raw
        return replace(raw, clock=_in_part(raw.clock, before.value.partition("T")[2]))

    def _became(self, one: Found, raw: Raw, tokens: Tokens) -> bool:
        """`البطل الذي غدا رمزا`: غدا is "became" where the clause has no other verb and its predicate, an accusative, follows.

        `يعقد غدا اجتماعا` has a verb, and its object follows.
        """
        if not (isinstance(raw, Shift) and one.last - one.first == 1 and one.last < len(tokens)):
            return False
        if tokens.words[one.first].removeprefix("و") != "غدا" or self.asked:
            return False
        after = tokens.words[one.last]
        if len(after) < 4 or not after.endswith("ا") or after.startswith("ال") or self._is_adverb(after):
            return False
        for i in range(one.first - 1, max(-1, one.first - _CLAUSE), -1):
            if tokens.words[i] in _CLAUSE_ENDS:
                break
            if self.clauses.at(i) is not None:
                return False
        return True

    def _is_adverb(self, word: str) -> bool:
        """Whether an accusative is a word of time (غدا صباحا, غدا شهرا) and no predicate."""
        reading = self.book.book.lexicon.memo.get(word)
        return reading is not None and not _ADVERBS.isdisjoint(reading.values)

    def _noted(self, value: Resolved, one: Found) -> Resolved:
        """Note a date after the document's own in a clause of the past."""
        if self.clauses.direction(one.first, one.last) != -1:
            return value
        ahead = "after the document's date, in a clause of the past"
        return replace(value, note=f"{value.note}; {ahead}" if value.note else ahead)

    def _since(self, one: Found, raw: Since, tokens: Tokens) -> Raw:
        """منذ with a length: a point where the clause tells of one past event, else the length without منذ."""
        if (one.first and tokens.words[one.first - 1] == "اي") or tense.single_past_event(
            tokens.words, one.first
        ):
            return raw.point
        one.first += raw.skip
        one.start = tokens.starts[one.first]
        return raw.length

    def _origin(self, one: Found, raw: Shift, tokens: Tokens) -> Shift:
        """What a counted offset counts from: the document's date, or, in a tale of the past, what was spoken of last.

        `بعد يومين` of a past clause cannot lie two days ahead of the report. Without a document's date there is nothing
        else to count from.
        """
        if self.last is None or self.last.first is None or raw.anaphoric:
            return raw
        if self.dct is None:
            return replace(raw, anaphoric=True)
        if raw.amount > 0 and raw.unit not in ("minute", "second") and self.last_in_paragraph is not None:
            way = self.clauses.direction(one.first, one.last)
            if (way or 0) < 0:
                return replace(raw, anaphoric=True)
        return raw

    def _described(
        self, one: Found, raw: Raw, tokens: Tokens, later: list[Found], situation: Situation
    ) -> Resolved | None:
        """The value of an offset that is tied to an event by من, على or ل; None of any other expression.

        `27 كانون الثاني، قبل ثلاثة أيام من رؤيته` and `تصل الخميس بعد يومين من الزلزال` say more of a date that the sentence
        has named: they are that date. `بعد عشرة أشهر على الهجوم في كانون الثاني` counts from the date that follows. Else the
        words tell only how far two events lie apart, and a report of the past speaks of its own day.
        """
        if not isinstance(raw, Shift) or one.rule_id not in ("ago", "after", "unit.follow", "since"):
            return None
        if one.first and tokens.words[one.first - 1] == "اي" and self._said_before():
            return resolve(replace(raw, amount=0, anaphoric=True), situation)
        if one.rule_id == "since":
            return None
        after = tokens.words[one.last] if one.last < len(tokens) else ""
        follows = one.rule_id == "unit.follow"
        tied = after.startswith("ل") and len(after) > 3 if follows else after in _COUNTED_FROM
        if not tied:
            return None
        if self._said_before():
            return resolve(replace(raw, amount=0, anaphoric=True), situation)
        if one.rule_id == "unit.follow":
            return None
        if later and later[0].first - one.last <= _NEAR and isinstance(later[0].raw, (Point, Feast, Shift)):
            event = resolve(later[0].raw, situation)
            if event.first is not None:
                return shift_from(event.first, raw, Anchoring.CONTEXT)
        way = self.clauses.direction(one.first, one.last)
        if raw.unit in ("minute", "second") or way == 1:
            return Resolved(TimexType.DATE, UNRESOLVED, raw.mod, anchoring=Anchoring.UNRESOLVED)
        if raw.amount > 0 and self.dct is not None and self.last_in_paragraph is None:
            return resolve(replace(raw, amount=0), situation)
        return None

    def _said_before(self) -> bool:
        """Whether this sentence has named a calendar point."""
        return bool(self.out) and self.out[-1].sentence == self.sentence and self.last is not None

    def _after_first_end(self, raw: Point, situation: Situation) -> Situation:
        """`من الأحد 26 آذار إلى الجمعة`: a bare weekday as second end is the first such day after the first end."""
        if raw.weekday is None or raw.day is not None or raw.direction is not None or not self.out:
            return situation
        first = self.out[-1].date_from
        return situation if first is None else replace(situation, dct=first, direction=1, narrative=None)

    def _goes_on(self, value: Resolved) -> bool:
        """Whether a second end lies at or after the first: `بين 2002 و1998` is no range."""
        first = self.out[-1].date_from if self.out else None
        return (
            first is not None and value.first is not None and value.last is not None and value.first >= first
        )

    def _dateline(self, value: Resolved, one: Found, tokens: Tokens) -> None:
        """The day of a dateline is the day of the report where it stands off the document's date by a day or two.

        A dateline is a place and a day, closed by a bracket, a dash, a slash, a colon or the end of the line.
        """
        if value.first is None or self.dct is None or value.grain not in (Grain.DAY, Grain.TIME):
            return
        after = tokens.words[one.last] if one.last < len(tokens) else ""
        if after not in ("", "(", "-", "/", ":"):
            return
        if 0 < abs((value.first - self.dct).days) <= DATELINE_DRIFT:
            self.dct = value.first

    def _remember(self, value: Resolved, raw: Raw, until: bool) -> None:
        """What later expressions lean on; a day after حتى is where something ends, not the day spoken of."""
        if value.first is None:
            return
        self.last = self.last_in_paragraph = value
        if value.grain in (Grain.DAY, Grain.TIME) and not (until and value.grain is Grain.DAY):
            self.in_sentence = value
        explicit = value.anchoring is Anchoring.EXPLICIT or value.anchoring is Anchoring.CONTEXT
        if explicit and value.grain in (
            Grain.YEAR,
            Grain.MONTH,
            Grain.DAY,
            Grain.TIME,
            Grain.SEASON,
            Grain.WEEK,
        ):
            far = self.dct is None or abs(value.first.year - self.dct.year) >= NARRATIVE_DISTANCE
            told = isinstance(raw, (Point, Part)) or (isinstance(raw, Shift) and raw.anaphoric)
            self.narrative = value if far and told else None
            self.carried = None
        elif value.anchoring is Anchoring.PUBLICATION:
            self.narrative = self.carried = None


def _asked(found: list[Found], tokens: Tokens) -> bool:
    """Whether a text of one line is a phrase that says nothing but time, or a request to an assistant."""
    if tokens.words[0] in _REQUEST or tokens.words[0] in _QUESTION:
        return True
    if found[0].first > _FILLERS or len(tokens) - sum(one.last - one.first for one in found) > _FILLERS:
        return False
    taken = {i for one in found for i in range(one.first, one.last)}
    return all(i in taken or word in _FILLER for i, word in enumerate(tokens.words))


def _day_and_hour(found: list[Found], tokens: Tokens) -> list[Found]:
    """`غدا في الساعة العاشرة`: of a request, a day and the hour or part of the day behind it are one expression."""
    out: list[Found] = []
    for one in found:
        before = out[-1] if out else None
        gap = tokens.words[before.last : one.first] if before else []
        if (
            before is not None
            and (not gap or (len(gap) == 1 and gap[0] in _OF_CLOCK))
            and isinstance(one.raw, Shift)
            and one.raw.running
            and isinstance(before.raw, (Point, Shift))
            and _day(before.raw)
            and (one.raw.clock or not before.raw.part)
        ):
            clock = _in_part(one.raw.clock, before.raw.part) if one.raw.clock else None
            raw = replace(before.raw, clock=clock, part=one.raw.part)
            out[-1] = Found(before.start, one.end, before.first, one.last, raw, one.rule_id)
            continue
        out.append(one)
    return out


def _in_said_part(found: list[Found], tokens: Tokens) -> None:
    """`مساء السبت عند الساعة 10:15`: an hour behind a part of the day, its half unsaid, is an hour of that part."""
    for a, b in pairwise(found):
        part = a.raw.part if isinstance(a.raw, (Point, Shift)) else None
        near = b.first - a.last <= 2 and all(word in _OF_CLOCK for word in tokens.words[a.last : b.first][:1])
        if part and near and isinstance(b.raw, Shift) and b.raw.clock and b.raw.running and not b.raw.half:
            b.raw = replace(b.raw, clock=_in_part(b.raw.clock, part), half=True)


def _past_midnight(value: Resolved, raw: Shift, a: Raw, before: Timex) -> bool:
    """`من السابعة مساء حتى السادسة صباحا`: the second hour, said to be of the morning, is the next day's."""
    return (
        raw.running and raw.clock is not None
        and isinstance(a, Shift) and a.half and a.clock is not None
        and (raw.half or a.clock >= "18:00")
        and value.first is not None and value.first == before.date_from
        and raw.clock < a.clock
    )  # fmt: skip


def _off_a_day(found: list[Found], tokens: Tokens) -> list[Found]:
    """`قبل يومين من رأس السنة`: of a request, a count and the day that it counts from are one expression."""
    out: list[Found] = []
    for one in found:
        before = out[-1] if out else None
        if (
            before is not None
            and tokens.words[before.last : one.first] == ["من"]
            and before.rule_id in ("ago", "after")
            and isinstance(before.raw, Shift)
            and before.raw.unit not in ("minute", "second")
            and (isinstance(one.raw, Feast) or (isinstance(one.raw, (Point, Shift)) and _day(one.raw)))
        ):
            raw = Moved(one.raw, before.raw)
            out[-1] = Found(before.start, one.end, before.first, one.last, raw, before.rule_id)
            continue
        out.append(one)
    return out


def _from_today(one: Found, before: Found, tokens: Tokens) -> bool:
    """`من الآن وحتى الجمعة`: what a range that begins now ends with lies ahead."""
    raw = before.raw
    now = (isinstance(raw, Fixed) and raw.value == "PRESENT_REF") or (
        isinstance(raw, Shift) and raw.unit == "day" and raw.amount == 0
    )
    gap = tokens.words[before.last : one.first]
    return now and len(gap) == 1 and gap[0].removeprefix("و") in _TO


def _in_part(clock: str, part: str | None) -> str:
    """A time of the clock in its part of the day: السابعة of an evening is 19:00."""
    hour = int(clock[:2])
    later = (
        (part in ("AF", "EV") and hour < 12)
        or (part == "NI" and 6 <= hour < 12)
        or (part == "MI" and hour <= 3)
    )
    return f"{hour + 12:02d}{clock[2:]}" if later else clock


def _day(raw: Point | Shift) -> bool:
    """Whether it is a day, or a part of it, without an hour."""
    if raw.clock:
        return False
    return raw.unit == "day" if isinstance(raw, Shift) else raw.day is not None or raw.weekday is not None


def _leans_on_clause(raw: Raw) -> bool:
    """Whether the direction of the clause can decide the value: not where the words give the year."""
    if isinstance(raw, Point) and raw.known_after is not None:
        return True
    if isinstance(raw, (Point, Part)):
        return raw.year is None
    if isinstance(raw, Era):
        return raw.unit == "decade"
    return isinstance(raw, (Feast, Nth, Moved)) or (isinstance(raw, Shift) and raw.running)


def _share(found: list[Found], tokens: Tokens) -> None:
    """Ends of ranges and members of lists share the year (and month) that only the last of them names."""
    for i in range(len(found) - 1, 0, -1):
        a, b = found[i - 1], found[i]
        gap = tokens.words[a.last : b.first]
        conj = b.first < len(tokens.words) and tokens.words[b.first].startswith("و") and not gap
        before = tokens.words[a.first - 1].lstrip("وف") if a.first else ""
        to = not gap and before == "من" and tokens.words[b.first].startswith("لل")  # من الأحد للخميس
        joined = (len(gap) == 1 and (gap[0].removeprefix("و") in _TO or gap[0] in _AND)) or conj or to
        if isinstance(a.raw, Feast) and isinstance(b.raw, Point):
            a.raw = _feast_of(a.raw, b.raw, gap)
        if not joined:
            continue
        if (
            (len(gap) == 1 and gap[0].removeprefix("و") in _TO)
            or to
            or before == "بين"
            or (a.first > 1 and tokens.words[a.first - 1] in _DUAL_OF_RANGE)
        ):
            b.range_end = _points(a.raw, b.raw)
        if isinstance(a.raw, Point) and isinstance(b.raw, Point) and a.raw.hijri == b.raw.hijri:
            a.raw = _complete(a.raw, b.raw)


def _feast_of(a: Feast, b: Point, gap: list[str]) -> Feast:
    """`ثاني أيام العيد الخميس 29 يونيو 2023`: a feast with its date behind it is that year's."""
    apposed = not gap or (len(gap) == 1 and gap[0] in ("(", "،", ",", ":", "-"))
    if not apposed or b.day is None or b.year is None or a.year is not None or a.base is not None:
        return a
    return replace(a, year=b.year, hijri_year=b.hijri)


def _points(a: Raw, b: Raw) -> bool:
    return isinstance(a, (Point, Part, Shift)) and isinstance(b, (Point, Part, Shift))


def _complete(a: Point, b: Point) -> Point:
    if (
        a.month is not None
        and b.month is not None
        and a.year is None
        and a.base is None
        and a.direction is None
    ):
        if b.year is not None:
            # من كانون الأول إلى شباط 2024: the first end lies in the year before
            crosses = (a.month, a.day or 0) > (b.month, b.day or 31)
            year = b.year - 1 if crosses else b.year
            return replace(a, year=year, two_digit_year=b.two_digit_year, written_year=None)
        if b.base is not None or b.direction is not None:
            return replace(a, base=b.base, direction=b.direction)
    if b.bc and a.year is not None and a.month is None:
        return replace(a, bc=True)
    if (
        a.weekday is not None
        and a.month is None
        and b.weekday is not None
        and b.month is None
        and a.direction is None
    ):
        return replace(a, direction=b.direction)
    return a


def pair_notes(timexes: list[Timex]) -> list[Timex]:
    """Note days of two calendars that stand side by side (`الموافق`, brackets) and disagree; neither is mended."""
    for i in range(len(timexes) - 1):
        a, b = timexes[i], timexes[i + 1]
        if (
            a.calendar is b.calendar
            or a.grain is not Grain.DAY
            or b.grain is not Grain.DAY
            or b.start - a.end > PAIRED
        ):
            continue
        if a.date_from != b.date_from and a.sentence == b.sentence:
            note = f"the {a.calendar.value} date beside it is {a.date_from}"
            timexes[i + 1] = replace(b, note=f"{b.note}; {note}" if b.note else note)
    return timexes
