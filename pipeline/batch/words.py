"""What ``jiedui batch`` says, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.messages import Lang
from pipeline.store.seen import Fate


@dataclass(frozen=True, slots=True)
class Words:
    """Labels, and templates for :meth:`str.format`."""

    fates: Mapping[Fate, str]
    found: str
    missing: str
    nothing: str
    progress: str
    more_trouble: str
    would: str
    would_settled: str
    all_known: str
    still_unread: str
    rate: str
    parting: str
    done: str
    part: str
    elsewhere: str
    kept: str
    resume: str
    again: str
    retry: str
    page: str
    no_page: str
    no_cluster: str
    no_dask: str
    no_scheduler: str
    own_server: str
    quarantined: str
    hours: str
    minutes: str
    seconds: str


_ZH = Words(
    fates={
        "ok": "读成",
        "needs-review": "需复核",
        "unreadable": "没有读成",
        "failed": "出错",
        "unchanged": "未变",
        "quarantined": "已隔离",
        "elsewhere": "另一次运行在读",
    },
    found="找到 {count} 个文件，存到 {store}",
    missing="跳过 {name}：没有这个文件或文件夹。请检查路径。",
    nothing="没有找到可读的文件。请检查路径；其他后缀的文件请直接写出文件名。",
    progress="{done}/{total}{rate}  {counts}",
    rate="  每秒 {rate} 个  还要 {time}",
    parting="，",
    more_trouble="没有读成或需复核的文件较多，其余不再逐个列出，都在报告里。",
    would="会读 {count} 个文件{settled}。没有写任何东西。",
    would_settled="；不用读的：{counts}",
    all_known="没有新文件，也没有改动。",
    still_unread="未变的文件里有 {count} 个以前就没有读成。",
    done="共 {total} 个文件：{counts}。用了 {time}。",
    part="{label} {count} 个",
    elsewhere="有 {count} 个文件正由另一次运行读取，没有算在报告里；等它结束后再运行一次即可。",
    kept="结果存在 {store}，报告在 {report}",
    resume="已停下。读完的 {count} 个都已存好；再运行同一条命令就接着读。",
    again="出错的文件下次运行时会再读；连续 {most} 次出错的会隔离起来，错误留在存储里。",
    retry="要再读没有读成和已隔离的文件，请加 --retry-failed。",
    page="运行时可在 {page} 看各批的进度",
    no_page="Prefect 的页面用不了（{why}），文件照常读取。",
    no_cluster="Dask 集群用不了（{why}）。请检查调度器的地址和 worker 是否在运行，然后再运行一次，接着读。",
    no_dask="没有安装 Dask。请运行 pip install 'jiedui[dask]' 后再试。",
    no_scheduler="--runner dask 要用 --scheduler 给出调度器的地址，如 tcp://主机:8786。",
    own_server="别的机器连不到本机的 Prefect 服务器。请设置 PREFECT_API_URL，让各台机器用同一个服务器（见 docs/scale.md）。",
    quarantined="多次出错，已隔离：{name}。要再读请加 --retry-failed。",
    hours="{hours} 小时 {minutes} 分",
    minutes="{minutes} 分 {seconds} 秒",
    seconds="{seconds} 秒",
)

_EN = Words(
    fates={
        "ok": "read",
        "needs-review": "to review",
        "unreadable": "not read",
        "failed": "failed",
        "unchanged": "unchanged",
        "quarantined": "quarantined",
        "elsewhere": "with another run",
    },
    found="{count} files found, to be kept in {store}",
    missing="skipped {name}: there is no such file or folder. Check the path.",
    nothing="Nothing to read was found. Check the paths; name files with other suffixes one by one.",
    progress="{done}/{total}{rate}  {counts}",
    rate="  {rate} a second  {time} left",
    parting=", ",
    more_trouble="Many files were not read or need review; the others are not listed here, all are in the report.",
    would="{count} files would be read{settled}. Nothing was written.",
    would_settled="; not to be read: {counts}",
    all_known="Nothing is new, nothing has changed.",
    still_unread="Of the unchanged files, {count} could not be read before.",
    done="{total} files: {counts}. It took {time}.",
    part="{count} {label}",
    elsewhere="{count} files are being read by another run and are not in the report; run this again when it has ended.",
    kept="Kept in {store}, report in {report}",
    resume="Stopped. The {count} files that were read are kept; run the same command again to go on.",
    again="Failed files are read again by the next run; those that fail {most} times are set aside, with the error kept in the store.",
    retry="Add --retry-failed to read again what was not read or was set aside.",
    page="While it runs, {page} shows how far the batches are",
    no_page="Prefect's page is not available ({why}); files are read all the same.",
    no_cluster="The Dask cluster is not available ({why}). Check the scheduler's address and its workers, then run again to go on.",
    no_dask="Dask is not installed. Run pip install 'jiedui[dask]' and try again.",
    no_scheduler="--runner dask needs the scheduler's address: --scheduler tcp://host:8786.",
    own_server="Other machines cannot reach this one's Prefect server. Set PREFECT_API_URL to one that all of them use (docs/scale.md).",
    quarantined="failed too often and was set aside: {name}. Add --retry-failed to read it again.",
    hours="{hours} h {minutes} min",
    minutes="{minutes} min {seconds} s",
    seconds="{seconds} s",
)


def words(lang: Lang) -> Words:
    """Those of a language."""
    return _ZH if lang == "zh" else _EN


def spoken(seconds: float, said: Words) -> str:
    """A length of time as people say it."""
    whole = round(seconds)
    if whole >= 3600:
        return said.hours.format(hours=whole // 3600, minutes=whole % 3600 // 60)
    if whole >= 60:
        return said.minutes.format(minutes=whole // 60, seconds=whole % 60)
    return said.seconds.format(seconds=whole)


def counted(counts: Mapping[Fate, int], said: Words) -> str:
    """The outcomes with their numbers, without those that did not come up."""
    shown = [said.part.format(label=said.fates[fate], count=f"{count:,}") for fate, count in counts.items() if count]
    return said.parting.join(shown) or said.part.format(label=said.fates["ok"], count=0)
