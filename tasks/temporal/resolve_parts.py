"""Quarters, halves, seasons, week-ends; decades and centuries."""

from dataclasses import replace
from datetime import date, timedelta

from hawliyat.tasks.schema import Anchoring, Grain, TimexType
from hawliyat.tasks.temporal.calendar import SEASON_MONTH, add_months, months_from, week_value
from hawliyat.tasks.temporal.raw import Era, Part
from hawliyat.tasks.temporal.resolve_relative import resolve_shift
from hawliyat.tasks.temporal.resolved import (
    Resolved,
    Situation,
    century_value,
    decade_value,
    months_value,
    open_value,
    unresolved,
)
from hawliyat.tasks.temporal.tense import IMPERFECT


def _base_year(raw: Part, s: Situation) -> tuple[int | None, Anchoring]:
    if raw.year is not None:
        return raw.year, Anchoring.EXPLICIT
    if raw.base is not None:
        if raw.base.anaphoric:
            if s.last_in_paragraph is not None and s.last_in_paragraph.first is not None:
                return s.last_in_paragraph.first.year, Anchoring.CONTEXT
            return (s.dct.year, Anchoring.PUBLICATION) if s.dct else (None, Anchoring.UNRESOLVED)
        based = resolve_shift(raw.base, s)
        return (based.first.year if based.first else None), based.anchoring
    return None, Anchoring.UNRESOLVED


def resolve_part(raw: Part, s: Situation) -> Resolved:
    """A quarter, half, season or week-end."""
    if raw.kind == "weekend":
        return _weekend(raw, s)
    if raw.kind in ("quarter", "half"):
        if raw.index == "rel":
            assert raw.base is not None
            return resolve_shift(raw.base, s)
        year, anchoring = _base_year(raw, s)
        if year is None:
            letter = "Q" if raw.kind == "quarter" else "H"
            return open_value(f"XXXX-{letter}{raw.index}", mod=raw.mod)
        return _quarter(raw, year, anchoring)
    return _season(raw, s)


def _quarter(raw: Part, year: int, anchoring: Anchoring) -> Resolved:
    """Quarters and halves; a fiscal year that is written with two years begins in July."""
    index = int(raw.index)
    width = 3 if raw.kind == "quarter" else 6
    month = (index - 1) * width + 1
    if raw.fiscal:
        year, month = add_months(year, month, 6)
    letter = "Q" if raw.kind == "quarter" else "H"
    grain = Grain.QUARTER if raw.kind == "quarter" else Grain.HALF
    return months_value(
        f"{year:04d}-{letter}{(month - 1) // width + 1}", year, month, width, grain, anchoring, raw.mod
    )


def _season(raw: Part, s: Situation) -> Resolved:
    month = SEASON_MONTH[raw.index]
    year, anchoring = _base_year(raw, s)
    if year is None and raw.base is not None:
        return open_value(f"XXXX-{raw.index}", mod=raw.mod)
    if year is None:
        told = s.narrative if raw.direction is None and s.direction not in (1, IMPERFECT) else None
        if told is not None and told.first is not None:
            year, anchoring = told.first.year, Anchoring.CONTEXT
        elif s.dct is None:
            return open_value(f"XXXX-{raw.index}", mod=raw.mod)
        else:
            year, anchoring = _nearest_season(month, s.dct, raw.direction, s.direction), Anchoring.PUBLICATION
    return months_value(f"{year:04d}-{raw.index}", year, month, 3, Grain.SEASON, anchoring, raw.mod)


def _nearest_season(month: int, dct: date, said: int | None, clause: int | None) -> int:
    best: tuple[int, int] | None = None
    for year in (dct.year - 1, dct.year, dct.year + 1, dct.year - 2):
        found = months_from(year, month, 3)
        if found is None:  # at the ends of the calendar
            continue
        first, last = found
        if (said == -1 and last >= dct) or (said == 1 and first <= dct):
            continue
        if said is None and ((clause == 1 and last < dct) or ((clause or 0) < 0 and first > dct)):
            continue
        distance = 0 if first <= dct <= last else min(abs((first - dct).days), abs((last - dct).days))
        if best is None or distance < best[0]:
            best = (distance, year)
    return best[1] if best else dct.year


def _weekend(raw: Part, s: Situation) -> Resolved:
    if s.dct is None:
        return unresolved(raw.mod)
    monday = s.dct - timedelta(s.dct.weekday())
    if raw.base is not None:
        monday += timedelta(7 * raw.base.amount)
    elif raw.direction == -1:
        monday -= timedelta(7)
    elif raw.direction == 1 and s.dct.weekday() >= 5:
        monday += timedelta(7)
    elif raw.direction is None and (s.direction or 0) < 0 and s.dct.weekday() < 5 and raw.base is None:
        monday -= timedelta(7)
    saturday = monday + timedelta(5)
    return Resolved(
        TimexType.DATE, week_value(monday) + "-WE", raw.mod, saturday, saturday + timedelta(1), Grain.WEEKEND,
        Anchoring.PUBLICATION,
    )  # fmt: skip


def resolve_era(raw: Era, s: Situation) -> Resolved:
    """A decade or century."""
    if raw.unit == "century":
        if raw.bc:
            return Resolved(TimexType.DATE, f"BC{raw.number - 1:02d}", raw.mod)
        return century_value(raw.number - 1, Anchoring.EXPLICIT, raw.mod)
    if raw.century is not None:
        return decade_value((raw.century - 1) * 100 + raw.number, Anchoring.EXPLICIT, raw.mod)
    if raw.base is not None:
        based = resolve_shift(raw.base, s)
        if based.first is None and raw.base.amount == -1:
            # A decade of القرن الماضي is by use of the language one of the twentieth century, as التسعينات is
            found = decade_value(1900 + raw.number, Anchoring.EXPLICIT, raw.mod)
            return replace(
                found, note="of a text without a date: the twentieth century by use of the language"
            )
        if based.first is None:
            return unresolved(raw.mod)
        return decade_value(based.first.year // 100 * 100 + raw.number, based.anchoring, raw.mod)
    if s.dct is not None:
        century = s.dct.year // 100 * 100
        year = century + raw.number
        if year > s.dct.year + (5 if s.direction == 1 else 0):
            year -= 100  # of what is to come only where the clause speaks of it
        return decade_value(year, Anchoring.PUBLICATION, raw.mod)
    # Without a date: `التسعينات` is by use of the language the twentieth century's, from the thirties on
    return decade_value(
        (1900 if raw.number >= 30 else 2000) + raw.number if raw.number >= 30 else 1900 + raw.number,
        Anchoring.EXPLICIT,
        raw.mod,
    )
