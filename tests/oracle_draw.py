"""Small random tables that do not contradict themselves: of a whole true bloc, rows and cells are hidden.

What is hidden follows the documents, so that the truth stays among the worlds of what is shown: where some
rows of a group are missing, their number is stated; "chưa đánh giá" is only left blank where the rows below
have it, or where the blank is read as 0 and 0 is the truth.
"""

from random import Random
from typing import NamedTuple

from tests.oracle_truth import CELLS, GRADES, MODELS, TCCSD, Bloc, Figures, Subject, below, draw_bloc, figures

Row = dict[str, object]

BO_PHAN, TRUC_THUOC = "dang-bo-bo-phan", "chi-bo-truc-thuoc"
HOW_MANY = {
    "dang-bo-co-so": "so_dang_bo_co_so",
    "chi-bo-co-so": "so_chi_bo_co_so",
    "doan-the": "so_doan_the",
    "co-quan": "so_co_quan",
}
CELL_COUNT = "so_chi_bo_truc_thuoc"

STUDIED = ("dang_vien", "dang_vien_hoc_tap")
ASSESSED = ("dang_vien_duoc_xep_loai", "dang_vien_tot_tro_len")
STAFF = ("nguoi_lao_dong", "nguoi_lao_dong_hoc_tap", "can_bo_dang_vien", "can_bo_dang_vien_cam_ket")
ADMITTED = ("ket_nap", "ket_nap_hoc_sinh_sinh_vien")


class Drawn(NamedTuple):
    """The whole truth, and the part of it that a table shows."""

    truth: list[Row]
    shown: list[Row]


def draw_rows(random: Random, *, hide: float = 0.25, beside: bool = False) -> list[Row]:
    """A random table of one bloc that does not contradict itself.

    `hide` is how readily a cell is left blank. With `beside`, a subject with rows below it may state any mix
    of figures; without, only such as no criterion needs for others than its own (see `_Themes`).
    """
    return draw(random, hide=hide, beside=beside).shown


def draw(random: Random, *, hide: float = 0.25, beside: bool = False) -> Drawn:
    bloc = draw_bloc(random)
    totals = {subject.id: figures(bloc, subject) for subject in bloc.values()}
    kinds = [subject.kind for subject in bloc.values()]
    totals["k"] |= {fact: kinds.count(kind) for kind, fact in HOW_MANY.items()}
    themes = _Themes(random, beside=beside)
    for fact in themes.zero:
        for counts in totals.values():
            counts.update({fact: 0} if fact in counts else {})
    truth = [_row(subject, totals[subject.id]) | subject.other for subject in bloc.values()]
    rows = _Rows(random, bloc)
    cells = _Cells(rows, themes, totals, hide)
    return Drawn(truth, [cells.shown(subject) for subject in rows.left.values()])


def _row(subject: Subject, counts: Figures) -> Row:
    return {"id": subject.id, "kind": subject.kind, "parent": subject.parent or None, **counts}


class _Themes:
    """Which figures a subject may state although rows below it carry them, and which then nobody states.

    Say the bloc states its members, one committee its members and its assessed members, another nothing: to
    bound the assessed members of the other, one has to go by way of its members. There are no such puzzles
    without `beside`: for each family of figures the higher subjects state those of one criterion, and what
    would reach that criterion from outside is stated nowhere.
    """

    def __init__(self, random: Random, *, beside: bool) -> None:
        self.beside = beside
        self.own: set[str] = {*STAFF, *ADMITTED}
        self.nobody: set[str] = set()
        self.zero: set[str] = set()
        # Who states the first with rows below states the second too.
        self.implied = dict([ADMITTED, ADMITTED[::-1]])
        if beside:
            self._mix(random)
        else:
            self._members(random)
            for who in MODELS:
                self._models(random, who)

    def _mix(self, random: Random) -> None:
        facts = [*STUDIED, *GRADES, *ASSESSED, "dang_vien_khong_xep_loai", *ADMITTED, *STAFF]
        model = ("doi_tuong", "dang_ky", "dat", "chua_danh_gia")
        facts += [f"{who}_{what}" for who in MODELS for what in model]
        self.own = {fact for fact in facts if random.random() < 0.6}

    def _members(self, random: Random) -> None:
        theme = random.choice(("none", "studied", "assessed"))
        if theme == "studied":
            self.own.update(STUDIED)
            self.nobody.update(GRADES, ASSESSED)
        elif theme == "assessed":
            self.own.update(ASSESSED)
            self.nobody.add("dang_vien_hoc_tap")

    def _models(self, random: Random, who: str) -> None:
        concerned, registered = f"{who}_doi_tuong", f"{who}_dang_ky"
        rated, waiting = f"{who}_dat", f"{who}_chua_danh_gia"
        theme = random.choice(("none", "registered", "rated"))
        if theme == "registered":
            self.own.update({concerned, registered})
            self.implied[concerned] = registered
            self.nobody.update({rated, waiting})
            # What nobody states reads as "nothing is pending".
            self.zero.add(waiting)
        elif theme == "rated":
            self.own.update({registered, rated, waiting})
            if who == "cap_uy":
                self.implied |= {rated: registered, waiting: registered}
            self.nobody.add(concerned)

    def completed(self, counts: Figures, shown: Figures) -> Figures:
        if self.beside:
            return shown
        wanted = {more for fact, more in self.implied.items() if fact in shown}
        return shown | {fact: counts[fact] for fact in wanted}


class _Rows:
    """The subjects that keep a row, and the numbers that must be stated because others do not."""

    def __init__(self, random: Random, bloc: Bloc) -> None:
        self.random = random
        self.left = dict(bloc)
        self.stated: set[tuple[str, str]] = set()
        self._units()
        for name in self._of_kind("dang-bo-co-so"):
            self._below_committee(name)
        for kind in ("co-quan", "doan-the"):
            self._others(kind)

    def chance(self, chance: float) -> bool:
        return self.random.random() < chance

    def _of_kind(self, kind: str) -> list[str]:
        return [subject.id for subject in self.left.values() if subject.kind == kind]

    def _drop(self, name: str) -> None:
        del self.left[name]
        for subject in below(self.left, name):
            if subject.kind == "co-quan":
                self.left[subject.id] = subject._replace(parent="k")
            else:
                self._drop(subject.id)

    def _drop_some(self, names: list[str]) -> bool:
        """Hide none, some or all of these; tell whether any is hidden."""
        chance = self.random.choice((0.0, 0.0, 0.0, 0.3, 0.3, 1.0))
        hidden = [name for name in names if self.chance(chance)]
        for name in hidden:
            self._drop(name)
        return bool(hidden)

    def _units(self) -> None:
        """TCCSĐ. A kind may stay unstated where nothing of it is hidden, or where that leaves it open."""
        hidden = {kind for kind in TCCSD if self._drop_some(self._of_kind(kind))}
        left = {kind for kind in TCCSD if self._of_kind(kind)}
        stated = hidden & left | {kind for kind in TCCSD if self.chance(0.3)}
        if left and not stated:
            # With rows and no number at all, the rows would be all.
            stated = hidden
        self.stated.update(("k", HOW_MANY[kind]) for kind in stated)

    def _below_committee(self, name: str) -> None:
        parts = [part.id for part in below(self.left, name) if part.kind == BO_PHAN]
        gone = bool(parts) and self.chance(0.3)
        for part in parts:
            # All or none: nobody counts part committees, so that the rows of some would be taken for all.
            if gone:
                self._drop(part)
            else:
                self._cells_of(part, gone=False)
        self._cells_of(name, gone=gone)

    def _cells_of(self, name: str, *, gone: bool) -> None:
        cells = [cell.id for cell in below(self.left, name) if cell.kind == TRUC_THUOC]
        gone |= self._drop_some(cells)
        listed = any(part.kind in {BO_PHAN, TRUC_THUOC} for part in below(self.left, name))
        if (gone and listed) or self.chance(0.4):
            self.stated.add((name, CELL_COUNT))

    def _others(self, kind: str) -> None:
        names = self._of_kind(kind)
        hidden = self._drop_some(names)
        # Unstated, there are two `doan-the` by the text; of the others the rows are all, if there are rows.
        known = len(names) == 2 if kind == "doan-the" else not (hidden and self._of_kind(kind))
        if not known or self.chance(0.3):
            self.stated.add(("k", HOW_MANY[kind]))


class _Cells:
    """The cells of a row that are filled in."""

    def __init__(self, rows: _Rows, themes: _Themes, totals: dict[str, Figures], hide: float) -> None:
        self.rows, self.themes, self.totals, self.hide = rows, themes, totals, hide

    def shown(self, subject: Subject) -> Row:
        hide = 1.0 if self.rows.chance(0.1) else self.hide
        kinds = {part.kind for part in below(self.rows.left, subject.id)}
        counts = self.totals[subject.id]
        shown = {fact: number for fact, number in counts.items() if self._shows(subject, fact, kinds, hide)}
        if kinds.intersection((BO_PHAN, *TCCSD, *CELLS)):
            shown = self.themes.completed(counts, shown)
        other = {fact: value for fact, value in subject.other.items() if not self.rows.chance(hide)}
        return _row(subject, shown) | other

    def _shows(self, subject: Subject, fact: str, kinds: set[str], hide: float) -> bool:
        if fact == CELL_COUNT or fact in HOW_MANY.values():
            return (subject.id, fact) in self.rows.stated
        model = fact.startswith(MODELS)
        carriers = (BO_PHAN, *TCCSD) if model else (BO_PHAN, *TCCSD, *CELLS)
        to_total = bool(kinds.intersection(carriers))
        if fact.endswith("_chua_danh_gia") and self.totals[subject.id][fact] and not to_total:
            return True
        if fact in self.themes.nobody:
            return False
        if to_total and not fact.startswith(("so_chi_bo", "guong")):
            return fact in self.themes.own and not self.rows.chance(max(hide, 0.6))
        return not self.rows.chance(hide)
