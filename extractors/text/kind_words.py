"""The words at a title's end that tell a paper's kind, the strongest kind first."""

from __future__ import annotations

from schemas.agreement import Kind

KIND_WORDS: tuple[tuple[Kind, str], ...] = (
    # 时间约定, 其他约定 head a clause
    (
        "agreement",
        (
            r"协议书?|责任[书状]|合同书?|承诺书|意向书|备忘录|(?<!爽)(?<!特)(?<!预)约定书"
            r"|(?<!爽)(?<!特)(?<!预)(?<!时间)(?<!期限)(?<!其他)(?<!其它)(?<!双方)(?<!有关)(?<!相关)(?<!共同)(?<!具体)(?<!事项)(?<!责任)"
            r"(?<!经费)(?<!内容)(?<!另行)约定|协定书?|公约|合约书?|契约书?|认捐书"
        ),
    ),
    (
        "summary",
        r"总结|汇报|小结|自查报告|工作报告|情况报告|述职报告|自评报告|报告|工作情况|情况(?:说明|通报)?|纪实材料|经验材料|(?:汇报|交流|发言|典型|事迹)材料",
    ),
    ("plan", r"方案|计划|规划|意见|办法|安排|要点|行动|细则|设想|任务分解表|清单|时间表"),
    ("notice", r"通知|通告|公告|函|批复|请示|倡议书|邀请函"),
)
