"""What the flow hands to the load: where a shard's frames lie, and what is known of the run."""

from dataclasses import asdict, dataclass
from datetime import datetime
from json import dumps
from pathlib import Path

from hawliyat.tasks.load.errors import WarehouseError

DERIVED = ("sentences", "time_expressions", "events", "event_participants", "entities")
COMPARED = ("fingerprints", "paragraphs")
STAGED = ("documents", "unchanged", "quarantine")
FRAMES = (*STAGED, *DERIVED, *COMPARED)


@dataclass(frozen=True, slots=True)
class Shard:
    """A folder with the frames of one shard: `documents.parquet`, `quarantine.parquet` and those of `DERIVED`.

    `documents` holds the documents that were read, and `unchanged`, where it is there, the ids and hashes of those of
    which nothing else was worked out, the warehouse having them as they are; the derived frames hold the rows of those
    that were mined. All derived frames are there, or none where no document needed mining; those of `COMPARED` are there
    where documents are compared with each other.
    `stored`: the documents were not read but taken from the warehouse to be derived again.
    """

    folder: Path
    stored: bool = False

    def path(self, frame: str) -> Path:
        """The Parquet file of a frame."""
        return self.folder.absolute() / f"{frame}.parquet"

    def present(self) -> tuple[str, ...]:
        """The frames that are there.

        Raises:
            WarehouseError: a frame is missing that must be there.
        """
        derived = tuple(frame for frame in DERIVED if self.path(frame).exists())
        required = ("documents", *(() if self.stored else ("quarantine",)), *(DERIVED if derived else ()))
        for frame in required:
            if not self.path(frame).exists():
                raise WarehouseError(f"The shard {self.folder} lacks {frame}.parquet.")
        optional = ("unchanged", "quarantine", *COMPARED)
        return ("documents", *derived, *(frame for frame in optional if self.path(frame).exists()))


@dataclass(frozen=True, slots=True)
class Run:
    """A run as the table `runs` names it. `parameters` is a JSON object; `started_at` is aware or UTC.

    `extractor_version` stands for code, lexicon and rules together: documents keep the one that derived their rows.
    """

    run_id: str
    started_at: datetime
    code_version: str
    extractor_version: str
    parameters: str = "{}"


@dataclass(frozen=True, slots=True)
class Counts:
    """Documents of a run: read = loaded + unchanged + replaced + quarantined; rows of its documents."""

    read: int
    loaded: int
    unchanged: int
    replaced: int
    quarantined: int
    rederived: int
    time_expressions: int
    events: int

    @property
    def changed(self) -> int:
        """Documents whose rows the run wrote; 0 where it found nothing new."""
        return self.loaded + self.replaced + self.rederived

    def to_json(self) -> str:
        """As the column runs.counts holds it."""
        return dumps(asdict(self))
