"""`xeploai clauses`: every clause with what answers for it and its cases, and every case with its clauses."""

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.commands import xeploai
from xeploai.audit.cases.beside import cases_beside
from xeploai.audit.clauses import ClauseMap, clause_map
from xeploai.toml.load import load
from xeploai.toml.shelf import shipped

Printed = pytest.CaptureFixture[str]

RULES = """
format = 1

[ruleset]
id        = "demo"
label     = { vi = "Bộ <b>thử</b>", en = "A <b>test</b>" }
in_force  = { since = 2024-01-01, until = 2024-12-31 }
rated     = ["o", "p"]
otherwise = "kem"

[sources.nq]
label  = { vi = "Nghị quyết & <i>", en = "Resolution & <i>" }
number = "01"
dated  = 2023-12-01

[sources.nq.clauses]
"1" = {}
"2" = {}
"3" = { reason = { vi = "nhiệm vụ chung", en = "general" } }
"4" = {}
"5" = {}

[sources.qd]
label = "Quy định"

[kinds.o]
label = { vi = "Đơn vị", en = "Unit" }
[kinds.p]

[scale.levels.tot]
label = { vi = "Tốt", en = "Good" }
[scale.levels.dat]
[scale.levels.kem]

[facts]
a = { of = ["o", "p"], type = "count" }
b = { of = ["o", "p"], type = "count", at_most = "a" }
c = { of = ["o", "p"], type = "yes_no" }

[criteria.nhieu]
label    = { vi = "Làm nhiều", en = "Much done" }
ratio    = { part = "b", whole = "a" }
at_least = "90%"
cite     = { source = "nq", clause = "1", words = "từ 90%" }

[criteria.it]
ratio    = { part = "b", whole = "a" }
at_least = "50%"
cite     = { source = "qd", clause = "khoản 7" }

[criteria.vi-pham]
yes  = "c"
cite = { source = "nq", clause = "2" }

[criteria.khong-can-cu]
value    = "a"
at_least = 1

[goals.g]
criteria = ["it"]

[[rules]]
level = "tot"
for   = ["o"]
when  = { all = ["nhieu", { undetermined = { vi = "chưa thấy câu sau", en = "the rest was not seen" } }] }
cite  = { source = "nq", clause = "1" }

[[rules]]
level = "tot"
for   = ["p"]
when  = "nhieu"
cite  = { source = "nq", clause = "4" }

[vetoes.vi-pham]
when = "vi-pham"
cap  = "kem"
cite = { source = "nq", clause = "2" }
"""
CASES = """
[[case]]
title  = "nêu <điểm> 1"
clause = "1"
rows   = \"\"\"
id ; kind ; a ; b ; c
u  ; o    ; 10 ; 9 ; không
v  ; p    ; 10 ; 9 ; không
\"\"\"
[case.expect]
u.nhieu = "met"
u.level = { highest = "tot", undetermined = "chưa thấy" }
u.g     = "met"

[[case]]
title  = "không nêu điểm nào"
rows   = \"\"\"
id ; kind ; a ; b ; c
u  ; p    ; 10 ; 9 ; có
\"\"\"
[case.expect]
u.level = { level = "kem", deciding = ["vi-pham"] }

[[case]]
title   = "bảng bị từ chối"
clause  = "99"
refused = ["part-larger-than-whole"]
rows    = \"\"\"
id ; kind ; a ; b
u  ; p    ; 1 ; 9
\"\"\"
"""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    (tmp_path / "cases" / "demo").mkdir(parents=True)
    (tmp_path / "cases" / "demo" / "one.toml").write_text(CASES, "utf-8")
    file = tmp_path / "demo.toml"
    file.write_text(RULES, "utf-8")
    return file


def held(rules: Path) -> ClauseMap:
    loaded = load(rules)
    return clause_map(loaded, cases_beside(rules, loaded))


def test_clauses_with_answers_and_cases(rules: Path) -> None:
    found = [
        (
            one.source.id,
            one.clause.id,
            [(answer.sort, answer.name, [case.title for case in answer.cases]) for answer in one.answers],
            [case.title for case in one.cases],
        )
        for one in held(rules).clauses
    ]
    assert found == [
        (
            "nq",
            "1",
            [
                ("criterion", "nhieu", ["nêu <điểm> 1"]),
                ("rule", "tot", ["nêu <điểm> 1"]),
                ("undetermined", "tot", ["nêu <điểm> 1"]),
            ],
            ["nêu <điểm> 1"],
        ),
        (
            "nq",
            "2",
            [("criterion", "vi-pham", ["không nêu điểm nào"]), ("veto", "vi-pham", ["không nêu điểm nào"])],
            [],
        ),
        ("nq", "3", [], []),
        ("nq", "4", [("rule", "tot", [])], []),
        ("nq", "5", [], []),
        ("qd", "khoản 7", [("criterion", "it", ["nêu <điểm> 1"])], []),
    ]


def test_what_is_lacking_is_visible(rules: Path) -> None:
    clauses = {one.clause.id: one for one in held(rules).clauses}
    assert [name for name, one in clauses.items() if one.untested] == ["4"]
    assert [name for name, one in clauses.items() if one.unanswered] == ["5"]
    assert [name for name, one in clauses.items() if not one.listed] == ["khoản 7"]
    assert [answer.name for answer in held(rules).uncited] == ["khong-can-cu"]


def test_cases_with_their_clauses(rules: Path) -> None:
    assert [(one.case.title, [each.clause.id for each in one.clauses]) for one in held(rules).cases] == [
        ("nêu <điểm> 1", ["1", "khoản 7"]),
        ("không nêu điểm nào", ["2"]),
        ("bảng bị từ chối", []),
    ]


@pytest.mark.parametrize("name", shipped())
def test_both_ways_agree(name: str) -> None:
    rules = load(name)
    both = clause_map(rules, cases_beside(name, rules))
    there = {
        (one.clause.id, one.source.id, id(case))
        for one in both.clauses
        for case in (*one.cases, *(case for answer in one.answers for case in answer.cases))
    }
    back = {(each.clause.id, each.source.id, id(one.case)) for one in both.cases for each in one.clauses}
    assert there == back
    assert not any(one.unanswered for one in both.clauses)


def test_the_text_and_the_markdown(capsys: Printed, rules: Path) -> None:
    text = xeploai(capsys, "clauses", rules, "--lang", "en").out
    lines = [line.strip() for line in text.splitlines()]
    assert lines[0] == (
        "demo: 6 clauses: 4 answered (1 of them without a case), 1 with a reason, 1 with neither; 3 worked cases"
    )
    assert "4: no case" in lines
    assert "5: nothing answers" in lines
    assert "3: general" in lines
    assert "khoản 7: not listed under its source" in lines
    assert "• criterion: Much done (`nhieu`), “từ 90%”" in lines
    assert "• rule: Good (p) – no case" in lines
    assert "• undetermined: the rest was not seen" in lines
    assert any(line.startswith("bảng bị từ chối (") and line.endswith("→ no clause") for line in lines)
    marked = xeploai(capsys, "clauses", rules, "--format", "md").out
    assert "| 4 | quy tắc: Tốt (p) | chưa có ví dụ |" in marked
    assert "nêu &lt;điểm> 1" in marked


def test_the_json(capsys: Printed, rules: Path) -> None:
    data = json.loads(xeploai(capsys, "clauses", rules, "--format", "json").out)
    assert data["format"] == 1
    first = data["sources"][0]["clauses"][0]
    assert first["answers"][0] == {
        "sort": "criterion",
        "path": "criteria.nhieu",
        "label": "Làm nhiều",
        "words": ["từ 90%"],
        "at": {"file": str(rules), "line": RULES[: RULES.index("[criteria.nhieu]")].count("\n") + 1},
        "cases": first["cases"],
    }
    assert data["cases"][2]["clauses"] == []
    assert [one["path"] for one in data["uncited"]] == ["criteria.khong-can-cu"]


class Page(HTMLParser):
    """The tags that are open, what they hold, and what asks for something from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.text = ""
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.outside += [name for name, _ in attrs if name in ("src", "href", "onclick", "style")]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data


def page(capsys: Printed, *arguments: Any) -> tuple[Page, str]:
    text = xeploai(capsys, "clauses", *arguments, "--format", "html").out
    read = Page()
    read.feed(text)
    read.close()
    return read, text


def test_the_page_is_whole_and_stands_alone(capsys: Printed, rules: Path) -> None:
    read, text = page(capsys, rules)
    assert not read.open
    assert not read.outside
    assert not {"script", "link", "img", "b", "i", "iframe"} & set(read.seen)
    assert "url(" not in text
    assert "@import" not in text
    assert text.startswith('<!DOCTYPE html>\n<html lang="vi">\n')
    assert "Bộ <b>thử</b>" in read.text
    assert "Nghị quyết & <i>" in read.text
    assert "nêu <điểm> 1" in read.text
    assert "chưa có ví dụ" in read.text
    assert page(capsys, rules, "--lang", "en")[1].startswith('<!DOCTYPE html>\n<html lang="en">\n')


@pytest.mark.parametrize("name", shipped())
def test_every_page_of_what_ships_is_well_formed(capsys: Printed, name: str) -> None:
    read, _ = page(capsys, name)
    assert not read.open


def test_nothing_is_lost_between_the_formats(capsys: Printed, rules: Path) -> None:
    data = json.loads(xeploai(capsys, "clauses", rules, "--format", "json").out)
    read, _ = page(capsys, rules)
    texts = [xeploai(capsys, "clauses", rules).out, read.text]
    for source in data["sources"]:
        for clause in source["clauses"]:
            said = [clause["clause"], clause["reason"] or "", *(answer["label"] for answer in clause["answers"])]
            assert all(part in text for part in said for text in texts)
