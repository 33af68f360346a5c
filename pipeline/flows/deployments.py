"""Schedules on a Prefect server: one deployment for each job, and the runs that fall due.

Prefect's own runner is not used: it takes the signals of its process, ends with the first three answers that it does not get, and runs each
missed time after a pause of the machine. Imported only after :func:`pipeline.flows.surroundings.prepare`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from types import TracebackType
from typing import Any, Self
from uuid import UUID

import httpx
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.actions import DeploymentScheduleCreate
from prefect.client.schemas.filters import (
    DeploymentFilter,
    DeploymentFilterId,
    DeploymentFilterName,
    DeploymentFilterTags,
    FlowRunFilter,
    FlowRunFilterId,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import State, StateType
from prefect.client.schemas.schedules import CronSchedule
from prefect.client.schemas.sorting import DeploymentSort, FlowRunSort
from prefect.exceptions import ObjectNotFound, PrefectException
from prefect.settings import PREFECT_API_REQUEST_TIMEOUT, PREFECT_CLIENT_MAX_RETRIES, temporary_settings
from prefect.states import Pending

from pipeline.flows.archive import NAME
from pipeline.flows.ends import End
from schemas.errors import JieduiError

_ENDS: Mapping[End, tuple[StateType, str]] = {
    "done": (StateType.COMPLETED, "Completed"),
    "skipped": (StateType.CANCELLED, "Skipped"),
    "stopped": (StateType.CANCELLED, "Cancelled"),
    "failed": (StateType.FAILED, "Failed"),
    "died": (StateType.CRASHED, "Crashed"),
}
_AT_WORK = [StateType.PENDING, StateType.RUNNING, StateType.CANCELLING]
_TAG = "jiedui"
_PATIENCE = 15.0
"""Seconds for one answer."""
_MOST = 200
"""Entries of one answer: it gives no more."""


class Unreachable(JieduiError):  # noqa: N818 - it names what the server is
    """The server does not answer, or not as it should."""


@dataclass(frozen=True, slots=True)
class Due:
    """A run whose time has come. ``job`` is the deployment's name, ``flow_run`` the run's id."""

    job: str
    flow_run: str


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a deployment is to be."""

    cron: str
    zone: str
    about: str
    is_paused: bool


class Deployments:
    """The deployments of one configuration. Use it in a ``with``. Every method raises :class:`Unreachable`.

    A person may delete runs and deployments on the page: what is not there any more is nothing to tell.
    """

    def __init__(self, owner: str) -> None:
        """``owner`` tells the deployments of one configuration from those of another: its path."""
        self._owner = f"{_TAG}:{owner}"
        self._names: dict[UUID, str] = {}
        self._plans: dict[str, _Plan] = {}
        self._held = ExitStack()
        self._client: SyncPrefectClient | None = None

    def __enter__(self) -> Self:
        """Ready to talk; nothing is said yet."""
        # a retry would sleep while a signal waits; who calls us asks again in any case
        self._held.enter_context(temporary_settings({PREFECT_CLIENT_MAX_RETRIES: 0, PREFECT_API_REQUEST_TIMEOUT: _PATIENCE}))
        self._client = self._held.enter_context(get_client(sync_client=True))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Hang up."""
        self._held.close()

    def owner_of(self, name: str) -> str | None:
        """The path of the configuration whose deployment has a name."""
        named = DeploymentFilter(name=DeploymentFilterName(any_=[name]), tags=DeploymentFilterTags(all_=[_TAG]))
        with self._asking() as client:
            found = client.read_deployments(deployment_filter=named, limit=_MOST, sort=DeploymentSort.NAME_ASC)
        owners = [tag.removeprefix(f"{_TAG}:") for one in found for tag in one.tags if tag.startswith(f"{_TAG}:")]
        return owners[0] if owners else None

    def put(self, name: str, cron: str, zone: str, about: str, *, is_paused: bool) -> None:
        """Make the deployment of a job, or make it as it is to be now."""
        self._put(name, _Plan(cron, zone, about, is_paused))

    def restore(self) -> Iterator[str]:
        """Make the deployments anew that somebody has deleted on the page; the name of each."""
        missing = set(self._names)
        with self._asking() as client:
            for some in _slices(list(self._names)):
                wanted = DeploymentFilter(id=DeploymentFilterId(any_=some))
                there = client.read_deployments(deployment_filter=wanted, limit=_MOST, sort=DeploymentSort.NAME_ASC)
                missing -= {found.id for found in there}
        for name in sorted(self._names[one] for one in missing):
            self._put(name, self._plans[name])
            yield name

    def _put(self, name: str, plan: _Plan) -> None:
        schedule = DeploymentScheduleCreate(schedule=CronSchedule(cron=plan.cron, timezone=plan.zone), active=True)
        with self._asking() as client:
            made = client.create_deployment(
                flow_id=client.create_flow_from_name(NAME),
                name=name,
                schedules=[schedule],
                paused=plan.is_paused,
                description=plan.about,
                tags=[_TAG, self._owner],
                enforce_parameter_schema=False,
            )
        self._names = {found: known for found, known in self._names.items() if known != name} | {made: name}
        self._plans[name] = plan

    def drop_others(self) -> None:
        """Forget the deployments of this configuration that were not put: jobs that it has no more."""
        ours = DeploymentFilter(tags=DeploymentFilterTags(all_=[self._owner]))
        with self._asking() as client:
            for found in client.read_deployments(deployment_filter=ours, limit=_MOST, sort=DeploymentSort.NAME_ASC):
                if found.id not in self._names:
                    client.delete_deployment(found.id)

    def pause(self, name: str, *, is_paused: bool) -> None:
        """Stop a schedule, or start it again; the times that were set down for it are taken back."""
        deployment = next(found for found, known in self._names.items() if known == name)
        with self._asking() as client, suppress(ObjectNotFound):
            if is_paused:
                client.pause_deployment(deployment)
            else:
                client.resume_deployment(deployment)
        self._plans[name] = replace(self._plans[name], is_paused=is_paused)

    def left_at_work(self) -> list[str]:
        """The runs that an earlier process has not ended: it died."""
        filters = FlowRunFilter(state=FlowRunFilterState(type=FlowRunFilterStateType(any_=_AT_WORK)))
        deployments = DeploymentFilter(id=DeploymentFilterId(any_=list(self._names)))
        with self._asking() as client:
            found = client.read_flow_runs(flow_run_filter=filters, deployment_filter=deployments, limit=_MOST, sort=FlowRunSort.ID_DESC)
        return [str(run.id) for run in found]

    def due(self, now: datetime) -> list[Due]:
        """The runs whose time has come, the earliest first."""
        with self._asking() as client:
            runs = client.get_scheduled_flow_runs_for_deployments(list(self._names), scheduled_before=now)
        return [Due(self._names[run.deployment_id], str(run.id)) for run in runs if run.deployment_id in self._names]

    def take(self, flow_run: str) -> bool:
        """Take a run; False where somebody else has it, or it was cancelled or deleted."""
        with self._asking() as client, suppress(ObjectNotFound):
            state: State[Any] | None = client.set_flow_run_state(UUID(flow_run), Pending()).state
            return state is not None and state.is_pending()
        return False

    def unwanted(self, flow_runs: Collection[str]) -> list[str]:
        """Those of the runs that a person has cancelled on the page, or deleted."""
        with self._asking() as client:
            wanted = FlowRunFilter(id=FlowRunFilterId(any_=[UUID(run) for run in flow_runs]))
            found = client.read_flow_runs(flow_run_filter=wanted, limit=_MOST, sort=FlowRunSort.ID_DESC)
        states = {str(run.id): run.state for run in found}
        return [run for run in flow_runs if _is_cancelled(states.get(run))]

    def end(self, flow_run: str, end: End, message: str) -> None:
        """Write down how a run ended, if it is still there."""
        kind, name = _ENDS[end]
        with self._asking() as client, suppress(ObjectNotFound):
            client.set_flow_run_state(UUID(flow_run), State(type=kind, name=name, message=message), force=True)

    @contextmanager
    def _asking(self) -> Iterator[SyncPrefectClient]:
        if self._client is None:
            raise RuntimeError("Deployments is used in a with")
        try:
            yield self._client
        except (httpx.HTTPError, PrefectException, OSError) as error:
            raise Unreachable(" ".join(str(error).split())[:200] or type(error).__name__) from error


def _is_cancelled(state: State | None) -> bool:
    return state is None or state.is_cancelling() or state.is_cancelled()


def _slices(values: Sequence[UUID]) -> Iterator[list[UUID]]:
    return (list(values[at : at + _MOST]) for at in range(0, len(values), _MOST))
