"""Each other reading of the text in a case that it turns: a verdict, a level, or what a quota allows."""

from collections.abc import Iterator

from xeploai.audit.cases.case import Checked
from xeploai.audit.cover.covering import Covering
from xeploai.audit.cover.obligation import Aspect, Obligation
from xeploai.audit.cover.witness import Witness
from xeploai.model.label import Label
from xeploai.model.outcome import Finding, QuotaOutcome, Standing
from xeploai.model.ruleset import is_about_above
from xeploai.rating.readings import alternatives_of
from xeploai.wellformed.conditions import criteria_of, placed

NAME = "reading"


def _wanted(covering: Covering) -> Iterator[Obligation]:
    """Only readings that can be computed: those that are spelled out, and what lies above a range.

    Whether more than a range is met or met and noted turns no verdict.
    """
    rules = covering.rules
    found = [(one.assumption, one.reading) for c in criteria_of(rules) for one in alternatives_of(rules, c)]
    found += [(one.assumption, one.reading) for thing in placed(rules).values() for one in thing.alternatives]
    found += [(one.assumption, one.reading) for quota in rules.quotas for one in quota.alternatives]
    marks = {one.id for one in rules.assumptions if is_about_above(one) and one.chosen != "not_met"}
    for name, reading in dict.fromkeys(found):
        if name not in marks or reading == "not_met":
            yield Obligation(NAME, ("assumptions", name), reading)


def _shown(_: Covering, witness: Witness) -> Iterator[Obligation]:
    for one in witness.checked:
        turning, said = list(_turning(one)), one.expected.said.get("readings", {})
        for assumption, reading in turning:
            # That the conclusion depends says enough only where one reading alone can be meant.
            if reading in said or (one.expected.said.get("depends") and len(turning) == 1):
                yield Obligation(NAME, ("assumptions", assumption), reading)


def _turning(checked: Checked) -> Iterator[tuple[str, str]]:
    """The other readings under which it comes out otherwise."""
    match checked.thing:
        case Finding(bits=bits, readings=readings):
            yield from ((one.assumption, one.reading) for one in readings if one.bits != bits)
        case Standing(rating=rating, readings=ratings):
            yield from ((one.assumption, one.reading) for one in ratings if one.rating != rating)
        case QuotaOutcome(allowed=allowed, readings=allowances):
            yield from ((one.assumption, one.reading) for one in allowances if one.allowed != allowed)
        case _:
            return


def _says(obligation: Obligation) -> Label:
    return Label(f"theo cách hiểu `{obligation.what}` thì khác", f"comes out otherwise under `{obligation.what}`")


ASPECT = Aspect(NAME, Label("cách hiểu khác", "other readings"), _wanted, _shown, _says)
