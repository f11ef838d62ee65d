"""Hypothesis strategies for whole rule sets: every kind of node that a rule file can hold, and awkward texts."""

from datetime import date
from fractions import Fraction

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tests.strategies import telling_targets
from xeploai.model.citation import Citation, Clause, Document, InForce
from xeploai.model.condition import (
    AllOf,
    Alternative,
    AnyOf,
    Condition,
    Criterion,
    KOf,
    Not,
    Role,
    Strength,
    Undetermined,
)
from xeploai.model.fact import Count, Counted, Fact, FactType
from xeploai.model.kind import Group, Kind, PerKind
from xeploai.model.label import Label
from xeploai.model.measure import Answers, Measure, Meets, Rated, Ratio, Share, Value
from xeploai.model.ruleset import Assumption, Goal, Reading, Rule, Ruleset, Veto
from xeploai.model.scale import Level, Scale
from xeploai.model.target import AtLeast, AtMost, Between, Equals, LessThan, MoreThan, Target

TEXTS = st.one_of(
    st.sampled_from(
        ["tiêu chí", 'nói "đạt"', "a\\b", "'", "hai\ndòng", "a\r\nb", "\t", "# [x] =", "é", "😀", "\x7f\x00", ""]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
)
LABELS = st.builds(Label, TEXTS, st.none() | TEXTS)
MAYBE_LABELS = st.none() | LABELS
DAYS = st.dates(date(1990, 1, 1), date(2060, 1, 1))
LEVELS = ("xuat-sac", "tot", "kem")
OF_SHARES = st.one_of(
    telling_targets(), telling_targets([Fraction(1, 7), Fraction(1, 3), Fraction(123, 1000), Fraction(5, 9)])
)


@st.composite
def of_numbers(draw: DrawFn) -> Target:
    """Targets of counts, whole or by kind."""
    number = st.integers(1, 10**6)
    limit = draw(st.one_of(number, st.builds(lambda a, b: PerKind((("khoi", a), ("don-vi", b))), number, number)))
    if not isinstance(limit, int):
        return AtLeast(limit)
    between = Between(limit, limit + 3, above="not_met")
    targets: list[Target] = [AtMost(limit), MoreThan(limit), LessThan(limit), Equals(limit), between]
    return draw(st.sampled_from(targets))


RATIOS: SearchStrategy[Measure] = st.sampled_from(
    [
        Ratio("a", "b"),
        Ratio("a", Count("don-vi")),
        Ratio(["a", "d"], ["b", "b2"]),
        Ratio("d", "b", pending="p", pending_blank="open"),
        Ratio(["d", "a"], ["b", "b2"], pending=["p", "p"]),
    ]
)
SHARES: SearchStrategy[Measure] = st.sampled_from(
    [
        Share("don-vi", Answers("yes")),
        Share("tat-ca", Rated("level", "tot"), base="all"),
        Share("tat-ca", Meets("c0")),
        Share(["don-vi", "khoi"], Rated("level", "xuat-sac")),
    ]
)


@st.composite
def facts(draw: DrawFn) -> list[Fact]:
    """A dictionary with every key in use."""
    named = {"label": draw(MAYBE_LABELS), "unit": draw(MAYBE_LABELS), "judged": draw(st.booleans())}
    floors: list[int | PerKind[int]] = [0, 1, PerKind((("don-vi", 1),))]
    least = draw(st.sampled_from(floors))
    return [
        Fact("a", at_most=draw(st.sampled_from(["b", ["b"], ["b", "b2"]])), **named),  # type: ignore[arg-type]
        Fact("b", minimum=least, maximum=draw(st.none() | st.integers(5, 10**12))),
        Fact("b2", given=draw(st.none() | st.just(2))),
        Fact("d", arises_at=draw(st.sampled_from([(), "don-vi"]))),
        Fact("p"),
        Fact("held", includes=["d", "p"]),
        Fact("sum", sum_of=["d", "p"], at_most=Count("tat-ca")),
        Fact("units", of="khoi", counts=Counted("don-vi")),
        Fact("units-yes", of="khoi", counts=Counted("don-vi", yes="yes"), at_most="units"),
        Fact("units-met", of="khoi", counts=Counted("don-vi", meet="c0"), at_most="units"),
        Fact("yes", FactType.YES_NO),
        Fact("level", FactType.LEVEL),
    ]


@st.composite
def criteria(draw: DrawFn) -> list[Criterion]:
    """Criteria of every measure; `c0` is there to be met."""
    made = [Criterion("c0", Ratio("a", "b"), draw(OF_SHARES))]
    numbers: list[Measure] = [Value("a"), Value("b"), Count("don-vi")]
    levels: list[Target] = [AtLeast("tot"), Equals("kem"), MoreThan("kem")]
    held: list[SearchStrategy[tuple[Measure, Target]]] = [
        st.tuples(RATIOS | SHARES, OF_SHARES),
        st.tuples(st.sampled_from(numbers), of_numbers()),
        st.tuples(st.just(Value("yes")), st.booleans().map(Equals)),
        st.tuples(st.just(Value("level")), st.sampled_from(levels)),
    ]
    for number in range(1, draw(st.integers(1, 5))):
        measure, target = draw(st.one_of(held))
        other = Alternative("cach-doc", "khac", draw(st.none() | RATIOS), draw(OF_SHARES))
        has_share = isinstance(measure, Ratio | Share)
        made.append(
            Criterion(
                f"c{number}",
                measure,
                target,
                label=draw(MAYBE_LABELS),
                number=draw(st.none() | st.sampled_from(["1a", "2"])),
                kinds="khoi" if isinstance(measure, Share) else draw(st.sampled_from([(), "khoi"])),
                role=draw(st.sampled_from(Role)),
                strength=draw(st.sampled_from(Strength)),
                cite=draw(st.sampled_from([None, Citation("nq", "mục 1"), Citation("nq", "mục 2", ["90%", '"đạt"'])])),
                assume=draw(st.sampled_from([(), "cach-doc"])),
                alternatives=[other] if has_share and draw(st.booleans()) else [],
            )
        )
    return made


@st.composite
def gates(draw: DrawFn, leaves: list[Criterion]) -> Condition:
    """Conditions over these criteria, each of which stands in them once at most."""
    chosen = draw(st.lists(st.sampled_from(leaves), min_size=1, max_size=3, unique_by=lambda one: one.id))
    silent = Undetermined(draw(LABELS), draw(st.none() | st.just(Citation("nq", "mục 1"))))
    parts: tuple[Condition, ...] = (*chosen, Not(AllOf([chosen[0], silent])))
    made: list[Condition] = [
        chosen[0],
        AllOf(parts),
        AnyOf(parts),
        KOf(len(parts), parts),
        Not(chosen[0]),
        AnyOf([AllOf(parts), silent]),
    ]
    return draw(st.sampled_from(made))


@st.composite
def rule_sets(draw: DrawFn) -> Ruleset:
    """Whole rule sets. A few have a fault by chance: filter by `check`."""
    tests = draw(criteria())
    since, until = sorted([draw(DAYS), draw(DAYS)])
    rated = draw(st.booleans())
    return Ruleset(
        draw(st.sampled_from(["thu", "lam-dong-2024", "Q4_x"])),
        label=draw(MAYBE_LABELS),
        in_force=InForce(draw(st.none() | st.just(since)), draw(st.none() | st.just(until))),
        sources=[
            Document(
                "nq",
                draw(LABELS),
                draw(st.none() | TEXTS),
                draw(st.none() | DAYS),
                (Clause("mục 1"), Clause("mục 2", draw(LABELS))),
            ),
        ],
        kinds=[Kind("khoi", draw(MAYBE_LABELS)), Kind("don-vi", parents="khoi", aliases=("Đơn vị", 'tên "khác"'))],
        groups=[Group("tat-ca", ["khoi", "don-vi"], draw(MAYBE_LABELS))],
        reporting=draw(st.sampled_from([(), "don-vi", "tat-ca"])),
        rated=draw(st.sampled_from([(), "khoi"])) if rated else (),
        facts=draw(facts()),
        assumptions=[
            Assumption(
                "cach-doc", draw(LABELS), "nay", "khac", draw(LABELS), draw(LABELS), (Reading("nay", draw(LABELS)),)
            )
        ],
        assume="cach-doc",
        criteria=tests,
        goals=[Goal("g1", [tests[0].id], draw(MAYBE_LABELS))],
        scale=Scale(
            [Level("xuat-sac", short=("HTXS",)), Level("tot", draw(MAYBE_LABELS)), Level("kem")],
            Level("khong", draw(MAYBE_LABELS)),
        ),
        rules=[Rule(level, draw(gates(tests))) for level in LEVELS[:2]] if rated else [],
        otherwise="kem" if rated else None,
        vetoes=[Veto("v", draw(gates(tests)), "tot", label=draw(MAYBE_LABELS))] if rated else [],
    )
