"""Who and where: the gazetteer, and the linking of phrases to entities inside one document.

    gazetteer = load_gazetteer()
    linker = Linker(gazetteer)
    linker.read(words)             # folded tokens of the document: the countries that it speaks of
    linker.observe(phrases)        # every participant and place phrase of the document, as it stands
    linker.resolve("ماكرون")       # Entity, or None rather than a guess

What one document says never leaks into another: a fresh Linker knows the plain files and nothing else.
"""

from hawliyat.tasks.events.entities.gazetteer import Gazetteer, load_gazetteer
from hawliyat.tasks.events.entities.linker import Linker
from hawliyat.tasks.events.entities.match import EntityKind, Match, MatchKind

__all__ = [
    "EntityKind",
    "Gazetteer",
    "Linker",
    "Match",
    "MatchKind",
    "load_gazetteer",
]
