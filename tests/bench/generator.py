"""News text in any amount, made from our articles: distinct sentences, as dense in time expressions as newswire is.

Each sentence of `seeds/articles/` becomes two templates, one with its time expressions as slots and one without them.
People, places, numbers and dates are drawn anew for every sentence; surnames are built from roots, so that new words
keep coming as they do in news. A seed gives the same text on every machine.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import count
from random import Random

from hawliyat.tasks.model import Timex
from hawliyat.tasks.schema import Grain, SentenceKind, TimexType
from hawliyat.tasks.segment import segment
from hawliyat.tasks.tables import SEEDS, read_rows
from hawliyat.tasks.temporal import tag

CHARACTERS_PER_EXPRESSION = 225  # in agency text one stands in every 200 to 250
_DOCUMENT_LENGTH = 2_400
_FIRST_DAY = date(2001, 1, 1)

_ROOT = "بتجحخدرزسشصطعغفقكلمنهوي"
_SURNAMES = (
    "ال{}{}ا{}ي",
    "{}{}ي{}",
    "ال{}ا{}{}",
    "م{}{}و{}",
    "ال{}{}{}اوي",
    "{}ا{}{}",
    "ال{}{}و{}ي",
    "{}{}{}ان",
)
_LEVANT = (
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول",
    "تشرين الثاني", "كانون الأول",
)  # fmt: skip
_EGYPT = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
_WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_PREPOSITIONS = frozenset(
    {
        "في", "منذ", "خلال", "قبل", "بعد", "حتى", "من", "إلى", "عند", "عام", "وفي", "ومنذ", "ففي", "بين", "طوال",
        "لمدة", "نحو", "حوالى", "مدة", "بتاريخ",
    }
)  # fmt: skip
# What news says of no day in particular. {p} a person, {c} a city, {s} a surname, {n} a number.
_TIMELESS = """
وقال {p}، الباحث في معهد {s} للسياسات، إن سكان {c} يحتاجون إلى {n} وحدة سكنية على الأقل.
ورأى {p} أن المشروع يعيد الثقة بين أهالي {c} والسلطات المحلية، وأن كلفته لا تتجاوز {n} مليون دولار.
وذكر بيان لبلدية {c} أن فرقها أزالت {n} طنا من الركام من محيط سوق {s}.
وتضم القائمة {n} مرشحا بينهم {p} الذي يرأس نقابة عمال المرفأ في {c}.
وشدد {p} على أن الطريق بين {c} وبلدة {s} لا تزال مقطوعة، وأن {n} أسرة تنتظر المساعدة.
وأظهرت أرقام دائرة الإحصاء أن البطالة في {c} طالت {n} من أصحاب المهن الحرة.
واتهم {p} شركة {s} القابضة بالتهرب من سداد {n} ألف دينار مستحقة لعمالها في {c}.
ودعا {p}، وهو نائب عن {c}، إلى تشكيل لجنة تحقيق تضم {n} خبيرا مستقلا.
وتبعد القرية {n} كيلومترا عن {c}، وفيها مدرسة واحدة تحمل اسم الشاعر {p}.
ونفى {p} وجود خلاف داخل كتلة {s}، مؤكدا أن {n} عضوا وقعوا الوثيقة.
ويعمل في المصنع {n} عاملا، ومعظمهم من أبناء {c} بحسب مديره {p}.
وأضافت المصادر أن {p} نقل إلى مستشفى {s} في {c} حيث وصف الأطباء حالته بالمستقرة.
""".strip().splitlines()

# What a sentence may begin with.
_OPENINGS = """
وبحسب {p} في {c}:
ونقلت إذاعة {s} عن {p} قوله:
وأفاد {p} من {c}:
من جهته قال {p}:
وجاء في نشرة {s}:
وأبلغ {p} صحيفة {s}:
{c} –
وفي {c} أوضح {p} الآتي:
وكتب {p} على حسابه:
وأكدت لجنة {s} في {c}:
""".strip().splitlines()


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a template: what is drawn for it."""

    kind: str


@dataclass(frozen=True, slots=True)
class Template:
    """A sentence as fixed pieces and slots, and how many time expressions stand in it."""

    parts: tuple[str | Slot, ...]
    expressions: int


@dataclass(frozen=True, slots=True)
class Article:
    """A made article with its date."""

    id: str
    published_at: date
    text: str


@dataclass(frozen=True, slots=True)
class _Stock:
    dated: tuple[Template, ...]
    timeless: tuple[Template, ...]
    openings: tuple[Template, ...]
    given: tuple[str, ...]
    cities: tuple[str, ...]


def articles(characters: int, seed: int = 2025) -> Iterator[Article]:
    """Articles of at least as many code points together; no sentence stands twice in them."""
    random = Random(seed)
    stock = _stock()
    seen: set[str] = set()
    written = expressions = 0
    for number in count(1):
        if written >= characters:
            return
        day = _FIRST_DAY + timedelta(random.randrange(365 * 24))
        cast = _Cast(random, stock, day)
        lines = [
            f"{cast.draw('person')} في {cast.draw('city')}: {cast.draw('number')} قرارا أمام مجلس {cast.draw('surname')}",
            "",
        ]
        length = 0
        while length < _DOCUMENT_LENGTH:
            paragraph = []
            for _ in range(random.randint(1, 3)):
                short = expressions * CHARACTERS_PER_EXPRESSION < written + length
                template = random.choice(stock.dated if short else stock.timeless)
                sentence = cast.sentence(template)
                if sentence in seen:
                    continue
                seen.add(sentence)
                paragraph.append(sentence)
                expressions += template.expressions
                length += len(sentence) + 1
            if paragraph:
                lines.append(" ".join(paragraph))
        text = "\n".join(lines) + "\n"
        written += len(text)
        yield Article(f"made-{seed}-{number:06d}", day, text)


class _Cast:
    """Who and what one article speaks of."""

    def __init__(self, random: Random, stock: _Stock, day: date) -> None:
        self.random, self.stock, self.day = random, stock, day
        self.people = [f"{random.choice(stock.given)} {_surname(random)}" for _ in range(5)]
        self.cities = [random.choice(stock.cities) for _ in range(3)]
        self.months = random.choice((_LEVANT, _EGYPT))

    def sentence(self, template: Template) -> str:
        """The template filled in, behind an opening where there is little in it to tell it from others."""
        drawn = sum(isinstance(part, Slot) for part in template.parts)
        opened = drawn < 2 or self.random.random() < 0.3
        return (self.fill(self.random.choice(self.stock.openings)) if opened else "") + self.fill(template)

    def fill(self, template: Template) -> str:
        return "".join(part if isinstance(part, str) else self.draw(part.kind) for part in template.parts)

    def draw(self, kind: str) -> str:
        random = self.random
        match kind:
            case "person":
                return random.choice(self.people)
            case "city":
                return random.choice(self.cities)
            case "surname":
                return _surname(random)
            case "number":
                return str(random.randint(2, random.choice((40, 900, 20_000))))
            case "day":
                return self._day()
            case "month":
                return f"{random.choice(self.months)} {self._year()}"
            case "year":
                return random.choice(
                    (f"عام {self._year()}", f"العام {self._year()}", "العام الماضي", "العام الحالي")
                )
            case "time":
                return f"{random.choice(('مساء', 'صباح', 'فجر', 'ليل', 'ظهر'))} {self._day()}"
            case "length":
                unit = random.choice(("أيام", "أسابيع", "أشهر", "سنوات", "ساعات"))
                return f"{random.randint(3, 10)} {unit}"
            case _:
                raise KeyError(kind)

    def _year(self) -> int:
        return self.day.year - min(int(self.random.expovariate(0.25)), 60)

    def _day(self) -> str:
        random = self.random
        far = self.day - timedelta(random.randint(1, 900))
        form = random.randrange(8)
        if form < 3:
            return random.choice(_WEEKDAYS)
        if form == 3:
            return random.choice(_WEEKDAYS) + random.choice((" الماضي", " المقبل"))
        if form == 4:
            return f"{_WEEKDAYS[far.weekday()]} {far.day} {self.months[far.month - 1]} {far.year}"
        if form == 5:
            return f"{far.day} {_LEVANT[far.month - 1]}/{_EGYPT[far.month - 1]} {far.year}"
        if form == 6:
            return f"{far.day} {self.months[far.month - 1]}"
        return f"أمس {_WEEKDAYS[(self.day - timedelta(1)).weekday()]}"


def _surname(random: Random) -> str:
    return random.choice(_SURNAMES).format(*random.sample(_ROOT, 3))


@cache
def _stock() -> _Stock:
    dated: list[Template] = []
    timeless = [_parse(line) for line in _TIMELESS]
    for path in sorted((SEEDS / "articles").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        timexes = tag(text)
        for sentence in segment(text):
            inside = [timex for timex in timexes if timex.sentence == sentence.index]
            if sentence.kind is not SentenceKind.BODY or sentence.end - sentence.start < 40:
                continue
            if inside:
                dated.append(_dated(text, sentence.start, sentence.end, inside))
            timeless += _without(text, sentence.start, sentence.end, inside)
    given = [
        row["name"] for row in read_rows(SEEDS / "gazetteer" / "given_names.tsv") if row["kind"] == "given"
    ]
    cities = [row["name_ar"] for row in read_rows(SEEDS / "gazetteer" / "cities.tsv")]
    return _Stock(
        tuple(dated),
        tuple(timeless),
        tuple(_parse(line + " ") for line in _OPENINGS),
        tuple(name for name in given if "*" not in name),
        tuple(name for name in cities if name and not {"*", "~"} & set(name)),
    )


def _parse(line: str) -> Template:
    names = {"p": "person", "c": "city", "s": "surname", "n": "number"}
    parts: list[str | Slot] = []
    for piece in line.replace("{", "\0{").replace("}", "}\0").split("\0"):
        parts.append(Slot(names[piece[1]]) if piece.startswith("{") else piece)
    return Template(tuple(parts), 0)


def _dated(text: str, start: int, end: int, timexes: list[Timex]) -> Template:
    """The sentence with its points and lengths as slots; recurrences stay as they are."""
    parts: list[str | Slot] = []
    at = start
    for timex in timexes:
        slot = _slot(timex)
        if slot is not None:
            parts += [*_figures(text[at : timex.start]), slot]
            at = timex.end
    return Template((*parts, *_figures(text[at:end])), len(timexes))


def _slot(timex: Timex) -> Slot | None:
    if timex.type is TimexType.DURATION:
        return Slot("length")
    if timex.type is TimexType.TIME:
        return Slot("time")
    if timex.type is TimexType.SET or timex.value.endswith("_REF"):
        return None
    if timex.grain is Grain.YEAR:
        return Slot("year")
    return Slot("month") if timex.grain in (Grain.MONTH, Grain.QUARTER, Grain.SEASON) else Slot("day")


def _without(text: str, start: int, end: int, timexes: list[Timex]) -> list[Template]:
    """The sentence without its time expressions and the prepositions before them; none where time is left in it."""
    kept = ""
    at = start
    for timex in timexes:
        kept += text[at : timex.start]
        words = kept.split(" ")
        while len(words) > 2 and (words[-1] == "" or words[-1] in _PREPOSITIONS):
            words.pop()
        kept = " ".join(words)
        at = timex.end
    kept += text[at:end]
    return [] if tag(kept) else [Template(tuple(_figures(kept)), 0)]


def _figures(text: str) -> list[str | Slot]:
    """The text with its figures as slots; parts of decimals, scores and the like stay as they are."""
    pieces = re.split(r"(?<![\d.,/-])\d+(?![\d.,/-])", text)
    parts: list[str | Slot] = [pieces[0]]
    for piece in pieces[1:]:
        parts += [Slot("number"), piece]
    return parts
