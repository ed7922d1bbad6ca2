"""One article written in every format, encoding and packing that the contract names."""

import csv
import gzip
import html
import io
import json
from dataclasses import dataclass
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from pathlib import Path

import polars as pl
import zstandard

TITLE = "بلدية المرفأ تفتتح جسرا للمشاة بعد عامين من العمل"
PARAGRAPHS = (
    'طرابلس (أ ف ب) - افتتحت بلدية المرفأ الثلاثاء جسرا للمشاة فوق الطريق الساحلي. وقال رئيس البلدية: "انتظرنا هذا اليوم طويلا".',
    "وبلغت كلفة الجسر 2.5 مليون دينار؛ وأنجزته شركة محلية في 24 شهرا.",
    "خلفية المشروع",
    "كانت البلدية أعلنت المشروع في آذار 2023، ثم توقف العمل شهرين بسبب الأمطار. هل يكفي جسر واحد؟ يسأل أهالي الحي.",
    "وكان وزير النقل الليبي زار تونس في 12 نيسان 2025 والتقى نظيره التونسي.",
    "جميع الحقوق محفوظة",
)
TEXT = "\n".join((TITLE, *PARAGRAPHS))
PUBLISHED = "2025-07-01T09:30:00+02:00"
SOURCE = "صوت المرفأ"
URL = "https://example.org/news/bridge"

ENCODINGS = {
    "utf-8": "utf-8",
    "utf-8-bom": "utf-8-sig",
    "utf-16": "utf-16",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "windows-1256": "cp1256",
    "iso-8859-6": "iso8859-6",
}
FORMATS = ("txt", "html", "jsonl", "csv", "parquet", "rss", "atom", "warc")
PACKINGS = ("", ".gz", ".zst")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the matrix."""

    format: str
    encoding: str
    packing: str

    def __str__(self) -> str:
        return f"{self.format}-{self.encoding}{self.packing}"


CELLS = [
    Cell(form, encoding, packing)
    for form in FORMATS
    for encoding in ENCODINGS
    for packing in PACKINGS
    if form != "parquet" or encoding == "utf-8"
]


def pack(data: bytes, packing: str) -> bytes:
    """`data` as a .gz or .zst file holds it."""
    if packing == ".gz":
        return gzip.compress(data)
    return zstandard.ZstdCompressor().compress(data) if packing == ".zst" else data


def page(encoding: str) -> str:
    """The article as an outlet's page: menu, share buttons and footer around it."""
    body = "".join(f"<p>{html.escape(paragraph)}</p>\n" for paragraph in PARAGRAPHS)
    linked = json.dumps({"@type": "NewsArticle", "datePublished": PUBLISHED}, ensure_ascii=True)
    return f"""<!DOCTYPE html><html dir="rtl"><head><meta charset="{encoding}"><title>{TITLE} | {SOURCE}</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="{SOURCE}"><link rel="canonical" href="{URL}">
<script type="application/ld+json">{linked}</script><style>p {{ color: red }}</style></head>
<body><nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/s">رياضة</a></li></ul></nav>
<article><h1>{TITLE}</h1><div class="share-buttons"><a>شارك على فيسبوك</a></div>{body}</article>
<aside><h3>الأكثر قراءة</h3><a href="/x">خبر آخر لا صلة له بالموضوع إطلاقا</a></aside>
<footer><p>هاتف الموقع 01 234 567</p></footer><script>var x = "نص لا يقرأ";</script></body></html>"""


def feed(kind: str, encoding: str) -> str:
    """The article as the only entry of a feed."""
    body = html.escape("".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in PARAGRAPHS))
    if kind == "rss":
        return f"""<?xml version="1.0" encoding="{encoding}"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>{SOURCE}</title><item><title>{TITLE}</title><link>{URL}</link><pubDate>Tue, 01 Jul 2025 09:30:00 +0200</pubDate>
<description>ملخص</description><content:encoded>{body}</content:encoded></item></channel></rss>"""
    return f"""<?xml version="1.0" encoding="{encoding}"?><feed xmlns="http://www.w3.org/2005/Atom"><title>{SOURCE}</title>
<entry><title>{TITLE}</title><link href="{URL}"/><published>{PUBLISHED}</published>
<content type="html">{body}</content></entry></feed>"""


def warc(payload: bytes, encoding: str) -> bytes:
    """A crawl of the page: the request's answer as one WARC record."""
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset={encoding}\r\nContent-Length: {len(payload)}\r\n\r\n".encode()
    block = answer + payload
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {URL}\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    ).encode()
    return head + block + b"\r\n\r\n"


def mhtml(payload: bytes) -> bytes:
    """The page as a browser saves it in one file."""
    page = MIMEApplication(payload)
    page.replace_header("Content-Type", "text/html")
    saved = MIMEMultipart("related")
    saved["Snapshot-Content-Location"] = URL
    saved.attach(page)
    return saved.as_bytes()


def write(cell: Cell, folder: Path) -> Path:
    """Write the article into `folder` as `cell` says; the path of the file that a run reads."""
    codec = ENCODINGS[cell.encoding]
    declared = "utf-16" if cell.encoding.startswith("utf-16") else cell.encoding.removesuffix("-bom")
    record = {"text": TEXT, "title": TITLE, "published_at": PUBLISHED, "source": SOURCE, "url": URL}
    ending = cell.format
    match cell.format:
        case "txt":
            data = TEXT.replace("\n", "\r\n").encode(codec)
            sidecar = {name: value for name, value in record.items() if name != "text"}
            (folder / "article.meta.json").write_text(json.dumps(sidecar), "utf-8")
        case "html":
            data = page(declared).encode(codec)
        case "jsonl":
            data = (json.dumps(record, ensure_ascii=False) + "\n").encode(codec)
        case "csv":
            buffer = io.StringIO()
            writer = csv.DictWriter(buffer, fieldnames=list(record))
            writer.writeheader()
            writer.writerow(record)
            data = buffer.getvalue().encode(codec)
        case "parquet":
            stream = io.BytesIO()
            pl.DataFrame([record]).write_parquet(stream)
            data = stream.getvalue()
        case "warc":
            data = warc(page(declared).encode(codec), declared)
        case "mhtml":
            data = mhtml(page(declared).encode(codec))
        case _:
            data = feed(cell.format, declared).encode(codec)
    path = folder / f"article.{ending}{cell.packing}"
    path.write_bytes(pack(data, cell.packing))
    return path
