"""The dateline: where an article was filed, by whom, and on which day (`هراري 15-7 (اف ب) -`).

Read by shape, over folded text: a place of one to four words, then an agency in brackets, slashes or between dashes, or
a day, or both. A place alone before a dash is read by `placeline`, which asks the gazetteer: `الخبر - تفاصيل` looks the same.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from hawliyat.tasks.clean.agencies import agencies, agency_key, agency_pattern
from hawliyat.tasks.clean.fold import Folded, fold, fold_word
from hawliyat.tasks.clean.placeline import read_placeline
from hawliyat.tasks.tables import SEEDS, read_rows

HEAD = 240  # code points of a line in which a dateline ends, if there is one
LINES = 8  # content lines among which the dateline stands


@dataclass(frozen=True, slots=True)
class Dateline:
    """Offsets are code points into the document's text. `calendar` is that of day, month and year, None without a day.

    `[start, end)` covers the whole dateline with the dash that closes it; `[date_start, date_end)` the day as written.
    """

    place: str | None
    place_start: int | None
    place_end: int | None
    agency: str | None
    day: int | None
    month: int | None
    year: int | None
    calendar: str | None
    clock: str | None
    date_start: int | None
    date_end: int | None
    start: int
    end: int


_NO_PLACE = frozenset(
    (
        "يوم",
        "في",
        "منذ",
        "عام",
        "سنه",
        "شهر",
        "هذا",
        "هذه",
        "قال",
        "وقال",
        "اعلن",
        "واعلن",
        "ان",
        "انه",
        "اليوم",
        "امس",
        "غدا",
        "بين",
        "من",
        "الى",
        "على",
        "عن",
        "مع",
        "بعد",
        "قبل",
        "حتى",
        "كان",
        "وكان",
        "المصدر",
        "مصدر",
        "كتب",
        "صوره",
        "تصوير",
        "فيديو",
        "ترجمه",
        "تحرير",
        "اعداد",
        "نقلا",
        "نشر",
        "تاريخ",
        "التاريخ",
        "الساعه",
        "تحديث",
        "الجمعه",
        "السبت",
        "الاحد",
        "الاثنين",
        "الثلاثاء",
        "الاربعاء",
        "الخميس",
        "وكاله",
        "وكالات",
        "صحيفه",
    )
)


@cache
def _months() -> dict[str, tuple[str, int]]:
    """Folded month name -> (calendar, number), from the time lexicon's rows of months."""
    names: dict[str, tuple[str, int]] = {}
    for row in read_rows(SEEDS / "lexicon" / "time.tsv"):
        calendar = {"MONTH": "gregorian", "WMONTH": "gregorian", "HMONTH": "hijri", "WHMONTH": "hijri"}.get(
            row["category"]
        )
        if calendar is not None:
            for surface in row["surfaces"].split("|"):
                names.setdefault(fold_word(surface.rstrip("!")), (calendar, int(row["value"])))
    return names


@cache
def _in_words() -> re.Pattern[str]:
    names = sorted(_months(), key=lambda each: (-len(each), each))
    month = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    return re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})\s*(?:من\s+)?(?P<month>{month})(?:\s*[/(]\s*(?:{month})\s*\)?)?[\s،,]*(?P<year>\d{{4}})(?!\d)"
    )


def date_in_words(text: str) -> tuple[int, int, int] | None:
    """(year, month, day) of the first Gregorian date with its month's name in Arabic (`1 تموز/يوليو 2025`), unchecked."""
    for found in _in_words().finditer(fold_word(text)):
        calendar, month = _months()[" ".join(found["month"].split())]
        if calendar == "gregorian":
            return int(found["year"]), month, int(found["day"])
    return None


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_months(), key=lambda each: (-len(each), each))
    month = "(?:" + "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names) + ")"
    dash = r"[-ـ_]"
    second_name = rf"(?:\s*[/(]\s*{month}\s*\)?)?"
    year = r"(?:[\s،,]*(?:عام\s+|سنه\s+)?(?P<year>\d{4}))?(?:\s*[هم]\b\.?)?"
    named_day = rf"(?P<day>[0-3]?\d)\s*(?:من\s+)?(?P<month>{month}){second_name}{year}"
    numeric_year = r"(?:\s?[-/.]\s?(?P<nyear>\d{4}))?(?P<nhijri>\s?ه\b)?(?:\s?م\b)?"
    numeric_day = rf"(?P<nday>[0-3]?\d)\s?[-/.]\s?(?P<nmonth>[01]?\d){numeric_year}"
    clock = r"(?:[\s،,]*(?P<clock>[0-2]?\d\s?:\s?[0-5]\d)(?:\s*(?:بتوقيت\s+)?غرينت?ش)?)?"
    weekday = r"(?:(?:الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد)[\s،,]+)?"
    numeric_other = (
        r"(?P<onday>[0-3]?\d)\s?[-/.]\s?(?P<onmonth>[01]?\d)\s?[-/.]\s?(?P<onyear>\d{4})(?:\s?[هم]\b)?"
    )
    other_day = rf"(?P<oday>\d{{1,2}})\s+(?P<omonth>{month})(?:\s+(?P<oyear>\d{{4}}))?(?:\s*[هم]\b\.?)?"
    other_calendar = rf"(?:\s+(?:الموافق|ل)\s*(?:{other_day}|{numeric_other}))?"
    day = rf"(?P<date>{named_day}|{numeric_day}){other_calendar}{clock}"
    agency = agency_pattern()
    bracketed = rf"\(\s*(?P<a1>{agency})(?:\s*[-،,/]\s*(?:{agency}|[^\W\d_]+(?:\s[^\W\d_]+)?))*\s*\)"
    slashed = rf"/\s*(?P<a2>{agency})(?!\w)(?:\s*(?P<shut>/))?"
    dashed = rf"{dash}\s*(?P<a3>{agency})(?!\w)"
    bare = rf"(?P<a4>{agency})(?!\w)(?=\s*(?:{dash}|:|$|\n))"
    word = r"[^\W\d_]+"
    place = rf"(?P<place>{word}(?:[ ]{word}){{0,3}}?)(?:\s?\((?!\s*{agency}\s*\))\s*{word}(?:\s{word}){{0,2}}\s*\))?"
    gap = rf"[\s،,]*(?:[/\\]\s*|{dash}\s*)?"
    close = rf"\s*(?P<close>{dash}+|:|/)?"
    credit = rf"(?:{bracketed}|{slashed}|{dashed}|{bare})"
    ahead = _unnamed(rf"{gap}(?:(?:في\s+)?{weekday}{day}|{credit})")
    return re.compile(
        rf"\s*(?P<whole>{place}(?:\s?{dash}\s?{word}(?:\s{word}){{1,2}}(?=\s?{dash}\s?\d))?(?={ahead})(?:{gap}(?:في\s+)?{weekday}{day})?(?:{gap}{credit})?"
        rf"(?:{gap}{weekday}(?P<late>{_renamed(day)}))?{close})"
    )


def _unnamed(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def _renamed(day: str) -> str:
    """The day's pattern again, after the agency: its groups need names of their own."""
    return re.sub(r"\(\?P<(\w+)>", r"(?P<late_\1>", day)


def read_dateline(text: str, lines: Iterable[tuple[int, int]] | None = None) -> Dateline | None:
    """The first dateline at the start of one of the first content lines, or after a headline repeated in that line.

    `lines` are (start, end) offsets of content lines; without them the text's own lines are taken. None without one.
    """
    spans = _content_lines(text) if lines is None else list(lines)[:LINES]
    headline = ""
    for index, (start, end) in enumerate(spans):
        found = dateline_at(text, start, end, alone=index > 0)
        if found is None and headline and text.startswith(headline, start):
            found = dateline_at(text, start + len(headline), end, alone=True)
        if found is not None:
            return found
        headline = headline or text[start:end]
    return None


def dateline_at(text: str, start: int, end: int, alone: bool) -> Dateline | None:
    """The dateline that begins at `start`. `alone`: a place and a day may be the whole line (`بغداد 3 مايو`)."""
    if _SIGN.search(text, start, min(end, start + 80)) is None:
        return None
    return _signed_or_dated(text, start, end, alone) or _of_place(text, start, end, first=not alone)


def _of_place(text: str, start: int, end: int, first: bool) -> Dateline | None:
    found = read_placeline(text[start:end], first)
    if found is None:
        return None
    a, b = start + found.start, start + found.place_end
    return Dateline(
        place=text[a:b],
        place_start=a,
        place_end=b,
        agency=None,
        day=None,
        month=None,
        year=None,
        calendar=None,
        clock=None,
        date_start=None,
        date_end=None,
        start=a,
        end=start + found.end,
    )


def _signed_or_dated(text: str, start: int, end: int, alone: bool) -> Dateline | None:
    head = text[start : min(end, start + HEAD)]
    folded = fold_word(head)  # the map back is made only for a match
    match = _pattern().match(folded)
    if match is None:
        return None
    agency = next((match[group] for group in ("a1", "a2", "a3", "a4") if match[group]), None)
    place_words = match["place"].split()
    if place_words[0] in _NO_PLACE or any(word in _months() for word in place_words):
        return None
    rest = folded[match.end() :].strip()
    if agency is None and not match["close"] and (rest or not alone):
        return None
    if (
        match["a4"]
        and not match["date"]
        and not re.search(r"[-ـ_/]", folded[match.end("place") : match.start("a4")])
    ):
        return None  # `سنعمل معا: ...`, where the agency's name is an ordinary word
    loose = match["a3"] or (match["a2"] and not match["shut"])
    if loose and rest and not match["close"] and not match["date"]:
        return None
    return _build(text, start, head, fold(head), match, agency)


# What stands behind the place: a digit, a bracket, a slash, a colon or a dash. Many lines have none near their beginning.
_SIGN = re.compile(r"[\d(/\\:_ـ‐‑‒–—―−-]")


def _build(
    text: str, start: int, head: str, folded: Folded, match: re.Match[str], agency: str | None
) -> Dateline:
    def span(group: str) -> tuple[int, int]:
        a, b = match.span(group)
        return start + folded.start(a), start + folded.end(b, head)

    prefix = "late_" if match["late"] else ""
    date_start = date_end = None
    if match[prefix + "date"]:
        date_start, date_end = span(prefix + "date")
    day, month, year, calendar = _day(match, prefix)
    clock = match[prefix + "clock"]
    place_start, place_end = span("place")
    whole_start, whole_end = span("whole")
    while text[whole_end - 1].isspace():
        whole_end -= 1
    return Dateline(
        place=text[place_start:place_end],
        place_start=place_start,
        place_end=place_end,
        agency=agencies().get(agency_key(agency)) if agency else None,
        day=day,
        month=month,
        year=year,
        calendar=calendar,
        clock=clock.replace(" ", "") if clock else None,
        date_start=date_start,
        date_end=date_end,
        start=whole_start,
        end=whole_end,
    )


def _day(match: re.Match[str], prefix: str) -> tuple[int | None, int | None, int | None, str | None]:
    """Day, month, year, calendar as written; of a Hijri day with its Gregorian one beside it, the Gregorian."""

    def number(group: str) -> int | None:
        return int(match[prefix + group]) if match[prefix + group] else None

    if not match[prefix + "date"]:
        return None, None, None, None
    if not match[prefix + "month"]:
        hijri = match[prefix + "nhijri"] is not None
        if hijri and match[prefix + "onday"]:
            return number("onday"), number("onmonth"), number("onyear"), "gregorian"
        return number("nday"), number("nmonth"), number("nyear"), "hijri" if hijri else "gregorian"
    calendar, month = _months()[" ".join(match[prefix + "month"].split())]
    if match[prefix + "omonth"]:
        other, other_month = _months()[" ".join(match[prefix + "omonth"].split())]
        if calendar == "hijri" and other == "gregorian":
            return number("oday"), other_month, number("oyear"), other
    return number("day"), month, number("year"), calendar


def _content_lines(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    position = 0
    while position <= len(text) and len(spans) < LINES:
        stop = text.find("\n", position)
        stop = len(text) if stop < 0 else stop
        if text[position:stop].strip():
            spans.append((position, stop))
        position = stop + 1
    return spans
