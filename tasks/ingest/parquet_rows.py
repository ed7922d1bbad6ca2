"""A program that reads Parquet files for `parquet.py`: damage to a length ends the process, and not in an error (Polars 2.1).

A request on standard input is the pickle of (path or bytes, names of columns, the first of which is needed). The answer on
standard output is one pickle after the other: (names of all columns, those that were asked for and are there), then
lists of rows, a row whose values Python cannot hold as the sentence that says so; None at the end, or, where the file
cannot be read, why. Started by its path, so that it imports Polars and nothing else.
"""

import pickle
import sys
from collections.abc import Iterator, Sequence
from io import BytesIO

import polars as pl

_BATCH = 1000
_HELD = 16 << 20  # bytes of rows that are handed over at a time, where rows are not longer

Row = tuple[object, ...] | str


def _answer(target: str | bytes, wanted: Sequence[str]) -> Iterator[tuple[list[str], list[str]] | list[Row]]:
    frame = pl.scan_parquet(
        BytesIO(target) if isinstance(target, bytes) else target, glob=False, hive_partitioning=False
    )
    names = frame.collect_schema().names()
    named = {name.strip().lower(): name for name in reversed(names)}  # the first of a name counts
    yield names, [name for name in wanted if name in named]
    if wanted[0] not in named:
        return
    frame = frame.select(named[name] for name in wanted if name in named)
    for batch in frame.collect_batches(chunk_size=_BATCH, maintain_order=True):
        for piece in batch.iter_slices(max(1, batch.height * _HELD // max(1, _size(batch)))):
            yield _rows(piece)


def _size(batch: pl.DataFrame) -> int:
    """Bytes of its strings, each for itself: the frame may hold once what stands in many rows."""
    return sum(int(_lengths(column).sum()) for column in batch.iter_columns())


def _lengths(column: pl.Series) -> pl.Series:
    if column.dtype == pl.String:
        return column.str.len_bytes()
    if column.dtype in (pl.Categorical, pl.Enum):
        return column.cat.len_bytes()
    return column.bin.size() if column.dtype == pl.Binary else pl.Series([0])


def _rows(piece: pl.DataFrame) -> list[Row]:
    try:
        return list(piece.rows())
    except (ValueError, OverflowError, pl.exceptions.PanicException):  # a day of the year 20000, say
        return [_row(piece, place) for place in range(piece.height)]


def _row(piece: pl.DataFrame, place: int) -> Row:
    try:
        return piece.row(place)
    except (ValueError, OverflowError, pl.exceptions.PanicException) as error:
        return f"a value out of range: {str(error)[:80]}"


def main() -> None:
    """Answer requests until standard input ends."""
    while True:
        try:
            target, wanted = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        end = None
        try:
            for part in _answer(target, wanted):
                pickle.dump(part, sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)
        except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as error:
            end = str(error)[:120]
        pickle.dump(end, sys.stdout.buffer)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
