"""`NAME.meta.json` beside `NAME.txt` or `NAME.html`: the optional fields of a record. Only that one path is ever opened."""

import os
from pathlib import Path

from hawliyat.tasks.ingest.decode import decode
from hawliyat.tasks.ingest.fields import with_metadata
from hawliyat.tasks.ingest.jsonl import parse_object
from hawliyat.tasks.ingest.model import Article, IngestError, Source
from hawliyat.tasks.ingest.packed import whole
from hawliyat.tasks.schema import Reason

SUFFIX = ".meta.json"


def sidecar_path(source: Source) -> Path:
    """Where the sidecar of a text or page would be, packed or not."""
    name = source.path.name
    if source.compression:
        name = name.rsplit(".", 1)[0]
    return source.path.with_name(name.rsplit(".", 1)[0] + SUFFIX)


def with_sidecar(article: Article, source: Source) -> Article:
    """`article` with its sidecar's fields, unchanged without one or with an empty one.

    Raises IngestError malformed_record where the sidecar is no JSON object.
    """
    path = sidecar_path(source)
    if not os.path.isfile(path):  # noqa: PTH113 -- Path.is_file() raises where the longer name is too long for the disk
        return article
    try:
        text = decode(whole(Source(path, path.name, "json"), source.limits.sidecar))
        if not text.strip():
            return article
        return with_metadata(article, parse_object(text))
    except IngestError as error:
        reason = Reason.UNREADABLE if error.reason is Reason.UNREADABLE else Reason.MALFORMED_RECORD
        raise IngestError(reason, f"its sidecar {path.name}: {error.detail}") from error
