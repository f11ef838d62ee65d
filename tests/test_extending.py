"""What a file may change of the rules that it extends, and what its unit is given of a figure of the whole."""

import shutil
from pathlib import Path

import pytest

from tests.test_checks import PLANTS
from xeploai.audit.check import check
from xeploai.diagnostic import message

HEAD = """format = 1
[ruleset]
id = "thon"
extend = "xa"
[sources.own]
label = "Nghị quyết chi bộ"
dated = 2024-01-10
clauses = { "mục 1" = {} }
"""
CITE = 'cite = { source = "own", clause = "mục 1" }'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(PLANTS / "good" / "xa-2024.toml", tmp_path / "xa.toml")
    return tmp_path


def found(file: Path, code: str) -> list[str]:
    audit = check(str(file))
    assert audit.rules, "the file loads"
    return [message(problem, "en") for problem in audit.problems if problem.fault.code == code]


def extended(folder: Path, text: str, name: str = "thon") -> Path:
    file = folder / f"{name}.toml"
    file.write_text(HEAD.replace('"thon"', f'"{name}"') + text, "utf-8")
    return file


def criterion(name: str, body: str, kinds: str = "chi-bo") -> str:
    return f'[criteria.{name}]\nfor = ["{kinds}"]\n{body}\n{CITE}\n'


DONE = 'ratio = { part = "viec_xong", whole = "viec" }'

# What the lower file says → what is said of it; nothing where it may.
CHANGES = {
    criterion("viec-xong", f'{DONE}\nat_least = "80%"'): None,
    criterion("viec-xong", f'{DONE}\nat_least = "90%"'): None,
    criterion("viec-xong", f'{DONE}\nmore_than = "80%"'): None,
    criterion("viec-xong", f'{DONE}\nequals = "100%"'): None,
    criterion("viec-xong", f'{DONE}\nbetween = {{ from = "80%", to = "95%", above = "met" }}'): None,
    criterion("viec-xong", f'{DONE}\nbetween = {{ from = "80%", to = "95%", above = "not_met" }}'): None,
    criterion("viec-xong", f'{DONE}\nat_least = "79.9%"'): "at `chi-bo` it asks `≥ 79.9%`, and there `≥ 80%`",
    criterion("viec-xong", f'{DONE}\nmore_than = "79.9%"'): "at `chi-bo` it asks `> 79.9%`, and there `≥ 80%`",
    criterion("viec-xong", f'{DONE}\nat_most = "90%"'): "at `chi-bo` it asks `≤ 90%`, and there `≥ 80%`",
    criterion("viec-xong", f'{DONE}\nat_least = "80%"\nstrength = "aspirational"'): "it is only striven for",
    criterion("viec-xong", f'{DONE}\nat_least = "80%"\nrole = "monitor"'): "it is only followed up",
    criterion("viec-xong", 'ratio = { part = "du_hop", whole = "dang_vien" }\nat_least = "90%"'): (
        "it measures something else, and cannot be compared"
    ),
    criterion("ky-luat-moi", 'yes = "ky_luat"'): None,
    criterion("ky-luat", 'value = "ky_luat"\nequals = false'): "at `chi-bo` it asks `= false`, and there `= true`",
    f'[vetoes.ky-luat]\nfor = ["chi-bo"]\nwhen = "ky-luat"\ncap = "kem"\n{CITE}\n': None,
    f'[vetoes.ky-luat]\nfor = ["chi-bo"]\nwhen = "ky-luat"\ncap = "dat"\n{CITE}\n': "it leaves `dat`, and there `kem`",
    f'[vetoes.hop]\nfor = ["chi-bo"]\nwhen = {{ not = "hop-dat" }}\ncap = "kem"\n{CITE}\n': None,
    '[goals.ct-1]\ncriteria = ["chi-bo-tot", "viec-xong"]\n': None,
    '[goals.ct-1]\ncriteria = ["viec-xong"]\n': "`chi-bo-tot` is no part of it any more",
    f'[exemptions.moi]\nfor = ["chi-bo"]\nwhen = "ky-luat"\n{CITE}\n': "it leaves unrated whom the higher rules rate",
}


@pytest.mark.parametrize("text", CHANGES, ids=range(len(CHANGES)))
def test_what_may_be_changed(folder: Path, text: str) -> None:
    said = CHANGES[text]
    assert found(extended(folder, text), "XL404") == ([f"this is looser than `xa-2024`: {said}"] if said else [])


def test_a_kind_that_is_not_judged_any_more(folder: Path) -> None:
    file = folder / "xa.toml"
    text = file.read_text("utf-8")
    kind = '[kinds.to-dang]\nlabel = "Tổ đảng"\nparents = ["chi-bo"]\n\n[scale.levels.tot]'
    text = text.replace("[scale.levels.tot]", kind).replace('of       = ["chi-bo"]', 'of       = ["chi-bo", "to-dang"]')
    more = criterion("to", 'value = "viec"\nat_least = 3').replace('["chi-bo"]', '["chi-bo", "to-dang"]')
    file.write_text(text + "\n" + more.replace('"own"', '"nq"'), "utf-8")
    fewer = extended(folder, criterion("to", 'value = "viec"\nat_least = 4'))
    assert found(fewer, "XL404") == ["this is looser than `xa-2024`: it is not judged at `to-dang` any more"]


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ('otherwise = "kem"', None),
        ('otherwise = "dat"', "it leaves `dat`, and there `kem`"),
        ('rated = ["chi-bo", "xa"]', None),
        ('rated = ["xa"]', "`chi-bo` is not rated any more"),
    ],
)
def test_who_is_rated_and_what_is_left(folder: Path, head: str, said: str | None) -> None:
    file = extended(folder, "")
    file.write_text(file.read_text("utf-8").replace('extend = "xa"', f'extend = "xa"\n{head}'), "utf-8")
    assert found(file, "XL404") == ([f"this is looser than `xa-2024`: {said}"] if said else [])


def test_quotas_may_not_allow_more(folder: Path) -> None:
    quota = '[quotas.tot]\nlevel = "tot"\nfor = ["chi-bo"]\nrate = "{rate}"\nbase = "assessed"\nwhole_number = "down"\n'
    file = folder / "xa.toml"
    file.write_text(f"{file.read_text('utf-8')}\n{quota.format(rate='20%')}", "utf-8")
    assert found(extended(folder, quota.format(rate="15%")), "XL404") == []
    assert found(extended(folder, quota.format(rate="25%")), "XL404") == [
        "this is looser than `xa-2024`: it asks `≤ 25%`, and there `≤ 20%`"
    ]


# Figures of the whole, allotted to units


def whole(folder: Path, body: str) -> None:
    file = folder / "xa.toml"
    text = criterion("toan-xa", body, "xa").replace('"own"', '"nq"')
    file.write_text(f"{file.read_text('utf-8')}\n{text}", "utf-8")


@pytest.mark.parametrize(
    ("asked", "given", "said"),
    [
        ("at_least = 10", (4, 5), "`xa-2024` asks `≥ 10`; what extends it in this folder (files: 2) comes to `9`"),
        ("at_least = 10", (4, 6), None),
        ("at_least = 10", (20,), None),
        ("equals = 10", (4, 5), None),
        ("at_least = 10", (3,), "`xa-2024` asks `≥ 10`; what extends it in this folder (files: 1) comes to `3`"),
        ("at_most = 10", (4, 6), None),
        ("at_most = 10", (4, 7), "`xa-2024` asks `≤ 10`; what extends it in this folder (files: 2) comes to `11`"),
    ],
)
def test_counts_are_added_up(folder: Path, asked: str, given: tuple[int, ...], said: str | None) -> None:
    whole(folder, f'value = "viec"\n{asked}')
    key = asked.split(maxsplit=1)[0]
    files = [
        extended(folder, criterion("toan-xa", f'value = "viec"\n{key} = {figure}'), f"thon-{figure}")
        for figure in given
    ]
    # Told once, in the first of the files.
    assert [found(file, "XL405") for file in sorted(files)] == [[said] if said else []] + [[]] * (len(files) - 1)
    assert not any(found(file, "XL404") for file in files)


@pytest.mark.parametrize(
    ("key", "given", "said"),
    [
        ("at_least", ("70%", "75%"), "asks `≥ 80%`; what extends it in this folder (files: 2) asks at most `75%`"),
        ("at_least", ("70%", "80%"), None),
        ("at_least", ("70%", "90%"), None),
        ("at_most", ("85%", "90%"), "asks `≤ 80%`; what extends it in this folder (files: 2) asks at least `85%`"),
        ("at_most", ("75%", "90%"), None),
    ],
)
def test_shares_are_not_added_up(folder: Path, key: str, given: tuple[str, ...], said: str | None) -> None:
    ratio = 'ratio = { part = "viec_xong", whole = "viec" }'
    whole(folder, f'{ratio}\n{key} = "80%"')
    files = [
        extended(folder, criterion("toan-xa", f'{ratio}\n{key} = "{figure}"'), f"thon-{number}")
        for number, figure in enumerate(given)
    ]
    assert [found(file, "XL405") for file in files] == [[f"`xa-2024` {said}"] if said else [], []]


def test_the_same_kind_asked_less_is_no_allocation(folder: Path) -> None:
    whole(folder, 'value = "viec"\nat_least = 10')
    file = extended(folder, criterion("toan-xa", 'value = "viec"\nat_least = 9', "xa"))
    assert found(file, "XL404") == ["this is looser than `xa-2024`: at `xa` it asks `≥ 9`, and there `≥ 10`"]
    assert found(file, "XL405") == []


def test_a_file_that_says_nothing_of_the_figure_is_told_nothing(folder: Path) -> None:
    whole(folder, 'value = "viec"\nat_least = 10')
    assert found(extended(folder, ""), "XL405") == []
