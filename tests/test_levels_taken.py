"""What a finding says of the levels that it rests on: whose they are, and why somebody has none."""

from datetime import date

import attrs
import pytest

from tests.leveled import GOOD, TABLE, YEAR, cell, member, regulation, resolution
from xeploai.exact import percent
from xeploai.model.condition import Criterion
from xeploai.model.evidence import Answer, Evidence
from xeploai.model.fact import Fact
from xeploai.model.kind import Kind
from xeploai.model.measure import Meets, Rated, Share, Value
from xeploai.model.outcome import Excluded, Finding, LevelsTaken
from xeploai.model.ruleset import Rule, Ruleset
from xeploai.model.scale import Scale
from xeploai.model.target import AtLeast
from xeploai.rating.findings import findings
from xeploai.rating.session import roll_up
from xeploai.report.rate_json import finding_data
from xeploai.wording.naming import naming
from xeploai.wording.sentences import finding_text

NEW = date(2024, 10, 1)
MEMBERS = Criterion(
    "dang-vien-tot", Share("dang-vien", Rated("muc_xep_loai", "tot")), AtLeast(percent(90)), kinds="khoi"
)
OWN = Criterion("tu-minh", Value("muc_xep_loai"), AtLeast("tot"), kinds="chi-bo")


def with_criteria(*criteria: Criterion) -> Ruleset:
    return attrs.evolve(resolution(), criteria=[*resolution().criteria, *criteria], goals=())


def found(rules: Ruleset, subject: str, criterion: str, *rows: Evidence) -> Finding:
    outcomes = {one.evidence.id: one for one in roll_up(rules, rows or TABLE, period=YEAR)}
    return next(one for one in findings(outcomes[subject]) if one.criterion.id == criterion)


def test_a_share_of_levels_says_how_many_were_decided_and_how_many_are_proposed() -> None:
    """Cells 1 and 2 are decided; 3 and 5 are proposed, 4 too as far as it goes."""
    finding = found(resolution(), "khoi", "chi-bo-tot")
    assert finding.levels == LevelsTaken(decided=2, proposed=3, by="quy-dinh-thu")
    assert finding_data(resolution(), finding)["levels"] == {"decided": 2, "proposed": 3, "by": "quy-dinh-thu"}
    for lang, text in (
        ("vi", "02 mức đã quyết định, 03 mức mới là đề xuất theo `quy-dinh-thu`"),
        ("en", "2 levels decided, 3 only proposed by `quy-dinh-thu`"),
    ):
        assert text in finding_text(naming(resolution(), lang), finding)  # type: ignore[arg-type]


def test_a_level_of_which_nothing_is_known_is_neither() -> None:
    rows = (Evidence("khoi", "khoi"), cell(1, {}), cell(2, {"muc_xep_loai": "tot"}))
    finding = found(resolution(), "khoi", "chi-bo-tot", *rows)
    assert finding.levels == LevelsTaken(decided=1)
    assert "đề xuất" not in finding_text(naming(resolution(), "vi"), finding)


@pytest.mark.parametrize(("facts", "proposed"), [({}, 0), ({"done": 1}, 1), ({"work": 1}, 1), ({"work": 0}, 1)])
def test_a_level_is_proposed_where_one_at_least_is_ruled_out(facts: dict[str, Answer], proposed: int) -> None:
    some, much = (Criterion(f"from-{limit}", Value("work"), AtLeast(limit), kinds="cell") for limit in (1, 3))
    share = Criterion("share", Share("cell", Rated("level", "good")), AtLeast(percent(50)), kinds="unit")
    rules = Ruleset(
        "small",
        kinds=[Kind("unit"), Kind("cell", parents="unit")],
        scale=Scale(("best", "good", "bad")),
        facts=[Fact("level", "level", of="cell"), Fact("work", of="cell"), Fact("done", of="cell", at_most="work")],
        criteria=[share],
        rules=[Rule("best", much), Rule("good", some)],
        rated="cell",
        otherwise="bad",
        decided="level",
    )
    finding = found(rules, "u", "share", Evidence("u", "unit"), Evidence("c", "cell", facts, parent="u"))
    assert finding.levels == LevelsTaken(0, proposed, "small" if proposed else None)


def test_the_level_of_a_subject_itself_is_decided_or_proposed() -> None:
    rules = with_criteria(OWN)
    assert found(rules, "cb-01", "tu-minh").levels == LevelsTaken(decided=1)
    assert found(rules, "cb-03", "tu-minh").levels == LevelsTaken(0, 1, "quy-dinh-thu")


def test_a_finding_on_anything_else_rests_on_no_level() -> None:
    outcomes = roll_up(regulation(), TABLE, period=YEAR)
    assert {one.levels for outcome in outcomes for one in findings(outcome)} == {None}


def test_rules_that_rate_say_so_of_their_own_levels() -> None:
    """Without a chain the rule set proposes itself."""
    share = attrs.evolve(MEMBERS, kinds="chi-bo")
    rules = attrs.evolve(regulation(), criteria=[*regulation().criteria, share])
    assert found(rules, "cb-01", "dang-vien-tot").levels == LevelsTaken(2, 2, "quy-dinh-thu")


@pytest.mark.parametrize("chained", [True, False])
def test_who_is_exempt_leaves_the_base_with_the_exemption_for_a_reason(chained: bool) -> None:
    """The first member was admitted less than six months ago; of the third the table says why."""
    if chained:
        rules, subject = with_criteria(MEMBERS), "khoi"
    else:
        share = attrs.evolve(MEMBERS, kinds="chi-bo")
        rules, subject = attrs.evolve(regulation(), criteria=[*regulation().criteria, share]), "cb-01"
    finding = found(rules, subject, "dang-vien-tot")
    assert finding.excluded == (
        Excluded(None, ("dv-01",), exemption="moi-ket-nap"),
        Excluded("đình chỉ sinh hoạt", ("dv-03",)),
    )
    assert "(mới kết nạp chưa đủ 6 tháng)" in finding_text(naming(rules, "vi"), finding)
    assert "(admitted less than 6 months ago)" in finding_text(naming(rules, "en"), finding)
    assert finding_data(rules, finding)["excluded"] == [
        {"reason": None, "exemption": "moi-ket-nap", "subjects": ["dv-01"]},
        {"reason": "đình chỉ sinh hoạt", "subjects": ["dv-03"]},
    ]


def test_the_reason_that_the_table_gives_goes_before_an_exemption() -> None:
    noted = member(1, {"muc_xep_loai": "khong-xep-loai", "ket_nap": NEW}, {"ly_do_khong_xep_loai": "mới kết nạp"})
    finding = found(with_criteria(MEMBERS), "khoi", "dang-vien-tot", Evidence("khoi", "khoi"), cell(1, GOOD), noted)
    assert finding.excluded == (Excluded("mới kết nạp", ("dv-01",)),)


def test_an_exemption_from_levels_is_no_reason_to_leave_another_base() -> None:
    """Nothing of the member applies; that it was admitted lately has nothing to do with that."""
    every = Criterion("deu-tot", Share("dang-vien", Meets("tat-ca-tot")), AtLeast(percent(90)), kinds="chi-bo")
    rules = attrs.evolve(regulation(), criteria=[*regulation().criteria, every])
    lately = member(1, {**dict.fromkeys(("tu_tuong", "to_chuc", "nhiem_vu"), "khong-ap-dung"), "ket_nap": NEW})
    finding = found(rules, "cb-01", "deu-tot", Evidence("khoi", "khoi"), cell(1, GOOD), lately)
    assert finding.excluded == (Excluded(None, ("dv-01",)),)
