"""The work behind ``jiedui review``: open the store, bind the address, say where the page is, and serve until Ctrl+C."""

from __future__ import annotations

import asyncio
import errno
import ipaddress
import logging
import secrets
import socket
import sys
import threading
import webbrowser
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import quote

import sqlalchemy as sa

from pipeline.exit_codes import NOT_ALL, OK, USAGE
from pipeline.messages import Lang
from pipeline.printable import one_line
from pipeline.query.words import words as query_words
from pipeline.review.loading import load
from pipeline.review.page_images import PageImages
from pipeline.review.states import rebuild_stale
from pipeline.review.stores import OWN_STORE, usual_store
from pipeline.review.web.app import server_of
from pipeline.review.web.safety import Safety, hosts_of, is_loopback
from pipeline.review.web.site import Site, clean_name
from pipeline.store.opening import NoStore, existing
from pipeline.store.place import address_of, engine_of, shown
from pipeline.store.upgrade import ready
from pipeline.terminal import Teller
from schemas.errors import JieduiError

HOST, PORT = "127.0.0.1", 8642
_LEAST_TOKEN = 16


@dataclass(frozen=True, slots=True)
class Request:
    """What the person asked for. ``records`` are files and folders of records; without them ``store`` is reviewed as it is.

    ``papers`` are folders in which the papers of ``records`` lie; ``token`` is asked of whoever comes from another machine.
    """

    store: str | None = None
    records: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    host: str = HOST
    port: int = PORT
    token: str | None = None
    name: str | None = None
    lang: Lang = "zh"
    passwords: tuple[str, ...] = ()
    opens_browser: bool = False


def run(request: Request, default_store: str) -> int:
    """Do it; the exit code. Where nothing is named, ``default_store`` or :func:`usual_store` is reviewed. Raises :class:`JieduiError`."""
    teller, said = Teller(), _WORDS[request.lang]
    if request.token is not None and len(request.token) < _LEAST_TOKEN:
        teller.say(said["short-token"].format(least=_LEAST_TOKEN))
        return USAGE
    bound = _bound(request, teller)
    if bound is None:
        return NOT_ALL
    with bound, _opened(request, default_store, teller) as engine:
        if engine is None:
            return NOT_ALL
        safety = _safety(request, bound.getsockname()[1])
        images = PageImages(request.passwords)
        site = Site(engine, safety, images, request.lang, clean_name(request.name or "") or None)
        try:
            _say_where(request, safety, shown(engine.url), teller)
            _beside(images, engine)
            _serve(site, bound)
        finally:
            images.close()
    teller.say(said["ended"])
    return OK


def _bound(request: Request, teller: Teller) -> socket.socket | None:
    """A socket on the address; None where it cannot be had, which has been said."""
    said = _WORDS[request.lang]
    try:
        family, _, _, _, address = socket.getaddrinfo(request.host.strip("[]"), request.port, type=socket.SOCK_STREAM)[0]
    except (OSError, UnicodeError):
        teller.say(said["no-host"].format(host=one_line(request.host)))
        return None
    bound = socket.socket(family, socket.SOCK_STREAM)
    # on Windows the option lets two programs have one port
    if sys.platform != "win32":
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind(address)
        bound.listen(128)
    except OSError as error:
        bound.close()
        key = {errno.EADDRINUSE: "port-taken", errno.EACCES: "port-denied"}.get(error.errno or 0, "no-host")
        teller.say(said[key].format(port=request.port, host=one_line(request.host)))
        return None
    return bound


@contextmanager
def _opened(request: Request, default_store: str, teller: Teller) -> Iterator[sa.Engine | None]:
    """The store, ready to be written; with the records in it that were named. None where there are none."""
    said = _WORDS[request.lang]
    if not request.records:
        place = request.store or usual_store(default_store)
        engine = _existing(place, request.lang)
    else:
        place = request.store or OWN_STORE
        engine = ready(engine_of(address_of(place)))
    try:
        if request.records:
            loaded = load(engine, request.records, request.papers)
            teller.say_all(said["no-record"].format(name=one_line(name)) for name in loaded.named)
            if not loaded.records:
                teller.say(said["no-records"].format(names=", ".join(map(one_line, request.records))))
                yield None
                return
            teller.say(said["loaded"].format(count=f"{loaded.records:,}", store=one_line(shown(engine.url))))
        yield engine
    finally:
        engine.dispose()


def _existing(place: str, lang: Lang) -> sa.Engine:
    try:
        existing(address_of(place)).dispose()
    except NoStore as error:
        raise JieduiError(query_words(lang).no_store.format(place=one_line(error.place))) from error
    return ready(engine_of(address_of(place)))


def _safety(request: Request, port: int) -> Safety:
    is_local = is_loopback(request.host)
    token = request.token or (None if is_local else secrets.token_urlsafe(24))
    return Safety(hosts_of(request.host, () if is_local else (socket.gethostname(),)), port, token, is_open=not is_local)


def _say_where(request: Request, safety: Safety, store: str, teller: Teller) -> None:
    said = _WORDS[request.lang]
    where = _address(request.host, safety)
    teller.say(said["where"].format(store=one_line(store), address=where))
    if not is_loopback(request.host):
        teller.say(said["open-to-all"])
    teller.say(said["how-to-end"])
    if request.opens_browser:
        # a browser may take its time to start
        threading.Thread(target=webbrowser.open, args=(where,), daemon=True).start()


def _address(host: str, safety: Safety) -> str:
    """What to type into a browser."""
    bare = host.strip("[]")
    with suppress(ValueError):
        address = ipaddress.ip_address(bare)
        bare = socket.gethostname() if address.is_unspecified else f"[{bare}]" if address.version == 6 else bare
    return f"http://{bare}:{safety.port}/" + (f"?token={quote(safety.access)}" if safety.access else "")


def _beside(images: PageImages, engine: sa.Engine) -> None:
    """What need not be waited for: the child that draws, and the states of what has been read anew."""

    def work() -> None:
        images.warm()
        with suppress(JieduiError, sa.exc.SQLAlchemyError):
            rebuild_stale(engine)

    threading.Thread(target=work, name="jiedui-review-beside", daemon=True).start()


def _serve(site: Site, bound: socket.socket) -> None:
    logging.getLogger("uvicorn").setLevel(logging.CRITICAL + 1)
    with suppress(KeyboardInterrupt):
        asyncio.run(server_of(site).serve([bound]))


_ZH: Mapping[str, str] = {
    "where": "审阅 {store}，请在浏览器里打开：\n  {address}",
    "how-to-end": "按 Ctrl+C 结束；做出的决定随时都已存好。",
    "open-to-all": "注意：别的机器也能连到这个地址。请只把上面带 token 的地址告诉审阅的人；内容和 token 在网络上没有加密。",
    "ended": "审阅服务已结束。",
    "loaded": "读入 {count} 份记录，决定存在 {store}。",
    "no-record": "{name} 不是 jiedui 的记录，跳过了。",
    "no-records": "{names} 里没有记录。请给出 jiedui extract --out 写成的文件或文件夹。",
    "port-taken": "端口 {port} 已被占用。请用 --port 另选一个，或用 --port 0 自动选。",
    "port-denied": "没有权限使用端口 {port}。请用 --port 选一个 1024 以上的。",
    "no-host": "不能在 {host} 上监听。请检查 --host，或不写它，只在本机使用。",
    "short-token": "--token 太短，容易被猜到。请写 {least} 个字符以上，或不写，由程序生成。",
}
_EN: Mapping[str, str] = {
    "where": "Reviewing {store}; open this in a browser:\n  {address}",
    "how-to-end": "Ctrl+C ends it; every decision is kept at once.",
    "open-to-all": "Other machines can reach this address. Give it with its token to reviewers only; nothing is encrypted on its way.",
    "ended": "The review has ended.",
    "loaded": "{count} records taken in; decisions are kept in {store}.",
    "no-record": "{name} is no record of jiedui and was passed over.",
    "no-records": "There are no records in {names}. Give the files or the folder that jiedui extract --out has written.",
    "port-taken": "Port {port} is taken. Choose another with --port, or let one be chosen with --port 0.",
    "port-denied": "Port {port} may not be used. Choose one above 1024 with --port.",
    "no-host": "{host} cannot be listened on. Check --host, or leave it out to review on this machine alone.",
    "short-token": "--token is short enough to be guessed. Give {least} characters or more, or leave it out to have one made.",
}
_WORDS: Mapping[Lang, Mapping[str, str]] = {"zh": _ZH, "en": _EN}
