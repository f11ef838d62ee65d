"""Contenders timed in turn inside one run, so that whatever else the machine does falls on all of them alike."""

import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence

Pass = Callable[[], object]


def in_turn(contenders: Mapping[str, Pass], *, rounds: int = 15) -> dict[str, float]:
    """The median seconds of one pass of each contender. Garbage is collected as in any program, not switched off."""
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for contender in contenders.values():
        contender()
    for _ in range(rounds):
        for name, contender in contenders.items():
            start = time.perf_counter()
            contender()
            taken[name].append(time.perf_counter() - start)
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


def ms(seconds: float) -> str:
    """Seconds as they are printed."""
    return f"{seconds:,.2f} s" if seconds >= 1 else f"{seconds * 1e3:,.1f} ms"


def print_table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a Markdown table; figures stand on the right."""
    print(f"\n### {title}\n")
    print("| " + " | ".join(heads) + " |")
    print("|---" + "|--:" * (len(heads) - 1) + "|")
    for row in rows:
        print("| " + " | ".join(row) + " |")
