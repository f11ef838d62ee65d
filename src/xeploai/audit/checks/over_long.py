"""Ids, names and conditions that are too long to read, and ids of one section that are not spelt alike."""

from collections.abc import Iterator, Sequence

from xeploai.audit.audited import Audited, Check
from xeploai.audit.writing import placed
from xeploai.diagnostic import Diagnostic, Fault, Severity
from xeploai.located import Path
from xeploai.wellformed.book import sections
from xeploai.wellformed.conditions import conditions_of, criteria_of, parts_of
from xeploai.wellformed.problem import Problem

LONGEST_ID = 40
LONGEST_LABEL = 200
MOST_PARTS = 25

FAULT = Fault(
    "XL506",
    "over-long",
    "khó đọc: {why_vi}",
    "hard to read: {why_en}",
    "rút ngắn, tách thành tiêu chí riêng, hoặc viết mã cùng một kiểu với các mã khác",
    "shorten it, make criteria of its parts, or spell the id as the others of its section",
    Severity.NOTE,
)


def _find(audited: Audited) -> Iterator[Problem | Diagnostic]:
    rules = audited.rules
    for section, ids in sections(rules, criteria_of(rules)).items():
        yield from _ids(section, ids)
    for path, condition in conditions_of(rules).items():
        if (count := sum(1 for _ in parts_of(condition))) > MOST_PARTS:
            vi, en = (
                f"điều kiện có {count} phần (quá {MOST_PARTS})",
                f"a condition of {count} parts (over {MOST_PARTS})",
            )
            yield Problem(path, FAULT, {"why_vi": vi, "why_en": en}, key=True)
    if audited.own:
        yield from placed(_labels(audited), audited.own)


def _ids(section: Path, ids: Sequence[str]) -> Iterator[Problem]:
    hyphens, underscores = sum("-" in name for name in ids), sum("_" in name for name in ids)
    # A section speaks in the style of most of its ids, and where they are even, in that of the first.
    odd = "_" if hyphens > underscores else "-" if underscores > hyphens else _other(ids)
    for name in ids:
        if len(name) > LONGEST_ID:
            vi, en = f"mã dài {len(name)} chữ (quá {LONGEST_ID})", f"an id of {len(name)} letters (over {LONGEST_ID})"
            yield Problem((*section, name), FAULT, {"why_vi": vi, "why_en": en}, key=True)
        if hyphens and underscores and odd in name:
            vi = f"`{name}` nối bằng `{odd}`, các mã khác ở đây thì không"
            en = f"`{name}` is joined by `{odd}`, the other ids here are not"
            yield Problem((*section, name), FAULT, {"why_vi": vi, "why_en": en}, key=True)


def _other(ids: Sequence[str]) -> str:
    first = next((sign for name in ids for sign in name if sign in "-_"), "-")
    return "_" if first == "-" else "-"


def _labels(audited: Audited) -> Iterator[Problem]:
    for one in audited.written:
        if not one.key and len(one.text) > LONGEST_LABEL and "label" in one.path[-2:]:
            vi = f"tên dài {len(one.text)} chữ (quá {LONGEST_LABEL})"
            en = f"a name of {len(one.text)} letters (over {LONGEST_LABEL})"
            yield Problem(one.path, FAULT, {"why_vi": vi, "why_en": en})


CHECK = Check(FAULT, _find)
