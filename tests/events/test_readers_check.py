"""What a reader of the timeline found untrue to its sentence, each nature with sentences of our own."""

import pytest

from hawliyat.tasks.schema import EventType, Role

from .test_events import WEDNESDAY, dated, events_of, people


@pytest.mark.parametrize(
    "text",
    [
        "مسقط 5 شوال 1445 هـ الموافق 14 أبريل 2024 م",
        "هذا أكبر خفض منذ آذار/مارس 2019.",
        "سجل المصنع أعلى إنتاج من الجلود، في ثاني ارتفاع منذ 2018.",
    ],
)
def test_equations_of_calendars_and_bounds_date_nothing(text: str) -> None:
    assert [trigger for trigger, _ in dated(text) if trigger in ("الموافق", "خفض", "ارتفاع")] == []


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "targets"),
    [
        (
            "حثت وزارة الطاقة البولندية وارسو الخميس الماضي على خفض الأسعار.",
            "حثت",
            ["وزارة الطاقة البولندية"],
            ["وارسو"],
        ),
        ("اتهمت جمعيات نسائية السلطات أمس بالتقصير.", "اتهمت", ["جمعيات نسائية"], ["السلطات"]),
        ("زار وفد تجاري تونسي القاهرة قبل شهرين.", "زار", ["وفد تجاري تونسي"], ["القاهرة"]),
        ("كانت محكمة جنح المدينة قد قضت أمس بحبس التاجر.", "قضت", ["محكمة جنح المدينة"], []),
        ("أعلنت الهيئة العامة للطيران أمس فتح المطار.", "أعلنت", ["الهيئة العامة للطيران"], []),
        ("رفع المصرف الفائدة أمس، بعدما خفضها ست نقاط كاملة في 2022.", "خفضها", ["المصرف"], []),
        ("تجاوزت الحصيلة أمس 900 جريح.", "تجاوزت", [], []),
        ("تولى الجنرال سليم رئاسة الأركان عام 2015.", "تولى", ["الجنرال سليم"], []),
        (
            "أنهى الوزير مهمته أمس، والتقى مساء اليوم نفسه السفير المجري.",
            "والتقى",
            ["الوزير"],
            ["السفير المجري"],
        ),
        ("تجدد الحريق أمس، وحُكم على المهرب في 3 أيار/مايو بالسجن عامين.", "وحُكم", [], []),
    ],
)
def test_who_acts_and_who_is_acted_upon(
    text: str, trigger: str, actors: list[str], targets: list[str]
) -> None:
    (event,) = [event for event in events_of(text) if event.trigger == trigger]
    assert people(event, Role.ACTOR) == actors
    assert people(event, Role.TARGET) == targets


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("تظاهر آلاف الطلاب أمس وسط بلغراد.", "وسط بلغراد"),
        ("وصل المدرب أمس وخاض الفريق تدريبه على ملعب المدينة.", None),
        ("استقبل الرئيس العائدين أمس قرب واشنطن.", "واشنطن"),
        ("فاز الأهلي أمس على الملعب البلدي.", "الملعب البلدي"),
        ("أنجزت الدولتان أمس في مطار أنقرة أكبر صفقة بينهما.", "مطار أنقرة"),
    ],
)
def test_where(text: str, place: str | None) -> None:
    assert events_of(text)[0].place == place


@pytest.mark.parametrize(
    ("text", "trigger", "event_type"),
    [
        ("قال الضابط إن الهجمات بدأت في صيف 2015.", "بدأت", EventType.ASSAULT),
        ("تصل المساعدات غدا إلى الميناء.", "تصل", EventType.AID),
        ("تتواصل عملية الفرز حتى 20 أيار/مايو.", "تتواصل", EventType.OTHER),
        ("ستفرض الحكومة رسوما على السيارات العام المقبل.", "ستفرض", EventType.OTHER),
        ("فرضت كندا عقوبات على الشركة أمس.", "فرضت", EventType.SANCTION),
        ("اعترضت البحرية أمس قاربا للمهربين.", "اعترضت", EventType.ASSAULT),
        ("يستقبل المتحف الجمهور غدا.", "يستقبل", EventType.OTHER),
        ("يستهدف المصرف تضخما منخفضا العام المقبل.", "يستهدف", EventType.OTHER),
        ("يُغلق جسر الطريق الساحلي غدا للصيانة.", "يُغلق", EventType.OTHER),
    ],
)
def test_class(text: str, trigger: str, event_type: EventType) -> None:
    found = {event.trigger: event.type for event in events_of(text)}
    assert found.get(trigger, found.get("عقوبات")) is event_type


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("استأنفت البورصة التداول قبل شهر.", "استأنفت"),
        ("بدأ الوفد محادثات أمس في جنيف.", "محادثات"),
        ("لن يغلق المتحف الذي افتتح سنة 1902 أبوابه في العام المقبل.", "يغلق"),
        ("سيعلن الوزير في وقت لاحق من اليوم النتائج.", "سيعلن"),
        ("وتوجه انخيل فرنانديز أمس إلى مدريد.", "وتوجه"),
        ("يُقام المعرض بقصر الثقافة غدا.", "المعرض"),
    ],
)
def test_the_word_that_names_the_event(text: str, trigger: str) -> None:
    assert trigger in [found for found, _ in dated(text)]


@pytest.mark.parametrize(
    ("text", "trigger", "headline"),
    [
        (
            "أعلن الوزير النتائج أمس، وسمح في اليوم نفسه بنشر القوائم.",
            "وسمح",
            "الوزير … سمح في اليوم نفسه بنشر القوائم",
        ),
        ("تحدث المهندس عن السيول التي جرفت الجسر أمس.", "جرفت", "السيول التي جرفت الجسر أمس"),
        ("بلغت المشاركة أمس 32,25 بالمئة في العاصمة.", "بلغت", "بلغت المشاركة أمس 32,25 بالمئة في العاصمة"),
        (
            "أعلنت الوزارة، أمس الثلاثاء، نتائج القرعة، فيما احتج الخاسرون.",
            "أعلنت",
            "أعلنت الوزارة، أمس الثلاثاء، نتائج القرعة",
        ),
        ("أوقفت الشرطة السائق أمس في الميناء وهو يهم بالسفر.", "أوقفت", "أوقفت الشرطة السائق أمس في الميناء"),
    ],
)
def test_headlines_are_slices_of_the_sentence(text: str, trigger: str, headline: str) -> None:
    (event,) = [event for event in events_of(text, WEDNESDAY) if event.trigger == trigger]
    assert event.headline == headline
    assert all(part in text for part in event.headline.split(" … "))
