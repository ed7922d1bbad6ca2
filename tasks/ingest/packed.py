"""Bytes of a file in pieces of bounded size, unpacked on the way; a damaged or exploding archive is named.

Gzip by the standard library, Zstandard by python-zstandard. Both are fed in small slices with a bound on what one slice
may become, so that a bomb costs its ratio and not the machine's memory.
"""

import os
import zlib
from collections.abc import Iterator
from pathlib import Path

import zstandard

from hawliyat.tasks.ingest.model import IngestError, Source
from hawliyat.tasks.schema import Reason

PIECE = 1 << 20
_ZSTD_SLICE = 1 << 10  # a block of 4 bytes can become 128 KiB, so a slice becomes 32 MiB at most
_ZSTD_WINDOW = 1 << 27


def pieces(source: Source) -> Iterator[bytes]:
    """The unpacked bytes of `source`, none of the pieces empty.

    Raises IngestError: unreadable where the file cannot be opened or its packing is damaged, too_large where it grows
    past the limits' ratio.
    """
    if not os.path.isfile(source.path):  # noqa: PTH113 -- raises nothing, whatever the path
        there = os.path.lexists(source.path)
        raise IngestError(Reason.UNREADABLE, "no regular file" if there else "the file is gone")
    try:
        if source.compression == "gz":
            yield from _bounded(_gunzip(source.path), source)
        elif source.compression == "zst":
            yield from _bounded(_unzstd(source.path), source)
        else:
            with source.path.open("rb") as stream:
                while piece := stream.read(PIECE):
                    yield piece
    except OSError as error:
        raise IngestError(Reason.UNREADABLE, error.strerror or "the file cannot be read") from error


def whole(source: Source, limit: int | None = None) -> bytes:
    """All bytes of a file that is read whole; too_large past the limit."""
    return joined(pieces(source), source.limits.file if limit is None else limit)


def joined(parts: Iterator[bytes], limit: int) -> bytes:
    """The parts as one; too_large past `limit` bytes."""
    kept: list[bytes] = []
    size = 0
    for part in parts:
        size += len(part)
        if size > limit:
            raise IngestError(Reason.TOO_LARGE, f"more than {limit} bytes")
        kept.append(part)
    return b"".join(kept)


def _bounded(parts: Iterator[bytes], source: Source) -> Iterator[bytes]:
    size = 0
    for part in parts:
        size += len(part)
        check_growth(size, source)
        yield part


def check_growth(size: int, source: Source) -> None:
    """Raise IngestError too_large where a file has become more bytes than its own size allows."""
    limits = source.limits
    if size > limits.expansion_from and size > max(1, source.path.stat().st_size) * limits.expansion:
        raise IngestError(Reason.TOO_LARGE, f"unpacks to more than {limits.expansion} times its size")


def _gunzip(path: Path) -> Iterator[bytes]:
    with path.open("rb") as stream:
        unpacker = zlib.decompressobj(wbits=31)
        pending = stream.read(PIECE)
        if not pending:
            raise IngestError(Reason.EMPTY, "the file is empty")
        try:
            while pending:
                if piece := unpacker.decompress(pending, PIECE):
                    yield piece
                pending = unpacker.unconsumed_tail
                if unpacker.eof:
                    pending = unpacker.unused_data or stream.read(PIECE)
                    if not pending.strip(b"\0"):
                        return  # padding after the last member
                    unpacker = zlib.decompressobj(wbits=31)
                elif not pending:
                    pending = stream.read(PIECE)
        except zlib.error as error:
            raise IngestError(Reason.UNREADABLE, "the gzip stream is damaged") from error
        while piece := unpacker.decompress(b"", PIECE):
            yield piece
        if not unpacker.eof:
            raise IngestError(Reason.UNREADABLE, "the gzip stream ends early")


def _unzstd(path: Path) -> Iterator[bytes]:
    factory = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW)
    with path.open("rb") as stream:
        unpacker = factory.decompressobj()
        fed = False
        pending = stream.read(_ZSTD_SLICE)
        if not pending:
            raise IngestError(Reason.EMPTY, "the file is empty")
        try:
            while pending:
                fed = True
                piece = unpacker.decompress(pending)
                for start in range(0, len(piece), PIECE):
                    yield piece[start : start + PIECE]
                pending = b""
                if unpacker.eof:
                    pending = unpacker.unused_data
                    unpacker, fed = factory.decompressobj(), False
                pending = pending or stream.read(_ZSTD_SLICE)
        except zstandard.ZstdError as error:
            raise IngestError(Reason.UNREADABLE, "the zstd stream is damaged") from error
        if fed:
            raise IngestError(Reason.UNREADABLE, "the zstd stream ends early")
