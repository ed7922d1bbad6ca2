"""What goes into each kind of generated region."""

import shlex
from collections.abc import Callable

from hawliyat.tasks.load.sql import script
from hawliyat.tests.readme import accuracy
from hawliyat.tests.readme.regions import ROOT, Region
from hawliyat.tests.readme.render import fenced, table
from hawliyat.tests.readme.sandbox import CommandError, Sandbox

# Kinds whose figures may drift by a hundredth before the README is wrong.
MEASURES: dict[str, Callable[[], str]] = {
    "accuracy-segment": accuracy.boundaries,
    "accuracy-time": accuracy.time_expressions,
    "accuracy-phrases": accuracy.phrases_read,
    "accuracy-timex-types": accuracy.timex_types,
    "accuracy-events": accuracy.events,
    "accuracy-classes": accuracy.event_classes,
    "accuracy-status": accuracy.event_statuses,
    "accuracy-undated": accuracy.undated,
}

# Filled on request only: what it says is of one machine and one moment.
BENCH = "bench"


def make(region: Region, sandbox: Sandbox) -> str:
    """The body that a region should have.

    Raises:
        CommandError: a command failed, or the region asks for what nobody makes.
    """
    if region.kind in MEASURES:
        return MEASURES[region.kind]()
    if region.kind == BENCH:
        return fenced("text", sandbox.bench())
    makers: dict[str, Callable[[Region, Sandbox], str]] = {
        "console": _console,
        "output": _output,
        "query": _query,
        "explain": _explain,
        "tables": _tables,
        "columns": _columns,
        "data": lambda region, sandbox: _data(),
    }
    if region.kind not in makers:
        raise CommandError(
            f"{region.kind!r} is no kind of region; allowed: {', '.join([*makers, *MEASURES])}."
        )
    return makers[region.kind](region, sandbox)


def _console(region: Region, sandbox: Sandbox) -> str:
    """The commands of the region's own fence, each followed by what it prints."""
    commands = [line[2:] for line in region.body.splitlines() if line.startswith("$ ")]
    return fenced("console", "\n".join(f"$ {line}\n{sandbox.console(line).rstrip()}\n" for line in commands))


def _output(region: Region, sandbox: Sandbox) -> str:
    """What the query or snippet above gives."""
    if region.above is None:
        raise CommandError("An output region stands under no fence of code.")
    if region.above.language == "sql":
        return table(*sandbox.sql(region.above.code))
    if region.above.language == "python":
        return fenced("text", sandbox.python(region.above.code))
    raise CommandError(f"Nothing runs {region.above.language}; sql and python do.")


def _query(region: Region, sandbox: Sandbox) -> str:
    """A query of `warehouse/queries/` with its answer."""
    query = script(f"queries/{region.argument}")
    question, _, code = query.partition("\n")
    return f"**{question.removeprefix('-- ')}**\n\n```sql\n{code.strip()}\n```\n\n" + table(
        *sandbox.sql(query)
    )


def _explain(region: Region, sandbox: Sandbox) -> str:
    """`hawliyat explain` of the event of a document with a trigger; its id follows the rules, so it is looked up."""
    document, trigger = shlex.split(region.argument)
    _, rows = sandbox.sql(
        "select event_id from timeline where document_id = "
        f"{_quoted(document)} and trigger = {_quoted(trigger)} order by sentence_index, event_id"
    )
    if not rows:
        raise CommandError(
            f"No event of {document} has the trigger {trigger!r}: choose another one to explain."
        )
    command = f"hawliyat explain {rows[0][0]}"
    return fenced("console", f"$ {command}\n{sandbox.console(command)}")


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _tables(region: Region, sandbox: Sandbox) -> str:
    """Tables, views and macros with their comments."""
    _, rows = sandbox.sql(
        """
        select 'table' as kind, table_name, comment, 1 as part from duckdb_tables() where not internal
        union all
        select 'view', view_name, comment, 2 from duckdb_views() where not internal
        union all
        select 'macro', function_name || '(' || array_to_string(parameters, ', ') || ')', any_value(comment), 3
        from duckdb_functions()
        where not internal
        group by all
        order by part, table_name
        """
    )
    return table(
        ["", "name", "what it holds"], [(kind, _code(name), comment) for kind, name, comment, _ in rows]
    )


def _columns(region: Region, sandbox: Sandbox) -> str:
    """The columns of a table or view with their types and comments."""
    _, rows = sandbox.sql(
        "select column_name, data_type, comment from duckdb_columns() "
        f"where table_name = {_quoted(region.argument)} order by column_index"
    )
    return table(
        ["column", "type", "meaning"], [(_code(name), kind, comment) for name, kind, comment in rows]
    )


def _data() -> str:
    """The files of lexicons, rules and gazetteers: how many rows, and where they are from."""
    rows = []
    for folder in ("lexicon", "rules", "gazetteer"):
        for path in sorted((ROOT / "seeds" / folder).glob("*.tsv")):
            lines = path.read_text(encoding="utf-8").splitlines()
            comments = [line.removeprefix("# ") for line in lines if line.startswith("# ")]
            sources = [line.removeprefix("Source: ") for line in comments if line.startswith("Source: ")]
            filled = [line for line in lines if line.strip() and not line.startswith("#")]
            rows.append(
                (
                    f"`seeds/{folder}/{path.name}`",
                    _about(len(filled) - 1),
                    sources[0] if sources else "our own; Apache-2.0",
                )
            )
    return table(["file", "rows, about", "source and licence"], rows)


def _about(count: int) -> int:
    """Rounded down to its first digit and, of large counts, half of it: a new row is no reason to rewrite the README."""
    step = 10 ** (len(str(count)) - 1)
    return count // (step // 2 or 1) * (step // 2 or 1)


def _code(name: object) -> str:
    return f"`{name}`"
