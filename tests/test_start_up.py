"""What `import xeploai` and the command load: an app that rates dicts pays for nothing else."""

import subprocess
import sys

import pytest

HEAVY = (
    "click",
    "csv",
    "hashlib",
    "hypothesis",
    "importlib.metadata",
    "json",
    "jsonschema",
    "rich",
    "tempfile",
    "xeploai.cli",
    "xeploai.intake",
    "xeploai.report",
    "xeploai.wording",
)


def loaded_by(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after some code, and not before it."""
    script = f"import sys; before = set(sys.modules); {code}; print(*sorted(set(sys.modules) - before))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


@pytest.mark.slow
def test_the_import_loads_no_heavy_library() -> None:
    assert loaded_by("import xeploai") & set(HEAVY) == set()


@pytest.mark.slow
def test_rating_a_dict_loads_neither_tables_nor_reports() -> None:
    code = (
        "import xeploai; rules = xeploai.load('lam-dong-2024'); "
        "cell = xeploai.Evidence('cb-07', 'chi-bo-truc-thuoc', {'dang_vien': 7}); xeploai.rate(rules, cell).verdicts"
    )
    assert loaded_by(code) & {"click", "rich", "json", "xeploai.intake", "xeploai.report"} == set()


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [["--help"], ["rules"], ["rate", "lam-dong-2024", "-", "--format", "json"]])
def test_the_command_loads_rich_only_for_a_terminal(arguments: list[str]) -> None:
    table = "id,kind,dang_vien\\ncb-07,chi-bo-truc-thuoc,7\\n"
    code = (
        "import io, types; out = sys.stdout; sys.stdout = io.TextIOWrapper(io.BytesIO()); "
        f"sys.stdin = io.TextIOWrapper(io.BytesIO('{table}'.encode())); "
        f"from xeploai.cli.app import run; run({arguments!r}); sys.stdout = out"
    )
    assert loaded_by(code) & {"rich", "hypothesis", "jsonschema"} == set()
