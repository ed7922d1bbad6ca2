"""Pages: the article out of its page, what the page says of itself, and pages that are none."""

import json
from pathlib import Path

import pytest

from hawliyat.tests.ingest.helpers import NEWS, only, read_bytes

BODY = "".join(f"<p>{NEWS} وهذه الفقرة رقم {number} من الخبر.</p>" for number in range(4))
MENU = (
    '<div class="main-menu"><ul>'
    + "".join(f'<li><a href="/{n}">قسم رقم {n}</a></li>' for n in range(30))
    + "</ul></div>"
)
OLD = BODY.replace("<p>", "").replace("</p>", "<br><br>")
RELATED = "".join(
    f'<div class="card"><a href="/{n}">خبر آخر لا يمت إلى الموضوع بصلة رقم {n}</a></div>' for n in range(20)
)


def _text(folder: Path, html: str) -> str:
    return str(only(read_bytes(folder, "page.html", html.encode()).documents)["text"])


@pytest.mark.parametrize(
    "html",
    [
        f"<html><body>{MENU}<article><h1>عنوان الخبر</h1>{BODY}</article>{RELATED}<footer>هاتف</footer></body></html>",
        f"<body>{MENU}<header><h1>عنوان الخبر</h1></header><div><div>{BODY}</div><div>{RELATED}</div></div></body>",
        f"<body><div><h1>عنوان الخبر</h1></div><main>{BODY}</main><div class='most-read'>{RELATED}</div>",
        f"<h1>عنوان الخبر</h1>{BODY}",
        f"<body><form id=aspnetForm>{MENU}<div class='content with-sidebar'><h1>عنوان الخبر</h1>{BODY}</div></form></body>",
        f"<body><h1>عنوان الخبر</h1><div class='nav-wrap main-widget'>{BODY}</div><div class=comments>{BODY}</div></body>",
        f"<table><tr><td>{MENU}</td><td class=b><h1>عنوان الخبر</h1>{OLD}</td><td>{RELATED}</td></tr></table>",
        f"<body class='has-sidebar'><div class=wrap><h1>عنوان الخبر</h1><div itemprop=articleBody>{BODY}</div></div>",
    ],
)
def test_the_article_is_found(tmp_path: Path, html: str) -> None:
    lines = _text(tmp_path, html).split("\n")
    assert lines == ["عنوان الخبر", *(f"{NEWS} وهذه الفقرة رقم {number} من الخبر." for number in range(4))]


def test_lines_entities_and_inline_elements(tmp_path: Path) -> None:
    html = (
        f"<p>قال &quot;نعم&quot; &amp; مضى&#1548; <b>عا</b>د<br>سطر&nbsp;ثان</p><ul><li>أول</ul><p>{NEWS}</p>"
    )
    assert _text(tmp_path, html) == f'قال "نعم" & مضى، عاد\nسطر\u00a0ثان\nأول\n{NEWS}'


def test_broken_markup_is_read(tmp_path: Path) -> None:
    assert (
        _text(tmp_path, f"<div><p>{NEWS}<p>{NEWS} ثانية<table><tr><td>خلية</div></b></i>")
        == f"{NEWS}\n{NEWS} ثانية\nخلية"
    )


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (
            '<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"datePublished":"2025-07-01"}]}</script>',
            "2025-07-01",
        ),
        (
            '<script type="application/ld+json">{"@type":"WebPage","datePublished":"2024-01-01"}</script>',
            None,
        ),
        (
            '<script type="application/ld+json">{broken</script><meta name="pubdate" content="2025-07-01">',
            "2025-07-01",
        ),
        ('<meta property="og:published_time" content="01/07/2025">', "2025-07-01"),
        ('<meta itemprop="datePublished" content="Tue, 01 Jul 2025 10:00:00 +0300">', "2025-07-01"),
        ('<meta name="date" content="2025/07/01 10:30">', "2025-07-01"),
        ('<meta property="article:modified_time" content="2025-07-01">', None),
    ],
)
def test_dates_of_pages(tmp_path: Path, head: str, day: str | None) -> None:
    row = only(read_bytes(tmp_path, "page.html", f"<head>{head}</head><body>{BODY}".encode()).documents)
    assert (row["published_at"] and str(row["published_at"])) == day


def test_a_time_element(tmp_path: Path) -> None:
    stamped = '<h1>عنوان</h1><time datetime="2025-07-01T08:00:00+03:00">الثلاثاء</time>'
    html = f'<article>{stamped}{BODY}</article><time datetime="2020-01-01">x</time>'
    assert (
        str(only(read_bytes(tmp_path, "page.html", html.encode()).documents)["published_at"]) == "2025-07-01"
    )


def test_a_page_that_a_script_fills_gives_its_linked_data(tmp_path: Path) -> None:
    linked = json.dumps({"@type": "NewsArticle", "headline": "عنوان الخبر", "articleBody": f"{NEWS} {NEWS}"})
    html = f'<script type="application/ld+json">{linked}</script><div id="root"></div>'
    assert _text(tmp_path, html) == f"عنوان الخبر\n{NEWS} {NEWS}"
