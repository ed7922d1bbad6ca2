"""The nisba and its forms: فرنسي -> فرنسية، فرنسيون، فرنسيين، فرنسيان، فرنسيات, with and without the article.

Broken plurals (روس، أتراك) cannot be made by rule and are listed; the article is put before them all the same.
"""

_ENDINGS = ("", "ة", "ون", "ين", "ان", "ات", "تان", "تين")
_PLURALS = ("ون", "ين", "ات")
_UNINFLECTED = ("جنوب", "شمال", "سري")  # جنوب أفريقي: one word in meaning, so one article and one ending


def forms(nisba: str) -> list[str]:
    """Every form of a nisba given in the masculine singular, of one word or two; a listed plural only takes the article."""
    words = nisba.split()
    if not words[-1].endswith("ي"):
        return [nisba, "ال" + nisba]
    inflected: list[str] = []
    for ending in _ENDINGS:
        if len(words) == 1 or words[0] in _UNINFLECTED:
            form = nisba + ending
            inflected += [form, "ال" + form]
        else:
            parts = [word + ending for word in words]
            inflected += [" ".join(parts), " ".join("ال" + part for part in parts)]
    return inflected


def is_people(folded: str) -> bool:
    """Whether a folded, definite nisba form is a plural that names a people (الفرنسيون), by its ending."""
    return folded.startswith("ال") and folded.endswith(tuple("ي" + ending for ending in _PLURALS))
