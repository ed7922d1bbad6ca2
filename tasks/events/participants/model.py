"""The cast of an event: what the other modules of the package fill in."""

from hawliyat.tasks.events.phrases import Phrase
from hawliyat.tasks.morphology.model import Gender, Number
from hawliyat.tasks.values import value


@value
class Cast:
    """Phrases of an event; `passive` where the verb was read as one; `elided` where the subject is not in the clause."""

    actors: tuple[Phrase, ...]
    targets: tuple[Phrase, ...]
    passive: bool = False
    elided: bool = False
    gender: Gender | None = None
    number: Number | None = None
    subject: tuple[Phrase, ...] = ()  # grammatical subject, whether it can act or not
    scene: Phrase | None = None  # the place that sees the event: شهدت البلاد إضرابا
