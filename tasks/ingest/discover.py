"""Which files a run reads: named files, folders with all that is in them, globs; in an order that is always the same."""

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from hawliyat.tasks.ingest.model import LIMITS, Limits, Source
from hawliyat.tasks.ingest.sidecar import SUFFIX

FORMATS = {
    ".txt": "txt",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".warc": "warc",
}
PACKINGS = {".gz": "gz", ".zst": "zst"}


class SourceNotFoundError(ValueError):
    """A source that names nothing."""


@dataclass(frozen=True, slots=True)
class Discovery:
    """Files of known formats in the order of their names; what was passed over in folders; what the user named in vain."""

    files: tuple[Path, ...]
    passed_over: int
    unsupported: tuple[Path, ...]


def file_format(path: Path) -> tuple[str, str | None] | None:
    """(format, compression) by the file's name, None for an unknown one."""
    name = path.name.lower()
    compression = None
    for ending, packing in PACKINGS.items():
        if name.endswith(ending):
            name, compression = name.removesuffix(ending), packing
    kind = FORMATS.get(PurePosixPath(name).suffix)
    return None if kind is None else (kind, compression)


def discover(sources: Sequence[str | Path], root: Path) -> Discovery:
    """The files behind `sources`; relative ones count from the working folder. `root` only orders and names them.

    Raises SourceNotFoundError where a source is neither file nor folder nor a glob that matches.
    """
    files: dict[Path, None] = {}
    unsupported: dict[Path, None] = {}
    passed_over: set[Path] = set()
    for source in sources:
        for path, named in _expand(str(source)):
            if file_format(path) is not None and not path.name.endswith(SUFFIX):
                files[path] = None
            elif named:
                unsupported[path] = None
            else:
                passed_over.add(path)
    return Discovery(
        files=tuple(sorted(files, key=lambda path: uri_of(path, root))),
        passed_over=len(passed_over - files.keys() - unsupported.keys()),
        unsupported=tuple(sorted(unsupported, key=lambda path: uri_of(path, root))),
    )


def _expand(source: str) -> Iterator[tuple[Path, bool]]:
    """(absolute path, whether the user named this very file)."""
    path = _absolute(source)
    if path.is_dir():
        yield from ((each, False) for each in _walk(path))
    elif os.path.lexists(path):
        yield path, True
    elif glob.has_magic(source):
        matches = sorted(glob.glob(source, recursive=True))  # noqa: PTH207 -- absolute patterns and `**` alike
        if not matches:
            raise SourceNotFoundError(f"no file matches {source}")
        for match in matches:
            each = _absolute(match)
            if each.is_dir():
                yield from ((inner, False) for inner in _walk(each))
            else:
                yield each, False
    else:
        raise SourceNotFoundError(f"no file or folder {source}")


def _absolute(source: str) -> Path:
    """Absolute and without `..`, links left as they are: a file is called by the name that the user gave it."""
    return Path(os.path.normpath(Path(source).absolute()))


def _walk(folder: Path) -> Iterator[Path]:
    """Files below `folder`, hidden ones and hidden folders left out; links to folders are not followed."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield Path(parent, name)


def uri_of(path: Path, root: Path) -> str:
    """The path relative to `root`, with `/`; bytes of a name that are no UTF-8 are written as escapes."""
    relative = os.path.relpath(path, root).replace(os.sep, "/")
    return os.fsencode(relative).decode("utf-8", "backslashreplace")


def as_source(path: Path, root: Path, limits: Limits = LIMITS) -> Source:
    """`path` as a Source; its format must be a known one."""
    known = file_format(path)
    if known is None:
        raise ValueError(f"unknown format: {path.name}")
    return Source(path, uri_of(path, root), known[0], known[1], limits)
