"""Who acts and who is acted upon.

Verbal clauses are verb-first: the first phrase after the verb is the subject, the second the object. After أن, after كان,
in headlines and in relative clauses the subject comes first. A passive's subject is the one acted upon. A verbal noun
takes its subject or object in the genitive.
"""

from hawliyat.tasks.events.participants.agreement import agrees_with
from hawliyat.tasks.events.participants.before import described_by
from hawliyat.tasks.events.participants.behind import CIRCUMSTANCES
from hawliyat.tasks.events.participants.casting import cast, held_by_someone
from hawliyat.tasks.events.participants.model import Cast
from hawliyat.tasks.events.participants.nominal import FAIRS
from hawliyat.tasks.events.participants.pronouns import MEASURES
from hawliyat.tasks.events.participants.verbal import own_class

__all__ = [
    "CIRCUMSTANCES",
    "FAIRS",
    "MEASURES",
    "Cast",
    "agrees_with",
    "cast",
    "described_by",
    "held_by_someone",
    "own_class",
]
