"""The flow as a deployment of this process: due runs are begun here, one at a time, each in a process of its own."""

import asyncio
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from prefect.client.orchestration import get_client
from prefect.exceptions import ObjectNotFound
from prefect.runner import Runner
from prefect.schedules import Cron
from prefect.types.entrypoint import EntrypointType

from hawliyat.flows.due import count_due, drop_outdated
from hawliyat.flows.settings import read_settings
from hawliyat.flows.timeline import timeline
from hawliyat.tasks.load import WarehouseHeldError
from hawliyat.tasks.load.lock import schedule_holder

_POLL_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Plan:
    """What a deployment does: its name, when it is due, and the parameters of the flow, ready for JSON."""

    name: str
    warehouse: Path
    cron: str
    timezone: str
    parameters: dict[str, str | int | float | list[str] | None]


class Schedule:
    """A deployment that this process serves; made anew or brought up to date when it is made.

    Raises:
        WarehouseHeldError: another process serves a deployment of this name for another warehouse.
    """

    def __init__(self, plan: Plan) -> None:
        _refuse_a_taken_name(plan)
        # One process at a time; what comes due meanwhile is made good by the next one to begin (`flows.due`). The schedule
        # outlives this process, so that a server shows what is late.
        with _temporary_files_in(read_settings().home):
            self._runner = Runner(name=plan.name, pause_on_shutdown=False, limit=1)
        registered = self._runner.add_flow(
            timeline,
            name=plan.name,
            schedule=Cron(plan.cron, timezone=plan.timezone),
            parameters={**plan.parameters, "warehouse": str(plan.warehouse)},
            tags=["hawliyat"],
            entrypoint_type=EntrypointType.MODULE_PATH,
        )
        assert isinstance(registered, UUID)  # outside an event loop it is no coroutine
        self._deployment_id = registered
        drop_outdated(registered)

    def missed(self) -> int:
        """How many runs came due while nobody served; the first of them begins at once and makes the others good."""
        return count_due(self._deployment_id)

    async def serve(self) -> None:
        """Begin due runs until the process is interrupted or terminated; a run under way is cancelled then."""
        loop = asyncio.get_running_loop()
        stopping: list[asyncio.Task[None]] = []

        async def stop() -> None:
            while not (self._runner.started or serving.done()):
                await asyncio.sleep(_POLL_SECONDS)
            if self._runner.started:
                await self._runner.astop()

        def on_signal() -> None:
            if stopping:  # said twice: without waiting for anything
                serving.cancel()
            stopping.append(asyncio.ensure_future(stop()))

        def listen() -> None:
            for each in (signal.SIGINT, signal.SIGTERM):
                loop.add_signal_handler(each, on_signal)

        listen()
        serving = asyncio.ensure_future(self._runner.start())
        await asyncio.sleep(0)
        listen()  # anew: Prefect has laid a handler of its own, which does not wait for the run that it stops
        with suppress(asyncio.CancelledError):
            await serving


def _refuse_a_taken_name(plan: Plan) -> None:
    """A server has one deployment of a name: a second one's parameters would become those of the first one's runs."""
    name = f"{timeline.name}/{plan.name}"
    with get_client(sync_client=True) as client:
        try:
            other = client.read_deployment_by_name(name).parameters.get("warehouse")
        except ObjectNotFound:
            return
    if other and Path(other) != plan.warehouse and (owner := schedule_holder(Path(other), plan.name)):
        raise WarehouseHeldError(
            f"{name} is served already, for {other}{owner}; --name gives the schedule of {plan.warehouse} a name of its own."
        )


@contextmanager
def _temporary_files_in(folder: Path) -> Iterator[None]:
    """Let Prefect's runner keep its files in our home: in /tmp it makes one folder that is the first user's alone."""
    folder.mkdir(parents=True, exist_ok=True)
    before, tempfile.tempdir = tempfile.tempdir, str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before
