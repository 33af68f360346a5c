"""What a round of news costs: ``python -m benchmarks.news [--feeds 20] [--articles 50]``.

A site on loopback with as many lists, in a process of its own; every source is visited with politeness off, from the start of the program
to its end. Then some articles are changed, and it is visited again: only those may be sent.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from datetime import date, datetime, timedelta
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parents[1]
_CHANGED = 7
"""Every so manieth article is changed before the second round."""
_BODY = (
    "{month}月{day}日，{helper}的{count}名骨干教师来到{helped}，开展结对帮扶活动。活动中，教师们上了{lessons}节示范课，{helped}全体教师观摩。课后，"
    "双方围绕课堂教学、班级管理和校本教研深入交流。{helper}向{helped}捐赠图书{books}册、资金{money}万元，用于建设阅览室。{helped}校长表示，"
    "两校结对以来，{helper}先后派出{sent}名教师驻校支教，开展送教活动{visits}次，学校的面貌有了很大变化。下一步，两校将继续互派教师，共享资源，"
    "让山里的孩子也能享受优质教育。"
)


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--feeds", type=int, default=20)
    parser.add_argument("--articles", type=int, default=50)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="jiedui-news-") as folder:
        place = Path(folder)
        ours, theirs = multiprocessing.Pipe()
        server = multiprocessing.get_context("spawn").Process(target=serve, args=(theirs, asked.feeds, asked.articles), daemon=True)
        server.start()
        port: int = ours.recv()
        (place / "feeds.toml").write_text(_config(port, asked.feeds))
        try:
            seconds = _visit(place)
            hits = _hits(ours)
            total = asked.feeds * asked.articles
            print(f"{asked.feeds} sources, {total:,} articles: {seconds:.1f} s, {total / seconds:.1f} a second (bar 50); {_told(hits)}")
            ours.send("change")
            seconds = _visit(place)
            print(f"again, {len(range(0, total, _CHANGED)):,} of them changed: {seconds:.1f} s; {_told(_hits(ours))}")
        finally:
            server.terminate()


def _config(port: int, feeds: int) -> str:
    head = f'[defaults]\nseconds = 0\nrobots = false\nrecheck-days = 3660\nallow = ["127.0.0.1:{port}"]\n'
    return head + "".join(f'[[feed]]\nname = "第{at}区教育局"\naddress = "http://127.0.0.1:{port}/{at}/list.html"\n' for at in range(feeds))


def _visit(place: Path) -> float:
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "feeds", "run"],
        cwd=place, env=os.environ | {"PYTHONPATH": str(_ROOT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        raise SystemExit(f"ended with {done.returncode}: {done.stderr[-2000:]}")
    return time.monotonic() - began


def _hits(connection: Connection) -> Counter[str]:
    connection.send("hits")
    return Counter(json.loads(connection.recv()))


def _told(hits: Counter[str]) -> str:
    return f"{hits['200']:,} pages sent, {hits['304']:,} were as before"


def serve(connection: Connection, feeds: int, articles: int) -> None:
    """The site, until it is terminated; it changes and tells its hits when it is asked to."""
    hits: Counter[str] = Counter()
    changed: set[int] = set()
    handler = partial(_Handler, hits, changed, articles)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    connection.send(server.server_port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    while True:
        if connection.recv() == "change":
            changed.update(range(0, feeds * articles, _CHANGED))
        else:
            connection.send(json.dumps(hits))
            hits.clear()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, hits: Counter[str], changed: set[int], articles: int, *arguments: Any) -> None:  # noqa: ANN401 - the base has them
        self._hits, self._changed, self._articles = hits, changed, articles
        super().__init__(*arguments)

    def do_GET(self) -> None:
        _, feed, name = self.path.split("/")
        if name == "list.html":
            self._send(self._list(int(feed)), "list" + str(len(self._changed)))
            return
        number = int(name.removeprefix("t").removesuffix(".html").partition("_")[2])
        version = int(number in self._changed)
        self._send(self._article(number, version), f"{number}-{version}")

    def _send(self, page: str, mark: str) -> None:
        tag = f'"{mark}"'
        body = page.encode("gb18030")
        is_same = self.headers.get("If-None-Match") == tag
        self._hits["304" if is_same else "200"] += 1
        self.send_response(304 if is_same else 200)
        self.send_header("ETag", tag)
        if is_same:
            self.end_headers()
            return
        self.send_header("Content-Type", "text/html; charset=gb2312")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _list(self, feed: int) -> str:
        lines = "".join(
            f'<li><a href="t{_day(at):%Y%m%d}_{at}.html" title="{_title(at)}">{_title(at)[:12]}…</a><span>[{_day(at)}]</span></li>'
            for at in range(feed * self._articles, (feed + 1) * self._articles)
        )
        return f'<html><head><meta charset="gb2312"><title>工作动态</title></head><body><ul class="newsList">{lines}</ul></body></html>'

    def _article(self, at: int, version: int) -> str:
        day, (helper, helped) = _day(at), _pair(at)
        facts = {
            "count": 2 + at % 9 + version,
            "lessons": 3 + at % 11,
            "books": 100 + at,
            "money": 1 + at % 20,
            "sent": 5 + at % 7,
            "visits": 2 + at % 5,
        }
        body = _BODY.format(month=day.month, day=day.day, helper=helper, helped=helped, **facts)
        return (
            f'<html><head><meta charset="gb2312"><title>{_title(at)}</title></head><body><h1>{_title(at)}</h1>'
            f"<p>发布时间：{day} 来源：第{at // self._articles}区教育局 浏览次数：{time.monotonic_ns() % 1000}</p>"
            f'<div class="TRS_Editor"><p>{body}</p></div><div class="foot">版权所有</div></body></html>'
        )

    def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002, ANN401 - as the base has them
        """Say nothing."""


def _day(at: int) -> date:
    return datetime.now().astimezone().date() - timedelta(days=at % 45)


def _pair(at: int) -> tuple[str, str]:
    return f"东{'一二三四五六七八九十'[at % 10]}区第{at}小学", f"西{'一二三四五六七八九十'[at // 10 % 10]}县第{at}小学"


def _title(at: int) -> str:
    helper, helped = _pair(at)
    return f"{helper}赴{helped}开展结对帮扶活动"


if __name__ == "__main__":
    main()
