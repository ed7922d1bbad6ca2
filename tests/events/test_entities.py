"""Gazetteer and linking: sentences of our own, each with the entity a reader would name, or none."""

from pathlib import Path
from shutil import copytree

import pytest

from hawliyat.tasks.clean.fold import fold
from hawliyat.tasks.events.entities import Linker, MatchKind, load_gazetteer, nisba
from hawliyat.tasks.events.entities.linker import person_id
from hawliyat.tasks.events.entities.names import GAZETTEER
from hawliyat.tasks.segment.tokens import tokenize
from hawliyat.tasks.tables import DataFileError
from hawliyat.tests.calls import counting_calls, noting_files


def words_of(text: str) -> list[str]:
    return tokenize(fold(text), text).words


def found(text: str) -> list[tuple[str, str]]:
    words = words_of(text)
    return [(" ".join(words[m.start : m.end]), m.entity_id) for m in load_gazetteer().match(words)]


def linker(text: str = "", *phrases: str) -> Linker:
    made = Linker(load_gazetteer())
    made.read(words_of(text))
    made.observe(phrases)
    return made


def resolved(made: Linker, surface: str, *, place: bool = False) -> str | None:
    entity = made.resolve(surface, place=place)
    return entity.entity_id if entity else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقّعت الولايات المتحدة وفرنسا", ["country:USA", "country:FRA"]),
        ("للولايات المتحدة وبالسودان", ["country:USA", "country:SDN"]),
        ("عاد السفير إلى اميركا ثم إلى أمريكا", ["office:ambassador", "country:USA", "country:USA"]),
        ("زار وزير الخارجية الروسي بيروت", ["office:foreign-minister:RUS", "place:276781"]),
        ("التقى رئيس وزراء لبنان رئيس فرنسا", ["office:prime-minister:LBN", "office:president:FRA"]),
        ("أعلن الجيش السوداني", ["organisation:army:SDN"]),
        ("نفت الخارجية المصرية", ["organisation:foreign-ministry:EGY"]),
        ("رفض الكوريون الجنوبيون", ["country:KOR"]),
        ("حذّر مجلس الأمن الدولي", ["organisation:un-security-council"]),
        ("أغلقت إيران مضيق هرمز", ["country:IRN", "place:hormuz"]),
        ("وصل ماكرون إلى تل أبيب", ["person:emmanuel-macron", "place:293397"]),
        ("قُتل جنود شمال مالي", ["place:north-mali"]),
        ("انسحب الجنود من جمهورية مالي", ["country:MLI"]),
        ("قصف الطيران مدينة صور", ["place:267008"]),
    ],
)
def test_names_in_running_text(text: str, expected: list[str]) -> None:
    assert [key for _, key in found(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "كان العجز المالي كبيرا في إطار الخطة",
        "نشرت الصحيفة صورا وصور أخرى",
        "لولا الدعم لما نجح",
        "عاد إلى مسقط رأسه",
        "الباب مفتوح أمام الخبر",
        "هذه القاعدة لا تتغير",
        "غنت الفرقة ليلا",
        "أب وأم ووردة",
    ],
)
def test_ordinary_words_are_no_names(text: str) -> None:
    assert found(text) == []


def test_match_gives_the_proclitics() -> None:
    (match,) = load_gazetteer().match(words_of("وللعراق"))
    assert (match.proclitics, match.kind) == (2, MatchKind.COUNTRY)


def test_surname_after_anothers_given_name_is_not_the_listed_person() -> None:
    assert found("ألقت ميلانيا ترامب كلمة") == []


@pytest.mark.parametrize(
    ("form", "country"),
    [
        ("فرنسي", "FRA"),
        ("الفرنسية", "FRA"),
        ("فرنسيون", "FRA"),
        ("الفرنسيين", "FRA"),
        ("الأميركيتان", "USA"),
        ("الأمريكيات", "USA"),
        ("الروس", "RUS"),
        ("الأتراك", "TUR"),
        ("الكوري الشمالي", "PRK"),
        ("الجنوب أفريقية", "ZAF"),
    ],
)
def test_nisba_points_to_its_country(form: str, country: str) -> None:
    (match,) = load_gazetteer().match(words_of(form))
    assert (match.entity_id, match.kind) == (f"country:{country}", MatchKind.NISBA)


def test_nisba_inflects_two_words_together() -> None:
    assert "الكورية الجنوبية" in nisba.forms("كوري جنوبي")
    assert "الجنوب أفريقية" in nisba.forms("جنوب أفريقي")
    assert nisba.forms("روس") == ["روس", "الروس"]


def test_one_person_by_name_part_of_it_and_office() -> None:
    made = linker("", "الرئيس الفرنسي إيمانويل ماكرون")
    names = ["إيمانويل ماكرون", "ماكرون", "الرئيس الفرنسي", "الرئيس ماكرون", "الرئيس"]
    assert {resolved(made, name) for name in names} == {"person:emmanuel-macron"}


def test_office_alone_names_the_office_of_its_country() -> None:
    entity = linker().resolve("وزير الدفاع الياباني")
    assert entity is not None
    assert (entity.entity_id, entity.kind, entity.country) == ("office:defence-minister:JPN", "office", "JPN")
    assert (entity.name_ar, entity.name_en) == ("وزير دفاع اليابان", "defence minister of Japan")


def test_running_text_binds_office_and_person() -> None:
    made = linker("استقبل الرئيس الفرنسي إيمانويل ماكرون ضيفه")
    assert resolved(made, "الرئيس الفرنسي") == "person:emmanuel-macron"


def test_unlisted_person_gets_the_same_key_everywhere() -> None:
    first = linker("", "وزيرة الزراعة النرويجية سيغرد هالفورسن")
    second = linker("", "سيغرد هالفورسن وزيرة الزراعة")
    key = person_id(words_of("سيغرد هالفورسن"))
    assert key == "person:" + key.removeprefix("person:").zfill(12)
    assert resolved(first, "هالفورسن") == resolved(second, "هالفورسن") == key
    assert resolved(first, "الوزيرة النرويجية") == key


def test_one_document_never_leaks_into_another() -> None:
    linker("", "وزيرة الزراعة النرويجية سيغرد هالفورسن")
    assert resolved(linker(), "هالفورسن") is None


def test_order_of_phrases_does_not_matter() -> None:
    phrases = ["الرئيس السوري بشار الأسد", "وزير الخارجية السوري فاروق الشرع", "الوزير ناظم بركات"]
    asked = ["الأسد", "الشرع", "بركات", "الوزير السوري", "الرئيس السوري", "الوزير"]
    forward, backward = linker("", *phrases), linker("", *reversed(phrases))
    assert [resolved(forward, name) for name in asked] == [resolved(backward, name) for name in asked]


def test_two_of_a_name_are_none_without_a_title() -> None:
    made = linker("", "الرئيس الأميركي بيل كلينتون", "السيدة هيلاري كلينتون")
    assert resolved(made, "كلينتون") is None
    assert resolved(made, "الرئيس كلينتون") == "person:bill-clinton"


def test_nickname_that_is_a_word_counts_after_the_full_name() -> None:
    assert resolved(linker("", "الرئيس العراقي صدام حسين"), "صدام") == "person:saddam-hussein"
    assert resolved(linker(), "صدام") is None


@pytest.mark.parametrize(
    ("surface", "expected"),
    [
        ("العاصمة التركية", "place:323786"),
        ("مدينة بيروت", "place:276781"),
        ("دولة قطر", "country:QAT"),
        ("الحكومة السورية", "organisation:government:SYR"),
        ("حركة حماس الفلسطينية", "organisation:hamas"),
        ("الفرنسيون", "country:FRA"),
        ("القوات السعودية", "organisation:army:SAU"),
        ("بابا الفاتيكان", "office:pope:VAT"),
        ("الهلال الأحمر القطري", "organisation:red-crescent:QAT"),
        ("الهلال الأحمر الفلسطيني", "organisation:prcs"),
        ("لولايات المتحدة", "country:USA"),
        ("الكرملين", "organisation:kremlin"),
        ("الزعيم الدرزي وليد جنبلاط", "person:walid-jumblatt"),
        ("واشنطن", "place:4140963"),
    ],
)
def test_phrases_that_name_one_thing(surface: str, expected: str) -> None:
    assert resolved(linker(), surface) == expected


@pytest.mark.parametrize(
    "surface",
    [
        "نظام الرئيس السابق صدام حسين",
        "إسرائيل والمناطق الفلسطينية",
        "ماكرون وبوتين",
        "الجنود الفرنسيون",
        "الحكومة",
        "الرئيس",
        "الرئيس الفرنسي السابق",
        "مسؤول كبير في حركة فتح",
        "فلانوف",
        "النائب السوري",
        "الصليب الأحمر الفرنسي",
        "المتظاهرون",
        "مقر قيادة الجيش",
        "رئيس جماعة أولاد تايمة",
        "عمان",
        "",
        "«»",
    ],
)
def test_null_beats_a_guess(surface: str) -> None:
    assert resolved(linker(), surface) is None


def test_countries_of_the_document_decide_shared_names() -> None:
    assert resolved(linker("في شمال لبنان"), "طرابلس", place=True) == "place:266826"
    assert resolved(linker("حكومة ليبيا"), "طرابلس", place=True) == "place:2210247"
    assert resolved(linker("بين ليبيا ولبنان"), "طرابلس", place=True) is None
    assert resolved(linker("الملك الأردني"), "عمان", place=True) == "place:250441"
    assert resolved(linker("في سلطنة عمان"), "عمان") == "country:OMN"


def test_place_phrases() -> None:
    made = linker("جنوب لبنان")
    assert resolved(made, "في بيروت", place=True) == "place:276781"
    assert resolved(made, "مطار بيروت", place=True) == "place:276781"
    assert resolved(made, "صور", place=True) == "place:267008"
    beirut = made.resolve("بيروت", place=True)
    assert beirut is not None
    assert beirut.latitude == pytest.approx(33.89, abs=0.1)
    assert beirut.longitude == pytest.approx(35.5, abs=0.1)


def test_every_key_that_a_match_gives_is_an_entity_or_a_bare_office() -> None:
    gazetteer = load_gazetteer()
    for key, entity in gazetteer.entities.items():
        assert entity.entity_id == key
        assert entity.name_ar
        assert entity.name_en
    assert gazetteer.entity("office:president") is None
    assert gazetteer.entity("office:president:FRA") is not None


def test_every_listed_name_is_found_again() -> None:
    """What a file lists without a mark, `match` finds as it stands, whole."""
    gazetteer = load_gazetteer()
    for key, senses in gazetteer._senses.items():
        sense = senses[0]
        if sense.ordinary or sense.shared or key in gazetteer.not_names.get(key.split()[0], ()):
            continue
        match = gazetteer.match(key.split())[0]
        assert match.start == 0
        if match.end == len(key.split()):
            assert match.entity_id.startswith(sense.entity_id) or match.kind is MatchKind.ORGANISATION, key


def test_tables_hold_what_they_promise() -> None:
    entities = load_gazetteer().entities.values()
    kinds = [entity.kind for entity in entities]
    assert kinds.count("country") >= 195
    assert kinds.count("organisation") >= 250
    assert kinds.count("person") >= 250
    assert kinds.count("place") >= 3000
    assert len(load_gazetteer().given_names) >= 600
    assert (GAZETTEER / "cities.tsv").stat().st_size < 1_000_000


def test_loading_reads_each_table_once_and_works_in_proportion_to_its_rows() -> None:
    with noting_files() as read, counting_calls() as calls:
        load_gazetteer.__wrapped__()
    tables = [path.name for path in GAZETTEER.glob("*.tsv")]
    assert sorted(read) == sorted(tables)
    rows = sum(len((GAZETTEER / name).read_text(encoding="utf-8").splitlines()) for name in tables)
    assert (
        calls[0] < 150 * rows
    )  # Python calls, about 40 a row: a second pass over all names for each would be thousands


def test_the_gazetteer_is_compiled_once_a_process() -> None:
    first = load_gazetteer()
    with counting_calls() as calls:
        assert load_gazetteer() is first
    assert calls[0] <= 2


@pytest.mark.parametrize(
    ("table", "line", "message"),
    [
        ("people.tsv", "x\tفرنسا\t\tX\tFRA", r"people.tsv:\d+: .* countries.tsv:\d+"),
        ("people.tsv", "x\tزيد المخترع\t\tX\tZZZ", r"people.tsv:\d+: country ZZZ"),
        ("people.tsv", "x\tزيد المخترع", r"people.tsv:\d+: 2 cells"),
        ("regions.tsv", "x\tزيدستان\t\tX\t\t95\t0", r"regions.tsv:\d+: latitude 95 is beyond 90"),
        ("cue_words.tsv", "كلمة\tnoun", r"cue_words.tsv:\d+: .*noun"),
        ("given_names.tsv", "محمد\tgiven", r"given_names.tsv:\d+: .* twice"),
        ("offices.tsv", "x\trank\t\tالعريف\t\t\tcorporal", r"offices.tsv:\d+: .*rank"),
    ],
)
def test_a_bad_row_is_named_by_file_and_line(tmp_path: Path, table: str, line: str, message: str) -> None:
    folder = tmp_path / "gazetteer"
    copytree(GAZETTEER, folder)
    with (folder / table).open("a", encoding="utf-8") as rows:
        rows.write(line + "\n")
    with pytest.raises(DataFileError, match=message):
        load_gazetteer(folder)
