"""What every request must show, and every answer carries: the page is for who sits at this machine, or holds its token.

A page of the web that is open in the same browser must reach nothing here: it names another host (DNS rebinding), comes from another
origin, or does not know the page's token. Names and texts in records are hostile; the policy lets a browser run and load nothing but our
own files.
"""

from __future__ import annotations

import hmac
import ipaddress
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PAGE_HEADER = "x-jiedui-token"
MOST_BYTES = 1024**2
"""Of a request's body: a decision is a few hundred bytes, and a person pastes no book into a note."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "cache-control": "no-store",
}
_SAFE = frozenset({"GET", "HEAD"})
_ALLOWED = _SAFE | {"POST"}
_OURS = frozenset({"same-origin", "none"})
"""What browsers say of requests from the page itself, and from the address bar."""


@dataclass(frozen=True, slots=True)
class Safety:
    """Who may ask. ``hosts`` are the names of this machine, in lower case and without a port; ``access`` the token of who is elsewhere.

    ``csrf`` stands in the page, and comes back with everything that changes something. ``is_open`` where the server can be reached from
    other machines: then it can be called by any of its addresses, and names of hosts alone are checked.
    """

    hosts: frozenset[str]
    port: int
    access: str | None = None
    is_open: bool = False
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    @property
    def cookie(self) -> str:
        """The name of the cookie that keeps the access token: cookies do not mind ports."""
        return f"jiedui_access_{self.port}"

    def knows(self, host: str) -> bool:
        """Whether a ``Host`` header names this server; by whatever port, for it may be another's that leads here (ssh -L)."""
        try:
            parts = urlsplit(f"//{host}")
            name, _ = (parts.hostname or "").rstrip("."), parts.port
        except ValueError:
            return False
        if parts.username is not None or parts.path or parts.query or parts.fragment:
            return False
        return name in self.hosts or (self.is_open and _is_address(name))

    def admits(self, token: str | None) -> bool:
        """Whether an access token is the right one, or none is needed."""
        return self.access is None or (token is not None and _same(token, self.access))

    def is_our_page(self, token: str | None) -> bool:
        """Whether a token is the one that stands in the page."""
        return token is not None and _same(token, self.csrf)


class Guard:
    """Lets through what may pass, and puts the headers on every answer, also on refusals."""

    def __init__(self, app: ASGIApp, safety: Safety) -> None:
        """The application that is guarded."""
        self._app, self._safety = app, safety

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI calls it."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            # there are no web sockets here
            return
        refused = self._refused(scope)
        await (refused or self._bounded)(scope, receive, _with_headers(send))

    def _refused(self, scope: Scope) -> Response | None:
        headers, method = Headers(scope=scope), scope["method"]
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not self._safety.knows(hosts[0]):
            return _refusal(421, "host", "this server is not called so")
        if method not in _ALLOWED:
            return _refusal(405, "method", "method not allowed")
        is_api = scope["path"].startswith("/api/")
        site = headers.get("sec-fetch-site")
        if (is_api or method not in _SAFE) and site is not None and site not in _OURS:
            return _refusal(403, "origin", "another site may not ask this")
        if (admitted := self._admission(scope, headers)) is not None:
            return admitted
        return None if method in _SAFE else self._unsafe(headers, hosts[0], site)

    def _admission(self, scope: Scope, headers: Headers) -> Response | None:
        """An answer to who holds no token; and to who brings it in the address, whence it goes into a cookie."""
        safety = self._safety
        if safety.access is None:
            return None
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [])
        if given and scope["method"] in _SAFE and safety.admits(given[0]):
            answer = RedirectResponse(scope["path"] if scope["path"].startswith("/records/") else "/", 303)
            answer.set_cookie(safety.cookie, given[0], httponly=True, samesite="lax", path="/")
            return answer
        if not given and safety.admits(_cookie(headers, safety.cookie)):
            return None
        return _refusal(
            401, "access", "open the address that jiedui review printed, with its token / 请用 jiedui review 打印的带 token 的地址打开"
        )

    def _unsafe(self, headers: Headers, host: str, site: str | None) -> Response | None:
        """What changes something comes from the page itself, in JSON, and not too much of it."""
        origin = headers.get("origin")
        is_ours = site == "same-origin" if origin is None else origin in {f"http://{host}", f"https://{host}"}
        if not is_ours:
            return _refusal(403, "origin", "another site may not ask this")
        if not self._safety.is_our_page(headers.get(PAGE_HEADER)):
            return _refusal(403, "stale", "the page is out of date: load it again / 页面已过期，请刷新")
        if headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            return _refusal(415, "type", "JSON is wanted")
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > MOST_BYTES:
            return _refusal(413, "size", "too much at once")
        return None

    async def _bounded(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The application, once all that is sent is here and is no more than may be: a body may come without its length."""
        if scope["method"] in _SAFE:
            await self._app(scope, receive, send)
            return
        body, is_more = bytearray(), True
        while is_more:
            message = await receive()
            if message["type"] == "http.disconnect":
                return
            body += message.get("body", b"")
            is_more = message.get("more_body", False)
            if len(body) > MOST_BYTES:
                await _refusal(413, "size", "too much at once")(scope, receive, send)
                return
        waiting: list[Message] = [{"type": "http.request", "body": bytes(body), "more_body": False}]

        async def again() -> Message:
            return waiting.pop() if waiting else await receive()

        await self._app(scope, again, send)


def hosts_of(host: str, names: Iterable[str] = ()) -> frozenset[str]:
    """The names by which a server that listens on ``host`` is called."""
    own = {host.strip("[]").lower(), *(name.lower() for name in names)}
    return frozenset(own | {"localhost", "127.0.0.1", "::1"} if is_loopback(host) else own | {"localhost"})


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches an address."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _is_address(name: str) -> bool:
    """An address cannot be rebound: whoever calls a server by it has reached that very machine."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "surrogatepass"), other.encode())


def _cookie(headers: Headers, name: str) -> str | None:
    return cookie_parser(headers.get("cookie", "")).get(name)


def _refusal(status: int, code: str, sentence: str) -> Response:
    if code == "access":
        return PlainTextResponse(sentence + "\n", status)
    return JSONResponse({"code": code, "message": sentence}, status)


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
        await send(message)

    return sending
