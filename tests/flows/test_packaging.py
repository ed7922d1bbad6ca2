"""The wheel holds all that the commands need, and nothing of ours takes a name that others may want."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import hawliyat

ROOT = Path(hawliyat.__file__).resolve().parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built of a copy of the sources, so that no build folder is left in them."""
    copy = tmp_path_factory.mktemp("sources")
    for name in (
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "__init__.py",
        "py.typed",
        "flows",
        "tasks",
        "seeds",
        "warehouse",
    ):
        if (ROOT / name).exists():
            (copy / name).symlink_to(ROOT / name)
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "-q",
            "--no-deps",
            "--no-build-isolation",
            "--no-index",
            "-w",
            out,
            copy,
        ],
        check=True,
        capture_output=True,
    )
    (built,) = out.glob("*.whl")
    return built


def _sources() -> set[str]:
    found = {path for part in ("flows", "tasks") for path in (ROOT / part).rglob("*.py")}
    found |= set((ROOT / "warehouse").rglob("*.sql"))
    found |= {
        path for path in (ROOT / "seeds").rglob("*") if path.is_file() and not path.name.startswith(".")
    }
    return {f"hawliyat/{path.relative_to(ROOT).as_posix()}" for path in found} | {
        "hawliyat/__init__.py",
        "hawliyat/py.typed",
    }


def test_wheel_holds_code_sql_rules_lexicons_and_articles_and_nothing_else(wheel: Path) -> None:
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert names == _sources()


def test_every_package_is_listed() -> None:
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"][
        "packages"
    ]
    folders = {path.parent for part in ("flows", "tasks") for path in (ROOT / part).rglob("*.py")}
    present = {"hawliyat", *(".".join(("hawliyat", *folder.relative_to(ROOT).parts)) for folder in folders)}
    assert present == set(listed)


def test_an_installed_wheel_works_from_any_folder(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", site, wheel],
        check=True,
        capture_output=True,
    )
    # Ahead of the development installation, and with none of the checkout's folders in sight.
    program = (
        f"import sys; sys.path.insert(0, {str(site)!r})\n"
        "import hawliyat, importlib.util as u\n"
        f"assert hawliyat.__file__.startswith({str(site)!r})\n"
        "assert not any(u.find_spec(name) for name in ('flows', 'tasks', 'warehouse', 'seeds'))\n"
        "from hawliyat.tasks.stages import warm_up; warm_up()\n"
        "from hawliyat.flows.settings import read_settings\n"
        "print(read_settings({'HOME': '/nowhere'}).home)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == "/nowhere/.local/state/hawliyat"


def test_locks_pin_everything_with_hashes_and_name_no_host() -> None:
    for path in (ROOT / "requirements.lock", ROOT / ".ci" / "uv.lock"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"://|--index|--find-links|file:|@ ", text)
        requirements = re.findall(r"^(\S.*?)(?= \\$|$)", re.sub(r"(?m)^\s*#.*$", "", text), re.MULTILINE)
        assert requirements
        for requirement in requirements:
            assert re.match(r"[A-Za-z0-9._-]+(\[[a-z,]+\])?==\S+( ; .*)?$", requirement), requirement
        assert text.count("--hash=sha256:") >= len(requirements)


def test_lock_has_what_the_project_declares() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    locked = set(
        re.findall(
            r"^([a-z0-9._-]+==[^\s\\;]+)", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE
        )
    )
    declared = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    exact = {requirement.split(" ")[0].lower() for requirement in declared if "*" not in requirement}
    assert exact <= locked
