"""Bytes to text: which of the four encodings it is, by byte order mark, by structure, by what reads as Arabic.

UTF-8 and UTF-16 prove themselves. Windows-1256 and ISO-8859-6 are told apart by the bytes that only one of them has and
by the article ال, whose lam they write as E1 and E4; a page's own declaration counts only where the bytes allow it.
A bad byte in a long text costs a character, as in a browser: U+FFFD stands in its place. What was read wrongly before it
came here, or is in an encoding of none of these, shows by its letters.
"""

import codecs
import re
import unicodedata
from collections import Counter
from functools import cache
from math import log

from hawliyat.tasks.ingest.model import IngestError
from hawliyat.tasks.schema import Reason

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HIGH = re.compile(rb"[\x80-\xff]")
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_NOT_ISO = re.compile(rb"[\x80-\x9f\xa1-\xa3\xa5-\xab\xae-\xba\xbc-\xbe\xc0\xdb-\xdf\xf3-\xff]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x7f-\x84\x86-\x9f]")
_MAGIC = (
    (b"\x1f\x8b", "gzip"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"PK\x03\x04", "a zip archive or an Office document"),
    (b"%PDF", "PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
)
LOST = "\ufffd"
_TEXT_FOR_ONE = 500  # characters to each one lost: in what is shorter, damage may be anything
_HALF = re.compile("[\ud800-\udfff]")
_CP1256 = frozenset({"windows-1256", "cp1256", "cp-1256", "x-cp1256", "win-1256", "1256"})
_ISO = frozenset(
    {"iso-8859-6", "iso8859-6", "iso_8859-6", "arabic", "asmo-708", "csisolatinarabic", "iso-ir-127"}
)


def guess_encoding(data: bytes, declared: str | None = None) -> str:
    """The encoding of `data`, which may be the beginning of more; one of utf-8, utf-16-le/be, utf-32-le/be, cp1256, iso8859-6."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    if (wide := _wide(data)) is not None:
        return wide
    high = len(_HIGH.findall(data))
    if high == 0:
        return "utf-8"
    in_sequences = sum(len(found) for found in _UTF8_SEQUENCE.findall(data))
    if in_sequences >= 0.75 * high:
        return "utf-8"
    return _single_byte(data, declared)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: half of its bytes are 00 or 06, always on the same side."""
    sample = data[: 1 << 16]
    if len(sample) < 4:
        return None
    even, odd = sample[0::2], sample[1::2]
    for name, side, other in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        share = (side.count(0) + side.count(6)) / len(side)
        if share > 0.9 and (other.count(0) + other.count(6)) / len(other) < 0.3:
            return name
    return None


# Letters in a thousand of running Arabic, from our own articles; what is not listed is rare.
_FREQUENCIES = (
    "ا125 ل116 ي78 م63 و62 ن59 ر54 ت49 ع37 ب36 د31 ه30 ف29 ة28 ق26 س26 ك22 ح20 أ20 ج14 ش11 إ10 ى10 ص9 خ9 ط8 ذ8 ض6 ز6 ث6"
    " غ5 ء4 ئ4 آ2 ؤ2 ظ2 ،9 ؟1 ؛1"
)
_DECLARED = 8.0  # what a declaration weighs: it settles a word or two, not a text
_ARTICLE = 2.0  # what one ال weighs, in natural logarithms


@cache
def _leanings() -> list[float]:
    """For each byte, how much it speaks for ISO-8859-6 against Windows-1256: a logarithm of likelihoods."""
    rates = {entry[0]: int(entry[1:]) / 1000 for entry in _FREQUENCIES.split()}

    def weight(byte: int, codec: str) -> float:
        return log(rates.get(bytes([byte]).decode(codec, "replace"), 0.0003))

    return [
        weight(byte, "iso8859-6") - weight(byte, "cp1256") if byte >= 0x80 else 0.0 for byte in range(256)
    ]


def _single_byte(data: bytes, declared: str | None) -> str:
    if _NOT_ISO.search(data) is not None:
        return "cp1256"
    sample = data[: 1 << 18]
    leanings = _leanings()
    lean = sum(count * leanings[byte] for byte, count in Counter(sample).items())
    lean += _ARTICLE * (sample.count(b"\xc7\xe4") - sample.count(b"\xc7\xe1"))
    name = (declared or "").strip().lower()
    if name in _ISO or name in _CP1256:
        lean += _DECLARED if name in _ISO else -_DECLARED
    return "iso8859-6" if lean > 0 else "cp1256"


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of a whole file, without byte order mark, `\\r\\n` as `\\n`.

    Raises IngestError undecodable where no encoding of the contract reads it, but for a character in five hundred.
    """
    return decode_as(data, guess_encoding(data, declared))


def decode_as(data: bytes, encoding: str) -> str:
    """`data` in a known encoding; undecodable where it is not, or where control characters show that it is no text."""
    try:
        text = decode_bytes(data, encoding)
    except UnicodeDecodeError as error:
        raise IngestError(Reason.UNDECODABLE, f"not {encoding} at byte {error.start}") from error
    controls = len(_CONTROLS.findall(text))
    if controls > 3 and controls > len(text) * 0.02:
        known = next((what for magic, what in _MAGIC if data.startswith(magic)), None)
        detail = f"{known} inside" if known else f"{controls} control characters among {len(text)}: no text"
        raise IngestError(Reason.UNDECODABLE, detail)
    return clean_ends(text)


def decode_bytes(data: bytes, encoding: str) -> str:
    """`data` with U+FFFD in the place of the little that is none of the encoding; UnicodeDecodeError where it is more."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        if text.count(LOST) * _TEXT_FOR_ONE > len(text):
            raise
        return text


def join_halves(text: str) -> str:
    """`text` with U+FFFD in the place of the few halves of surrogate pairs in it; IngestError undecodable where they are more.

    Programs that count UTF-16 units cut texts in the middle of an emoji.
    """
    if is_storable(text):
        return text
    if len(_HALF.findall(text)) * _TEXT_FOR_ONE > len(text):
        raise IngestError(Reason.UNDECODABLE, "half a surrogate pair")
    return without_halves(text)


def without_halves(text: str) -> str:
    """`text` with U+FFFD in the place of every half of a surrogate pair."""
    return text if text.isascii() else _HALF.sub(LOST, text)


def clean_ends(text: str) -> str:
    """Without a leading byte order mark, `\\r\\n` as `\\n`; nothing else changes."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def is_storable(text: str) -> bool:
    """Whether `text` is valid Unicode (no lone surrogates), so that it can be written as UTF-8."""
    if text.isascii():
        return True
    try:
        text.encode()  # five times as fast as looking for them
    except UnicodeEncodeError:
        return False
    return True


_LETTERS = re.compile(r"[^\W\d_]+")
_ARABIC = "\u0620-\u064a\u0671-\u06d3"
_LATIN = "\u0192\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff"  # letters of Windows-1252 and, some of them, of Windows-1256
_ACCENTED = re.compile(f"[{_LATIN}]")
_GLUED = re.compile(f"[{_LATIN}](?=[{_ARABIC}])|(?<=[{_ARABIC}])[{_LATIN}]")
_ENOUGH = 20  # letters that show what a text is


def misread(text: str) -> str | None:
    """What shows that the bytes of a text were once read in an encoding that was not theirs; None where nothing does.

    Every Arabic letter is two bytes in UTF-8, D8 or D9 the first: ط and ظ in Windows-1256, ظ and ع on a Macintosh, Ø and Ù
    in Windows-1252. What was not UTF-8 has letters of two alphabets in its words, or accents on most of its letters.
    """
    sample = text[:4000]
    accented = len(_ACCENTED.findall(sample))
    firsts = max(sum(map(sample.count, pair)) for pair in ("طظ", "ظع"))
    if accented < 3 and firsts < 0.1 * len(sample):  # nearly all texts: they are not counted through
        return None
    letters = sum(map(len, _LETTERS.findall(sample)))
    if letters < _ENOUGH:
        return None
    if firsts > 0.3 * letters:
        return "UTF-8 that was read in another encoding"
    if accented > 0.5 * letters:
        return "accents on most letters: bytes that were read in another encoding"
    if len(_GLUED.findall(sample)) > 0.02 * letters:
        return "two alphabets in one word: bytes that were read in another encoding"
    return None


_VISIBLE = re.compile(r"[^\W_]")


def is_blank(text: str) -> bool:
    """Whether nothing in `text` can be seen: blanks, controls, format marks, lone combining marks."""
    if _VISIBLE.search(text) is not None:
        return False
    return all(unicodedata.category(character)[0] in "ZCM" for character in set(text))
