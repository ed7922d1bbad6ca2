"""Numbers and ordinals of several words, put together before the rules look: `ألف وتسعمئة وثلاثة وسبعين`, `الحادي والعشرين`."""

from collections.abc import Sequence

from hawliyat.tasks.temporal.lexicon import Reading, number_categories

_UNIT, _TEN, _TENS, _HUNDRED, _THOUSAND = range(5)


def _size(value: int) -> int:
    if value < 10:
        return _UNIT
    if value == 10:
        return _TEN
    if value < 100:
        return _TENS
    return _HUNDRED if value < 1000 else _THOUSAND


def read_number(readings: Sequence[Reading]) -> tuple[int, int] | None:
    """The number that begins at the first reading: (value, how many tokens it takes), None where it is a single word.

    Follows the order of Arabic numbers: units before tens joined by و, hundreds and thousands before what they add.
    """
    total, current, last = 0, 0, -1
    best: tuple[int, int] | None = None
    for position, reading in enumerate(readings):
        value = _value(reading)
        if value is None or (reading.prep and position):
            break
        size = _size(value)
        if position == 0:
            if size == _THOUSAND:
                total = value
            else:
                current = value
        elif reading.conj:
            fits = (
                (last == _UNIT and size == _TENS and current % 10 == current % 100)
                or (last == _HUNDRED and size in (_UNIT, _TEN, _TENS))
                or (last == _THOUSAND and size < _THOUSAND)
            )
            if not fits:
                break
            current += value
        elif size == _TEN and last == _UNIT and current % 100 < 10:
            current += 10
            size = _TENS
        elif size == _HUNDRED and value == 100 and last == _UNIT and current < 10:
            current *= 100
        elif size == _THOUSAND and value == 1000 and current:
            total += current * 1000
            current = 0
        else:
            break
        last = size
        best = (total + current, position + 1)
    return best if best and best[1] > 1 else None


def _value(reading: Reading) -> int | None:
    for category in ("NUMW", "THOUSAND", "THOUSAND2"):
        if category in reading.values:
            return int(reading.values[category])
    if reading.number is not None and "N" in reading.values and not reading.conj:
        return reading.number if reading.number < 1000 else None
    return None


def number_reading(first: Reading, value: int) -> Reading:
    """The reading of a number that stands in words (or in figures with ألف)."""
    return Reading(number_categories(value, None), first.conj, first.prep, first.definite, first.skip, value)


def read_ordinal(readings: Sequence[Reading]) -> tuple[int, int] | None:
    """A compound ordinal at the first reading: (value, tokens): `الثالث عشر` 13, `الحادي والعشرين` 21."""
    if len(readings) < 2 or "ORD" not in readings[0].values:
        return None
    unit = int(readings[0].values["ORD"])
    second = readings[1]
    if second.values.get("NUMW") == "10" and not second.conj and not second.definite:
        return unit + 10, 2
    if second.conj and second.definite and not second.prep:
        tens = int(second.values.get("NUMW", 0))
        if tens in range(20, 100, 10) and unit < 10:
            return unit + tens, 2
    return None


def ordinal_reading(first: Reading, value: int) -> Reading:
    """The reading of a compound ordinal."""
    return Reading({"ORD": str(value)}, first.conj, first.prep, first.definite, first.skip, value)
