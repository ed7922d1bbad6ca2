"""The readers against bytes that no editor wrote: every input ends as a document or in quarantine, and the counts reconcile."""

import gzip
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hawliyat.tasks.ingest.model import Article, Rejected, Source
from hawliyat.tasks.ingest.read import read_source
from hawliyat.tests.ingest import writers
from hawliyat.tests.ingest.fuzz_target import check_file

ENDINGS = {
    "txt": ".txt",
    "html": ".html",
    "jsonl": ".jsonl",
    "csv": ".csv",
    "parquet": ".parquet",
    "rss": ".rss",
    "atom": ".atom",
    "warc": ".warc",
    "mhtml": ".mhtml",
}


def _seeds(form: str) -> list[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        cells = [
            writers.Cell(form, encoding, "")
            for encoding in ("utf-8", "utf-16", "windows-1256")
            if form != "parquet" or encoding == "utf-8"
        ]
        return [writers.write(cell, Path(folder)).read_bytes() for cell in cells]


NOISE = st.one_of(
    st.binary(max_size=30), st.text(max_size=10).map(lambda text: text.encode("utf-8", "replace"))
)


@st.composite
def damaged(draw: st.DrawFn, seeds: list[bytes]) -> bytes:
    """A valid file with some of its bytes cut, dropped, repeated, replaced, or put in."""
    data = bytearray(draw(st.sampled_from(seeds)))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        size = draw(st.integers(0, 60))
        match draw(st.sampled_from(["cut", "drop", "put", "repeat", "replace"])):
            case "cut":
                del data[at:]
            case "drop":
                del data[at : at + size]
            case "put":
                data[at:at] = draw(NOISE)
            case "repeat":
                data[at:at] = data[at : at + size] * 3
            case _:
                data[at : at + 1] = draw(st.binary(min_size=1, max_size=1))
    return bytes(data)


# Parquet costs a process a file: fewer examples.
@pytest.mark.parametrize("form", ENDINGS)
def test_damaged_files(form: str, tmp_path: Path) -> None:
    seeds = _seeds(form)

    @settings(
        max_examples=30 if form == "parquet" else 150, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(damaged(seeds))
    def check(data: bytes) -> None:
        check_file(tmp_path, "article" + ENDINGS[form], data)

    check()


@pytest.mark.parametrize("form", ENDINGS)
def test_any_bytes(form: str, tmp_path: Path) -> None:
    @settings(
        max_examples=12 if form == "parquet" else 60, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(st.binary(max_size=300))
    def check(data: bytes) -> None:
        check_file(tmp_path, "article" + ENDINGS[form], data)

    check()


@pytest.mark.parametrize(
    ("ending", "packer"), [(".gz", gzip.compress), (".zst", zstandard.ZstdCompressor().compress)]
)
def test_damaged_packings(ending: str, packer: Callable[[bytes], bytes], tmp_path: Path) -> None:
    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
    @given(damaged([packer(seed) for seed in _seeds("jsonl")]))
    def check(data: bytes) -> None:
        check_file(tmp_path, "article.jsonl" + ending, data)

    check()


def test_an_unknown_sidecar_field_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.meta.json").write_text('{"text": "غيره", "lang": "ar", "title": "عنوان"}', "utf-8")
    (tmp_path / "a.txt").write_text(writers.TEXT, "utf-8")
    (found,) = read_source(Source(tmp_path / "a.txt", "a.txt", "txt"))
    assert not isinstance(found, Rejected)
    assert isinstance(found, Article)
    assert (found.text, found.title) == (writers.TEXT, "عنوان")


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[1] / "corpus" / "fuzz").glob("*")), ids=lambda path: path.name
)
def test_inputs_that_once_failed(path: Path, tmp_path: Path) -> None:
    check_file(tmp_path, path.name, path.read_bytes())
