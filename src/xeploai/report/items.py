"""Items of a rule file as reports of audits name them, with their places."""

from xeploai.audit.cover.obligation import Obligation
from xeploai.located import Path
from xeploai.model.ruleset import Ruleset
from xeploai.source import Place, place_of


def item_name(rules: Ruleset, path: Path) -> str:
    """An item by its id; a rule by its level and where it holds, a clause with its source."""
    match path:
        case ("rules", int(number), *_):
            rule = rules.rules[number]
            return " ".join([f"rules.{rule.level}", *([f"({', '.join(rule.kinds)})"] if rule.kinds else [])])
        case ("sources", source, "clauses", clause, *_):
            return f"{source}, {clause}"
        case ("criteria", name, *_):
            return str(name)
        case (section, name, *_):
            return f"{section}.{name}"
        case _:
            return rules.id


def obligation_name(rules: Ruleset, obligation: Obligation) -> str:
    """An item, and the kind at which something should be shown."""
    name = item_name(rules, obligation.path)
    return f"{name} ({obligation.kind})" if obligation.kind else name


def item_place(rules: Ruleset, path: Path) -> Place:
    """Where an item stands in the rule file; of rules that were not loaded from one, only whose they are."""
    return place_of(rules.source, path, key=True) if rules.source else Place(rules.id)


def place_name(place: Place) -> str:
    """`rules/demo.toml:12`."""
    return f"{place.file}:{place.line}" if place.line else place.file
