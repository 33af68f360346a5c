"""What ``jiedui export`` says, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.export.columns import Rows
from pipeline.messages import Lang


@dataclass(frozen=True, slots=True)
class Words:
    """Labels, and templates for :meth:`str.format`."""

    rows: Mapping[Rows, str]
    written: str
    none: str
    at_most: str
    no_format: str
    is_folder: str
    is_store: str
    no_parquet: str


_ZH = Words(
    rows={"documents": "文书", "quotas": "数量", "funding": "资金", "findings": "发现"},
    written="{rows} {count} 行，写在 {name}",
    none="没有符合条件的，{name} 里没有一行",
    at_most="；只写到 --limit {limit} 为止，可能还有",
    no_format="从 {name} 看不出要写成什么，请加 --format jsonl、csv、xlsx 或 parquet。",
    is_folder="--out 要给一个文件，{name} 是文件夹。",
    is_store="--out 不能写到存储 {name} 上，请换一个文件名。",
    no_parquet="没有安装 DuckDB，写不了 Parquet。请运行 pip install 'jiedui[parquet]'，或换成 --format csv。",
)
_EN = Words(
    rows={"documents": "documents", "quotas": "quotas", "funding": "funding", "findings": "findings"},
    written="{rows}: {count} rows in {name}",
    none="Nothing is like that: there is no row in {name}",
    at_most="; written up to --limit {limit}, there may be more",
    no_format="{name} does not say what to write. Add --format jsonl, csv, xlsx or parquet.",
    is_folder="--out takes a file, and {name} is a folder.",
    is_store="--out must not overwrite the store {name}. Choose another name.",
    no_parquet="DuckDB is not installed, so no Parquet can be written. Run pip install 'jiedui[parquet]', or use --format csv.",
)


def words(lang: Lang) -> Words:
    """Those of a language."""
    return _ZH if lang == "zh" else _EN
