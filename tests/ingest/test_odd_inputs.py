"""Files as spreadsheets, data bases, old machines and careless templates write them: all of it goes in, the rest is named."""

import gzip
import io
import json
import os
from datetime import UTC, date, datetime
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import polars as pl
import pyarrow.parquet  # type: ignore[import-untyped]
import pytest

from hawliyat.tasks.ingest import discover, read_shard, shards
from hawliyat.tasks.ingest.dates import parse_written
from hawliyat.tasks.ingest.model import Limits
from hawliyat.tasks.schema import DateOrigin
from hawliyat.tests.ingest import writers
from hawliyat.tests.ingest.helpers import NEWS, only, read_bytes, reasons


@pytest.mark.parametrize(
    "table",
    [
        f"id;text\n1;{NEWS}\n",
        f"id\ttext\n1\t{NEWS}\n",
        f"id|text\n1|{NEWS}\n",
        f"sep=;\nid;text\n1;{NEWS}\n",
        f"\ufeffID,Text\n1,{NEWS}\n",
        f'"id","text"\r\n"1","{NEWS}"\r\n',
        f"id,text\r1,{NEWS}\r",
    ],
    ids=["semicolon", "tab", "bar", "sep", "capitals", "quoted", "returns"],
)
def test_tables_of_many_programs(tmp_path: Path, table: str) -> None:
    ingested = read_bytes(tmp_path, "a.csv", table.encode())
    assert reasons(ingested) == []
    row = only(ingested.documents)
    assert (row["document_id"], row["text"]) == ("1", NEWS)


def test_quotation_marks_escaped_by_a_backslash(tmp_path: Path) -> None:
    table = f'id,text\n1,"قال \\"نعم\\" وانصرف. {NEWS}"\n2,"{NEWS}"\n'
    texts = read_bytes(tmp_path, "a.csv", table.encode()).documents["text"].to_list()
    assert texts == [f'قال "نعم" وانصرف. {NEWS}', NEWS]


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
def test_a_table_without_rows_is_named(tmp_path: Path, name: str) -> None:
    data = b"id,text\n" if name == "a.csv" else b"\n\n"
    assert reasons(read_bytes(tmp_path, name, data)) == [(None, "empty")]


def _parquet(**columns: list[object]) -> bytes:
    stream = io.BytesIO()
    pl.DataFrame(columns).write_parquet(stream)
    return stream.getvalue()


def test_parquet_of_strings_without_a_type_and_numbers_with_gaps(tmp_path: Path) -> None:
    data = _parquet(
        text=[NEWS.encode(), f"{NEWS} ثان".encode(), None, b"\xff\xfe\xfd"],
        id=[1.0, float("nan"), 3.0, 4.0],
        published_at=[datetime(2025, 7, 1, 23, 30), None, None, None],  # noqa: DTZ001 -- as tables have it
        source=[b"\xd8\xb5", None, None, None],
    )
    ingested = read_bytes(tmp_path, "a.parquet", data)
    assert reasons(ingested) == [(3, "malformed_record"), (4, "undecodable")]
    first, second = ingested.documents.iter_rows(named=True)
    assert (first["document_id"], first["published_at"], first["source_name"]) == ("1", date(2025, 7, 1), "ص")
    assert first["published_at_ts"] == "2025-07-01T23:30:00"
    assert (second["document_id"], second["published_at"]) == ("a.parquet#2", None)


@pytest.mark.parametrize(
    "value",
    [
        "2025-07-01 10:00:00 UTC",
        "01/07/2025 10:30",
        "1 / 7 / 2025",
        "2025/07/01",
        "1 يوليو 2025",
        "الثلاثاء، ١ تموز/يوليو ٢٠٢٥ - ١٠:٣٠",
        "July 1, 2025",
        "Jul 1st, 2025 at 10:30",
        "1 Jul 2025",
        "Tue, 01 Jul 2025 10:30:00 GMT",
    ],
)
def test_dates_as_pages_and_feeds_write_them(value: str) -> None:
    found = parse_written(value, DateOrigin.PAGE)
    assert found is not None
    assert found.day == date(2025, 7, 1)


@pytest.mark.parametrize(
    "value", ["", "أمس", "1 محرم 1447", "31 شباط 2025", "31/02/2025", "Room 1, 2025", "1751328000"]
)
def test_what_is_no_date_of_a_page(value: str) -> None:
    assert parse_written(value, DateOrigin.PAGE) is None


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="date" content="01/07/2025 10:30">',
        '<script type="application/ld+json">//<![CDATA[\n{"@type": "NewsArticle", "datePublished": "2025-07-01"}\n//]]></script>',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-07-01",}</script>',
        "</head><body><time>1 يوليو 2025</time>",
    ],
)
def test_dates_of_careless_templates(tmp_path: Path, head: str) -> None:
    page = f"<html><head>{head}<article><h1>عنوان الخبر هنا</h1><p>{NEWS}</p></article></html>"
    row = only(read_bytes(tmp_path, "a.html", page.encode()).documents)
    assert (row["published_at"], row["published_at_origin"]) == (date(2025, 7, 1), "page")


def test_an_archive_cut_inside_a_page_does_not_pass_for_the_whole(tmp_path: Path) -> None:
    whole = writers.warc(writers.page("utf-8").encode(), "utf-8")
    ingested = read_bytes(tmp_path, "a.warc", whole + whole[:-300])
    assert ingested.documents.height == 1
    assert reasons(ingested) == [(2, "unreadable")]
    assert reasons(read_bytes(tmp_path, "b.warc", b"WARC/1.0\r\nx")) == [(None, "unreadable")]


def test_an_entry_without_a_link_has_no_address(tmp_path: Path) -> None:
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>tag:1</id><title>ع</title><content>{NEWS}</content></entry></feed>'
    row = only(read_bytes(tmp_path, "a.atom", feed.encode()).documents)
    assert (row["document_id"], row["url"]) == ("tag:1", None)


def test_a_short_title_that_begins_the_text_stays_its_headline(tmp_path: Path) -> None:
    feed = f"<rss><channel><item><title>أعلنت</title><description>{NEWS}</description></item></channel></rss>"
    assert only(read_bytes(tmp_path, "a.rss", feed.encode()).documents)["text"] == f"أعلنت\n{NEWS}"


def test_lines_of_preformatted_text_stay_lines(tmp_path: Path) -> None:
    page = (
        f"<html><body><pre>عنوان الخبر\n\n{NEWS}\n<b>وقالت</b> إنها ترحب به.</pre><p>{NEWS}</p></body></html>"
    )
    text = only(read_bytes(tmp_path, "a.html", page.encode()).documents)["text"]
    assert str(text).split("\n") == ["عنوان الخبر", NEWS, "وقالت إنها ترحب به.", NEWS]


LONG = f"{NEWS}\n" * 10


def test_a_bad_byte_in_a_long_text_costs_a_character(tmp_path: Path) -> None:
    data = LONG.encode()
    at = data.index("الوزارة".encode(), 200)
    row = only(read_bytes(tmp_path, "a.txt", data[:at] + b"\xff" + data[at:]).documents)
    place = len(data[:at].decode())
    assert row["text"] == LONG[:place] + "\ufffd" + LONG[place:]
    assert row["text_note"] == "1 character lost, each marked U+FFFD"
    assert only(read_bytes(tmp_path, "b.txt", data).documents)["text_note"] is None


def test_many_bad_bytes_cost_the_text(tmp_path: Path) -> None:
    assert reasons(read_bytes(tmp_path, "a.txt", LONG.encode() + b"\xff\xfe\xfd")) == [(None, "undecodable")]


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_a_bad_byte_in_a_long_record(tmp_path: Path, name: str) -> None:
    good = LONG.replace("\n", " ").encode()
    rows = [good, good + b"\xff", b"\xff", good.replace(b" ", b"\xff")]
    if name == "a.csv":
        data = b"text,id\n" + b"".join(b'"%s",%d\n' % (row, n) for n, row in enumerate(rows))
    else:
        data = b"".join(b'{"text": "%s", "id": %d}\n' % (row, n) for n, row in enumerate(rows))
    ingested = read_bytes(tmp_path, name, data)
    assert ingested.documents["document_id"].to_list() == ["0", "1"]
    assert ingested.documents["text_note"].is_null().to_list() == [True, False]
    assert reasons(ingested) == [(3, "undecodable"), (4, "undecodable")]


def test_half_an_emoji_at_the_end_of_a_long_text(tmp_path: Path) -> None:
    line = '{"text": "' + LONG.replace("\n", " ") + '\\ud83d", "title": "عنوان \\ud83d"}'
    row = only(read_bytes(tmp_path, "a.jsonl", line.encode()).documents)
    assert (str(row["text"])[-1], row["title"]) == ("\ufffd", "عنوان \ufffd")


def test_the_last_character_of_utf16_is_cut(tmp_path: Path) -> None:
    lines = f'{{"text": "{NEWS}"}}\n' + '{"text": "' + LONG.replace("\n", " ") + '"}'
    ingested = read_bytes(tmp_path, "a.jsonl", lines.encode("utf-16") + b"\n")
    assert ingested.documents.height == 1
    assert reasons(ingested) == [(2, "malformed_record")]


@pytest.mark.parametrize("lines", [3, 1999, 2000, 2001, 9000])
def test_a_cell_of_thousands_of_lines_is_one_record(tmp_path: Path, lines: int) -> None:
    cell = "\n".join(f"السطر {n} من التقرير، وفيه كلام" for n in range(lines))
    table = f'id,text,source\n1,"{cell}",ص\n2,{NEWS},ع\n'
    ingested = read_bytes(tmp_path, "a.csv", table.encode())
    assert reasons(ingested) == []
    assert ingested.documents["text"].to_list() == [cell, NEWS]


def test_a_cell_that_nothing_closes_is_one_rejection(tmp_path: Path) -> None:
    cell = "\n".join(f"السطر {n} من التقرير" for n in range(3000))
    open_to_the_end = read_bytes(tmp_path, "a.csv", f'id,text\n1,{NEWS}\n2,"{cell}'.encode())
    assert reasons(open_to_the_end) == [(2, "malformed_record")]
    followed = read_bytes(tmp_path, "b.csv", f'id,text\n1,"{cell}\n2,{NEWS}\n3,"{NEWS}"\n'.encode())
    assert reasons(followed) == [(1, "malformed_record")]
    assert followed.documents["document_id"].to_list() == ["2", "3"]


def test_a_cell_past_the_limit_is_one_rejection(tmp_path: Path) -> None:
    cell = "\n".join(f"السطر {n} من التقرير" for n in range(3000))
    table = f'id,text\n1,"{cell}"\n2,{NEWS}\n'
    ingested = read_bytes(tmp_path, "a.csv", table.encode(), Limits(record=100_000))
    assert reasons(ingested) == [(1, "too_large")]
    assert only(ingested.documents)["document_id"] == "2"


def test_a_quotation_mark_inside_a_cell_is_a_letter(tmp_path: Path) -> None:
    table = f'id,text\n1,شاشة 5" جديدة. {NEWS}\n"2",شاشة 7" جديدة. {NEWS}\n3,{NEWS}\n'
    ingested = read_bytes(tmp_path, "a.csv", table.encode())
    assert reasons(ingested) == []
    assert ingested.documents["document_id"].to_list() == ["1", "2", "3"]


def _records(number: int) -> list[dict[str, str]]:
    return [{"id": f"r{n}", "text": f"{NEWS} رقم {n}"} for n in range(number)]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("separate", [False, True])
def test_an_array_of_records_and_records_over_several_lines(
    tmp_path: Path, indent: int | None, separate: bool
) -> None:
    rows = _records(40)
    if separate:
        data = "\n".join(json.dumps(row, ensure_ascii=False, indent=indent) for row in rows)
    else:
        data = json.dumps(rows, ensure_ascii=False, indent=indent)
    ingested = read_bytes(tmp_path, "a.jsonl", data.encode())
    assert reasons(ingested) == []
    assert ingested.documents["document_id"].to_list() == [row["id"] for row in rows]


def test_an_array_with_a_broken_record(tmp_path: Path) -> None:
    rows = [json.dumps(row, ensure_ascii=False) for row in _records(3)]
    data = "[\n" + ",\n".join([rows[0], '{"id": 5}', '"نص"', rows[1], '{"text": "}', rows[2]]) + "\n]\n"
    ingested = read_bytes(tmp_path, "a.jsonl", data.encode())
    assert ingested.documents["document_id"].to_list() == ["r0", "r1"]
    assert reasons(ingested) == [(2, "malformed_record"), (3, "malformed_record"), (5, "malformed_record")]


def test_lines_of_an_array_without_its_brackets(tmp_path: Path) -> None:
    data = ",\n".join(json.dumps(row, ensure_ascii=False) for row in _records(3))
    ingested = read_bytes(tmp_path, "a.jsonl", data.encode())
    assert (reasons(ingested), ingested.documents.height) == ([], 3)


@pytest.mark.parametrize("indent", [None, 2])
def test_a_json_file_of_a_record_or_of_an_array(tmp_path: Path, indent: int | None) -> None:
    rows = _records(3)
    alone = read_bytes(tmp_path, "a.json", json.dumps(rows[0], indent=indent).encode())
    assert only(alone.documents)["document_id"] == "r0"
    together = read_bytes(tmp_path, "b.json", json.dumps(rows, indent=indent).encode())
    assert together.documents["document_id"].to_list() == ["r0", "r1", "r2"]
    assert (reasons(alone), reasons(together)) == ([], [])


@pytest.mark.parametrize("indent", [None, 2])
def test_a_json_file_that_is_no_article(tmp_path: Path, indent: int | None) -> None:
    settings = read_bytes(tmp_path, "package.json", json.dumps({"name": "x"}, indent=indent).encode())
    assert (settings.read, settings.passed) == (0, {".json files without a text": 1})
    others = read_bytes(tmp_path, "c.json", json.dumps([{"body": NEWS}] * 2, indent=indent).encode())
    assert (others.passed, {reason for _, reason in reasons(others)}) == ({}, {"malformed_record"})
    assert reasons(read_bytes(tmp_path, "d.json", b'{"text": "')) == [(1, "malformed_record")]


def test_a_page_as_xhtml_and_a_table_as_tsv(tmp_path: Path) -> None:
    page = (
        f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{NEWS}</p></body></html>'
    )
    assert only(read_bytes(tmp_path, "a.xhtml", page.encode()).documents)["text"] == NEWS
    table = read_bytes(tmp_path, "a.tsv", f"id\ttext\n7\t{NEWS}\n".encode())
    assert only(table.documents)["document_id"] == "7"


def test_a_quotation_of_one_column_that_nothing_closes_is_one_rejection(tmp_path: Path) -> None:
    rows = [f"{NEWS} {n}" for n in range(3000)]
    table = "\n".join(["text", *rows[:50], f'"{NEWS}', *rows[50:]])
    ingested = read_bytes(tmp_path, "a.csv", table.encode())
    assert reasons(ingested) == [(51, "malformed_record")]
    assert ingested.documents["text"].to_list() == rows


def test_columns_of_a_table_in_capitals(tmp_path: Path) -> None:
    row = only(read_bytes(tmp_path, "a.parquet", _parquet(Text=[NEWS], ID=["7"])).documents)
    assert (row["document_id"], row["text"]) == ("7", NEWS)


def test_parquet_of_other_writers(tmp_path: Path) -> None:
    table = pyarrow.table(
        {
            "text": pyarrow.array([NEWS, f"{NEWS} ثان"], pyarrow.large_string()),
            "source": pyarrow.array(["ص", "ص"]).dictionary_encode(),
            "published_at": pyarrow.array(
                [datetime(2025, 7, 1, 23, tzinfo=UTC)] * 2, pyarrow.timestamp("ns", "Asia/Riyadh")
            ),
        }
    )
    pyarrow.parquet.write_table(table, tmp_path / "a.parquet")
    ingested = read_bytes(tmp_path, "a.parquet", (tmp_path / "a.parquet").read_bytes())
    assert reasons(ingested) == []
    assert ingested.documents["published_at_ts"].to_list() == ["2025-07-02T02:00:00+03:00"] * 2
    assert ingested.documents["source_name"].to_list() == ["ص", "ص"]


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "a.html", "A.MHTML.gz"])
@pytest.mark.parametrize("codec", ["utf-8", "cp1256"])
def test_a_page_saved_in_one_file(tmp_path: Path, name: str, codec: str) -> None:
    page = MIMEMultipart("related")
    page["From"] = "<Saved by Blink>"
    page["Snapshot-Content-Location"] = "https://example.org/2025/07/01/a"
    markup = f"<html><body><article><h1>عنوان الخبر هنا</h1><p>{NEWS}</p></article></body></html>"
    page.attach(MIMEText(markup, "html", codec))
    page.attach(MIMEImage(b"\x89PNG", "png"))
    data = page.as_bytes()
    row = only(read_bytes(tmp_path, name, gzip.compress(data) if name.endswith("gz") else data).documents)
    assert row["text"] == f"عنوان الخبر هنا\n{NEWS}"
    assert (row["url"], row["published_at"]) == ("https://example.org/2025/07/01/a", date(2025, 7, 1))


def test_a_message_without_a_page(tmp_path: Path) -> None:
    message = MIMEText(NEWS, "plain", "utf-8").as_bytes()
    assert reasons(read_bytes(tmp_path, "a.mht", message)) == [(None, "unreadable")]


def test_names_as_long_as_the_disk_allows(tmp_path: Path) -> None:
    name = ("خبر " * 40).encode()[:248].decode(
        errors="ignore"
    ) + ".txt"  # its sidecar's name would be too long
    assert only(read_bytes(tmp_path, name, NEWS.encode()).documents)["document_id"] == name


def test_a_file_that_goes_before_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS, "utf-8")
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(NEWS.encode()))
    found = discover([str(tmp_path)], tmp_path)
    (tmp_path / "a.txt").unlink()
    (tmp_path / "b.txt.gz").unlink()
    ingested = read_shard(found.files, tmp_path)
    assert ingested.quarantine.select("reason", "detail").rows() == [("unreadable", "the file is gone")] * 2


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (gzip.compress(gzip.compress(NEWS.encode())), "gzip"),
        (gzip.compress(b"PK\x03\x04" + bytes(range(32)) * 9), "zip"),
    ],
    ids=["gzip", "zip"],  # the bytes tell when they were packed
)
def test_what_is_inside_is_named(tmp_path: Path, data: bytes, what: str) -> None:
    ingested = read_bytes(tmp_path, "a.txt.gz", data)
    assert reasons(ingested) == [(None, "undecodable")]
    assert what in ingested.quarantine["detail"][0]


def test_an_empty_sidecar_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.meta.json").write_text("\n")
    assert only(read_bytes(tmp_path, "a.txt", NEWS.encode()).documents)["document_id"] == "a.txt"


def test_what_is_passed_over_in_folders_is_counted_by_kind(tmp_path: Path) -> None:
    for name in ("a.txt", "a.meta.json", "lost.meta.json", "b.PDF", "c.txt.gz.gz", "Makefile", ".DS_Store"):
        (tmp_path / name).write_text("{}" if name.endswith("json") else NEWS)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.txt").write_text(NEWS)
    (tmp_path / "again").symlink_to("..")
    (tmp_path / "self.txt").symlink_to("self.txt")
    found = discover([str(tmp_path)], tmp_path)
    assert [path.name for path in found.files] == ["a.txt", "self.txt"]
    assert found.passed_over == {
        "sidecars": 1,
        "sidecars without a text": 1,
        ".pdf files": 1,
        ".gz.gz files": 1,
        "other files": 1,
        "hidden files": 1,
        "hidden folders": 1,
        "links to folders": 1,
    }
    assert reasons(read_shard(found.files, tmp_path)) == [(None, "unreadable")]


def test_a_folder_that_cannot_be_listed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(NEWS, "utf-8")
    (tmp_path / "shut").mkdir()
    listed = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = discover([str(tmp_path)], tmp_path)
    (part,) = shards(found.files, tmp_path, unreadable=found.unreadable)
    assert part.quarantine.rows()[0][:3] == ("shut", None, "unreadable")
    assert part.documents.height == 1
