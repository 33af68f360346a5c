"""The flow of a batch run whose batches are done by a Dask cluster. Imported only after :func:`pipeline.flows.surroundings.prepare`."""

from __future__ import annotations

from concurrent.futures import CancelledError
from dataclasses import dataclass
from functools import partial
from typing import Any

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings
from prefect_dask.task_runners import DaskTaskRunner

from pipeline.batch.cluster import Cluster, do_order
from pipeline.flows.archive import NAME, Archive, report_task
from pipeline.store.seen import Result

_PATIENCE = 20
"""Seconds that a scheduler has to answer."""
_TICK = 1.0


@dataclass(frozen=True)
class _Here:
    """What stays on this machine: Prefect sends the flow along with every task, and this then travels as nothing."""

    archive: Archive
    cluster: Cluster

    def __reduce__(self) -> tuple[type[object], tuple[()]]:
        return object, ()

    def hear(self, number: int, future: Any) -> None:  # noqa: ANN401 - distributed carries no types
        """Tell what became of a batch."""
        try:
            state = future.result()
        except (CancelledError, OSError) as error:
            # nobody cancels batches, and what a worker raises comes as a state: the scheduler is gone
            self.cluster.broken(str(error) or type(error).__name__)
            return
        except Exception as error:  # noqa: BLE001 - a worker that nothing can be sent to, or that killed itself
            self.cluster.failed(number, str(error) or type(error).__name__)
            return
        try:
            self.cluster.done(number, state.result() if isinstance(state, State) else state)
        except Exception as error:  # noqa: BLE001 - whatever a worker raised
            self.cluster.failed(number, str(error) or type(error).__name__)


def _read(packed: bytes) -> list[Result]:
    return do_order(packed)


def _wait(future: Any, cluster: Cluster) -> None:  # noqa: ANN401 - prefect_dask's own kind of future
    """Until a batch is done, or the run was stopped: what is at work then is stored by its worker."""
    while not cluster.is_stopped:
        future.wait(_TICK)
        if future.wrapped_future.done():
            return


def run_flow(archive: Archive, cluster: Cluster, name: str, scheduler: str) -> str:
    """Hand the batches to the cluster, and wait for them; the flow run's id."""
    here = _Here(archive, cluster)
    runner: Any = DaskTaskRunner(address=scheduler, client_kwargs={"timeout": _PATIENCE})
    read: Any = task(name="read", persist_result=False, cache_policy=NO_CACHE)(_read)

    @flow(name=NAME, flow_run_name=name, task_runner=runner)
    def batches() -> State[Any]:
        waiting = []
        for number in here.archive.numbers():
            future: Any = read.with_options(task_run_name=f"第{number}批").submit(here.cluster.packed(number))
            future.wrapped_future.add_done_callback(partial(here.hear, number))
            waiting.append(future)
        for future in waiting:
            _wait(future, here.cluster)
        return report_task(here.archive)(return_state=True)

    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        state = batches(return_state=True)
    if state.is_failed() or state.is_crashed():
        # a scheduler that does not answer ends the flow before its first task
        state.result()
    return str(state.state_details.flow_run_id)
