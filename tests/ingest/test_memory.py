"""A stream is read in memory that does not grow with it: the peak of a process that ingests a short one and a long one."""

import gzip
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from random import Random
from typing import Any, BinaryIO

import pytest
import zstandard

from hawliyat.tests.ingest.writers import PARAGRAPHS

MEGABYTE = 1 << 20
SHORT, LONG = 8 * MEGABYTE, 48 * MEGABYTE
PROGRAM = """
import sys
from pathlib import Path
from hawliyat.tasks.stages import Reading, ingest_files

folder = Path(sys.argv[1])
made = ingest_files(folder / sys.argv[3], [folder / sys.argv[2]], [], Reading(folder, None, None, 500_000))
print(sum(shard.read for shard in made), len(made))
"""
# What a program prints, and the peak of its memory. What the system tells of a child begins with its parent's size, so a
# small process stands between this one and the program.
LAUNCHER = """
import resource, subprocess, sys

done = subprocess.run([sys.executable, "-c", *sys.argv[1:]], stdout=subprocess.PIPE, text=True, check=True)
print(done.stdout, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def _records(size: int) -> Iterator[bytes]:
    """JSON lines of `size` bytes together, no two texts alike."""
    random = Random(5)
    written = number = 0
    while written < size:
        number += 1
        text = "\n".join(
            f"{paragraph} {random.randrange(10**6)}" for paragraph in random.choices(PARAGRAPHS, k=200)
        )
        line = json.dumps({"id": f"n{number}", "text": text}, ensure_ascii=False).encode() + b"\n"
        written += len(line)
        yield line


def _packed(stream: BinaryIO, name: str) -> AbstractContextManager[Any]:
    if name.endswith(".zst"):
        return zstandard.ZstdCompressor().stream_writer(stream)
    return gzip.GzipFile(fileobj=stream, mode="wb") if name.endswith(".gz") else nullcontext(stream)


def _as_csv(record: bytes) -> bytes:
    fields = json.loads(record)
    text = fields["text"].replace('"', '""')
    return f'{fields["id"]},"{text}"\n'.encode()


@pytest.mark.parametrize("name", ["news.jsonl.zst", "news.csv"])
def test_the_peak_does_not_grow_with_the_stream(tmp_path: Path, name: str) -> None:
    peaks: dict[int, int] = {}
    for size in (SHORT, LONG):
        path = tmp_path / name
        records = _records(size)
        count = 0
        with path.open("wb") as stream, _packed(stream, name) as target:
            if name.endswith(".csv"):
                target.write(b"id,text\n")
            for record in records:
                count += 1
                target.write(_as_csv(record) if name.endswith(".csv") else record)
        run = subprocess.run(
            [sys.executable, "-c", LAUNCHER, PROGRAM, str(tmp_path), name, f"read-{size}"],
            capture_output=True,
            text=True,
            check=True,
        )
        read, shards, peaks[size] = map(int, run.stdout.split())
        assert read == count
        assert shards >= size // MEGABYTE // 2
    assert peaks[LONG] < 1.25 * peaks[SHORT], peaks
