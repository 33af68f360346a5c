"""Files at addresses that fsspec knows (``s3://…``, ``sftp://…``, ``memory://…``): listed, and fetched when they are read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from extractors.readers.limits import MAX_BYTES
from pipeline.messages import Skip, messages
from pipeline.sources.folder import DOCUMENTS, UNFINISHED, Passed
from schemas.errors import JieduiError, Unreadable

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_PASSWORD = re.compile(r"://[^/]*:[^/]*@")
_REFUSED = frozenset({"http", "https", "ftp", "data", "jlab", "github", "gist", "reference"})
"""Pages of the web are not fetched: nobody has looked where such an address leads."""
_MARKS = ("ETag", "etag", "md5", "LastModified", "mtime", "modified", "last_modified", "created")
"""What servers call the property that changes with a file's content, the surest first."""
_MAGIC = re.compile(r"[*?]")


@dataclass(frozen=True, slots=True)
class Remote:
    """A file at an address. ``mark`` changes whenever its content does, as far as its server tells."""

    address: str
    size: int | None
    mark: str | None


def is_address(word: str) -> bool:
    """Whether a word is an address, not a path."""
    return _ADDRESS.match(word) is not None


def listed(word: str) -> Iterator[Remote | Passed]:
    """The documents at, below or matching an address, in order; none where a pattern matches nothing.

    Raises :class:`JieduiError` where nobody answers, where there is no driver, and where an address without a pattern leads to nothing.
    """
    system, path, root = _system(word)
    is_one, magic = False, _MAGIC.search(path)
    try:
        # a listing is never an old one, however long this process has lived
        system.invalidate_cache()
        if is_one := system.isfile(path):
            found = {path: system.info(path)}
        else:
            found = system.glob(path, detail=True) if magic else system.find(path, detail=True)
    except Exception as error:  # every driver of fsspec raises its own
        raise _cannot(word, error) from error
    if not found and not magic:
        raise JieduiError(f"{word} 里没有文件。请检查地址和权限。")
    above = len(path[: magic.start()].rpartition("/")[0] if magic else path)
    for name in sorted(found):
        info = found[name]
        if info.get("type") == "directory":
            continue
        why = None if is_one else _why_passed(name[above:], info)
        yield Remote(root + name, info.get("size"), _mark(info)) if why is None else Passed(PurePosixPath(name), why)


def _why_passed(below: str, info: Mapping[str, Any]) -> Skip | None:
    """Why what was found is not read, as in a folder; ``below`` are its folders and its name."""
    name = PurePosixPath(below)
    if any(part.startswith(".") for part in name.parts):
        return "hidden"
    if info.get("type") != "file":
        return "link" if info.get("islink") else "special"
    if name.name.startswith("~$") or name.name.endswith(UNFINISHED):
        return "temporary"
    return None if name.suffix.lower() in DOCUMENTS else "other-format"


@contextmanager
def fetched(remote: Remote) -> Iterator[Path]:
    """A copy of the file under a name of ours, gone afterwards. Raises :class:`Unreadable`."""
    if remote.size is not None and remote.size > MAX_BYTES:
        raise Unreadable("too-large", messages("zh").reasons["too-large"])
    with TemporaryDirectory(prefix="jiedui-") as folder:
        path = Path(folder) / "file"
        try:
            system, name, _ = _system(remote.address)
            system.get_file(name, str(path), callback=_at_most(MAX_BYTES))
        except Unreadable:
            raise
        except PermissionError as error:
            raise Unreadable("no-permission", messages("zh").reasons["no-permission"]) from error
        except FileNotFoundError as error:
            raise Unreadable("not-a-file", "列出之后，这个文件被删除或改名了。请确认后再运行一次。") from error
        except Exception as error:  # the same
            raise Unreadable("not-a-file", f"取不到文件：{_said(error)}。请检查网络和权限后再运行一次。") from error
        yield path


def _at_most(limit: int) -> Any:  # noqa: ANN401 - a class of fsspec's, which carries no types
    """What fsspec tells how much it has fetched: the file may be another by now than the one that was listed."""
    from fsspec.callbacks import Callback  # noqa: PLC0415 - only who has such addresses pays for it

    class Bounded(Callback):  # type: ignore[misc] # fsspec carries no types
        def call(self, *_: object, **__: object) -> None:
            if max(self.size or 0, self.value) > limit:
                raise Unreadable("too-large", messages("zh").reasons["too-large"])

    return Bounded()


def _mark(info: Mapping[str, Any]) -> str | None:
    mark = next((info[name] for name in _MARKS if info.get(name)), None)
    return None if mark is None else f"{mark} {info.get('size')}"


def _system(word: str) -> tuple[Any, str, str]:
    """Fsspec's file system for an address, the path in it, and what before a path of it makes an address."""
    import fsspec  # noqa: PLC0415 - only who has such addresses pays for it

    scheme, _, rest = word.partition("://")
    scheme = scheme.lower()
    if scheme in _REFUSED:
        raise JieduiError(f"{word} 是网页的地址。请先把文件下载到文件夹，再读那个文件夹。")
    if _PASSWORD.search(word):
        raise JieduiError(
            f"{scheme}:// 的地址里写了密码，它会留在存储和报告里。请去掉密码，改用环境变量 FSSPEC_{scheme.upper()}_PASSWORD。"
        )
    try:
        # not url_to_fs: to that, "::" in a name chains addresses, and the last of them may be one of the web
        kind = fsspec.get_filesystem_class(scheme)
        options = kind._get_kwargs_from_urls(f"{scheme}://{rest}")  # noqa: SLF001 - what fsspec's own opening of addresses calls
        system, path = kind(**options), kind._strip_protocol(f"{scheme}://{rest}")  # noqa: SLF001 - the same
    except ImportError as error:
        raise JieduiError(f"读 {scheme}:// 需要另装软件包（{_said(error)}）。s3:// 请运行 pip install 'jiedui[s3]'。") from error
    except Exception as error:  # the same
        raise _cannot(word, error) from error
    return system, path, f"{scheme}://" + (rest.partition("/")[0] if "host" in options else "")


def _cannot(word: str, error: Exception) -> JieduiError:
    return JieduiError(f"连不上 {word}：{_said(error)}。请检查地址、网络和账号后再试。")


def _said(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
