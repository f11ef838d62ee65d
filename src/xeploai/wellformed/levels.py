"""Rules and vetoes: levels on the scale, best first, one rule a level, and an `otherwise`."""

from collections.abc import Iterator

from xeploai.located import Path
from xeploai.model.kind import members
from xeploai.model.ruleset import Rule, Ruleset
from xeploai.wellformed import faults
from xeploai.wellformed.book import Book
from xeploai.wellformed.problem import Problem, listed


def levels(book: Book) -> Iterator[Problem]:
    """Faults of the levels that rules earn, vetoes leave and quotas cap."""
    rules, known = book.rules, book.ids["levels"]
    earned: list[tuple[Path, str]] = [(("rules", n, "level"), rule.level) for n, rule in enumerate(rules.rules)]
    caps: list[tuple[Path, str]] = [(("vetoes", veto.id, "cap"), veto.cap) for veto in rules.vetoes]
    caps += [(("quotas", quota.id, "level"), quota.level) for quota in rules.quotas]
    otherwise = [(("ruleset", "otherwise"), rules.otherwise)] if rules.otherwise is not None else []
    for path, level in (*earned, *caps, *otherwise):
        if level not in known and "scale" not in book.left_out:
            yield Problem(path, faults.UNKNOWN_LEVEL, {"name": level, "known": listed(known)}, known)
    yield from _order(book, [(path, rule) for (path, _), rule in zip(earned, rules.rules, strict=True)])
    said = rules.otherwise is not None or {("ruleset",), ("ruleset", "otherwise")} & book.spoiled
    if (rules.rules or rules.vetoes) and not said:
        yield Problem(("ruleset",), faults.NO_OTHERWISE, key=True)


def proposed(rules: Ruleset, levels: Ruleset) -> Iterator[Problem]:
    """Levels that another rule set proposes are levels of this one, and it has some to propose."""
    path: Path = ("ruleset", "levels")
    ours, theirs = (", ".join(level.id for level in one.scale.levels) if one.scale else "–" for one in (rules, levels))
    if ours != theirs:
        yield Problem(path, faults.OTHER_SCALE, {"name": levels.id, "ours": ours, "theirs": theirs})
    if not levels.rules:
        yield Problem(path, faults.NO_LEVELS, {"name": levels.id})


def _order(book: Book, earned: list[tuple[Path, Rule]]) -> Iterator[Problem]:
    """At each kind, one rule a level, best level first. Each rule is told of once."""
    seen: dict[str, set[str]] = {}
    lowest: dict[str, int] = {}
    everywhere = tuple(kind.id for kind in book.rules.kinds) or ("",)
    for path, rule in earned:
        if rule.level not in book.ranks:
            continue
        at = members(book.kinds, rule.kinds) or everywhere
        rank = book.ranks[rule.level]
        if any(rule.level in seen.get(kind, ()) for kind in at):
            yield Problem(path, faults.TWO_RULES, {"level": rule.level})
        elif any(rank < lowest.get(kind, rank) for kind in at):
            yield Problem(path, faults.RULES_OUT_OF_ORDER, {"level": rule.level})
        for kind in at:
            seen.setdefault(kind, set()).add(rule.level)
            lowest[kind] = max(lowest.get(kind, rank), rank)
