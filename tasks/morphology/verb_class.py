"""The class of a verb: its form, and which of its radicals are weak, hamzated or doubled."""

from dataclasses import dataclass

SHADDA = "\u0651"
FORMS = frozenset({"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "QI", "QII", "QIV"})
VOWELS_OF_I = frozenset({"au", "ai", "aa", "ia", "ii", "uu"})
_HAMZAS = "أؤئءإ"


@dataclass(frozen=True, slots=True)
class VerbClass:
    """What decides a verb's table: form, vowels, and its radicals as far as they are not plain consonants.

    `radicals` has one sign per radical: the digit of a plain one, `ʔ`, `n`, `t` or `w` for itself. `weakness` is one of
    sound, hollow, defective, doubled; `infix` the letter of form VIII's t; `passive` full, third (impersonal) or none.
    """

    form: str
    vowels: str
    radicals: str
    weakness: str
    infix: str
    passive: str


def infer_form(lemma: str) -> str:
    """The form that a lemma's letters show: وقّع II, هاجم III, أعلن IV, تدهور QII; used to check the lexicon."""
    plain = lemma.replace(SHADDA, "")
    doubled_end = lemma.endswith(SHADDA)
    n = len(plain)
    if plain[0] == "آ":
        return "IV"
    if n <= 3 and not (plain[0] == "أ" and n == 3 and doubled_end):
        return "II" if len(lemma) == 4 and lemma[2] == SHADDA else "I"
    if plain[0] == "أ":
        return "II" if lemma[2] == SHADDA else "IV"
    if plain[0] == "ا":
        if plain.startswith("است") and (n == 6 or (n == 5 and doubled_end)):
            return "X"
        if n == 5 and doubled_end:
            return "QIV"
        if n == 4 and doubled_end and plain[1] != "ن" and plain[2] not in "تطد":
            return "IX"
        if plain[1] == "ن" and plain[2] != "ت":
            return "VII"
        return "VIII"
    if n == 4:
        return "III" if plain[1] == "ا" else "V" if plain[0] == "ت" and lemma[3:4] == SHADDA else "QI"
    if n == 5 and plain[0] == "ت":
        return "VI" if plain[2] == "ا" else "QII"
    return "V" if plain[0] == "ت" else "QI"


def classify(lemma: str, form: str, vowels: str, passive: str) -> tuple[VerbClass, str]:
    """The class of a verb and its radicals (letters, weak ones as `w`/`y`); ValueError where lemma and form disagree."""
    letters = lemma.replace(SHADDA, "")
    doubled_end = lemma.endswith(SHADDA)
    letters = letters.replace("آ", "أا") if form != "IV" else letters.replace("آ", "أأ")
    prefix = {"IV": 1, "V": 1, "VI": 1, "VII": 2, "X": 3, "QII": 1, "QIV": 1, "IX": 1, "VIII": 1}.get(form, 0)
    root = list(letters[prefix:])
    infix = ""
    if form in ("III", "VI"):
        if len(root) < 3 or root[1] != "ا":
            raise ValueError(f"{lemma} is not of form {form}")
        del root[1]
    if form == "VIII":
        if lemma[2:3] == SHADDA:
            infix = "t" if root[0] == "ت" else root[0]
            root[0] = "ت" if root[0] == "ت" else root[0]
        else:
            infix = {"ت": "t"}.get(root[1], root[1])
            if infix not in "tدط":
                raise ValueError(f"{lemma} is not of form VIII")
            del root[1]
    if doubled_end and form not in ("IX", "QIV"):
        root.append(root[-1])
    if len(root) != (4 if form in ("QI", "QII", "QIV") else 3):
        raise ValueError(f"{lemma} is not of form {form}")
    weakness = "sound"
    last = root[-1]
    if doubled_end and form not in ("IX", "QIV"):
        weakness = "doubled"
    elif last in "ىاي":
        weakness = "defective"
        root[-1] = "w" if last == "ا" and form == "I" else "y"
    elif root[1] == "ا" and form in ("I", "IV", "VII", "VIII", "X"):
        weakness = "hollow"
        root[1] = "w" if vowels == "au" else "y"
    signs: list[str] = []
    for position, letter in enumerate(root):
        digit = str(position + 1)
        if letter in _HAMZAS:
            signs.append("ʔ")
        elif position == 0 and letter in "وw" and form in ("I", "IV", "X"):
            signs.append("w")
        elif form == "VIII" and position == 0 and (letter == "ت" or infix == letter):
            signs.append("t" if letter == "ت" else letter)
        elif position == len(root) - 1 and letter in "نت" and weakness != "doubled":
            signs.append({"ن": "n", "ت": "t"}[letter])
        else:
            signs.append(digit)
    if lemma == "رأى":
        infix = "ra"
    elif last == "ا" and form != "I":
        infix = "A"  # أحيا writes its final long a with alef
    if form == "I" and weakness == "sound" and "ʔ" not in signs and vowels != "uu":
        vowels = "ai"  # letters show no short vowel: one table serves all
    return VerbClass(form, vowels, "".join(signs), weakness, infix, passive), "".join(root)
