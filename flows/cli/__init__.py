"""The command line `hawliyat`: one module a command, each with `add_parser(subparsers)` and `execute(args)`."""

import argparse
import atexit
import importlib
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, NoReturn

import hawliyat

COMMANDS = (
    "run",
    "timeline",
    "explain",
    "tag",
    "serve",
    "status",
    "quarantine",
    "forget",
    "rollback",
    "export",
)
_WRONG_USAGE = 2
_INTERRUPTED = 130
_TERMINATED = 143


class _Terminated(BaseException):
    """SIGTERM has come: what is under way is unwound as for an interrupt, so that locks, pools and the API are let go."""


class _Parser(argparse.ArgumentParser):
    """Wrong usage is told in one line."""

    def error(self, message: str) -> NoReturn:
        one_line = " ".join(message.split())
        print(f"{self.prog}: {one_line} (see {self.prog} --help)", file=sys.stderr)
        raise SystemExit(_WRONG_USAGE)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit status by the contract."""
    _speak_utf8()
    args = _parser(arguments).parse_args(arguments)
    try:
        with _unwound_by_sigterm():
            status: int = args.execute(args)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of a pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("hawliyat: interrupted", file=sys.stderr)
        return _INTERRUPTED
    except _Terminated:
        print("hawliyat: terminated", file=sys.stderr)
        return _TERMINATED
    return status


@contextmanager
def _unwound_by_sigterm() -> Iterator[None]:
    def terminate(*_: object) -> NoReturn:
        raise _Terminated

    if threading.current_thread() is not threading.main_thread():  # signals come to the main thread alone
        yield
        return
    before = signal.signal(signal.SIGTERM, terminate)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def console() -> NoReturn:
    """The console script: run a command and leave.

    By now all files, connections, pools and the API are closed. Python would go on to take apart the thousands of
    classes of Prefect one by one, which is most of a second to a user who waits for the prompt.
    """
    try:
        status = main()
    except SystemExit as error:  # usage errors and --help
        status = error.code if isinstance(error.code, int) else 1
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    # All is said: of a run that was stopped, threads that go on would report an API that is gone.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    atexit._run_exitfuncs()  # the tracker of semaphores waits for its own
    os._exit(status)


def _parser(arguments: Sequence[str] | None) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="hawliyat", description="Raw Arabic news in, a timeline of dated events in DuckDB out."
    )
    parser.add_argument("--version", action="version", version=f"hawliyat {hawliyat.__version__}")
    subparsers: Any = parser.add_subparsers(metavar="COMMAND", required=True)
    given = list(sys.argv[1:] if arguments is None else arguments)
    # A command that is named needs no other's imports; help and typing errors list them all.
    named = given[:1] if given and given[0] in COMMANDS else COMMANDS
    for name in named:
        importlib.import_module(f"hawliyat.flows.cli.{name}").add_parser(subparsers)
    return parser


def _speak_utf8() -> None:
    """Arabic goes out as UTF-8 whatever the locale says; what cannot be encoded (a file name's stray byte) is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
