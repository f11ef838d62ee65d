"""Hypothesis strategies for whole rule sets: every kind of node that a rule file can hold, and awkward texts."""

from datetime import date
from fractions import Fraction
from typing import Any

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
from xeploai.model.fact import Count, Counted, Drawn, Fact, FactType
from xeploai.model.kind import Group, Kind, PerKind
from xeploai.model.label import Label
from xeploai.model.measure import (
    Answers,
    Earned,
    Given,
    Highest,
    Lowest,
    Measure,
    Meets,
    Months,
    Rated,
    Ratio,
    Score,
    Share,
    Value,
)
from xeploai.model.quota import OtherQuota, Quota, Raised
from xeploai.model.ruleset import Accepted, Assumption, Exemption, Goal, OtherCondition, Reading, Rule, Ruleset, Veto
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


OF_GRADES: SearchStrategy[Target] = st.sampled_from([AtLeast("kha"), Equals("yeu"), LessThan("gioi")])
MEASURES: SearchStrategy[Measure] = st.sampled_from(
    [
        Value("points"),
        Score((Given("points"), Earned("c0", 5))),
        Score((Given("points", Fraction(7, 10)), Earned("c0", Fraction(5, 2)))),
        Score((Given("points"), Given("lost", -1), Earned("c0", Fraction(1, 3)))),
        Score((Given("points", 0), Given("lost", Fraction(-1, 200)), Earned("c0", Fraction(-201, 2)))),
        Score((Given("points", Fraction(1, 3)), Given("lost", Fraction(-1, 3)))),
    ]
)
INCIDENTS = st.builds(
    Drawn,
    st.sampled_from([(), ("ky-luat",)]),
    st.sampled_from([(), ("canh-cao", "khai-tru")]),
    st.sampled_from([(), "don-vi"]),
    unless_remedied=st.booleans(),
    year=st.sampled_from(["measure", "conduct", "reopened"]),
)


@st.composite
def of_points(draw: DrawFn) -> Target:
    """Targets of points: whole, decimal, and such as no decimal says."""
    limits: list[Fraction] = [Fraction(50), Fraction(125, 2), Fraction(200, 3), Fraction(1, 10**9)]
    limits += [Fraction(-50), Fraction(-1, 3)]
    limit = draw(st.sampled_from(limits))
    targets: list[Target] = [AtLeast(limit), LessThan(limit), Between(limit, limit + 1, above="met")]
    return draw(st.sampled_from(targets))


@st.composite
def quotas(draw: DrawFn) -> Quota:
    """A quota with every key in use."""
    rates: list[Fraction | Ratio] = [Fraction(1, 5), Fraction(1, 3), Ratio("a", "b")]
    rate = draw(st.sampled_from(rates))
    raised = draw(st.sampled_from([None, Raised(Fraction(1, 4), "yes")]))
    others = [
        [OtherQuota("cach-doc", "khac", rounding="half_up", base="good_or_better")],
        [OtherQuota("cach-doc", "khac", rate=Fraction(1, 4))],
    ]
    # What an authority says needs one.
    within = ["khoi"] if raised or isinstance(rate, Ratio) else draw(st.sampled_from([(), "khoi"]))
    if within:
        others.append([OtherQuota("cach-doc", "khac", rate=Ratio("a", "b"), raised=Raised(Fraction(1, 2), "yes"))])
    return Quota(
        "q",
        draw(st.sampled_from(LEVELS[:2])),
        rate,
        kinds=draw(st.sampled_from([(), "don-vi"])),
        base=draw(st.sampled_from(["good", "good_or_better", "assessed"])),
        rounding=draw(st.sampled_from(["down", "half_up"])),
        within=within,
        group=draw(st.sampled_from([None, "nhom"])),
        apart=draw(st.sampled_from([None, "yes"])),
        raised=raised,
        label=draw(MAYBE_LABELS),
        cite=draw(st.none() | st.just(Citation("nq", "mục 1"))),
        assume="cach-doc",
        alternatives=draw(st.sampled_from([(), *others])),
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
        Fact("yes", FactType.YES_NO, incidents=draw(st.none() | INCIDENTS)),
        Fact("never-yes-without", FactType.YES_NO, at_most=draw(st.sampled_from([(), "yes"]))),
        Fact("level", FactType.LEVEL, document=draw(st.sampled_from([None, "can_cu"]))),
        Fact("points", FactType.NUMBER, maximum=draw(st.none() | st.just(100)), better="more"),
        Fact("lost", FactType.NUMBER),
        Fact("grade", FactType.GRADE),
        Fact("grade2", FactType.GRADE, document="can_cu", better=draw(st.sampled_from([None, "more", "less"]))),
        Fact("day", FactType.DATE),
        Fact("rated-well", of="khoi", counts=Counted("don-vi", rated=["tot", "khong"], among="units")),
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
        st.tuples(st.sampled_from([Value("grade"), Lowest(["grade", "grade2"]), Highest("grade2")]), OF_GRADES),
        st.tuples(st.just(Months("day")), st.integers(1, 12).map(AtLeast)),
        st.tuples(MEASURES, of_points()),
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
                (Clause("mục 1", begins=draw(st.none() | TEXTS)), Clause("mục 2", draw(LABELS))),
            ),
        ],
        kinds=[
            Kind("khoi", draw(MAYBE_LABELS), person=draw(st.booleans())),
            Kind("don-vi", parents="khoi", aliases=("Đơn vị", 'tên "khác"')),
        ],
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
        grades=Scale([Level("gioi", short=("G",)), Level("kha", draw(MAYBE_LABELS)), Level("yeu")], Level("khong-xet")),
        rules=[Rule(level, draw(gates(tests)), **draw(where(tests))) for level in LEVELS[:2]] if rated else [],
        otherwise="kem" if rated else None,
        vetoes=[Veto("v", draw(gates(tests)), "tot", label=draw(MAYBE_LABELS), **draw(where(tests)))] if rated else [],
        exemptions=[Exemption("e", draw(gates(tests)), label=draw(MAYBE_LABELS), **draw(where(tests)))]
        if rated
        else [],
        quotas=[draw(quotas())] if draw(st.booleans()) else [],
        accepted=draw(
            st.sampled_from([(), (Accepted("no-supplier", "facts.a", "lý do"), Accepted("no-supplier", "*", "khác"))])
        ),
        series=draw(st.sampled_from([None, "chuoi"])),
        decided=draw(st.sampled_from([None, "level"])),
    )


@st.composite
def where(draw: DrawFn, tests: list[Criterion]) -> dict[str, Any]:
    """What rules, vetoes and exemptions have in common."""
    other = OtherCondition("cach-doc", "khac", draw(gates(tests)))
    return {
        "kinds": "khoi",
        "cite": draw(st.none() | st.just(Citation("nq", "mục 2", "90%"))),
        "assume": draw(st.sampled_from([(), "cach-doc"])),
        "alternatives": draw(st.sampled_from([(), [other]])),
    }
