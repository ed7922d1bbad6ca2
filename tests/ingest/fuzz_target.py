"""What must hold of any input: it ends as documents or in quarantine, the counts reconcile, sentences keep their order."""

from pathlib import Path

from hawliyat.tasks.clean.dateline import read_dateline
from hawliyat.tasks.clean.language import is_arabic
from hawliyat.tasks.ingest.model import Limits
from hawliyat.tasks.ingest.read import read_shard
from hawliyat.tasks.segment import segment
from hawliyat.tasks.segment.split import EDGES

SMALL = Limits(text=20_000, file=100_000, record=20_000, expansion_from=1 << 20)


def check_file(folder: Path, name: str, data: bytes) -> None:
    """Read `data` as the file `name`."""
    path = folder / name
    path.write_bytes(data)
    ingested = read_shard([path], folder, limits=SMALL)
    assert ingested.read == ingested.documents.height + ingested.quarantine.height + ingested.repeated
    for text in ingested.documents["text"]:
        assert 0 < len(text) <= SMALL.text
        check_text(text)


def check_text(text: str) -> None:
    """Segment `text`, read its dateline and its language."""
    is_arabic(text)
    dateline = read_dateline(text)
    assert dateline is None or 0 <= dateline.start < dateline.end <= len(text)
    end = 0
    for sentence in segment(text):
        assert end <= sentence.start < sentence.end <= len(text)
        assert not text[end : sentence.start].strip(EDGES)
        end = sentence.end
    assert not text[end:].strip(EDGES)
