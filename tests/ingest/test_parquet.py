"""Parquet is read in another process, which a damaged file may end: it costs that file, and the others are read on."""

import subprocess
from datetime import datetime
from pathlib import Path

import polars as pl
import pytest

from hawliyat.tasks.ingest import parquet, read_shard
from hawliyat.tasks.ingest.model import Limits
from hawliyat.tests.ingest.helpers import NEWS, reasons

ABORTS = Path(__file__).parents[1] / "corpus" / "fuzz" / "huge-length.parquet"


def _write(path: Path, **columns: object) -> Path:
    pl.DataFrame({"text": [NEWS], **columns}).write_parquet(path)
    return path


def test_a_file_that_ends_its_reader_costs_itself_alone(tmp_path: Path) -> None:
    broken = tmp_path / "b.parquet"
    broken.write_bytes(ABORTS.read_bytes())
    files = [_write(tmp_path / "a.parquet"), broken, _write(tmp_path / "c.parquet")]
    ingested = read_shard(files, tmp_path)
    assert ingested.documents["source_uri"].to_list() == ["a.parquet#1", "c.parquet#1"]
    ((uri, record, reason, detail),) = ingested.quarantine.rows()
    assert (uri, record, reason) == ("b.parquet", None, "unreadable")
    assert "its reader ends by signal" in detail


def test_one_process_reads_many_files_and_none_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[subprocess.Popen[bytes]] = []
    start = parquet._start

    def counted() -> subprocess.Popen[bytes]:
        started.append(start())
        return started[-1]

    monkeypatch.setattr(parquet, "_start", counted)
    parquet.dismiss()
    texts = [f"{NEWS} {n}" for n in range(8)]
    files = [_write(tmp_path / f"{n}.parquet", text=[text]) for n, text in enumerate(texts)]
    files.insert(3, tmp_path / "no-text.parquet")
    pl.DataFrame({"body": [NEWS]}).write_parquet(files[3])
    ingested = read_shard(files, tmp_path)
    assert ingested.documents["text"].to_list() == texts
    assert reasons(ingested) == [(None, "malformed_record")]
    (reader,) = started
    assert reader.poll() is not None


def test_a_time_that_no_calendar_has_costs_its_record(tmp_path: Path) -> None:
    # Microseconds that were taken for milliseconds: the year 57,000.
    times = pl.Series([1_751_362_200_000, 1_751_362_200_000_000]).cast(pl.Datetime("ms", "Africa/Tripoli"))
    path = _write(tmp_path / "a.parquet", text=[NEWS, f"{NEWS} ثان"], published_at=times)
    ingested = read_shard([path], tmp_path)
    assert reasons(ingested) == [(2, "malformed_record")]
    assert ingested.documents["published_at_ts"].to_list() == ["2025-07-01T11:30:00+02:00"]


def test_rows_come_in_order_over_batches(tmp_path: Path) -> None:
    texts = [f"{NEWS} {n}" for n in range(2500)]
    path = tmp_path / "a.parquet"
    pl.DataFrame({"text": texts, "published_at": [datetime(2025, 7, 1)] * len(texts)}).write_parquet(  # noqa: DTZ001
        path, row_group_size=700
    )
    assert read_shard([path], tmp_path).documents["text"].to_list() == texts


def test_a_table_that_grows_past_all_measure_is_named(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.parquet", text=[NEWS * 100] * 2000)
    found = read_shard([path], tmp_path, limits=Limits(expansion_from=1 << 20))
    assert found.quarantine.select("record", "reason").rows() == [(None, "too_large")]
    assert found.documents.height < 2000


@pytest.mark.parametrize("kind", [pl.Categorical, pl.String, pl.Binary])
def test_long_texts_are_handed_over_few_at_a_time(tmp_path: Path, kind: type[pl.DataType]) -> None:
    text = NEWS * 20_000  # three megabytes
    path = _write(tmp_path / "a.parquet", text=pl.Series([text] * 12).cast(kind))
    _, *parts = parquet._answers(str(path))
    parquet.dismiss()
    assert sum(len(part) for part in parts) == 12
    assert max(len(part) for part in parts) <= 6
