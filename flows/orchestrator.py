"""Prefect for the length of one command: a server that runs already, or its API in a thread of this process.

Why not Prefect's own ephemeral server: it imports the server a second time in a subprocess, and a first start that has
to migrate its database outlasts the time it allows itself. Here one process imports once, the database is migrated once
(at set-up, or by the first run), and the API stops only after the last record has reached the database.

`python -m hawliyat.flows.orchestrator` prepares the database ahead of the first run.
"""

import asyncio
import fcntl
import gc
import importlib
import socket
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from hawliyat.flows.settings import (
    Settings,
    SettingsError,
    exempt_from_proxies,
    force_variables,
    read_settings,
    set_variables,
)

if TYPE_CHECKING:
    import uvicorn

_START_SECONDS = 60.0
_DRAIN_SECONDS = 30.0
_ANSWER_SECONDS = 5.0

Say = Callable[[str], None]


class OrchestratorError(Exception):
    """Prefect cannot be had; the message says what was tried and what to do."""


@contextmanager
def prefect_api(settings: Settings, say: Say) -> Iterator[None]:
    """Prefect's API while the block runs; import Prefect only inside: it reads its settings once, at import.

    Args:
        settings: names the server to use, or the folder of our own database.
        say: takes a line for the user, where something takes long.

    Raises:
        OrchestratorError: the server named does not answer, or our own cannot start.
    """
    set_variables(_quiet())
    if settings.prefect_api_url:
        _require_answer(settings.prefect_api_url, settings.prefect_api_origin or "")
        try:
            yield
        finally:
            drain_client()
    else:
        with _own_api(settings, say):
            yield


def prepare(settings: Settings, say: Say) -> None:
    """Make or migrate Prefect's database in our home, once; of two processes at a time the second finds it done.

    Raises:
        OrchestratorError: the folder cannot be written, or the database there cannot be migrated.
    """
    if _is_prepared(settings):
        return
    force_variables(own_environment(settings, port=0))
    migrate_once(settings, say)


def _quiet() -> dict[str, str]:
    """Nothing to anybody's statistics, and no line of Prefect's on the terminal: the API gets the logs."""
    return {
        "DO_NOT_TRACK": "1",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_CLI_PROMPT": "false",
        "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
        "PREFECT_LOGGING_INTERNAL_LEVEL": "CRITICAL",
        "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
        "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore",
    }


def own_environment(settings: Settings, port: int) -> dict[str, str]:
    """Variables that make Prefect of this process use our database and the API at the port of 127.0.0.1."""
    return {
        **_quiet(),
        "PREFECT_HOME": str(settings.prefect_home),
        "PREFECT_PROFILES_PATH": str(settings.prefect_home / "profiles.toml"),
        "PREFECT_API_URL": f"http://127.0.0.1:{port}/api",
        "PREFECT_API_DATABASE_CONNECTION_URL": f"sqlite+aiosqlite:///{_database(settings)}",
        "PREFECT_API_DATABASE_MIGRATE_ON_START": "false",
        "PREFECT_API_BLOCKS_REGISTER_ON_START": "false",
        "PREFECT_MEMO_STORE_PATH": str(settings.prefect_home / "memo_store.toml"),
        "PREFECT_UI_ENABLED": "false",
        # Batches larger than a run's events, so that no flush is under way when the server stops; the flush of the
        # last moment writes what is there (a cancelled one would lose its batch).
        "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "100000",
        "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_BATCH_SIZE": "100000",
        "PREFECT__SERVER_EPHEMERAL": "1",
        "PREFECT__SERVER_FINAL": "1",
    }


def _database(settings: Settings) -> Path:
    return settings.prefect_home / "prefect.db"


def _marker(settings: Settings) -> Path:
    return settings.prefect_home / "migrated"


def _is_prepared(settings: Settings) -> bool:
    marker = _marker(settings)
    return (
        _database(settings).is_file() and marker.is_file() and marker.read_text("ascii") == version("prefect")
    )


@contextmanager
def _home_lock(settings: Settings) -> Iterator[None]:
    folder = settings.prefect_home
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / "migrate.lock").open("w")
    except OSError as error:
        raise OrchestratorError(
            f"Prefect's folder {folder} cannot be written ({error.strerror}); HAWLIYAT_HOME names another."
        ) from error
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def migrate_once(settings: Settings, say: Say) -> None:
    """Make or migrate our database, unless that is done; `own_environment` is set."""
    if _is_prepared(settings):
        return
    with _home_lock(settings):
        if not _is_prepared(settings):
            _migrate(settings, say)


def _migrate(settings: Settings, say: Say) -> None:
    say(f"Preparing Prefect's database in {settings.prefect_home} (once) ...")
    if not _marker(settings).exists():  # what an interrupted first migration left holds no run
        for leftover in settings.prefect_home.glob("prefect.db*"):
            leftover.unlink()
    from prefect.server.database import provide_database_interface

    async def create() -> None:
        database = provide_database_interface()
        await database.create_db()
        await (await database.engine()).dispose()

    try:
        asyncio.run(create())
    except Exception as error:
        raise OrchestratorError(
            f"Prefect's database {_database(settings)} cannot be migrated: {_first_line(error)}; "
            "remove it (runs known to Prefect are lost, the warehouse is not) or set HAWLIYAT_HOME."
        ) from error
    _marker(settings).write_text(version("prefect"), "ascii")


@contextmanager
def _own_api(settings: Settings, say: Say) -> Iterator[None]:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listener:
        listener.bind(("127.0.0.1", 0))
        force_variables(own_environment(settings, listener.getsockname()[1]))
        exempt_from_proxies("127.0.0.1", "localhost")
        # Thousands of classes are made at import and none of them is garbage: collecting only slows it.
        gc.disable()
        try:
            migrate_once(settings, say)
            server, thread = start_server(listener)
        finally:
            gc.enable()
        from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

        try:
            # Heartbeats serve a server that outlives the run, and ending their thread takes up to a second.
            with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
                yield
        finally:
            drain_client()
            stop_server(server, thread)


def start_server(
    listener: socket.socket, ephemeral: bool = True
) -> tuple["uvicorn.Server", threading.Thread]:
    """The API in a thread of this process, once it answers; with scheduler and UI unless it is `ephemeral`."""
    import uvicorn
    from prefect.server.api.server import create_app

    config = uvicorn.Config(
        create_app(ephemeral=ephemeral), log_config=None, lifespan="on", timeout_graceful_shutdown=5
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=_serve, args=(server, listener), name="prefect-api", daemon=True)
    thread.start()
    deadline = time.monotonic() + _START_SECONDS
    while not server.started:
        if not thread.is_alive() or time.monotonic() > deadline:
            raise OrchestratorError(
                "Prefect's API did not start in this process; PREFECT_API_URL can name a server."
            )
        time.sleep(0.01)
    return server, thread


def _serve(server: "uvicorn.Server", listener: socket.socket) -> None:
    with suppress(SystemExit):  # uvicorn's way to say that the start failed; the waiting thread sees it
        server.run(sockets=[listener])


def drain_client() -> None:
    """Send what the client still holds (events of task runs, log records) while the API can take it."""
    if "prefect" not in sys.modules:
        return
    from prefect.events.worker import EventsWorker
    from prefect.logging.handlers import APILogWorker

    EventsWorker.drain_all(timeout=_DRAIN_SECONDS, at_exit=False)
    APILogWorker.drain_all(timeout=_DRAIN_SECONDS, at_exit=False)


def stop_server(server: "uvicorn.Server", thread: threading.Thread) -> None:
    """Stop once the server's services have taken up every event: what is still queued then would be dropped."""
    from prefect.server.utilities.messaging.memory import Topic

    deadline = time.monotonic() + _DRAIN_SECONDS
    subscriptions = list(Topic.by_name("events")._subscriptions)
    while any(not each._queue.empty() for each in subscriptions) and time.monotonic() < deadline:
        time.sleep(0.02)
    server.should_exit = True
    thread.join(_DRAIN_SECONDS)


def _require_answer(url: str, origin: str) -> None:
    """Prefect retries for a minute before it gives up; a user should hear at once."""
    try:
        with urllib.request.urlopen(url.rstrip("/") + "/health", timeout=_ANSWER_SECONDS):
            return
    except urllib.error.HTTPError:
        return  # it answers; whether it lets us in is Prefect's to say
    except (OSError, ValueError) as error:
        raise OrchestratorError(
            f"No Prefect server answers at {url} ({origin}): start it with `prefect server start`, "
            "or unset that address to run without one."
        ) from error


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]


def main() -> int:
    """Prepare the database, and have Python compile what a run imports; the exit status."""
    settings = read_settings()
    try:
        prepare(settings, lambda line: print(line, file=sys.stderr))  # noqa: T201
        set_variables(own_environment(settings, port=0))
        for module in ("prefect.server.api.server", "hawliyat.flows.timeline", "hawliyat.flows.cli.run"):
            importlib.import_module(module)
    except (OrchestratorError, SettingsError) as error:
        print(f"hawliyat: {error}", file=sys.stderr)  # noqa: T201
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
