"""Parquet by Polars, in batches and in another process: a damaged file may end that one, and costs itself alone."""

import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hawliyat.tasks.ingest.fields import OPTIONAL, record_article
from hawliyat.tasks.ingest.model import Article, IngestError, Rejected, Source
from hawliyat.tasks.ingest.packed import check_growth, whole
from hawliyat.tasks.schema import Reason

_PROGRAM = Path(__file__).with_name("parquet_rows.py")
_WANTED = ("text", *OPTIONAL)

_idle: list[
    subprocess.Popen[bytes]
] = []  # readers that wait for a file: one starts as slowly as it reads many


def read_parquet(source: Source) -> Iterator[Article | Rejected]:
    """Rows in order, numbered from 1."""
    number = size = 0
    answers = _answers(whole(source) if source.compression else str(source.path))
    names, columns = next(answers)
    for rows in answers:  # none where there are no texts
        size += sum(len(value) for values in rows for value in values if isinstance(value, (str, bytes)))
        check_growth(size, source)
        for values in rows:
            number += 1
            try:
                if isinstance(values, str):
                    raise IngestError(Reason.MALFORMED_RECORD, values)
                yield record_article(dict(zip(columns, values, strict=True)), source.uri, number)
            except IngestError as error:
                yield Rejected(source.uri, number, error.reason, error.detail)
    if "text" not in columns:
        raise IngestError(Reason.MALFORMED_RECORD, f"no column `text` among {', '.join(names)[:120]}")
    if number == 0:
        raise IngestError(Reason.EMPTY, "no rows")


def dismiss() -> None:
    """End the processes that wait for a file."""
    while _idle:
        _end(_idle.pop())


def _answers(target: str | bytes) -> Iterator[Any]:
    """What `parquet_rows` answers, but for the end; unreadable where the file ends in an error, or the process by it."""
    reader = _idle.pop() if _idle else _start()
    assert reader.stdin is not None  # both are pipes
    assert reader.stdout is not None
    answered = False
    try:
        pickle.dump((target, _WANTED), reader.stdin)
        reader.stdin.flush()
        part = pickle.load(reader.stdout)
        while not (part is None or isinstance(part, str)):
            yield part
            part = pickle.load(reader.stdout)
        answered = True
    except (OSError, EOFError, pickle.UnpicklingError) as error:
        status = reader.wait()
        how = f"by signal {-status}" if status < 0 else f"with status {status}"
        raise IngestError(Reason.UNREADABLE, f"no readable Parquet: its reader ends {how}") from error
    finally:
        if answered:
            _idle.append(reader)
        else:
            _end(reader)
    if part is not None:
        raise IngestError(Reason.UNREADABLE, f"no readable Parquet: {part}")


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-P", str(_PROGRAM)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # panics print themselves there
    )


def _end(reader: subprocess.Popen[bytes]) -> None:
    reader.kill()
    with reader:  # closes its pipes
        pass
