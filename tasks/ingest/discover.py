"""Which files a run reads: named files, folders with all that is in them, globs; in an order that is always the same."""

import glob
import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from hawliyat.tasks.ingest.model import LIMITS, Limits, Source
from hawliyat.tasks.ingest.sidecar import SUFFIX, sidecar_path

FORMATS = {
    ".txt": "txt",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".warc": "warc",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
}
PACKINGS = {".gz": "gz", ".zst": "zst"}
_UNLISTED = "unlisted"


class SourceNotFoundError(ValueError):
    """A source that names nothing."""


@dataclass(frozen=True, slots=True)
class Discovery:
    """Files of known formats in the order of their names; what was passed over in folders; what the user named in vain.

    `passed_over` counts by kind: sidecars, hidden files and folders, links to folders, other files by their ending.
    `unreadable` are folders that cannot be listed.
    """

    files: tuple[Path, ...]
    passed_over: dict[str, int]
    unsupported: tuple[Path, ...]
    unreadable: tuple[Path, ...] = ()


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
    passed_over: dict[Path, str] = {}
    unreadable: dict[Path, None] = {}
    for source in sources:
        for path, named, aside in _expand(str(source)):
            if aside == _UNLISTED:
                unreadable[path] = None
            elif aside:
                passed_over[path] = aside
            elif file_format(path) is not None and not path.name.endswith(SUFFIX):
                files[path] = None
            elif named:
                unsupported[path] = None
            else:
                passed_over[path] = _kind(path)
    used = files.keys() | unsupported.keys()
    for path in {
        sidecar_path(as_source(path, root)) for path in files if _may_have_one(path)
    } & passed_over.keys():
        passed_over[path] = "sidecars"
    return Discovery(
        files=tuple(sorted(files, key=lambda path: uri_of(path, root))),
        passed_over=dict(Counter(kind for path, kind in passed_over.items() if path not in used)),
        unsupported=tuple(sorted(unsupported, key=lambda path: uri_of(path, root))),
        unreadable=tuple(sorted(unreadable, key=lambda path: uri_of(path, root))),
    )


def _may_have_one(path: Path) -> bool:
    kind = file_format(path)
    return kind is not None and kind[0] in ("txt", "html", "mhtml")


def _kind(path: Path) -> str:
    """What a file that is not read is, by its name."""
    if path.name.endswith(SUFFIX):
        return "sidecars without a text"
    name = path.name.lower()
    packed = next((ending for ending in PACKINGS if name.endswith(ending)), "")
    ending = PurePosixPath(name.removesuffix(packed)).suffix + packed
    return f"{ending} files" if re.fullmatch(r"(\.[a-z0-9]{1,8}){1,2}", ending) else "other files"


def _expand(source: str) -> Iterator[tuple[Path, bool, str]]:
    """(absolute path, whether the user named this very file, why it is left aside whatever its name)."""
    path = _absolute(source)
    if path.is_dir():
        yield from ((each, False, aside) for each, aside in _walk(path))
    elif os.path.lexists(path):
        yield path, True, ""
    elif glob.has_magic(source):
        matches = sorted(glob.glob(source, recursive=True))  # noqa: PTH207 -- absolute patterns and `**` alike
        if not matches:
            raise SourceNotFoundError(f"no file matches {source}")
        for match in matches:
            each = _absolute(match)
            if each.is_dir():
                yield from ((inner, False, aside) for inner, aside in _walk(each))
            else:
                yield each, False, ""
    else:
        raise SourceNotFoundError(f"no file or folder {source}")


def _absolute(source: str) -> Path:
    """Absolute and without `..`, links left as they are: a file is called by the name that the user gave it."""
    return Path(os.path.normpath(Path(source).absolute()))


def _walk(folder: Path) -> Iterator[tuple[Path, str]]:
    """Files below `folder`; hidden ones, hidden folders and links to folders with why they are left aside."""
    unlisted: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=unlisted.append):
        for name in folders:
            if name.startswith("."):
                yield Path(parent, name), "hidden folders"
            elif Path(parent, name).is_symlink():
                yield Path(parent, name), "links to folders"
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            yield Path(parent, name), "hidden files" if name.startswith(".") else ""
    for error in unlisted:
        yield Path(error.filename), _UNLISTED


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
