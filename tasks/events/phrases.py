"""Noun phrases: where they begin, where they end, what their head names.

A phrase runs from its head through its genitives, adjectives, appositions and names. It ends before a verb, a relative
clause, a time expression, a sign, a preposition that does not belong to a title, and before the noun that cannot be its
own any more (the object after the subject). Coordinated actors are phrases of their own.
"""

import re
from typing import Final

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.events.parse import FATHER, JOINTS, SCHEDULED, TANWIN, Parse
from hawliyat.tasks.events.words import (
    CLOSE,
    EVENT,
    NUMBER,
    OPEN,
    OTHER,
    PARTICLE,
    PREP,
    PRONOUN,
    QUOTE,
    SIMUL,
    STATE,
    VERB,
    Lex,
    head_nouns,
    load_reader,
)
from hawliyat.tasks.schema import EventType
from hawliyat.tasks.values import value

_AT_LEAST = frozenset({"الاقل", "الاكثر", "الارجح", "الفور"})  # على الأقل
_QUOTE_SPAN = 6
_LONGEST = 26
_TITLES_OF_PLACE = frozenset({"في", "لدي"})
_NUMBERS = frozenset({"عدد", "عددا", "اعداد", "اعدادا"})  # عدد كبير من: an adjective may stand before من
# How somebody dies, an accusative behind him; and losses that are told one after the other.
_MANNERS = frozenset(
    {"متاثرا", "متاثره", "متاثرين", "طعنا", "غرقا", "حرقا", "خنقا", "دهسا", "شنقا", "ذبحا", "رميا"}
)
TOLL = frozenset(
    {"مقتل", "اصابه", "استشهاد", "وفاه", "مصرع", "جرح", "نزوح", "اعتقال", "توقيف", "تشريد", "تدمير", "فقدان", "غرق"}
)  # fmt: skip
_ENVOYS = frozenset(
    {"مبعوث", "مبعوثه", "موفد", "موفده", "وسيط", "سفير", "سفيره", "منسق", "منسقه", "ممثل", "ممثله"}
)
_PARTITIVE = frozenset({"من"})
_MAKES = frozenset({"نوع", "طراز", "قبيل"})
_UPON = frozenset({"عليه", "عليها", "عليهم", "عليهما", "به", "بها", "بهم", "بهما"})
# What is said of somebody in the passive, with a preposition and its pronoun: المقبوض عليهم، مشتبه بهم.
_DONE_TO = frozenset({"مجني", "مقبوض", "محكوم", "مدعي", "مشتبه", "مغرر"})
_DETACHED = frozenset({"ل", "ب", "ك", "و"})  # a clitic that a sign or a figure parts from its word
_FEW = frozenset(
    {
        "ثلاث",
        "ثلاثه",
        "اربع",
        "اربعه",
        "خمس",
        "خمسه",
        "ست",
        "سته",
        "سبع",
        "سبعه",
        "ثماني",
        "ثمانيه",
        "تسع",
        "تسعه",
        "عشر",
        "عشره",
    }
)
_AGENTLIKE = ("title", "human", "org")
_PERSONS = ("title", "human")
_CROWDS = frozenset(
    {"عشرات", "مئات", "الاف", "اثنين", "اثنان", "ثلاثه", "اربعه", "خمسه"}
)  # alone, they count people
OTHERS = frozenset({"اخرون", "اخرين", "اخر", "اخري"})  # وأصيب 41 آخرون
# What is thrown or fired: neither the thrower's genitive nor the one whom it hits.
INSTRUMENTS = frozenset(
    {"نار", "نيران", "رصاص", "قنبله", "قنابل", "قذيفه", "قذائف", "صاروخ", "صواريخ", "صاروخين", "عبوه", "عبوات", "حجاره",
     "زجاجات", "متفجرات", "غاز"}
)  # fmt: skip
_HONORED = frozenset({"سيد", "سيده", "دكتور", "دكتوره", "مهندس", "مهندسه", "استاذ", "استاذه", "شيخ"})
# Participles that say when and where something was held, published or signed: the noun before it has their gender.
ISSUED = frozenset({"صادر", "صادره", "موقع", "موقعه", "مبرم", "مبرمه"})
_CONVENED = frozenset({"منعقد", "منعقده"})
HELD_ON = ISSUED | _CONVENED | {"مقام", "مقامه"}
_SPEAKERS = frozenset({"متحدث", "متحدثه", "ناطق", "ناطقه"})
_LATE = frozenset({"راحل", "راحله", "فقيد", "فقيده", "مرحوم", "مرحومه"})
_ON_THE_WAY = ("متوجه", "متجه", "قادم", "عائد", "عايد")
_WITH_HIM = ("بحوزت", "وبحوزت", "بمعيت", "برفقت")
_AT_TOWN = frozenset({"بسيدي", "بعين", "ببني", "باولاد", "بحي", "بدوار"})
_SOMEONE = frozenset({"رجل", "شاب", "شخص", "مسلح", "مجهول", "مواطن", "فتي", "امراه", "سيده", "فتاه"})
_IN_NAMES = frozenset({"ابو", "بن", "عبد", "ال"})  # within a name of more than one word
_CHARGED = frozenset({"مكلف", "مكلفه", "معني", "معنيه", "مختص", "مختصه", "قايم", "قائم", "متحدث", "ناطق"})
_NAMES_TOO = frozenset({"سلطان", "خليفه", "امير", "ملك", "شيخ"})  # titles that are given names as well
SUPERLATIVES = frozenset(
    {
        "اكبر",
        "اعلي",
        "ادني",
        "اول",
        "اولي",
        "اخر",
        "اهم",
        "ابرز",
        "اطول",
        "اسوا",
        "افضل",
        "اكثر",
        "اقل",
        "اقدم",
    }
)
_NAMES = frozenset({"person", "organisation", "country", "office", "place"})


@value
class Phrase:
    """Tokens [start, end); `head` is the noun that decides; `offset` letters of clitics are not of the phrase."""

    start: int
    end: int
    head: int
    offset: int
    actor: bool  # names someone who can act
    sure: bool  # by a list, not by the shape of its words
    place: bool


def surface(p: Parse, phrase: Phrase) -> tuple[int, int]:
    """Source offsets of a phrase without its clitics and without a trailing sign."""
    start = p.starts[phrase.start]
    skipped = 0
    while skipped < phrase.offset:
        if fold_word(p.text[start]):
            skipped += 1
        start += 1
    return start, p.ends[phrase.end - 1]


def namelike(p: Parse, i: int) -> bool:
    """Whether a token may be part of a proper name: unknown to every list, or a listed name, without the article."""
    if p.tags[i] not in (OTHER, VERB):
        return False
    lex = p.lexes[i]
    if lex.is_("name") or p.named.get(i) in _NAMES:
        return True
    return p.tags[i] == OTHER and not lex.known and not lex.definite and not _common_shape(p, i)


def _common_shape(p: Parse, i: int) -> bool:
    """Endings that names seldom have: teh marbuta on an unknown word, the plural in -at, nunation."""
    source = p.text[p.starts[i] : p.ends[i]]
    return source[-1] == "ة" or source.endswith("ات") or not TANWIN.isdisjoint(source)


def noun_phrase(
    p: Parse, i: int, limit: int, *, transitive: bool = False, split: bool = True
) -> Phrase | None:
    """The phrase that begins at token i, or None. `transitive`: an object may follow with nothing between."""
    key = (i, limit, transitive, split)
    if key not in p.phrases:  # what is asked of one verb is asked again of the next, and by the headline
        p.phrases[key] = _noun_phrase(p, i, limit, transitive=transitive, split=split)
    return p.phrases[key]


def _noun_phrase(p: Parse, i: int, limit: int, *, transitive: bool, split: bool) -> Phrase | None:
    start = i
    if i + 1 < limit and p.words[i] == "نيابه" and p.words[i + 1] == "عن":
        return None  # on behalf of
    if i < limit and p.tags[i] == PRONOUN and p.words[i].lstrip("وف")[:2] in ("هذ", "ها", "هؤ", "تل", "ذل"):
        i += 1
    if i >= limit or not _opens(p, i):
        return None
    if p.tags[i] == OTHER and not p.lexes[i].known and p.words[i].endswith("تها") and i not in p.named:
        return None  # قضتها: a verb with its object
    end = _extent(p, i, limit, transitive=transitive, split=split)
    head = _head(p, i, end)
    actor, sure = _acts(p, i, head, end)
    lex = p.lexes[head]
    place = lex.is_("place") or p.named.get(head) in ("country", "place")
    offset = _clitics(p, start)
    return Phrase(start, end, head, offset, actor, sure, place)


def _clitics(p: Parse, i: int) -> int:
    if i in p.names:
        return p.names[i][1]
    lex = p.lexes[i]
    if lex.tag == PRONOUN:
        return int(lex.conj)
    if lex.definite and lex.prep == "ل" and not lex.pronoun:
        return lex.clitics if lex.word[lex.clitics :].startswith("ال") else int(lex.conj) + 1
    return lex.clitics


def _opens(p: Parse, i: int) -> bool:
    tag = p.tags[i]
    behind_preposition = i > 0 and p.tags[i - 1] == PREP
    if tag == OTHER and (p.words[i] in _AT_LEAST or (not behind_preposition and _of_relation(p, i))):
        return False
    if p.words[i] in SCHEDULED or _state_of(p, i) or _how_often(p, i):
        return False
    if tag != EVENT and not behind_preposition and _belongs_behind(p, i):
        return False
    if tag in (OTHER, EVENT, STATE, NUMBER):
        return len(p.words[i]) > 1 or tag == NUMBER
    return tag == QUOTE and i + 2 < len(p.tags) and _quoted_name(p, i) > 0


_TIMES: Final = frozenset({"مره", "مرتين", "مرات", "مرارا"})


def _how_often(p: Parse, i: int) -> bool:
    """اعتقل مرتين، ثلاث مرات: no party."""
    if p.words[i] in _TIMES:
        return True
    times = i + 1 < len(p.words) and p.words[i + 1] in _TIMES
    return times and (p.tags[i] == NUMBER or p.lexes[i].is_("quant"))


def _quoted_name(p: Parse, i: int) -> int:
    """Index after the closing quotation mark of a short quoted name, 0 where it is none."""
    for j in range(i + 1, min(i + _QUOTE_SPAN + 1, len(p.tags))):
        if p.tags[j] == QUOTE:
            return j + 1 if j > i + 1 else 0
        if p.tags[j] == PREP or (p.tags[j] == VERB and j > i + 1):
            return 0
    return 0


def _extent(p: Parse, i: int, limit: int, *, transitive: bool, split: bool) -> int:
    tags, lexes = p.tags, p.lexes
    j = i
    stop = min(limit, i + _LONGEST)
    named_person = False
    titled = lexes[i].is_("title")
    while j < stop:
        tag = tags[j]
        lex = lexes[j]
        if j in p.names and p.names[j][3] != "nisba":
            last, clitics, _, kind = p.names[j]
            joined = bool(clitics) and lex.is_("title") and not _coordinates(p, i, j, named=named_person)
            if (
                j > i
                and not joined
                and _breaks_at_name(p, i, j, clitics, kind, transitive=transitive, named_person=named_person)
            ):
                break
            named_person = named_person or kind == "person"
            titled = titled or kind == "office"
            j = min(last, stop)
            continue
        if p.words[j] == "ال" and j + 1 < stop and tags[j + 1] == NUMBER:
            j += 2  # الرهائن الـ13
            continue
        if tag in (OTHER, EVENT, STATE):
            if j > i and p.words[j] in _DETACHED:
                break  # قال الوزير لـ«الصحيفة»، اتهم الوزير المعارضة بـ'عرقلة'، الجيش و"الدعم السريع"
            if j > i and _breaks(
                p, i, j, transitive=transitive, split=split, titled=titled, named=named_person
            ):
                break
            titled = titled or lex.is_("title")
            named_person = named_person or (j > i and namelike(p, j)) or (j == i and lex.is_("name"))
            j += 1
            continue
        if tag == NUMBER and (j == i or (tags[j - 1] == OTHER and lexes[j - 1].is_("quant"))):
            j += 1
            continue
        if p.words[j] in _UPON and j > i and lexes[j - 1].stem.removesuffix("ا") in _DONE_TO:
            return j + 1
        if tag == QUOTE:
            after = _quoted_name(p, j)
            if after and after <= stop and (j == i or not named_person):
                j = after
                continue
            break
        if tag == VERB and j > i and titled and namelike(p, j - 1) and lexes[j].is_("name"):
            j += 1
            continue
        if (
            tag == PARTICLE
            and j > i
            and p.words[j] in JOINTS
            and j + 1 < stop
            and tags[j + 1] in (OTHER, STATE)
        ):
            j += 2
            if j < stop and lexes[j].conj:
                break
            continue
        if tag == PARTICLE and titled and j + 1 < stop and namelike(p, j + 1) and not named_person:
            j += 1
            continue
        if tag in (PREP, SIMUL) and j + 1 < stop and _joins(p, i, j, titled=titled, named=named_person):
            j += 1
            continue
        break
    while j > i + 1 and (tags[j - 1] in (PREP, PARTICLE, OPEN, CLOSE) or _belongs_behind(p, j - 1)):
        j -= 1
    return max(j, i + 1)


# Participles that say where somebody or something is, or whose it is, with the prepositions that go with them.
_SITUATED = {
    "تابع": ("ل",), "متاخم": ("ل",), "محاذ": ("ل",), "محاذي": ("ل",), "مجاور": ("ل",), "موال": ("ل",), "موالي": ("ل",),
    "مرتبط": ("ب",), "معتمد": ("لدي",), "مطل": ("علي",), "قادم": ("من",), "متجه": ("الي", "نحو"), "مشارك": ("في",),
    "واقع": ("في", "علي"), "متمركز": ("في", "ب"), "مرابط": ("في", "علي"), "منتشر": ("في", "علي"), "موجود": ("في", "ب"),
    "متواجد": ("في", "ب"), "مقيم": ("في", "ب"), "مؤلف": ("من",), "قريب": ("من",), "ملقب": ("ب",), "مكني": ("ب",), "معروف": ("ب",),
}  # fmt: skip


_BELONGING: Final = frozenset({"تابع", "تابعه"})


def _belongs_to(p: Parse, i: int, j: int) -> bool:
    """طائرة تابعة للجيش: of an indefinite noun, at token j whose it is."""
    return p.words[j][0] == "ل" and j - 1 > i and p.words[j - 1] in _BELONGING


def _belongs_behind(p: Parse, j: int) -> bool:
    """بلدة الرميلة التابعة لقضاء الشوف: with its preposition such a participle is a clause in short, and not of the name."""
    if not _article(p, j) or j + 1 >= len(p):
        return False
    stem = p.lexes[j].stem
    ending = stem.endswith(("ه", "ون", "ين", "ات"))
    wanted = _SITUATED.get(stem) or (_SITUATED.get(_base(stem)) if ending else None)
    if wanted is None:
        return False
    after = p.words[j + 1]
    attached = p.lexes[j + 1].prep or (after[0] if j + 1 in p.names and p.names[j + 1][1] else "")
    return (after if p.tags[j + 1] == PREP or after in _DETACHED else attached) in wanted


def _base(stem: str) -> str:
    """A participle without the ending of its gender or number."""
    return stem[:-1] if stem.endswith("ه") else stem[:-2]


def _joins(p: Parse, i: int, j: int, *, titled: bool, named: bool) -> bool:
    """Whether a preposition carries the phrase on: عدد من النواب، وزير الدفاع في جنوب أفريقيا سوسيوا."""
    word = p.words[j]
    after = p.lexes[j + 1]
    first = p.lexes[i]
    if word == "من" and j > i + 1 and p.words[j - 1] == "كل":
        return many_hold(p, i)  # رؤساء كل من فرنسا ومصر
    if after.stem in _MAKES:
        return False  # طائرات من نوع
    many = first.stem in _NUMBERS and j == i + 2
    if p.tags[j + 1] not in (OTHER, EVENT, STATE) or (named and not many):
        return False
    people = first.is_("human") or (j > i + 1 and p.lexes[j - 1].is_("human"))
    if word in _PARTITIVE and p.tags[j + 1] == EVENT and people and first.stem not in _NUMBERS:
        return False  # استفاد خمسة آلاف سجين من العفو، تمكن رجال الإطفاء من إخماد الحريق
    if word in _PARTITIVE:
        group = first.is_("org") and not first.definite and i not in p.names
        land = p.named.get(j + 1) in ("country", "place")
        several = (first.is_("human") or (land and _sound_plural(first))) and not first.definite
        several = several and not first.pronoun
        if _owned(p, i) and p.named.get(j + 1) in ("country", "place"):
            return False  # هاجر والداها من مصر
        sent = first.is_("title") and not first.definite and not first.pronoun and after.is_("org")
        counted = p.tags[i] == NUMBER and j == i + 1  # 10 من عناصر الفصيل
        return (first.is_("quant") or several or group or sent or counted) and j - i <= 3
    built = first.is_("place") and not first.is_("title", "org")  # القصر الرئاسي في نواكشوط محمد
    if (
        word in _TITLES_OF_PLACE
        and (titled or first.is_("human", "org", "quant"))
        and j - i <= 5
        and not built
    ):
        return (after.is_("org") and word != "لدي") or name_follows(p, j + 1)
    if j - i <= 4 and of_envoy(p, j):
        return name_follows(p, j + 1)  # المبعوث الأممي إلى ليبيا غسان سلامة
    return False


def _sound_plural(lex: Lex) -> bool:
    """ممثلون، مسؤولين، وفدان: many or two, by the ending, of a noun of people or bodies."""
    return lex.stem.endswith(("ون", "ين", "ان")) and len(lex.stem) > 4 and lex.is_("title", "human", "org")


def _several_from(p: Parse, i: int, j: int) -> bool:
    """Whether the phrase from token i says of several where they come from: ممثلون من قطر, before وتوغو at token j."""
    first = p.lexes[i]
    from_there = any(p.tags[k] == PREP and p.words[k] in ("من", "عن") for k in range(i + 1, min(j, i + 4)))
    return from_there and not first.definite and _sound_plural(first)


def of_envoy(p: Parse, j: int) -> bool:
    """المبعوث الأممي إلى ليبيا: whether token j joins an envoy and where he is sent."""
    k = j
    while k > max(0, j - 4) and p.tags[k - 1] == OTHER:
        k -= 1
    return p.words[j] == "الي" and not _ENVOYS.isdisjoint(p.lexes[m].stem for m in range(k, j))


def name_follows(p: Parse, j: int) -> bool:
    """A place or a field, then a personal name: it belongs to the title before (الباحث في الشؤون المحلية ربيع)."""
    if p.lexes[j].is_("place") and not p.lexes[j].definite and j not in p.names:
        return False  # ولد الفيلسوف في مدينة كونيغسبرغ
    k = p.names[j][0] if j in p.names else j + 1
    while k < min(len(p.tags), j + 4) and p.tags[k] == OTHER and p.lexes[k].definite and k not in p.names:
        k += 1
    if k + 1 < len(p.tags) and p.words[k + 1] in _IN_NAMES and p.timex_of[k] < 0 and not p.lexes[k].definite:
        return True  # السفير في الرباط أمين أبو حصيرة
    return k < len(p.tags) and namelike(p, k) and k not in p.names


def _names_only(p: Parse, i: int, j: int) -> bool:
    """Whether tokens [i, j) may be the parts of a person's name: كريم نصار، ماجد الأنصاري."""
    return all(
        (namelike(p, k) and p.named.get(k) in (None, "person"))
        or (k > i and _article(p, k) and not p.lexes[k].known)
        for k in range(i, j)
    )


def _breaks_at_name(
    p: Parse, i: int, j: int, clitics: int, kind: str, *, transitive: bool, named_person: bool
) -> bool:
    if (
        kind == "office"
        and (j == i + 1 or p.lexes[i].is_("place"))
        and p.words[j] in _NAMES_TOO
        and p.names[j][0] == j + 1
        and _article(p, j - 1)
        and p.lexes[j - 1].is_("title")
        and (
            j + 1 >= len(p)
            or p.tags[j + 1] not in (OTHER, EVENT, STATE)
            or p.lexes[j + 1].definite
            or p.lexes[j + 1].is_("name")
        )
    ):
        return False  # الأمير سلطان، الشيخ خليفة، جسر شارع الأمير سلطان
    if clitics:
        word = p.words[j]
        if word[0] == "و" and kind in ("country", "organisation") and not named_person and many_hold(p, i):
            return False  # رئيسا مصر وتونس
        if word[0] == "و" and kind == "country" and _several_from(p, i, j):
            return False  # وفدان من مصر واليمن
        if word[0] == "و" and kind == "country" and j - 2 > i and p.words[j - 2] == "من":
            return p.named.get(j - 1) != "country"  # طائرات من تايلاند وماليزيا
        of_office = p.lexes[i].is_("title", "org") or p.named.get(i) == "office"
        of_office = of_office or _belongs_to(p, i, j) or "باسم" in p.words[i + 1 : j]
        return not (word[0] == "ل" and of_office) and not (word[0] in "وف" and kind == "nisba")
    before = p.lexes[j - 1]
    if p.words[i] in _STYLES and not named_person and kind in ("office", "person"):
        return False  # صاحب السمو الملكي الأمير عبد الله
    counted = _counted(p, j) or p.words[j - 1].endswith(("ون", "ين"))  # 29 نائبا، عشرون وزيرا
    if kind == "office" and p.words[j].endswith("ا") and not many_hold(p, j) and not counted:
        return True  # عين كريم حداد رئيسا: what he is made
    if p.words[j - 1] == "باسم" and p.named.get(j - 1) == "office":
        return False  # المتحدث باسم الأمم المتحدة
    if kind == "office" and "باسم" in p.words[j + 1 : j + 3] and _names_only(p, i, j):
        return False  # ستيفان دوجاريك المتحدث باسم
    if kind == "office" and "منطقه" in p.words[i:j] and _honour_of_name(p, i, j):
        return False  # أمير منطقة حائل الأمير سعد
    if p.named.get(j - 1) in ("place", "country") and kind in ("office", "organisation"):
        return True  # في دمشق وزير الخارجية: a city takes no genitive
    if kind == "office" and p.lexes[j].is_("title") and _in_town(p, i, j):
        return True
    if (
        kind == "office"
        and p.lexes[i].is_("place")
        and not p.lexes[i].is_("org", "title")
        and before.definite
    ):
        return True  # إلى العاصمة التركية وكيل الوزارة
    person = p.lexes[j].is_("title") or p.lexes[j].is_("name")
    if (
        kind == "office"
        and person
        and j > i + 1
        and p.lexes[i].is_("place")
        and not p.lexes[i].is_("org", "title")
    ):
        return before.definite or not before.is_("place")  # في مدينة نصر وزير الصحة; but جسر طريق الملك خالد
    if (
        kind == "country"
        and p.words[j].startswith("ال")
        and p.words[j].endswith("يه")
        and _article(p, j - 1)
        and p.text[p.ends[j - 1] - 1] == "ة"
    ):
        return False  # الشركة السعودية: an adjective
    if kind in ("place", "country") and _article(p, j - 1) and not _of_place(p, i, j):
        after = p.names[j][0]
        return after >= len(p.tags) or not namelike(
            p, after
        )  # زار الوزير موسكو: behind an article no genitive
    if not transitive or (kind == "office" and not named_person and _honour_of_name(p, i, j)):
        return False
    if kind == "person" and before.definite and _article(p, i) and p.lexes[i].is_("org") and j > i + 1:
        return not p.lexes[i].is_("title")  # القوات الأمريكية صدام
    if _indefinite_plural(before) and kind in ("country", "place", "organisation", "office"):
        return True
    related = not before.known or p.named.get(j - 1) == "nisba"
    after_title = p.lexes[j - 2].is_("title") if j - 2 >= i else False
    if (
        j - 1 > i
        and not before.definite
        and related
        and _nisba(before)
        and kind != "person"
        and not after_title
    ):
        return True  # وفد فني عراقي أنقرة، منظمات حقوقية السلطات
    if p.named.get(j - 1) in ("country", "person", "organisation") and kind != "person":
        return True
    named = named_person or (j - 1 > i and p.words[j - 1] in _NAMES_TOO and _article(p, i))
    return kind in ("country", "organisation", "office") and (before.definite or named)


_STYLES = frozenset({"صاحب", "صاحبه", "جلاله", "سمو", "فخامه", "معالي", "دوله", "سعاده"})
_HONOURS = frozenset(
    {"مستشار", "فريق", "لواء", "عميد", "جنرال", "مشير", "عقيد", "مقدم", "قاضي", "مهندس", "دكتور", "استاذ"}
)


def _honour_of_name(p: Parse, i: int, j: int) -> bool:
    """رئيس المحكمة المستشار عدلي منصور، ولي العهد الأمير ديبندرا: between an office and its holder's name."""
    after = p.names[j][0]
    holder = after < len(p) and (namelike(p, after) or p.named.get(after) == "person")
    crown = p.lexes[j].stem == "امير" and (p.words[j - 1] == "العهد" or "منطقه" in p.words[i:j])
    office = p.lexes[i].is_("title") or p.named.get(i) == "office"
    return holder and office and (crown or p.lexes[j].stem in _HONOURS)


def _in_town(p: Parse, i: int, j: int) -> bool:
    """في طرابلس رئيس الوزراء: behind في a name that no list gives one place."""
    return i > 0 and j == i + 1 and p.words[i - 1] == "في" and namelike(p, i)


def _of_place(p: Parse, i: int, j: int) -> bool:
    """العاصمة الليبية طرابلس، جارتها الشمالية تركيا: what may have its name in apposition."""
    return p.lexes[i].pronoun or any(p.lexes[k].is_("place") for k in range(i, j))


# What lands are called by participles: فلسطين المحتلة، البلدان المجاورة.
_OF_LANDS = frozenset({"محتله", "مجاوره", "محاصره", "منكوبه", "متحده", "محرره"})


def _breaks(p: Parse, i: int, j: int, *, transitive: bool, split: bool, titled: bool, named: bool) -> bool:
    """Whether token j, a noun, begins another phrase."""
    lexes = p.lexes
    lex, before = lexes[j], lexes[j - 1]
    if before.word in FATHER:
        return False  # المهندس أبو بكر عبد الله
    if named and lex.is_("name") and j - 1 not in p.names and namelike(p, j - 1) and not lex.clitics:
        return False  # السيد فؤاد كامل
    if transitive and lex.stem in _SOMEONE and before.is_("org") and _article(p, j - 1) and _article(p, j):
        return True  # اعتقل الجيش الشاب
    if lex.stem in _SPEAKERS and p.words[j + 1 : j + 2] == ["باسم"] and _names_only(p, i, j):
        return False  # ماجد الأنصاري المتحدث باسم الوزارة
    if _belongs_to(p, i, j):
        return False
    if lex.word == "كل" and not before.definite and p.words[j + 1 : j + 2] == ["من"] and many_hold(p, i):
        return False  # وزراء خارجية كل من قطر ومصر
    if lex.word == "اول" and before.stem in ("فريق", "ملازم", "رقيب", "عريف"):
        return False  # الفريق أول عبد الفتاح: a rank
    if lex.is_("title") and not lex.conj and not lex.prep and _in_town(p, i, j):
        return True  # التقى الرئيس في طرابلس السفير
    if lex.definite and not lex.prep and not lex.conj and before.definite and _epithet(p, j):
        sole = lexes[i].is_("title") and _article(p, i) and p.text[p.ends[i] - 1] != "ة"
        # زيارة الرئيس الفلسطيني الحالية: the visit; not الوزير السابق، الحزب الحاكم
        return sole and lex.stem.endswith("ه") and p.text[p.ends[j - 1] - 1] != "ة"
    if lex.definite and (lex.stem in HELD_ON or lex.word in SCHEDULED):
        masculine = p.text[p.ends[j] - 1] != "ة"
        if (masculine and p.text[p.ends[i] - 1] == "ة") or (lexes[i].is_("org") and lex.stem in _CONVENED):
            return True  # اجتماع الجمعية العامة المنعقد، اجتماع مجلس الوزراء المنعقد: the meeting
    if lex.definite and before.definite and before.is_("title", "human") and lex.stem.endswith("يون"):
        return bool(lex.conj or lex.prep)  # القادة الأوروبيون: no object ends so
    if lex.definite and lex.stem == "عرب" and before.definite and many_hold(p, i) and not lex.conj:
        return False  # وزراء الخارجية العرب
    if (
        lex.stem in EPITHETS
        and before.is_("title", "human", "org")
        and not (lex.definite or before.definite or lex.prep or lex.conj or before.pronoun)
        and (j + 1 >= len(p) or not _article(p, j + 1))
    ):
        return False  # وزيرة سابقة، حزب معارض
    if lex.word in _ANY or (lex.word in _TERMS and before.is_("human", "title")):
        return True  # لم يفز النادي بأي لقب، حبس المقاول سنة
    to_own = lex.prep == "ل" and (lex.pronoun or p.text[p.ends[j] - 1] == "ه")
    if to_own and _article(p, j - 1):
        return True  # لم تستجب الحكومة لمطالبه
    own = _owned(p, j) and lex.known and lex.pronoun and not lex.conj and not lex.is_("title", "human")
    if own and _article(p, j - 1):
        return True  # أعلن البنك المركزي قراره
    office = p.named.get(j - 1) == "office" and not before.definite  # محافظ صنعاء، رئيس مجلس إدارة شركة
    office = office and (j == i + 1 or (lex.is_("place", "org") and not lex.definite))
    complete = before.definite or before.pronoun or named or _owned(p, j - 1)
    complete = complete or (p.named.get(j - 1) in _NAMES and not office)
    if (
        p.named.get(j - 1) in ("organisation", "country", "office")
        and before.definite
        and lex.definite
        and lex.is_("place", "thing")
        and not lex.is_("org", "title")
        and not _nisba(lex)
    ):
        return True  # الجيش البلاد
    if (
        (not titled or (lexes[i].is_("org") and lex.is_("place", "thing")))
        and _article(p, j - 1)
        and _article(p, j)
        and _plain(p, j)
        and not lex.conj
        and not lex.prep
    ):
        return True  # المستثمرون الأسواق: behind a noun with the article stands no genitive
    if transitive and (_indefinite_plural(before) or _counted_people(p, i, j - 1)) and _bare_noun(p, j):
        return True  # مسلحون مدينة: nor behind a plural that keeps its ending
    if (
        transitive
        and j > i + 1
        and _people_so_described(p, i, j - 1)
        and not (lex.conj or lex.stem.endswith("ون"))
    ):
        return True  # أغلق شبان غاضبون الطريق: nor behind their adjective
    if transitive and before.is_("human") and not before.is_("quant") and lex.stem in _FEW and not lex.conj:
        return True  # طعن شاب ثلاثة مصلين
    if (
        transitive
        and (lex.is_("title") or (j == i + 1 and lex.tag == OTHER and lex.stem[-1] not in "هيا"))
        and before.is_("org")
        and _article(p, j)
        and _article(p, j - 1)
        and p.text[p.ends[j - 1] - 1] == "ة" != p.text[p.ends[j] - 1]
        and lex.stem not in EPITHETS
    ):
        return True  # اتهمت النيابة المدير، وزعت التعاونية البذور: what is masculine is no adjective of a feminine body
    if transitive and lex.stem in _DONE_TO and _article(p, j) and _article(p, j - 1):
        return True  # استجوبت الشرطة المقبوض عليهم
    if transitive and lex.stem in _HONORED and _article(p, j) and lexes[i].is_("org") and _article(p, j - 1):
        return True  # عين مجلس الإدارة السيدة سلمى
    if (
        j <= i + 2
        and lexes[i].stem in _SOMEONE
        and not (lexes[i].definite or before.definite)
        and _owned(p, j)
        and (transitive or j > i + 1)
    ):
        return True  # طعن شاب زميله، أعلن رجل فرنسي إسلامه: an indefinite noun is not of someone's own
    thrower = before.is_("human", "title", "org") or (_article(p, j) and not before.definite)
    if transitive and thrower and lexes[i].is_("human", "title", "org") and lex.stem in INSTRUMENTS:
        return True  # أطلق مسلح النار، ألقى أحدهم قنبلة
    if complete and not lex.definite and lex.word in SUPERLATIVES:
        return True  # مطار أنقرة أكبر تبادل
    if lex.is_("title") and _owned(p, j) and not before.is_("title", "human", "org", "quant"):
        return True  # في عمان نظيره: the other one is a party by himself
    if transitive and p.tags[j] == EVENT and _article(p, j) and j - 2 > i and _names_only(p, j - 2, j):
        return True  # تصدر زوران ميلانوفيتش الجولة
    if named and not lex.known and j not in p.named and lex.word.endswith("تها") and len(lex.word) > 5:
        return True  # نشرت سيغريد أوندست ثلاثيتها
    if p.named.get(j - 1) == "person" and _owned(p, j):
        return True  # شدد ماكرون لهجته
    if p.named.get(j - 1) in ("place", "country") and lex.word.startswith(_ON_THE_WAY):
        return True  # في الرياض متوجهة
    if lex.word.startswith(_WITH_HIM) or (named and lex.word in _AT_TOWN):
        return True  # مروجين بحوزتهما، محمد الوفا بسيدي المختار
    if lex.word[0] == "ل" and ((lex.prep and lex.pronoun and p.tags[j] == EVENT) or _tailed(p, j)):
        return True  # 18 سائقا لفحصهم: what for
    if p.named.get(j - 1) in ("place", "country") and not lex.definite and (lex.pronoun or _owned(p, j)):
        return True  # في القاهرة نظيره: a city takes no genitive
    if p.named.get(j - 1) == "place" and p.tags[j] == EVENT and not lex.conj:
        return True  # استضافت سانتياغو الاجتماع، خرجت في صنعاء مظاهرة
    if (
        p.named.get(j - 1) in ("place", "country")
        and not (lex.definite or lex.conj or lex.prep or lex.is_("name") or described(lex.stem))
        and (lex.is_("org", "thing", "title", "human", "quant") or p.named.get(j) == "office")
    ):
        return True  # في صنعاء إدارة جولة: a town takes no genitive
    classed = lex.noun is not None and lex.noun.event_type is not EventType.OTHER
    if (
        named
        and classed
        and p.tags[j] == EVENT
        and not (lex.conj or lex.definite or lex.prep or lex.is_("name"))
    ):
        return True  # صدر على المواطن كريم سالم حكم
    if (
        p.named.get(j - 1) in ("person", "organisation")
        and p.tags[j] == EVENT
        and not (lex.prep or lex.conj or lex.definite or lex.is_("name", "org"))
    ):
        return True  # أرجأ نبيه بري جلسة، أعلن الاتحاد الأوروبي تضرر مقره
    if p.words[j] in _TIMES:
        return True  # أوقف شقيقه مرتين
    if p.tags[j] == STATE and p.named.get(j - 1) == "country" and lex.definite and lex.stem not in _OF_LANDS:
        return True  # الجبهة في غانا المكونة من حزبين: the front
    if lex.prep == "ب" and p.tags[j] == EVENT and before.is_("human") and not before.is_("title", "org"):
        return True  # متهم بقتل والده
    if lex.prep == "ب" and p.tags[j] == EVENT and not before.definite and before.word.endswith("ا"):
        return True  # شابا بالسجن
    if before.pronoun and _article(p, j) and lex.stem.endswith("ون") and len(lex.stem) > 5:
        return True  # حط على ساحلها الفينيقيون
    if named and p.words[j - 1] in ORDINALS and _plain(p, j) and (lex.definite or lex.is_("place", "thing")):
        return True  # يحكم عبد الله الثاني البلاد، غادر عبد الله الثاني أرض الوطن
    if _regnal(p, i, j):
        return False
    if transitive and _nominative_plural(p, j - 1) and not lex.conj and _no_adjective_of_people(p, j):
        return True  # رفع المتظاهرون الأعلام، ردد المحتجون شعارات
    if "\u064f" in p.text[p.starts[j] : p.starts[j] + 2] and lex.verb is not None:
        return True  # خُصص: a passive
    if (
        i
        and p.tags[i - 1] == PREP
        and not lex.definite
        and p.text[p.ends[j] - 1] == "ا"
        and lex.word.endswith("ا")
        and (p.tags[j] == EVENT or lex.is_("thing"))
    ):
        return True  # مع ثلاث شركات وطنية عقودا: an accusative behind a preposition's noun
    if p.named.get(j - 1) == "place" and lexes[i].is_("place") and p.tags[j] == EVENT:
        return True  # مقر ولاية باجة اجتماع
    if (
        transitive
        and j == i + 2
        and _article(p, i)
        and lexes[i].is_("title")
        and before.is_("title", "name")
        and not before.definite
        and _article(p, j)
        and (_plain(p, j) or lex.is_("title"))
    ):
        return True  # افتتح الأمير سلطان المعرض
    if (
        _article(p, j - 1)
        and _owned(p, j)
        and not lex.is_("title", "human")
        and (transitive or _takes_none(p, j))
    ):
        return True  # باع المصرف حصته; دخلت الحرب على القطاع شهرها العاشر
    if i > 0 and lex.prep == "ب" and before.is_("title") and before.definite and lex.definite:
        return True  # حكم على الصحافي بالسجن
    if (
        i
        and p.words[i - 1] in ("في", "الي", "من")
        and lex.is_("title")
        and lex.stem not in EPITHETS
        and _article(p, j)
        and before.definite
        and not lexes[i].is_("title", "human", "org")
        and not titled
    ):
        return True  # في عين التينة الموفد: what has no title before has none behind
    if j == i + 1 and lexes[i].is_("human") and all(_article(p, k) for k in (i, j)):
        late = lexes[i].stem in _LATE and not (_adjectival(p, j) or lex.is_("title", "name"))
        if late or p.tags[j] == EVENT:
            return True  # احترف الراحل الغناء
    if named_title(p, i, j) and p.tags[j] == EVENT and not lex.definite and not lex.prep and not lex.conj:
        return True  # إلى الوزير تأخر الدفعات
    if complete and _of_relation(p, j):
        return True  # هاتفيا، رسميا
    nominal = lex.known and (lex.verb is None or lex.nominal != OTHER or bool(lex.classes))
    accusative = lex.word.endswith("ا") and not lex.definite and not lex.is_("name")
    if complete and accusative and (nominal or _state_of(p, j)):
        return True  # an indefinite accusative is no part of a definite phrase
    if (
        before.definite
        and not lex.definite
        and lex.word.endswith("ين")
        and (p.named.get(j - 1) in (None, "organisation") or (lexes[i].is_("org") and i in p.named))
        and not before.is_("quant")
    ):
        return True  # وقف المتظاهرون صامتين، تنشر وزارة الدفاع لواءين
    if (
        _article(p, j - 1)
        and not lex.definite
        and not lex.known
        and lex.word[0] not in "بل"  # a preposition that no list parts from its noun: لديوان الحبوب
        and j not in p.named
        and not before.is_("title", "name", "quant")
        and not (
            titled and not named and any(p.tags[k] == PREP for k in range(i, j))
        )  # الباحث في الشؤون المحلية ربيع
        and (before.is_("org", "place", "thing") or _PLURAL.fullmatch(before.stem))
        and (p.text[p.starts[j] : p.ends[j]].endswith(("ة", "ات")) or _heads_genitive(p, j))
    ):
        return True  # رفضت المحكمة ملتمس الدفاع: behind the article no name, but an object
    adjective = p.named.get(j - 1) == "nisba" or lex.known
    if transitive and j - 1 > i and lex.definite and adjective and not before.definite and _nisba(before):
        return True  # منظمات حقوقية السلطات: after an adjective no genitive
    late = before.stem in _LATE  # ولد الراحل محمد الوفا
    if (
        transitive
        and before.is_("human")
        and before.definite
        and not (late or before.is_("title"))
        and namelike(p, j)
        and (before.stem == "ناس" or _PLURAL.fullmatch(before.stem))  # not المهاجم إيريك نغوما
    ):
        return True
    if lex.prep == "ب" and lex.is_("thing") and _owned(p, j - 1):
        return True  # طعن زميله بسكين
    if lex.prep == "ب" and before.stem in _CHARGED and not named:
        return False  # المكلف بالإعلام
    if lex.prep == "ب" and before.is_("title", "human") and not named:
        office = before.is_("title") and (p.tags[j] != EVENT or not before.definite)
        return not (lex.is_("org") or (office and (lex.is_("thing") or p.tags[j] == EVENT)))
    if (
        lex.prep == "ل"
        and lex.definite
        and not lex.pronoun
        and (lexes[i].is_("org") or lexes[i].stem in _HOUSES)
        and not lex.is_("title", "human", "org")
        and j not in p.names
        and j - i <= 4
    ):
        return False  # شركة الواحة للطيران، سوق دمشق للأوراق المالية: what a body is for is of its name
    if lex.prep:
        held = lexes[j - 2] if j - 2 >= i and before.stem in EPITHETS else before  # رئيس جديد للجمهورية
        return (p.tags[j] == EVENT and not lex.definite and not before.is_("org")) or not (
            lex.prep == "ل" and not named and j - i <= 3 and held.is_("title", "org", "quant")
        )
    if (
        transitive
        and p.tags[j] == EVENT
        and _article(p, j)
        and not (lex.conj or lex.prep)
        and (
            (_article(p, j - 1) and (before.is_("org", "human") or before.stem in _FEW))
            or p.named.get(j - 1) == "organisation"
        )
    ):
        return True  # فرقت الشرطة المسيرة، أعلنت الحكومة الأحكام العرفية، تبنى تنظيم القاعدة الهجوم
    if (
        transitive
        and before.is_("human", "title")
        and lex.is_("human", "title")
        and not (before.definite or lex.definite or lex.conj)
        and lex.word.endswith("ا")
        and not before.word.endswith("ا")
    ):
        return True  # دهس مستوطن طفلا: an accusative behind a nominative
    if lex.stem in _MANNERS and not lex.conj:
        return True  # استشهد شاب متأثرا بجروحه، قتل رجل طعنا
    if lex.conj and p.tags[j] == EVENT and not lex.definite and (lex.stem in TOLL or _counted(p, j - 1)):
        return True  # مقتل ثلاثة جنود وإصابة عشرة، وانقطاع الكهرباء
    joined = p.words[j][0] == "و" and len(p.words[j]) > 4
    if (
        p.words[j][0] == "و"
        and len(lex.word) > 3
        and p.named.get(j - 1) == "place"
        and lex.noun is None
        and not lex.classes
        and j not in p.names
    ):
        return True  # في الشرق الأوسط وضعف الاقتصاد
    if lex.conj and lex.definite and p.tags[j] == EVENT and p.named.get(j - 1) in ("place", "country"):
        return True  # مباحثات في غزة والإفراج عن الرهائن
    if lex.conj or (joined and not lex.known):
        if not lex.conj and namelike(p, j) and (j - 1) in p.named:
            return True
        return split and _coordinates(p, i, j, named=named)
    if (
        before.definite
        and not lex.definite
        and not lex.pronoun
        and (
            j - 1 not in p.named
            or ((p.named[j - 1] == "nisba" or before.is_("org")) and p.tags[j] == EVENT and lex.known)
        )
        and (p.tags[j] == EVENT or lex.is_("thing", "place", "org", "human"))
        and not lex.is_("title", "name")
    ):
        return True
    if lex.is_("title") and not lex.definite and lexes[i].is_("place", "thing") and lex.stem not in EPITHETS:
        return before.definite or j > i + 1  # a place has no title in apposition
    if lex.pronoun and (transitive or named) and not before.is_("quant"):
        return lex.known
    if not transitive:
        object_of_saying = titled and _article(p, j) and _plain(p, j)  # أعلن القاضي سالم بدوي النتيجة
        return named and lex.is_("thing") and (not lex.definite or object_of_saying)
    source = p.text[p.starts[j] : p.ends[j]]
    if not TANWIN.isdisjoint(source) and not before.is_("quant") and p.tags[j - 1] != NUMBER:
        return True
    if not complete:
        return False
    if lex.definite:
        if p.named.get(j - 1) == "country" or (
            p.named.get(j - 1) == "place" and (lex.known or p.tags[j] == EVENT or not _adjectival(p, j))
        ):
            return True
        plain_noun = lex.is_("human", "place", "thing", "org") or p.tags[j] == EVENT
        body = p.named.get(j - 1) == "organisation"  # بنك إنجلترا الفائدة
        return (
            plain_noun
            and lex.stem[-1:] not in ("ي",)
            and not _nisba(lex)
            and (before.definite or named or body)
        )
    if named and lex.is_("title"):
        return not _surname(p, j)
    if titled and lex.is_("name") and lex.is_("thing") and j + 1 < len(p) and namelike(p, j + 1):
        return False  # وزير الخارجية كامل نصر
    return lex.is_("title", "human", "org", "place", "thing", "quant") or p.tags[j] == EVENT


_HOUSES = frozenset({"سوق", "بورصه", "ميناء", "مجمع", "قريه", "مدينه"})  # مدينة الملك عبد الله للطاقة
_EMPHASES = frozenset({"نفس", "ذات", "عين", "كل", "جميع", "اسر", "اكمل", "اسم", "وحد", "باسر", "باكمل"})


def _takes_none(p: Parse, j: int) -> bool:
    """Whether what stands before token j, a noun with its pronoun, is a place or a thing, and the noun no الحي نفسه."""
    word = p.words[j]
    base = next((word.removesuffix(tail) for tail in ("هما", "ها", "هم", "ه") if word.endswith(tail)), word)
    return p.lexes[j - 1].is_("place", "thing") and base not in _EMPHASES and not p.lexes[j].conj


_TERMS = frozenset({"سنه", "سنتين", "شهرا", "شهرين", "عاما", "عامين", "اسبوعا", "اسبوعين"})
_ANY = frozenset({"باي", "بايه", "لاي", "لايه"})


def named_title(p: Parse, i: int, j: int) -> bool:
    """Whether a lone title with the article stands right before token j: it takes no genitive."""
    return j == i + 1 and _article(p, i) and p.lexes[i].is_("title")


# Sound plurals, and the broken ones of people that have a shape of their own: أيتام، أطفال، فقراء.
_PLURAL = re.compile(r".+(?:ين|ون|ان|ات|اء)|ا[^ا]{2}ا[^ا]")


EPITHETS = frozenset(
    {"سابق", "سابقه", "اسبق", "راحل", "راحله", "حالي", "حاليه", "جديد", "جديده", "منتخب", "منتخبه", "مخلوع", "مخلوعه",
     "عام", "عامه", "معزول", "معزوله", "مستقيل", "مستقيله", "حاكم", "حاكمه", "معارض", "كبير", "كبيره", "اكبر", "اصغر", "اعلي",
     "خاص", "خاصه", "دائم", "دائمه", "مقيم", "مقيمه", "مساعد", "مساعده"}
)  # fmt: skip


# Broken plurals of offices, and what stands in their genitive without the article: وزراء خارجية، رئيسا حكومتي.
_OFFICES_OF_MANY = frozenset(
    {"وزراء", "رؤساء", "قاده", "زعماء", "سفراء", "ملوك", "امراء", "نواب", "ممثلو", "ممثلي", "مندوبو", "مندوبي",
     "مسؤولو", "مسؤولي"}
)  # fmt: skip
_PORTFOLIOS = frozenset(
    {"خارجيه", "دفاع", "داخليه", "ماليه", "اقتصاد", "تجاره", "نفط", "طاقه", "عدل", "صحه", "اعلام", "ثقافه", "زراعه",
     "حكومه", "حكومتي", "حكومات", "وزراء", "اركان", "دول", "مخابرات", "استخبارات", "برلماني", "برلمانات", "مجلسي", "مجالس"}
)  # fmt: skip


def many_hold(p: Parse, i: int) -> bool:
    """وزيرا الدفاع، رئيسي مصر وتونس، وزراء خارجية: two or more holders of an office, in construct with what they hold."""
    lex = p.lexes[i]
    if lex.definite or lex.prep == "ك" or i + 1 >= len(p) or p.tags[i + 1] not in (OTHER, EVENT):
        return False
    if lex.stem in _OFFICES_OF_MANY:
        return True
    held = p.lexes[i + 1]
    if lex.stem[-1:] not in ("ا", "ي") or held.prep or held.conj:
        return False
    if lex.stem[:-1] not in head_nouns() and lex.stem[:-2] + "ه" not in head_nouns():
        return False
    return _article(p, i + 1) or held.stem in _PORTFOLIOS or p.named.get(i + 1) in ("country", "organisation")


def _epithet(p: Parse, j: int) -> bool:
    """An adjective that lists know as a noun too; المعارضة is one behind another feminine adjective."""
    stem = p.lexes[j].stem
    if stem in ("منتخب", "منتخبه") and p.lexes[j - 1].is_("org", "human"):
        return False  # هزم الفريق المنتخب
    return stem in EPITHETS or (stem == "معارضه" and _nisba(p.lexes[j - 1]))


def _surname(p: Parse, j: int) -> bool:
    """عادل إمام: a title without article behind a name, and with no genitive of its own behind it."""
    if (
        p.lexes[j].definite
        or p.lexes[j].conj
        or p.lexes[j].prep
        or not namelike(p, j - 1)
        or j - 1 in p.named
    ):
        return False
    return j + 1 >= len(p) or p.tags[j + 1] not in (OTHER, EVENT, STATE, NUMBER) or p.timex_of[j + 1] >= 0


def _of_relation(p: Parse, j: int) -> bool:
    """An indefinite accusative of relation behind a definite phrase (هاتفيا، رسميا); names end so too (لوسيا، ايشواريا)."""
    lex = p.lexes[j]
    if not lex.word.endswith("يا") or lex.known or j in p.named or len(lex.word) <= 4:
        return False
    base, known = lex.word[:-2], head_nouns()
    return base in known or base + "ه" in known or load_reader()(base).known


def _state_of(p: Parse, j: int) -> bool:
    """ضبط المدير متلبسا: an accusative of the state in which somebody is, which no list knows as a noun."""
    word = p.words[j]
    return (
        word.startswith("مت")
        and word.endswith("ا")
        and len(word) > 5
        and not p.lexes[j].classes
        and j not in p.named
    )


def _adjectival(p: Parse, j: int) -> bool:
    """The shape of an adjective with the article: nisba, feminine, participle."""
    word = p.lexes[j].word
    return _nisba(p.lexes[j]) or p.text[p.ends[j] - 1] == "ة" or word.startswith(("الم", "والم"))


def _owned(p: Parse, j: int) -> bool:
    """Whether token j is a noun that carries a pronoun of the third person, by its letters: لهجته، مواقفها."""
    source = p.text[p.starts[j] : p.ends[j]]
    return (
        len(source) > 4
        and source.endswith(("ه", "ها", "هم", "هما"))
        and j not in p.named
        and not p.lexes[j].is_("name")
        and not p.lexes[j].prep
    )


def _tailed(p: Parse, j: int) -> bool:
    """لتفتيشهم: a word that no list knows and that ends in a pronoun, by its letters."""
    source = p.text[p.starts[j] : p.ends[j]]
    unknown = not p.lexes[j].known and j not in p.named
    return unknown and len(source) > 5 and source.endswith(("ها", "هم", "هما", "ته"))


def _article(p: Parse, j: int) -> bool:
    lex = p.lexes[j]
    return lex.definite and not lex.pronoun and lex.word[lex.clitics :].startswith(("ال", "ل"))


def _plain(p: Parse, j: int) -> bool:
    """A noun that is seldom an adjective or a title in apposition."""
    lex = p.lexes[j]
    if j in p.named or _nisba(lex) or lex.is_("title", "human"):
        return False
    if lex.is_("thing") and not described(lex.stem):
        return True
    return lex.is_("place", "org") or (p.tags[j] == EVENT and not lex.word.endswith("ه"))


def described(stem: str) -> bool:
    """An adjective, which is listed in both genders: مشترك، مشتركة."""
    heads = head_nouns()
    return (stem[:-1] if stem.endswith("ه") else stem + "ه") in heads


def _indefinite_plural(lex: Lex) -> bool:
    """مسلحون، مسلحان: people in a plural or dual that keeps its ending."""
    two = lex.stem.endswith("ان") and lex.stem[:-2] in head_nouns()
    return lex.is_("human") and not lex.definite and (two or lex.stem.endswith("ون")) and len(lex.stem) > 4


def _people_so_described(p: Parse, i: int, j: int) -> bool:
    """شبان غاضبون، محتجون لبنانيون: an indefinite adjective in the sound plural, with the ending of the subject."""
    lex = p.lexes[j]
    return (
        lex.stem.endswith("ون")
        and len(lex.stem) > 4
        and not lex.definite
        and p.lexes[i].is_("human")
        and not p.lexes[i].definite
    )


ORDINALS = frozenset(
    {"الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر", "الحادي", "عشر"}
)  # fmt: skip


def _regnal(p: Parse, i: int, j: int) -> bool:
    """الملك هنري الثالث، البابا يوحنا الثالث والعشرون: the number of a name."""
    if p.words[j] not in ORDINALS or j <= i:
        return False
    return (
        p.words[j - 1] in ORDINALS
        or (j - 1 not in p.named and namelike(p, j - 1))
        or p.named.get(j - 1) == "person"
    )


# Broken plurals of the adjectives that people are given; others of the sound masculine plural end as their noun does.
_OF_PEOPLE = frozenset(
    {"اجانب", "جدد", "قدامي", "كبار", "صغار", "شباب", "عرب", "اكراد", "افارقه", "عزل", "ابرياء", "اغنياء", "فقراء", "اقوياء",
     "سجناء", "اعضاء", "شيعه", "سنه", "دروز", "اتراك", "افغان", "انفسهم"}
)  # fmt: skip


def _heads_genitive(p: Parse, j: int) -> bool:
    """ملتمس الدفاع: a bare word before a noun of the article, which a name is but in عبد and أبو."""
    if (
        j + 1 >= len(p.tags)
        or j + 1 in p.named
        or p.words[j] in ("عبد", "ابو", "ابي", "ام", "بن", "ال", "نور", "سيف")
    ):
        return False
    after = p.lexes[j + 1]
    return p.tags[j + 1] in (OTHER, EVENT) and _article(p, j + 1) and not _nisba(after) and not after.prep


def _nominative_plural(p: Parse, j: int) -> bool:
    """المتظاهرون: people in the sound plural, with the ending of the subject."""
    lex = p.lexes[j]
    return _article(p, j) and lex.stem.endswith("ون") and len(lex.stem) > 4 and lex.is_("human")


def _no_adjective_of_people(p: Parse, j: int) -> bool:
    lex = p.lexes[j]
    return not (
        lex.stem.endswith("ون")
        or lex.stem in _OF_PEOPLE
        or lex.is_("title", "name", "quant")
        or lex.prep
        or j in p.named
        or (not lex.definite and not lex.known and not _common_shape(p, j))
    )


def _counted_people(p: Parse, i: int, j: int) -> bool:
    """خمسة مسلحين: behind a number a plural that keeps its ending takes no genitive."""
    lex = p.lexes[j]
    return j > i and lex.is_("human") and not lex.definite and lex.stem.endswith("ين") and _counted(p, j)


def _bare_noun(p: Parse, j: int) -> bool:
    """A listed noun, which no adjective is."""
    lex = p.lexes[j]
    return not lex.conj and (
        lex.is_("place", "org", "thing", "title", "quant") or p.tags[j] in (EVENT, NUMBER)
    )


_SIDES = frozenset({"شمالي", "جنوبي", "شرقي", "غربي"})
_ADJECTIVES_TOO = frozenset({"سريه", "خارجيه", "داخليه", "بلديه", "اكاديميه", "مدفعيه"})


def _nisba(lex: Lex) -> bool:
    """An adjective of relation, by its shape; الأراضي and القوى only look like one."""
    if lex.stem in _SIDES:
        return lex.definite  # المستشفى الجنوبي, but جنوبي لبنان
    if lex.stem.endswith("ي") and lex.is_("place", "thing"):
        return described(lex.stem)
    if lex.stem.endswith("يه") and lex.is_("org", "place") and lex.stem not in _ADJECTIVES_TOO:
        return False  # الجمعية، الولاية
    return lex.stem.endswith(("ي", "يه"))


# People and bodies that ministries are named for.
_MINISTERS = frozenset({"وزير", "وزيره", "وزاره"})
_IN_CHARGE_OF = frozenset(
    {"جاليه", "مغاربه", "تونسيين", "مغتربين", "مهاجرين", "مهجرين", "شباب", "مراه", "اسره", "مجاهدين", "برلمان", "جماعات",
     "شهداء", "جرحي", "محاربين", "متقاعدين", "سكان"}
)  # fmt: skip


def _coordinates(p: Parse, i: int, j: int, *, named: bool) -> bool:
    """Whether و joins a new participant at j, and not one more noun of the same phrase."""
    lex = p.lexes[j]
    first = p.lexes[i]
    if j - 1 > i and all(
        p.words[k].endswith(("يين", "يون")) and not p.words[k].lstrip("و").startswith("ال")
        for k in (j - 1, j)
    ):
        return False  # مسؤولين قطريين ومصريين: two adjectives of one noun
    if p.tags[i] == EVENT and j == i + 2 and lex.is_(*_PERSONS) and p.lexes[j - 1].is_(*_PERSONS):
        return not (_article(p, j - 1) and _article(p, j))  # طلبات المندوبين والمراقبين
    if lex.is_("title"):
        if first.is_("title") and not named:
            return not (_named_later(p, j) and not _named_later(p, i, j))
        return True
    if p.named.get(j) == "nisba" and _nisba(p.lexes[j - 1]):
        if lex.stem[-2:] == p.lexes[j - 1].stem[-2:]:
            return False  # فرق صينية وهندية: two adjectives of one noun
        if not named and many_hold(p, i):
            return False  # وزيرا الدفاع الروسي والفرنسي
    if j in p.names:
        return True
    if first.stem in _MINISTERS and not named and lex.stem in _IN_CHARGE_OF and lex.definite:
        return False  # وزير الخارجية والجالية بالخارج
    if lex.is_("human", "org") and not first.is_("thing"):
        return not (first.is_("title") and not named and lex.definite and _named_later(p, j))
    if named:
        return True
    if p.named.get(j - 1) == "place" and not lex.definite and not first.is_("title"):
        return True  # الشرق الأوسط وضعف الاقتصاد
    return p.named.get(j - 1) in ("country", "organisation")


def _named_later(p: Parse, i: int, limit: int | None = None) -> bool:
    """Whether a personal name follows within the phrase: النائب والزعيم الدرزي وليد جنبلاط is one man."""
    for k in range(i + 1, min(limit or i + 9, len(p.tags))):
        if p.tags[k] not in (OTHER, EVENT, STATE) or (p.lexes[k].conj and k > i + 1):
            return False
        if namelike(p, k) and p.named.get(k) in (None, "person"):
            return True
    return False


_MANY = frozenset(
    {"مائه", "مئه", "مئتي", "مئتا", "مائتي", "الف", "الفي", "الاف", "مليون", "مليوني", "مليونا", "ملايين", "مليار"}
)  # fmt: skip


def _counted(p: Parse, head: int) -> bool:
    """Whether a number stands right before the head: people who are counted have nouns that a list knows."""
    word = p.words[head - 1].lstrip("وبل")
    return p.tags[head - 1] == NUMBER or word in _FEW or word in _MANY


def _counted_person(lex: Lex) -> bool:
    """موظفا, in 11 موظفا: behind a number, the accusative of a noun of people that is a participle as well."""
    classes = head_nouns().get(lex.stem[:-1], frozenset()) if lex.stem.endswith("ا") else frozenset()
    return not classes.isdisjoint(("human", "title"))


def _head(p: Parse, i: int, end: int) -> int:
    """The noun that decides what the phrase names: past numbers and words of quantity."""
    j = i
    while j + 1 < end and (
        p.tags[j] in (NUMBER, QUOTE, PREP)
        or (p.lexes[j].is_("quant") and not p.lexes[j].is_("title", "org", "human"))
        or (j == i + 1 and p.lexes[i].stem in _NUMBERS and p.words[j + 1] == "من")
    ):
        j += 1
    return j


def _acts(p: Parse, i: int, head: int, end: int) -> tuple[bool, bool]:
    """Whether the phrase can act, and whether a list says so."""
    lex = p.lexes[head]
    kind = p.named.get(head)
    if kind in _NAMES:
        return True, True
    if p.lexes[i].stem in _NUMBERS and "من" not in p.words[i + 1 : i + 3]:
        return False, True
    if head + 1 >= end and (
        lex.stem in _CROWDS or (lex.stem in OTHERS and head > i and p.tags[head - 1] == NUMBER)
    ):
        return True, True
    if lex.is_("quant") and head + 1 >= end and not lex.is_("human"):
        return lex.pronoun, True
    if lex.stem == "قضاء" and not lex.definite and head + 1 < end and not _article(p, head + 1):
        return False, True  # لقضاء عطلة
    if lex.stem == "فتح" and head + 1 < end and _article(p, head + 1) and p.text[p.ends[head + 1] - 1] != "ة":
        return False, True  # نداء لفتح المعابر; not فتح الفلسطينية
    if lex.is_(*_AGENTLIKE):
        return True, True
    if lex.is_("name"):
        return True, True
    if lex.is_("thing", "place") or p.tags[head] == EVENT:
        return False, True
    if kind == "nisba":
        return True, True
    if p.tags[head] == STATE and _counted(p, head) and _counted_person(lex):
        return True, True
    if p.tags[head] == STATE:
        return lex.stem.endswith(("ون", "ين", "ان")) and len(lex.stem) > 4, False
    if lex.definite:
        return lex.stem.endswith(("يون", "يين")) or (
            lex.stem.endswith(("ون", "ين")) and len(lex.stem) > 4
        ), False
    if p.tags[i] == QUOTE:
        return True, False
    if head > i and p.tags[head - 1] != QUOTE and not lex.known and _counted(p, head):
        return False, False  # ست نقاط: what is counted and no list knows is a thing
    if not lex.known and lex.word.endswith("تها"):
        return False, False  # قضتها: a verb with its object
    if not lex.known and lex.word[0] == "ب" and _owned(p, head):
        return False, False  # استمر بعمله: with what is his
    if (
        not lex.known
        and head == i
        and i
        and p.tags[i - 1] == EVENT
        and len(lex.word) == 4
        and lex.word[1] == "ا"
    ):
        return False, False  # اتفاق دائم: an adjective
    if not lex.known and not _common_shape(p, head):
        if lex.stem.endswith("ي") and head + 1 >= end and head > 0 and p.tags[head - 1] == EVENT:
            return False, False  # اتفاق أولي: an adjective
        follower = p.lexes[head + 1] if head + 1 < end else None
        if follower is None:
            return True, False
        return not follower.definite or not follower.known, False
    return False, False
