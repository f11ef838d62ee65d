"""How long a tree takes to roll up, and to be read finding by finding, and whether that grows with its size.

python -m benchmarks.tree
"""

from pathlib import Path

import attrs

import xeploai
from benchmarks.timing import in_turn, ms, print_table
from xeploai import Evidence, Outcome, Ruleset

ROOT = Path(__file__).parents[1]
COPIES = (3, 27, 270)


def bloc(rules: Ruleset) -> list[Evidence]:
    """The example bloc, down to its cells."""
    return list(xeploai.read(ROOT / "examples" / "khoi-chi-tiet.csv", rules).subjects)


def forest(one: list[Evidence], copies: int) -> list[Evidence]:
    """So many copies of all that stands below the root of the bloc, below one root that states no figures.

    Of the two mass organisations, which the rules themselves number, there is one copy.
    """
    root, *rest = one
    made = [Evidence(root.id, root.kind)]
    for number in range(copies):
        for subject in rest:
            if number == 0 or subject.kind != "doan-the":
                parent = root.id if subject.parent == root.id else f"{subject.parent}-{number}"
                made.append(attrs.evolve(subject, id=f"{subject.id}-{number}", parent=parent))
    return made


def read_all(outcomes: tuple[Outcome, ...]) -> None:
    """Read every finding, with its other readings."""
    for outcome in outcomes:
        xeploai.findings(outcome)


def main() -> None:
    """Print the times."""
    rules = xeploai.load(ROOT / "rules" / "lam-dong-2024.toml")
    one = bloc(rules)
    trees = {"the example bloc": one} | {f"{copies} copies of it": forest(one, copies) for copies in COPIES}
    rows = []
    for name, subjects in trees.items():
        taken = in_turn(
            {
                "roll up": lambda subjects=subjects: xeploai.roll_up(rules, subjects),
                "and read": lambda subjects=subjects: read_all(xeploai.roll_up(rules, subjects)),
            },
            rounds=max(1, 5_000 // len(subjects)),
        )
        cells = (cell for s in taken.values() for cell in (ms(s), f"{s / len(subjects) * 1e6:.0f} µs"))
        rows.append([name, f"{len(subjects):,}", *cells])
    heads = ["tree", "subjects", "roll up", "a subject", "and read every finding", "a subject"]
    print_table("Trees, by the rules of 2024, prepared each time", heads, rows)


if __name__ == "__main__":
    main()
