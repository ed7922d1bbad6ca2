"""Archives: encoded answers, records that are no pages, damage in the middle."""

import gzip
import time
import zlib
from pathlib import Path

from hawliyat.tests.ingest import writers
from hawliyat.tests.ingest.helpers import only, read_bytes, reasons

PAGE = writers.page("utf-8").encode()


def _record(headers: str, payload: bytes, status: str = "200 OK", kind: str = "response") -> bytes:
    block = f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + payload
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://example.org/2025/07/02/x\r\n"
        f"WARC-Date: 2026-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000002>\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def test_encoded_answers(tmp_path: Path) -> None:
    packed = _record("Content-Type: text/html\r\nContent-Encoding: gzip", gzip.compress(PAGE))
    parts = b"".join(
        f"{len(PAGE[i : i + 500]):x}\r\n".encode() + PAGE[i : i + 500] + b"\r\n"
        for i in range(0, len(PAGE), 500)
    )
    chunked = _record(
        "Content-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked", parts + b"0\r\n\r\n"
    )
    ingested = read_bytes(tmp_path, "a.warc", packed + chunked)
    assert [text.split("\n")[0] for text in ingested.documents["text"]] == [writers.TITLE, writers.TITLE]
    assert ingested.documents["document_id"].to_list() == ["a.warc#1", "a.warc#2"]


def test_what_is_no_page_is_passed_over(tmp_path: Path) -> None:
    archive = (
        _record("Content-Type: image/png", b"\x89PNG")
        + _record("Content-Type: text/html", PAGE, "404 Not Found")
        + _record("Host: example.org", b"", kind="request")
        + _record("Content-Type: text/html", PAGE)
    )
    ingested = read_bytes(tmp_path, "a.warc", archive)
    assert only(ingested.documents)["document_id"] == "a.warc#4"
    assert ingested.read == 1
    assert ingested.passed == {
        "image/png in archives": 1,
        "answers with status 404 in archives": 1,
        "request records in archives": 1,
    }


def test_an_answer_of_no_stated_type_is_looked_at(tmp_path: Path) -> None:
    page = writers.page("utf-16").encode("utf-16")
    archive = (
        _record("Server: x", PAGE)
        + _record("Content-Encoding: gzip", gzip.compress(PAGE))
        + _record("Content-Type: unknown/unknown", page)
        + _record("Server: x", b'{"a": "<html>"}')
        + _record("Server: x", "\u0646\u0635".encode())
    )
    ingested = read_bytes(tmp_path, "a.warc", archive)
    assert ingested.documents["document_id"].to_list() == ["a.warc#1", "a.warc#2", "a.warc#3"]
    assert ingested.passed == {"answers of no stated type in archives": 2}


def test_each_record_packed_by_itself(tmp_path: Path) -> None:
    record = _record("Content-Type: text/html", PAGE)
    ingested = read_bytes(tmp_path, "a.warc.gz", gzip.compress(record) + gzip.compress(record))
    assert ingested.documents.height == 2


def test_an_archive_that_ends_early_keeps_what_came_before(tmp_path: Path) -> None:
    record = _record("Content-Type: text/html", PAGE)
    ingested = read_bytes(tmp_path, "a.warc.gz", gzip.compress(record + record)[:-20])
    assert ingested.documents.height >= 1
    assert [reason for _, reason in reasons(ingested)] == ["unreadable"]


def test_an_answer_that_explodes(tmp_path: Path) -> None:
    bomb = gzip.compress(b" " * (300 << 20), 9)
    archive = _record("Content-Type: text/html\r\nContent-Encoding: gzip", bomb) + _record(
        "Content-Type: text/html", PAGE
    )
    started = time.perf_counter()
    ingested = read_bytes(tmp_path, "a.warc", archive)
    assert reasons(ingested) == [(1, "too_large")]
    assert ingested.documents.height == 1
    assert time.perf_counter() - started < 20


def test_answers_packed_otherwise_than_they_say(tmp_path: Path) -> None:
    packer = zlib.compressobj(wbits=-15)
    bare = packer.compress(PAGE) + packer.flush()
    archive = (
        _record("Content-Type: text/html\r\nContent-Encoding: deflate", bare)
        + _record("Content-Type: text/html\r\nContent-Encoding: deflate", zlib.compress(PAGE))
        + _record("Content-Type: text/html\r\nContent-Encoding: gzip", PAGE)
        + _record("Content-Type: text/html\r\nContent-Encoding: br", PAGE)
        + _record("Content-Type: text/html\r\nContent-Encoding: br", b"\x0b\x02\x80")
        + _record("Content-Type: text/html\r\nContent-Encoding: gzip", b"\x1f\x8b no gzip")
    )
    ingested = read_bytes(tmp_path, "a.warc", archive)
    assert ingested.documents["document_id"].to_list() == [f"a.warc#{n}" for n in range(1, 5)]
    assert reasons(ingested) == [(5, "unreadable"), (6, "unreadable")]
