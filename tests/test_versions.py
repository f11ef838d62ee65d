"""What a later version of a series may change: a figure, where it cites what changed it."""

from pathlib import Path

import pytest

from xeploai.audit.check import check
from xeploai.diagnostic import message

VERSION = """format = 1
[ruleset]
id = "v{year}"
series = "v"
in_force = {{ since = {year}-01-01, until = {year}-12-31 }}
rated = ["cell"]
otherwise = "poor"
[sources.law]
label = "Quy định"
{document}
[kinds.cell]
label = "Chi bộ"
[scale.levels.good]
label = "Tốt"
[scale.levels.poor]
label = "Kém"
[suppliers.office]
label = "Văn phòng"
[facts.late]
type = "count"
supplier = "office"
[criteria.late]
value = "late"
{target}
{cite}
[[rules]]
level = "good"
when = "late"
{cite}
[quotas.good]
level = "good"
rate = "{rate}"
base = "assessed"
{cite}
"""
CITE = 'cite = { source = "law", clause = "Điều 1", words = "mấy từ" }'
BEFORE = {"document": 'number = "01"\ndated = 2023-01-01', "target": "at_most = 3", "cite": CITE, "rate": "20%"}


def changes(folder: Path, **new: str) -> list[str]:
    (folder / "v2024.toml").write_text(VERSION.format(year=2024, **BEFORE), "utf-8")
    (folder / "v2025.toml").write_text(VERSION.format(year=2025, **{**BEFORE, **new}), "utf-8")
    assert not [one for one in check(str(folder / "v2024.toml")).problems if one.fault.code == "XL403"]
    later = check(str(folder / "v2025.toml"))
    assert later.rules, "the file loads"
    return [message(one, "en") for one in later.problems if one.fault.code == "XL403"]


def said(here: str, there: str) -> str:
    return (
        f"the threshold is `{here}`, in `v2024` it is `{there}`, and the same clause of the same document is cited"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("new", "found"),
    [
        ({}, []),
        ({"target": "at_most = 2"}, [said("≤ 2", "≤ 3")]),
        ({"target": "less_than = 3"}, [said("< 3", "≤ 3")]),
        ({"target": "at_most = { cell = 2 }"}, [said("≤ 2", "≤ 3")]),
        ({"target": "at_most = { cell = 3 }"}, []),
        ({"rate": "25%"}, [said("≤ 25%", "≤ 20%")]),
        ({"target": "at_most = 2", "rate": "25%"}, [said("≤ 2", "≤ 3"), said("≤ 25%", "≤ 20%")]),
        ({"target": "at_most = 2", "cite": CITE.replace("Điều 1", "Điều 2")}, []),
        ({"target": "at_most = 2", "cite": CITE.replace("mấy từ", "mấy từ khác")}, [said("≤ 2", "≤ 3")]),
        ({"target": "at_most = 2", "cite": ""}, []),
        ({"target": "at_most = 2", "document": 'number = "02"\ndated = 2023-01-01'}, []),
        ({"target": "at_most = 2", "document": 'number = "01"\ndated = 2024-12-01'}, []),
    ],
)
def test_a_figure_that_changes_cites_what_changed_it(tmp_path: Path, new: dict[str, str], found: list[str]) -> None:
    document = {"document": "clauses = { 'Điều 1' = {} }"} if new.get("cite") == "" else {}
    assert changes(tmp_path, **{**new, **document}) == found


def test_documents_without_number_and_date_are_told_apart_by_their_id(tmp_path: Path) -> None:
    for document, name, found in (("", "law", 1), ("", "other", 0)):
        old = VERSION.format(year=2024, **{**BEFORE, "document": document})
        new = VERSION.format(year=2025, **{**BEFORE, "document": document, "target": "at_most = 2"})
        (tmp_path / "v2024.toml").write_text(old, "utf-8")
        (tmp_path / "v2025.toml").write_text(new.replace('"law"', f'"{name}"').replace(".law]", f".{name}]"), "utf-8")
        problems = check(str(tmp_path / "v2025.toml")).problems
        assert len([one for one in problems if one.fault.code == "XL403"]) == found


def test_a_kind_that_is_new_has_a_new_figure(tmp_path: Path) -> None:
    for year, kinds, limits in ((2024, '["cell"]', "cell = 3"), (2025, '["cell", "room"]', "cell = 3, room = 2")):
        target = f"at_most = {{ {limits} }}\nfor = {kinds}"
        text = VERSION.format(year=year, **{**BEFORE, "target": target})
        text = text.replace("[scale.levels.good]", '[kinds.room]\nlabel = "Phòng"\n[scale.levels.good]')
        (tmp_path / f"v{year}.toml").write_text(text, "utf-8")
    texts = [message(one, "en") for one in check(str(tmp_path / "v2025.toml")).problems if one.fault.code == "XL403"]
    assert texts == [said("≤ 2", "–")]


def test_the_version_before_is_the_one_that_begins_last_before_it(tmp_path: Path) -> None:
    """A figure that came back to what it was before is a change too."""
    for year, target in ((2022, "at_most = 2"), (2023, "at_most = 3"), (2024, "at_most = 2")):
        (tmp_path / f"v{year}.toml").write_text(VERSION.format(year=year, **{**BEFORE, "target": target}), "utf-8")
    texts = [message(one, "en") for one in check(str(tmp_path / "v2024.toml")).problems if one.fault.code == "XL403"]
    assert texts == [said("≤ 2", "≤ 3").replace("v2024", "v2023")]
