"""An independent oracle for `lam-dong-2024`: which outcomes do the missing data still allow?

Written from the documents alone; it imports nothing of the library and shares no method with it. A *world*
of a subject is a set of complete figures for it and all that stands below it, in which a total is the total
of its parts, a stated figure is as stated, and every declared `<=` and sum holds at every subject. An outcome
is possible when some world yields it (`oracle_world` writes the worlds out). Only the subject judged and what
stands below it take part, so that a higher subject's figure never narrows a lower one's.

Where the documents are silent, `Choices` names what was chosen. One thing is simplified. Figures of members
overlap (who studied, who was inspected, who was assessed), and a figure of members that a criterion does not
itself name bounds those it names in its own row only: it is not chased through the sums of the tree. So the
oracle may be wider than the truth where a subject with rows below it states such a figure; `draw_rows` keeps
clear of that unless asked.
"""

from collections.abc import Callable
from fractions import Fraction

from tests.oracle_counts import (
    ADMITTED,
    ADMITTED_ALONE,
    ASSESSED,
    BO_PHAN,
    CELLS,
    CHI_BO,
    CHOSEN,
    DANG_BO,
    KHOI,
    PLEDGES,
    PUPILS,
    PUPILS_ALONE,
    TCCSD,
    TRUC_THUOC,
    WORKERS,
    Choices,
    Row,
    exactly,
    figure,
    models,
    of_members,
    rated_alone,
    registered_alone,
)
from tests.oracle_draw import draw_rows
from tests.oracle_tree import INSPECT, INSPECTED, TOLD, Tree, Worlds
from tests.oracle_world import (
    MET,
    NOT_APPLICABLE,
    NOT_MET,
    Limit,
    World,
    all_together,
    amount_outcomes,
    anything,
    merged,
    points,
    ratio_outcomes,
    times,
    within,
)

__all__ = ["CHOSEN", "Choices", "Outcomes", "Row", "draw_rows", "judge"]

Outcomes = frozenset[str]

ALL = Fraction(1)
AT_LEAST = {
    "hoc-tap-dang-vien": ALL,
    "hoc-tap-nguoi-lao-dong": Fraction(95, 100),
    "cam-ket-tu-duong": ALL,
    "dang-vien-tot-tro-len": Fraction(90, 100),
    "tccsd-tot-tro-len": Fraction(90, 100),
    "dang-ky-mo-hinh": Fraction(90, 100),
    "mo-hinh-dat": Fraction(25, 100),
    # Above 35 % is met, and noted: only the lower end of "từ 30 - 35%" decides.
    "kiem-tra": Fraction(30, 100),
}
NAMES = {"cap_uy": "cap-uy", "tap_the": "tap-the", "ca_nhan": "ca-nhan"}


def judge(rows: list[Row], choices: Choices = CHOSEN) -> dict[str, dict[str, Outcomes]]:
    """Subject id → criterion id → the outcomes still possible, under the chosen readings."""
    judged = Judged(rows, choices)
    return {str(row["id"]): judged.outcomes(row) for row in rows}


# One subject by itself.


EITHER_WAY: Outcomes = frozenset({MET, NOT_MET})


def certain(*, holds: bool) -> Outcomes:
    return frozenset({MET if holds else NOT_MET})


def yes_no(fact: str) -> Callable[[Row], Outcomes]:
    return lambda row: certain(holds=bool(row[fact])) if fact in row else EITHER_WAY


def level(row: Row) -> Outcomes:
    decided = row.get("muc_xep_loai")
    if decided is None:
        return EITHER_WAY | {NOT_APPLICABLE}
    if decided == "khong-xep-loai":
        return frozenset({NOT_APPLICABLE})
    return certain(holds=decided in {"xuat-sac", "tot"})


def examples(row: Row) -> Outcomes:
    asked = 1 if row["kind"] == CHI_BO else 2
    stated = figure(row, "guong_dien_hinh")
    return EITHER_WAY if stated is None else certain(holds=stated >= asked)


def told(row: Row) -> Outcomes:
    """A `chi-bo-co-so` counts itself; who among the cells of a committee was told, no row says."""
    stated = figure(row, TOLD) if row["kind"] == CHI_BO else None
    return EITHER_WAY if stated is None else certain(holds=stated == 1)


def share_of(outcomes: Outcomes) -> World:
    """One subject in a share: it counts, it does not, or it leaves the base."""
    vectors = {MET: (1, 0), NOT_MET: (0, 1), NOT_APPLICABLE: (0, 0)}
    return points(*(vectors[outcome] for outcome in outcomes))


class Judged:
    """The outcomes of every criterion, each by the worlds of its own way of counting."""

    def __init__(self, rows: list[Row], choices: Choices) -> None:
        self.tree, self.choices = Tree(rows, choices), choices
        self.inspected = of_members("dang_vien_duoc_kiem_tra", choices)
        sorts = {
            "studied": of_members("dang_vien_hoc_tap", choices),
            "assessed": ASSESSED,
            "workers": WORKERS,
            "pledges": PLEDGES,
            "admitted": ADMITTED,
            "admitted alone": ADMITTED_ALONE,
            "pupils alone": PUPILS_ALONE,
        }
        for who in NAMES:
            sorts[who] = models(who)
            sorts[f"{who} registered"] = registered_alone(who)
            sorts[f"{who} rated"] = rated_alone(who)
        self.worlds = {name: Worlds(self.tree, sort) for name, sort in sorts.items()}

    def outcomes(self, row: Row) -> dict[str, Outcomes]:
        found: dict[str, Outcomes] = {}
        if row["kind"] in {KHOI, *TCCSD, *CELLS}:
            found["hoc-tap-dang-vien"] = self._ratio(row, "studied", "hoc-tap-dang-vien")
            found["hoc-tap-nguoi-lao-dong"] = self._ratio(row, "workers", "hoc-tap-nguoi-lao-dong")
            found["cam-ket-tu-duong"] = self._ratio(row, "pledges", "cam-ket-tu-duong")
        if row["kind"] in CELLS:
            found["kiem-tra-dang-vien"] = self._inspects(row)
        if row["kind"] in TCCSD:
            found["guong-dien-hinh"] = examples(row)
        if row["kind"] == DANG_BO:
            found["kiem-tra-chi-bo"] = self._inspected_cells(row)
        if row["kind"] == KHOI:
            found |= self._pooled(row) | self._of_cells(row) | self._of_units(row)
        return found

    def _ratio(self, row: Row, sort: str, criterion: str) -> Outcomes:
        return ratio_outcomes(self.worlds[sort].of(row), AT_LEAST[criterion])

    # Pooled figures of the bloc.

    def _pooled(self, khoi: Row) -> dict[str, Outcomes]:
        found = {
            "dang-vien-tot-tro-len": self._ratio(khoi, "assessed", "dang-vien-tot-tro-len"),
            "ket-nap": amount_outcomes(self._admitted(khoi), 90),
            "ket-nap-hssv": amount_outcomes(self._pupils(khoi), 15),
        }
        for who, name in NAMES.items():
            registered, rated = self._registered(khoi, who), self._rated(khoi, who)
            found[f"dang-ky-mo-hinh-{name}"] = ratio_outcomes(registered, AT_LEAST["dang-ky-mo-hinh"])
            found[f"mo-hinh-dat-{name}"] = ratio_outcomes(rated, AT_LEAST["mo-hinh-dat"])
        return found

    def _chased(self, khoi: Row, sort: str, *facts: str) -> World | None:
        """The worlds of the finer way of counting, where facts beside the criterion's may matter."""
        worlds = self.worlds[sort]
        return worlds.of(khoi) if self.choices.beside and worlds.states(khoi, *facts) else None

    def _admitted(self, khoi: Row) -> World:
        return self._chased(khoi, "admitted", PUPILS) or self.worlds["admitted alone"].of(khoi)

    def _pupils(self, khoi: Row) -> World:
        chased = self._chased(khoi, "admitted", "ket_nap")
        return merged(chased, ((0,),)) if chased else self.worlds["pupils alone"].of(khoi)

    def _registered(self, khoi: Row, who: str) -> World:
        """Registered, not registered."""
        chased = self._chased(khoi, who, f"{who}_dat", f"{who}_chua_danh_gia")
        return merged(chased, ((0, 1, 2), (3,))) if chased else self.worlds[f"{who} registered"].of(khoi)

    def _rated(self, khoi: Row, who: str) -> World:
        """Rated, other registered ones; who is not assessed yet may be either."""
        chased = self._chased(khoi, who, f"{who}_doi_tuong")
        world = merged(chased, ((0,), (1,), (2,))) if chased else self.worlds[f"{who} rated"].of(khoi)
        sides = {0: {0}, 1: {0, 1}, 2: {1}}
        return frozenset(
            ((at[0] + good, at[1] - good + at[2]), frozenset(side for axis in open_ for side in sides[axis]))
            for at, open_ in world
            for good in range(at[1] + 1)
        )

    # Shares of subjects: each by its own outcomes, so that a share and its parts never disagree.

    def _of_units(self, khoi: Row) -> dict[str, Outcomes]:
        def share(judge_one: Callable[[Row], Outcomes], *group: str, least: Fraction = ALL) -> Outcomes:
            return ratio_outcomes(self._share(khoi, judge_one, *group), least)

        ninety = AT_LEAST["tccsd-tot-tro-len"]
        return {
            "guong-dien-hinh-toan-khoi": share(examples, *TCCSD),
            "tccsd-tot-tro-len": share(level, *TCCSD, least=ninety),
            "kiem-tra-chi-bo-toan-khoi": share(self._inspected_cells, DANG_BO),
            "doan-the-tot-tro-len": share(level, "doan-the"),
            "khoi-tot-tro-len": level(khoi),
            "dan-chu-co-so": share(yes_no("thuc_hien_dan_chu"), "co-quan"),
            "cu-the-hoa-nghi-quyet": share(yes_no("cu_the_hoa_nghi_quyet"), *TCCSD),
            "chuong-trinh-kiem-tra-giam-sat": share(yes_no("chuong_trinh_kiem_tra_giam_sat"), *TCCSD),
        }

    def _share(self, khoi: Row, judge_one: Callable[[Row], Outcomes], *group: str) -> World:
        worlds = [share_of(judge_one(row)) for kind in group for row in self.tree.deep(khoi, kind)]
        for kind, number in self.tree.absent(khoi, *group).items():
            blank = share_of(judge_one({"id": f"a blank {kind}", "kind": kind}))
            worlds.append(anything(2) if number is None else times(blank, number))
        return all_together(2, worlds)

    # Shares of cells, however deep: a committee may state how many do, and how many there are.

    def _of_cells(self, khoi: Row) -> dict[str, Outcomes]:
        return {
            "kiem-tra-dang-vien-toan-khoi": ratio_outcomes(self._cells(khoi, INSPECT, self._inspects), ALL),
            "pho-bien-nghi-quyet": ratio_outcomes(self._cells(khoi, TOLD, told), ALL),
        }

    def _inspects(self, cell: Row) -> Outcomes:
        world = within(anything(2), self.inspected.limits(cell, True))
        return ratio_outcomes(world, AT_LEAST["kiem-tra"])

    def _inspected_cells(self, dang_bo: Row) -> Outcomes:
        world = self._cells(dang_bo, INSPECTED, yes_no("duoc_kiem_tra_giam_sat"))
        return ratio_outcomes(world, AT_LEAST["kiem-tra"])

    def _cells(self, row: Row, stated: str, judge_one: Callable[[Row], Outcomes]) -> World:
        """The cells at or below a row: those that do, those that do not."""
        if row["kind"] in CELLS:
            return share_of(judge_one(row))
        kinds = TCCSD if row["kind"] == KHOI else (BO_PHAN, TRUC_THUOC)
        worlds = [self._cells(child, stated, judge_one) for child in self.tree.below(row, *kinds)]
        if row["kind"] == KHOI:
            return all_together(2, worlds + self._absent_cells(row, stated, judge_one))
        if figure(row, "so_chi_bo_truc_thuoc") is not None or not worlds:
            # Any number without a row: how many there are in all is settled just below.
            worlds.append(anything(2))
        least, most = self.tree.cell_count(row)
        world = within(all_together(2, worlds), [Limit((0, 1), least, most), *exactly(row, stated, 0)])
        assert world, (row["id"], stated, "no world agrees with the rows: the data contradict themselves")
        return world

    def _absent_cells(self, khoi: Row, stated: str, judge_one: Callable[[Row], Outcomes]) -> list[World]:
        found = []
        for kind, number in self.tree.absent(khoi, *TCCSD).items():
            blank = self._cells({"id": f"a blank {kind}", "kind": kind}, stated, judge_one)
            found.append(anything(2) if number is None else times(blank, number))
        return found
