"""The checks of warehouse/checks: each returns the rows that break it."""

import duckdb

from hawliyat.tasks.load.errors import Offence
from hawliyat.tasks.load.sql import execute, scripts

ROWS_SHOWN = 20


def offences(connection: duckdb.DuckDBPyConnection) -> list[Offence]:
    """The first rows of every check that fails; none where all pass.

    The connection has the temporary tables checked_documents and checked_runs: what a run changed, or (merge/check_all)
    everything.
    """
    found: list[Offence] = []
    for name in scripts("checks"):
        result = execute(connection, name)
        columns = tuple(column[0] for column in result.description or ())
        for row in result.fetchmany(ROWS_SHOWN):
            found.append(Offence(name.removeprefix("checks/"), columns, tuple(str(value) for value in row)))
    return found
