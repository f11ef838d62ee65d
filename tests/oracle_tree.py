"""The tree of the oracle: who stands below whom, who is counted without a row, and each subject's worlds."""

from collections import defaultdict

from tests.oracle_counts import (
    ABOVE_CELLS,
    BO_PHAN,
    CELLS,
    CHI_BO,
    DANG_BO,
    KHOI,
    PARTY,
    TCCSD,
    TRUC_THUOC,
    Choices,
    Row,
    Sort,
    at_least,
    figure,
)
from tests.oracle_world import World, all_together, anything, times, together, within

HOW_MANY = {
    DANG_BO: "so_dang_bo_co_so",
    CHI_BO: "so_chi_bo_co_so",
    "doan-the": "so_doan_the",
    "co-quan": "so_co_quan",
}
# How many of its cells a committee says to do this or that.
INSPECT, INSPECTED, TOLD = CELL_FIGURES = (
    "so_chi_bo_du_muc_kiem_tra",
    "so_chi_bo_duoc_kiem_tra_giam_sat",
    "so_chi_bo_da_pho_bien",
)


class Tree:
    """The rows with their children, and how many subjects are counted but have no row."""

    def __init__(self, rows: list[Row], choices: Choices) -> None:
        self.choices = choices
        self._below: dict[object, list[Row]] = defaultdict(list)
        for row in rows:
            self._below[row.get("parent")].append(row)

    def below(self, row: Row, *kinds: str) -> list[Row]:
        return [child for child in self._below.get(row["id"], ()) if child["kind"] in kinds]

    def deep(self, row: Row, kind: str) -> list[Row]:
        found: list[Row] = []
        for child in self._below.get(row["id"], ()):
            found += [child] if child["kind"] == kind else []
            found += self.deep(child, kind)
        return found

    def absent(self, khoi: Row, *group: str) -> dict[str, int | None]:
        """How many of each kind of a group have no row; None where nobody says."""
        if group == (DANG_BO,) and not self.choices.committees_by_themselves:
            return {DANG_BO: self.absent(khoi, *TCCSD)[DANG_BO]}
        with_row = {kind: len(self.deep(khoi, kind)) for kind in group}
        stated = {kind: self._stated(khoi, kind, with_row[kind]) for kind in group}
        listed = any(with_row.values()) and not any(number is not None for number in stated.values())
        found: dict[str, int | None] = {}
        for kind, number in stated.items():
            if number is not None:
                found[kind] = number - with_row[kind]
                assert number >= with_row[kind], (khoi["id"], kind)
            else:
                found[kind] = 0 if with_row[kind] or listed else None
        return found

    def _stated(self, khoi: Row, kind: str, with_row: int) -> int | None:
        number = figure(khoi, HOW_MANY[kind])
        # "02 đoàn thể": the text says how many where the bloc does not.
        return max(2, with_row) if number is None and kind == "doan-the" else number

    def cell_count(self, row: Row) -> tuple[int, int | None]:
        """The fewest and the most cells at or below a row."""
        if row["kind"] in CELLS:
            return 1, 1
        stated = figure(row, "so_chi_bo_truc_thuoc")
        if stated is not None:
            return stated, stated
        floor = max(self.choices.unstated_cells_from, *(at_least(row, fact) for fact in CELL_FIGURES))
        children = self.below(row, BO_PHAN, TRUC_THUOC)
        if not children:
            return floor, None
        counts = [self.cell_count(child) for child in children]
        most = [high for _, high in counts if high is not None]
        least = max(floor, sum(low for low, _ in counts))
        return least, (sum(most) if len(most) == len(counts) else None)

    def absent_cells(self, row: Row) -> range | None:
        """How many cells directly under a committee may have no row; None where nobody says."""
        stated, children = figure(row, "so_chi_bo_truc_thuoc"), self.below(row, BO_PHAN, TRUC_THUOC)
        if stated is None:
            return range(1) if children else None
        counts = [self.cell_count(child) for child in children]
        most = stated - sum(low for low, _ in counts)
        highs = [high for _, high in counts if high is not None]
        least = stated - sum(highs) if len(highs) == len(counts) else 0
        assert most >= 0, (row["id"], "fewer cells stated than rows")
        return range(max(least, 0), most + 1)


class Worlds:
    """Every world of a subject, for one way of counting."""

    def __init__(self, tree: Tree, sort: Sort) -> None:
        self.tree, self.sort = tree, sort
        self._known: dict[object, World] = {}

    def of(self, row: Row) -> World:
        key = row["id"]
        if key not in self._known:
            carriers = self.carriers(row)
            world = within(self.total(row, carriers), self.sort.limits(row, not carriers))
            assert world, (key, "no world agrees with the rows: the data contradict themselves")
            self._known[key] = world
        return self._known[key]

    def carriers(self, row: Row) -> list[Row]:
        return self.tree.below(row, *(self.sort.kinds - {KHOI}))

    def blank(self, kind: str) -> World:
        """A subject without a row: no blank cell of it says that nothing is pending."""
        if kind in CELLS and self.sort.kinds == PARTY and not self.tree.choices.absent_cell_has_member:
            return anything(self.sort.axes)
        return within(anything(self.sort.axes), self.sort.limits({"id": kind, "kind": kind}, False))

    def total(self, row: Row, carriers: list[Row]) -> World:
        with_row = all_together(self.sort.axes, (self.of(child) for child in carriers))
        if row["kind"] == KHOI:
            return together(with_row, self._absent(row))
        if row["kind"] in ABOVE_CELLS and TRUC_THUOC in self.sort.kinds:
            numbers = self.tree.absent_cells(row)
            if numbers is None:
                return anything(self.sort.axes)
            cell = self.blank(TRUC_THUOC)
            return frozenset().union(*(together(with_row, times(cell, number)) for number in numbers))
        # Nobody counts part committees: their rows are all there are, and without a row the figure is open.
        return with_row if carriers else anything(self.sort.axes)

    def _absent(self, khoi: Row) -> World:
        world = all_together(self.sort.axes, [])
        for kind, number in self.tree.absent(khoi, *TCCSD).items():
            more = anything(self.sort.axes) if number is None else times(self.blank(kind), number)
            world = together(world, more)
        return world

    def states(self, row: Row, *facts: str) -> bool:
        """Whether the row, or one below it, has rows to total and states one of the facts all the same."""
        carriers = self.carriers(row)
        totals = bool(carriers) or row["kind"] == KHOI
        if totals and any(fact in row for fact in facts):
            return True
        return any(self.states(child, *facts) for child in carriers)
