"""The statements of warehouse/: read once per process, executed with bound values."""

from functools import cache
from pathlib import Path

import duckdb

WAREHOUSE_SQL = Path(__file__).resolve().parents[2] / "warehouse"


@cache
def script(name: str) -> str:
    """The text of `warehouse/NAME.sql`."""
    return (WAREHOUSE_SQL / f"{name}.sql").read_text(encoding="utf-8")


@cache
def scripts(folder: str) -> tuple[str, ...]:
    """The names of all scripts of `warehouse/FOLDER/`, in order, as `script` takes them."""
    return tuple(f"{folder}/{path.stem}" for path in sorted((WAREHOUSE_SQL / folder).glob("*.sql")))


def execute(
    connection: duckdb.DuckDBPyConnection, name: str, /, **values: object
) -> duckdb.DuckDBPyConnection:
    """Execute every statement of a script, each with those `values` that it names; the last one's result is open."""
    for statement in connection.extract_statements(script(name)):
        connection.execute(statement, {key: values[key] for key in statement.named_parameters})
    return connection
