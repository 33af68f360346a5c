"""The sentence between the parties and the clauses: why they agree, on what grounds."""

from __future__ import annotations

from tests.planted.county.case import Case

_AIMS = {
    "primary": "<为促进城乡义务教育均衡发展|为缩小城乡教育差距，让农村孩子享受更好的教育|为发挥优质学校的辐射带动作用|为推进义务教育优质均衡发展县创建|为提升薄弱学校办学水平|为落实县委、县政府办好人民满意教育的部署>",
    "middle": "<为整体提升初中办学质量|为加强校际交流，实现资源互补|为贯彻落实教育强县战略|为破解农村中学师资薄弱难题|为扩大优质教育资源覆盖面|为深化教育教学改革，推动学校内涵发展>",
    "kindergarten": "<为提高我县学前教育保教质量|为发挥示范园的引领作用|为促进学前教育普及普惠安全优质发展|为缩小城乡园际差距|为提升乡镇幼儿园保教水平|为规范农村幼儿园办园行为>",
    "bureau": "<为巩固拓展教育脱贫攻坚成果|为深化两地教育协作|为推动两地教育事业共同发展|为落实区域协作工作部署|为全面推进教育振兴乡村>",
    "donor": "<为支持乡村教育事业发展|为弘扬扶危济困的传统美德|为改善农村学校办学条件|为帮助家庭经济困难学生完成学业|为履行社会责任，回报家乡父老>",
}
_GROUNDS = (
    "根据{bureau}《关于<做好|开展>{year}年<学校结对帮扶|城乡教育共同体|对口支援>工作的<通知|实施意见>》（{short}教<发|字|办|基>〔{year}〕{number}号）<精神|要求|文件精神>",
    "按照<县委、县政府|县人民政府|上级主管部门>关于<结对帮扶工作|教育均衡发展>的统一部署",
    "根据《中华人民共和国义务教育法》等法律法规",
    "依照《中华人民共和国民法典》第五百零九条关于全面履行义务的规定",
    "依据《{place}教育振兴行动计划（{first}—{last}年）》",
    "根据上级有关文件精神",
    "结合<两地|各自>实际",
    "",
)
_CLOSINGS = (
    "经<双方|各方|>友好协商，<达成如下协议|订立本{noun}|自愿达成以下条款>",
    "在平等自愿的基础上，<就有关事项约定如下|签订本{noun}>",
    "经<充分|反复|共同>协商，<特订立本{noun}|现就有关事宜达成一致，内容如下|签订如下{noun}>",
    "<现|特><签订|订立><本{noun}|如下{noun}|{noun}如下>",
    "<本着|坚持>“<互惠互利、共同发展|优势互补、合作共赢|真诚帮扶、务求实效>”的原则，<订立本{noun}|约定以下事项>",
)


def write_preamble(case: Case) -> list[str]:
    """Write the preamble, in one paragraph or two; now and then with an earlier agreement that is over."""
    dice = case.dice
    if dice.chance(0.06):
        return []
    pieces = [dice.pick((_AIMS[case.kind], _AIMS[case.kind], "")), dice.pick(_GROUNDS), dice.pick(_CLOSINGS)]
    text = "，".join(piece for piece in pieces if piece)
    where = case.party("recipient").where if case.party("recipient") in case.parties else case.parties[0].where
    filled = dice.say(text).format(
        bureau=where
        + dice.pick(("人民政府", "教育工作领导小组") if _has_bureau(case) else ("教育局", "教育局", "人民政府", "教育工作领导小组")),
        year=_year_of_grounds(case) - dice.pick((0, 0, 1)),
        short=where[0],
        number=dice.between(3, 120),
        place=where,
        first=_year_of_grounds(case) - 1,
        last=_year_of_grounds(case) + 1,
        noun=case.noun,
    )
    lines = [_for_place(filled, where) + dice.pick(("：", "：", "。", "。"))]
    if _cites_earlier(case):
        lines.append(_earlier(case))
    return lines


def _has_bureau(case: Case) -> bool:
    """Say whether an authority is a party: it would be another name for the one that signs."""
    return case.kind == "bureau" or any(party.side == "other" for party in case.parties)


def _year_of_grounds(case: Case) -> int:
    """Give a year in which the grounds of a paper were already there."""
    return min(case.start, *case.signed).year


def _for_place(text: str, where: str) -> str:
    """Call the county a district or a city where it is one."""
    last = where[-1]
    if last == "县":
        return text
    for word in ("县委、县政府", "县人民政府", "我县", "强县", "县创建"):
        text = text.replace(word, word.replace("县", last))
    return text


def _cites_earlier(case: Case) -> bool:
    fits = case.says_years and len(case.parties) == 2 and case.start.month >= 9
    return fits and not case.planting("blank-party", "missing-party") and case.dice.chance(0.15)


def _earlier(case: Case) -> str:
    year = case.start.year - 3
    return case.dice.say(
        f"<此前，|>双方<曾于|于>{year}年8月<21|23|25|26|28|30>日签订<上一轮|>《结对帮扶协议书》（<期限|有效期>为三年，自{year}年9月1日起至{year + 3}年7月31日止），"
        "<现已期满|该协议已履行完毕>，<经评估效果良好，|>双方同意继续合作。"
    )
