"""Hostile input: bounded time and memory, never an exception, never a file that is not asked for."""

import gzip
import json
import os
import resource
import time
from pathlib import Path

import pytest
import zstandard

from hawliyat.tasks.ingest import discover, read_shard, shards
from hawliyat.tasks.ingest.model import LIMITS, Limits
from hawliyat.tests.ingest.helpers import NEWS, only, read_bytes, reasons

MEGABYTE = 1 << 20


def _zeros(size: int) -> bytes:
    packer = zstandard.ZstdCompressor().compressobj()
    return b"".join(packer.compress(b" " * MEGABYTE) for _ in range(size // MEGABYTE)) + packer.flush()


@pytest.mark.parametrize(
    "name", ["bomb.txt.gz", "bomb.txt.zst", "bomb.jsonl.gz", "bomb.jsonl.zst", "bomb.html.gz", "bomb.csv.zst"]
)
def test_a_bomb_costs_its_bound_and_not_its_size(tmp_path: Path, name: str) -> None:
    data = gzip.compress(b" " * (300 * MEGABYTE), 9) if name.endswith(".gz") else _zeros(300 * MEGABYTE)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.perf_counter()
    ingested = read_bytes(tmp_path, name, data)
    assert {reason for _, reason in reasons(ingested)} <= {"too_large", "empty"}
    assert ingested.documents.is_empty()
    assert time.perf_counter() - started < 30
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 400 * 1024


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 200_000 + NEWS,
        "<b>" * 100_000 + NEWS,
        "<p>" * 100_000 + NEWS,
        "<table><tr><td>" * 30_000 + NEWS,
        "<a><div>" * 20_000 + NEWS,
        "<ul><li>" * 50_000 + NEWS,
        "<font><p>" * 4000 + NEWS,
        "<" * 500_000 + NEWS,
        "<!--" * 100_000 + NEWS,
        "<p " + "x=y " * 200_000 + ">" + NEWS,
        "&#x" + "9" * 500_000 + ";" + NEWS,
        "&amp;" * 100_000 + NEWS,
        "<script type='application/ld+json'>" + "[" * 100_000 + "</script><p>" + NEWS,
        "<select><option>" * 20_000 + NEWS,
        "<svg>" * 50_000 + NEWS,
        "<div class=nav-menu>" * 4000 + (NEWS + "<a>x</a>") * 3000,
        "<p>\0\0" + NEWS,
    ],
    ids=lambda html: html[:12],
)
def test_pages_of_malice(tmp_path: Path, html: str) -> None:
    started = time.perf_counter()
    ingested = read_bytes(tmp_path, "page.html", html.encode())
    assert ingested.read == 1
    assert time.perf_counter() - started < 20


def test_a_deep_page_still_gives_its_text(tmp_path: Path) -> None:
    html = "<div>" * 200_000 + f"<p>{NEWS}</p><p>{NEWS} ثانية</p>"
    assert only(read_bytes(tmp_path, "page.html", html.encode()).documents)["text"] == f"{NEWS}\n{NEWS} ثانية"


@pytest.mark.parametrize(
    "text",
    [
        "ا" + "\u064e" * 1_000_000,
        NEWS + "\0" * 3,
        "\u202e" * 100_000 + NEWS,
        "ﷺ" * 100_000,
        "كلمة" * 300_000,
        "\u0640" * 1_000_000 + "ا",
        "🙂" * 100_000 + NEWS * 5000,
        "\r" * 1_000_000 + NEWS,
    ],
    ids=lambda text: ascii(text[:3]),
)
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_texts_of_malice(tmp_path: Path, text: str, name: str) -> None:
    started = time.perf_counter()
    data = text if name == "a.txt" else json.dumps({"text": text})
    ingested = read_bytes(tmp_path, name, data.encode())
    assert ingested.read == 1
    assert time.perf_counter() - started < 20
    for kept in ingested.documents["text"]:
        assert kept == text


def test_an_endless_line_does_not_fill_memory(tmp_path: Path) -> None:
    limits = Limits(record=MEGABYTE)
    data = b'{"text": "' + b"a" * (50 * MEGABYTE) + b'"}\n' + json.dumps({"text": NEWS}).encode()
    ingested = read_bytes(tmp_path, "long.jsonl", data, limits)
    assert reasons(ingested) == [(1, "too_large")]
    assert ingested.documents["document_id"].to_list() == ["long.jsonl#2"]


def test_billion_laughs_are_no_feed(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{entities}]>'
    feed = head + '<rss version="2.0"><channel><item><title>&l9;</title></item></channel></rss>'
    started = time.perf_counter()
    assert read_bytes(tmp_path, "a.rss", feed.encode()).documents.is_empty()
    assert time.perf_counter() - started < 5


def test_a_feed_opens_no_file(tmp_path: Path) -> None:
    (tmp_path / "secret.xml").write_text(
        f"<rss><channel><item><title>{NEWS}</title></item></channel></rss>", "utf-8"
    )
    head = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file://{tmp_path}/secret.xml">]>'
    feed = head + '<rss version="2.0"><channel><item><title>&x;</title></item></channel></rss>'
    assert read_bytes(tmp_path, "a.rss", feed.encode()).documents.is_empty()
    path = tmp_path / "b.rss"
    path.write_text(str(tmp_path / "secret.xml"), "utf-8")
    assert read_shard([path], tmp_path).documents.is_empty()


def test_ids_and_names_are_only_names(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    tricky = {"id": "../../etc/passwd", "url": "file:///etc/passwd", "title": "\0"}
    (tmp_path / "in" / "a.txt").write_text(NEWS, "utf-8")
    (tmp_path / "in" / "a.meta.json").write_text(json.dumps(tricky), "utf-8")
    before = sorted(tmp_path.rglob("*"))
    row = only(read_shard(discover([str(tmp_path / "in")], tmp_path).files, tmp_path).documents)
    assert row["document_id"] == "../../etc/passwd"
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"{", "malformed_record"),
        (b"[]", "malformed_record"),
        (b'{"published_at": "soon"}', "malformed_record"),
        (b'{"id": {}}', "malformed_record"),
        (b"\xff\xff\xff\xff", "malformed_record"),
        (b" " * (2 * MEGABYTE), "malformed_record"),
    ],
)
def test_a_sidecar_that_is_none_costs_its_document(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "a.meta.json").write_bytes(content)
    assert reasons(read_bytes(tmp_path, "a.txt", NEWS.encode())) == [(None, reason)]


def test_devices_pipes_and_loops_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    (tmp_path / "endless.txt").symlink_to("/dev/zero")
    (tmp_path / "folder.txt").mkdir()
    found = discover([str(tmp_path)], tmp_path)
    ingested = read_shard(found.files, tmp_path)
    assert sorted(name for name, *_ in ingested.quarantine.rows()) == ["endless.txt", "gone.txt", "pipe.txt"]
    assert {reason for _, reason in reasons(ingested)} == {"unreadable"}


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.txt")).write_text(NEWS, "utf-8")
    row = only(read_shard(discover([str(tmp_path)], tmp_path).files, tmp_path).documents)
    assert row["document_id"] == "\\xff\\xfe.txt"


def test_a_long_stream_runs_in_bounded_memory(tmp_path: Path) -> None:
    rows = b"".join(
        json.dumps({"text": f"{NEWS} {number}"}, ensure_ascii=False).encode() + b"\n"
        for number in range(20_000)
    )
    path = tmp_path / "long.jsonl.zst"
    path.write_bytes(zstandard.ZstdCompressor().compress(rows))
    sizes = [part.documents.height for part in shards([path], tmp_path, max_documents=500)]
    assert sizes == [500] * 40
    assert LIMITS.record <= 64 * MEGABYTE
