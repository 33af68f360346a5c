"""What ``jiedui serve`` says, in Chinese and in English."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.messages import Lang


@dataclass(frozen=True, slots=True)
class Words:
    """Templates for :meth:`str.format`."""

    no_config: str
    no_job: str
    no_jobs: str
    same_name: str
    bad_name: str
    bad_store: str
    bad_zone: str
    no_standard_input: str
    cron_fields: str
    cron_field: str
    cron_never: str
    cron_minute: str
    cron_hour: str
    cron_day: str
    cron_month: str
    cron_weekday: str
    port_taken: str
    name_taken: str
    left_over: str
    no_server: str
    serving: str
    next: str
    paused_since: str
    paused: str
    resumed: str
    unpaused: str
    paused_now: str
    resumed_now: str
    line: str
    done: str
    nothing: str
    missing: str
    stopped: str
    failed: str
    died: str
    skipped_busy: str
    skipped_paused: str
    caught_up: str
    cancelled: str
    restored: str
    lost: str
    found_again: str
    store_lost: str
    server_died: str
    stopping: str
    ended: str


_ZH = Words(
    no_config="这个文件夹和上级文件夹里都没有 {name}。请写一个，或用 --config 指定。",
    no_job="{path} 里没有 {name}。相近的有：{nearest}。",
    no_jobs="没有写出要做的事。请至少写一个 {known}。",
    same_name="{key} 的“{value}”和 {other} 相同（不分大小写）。请换一个名字。",
    bad_name="{key} 不能是“{value}”：要能作文件夹的名字，不用 / % & < > 等符号，最多 {most} 个字。",
    bad_store="{key} 要写成 SQLite 文件的路径，或 postgresql://用户@主机/数据库。",
    bad_zone="{key} 没有 {value} 这个时区。相近的有：{nearest}。",
    no_standard_input="{key} 不能是 -：定时读取没有标准输入。",
    cron_fields="“{value}”要写成五段：分 时 日 月 星期，如 0 2 * * *；现在有 {count} 段。",
    cron_field="{field}不能是“{value}”。请用 {least} 到 {most} 的数、*、*/2、1-5、1,3 这样的写法。",
    cron_never="“{value}”永远不会到：没有这样的日子。",
    cron_minute="第 1 段（分）",
    cron_hour="第 2 段（时）",
    cron_day="第 3 段（日）",
    cron_month="第 4 段（月）",
    cron_weekday="第 5 段（星期，0 和 7 都是星期日）",
    port_taken="端口 {port} 已被占用：可能已经有一个 jiedui serve 在运行。请先结束它，或在 {path} 的 serve.port 换一个。",
    name_taken="Prefect 上已有同名的 {name}，属于 {other}。请换一个名字，或用另一个 Prefect。",
    left_over="上一个 jiedui serve 意外结束，这次没有做完",
    no_server="连不上 PREFECT_API_URL 所指的 Prefect（{why}）。请检查地址和网络；不设这个变量就用自带的服务器。",
    serving="按 {path} 定时读取，共 {count} 项；页面在 {page}，按 Ctrl+C 结束。",
    next="{name}：下次 {time}（{cron}），读 {about}",
    paused_since="{name}：已暂停，从 {time} 起（{cron}），读 {about}",
    paused="已暂停 {name}。用 jiedui serve --resume 恢复。",
    resumed="已恢复 {name}。",
    unpaused="{name} 本来就没有暂停。",
    paused_now="已暂停",
    resumed_now="已恢复",
    line="{time} {name}：{said}",
    done="{counts}。用了{spent}，报告在 {report}",
    nothing="没有文件",
    missing="没有 {missing} 这个文件或文件夹，其余：{said}",
    stopped="已停下，读完的都已存好：{counts}",
    failed="没有做成：{why}",
    died="中途断了（{why}），读完的已存好，下次接着读",
    skipped_busy="跳过这一次，上一次还没有结束",
    skipped_paused="跳过这一次，已暂停",
    caught_up="错过了 {count} 次，现在补一次",
    cancelled="在页面上取消或删除了，正在停下",
    restored="定时计划在页面上被删了，已重新建好。不要它时，请用 --pause 暂停，或从 {path} 里去掉后重新启动",
    lost="连不上 Prefect（{why}），每隔几秒再试；已经开始的照常进行",
    found_again="又连上了 Prefect",
    store_lost="打不开存储 {store}（{why}），暂停的状态暂按先前的；每隔几秒再试",
    server_died="自带的 Prefect 服务器意外结束，正在重新启动",
    stopping="正在停下：等 {names} 把读完的存好。再按一次 Ctrl+C 立即结束。",
    ended="已结束定时读取。",
)

_EN = Words(
    no_config="there is no {name} in this folder or above it. Write one, or name it with --config.",
    no_job="there is no {name} in {path}. Like it: {nearest}.",
    no_jobs="there is nothing to do in it. Write at least one {known}.",
    same_name="{key}, {value}, is the same as {other} (upper and lower case are one). Choose another name.",
    bad_name="{key} cannot be “{value}”: it names a folder too, without / % & < > and the like, of {most} characters at most.",
    bad_store="{key} takes the path of an SQLite file, or postgresql://user@host/database.",
    bad_zone="{key}: there is no time zone {value}. Like it: {nearest}.",
    no_standard_input="{key} cannot be -: a schedule has no standard input.",
    cron_fields="“{value}” takes five fields: minute hour day month weekday, such as 0 2 * * *; it has {count}.",
    cron_field="{field} cannot be “{value}”. It takes numbers from {least} to {most}, *, */2, 1-5, or 1,3.",
    cron_never="“{value}” never comes: there is no such day.",
    cron_minute="field 1 (minute)",
    cron_hour="field 2 (hour)",
    cron_day="field 3 (day)",
    cron_month="field 4 (month)",
    cron_weekday="field 5 (weekday; 0 and 7 are Sunday)",
    port_taken="port {port} is taken: another jiedui serve may be running. End it, or choose another serve.port in {path}.",
    name_taken="Prefect already has a {name}, which belongs to {other}. Choose another name, or another Prefect.",
    left_over="the jiedui serve before this one ended unexpectedly, and this run with it",
    no_server="Prefect does not answer at PREFECT_API_URL ({why}). Check address and network; without it our own server is used.",
    serving="Serving {path}, jobs: {count}. The page is {page}; Ctrl+C ends it.",
    next="{name}: next {time} ({cron}), reads {about}",
    paused_since="{name}: paused since {time} ({cron}), reads {about}",
    paused="{name} is paused. jiedui serve --resume takes it back.",
    resumed="{name} is resumed.",
    unpaused="{name} was not paused.",
    paused_now="paused",
    resumed_now="resumed",
    line="{time} {name}: {said}",
    done="{counts}. Took {spent}, report in {report}",
    nothing="no files",
    missing="there is no file or folder {missing}; of the others: {said}",
    stopped="stopped, what was read is kept: {counts}",
    failed="not done: {why}",
    died="broke off ({why}); what was read is kept, the next run goes on",
    skipped_busy="skipped, the run before has not ended",
    skipped_paused="skipped, it is paused",
    caught_up="missed {count} runs, making up for them with one",
    cancelled="cancelled or deleted on the page, stopping",
    restored="its schedule was deleted on the page and is made anew; to be rid of it, pause it, or take it out of {path} and restart",
    lost="Prefect does not answer ({why}); trying again every few seconds, what has begun goes on",
    found_again="Prefect answers again",
    store_lost="the store {store} cannot be opened ({why}); pauses stay as they were, trying again every few seconds",
    server_died="our Prefect server has ended unexpectedly and is started again",
    stopping="Stopping: waiting for {names} to keep what was read. Ctrl+C again ends it at once.",
    ended="Serving has ended.",
)


def words_of(lang: Lang) -> Words:
    """The words of a language."""
    return _EN if lang == "en" else _ZH
