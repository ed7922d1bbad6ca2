"""Pages in the manner of many outlets, with what stands around their articles: exactly the article is left to be mined.

`NAME.txt` beside `NAME.html` is the article. Lines that are marked as boilerplate or as a repeat may stand in the text.
"""

from pathlib import Path

import pytest

from hawliyat.tasks.ingest.read import read_shard
from hawliyat.tasks.schema import SentenceKind
from hawliyat.tasks.segment import segment
from hawliyat.tests.ingest.helpers import only

PAGES = sorted((Path(__file__).parents[1] / "corpus" / "pages").glob("*.html"))
UNREAD = (SentenceKind.BOILERPLATE, SentenceKind.DUPLICATE)


def mined_lines(text: str) -> list[str]:
    """The lines of a text of which something is mined."""
    lines: dict[int, list[str]] = {}
    for sentence in segment(text):
        if sentence.kind not in UNREAD:
            lines.setdefault(sentence.paragraph, []).append(text[sentence.start : sentence.end])
    return [" ".join(parts) for parts in lines.values()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_exactly_the_article_is_read(page: Path) -> None:
    document = only(read_shard([page], page.parent).documents)
    assert mined_lines(str(document["text"])) == page.with_suffix(".txt").read_text("utf-8").splitlines()


def test_there_are_many() -> None:
    assert len(PAGES) >= 15
