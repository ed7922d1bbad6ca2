"""Where sentences end inside one line.

A regular expression finds the candidates (a terminator with the quotation marks and brackets that close on it); the
rules below look only at the words on both sides. In doubt a sentence goes on: a window that is too long costs an event
less than one that cuts a date from its verb.
"""

import re
from bisect import bisect_right
from functools import cache

from hawliyat.tasks.clean.fold import fold_word
from hawliyat.tasks.tables import SEEDS, read_rows

RUN_ON = 350  # code points after which a verb of saying begins a new sentence even without a full stop
LONGEST = 4000  # code points of a sentence at most, so that what follows is bounded whatever the input
_QUOTATION = 2000  # code points back to which an opening quotation mark is looked for
_PIECE = 80  # code points that a piece of a run-on paragraph has at least

_TERMINATORS = ".!?؟۔…"
_CLOSERS = "\"”“»’'\\)\\]"
_CANDIDATE = re.compile(rf"[{_TERMINATORS}]+(?:[{_CLOSERS}]+[{_TERMINATORS}]*)*")
_BRACKETED = re.compile(r"\([^()\n]{0,300}\)|\[[^\[\]\n]{0,300}\]")
_WORD_BEFORE = re.compile(
    r"[^\W\d_](?:[^\W\d_]|[\u064b-\u065f\u0670ـ]|\.(?=[^\W\d_]))*[\u064b-\u065f\u0670ـ]*\Z"
)
_NEXT_WORD = re.compile(r"[\W_]*([^\W\d_]+)?")
_LIST_NUMBER = re.compile(r"[\s(]*\d{1,3}\Z")
_FIRST_ITEM = re.compile(r":\s*\(?[1١]\Z")  # `تشمل الخطة: 1. تعبيد الطرق`
_SPACED_ERA = re.compile(r"[قب]\s?\.\s?\Z")  # before م or هـ: ق. م.
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.\s?){2,}\Z")
_NAME = 3  # words of a quotation that can be a name (برنامج "ماذا لو؟"), with no sentence around it ending on its mark
_JOINED_TITLES = frozenset({"ود", "وم", "وا"})  # و before a title: ود. ريم
_YEAR_BEFORE = re.compile(r"\d\s*\(?\Z")
_GOES_ON = frozenset(
    map(
        fold_word,
        ("في", "من", "إلى", "على", "حتى", "أو", "عن", "مع", "بين", "قبل", "بعد", "أي", "منذ", "لكل", "و"),
    )
)
_OPENS = frozenset(
    map(
        fold_word,
        (
            "لكن",
            "كما",
            "غير",
            "بينما",
            "ثم",
            "لذلك",
            "كذلك",
            "أما",
            "هذا",
            "وهو",
            "وهي",
            "ولم",
            "وقد",
            "ومن",
            "وفي",
            "إلا",
            "حيث",
            "هكذا",
        ),
    )
)
_SAYING = (
    "قال|قالت|يقول|تقول|أضاف|اضاف|أضافت|اضافت|أكد|اكد|أكدت|اكدت|أوضح|اوضح|أوضحت|اوضحت|أشار|اشار|أشارت|اشارت|ذكر|ذكرت"
    "|أعلن|اعلن|أعلنت|اعلنت|تابع|تابعت|لفت|لفتت|شدد|شددت|صرح|صرحت|اعتبر|اعتبرت|رأى|رأت|أفاد|افاد|أفادت|افادت|سأل|سألت"
    "|تساءل|تساءلت|هتف|هتفت|صرخ|أجاب|أجابت|كتب|كتبت|ختم|ختمت"
)
_SAYING_WORDS = frozenset(fold_word(word) for word in _SAYING.split("|"))
_RUN_ON_BREAK = re.compile(rf"[؛\s]\s*(?=و(?:{_SAYING})\s)")
_BLANK = " \t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\x1c\x1d\x1e\x1f"
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad\x00"
EDGES = _BLANK + INVISIBLE + "\n\r\v\f\x85\u2028\u2029"


@cache
def _abbreviations() -> dict[str, str]:
    kinds: dict[str, str] = {}
    for row in read_rows(SEEDS / "lexicon" / "abbreviations.tsv"):
        surface = fold_word(row["surface"])
        if kinds.setdefault(surface, row["kind"]) != row["kind"]:
            raise row.error(f"{row['surface']} has two kinds")
        if row["kind"] not in {"title", "label", "era", "unit", "domain"}:
            raise row.error(f"unknown kind {row['kind']}")
    return kinds


def split_line(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Sentences of the line `text[start:end]` as (start, end), trimmed of blanks, in order, none empty."""
    start, end = trim(text, start, end)
    if start >= end:
        return []
    brackets: list[tuple[int, int]] | None = None
    spans: list[tuple[int, int]] = []
    sentence = start
    for match in _CANDIDATE.finditer(text, start, end):
        first, last = match.span()
        if last >= end:
            break
        if brackets is None:
            brackets = (
                [found.span() for found in _BRACKETED.finditer(text, start, end)]
                if _has_bracket(text, start, end)
                else []
            )
        inside = _enclosing(brackets, first) if brackets else None
        if inside is not None and (last < inside[1] or inside[0] > trim(text, sentence, end)[0]):
            continue
        if first > sentence and _ends_sentence(text, sentence, first, last, end):
            spans.append((sentence, last))
            sentence = last
    spans.append((sentence, end))
    if end - start <= RUN_ON:
        return [piece for span in spans if (piece := trim(text, *span))[0] < piece[1]]
    return [
        trimmed
        for a, b in spans
        for piece in (_run_on(text, a, b) if b - a > RUN_ON else [(a, b)])
        if (trimmed := trim(text, *piece))[0] < trimmed[1]
    ]


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without blanks and invisible marks at its edges; start == end where nothing is left."""
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return start, end


def _has_bracket(text: str, start: int, end: int) -> bool:
    return text.find("(", start, end) >= 0 or text.find("[", start, end) >= 0


def _enclosing(brackets: list[tuple[int, int]], position: int) -> tuple[int, int] | None:
    index = bisect_right(brackets, (position, len(brackets) and brackets[-1][1])) - 1
    if index >= 0 and brackets[index][0] < position < brackets[index][1]:
        return brackets[index]
    return None


def _ends_sentence(text: str, sentence: int, first: int, last: int, end: int) -> bool:
    mark = text[first:last]
    following = text[last]
    gap = following in EDGES
    after = text[trim(text, last, end)[0]] if gap else following
    if after in "،,؛;:)]/":
        return False
    stop = mark.rstrip("\"”“»’')]")
    closed = len(stop) < len(mark)
    if "…" in stop or ".." in stop:
        return _ellipsis_ends(text, sentence, first, last, end, gap, after)
    if not set(stop) <= set(_TERMINATORS):
        return True  # a quotation closed, then a terminator of the sentence around it
    if closed:
        return _closed_quotation_ends(text, sentence, first, last, end, stop)
    if stop != ".":
        return gap or following.isalpha() or following in '"“«('
    return _dot_ends(text, sentence, first, last, end, gap, after)


def _dot_ends(text: str, sentence: int, first: int, last: int, end: int, gap: bool, after: str) -> bool:
    before = text[first - 1]
    if before.isdigit():
        if not gap:
            return after.isalpha() and not after.isascii() and len(_word_after(text, last, end)) > 1
        if first - sentence <= 5 and _LIST_NUMBER.match(text, sentence, first) is not None:
            return False
        if _FIRST_ITEM.search(text, max(sentence, first - 6), first) is not None:
            return False
        return not (
            after.isdigit() and not text[max(sentence, first - 3) : first].strip("0123456789٠١٢٣٤٥٦٧٨٩")
        )
    found = _WORD_BEFORE.search(text, max(sentence, first - 24), first)
    word = fold_word(found[0]) if found else ""
    if found is None or not word:  # no letter, or a tatweel alone
        return gap or after.isalpha()
    if not gap:
        return _glued_dot_ends(word, text, last, end)
    kind = _abbreviations().get(word)
    dotted = "." in word
    if kind is None and len(word) > 1 and not dotted and word not in _JOINED_TITLES:
        return True
    following = fold_word(_word_after(text, last, end))
    if word.isascii() or (dotted and kind is None):
        return kind not in ("title", "label") and len(word) > 1 and _begins_clause(following)
    if kind in ("era", "unit") or (
        word in ("م", "ه")
        and (
            _YEAR_BEFORE.search(text, max(sentence, first - 6), found.start())
            or _SPACED_ERA.search(text, max(sentence, first - 8), found.start())
        )
    ):
        return not (after.isdigit() or following in _GOES_ON)
    if kind is None and word not in ("د", "ا", "م") and word not in _JOINED_TITLES:
        return _begins_clause(following)
    return False


def _glued_dot_ends(word: str, text: str, last: int, end: int) -> bool:
    """A dot between two words with no space: a full stop only between two Arabic words that are no address."""
    following = fold_word(_word_after(text, last, end))
    if text[last] in '"“«(':
        return len(word) > 1
    if not text[last].isalpha() or text[last].isascii() or word[-1].isascii():
        return False
    if "." in word or len(word) < 3 or len(following) < 2:
        return False
    return _abbreviations().get(following) != "domain"


def _ellipsis_ends(text: str, sentence: int, first: int, last: int, end: int, gap: bool, after: str) -> bool:
    if text[first:last].rstrip("\"”“»’')]") != text[first:last]:
        return _opening(text, sentence, first) is None and _begins_clause(
            fold_word(_word_after(text, last, end))
        )
    if first - sentence < 12:
        return False
    return (gap and after in '"“«') or _begins_clause(fold_word(_word_after(text, last, end)))


def _closed_quotation_ends(text: str, sentence: int, first: int, last: int, end: int, stop: str) -> bool:
    following = fold_word(_word_after(text, last, end))
    if following in _SAYING_WORDS:
        return False
    opened = _opening(text, sentence, first)
    if opened is None or opened == sentence:
        return True
    if stop == ".":
        return _INITIALS.fullmatch(text, opened + 1, first + 1) is None
    return len(text[opened:first].split()) > _NAME and _begins_clause(following)


def _opening(text: str, sentence: int, first: int) -> int | None:
    """Where the quotation that closes after `first` was opened in this sentence, None where in one before."""
    sentence = max(sentence, first - _QUOTATION)
    straight = text.count('"', sentence, first)
    position = max(
        text.rfind("“", sentence, first),
        text.rfind("«", sentence, first),
        text.rfind('"', sentence, first) if straight % 2 else -1,
    )
    return position if position >= 0 else None


def _begins_clause(word: str) -> bool:
    return (len(word) > 3 and word[0] == "و") or word in _OPENS


def _word_after(text: str, position: int, end: int) -> str:
    found = _NEXT_WORD.match(text, position, min(end, position + 40))
    return (found[1] or "") if found else ""


def _run_on(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a paragraph without full stops before `وقال` and its kin, then at the last blank before `LONGEST`."""
    cuts: list[int] = []
    last = start
    for match in _RUN_ON_BREAK.finditer(text, start, end):
        if match.end() - last >= _PIECE and end - match.end() >= _PIECE:
            cuts.append(match.end())
            last = match.end()
    pieces: list[tuple[int, int]] = []
    for a, b in zip([start, *cuts], [*cuts, end], strict=True):
        while b - a > LONGEST:
            blank = text.rfind(" ", a + LONGEST // 2, a + LONGEST)
            cut = blank if blank > 0 else a + LONGEST
            pieces.append((a, cut))
            a = cut
        pieces.append((a, b))
    return pieces
