"""Whether a text is Arabic: by script first, then by words that Persian, Urdu and Kurdish write with the same letters."""

import re

_LETTERS = re.compile(r"[^\W\d_]+")
_ARABIC_LETTERS = re.compile(
    r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c7\ufb50-\ufdff\ufe70-\ufefc]+"
)
_FOREIGN_LETTERS = re.compile("[پچژگیکہھےںٹڈڑەۆێڵڕښڼټډړځڅ]")
_ARABIC_WORDS = re.compile(
    r"\b(?:ال\w{2,}|وال\w{2,}|بال\w{2,}|في|من|على|إلى|الى|أن|ان|التي|الذي|هذا|هذه|قال|عن|مع|كان|بين|لم|لا)\b"
)
_OTHER_WORDS = re.compile(
    r"\b(?:است|این|که|می|برای|شده|کرد|های|آن|را|بود|اند"  # Persian
    r"|ہے|ہیں|کے|میں|کی|اور|نے|سے|تھا|گیا"  # Urdu
    r"|دەکات|لەسەر|بەڵام|ئەم|ئەو|لە|بە|کە"  # Sorani
    r"|دي|کښې|چې|سره|په|شوي)\b"  # Pashto
)
SAMPLE = 4000  # code points that are looked at
SHARE = 0.4


def arabic_share(text: str) -> float:
    """Letters of the Arabic script among all letters of the text, 0..1; 0 without letters."""
    letters = sum(map(len, _LETTERS.findall(text)))
    return sum(map(len, _ARABIC_LETTERS.findall(text))) / letters if letters else 0.0


def is_arabic(text: str) -> bool:
    """Whether to read `text` as Arabic. Articles with Latin names stay in; Persian and its neighbours do not."""
    sample = text[:SAMPLE]
    if arabic_share(sample) < SHARE and (len(text) <= SAMPLE or arabic_share(text) < SHARE):
        return False
    if _FOREIGN_LETTERS.search(sample) is None:
        return True
    spelled = sample.replace("ی", "ي").replace("ک", "ك")  # Arabic typed on a Persian keyboard
    return len(_OTHER_WORDS.findall(sample)) <= max(2, len(_ARABIC_WORDS.findall(spelled)))
