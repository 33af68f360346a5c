"""The flow of a batch run. Imported only after :func:`pipeline.flows.surroundings.prepare`."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import CancelledError
from typing import Any, Protocol, cast
from uuid import UUID

from prefect import Flow, Task, flow, task
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import State
from prefect.flow_engine import run_flow as run_engine
from prefect.futures import wait
from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings
from prefect.states import Cancelled, Completed
from prefect.task_runners import ThreadPoolTaskRunner

NAME = "jiedui-batch"
_STOPPED = "已中断"


class Archive(Protocol):
    """A batch run, as the flow sees it."""

    def numbers(self) -> Iterable[int]:
        """The batches' numbers, as they are made."""

    def label(self, number: int) -> str:
        """What a batch is called."""

    def read(self, number: int) -> str:
        """Wait until a batch is stored; what became of its files, in a few words. Raises CancelledError where its turn does not come."""

    def report(self) -> tuple[str, list[dict[str, Any]]] | None:
        """The report as Markdown, and a row for each file that was not read; None where the run was stopped."""


def run_flow(archive: Archive, name: str, lanes: int, flow_run: str | None = None) -> str:
    """Show the run as a flow run of Prefect, batch by batch, with the report as its artifact; the flow run's id.

    ``flow_run`` is the id of one that a schedule has made and that has not begun; without it a new one is made.
    """

    @task(name="read", task_run_name="{label}")
    def read(number: int, label: str) -> State[Any]:
        del label
        try:
            return Completed(message=archive.read(number))
        except CancelledError:
            return Cancelled(message=_STOPPED)

    runner: Any = ThreadPoolTaskRunner(max_workers=lanes)

    @flow(name=NAME, flow_run_name=name, task_runner=runner)
    def batches() -> State[Any]:
        wait([read.submit(number, archive.label(number)) for number in archive.numbers()])
        return report_task(archive)(return_state=True)

    # a run waits a second for its heart to stop, and nobody listens to it
    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        state = batches(return_state=True) if flow_run is None else _run_as(flow_run, batches)
    return str(state.state_details.flow_run_id)


def report_task(archive: Archive) -> Task[[], State[Any]]:
    """The last task of a run: its report, as artifacts."""

    @task(name="report", task_run_name="报告")
    def report() -> State[Any]:
        made = archive.report()
        if made is None:
            return Cancelled(message=_STOPPED)
        create_markdown_artifact(made[0], key="jiedui-report", description="运行报告")
        create_table_artifact(made[1], key="jiedui-failures", description="没有读成的文件")
        return Completed()

    return report


def _run_as(flow_run: str, batches: Flow[[], Any]) -> State[Any]:
    """Run a flow as the flow run that is there already."""
    with get_client(sync_client=True) as client:
        found = client.read_flow_run(UUID(flow_run))
    # of its other answers none is a plain flow's
    return cast("State[Any]", run_engine(batches, found, parameters={}, return_type="state"))
