"""Files as spreadsheets, data bases, old machines and careless templates write them: all of it goes in, the rest is named."""

import io
from datetime import date, datetime
from pathlib import Path

import polars as pl
import pytest

from hawliyat.tasks.ingest.dates import parse_written
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
