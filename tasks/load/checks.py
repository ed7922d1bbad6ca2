"""The checks of warehouse/checks: each returns the rows that break it."""

import duckdb

from hawliyat.tasks.load.errors import Offence
from hawliyat.tasks.load.sql import execute, scripts

ROWS_SHOWN = 20


# What a run may write that finds nothing new: its own row, and inputs that it could not use.
_WITHOUT_NEWS = ("checks/closed_sets", "checks/counts", "checks/quarantine_keys")


def offences(connection: duckdb.DuckDBPyConnection, news: bool = True) -> list[Offence]:
    """The first rows of every check that fails; none where all pass.

    Without `news` no document and no row derived of one has changed, and tables that were checked when they were written
    are not read again.

    The connection has the temporary tables checked_documents, checked_entities and checked_runs: what a run changed, or
    (merge/check_all) everything. A state is sound where the last one was and what changed is.
    """
    found: list[Offence] = []
    if news:
        execute(connection, "merge/checked_copies")
    for name in scripts("checks") if news else _WITHOUT_NEWS:
        result = execute(connection, name)
        columns = tuple(column[0] for column in result.description or ())
        for row in result.fetchmany(ROWS_SHOWN):
            found.append(Offence(name.removeprefix("checks/"), columns, tuple(str(value) for value in row)))
    return found
