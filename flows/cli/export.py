"""`hawliyat export --parquet DIR`: the tables and the timeline as Parquet files, and what they mean beside them."""

import argparse
import json
from pathlib import Path
from typing import Any

import duckdb

from hawliyat.flows.cli.common import (
    DONE,
    FAILED,
    WRONG_USAGE,
    add_warehouse,
    complain,
    exit_status,
    warehouse_of,
)
from hawliyat.flows.cli.terminal import Piece, Screen
from hawliyat.tasks.load import connect
from hawliyat.tasks.load.sql import execute as execute_sql


def add_parser(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = subparsers.add_parser("export", help="write the tables and the timeline to Parquet files")
    parser.add_argument(
        "--parquet", type=Path, required=True, metavar="DIR", help="folder of the files; made where missing"
    )
    add_warehouse(parser)
    parser.set_defaults(execute=execute)


@exit_status
def execute(args: argparse.Namespace) -> int:
    """Write one file for each table and for the view `timeline`; each appears whole, in the place of an older one.

    `schema.json` keeps the comments of tables and columns, which Parquet files have no place for that other readers show.
    """
    folder: Path = args.parquet
    if folder.exists() and not folder.is_dir():
        return complain(f"--parquet {folder} is no folder", WRONG_USAGE)
    with connect(warehouse_of(args)) as connection:
        tables = sorted(name for (name,) in execute_sql(connection, "reports/table_names").fetchall())
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name in (*tables, "timeline"):
                unfinished = folder / f"{name}.parquet.part"
                _plain(connection.table(name)).write_parquet(str(unfinished), compression="zstd")
                unfinished.replace(folder / f"{name}.parquet")
            unfinished = folder / "schema.json.part"
            unfinished.write_text(_meanings(connection), encoding="utf-8")
            unfinished.replace(folder / "schema.json")
        except OSError as error:
            return complain(f"{folder} cannot be written: {error.strerror}", FAILED)
        except duckdb.Error as error:
            return complain(f"{folder} cannot be written: {str(error).splitlines()[0]}", FAILED)
    Screen().line(
        Piece(
            f"{len(tables) + 1} Parquet files in {folder}: {', '.join((*tables, 'timeline'))}; "
            "what their columns mean is in schema.json."
        )
    )
    return DONE


def _meanings(connection: duckdb.DuckDBPyConnection) -> str:
    described: dict[str, dict[str, Any]] = {}
    rows = execute_sql(connection, "reports/comments").fetchall()
    for table, comment, column, kind, meaning in rows:
        columns = described.setdefault(table, {"comment": comment, "columns": {}})["columns"]
        columns[column] = {"type": "VARCHAR" if kind == "JSON" else kind, "comment": meaning}
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"


def _plain(table: duckdb.DuckDBPyRelation) -> duckdb.DuckDBPyRelation:
    """JSON columns as text: other readers of Parquet take DuckDB's JSON for bytes."""
    columns = (
        duckdb.ColumnExpression(name).cast("varchar").alias(name)
        if kind == "JSON"
        else duckdb.ColumnExpression(name)
        for name, kind in zip(table.columns, table.types, strict=True)
    )
    return table.select(*columns)
