"""What a start costs: the import, and the command that rates one record, beside a command that prints one line.

    python -m benchmarks.start_up

Processor time of a whole process, the interpreter's own start included, with all byte code in place. The record is
rated by the rule set of twenty criteria that the other benchmarks have, and by one that ships, whose file is fifteen
times as long.
"""

import os
import statistics
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

import xeploai
from benchmarks import twenty
from benchmarks.timing import print_table

ROOT = Path(__file__).parents[1]
RULES = ROOT / "rules" / "lam-dong-2024.toml"
RECORD = "id,kind,dang_vien,dang_vien_duoc_kiem_tra\ncb-07,chi-bo-truc-thuoc,7,3\n"
TYPER = """
import typer
app = typer.Typer()
@app.command()
def main() -> None:
    typer.echo("one line")
app()
"""
ONE_DICT = f"""
import xeploai
rules = xeploai.load({str(RULES)!r})
facts = {{"dang_vien": 7, "dang_vien_duoc_kiem_tra": 3}}
xeploai.rate(rules, xeploai.Evidence("cb-07", "chi-bo-truc-thuoc", facts)).verdicts
"""
BARE, BASE = "the interpreter", "attrs, tomli, fractions"
ROUNDS = 15


def cost(arguments: list[str]) -> float:
    """The seconds of processor time that a process takes; what it prints is thrown away."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    process = os.posix_spawn(sys.executable, [sys.executable, *arguments], environment, file_actions=silent)
    _, status, usage = os.wait4(process, 0)
    if status:
        raise SystemExit(f"{arguments}: status {status}")
    return usage.ru_utime + usage.ru_stime


def in_turn(commands: dict[str, list[str]]) -> dict[str, float]:
    """The median cost of each command, all taken in turn; the first round only writes byte code."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(ROUNDS + 1):
        for name, arguments in commands.items():
            seconds = cost(arguments)
            taken[name] += [seconds] if number else []
    return {name: statistics.median(costs) for name, costs in taken.items()}


def _written(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def _record_of_twenty() -> str:
    """A complete record of the rule set of twenty, as a table of one row."""
    ((kind, facts),) = twenty.records(1, missing=0)
    row = {"id": "one", "kind": kind, **facts}
    return f"{','.join(row)}\n{','.join(map(str, row.values()))}\n"


def main() -> None:
    """Print the costs."""
    with tempfile.TemporaryDirectory() as folder:
        record = _written(Path(folder), "one.csv", RECORD)
        rules_of_twenty = _written(Path(folder), "twenty.toml", xeploai.dump(twenty.rules()))
        record_of_twenty = _written(Path(folder), "twenty.csv", _record_of_twenty())
        commands = {
            BARE: ["-c", ""],
            BASE: ["-c", "import attrs, tomli, fractions"],
            "import xeploai": ["-c", "import xeploai"],
            "import, load, rate one dict": ["-c", ONE_DICT],
        }
        if find_spec("typer"):
            commands["a typer program, one line"] = ["-c", TYPER]
        else:
            print("typer: not installed, left out")
        commands["xeploai --help"] = ["-m", "xeploai", "--help"]
        commands["xeploai rate, twenty criteria"] = ["-m", "xeploai", "rate", rules_of_twenty, record_of_twenty]
        commands["xeploai rate, lam-dong-2024"] = ["-m", "xeploai", "rate", str(RULES), record]
        taken = in_turn(commands)
    beside = taken.get("a typer program, one line")
    rows = []
    for name, seconds in taken.items():
        ratio = f"{seconds / beside:.2f}" if beside else "–"
        rows.append([name, f"{seconds * 1e3:.0f} ms", f"{seconds / taken[BASE]:.2f}", ratio])
    print_table("Start-up", ["process", "processor time", f"× {BASE}", "× typer"], rows)


if __name__ == "__main__":
    main()
