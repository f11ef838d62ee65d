"""How long the audit of a rule file takes, check by check, and whether that grows with its length and no faster.

python -m benchmarks.checking

Processor time, because what is compared is the same program on two lengths, minutes apart.
"""

import time
from collections.abc import Callable, Mapping
from typing import TypeVar

from benchmarks.loading import rule_file
from benchmarks.timing import ms, print_table
from xeploai import Ruleset, parse
from xeploai.audit.audited import Audited, Check
from xeploai.audit.check import audit
from xeploai.audit.registry import every_check

T = TypeVar("T")
SIZES = (20, 1_000, 10_000)
STEEPEST = 2.0
"""A check that takes more than so many times as long for a criterion of a large file as for one of a small is named."""
LEAST = 20e-6
"""Seconds a criterion below which a check is too cheap for its growth to be measured, or to matter."""


def main() -> None:
    """Print the times."""
    rows, loaded = [], {}
    for size in SIZES:
        text = rule_file(size)
        load, rules = _timed(lambda text=text: parse(text))
        # What was found has places, and the text is gone through for them once: that belongs to the audit.
        checked, _ = _timed(lambda rules=rules: audit(Audited(rules)))
        loaded[size] = rules
        rows.append(
            [f"{size:,}", ms(load), ms(checked), f"{checked / size * 1e6:.0f} µs", f"{checked / load:.1f}"],
        )
    print_table("Rule files: the audit", ["criteria", "load", "audit", "a criterion", "× load"], rows)
    _each(loaded)


def _each(rules: Mapping[int, Ruleset]) -> None:
    """Every check by itself, on the middle and on the large file: what all of them share is made beforehand."""
    small, large = SIZES[1:]
    audited = {size: _ready(rules[size]) for size in (small, large)}
    rows, steep = [], []
    for check in every_check():
        seconds = {size: _timed(lambda size=size, check=check: _found(check, audited[size]))[0] for size in audited}
        growth = seconds[large] / large / max(seconds[small] / small, 1e-9)
        if growth > STEEPEST and seconds[large] / large > LEAST:
            steep.append(f"{check.fault.code} {check.fault.name} ({growth:.1f})")
        rows.append([f"{check.fault.code} {check.fault.name}", ms(seconds[small]), ms(seconds[large]), f"{growth:.1f}"])
    heads = ["check", f"{small:,} criteria", f"{large:,} criteria", "growth a criterion"]
    print_table("Rule files: check by check", heads, rows)
    print(f"\nSteeper than the file: {', '.join(steep) or 'none'}")


def _ready(rules: Ruleset) -> Audited:
    audited = Audited(rules)
    for shared in (audited.prepared, audited.written, rules.source and rules.source.index):
        assert shared is not None
    return audited


def _found(check: Check, audited: Audited) -> int:
    return sum(1 for _ in check.find(audited))


def _timed(run: Callable[[], T]) -> tuple[float, T]:
    start = time.process_time()
    result = run()
    return time.process_time() - start, result


if __name__ == "__main__":
    main()
