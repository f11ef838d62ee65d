"""Whatever the bytes, a table is read or refused with its problems; what is read is judged, or refused."""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["xeploai"]):
    import xeploai
    from xeploai.intake.from_csv import read_csv
    from xeploai.intake.from_json import read_json

ROOT = Path(__file__).parents[2]
RULES = xeploai.load(ROOT / "rules" / "lam-dong-2024.toml")
# Few rows: a table of all of them takes a second to judge under instrumentation.
ROWS = (ROOT / "examples" / "khoi-tong-hop.csv").read_text("utf-8-sig").split("\n")[:14]
PIECES = [
    "",
    "0",
    "-1",
    "1.000",
    "3,402",
    "x",
    "có",
    "không",
    "HTT",
    "=A1",
    "#REF!",
    '"',
    ";",
    "\t",
    "9" * 30,
    "Cộng",
    "\ufeff",
]


def edited(choices: atheris.FuzzedDataProvider) -> str:
    """The example with some cells and rows changed, left out or said twice: bytes alone hardly ever head a column."""
    rows = ROWS[:]
    for _ in range(choices.ConsumeIntInRange(1, 8)):
        here = choices.ConsumeIntInRange(0, len(rows) - 1)
        cells = rows[here].split(",")
        cell = choices.ConsumeIntInRange(0, len(cells) - 1)
        match choices.ConsumeIntInRange(0, 5):
            case 0:
                rows.insert(here, rows[choices.ConsumeIntInRange(0, len(rows) - 1)])
                continue
            case 1:
                cells = cells[:cell]
            case 2:
                cells[cell] = PIECES[choices.ConsumeIntInRange(0, len(PIECES) - 1)]
            case 3:
                cells[cell] = choices.ConsumeUnicodeNoSurrogates(8)
            case 4:
                cells[cell] = str(choices.ConsumeIntInRange(0, 200))
            case _:
                other = rows[choices.ConsumeIntInRange(0, len(rows) - 1)].split(",")
                cells[cell] = other[min(cell, len(other) - 1)]
        rows[here] = ",".join(cells)
    return "\n".join(rows)


def try_bytes(data: bytes) -> None:
    """The first byte chooses: JSON, CSV as it comes, or the example with edits."""
    kind, rest = data[:1], data[1:]
    try:
        if kind < b"\x40":
            table = read_json(rest, "table.json", RULES)
        elif kind < b"\x80":
            table = read_csv(rest, "table.csv", RULES)
        else:
            content = edited(atheris.FuzzedDataProvider(rest)).encode("utf-8", "replace")
            table = read_csv(content, "table.csv", RULES)
        outcomes = xeploai.roll_up(RULES, table)
    except xeploai.InvalidEvidence as refused:
        said(refused.problems)
        return
    for outcome in outcomes[:3]:
        xeploai.findings(outcome)


def said(problems: tuple[xeploai.Diagnostic, ...]) -> None:
    """Each problem is said in both languages."""
    assert problems
    for problem in problems[:100]:
        assert xeploai.render(problem, "vi")
        assert xeploai.render(problem, "en")


if __name__ == "__main__":
    atheris.Setup(sys.argv, try_bytes)
    atheris.Fuzz()
