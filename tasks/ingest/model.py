"""What readers hand on: an article as it was found, or a rejection with its reason."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hawliyat.tasks.schema import DateOrigin, Reason


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of time and memory, whatever the input. Sizes in bytes, `text` in code points."""

    text: int = 5_000_000  # one document
    file: int = 64 << 20  # one file that is read whole: a page, a text, a feed, a sidecar
    record: int = 64 << 20  # one line or row
    sidecar: int = 1 << 20
    expansion: int = 400  # decompressed to compressed, from `expansion_from` bytes on; news text is below 30
    expansion_from: int = 256 << 20


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Source:
    """One input file: where it is, what it is called in the warehouse, how it is packed."""

    path: Path
    uri: str  # relative to the root, `/` between its parts, always encodable
    format: str  # txt, html, jsonl, json, csv, parquet, feed, warc
    compression: str | None = None  # gz, zst
    limits: Limits = LIMITS


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date with its timestamp where one was written (ISO 8601, in its own zone), and where it was read."""

    day: date
    timestamp: str | None
    origin: DateOrigin


@dataclass(frozen=True, slots=True)
class Article:
    """One article before cleaning; `dates` in the order in which they were found."""

    source_uri: str
    record: int | None
    text: str
    given_id: str | None = None
    title: str | None = None
    source_name: str | None = None
    url: str | None = None
    dates: tuple[FoundDate, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """One input that cannot be used. `record` counts from 1, None for a whole file."""

    source_uri: str
    record: int | None
    reason: Reason
    detail: str


@dataclass(frozen=True, slots=True)
class Passed:
    """Something in a file that is no article and is not meant to be one; counted by its kind."""

    kind: str


Item = Article | Rejected | Passed


class IngestError(ValueError):
    """An input that cannot be used; carries its reason for the quarantine."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail
