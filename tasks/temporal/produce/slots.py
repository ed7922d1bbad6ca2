"""What the named slots of a match say: numbers, modifiers, directions, months, years."""

from hawliyat.tasks.schema import Mod
from hawliyat.tasks.temporal.match import Candidate, Items
from hawliyat.tasks.temporal.produce.registry import Span
from hawliyat.tasks.temporal.raw import Raw, Shift


def value_of(items: Items, c: Candidate, slot: str, *categories: str) -> str | None:
    """The value of a slot in the first of the categories that it has; None where the match has no such slot."""
    place = c.slots.get(slot)
    return None if place is None else items.value(place[0], *categories)


def number_of(items: Items, c: Candidate, slot: str, *categories: str) -> int | None:
    """The same as a number."""
    place = c.slots.get(slot)
    found = None if place is None else items.value(place[0], *categories)
    return None if found is None else int(found)


def mod_of(items: Items, c: Candidate) -> Mod | None:
    """START, MID or END as a word before the expression says."""
    if "mod" not in c.slots:
        return None
    found = value_of(items, c, "mod", "MODPRE", "LASTN", "FIRSTN")
    if found in ("-1", "1"):  # آخر الشهر، أول السنة
        return Mod.END if found == "-1" else Mod.START
    return Mod(found) if found else None


def length_mod(items: Items, c: Candidate) -> Mod | None:
    """Approximation and bounds of a length, before or after it."""
    for slot in ("pre", "postmod"):
        found = value_of(
            items, c, slot, "MORE", "LESS", "ATLEAST", "ATMOST", "APPROX", "APPROXPOST", "ATLEASTPOST"
        )
        if found:
            return Mod(found)
    return None


def direction_of(items: Items, c: Candidate, slot: str = "adj") -> int | None:
    """-1 past, 0 current, 1 future by an adjective, doubled by قبل and بعد; None where none is said."""
    twice = {"adj": "twice", "reladj": "reltwice"}.get(slot, "")
    if twice in c.slots:
        return 2 * int(value_of(items, c, twice, "PASTADJ", "NEXTADJ") or 0)
    found = value_of(items, c, slot, "PASTADJ", "NEXTADJ", "CURADJ", "PREVADJ", "LASTADJ", "FOLLOWADJ")
    return None if found is None else int(found)


def year_of(items: Items, c: Candidate) -> tuple[int | None, bool, str | None]:
    """(year, whether its figures are two, the figures as written)."""
    if "year" not in c.slots:
        return None, False, None
    item = c.slots["year"][0]
    text = items.value(item, "Y4", "YW", "Y3", "YY", "HY", "THOUSAND2", "N")
    assert text is not None
    two = items.has(item, "YY")
    return int(text), two, items.word(item)


def year_base(items: Items, c: Candidate) -> Shift | None:
    """The year that the words name without figures: العام الماضي, ذلك العام."""
    if "ana" in c.slots:
        return Shift("year", 0, anaphoric=True)
    if "rel" not in c.slots:
        return None
    direction = direction_of(items, c, "reladj")
    if (
        "reladj" in c.slots
        and items.has(c.slots["reladj"][0], "FOLLOWADJ")
        and not items.has(c.slots["reladj"][0], "NEXTADJ")
    ):
        return Shift("year", 1, anaphoric=True)
    if (
        "reladj" in c.slots
        and direction == -1
        and items.has(c.slots["reladj"][0], "PREVADJ")
        and not items.has(c.slots["reladj"][0], "PASTADJ")
    ):
        return Shift("year", -1)
    return Shift("year", direction or 0)


def month_of(items: Items, c: Candidate) -> int | None:
    """The month, 0 where two names of a pair are two months."""
    if "month" not in c.slots:
        return None
    month = number_of(items, c, "month", "MONTH", "WMONTH")
    second = number_of(items, c, "month2", "MONTH", "WMONTH")
    if month is not None and second is not None and month != second:
        return 0  # two months, not two names of one
    return month


def whole_span(c: Candidate, raw: Raw) -> list[Span]:
    """One span: the whole match."""
    return [(c.start, c.end, raw)]
