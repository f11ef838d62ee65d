"""Thresholds: of the right type, within reach, and for every kind that is judged."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from xeploai.located import Path
from xeploai.model.condition import Criterion
from xeploai.model.kind import PerKind, members
from xeploai.model.measure import Measure
from xeploai.model.ruleset import is_about_above
from xeploai.model.target import Between, Equals, Limit, Target, limit_for
from xeploai.wellformed import faults
from xeploai.wellformed.book import Book, all_known
from xeploai.wellformed.carried import carried
from xeploai.wellformed.limits import limits
from xeploai.wellformed.problem import Problem
from xeploai.wellformed.reach import reach, type_of


def thresholds(book: Book) -> Iterator[Problem]:
    """Faults of all targets, those of the other readings included."""
    everywhere = tuple(kind.id for kind in book.rules.kinds)
    for criterion in book.criteria:
        path: Path = ("criteria", criterion.id)
        judged = members(book.kinds, (*criterion.kinds, *criterion.monitors)) or everywhere
        yield from carried(book, criterion.measure, judged, path)
        wrong = list(_misplaced(book, criterion.measure, criterion.target, judged, path))
        yield from wrong or reach(book, criterion.measure, criterion.target, judged, path)
        yield from _above(book, criterion, path)
        for other in criterion.alternatives:
            here = (*path, "readings", other.assumption, other.reading)
            if other.measure:
                yield from carried(book, other.measure, judged, here)
            if wrong and not other.target:
                continue
            measure, target = other.measure or criterion.measure, other.target or criterion.target
            yield from list(_misplaced(book, measure, target, judged, here)) or reach(
                book, measure, target, judged, here
            )


def _misplaced(book: Book, measure: Measure, target: Target, judged: Sequence[str], path: Path) -> Iterator[Problem]:
    """Thresholds that the measure cannot be held against, or that are missing for a kind."""
    for key, limit in limits(target):
        if not isinstance(limit, PerKind):
            yield from _wrong_type(book, measure, target, limit, (*path, *key))
            continue
        for name, one in limit.values:
            yield from _wrong_type(book, measure, target, one, (*path, *key, name))
        for kind in judged if all_known(book, (name for name, _ in limit.values)) else ():
            if kind in book.ids["kinds"] and limit_for(book.kinds, limit, kind) is None:
                yield Problem((*path, *key), faults.NO_LIMIT_FOR_KIND, {"kind": kind})


def _above(book: Book, criterion: Criterion, path: Path) -> Iterator[Problem]:
    """The word for what lies above a range must be the reading that the assumption about it chooses."""
    target = criterion.target
    if not isinstance(target, Between):
        return
    for name in criterion.assume:
        assumption = book.assumptions.get(name)
        if assumption and is_about_above(assumption) and assumption.chosen != target.above:
            values = {"above": target.above, "assumption": name, "chosen": assumption.chosen}
            yield Problem((*path, "between", "above"), faults.NOT_ABOVE, values)


def _wrong_type(book: Book, measure: Measure, target: Target, limit: Limit, path: Path) -> Iterator[Problem]:
    """The fault of a threshold that its measure cannot be held against."""
    given = str(limit).lower() if isinstance(limit, bool) else str(limit)
    match type_of(book, measure):
        case "share":
            if isinstance(limit, int) and not isinstance(limit, bool):
                yield Problem(path, faults.BARE_NUMBER, {"given": given})
                return
            right = isinstance(limit, Fraction)
            vi, en = (
                'phần trăm hoặc phân số trong ngoặc kép, như "30%"',
                'a quoted percentage or fraction such as "30%"',
            )
        case "count":
            right = isinstance(limit, int | Fraction) and not isinstance(limit, bool)
            vi, en = "số nguyên", "a whole number"
        case "yes_no":
            right = isinstance(limit, bool) and isinstance(target, Equals)
            vi, en = "`equals` với true hoặc false", "`equals` with true or false"
        case "number":
            right = isinstance(limit, int | Fraction) and not isinstance(limit, bool)
            vi, en = "số điểm", "a number of points"
        case "date":
            right, vi, en = False, "số tháng: dùng `months`", "a number of months: write `months`"
        case "grade":
            right = limit in book.ids["grades"] or "grades" in book.left_out
            grades = ", ".join(book.ids["grades"])
            vi, en = f"một mức của tiêu chí ({grades})", f"a grade of the scale ({grades})"
        case "level":
            right = limit in book.ids["levels"] or "scale" in book.left_out
            levels = ", ".join(book.ids["levels"])
            vi, en = f"một mức của thang ({levels})", f"a level of the scale ({levels})"
        case _:
            return
    if not right:
        yield Problem(path, faults.WRONG_THRESHOLD, {"wanted_vi": vi, "wanted_en": en, "given": f"`{given}`"})
