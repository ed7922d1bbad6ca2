"""Where things lie, and which Prefect server is meant, by the environment."""

from pathlib import Path

import pytest

from hawliyat.flows import settings
from hawliyat.flows.settings import SettingsError, read_settings


def test_a_checkout_keeps_its_own_home_and_warehouse(tmp_path: Path) -> None:
    own = read_settings({"HOME": str(tmp_path)})
    assert own.home == settings.PACKAGE / ".hawliyat"
    assert own.warehouse == settings.PACKAGE / "warehouse" / "hawliyat.duckdb"
    assert own.prefect_api_url is None


def test_an_installed_copy_keeps_state_with_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "PACKAGE", tmp_path / "site-packages" / "hawliyat")
    monkeypatch.chdir(tmp_path)
    assert read_settings({"HOME": "/home/x"}).home == Path("/home/x/.local/state/hawliyat")
    assert read_settings({"HOME": "/home/x", "XDG_STATE_HOME": "/s"}).home == Path("/s/hawliyat")
    assert read_settings({"HOME": "/home/x"}).warehouse == tmp_path / "hawliyat.duckdb"


def test_variables_win() -> None:
    own = read_settings({"HOME": "/home/x", "HAWLIYAT_HOME": "/h", "HAWLIYAT_WAREHOUSE": "/w.duckdb"})
    assert (own.home, own.warehouse) == (Path("/h"), Path("/w.duckdb"))


def test_the_server_of_the_active_profile_is_used(tmp_path: Path) -> None:
    (tmp_path / ".prefect").mkdir()
    profiles = tmp_path / ".prefect" / "profiles.toml"
    profiles.write_text(
        'active = "local"\n[profiles.local]\nPREFECT_API_URL = "http://127.0.0.1:4200/api"\n[profiles.none]\n'
    )
    environment = {"HOME": str(tmp_path)}
    assert read_settings(environment).prefect_api_url == "http://127.0.0.1:4200/api"
    assert read_settings({**environment, "PREFECT_PROFILE": "none"}).prefect_api_url is None
    assert read_settings({**environment, "PREFECT_API_URL": "http://x/api"}).prefect_api_url == "http://x/api"
    profiles.write_text("active = ")
    with pytest.raises(SettingsError, match=r"profiles\.toml"):
        read_settings(environment)
