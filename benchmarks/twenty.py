"""A rule set with the library's whole meaning: 16 criteria and 4 gates over 18 counts, 4 levels, 3 vetoes.

7 ratios, 3 ranges, 3 counts, 3 counts that differ by kind; all of, one of, 2 of 4, and a nested not. Two ratios are
bands of one measure. Every part is declared to fit into its whole.
"""

from fractions import Fraction
from random import Random

from xeploai import (
    AllOf,
    AnyOf,
    AtLeast,
    AtMost,
    Between,
    Criterion,
    Fact,
    Kind,
    KOf,
    MoreThan,
    Not,
    Ratio,
    Rule,
    Ruleset,
    Scale,
    Value,
    Veto,
    percent,
)

KINDS = ("committee", "cell", "office")
WITHIN = {
    "studied": "members",
    "assessed": "members",
    "assessed_well": "assessed",
    "inspected": "members",
    "admitted": "members",
    "disciplined": "members",
    "staff_studied": "staff",
    "owing": "staff",
    "committed": "owing",
    "registered": "teams",
    "with_product": "registered",
    "people_registered": "people",
    "people_with_product": "people_registered",
}
"""Each fact never exceeds the other."""

FACTS = ("members", "staff", "teams", "people", "models", *WITHIN)

Record = dict[str, int]


def _ratio(part: str) -> Ratio:
    return Ratio(part, WITHIN[part])


def rules() -> Ruleset:
    """The rule set."""
    study = Criterion("study", _ratio("studied"), AtLeast(percent(100)))
    staff_study = Criterion("staff_study", _ratio("staff_studied"), AtLeast(percent(90)))
    commit = Criterion("commit", _ratio("committed"), AtLeast(percent(95)))
    good_members = Criterion("good_members", _ratio("assessed_well"), AtLeast(percent(80)))
    register = Criterion("register", _ratio("registered"), AtLeast(percent(90)))
    register_most = Criterion("register_most", _ratio("registered"), AtLeast(percent(70)))
    products = Criterion("products", _ratio("with_product"), MoreThan(percent(30)))
    inspect = Criterion("inspect", _ratio("inspected"), Between(percent(30), percent(35), above="noted"))
    admit = Criterion("admit", _ratio("admitted"), Between(Fraction(1, 50), Fraction(1, 20), above="not_met"))
    take_part = Criterion("take_part", _ratio("people_registered"), Between(percent(40), percent(90), above="not_met"))
    models = Criterion("models", Value("models"), AtLeast(2))
    few_disciplined = Criterion("few_disciplined", Value("disciplined"), AtMost(3))
    some_teams = Criterion("some_teams", Value("teams"), MoreThan(1))
    many_models = Criterion("many_models", Value("models"), AtLeast({"committee": 5, "cell": 3, "office": 4}))
    people_products = Criterion(
        "people_products", Value("people_with_product"), AtLeast({"committee": 6, "cell": 2, "office": 4})
    )
    newcomers = Criterion("newcomers", Value("admitted"), AtLeast({"committee": 3, "cell": 1, "office": 2}))
    core = AllOf((study, staff_study, commit, register))
    fruit = AnyOf((many_models, products, people_products))
    broad = KOf(2, (good_members, inspect, admit, take_part))
    sound = Not(AnyOf((Not(few_disciplined), Not(models))))
    return Ruleset(
        "twenty",
        kinds=[Kind(kind) for kind in KINDS],
        facts=[Fact(fact, at_most=WITHIN.get(fact, ())) for fact in FACTS],
        criteria=[
            *(study, staff_study, commit, good_members, register, register_most, products),
            *(inspect, admit, take_part),
            *(models, few_disciplined, some_teams, many_models, people_products, newcomers),
        ],
        scale=Scale(("excellent", "good", "done", "not_done")),
        rules=[
            Rule("excellent", AllOf((core, fruit, broad, sound))),
            Rule("good", AllOf((register_most, broad, sound))),
            Rule("done", AnyOf((core, fruit, newcomers))),
        ],
        otherwise="not_done",
        vetoes=[
            Veto("discipline", Not(few_disciplined), cap="done"),
            Veto("no_study", AllOf((Not(study), Not(staff_study))), cap="good"),
            Veto("no_teams", Not(some_teams), cap="not_done"),
        ],
    )


CONDITIONS = {
    "study": "studied * 100 >= members * 100",
    "staff_study": "staff_studied * 100 >= staff * 90",
    "commit": "committed * 100 >= owing * 95",
    "good_members": "assessed_well * 100 >= assessed * 80",
    "register": "registered * 100 >= teams * 90",
    "register_most": "registered * 100 >= teams * 70",
    "products": "with_product * 100 > registered * 30",
    "inspect": "inspected * 100 >= members * 30",
    "admit": "admitted * 100 >= members * 2 and admitted * 100 <= members * 5",
    "take_part": "people_registered * 100 >= people * 40 and people_registered * 100 <= people * 90",
    "models": "models >= 2",
    "few_disciplined": "disciplined <= 3",
    "some_teams": "teams > 1",
    "many_models": 'models >= (kind == "committee" ? 5 : (kind == "cell" ? 3 : 4))',
    "people_products": 'people_with_product >= (kind == "committee" ? 6 : (kind == "cell" ? 2 : 4))',
    "newcomers": 'admitted >= (kind == "committee" ? 3 : (kind == "cell" ? 1 : 2))',
}
"""The criteria for engines that know neither gaps nor parts of nothing: complete records, no whole of 0."""

_CORE = "(study and staff_study and commit and register)"
_FRUIT = "(many_models or products or people_products)"
_BROAD = "((good_members ? 1 : 0) + (inspect ? 1 : 0) + (admit ? 1 : 0) + (take_part ? 1 : 0) >= 2)"
_SOUND = "(not (not few_disciplined or not models))"
_EXCELLENT = f"({_CORE} and {_FRUIT} and {_BROAD} and {_SOUND})"
_GOOD = f"(register_most and {_BROAD} and {_SOUND})"
_DONE = f"({_CORE} or {_FRUIT} or newcomers)"
LEVEL = (
    f'not some_teams ? "not_done" : (few_disciplined and (study or staff_study) and {_EXCELLENT} ? "excellent" : '
    f'(few_disciplined and ({_EXCELLENT} or {_GOOD}) ? "good" : ({_EXCELLENT} or {_GOOD} or {_DONE} ? "done" : '
    '"not_done")))'
)
"""The level, from the outcomes of the criteria."""


def complete(random: Random) -> Record:
    """Every fact of one organisation, near the thresholds and within the declared bounds."""

    def part(whole: int, *shares: float) -> int:
        return min(whole, max(0, round(whole * random.choice(shares)) + random.choice((-1, 0, 0, 0, 1))))

    members, staff = random.randint(8, 60), random.randint(10, 90)
    teams, people = random.choice((1, 2, 3, 5, 10, 20)), random.randint(5, 40)
    assessed, owing = part(members, 0.9, 1), part(staff, 0.8, 1)
    registered, people_registered = part(teams, 0.6, 0.8, 1, 1), part(people, 0.3, 0.5, 0.9, 1)
    return {
        "members": members,
        "staff": staff,
        "teams": teams,
        "people": people,
        "models": random.randint(1, 6),
        "studied": part(members, 0.95, 1, 1, 1),
        "assessed": assessed,
        "assessed_well": part(assessed, 0.7, 0.8, 0.9),
        "inspected": part(members, 0.28, 0.3, 0.33, 0.4),
        "admitted": part(members, 0, 0.03, 0.05, 0.1),
        "disciplined": part(members, 0, 0, 0, 0.1),
        "staff_studied": part(staff, 0.8, 0.9, 1, 1),
        "owing": owing,
        "committed": part(owing, 0.9, 0.95, 1, 1),
        "registered": registered,
        "with_product": part(registered, 0.2, 0.3, 0.5),
        "people_registered": people_registered,
        "people_with_product": part(people_registered, 0.1, 0.3, 0.5),
    }


def records(number: int, *, missing: float, seed: int = 2024) -> list[tuple[str, Record]]:
    """So many organisations, each with its kind; of every fact, that share is missing."""
    random = Random(seed)
    made = []
    for _ in range(number):
        facts = complete(random)
        made.append((random.choice(KINDS), {fact: n for fact, n in facts.items() if random.random() >= missing}))
    return made
