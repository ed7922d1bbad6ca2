"""Which word names the event where a verb says no more than that something was done."""

from datetime import date

import pytest

from hawliyat.tasks.events import extract_events
from hawliyat.tasks.events.light import load_light_verbs
from hawliyat.tasks.events.words import RULES
from hawliyat.tasks.model import Context
from hawliyat.tasks.segment import segment
from hawliyat.tasks.tables import DataFileError, read_rows
from hawliyat.tasks.temporal import tag_document


def dated(text: str) -> list[tuple[str, str]]:
    """Triggers and classes of the dated events."""
    context = Context(date(2004, 9, 3))
    sentences = segment(text)
    timexes = tag_document(text, sentences, context)
    events, _ = extract_events(text, sentences, timexes, context)
    return [(event.trigger, str(event.type)) for event in events if event.timex is not None]


LIGHT = [
    ("ألقى وزير الخارجية كلمة أمام المؤتمر الثلاثاء", "كلمة", "OTHER"),
    ("ألقت الشرطة أمس القبض على زعيم العصابة", "القبض", "COERCE"),
    ("الكلمة القصيرة التي ألقاها الرئيس أمس لم تقنع أحدا", "الكلمة", "OTHER"),
    ("ترأس الوزير جلسة للحكومة السبت", "جلسة", "CONSULT"),
    ("أدى الرئيس المنتخب اليمين الدستورية الخميس", "اليمين", "OTHER"),
    ("أدى الوزير زيارة إلى صفاقس الاثنين", "زيارة", "CONSULT"),
    ("رفعت النقابة دعوى على الشركة في أيلول 2003", "دعوى", "ACCUSE"),
    ("وجهت النيابة إلى المدير تهمة الاختلاس أمس", "تهمة", "ACCUSE"),
    ("شن الطيران غارات على المدينة ليل السبت", "غارات", "ASSAULT"),
    ("قدم المحامون أمس طعنا في الحكم", "طعنا", "ACCUSE"),
    ("اتخذ مجلس الأمن قرارا أمس بإرسال مراقبين", "قرارا", "OTHER"),
    ("أصدرت المحكمة حكما بسجنه عشر سنوات الاثنين", "حكما", "COERCE"),
    ("لقي 126 شخصا على الأقل حتفهم مساء الأربعاء", "حتفهم", "OTHER"),
    ("أحرزت القوات تقدما في الشمال أمس", "تقدما", "OTHER"),
    ("سجلت البورصة انخفاضا حادا الثلاثاء", "انخفاضا", "OTHER"),
    ("أبرم البلدان اتفاقا تجاريا عام 1998", "اتفاقا", "AGREE"),
    ("أدلى الناخبون بأصواتهم الأحد", "بأصواتهم", "OTHER"),
    ("خاض الفريق مباراته الأولى السبت", "مباراته", "OTHER"),
    ("بذل الوسطاء جهودا مكثفة أمس", "جهودا", "OTHER"),
    ("مارست واشنطن ضغوطا على جارتها العام الماضي", "ضغوطا", "COERCE"),
    ("تلقى الرئيس اتصالا هاتفيا من نظيره أمس", "اتصالا", "CONSULT"),
    ("تعرضت المدينة لقصف عنيف مساء أمس", "لقصف", "ASSAULT"),
    ("خضع اللاعب لفحوص طبية أمس", "لفحوص", "OTHER"),
    ("فتحت النيابة تحقيقا في الحادث مساء أمس", "تحقيقا", "ACCUSE"),
    ("في سلسلة لقاءات ثنائية أجراها عام 2002 حذر الوزير من الحرب", "لقاءات", "CONSULT"),
]


@pytest.mark.parametrize(("text", "trigger", "event_type"), LIGHT)
def test_noun_names_the_event(text: str, trigger: str, event_type: str) -> None:
    assert (trigger, event_type) in dated(text)


FULL = [
    ("ترأس اللجنة عام 1995", "ترأس"),
    ("رفعت الشركة أسعارها في أيار الماضي", "رفعت"),
    ("ألقى مجهول قنبلة على المبنى الجمعة", "ألقى"),
    ("أصدرت الجماعة بيانا الاثنين", "أصدرت"),
    ("أصدرت المغنية ألبومها الأول عام 1999", "أصدرت"),
    ("أحرز لقب البطولة عام 2001", "أحرز"),
    ("سجلت الأرصاد أعلى درجة حرارة في تموز 2002", "سجلت"),
    ("فرض الجيش حظر التجول على المدينة الأحد", "فرض"),
    ("تلقى تعليمه في القاهرة عام 1930", "تلقى"),
    ("مارس المحاماة في دمشق عام 1950", "مارس"),
]


@pytest.mark.parametrize(("text", "trigger"), FULL)
def test_verb_names_the_event(text: str, trigger: str) -> None:
    assert [found for found, _ in dated(text)] == [trigger]


def test_noun_twice_for_a_verb_is_an_error(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("rules")
    rows = (RULES / "events_light.tsv").read_text(encoding="utf-8")
    (folder / "events_light.tsv").write_text(rows + "ألقى\t-\tكلمة\tOTHER\n", encoding="utf-8")
    monkeypatch.setattr("hawliyat.tasks.events.light.RULES", folder)
    with pytest.raises(DataFileError, match=r"events_light\.tsv:\d+: ألقى has one of these nouns"):
        load_light_verbs.__wrapped__()


def test_verbs_of_the_table_are_in_the_lexicon() -> None:
    known = {row["lemma"] for row in read_rows(RULES.parent / "lexicon" / "verbs.tsv")}
    assert set(load_light_verbs().pairs) <= known
