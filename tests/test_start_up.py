"""What `import xeploai` and the command load: an app that rates dicts pays for nothing else."""

import ast
import importlib
import pydoc
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

import xeploai
from xeploai.noun import Noun

TABLE = "id,kind,dang_vien\\ncb-07,chi-bo-truc-thuoc,7\\n"
ONE_DICT = (
    "import xeploai; rules = xeploai.load('lam-dong-2024'); "
    "cell = xeploai.Evidence('cb-07', 'chi-bo-truc-thuoc', {'dang_vien': 7}); xeploai.rate(rules, cell).verdicts"
)
FAR = {
    *("email", "hypothesis", "importlib.metadata", "importlib.resources", "jsonschema"),
    *("multiprocessing", "random", "rich", "shutil", "socket", "tempfile", "typer", "zipfile"),
    *("xeploai.locator", "xeploai.scanner", "xeploai.vietnamese.quantities"),
}
"""What no run loads that prints text."""
UNASKED = {
    *("xeploai.cli.earlier", "xeploai.cli.files", "xeploai.cli.usage", "xeploai.intake.totals"),
    *("xeploai.rating.reporting", "xeploai.rating.worlds", "xeploai.toml.beside"),
    *("xeploai.report.chase", "xeploai.report.page", "xeploai.report.scorecard", "xeploai.report.scorecard_text"),
    *("xeploai.wording.conditions", "xeploai.wording.documents", "xeploai.wording.explain"),
    *("xeploai.vietnamese.old_fonts", "xeploai.vietnamese.syllable"),
    *("xeploai.wording.levels", "xeploai.wording.obstacles", "xeploai.wording.sentences", "xeploai.wording.standing"),
    "xeploai.wording.targets",
}
"""What is loaded where there are *chỉ tiêu*, levels, totals, explanations, mistypings or other letters."""
JSON = {"hashlib", "json", "xeploai.intake.from_json", "xeploai.report.rate_json", "xeploai.toml.dump"}


def loaded_by(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after some code, and not before it."""
    script = f"import sys; before = set(sys.modules); {code}; print(*sorted(set(sys.modules) - before))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def loaded_by_command(*arguments: str) -> set[str]:
    """The modules that a run of the command has loaded; a small table stands on its standard input."""
    return loaded_by(
        "import io, types; out = sys.stdout; sys.stdout = io.TextIOWrapper(io.BytesIO()); "
        f"sys.stdin = io.TextIOWrapper(io.BytesIO('{TABLE}'.encode())); "
        f"from xeploai.cli.app import run; run({arguments!r}); sys.stdout = out"
    )


@pytest.mark.slow
def test_the_import_loads_nothing_else() -> None:
    assert {name for name in loaded_by("import xeploai") if name.startswith(("attr", "tomli", "xeploai"))} == {
        "xeploai"
    }


@pytest.mark.slow
def test_rating_a_dict_loads_neither_tables_nor_reports() -> None:
    elsewhere = ("xeploai.cli", "xeploai.intake", "xeploai.report", "xeploai.vietnamese", "xeploai.wording")
    loaded = loaded_by(ONE_DICT)
    assert loaded & {*FAR, *JSON, "click", "csv", "xeploai.rating.findings"} == set()
    assert {name for name in loaded if name.startswith(elsewhere)} == set()


@pytest.mark.slow
def test_the_help_of_all_commands_loads_none_of_them() -> None:
    rooms = (
        "xeploai.evidence",
        "xeploai.intake",
        "xeploai.rating",
        "xeploai.report",
        "xeploai.toml",
        "xeploai.wording",
    )
    loaded = loaded_by_command("--help")
    # To ask for the width of the terminal, click needs `shutil`.
    assert loaded & {*FAR, *JSON, "csv", "xeploai.cli.rate"} <= {"shutil"}
    assert {name for name in loaded if name.startswith(rooms)} == set()


@pytest.mark.slow
def test_a_table_rated_as_text_loads_no_other_format() -> None:
    loaded = loaded_by_command("rate", "lam-dong-2024", "-")
    assert "xeploai.report.rate_text" in loaded
    assert loaded & {*FAR, *JSON, "xeploai.report.facts", "xeploai.report.rules", "xeploai.toml.write"} == set()
    assert loaded & UNASKED == set()
    assert {name for name in loaded if name.startswith("xeploai.report.rate_")} == {"xeploai.report.rate_text"}


@pytest.mark.slow
def test_no_class_on_the_way_has_attrs_write_how_it_shows_itself() -> None:
    """One function does for all of them (`xeploai.noun`): to compile another for each takes a tenth of the start."""
    names = (name for name in loaded_by_command("rate", "lam-dong-2024", "-") if name.startswith("xeploai."))
    found = (one for name in names for one in vars(importlib.import_module(name)).values())
    ours = {one for one in found if isinstance(one, type) and attrs.has(one) and one.__module__.startswith("xeploai")}
    assert len(ours) > 40
    assert {one.__name__ for one in ours if one.__repr__ not in (Noun.__repr__, object.__repr__)} == set()


@pytest.mark.slow
def test_a_table_of_ids_and_digits_asks_for_no_shape_of_other_texts() -> None:
    asked = (
        "import xeploai; from xeploai.intake.read import read_bytes; "
        f"read_bytes('{TABLE}'.encode(), 'csv', 'a.csv', xeploai.load('lam-dong-2024')); "
        "from xeploai.vietnamese import figures, folding, letters; "
        "shapes = [figures._shape, folding._shape, letters._hidden, letters._look_alike]; "
        "assert not any(shape.cache_info().misses for shape in shapes)"
    )
    loaded_by(asked)


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [["rules"], ["rate", "lam-dong-2024", "-", "--format", "json"]])
def test_the_command_loads_rich_only_for_a_terminal(arguments: list[str]) -> None:
    assert loaded_by_command(*arguments) & {"rich", "hypothesis", "jsonschema"} == set()


def names_for_type_checkers() -> dict[str, str]:
    """The names that type checkers see on the front page, with their modules."""
    tree = ast.parse(Path(xeploai.__file__).read_text("utf-8"))
    (block,) = (node for node in tree.body if isinstance(node, ast.If) and isinstance(node.test, ast.Name))
    imports = [node for node in block.body if isinstance(node, ast.ImportFrom)]
    assert len(imports) == len(block.body)
    return {name.name: node.module or "" for node in imports for name in node.names if name.asname is None}


def test_the_front_page_says_the_same_three_times() -> None:
    assert names_for_type_checkers() == xeploai._HOMES
    assert sorted(xeploai._HOMES) == sorted(xeploai.__all__)


@pytest.mark.parametrize("name", xeploai.__all__)
def test_a_name_of_the_front_page_is_that_of_its_room(name: str) -> None:
    found = getattr(xeploai, name)
    assert getattr(found, "__module__", xeploai._HOMES[name]) in (xeploai._HOMES[name], "typing")
    assert vars(xeploai)[name] is found


def test_the_front_page_is_a_module_like_any_other() -> None:
    everything: dict[str, object] = {}
    exec("from xeploai import *", everything)  # noqa: S102
    assert set(xeploai.__all__) <= set(everything)
    assert set(xeploai.__all__) <= set(dir(xeploai))
    page = pydoc.plain(pydoc.render_doc(xeploai))
    assert "rate(rules: " in page
    assert "class Evidence(" in page
    with pytest.raises(AttributeError, match="module 'xeploai' has no attribute 'grade'"):
        _ = xeploai.grade  # type: ignore[attr-defined]
