"""Whether an agreement that promises funds says how much, by which standard, or who pays.

Reads::

    甲方每年资助乙方5万元                          found: an amount
    差旅费按省级财政标准报销, 由甲方提供经费        found: a standard, a payer
    每年资助____元                                 blank
    设立专项经费，用于教研活动                      not stated: none of the three

Leaves alone::

    不收取任何费用, 加强经费管理, 建立经费保障机制   nothing promised: not applicable
    交通费由派出方承担                             who pays is told
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.case import Case
from extractors.names.obliged import CLAUSE_END, Obligations
from extractors.text.blank_sums import find_blank_sums
from extractors.text.passage import Stretch
from schemas.required import FieldState

_FUNDS = (
    r"(?:经费|资金|款项|专款|捐款|善款|补助金?|补贴|津贴|助学金|奖[学教]金|拨款|基金(?!会)|慰问金|助学款"
    r"|资助款|生活费|课酬|奖金|奖励金|酬金|劳务费|(?:讲课|课时|授课|工作)补?费|(?:现金|资金|经济)(?:奖励|帮助|支持|补偿))"
)
_KIND = r"(?:(?!使用|管理|申请|争取|学习)[一-龥“”、]){0,14}?"
_SOME = "(?:适当|一定|必要|合理|适度|适量|部分|额外|固定|定额|相应)(?:数[额量]|标准|额度|程度)?的?"
"""Who receives some subsidy is promised it, and not told how much; 享受国家规定的津贴 tells a standard."""
_PROMISE = re.compile(
    rf"(?:设立|设置|建立|安排|划拨|拨[付出给]|投入|注入|提供|给予|予以|发放|支付|捐[赠助献]|资助|援助|支持|筹[措集]|配套|预留|计发|核发|发给|补发){_KIND}{_FUNDS}"
    rf"|落实{_KIND}(?:(?:专项|帮扶|工作|活动|支教|配套)(?:经费|资金)|专款)"
    rf"|{_FUNDS}{_KIND}(?:[列纳]入{_KIND}预算|拨付|发放|到位|支付|(?:予以|给予|足额|优先)(?:安排|保障|解决|落实|支持|补助))"
    rf"|(?:享[受有]|领取|领到|获得|得到|获取){_SOME}{_KIND}{_FUNDS}|{_SOME}(?:给予|予以)?(?:补助|补贴|资助|报销)(?:[一-龥、]{{0,10}}(?:费用?|开支|支出)|(?=[，。；]))"
    rf"|(?:加大|增加|扩大|提高|追加|保证|确保|保障)(?:对[一-龥]{{1,12}}的)?[一-龥“”]{{0,8}}(?:经费|资金|财力)(?:和(?:物资|设备|人力|师资))?(?:的)?(?:投入|扶持|支持|供给|供应|额度)"
    r"|(?:给予|予以|进行|提供)(?:一定|适当|必要|相应|部分|适度|合理|数额|额度|程度|的|经济|资金|经费|物质|财力|生活|交通|食宿|专项)*(?:资助|补助|补贴|报销)"
    r"|(?:资助|补助)(?:[一-龥]{0,6}(?:困难|贫困|留守|优秀|特困)[一-龥]{0,4}(?:学生|师生|教师|家庭|儿童|生))"
    r"|(?:交通|差旅|食宿|住宿|伙食|生活|培训|资料|活动|往返)费用?(?:[、和与及](?:交通|差旅|食宿|住宿|伙食|生活|培训|资料|活动|往返)费用?)*[一-龥]{0,4}(?:给予|予以)[一-龥]{0,4}(?:补助|补贴|报销|支持|解决)"
)
_AS_NOUN = re.compile(
    r"(?:捐赠|资助|援助|支持|配套|投入|拨付)的?(?:资金|款项|经费|善款|专款)(?=应|须|必须|不得|的|由|只|专|用|使|存|属|纳|实行|情况)"
)
"""捐赠资金应当专户存储: the money of another promise."""
_NOTHING = re.compile(
    r"不(?:得)?(?:再|向)?(?:收取?|支付|承担|提供|发放|享受|安排|产生|另|挪|予)|无[偿须需权]|免[费收]|严禁|杜绝|挪用|截留|自[理筹付负]|争取|申请|合理安排|规范|(?:经费|资金|款项|捐款|补贴|补助)(?:的)?(?:使用|管理|支出|预算|分配|发放情况|到位情况|拨付情况|监管)"
    r"|机制|制度|办法|方案|公示|审计|监督|查询|收据|票据|收到|接受|(?:^|[，。；])(?:如(?!期)|若)|剩余|结余|退还|追回|收回|停止|终止|取消|暂停|有权|可以?(?:申|要|向)|享[有受](?!适当|一定|必要|合理|适度|适量|部分|额外|固定|定额|相应)"
)
_PAYER = re.compile(
    r"财政|(?:各自|本级|本校|各校|学校|单位|甲方|乙方|双方|集团|[区县市省])(?:的)?(?:年度|部门|财政|办公|公用|工作)?(?:经费)?预算|教育局|教体局|教育(?:行政|主管)?部门|主管部门|政府|上级|公用经费|办公经费|基金会|公司|企业|(?:派出|选派|输出|支援|帮扶|所在|原|本|用人|牵头|送出|捐赠|承办|主办|各自|接待|组织)(?:单位|学校|方|校|园)(?<!受帮扶方)(?<!受帮扶学校)(?<!受支援方)(?<!受支援学校)|(?<![对向给为])(?:接收|受援|受训|参训|受帮扶|受支援)(?:单位|学校|方|校|园)[一-龥]{0,4}(?:承担|负责|支付|解决|提供|出资|列支|安排|保障|负担|支出|自)|[县市省区]级|中央|专项列支|社会(?:各界|力量)|(?:各(?:校|自|方|园)|[双两]方|两校)(?:共同|各自|分别|均|按|平均|各|自行|分摊|各半|应|须)*(?:承担|出资|筹|解决|安排|提供|负责|分担|拿出|支付|负担|自理|列支|设立|投入)"
    r"|[由从在](?!此|于|(?:有关|相关)(?:方|部门|单位|人))[一-龥]{2,20}?(?:承担|负责|解决|列支|支付|安排|保障|拨付|提供|筹[措集]|支出|开支|负担)"
)
_STANDARD = re.compile(
    r"标准(?![^，。；]{0,12}(?:另行|另定|协商|商定|待定|约定))|(?:按照?|依据|参照|根据|执行|依照|遵照)[^，。；]{0,24}(?:规定|标准|文件|政策|比例|细则|规章|待遇)|据实|实报|全额|等额|同等待遇|按实际|[0-9]%|百分之|[0-9一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟][ ]?(?:元|万|块)"
)
_TO_BE_AGREED = re.compile(r"(?:由|经)?(?:甲乙)?(?:双方|各方|三方)(?:另行|共同|再行|友好)*(?:协商|商[定议]|约定|确定)[^，。；]{0,6}")
_SOURCE = re.compile(
    r"(?<!管理)(?:经费|资金|专款|款项)(?:来源)?(?:[一-龥]{0,6}?)(?:由|从|在|来源于|来自)(?!(?:有关|相关)(?:方|部门|单位|人))[一-龥、]{2,24}?(?:承担|负责|解决|列支|支付|安排|保障|拨付|提供|筹[措集]|支出|开支|负担|出资)|经费来源[：为是]|出资方|(?:负担|承担|出资|提供)[一-龥]{0,8}(?:全部|所需|帮扶)(?:经费|资金)"
)
_PASSED_OVER = re.compile(r"违约|争议|纠纷|指导思想|原则|目的|意义|背景|鉴于|解除|终止|监督")
_SHORTEST_SENTENCE = 12


def find_state(case: Case) -> Iterator[FieldState]:
    """One state, of the whole agreement."""
    given = next((one for one in case.document.funding if not one.in_kind), None)
    if given is not None:
        yield FieldState(field="funding-amount", state="found", span=given.span)
        return
    blank = next(find_blank_sums(case.passage), None)
    if blank is not None:
        yield FieldState(field="funding-amount", state="blank", span=case.span(blank))
        return
    promises = list(_promises(case))
    if not promises:
        yield FieldState(field="funding-amount", state="not-applicable")
        return
    bare = _without_all(case, promises)
    state = "found" if bare is None else "not-stated"
    yield FieldState(field="funding-amount", state=state, span=case.span(promises[0] if bare is None else bare))


def _promises(case: Case) -> Iterator[Stretch]:
    """Where funds are promised, each with its clause between commas."""
    text = case.passage.text
    for match in case.passage.search(_PROMISE):
        clause = _clause(text, match, case.passage.line_at(match.start()))
        if _AS_NOUN.match(text, match.start()) or _NOTHING.search(text, clause.start, clause.end) or _is_heading(case, clause):
            continue
        if not any(_PASSED_OVER.search(node.heading or "") for node in case.passage.clauses.ancestry(match.start())):
            yield clause


def _clause(text: str, match: re.Match[str], line: Stretch) -> Stretch:
    start = line.start
    for stop in CLAUSE_END.finditer(text, line.start, match.start()):
        start = stop.end()
    following = CLAUSE_END.search(text, match.end(), line.end)
    return Stretch(start, following.start() if following else line.end)


def _is_heading(case: Case, clause: Stretch) -> bool:
    line = case.passage.line_at(clause.start)
    node = next((one for one in case.passage.clauses.ancestry(clause.start)[::-1] if one.heading), None)
    if node is not None and node.start <= clause.start and clause.end <= node.head_end:
        heads = bool(node.children) or bool(case.passage.text[node.head_end : node.end].strip())
        return heads or clause.end - clause.start < _SHORTEST_SENTENCE
    return line.end - line.start < _SHORTEST_SENTENCE and case.passage.text[line.end - 1] not in "。；"


def _without_all(case: Case, promises: list[Stretch]) -> Stretch | None:
    """The first promise of which nothing tells how much, by which standard, or who pays."""
    if next(case.passage.search(_SOURCE), None) is not None:
        return None
    reading = Obligations(case)
    list(reading.read())
    return next((clause for clause in promises if not reading.actors(clause.start) and not _is_told(case, clause)), None)


def _is_told(case: Case, clause: Stretch) -> bool:
    """Whether the sentence, or what follows it in its line, names a payer or a standard."""
    text, line = case.passage.text, case.passage.line_at(clause.start)
    # 资助标准：… heads a section and tells no standard
    heads = [node.head_end for node in case.passage.clauses.ancestry(clause.start) if node.heading and node.head_end <= clause.start]
    start = max([case.passage.sentence_at(clause.start).start, *heads])
    words = _TO_BE_AGREED.sub("", text[start : line.end])
    return _PAYER.search(words) is not None or _STANDARD.search(words) is not None
