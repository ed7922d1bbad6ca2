"""`hawliyat forget DOCUMENT_ID`: remove a document and all that was derived of it."""

import argparse
from pathlib import Path
from typing import Any

from hawliyat.flows.cli.common import DONE, add_wait, add_warehouse, exit_status, new_run, warehouse_of
from hawliyat.flows.cli.terminal import Piece, Screen, source
from hawliyat.tasks.load import connect, forget, hold, kept_states
from hawliyat.tasks.load.files import undone_path


def add_parser(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = subparsers.add_parser(
        "forget",
        help="remove a document and all that was derived of it",
        description="Remove a document and all that was derived of it. A run that reads its source again loads it again.",
    )
    parser.add_argument("document_id", metavar="DOCUMENT_ID")
    add_wait(parser)
    add_warehouse(parser)
    parser.set_defaults(execute=execute)


@exit_status
def execute(args: argparse.Namespace) -> int:
    """Forget one document; 1 where there is none of that id, 4 while another run holds the warehouse."""
    warehouse = warehouse_of(args)
    connect(warehouse).close()  # before a lock is laid beside nothing
    run = new_run("forget", document_id=args.document_id)
    with hold(warehouse, args.wait, run.run_id):
        forget(warehouse, args.document_id, run)
    screen = Screen()
    screen.line(Piece("Forgot "), *source(args.document_id), Piece("."))
    older = [*kept_states(warehouse), *filter(Path.exists, [undone_path(warehouse)])]
    if older:
        screen.line(
            Piece("The states kept for a rollback hold it still: delete them where it must be gone for good:")
        )
        for state in older:
            screen.line(Piece(f"    {state}"))
    return DONE
