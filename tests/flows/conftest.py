"""One Prefect API for all tests of the flow, and a folder of tiny articles."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hawliyat.flows.orchestrator import prefect_api
from hawliyat.flows.settings import Settings, force_variables, read_settings

CALL = """الوزير يبحث الملف مع نظيره

أجرى وزير الخارجية المصري اتصالا هاتفيا مع نظيره الأردني يوم 3 مايو 2025. وزار الوزير بيروت في سبتمبر 2024.
"""
FLOOD = """فيضانات في الجنوب

ضربت فيضانات مدينة سوسة أمس، وأعلنت الحكومة التونسية حالة الطوارئ يوم الثلاثاء.
"""


@pytest.fixture(scope="session")
def prefect(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """The API in a thread of this process, over a database of its own; commands find it as a running server."""
    # The user's own server and profile are no business of a test.
    home = tmp_path_factory.mktemp("home")
    own = read_settings({"HAWLIYAT_HOME": str(home), "HOME": str(home)})
    force_variables({"HAWLIYAT_HOME": str(home)})
    with prefect_api(own, lambda line: None):
        yield own


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with two articles, one of them dated by a sidecar, and a file of another kind."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "call.txt").write_text(CALL, encoding="utf-8")
    (folder / "flood.txt").write_text(FLOOD, encoding="utf-8")
    (folder / "flood.meta.json").write_text('{"published_at": "2025-05-08"}', encoding="utf-8")
    (folder / "notes.doc").write_bytes(b"\0")
    return folder
