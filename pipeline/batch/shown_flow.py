"""The run in Prefect's own page: a server, and a flow in a thread of its own that follows the batches.

Files are read whether or not there is a page: a server that does not start costs a line, never a run.
"""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from pipeline.batch.words import words
from pipeline.flows.server import Server
from pipeline.flows.surroundings import hush_cluster, of_a_short_server, prepare
from pipeline.messages import Lang
from pipeline.printable import one_line
from pipeline.terminal import Teller

if TYPE_CHECKING:
    from pipeline.batch.cluster import Cluster
    from pipeline.flows.archive import Archive

API = "PREFECT_API_URL"
_PATIENCE, _HURRY = 30.0, 5.0
"""Seconds that the flow may take to write its end down, and in a run that was stopped, whose server may be gone. What counts is in our own
store by then."""


class Shown(Protocol):
    """How a run is to be shown; :class:`pipeline.batch.request.Request` says what each means."""

    @property
    def lang(self) -> Lang:
        """The language of what is said."""

    @property
    def verbose(self) -> bool:
        """Whether Prefect may speak."""

    @property
    def flow_run(self) -> str | None:
        """The flow run that is there already."""

    @property
    def scheduler(self) -> str | None:
        """The address of a Dask scheduler."""


class ShownFlow:
    """Use it in a ``with``; nothing is started before :meth:`begin`."""

    def __init__(self, request: Shown, run: str) -> None:
        """For the run of that id."""
        self._request, self._run = request, run
        self._thread: threading.Thread | None = None
        self._server: Server | None = None
        self._is_given_up = threading.Event()

    def __enter__(self) -> Self:
        """The flow to come."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Wait until the flow has ended, then end the server. Who is in a hurry (Ctrl+C) waits for no server that is not up yet."""
        if kind is not None:
            self._is_given_up.set()
        if self._thread is not None:
            # everything is done and told by now: whoever presses Ctrl+C here only does not care for the page
            with suppress(KeyboardInterrupt):
                self._thread.join(_PATIENCE if kind is None else _HURRY)
        if self._server is not None:
            self._server.stop()

    def begin(self, archive: Archive, lanes: int, cluster: Cluster | None = None) -> None:
        """Start server and flow, unless they are; ``lanes`` is how many batches are done at a time, here or by a ``cluster``."""
        if self._thread is not None:
            return
        if API not in os.environ:
            self._server = Server(of_a_short_server(verbose=self._request.verbose))
        self._thread = threading.Thread(target=self._follow, args=(archive, lanes, cluster), name="jiedui-flow", daemon=True)
        self._thread.start()

    def _follow(self, archive: Archive, lanes: int, cluster: Cluster | None) -> None:
        try:
            self._flow(archive, lanes, cluster)
        except Exception as error:  # noqa: BLE001 - whatever goes wrong with the page, the files are read
            why = one_line(str(error) or type(error).__name__)
            if cluster is not None:
                cluster.broken(why)
            else:
                Teller().say(words(self._request.lang).no_page.format(why=why))

    def _flow(self, archive: Archive, lanes: int, cluster: Cluster | None) -> None:
        prepare(verbose=self._request.verbose)
        if self._server is not None:
            os.environ[API] = self._server.api
        # a second that only who reads files pays, while the server starts
        from pipeline.flows import archive as flows  # noqa: PLC0415 - see above

        if self._server is not None:
            if not self._server.wait(self._is_given_up.is_set):
                return
            if self._request.verbose:
                Teller().say(words(self._request.lang).page.format(page=self._server.page))
        name = f"jiedui-{self._run[:8]}"
        if cluster is None:
            run = flows.run_flow(archive, name, lanes, self._request.flow_run)
        else:
            from pipeline.flows import cluster as elsewhere  # noqa: PLC0415 - of an extra

            if not self._request.verbose:
                hush_cluster()
            run = elsewhere.run_flow(archive, cluster, name, self._request.scheduler or "")
        if self._server is not None:
            self._server.settle(run)
