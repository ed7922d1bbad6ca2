"""Trigger lexicon and Arabic morphology.

lexicon = load_lexicon()
lexicon.analyse("وسيعلنون")   -> readings of the word, the likeliest first, () where it is no trigger
lexicon.frames("دعا")         -> what the lemma means with a preposition or a head noun
lexicon.verb("وقّع"), lexicon.noun("اجتماع")
guess(lexicon, word)          -> a reading by shape for words not in the lexicon, or None
tense_of(lexicon, words, i)   -> tense and modality of the clause at a word
"""

from hawliyat.tasks.morphology.guess import guess
from hawliyat.tasks.morphology.lexicon import Lexicon, load_lexicon
from hawliyat.tasks.morphology.model import (
    Analysis,
    Aspect,
    Flag,
    Frame,
    Gender,
    Mood,
    Noun,
    Number,
    Person,
    Pos,
    Verb,
    Voice,
)
from hawliyat.tasks.morphology.tense import (
    ClauseTense,
    Tense,
    finite_reading,
    finite_verbs,
    tense_of,
    tense_of_verb,
)

__all__ = [
    "Analysis",
    "Aspect",
    "ClauseTense",
    "Flag",
    "Frame",
    "Gender",
    "Lexicon",
    "Mood",
    "Noun",
    "Number",
    "Person",
    "Pos",
    "Tense",
    "Verb",
    "Voice",
    "finite_reading",
    "finite_verbs",
    "guess",
    "load_lexicon",
    "tense_of",
    "tense_of_verb",
]
