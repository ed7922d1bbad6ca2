"""The sample articles, run once for all tests of the README."""

import pytest

from hawliyat.tests.readme.sandbox import Sandbox


@pytest.fixture(scope="session")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Sandbox:
    """The real command line over `seeds/articles/`, in a folder of its own."""
    return Sandbox(tmp_path_factory.mktemp("readme"))
