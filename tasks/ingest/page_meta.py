"""What a page says of itself: JSON-LD first, then meta tags and OpenGraph, then `<time>`; title, outlet, address, date."""

import json
import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from hawliyat.tasks.ingest.dates import parse_written
from hawliyat.tasks.ingest.decode import is_storable
from hawliyat.tasks.ingest.model import FoundDate
from hawliyat.tasks.schema import DateOrigin

_DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published_date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dcterms.date",
    "citation_publication_date",
)
_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report$", re.IGNORECASE)
_CHARSET = re.compile(
    rb"""<(?:meta\b[^>]{0,200}?charset\s*=\s*["']?|\?xml[^>]{0,200}?encoding\s*=\s*["'])([\w-]{3,20})""",
    re.IGNORECASE,
)
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:[\t\n\f\r ]|<!--.*?-->|<\?xml.*?\?>)*"
    rb"<(?:!DOCTYPE HTML|HTML|HEAD|SCRIPT|IFRAME|H1|DIV|FONT|TABLE|A|STYLE|TITLE|B|BODY|BR|P|META|LINK)[\t\n\f\r />]",
    re.IGNORECASE | re.DOTALL,
)
_CDATA = re.compile(r"(?://|/\*)?\s*(?:<!\[CDATA\[|\]\]>)\s*(?:\*/)?")
_DAMAGED_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_TITLE = 500  # code points of a title that are looked at
_NODES = 5000  # values of JSON-LD that are looked at


@dataclass(frozen=True, slots=True)
class PageMeta:
    """Fields of a page; None where it does not say. `dates`: the one that counts first, then others that it gives.

    `body` is JSON-LD's articleBody.
    """

    title: str | None = None
    source_name: str | None = None
    url: str | None = None
    dates: tuple[FoundDate, ...] = ()
    body: str | None = None


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page or a feed declares in its first 4 KiB."""
    found = _CHARSET.search(data, 0, 4096)
    return found[1].decode("ascii") if found else None


def looks_like_html(data: bytes) -> bool:
    """Whether bytes of no stated type begin as a page does: the patterns of the MIME Sniffing standard, in any encoding."""
    return (
        _HTML.match(data[:4096].replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff"))
        is not None
    )


def page_meta(tree: LexborHTMLParser) -> PageMeta:
    """Metadata of a parsed page. Of two dates that contradict each other the first source in this module's order counts."""
    named = _named(tree)
    linked = _json_ld(tree)
    canonical = tree.css_first('link[rel="canonical"]')
    title = tree.css_first("head > title")
    return PageMeta(
        title=_clean(
            linked.title
            or named.get("og:title")
            or named.get("twitter:title")
            or (title.text() if title else None)
        ),
        source_name=_clean(named.get("og:site_name") or linked.source_name or named.get("application-name")),
        url=_address(
            (canonical.attributes.get("href") if canonical else None) or named.get("og:url") or linked.url
        ),
        dates=tuple(each for each in (*linked.dates, _first_date(named), _time_element(tree)) if each),
        body=linked.body,
    )


def page_title(tree: LexborHTMLParser) -> str | None:
    """The words of the `<title>`, which often end with the outlet's name."""
    title = tree.css_first("head > title")
    return _clean(title.text()[:_TITLE]) if title else None


def page_date(value: str) -> FoundDate | None:
    """A date as pages write it, by a standard or in figures or words."""
    return parse_written(value, DateOrigin.PAGE)


def _named(tree: LexborHTMLParser) -> dict[str, str]:
    """Meta tags by name, property or itemprop in lower case; the first of a name counts."""
    named: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = attributes.get("content")
        if name and content and content.strip():
            named.setdefault(name.strip().lower(), content.strip())
    return named


def _first_date(named: dict[str, str]) -> FoundDate | None:
    return next((found for name in _DATE_NAMES if name in named and (found := page_date(named[name]))), None)


def _time_element(tree: LexborHTMLParser) -> FoundDate | None:
    """The date of a `<time>`: one that says it is the publication's, or one in or before the article's heading."""
    for query in (
        'time[itemprop="datePublished"]',
        "time[pubdate]",
        "time.published",
        "time.entry-date",
        "header time",
        "article time",
    ):
        for node in tree.css(query)[:3]:
            if (found := page_date(node.attributes.get("datetime") or node.text())) is not None:
                return found
    every = tree.css("time[datetime]") or tree.css("time")
    return page_date(every[0].attributes.get("datetime") or every[0].text()) if len(every) == 1 else None


def _json_ld(tree: LexborHTMLParser) -> PageMeta:
    damaged: FoundDate | None = None  # of a script that is no JSON, as a comma too many makes it
    for script in tree.css('script[type="application/ld+json"]')[:20]:
        source = _CDATA.sub("", script.text())
        try:
            value: object = json.loads(source, strict=False)
        except (ValueError, RecursionError):
            if damaged is None and (match := _DAMAGED_DATE.search(source)) is not None:
                damaged = page_date(match[1])
            continue
        for entry in _objects(value):
            kind = entry.get("@type")
            kinds = kind if isinstance(kind, list) else [kind]
            if any(isinstance(each, str) and _ARTICLE_TYPES.search(each) for each in kinds):
                published = entry.get("datePublished")
                return PageMeta(
                    title=_text(entry.get("headline")) or _text(entry.get("name")),
                    source_name=_name(entry.get("publisher")),
                    url=_text(entry.get("url")) or _text(entry.get("mainEntityOfPage")),
                    dates=(found,) if isinstance(published, str) and (found := page_date(published)) else (),
                    body=_text(entry.get("articleBody")),
                )
    return PageMeta(dates=(damaged,) if damaged else ())


def _objects(value: object) -> list[dict[str, object]]:
    """The objects of a JSON value, outer before inner, breadth first."""
    queue: list[object] = [value]
    found: list[dict[str, object]] = []
    for each in queue:
        if len(queue) > _NODES:
            break
        if isinstance(each, dict):
            found.append(each)
            queue.extend(inner for inner in each.values() if isinstance(inner, (dict, list)))
        elif isinstance(each, list):
            queue.extend(inner for inner in each if isinstance(inner, (dict, list)))
    return found


def _text(value: object) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id")
    return value if isinstance(value, str) and value.strip() else None


def _name(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _clean(value: str | None) -> str | None:
    text = " ".join((value or "").split())
    return text if text and is_storable(text) else None


def _address(value: str | None) -> str | None:
    text = (value or "").strip()
    return (
        text if text.startswith(("http://", "https://")) and is_storable(text) and len(text) < 4000 else None
    )
