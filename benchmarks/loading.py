"""How long a rule file takes to load and to check, and whether that grows with its length and no faster.

python -m benchmarks.loading
"""

import gc
from collections.abc import Mapping

from benchmarks.timing import Pass, in_turn, ms, print_table
from xeploai import parse, prepare
from xeploai.cli import MADE_AT_ONCE

SIZES = (20, 1_000, 3_000, 10_000)
MOST_PREPARED = 3_000

HEAD = """format = 1

[ruleset]
id        = "made-up"
label     = { vi = "Bộ quy tắc giả định", en = "Made-up rule set" }
in_force  = { since = 2024-01-01, until = 2024-12-31 }
otherwise = "kem"

[sources.nq]
label = "Nghị quyết giả định"

[kinds.dang-bo]
label = "Đảng bộ"

[kinds.chi-bo]
label   = "Chi bộ"
parents = ["dang-bo"]

[scale.levels.tot]
[scale.levels.kha]
[scale.levels.kem]
"""

CRITERION = """
[facts.tong_{n}]
label = {{ vi = "Tổng số {n}", en = "Whole {n}" }}
type  = "count"

[facts.dat_{n}]
label   = {{ vi = "Số đạt {n}", en = "Part {n}" }}
type    = "count"
at_most = "tong_{n}"

[criteria.tieu-chi-{n}]
label    = {{ vi = "Tiêu chí {n}", en = "Criterion {n}" }}
for      = ["dang-bo", "chi-bo"]
ratio    = {{ part = "dat_{n}", whole = "tong_{n}" }}
at_least = "{percent}%"
cite     = {{ source = "nq", clause = "mục {n}", words = "từ {percent}% trở lên" }}
"""

RULES = """
[[rules]]
level = "tot"
when  = {{ all = [{all}] }}

[[rules]]
level = "kha"
when  = {{ any = [{all}] }}
"""


def rule_file(criteria: int) -> str:
    """A rule file of so many criteria, each over two facts of its own, and two rules over all of them."""
    body = "".join(CRITERION.format(n=n, percent=50 + n % 50) for n in range(criteria))
    return HEAD + body + RULES.format(all=", ".join(f'"tieu-chi-{n}"' for n in range(criteria)))


def main() -> None:
    """Print the times."""
    texts = {size: rule_file(size) for size in SIZES}
    rules = {size: parse(text) for size, text in texts.items()}
    passes = {str(size): lambda text=text: parse(text) for size, text in texts.items()}
    loaded, in_command = in_turn(passes, rounds=5), _as_the_command_runs(passes)
    prepared = in_turn(
        {str(size): lambda made=made: prepare(made) for size, made in rules.items() if size <= MOST_PREPARED}, rounds=3
    )
    rows = []
    for size in SIZES:
        times = [one for each in (loaded, in_command) for one in (ms(each[str(size)]), _each(each[str(size)], size))]
        ready = prepared.get(str(size))
        rows.append([f"{size:,}", str(texts[size].count("\n")), *times, "–" if ready is None else ms(ready)])
    heads = ["criteria", "lines", "load and check", "a criterion", "in the command", "a criterion"]
    print_table("Rule files: load and check", [*heads, "prepare, after that"], rows)


def _as_the_command_runs(passes: Mapping[str, Pass]) -> dict[str, float]:
    """The same times where garbage is looked for as seldom as in the command: that takes its time among many rules."""
    usual = gc.get_threshold()
    gc.set_threshold(MADE_AT_ONCE)
    try:
        return in_turn(passes, rounds=5)
    finally:
        gc.set_threshold(*usual)


def _each(seconds: float, size: int) -> str:
    return f"{seconds / size * 1e6:.0f} µs"


if __name__ == "__main__":
    main()
