"""Conjugation, one verb or more of every type: forms spot-checked against the grammar, written as folded news text is."""

import pytest

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.morphology.model import Aspect, Gender, Mood, Number, Person, Voice
from hawliyat.tasks.morphology.paradigm import conjugate, derived_masdars, participles
from hawliyat.tasks.morphology.spelling import spell
from hawliyat.tasks.morphology.verb_class import classify, infer_form

# lemma, vowels, then 3ms / 3fs / 3mp perfect, 3ms / 3mp imperfect, 3ms jussive where it differs
FINITE = [
    ("كتب", "au", "كتب كتبت كتبوا يكتب يكتبون"),
    ("وصل", "ai", "وصل وصلت وصلوا يصل يصلون"),
    ("قال", "au", "قال قالت قالوا يقول يقولون يقل"),
    ("باع", "ai", "باع باعت باعوا يبيع يبيعون يبع"),
    ("نال", "aa", "نال نالت نالوا ينال ينالون ينل"),
    ("دعا", "au", "دعا دعت دعوا يدعو يدعون يدع"),
    ("رمى", "ai", "رمي رمت رموا يرمي يرمون يرم"),
    ("سعى", "aa", "سعي سعت سعوا يسعي يسعون يسع"),
    ("بقي", "ia", "بقي بقيت بقوا يبقي يبقون يبق"),
    ("رأى", "aa", "راي رات راوا يري يرون"),
    ("شنّ", "au", "شن شنت شنوا يشن يشنون"),
    ("بدأ", "aa", "بدا بدات بداوا يبدا يبداون"),
    ("سأل", "aa", "سال سالت سالوا يسال يسالون"),
    ("أخذ", "au", "اخذ اخذت اخذوا ياخذ ياخذون"),
    ("جاء", "ai", "جاء جاءت جاؤوا يجيء يجيئون"),
    ("وقّع", "-", "وقع وقعت وقعوا يوقع يوقعون"),
    ("سمّى", "-", "سمي سمت سموا يسمي يسمون يسم"),
    ("هنّأ", "-", "هنا هنات هناوا يهنئ يهنئون"),
    ("حاول", "-", "حاول حاولت حاولوا يحاول يحاولون"),
    ("لاقى", "-", "لاقي لاقت لاقوا يلاقي يلاقون يلاق"),
    ("أعلن", "-", "اعلن اعلنت اعلنوا يعلن يعلنون"),
    ("أعاد", "-", "اعاد اعادت اعادوا يعيد يعيدون يعد"),
    ("أعطى", "-", "اعطي اعطت اعطوا يعطي يعطون يعط"),
    ("أعدّ", "-", "اعد اعدت اعدوا يعد يعدون"),
    ("أنشأ", "-", "انشا انشات انشاوا ينشئ ينشئون"),
    ("آمن", "-", "امن امنت امنوا يؤمن يؤمنون"),
    ("تحدّث", "-", "تحدث تحدثت تحدثوا يتحدث يتحدثون"),
    ("تلقّى", "-", "تلقي تلقت تلقوا يتلقي يتلقون يتلق"),
    ("تعاون", "-", "تعاون تعاونت تعاونوا يتعاون يتعاونون"),
    ("انسحب", "-", "انسحب انسحبت انسحبوا ينسحب ينسحبون"),
    ("انضمّ", "-", "انضم انضمت انضموا ينضم ينضمون"),
    ("انهار", "-", "انهار انهارت انهاروا ينهار ينهارون ينهر"),
    ("اجتمع", "-", "اجتمع اجتمعت اجتمعوا يجتمع يجتمعون"),
    ("التقى", "-", "التقي التقت التقوا يلتقي يلتقون يلتق"),
    ("اغتال", "-", "اغتال اغتالت اغتالوا يغتال يغتالون يغتل"),
    ("احتلّ", "-", "احتل احتلت احتلوا يحتل يحتلون"),
    ("اتّفق", "-", "اتفق اتفقت اتفقوا يتفق يتفقون"),
    ("اصطدم", "-", "اصطدم اصطدمت اصطدموا يصطدم يصطدمون"),
    ("ازداد", "-", "ازداد ازدادت ازدادوا يزداد يزدادون يزدد"),
    ("ادّعى", "-", "ادعي ادعت ادعوا يدعي يدعون يدع"),
    ("احمرّ", "-", "احمر احمرت احمروا يحمر يحمرون"),
    ("استقبل", "-", "استقبل استقبلت استقبلوا يستقبل يستقبلون"),
    ("استعاد", "-", "استعاد استعادت استعادوا يستعيد يستعيدون يستعد"),
    ("استولى", "-", "استولي استولت استولوا يستولي يستولون يستول"),
    ("استمرّ", "-", "استمر استمرت استمروا يستمر يستمرون"),
    ("استأنف", "-", "استانف استانفت استانفوا يستانف يستانفون"),
    ("سيطر", "-", "سيطر سيطرت سيطروا يسيطر يسيطرون"),
    ("تدهور", "-", "تدهور تدهورت تدهوروا يتدهور يتدهورون"),
    ("اطمأنّ", "-", "اطمان اطمانت اطمانوا يطمئن يطمئنون"),
]


def _forms(lemma: str, vowels: str, **wanted: object) -> set[str]:
    cells, words = conjugate(lemma, infer_form(lemma), vowels)
    return {
        word
        for cell, word in zip(cells, words, strict=True)
        if all(getattr(cell, name) == value for name, value in wanted.items())
    }


@pytest.mark.parametrize(("lemma", "vowels", "expected"), FINITE, ids=[row[0] for row in FINITE])
def test_finite_forms(lemma: str, vowels: str, expected: str) -> None:
    perfect, feminine, perfect_plural, imperfect, plural, *jussive = expected.split()
    third = {"person": Person.THIRD, "kind": "verb"}
    singular = {"number": Number.SINGULAR, "gender": Gender.MASCULINE}
    many = {"number": Number.PLURAL, "gender": Gender.MASCULINE}
    assert perfect in _forms(lemma, vowels, aspect=Aspect.PERFECT, **singular, **third)
    assert feminine in _forms(
        lemma, vowels, aspect=Aspect.PERFECT, gender=Gender.FEMININE, number=Number.SINGULAR, **third
    )
    assert perfect_plural in _forms(lemma, vowels, aspect=Aspect.PERFECT, **many, **third)
    assert imperfect in _forms(lemma, vowels, aspect=Aspect.IMPERFECT, **singular, **third)
    assert plural in _forms(lemma, vowels, aspect=Aspect.IMPERFECT, **many, **third)
    if jussive:
        assert jussive[0] in _forms(lemma, vowels, mood=Mood.JUSSIVE, **singular, **third)


@pytest.mark.parametrize(
    ("lemma", "vowels", "perfect", "imperfect"),
    [
        ("قال", "au", "قيل", "يقال"),
        ("أدار", "-", "ادير", "يدار"),
        ("اختار", "-", "اختير", "يختار"),
        ("استعاد", "-", "استعيد", "يستعاد"),
        ("وجد", "ai", "وجد", "يوجد"),
        ("دعا", "au", "دعي", "يدعي"),
        ("أخذ", "au", "اخذ", "يؤخذ"),
        ("سأل", "aa", "سئل", "يسال"),
        ("حاول", "-", "حوول", "يحاول"),
        ("قاتل", "-", "قوتل", "يقاتل"),
        ("استأنف", "-", "استؤنف", "يستانف"),
        ("فاجأ", "-", "فوجئ", "يفاجا"),
    ],
)
def test_passive(lemma: str, vowels: str, perfect: str, imperfect: str) -> None:
    voices = {"kind": "verb", "person": Person.THIRD, "gender": Gender.MASCULINE, "number": Number.SINGULAR}
    marked = set()
    for voice in (Voice.PASSIVE, Voice.AMBIGUOUS):
        marked |= _forms(lemma, vowels, voice=voice, **voices)
    assert {perfect, imperfect} <= marked


def test_voice_is_ambiguous_where_letters_do_not_tell() -> None:
    wanted = {"aspect": Aspect.PERFECT, "person": Person.THIRD, "number": Number.SINGULAR}
    assert "قتل" in _forms("قتل", "au", voice=Voice.AMBIGUOUS, **wanted)
    assert "قال" in _forms("قال", "au", voice=Voice.ACTIVE, **wanted)


@pytest.mark.parametrize(
    ("lemma", "masdar"),
    [
        ("وقّع", "توقيع"),
        ("سمّى", "تسمية"),
        ("هنّأ", "تهنئة"),
        ("حاور", "محاورة"),
        ("لاقى", "ملاقاة"),
        ("فاجأ", "مفاجأة"),
        ("أعلن", "إعلان"),
        ("أعاد", "إعادة"),
        ("أعطى", "إعطاء"),
        ("أوقف", "إيقاف"),
        ("آمن", "إيمان"),
        ("أنشأ", "إنشاء"),
        ("تحدّث", "تحدث"),
        ("تنبّأ", "تنبؤ"),
        ("تلقّى", "تلقي"),
        ("تعاون", "تعاون"),
        ("انسحب", "انسحاب"),
        ("انهار", "انهيار"),
        ("اجتمع", "اجتماع"),
        ("التقى", "التقاء"),
        ("اغتال", "اغتيال"),
        ("احتلّ", "احتلال"),
        ("اتّفق", "اتفاق"),
        ("ازداد", "ازدياد"),
        ("احمرّ", "احمرار"),
        ("استقبل", "استقبال"),
        ("استعاد", "استعادة"),
        ("استولى", "استيلاء"),
        ("استوطن", "استيطان"),
        ("استأنف", "استئناف"),
        ("سيطر", "سيطرة"),
        ("تدهور", "تدهور"),
        ("اطمأنّ", "اطمئنان"),
    ],
)
def test_verbal_nouns(lemma: str, masdar: str) -> None:
    cls, root = classify(lemma, infer_form(lemma), "-", "full")
    assert derived_masdars(cls, root) == (masdar,)


@pytest.mark.parametrize(
    ("lemma", "vowels", "active", "passive"),
    [
        ("كتب", "au", "كاتب", "مكتوب"),
        ("قال", "au", "قائل", "مقول"),
        ("رمى", "ai", "رامي", "مرمي"),
        ("أعلن", "-", "معلن", "معلن"),
        ("أصاب", "-", "مصيب", "مصاب"),
        ("احتلّ", "-", "محتل", "محتل"),
        ("استولى", "-", "مستولي", "مستولى"),
    ],
)
def test_participles(lemma: str, vowels: str, active: str, passive: str) -> None:
    cls, root = classify(lemma, infer_form(lemma), vowels, "full")
    assert participles(cls, root) == (active, passive)


@pytest.mark.parametrize(
    ("pattern", "spellings"),
    [
        ("yaqraʔUna", ("يقرؤون", "يقرأون")),
        ("ʔaʔmana", ("آمن",)),
        ("ʔiʔmAn", ("إيمان",)),
        ("mAʔ", ("ماء",)),
        ("suʔila", ("سئل",)),
        ("masʔUl", ("مسؤول", "مسئول")),
        ("tasAʔala", ("تساءل",)),
        ("mafAʔaT", ("مفاءة",)),
    ],
)
def test_seat_of_the_hamza(pattern: str, spellings: tuple[str, ...]) -> None:
    letters = str.maketrans({"q": "ق", "r": "ر", "l": "ل", "f": "ف"})
    assert tuple(word.translate(letters) for word in spell(pattern)) == spellings


def test_bound_spelling() -> None:
    assert spell("zaTaT", bound=True)[0].endswith("ت")
    assert spell("katabW", bound=True)[0].endswith("و")
    assert spell("ramY", bound=True)[0].endswith("ا")


@pytest.mark.parametrize(("lemma", "vowels"), [(row[0], row[1]) for row in FINITE])
def test_forms_are_folded(lemma: str, vowels: str) -> None:
    _, words = conjugate(lemma, infer_form(lemma), vowels)
    assert [fold_word(word) for word in words] == words


def test_a_lemma_of_another_form_is_refused() -> None:
    with pytest.raises(ValueError, match="not of form III"):
        classify("كتب", "III", "-", "full")
