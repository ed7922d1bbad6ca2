"""Which PLOVER class a trigger has in its company, and with which status; `TRIGGER CLASS [STATUS]`, `-` for no such event.

A row names all events of its sentence, the dated ones first, that are not OTHER, and those of OTHER that did not
happen or are to come.
"""

from datetime import date

import pytest

from hawliyat.tasks.events import extract_events
from hawliyat.tasks.model import Context
from hawliyat.tasks.segment import segment
from hawliyat.tasks.temporal import tag_document

ROWS = """
أعلنت برن أمس فرض عقوبات على ثلاث شركات | أعلنت SANCTION
قررت بلغراد أمس رفع العقوبات عن جارتها | قررت CONCEDE
أعلن الفصيل مساء أمس وقف عملياته العسكرية | أعلن CONCEDE
أعلنت الحكومة المعارضة أمس رفضها الحوار | أعلنت REJECT
أعلنت أوسلو أمس نشر قوات في الشمال | أعلنت MOBILIZE
أعلن المحافظ في ختام الاجتماع أمس رفع القيود عن الصيد | أعلن CONCEDE
أعلن المصرف أمس رفع أسعار الفائدة | -
أعلنت الشرطة أمس توقيف لصين | توقيف COERCE
هنأ السلطان رئيس الوزراء الجديد أمس | هنأ SUPPORT
هاجم المخرج زملاءه أمس واصفا إياهم بالكسالى | هاجم ACCUSE
أسقط سلاح الجو أمس مروحية معادية | أسقط ASSAULT
قدمت سيول أمس معدات طبية إلى كينيا | قدمت AID
استأنفت ليما وكيتو أمس علاقاتهما | استأنفت SUPPORT
تخلت الكتيبة أمس عن سلاحها | تخلت RETREAT
ارتد مؤشر البورصة أمس بعد هبوط الأسهم | -
فرضت لجنة الانضباط أمس غرامة على مدرب المنتخب | -
هددت السيول أمس ثلاث قرى | -
هدد وزير النقل أمس بالاستقالة | هدد THREATEN
منعت الثلوج القطارات من السير أمس | -
وفر المنظار أمس صورا نادرة للمجرة | -
وفرت اليونان أمس مأوى لمئات النازحين | وفرت AID
وزع الاتحاد الدولي المنتخبات أمس على أربع مجموعات | -
اعترفت البرتغال أمس بدولة فلسطين | اعترفت SUPPORT
اعترف المدير أمس بالتقصير | اعترف CONCEDE
توصل الباحثون أمس إلى لقاح جديد | -
حقق المصنع في 2024 فائضا كبيرا | -
أمر الملك أمس بصرف مكافآت للطلبة | -
قضت المحكمة أمس ببراءة الصيدلي | قضت CONCEDE
أدين التاجر أمس بالتزوير | أدين COERCE
تبادل الوزيران أمس وجهات النظر | تبادل CONSULT
انضم المهاجم أمس إلى نادي الوحدة | -
انتزع العداء أمس ميدالية ذهبية | -
سلمت سيول أمس أربعة أسرى إلى جارتها | سلمت CONCEDE
سلم الوالي أمس مفاتيح الشقق للمستفيدين | -
دعت النقابات إلى التظاهر الجمعة المقبل | التظاهر PROTEST planned; دعت REQUEST
استبعد المراسل أن تهاجم أنقرة جارتها هذا العام | تهاجم ASSAULT hypothetical
تعذر عقد الاجتماع أمس | الاجتماع CONSULT negated
من المؤمل أن يوقع الوفدان العقد غدا | يوقع AGREE planned
توجه الوزير إلى روما للإعداد لزيارة الملك للمدينة نهاية الشهر المقبل | لزيارة CONSULT planned
هددت النقابة بتنظيم إضراب الأسبوع المقبل | إضراب PROTEST hypothetical; هددت THREATEN
سيجري الأمير خلال الزيارة محادثات في أثينا | محادثات CONSULT planned
انتهت أمس الهدنة | -
ستعلق ليما غدا الرسوم الجمركية | ستعلق CONCEDE planned
نشرت الدراسة أمس في دورية طبية | -
منع الجيش أمس وصول المزارعين إلى حقولهم | منع COERCE
أعرب اتحاد الكتاب أمس عن تضامنه ودعمه الكامل للشاعر | أعرب SUPPORT
ودعت النقابة جميع الأعضاء لمقاطعة المنتجات | ودعت REQUEST
وافق الصندوق أمس على إقراض كينيا مليون دولار | وافق AID
تعرض الحارس أمس للإصابة ضمن منافسات الدوري | -
سيغيب الوزير عن الحفل بسبب مرضه أمس | -
تعرض مصنع في المرفأ أمس إلى هجوم صاروخي | تعرض ASSAULT
تلقى مؤشر البورصة أمس دعما من أسهم المصارف | -
اعترضت البحرية أمس طائرة معادية وأسقطتها قرب الميناء | اعترضت ASSAULT; وأسقطتها ASSAULT
ستلجأ باريس لحق النقض غدا | ستلجأ REJECT planned
بدأت أمس الحملة في مدارس المدينة | -
بدأت أمس الحملة العسكرية على الجبل | بدأت ASSAULT
أغلقت الطرق بسبب الأمطار كما أنقذ خفر السواحل أمس بحارا | أنقذ AID
تأجلت زيارة وزير المالية إلى الخميس المقبل | زيارة CONSULT planned
أرسلت كوريا 40 جنديا إلى الحدود | أرسلت MOBILIZE
دفعت أوغندا بتعزيزات إلى الحدود | دفعت MOBILIZE
انطلقت المناورات البحرية قبالة سواحل عنابة | انطلقت COOPERATE
"""


@pytest.mark.parametrize("row", ROWS.strip().splitlines())
def test_class(row: str) -> None:
    text, _, expected = (cell.strip() for cell in row.partition("|"))
    context = Context(date(2025, 10, 9))
    sentences = segment(text)
    events, _ = extract_events(text, sentences, tag_document(text, sentences, context), context)
    told = [
        " ".join((event.trigger, event.type) + ((event.status,) if event.status != "actual" else ()))
        for event in events
        if event.type != "OTHER" or event.status != "actual"
    ]
    assert told == ([] if expected == "-" else [cell.strip() for cell in expected.split(";")])
