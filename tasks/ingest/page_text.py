"""The main text of a page as lines: headline first, one line for each block, menus and their kin left out.

The tree is selectolax's (Lexbor, HTML5 rules); which part of it is the article is decided here, in the manner of
Readability: paragraphs of running text vote for the elements around them. Walks are loops, not recursions, so that a
deep page costs time in proportion to its size.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from hawliyat.tasks.clean.boilerplate import heads_list

KEPT = 40  # elements around a line that are remembered; deeper ones are not judged by their class
DEEPEST = 5000  # open elements at once; browsers stop at 512, and Lexbor's cost grows with the square


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_DROPPED = _names(
    "script style noscript template svg math iframe object embed button input select textarea nav aside footer dialog canvas"
    " audio video figcaption menu head title"
)
_BLOCKS = _names(
    "address article blockquote body center dd details div dl dt fieldset figure form h1 h2 h3 h4 h5 h6 header hr html li main"
    " ol p pre section summary table tbody td tfoot th thead tr ul"
)
_WHOLE = _names("html body main article p h1")  # never dropped for a class name
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:comments?|respond|share|sharing|related|breadcrumbs?|cookies?|consent|newsletter|subscribe|pagination|tags"
    r"|recommend(?:ed|ations)?|most-read|trending|skip-link|screen-reader-text)(?:$|[\s_-])",
    re.IGNORECASE,
)
# Names that layouts also give to what stands around the article: they count only on elements with little text.
_LAYOUT = re.compile(
    r"(?:^|[\s_-])(?:social|sidebar|menu|nav|navbar|navigation|promo|advert(?:isement)?|ads?|banner|footer|popup|modal|widget"
    r"|hidden)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LITTLE = 200  # code points outside of links
# Who wrote it and when stands beside the article, not in it: such names count on elements of a line or so.
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:byline|author|authors|writer|meta|timestamp|date|pubdate|post-date|reading-time|kicker|caption|caption-text|photo-credit)(?:$|[\s_-])",
    re.IGNORECASE,
)
_A_LINE = 120  # code points, links included
_LINKED_LINE = 160  # code points of a line that is one link, so that it leads to another article
_BODY_HINTS = ('[itemprop="articleBody"]', "article", "main", '[role="main"]')
_SPACE = re.compile(r"[ \t\n\r\f]+")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
_HEADINGS = _names("h1 h2 h3 h4 h5 h6")
_SECOND = 20  # code points of a second headline at least
_VOID = _names(
    "area base br col embed hr img input link meta source track wbr p li td th tr option dt dd b i u a em"
)
_SKIPPED = re.compile(
    r"<(script|style|noscript|template)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL
)


@dataclass(slots=True)
class _Block:
    """One line of the page: its text, how much of it is links, the elements around it.

    `tag` is the element that the line fills, empty for a line that a `<br>` or an element inside it ended.
    """

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


def main_text(tree: LexborHTMLParser, title: str | None = None) -> tuple[str, str | None]:
    """(lines of the article joined by line breaks, its heading or None). `title` is what the page calls itself."""
    root = tree.body or tree.root
    if root is None:
        return "", None
    blocks = _blocks(root)
    if not blocks:
        return "", None
    heading = next((block.text for block in blocks if block.tag == "h1"), None)
    container = _container(tree, blocks)
    chosen = _without_links([block for block in blocks if container is None or container in block.parents])
    lines = [block.text for block in chosen]
    above = _above(blocks, chosen, title) if chosen else []
    if heading is None and above:
        heading = above[0]
    lines = [line for line in above if line not in lines[:3]] + lines
    return "\n".join(lines), heading


def _above(blocks: list[_Block], chosen: list[_Block], title: str | None) -> list[str]:
    """The headline, and a second headline under it, where they stand above the element that holds the article.

    The headline is the page's `h1`; without one, the last line above the text that the page's title repeats.
    """
    first = next(i for i, block in enumerate(blocks) if block is chosen[0])
    heads = [i for i, block in enumerate(blocks) if block.tag == "h1"][:1]
    if not heads and title:
        parts = {" ".join(part.split()) for part in (title, *re.split(r"\s[|–—-]\s", title))}
        heads = [i for i in range(min(len(blocks), first + 3)) if _is_title(blocks[i], title, parts)][-1:]
    if not heads:
        return []
    (head,) = heads
    second = [
        block.text
        for block in blocks[head + 1 : first]
        if block.tag == "h2" and not block.linked and len(block.text) >= _SECOND
    ]
    return [blocks[head].text, *second[:1]]


def _is_title(block: _Block, title: str, parts: set[str]) -> bool:
    """Whether a line is what the page calls itself, or a heading that is a part of it (`صحيفة :: عنوان`)."""
    if block.linked:
        return False
    text = block.text
    return text in parts or (block.tag in _HEADINGS and len(text) >= _SECOND and text in title)


def _without_links(blocks: list[_Block]) -> list[_Block]:
    """Without lines that are links to other articles, and without the line that announces them (`اقرأ أيضا`)."""
    kept: list[_Block] = []
    for block in blocks:
        text = block.text
        if block.linked < len(text) or len(text) > _LINKED_LINE or block.tag in _HEADINGS:
            kept.append(block)
        elif kept and heads_list(kept[-1].text):
            kept.pop()
    size = sum(len(block.text) for block in blocks)
    return kept if 2 * sum(len(block.text) for block in kept) > size else blocks


def fragment_text(html: str) -> str:
    """The text of a piece of HTML (a feed's content) as lines, nothing chosen among them."""
    if "<" not in html and "&" not in html:
        return html
    if too_deep(html):
        return flat_text(html)
    root = LexborHTMLParser(html).body
    return "" if root is None else "\n".join(block.text for block in _blocks(root))


def _unwanted(node: LexborNode, tag: str, depth: int, headed: bool) -> bool:
    if tag in _DROPPED:
        return True
    if tag in _WHOLE:
        return False
    if tag == "time":  # a date line of its own, not a word of a paragraph
        return node.parent is None or node.parent.tag not in ("p", "span", "b", "strong", "em", "a")
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
    if names == " " or len(names) > 500 or depth > KEPT:
        return False
    if _BYLINE.search(names) is not None and len(node.text()) <= _A_LINE:
        return node.css_first("h1, h2, h3") is None
    if _ASIDE.search(names) is None and (_LAYOUT.search(names) is None or _own_text(node) > _LITTLE):
        return False
    if node.css_first('h1, [itemprop="articleBody"]') is not None:
        return False
    # Cards of other articles are articles too; where the page's heading stands elsewhere, so does its article.
    return node.css_first("article") is None or headed


def _own_text(node: LexborNode) -> int:
    return len(node.text()) - sum(len(link.text()) for link in node.css("a"))


def _blocks(root: LexborNode) -> list[_Block]:
    """Lines below `root` in document order, none empty. Parents are the ids of the elements around a line, outermost first."""
    blocks: list[_Block] = []
    current = _Block()
    path: list[int] = []
    links = preformatted = 0  # elements of the kind that are open
    headed = root.css_first("h1") is not None

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
            for number, line in enumerate(words.split("\n") if preformatted else (words,)):
                if number:
                    flush("")
                current.parts.append(line)
                if links:
                    current.linked += len(line)
        elif node.is_element_node:
            descend = not _unwanted(node, tag, len(path), headed)
            if tag == "br":
                flush("")
                descend = False
            if descend:
                if tag in _BLOCKS:
                    flush("")
                    current.tag = tag if tag[0] == "h" and len(tag) == 2 else ""
                links += tag == "a"
                preformatted += tag == "pre"
                path.append(node.mem_id)
        child = node.first_child if descend else None
        if child is not None:
            node = child
            continue
        if descend:
            links -= _leave(tag, path, flush)
            preformatted -= tag == "pre"
        while node is not None and node.mem_id != root.mem_id and node.next is None:
            node = node.parent
            if node is not None:
                links -= _leave(node.tag or "", path, flush)
                preformatted -= node.tag == "pre"
        if node is None or node.mem_id == root.mem_id:
            break
        node = node.next
    flush("")
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
            reversed(block.parents[:-1] if block.tag and len(block.parents) > 1 else block.parents)
        ):
            scores[parent] = scores.get(parent, 0.0) + length / (1 + distance * 0.6)
            if distance >= 3:
                break
    if not scores:
        return None
    for hint in _BODY_HINTS:
        for found in tree.css(hint)[:20]:
            if _held(found.mem_id, blocks) >= 0.5 * total:
                return found.mem_id
    best = max(scores, key=lambda each: scores[each])
    return best if _held(best, blocks) >= 0.4 * total else None


def _held(element: int, blocks: list[_Block]) -> int:
    return sum(
        len(block.text) - block.linked
        for block in blocks
        if element in block.parents and len(block.text) >= 40
    )
