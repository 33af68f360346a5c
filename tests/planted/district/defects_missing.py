"""What may be left out of an agreement."""

from __future__ import annotations

from collections.abc import Callable

from tests.planted.district import duties, frame, funds
from tests.planted.district.draft import Draft, Section, Wish, paid

Way = Callable[[Draft], str]
Ways = list[tuple[Wish, Way]]

_ALONE = Wish(three=False, role_names=False, named=False, sides=False)
_DATED = Wish(term="dated")


def _unsigned(draft: Draft, at: int) -> None:
    for column in (draft.sign, draft.sign_roles, draft.people, draft.signed):
        column.pop(at)


def _without_party(at: int) -> Way:
    def way(draft: Draft) -> str:
        draft.head[at] = None
        _unsigned(draft, at)
        return draft.roles[at]

    return way


def _without_party_but_titled(draft: Draft) -> str:
    draft.title = f"{draft.names[0]}\n{draft.title}"
    return _without_party(1)(draft)


def _without(subject: str, *what: str, instead: tuple[tuple[str, str], ...] = ()) -> Way:
    """Leave clauses out; another one may stand where nothing of the kind is said."""

    def way(draft: Draft) -> str:
        draft.drop(*what)
        if what == ("effective",):
            draft.swap("term", draft.say(draft.rng.choice(frame.TERMS_OF_HELP)))
        if instead:
            key, text = draft.rng.choice(instead)
            draft.add(key, "instead", draft.say(text))
        return subject

    return way


def _no_term(*instead: str) -> Way:
    def way(draft: Draft) -> str:
        draft.drop("term", "change")
        draft.swap("effective", draft.say(draft.rng.choice(frame.EFFECTIVE[:4])))
        if instead:
            draft.add("final", "instead", draft.say(draft.rng.choice(instead)))
        return "term"

    return way


def _no_signature(at: int) -> Way:
    def way(draft: Draft) -> str:
        _unsigned(draft, at)
        return draft.roles[at]

    return way


def _no_day(*which: int) -> Way:
    def way(draft: Draft) -> str:
        draft.shared = False
        for at in which or range(len(draft.signed)):
            draft.signed[at] = None
        return "signing"

    return way


def _place_for_day(draft: Draft) -> str:
    draft.shared = False
    draft.signed = [None] * len(draft.signed)
    draft.add("final", "instead", draft.say("本协议签订地点为{B}所在地。"))
    return "signing"


def _no_duties(key: str, *, rights: bool) -> Way:
    def way(draft: Draft) -> str:
        at = "abc".index(key)
        draft.drop(key, "joint", "manage", "change", "alias", *(("money",) if key == "a" else ()))
        draft.swap("dispute", draft.say(draft.rng.choice((frame.DISPUTE[2], frame.DISPUTE[5]))))
        draft.swap("supplement", draft.say(draft.rng.choice((frame.SUPPLEMENT[3], frame.SUPPLEMENT[5]))))
        draft.swap("liability", draft.say(frame.LIABILITY[2]))
        if key == "a":
            _only_own(draft)
        if rights:
            told = [("rights", draft.say(one, P=draft.roles[at])) for one in draft.rng.sample(duties.RIGHTS, 2)]
            beside = {"a": "b", "b": "a", "c": "b"}[key]
            place = next(i for i, one in enumerate(draft.sections) if one.key == beside) + (key != "a")
            draft.sections.insert(place, Section(key, f"{draft.roles[at]}权利", told))
        return draft.roles[at]

    return way


def _only_own(draft: Draft) -> None:
    """Duties of the receiver in which the giver's people do nothing."""
    own = ("{B}应认真落实帮扶计划。", "{B}做好资料的收集、整理和归档工作。", "{B}每学期末报送工作总结。", "{B}每学期组织2次校内公开课。")
    for one in draft.sections:
        if one.key == "b":
            one.clauses = [("b", draft.say(text)) for text in draft.rng.sample(own, 3)]


def _vague(text: str) -> Way:
    def way(draft: Draft) -> str:
        draft.add("money", "money", draft.say(text))
        return "funding"

    return way


MISSING: dict[str, Ways] = {
    "missing-party": [
        (_ALONE, _without_party(1)),
        (_ALONE, _without_party(0)),
        (_ALONE, _without_party_but_titled),
    ],
    "missing-term": [
        (Wish(money="words", term="dated"), _no_term()),
        (Wish(money="none", term="both"), _no_term("结对帮扶的具体起止时间由{ALL}另行商定。", "协议期限由{ALL}另行约定。")),
        (Wish(money="split"), _no_term("结对关系的建立和调整，以教育主管部门的文件为准。")),
        (Wish(money="none", three=True), _no_term()),
    ],
    "missing-effective": [
        (_DATED, _without("term", "effective")),
        (_DATED, _without("term", "effective", instead=(("final", frame.AGREED_LATER),))),
        (Wish(term="both"), _without("term", "effective", instead=(("final", "本协议由{ALL}法定代表人签字并加盖公章。"),))),
        (_DATED, _without("term", "effective", instead=(("final", "{ALL}此前签订的协议与本协议不一致的，以本协议为准。"),))),
    ],
    "missing-signature": [
        (Wish(three=False, role_names=False), _no_signature(1)),
        (Wish(), _no_signature(0)),
        (Wish(three=True), _no_signature(2)),
        (Wish(three=True), _no_signature(1)),
        (Wish(labels=True), _no_signature(1)),
    ],
    "missing-sign-date": [
        (Wish(), _no_day()),
        (Wish(), _no_day(1)),
        (Wish(three=True), _no_day(0)),
        (Wish(three=True), _no_day(1, 2)),
        (Wish(three=True), _no_day(2)),
        (Wish(), _place_for_day),
    ],
    "missing-copies": [
        (Wish(), _without("copies", "copies")),
        (Wish(), _without("copies", "copies", instead=(("final", "本协议报教育主管部门备案。"),))),
        (Wish(), _without("copies", "copies", instead=(("final", "帮扶工作总结一式两份，分别报双方主管部门。"),))),
        (Wish(), _without("copies", "copies", instead=(("final", "本协议由{ALL}妥善保管。"), ("final", "本协议内容由{ALL}负责解释。")))),
    ],
    "missing-duties": [
        (Wish(three=False, refs=False, money="split", plain=True), _no_duties("b", rights=False)),
        (Wish(three=False, refs=False, money="split", plain=True), _no_duties("b", rights=True)),
        (Wish(three=False, refs=False, money="none", plain=True), _no_duties("a", rights=True)),
        (Wish(three=True, refs=False, money="none"), _no_duties("c", rights=False)),
        (Wish(three=True, refs=False, money="none"), _no_duties("c", rights=True)),
    ],
    "missing-funding-amount": [(Wish(money="none"), _vague(text)) for text in funds.VAGUE],
    "missing-supplement": [
        (Wish(), _without("supplement", "supplement")),
        (Wish(), _without("supplement", "supplement", instead=(("final", "本协议内容由{ALL}负责解释。"),))),
        (Wish(), _without("supplement", "supplement", "change", instead=(("change", frame.CHANGE[0]),))),
        (Wish(), _without("supplement", "supplement", instead=(("final", frame.AGREED_LATER),))),
    ],
    "missing-liability": [
        (Wish(), _without("liability", "liability", "dispute")),
        (
            Wish(),
            _without("liability", "liability", "dispute", "change", instead=(("change", frame.CHANGE[0]), ("change", frame.CHANGE[1]))),
        ),
        (
            Wish(),
            _without("liability", "liability", "dispute", instead=(("manage", "教育主管部门对帮扶工作进行年度考核，考核结果予以通报。"),)),
        ),
        (Wish(), _without("liability", "liability", "dispute", instead=(("final", frame.AGREED_LATER),))),
    ],
}


def _blank_amount(text: str) -> Way:
    def way(draft: Draft) -> str:
        draft.add("money", "money", draft.say(paid(draft, text)))
        return "funding"

    return way


def _blank_party(at: int, mask: str) -> Way:
    def way(draft: Draft) -> str:
        draft.head[at], draft.sign[at] = mask, "" if draft.rng.random() < 0.5 else mask
        return draft.roles[at]

    return way


def _blank_name(*, seal: bool, line: str = "") -> Way:
    def way(draft: Draft) -> str:
        at = draft.rng.randrange(len(draft.roles))
        draft.seal_only = draft.seal_only and seal
        draft.people[at] = line
        if seal:
            draft.sign[at] = line
        return draft.roles[at]

    return way


def _blank_count(text: str) -> Way:
    def way(draft: Draft) -> str:
        mask = draft.rng.choice(("____", "　　", "（　）", "XX", "＿＿", "××"))
        draft.add("a", "blank", draft.say(text, n=mask))
        return "quota"

    return way


def _blank_sign_day(mask: str, *, every: bool) -> Way:
    def way(draft: Draft) -> str:
        draft.signed = [mask] * len(draft.signed) if every else [*draft.signed[:-1], mask]
        draft.shared = draft.shared and every
        return "signing"

    return way


def _blank_term(text: str) -> Way:
    def way(draft: Draft) -> str:
        draft.swap("term", draft.say(text))
        return "term"

    return way


def _blank_body_day(text: str) -> Way:
    def way(draft: Draft) -> str:
        draft.add("a", "blank", draft.say(text))
        return "date"

    return way


_OPEN_NAME = Wish(role_names=False, named=False)
BLANK: dict[str, Ways] = {
    "blank-party": [
        *((_OPEN_NAME, _blank_party(1, mask)) for mask in ("____________", "XX学校", "×××小学", "", "（学校名称）")),
        (_OPEN_NAME, _blank_party(0, "__________学校")),
        (_OPEN_NAME, _blank_party(1, "某某县某某小学")),
    ],
    "blank-date": [
        *(
            (Wish(), _blank_sign_day(mask, every=every))
            for mask in ("　　年　月　日", "    年   月   日", "20XX年X月X日")
            for every in (True, False)
        ),
        (Wish(), _blank_term("本协议有效期自20xx年9月1日至20xx年8月31日。")),
        (Wish(), _blank_term("帮扶期限自____年__月__日起至____年__月__日止。")),
        (Wish(), _blank_term("本轮结对帮扶期限自{start}起至　　年　月　日止。")),
        (Wish(), _blank_body_day("{A}于20xx年10月前制定帮扶实施方案并报教育主管部门备案。")),
        (Wish(), _blank_body_day("{A}在　　年　月　日前完成首批派出教师的选派工作。")),
    ],
    "blank-quota": [
        (Wish(), _blank_count(text))
        for text in (
            "{A}每学年选派{n}名学科带头人到{B}指导教学。",
            "{A}每学期为{B}教师举办{n}次业务培训。",
            "{A}每学期在{B}听评课{n}节。",
            "{A}与{B}的{n}名青年教师结成师徒对子。",
            "{A}每年向{B}赠送教学用书{n}册。",
        )
    ],
    "blank-amount": [(Wish(money="none"), _blank_amount(text)) for text in funds.OPEN],
    "blank-signature": [
        (Wish(), _blank_name(seal=True)),
        (Wish(), _blank_name(seal=False)),
        (Wish(), _blank_name(seal=False, line="________")),
        (Wish(), _blank_name(seal=True, line="__________")),
    ],
}
