"""Papers with copies that do not add up, two counts for one thing, bands that overlap."""

from __future__ import annotations

from tests.planted.bureau import closing, yardsticks
from tests.planted.bureau.draft import Ask
from tests.planted.bureau.paper import Duty, Paper, Unit, marks
from tests.planted.bureau.scenes import TEACHING
from tests.planted.bureau.ways import way


def _copies(paper: Paper, *forms: str) -> str:
    def number(many: int) -> str:
        return closing.copy_number(paper, many)

    values = {f"n{many}": number(many) for many in range(2, 9)}
    place = f"{paper.parties[1].body.place}教育主管部门"
    one, two = paper.role(0), paper.role(1)
    three = paper.role(2) if len(paper.parties) > 2 else ""
    text = paper.rng.choice(forms).format(one=one, two=two, three=three, all=paper.all, place=place, **values)
    paper.units["copies"].items = [text]
    return "copies"


@way("copies-mismatch", Ask(parties=2), Ask(parties=2), Ask(parties=2))
def _pair_copies(paper: Paper) -> str:
    return _copies(
        paper,
        "本协议一式{n3}份，{all}各执一份。",
        "本协议一式{n2}份，{one}、{two}各执一份，{place}备案一份。",
        "本协议一式{n4}份，{one}执{n2}份，{two}执一份，具有同等法律效力。",
        "本协议壹式{n3}份，{all}各执{n2}份。",
        "协议一式{n6}份，{all}各持{n2}份，报送主管部门一份。",
        "本协议一式{n3}份，{all}及双方主管部门各执一份。",
        "本协议共一式{n5}份，{one}两份，{two}两份，{place}两份。",
        "此协议一式{n4}份，由{one}、{two}、{place}各保存一份。",
    )


@way("copies-mismatch", Ask(parties=2))
def _two_sentences(paper: Paper) -> str:
    return _copies(
        paper,
        "本协议一式{n4}份，具有同等效力。{all}各执一份，{place}存一份。",
        "本协议一式{n2}份。{one}执一份，{two}执一份，另一份交{place}存档。",
        "本协议一式{n5}份，其中{one}执{n2}份，{two}执{n2}份，其余{n2}份报{place}备案。",
    )


@way("copies-mismatch", Ask(parties=3), Ask(parties=3))
def _three_copies(paper: Paper) -> str:
    return _copies(
        paper,
        "本协议一式{n2}份，{all}各执一份。",
        "本协议一式{n4}份，{one}、{two}、{three}各执一份。",
        "本协议壹式{n6}份，{one}执{n2}份，{two}执{n2}份，{three}执一份。",
        "协议一式{n3}份，{one}、{two}、{three}各持一份，报主管部门备案一份。",
    )


def _restated(paper: Paper, party: int | None = None) -> tuple[Duty, str]:
    """A duty with one exact count, and its main words with another count."""
    rows = [duty for duty in paper.duties if len(marks(duty.text)) == 1 and duty.party in ({0, 1, 2} if party is None else {party})]
    if not rows:
        duty = Duty("r", "extra", 0 if party is None else party, "每学期组织交流活动⟨|2⟩次")
        paper.duties.append(duty)
        rows = [duty]
    duty = paper.rng.choice(rows)
    mark = marks(duty.text)[0]
    value = int(mark[2])
    other = value + paper.rng.choice((1, 2, 3)) if value < 20 else value + 10
    end = duty.text.find("，", mark.end())
    text = f"{duty.text[: mark.start()]}⟨{mark[1]}|{other}⟩{duty.text[mark.end() : end if end > 0 else None]}"
    return duty, text


def _role(paper: Paper, duty: Duty) -> str:
    return paper.role(duty.party) if duty.party >= 0 else paper.all


_EXACT = Ask(yardstick=False, extras=False, funding="none")


@way("quota-conflict", _EXACT)
def _in_the_assessment(paper: Paper) -> str:
    duty, text = _restated(paper)
    form = paper.rng.choice(("年度考核的主要指标为：{0}{1}。", "考核时重点查看：{0}{1}。", "{0}{1}，纳入年度考核。"))
    paper.units["yardstick"] = Unit("考核评价", [form.format(_role(paper, duty), text)])
    return "quota"


@way("quota-conflict", Ask(yardstick=False, extras=False, funding="none", duties=0))
def _under_the_same_head(paper: Paper) -> str:
    duty, text = _restated(paper)
    paper.duties.append(
        Duty(duty.theme, "again", duty.party, paper.rng.choice((f"{text}，并做好过程记录", f"{text}，相关情况记入工作档案")))
    )
    return "quota"


@way("quota-conflict", _EXACT)
def _in_the_list(paper: Paper) -> str:
    duty, text = _restated(paper)
    paper.last.extend(["附：任务清单", f"{_role(paper, duty)}：{text}。"])
    return "quota"


@way("quota-conflict", _EXACT)
def _in_the_goal(paper: Paper) -> str:
    duty, text = _restated(paper)
    paper.units["goal"] = Unit("工作目标", [f"协议期内，{_role(paper, duty)}{text}，推动工作取得实效。"])
    return "quota"


@way("quota-conflict", _EXACT)
def _of_both(paper: Paper) -> str:
    _, text = _restated(paper, -1)
    paper.units["yardstick"] = Unit("工作机制", [f"{paper.all}{text}。"])
    return "quota"


_TWICE = (
    ("每学期选派⟨|{x}⟩名骨干教师到{b}支教", "每学期到{b}支教的骨干教师，由{a}选派⟨|{y}⟩名。"),
    ("每学期到{b}送教⟨|{x}⟩次", "{a}每学期的送教次数为⟨|{y}⟩次。"),
    ("每学年接收{b}⟨|{x}⟩名教师跟岗学习", "每学年{a}接收跟岗教师⟨|{y}⟩名，食宿自理。"),
    ("每学期为{b}举办专题讲座⟨|{x}⟩场", "{a}每学期举办的专题讲座为⟨|{y}⟩场，由其教务部门负责安排。"),
    ("每学年向{b}赠送图书⟨|{x}00⟩册", "{a}每学年赠送{b}的图书共⟨|{y}00⟩册，由{b}图书室登记。"),
)


@way("quota-conflict", *[Ask(yardstick=False, extras=False, funding="none", scenes=TEACHING)] * 2)
def _in_other_words(paper: Paper) -> str:
    paper.duties = [duty for duty in paper.duties if duty.group not in {"post", "shadow", "lecture", "books", "model"}]
    first, second = paper.rng.choice(_TWICE)
    x = paper.rng.randint(2, 4)
    values = {"a": paper.role(0), "b": paper.role(1), "x": x, "y": x + paper.rng.randint(1, 3)}
    paper.duties.insert(0, Duty("t", "twice", 0, first.format(**values)))
    paper.units["yardstick"] = Unit("工作要求", [second.format(**values)])
    return "quota"


def _bad_sizes(low: int, high: int, form: int) -> yardsticks.Bands:
    return (
        (f"{low}人以下", f"{low}—{high}人", f"{high}人以上"),
        (f"{low}人以下", f"{low + 10}—{high}人", f"{high + 1}人以上"),
        (f"不满{low}人", f"{low + 1}—{high}人", f"{high + 1}人以上"),
        (f"{low}人以下", f"{low + 1}—{high}人", f"{high + 11}人以上"),
        (f"1—{low + 5}人", f"{low}—{high}人", f"{high + 1}人以上"),
        (f"{low}人以内", f"{low}人以上不满{high}人", f"{high}人以上"),
        (f"不超过{low}人", f"超过{low}人、不满{high}人", f"超过{high}人"),
        (f"{low}人以下（含{low}人）", f"{low}至{high}人", f"{high + 1}人以上"),
    )[form % 8]


@way("overlapping-bands", *[Ask(yardstick=False, scenes=("primary", "middle", "watched", "kindergarten"))] * 4)
def _sizes(paper: Paper) -> str:
    low, high = paper.rng.choice(((20, 50), (30, 60), (40, 100)))
    bands = _bad_sizes(low, high, paper.rng.randrange(8))
    paper.units["yardstick"] = Unit(paper.rng.choice(yardsticks.SIZE_HEADS), yardsticks.size_sentence(paper, bands))
    return "quota"


_BAD_GRADES = (
    ("90分以上", "80—90分", "60—79分", "不满60分"),
    ("90分以上", "80—89分", "60—75分", "不满60分"),
    ("85—100分", "70—84分", "60—70分", "0—59分"),
    ("90分以上", "75—89分", "60—75分", "60分以下"),
    ("不低于90分", "80至85分", "60至79分", "低于60分"),
    ("90分以上", "80分以上不满90分", "60分以上不满80分", "60分以下"),
)


@way("overlapping-bands", Ask(yardstick=False), Ask(yardstick=False))
def _grades(paper: Paper) -> str:
    paper.units["yardstick"] = Unit("考核评价", yardsticks.grade_sentence(paper, paper.rng.choice(_BAD_GRADES)))
    return "quota"
