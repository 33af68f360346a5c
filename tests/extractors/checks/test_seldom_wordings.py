"""Wordings that papers seldom use: annexes named by their titles, capitals in bare brackets, blanks beside 单位, spaced-out placeholders."""

from __future__ import annotations

from typing import Any

import pytest

from extractors import read_text
from extractors.checks.examples import example

FINDS = (
    ("dangling-reference", {"further": "《资产清单》作为附表，是本协议的组成部分。"}),
    ("dangling-reference", {"further": "《联络员名单》列为本协议附件。"}),
    ("amount-words-mismatch", {"further": "甲方捐赠给乙方的款项为人民币2万元整（壹万伍仟元），用于购置图书。"}),
    ("amount-words-mismatch", {"further": "甲方捐赠3万元（贰万柒仟元整）。"}),
    ("blank-amount", {"further": "资助单位按每人每学年（　　）元的标准支持乙方改善食宿条件。"}),
    ("blank-amount", {"further": "捐赠单位每年资助____元，用于购置图书。"}),
    ("blank-party", {"head": "甲方：　　　　县　　　　局\n乙方：石桥镇中心小学"}),
)

STAYS_SILENT = (
    ("dangling-reference", {"further": "《资产清单》是双方交接的依据。"}),
    ("dangling-reference", {"further": "《县教育局关于结对帮扶的通知》的附件由各校自行下载。"}),
    ("dangling-reference", {"further": "《联络员名单》为双方联系所用，附表格式不限。"}),
    ("amount-words-mismatch", {"further": "甲方捐赠12.35万元（壹拾贰万叁仟肆佰伍拾陆元整）。"}),
    ("amount-words-mismatch", {"further": "甲方捐赠人民币2万元整（贰万元整）。"}),
    ("blank-amount", {"further": "经费预算表。单位：____万元。"}),
    ("blank-party", {"head": "甲方：云溪县教育局\n乙方：石桥镇中心小学"}),
)


def _rules(said: dict[str, Any]) -> set[str]:
    record = read_text(example(**said).text, names=False)
    return {one.rule for document in record.documents for one in document.findings}


@pytest.mark.parametrize(("rule", "said"), FINDS)
def test_the_rule_finds_it(rule: str, said: dict[str, str]) -> None:
    assert rule in _rules(said)


@pytest.mark.parametrize(("rule", "said"), STAYS_SILENT)
def test_the_rule_stays_silent(rule: str, said: dict[str, str]) -> None:
    assert rule not in _rules(said)
