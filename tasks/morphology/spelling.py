"""From a pronounced pattern to Arabic letters: drops short vowels and doublings, seats the hamza.

A pattern is written in one sign per sound: digits 1-4 for radicals, `a i u` short vowels, `A I U` long ones, `ʔ` the
hamza, `T` teh marbuta, `Y` a final long a written with yeh (رمى), `W` the plural's waw with its silent alef (كتبوا),
`t n y m s w` the letters of affixes, and any Arabic letter for itself. The seat of the hamza follows the usual rule of
the strongest neighbouring vowel (i, then u, then a); where newspapers differ (يقرؤون, يقرأون) every spelling is given.
"""

from itertools import product

VOWELS = frozenset("aiuAIUYW")
LETTERS = {"t": "ت", "n": "ن", "y": "ي", "m": "م", "s": "س", "w": "و", "k": "ك", "h": "ه"}
_SHORT = frozenset("aiu")
_OF_U = frozenset("uUW")
_OF_I = frozenset("iI")


def spell(pattern: str, *, bound: bool = False) -> tuple[str, ...]:
    """Every spelling of a pattern, the best first; `bound` gives the form before an attached pronoun (زيارة -> زيارت)."""
    sounds = _without_doubling(pattern)
    pieces: list[tuple[str, ...]] = []
    skip = False
    for i, sound in enumerate(sounds):
        if skip:
            skip = False
            continue
        if sound == "ʔ":
            seats = _seats(sounds, i)
            if seats == ("آ",):
                skip = True
            pieces.append(seats)
        elif sound in _SHORT:
            if i == 0:
                pieces.append(("ا",))
        else:
            pieces.append((_letter(sound, bound),))
    spelled = ("".join(letters) for letters in product(*pieces))
    return tuple(dict.fromkeys(_contract(word) for word in spelled))


def _without_doubling(pattern: str) -> str:
    """A consonant said twice without a vowel between is written once."""
    kept = [
        sound
        for sound, after in zip(pattern, pattern[1:] + " ", strict=True)
        if sound != after or sound in VOWELS
    ]
    return "".join(kept)


def _letter(sound: str, bound: bool) -> str:
    match sound:
        case "A":
            return "ا"
        case "I":
            return "ي"
        case "U":
            return "و"
        case "Y":
            return "ا" if bound else "ى"
        case "W":
            return "و" if bound else "وا"
        case "T":
            return "ت" if bound else "ة"
        case _:
            return LETTERS.get(sound, sound)


def _seats(sounds: str, i: int) -> tuple[str, ...]:
    """The carriers of the hamza at `i`; `آ` alone stands for the hamza and the long vowel after it."""
    after = sounds[i + 1] if i + 1 < len(sounds) else ""
    before = sounds[i - 1] if i else ""
    if not before:
        return ("آ",) if after == "A" else ("إ",) if after in _OF_I and after else ("أ",)
    if not after or (after in _SHORT and i + 2 == len(sounds)):
        return {"a": ("أ",), "i": ("ئ",), "u": ("ؤ",)}.get(before, ("ء",))
    if before in "iIy" or after in _OF_I:
        return ("ئ",)
    if after in _OF_U:
        if after == "u":
            return ("ؤ",)
        return ("ؤ", {"a": "أ", "A": "ء"}.get(before, "ئ"))
    if before == "u":
        return ("ؤ",)
    if before in "AUw":
        return ("ء",)
    if after == "A":
        return ("آ",)
    return ("أ",)


def _contract(word: str) -> str:
    """Two hamzas at the start of a word make one long vowel: أأمن is آمن, إئمان is إيمان."""
    if word.startswith("أأ"):
        return "آ" + word[2:]
    if word.startswith("إئ"):
        return "إي" + word[2:]
    return word
