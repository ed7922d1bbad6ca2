"""What the events engine promises: anchoring, participants, status, dating, offsets, and frames with stable keys."""

from datetime import date

import polars as pl
import pytest

from hawliyat.tasks.events import extract_events, extract_frame
from hawliyat.tasks.events.headline import headline_of
from hawliyat.tasks.model import Context, Event
from hawliyat.tasks.schema import DOCUMENTS, EVENTS, Dating, EventStatus, Role
from hawliyat.tasks.segment import segment, segment_frame
from hawliyat.tasks.temporal import tag_document, tag_frame

WEDNESDAY = Context(date(2024, 5, 15))


def events_of(text: str, context: Context = WEDNESDAY) -> list[Event]:
    sentences = segment(text)
    return extract_events(text, sentences, tag_document(text, sentences, context), context)[0]


def dated(text: str) -> list[tuple[str, str]]:
    """Trigger and the words of its date."""
    sentences = segment(text)
    timexes = tag_document(text, sentences, WEDNESDAY)
    events, _ = extract_events(text, sentences, timexes, WEDNESDAY)
    return [(event.trigger, timexes[event.timex].surface) for event in events if event.timex is not None]


def people(event: Event, role: Role) -> list[str]:
    return [person.surface for person in event.participants if person.role is role]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("وصل الوزير إلى الدوحة مساء الاثنين.", "وصل"),
        ("في آذار/مارس 2019، افتتح الملك المتحف الجديد.", "افتتح"),
        ("قال الوزير أمس إن المحادثات مستمرة.", "قال"),
        ("قال الوزير إن القطار توقف أمس.", "توقف"),
        ("أجرى الرئيسان أمس محادثات في عمان.", "محادثات"),
        ("تعيش البلاد أزمة منذ اغتيال الرئيس في 2019.", "اغتيال"),
        ("كشف تقرير عن تراجع الصادرات في 2022.", "تراجع"),
        ("كان الجنرال رئيسا للأركان عام 2010.", "رئيسا"),
        ("الرئيس الذي انتخب عام 2014 لن يترشح.", "انتخب"),
        ("شددت المطارات إجراءاتها بعد هجمات 11 سبتمبر 2001.", "هجمات"),
    ],
)
def test_the_date_goes_with(text: str, trigger: str) -> None:
    assert [found for found, _ in dated(text)] == [trigger]


@pytest.mark.parametrize(
    "text",
    [
        "بيروت 14-5 (وكالات) -",
        "هذه أول زيارة من نوعها منذ 2011.",
        "كان العام الماضي صعبا.",
        "يسمح القانون 12 لسنة 1990 بذلك.",
    ],
)
def test_dates_that_date_nothing(text: str) -> None:
    assert dated(text) == []


def test_coordinated_verbs_share_a_date_that_opens_the_sentence() -> None:
    assert [trigger for trigger, _ in dated("عام 2016 غادر الكاتب بلاده وأقام في لشبونة.")] == [
        "غادر",
        "وأقام",
    ]


def test_a_range_is_one_event_with_two_ends() -> None:
    text = "تستضيف الدوحة البطولة من 3 إلى 17 حزيران/يونيو المقبل."
    (event,) = [event for event in events_of(text) if event.timex is not None]
    assert event.timex_end is not None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("سيزور الرئيس برلين الشهر المقبل.", EventStatus.PLANNED),
        ("من المقرر أن تبدأ المحاكمة الأسبوع المقبل.", EventStatus.PLANNED),
        ("لم تعلن الوزارة النتائج أمس.", EventStatus.NEGATED),
        ("نفى الناطق أن يكون الوزير استقال أمس.", EventStatus.NEGATED),
        ("قد يستقيل الوزير الشهر المقبل.", EventStatus.HYPOTHETICAL),
        ("أعلنت الوزارة النتائج أمس.", EventStatus.ACTUAL),
    ],
)
def test_status(text: str, status: EventStatus) -> None:
    assert [event.status for event in events_of(text) if event.timex is not None] == [status]


def test_subject_and_object_in_verb_first_order() -> None:
    (event,) = events_of("اعتقلت الشرطة الإسبانية أمس ثلاثة مهربين في مالقة.")
    assert people(event, Role.ACTOR) == ["الشرطة الإسبانية"]
    assert people(event, Role.TARGET) == ["ثلاثة مهربين"]
    assert event.place == "مالقة"


def test_the_subject_of_a_passive_is_the_target() -> None:
    (event,) = events_of("اغتيل القاضي عام 1992.")
    assert people(event, Role.ACTOR) == []
    assert people(event, Role.TARGET) == ["القاضي"]


def test_a_left_out_subject_is_that_of_the_clause_before() -> None:
    events = events_of("قال مدير الشركة إنه سيستقيل في حزيران/يونيو المقبل.")
    (resigns,) = [event for event in events if event.trigger == "سيستقيل"]
    assert people(resigns, Role.ACTOR) == ["مدير الشركة"]


def test_attribution_is_who_says_so() -> None:
    events = events_of("قال قائد الشرطة إن مسلحين هاجموا المصرف أمس.")
    (attack,) = [event for event in events if event.trigger == "هاجموا"]
    assert attack.attribution == "قائد الشرطة"


def test_an_undated_main_clause_is_offered_the_publication_date() -> None:
    (event,) = events_of("تظاهر مئات المعلمين أمام الوزارة.")
    assert event.dating is Dating.PUBLICATION
    assert event.timex is None
    assert event.context_timex is None


def test_an_undated_event_of_an_undated_text_rests_on_nothing() -> None:
    (event,) = events_of("تظاهر مئات المعلمين أمام الوزارة.", Context())
    assert event.dating is Dating.NONE


def test_the_date_runs_on_within_a_sentence() -> None:
    events = events_of("قتل ثلاثة جنود أمس وأصيب خمسة بجروح.")
    (wounded,) = [event for event in events if event.trigger == "وأصيب"]
    assert wounded.dating is Dating.CONTEXT
    assert wounded.context_timex == 0


def test_what_is_waited_for_and_what_is_tried_is_not_told() -> None:
    assert not events_of("سيبقى السكان في الملاجئ حتى يتوقف القصف.")
    assert not events_of("جهود وقف الحرب متعثرة.")


def test_a_man_named_before_is_who_meets_somebody() -> None:
    events = events_of("وصل خليفة حفتر إلى الدوحة مساء اليوم. ومن المقرر أن يلتقي، غدا الخميس، أمير قطر.")
    (meets,) = [event for event in events if event.trigger == "يلتقي"]
    assert people(meets, Role.ACTOR) == ["خليفة حفتر"]
    assert people(meets, Role.TARGET) == ["أمير قطر"]


def test_a_day_to_come_does_not_run_on_to_what_happened() -> None:
    events = events_of("يضرب المعلمون اليوم وغدا في تونس. وردد المعلمون شعارات أمام الوزارة.")
    (chanted,) = [event for event in events if event.trigger == "وردد"]
    assert (chanted.dating, chanted.context_timex) == (Dating.CONTEXT, 0)


def test_offsets_point_into_the_source() -> None:
    text = "وأعلنت «وزارة الصحّة» الثـلاثاء أنّ حملة التلقيح ستبدأ غدًا في بَغداد."
    for event in events_of(text):
        assert text[event.start : event.end] == event.trigger
        for person in event.participants:
            assert text[person.start : person.end] == person.surface
        if event.place is not None:
            assert text[event.place_start : event.place_end] == event.place
        assert event.rule_id
        assert event.headline


def test_a_headline_is_a_clause_with_its_subject() -> None:
    (event,) = events_of("وزار وزير الخارجية الهندي أمس طوكيو، حيث بحث مع نظيره ملفات التجارة.")[:1]
    assert event.headline.startswith("زار وزير الخارجية الهندي")
    assert "حيث" not in event.headline
    assert headline_of.__doc__


def test_frames_have_unique_keys_and_fit_their_schema() -> None:
    text = "القاهرة تستضيف قمة\nأعلن الرئيس أمس أن القمة ستعقد من 3 إلى 5 حزيران/يونيو المقبل. وقتل جندي في انفجار."
    row = dict.fromkeys(DOCUMENTS.names()) | {
        "document_id": "a",
        "text": text,
        "published_at": date(2024, 5, 15),
    }
    documents = pl.DataFrame([row, row | {"document_id": "b"}], schema=DOCUMENTS)
    sentences = segment_frame(documents)
    frames = extract_frame(documents, sentences, tag_frame(documents, sentences))
    assert frames.events.schema == EVENTS
    assert frames.events["event_id"].is_unique().all()
    assert set(frames.participants["event_id"]) <= set(frames.events["event_id"])
    linked = frames.participants["entity_id"].drop_nulls()
    assert set(linked) <= set(frames.entities["entity_id"])
    assert frames.events.filter(pl.col("time_expression_end_id").is_not_null()).height == 2
    dated_rows = frames.events.filter(pl.col("dating") == "expression")
    assert dated_rows["date_from"].null_count() == 0
    assert frames.events.filter(pl.col("dating").is_in(["publication", "none"]))[
        "date_from"
    ].null_count() == (frames.events.filter(pl.col("dating").is_in(["publication", "none"])).height)
    assert frames.events.equals(extract_frame(documents, sentences, tag_frame(documents, sentences)).events)


def test_extraction_of_nothing() -> None:
    assert extract_events("", [], [], Context()) == ([], [])
