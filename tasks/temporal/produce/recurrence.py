"""Sets: `كل ثلاثاء`, `سنويا`, `أيام الجمعة`."""

from hawliyat.tasks.schema import TimexType
from hawliyat.tasks.temporal.match import Candidate, Items
from hawliyat.tasks.temporal.produce.guards import alone
from hawliyat.tasks.temporal.produce.measure import duration, length_value
from hawliyat.tasks.temporal.produce.registry import Span, production
from hawliyat.tasks.temporal.produce.slots import month_of, number_of, value_of, whole_span
from hawliyat.tasks.temporal.raw import Fixed


@production("every")
def every(items: Items, c: Candidate) -> list[Span] | None:
    """`كل يوم`, `كل ثلاثاء`, `كل ثلاثة أشهر`, `كل صيف`."""
    if "sw2" in c.slots:  # كل اثنين وخميس
        return [
            (
                c.start if i == c.start + 1 else i,
                i + 1,
                Fixed(TimexType.SET, f"XXXX-WXX-{items.value(i, 'WDAY', 'WDAYI')}"),
            )
            for i in range(c.start + 1, c.end)
        ]
    if items.word(c.end - 1) == "عيد":
        return whole_span(c, Fixed(TimexType.SET, "P1Y"))
    if "swday" in c.slots:
        day = number_of(items, c, "swday", "WDAY", "WDAYI")
        if (
            not any(items.has(i, "UDAY") for i in range(c.start, c.end))
            and items.word(c.slots["swday"][0]) == "احد"
            and not alone(items, c)
        ):
            return None
        part = f"T{value_of(items, c, 'spod', 'POD')}" if "spod" in c.slots else ""
        return whole_span(c, Fixed(TimexType.SET, f"XXXX-WXX-{day}{part}"))
    if "spod" in c.slots:
        return whole_span(c, Fixed(TimexType.SET, f"XXXX-XX-XXT{value_of(items, c, 'spod', 'POD')}"))
    if items.has(c.end - 1, "WEEKEND"):
        return whole_span(c, Fixed(TimexType.SET, "XXXX-WXX-WE"))
    if items.has(c.start + 1, "FIRSTN", "LASTN"):
        return whole_span(c, Fixed(TimexType.SET, "P1M"))
    if "sseason" in c.slots:
        return whole_span(c, Fixed(TimexType.SET, f"XXXX-{value_of(items, c, 'sseason', 'SEASON')}"))
    if "smonth" in c.slots and items.has(c.slots["smonth"][0], "HMONTH", "WHMONTH"):
        return whole_span(c, Fixed(TimexType.SET, "P1Y"))
    if "smonth" in c.slots:
        return whole_span(c, Fixed(TimexType.SET, f"XXXX-{number_of(items, c, 'smonth', 'MONTH'):02d}"))
    found = length_value(items, c, c.start + 1, c.end)
    if found is None or (found[0] in ("quarter", "decade") and found[1] == "1"):
        return None
    return whole_span(c, Fixed(TimexType.SET, duration(*found)))


@production("everyof")
def everyof(items: Items, c: Candidate) -> list[Span] | None:
    """`أول خميس من كل شهر`, `18 ديسمبر من كل عام`, `الجمعة من كل أسبوع`: what recurs, as far as TIMEX3 can write it."""
    if "swday" in c.slots:
        return whole_span(c, Fixed(TimexType.SET, f"XXXX-WXX-{number_of(items, c, 'swday', 'WDAY')}"))
    if "season" in c.slots:
        return whole_span(c, Fixed(TimexType.SET, f"XXXX-{value_of(items, c, 'season', 'SEASON')}"))
    if "smonth" in c.slots:
        return whole_span(c, Fixed(TimexType.SET, f"XXXX-{number_of(items, c, 'smonth', 'MONTH'):02d}"))
    if "month" in c.slots:
        month, day = month_of(items, c), number_of(items, c, "day", "D", "ORD")
        return whole_span(c, Fixed(TimexType.SET, f"XXXX-{month:02d}-{day:02d}")) if month and day else None
    if "sunit" in c.slots:
        return whole_span(
            c,
            Fixed(
                TimexType.SET,
                "P1M"
                if items.has(c.end - 1, "UMONTH")
                else "P1W"
                if items.has(c.end - 1, "UWEEK")
                else "P1Y",
            ),
        )
    return whole_span(c, Fixed(TimexType.SET, f"XXXX-XX-{number_of(items, c, 'day', 'D', 'ORD'):02d}"))


@production("setvalue")
def setvalue(items: Items, c: Candidate) -> list[Span] | None:
    """`سنويا`, `السنوي`, `اليومية`: recurrence; not أسبوعية "a weekly" with its name, nor `اليومية` of a paper."""
    value = value_of(items, c, "adv", "SETADV", "SETADJ")
    if value is None or (items.has(c.start, "PRESSHEAD") and items.has(c.end, "QUOTE")):
        return None
    return whole_span(c, Fixed(TimexType.SET, value))


@production("daysof")
def daysof(items: Items, c: Candidate) -> list[Span] | None:
    """`أيام الجمعة`."""
    if items.value(c.start, "UNITPL") not in ("day", "night"):
        return None
    return whole_span(c, Fixed(TimexType.SET, f"XXXX-WXX-{number_of(items, c, 'swday', 'WDAY')}"))
