"""Rules and vetoes: levels on the scale, best first, one rule a level, and an `otherwise`."""

from collections.abc import Iterator

from xeploai.locator import Path
from xeploai.wellformed import faults
from xeploai.wellformed.book import Book
from xeploai.wellformed.problem import Problem


def levels(book: Book) -> Iterator[Problem]:
    """Faults of the levels that rules earn and vetoes leave."""
    rules, known = book.rules, book.ids["levels"]
    earned: list[tuple[Path, str]] = [(("rules", n, "level"), rule.level) for n, rule in enumerate(rules.rules)]
    caps: list[tuple[Path, str]] = [(("vetoes", veto.id, "cap"), veto.cap) for veto in rules.vetoes]
    otherwise = [(("ruleset", "otherwise"), rules.otherwise)] if rules.otherwise is not None else []
    for path, level in (*earned, *caps, *otherwise):
        if level not in known and "scale" not in book.left_out:
            yield Problem(path, faults.UNKNOWN_LEVEL, {"name": level}, known)
    yield from _order(book, [(path, level) for path, level in earned if level in known])
    said = rules.otherwise is not None or {("ruleset",), ("ruleset", "otherwise")} & book.spoiled
    if (rules.rules or rules.vetoes) and not said:
        yield Problem(("ruleset",), faults.NO_OTHERWISE, key=True)


def _order(book: Book, earned: list[tuple[Path, str]]) -> Iterator[Problem]:
    seen: set[str] = set()
    lowest = -1
    for path, level in earned:
        rank = book.ranks.get(level, lowest)
        if level in seen:
            yield Problem(path, faults.TWO_RULES, {"level": level})
        elif rank < lowest:
            yield Problem(path, faults.RULES_OUT_OF_ORDER, {"level": level})
        seen.add(level)
        lowest = max(lowest, rank)
