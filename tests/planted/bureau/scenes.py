"""The kinds of agreement in the collection: who signs with whom, under which names, for what."""

from __future__ import annotations

from dataclasses import dataclass

from tests.planted.bureau import duties_other as other
from tests.planted.bureau import duties_school as school

_LETTERS = ("甲方", "乙方", "丙方")


@dataclass(frozen=True, slots=True)
class Scene:
    """One template: kinds of bodies, their roles, what stands in brackets behind a role, titles, goals, duties, purposes of money."""

    key: str
    kinds: tuple[str, ...]
    roles: tuple[tuple[str, ...], ...]
    notes: tuple[tuple[str, ...], ...]
    titles: tuple[str, ...]
    goals: tuple[str, ...]
    duties: tuple[str, ...]
    joint: str
    purposes: tuple[str, ...]
    sided: bool = True
    payer: int = 0
    payee: int = 1
    pupils: str = "学生"


_PAIR_ROLES = (_LETTERS[:2], _LETTERS[:2], _LETTERS[:2], ("支援学校", "受援学校"), ("帮扶学校", "受帮扶学校"), ("支援方", "受援方"))
_PAIR_NOTES = (("支援学校", "受援学校"), ("帮扶学校", "受帮扶学校"), ("支援方", "受援方"), ("帮扶方", "被帮扶方"))
_PAIR_TITLES = (
    "城乡学校结对帮扶协议书",
    "义务教育学校对口支援协议",
    "结对帮扶合作协议",
    "“一对一”结对共建协议书",
    "校际结对帮扶协议",
    "东西部协作学校结对帮扶协议书",
)
_PAIR_GOALS = (
    "以提升{b}的管理水平和教育教学质量为目标，发挥{a}的示范引领作用，逐步缩小城乡、校际差距。",
    "坚持“优势互补、资源共享、务实高效”的原则，通过管理帮扶、师资帮扶和教研帮扶，促进{b}内涵发展。",
    "通过结对共建，使{b}的办学条件、师资水平和教学质量在原有基础上有明显提升。",
    "帮扶工作着眼于“输血”与“造血”相结合，帮助{b}形成自我发展能力。",
    "围绕立德树人根本任务，推动{an}的优质资源向{bn}延伸，实现共同发展。",
)
_THREE_NOTES = (("支援学校", "受援学校", "主管部门"), ("帮扶学校", "受帮扶学校", "监督单位"), ("支援方", "受援方", "见证单位"))
_PAIR_MONEY = ("改善办学条件", "购置图书和教学仪器", "教师培训和学科建设", "校园文化建设", "信息化设备更新")

SCENES: tuple[Scene, ...] = (
    Scene(
        "primary", ("primary", "primary"), _PAIR_ROLES, _PAIR_NOTES, _PAIR_TITLES, _PAIR_GOALS, school.PAIR, school.PAIR_JOINT, _PAIR_MONEY
    ),
    Scene("middle", ("middle", "middle"), _PAIR_ROLES, _PAIR_NOTES, _PAIR_TITLES, _PAIR_GOALS, school.PAIR, school.PAIR_JOINT, _PAIR_MONEY),
    Scene(
        "watched",
        ("middle", "primary", "bureau"),
        (_LETTERS,),
        _THREE_NOTES,
        ("结对帮扶三方协议", "城乡教育共同体结对协议书", "对口帮扶三方协议书"),
        _PAIR_GOALS,
        (*school.PAIR, school.WATCHER),
        school.PAIR_JOINT,
        _PAIR_MONEY,
    ),
    Scene(
        "kindergarten",
        ("kindergarten", "kindergarten"),
        (_LETTERS[:2], _LETTERS[:2], ("帮扶园", "受帮扶园"), ("示范园", "结对园")),
        (("帮扶园", "受帮扶园"), ("支援园", "受援园")),
        ("幼儿园“手拉手”结对帮扶协议", "城乡幼儿园结对共建协议书", "学前教育结对帮扶协议"),
        (
            "以游戏化课程建设为抓手，提高{b}的保教质量和园所管理水平。",
            "发挥{an}的示范辐射作用，帮助{bn}规范办园行为，克服“小学化”倾向。",
            "促进城乡学前教育均衡发展，让更多幼儿就近享有优质保教服务。",
        ),
        school.NURSERY,
        school.NURSERY_JOINT,
        ("添置玩教具和绘本", "改善户外活动场地", "保教人员培训"),
        pupils="幼儿",
    ),
    Scene(
        "bureau",
        ("bureau", "bureau"),
        (_LETTERS[:2], _LETTERS[:2], ("支援方", "受援方"), ("帮扶方", "受帮扶方")),
        (("支援方", "受援方"), ("帮扶方", "受帮扶方")),
        ("教育对口帮扶协议书", "东西部协作教育结对协议", "教育合作与帮扶框架协议"),
        (
            "统筹两地教育资源，建立长期稳定的教育协作关系，助力{b}所辖地区教育质量提升。",
            "巩固拓展教育脱贫攻坚成果同乡村振兴有效衔接，推动两地教育优势互补、协调发展。",
            "以干部交流、教师培养、校际结对为重点，带动受援地区学校整体提升。",
        ),
        other.BUREAU,
        other.BUREAU_JOINT,
        ("教师培训基地建设", "农村学校教学设备更新", "乡村教师专业成长项目"),
    ),
    Scene(
        "group",
        ("middle", "middle"),
        (_LETTERS[:2], ("牵头学校", "成员学校"), ("核心校", "成员校")),
        (("牵头学校", "成员学校"), ("核心校", "成员校")),
        ("集团化办学合作协议", "教育集团成员校结对协议书", "紧密型教联体共建协议"),
        (
            "在办学理念、课程教学、教师发展、质量评价等方面实行一体化管理，整体提升集团办学水平。",
            "发挥{a}的品牌优势，带动{b}优质特色发展，扩大优质教育资源覆盖面。",
        ),
        other.GROUP,
        other.GROUP_JOINT,
        ("集团课程资源建设", "教师交流轮岗", "教学设施改造"),
        sided=False,
    ),
    Scene(
        "trustee",
        ("bureau", "middle", "primary"),
        (_LETTERS, ("委托方", "受托方", "被托管学校")),
        (("委托方", "受托方", "被托管学校"),),
        ("名校托管协议书", "委托管理办学协议", "公办学校托管帮扶协议"),
        (
            "在{c}产权性质、隶属关系、经费渠道不变的前提下，由{b}对其实施托管，提升办学水平。",
            "引进优质学校的管理团队和课程资源，使{c}在托管期内实现管理规范、质量提升、群众满意。",
        ),
        other.TRUSTEE,
        other.TRUSTEE_JOINT,
        ("托管工作", "管理团队派驻和教师培训"),
        sided=False,
    ),
    Scene(
        "college",
        ("college", "vocational"),
        (_LETTERS[:2], ("支援学校", "受援学校"), ("支援方", "受援方")),
        (("支援高校", "受援学校"), ("支援单位", "受援单位")),
        ("高校对口支援协议书", "职业教育对口支援协议", "校校结对支援合作协议"),
        (
            "通过专业共建、师资共培、实训共享，提升{b}的人才培养质量和服务地方能力。",
            "发挥{an}的学科与人才优势，支持{bn}的内涵建设。",
        ),
        other.COLLEGE,
        other.COLLEGE_JOINT,
        ("实训室建设", "骨干教师学历提升", "精品课程开发"),
    ),
    Scene(
        "branch",
        ("branch", "branch"),
        (_LETTERS[:2],),
        (("机关支部", "基层支部"),),
        ("党建结对共建协议书", "党组织结对共建协议", "“党建+教育”共建协议"),
        (
            "以党建引领教育帮扶，实现组织共建、阵地共享、活动共办、困难共帮。",
            "推动党建工作与教育教学深度融合，增强支部的凝聚力和战斗力。",
        ),
        other.BRANCH,
        other.BRANCH_JOINT,
        ("慰问困难师生", "党员活动室建设"),
        sided=False,
    ),
    Scene(
        "mentor",
        ("teacher", "teacher", "primary"),
        (_LETTERS, ("指导教师", "青年教师", "学校")),
        (("指导教师", "青年教师", "学校"), ("师傅", "徒弟", "所在学校")),
        ("青年教师“师徒结对”协议书", "新教师“青蓝工程”带教协议", "师徒结对三方协议"),
        (
            "通过传、帮、带，使{b}尽快熟悉教学常规，早日成长为合格教师和教学能手。",
            "以老带新、以新促老，共同提高师德修养和业务能力。",
        ),
        other.MENTOR,
        other.MENTOR_JOINT,
        ("师徒结对专项培训", "购买教学参考资料"),
        sided=False,
        payer=2,
        payee=1,
    ),
    Scene(
        "secondment",
        ("middle", "primary", "teacher"),
        (_LETTERS, ("派出学校", "接收学校", "支教教师"), ("派出单位", "受援单位", "支教教师")),
        (("派出学校", "接收学校", "支教教师"), ("选派单位", "服务单位", "支教人员")),
        ("教师支教三方协议书", "城镇教师到农村学校支教协议", "交流轮岗教师三方协议"),
        (
            "加强农村学校师资力量，落实城乡教师交流制度，明确各方在支教工作中的权利和义务。",
            "按照“县管校聘”改革要求，规范支教工作管理，保障支教教师合法权益。",
        ),
        other.SECONDMENT,
        other.SECONDMENT_JOINT,
        ("支教教师生活补助", "支教教师交通补贴"),
        sided=False,
        payee=2,
    ),
    Scene(
        "hospital",
        ("hospital", "primary"),
        (_LETTERS[:2], ("帮扶医院", "受助学校")),
        (("医院", "学校"), ("帮扶单位", "受助学校")),
        ("校医结对共建协议书", "健康助学合作协议", "健康副校长结对协议"),
        (
            "以“健康进校园”为载体，提高师生健康素养，守护学生健康成长。",
            "发挥{an}的专业优势，完善{bn}的卫生保健和应急救护工作。",
        ),
        other.HOSPITAL,
        other.HOSPITAL_JOINT,
        ("添置保健室器材", "学生健康档案建设"),
        sided=False,
    ),
    Scene(
        "company",
        ("company", "middle"),
        (_LETTERS[:2], ("捐助方", "受助方"), ("资助单位", "受助学校")),
        (("捐助企业", "受助学校"), ("资助方", "受助方")),
        ("企校结对助学协议书", "爱心企业助学协议", "“万企兴万校”结对助学协议"),
        (
            "弘扬扶危济困的传统美德，帮助{b}的学生安心学习、健康成长。",
            "履行企业社会责任，支持{bn}改善办学条件，助力乡村教育振兴。",
        ),
        other.COMPANY,
        other.COMPANY_JOINT,
        ("资助家庭经济困难学生", "设立教育教学奖励基金", "改善食宿条件"),
        sided=False,
    ),
)

TEACHING = ("primary", "middle", "watched")
