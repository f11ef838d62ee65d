"""What a repository with rule files copies: hooks and CI. All of it is valid, and its commands run."""

import json
import re
import runpy
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from tests.commands import xeploai
from tests.published import GITHUB_WORKFLOW, GITLAB_CI, published
from tests.test_checks import PLANTS, plant

Printed = pytest.CaptureFixture[str]
ROOT = Path(__file__).parents[1]
CI = ROOT / "docs" / "ci"

# As the documentation of pre-commit describes it; it is not among the schemas that were published.
HOOKS_SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "name", "entry", "language"],
        "additionalProperties": False,
        "properties": {
            **{key: {"type": "string", "minLength": 1} for key in ("id", "name", "entry", "description")},
            "files": {"type": "string", "format": "regex"},
            "language": {"enum": ["python", "system"]},
            "additional_dependencies": {"type": "array", "items": {"type": "string"}},
            "require_serial": {"type": "boolean"},
        },
    },
}


def loaded(file: Path) -> Any:
    return YAML(typ="safe").load(file)


HOOKS = loaded(ROOT / ".pre-commit-hooks.yaml")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with good rule files."""
    shutil.copytree(PLANTS / "good", tmp_path / "rules")
    monkeypatch.chdir(tmp_path)
    return tmp_path


# Hooks


def test_hooks_are_valid() -> None:
    jsonschema.Draft202012Validator(HOOKS_SCHEMA).validate(HOOKS)
    assert [hook["id"] for hook in HOOKS] == ["xeploai-fmt", "xeploai-check", "xeploai-test"]


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_runs_on_the_files_it_is_for(capsys: Printed, repository: Path, hook: dict[str, Any]) -> None:
    files = sorted(str(file.relative_to(repository).as_posix()) for file in repository.rglob("*.*"))
    mine = [file for file in files if re.search(hook["files"], file)]
    # Not the cases, which stand deeper.
    assert mine == [file.as_posix() for file in sorted(Path("rules").glob("*.toml"))]
    assert len(mine) < sum(file.endswith(".toml") for file in files)
    program, *arguments = shlex.split(hook["entry"])
    assert program == "xeploai"
    assert xeploai(capsys, *arguments, *mine).status == 0


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_installs_an_extra_that_there_is(hook: dict[str, Any]) -> None:
    import tomli

    extras = tomli.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    for one in hook["additional_dependencies"]:
        match = re.fullmatch(r"\.\[(\w+)\]", one)
        assert match
        assert match[1] in extras


def test_the_hook_of_checks_stops_a_commit(capsys: Printed, repository: Path) -> None:
    plant("XL501", repository / "rules")
    assert xeploai(capsys, "check", "rules/xa-2024.toml").status == 1


# CI


def scripts(file: Path) -> Iterator[str]:
    """The lines of shell of a CI file."""
    data = loaded(file)
    if "jobs" in data:
        for job in data["jobs"].values():
            for step in job["steps"]:
                yield from step.get("run", "").splitlines()
    else:
        for job in data.values():
            yield from job["script"]


@pytest.mark.parametrize(("name", "schema"), [("github.yml", GITHUB_WORKFLOW), ("gitlab-ci.yml", GITLAB_CI)])
def test_ci_files_are_valid(name: str, schema: str) -> None:
    jsonschema.Draft7Validator(published(schema)).validate(loaded(CI / name))


@pytest.mark.parametrize("name", ["github.yml", "gitlab-ci.yml"])
def test_the_commands_of_ci_run(capsys: Printed, repository: Path, name: str) -> None:
    (repository / "clauses").mkdir()
    commands = [line for script in scripts(CI / name) for line in re.findall(r"xeploai [^|;>]*", script) if line]
    commands = [line for line in commands if not line.startswith("xeploai[")]
    assert {shlex.split(line)[1] for line in commands} == {"fmt", "check", "test", "clauses"}
    for line in commands:
        plain = line.replace('$(basename "$file" .toml)', "xa-2024").replace("$file", "rules/xa-2024.toml")
        arguments = [
            each
            for word in shlex.split(plain)[1:]
            for each in (sorted(map(str, Path().glob(word))) if "*" in word else [word])
        ]
        ran = xeploai(capsys, *arguments)
        assert ran.status == 0, (line, ran.err)
    assert (repository / "check.sarif").exists()
    assert (repository / "clauses" / "xa-2024.html").exists()


def test_the_report_for_gitlab(capsys: Printed, repository: Path) -> None:
    plant("XL302", repository / "rules")
    plant_two = repository / "rules" / "xa-2025.toml"
    accepted = '\n[accepted.left-undone]\n"*" = { vi = "để lại", en = "left" }\n# ???\n'
    plant_two.write_text(plant_two.read_text("utf-8") + accepted, "utf-8")
    xeploai(capsys, "check", "rules", "--format", "sarif", "-o", "check.sarif", "--lang", "en")
    report = runpy.run_path(str(CI / "code_quality.py"))["report"]
    log = json.loads((repository / "check.sarif").read_text("utf-8"))
    (finding,) = report(log)
    line = (repository / "rules" / "xa-2024.toml").read_text("utf-8").split("\n").index("[vetoes.ky-luat]") + 1
    assert finding == {
        "description": "no clause is cited – add `cite`, with the source and the clause",
        "check_name": "XL302",
        "fingerprint": finding["fingerprint"],
        "severity": "minor",
        "location": {"path": "rules/xa-2024.toml", "lines": {"begin": line}},
    }
    assert len(log["runs"][0]["results"]) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "usage: python code_quality.py check.sarif gl-code-quality-report.json"),
        (["check.sarif"], "usage: python code_quality.py check.sarif gl-code-quality-report.json"),
        (["thieu.sarif", "out.json"], "code_quality.py: thieu.sarif: No such file or directory"),
        (["check.sarif", "thieu/out.json"], f"code_quality.py: {Path('thieu/out.json')}: No such file or directory"),
        (["text.txt", "out.json"], "code_quality.py: text.txt: not SARIF as `xeploai check --format sarif` writes it"),
        (
            ["list.json", "out.json"],
            "code_quality.py: list.json: not SARIF as `xeploai check --format sarif` writes it",
        ),
    ],
)
def test_what_the_report_for_gitlab_cannot_do_is_one_line(repository: Path, arguments: list[str], said: str) -> None:
    (repository / "check.sarif").write_text('{"runs": []}', "utf-8")
    (repository / "text.txt").write_text("no JSON", "utf-8")
    (repository / "list.json").write_text("[]", "utf-8")
    script = [sys.executable, str(CI / "code_quality.py")]
    ran = subprocess.run([*script, *arguments], capture_output=True, text=True, encoding="utf-8", check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, "", f"{said}\n")
    assert not (repository / "out.json").exists()


def test_no_step_of_gitlab_stops_those_after_it() -> None:
    steps = [line for line in scripts(CI / "gitlab-ci.yml") if "xeploai " in line or "python " in line]
    assert len(steps) == 6
    assert [line for line in steps if "|| status=1" not in line] == []
