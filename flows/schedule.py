"""The flow as a deployment of this process: due runs are begun here, one at a time, each in a process of its own."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from prefect.runner import Runner
from prefect.schedules import Cron
from prefect.types.entrypoint import EntrypointType

from hawliyat.flows.due import count_due
from hawliyat.flows.settings import read_settings
from hawliyat.flows.timeline import timeline


@dataclass(frozen=True, slots=True)
class Plan:
    """What a deployment does: its name, when it is due, and the parameters of the flow, ready for JSON."""

    name: str
    cron: str
    timezone: str
    parameters: dict[str, str | int | float | list[str] | None]


class Schedule:
    """A deployment that this process serves; made anew or brought up to date when it is made."""

    def __init__(self, plan: Plan) -> None:
        # One process at a time; what comes due meanwhile is made good by the next one to begin (`flows.due`). The schedule
        # outlives this process, so that a server shows what is late.
        with _temporary_files_in(read_settings().home):
            self._runner = Runner(name=plan.name, pause_on_shutdown=False, limit=1)
        registered = self._runner.add_flow(
            timeline,
            name=plan.name,
            schedule=Cron(plan.cron, timezone=plan.timezone),
            parameters=plan.parameters,
            tags=["hawliyat"],
            entrypoint_type=EntrypointType.MODULE_PATH,
        )
        assert isinstance(registered, UUID)  # outside an event loop it is no coroutine
        self._deployment_id = registered

    def missed(self) -> int:
        """How many runs came due while nobody served; the first of them begins at once and makes the others good."""
        return count_due(self._deployment_id)

    async def serve(self) -> None:
        """Begin due runs until the process is interrupted or terminated."""
        await self._runner.start()


@contextmanager
def _temporary_files_in(folder: Path) -> Iterator[None]:
    """Let Prefect's runner keep its files in our home: in /tmp it makes one folder that is the first user's alone."""
    folder.mkdir(parents=True, exist_ok=True)
    before, tempfile.tempdir = tempfile.tempdir, str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before
