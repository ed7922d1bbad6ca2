"""Whether a phrase agrees with a verb in gender and number, and what its endings say of its case."""

from collections.abc import Sequence
from typing import Final

from hawliyat.tasks.events.parse import Clause, Parse
from hawliyat.tasks.events.participants.model import Cast
from hawliyat.tasks.events.phrases import Phrase, many_hold
from hawliyat.tasks.events.words import EVENT, head_nouns
from hawliyat.tasks.morphology.model import Analysis, Flag, Gender, Number


def takes_up(p: Parse, phrase: Phrase, tail: str) -> bool:
    """Whether a pronoun of the third person may take up a phrase, by the endings of its head."""
    lex, source = p.lexes[phrase.head], p.text[p.starts[phrase.head] : p.ends[phrase.head]]
    dual = lex.stem.endswith(("ان", "ين")) and len(lex.stem) > 4
    person = lex.is_("title", "human", "name") or p.named.get(phrase.head) in ("person", "office")
    feminine = (
        source.endswith(("ة", "اء")) or lex.is_("name") or p.named.get(phrase.head) in ("country", "place")
    )
    many = dual or source.endswith(("ون", "ات")) or phrase.head > phrase.start
    if tail == "هما":
        return dual
    if tail == "هم":
        return person and many
    if tail == "ها":
        return feminine or not person
    return person and not many and not source.endswith(("ة", "ين"))


def accusative(p: Parse, phrase: Phrase) -> bool:
    """كتابا، ثلاثين رهينة: an indefinite accusative is no subject."""
    lex = p.lexes[phrase.start]
    source = p.text[p.starts[phrase.start] : p.ends[phrase.start]]
    if source.endswith(("\u064b", "\u064bا")):
        return True
    if lex.stem.endswith("ين") and not lex.known and _two_things(lex.stem.removesuffix("ين")):
        return True  # أطلقت صاروخين
    if lex.is_("title", "human", "org") and many_hold(p, phrase.start):
        return False  # وزيرا الدفاع، وفدا البلدين: two of them
    return (
        lex.word.endswith("ا")
        and not lex.word.endswith(("ها", "هما"))
        and (lex.known or (lex.word[:-1] in head_nouns() and phrase.start not in p.named))
        and not lex.definite
        and not lex.is_("name")
        and not (lex.is_("org") and lex.stem.endswith("يا"))  # مليشيا
        and source[-1] == "ا"
    )


def _two_things(stem: str) -> bool:
    """Whether the dual's stem is of a listed thing: صاروخ، سيار(ة)."""
    heads = head_nouns()
    return "thing" in heads.get(stem, frozenset()) | heads.get(stem.removesuffix("ت") + "ه", frozenset())


def agrees_before(p: Parse, phrases: list[Phrase], verb: Analysis | None) -> bool:
    if verb is None or len(phrases) > 1:
        return True
    return not (verb.gender is Gender.FEMININE and masculine(p, phrases[0]))


def agrees_with(p: Parse, phrases: Sequence[Phrase], parts: Cast) -> bool:
    """Whether phrases may be the left-out subject of a verb with the gender and number of `parts`."""
    head = phrases[0].head
    lex = p.lexes[head]
    if parts.number is Number.PLURAL and len(phrases) == 1:
        one = lex.is_("name") or p.named.get(head) in ("country", "person")
        return not one and not (lex.is_("title") and not plural_title(lex.stem))
    if parts.number is not Number.SINGULAR:
        return True
    if len(phrases) > 1:
        return False  # behind both of them the verb would be dual or plural
    source = p.text[p.starts[head] : p.ends[head]]
    if parts.gender is Gender.FEMININE:
        return head in p.named or lex.is_("name") or not lex.known or source.endswith(("ة", "ات", "اء"))
    if p.named.get(head) == "person" or lex.is_("name"):
        return True  # الدبيبة، خليفة: a man's name, whatever its ending
    return not source.endswith("ة") and not lex.stem.startswith("بلاد")


_TITLES_OF_MANY: Final = frozenset(
    {"قاده", "نواب", "قضاه", "ضباط", "حكام", "ملوك", "طلاب", "عمال", "تجار", "افراد", "رجال"}
)


def plural_title(stem: str) -> bool:
    return stem.endswith(("ون", "ين", "اء", "ان")) or stem in _TITLES_OF_MANY


def masculine(p: Parse, phrase: Phrase) -> bool:
    lex = p.lexes[phrase.head]
    if p.named.get(phrase.head) is not None or not lex.known:
        return False
    source = p.text[p.starts[phrase.head] : p.ends[phrase.head]]
    return lex.is_("title", "human") and not source.endswith(("ة", "ات", "ى", "اء", "در", "ود", "ير"))


def agrees(p: Parse, phrase: Phrase, verb: Analysis | None) -> bool:
    """Gender before the subject: a feminine verb wants a feminine noun, a masculine one does not."""
    if verb is None or verb.gender is None:
        return True
    if p.named.get(phrase.head) is not None or not p.lexes[phrase.head].known:
        return True
    feminine = p.text[p.ends[phrase.head] - 1] == "ة"
    if verb.gender is Gender.FEMININE and p.tags[phrase.head] == EVENT and masculine_noun(p, phrase.head):
        return False  # لن تقبل وقف التخصيب
    if verb.gender is Gender.FEMININE:
        return feminine or not masculine(p, phrase)
    return not feminine or phrase.head != phrase.start or p.lexes[phrase.head].is_("quant")


def masculine_noun(p: Parse, i: int) -> bool:
    """A verbal noun in the singular and of masculine shape."""
    noun, source = p.lexes[i].noun, p.text[p.starts[i] : p.ends[i]]
    return (
        noun is not None
        and noun.verb is not None
        and noun.number is Number.SINGULAR
        and Flag.GUESSED not in noun.flags
        and not p.lexes[i].pronoun
        and not source.endswith(("ة", "ات", "اء", "ى", "ا"))
    )


def same_gender(p: Parse, phrase: Phrase, verb: Analysis | None) -> bool:
    return verb is None or (
        agrees_before(p, [phrase], verb)
        and not (verb.gender is Gender.MASCULINE and p.text[p.ends[phrase.head] - 1] == "ة")
    )


def of_other_gender(p: Parse, clause: Clause, j: int) -> bool:
    """تفتيش المواقع التي تعرضت: what التي takes up is not a masculine verbal noun but its genitive."""
    return (
        clause.opener >= 0
        and p.words[clause.opener] == "التي"
        and p.tags[j] == EVENT
        and masculine_noun(p, j)
        and not p.lexes[j].definite
    )
