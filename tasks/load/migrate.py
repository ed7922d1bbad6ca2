"""The schema of a warehouse: ordered steps, each recorded; views and macros are laid anew over them."""

from datetime import datetime
from pathlib import Path

import duckdb

from hawliyat.tasks.load.errors import WarehouseError
from hawliyat.tasks.load.sql import execute, scripts

# Views read views, and macros are checked when used: these before those that read them.
_VIEWS_FIRST = ("views/timeline", "views/parties")


def steps() -> tuple[str, ...]:
    """The schema's steps in order; the number that begins a step's name is the version it makes."""
    return scripts("schema")


def version_of(step: str) -> int:
    """The version that a step makes."""
    return int(step.removeprefix("schema/").split("_", 1)[0])


def latest_version() -> int:
    """The version that this code writes."""
    return version_of(steps()[-1])


def version(connection: duckdb.DuckDBPyConnection) -> int:
    """The version of an open warehouse; 0 where it has no tables at all.

    Raises:
        WarehouseError: the file has tables, but not ours.
    """
    names = {name for (name,) in execute(connection, "reports/table_names").fetchall()}
    if not names:
        return 0
    if "schema_migrations" not in names:
        raise WarehouseError("The file is a DuckDB file of other tables, no warehouse of Hawliyat.")
    ((number,),) = execute(connection, "reports/schema_version").fetchall()
    return int(number)


def migrate(connection: duckdb.DuckDBPyConnection, warehouse: Path, at: datetime) -> list[str]:
    """Bring a warehouse to the latest version; the steps that were applied.

    Raises:
        WarehouseError: it was made by newer code, or is no warehouse.
    """
    present = version(connection)
    if present > latest_version():
        raise WarehouseError(
            f"{warehouse} has schema version {present}; this hawliyat writes {latest_version()}: install a newer one."
        )
    applied = [step for step in steps() if version_of(step) > present]
    for step in applied:
        execute(connection, step)
        name = step.removeprefix("schema/")
        execute(connection, "merge/append_migration", version=version_of(step), name=name, applied_at=at)
    others = [view for view in scripts("views") if view not in _VIEWS_FIRST]
    for definition in (*_VIEWS_FIRST, *others, "macros/fold_arabic", *scripts("macros")):
        execute(connection, definition)
    return applied
