"""Articles to rows of the DOCUMENTS frame: identity and date by order of trust, hash; then language and dateline.

What tells a document from others, and its states apart, comes first: where both are known, nothing else is worked out.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath

import polars as pl
from hijridate import Hijri

from hawliyat.tasks.clean.dateline import Dateline, read_dateline
from hawliyat.tasks.clean.language import SHARE, arabic_share, is_arabic
from hawliyat.tasks.ingest.dates import date_in_path
from hawliyat.tasks.ingest.decode import LOST, is_blank, misread
from hawliyat.tasks.ingest.model import LIMITS, Article, FoundDate, Limits, Rejected
from hawliyat.tasks.schema import DOCUMENTS, QUARANTINE, UNCHANGED, DateOrigin, Reason

_FILED_BEFORE = 2  # days
_TRUST = (
    DateOrigin.RECORD,
    DateOrigin.PAGE,
    DateOrigin.URL,
    DateOrigin.FILENAME,
    DateOrigin.DATELINE,
    DateOrigin.GIVEN,
)


@dataclass(frozen=True, slots=True)
class Document:
    """One row of DOCUMENTS."""

    document_id: str
    source_uri: str
    source_name: str | None
    url: str | None
    title: str | None
    text: str
    language: str
    published_at: date | None
    published_at_ts: str | None
    published_at_origin: str | None
    published_at_note: str | None
    agency: str | None
    dateline_place: str | None
    content_hash: str
    duplicate_of: str | None = None
    text_note: str | None = None


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells a document from others, and by its hash one state of it from another."""

    document_id: str
    source_uri: str
    date: FoundDate | None
    content_hash: str


def identify(article: Article, published_at: date | None) -> Identity:
    """The identity of the document that an article becomes, if it becomes one; `published_at` dates those without a date."""
    location = article.source_uri if article.record is None else f"{article.source_uri}#{article.record}"
    found = document_date(article, published_at)
    # A dateline that contradicts the date is in the text, and so in the hash: it need not be read to tell one state from
    # another.
    hashed = _content_hash(article, found, _other_days(article, None, found))
    return Identity(article.given_id or location, location, found, hashed)


def assemble(article: Article, identity: Identity, limits: Limits = LIMITS) -> Document | Rejected:
    """The document that an article becomes, or why it becomes none."""
    if len(article.text) > limits.text:
        return _rejected(article, Reason.TOO_LARGE, f"{len(article.text)} characters, {limits.text} at most")
    if is_blank(article.text):
        return _rejected(article, Reason.EMPTY, "no text")
    if (how := misread(article.text)) is not None:
        return _rejected(article, Reason.UNDECODABLE, how)
    if not is_arabic(article.text):
        share = arabic_share(article.text)
        detail = (
            "Persian, Urdu or a neighbour" if share >= SHARE else f"{share:.0%} of its letters are Arabic"
        )
        return _rejected(article, Reason.NOT_ARABIC, detail)
    dateline = read_dateline(article.text)
    found = identity.date
    return Document(
        document_id=identity.document_id,
        source_uri=identity.source_uri,
        source_name=article.source_name,
        url=article.url,
        title=article.title,
        text=article.text,
        language="ar",
        published_at=found.day if found else None,
        published_at_ts=found.timestamp if found else None,
        published_at_origin=found.origin.value if found else None,
        published_at_note=_other_days(article, dateline, found),
        agency=dateline.agency if dateline else None,
        dateline_place=dateline.place if dateline else None,
        content_hash=identity.content_hash,
        text_note=_lost(article.text),
    )


def _lost(text: str) -> str | None:
    """How many characters the source, or the reader in the place of bad bytes, marks as lost."""
    number = text.count(LOST)
    return (
        f"{number} {'character' if number == 1 else 'characters'} lost, each marked U+FFFD"
        if number
        else None
    )


def document_date(article: Article, given: date | None) -> FoundDate | None:
    """The most trusted date: record or sidecar, page, address, file name, a dateline with a year, the one given.

    What a more trusted date makes needless is not looked for: a dateline costs more than all the rest.
    """
    best = min(article.dates, key=lambda each: _TRUST.index(each.origin), default=None)
    for origin, find in _SEARCHES:
        if best is not None and _TRUST.index(best.origin) <= _TRUST.index(origin):
            return best
        if found := find(article):
            return found
    if best is None and given is not None:
        return FoundDate(given, None, DateOrigin.GIVEN)
    return best


def _in_address(article: Article) -> FoundDate | None:
    return date_in_path(article.url, DateOrigin.URL) if article.url else None


def _in_file_name(article: Article) -> FoundDate | None:
    return _date_in_name(article.source_uri)


@lru_cache(maxsize=16)  # a file of many records
def _date_in_name(uri: str) -> FoundDate | None:
    return date_in_path(PurePosixPath(uri).name, DateOrigin.FILENAME)


def _in_dateline(article: Article) -> FoundDate | None:
    dateline = read_dateline(article.text)
    day = None if dateline is None else dateline_day(dateline)
    return None if day is None else FoundDate(day, None, DateOrigin.DATELINE)


# In the order of trust, behind what an article brings itself.
_SEARCHES: tuple[tuple[DateOrigin, Callable[[Article], FoundDate | None]], ...] = (
    (DateOrigin.URL, _in_address),
    (DateOrigin.FILENAME, _in_file_name),
    (DateOrigin.DATELINE, _in_dateline),
)


def _stated_dates(article: Article, dateline: Dateline | None) -> list[FoundDate]:
    """All days that an article, its address, its name and its dateline give, a less trusted one of each kind too."""
    candidates = list(article.dates)
    if in_url := _in_address(article):
        candidates.append(in_url)
    if in_name := _in_file_name(article):
        candidates.append(in_name)
    if dateline and (day := dateline_day(dateline)):
        candidates.append(FoundDate(day, None, DateOrigin.DATELINE))
    return candidates


def _other_days(article: Article, dateline: Dateline | None, found: FoundDate | None) -> str | None:
    """What contradicts the document's date, in the order of trust; None where nothing does.

    A dateline's day may stand off by a day or two: reports are filed before they are printed. The date that the user
    gives for documents without one contradicts nothing.
    """
    if found is None:
        return None
    others: dict[str, None] = {}
    for each in sorted(_stated_dates(article, dateline), key=lambda each: _TRUST.index(each.origin)):
        off = abs((each.day - found.day).days)
        if off > (_FILED_BEFORE if each.origin is DateOrigin.DATELINE else 0):
            others[f"{each.origin.value} {each.day.isoformat()}"] = None
    return "; ".join(others) or None


def dateline_day(dateline: Dateline) -> date | None:
    """The Gregorian day of a dateline that has a year, a Hijri one by the Umm al-Qura calendar; None for an impossible one."""
    if dateline.year is None or dateline.month is None or dateline.day is None:
        return None
    try:
        if dateline.calendar == "hijri":
            converted = Hijri(dateline.year, dateline.month, dateline.day).to_gregorian()
            return date(converted.year, converted.month, converted.day)
        return date(dateline.year, dateline.month, dateline.day)
    except (ValueError, OverflowError):
        return None


def _content_hash(article: Article, found: FoundDate | None, note: str | None) -> str:
    parts = (
        article.text,
        article.title,
        article.source_name,
        article.url,
        found.day.isoformat() if found else None,
        found.timestamp if found else None,
        found.origin.value if found else None,
        *((note,) if note else ()),  # what agrees keeps the hash that it had before there were notes
    )
    joined = "\x1f".join(["\x00" if part is None else part for part in parts])
    # An article that will be rejected may hold what UTF-8 cannot.
    return hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _rejected(article: Article, reason: Reason, detail: str) -> Rejected:
    return Rejected(article.source_uri, article.record, reason, detail)


def documents_frame(documents: list[Document]) -> pl.DataFrame:
    """DOCUMENTS rows in the order given."""
    return pl.DataFrame(
        {name: [getattr(document, name) for document in documents] for name in DOCUMENTS.names()},
        schema=DOCUMENTS,
    )


def unchanged_frame(identities: list[Identity]) -> pl.DataFrame:
    """UNCHANGED rows in the order given."""
    return pl.DataFrame(
        {name: [getattr(identity, name) for identity in identities] for name in UNCHANGED.names()},
        schema=UNCHANGED,
    )


def quarantine_frame(rejected: list[Rejected]) -> pl.DataFrame:
    """QUARANTINE rows in the order given."""
    return pl.DataFrame(
        {
            "source_uri": [each.source_uri for each in rejected],
            "record": [each.record for each in rejected],
            "reason": [each.reason.value for each in rejected],
            "detail": [each.detail for each in rejected],
        },
        schema=QUARANTINE,
    )
