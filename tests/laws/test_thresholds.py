"""One step below, at, and one step above every threshold of the 2024 rule set."""

from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ruled import Row, judged, lam_dong
from xeploai.model.condition import Criterion
from xeploai.model.fact import Count
from xeploai.model.kind import figure_for, members
from xeploai.model.measure import Answers, Meets, Rated, Ratio, Share, Value
from xeploai.model.ruleset import kinds_of
from xeploai.model.target import AtLeast, Between

RULES = lam_dong()
KINDS = kinds_of(RULES)
CRITERIA = {criterion.id: criterion for criterion in RULES.criteria}
PARENT = {"khoi": None, "chi-bo-truc-thuoc": "dang-bo-co-so"}
HOW_MANY = {
    "dang-bo-co-so": "so_dang_bo_co_so",
    "chi-bo-co-so": "so_chi_bo_co_so",
    "co-quan": "so_co_quan",
    "doan-the": "so_doan_the",
}

MET, NOT_MET, NOT_APPLICABLE = (frozenset({one}) for one in ("met", "not_met", "not_applicable"))


def judged_at(criterion: Criterion) -> tuple[str, ...]:
    return members(KINDS, (*criterion.kinds, *criterion.monitors))


def above(kind: str) -> Iterator[dict[str, object]]:
    """Blank rows of all that must stand above a kind, highest first; each has its kind for its id."""
    parent = PARENT.get(kind, "khoi")
    if parent is not None:
        yield from above(parent)
        yield {"id": parent, "kind": parent, "parent": PARENT.get(parent, "khoi")}


def one(kind: str, **facts: object) -> dict[str, object]:
    """A subject of a kind, with its kind for its id."""
    return {"id": kind, "kind": kind, "parent": PARENT.get(kind, "khoi"), **facts}


def of_ratio(criterion: Criterion, kind: str, part: int, whole: int) -> list[Row]:
    measure = criterion.measure
    assert isinstance(measure, Ratio)
    (part_of,), (whole_of,) = measure.part, measure.whole
    facts: dict[str, object] = {str(part_of): part}
    rows: list[Row] = []
    if not isinstance(whole_of, Count):
        facts[whole_of] = whole
    elif part_of == "so_chi_bo_da_pho_bien":
        # No committee states how many cells of the whole bloc were told: one has them all.
        rows = [{"id": "db", "kind": "dang-bo-co-so", "parent": "khoi", "so_chi_bo_truc_thuoc": whole, **facts}]
        facts = {}
    else:
        facts |= {"so_chi_bo_co_so": whole, "so_dang_bo_co_so": 0}
    return [*above(kind), one(kind, **facts), *rows]


def of_share(criterion: Criterion, kind: str, part: int, whole: int) -> list[Row]:
    measure = criterion.measure
    assert isinstance(measure, Share)
    kinds = members(KINDS, measure.of)
    below = "chi-bo-co-so" if "chi-bo-co-so" in kinds else kinds[-1]
    passes, fails = (that_passes(measure, below, holds) for holds in (True, False))
    rows = [{"id": f"u{n}", "kind": below, "parent": kind, **(passes if n < part else fails)} for n in range(whole)]
    number = {HOW_MANY[below]: whole} if kind == "khoi" and below in HOW_MANY else {}
    if below == "chi-bo-co-so":
        number["so_dang_bo_co_so"] = 0
    return [*above(kind), one(kind, **number), *rows]


def that_passes(share: Share, kind: str, holds: bool) -> dict[str, object]:
    """Facts of a subject that passes a test, or fails it by one step."""
    match share.test:
        case Answers(fact):
            return {fact: holds}
        case Rated(fact, least):
            return {fact: least if holds else "hoan-thanh"}
        case Meets("guong-dien-hinh"):
            return {"guong_dien_hinh": (2 if kind == "dang-bo-co-so" else 1) - (not holds)}
        case Meets("kiem-tra-dang-vien"):
            return {"dang_vien": 10, "dang_vien_duoc_kiem_tra": 3 - (not holds)}
        case Meets("kiem-tra-chi-bo"):
            return {"so_chi_bo_truc_thuoc": 10, "so_chi_bo_duoc_kiem_tra_giam_sat": 3 - (not holds)}
        case _:
            raise AssertionError(share)


def rows_for(criterion: Criterion, kind: str, part: int, whole: int) -> list[Row]:
    return (of_ratio if isinstance(criterion.measure, Ratio) else of_share)(criterion, kind, part, whole)


def lower_end(criterion: Criterion) -> Fraction:
    target = criterion.target
    limit = target.low if isinstance(target, Between) else target.limit
    assert isinstance(limit, Fraction)
    return limit


PROPORTIONS = [
    (criterion.id, kind)
    for criterion in RULES.criteria
    if isinstance(criterion.measure, Ratio | Share)
    for kind in judged_at(criterion)
]
NUMBERS = [
    (name, kind) for name in ("guong-dien-hinh", "ket-nap", "ket-nap-hssv") for kind in judged_at(CRITERIA[name])
]


def test_every_threshold_is_tried() -> None:
    assert {name for name, _ in (*PROPORTIONS, *NUMBERS)} | {"khoi-tot-tro-len"} == set(CRITERIA)


@pytest.mark.parametrize(("name", "kind"), PROPORTIONS)
@pytest.mark.parametrize("whole", [1, 2, 7, 10, 19, 20, 21])
def test_a_proportion_turns_at_its_threshold(name: str, kind: str, whole: int) -> None:
    criterion = CRITERIA[name]
    least = lower_end(criterion)
    smallest = -(-least.numerator * whole // least.denominator)
    for part in {smallest - 1, smallest, smallest + 1} & set(range(whole + 1)):
        found = judged(rows_for(criterion, kind, part, whole))[kind][name]
        assert found == (MET if part >= smallest else NOT_MET), (part, whole)


@pytest.mark.parametrize(("name", "kind"), PROPORTIONS)
def test_a_whole_of_zero_is_neither_none_nor_all(name: str, kind: str) -> None:
    criterion = CRITERIA[name]
    measure = criterion.measure
    cells_have_members = kind.startswith("chi-bo") and isinstance(measure, Ratio) and "dang_vien" in measure.whole
    a_committee_has_cells = name in {"pho-bien-nghi-quyet", "kiem-tra-chi-bo"}
    if not (cells_have_members or a_committee_has_cells):
        assert judged(rows_for(criterion, kind, 0, 0))[kind][name] == NOT_APPLICABLE


@pytest.mark.parametrize(("name", "kind"), NUMBERS)
def test_a_number_turns_at_its_threshold(name: str, kind: str) -> None:
    criterion = CRITERIA[name]
    assert isinstance(criterion.measure, Value)
    assert isinstance(criterion.target, AtLeast)
    limit = figure_for(KINDS, criterion.target.limit, kind)  # type: ignore[arg-type]
    assert isinstance(limit, int)
    for value in (limit - 1, limit, limit + 1):
        found = judged([*above(kind), one(kind, **{criterion.measure.fact: value})])[kind][name]
        assert found == (MET if value >= limit else NOT_MET), value


@pytest.mark.parametrize(
    ("level", "expected"),
    [("xuat-sac", MET), ("tot", MET), ("hoan-thanh", NOT_MET), ("khong-xep-loai", NOT_APPLICABLE)],
)
def test_a_level_turns_at_its_threshold(level: str, expected: frozenset[str]) -> None:
    assert judged([one("khoi", muc_xep_loai=level)])["khoi"]["khoi-tot-tro-len"] == expected


@given(st.integers(1, 400), st.sampled_from(["hoc-tap-dang-vien", "hoc-tap-nguoi-lao-dong", "dang-vien-tot-tro-len"]))
def test_any_whole_turns_at_its_threshold(whole: int, name: str) -> None:
    test_a_proportion_turns_at_its_threshold(name, "khoi", whole)
