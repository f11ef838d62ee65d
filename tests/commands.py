"""The command as a user runs it, in this process, and small tables for it."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from xeploai.cli.app import run

RULES = "lam-dong-2024"
DETAILED = Path(__file__).parents[1] / "examples" / "khoi-chi-tiet.csv"
SUMMARY = Path(__file__).parents[1] / "examples" / "khoi-tong-hop.csv"


class Ran(NamedTuple):
    """How a run ended, and what it printed."""

    status: int
    out: str
    err: str


def xeploai(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> Ran:
    """Run the command with its arguments."""
    capsys.readouterr()
    status = run([str(argument) for argument in arguments])
    return Ran(status, *capsys.readouterr())


def table(path: Path, rows: Iterable[Mapping[str, object]]) -> Path:
    """A CSV file of rows, its columns those of the rows."""
    given = list(rows)
    columns = list(dict.fromkeys(name for row in given for name in row))
    lines = [columns, *([str(row.get(name, "")) for name in columns] for row in given)]
    text = "".join(",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in line) + "\n" for line in lines)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def cell(members: int, inspected: int | str, *, number: int = 7, **more: object) -> dict[str, object]:
    """A subordinate cell with its members, and those it inspected."""
    return {
        "id": f"cb-{number:02}",
        "name": f"Chi bộ {number}",
        "kind": "chi-bo-truc-thuoc",
        "parent": "db-02",
        "dang_vien": members,
        "dang_vien_duoc_kiem_tra": inspected,
        **more,
    }


ABOVE = ({"id": "khoi", "name": "Khối", "kind": "khoi"}, {"id": "db-02", "kind": "dang-bo-co-so", "parent": "khoi"})
"""A bloc and a Party organisation, for the cells to stand below."""
