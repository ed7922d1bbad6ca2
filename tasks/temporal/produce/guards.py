"""Look-alikes: expressions that are only names (شارع 6 أكتوبر, صحيفة "اليوم"), and العام "general"."""

from hawliyat.tasks.temporal.contexts import context
from hawliyat.tasks.temporal.match import Candidate, Items

PHRASE_FILLER = context("phrase_filler")
WORK = context("work")
TITLE = 8  # items to either side in which the quotation marks of a title stand


def alone(items: Items, c: Candidate) -> bool:
    """Whether the line says nothing else: at most a preposition before the expression and a sign after it."""
    before, after = c.start, len(items.codes) - c.end
    return (
        before + after <= 2
        and after <= 1
        and all(items.word(i) in PHRASE_FILLER for i in (*range(c.start), *range(c.end, c.end + after)))
    )


def after_name(items: Items, c: Candidate) -> bool:
    """A date that is only a name: شارع 6 أكتوبر, ثورة 25 يناير, حزب 14 آذار, صحيفة "تشرين".

    The head of such a name stands without the article (السوق الجمعة is "the market on Friday").
    """
    before = c.start - 1
    head = items.readings[before] if before >= 0 else None
    if head is not None and head.definite:
        return False
    if items.has(before, "QUOTE") and items.has(before - 1, "PRESSHEAD", "NAMEHEAD"):
        return True
    if items.has(before, "PRESSHEAD") and not items.has(before, "NAMEHEAD"):
        return not items.words[items.first[before]].endswith("يه") or items.word(before) == "قناه"
    return items.has(before, "NAMEHEAD")


def ranks(items: Items, c: Candidate) -> bool:
    """Whether an ordinal says which of what stands before it: الوزير الأول صباح أمس, الحلقة الأولى مساء السبت."""
    before = items.word(c.start - 1)
    if not before.startswith("ال") or items.readings[c.start - 1] is not None:
        return False
    if items.bare(c.slots["hour"][1]) == "من":
        return False  # الجلسة التاسعة من صباح الأحد: an hour
    # hours are feminine and rank only what is so, plurals with الأولى among them: يبدأ الامتحان التاسعة صباحا
    return before.endswith(("ه", "ات")) or items.value(c.slots["hour"][0], "ORD") == "1"


def in_title(items: Items, c: Candidate) -> bool:
    """Whether the expression stands in the quoted title of a work: فيلم "خطبة الخمس سنوات"."""
    for opened in range(c.start - 1, max(-1, c.start - TITLE), -1):
        if items.has(opened, "QUOTE"):
            if not any(items.has(i, "QUOTE") for i in range(c.end, min(len(items.codes), c.end + TITLE))):
                return False
            return any(items.bare(opened - back) in WORK for back in (1, 2))
    return False


def quoted(items: Items, c: Candidate) -> bool:
    """The expression alone between quotation marks: the name of a paper (صحيفة الأردن "اليوم")."""
    return items.has(c.start - 1, "QUOTE") and items.has(c.end, "QUOTE")


def means_general(items: Items, c: Candidate) -> bool:
    """العام after a definite noun or a title is "general": الأمين العام السابق، الرأي العام."""
    for item in range(c.start, c.end):
        if items.bare(item) != "العام":
            continue
        if items.has(item - 1, "THIS", "THAT", "MODPRE", "SAMEHEAD"):
            return False
        before = items.bare(item - 1)
        if items.has(item - 1, "TITLED"):
            return True
        reading = items.readings[item]
        noun_before = (
            before.startswith("ال") and len(before) > 4 and not before.endswith("ه")
        )  # العقوبة العام التالي
        return item == c.start and noun_before and reading is not None and not reading.prep
    return False
