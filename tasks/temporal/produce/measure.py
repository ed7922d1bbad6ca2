"""Lengths put together: from counted units and fractions to a TIMEX3 duration."""

import re

from hawliyat.tasks.temporal.contexts import context
from hawliyat.tasks.temporal.match import Candidate, Items

AND_OR = context("and_or")
DECIMAL = re.compile(r"(\d+)[.,٫](\d{1,2})")  # 3.5 سنوات; three figures behind the sign are thousands

UNIT_CODE = {
    "day": "P{}D", "week": "P{}W", "month": "P{}M", "year": "P{}Y", "decade": "P{}DE", "century": "P{}CE",
    "hour": "PT{}H", "minute": "PT{}M", "second": "PT{}S", "night": "P{}D", "season": "P{}Y", "quarter": "P{}Q",
    "halfyear": "P{}M",
}  # fmt: skip


def length_parts(items: Items, start: int, end: int) -> list[tuple[str, float | None]]:
    """The lengths between two items in order: (unit, amount), None where the amount is vague."""
    parts: list[tuple[str, float | None]] = []
    amount: float | None = None
    vague = False
    fraction_of = -1  # a fraction that the next unit belongs to: ونصف الساعة
    for item in range(start, end):
        dual = items.has(item, "UNITDU")
        if dual and amount is None:
            parts.append((items.value(item, "UNITDU") or "", 2.0))
        elif dual or items.has(item, "UNIT", "UNITPL", "UNITACC"):
            if parts and amount is not None and items.word(item - 2) == "الا":
                parts = _less(parts, items.value(item, "UNIT", "UNITPL", "UNITACC") or "", amount)
                amount = None
                continue
            if fraction_of == item - 1 and parts:
                continue
            unit = items.value(item, "UNIT", "UNITPL", "UNITACC", "UNITDU") or ""
            plural = items.has(item, "UNITPL")
            parts.append((unit, None if vague else amount if amount is not None else None if plural else 1.0))
            amount, vague = None, False
        elif items.has(item, "FRAC") and parts:
            unit, known = parts[-1]
            less = items.word(item - 1) == "الا"
            if known is not None and (less or items.readings[item].conj):  # type: ignore[union-attr]
                parts[-1] = (unit, known + (-1 if less else 1) * float(items.value(item, "FRAC") or 0))
            fraction_of = item
        elif items.has(item, "FRAC") and not (items.has(item, "N") and items.has(item + 1, "UNITPL")):
            amount = float(items.value(item, "FRAC") or 0)
        elif items.has(item, "VAGUE"):
            vague = True
        elif items.has(item, "QUANTITY"):
            decimal = DECIMAL.fullmatch(items.source(item))
            if decimal is None:
                return []  # a percentage, millions
            amount = float(f"{decimal[1]}.{decimal[2]}")
        elif (
            items.has(item, "N")
            and amount is None
            and not (parts and items.has(item, "ONE"))
            and not (
                parts
                and items.word(item - 1) != "الا"
                and not ((reading := items.readings[item]) is not None and reading.conj)
                and items.word(item - 1) not in AND_OR
            )
        ):
            amount = float(items.value(item, "N") or 0)
    return parts


SMALLER = {"hour": ("minute", 60), "minute": ("second", 60), "week": ("day", 7), "year": ("month", 12)}


def _less(parts: list[tuple[str, float | None]], unit: str, amount: float) -> list[tuple[str, float | None]]:
    """`ساعة إلا عشر دقائق`: in the finer unit, where the coarser has a fixed number of them; else no length."""
    large, known = parts[-1]
    small, factor = SMALLER.get(large, ("", 1))
    if known is None or small != unit:
        return []
    return [*parts[:-1], (unit, known * factor - amount)]


def length_value(items: Items, c: Candidate, start: int, end: int) -> tuple[str, str] | None:
    """(unit, amount) of a length between two items; amount is a figure, a decimal or X.

    Of several units (`سنتين وثلاثة أشهر`) the unit is `compound` and the amount the whole TIMEX3 value.
    """
    parts = length_parts(items, start, end)
    if not parts:
        return None
    if len(parts) == 1:
        unit, amount = parts[0]
        return unit, "X" if amount is None else f"{amount:g}"
    date_part = time_part = ""
    for unit, amount in parts:
        if amount is None:
            return parts[0][0], "X"
        value = duration(unit, f"{amount:g}")
        if value.startswith("PT"):
            time_part += value[2:]
        else:
            date_part += value[1:]
    return "compound", f"P{date_part}" + (f"T{time_part}" if time_part else "")


def duration(unit: str, amount: str) -> str:
    """The TIMEX3 duration: halves and quarters as decimals (PT1.5H), thirds of an hour in minutes."""
    if unit == "compound":
        return amount
    if amount != "X" and "." in amount:
        number = float(amount)
        if unit in ("hour", "minute") and round(number * 4) != number * 4:  # thirds
            whole, rest = divmod(round(number * 60), 60)
            large, small = ("H", "M") if unit == "hour" else ("M", "S")
            return "PT" + (f"{whole}{large}" if whole else "") + (f"{rest}{small}" if rest else "")
        if unit == "century":
            return f"P{round(number * 100):g}Y"
        if unit == "decade" and number < 1:
            return f"P{round(number * 10):g}Y"
    if unit == "halfyear":
        return f"P{6 if amount == '1' else amount}M"
    return UNIT_CODE.get(unit, "P{}D").format(amount)
