"""What the environment decides, read here and nowhere else.

HAWLIYAT_HOME       folder for Prefect's database and for the runs in progress
HAWLIYAT_WAREHOUSE  the warehouse of commands that are given no --warehouse
PREFECT_API_URL     a Prefect server to report to; else the one that the active Prefect profile names; else our own
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
ARTICLES = PACKAGE / "seeds" / "articles"


class SettingsError(Exception):
    """The environment asks for something that cannot be; the message names the variable or file."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Absolute paths; `prefect_api_url` is None where the command brings its own API."""

    home: Path
    warehouse: Path
    prefect_api_url: str | None
    prefect_api_origin: str | None

    @property
    def prefect_home(self) -> Path:
        """Prefect's folder while we bring its API: the database of flow runs lies here."""
        return self.home / "prefect"

    @property
    def runs(self) -> Path:
        """Frames of runs in progress, one folder a run."""
        return self.home / "runs"


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of this process, or of the environment given.

    Raises:
        SettingsError: a Prefect profile cannot be read.
    """
    given = os.environ if environment is None else environment
    url, origin = _prefect_api(given)
    return Settings(_home(given), _warehouse(given), url, origin)


def set_variables(variables: Mapping[str, str]) -> None:
    """Set environment variables for libraries of this process and for its children; what the user set stays."""
    for name, value in variables.items():
        os.environ.setdefault(name, value)


def force_variables(variables: Mapping[str, str]) -> None:
    """Set environment variables for libraries of this process and for its children, over what is there."""
    os.environ.update(variables)


def exempt_from_proxies(*hosts: str) -> None:
    """Let no proxy of the environment stand between this process and the hosts, whatever else is exempt."""
    exempt = [host for host in os.environ.get("NO_PROXY", os.environ.get("no_proxy", "")).split(",") if host]
    joined = ",".join([*exempt, *(host for host in hosts if host not in exempt)])
    force_variables({"NO_PROXY": joined, "no_proxy": joined})


def is_checkout() -> bool:
    """Whether the package runs from its source tree rather than from an installed copy."""
    return (PACKAGE / "pyproject.toml").is_file() and (PACKAGE / "Makefile").is_file()


def _home(given: Mapping[str, str]) -> Path:
    if named := given.get("HAWLIYAT_HOME"):
        return Path(named).expanduser().absolute()
    if is_checkout() and os.access(PACKAGE, os.W_OK):
        return PACKAGE / ".hawliyat"
    state = given.get("XDG_STATE_HOME")
    return (Path(state) if state else _user_home(given) / ".local" / "state") / "hawliyat"


def _warehouse(given: Mapping[str, str]) -> Path:
    if named := given.get("HAWLIYAT_WAREHOUSE"):
        return Path(named).expanduser().absolute()
    if is_checkout() and os.access(PACKAGE, os.W_OK):
        return PACKAGE / "warehouse" / "hawliyat.duckdb"
    return Path.cwd() / "hawliyat.duckdb"


def _user_home(given: Mapping[str, str]) -> Path:
    return Path(given["HOME"]) if given.get("HOME") else Path.home()


def _prefect_api(given: Mapping[str, str]) -> tuple[str | None, str | None]:
    """The API's address, and what names it. Read without importing Prefect, whose settings are fixed at import."""
    if url := given.get("PREFECT_API_URL"):
        return url, "PREFECT_API_URL"
    folder = Path(given.get("PREFECT_HOME") or _user_home(given) / ".prefect").expanduser()
    path = Path(given.get("PREFECT_PROFILES_PATH") or folder / "profiles.toml").expanduser()
    if not path.is_file():
        return None, None
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(f"The Prefect profiles in {path} cannot be read: {error}.") from error
    active = given.get("PREFECT_PROFILE") or content.get("active")
    profile = content.get("profiles", {}).get(active, {})
    url = profile.get("PREFECT_API_URL")
    return (str(url), f"the Prefect profile {active} in {path}") if url else (None, None)
