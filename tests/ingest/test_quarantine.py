"""Every reason, by format; one bad record costs that record, and the counts reconcile."""

import gzip
import io
import json
from collections import Counter
from pathlib import Path

import polars as pl
import pytest
import zstandard

from hawliyat.tasks.ingest import discover, read_shard, shards
from hawliyat.tasks.ingest.model import Limits
from hawliyat.tests.ingest.helpers import NEWS, only, read_bytes, reasons

SMALL = Limits(text=3000, file=20_000, record=10_000)


def _line(**fields: object) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode()


BROKEN = [
    ("undecodable", b'{"text": "\xff\xfe\xfa"}'),
    ("malformed_record", _line(text=NEWS)[:-2]),
    ("malformed_record", b"[1, 2]"),
    ("malformed_record", _line(id="a", title="b")),
    ("malformed_record", _line(text=5)),
    ("malformed_record", _line(text=NEWS, published_at="قبل يومين")),
    ("malformed_record", _line(text=NEWS, id=["x"])),
    ("malformed_record", b'{"text": "\\ud800"}'),
    ("malformed_record", b'{"a":' * 1500 + b"1"),
    ("malformed_record", b'{"text": ' + b"9" * 5000 + b"}"),
    ("empty", _line(text=" \n\t\u200f")),
    ("not_arabic", _line(text="The ministry announced the project yesterday.")),
    (
        "not_arabic",
        _line(text="وزارت کشور اعلام کرد که این پروژه برای مردم شهر آغاز شده است و تا سال آینده ادامه دارد."),
    ),
    ("too_large", _line(text="نص " * 1200)),
    ("too_large", b'{"text": "' + b"x" * 20_000 + b'"}'),
    ("duplicate_id", _line(id="r0", text=NEWS + " وهذا نص آخر.")),
]


def test_each_broken_record_of_many_costs_itself_alone(tmp_path: Path) -> None:
    rows: list[bytes] = []
    expected: list[tuple[int | None, str]] = []
    for number in range(3200):
        if number % 100 == 50:
            reason, row = BROKEN[number // 100 % len(BROKEN)]
            expected.append((number + 1, reason))
        else:
            row = _line(id=f"r{number}", text=f"{NEWS} رقم {number}")
        rows.append(row)
    ingested = read_bytes(tmp_path, "many.jsonl", b"\n".join(rows), SMALL)
    assert reasons(ingested) == expected
    assert ingested.read == 3200
    assert ingested.documents.height == 3200 - len(expected)
    assert ingested.documents["document_id"].n_unique() == ingested.documents.height


@pytest.mark.parametrize("escaped", [True, False])
def test_stray_bytes_do_not_turn_a_file_into_another_encoding(tmp_path: Path, escaped: bool) -> None:
    rows = [
        json.dumps({"text": f"{NEWS} رقم {number}"}, ensure_ascii=escaped).encode() for number in range(30)
    ]
    rows[0] = b'{"text": "\xc7\xe1\xce\xc8\xd1 \xc7\xe1\xca\xc7\xe1\xed"}'
    ingested = read_bytes(tmp_path, "a.jsonl", b"\n".join(rows))
    assert reasons(ingested) == [(1, "undecodable")]
    assert ingested.documents.height == 29


def test_the_same_id_and_text_again_is_repeated(tmp_path: Path) -> None:
    row = _line(id="a", text=NEWS)
    ingested = read_bytes(tmp_path, "twice.jsonl", row + b"\n" + row)
    assert (ingested.read, ingested.repeated, ingested.documents.height) == (2, 1, 1)


def test_ids_hold_over_files_and_shards(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(_line(id="same", text=NEWS))
    (tmp_path / "b.jsonl").write_bytes(_line(id="same", text=NEWS + " وأكثر."))
    files = discover([str(tmp_path)], tmp_path).files
    parts = list(shards(files, tmp_path, max_documents=1))
    assert [part.documents.height for part in parts] == [1, 0]
    assert parts[1].quarantine.rows()[0][:3] == ("b.jsonl", 1, "duplicate_id")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"\xef\xbb\xbf \r\n", "empty"),
        ("a.txt", b"Only English here.", "not_arabic"),
        ("a.txt", b"12345", "not_arabic"),
        ("a.txt", bytes(range(256)) * 40, "undecodable"),
        ("a.txt", NEWS.encode()[:-2], "undecodable"),
        ("a.txt", NEWS.encode() + b"\xff", "undecodable"),
        ("a.txt", "نص ".encode() * 4000, "too_large"),
        ("a.txt", ("نص " * 1500).encode(), "too_large"),
        ("a.txt.gz", b"no gzip", "unreadable"),
        ("a.txt.gz", gzip.compress(NEWS.encode())[:-9], "unreadable"),
        ("a.txt.gz", b"", "empty"),
        ("a.txt.zst", b"no zstd at all", "unreadable"),
        ("a.txt.zst", zstandard.ZstdCompressor().compress(NEWS.encode() * 50)[:-5], "unreadable"),
        ("a.txt.zst", b"", "empty"),
        ("a.html", b"<html><body><script>x</script></body></html>", "empty"),
        ("a.csv", b"", "empty"),
        ("a.csv", "id,body\n1,نص\n".encode(), "malformed_record"),
        ("a.parquet", b"PAR1 no table PAR1", "unreadable"),
        ("a.parquet", b"", "unreadable"),
        ("a.xml", b"<?xml version='1.0'?><urlset><url/></urlset>", "unsupported_format"),
        ("a.rss", b'<rss version="2.0"><channel><title>x</title></channel></rss>', "empty"),
        ("a.warc", b"not an archive", "unreadable"),
        ("a.warc", b"", "empty"),
    ],
)
def test_a_file_that_cannot_be_used_is_named(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    ingested = read_bytes(tmp_path, name, data, SMALL)
    assert reasons(ingested) == [(None, reason)]
    assert ingested.quarantine["detail"][0]


def test_a_stream_that_ends_early_keeps_what_came_before(tmp_path: Path) -> None:
    rows = b"\n".join(
        _line(text=f"{NEWS} رقم {number} " + "ابتثجحخ"[number % 7] * (number % 50)) for number in range(5000)
    )
    ingested = read_bytes(tmp_path, "cut.jsonl.gz", gzip.compress(rows)[:-2000])
    assert ingested.documents.height > 1000
    assert reasons(ingested)[-1][1] == "unreadable"


def test_broken_rows_of_a_table(tmp_path: Path) -> None:
    table = (
        f'id,text\n1,"{NEWS}"\n2,"نص لا يغلق قوسه\n3,"{NEWS}"\n4,{NEWS},زيادة\n'
        f'5,"سطر أول في الخبر\nسطر ثان في الخبر"\n6,\n7,"{NEWS}"\n'
    )
    ingested = read_bytes(tmp_path, "rows.csv", table.encode())
    assert reasons(ingested) == [(2, "malformed_record"), (4, "malformed_record"), (6, "empty")]
    assert ingested.documents["document_id"].to_list() == ["1", "3", "5", "7"]
    assert ingested.documents["text"][2] == "سطر أول في الخبر\nسطر ثان في الخبر"


def test_a_cell_of_many_lines(tmp_path: Path) -> None:
    table = f'text,published_at\n"{NEWS}\n\nقال ""نعم"" ثم مضى\n",2025-07-01\n"{NEWS}",2025-07-02\n'
    ingested = read_bytes(tmp_path, "cells.csv", table.encode())
    assert ingested.documents["text"].to_list() == [f'{NEWS}\n\nقال "نعم" ثم مضى\n', NEWS]
    assert [str(day) for day in ingested.documents["published_at"]] == ["2025-07-01", "2025-07-02"]


def test_a_table_with_other_types(tmp_path: Path) -> None:
    stream = io.BytesIO()
    pl.DataFrame({"id": [7, 8], "text": [NEWS, None]}).write_parquet(stream)
    ingested = read_bytes(tmp_path, "rows.parquet", stream.getvalue())
    assert only(ingested.documents)["document_id"] == "7"
    assert reasons(ingested) == [(2, "malformed_record")]


def test_a_feed_that_ends_early_keeps_its_whole_entries(tmp_path: Path) -> None:
    item = f"<item><title>عنوان</title><description>{NEWS}</description></item>"
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel>{item}{item[:-40]}'
    ingested = read_bytes(tmp_path, "cut.rss", feed.encode())
    assert only(ingested.documents)["text"] == f"عنوان\n{NEWS}"
    assert reasons(ingested) == [(2, "malformed_record")]


def test_unknown_formats(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.txt", "b.meta.json", "c", ".hidden.txt"):
        (tmp_path / name).write_text(NEWS if name == "b.txt" else "{}", "utf-8")
    found = discover([str(tmp_path)], tmp_path)
    assert [path.name for path in found.files] == ["b.txt"]
    assert found.passed_over == {".pdf files": 1, "sidecars": 1, "other files": 1, "hidden files": 1}
    named = discover([str(tmp_path / "a.pdf")], tmp_path)
    (part,) = shards(named.files, tmp_path, unsupported=named.unsupported)
    assert part.quarantine.rows()[0][:3] == ("a.pdf", None, "unsupported_format")


def test_reasons_reconcile(tmp_path: Path) -> None:
    for index, (_, row) in enumerate(BROKEN):
        (tmp_path / f"{index:02}.jsonl").write_bytes(row)
    ingested = read_shard(discover([str(tmp_path)], tmp_path).files, tmp_path, limits=SMALL)
    assert ingested.read == ingested.documents.height + ingested.quarantine.height + ingested.repeated
    counted = Counter(ingested.quarantine["reason"].to_list())
    assert counted["malformed_record"] == 9
