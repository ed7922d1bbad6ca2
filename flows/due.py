"""Runs of a deployment that came due before another of them began: it reads what they would have read.

So runs that were missed while nobody served, and those that come due while a longer one is under way, never pile up: the
next one to begin makes all of them good, and the server says so of each.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from prefect import State
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import (
    DeploymentFilter,
    DeploymentFilterId,
    FlowRunFilter,
    FlowRunFilterExpectedStartTime,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import FlowRun, StateType
from prefect.client.schemas.sorting import FlowRunSort

OUTDATED = "The schedule has other parameters than when this run was planned."
_PAGE = 200  # what a server gives at a time


def count_due(deployment_id: UUID) -> int:
    """How many scheduled runs of the deployment are due and not begun."""
    with get_client(sync_client=True) as client:
        return sum(1 for _ in _due(client, deployment_id, datetime.now(UTC)))


def drop_outdated(deployment_id: UUID) -> int:
    """Cancel due runs that were scheduled with other parameters than the deployment has now; how many.

    They would go on filling the warehouse, from the inbox, that the schedule had before.
    """
    with get_client(sync_client=True) as client:
        given = _parameters(client, deployment_id)
        due = [run for run in _due(client, deployment_id, datetime.now(UTC)) if run.parameters not in given]
        _cancel(client, due, OUTDATED)
    return len(due)


def is_outdated(deployment_id: UUID, run_id: UUID) -> bool:
    """Whether the schedule that made the run has other parameters by now.

    A server that lays a schedule out while it is changed may still add runs of the old one after `drop_outdated`.
    """
    with get_client(sync_client=True) as client:
        own = client.read_flow_run(run_id)
        return own.auto_scheduled and own.parameters not in _parameters(client, deployment_id)


def _parameters(client: SyncPrefectClient, deployment_id: UUID) -> list[dict[str, Any]]:
    """What the deployment's runs are given: its own parameters, with those that one of its schedules has in their place."""
    found = client.read_deployment(deployment_id)
    return [found.parameters, *({**found.parameters, **each.parameters} for each in found.schedules)]


def make_good(deployment_id: UUID, run_id: UUID) -> int:
    """Cancel the scheduled runs of the deployment that are due now and would do what this one is about to do; how many."""
    with get_client(sync_client=True) as client:
        own = client.read_flow_run(run_id)
        # Listed as a whole first: cancelling them moves the pages.
        due = [
            run
            for run in _due(client, deployment_id, datetime.now(UTC))
            if run.id != run_id and run.parameters == own.parameters
        ]
        _cancel(client, due, f"Made good by the run {run_id}, which began after this one was due.")
    return len(due)


def _cancel(client: SyncPrefectClient, runs: Iterable[FlowRun], message: str) -> None:
    for run in runs:
        client.set_flow_run_state(run.id, State(type=StateType.CANCELLED, message=message))


def _due(client: SyncPrefectClient, deployment_id: UUID, now: datetime) -> Iterator[FlowRun]:
    """Runs that the schedule made, oldest first; those that a person asked for are left to that person."""
    for offset in range(0, 1 << 30, _PAGE):
        page = client.read_flow_runs(
            deployment_filter=DeploymentFilter(id=DeploymentFilterId(any_=[deployment_id])),
            flow_run_filter=FlowRunFilter(
                state=FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType.SCHEDULED])),
                expected_start_time=FlowRunFilterExpectedStartTime.model_validate({"before_": now}),
            ),
            sort=FlowRunSort.EXPECTED_START_TIME_ASC,
            limit=_PAGE,
            offset=offset,
        )
        yield from (run for run in page if run.auto_scheduled)
        if len(page) < _PAGE:
            return
