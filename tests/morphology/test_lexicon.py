"""Looking words up: clitics, voices, ranking, the guard."""

import pytest

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.morphology import (
    Analysis,
    Aspect,
    Flag,
    Mood,
    Number,
    Person,
    Pos,
    Voice,
    guess,
    load_lexicon,
)
from hawliyat.tasks.schema import EventType
from hawliyat.tests.calls import counting_calls, noting_files

LEXICON = load_lexicon()


def _best(word: str) -> Analysis:
    return LEXICON.analyse(word)[0]


@pytest.mark.parametrize(
    ("word", "lemma", "event_type"),
    [
        ("أعلن", "أعلن", "OTHER"),
        ("وأعلن", "أعلن", "OTHER"),
        ("فأعلنت", "أعلن", "OTHER"),
        ("سيعلن", "أعلن", "OTHER"),
        ("أُعلن", "أعلن", "OTHER"),
        ("أعلنته", "أعلن", "OTHER"),
        ("وستستضيف", "استضاف", "OTHER"),
        ("اجتماعاتهم", "اجتماع", "CONSULT"),
        ("للاجتماع", "اجتماع", "CONSULT"),
        ("وبالاتفاق", "اتفاق", "AGREE"),
        ("زيارته", "زيارة", "CONSULT"),
        ("هجماتها", "هجوم", "ASSAULT"),
        ("قصفتها", "قصف", "ASSAULT"),
        ("محادثاتهما", "محادثة", "CONSULT"),
        ("ليلتقي", "التقى", "CONSULT"),
        ("اعتُقل", "اعتقل", "COERCE"),
        ("انسحابها", "انسحاب", "RETREAT"),
        ("مطالبين", "طالب", "REQUEST"),
        ("العقوبات", "عقوبة", "SANCTION"),
        ("سيتظاهرون", "تظاهر", "PROTEST"),
        ("لقاؤهما", "لقاء", "CONSULT"),
        ("تحدّيا", "تحدي", "REJECT"),
        ("اتفاقيتا", "اتفاقية", "AGREE"),
        ("فوقّعا", "وقّع", "AGREE"),
    ],
)
def test_lemma_and_class(word: str, lemma: str, event_type: str) -> None:
    readings = LEXICON.analyse(word)
    assert any(
        lemma in (reading.lemma, reading.verb) and reading.event_type == event_type for reading in readings
    )


def test_lengths_cut_the_word() -> None:
    word = fold_word("وسيستقبلونهم")
    best = _best(word)
    assert (best.proclitic_len, best.enclitic_len) == (2, 2)
    assert word[best.proclitic_len : len(word) - best.enclitic_len] == "يستقبلون"
    assert best.future
    assert best.conj == "و"
    assert (best.person, best.number, best.mood) == (Person.THIRD, Number.PLURAL, Mood.INDICATIVE)


def test_all_readings_of_an_ambiguous_word() -> None:
    readings = LEXICON.analyse("قتل")
    assert {reading.pos for reading in readings} >= {Pos.VERB, Pos.NOUN}
    assert readings[0].voice is Voice.AMBIGUOUS
    lemmas = [reading.lemma for reading in LEXICON.analyse("وقع") if reading.aspect is Aspect.PERFECT]
    assert lemmas[:2] == ["وقّع", "وقع"]


def test_ranking() -> None:
    assert _best("تمكن").lemma == "تمكّن"
    assert _best("تقدم").lemma == "تقدّم"
    assert _best("يمكن").lemma == "أمكن"
    assert _best("يقال").lemma == "قال"
    assert [reading.cost for reading in LEXICON.analyse("حكم")] == sorted(
        reading.cost for reading in LEXICON.analyse("حكم")
    )


@pytest.mark.parametrize(
    "word",
    ["سياسة", "سيارة", "والسيارات", "تركيا", "تونس", "يوسف", "ياسر", "أحمد", "يمين", "يد", "يده", "ستة", "الذي",
     "إنه", "بأنها", "يوما", "حياته", "بالقاهرة", "مجتمع", "وكل", "هناك", "سياستها", "الإعلام"],
)  # fmt: skip
def test_common_words_are_no_triggers(word: str) -> None:
    assert LEXICON.analyse(word) == ()
    assert guess(LEXICON, word) is None


def test_doubtful_words_keep_their_readings_flagged() -> None:
    readings = LEXICON.analyse("قبل")
    assert readings
    assert all(Flag.DOUBT in reading.flags for reading in readings)


def test_source_spelling_rules_readings_out() -> None:
    assert all(reading.enclitic_len == 0 for reading in LEXICON.analyse("زيارة"))
    assert all(reading.lemma != "إحداث" for reading in LEXICON.analyse("الأحداث"))


def test_guess() -> None:
    reading = guess(LEXICON, "وسيتفعفلون")
    assert reading is not None
    assert reading.future
    assert Flag.GUESSED in reading.flags
    assert guess(LEXICON, "باب") is None


def test_every_form_is_folded_and_found() -> None:
    lexicon = LEXICON
    for verb in lexicon.verbs():
        assert fold_word(verb.lemma)
        readings = lexicon.analyse(verb.lemma)
        guarded = lexicon.is_guarded(verb.lemma)
        assert guarded or any(reading.lemma == verb.lemma for reading in readings), verb.lemma


def test_every_class_has_verbs_and_nouns() -> None:
    for event_type in EventType:
        assert sum(verb.event_type is event_type for verb in LEXICON.verbs()) >= 10, event_type
        assert sum(noun.event_type is event_type for noun in LEXICON.nouns()) >= 10, event_type


def test_frames() -> None:
    by_key = {(frame.prep, frame.noun): frame for frame in LEXICON.frames("أطلق")}
    assert by_key[None, "نار"].event_type is EventType.ASSAULT
    assert by_key[None, "سراح"].event_type is EventType.CONCEDE
    assert by_key[None, "حملة"].event_type is EventType.OTHER
    light = {(frame.prep, frame.noun): frame for frame in LEXICON.frames("أجرى")}
    assert light[None, "*"].noun_is_event
    assert LEXICON.frames("لا شيء") == ()


def test_each_file_is_read_once_a_process() -> None:
    load_lexicon.cache_clear()
    with noting_files() as read:
        first = load_lexicon()
        assert sorted(read) == ["frames.tsv", "not_triggers.tsv", "nouns.tsv", "verbs.tsv"]
        assert load_lexicon() is first
        assert len(read) == 4


def test_a_word_is_analysed_once() -> None:
    words = ["وأعلن", "اجتماعاتهم", "سيستقبلونهم", "باب"]
    for word in words:
        LEXICON.analyse(word)
    with counting_calls() as calls:
        for word in words * 1000:
            LEXICON.analyse(word)
    assert calls[0] <= 4000 * 2  # the call itself and a look into the memo


@pytest.mark.parametrize(
    ("lemma", "prep", "nouns", "event_type", "noun_is_event"),
    [
        ("دعا", "إلى", (), EventType.REQUEST, False),
        ("دعا", "إلى", ("عشاء",), EventType.OTHER, False),
        ("أطلق", None, ("سراح",), EventType.CONCEDE, False),
        ("شنّ", None, ("هجوم",), EventType.ASSAULT, True),
        ("شنّ", None, ("جولة",), None, True),
        ("حكم", "على", (), EventType.COERCE, False),
    ],
)
def test_the_most_specific_frame_wins(
    lemma: str, prep: str | None, nouns: tuple[str, ...], event_type: EventType | None, noun_is_event: bool
) -> None:
    frame = LEXICON.match_frame(lemma, prep, nouns, event=bool(nouns))
    assert frame is not None
    assert (frame.event_type, frame.noun_is_event) == (event_type, noun_is_event)


def test_no_frame() -> None:
    assert LEXICON.match_frame("أطلق", None, ("بيت",), event=False) is None


def test_conjoined_verb_beats_a_rare_passive() -> None:
    assert _best("ووصلت").lemma == "وصل"
