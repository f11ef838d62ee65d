"""Small units against brute force: every size, every number of people, and each side of every turn."""

import json
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.commands import RULES, xeploai
from tests.ruled import lam_dong
from tests.strategies import share_targets, within
from xeploai.audit.audited import Audited
from xeploai.audit.sizes import Need, SizedTarget, needs, sized_targets
from xeploai.model.condition import Criterion
from xeploai.model.fact import Fact
from xeploai.model.kind import Kind
from xeploai.model.measure import Ratio
from xeploai.model.ruleset import Ruleset
from xeploai.model.target import Above, AtLeast, Between, Equals, LessThan, MoreThan, Target
from xeploai.rating.prepare import make_ready
from xeploai.report.sizes import runs

FAR = 60
"""Beyond the sizes at which the thresholds of `share_targets` turn."""


def sized(target: Target, *, bounded: bool = True) -> SizedTarget:
    facts = [Fact("part", at_most="whole" if bounded else ()), Fact("whole")]
    rules = Ruleset("t", facts=facts, criteria=[Criterion("c", Ratio("part", "whole"), target)])
    (found,) = sized_targets(make_ready(rules))
    return found


@given(share_targets(), st.booleans())
def test_every_size_needs_what_trying_every_number_says(target: Target, bounded: bool) -> None:
    for need in needs(sized(target, bounded=bounded), FAR):
        tried = range(need.size + 1 if bounded else 3 * need.size + 1)
        meeting = [part for part in tried if within(target, part, need.size)]
        assert need.least == (meeting[0] if meeting else None)
        assert need.extreme == (bounded and bool(meeting) and set(meeting) <= {0, need.size})
        if need.most is not None:
            assert need.most == meeting[-1]
            assert meeting == list(range(meeting[0], meeting[-1] + 1))


@given(share_targets().filter(lambda target: target not in (MoreThan(Fraction(1)), LessThan(Fraction(0)))))
def test_enough_is_the_least_size_from_which_all_can(target: Target) -> None:
    found = sized(target, bounded=False)
    can = {size: any(within(target, part, size) for part in range(size + 2)) for size in range(1, 3 * FAR)}
    if found.enough is None:
        assert isinstance(target, Equals | Between)
        assert not all(can[size] for size in range(FAR, FAR + 20))
    else:
        assert all(can[size] for size in can if size >= found.enough)
        assert found.enough == 1 or not can[found.enough - 1]


SMALL = (1, 2, 4, 5, 7, 8, 11, 14, 17)
"""The cells that cannot lie within 30 to 35 percent."""


def test_a_hard_range_and_its_small_cells() -> None:
    hard = sized(Between(Fraction(3, 10), Fraction(7, 20), above="not_met"))
    assert tuple(need.size for need in needs(hard, 100) if need.least is None) == SMALL
    assert hard.enough == 18
    assert needs(hard, 20)[19] == Need(20, 6, 7, extreme=False)


@pytest.mark.parametrize("above", ["met", "noted"])
def test_a_range_above_which_all_is_met_leaves_nobody_out(above: Above) -> None:
    soft = sized(Between(Fraction(3, 10), Fraction(7, 20), above=above))
    assert soft.enough == 1
    assert all(need.least == -(-3 * need.size // 10) and need.most is None for need in needs(soft, 50))


def test_the_rules_of_2024_under_the_reading_that_more_is_not_met() -> None:
    found = {(one.criterion.id, one.reading): one for one in sized_targets(Audited(lam_dong()).prepared)}
    assert ("kiem-tra-dang-vien", ("vuot-khung-kiem-tra", "met")) not in found, "it asks the same as what was chosen"
    other = found["kiem-tra-dang-vien", ("vuot-khung-kiem-tra", "not_met")]
    assert tuple(need.size for need in needs(other, 40) if need.least is None) == SMALL
    assert other.kinds == ("chi-bo-co-so", "chi-bo-truc-thuoc")


def test_a_target_by_kind_is_one_for_each() -> None:
    limits = AtLeast({"xa": Fraction(1, 2), "chi-bo": Fraction(9, 10)})
    rules = Ruleset(
        "t",
        kinds=[Kind("xa"), Kind("chi-bo", parents="xa")],
        facts=[Fact("part", at_most="whole"), Fact("whole")],
        criteria=[Criterion("c", Ratio("part", "whole"), limits)],
    )
    found = {one.kinds: needs(one, 10)[9].least for one in sized_targets(make_ready(rules))}
    assert found == {("xa",): 5, ("chi-bo",): 9}
    none = attrs.evolve(rules, criteria=[])
    assert not list(sized_targets(make_ready(none)))


def test_runs() -> None:
    assert runs([1, 2, 4, 5, 6, 9]) == "1, 2, 4–6, 9"
    assert runs([]) == ""


def test_sizes_in_json_and_not_in_sarif(capsys: pytest.CaptureFixture[str]) -> None:
    ran = xeploai(capsys, "check", RULES, "--sizes", "8", "--format", "json")
    (file,) = json.loads(ran.out)["files"]
    (hard,) = [one for one in file["sizes"] if one["cannot"] and one["criterion"] == "kiem-tra-dang-vien"]
    assert hard["cannot"] == [1, 2, 4, 5, 7, 8]
    assert hard["every_size_from"] == 18
    assert hard["needs"][2] == {"size": 3, "least": 1, "most": 1}
    without = xeploai(capsys, "check", RULES, "--format", "json")
    assert "sizes" not in json.loads(without.out)["files"][0]
    assert xeploai(capsys, "check", RULES, "--sizes", "8", "--format", "sarif").status == 2


def test_sizes_as_people_read_them(capsys: pytest.CaptureFixture[str]) -> None:
    text = xeploai(capsys, "check", RULES, "--sizes", "8").out
    assert "cách hiểu khác: vuot-khung-kiem-tra: không đạt" in text
    assert "không thể đạt: 1, 2, 4, 5, 7, 8; từ 18 thì đạt được" in text
    rows = xeploai(capsys, "check", RULES, "--sizes", "8", "--format", "md", "--lang", "en").out
    assert "1: –; 2: –; 3: 1; 4: –; 5: –; 6: 2; 7: –; 8: – |" in rows
    assert "1–8" in rows


@pytest.mark.parametrize("given", ["0", "1001", "1-10", "ba"])
def test_a_size_that_is_none_is_refused_in_the_language_of_the_reader(
    capsys: pytest.CaptureFixture[str], given: str
) -> None:
    ran = xeploai(capsys, "check", RULES, "--sizes", given)
    assert ran.status == 2
    assert "`--sizes`: cần một số nguyên từ 1 đến 1000" in ran.err
