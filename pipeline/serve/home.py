"""The Prefect server that keeps the schedules: our own on loopback, or one that is there already (``PREFECT_API_URL``)."""

from __future__ import annotations

import os
from collections.abc import Callable
from types import TracebackType
from typing import Self

from pipeline.batch.shown_flow import API
from pipeline.flows.server import Server, is_free
from pipeline.flows.surroundings import of_a_lasting_server, prepare
from pipeline.serve.config import Service
from pipeline.serve.words import Words
from schemas.errors import JieduiError


class Home:
    """Use it in a ``with``: our own server ends with it."""

    def __init__(self, service: Service, words: Words, *, verbose: bool) -> None:
        """Start it, if it is ours; it may not be up yet. Raises :class:`JieduiError` where something else has its port."""
        prepare(verbose=verbose)
        self._port, self._verbose = service.port, verbose
        self._own: Server | None = None
        if not os.environ.get(API):
            if not is_free(service.port):
                raise JieduiError(words.port_taken.format(port=service.port, path=service.path))
            os.environ.pop(API, None)
            self._own = self._start()
            # Prefect takes its settings from the environment, when it is imported
            os.environ[API] = self._own.api

    def __enter__(self) -> Self:
        """The server to be."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End it, if it is ours."""
        if self._own is not None:
            self._own.stop()
            del os.environ[API]

    @property
    def page(self) -> str:
        """The address of the page."""
        return os.environ[API].removesuffix("/api")

    @property
    def is_ours(self) -> bool:
        """Whether we have started it."""
        return self._own is not None

    @property
    def is_dead(self) -> bool:
        """Whether it was ours and has ended by itself."""
        return self._own is not None and not self._own.is_alive

    def wait(self, is_given_up: Callable[[], bool]) -> None:
        """Until our own answers, or nobody waits any more. Raises :class:`JieduiError`."""
        if self._own is not None:
            self._own.wait(is_given_up)

    def start_again(self) -> None:
        """In place of the one that has ended; the schedules are in its database."""
        self._own = self._start()

    def _start(self) -> Server:
        environment = of_a_lasting_server(verbose=self._verbose)
        environment.pop(API, None)
        return Server(environment, self._port, is_heard=self._verbose)
