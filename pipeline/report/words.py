"""What the report says, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.batch.words import words as batch_words
from pipeline.messages import Lang
from pipeline.pages.words import PageWords, page_words
from pipeline.report.model import OUTCOMES, Outcome


@dataclass(frozen=True, slots=True)
class Words:
    """Headings, labels, and templates for :meth:`str.format`; ``no_*`` stand where there is nothing to show."""

    page: PageWords
    heading: str
    of_day: str
    took: str
    sources: str
    under: str
    run: str
    outcomes: Mapping[Outcome, str]
    files: str
    files_news: str
    files_by_outcome: str
    all_unchanged: str
    share_read: str
    share_note: str
    papers: str
    papers_note: str
    soon: str
    soon_note: str
    promised: str
    promised_note: str
    promised_more: str
    promised_foreign: str
    found: str
    found_note: str
    attention: str
    expiring: str
    no_expiring: str
    expiring_note: str
    ends: str
    left: str
    today: str
    days: str
    agreement: str
    parties_of: str
    file: str
    same_files: str
    not_read: str
    no_not_read: str
    none_of_this_run: str
    elsewhere: str
    limited: str
    outcome: str
    why: str
    failed_times: str
    program_failed: str
    by_reason: str
    to_review: str
    no_to_review: str
    findings: str
    no_findings: str
    clean: str
    rule: str
    count: str
    in_contents: str
    severity: str
    agreements: str
    no_agreements: str
    by_year: str
    by_year_note: str
    no_years: str
    earlier: str
    later: str
    by_month: str
    by_month_note: str
    no_months: str
    by_end: str
    ended: str
    end_later: str
    end_open: str
    kinds: str
    no_kinds: str
    of_templates: str
    money: str
    no_money: str
    money_counts: str
    money_left_out: str
    what: str
    amount: str
    items: str
    of_agreements: str
    once: str
    every: Mapping[str, str]
    in_kind: str
    parties: str
    supporters: str
    recipients: str
    no_parties: str
    of_papers: str
    duplicates: str
    no_duplicates: str
    same: str
    no_same: str
    near: str
    no_near: str
    near_note: str
    copies: str
    alike: str
    speed: str
    no_speed: str
    speed_note: str
    seconds: str
    how_counted: tuple[str, ...]


def _outcomes(lang: Lang) -> Mapping[Outcome, str]:
    """In the words of the run itself."""
    fates = batch_words(lang).fates
    return {outcome: fates[outcome] for outcome in OUTCOMES}


_ZH = Words(
    page=page_words("zh"),
    heading="结对帮扶文书 · 运行报告",
    of_day="截至 {day}",
    took="{started} 开始，用了 {time}",
    sources="读了什么",
    under="共同的文件夹",
    run="运行",
    outcomes=_outcomes("zh"),
    files="文件",
    files_news="新增 {new} · 改动 {changed} · 未变 {unchanged}",
    files_by_outcome="{total} 个文件的结果",
    all_unchanged="没有新文件，也没有改动：以下说的是存储里已有的结果。",
    share_read="读成",
    share_note="需复核 {review} · 没有读成 {bad}",
    papers="协议",
    papers_note="签有日期的 {signed} 份",
    soon="{days} 天内到期",
    soon_note="已经到期 {expired} 份",
    promised="承诺的资金",
    promised_note="{agreements} 份协议写明总额或一次给付",
    promised_more="另有按年等给付的",
    promised_foreign="另有外币",
    found="发现",
    found_note="错误 {error} · 注意 {warning} · 提示 {info}",
    attention="要处理的",
    expiring="{days} 天内到期的协议",
    no_expiring="{day} 起 {days} 天内没有协议到期。",
    expiring_note="已经到期 {expired} 份，更晚到期 {later} 份，读不出到期日 {open} 份。",
    ends="到期",
    left="还有",
    today="当天",
    days="{days} 天",
    agreement="协议",
    parties_of="各方",
    file="文件",
    same_files="同样的文件共 {count} 个",
    not_read="没有读成的文件",
    no_not_read="所有文件都读成了。",
    none_of_this_run="这次读过的文件都读成了。",
    elsewhere="另有 {count} 个文件当时正由另一次运行读取，内容没有算在这里；等它结束后再运行一次。",
    limited="这次用了 --limit {limit}，最多读 {limit} 个新文件；如有剩下的，下次运行再读。",
    outcome="结果",
    why="原因和办法",
    failed_times="已试 {count} 次",
    program_failed="程序出错",
    by_reason="按原因",
    to_review="需复核的文件",
    no_to_review="没有需要复核的文件。",
    findings="发现的问题",
    no_findings="没有发现问题。",
    clean="读成的 {read} 份内容里，{clean} 份没有错误和注意。",
    rule="规则",
    count="处数",
    in_contents="涉及内容",
    severity="程度",
    agreements="协议",
    no_agreements="这次没有读到协议（空白范本不算）。",
    by_year="签订年份",
    by_year_note="另有 {count} 份没有签订日期。",
    no_years="没有一份协议写有签订日期。",
    earlier="更早",
    later="更晚",
    by_month="今后十二个月到期",
    by_month_note="从 {month} 起，按月；不含 {day} 之前已到期的。",
    no_months="今后十二个月里没有协议到期。",
    by_end="到期情况",
    ended="已经到期",
    end_later="更晚到期",
    end_open="读不出到期日",
    kinds="文书种类",
    no_kinds="没有读出文书。",
    of_templates="其中空白范本 {count}",
    money="承诺的资金",
    no_money="协议里没有读到承诺给付的数额。",
    money_counts="算的是协议里应当给付或计划给付的数额；已经给付的和附条件的不算，空白范本不算，几乎相同的协议只算一份。",
    money_left_out="没有算进去的：其中项和分期 {parts} 项，与分项重复的合计 {totals} 项，按人、校、次等计、算不出总额的 {rates} 项。",
    what="给付",
    amount="合计",
    items="项数",
    of_agreements="协议",
    once="一次，或写明了总额",
    every={"年": "每年，未写明总额", "学年": "每学年，未写明总额", "学期": "每学期，未写明总额", "月": "每月，未写明总额"},
    in_kind="含物资折价 {count} 项",
    parties="出现最多的各方",
    supporters="支援方",
    recipients="受援方",
    no_parties="没有读到名称。",
    of_papers="文书",
    duplicates="重复",
    no_duplicates="没有重复的文件，也没有几乎相同的文书。",
    same="内容完全相同的文件",
    no_same="没有两个文件的内容完全相同。",
    near="几乎相同的文书",
    no_near="没有几乎相同的文书。",
    near_note="同一份文书的另一种格式、另一次扫描，或多一行的副本。每组只有第一份计入协议和资金。",
    copies="个数",
    alike="相同程度",
    speed="最慢的文件",
    no_speed="这次没有读任何文件：都是以前读过的。",
    speed_note="这次读了 {files} 个文件，读取时间加起来{time}（几个同时读，所以比实际用时长）。",
    seconds="秒",
    how_counted=(
        "文件：这次看到的地址。同一内容放在五处，算五个文件。",
        "内容：字节不同的文件。放在五处的同一文件算一份内容；发现的问题按内容数。",
        "文书：读出的协议、方案、报道等，一个文件里可以有几份。",
        "协议和各方：不算空白范本；几乎相同的内容（扫描件和原件、同一协议的 .docx 和 .pdf）只算一份。",
        "列表太长时只列开头；report.json 列得更多，全部在存储里。",
        "出错三次的文件会隔离起来；要再读，请加 --retry-failed。",
    ),
)

_EN = Words(
    page=page_words("en"),
    heading="School pairing papers: run report",
    of_day="as of {day}",
    took="begun {started}, took {time}",
    sources="What was read",
    under="Common folder",
    run="Run",
    outcomes=_outcomes("en"),
    files="Files",
    files_news="{new} new · {changed} changed · {unchanged} unchanged",
    files_by_outcome="What became of {total} files",
    all_unchanged="Nothing is new, nothing has changed: this is what the store holds already.",
    share_read="Read",
    share_note="{review} to review · {bad} not read",
    papers="Agreements",
    papers_note="{signed} with a day of signing",
    soon="Ending within {days} days",
    soon_note="{expired} have ended",
    promised="Money promised",
    promised_note="once or as a total in {agreements} agreements",
    promised_more="others are paid every year or term",
    promised_foreign="others are in other currencies",
    found="Findings",
    found_note="{error} errors · {warning} warnings · {info} notes",
    attention="To do",
    expiring="Agreements that end within {days} days",
    no_expiring="No agreement ends within {days} days from {day}.",
    expiring_note="{expired} have ended, {later} end later, {open} without a known end.",
    ends="Ends",
    left="In",
    today="today",
    days="{days} d",
    agreement="Agreement",
    parties_of="Parties",
    file="File",
    same_files="{count} files with this content",
    not_read="Files that were not read",
    no_not_read="Every file was read.",
    none_of_this_run="Every file that this run came to was read.",
    elsewhere="{count} more were being read by another run, and what they say is not told here; run this again when it has ended.",
    limited="--limit {limit} was given: at most {limit} new files were read; if there are more, the next run reads them.",
    outcome="Outcome",
    why="Why, and what to do",
    failed_times="tried {count} times",
    program_failed="the program failed",
    by_reason="By reason",
    to_review="Files to review",
    no_to_review="No file needs review.",
    findings="Findings",
    no_findings="Nothing was found.",
    clean="Of {read} contents that were read, {clean} have neither an error nor a warning.",
    rule="Rule",
    count="Count",
    in_contents="Contents",
    severity="Severity",
    agreements="Agreements",
    no_agreements="No agreement was read (blank forms do not count).",
    by_year="Year of signing",
    by_year_note="{count} more have no day of signing.",
    no_years="No agreement has a day of signing.",
    earlier="earlier",
    later="later",
    by_month="Ending in the next twelve months",
    by_month_note="From {month} on, by month; without those that ended before {day}.",
    no_months="No agreement ends in the next twelve months.",
    by_end="How they stand",
    ended="ended",
    end_later="end later",
    end_open="no known end",
    kinds="Kinds of documents",
    no_kinds="No document was read.",
    of_templates="{count} of them blank forms",
    money="Money promised",
    no_money="No agreement promises a sum.",
    money_counts="What agreements oblige a party to give, or plan to; not what was given or is conditional, no blank forms, and of "
    "agreements that are nearly the same one.",
    money_left_out="Left out: {parts} parts and instalments, {totals} totals of sums that are counted, {rates} sums for each person, "
    "school or time that come to no total.",
    what="Payment",
    amount="Sum",
    items="Items",
    of_agreements="Agreements",
    once="once, or with a stated total",
    every={
        "年": "every year, no total stated",
        "学年": "every school year, no total stated",
        "学期": "every term, no total stated",
        "月": "every month, no total stated",
    },
    in_kind="with {count} items in kind",
    parties="Parties most seen",
    supporters="Supporters",
    recipients="Recipients",
    no_parties="No name was read.",
    of_papers="Papers",
    duplicates="Duplicates",
    no_duplicates="No file is there twice, and no two papers are nearly the same.",
    same="Files with the same content",
    no_same="No two files have the same content.",
    near="Papers that are nearly the same",
    no_near="No two papers are nearly the same.",
    near_note="Another format or scan of a paper, or a copy with a line more. Only the first of a group counts among agreements and money.",
    copies="Files",
    alike="Alike",
    speed="Slowest files",
    no_speed="This run read no file: all had been read before.",
    speed_note="{files} files were read, in {time} added up (several are read at a time, so the run took less).",
    seconds="seconds",
    how_counted=(
        "Files: the addresses that the run saw. One content in five places is five files.",
        "Contents: different bytes. Findings are counted by content.",
        "Documents: the agreements, plans, news and so on that were read; a file may hold several.",
        "Agreements and parties: no blank forms; of contents that are nearly the same (a scan and its source, .docx and .pdf) one counts.",
        "Long lists show their beginning; report.json has more of them, and the store has all.",
        "A file on which the program fails three times is set aside; add --retry-failed to read it again.",
    ),
)


def words(lang: Lang) -> Words:
    """Those of a language."""
    return _EN if lang == "en" else _ZH
