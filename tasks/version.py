"""Which extractor this is: code, lexicon and rules together."""

import hashlib
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_CODE = ("clean", "segment", "morphology", "temporal", "events")
_DATA = ("lexicon", "rules", "gazetteer")


@cache
def extractor_version() -> str:
    """12 hex digits of BLAKE2b over every file that decides what a text yields; the same on every machine.

    Documents keep the one that derived their rows; where it differs from the present one, `--reprocess` is due.
    """
    files = [
        _PACKAGE / "tasks" / "model.py",
        _PACKAGE / "tasks" / "schema.py",
        *(path for name in _CODE for path in (_PACKAGE / "tasks" / name).rglob("*.py")),
        *(path for name in _DATA for path in (_PACKAGE / "seeds" / name).rglob("*.tsv")),
    ]
    digest = hashlib.blake2b(digest_size=6)
    for path in sorted(files, key=lambda path: path.relative_to(_PACKAGE).as_posix()):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{path.relative_to(_PACKAGE).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
