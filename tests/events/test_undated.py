"""Violence and protest without a date: what a sentence reports, and what it only mentions."""

import pytest

from hawliyat.tasks.events import extract_events
from hawliyat.tasks.model import Context
from hawliyat.tasks.schema import EventStatus
from hawliyat.tasks.segment import segment
from hawliyat.tasks.temporal import tag_document

# The sentence | the classes, of ASSAULT and PROTEST, of which it reports an act (`-`: none).
ROWS = """
عادت التظاهرات إلى شوارع نواكشوط بعد هدوء قصير | PROTEST
ذكر مراسلون أن احتجاجات مماثلة امتدت إلى أحياء الميناء | PROTEST
فقدت الاحتجاجات زخمها في الأحياء الغنية | PROTEST
أدت الاحتجاجات إلى استقالة وزير النقل | PROTEST
هدمت عشرات الغارات منازل البلدة القديمة | ASSAULT
تظاهر الآلاف في حي الزهور بالدمام | PROTEST
اقتحمت مجموعة أخرى من المحتجين مبنى الإذاعة | PROTEST
أطلقت الشرطة خراطيم المياه على مئات المتظاهرين قرب الجسر | PROTEST
استعمل الجنود الهراوات لتفريق محتجين أمام المصرف | PROTEST
أكد الوزير أن إغلاق الجسر من قبل المتظاهرين عطل حركة السير | PROTEST
عاد سائقو الحافلات إلى الاحتجاج | PROTEST
عرفت مدينة طنجة مسيرات واسعة شارك فيها طلاب | PROTEST
أقدم حارس على طعن جاره حتى الموت | ASSAULT
نقل الجرحى إلى المستشفى إثر قيام حارس بالاعتداء عليهم | ASSAULT
تضررت مدرستان جراء قصف عنيف على الحي | ASSAULT
غرق زورق صيد خلال مواجهات مع خفر السواحل | ASSAULT
وقعت مصادمات بين حراس القصر وسائقي الشاحنات | ASSAULT
سمع دوي انفجارات في ضاحية المطار | ASSAULT
أثار مقتل الصياد برصاص خفر السواحل غضب الأهالي | ASSAULT
قال الشاهد إن سيارة مفخخة انفجرت لدى مرور الموكب | ASSAULT
دفع الحارس زبونا، ثم اعتدى عليه بعنف | ASSAULT
سدد البائع لجاره ثلاث طعنات في الظهر | ASSAULT
تطور الخلاف إلى اشتباكات بالعصي | ASSAULT
فض الدرك مسيرة للطلاب في وسط وجدة | PROTEST
تدخل الجنود لفض مسيرة سلمية | PROTEST
تم تنظيم وقفات احتجاجية أمام البنك المركزي | PROTEST
أوقف الدرك سائقين خلال تفريق آلاف العمال المتظاهرين | PROTEST
حاول المحافظ إقناع المتظاهرين بالعودة إلى العمل | PROTEST
جال العمال في شوارع صفاقس داعين الحكومة إلى الاستقالة | PROTEST
جيشنا أصغر من أن يخوض حروبا | -
سقطت ثلاث قذائف في البحر دون أن تسفر عن إصابات | ASSAULT
كلمة تطلق على الأسلحة القديمة | -
تحارب البلدية الفساد في المخازن | -
شهدت الحلقات الأخيرة مقتل أبطالها على يد الحراس | -
ارتفعت حصيلة ضحايا التفجير في السوق | ASSAULT
أشارت الأنباء إلى سقوط قتيلين في البلدة | ASSAULT
تتحدث التقارير عن مقتل ستة صيادين برصاص قراصنة | ASSAULT
أصيب حارس خلال تبادل لإطلاق النار قرب الجسر | ASSAULT
تبنى التنظيم المسؤولية عن التفجير | ASSAULT
هاجمت مجموعات من المهربين نقطة الجمارك | ASSAULT
شهدت المسيرة اشتباكات مع الحراس | ASSAULT PROTEST
تحولت الجنازة إلى مظاهرة | PROTEST
انطلق عمال المرفأ بمسيرة نحو البلدية | PROTEST
شارك في الاعتصام العشرات من سكان الحي | PROTEST
قال العمال إنهم ماضون في إضرابهم | PROTEST
طالب المتظاهرون بإقالة الوالي | PROTEST
كان المحتجون يحملون الورود | PROTEST
ترك عمال النظافة الشوارع في بداية إضراب عام | PROTEST
المظاهرات عمت مدن الشمال | PROTEST
تصاعدت وتيرة الاحتجاجات في الجنوب | PROTEST
توقف المصنع بعد حركة إضراب | PROTEST
أوقف مصور خلال المظاهرة | PROTEST
عطلت الحافلات من طرف بعض المحتجين | PROTEST
انتشر الدرك في الساحة ملاحقا المتظاهرين | PROTEST
ذكر النقيب أن الممرضين عازمون على مواصلة الاعتصام | PROTEST
يعتصم حراس المتحف أمام الوزارة | PROTEST
تعطل المرور بعد إضرام النار في إطارات على الجسر | PROTEST
لقي صيادان حتفهما جراء إطلاق صواريخ على الميناء | ASSAULT
تم رصد خمس غارات على المطار | ASSAULT
علق عمال النظافة إضرابهم | -
سلم السفير الوزارة مذكرة احتجاج | -
تظاهر بالنوم حتى وصل الحارس | -
تأجل الهجوم على الميناء بسبب الرياح | -
شرح الأستاذ أسباب الحرب بعد معركة طويلة مع الناشر | -
لم يسبق للنقابة أن نفذت إضرابا في المصفاة | -
لو كانت الأجور عادلة لما نفذ العمال إضرابا | -
حذر المرصد سكان الساحل من غارات محتملة تستهدف الميناء | -
اندلعت أزمة مالية بين الناديين | -
تلقى مؤشر البورصة ضربة موجعة | -
ارتفع عدد الإصابات في المدرسة | -
أجرى الجراح عملية زرع كبد | -
"""


@pytest.mark.parametrize("row", ROWS.strip().splitlines())
def test_reported(row: str) -> None:
    text, expected = (cell.strip() for cell in row.split("|"))
    context = Context(None)
    sentences = segment(text)
    events, _ = extract_events(text, sentences, tag_document(text, sentences, context), context)
    reported = {
        event.type
        for event in events
        if event.status is EventStatus.ACTUAL and event.type in ("ASSAULT", "PROTEST")
    }
    assert reported == set(expected.split()) - {"-"}
