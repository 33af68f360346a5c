"""A real S3 server on loopback, with one bucket."""

from __future__ import annotations

import io
import logging
import re
import uuid
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import unquote

import boto3  # type: ignore[import-untyped] # it carries no types
import fsspec
from moto.server import ThreadedMotoServer

_REGION = "AWS_DEFAULT_REGION"
KEYS = {"AWS_ACCESS_KEY_ID": "testing", "AWS_SECRET_ACCESS_KEY": "testing", _REGION: "us-east-1"}
_ASKED = re.compile(r'"(?:\x1b\[[0-9;]*m)*GET (?P<path>[^? ]+) HTTP')


class Bucket(logging.Handler):
    """Puts and deletes objects, and remembers which ones were fetched."""

    def __init__(self, address: str) -> None:
        super().__init__(logging.INFO)
        self.environment = {**KEYS, "AWS_ENDPOINT_URL": address}
        self.got: list[str] = []
        who = {name.lower(): value for name, value in KEYS.items() if name != _REGION}
        self._client: Any = boto3.client("s3", endpoint_url=address, region_name=KEYS[_REGION], **who)
        self.anew()

    def anew(self) -> None:
        """Another bucket, an empty one."""
        self.name_of_bucket = f"papers-{uuid.uuid4().hex[:8]}"
        self._client.create_bucket(Bucket=self.name_of_bucket)
        self.got.clear()

    def emit(self, record: logging.LogRecord) -> None:
        """A line of the server's log."""
        if asked := _ASKED.search(record.getMessage()):
            prefix = f"/{self.name_of_bucket}/"
            path = unquote(asked["path"])
            self.got += [path.removeprefix(prefix)] if path.startswith(prefix) and path != prefix else []

    def put(self, key: str, body: str | bytes) -> str:
        """An object; its address."""
        self._client.put_object(Bucket=self.name_of_bucket, Key=key, Body=body.encode() if isinstance(body, str) else body)
        return self.address(key)

    def delete(self, key: str) -> None:
        """As said."""
        self._client.delete_object(Bucket=self.name_of_bucket, Key=key)

    def address(self, key: str = "") -> str:
        """The address of an object, or of what begins with a prefix."""
        return f"s3://{self.name_of_bucket}/{key}"

    def close(self) -> None:
        """Its connections too."""
        self._client.close()
        super().close()


@contextmanager
def served() -> Iterator[Bucket]:
    """A bucket on a server of its own."""
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    log = logging.getLogger("werkzeug")
    before = log.level
    log.setLevel(logging.INFO)
    one = Bucket(f"http://{host}:{port}")
    log.addHandler(one)
    try:
        yield one
    finally:
        log.removeHandler(one)
        log.setLevel(before)
        one.close()
        server.stop()


def forget() -> None:
    """Fsspec keeps file systems by what they were made with, and the environment is not among it."""
    fsspec.get_filesystem_class("s3").clear_instance_cache()


def zipped(**texts: str) -> bytes:
    """A zip with texts in it, by their names."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in texts.items():
            archive.writestr(f"{name}.txt", text)
    return held.getvalue()
