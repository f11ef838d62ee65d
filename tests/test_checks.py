"""Every check finds what was planted for it, and nothing else; and its page says so.

`plants/good` holds rule files in which nothing is wrong. A file `plants/XL301.toml` says what to change in them, text
for text, so that the check of that code, and no other, finds something in a changed file.
"""

import re
import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pytest
import tomli

from xeploai.audit.acceptance import IDLE
from xeploai.audit.check import Audit, check
from xeploai.audit.registry import every_check
from xeploai.diagnostic import Fault, Language, message, render
from xeploai.toml.shelf import rule_files_in, shipped

PLANTS = Path(__file__).parent / "plants"
PAGES = Path(__file__).parents[1] / "docs" / "checks"
LANGUAGES: tuple[Language, ...] = ("vi", "en")
FAULTS = [*(one.fault for one in every_check()), IDLE]


class Change(NamedTuple):
    """One text of a file that is exchanged for another."""

    file: str
    old: str
    new: str


def changes(file: Path) -> Iterator[Change]:
    for one in tomli.loads(file.read_text("utf-8"))["plant"]:
        yield Change(**one)


def plant(code: str, folder: Path) -> set[str]:
    """Put the good files into a folder, changed as the plant of a code says; the names of those that were changed.

    A file that is not among them is a new one.
    """
    shutil.copytree(PLANTS / "good", folder, dirs_exist_ok=True)
    changed = set()
    for name, old, new in changes(PLANTS / f"{code}.toml"):
        file = folder / name
        text = file.read_text("utf-8") if file.exists() else old
        assert text.count(old) == 1, f"{code}: {name} holds the text {text.count(old)} times"
        file.write_text(text.replace(old, new), "utf-8")
        changed.add(name)
    return changed


def audits(folder: Path) -> list[Audit]:
    texts = {"nq": (folder / "nghi-quyet.txt").read_text("utf-8")}
    return [check(str(file), texts) for file in rule_files_in(folder)]


def test_nothing_is_found_in_the_good_files(tmp_path: Path) -> None:
    shutil.copytree(PLANTS / "good", tmp_path, dirs_exist_ok=True)
    problems = [render(problem, "en") for one in audits(tmp_path) for problem in one.problems]
    assert not problems
    assert all(one.rules for one in audits(tmp_path))


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.code}-{fault.name}")
def test_each_check_finds_its_plant_and_no_other_does(fault: Fault, tmp_path: Path) -> None:
    changed = plant(fault.code, tmp_path)
    found = [problem for one in audits(tmp_path) for problem in one.problems]
    assert {problem.fault.code for problem in found} == {fault.code}, [render(problem, "en") for problem in found]
    assert changed & {Path(problem.place.file).name for problem in found}
    assert all(problem.place.line for problem in found)
    for problem, lang in product(found, LANGUAGES):
        assert "{" not in message(problem, lang).replace("{ ", "").replace("`{", "")
        assert render(problem, lang).replace("\n", "").isprintable()


def test_codes_and_names_are_used_once_and_every_plant_has_its_check() -> None:
    assert len({fault.code for fault in FAULTS}) == len({fault.name for fault in FAULTS}) == len(FAULTS)
    assert {file.stem for file in PLANTS.glob("XL*.toml")} == {fault.code for fault in FAULTS}


@pytest.mark.parametrize("name", shipped())
def test_the_rule_sets_that_ship_are_clean(name: str) -> None:
    found = check(name)
    assert not [render(problem, "en") for problem in found.problems]
    assert all(reason and reason.vi and reason.en for _, reason in found.accepted)


# The pages


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.code}-{fault.name}")
def test_each_check_has_a_page_that_shows_it_and_how_to_mend_it(fault: Fault) -> None:
    text = (PAGES / f"{fault.code}-{fault.name}.md").read_text("utf-8")
    assert text.startswith(f"# {fault.code} `{fault.name}`\n")
    sessions = re.findall(r"^```console[^\n]*\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    codes = [set(re.findall(r"(?:error|warning|note)\[(XL\d{3})\]", session)) for session in sessions]
    assert {fault.code} in codes, "the page shows what the check says"
    assert any("nothing found" in session for session in sessions), "the page shows how to mend it"
    assert all(shown <= {fault.code} for shown in codes)


def test_every_page_is_of_a_check() -> None:
    named = {file.stem for file in PAGES.glob("XL*.md")}
    assert named == {f"{fault.code}-{fault.name}" for fault in FAULTS}
