"""Figures that were published, tried on the arithmetic: whole numbers are judged, and what is printed is only print."""

from fractions import Fraction

import attrs
import pytest

from tests.ruled import lam_dong, roll_up
from tests.test_traps import HT, HTT, HTXS, finding, judged, tccsd
from xeploai.exact import percent
from xeploai.interval import point
from xeploai.model.evidence import Evidence
from xeploai.model.target import AtLeast
from xeploai.rating.findings import findings
from xeploai.truth import Verdict
from xeploai.vietnamese.printing import percent_text


@pytest.mark.parametrize(
    ("part", "whole", "printed"),
    [
        # Kiên Giang 2023: organisations and members rated good or better, committees, the one excellent of 17.
        (3402, 3623, "93,90%"),
        (48805, 56787, "85,94%"),
        (17, 18, "94,44%"),
        (1, 17, "5,88%"),
        # Hải Dương 2019: of 604 rated good, 144 excellent; 662 of 686 organisations were assessed.
        (144, 604, "23,84%"),
        (604, 662, "91,24%"),
        # Cần Thơ 2016: of 701 assessed, and not of the 709 that there are.
        (439, 701, "62,62%"),
    ],
)
def test_a_published_percentage_is_that_of_its_whole_numbers(part: int, whole: int, printed: str) -> None:
    assert percent_text(part, whole, "vi") == printed


def test_kien_giang_2023_committees() -> None:
    """17 of the 18 assessed are good or better, one of them excellent; one of 19 was not assessed."""
    rows = tccsd([HTXS, *[HTT] * 16, HT, "khong-xep-loai"])
    bloc = Evidence("khoi", "khoi", {"so_dang_bo_co_so": 0, "so_chi_bo_co_so": 19})
    found = finding(judged("lam-dong-2024", bloc, *rows)[0], "tccsd-tot-tro-len")
    assert (found.part, found.whole, found.verdict) == (point(17), point(18), Verdict.MET)
    assert found.measured
    assert found.measured.low == Fraction(17, 18)


def test_bac_kan_2022_is_held_against_its_own_targets() -> None:
    """96 % of organisations and 83 % of members, against 80 % for both; of the 90 % of 2024 the second falls short."""
    facts = {"dang_vien": 100, "dang_vien_duoc_xep_loai": 100, "dang_vien_tot_tro_len": 83}
    rows = [
        Evidence("khoi", "khoi", {**facts, "so_dang_bo_co_so": 0, "so_chi_bo_co_so": 100}),
        *tccsd([HTT] * 96 + [HT] * 4),
    ]
    both = ("tccsd-tot-tro-len", "dang-vien-tot-tro-len")
    rules = lam_dong()
    lower = [
        attrs.evolve(one, target=AtLeast(percent(80)), alternatives=()) if one.id in both else one
        for one in rules.criteria
    ]
    for made, verdicts in ((attrs.evolve(rules, criteria=lower), ["met", "met"]), (rules, ["met", "not_met"])):
        named = {one.criterion.id: one.verdict for one in findings(roll_up(made, rows)["khoi"])}
        assert [str(named[name]) for name in both] == verdicts


def test_tuyen_quang_2024_would_fall_short_of_a_model_in_every_organisation() -> None:
    """64 recognised models in 128 organisations: one in each of 64, and none in as many."""
    models = [Evidence(f"cb-{n}", "chi-bo-co-so", {"guong_dien_hinh": n % 2}, parent="khoi") for n in range(128)]
    bloc = Evidence("khoi", "khoi", {"so_dang_bo_co_so": 0, "so_chi_bo_co_so": 128})
    found = finding(judged("lam-dong-2024", bloc, *models)[0], "guong-dien-hinh-toan-khoi")
    assert (found.verdict, found.part, found.short) == (Verdict.NOT_MET, point(64), 64)


def test_ha_tinh_s_shape_is_that_of_the_example_bloc() -> None:
    """66 organisations, 39 committees and 27 cells; 2 part committees, 289 subordinate cells, 4,055 members."""
    bloc = Evidence("khoi", "khoi", {"so_dang_bo_co_so": 39, "so_chi_bo_co_so": 27})
    committees = [Evidence(f"db-{n}", "dang-bo-co-so", {"so_chi_bo_truc_thuoc": 7}, parent="khoi") for n in range(38)]
    last = Evidence("db-38", "dang-bo-co-so", {"so_chi_bo_truc_thuoc": 23}, parent="khoi")
    told = finding(judged("lam-dong-2024", bloc, *committees, last)[0], "pho-bien-nghi-quyet")
    assert told.whole == point(27 + 289)
    shared = finding(judged("lam-dong-2024", bloc)[0], "tccsd-tot-tro-len")
    assert shared.whole is not None
    assert shared.whole.high == 66
