"""Where a document's date comes from, in the contract's order; timestamps keep their own zone."""

import json
from datetime import date
from pathlib import Path

import pytest

from hawliyat.tasks.ingest import discover, read_shard
from hawliyat.tasks.ingest.dates import date_in_path, parse_iso, parse_rfc
from hawliyat.tasks.schema import DateOrigin
from hawliyat.tests.ingest.helpers import NEWS

DATELINE = f"عنوان الخبر\nالدمام 5-1-2021 (واس) - {NEWS}"
PAGE = "<html><head>{head}</head><body><article><h1>عنوان الخبر</h1><p>{text}</p></article></body></html>"
DATED = '<meta property="article:published_time" content="2023-03-03T01:00:00+03:00">'
LINKED = '<link rel="canonical" href="https://example.org/2022/02/02/bridge">'


@pytest.mark.parametrize(
    ("name", "content", "sidecar", "given", "expected"),
    [
        (
            "2020-10-10-a.txt",
            DATELINE,
            {"published_at": "2024-04-04"},
            "2019-09-09",
            ("2024-04-04", "record"),
        ),
        (
            "2020-10-10-a.txt",
            DATELINE,
            {"url": "https://example.org/2022/02/02/x"},
            "2019-09-09",
            ("2022-02-02", "url"),
        ),
        ("2020-10-10-a.txt", DATELINE, None, "2019-09-09", ("2020-10-10", "filename")),
        ("a.txt", DATELINE, None, "2019-09-09", ("2021-01-05", "dateline")),
        ("a.txt", NEWS, None, "2019-09-09", ("2019-09-09", "given")),
        ("a.txt", NEWS, None, None, (None, None)),
        (
            "a.html",
            PAGE.format(head=DATED + LINKED, text=NEWS),
            {"published_at": "2024-04-04"},
            None,
            ("2024-04-04", "record"),
        ),
        ("a.html", PAGE.format(head=DATED + LINKED, text=NEWS), None, None, ("2023-03-03", "page")),
        ("a.html", PAGE.format(head=LINKED, text=NEWS), None, None, ("2022-02-02", "url")),
        ("20201010_a.html", PAGE.format(head="", text=NEWS), None, None, ("2020-10-10", "filename")),
    ],
)
def test_order_of_trust(
    tmp_path: Path,
    name: str,
    content: str,
    sidecar: dict[str, str] | None,
    given: str | None,
    expected: tuple[str | None, str | None],
) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    if sidecar is not None:
        (tmp_path / f"{name.rsplit('.', 1)[0]}.meta.json").write_text(json.dumps(sidecar), "utf-8")
    files = discover([str(tmp_path)], tmp_path).files
    (row,) = read_shard(files, tmp_path, date.fromisoformat(given) if given else None).documents.iter_rows(
        named=True
    )
    assert (row["published_at"] and row["published_at"].isoformat(), row["published_at_origin"]) == expected


@pytest.mark.parametrize(
    ("name", "content", "sidecar", "given", "expected"),
    [
        (
            "2020-10-10-a.txt",
            DATELINE,
            {"published_at": "2024-04-04", "url": "https://example.org/2022/02/02/x"},
            "2019-09-09",
            "url 2022-02-02; filename 2020-10-10; dateline 2021-01-05",
        ),
        ("2021-01-06-a.txt", DATELINE, {"published_at": "2021-01-06"}, "2019-09-09", None),
        ("2021-01-08-a.txt", DATELINE, None, None, "dateline 2021-01-05"),
        ("a.html", PAGE.format(head=DATED + LINKED, text=NEWS), None, None, "url 2022-02-02"),
        (
            "a.html",
            PAGE.format(head=DATED, text='<time datetime="2023-03-05">' + NEWS),
            {"published_at": "2023-03-04"},
            None,
            "page 2023-03-03; page 2023-03-05",
        ),
        ("a.txt", NEWS, None, "2019-09-09", None),
        ("a.txt", NEWS, None, None, None),
    ],
)
def test_sources_that_contradict_each_other_are_told(
    tmp_path: Path,
    name: str,
    content: str,
    sidecar: dict[str, str] | None,
    given: str | None,
    expected: str | None,
) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    if sidecar is not None:
        (tmp_path / f"{name.rsplit('.', 1)[0]}.meta.json").write_text(json.dumps(sidecar), "utf-8")
    files = discover([str(tmp_path)], tmp_path).files
    (row,) = read_shard(files, tmp_path, date.fromisoformat(given) if given else None).documents.iter_rows(
        named=True
    )
    assert row["published_at_note"] == expected


@pytest.mark.parametrize(
    ("value", "day", "stamp"),
    [
        ("2025-07-01", "2025-07-01", None),
        ("2025-07-01T23:30:00-05:00", "2025-07-01", "2025-07-01T23:30:00-05:00"),
        ("2025-07-01T00:30:00Z", "2025-07-01", "2025-07-01T00:30:00+00:00"),
        ("2025-07-01 14:05", "2025-07-01", "2025-07-01T14:05:00"),
        (" 2025-07-01 ", "2025-07-01", None),
        ("20250701", "2025-07-01", None),
    ],
)
def test_iso(value: str, day: str, stamp: str | None) -> None:
    found = parse_iso(value, DateOrigin.RECORD)
    assert found is not None
    assert (found.day.isoformat(), found.timestamp) == (day, stamp)


@pytest.mark.parametrize(
    "value", ["", "2025", "2025-13-01", "2025-02-30", "01/07/2025", "أمس", "1751328000", "2025-07-01T25:00"]
)
def test_no_iso(value: str) -> None:
    assert parse_iso(value, DateOrigin.RECORD) is None


def test_rfc() -> None:
    found = parse_rfc("Tue, 01 Jul 2025 23:30:00 +0300", DateOrigin.RECORD)
    assert found is not None
    assert (found.day.isoformat(), found.timestamp) == ("2025-07-01", "2025-07-01T23:30:00+03:00")
    assert parse_rfc("next week", DateOrigin.RECORD) is None


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("https://example.org/2025/07/01/bridge", "2025-07-01"),
        ("https://example.org/news/2025/7/1/bridge", "2025-07-01"),
        ("https://example.org/news-2025-07-01.html", "2025-07-01"),
        ("https://example.org/20250701/bridge", "2025-07-01"),
        ("01-07-2025.txt", "2025-07-01"),
        ("2025_07_01_a.txt", "2025-07-01"),
        ("https://example.org/2025/07/bridge", None),
        ("https://example.org/id/202507011234567", None),
        ("https://example.org/2025/13/01", None),
        ("https://example.org/2025/02/30/x", None),
        ("report-12345678.txt", None),
        ("000_22d63e12d7097e0c.txt", None),
    ],
)
def test_dates_in_paths(path: str, day: str | None) -> None:
    found = date_in_path(path, DateOrigin.URL)
    assert (found.day.isoformat() if found else None) == day
