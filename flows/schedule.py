"""The flow as a deployment of this process: due runs are begun here, one at a time, each in a process of its own."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from prefect import State
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import (
    DeploymentFilter,
    DeploymentFilterId,
    FlowRunFilter,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import StateType
from prefect.runner import Runner
from prefect.schedules import Cron
from prefect.types.entrypoint import EntrypointType

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
        # One process at a time: of runs that come due meanwhile each begins when the one before it is through, and costs
        # little, for that one has read what was there. The schedule outlives this process, so that a server shows what is late.
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
        self.deployment_id = registered

    def catch_up(self) -> int:
        """Put one run, due now, in the place of all that came due while nobody served; how many those were."""
        with get_client(sync_client=True) as client:
            waiting = client.read_flow_runs(
                deployment_filter=DeploymentFilter(id=DeploymentFilterId(any_=[self.deployment_id])),
                flow_run_filter=FlowRunFilter(
                    state=FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType.SCHEDULED]))
                ),
            )
            now = datetime.now(UTC)
            missed = [run for run in waiting if run.expected_start_time and run.expected_start_time < now]
            for run in missed:
                client.set_flow_run_state(
                    run.id, State(type=StateType.CANCELLED, message="Missed: nobody served"), force=True
                )
            if missed:
                client.create_flow_run_from_deployment(self.deployment_id, tags=["catch-up"])
        return len(missed)

    async def serve(self) -> None:
        """Begin due runs until the process is interrupted or terminated."""
        await self._runner.start()
