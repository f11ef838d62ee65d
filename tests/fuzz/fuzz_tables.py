"""Whatever the bytes, a table is read or refused with its problems; what is read is judged, or refused.

So is a second table, of incidents: what is read is drawn, or refused.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["xeploai"]):
    import xeploai
    from xeploai.evidence.drawn import drawn
    from xeploai.intake.from_csv import read_csv
    from xeploai.intake.from_json import read_json
    from xeploai.intake.incidents import COLUMNS, incidents_in
    from xeploai.model.period import read_period

ROOT = Path(__file__).parents[2]
RULES = xeploai.load(ROOT / "rules" / "lam-dong-2024.toml")
# Every type of fact, texts beside them, and facts that are drawn.
TYPES = xeploai.parse("""\
format = 1
ruleset.id = "types"
[scale.levels]
tot = { label = "Hoàn thành tốt nhiệm vụ", short = ["HTT"] }
kem = { label = "Không hoàn thành nhiệm vụ" }
[grades.levels]
tot = { label = "Tốt" }
kem = { label = "Kém" }
[facts]
diem = { type = "number", maximum = 100 }
tu_tuong = { type = "grade", document = "can_cu" }
ngay = { type = "date" }
muc = { type = "level" }
ky_luat = { type = "yes_no", incidents = { kinds = ["ky-luat"], unless_remedied = true } }
so_vu = { type = "count", incidents = { measures = ["khien-trach"], year = "conduct" } }
[criteria]
a = { yes = "ky_luat" }
b = { value = "so_vu", at_most = 1 }
c = { value = "diem", at_least = 90 }
d = { value = "tu_tuong", at_least = "tot" }
e = { value = "muc", at_least = "tot" }
""")
PERIOD = read_period("2024")
TYPES_ROWS = [
    "id,diem,tu_tuong,can_cu,ngay,muc,ky_luat,so_vu",
    'a,"92,5",Tốt,QĐ 1,31/12/2023,HTT,,',
    "b,92.5,Kém,,2024-01-01,kem,không,0",
]
INCIDENT_ROWS = [
    ",".join(COLUMNS),
    "v1,a,chi sai,1/6/2024,Kỷ luật,Khiển trách,có,không,QĐ 2,1/3/2023",
    "v2,a,chi sai,,,,,,,",
    "v3,b,khác,2024-02-01,ky-luat,canh-cao,x,có,,",
]
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
    "92,5",
    "1.500",
    "1/7/24",
    "45657",
]


def edited(choices: atheris.FuzzedDataProvider, rows: list[str]) -> str:
    """A table with some cells and rows changed, left out or said twice: bytes alone hardly ever head a column."""
    rows = rows[:]
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
    """The first byte chooses: JSON, CSV as it comes, the example with edits, or every type of fact and incidents."""
    kind, rest = data[:1], data[1:]
    if kind >= b"\xc0":
        try_types(rest)
        return
    try:
        if kind < b"\x40":
            table = read_json(rest, "table.json", RULES)
        elif kind < b"\x80":
            table = read_csv(rest, "table.csv", RULES)
        else:
            content = edited(atheris.FuzzedDataProvider(rest), ROWS).encode("utf-8", "replace")
            table = read_csv(content, "table.csv", RULES)
        outcomes = xeploai.roll_up(RULES, table)
    except xeploai.InvalidEvidence as refused:
        said(refused.problems)
        return
    for outcome in outcomes[:3]:
        xeploai.findings(outcome)


def try_types(data: bytes) -> None:
    """The first byte chooses again: incidents as they come in JSON or CSV, or two tables with edits."""
    kind, rest = data[:1], data[1:]
    try:
        if kind < b"\x20":
            incidents_in(rest, "incidents.json", "json")
        elif kind < b"\x40":
            incidents_in(rest, "incidents.csv", "csv")
        else:
            choices = atheris.FuzzedDataProvider(rest)
            table = read_csv(edited(choices, TYPES_ROWS).encode("utf-8", "replace"), "table.csv", TYPES)
            incidents = incidents_in(edited(choices, INCIDENT_ROWS).encode("utf-8", "replace"), "incidents.csv", "csv")
            xeploai.roll_up(TYPES, drawn(TYPES, table, incidents, PERIOD))
    except xeploai.InvalidEvidence as refused:
        said(refused.problems)


def said(problems: tuple[xeploai.Diagnostic, ...]) -> None:
    """Each problem is said in both languages."""
    assert problems
    for problem in problems[:100]:
        assert xeploai.render(problem, "vi")
        assert xeploai.render(problem, "en")


if __name__ == "__main__":
    atheris.Setup(sys.argv, try_bytes)
    atheris.Fuzz()
