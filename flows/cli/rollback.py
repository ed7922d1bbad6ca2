"""`hawliyat rollback`: return to the state before the present one."""

import argparse
from typing import Any

from hawliyat.flows.cli.common import DONE, add_wait, add_warehouse, exit_status, new_run, warehouse_of
from hawliyat.flows.cli.terminal import Piece, Screen
from hawliyat.tasks.load import connect, hold, kept_states, rollback


def add_parser(subparsers: "argparse._SubParsersAction[Any]") -> None:
    """Declare the command."""
    parser = subparsers.add_parser(
        "rollback",
        help="return to the state before the present one",
        description="Return to the state before the present one, which stays beside it as PATH.undone.",
    )
    add_wait(parser)
    add_warehouse(parser)
    parser.set_defaults(execute=execute)


@exit_status
def execute(args: argparse.Namespace) -> int:
    """Go back one state; 1 where none is kept, 4 while another run holds the warehouse."""
    warehouse = warehouse_of(args)
    if not kept_states(warehouse):  # else the present state may be damaged: that is when a person goes back
        connect(warehouse).close()  # before a lock is laid beside nothing
    run = new_run("rollback")
    with hold(warehouse, args.wait, run.run_id):
        rollback(warehouse, run)
    Screen().line(
        Piece(
            f"{warehouse} is back at the state before; the one that it left is {warehouse.name}.undone, "
            f"older ones kept: {len(kept_states(warehouse))}."
        )
    )
    return DONE
