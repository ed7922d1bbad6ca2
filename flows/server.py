"""A Prefect server for as long as a command lasts, with scheduler and UI: what `hawliyat serve` runs on where there is none.

It uses the database in our home, as the runs of `hawliyat run` do, so that the UI shows them all.
"""

import gc
import socket
from collections.abc import Iterator
from contextlib import contextmanager

from hawliyat.flows import orchestrator, retention
from hawliyat.flows.settings import Settings, exempt_from_proxies, force_variables, set_variables

PORT = 4200
_LASTING = {
    "PREFECT_UI_ENABLED": "true",
    "PREFECT__SERVER_EPHEMERAL": "",
    "PREFECT_API_BLOCKS_REGISTER_ON_START": "false",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "1",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_BATCH_SIZE": "20",
}


@contextmanager
def lasting_api(settings: Settings, port: int, say: orchestrator.Say) -> Iterator[str]:
    """The address of the API while the block runs: of the server that the settings name, else of our own.

    Args:
        settings: names the server to use, or the folder of our own database.
        port: of our own server, on 127.0.0.1; another free one where it is taken.
        say: takes a line for the user.

    Raises:
        OrchestratorError: the server named does not answer, or our own cannot start.
    """
    if settings.prefect_api_url:
        with orchestrator.prefect_api(settings, say):
            yield settings.prefect_api_url
        return
    with _listen(port) as listener:
        force_variables(orchestrator.own_environment(settings, listener.getsockname()[1]) | _LASTING)
        set_variables(retention.variables())
        exempt_from_proxies("127.0.0.1", "localhost")
        gc.disable()  # as for a run: thousands of classes are made at import and none of them is garbage
        try:
            orchestrator.migrate_once(settings, say)
            server, thread = orchestrator.start_server(listener, ephemeral=False)
        finally:
            gc.enable()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}/api"
        finally:
            orchestrator.drain_client()
            orchestrator.stop_server(server, thread)


def _listen(port: int) -> socket.socket:
    for wanted in (port, 0):
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", wanted))
        except OSError:
            listener.close()
        else:
            return listener
    raise orchestrator.OrchestratorError("No port of 127.0.0.1 is free for Prefect's API.")
