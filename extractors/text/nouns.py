"""The noun that a count counts: behind the measure word (1名管理干部), or before the figure (骨干教师6至8名).

Reads::

    至少1名经验丰富的管理人员到对口学校      管理人员
    听课研修，每学期不少于3次                听课研修
    每季度更新1次                            更新
    为乙方举办示范课、观摩课不少于6节        示范课、观摩课
    骨干教师4名，其中汽车专业2名             骨干教师, for both

Source: annotation guide of the record format, rules 5, 15 and 32.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Sequence

from extractors.text.measure_words import PEOPLE_UNITS, TIMES_UNITS, UNIT

Words = Callable[[str], Sequence[str]]
"""Cuts a short text into its words, in order, leaving nothing out."""

LONGEST = 12
_LONGEST_UNKNOWN = 6
_SOMEBODY = frozenset("事委员长手家友工嫂民众人士伴匠童属媒师生")
"""How nouns for people end that no list has (理事, 绣娘 aside)."""
_NEXT_COUNT = re.compile(rf"[0-9]|[一二三四五六七八九十两]{{1,3}}(?:{UNIT})|不少|不低|不超|不多|至少")
_STOP = re.compile(r"[，。；：！？\n\t（）〔〕]")
_PERSON = re.compile(
    r"(?:教师|老师|校长|积极分子|园长|院长|局长|主任|干部|学生|人员|班主任|名师|专家|能手|带头人|志愿者|儿童|幼儿(?!园)|孩子|同学|辅导员|代表|队员|选手|学员|家长|教练|联络员|负责人|领导|成员(?!校|单位|园)|毕业生|医师|护士|支委|理事"
    r"|委员|宣讲员|讲解员|学子|青年|员工|职工|骨干"
    r"|校友(?![会企总])|孤儿(?!院)|村民|群众|居民|农民|牧民|工人|演员|官兵|企业家|艺人|传承人|义工|社工|教研员|导师|师傅|徒弟|讲师|教授|研究员|讲学团员|保育员|管理者|对象|少年|党员|团员|书记|组长|同志|医生|护士|工程师|技师|大师|学者|优师|新教师|师资|个人|人才|师生|先进|标兵|新秀|园丁|员|(?<!每)(?<!招)生|师|者)(?!资"
    r"|范|训|长|活|涯|源|动|傅|德|培|态|命)"
)
_AND = re.compile(r"[、和及与或]|以及")
_HARD_STOPS = frozenset(
    "及 和 或 以及 到 赴 来 去 往 在 对 向 为 给 与 由 从 以 把 被 将 并 并且 且 而 用于 每 各 均 都 也 就 也 已 已经 分别 共同 其中 用以 以便 用 至 于 是 不 则 按 按照 通过 前往 走进 深入 来到 如 经 "
    "后 时 供 帮助 作为 作 担任 进行 予以 给予 组成 参加 参与 等".split()
)
_PREDICATES = frozenset(
    "调剂 承担 负责 开展 组织 举办 培训 完成 聆听 一起 先后 建立 结成 结对 结为 签订 签署 荣获 获得 获 获评 评为 被评为 进入 接受 成立 覆盖 送 上 听 挂职 跟岗 任教 支教 顶岗 走教 轮岗 交流 牵手 配对 展示 执教 带动 辐射 提供 制定 "
    "围绕 作出 "
    "赠送 捐赠 安排 实施 使用 前来 完成 全程 全职 随班 跟班 跟学 考上 考取 入选 加入 担负 讲授 主讲 送教 送课 驻点 驻校 蹲点 坐班 返校 观看 观摩 体验 入园 入学 就读 就业 实习 研学 可 应 须 需 要 能 有 没有 入驻 "
    "无偿 划拨 移交 转赠 转交 上岗 分 派往 选送 推荐 轮流 集中 定期 联合 互相 相互".split()
)
_NEVER_MODIFIERS = frozenset(
    "进入 获 获得 荣获 获评 参加 参与 考上 考取 入选 加入 前来 承担 完成 签订 结成 结为 评为 被评为 作 跟岗 接受 晋升 成长 成为 取得 通过 走上".split()
)
_MODIFYING = frozenset(
    "使用 培训 展示 交流 观摩 体验 实习 研学 跟岗 支教 送教 集中 联合 定期 推荐 实施 帮扶 任教 随班 跟班 全职 全程 轮岗 走教".split()
)
_MANNER = frozenset("原则上 原则 一般 定期 按时 及时 至少 最少 每年 每学期 轮流 依次 分批 先后 曾 已".split())
_CARRIERS = frozenset(
    "互派 作 配送 募集 突破 获评 新聘 续聘 免费 邀约 托管 承办 选派 派出 派遣 委派 指派 派 派驻 选送 选拔 推荐 推选 推 遴选 选 选出 选定 安排 组织 开展 举办 举行 召开 承办 主办 协办 进行 接收 接受 接待 吸纳 吸收 邀请 聘请 聘 "
    "请 确定 明确 指定 落实 成立 组建 建立 建设 建成 建 共建 创建 新建 援建 捐建 "
    "设立 设置 设 预留 留出 预备 腾出 培养 培训 培育 打造 捐赠 赠送 捐助 捐献 捐出 捐 赠 提供 开放 开设 开通 推送 更新 配备 配置 购置 购买 资助 奖励 帮助 支持 协助 完成 收回 发出 回收 增加到 增至 扩大到 撰写 写 提交 交 报送 "
    "参加 参与 承担 上 上好 听 送 送上 给予 给 做 做好 有 为 达 达到 达成 结成 结 "
    "形成 新增 增加 覆盖 惠及 受益 表彰 评选 评出 命名 认定 打磨 推出 录制 制作 编写 编印 印发 印制 发放 发送 转发 征集 收集 收到 提出 指导 减免 减少 兑现 实施 实行 启动 布置 招募 招收 录取 输送 培植 孵化 改造 改建 维修 添置 "
    "添加 补充 整理 开出 互写 互赠 互送 互换 交换 援助 共享 读 讲 面向 互评 互聘 写出 "
    "开 搭建 引进 引入 签订 签署 使 使得 让 将 把 从 由 和 与 及 或 并 并且 且 还 又 再 也 另 其中 如 包括 含 共 共计 合计 累计 总计 至少 最少 力争 争取 确保 保证 每 各 均 分 分别 计划 拟 预计 应 须 需 要 可 能 会 "
    "已 已经 曾 先后 继续 统一 集中 其余 其他 "
    "主要 面向 针对 根据 按 按照 以 在 到 对 向 用 用于 于 至 给 不 不得 全部 不断 之间 期间 拿出 抽调 抽出 选调 选聘 联系 同 跟 发动 动员 调配 执教 讲授 主讲 奉献 走访 慰问 推广 承接 受理 完善 制定 制订 起草 "
    "评聘 表扬 荣获 获得 获 取得 赢得 返还 摆放 安装 运送 送去 送来 带来 带领 率领 赠予 送出 聆听 观看 带教 带 推动 评 选树 树立 征订 订购 采购 铺设 搬运 交流 聚焦".split()
)
_FILLERS = re.compile(
    r"(?:(?:每(?:隔)?[0-9一二两三四五六半]{0,2}个?(?:学期|学年|年度|年|季度|季|月|周|星期|天|日|半年|次|批|期|场|届|学科|教师|学生|党员|成员|校|人|生|名|位|班|所|科|门|对|组)(?:末|初|底|内|中|度)?)"
    r"|人均|校均|全年|全学年|学年内|年度内|学期内|各自|各|均|都|分别|共计|共有|共|合计|累计|总计|总共|总量|达到|达|为|有|应|须|需|要|可|不|"
    r"一行|数量|人数|名额|次数|总数|时间|周期|时长|期限|规模|控制在|预计|目标|约|近|将|至少|最少|最多|至多|已|已经|了|也|还|上|每|的|需要|原则上|一般|分|按|在|是|、|[ ]|：|“|其中|同时|超|数|保持)+$"
)
_RATE_WORDS = re.compile(
    r"每(?:隔)?[0-9一二两三四五六半]{0,2}个?(?:学期|学年|年度|年|季度|季|月|周|天|日|半年|次|批|期|场|届|校|人|生|名|位|班|所|科|门|对|组)(?:末|初|底|内|中|度)?(?![级长])"
    r"|全年|全学年|学年内|年度内|[一二两三四五六七八九十]年内"
)
_LEADS = re.compile(
    r"^(?:(?:我|本|该|贵)[校园]|对方|(?:[0-9]{1,5}|[一二两三四五六七八九十百千]{1,4}|_{2,})余?多?(?:名|位|个|所|批)|其中|同时|并|并且|还|另|另外|如|即|包括|含|以及|及|和|与|、|，|的|等|了|在|至|于"
    r"|“(?=[^”]*$)|”|[0-9]+[、.]|[ ])+"
)
_MODIFIER = re.compile(r"^.*(?<![目标])的(?=[^的]{2,})")
_AGE = re.compile(r"[0-9一二三四五六七八九十]{1,3}(?:(?:周)?岁)?(?:-|至|到)?[0-9一二三四五六七八九十]{0,3}(?:周)?岁(?:以上|以下)?的?")
_CONCRETE = re.compile(r"(?P<noun>[^的，。；：]{0,10}(?:学校|园所|幼儿园|小学|中学|乡镇|村校|班级|班|教学点|教室))的[^，。；]")
"""25处园所的实际情况: the noun ends before the 的."""
_COUNTABLE = re.compile(
    r"(?:学习|指导|调研|研讨|走访|考核|检查|督查|座谈|观摩|备课|听课|评课|送教|送课|授课|会商|反馈|更新|互访|支教|跟岗|考察|慰问|辅导|汇报|通报|巡查|视导|回访|家访|会诊|值班|轮换|维护|报送|评估|评比|集训|诊断|交流|研修|见习"
    r"|互动|联络|沟通)"
)
"""Verbs whose own times 次 counts."""
_HOW = frozenset(
    "实地 书面 联合 集中 对口 现场 巡回 线上 线下 视频 到校 入校 入户 进班 共同 学科 跟班 跟岗 专题 联片 校本 主题 课堂 听课 评课 研讨 备课 教学 送教 调研 交流 互动 实践 蹲点 驻点 日常 上门 全员 业务 推门 网络 "
    "远程 同步 大型 示范 心理 家庭 教育".split()
)
_COUNTED_VERBS = re.compile(rf"{_COUNTABLE.pattern}$")
"""Verbs whose own times 次 counts when it stands right behind them (通报1次进展: 通报)."""
_STAY = re.compile(
    r"(?:(?:跟岗|跟班|跟学|支教|走教|送教|挂职|任教|任职|驻[校园村点]|蹲点|坐班|办公|集中|工作|服务|指导|学习|研修|培训|锻炼|实习|见习|进修|集训|体验|听课|授课|教学|带教|交流|活动|实践|研学|陪伴|值守|讲学|培养|在岗|轮岗"
    r"|实训|顶岗|在校|在园|住校|逗留|停留|入校|进校|入园|进园|到校|在线|开放|阅读|锻炼|训练|锻练)(?:工作|任务)?){1,3}"
)
"""What people do while the time counts (支教时间不少于一个月: 支教)."""


_TEAM_OF = re.compile(r"(?:组成)?的(?P<team>[一-龥]{0,6}?(?:团队|队伍|小组|工作组|专班|小分队))")
"""不少于8人的管理团队."""


def noun_after(text: str, start: int, limit: int, unit: str, words: Words) -> tuple[int, int] | None:
    """Where the noun behind a measure word stands, None where none follows it."""
    stop = _STOP.search(text, start, min(limit, start + 40))
    end = stop.start() if stop else min(limit, start + 40)
    if unit in TIMES_UNITS and text.startswith("的", start) and end - start > 2:
        start += 1  # 每月2次的|线上集体备课
    team = _TEAM_OF.match(text, start, end) if unit in PEOPLE_UNITS else None
    if team:
        return team.span("team")
    if end <= start or text[start] in "、/-+以左的" or (_NEXT_COUNT.match(text, start, end) and not _AGE.match(text, start, end)):
        return None
    age = _AGE.match(text, start, end)
    start = age.end() if age else start
    pieces = list(words(text[start:end]))
    if unit in PEOPLE_UNITS:
        return _people(text, start, end, pieces)
    if not pieces or pieces[0] in _HARD_STOPS:
        return None
    stops = _HARD_STOPS if unit in TIMES_UNITS or unit in ("节", "堂", "讲", "课时", "学时") else _HARD_STOPS | _PREDICATES
    at = start
    quoted = 0
    for place, piece in enumerate(pieces):
        if not quoted and place and piece in stops and not (piece == "等" and place + 1 < len(pieces)):
            break
        if place == 0 and (piece in _NEVER_MODIFIERS or (piece in _PREDICATES and piece not in _MODIFYING)) and unit not in TIMES_UNITS:
            return None
        quoted += piece.count("“") - piece.count("”")
        at += len(piece)
    return _trimmed(text, start, at)


def noun_before(text: str, floor: int, start: int, words: Words) -> tuple[int, int] | None:
    """Where the noun before a figure stands, looking back as far as ``floor``; None where there is none."""
    end = start
    for _ in range(3):
        filler = _FILLERS.search(text, max(floor, end - 40), end)
        if filler and filler.end() == end:
            end = filler.start()
        if end > floor and text[end - 1] in "，：；（\t":
            end -= 1
            continue
        break
    if end <= floor:
        return None
    begin = max(floor, *(text.rfind(mark, floor, end) + 1 for mark in "，。；：！？\n\t（）"), end - 48)
    begin = max([begin, *(rate.end() for rate in _RATE_WORDS.finditer(text, begin, end) if rate.end() < end)])
    pieces = list(words(text[begin:end]))
    if not pieces:
        return None
    kept = _tail(pieces)
    left = end - sum(map(len, kept))
    return _trimmed(text, left, end, backwards=True)


def person_before(text: str, floor: int, start: int, words: Words) -> tuple[int, int] | None:
    """The nearest noun for people before an offset: what 其中…2名 counts."""
    found = _last(_PERSON, text, floor, start)
    if found is None:
        return None
    begin = max(floor, *(text.rfind(mark, floor, found.end()) + 1 for mark in "，。；：！？\n\t（）"))
    pieces = list(words(text[begin : found.end()]))
    kept = _tail(pieces)
    return _trimmed(text, found.end() - sum(map(len, kept)), found.end(), backwards=True)


def stay_before(text: str, floor: int, start: int) -> tuple[int, int] | None:
    """What is done during a time that is counted: the nearest such verb before an offset."""
    found = _last(_STAY, text, floor, start)
    return found.span() if found else None


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    return next(iter(deque(pattern.finditer(text, start, end), maxlen=1)), None)


def counted_verb(text: str, floor: int, start: int, words: Words) -> tuple[int, int] | None:
    """The verb right before a figure, where 次 counts its own times."""
    begin = max(floor, *(text.rfind(mark, floor, start) + 1 for mark in "，。；：！？\n\t（）"))
    if not _COUNTED_VERBS.search(text[begin:start]):
        return None
    at = start
    for piece in reversed(list(words(text[begin:start]))):
        if at < start and piece not in _HOW and not _COUNTABLE.fullmatch(piece):
            break
        at -= len(piece)
    return at, start


def last_counted_verb(text: str, floor: int, start: int, words: Words) -> tuple[int, int] | None:
    """The last verb before an offset whose own times can be counted, wherever it stands in the sentence."""
    found = list(_COUNTABLE.finditer(text, floor, start))
    return noun_before(text, floor, found[-1].end(), words) if found else None


def next_done(text: str, start: int, limit: int, words: Words) -> tuple[int, int] | None:
    """What is done as often as is counted before it: 先后6次走进乙县|送教, 先后3次召开|专题会议."""
    stop = _STOP.search(text, start, limit)
    end = stop.start() if stop else limit
    found = _last(_COUNTABLE, text, start, end)
    return found.span() if found else noun_before(text, start, end, words)


def after_verb(text: str, start: int, limit: int, unit: str, words: Words) -> tuple[int, int] | None:
    """The object of the verb that follows a measure word (分两批选派校长): people only."""
    stop = _STOP.search(text, start, min(limit, start + 24))
    pieces = list(words(text[start : stop.start() if stop else min(limit, start + 24)]))
    at = start
    for piece in pieces[:3]:
        if piece not in _CARRIERS:
            break
        at += len(piece)
    noun = noun_after(text, at, limit, unit, words) if at > start else None
    return noun if noun is not None and is_person(text[noun[0] : noun[1]]) else None


_AT_LEAST = ("至少", "最少", "不少于", "约")
_VERBS = frozenset(verb for verb in _CARRIERS | _PREDICATES if len(verb) > 1)
_VERB_LENGTHS = tuple(sorted(set(map(len, _VERBS))))
_LONGEST_CLAUSE = 120
"""Characters before a figure that are cut into words: a clause that is longer has lost its commas."""
_FAR_BACK = 2_000
"""Characters in which a verb is looked for that stood before."""
_MOST_VERBS = 24
"""How many places of it are looked at, the nearest first."""


def same_verb(text: str, floor: int, start: int, words: Words) -> tuple[int, int] | None:
    """The object that a verb right before the figure had when it stood before (培养骨干教师…，至少培养1名: 骨干教师)."""
    if not _may_end_with_a_verb(text, start):
        return None
    floor = max(floor, start - _FAR_BACK)
    begin = max(floor, start - _LONGEST_CLAUSE, *(text.rfind(mark, floor, start) + 1 for mark in "，。；：！？\n\t（）"))
    pieces = [piece for piece in words(text[begin:start]) if piece not in _AT_LEAST]
    if not pieces or len(pieces[-1]) < 2 or pieces[-1] not in _CARRIERS | _PREDICATES:
        return None
    verb = pieces[-1]
    before = text.rfind(verb, floor, begin)
    for _ in range(_MOST_VERBS):
        if before < 0:
            break
        noun = noun_after(text, before + len(verb), begin, "名", words)
        if noun is not None and is_person(text[noun[0] : noun[1]]):
            return noun
        before = text.rfind(verb, floor, before)
    return None


def _may_end_with_a_verb(text: str, end: int) -> bool:
    """Whether a word that can be the verb of a count ends here, as the characters stand: cutting into words is dear."""
    while not any(text[max(0, end - length) : end] in _VERBS for length in _VERB_LENGTHS):
        least = next((word for word in _AT_LEAST if text.endswith(word, 0, end)), None)
        if least is None:
            return False
        end -= len(least)
    return True


def is_bare_verb(words_before: str, cut: Words) -> bool:
    """Whether a phrase is only a verb that carries something else (共同召开, 再建), so that the noun is elided."""
    pieces = [
        piece for piece in cut(words_before) if piece not in ("共同", "联合", "再", "又", "双方", "各", "甲方", "乙方", "至少", "分别")
    ]
    return all(piece in _CARRIERS for piece in pieces)


def is_person(words: str) -> bool:
    """Whether a noun is one for people."""
    return any(match.end() >= len(words.rstrip("”")) for match in _PERSON.finditer(words))


def _people(text: str, start: int, end: int, pieces: Sequence[str]) -> tuple[int, int] | None:
    """Behind 名, 位, 人: as far as the noun for people, and others joined to it."""
    if pieces and (pieces[0] in _HARD_STOPS or pieces[0] in _NEVER_MODIFIERS):
        return None
    stop = next(
        (
            sum(map(len, pieces[:at]))
            for at, piece in enumerate(pieces)
            if at and piece in _HARD_STOPS and piece not in ("等", "和", "及", "或", "以及")
        ),
        end - start,
    )
    last = None
    for match in _PERSON.finditer(text, start, min(end, start + stop + 1)):
        if last is not None and not _continues(text, last, match):
            break
        last = match.end()
        if last < end and text[last] == "”":
            last += 1
    if last is not None:
        return _trimmed(text, start, last)
    # a noun for people that the list lacks (7名理事): the words up to the next predicate
    plain = next((at for at, piece in enumerate(pieces) if piece in _HARD_STOPS or piece in _PREDICATES), len(pieces))
    end = start + sum(map(len, pieces[:plain]))
    return _trimmed(text, start, end) if 0 < end - start <= _LONGEST_UNKNOWN and text[end - 1] in _SOMEBODY else None


def _continues(text: str, last: int, match: re.Match[str]) -> bool:
    """Whether a second noun for people belongs to the first: joined (校长和教师), or grown from it (教师代表)."""
    between = text[last : match.end()]
    if re.search(r"[0-9的]|[一二三四五六七八九十两百]{1,3}(?:名|位|个|所)|各", between):
        return False
    return bool(_AND.match(between)) or match.start() == last or between.startswith("”")


def _tail(pieces: Sequence[str]) -> list[str]:
    """The words at the end that make the noun: back to a verb that carries it, a preposition or a 的."""
    kept: list[str] = []
    quoted = 0
    for at in range(len(pieces) - 1, -1, -1):
        piece = pieces[at]
        quoted += piece.count("”") - piece.count("“")
        inside = quoted > 0
        if not inside and kept and (_carries(piece) or piece in "的了" or piece.startswith("每") or piece in _MANNER):
            if piece in ("和", "与", "及", "或") and at and len(kept) <= 3 and sum(map(len, kept)) <= 6:
                kept.insert(0, piece)
                continue
            break
        kept.insert(0, piece)
    while len(kept) > 1 and (kept[0] in _CARRIERS or kept[0] in "、的了，"):
        kept.pop(0)
    return kept


def _carries(piece: str) -> bool:
    """捐出, 共捐出: a verb that carries what is counted, also where the word list joins its adverb to it."""
    return piece in _CARRIERS or (piece[0] in "共已又再" and piece[1:] in _CARRIERS)


def _trimmed(text: str, start: int, end: int, *, backwards: bool = False) -> tuple[int, int] | None:
    """Without what leads up to the noun, its 的-modifiers, and all but the nearest member of a long list."""
    lead = _LEADS.match(text, start, end) if backwards else None
    if lead and lead.end() < end:
        start = lead.end()
    concrete = None if backwards else _CONCRETE.match(text, start, end)
    if concrete:
        return start, concrete.end("noun")
    modifier = _MODIFIER.match(text[start:end])
    if modifier and "“" not in text[start : start + modifier.end()]:
        start += modifier.end()
    while end > start and text[end - 1] in "、，和及与的等 ":
        end -= 1
    if end - start > LONGEST:
        start, end = _nearest(text, start, end, backwards=backwards)
    if text.count("“", start, end) != text.count("”", start, end):
        start, end = _unquoted(text, start, end)
    return (start, end) if end > start else None


def _nearest(text: str, start: int, end: int, *, backwards: bool) -> tuple[int, int]:
    """Of a list too long, the member next to the count."""
    marks = [
        match
        for match in re.finditer(r"[、和及与]|以及|等(?=[一-龥]{2})", text[start:end])
        if not text.count("“", start, start + match.start()) > text.count("”", start, start + match.start())
    ]
    if not marks:
        return start, end
    if backwards:
        place = next((match for match in reversed(marks) if end - start - match.end() >= 2), None)
        return (start + place.end(), end) if place else (start, end)
    place = next((match for match in marks if match.start() >= 2), None)
    return (start, start + place.start()) if place else (start, end)


def _unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    if end < len(text) and text[end] == "”" and text.count("“", start, end) > text.count("”", start, end):
        return start, end + 1
    if start and text[start - 1] == "“" and text.count("”", start, end) > text.count("“", start, end):
        return start - 1, end
    return start, end
