"""Kinds, paragraphs and offsets of sentences."""

import re
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hawliyat.tasks.clean.dateline import read_dateline
from hawliyat.tasks.schema import SentenceKind
from hawliyat.tasks.segment import segment
from hawliyat.tasks.segment.split import EDGES, LONGEST

ARTICLE = """قمة طارئة في العاصمة لبحث أزمة المياه

قمة طارئة في العاصمة لبحث أزمة المياه

بيروت 12-8 (اف ب) - اجتمع وزراء خمس دول الثلاثاء في بيروت. وقال مضيفهم: "جئنا لنتفق".
– “لا وقت للخلاف” –
رأى المشاركون أن المنسوب انخفض 10،5% في عام واحد، وأن المدن الكبرى ستعاني قبل نهاية الصيف إذا لم تمطر السماء.
اقرأ أيضا: السدود العربية في أرقام
استقلاليتنا في خطر، وللاستمرار نحتاج إلى دعم القراء.
جميع الحقوق محفوظة © 2025"""


def _kinds(text: str) -> list[tuple[str, str]]:
    return [(sentence.kind.value, text[sentence.start : sentence.end]) for sentence in segment(text)]


def test_an_article() -> None:
    assert [kind for kind, _ in _kinds(ARTICLE)] == [
        "headline",
        "duplicate",
        "body",
        "body",
        "subheading",
        "body",
        "boilerplate",
        "boilerplate",
        "boilerplate",
    ]
    assert [sentence.paragraph for sentence in segment(ARTICLE)] == [0, 1, 2, 2, 3, 4, 5, 6, 7]


def test_a_headline_repeated_before_the_dateline_of_its_line() -> None:
    headline = "وزير المياه: الخطة جاهزة"
    text = f"{headline}\n{headline} تونس 3 مايو/شينخوا/أعلن الوزير اليوم أن الخطة جاهزة."
    assert _kinds(text)[:2] == [("headline", headline), ("duplicate", headline)]
    found = read_dateline(text)
    assert found is not None
    assert (found.place, found.day, found.month, found.agency) == ("تونس", 3, 5, "شينخوا")


def test_one_line_is_body() -> None:
    assert _kinds("وصل الرئيس إلى بغداد") == [("body", "وصل الرئيس إلى بغداد")]


def test_a_body_that_begins_at_once_has_no_headline() -> None:
    text = "وصل الرئيس إلى بغداد أمس، والتقى نظيره.\nوغادر في المساء بعد مؤتمر صحافي قصير في المطار."
    assert {kind for kind, _ in _kinds(text)} == {"body"}


def test_a_headline_in_two_lines() -> None:
    text = "بعد عام على الزلزال:\nماذا بقي من المدينة القديمة؟\nعاد بعض السكان إلى بيوتهم في الأحياء الشرقية، وفتحت المدارس."
    assert [kind for kind, _ in _kinds(text)] == ["headline", "headline", "body"]


def test_related_headlines_below_their_announcement_are_not_mined() -> None:
    text = "فوز جديد للفريق\nفاز الفريق مساء الجمعة بهدفين على ضيفه وتصدر الترتيب.\nمواضيع ذات صلة\nهزيمة في الدور الأول الأحد"
    assert _kinds(text)[2:] == [
        ("boilerplate", "مواضيع ذات صلة"),
        ("boilerplate", "هزيمة في الدور الأول الأحد"),
    ]


WRAPPED = """افتتاح مدرستين في ضواحي المدينة
المنامة 3 نوفمبر (بنا) - دشن وكيل الوزارة صباح اليوم مبنيين مدرسيين جديدين
في المحافظة الجنوبية بحضور عدد من أولياء الأمور والمعلمين. وأعلن الوكيل أن
الدراسة فيهما تبدأ الأحد المقبل.
وأشار إلى أن المبنيين شيدا على مساحة تزيد على عشرة آلاف متر مربع، وأن كلفة
البناء بلغت مليوني دينار."""


def test_a_paragraph_that_was_wrapped_to_a_width_is_put_together() -> None:
    sentences = segment(WRAPPED)
    assert [sentence.paragraph for sentence in sentences] == [0, 1, 1, 2]
    assert sentences[0].kind is SentenceKind.HEADLINE
    assert [WRAPPED[sentence.start : sentence.end].split()[-1] for sentence in sentences] == [
        "المدينة",
        "والمعلمين.",
        "المقبل.",
        "دينار.",
    ]


@pytest.mark.parametrize(
    "end",
    [
        "والأوضاع في المنطقة، لا سيما",
        "والأوضاع في المنطقة العربية،",
        "والأوضاع الصعبة التي تمر بها",
        "والأوضاع التي",
    ],
)
def test_a_line_that_cannot_end_goes_on_in_the_next(end: str) -> None:
    text = f"تناول الوزيران أمس العلاقات الثنائية {end}\nالأزمة في البلدين."
    assert len(segment(text)) == (2 if end.endswith("بها") else 1)


def test_first_words_on_lines_of_their_own_are_of_the_paragraphs_below() -> None:
    text = (
        "وأعلن\nالوزير أن المشروع سينتهي في موعده رغم تأخر وصول المعدات.\n"
        "وأوضح\nأن الكلفة لم تتغير منذ وضع حجر الأساس (رغم ارتفاع أسعار\nالحديد) وأن التمويل متوفر.\n"
        "وكالات"
    )
    assert [sentence.paragraph for sentence in segment(text)] == [0, 1, 2]


@pytest.mark.parametrize(
    "text",
    [
        "وكالات\nأعلن الوزير أن المشروع سينتهي في موعده رغم تأخر وصول المعدات.",
        "وصول أول قافلة مساعدات إلى المدينة المحاصرة منذ أشهر طويلة جدا\nوصلت القافلة أمس الأحد.\nوضمت 20 شاحنة.",
        "سجل غرام الذهب عيار 24 في محال الصاغة اليوم 3771 جنيها\nسجل غرام الذهب عيار 21 في محال الصاغة اليوم 3300 جنيه\n"
        "سجل غرام الذهب عيار 18 في محال الصاغة اليوم 2828 جنيها\nسجل غرام الذهب عيار 14 في محال الصاغة اليوم 2200 جنيه",
        "حضر الافتتاح ممثلون عن الوزارات والهيئات المشاركة،\n- وزارة الصحة\n- وزارة النقل",
        "حضر الافتتاح ممثلون عن الوزارات والهيئات المشاركة،\n\nوغادر الوزير بعد ساعة.",
    ],
)
def test_lines_that_were_not_wrapped_stay_apart(text: str) -> None:
    assert len({sentence.paragraph for sentence in segment(text)}) == len(text.split("\n")) - text.count(
        "\n\n"
    )


@pytest.mark.parametrize("mark", ["\n", "\r", "\u2028", "\u2029", "\v", "\f", "\x85"])
def test_line_breaks_of_every_kind_end_a_sentence(mark: str) -> None:
    assert len(segment(f"بدأ الاجتماع صباحا{mark}وانتهى مساء")) == 2


WORDS = ("قال", "الوزير", "وقال", "هـ", "12", "..", "ود", "Inc", "  ")
SIGNS = 'أدقم3٣ .…؟!،؛:"“”«»()[]-–\n\t\u200f\u064eـ/|\u2028a\0🙂'
PIECES = st.lists(st.sampled_from((*WORDS, *SIGNS)), max_size=120).map("".join)


@settings(max_examples=400, deadline=None)
@given(st.one_of(PIECES, st.text(max_size=300)))
@example("نص ـ.ب")
@example(".).).!.\0\u0640.\u0769^.!\u0640^\u0669")
def test_spans_are_ordered_trimmed_and_lose_nothing(text: str) -> None:
    sentences = segment(text)
    end = 0
    for index, sentence in enumerate(sentences):
        assert sentence.index == index
        assert end <= sentence.start < sentence.end <= len(text)
        assert not text[end : sentence.start].strip(EDGES)
        inside = text[sentence.start : sentence.end]
        assert inside == inside.strip(EDGES)
        assert not re.search("[\r\v\f\x85\u2028\u2029]|\n\\s*\n", inside)  # a lone \\n may be of wrapped text
        end = sentence.end
    assert not text[end:].strip(EDGES)
    assert [sentence.paragraph for sentence in sentences] == sorted(
        sentence.paragraph for sentence in sentences
    )


@pytest.mark.parametrize(
    "text",
    [
        "ا" * 1_000_000,
        "كلمة " * 200_000,
        "." * 1_000_000,
        '".' * 500_000,
        "(" * 1_000_000,
        "()" * 500_000,
        '"' * 1_000_000,
        "قال. " * 200_000,
        "\u064e" * 1_000_000,
        "1." * 500_000,
        "\n" * 1_000_000,
        "|" * 1_000_000,
        "– " * 500_000,
        "#وسم " * 200_000,
        "س\n" * 300_000,
        '؟" قال ' * 150_000,
        "د. " * 300_000,
        "كلمة... في " * 100_000,
    ],
    ids=lambda text: repr(text[:6]),
)
def test_hostile_texts_cost_time_in_proportion(text: str) -> None:
    started = time.perf_counter()
    sentences = segment(text)
    read_dateline(text)
    assert time.perf_counter() - started < 20
    assert all(sentence.end - sentence.start <= LONGEST for sentence in sentences)
    assert all(sentence.kind in SentenceKind for sentence in sentences)
