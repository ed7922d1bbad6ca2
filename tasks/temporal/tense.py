"""The direction of a clause: does it speak of what was, or of what will be? It decides bare weekdays, days and months.

Read from the words around an expression, inside its clause: particles and the future prefix, `من المقرر` and its kin,
verbs of intention, the verb before it. A first reading by form; the lexicon of verbs refines it.
"""

import re
from collections.abc import Sequence

FUTURE_WORDS = frozenset("سوف لن المقرر المتوقع المنتظر المزمع المرتقب المفترض المقررة مقرر مقرره يعتزم تعتزم ينوي تنوي يستعد تستعد تعتزمان يعتزمون المقبل المقبله القادم القادمه المرجح عازم عازمه المخطط".split())
FUTURE_VERB = re.compile(r"(?:[وف])?س(?:ي|ت|ن|ا)\w{2,}$")
# Words that begin like a future verb and are none.
NOT_FUTURE = frozenset(
    "سياسه سياسي سياسيه سياسيا سياسيين سياسات سيارات سياره سياح سياحه سياحي سياحيه سيد سيده سيدات سيطره سيطر سيطرت سيناء سينما سيناريو سيول سير سيره سيما"
    " سيادي سياده ستين ستون سته ستمئه ستار ستاره ستاد ستراسبورغ ستوكهولم سنوات سنه سنوي سنويا سنتين سنغافوره سند سندات سنتيم سنين سنا ساعه ساعات ساعد ساعدت ساحه"
    " ساحات ساحل سابق سابقه سابقا ساهم ساهمت سادس سادسه سار سارع سارعت ساد سادت سال سالم سامي ساده سائق ساخن ساخنه ساخر ساركوزي سان سانت ساكن ساند ساندت سابع سابعه"
    " سيتي سيف سيل سيئ سيئه سينمائي سينمائيه سيلفا سيرغي سيباستيان سيدي سياق سياج سيغال ستالين ستيف ستيفن سندرلاند سنودن سنام سناتور ساوي ساوت سارت ساق ساقت".split()
)
BREAKS = frozenset({".", "؟", "!", "؛", ";", '"', ":"})
PAST_WORDS = frozenset("كان كانت كانوا لم قد وكان وكانت".split())
SUBORDINATORS = frozenset("ان بان انه انها انهم الذي التي الذين اللذين اللتين فيما بينما حيث عندما بعدما".split())


def is_future_verb(word: str) -> bool:
    """Whether the folded word has the shape of سـ + imperfect and is not a known noun."""
    return bool(FUTURE_VERB.match(word)) and word.lstrip("وف") not in NOT_FUTURE and word not in NOT_FUTURE


def direction(words: Sequence[str], start: int, end: int) -> tuple[int | None, str]:
    """(-1, 0/None, 1) for the clause around tokens [start, end), and the word that decided it ('' where none did).

    The nearest marker before the expression wins, up to a full stop; after it, up to a break or subordinator.
    """
    for i in range(start - 1, max(-1, start - 26), -1):
        word = words[i]
        if word in BREAKS:
            break
        plain = word[1:] if word[0] in "وف" and len(word) > 3 else word
        if plain in FUTURE_WORDS and plain not in ("المقبل", "المقبله", "القادم", "القادمه") or is_future_verb(word):
            return 1, word
        if plain in PAST_WORDS:
            return -1, word
        if plain in SUBORDINATORS and i < start - 8:
            break
    for i in range(end, min(len(words), end + 9)):
        word = words[i]
        if word in BREAKS or word in SUBORDINATORS or word in (",", "،"):
            break
        plain = word[1:] if word[0] in "وف" and len(word) > 3 else word
        if plain in ("المقبل", "المقبله", "القادم", "القادمه"):
            continue
        if plain in FUTURE_WORDS or is_future_verb(word):
            return 1, word
        if plain in PAST_WORDS:
            return -1, word
    return None, ""
