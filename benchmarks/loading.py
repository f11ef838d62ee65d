"""How long a rule file takes to load and to check, and whether that grows with its length and no faster.

python -m benchmarks.loading
"""

from benchmarks.timing import in_turn, ms, print_table
from xeploai import parse, prepare

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
    loaded = in_turn({str(size): lambda text=text: parse(text) for size, text in texts.items()}, rounds=5)
    prepared = in_turn(
        {str(size): lambda made=made: prepare(made) for size, made in rules.items() if size <= MOST_PREPARED}, rounds=3
    )
    rows = []
    for size in SIZES:
        seconds, ready = loaded[str(size)], prepared.get(str(size))
        each, lines = f"{seconds / size * 1e6:.0f} µs", str(texts[size].count("\n"))
        rows.append([f"{size:,}", lines, ms(seconds), each, "–" if ready is None else ms(ready)])
    print_table(
        "Rule files: load and check",
        ["criteria", "lines", "load and check", "a criterion", "prepare, after that"],
        rows,
    )


if __name__ == "__main__":
    main()
