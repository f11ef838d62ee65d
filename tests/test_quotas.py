"""Quotas: what they allow of a group, what there is, and what is too many."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

import attrs
import pytest

from xeploai import (
    AtLeast,
    Counted,
    Criterion,
    Equals,
    Evidence,
    Fact,
    Interval,
    Kind,
    Outcome,
    Ratio,
    Rule,
    Ruleset,
    Scale,
    Value,
    percent,
    roll_up,
)
from xeploai.interval import INTEGER, ZERO, point
from xeploai.model.evidence import Answer
from xeploai.model.outcome import OtherAllowance, QuotaOutcome
from xeploai.model.quota import Base, OtherQuota, Quota, Raised, Rounding
from xeploai.model.ruleset import Assumption, Exemption, OtherCondition
from xeploai.model.scale import Level
from xeploai.rating.quotas import quotas

HTXS, HTT, HT, KHT = "xuat-sac", "tot", "hoan-thanh", "khong-hoan-thanh"
UNRATED = "khong-xep-loai"
FIFTH = percent(20)
PLAIN = Quota("htxs", HTXS, FIFTH, kinds="dang-vien")
BELOW_CELLS = attrs.evolve(PLAIN, within="chi-bo")
RULES = Ruleset(
    "quotas",
    kinds=[
        Kind("dang-bo"),
        Kind("chi-bo", parents="dang-bo"),
        Kind("dang-vien", parents=("chi-bo", "dang-bo")),
        Kind("khach", parents="chi-bo"),
    ],
    scale=Scale([HTXS, HTT, HT, KHT], not_assessed=Level(UNRATED)),
    facts=[
        Fact("muc", "level", of="dang-vien"),
        Fact("so_dang_vien", of="chi-bo", counts=Counted("dang-vien")),
        Fact("vuot", "yes_no", of="dang-vien"),
        Fact("dung_dau", "yes_no", of="dang-vien"),
        Fact("thanh_tich", "yes_no", of="chi-bo"),
        Fact("phan", of="chi-bo", at_most="tong"),
        Fact("tong", of="chi-bo"),
    ],
    decided="muc",
    quotas=[PLAIN],
)


def with_quota(quota: Quota, rules: Ruleset = RULES) -> Ruleset:
    return attrs.evolve(rules, quotas=[quota])


def people(levels: Iterable[str | None], cell: str | None = "c", group: str | None = None) -> list[Evidence]:
    notes = {} if group is None else {"nhom": group}
    return [
        Evidence(f"{cell}{group or ''}-{number}", "dang-vien", {"muc": level}, parent=cell, notes=notes)
        for number, level in enumerate(levels)
    ]


def judged(quota: Quota, levels: Iterable[str | None], /, **cell: Answer) -> QuotaOutcome:
    """One cell and its members."""
    (found,) = quotas(roll_up(with_quota(quota), [Evidence("c", "chi-bo", cell), *people(levels)]))
    return found


def ends(found: QuotaOutcome) -> tuple[Interval, Interval, Interval]:
    return found.allowed, found.actual, found.excess


# The table of the contested readings: for so many that are rated HTT or better, what each allows.
COLUMNS: dict[str, tuple[Fraction, Base, Rounding]] = {
    "A": (FIFTH, "good", "down"),
    "B": (FIFTH, "good", "half_up"),
    "C": (FIFTH, "good_or_better", "down"),
    "D": (FIFTH, "good_or_better", "half_up"),
    "E": (percent(25), "good", "down"),
}
TABLE = {
    3: (0, 0, 0, 1, 0),
    4: (0, 1, 0, 1, 0),
    5: (0, 1, 1, 1, 1),
    6: (1, 1, 1, 1, 1),
    8: (1, 1, 1, 2, 1),
    10: (1, 2, 2, 2, 2),
    12: (2, 2, 2, 2, 2),
    15: (2, 2, 3, 3, 3),
    20: (3, 3, 4, 4, 4),
    25: (4, 4, 5, 5, 5),
    30: (5, 5, 6, 6, 6),
    50: (8, 8, 10, 10, 10),
}


@pytest.mark.parametrize("number", TABLE)
@pytest.mark.parametrize("column", COLUMNS)
def test_so_many_rated_good_or_better_allow_so_many_under_each_reading(number: int, column: str) -> None:
    rate, base, rounding = COLUMNS[column]
    quota = attrs.evolve(PLAIN, rate=rate, base=base, rounding=rounding)
    allowed = TABLE[number]["ABCDE".index(column)]
    for excellent in {0, allowed, allowed + 1, number}:
        levels = [HTXS] * excellent + [HTT] * (number - excellent)
        excess = max(0, excellent - allowed)
        assert ends(judged(quota, levels)) == (point(allowed), point(excellent), point(excess))


@pytest.mark.parametrize(("good", "rate", "allowed"), [(7, 20, 1), (8, 20, 2), (12, 20, 2), (12, 25, 3), (13, 20, 3)])
def test_the_examples_of_hd_03_where_the_number_rated_good_is_given(good: int, rate: int, allowed: int) -> None:
    quota = attrs.evolve(PLAIN, rate=percent(rate), rounding="half_up")
    fits = judged(quota, [HTXS] * allowed + [HTT] * good)
    assert (fits.allowed, fits.excess) == (point(allowed), ZERO)
    assert judged(quota, [HTXS] * (allowed + 1) + [HTT] * good).excess == point(1)


def test_t1_the_base_is_those_rated_good_and_not_all_nor_good_or_better() -> None:
    """Promoting one shrinks the base; fewer than five rated good allow none; nobody is demoted."""
    assert judged(PLAIN, [HTXS, *[HTT] * 4]).excess == point(1)
    assert judged(attrs.evolve(PLAIN, base="good_or_better"), [HTXS, *[HTT] * 4]).excess == ZERO
    assert judged(PLAIN, [HTXS, *[HTT] * 4, *[HT] * 20, *[KHT] * 20]).excess == point(1)
    assert judged(attrs.evolve(PLAIN, base="assessed"), [HTXS, *[HTT] * 4, *[HT] * 20]).allowed == point(5)
    assert judged(PLAIN, [HTT, HTT]).allowed == ZERO
    outcomes = roll_up(RULES, people([HTXS, HTXS, HTT], cell=None))
    before = [(outcome.evidence, outcome.rating) for outcome in outcomes]
    assert quotas(outcomes)[0].excess == point(2)
    assert [(outcome.evidence, outcome.rating) for outcome in outcomes] == before


def test_t2_rounding_down_or_half_up_differ_and_the_other_is_shown_beside() -> None:
    """8 rated good: 1.6 is 1 or 2."""
    rounded = attrs.evolve(
        PLAIN, assume="lam-tron", alternatives=[OtherQuota("lam-tron", "half_up", rounding="half_up")]
    )
    rules = attrs.evolve(
        with_quota(rounded), assumptions=[Assumption("lam-tron", "làm tròn?", chosen="down", others=["half_up"])]
    )
    (found,) = quotas(roll_up(rules, people([HTXS] * 2 + [HTT] * 8, cell=None)))
    assert ends(found) == (point(1), point(2), point(1))
    assert found.readings == (OtherAllowance("lam-tron", "half_up", point(2), ZERO),)


def test_the_bounds_hold_together() -> None:
    """Whoever is open is at the level or in the base, not both: at most two of seven, and never two too many."""
    found = judged(attrs.evolve(PLAIN, rate=percent(50)), [HTXS, HTT, HTT, None])
    assert ends(found) == (point(1), Interval(1, 2), Interval(0, 1))
    pressed = judged(PLAIN, [HTXS, HTXS, *[None] * 5])
    assert ends(pressed) == (Interval(0, 1), Interval(2, 7), Interval(1, 6))


def test_who_is_not_assessed_or_at_a_lower_level_is_not_in_the_base_of_those_rated_good() -> None:
    found = judged(attrs.evolve(PLAIN, base="assessed"), [HTXS, HTT, HTT, HT, KHT, UNRATED, UNRATED])
    assert ends(found) == (point(1), point(1), ZERO)
    assert judged(PLAIN, [HTXS, HTT, HTT, HT, KHT, UNRATED, UNRATED]).allowed == ZERO


def test_a_level_below_the_best_has_the_next_one_down_as_its_base() -> None:
    middle = attrs.evolve(PLAIN, level=HTT, rate=percent(50))
    levels = [HTXS] * 4 + [HTT] * 3 + [HT] * 3
    assert ends(judged(middle, levels)) == (point(2), point(3), point(1))
    assert judged(attrs.evolve(middle, base="good_or_better"), levels).allowed == point(5)
    lowest = attrs.evolve(PLAIN, level=KHT, base="good_or_better")
    assert ends(judged(lowest, [*levels, KHT, KHT, KHT])) == (point(2), point(3), point(1))


def test_who_has_no_level_yet_may_have_any_down_to_the_lowest() -> None:
    lowest = attrs.evolve(PLAIN, level=KHT, base="assessed")
    assert judged(lowest, [KHT, HT, None]).actual == Interval(1, 2)


def test_groups_are_those_of_an_authority_and_of_a_label() -> None:
    quota = attrs.evolve(BELOW_CELLS, group="nhom")
    rows = [
        Evidence("p", "dang-bo"),
        Evidence("c", "chi-bo", parent="p"),
        Evidence("d", "chi-bo", parent="p"),
        *people([HTXS, HTT], "c", "bảo vệ"),
        *people([HTT], "c", "kế toán"),
        *people([HT], "c"),
        *people([HTXS], "d", "bảo vệ"),
        *people([HTXS], "p", "bảo vệ"),
        Evidence("k", "khach", parent="c"),
    ]
    found = {(one.authority, one.group): one for one in quotas(roll_up(with_quota(quota), rows))}
    assert {key: one.members for key, one in found.items()} == {
        ("c", "bảo vệ"): ("cbảo vệ-0", "cbảo vệ-1"),
        ("c", "kế toán"): ("ckế toán-0",),
        ("c", ""): ("c-0",),
        ("d", "bảo vệ"): ("dbảo vệ-0",),
        (None, "bảo vệ"): ("pbảo vệ-0",),
    }
    assert {one.quota for one in found.values()} == {"htxs"}
    assert found["c", "bảo vệ"].excess == point(1)


def test_subjects_without_a_label_are_a_group_by_kind() -> None:
    rules = attrs.evolve(
        RULES, facts=[Fact("muc", "level", of=("dang-vien", "chi-bo"))], quotas=[Quota("q", HTXS, FIFTH, group="nhom")]
    )
    rows = [Evidence("c", "chi-bo", {"muc": HTXS}), *people([HTT])]
    assert [(one.group, one.members) for one in quotas(roll_up(rules, rows))] == [("", ("c",)), ("", ("c-0",))]
    together = attrs.evolve(rules, quotas=[Quota("q", HTXS, FIFTH)])
    assert [(one.group, one.members) for one in quotas(roll_up(together, rows))] == [("", ("c", "c-0"))]


def test_who_is_set_apart_is_not_counted_and_who_may_be_may_be() -> None:
    quota = attrs.evolve(PLAIN, apart="dung_dau")
    rows = people([HTXS, *[HTT] * 5], cell=None)

    def head(answer: bool | None) -> QuotaOutcome:
        first = attrs.evolve(rows[0], facts={**rows[0].facts, "dung_dau": answer})
        rest = [attrs.evolve(row, facts={**row.facts, "dung_dau": False}) for row in rows[1:]]
        return quotas(roll_up(with_quota(quota), [first, *rest]))[0]

    assert head(True).members == tuple(row.id for row in rows[1:])
    assert ends(head(True)) == (ZERO, ZERO, ZERO)
    assert ends(head(False)) == (point(1), point(1), ZERO)
    assert ends(head(None)) == (Interval(0, 1), Interval(0, 1), ZERO)


def test_a_rate_is_raised_where_the_authority_says_so() -> None:
    quota = attrs.evolve(BELOW_CELLS, raised=Raised(percent(25), "thanh_tich"))
    levels = [HTXS] * 3 + [HTT] * 12
    assert ends(judged(quota, levels, thanh_tich=True)) == (point(3), point(3), ZERO)
    assert ends(judged(quota, levels, thanh_tich=False)) == (point(2), point(3), point(1))
    assert ends(judged(quota, levels)) == (Interval(2, 3), point(3), Interval(0, 1))
    nobody_above = quotas(roll_up(with_quota(quota), people(levels, cell=None)))[0]
    assert nobody_above.authority is None
    assert nobody_above.excess == Interval(0, 1)


def test_an_authority_that_is_never_asked_raises_nothing() -> None:
    quota = attrs.evolve(PLAIN, within=("dang-bo", "chi-bo"), raised=Raised(percent(25), "thanh_tich"))
    rows = [Evidence("p", "dang-bo"), *people([HTXS] * 3 + [HTT] * 12, "p")]
    assert quotas(roll_up(with_quota(quota), rows))[0].excess == point(1)


SHARED = attrs.evolve(BELOW_CELLS, rate=Ratio("phan", "tong"), base="assessed")


def test_a_rate_may_be_a_ratio_of_figures_of_the_authority() -> None:
    levels = [HTXS] * 2 + [HTT] * 5
    assert ends(judged(SHARED, levels, phan=2, tong=7)) == (point(2), point(2), ZERO)
    assert ends(judged(SHARED, levels, phan=1, tong=7)) == (point(1), point(2), point(1))
    assert ends(judged(SHARED, levels, tong=7)) == (Interval(0, 7), point(2), Interval(0, 2))
    # More than none, and never all that there are: 1 of 1 is all.
    assert judged(SHARED, levels, phan=1).allowed == Interval(0, 7)
    assert judged(attrs.evolve(SHARED, rate=Ratio("phan", ("tong",))), levels, phan=0, tong=7).excess == point(2)


def test_a_rate_of_nothing_is_no_rate_and_caps_nobody() -> None:
    levels = [HTXS] * 2 + [HTT] * 5
    assert ends(judged(SHARED, levels, phan=0, tong=0)) == (INTEGER, point(2), ZERO)
    assert ends(judged(SHARED, levels)) == (Interval(0, None), point(2), Interval(0, 2))
    nobody_above = quotas(roll_up(with_quota(SHARED), people(levels, cell=None)))[0]
    assert ends(nobody_above) == (Interval(0, None), point(2), Interval(0, 2))


def test_a_rate_beyond_one_allows_no_more_than_there_are() -> None:
    free = attrs.evolve(SHARED, rate=Ratio("tong", "phan"))
    assert judged(free, [HTXS, HTT], phan=1, tong=9).allowed == point(2)
    assert judged(attrs.evolve(free, base="good"), [HTXS, HTT], phan=1, tong=9).allowed == point(1)
    assert judged(attrs.evolve(free, base="good"), [HTXS, HTT], phan=1).allowed == point(1)


def test_subjects_without_a_row_may_be_at_any_level() -> None:
    assert ends(judged(BELOW_CELLS, [HTXS, HTT], so_dang_vien=2)) == (ZERO, point(1), point(1))
    assert ends(judged(BELOW_CELLS, [HTXS, HTT], so_dang_vien=6)) == (Interval(0, 1), Interval(1, 5), Interval(0, 4))
    two_groups = [
        Evidence("c", "chi-bo", {"so_dang_vien": 3}),
        *people([HTT], "c", "bảo vệ"),
        *people([HTT], "c", "kế toán"),
    ]
    found = quotas(roll_up(with_quota(attrs.evolve(BELOW_CELLS, group="nhom")), two_groups))
    assert [one.actual for one in found] == [Interval(0, 1)] * 2


def test_rows_of_an_authority_further_down_are_its_own() -> None:
    quota = attrs.evolve(PLAIN, within=("dang-bo", "chi-bo"))
    rows = [
        Evidence("p", "dang-bo"),
        Evidence("c", "chi-bo", {"so_dang_vien": 4}, parent="p"),
        *people([HTXS], "c"),
        *people([HTXS], "p"),
    ]
    found = {one.authority: one.actual for one in quotas(roll_up(with_quota(quota), rows))}
    assert found == {"c": Interval(1, 4), "p": point(1)}


def test_where_nobody_knows_how_many_there_are_the_bounds_are_open() -> None:
    """A cell without rows, of which no number is stated, stands in the same table."""
    rows = [Evidence("c", "chi-bo"), Evidence("d", "chi-bo"), *people([HTXS, HTXS, HTT], "c")]
    (found,) = quotas(roll_up(with_quota(PLAIN), rows))
    assert ends(found) == (Interval(0, None), Interval(2, None), Interval(0, None))
    (none,) = quotas(roll_up(with_quota(attrs.evolve(PLAIN, rate=Fraction(0))), rows))
    assert ends(none) == (ZERO, Interval(2, None), Interval(2, None))
    (everybody,) = quotas(roll_up(with_quota(attrs.evolve(PLAIN, rate=Fraction(1), base="assessed")), rows))
    assert ends(everybody) == (Interval(3, None), Interval(2, None), ZERO)


HEAD = Criterion("dung-dau", Value("dung_dau"), Equals(True), kinds="dang-vien")
VUOT = Criterion("vuot", Value("vuot"), Equals(True), kinds="dang-vien")
PROPOSING = attrs.evolve(
    RULES,
    criteria=[VUOT],
    rated="dang-vien",
    rules=[Rule(HTXS, VUOT)],
    otherwise=HTT,
)


PARTY = ("khoi", "dang-bo", "chi-bo")
AMONG = attrs.evolve(
    PROPOSING,
    kinds=[Kind("khoi"), Kind("dang-bo", parents="khoi"), *RULES.kinds[1:]],
    facts=[
        Fact("muc", "level", of="dang-vien"),
        Fact("vuot", "yes_no", of="dang-vien"),
        Fact("dang_vien", of=PARTY, arises_at=("khoi", "dang-bo")),
        Fact("xuat_sac", of=PARTY, counts=Counted("dang-vien", rated=HTXS, among="dang_vien")),
        Fact("nu", of="chi-bo"),
        Fact("nu_vuot", of="chi-bo", counts=Counted("dang-vien", yes="vuot", among="nu")),
    ],
)


def party(quota: Quota, **members: int) -> dict[str | None, Interval]:
    """What there is by authority: a cell of one, in an organisation of one more, in a bloc."""
    above = {"khoi": None, "dang-bo": "khoi", "chi-bo": "dang-bo"}
    stated = {name.replace("_", "-"): {"dang_vien": number} for name, number in members.items()}
    rows = [Evidence(kind, kind, stated.get(kind, {}), parent=parent) for kind, parent in above.items()]
    rows += people([HTXS], "chi-bo") + people([HTXS], "dang-bo")
    return {one.authority: one.actual for one in quotas(roll_up(with_quota(quota, AMONG), rows))}


def test_a_figure_among_which_rows_are_counted_says_how_many_have_none() -> None:
    assert party(BELOW_CELLS, chi_bo=5) == {"chi-bo": Interval(1, 5), None: point(1)}
    assert party(PLAIN, chi_bo=5) == {None: Interval(2, 6)}
    beside = [Evidence("c", "chi-bo", {"dang_vien": 5}), *people([HTT], "c"), *people([HTT], None)]
    found = quotas(roll_up(with_quota(BELOW_CELLS, AMONG), beside))
    assert {one.authority: one.actual for one in found} == {"c": Interval(0, 4), None: ZERO}
    assert party(attrs.evolve(PLAIN, within=PARTY), chi_bo=5) == {"chi-bo": Interval(1, 5), "dang-bo": point(1)}


def test_a_figure_of_a_higher_authority_may_be_about_those_of_a_lower_one() -> None:
    each_its_own = attrs.evolve(PLAIN, within=PARTY)
    assert party(each_its_own, chi_bo=5, dang_bo=7) == {"chi-bo": Interval(1, 5), "dang-bo": Interval(1, 6)}
    assert party(BELOW_CELLS, khoi=6) == {"chi-bo": point(1), None: Interval(1, 5)}


def test_a_level_decided_stands_before_the_one_proposed() -> None:
    rows = [
        Evidence("a", "dang-vien", {"vuot": True}),
        Evidence("b", "dang-vien", {"vuot": True, "muc": HTT}),
        Evidence("c", "dang-vien", {"vuot": True, "muc": UNRATED}),
        Evidence("d", "dang-vien", {"vuot": False, "muc": HTXS}),
        Evidence("e", "dang-vien"),
    ]
    (found,) = quotas(roll_up(PROPOSING, rows))
    assert ends(found) == (ZERO, Interval(2, 3), Interval(2, 3))


def test_who_is_exempt_from_levels_is_not_in_the_base() -> None:
    exempting = attrs.evolve(PROPOSING, exemptions=[Exemption("dung-dau", HEAD)])
    rows = [Evidence(str(number), "dang-vien", {"vuot": False, "dung_dau": number > 4}) for number in range(10)]
    (found,) = quotas(roll_up(with_quota(attrs.evolve(PLAIN, base="assessed"), exempting), rows))
    assert found.allowed == point(1)


def test_quotas_of_the_rule_set_that_proposes_levels_are_judged_by_the_levels_decided_above() -> None:
    proposing = attrs.evolve(PROPOSING, decided=None, facts=[fact for fact in PROPOSING.facts if fact.id != "muc"])
    taking = attrs.evolve(
        RULES,
        id="taking",
        facts=[fact for fact in RULES.facts if fact.id != "vuot"],
        levels=proposing,
        quotas=[attrs.evolve(PLAIN, id="own", base="assessed")],
    )
    rows = [
        Evidence("a", "dang-vien", {"vuot": True, "muc": HTT}),
        Evidence("b", "dang-vien", {"vuot": True}),
        *(Evidence(f"r{number}", "dang-vien", {"vuot": False}) for number in range(4)),
    ]
    own, proposed = quotas(roll_up(taking, rows))
    assert (own.quota, *ends(own)) == ("own", point(1), point(1), ZERO)
    assert (proposed.quota, *ends(proposed)) == ("htxs", point(1), point(1), ZERO)


def test_another_reading_may_change_the_levels_too() -> None:
    broad = Criterion("nguoi", Value("dung_dau"), Equals(True), kinds="dang-vien")
    rules = attrs.evolve(
        PROPOSING,
        assumptions=[Assumption("doc", "đọc thế nào?", chosen="hep", others=["rong"])],
        rules=[Rule(HTXS, VUOT, assume="doc", alternatives=[OtherCondition("doc", "rong", broad)])],
        quotas=[attrs.evolve(PLAIN, assume="doc", alternatives=[OtherQuota("doc", "rong", base="assessed")])],
    )
    rows = [Evidence(str(number), "dang-vien", {"vuot": number == 0, "dung_dau": number > 0}) for number in range(5)]
    (found,) = quotas(roll_up(rules, rows))
    assert ends(found) == (ZERO, point(1), point(1))
    assert found.readings == (OtherAllowance("doc", "rong", point(1), point(3)),)


def test_one_subject_by_itself_is_a_group_of_one() -> None:
    (found,) = quotas(roll_up(PROPOSING, [Evidence("a", "dang-vien", {"vuot": True})]))
    assert ends(found) == (ZERO, point(1), point(1))


def test_who_cannot_have_a_level_is_in_no_group() -> None:
    undecided = attrs.evolve(RULES, decided=None, quotas=[attrs.evolve(PLAIN, kinds=())])
    assert quotas(roll_up(undecided, people([HTXS], cell=None))) == ()


def test_quotas_of_nothing_are_none_and_outcomes_of_two_tables_are_refused() -> None:
    def outcomes(*levels: str) -> tuple[Outcome, ...]:
        return roll_up(RULES, people(levels, cell=None))

    assert quotas(()) == ()
    with pytest.raises(ValueError, match="one roll-up"):
        quotas([*outcomes(HTT), *outcomes(HTT)])
    with pytest.raises(ValueError, match="one roll-up"):
        quotas([outcomes(HTT, HTT)[0], outcomes(HTT, HTT)[1]])
    with pytest.raises(ValueError, match="all outcomes"):
        quotas(outcomes(HTT, HTT)[:1])


def test_a_figure_may_be_a_count_beside_a_level() -> None:
    """The quota asks the dictionary for numbers of subjects; what criteria make of their figures stays as it was."""
    share = Criterion("phan", Ratio("phan", "tong"), AtLeast(percent(50)), kinds="chi-bo")
    rows: list[Mapping[str, Answer]] = [{"phan": 1, "tong": 2}, {"phan": 1}, {}]
    cells = [Evidence(str(number), "chi-bo", facts) for number, facts in enumerate(rows)]
    plain = attrs.evolve(RULES, criteria=[share], quotas=())
    capped = attrs.evolve(plain, quotas=[SHARED])
    assert [one.bits for one in roll_up(plain, cells)] == [one.bits for one in roll_up(capped, cells)]


def test_a_rate_that_is_not_attained_allows_less_than_it_would() -> None:
    """A part beside which one more certainly stands is never the whole: of two, fewer than two."""
    beside = attrs.evolve(
        RULES,
        facts=[*RULES.facts, Fact("khac", of="chi-bo", minimum=1), Fact("ca", of="chi-bo", sum_of=("phan", "khac"))],
    )
    quota = attrs.evolve(SHARED, rate=Ratio("phan", "ca"))
    (found,) = quotas(roll_up(with_quota(quota, beside), [Evidence("c", "chi-bo"), *people([HTXS, HTT])]))
    assert found.allowed == Interval(0, 1)


def test_another_reading_may_have_another_rate_and_an_exception() -> None:
    """With 25 % where the authority says so, and with 25 % in any case: of twelve others, three instead of two."""
    quota = attrs.evolve(
        BELOW_CELLS,
        assume="mau-so",
        alternatives=[
            OtherQuota("mau-so", "ngoai-le", raised=Raised(percent(25), "thanh_tich")),
            OtherQuota("mau-so", "moi-noi", rate=percent(25)),
            OtherQuota("mau-so", "theo-dang-vien", rate=Ratio("phan", "tong"), base="assessed"),
        ],
    )
    asked = Assumption("mau-so", chosen="chung", others=["ngoai-le", "moi-noi", "theo-dang-vien"])
    rules = attrs.evolve(with_quota(quota), assumptions=[asked])
    rows = people([HTXS] * 3 + [HTT] * 12)
    for praised, exception in ((True, point(3)), (False, point(2)), (None, Interval(2, 3))):
        cell = Evidence("c", "chi-bo", {"thanh_tich": praised, "phan": 1, "tong": 15})
        (found,) = quotas(roll_up(rules, [cell, *rows]))
        assert found.allowed == point(2)
        assert [(one.reading, one.allowed) for one in found.readings] == [
            ("ngoai-le", exception),
            ("moi-noi", point(3)),
            ("theo-dang-vien", point(1)),
        ]


def test_a_quota_of_all_kinds_counts_those_that_get_levels_from_other_rules() -> None:
    beyond = Criterion("vuot", Value("vuot"), Equals(True), kinds="dang-vien")
    proposing = attrs.evolve(
        RULES,
        id="proposing",
        criteria=[beyond],
        rules=[Rule(HTXS, beyond, kinds="dang-vien")],
        otherwise=HT,
        rated="dang-vien",
        quotas=(),
    )
    taking = attrs.evolve(RULES, decided=None, quotas=[Quota("htxs", HTXS, FIFTH, base="assessed")], levels=proposing)
    rows = [Evidence("c", "chi-bo"), *(Evidence(f"m{n}", "dang-vien", {"vuot": n < 2}, parent="c") for n in range(5))]
    (found,) = quotas(roll_up(taking, rows))
    assert (found.members, found.actual, found.allowed) == (tuple(f"m{n}" for n in range(5)), point(2), point(1))


@pytest.mark.parametrize("stated", [{"so_muc": 5}, {"so_khach": 3}, {"so_muc": 5, "so_khach": 3}])
def test_only_a_figure_among_which_the_kind_is_counted_says_who_has_no_row(stated: Mapping[str, Answer]) -> None:
    facts = [
        *RULES.facts,
        Fact("so_muc", of="chi-bo"),
        Fact("so_tot", of="chi-bo", counts=Counted("dang-vien", rated=HTT, among="so_muc")),
        Fact("so_khach", of="chi-bo"),
        Fact("khach_tot", of="chi-bo", counts=Counted("khach", rated=HTT, among="so_khach")),
    ]
    rules = attrs.evolve(with_quota(attrs.evolve(BELOW_CELLS, base="assessed")), facts=facts)
    rows = [Evidence("d", "dang-bo"), Evidence("c", "chi-bo", stated, parent="d"), *people([HTXS, HTXS, HTT, HT, HT])]
    (found,) = quotas(roll_up(rules, rows))
    assert (found.actual, found.allowed, found.excess) == (point(2), point(1), point(1))
