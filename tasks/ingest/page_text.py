"""The main text of a page as lines: headline first, one line for each block, menus and their kin left out.

The tree is selectolax's (Lexbor, HTML5 rules); which part of it is the article is decided here, in the manner of
Readability: paragraphs of running text vote for the elements around them. Walks are loops, not recursions, so that a
deep page costs time in proportion to its size.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

KEPT = 40  # elements around a line that are remembered
DEEPEST = 5000  # open elements at once; browsers stop at 512, and Lexbor's cost grows with the square
_DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "form",
        "button",
        "input",
        "select",
        "textarea",
        "nav",
        "aside",
        "footer",
        "dialog",
        "canvas",
        "audio",
        "video",
        "figcaption",
        "menu",
        "head",
        "title",
    ]
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    ]
)
_UNWANTED = re.compile(
    r"(?:^|[\s_-])(?:comments?|respond|share|sharing|social|related|sidebar|breadcrumbs?|menu|nav|navbar|navigation|cookies?|consent"
    r"|newsletter|subscribe|promo|advert(?:isement)?|ads?|banner|footer|popup|modal|widget|recommend(?:ed|ations)?|tags|pagination"
    r"|most-read|trending|skip-link|screen-reader-text|hidden)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BODY_HINTS = ('[itemprop="articleBody"]', "article", "main", '[role="main"]')
_SPACE = re.compile(r"[ \t\n\r\f]+")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "td",
        "th",
        "tr",
        "option",
        "dt",
        "dd",
        "b",
        "i",
        "u",
        "a",
        "em",
    ]
)
_SKIPPED = re.compile(
    r"<(script|style|noscript|template)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL
)


@dataclass(slots=True)
class _Block:
    """One line of the page: its text, how much of it is links, the tag and the elements around it."""

    parts: list[str] = field(default_factory=list)
    linked: int = 0
    tag: str = ""
    parents: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        return _SPACE.sub(" ", "".join(self.parts)).strip(" ")


def too_deep(html: str) -> bool:
    """Whether more elements stand open at once than any page needs; a linear look at the tags before parsing."""
    depth = 0
    for closing, name, selfclosed in _TAG.findall(html):
        if selfclosed or name.lower() in _VOID:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        if depth > DEEPEST:
            return True
    return html.count("<") > 2_000_000


def flat_text(html: str) -> str:
    """The text of a page that is too deep to parse: tags become line breaks or nothing."""
    bare = _SKIPPED.sub("\n", html)
    lined = re.sub(
        r"</?(?:p|div|br|li|h[1-6]|tr|section|article|blockquote)\b[^<>]*>", "\n", bare, flags=re.IGNORECASE
    )
    plain = LexborHTMLParser(re.sub(r"<[^<>]*>", "", lined).replace("<", "&lt;")).text()
    return "\n".join(line for part in plain.split("\n") if (line := _SPACE.sub(" ", part).strip(" ")))


def main_text(tree: LexborHTMLParser) -> tuple[str, str | None]:
    """(lines of the article joined by line breaks, its first-level heading or None)."""
    root = tree.body or tree.root
    if root is None:
        return "", None
    blocks = _blocks(root)
    if not blocks:
        return "", None
    heading = next((block.text for block in blocks if block.tag == "h1"), None)
    container = _container(tree, blocks)
    chosen = [block for block in blocks if container is None or container in block.parents]
    lines = [block.text for block in chosen]
    if heading is not None and heading not in lines[:3]:
        lines.insert(0, heading)
    return "\n".join(lines), heading


def fragment_text(html: str) -> str:
    """The text of a piece of HTML (a feed's content) as lines, nothing chosen among them."""
    if "<" not in html and "&" not in html:
        return html
    if too_deep(html):
        return flat_text(html)
    root = LexborHTMLParser(html).body
    return "" if root is None else "\n".join(block.text for block in _blocks(root))


def _unwanted(node: LexborNode, tag: str) -> bool:
    if tag in _DROPPED:
        return True
    if tag in ("html", "body", "main", "article", "p", "h1"):
        return False
    attributes = node.attributes
    if not attributes:
        return False
    if (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or attributes.get("role") in ("navigation", "banner")
    ):
        return True
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return (
        names != " "
        and len(names) < 500
        and _UNWANTED.search(names) is not None
        and node.css_first("h1") is None
    )


def _blocks(root: LexborNode) -> list[_Block]:
    """Lines below `root` in document order, none empty. Parents are the ids of the elements around a line, outermost first."""
    blocks: list[_Block] = []
    current = _Block()
    path: list[int] = []
    links = 0

    def flush(tag: str) -> None:
        nonlocal current
        if current.text:
            current.tag = current.tag or tag
            current.parents = tuple(path[-KEPT:])
            blocks.append(current)
        current = _Block()

    node: LexborNode | None = root
    while node is not None:
        tag = node.tag or ""
        descend = False
        if node.is_text_node:
            words = node.text_content or ""
            current.parts.append(words)
            if links:
                current.linked += len(words)
        elif node.is_element_node:
            descend = not _unwanted(node, tag)
            if tag == "br":
                flush("p")
                descend = False
            elif tag in ("td", "th"):
                current.parts.append(" ")
            if descend:
                if tag in _BLOCKS:
                    flush("p")
                    current.tag = tag if tag[0] == "h" and len(tag) == 2 else ""
                links += tag == "a"
                path.append(node.mem_id)
        child = node.first_child if descend else None
        if child is not None:
            node = child
            continue
        if descend:
            links -= _leave(tag, path, flush)
        while node is not None and node.mem_id != root.mem_id and node.next is None:
            node = node.parent
            if node is not None:
                links -= _leave(node.tag or "", path, flush)
        if node is None or node.mem_id == root.mem_id:
            break
        node = node.next
    flush("p")
    return blocks


def _leave(tag: str, path: list[int], flush: Callable[[str], None]) -> bool:
    """Close an element: its line ends if it is a block. Returns whether it was a link."""
    if tag in _BLOCKS:
        flush(tag)
    if path:
        path.pop()
    return tag == "a"


def _container(tree: LexborHTMLParser, blocks: list[_Block]) -> int | None:
    """The id of the element that holds the article, None for the whole page."""
    scores: dict[int, float] = {}
    total = 0.0
    for block in blocks:
        length = len(block.text) - block.linked
        if length < 40 or block.linked > length:
            continue
        total += length
        for distance, parent in enumerate(
            reversed(block.parents[:-1] if len(block.parents) > 1 else block.parents)
        ):
            scores[parent] = scores.get(parent, 0.0) + length / (1 + distance * 0.6)
            if distance >= 3:
                break
    if not scores:
        return None
    for hint in _BODY_HINTS:
        found = tree.css(hint)
        if len(found) == 1 and _held(found[0].mem_id, blocks) >= 0.5 * total:
            return found[0].mem_id
    best = max(scores, key=lambda each: scores[each])
    return best if _held(best, blocks) >= 0.4 * total else None


def _held(element: int, blocks: list[_Block]) -> int:
    return sum(
        len(block.text) - block.linked
        for block in blocks
        if element in block.parents and len(block.text) >= 40
    )
