"""What a look-up in the gazetteer finds: a stretch of words and what it names."""

from enum import StrEnum

from hawliyat.tasks.values import value


class EntityKind(StrEnum):
    """Kinds of rows in the table `entities`."""

    PERSON = "person"
    ORGANISATION = "organisation"
    COUNTRY = "country"
    PLACE = "place"
    OFFICE = "office"


class MatchKind(StrEnum):
    """What a stretch of words is. A nisba (فرنسي، الفرنسيون) points to its country without naming it."""

    PERSON = "person"
    ORGANISATION = "organisation"
    COUNTRY = "country"
    PLACE = "place"
    OFFICE = "office"
    NISBA = "nisba"


class Cue(StrEnum):
    """Classes of words that say how to read the name beside them (`cue_words.tsv`)."""

    PLACE = "place"
    SURROUNDINGS = "surroundings"
    COUNTRY = "country"
    ORGANISATION = "organisation"
    CAPITAL = "capital"
    PREPOSITION = "preposition"
    COMPLEMENT = "complement"
    FORMER = "former"
    MODIFIER = "modifier"
    COURTESY = "courtesy"


@value
class Match:
    """Words [start, end) name `entity_id`; `proclitics` letters of the first word (و ف ب ل ك) are not of the name.

    A nisba's `entity_id` is its country's. An office without a country is `office:SLUG`, which is no entity by itself.
    """

    start: int
    end: int
    entity_id: str
    kind: MatchKind
    proclitics: int = 0
