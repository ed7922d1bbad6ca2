"""Constructions of everyday reports: which word is the event, who acts, who undergoes, where.

Each row: the sentence, then `trigger CLASS` of an event in it, actors, targets and place as they stand (`-`: none).
"""

from datetime import date

import pytest

from hawliyat.tasks.events import extract_events
from hawliyat.tasks.model import Context
from hawliyat.tasks.segment import segment
from hawliyat.tasks.temporal import tag_document

ROWS = """
ولد عبد القادر الحسني بمدينة فاس عام 1931 | ولد OTHER | عبد القادر الحسني | - | مدينة فاس
الحرائق التي وقعت في المرفأ يوم الأربعاء أتت على المخازن | الحرائق OTHER | - | - | المرفأ
فجر انتحاري نفسه أمس بالقرب من المسجد الكبير | فجر ASSAULT | انتحاري نفسه | - | المسجد الكبير
قال مسؤولون إن طهران اعتقلت الأسبوع الماضي ما يقرب من 50 شخصا | اعتقلت COERCE | طهران | 50 شخصا | -
رفع المتظاهرون أمس شعارات تطالب بالإصلاح | رفع PROTEST | المتظاهرون | - | -
ردد المحتجون هتافات ضد الغلاء أمس | ردد PROTEST | المحتجون | - | -
انطلقت اليوم الأربعاء تظاهرة من أمام مدخل البلدية | تظاهرة PROTEST | - | - | -
خرجت صباح الثلاثاء في العاصمة اليمنية صنعاء مظاهرة حاشدة | مظاهرة PROTEST | - | - | العاصمة اليمنية صنعاء
تدرج في الرتب حتى أصبح وزير الدفاع في عام 1991 | أصبح OTHER | - | - | -
دخل القاعة التي ألقى فيها والده خطاب الوداع عام 1987 | خطاب OTHER | والده | - | -
كان ذلك قبل سقوط بن علي في كانون الثاني 2011 | سقوط OTHER | - | بن علي | -
أصدرت غرفة الجنايات بمحكمة الاستئناف أمس حكما بالسجن على متهم بقتل جاره | حكما COERCE | غرفة الجنايات | متهم | -
أدانت محكمة الجنايات بمجلس القضاء أمس شابا بالسجن عشر سنوات | أدانت COERCE | محكمة الجنايات | شابا | -
أعلنت وزارة الصحة أمس مقتل أكثر من 50 مدنيا في قصف على المخيم | مقتل ASSAULT | - | 50 مدنيا | -
جدد الرئيس دعوته أمس إلى الحوار | دعوته REQUEST | الرئيس | - | -
القمة العربية المقرر عقدها في 19 ماي في جدة | عقدها CONSULT | - | - | جدة
دمرت القرية عام 1399 من طرف جنود الملك هنري الثالث | دمرت ASSAULT | جنود الملك هنري الثالث | القرية | القرية
يحكم الملك فؤاد الثاني البلاد منذ 1999 | يحكم OTHER | الملك فؤاد الثاني | - | -
قررت الحكومة تعليق الرحلات ابتداء من الأحد المقبل | تعليق OTHER | الحكومة | - | -
استشهد ثلاثة شبان فجر أمس في مدينة جنين | استشهد ASSAULT | - | ثلاثة شبان | مدينة جنين
أفادت مصادر محلية باستشهاد طفل مساء الاثنين في المخيم | باستشهاد ASSAULT | - | طفل | المخيم
أفاد سكان بوقوع انفجار قوي مساء الاثنين في مدينة كسلا | انفجار ASSAULT | - | - | مدينة كسلا
صد الجيش فجر أمس هجوما واسعا على البلدة | صد ASSAULT | الجيش | البلدة | البلدة
استهدفت قوات الدعم السريع أمس الأحياء السكنية | استهدفت ASSAULT | قوات الدعم السريع | الأحياء السكنية | الأحياء السكنية
أغلق العشرات من المحتجين أمس مدخل الميناء | أغلق PROTEST | العشرات من المحتجين | - | -
تتواصل هذه المسيرات منذ الأحد في مدن الجنوب | تتواصل PROTEST | - | - | مدن الجنوب
نفذ خفر السواحل أمس عملية إنقاذ قبالة الساحل | عملية AID | خفر السواحل | - | الساحل
قدرت المنظمة نزوح عائلات كثيرة إلى البلدة يوم الأحد | نزوح OTHER | - | عائلات كثيرة | البلدة
نجا الركاب بعد غرق مركب كان يقل مهاجرين الاثنين الماضي | نجا OTHER | الركاب | - | -
تبدأ الجلسة غدا في تمام الساعة العاشرة صباحا | تبدأ OTHER | - | - | -
أصيب عاملان في الورشة، بحسب ما أفاد الدفاع المدني، أمس الأول | أفاد OTHER | الدفاع المدني | - | -
رفح: اقتحم مسلحون أمس مقر البلدية | اقتحم ASSAULT | مسلحون | مقر البلدية | مقر البلدية
لا تزال طرق الجبل مقطوعة منذ الأحد | مقطوعة OTHER | - | - | -
قضت محكمة الاستئناف أمس بالسجن في حق المدير السابق | قضت COERCE | محكمة الاستئناف | المدير السابق | -
قال المتحدث إن المتهمين اعتقلوا أمس بمدينة جدة | اعتقلوا COERCE | - | المتهمين | مدينة جدة
"""


def events(text: str) -> list[tuple[str, str, str, str]]:
    """(trigger and class, actors, targets, place) of each event."""
    context = Context(date(2025, 7, 2))
    sentences = segment(text)
    timexes = tag_document(text, sentences, context)
    found, _ = extract_events(text, sentences, timexes, context)
    rows = []
    for event in found:
        parties = {
            role: "، ".join(text[x.start : x.end] for x in event.participants if x.role == role) or "-"
            for role in ("actor", "target")
        }
        place = text[event.place_start : event.place_end] if event.place_start is not None else "-"
        rows.append((f"{event.trigger} {event.type}", parties["actor"], parties["target"], place))
    return rows


@pytest.mark.parametrize("row", ROWS.strip().splitlines())
def test_construction(row: str) -> None:
    text, *expected = (cell.strip() for cell in row.split("|"))
    assert tuple(expected) in events(text)
