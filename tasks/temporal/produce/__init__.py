"""Productions: what a matched rule says, as underspecified values; None where a look around speaks against it.

A production sees the sentence's items and the rule's named slots. It knows no document date: that is `resolve`'s part.
Guards against look-alikes (عقد "contract", العام "general", names such as شارع 6 أكتوبر) stand beside what they guard;
the words that they look for are in `seeds/lexicon/time_contexts.tsv`, each list with its reason.
"""

from hawliyat.tasks.temporal.produce import (
    ages,
    clock,
    dayparts,
    days,
    eras,
    feasts,
    hijri,
    lengths,
    months,
    offsets,
    points,
    ranges,
    rates,
    recurrence,
    references,
    seasons,
    units,
    years,
)
from hawliyat.tasks.temporal.produce.registry import PRODUCTIONS, Production, Span

__all__ = [
    "PRODUCTIONS",
    "Production",
    "Span",
    "ages",
    "clock",
    "dayparts",
    "days",
    "eras",
    "feasts",
    "hijri",
    "lengths",
    "months",
    "offsets",
    "points",
    "ranges",
    "rates",
    "recurrence",
    "references",
    "seasons",
    "units",
    "years",
]
