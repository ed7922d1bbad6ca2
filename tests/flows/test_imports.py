"""Imports go one way, the environment is read in one place, and the language modules know no clock."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import hawliyat

ROOT = Path(hawliyat.__file__).resolve().parent
LANGUAGE = ("events", "temporal", "morphology", "segment", "clean")  # each may import those after it
SHARED = {"model", "schema", "tables", "values"}
MODULES = sorted(path for part in ("flows", "tasks") for path in (ROOT / part).rglob("*.py"))
ENVIRONMENT = {"environ", "getenv", "environb", "getenvb", "putenv"}
CLOCK = {"today", "now", "utcnow", "localtime", "gmtime", "time_ns"}
# What the import name does not say of the distribution that brings it.
DISTRIBUTIONS = {"uvicorn": "prefect", "prefect_dask": "prefect-dask", "prefect_ray": "prefect-ray"}


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{_name(path)} line {node.lineno}: imports are absolute"
            module = node.module or ""
            # `from hawliyat.tasks import load` imports a module, `from hawliyat.tasks.load import load` a name of one
            yield from (f"{module}.{alias.name}" for alias in node.names)


def _within(path: Path) -> Iterator[tuple[str, str]]:
    """(layer, module or package) of our own imports: ("tasks", "clean")."""
    for name in _imports(path):
        parts = name.split(".")
        if parts[0] == "hawliyat" and len(parts) > 2:
            yield parts[1], parts[2]


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_imports_go_one_way(path: Path) -> None:
    layer, package = path.relative_to(ROOT).parts[:2]
    for imported_layer, imported in _within(path):
        assert layer == "flows" or imported_layer == "tasks", f"tasks import nothing of {imported_layer}"
        if layer == "tasks" and package in LANGUAGE:
            allowed = {*LANGUAGE[LANGUAGE.index(package) :], *SHARED}
            assert imported in allowed, f"{package} may import {sorted(allowed)}, not {imported}"
        if layer == "tasks" and package == "load":
            assert imported not in LANGUAGE, f"load imports no language module, so not {imported}"


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_only_their_owners_import_prefect_and_duckdb(path: Path) -> None:
    outside = {name.split(".")[0] for name in _imports(path)}
    part = path.relative_to(ROOT).parts
    if part[0] == "tasks" and _name(path) != "tasks/nodes.py":
        assert "prefect" not in outside
    if part[0] == "tasks" and part[1] not in ("load", "ingest"):
        assert "duckdb" not in outside


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_only_the_settings_read_the_environment(path: Path) -> None:
    if _name(path) == "flows/settings.py":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            assert node.attr not in ENVIRONMENT, f"line {node.lineno} reads the environment"


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path.relative_to(ROOT).parts[1] in LANGUAGE], ids=_name
)
def test_language_modules_know_no_clock(path: Path) -> None:
    assert "time" not in set(_imports(path))
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            assert node.func.attr not in CLOCK, f"line {node.lineno} reads the clock"


def test_every_distribution_that_is_imported_is_declared() -> None:
    import sys

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    declared = {
        requirement.split("=")[0].strip().lower()
        for requirement in [*project["dependencies"], *extras["dask"], *extras["ray"]]
    }
    imported = {name.split(".")[0] for path in MODULES for name in _imports(path)}
    outside = imported - set(sys.stdlib_module_names) - {"hawliyat"}
    missing = {name for name in outside if DISTRIBUTIONS.get(name, name).lower() not in declared}
    assert not missing
