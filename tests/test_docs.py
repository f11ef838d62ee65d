"""What the pages show is what happens: their blocks run, their outputs are real, their links lead somewhere."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from docs.made import MADE
from docs.refresh import ROOT, BadBlockError, blocks, pages, program, refreshed, shown

PAGES = pages()
PROGRAMS = sorted(path for path in (ROOT / "examples").glob("*.py") if not path.name.startswith("make_"))

NOT_RUN = {
    "README.md": ("make demo", "make test", "pipx install", "py -m pip install", "python -m pip install"),
    "README.vi.md": ("make demo", "make test", "py -m pip install", "py -m xeploai", "xeploai rate", "xeploai explain"),
    "CONTRIBUTING.md": ("make ", ".ci/run", "python -m docs.refresh", "HYPOTHESIS_PROFILE="),
    "docs/reviewing.md": (
        *("repos:", "  - repo:", "    rev:", "    hooks:", "      - id:", "        files:"),
        *("[[rule]]", "include =", "[rule.schema]", "path =", "#:schema"),
    ),
    "examples/README.md": ("python examples/make_bloc.py",),
}
"""What stands in blocks marked `no-test`: how each of their lines begins."""


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_page_shows_what_happens(page: Path) -> None:
    """Where this fails after a change that is meant, `python -m docs.refresh` writes the new outputs."""
    assert refreshed(page) == page.read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_what_is_not_run_is_listed(page: Path) -> None:
    lines = [
        line
        for block in blocks(page.read_text("utf-8"))
        if "no-test" in block.words
        for line in block.body.splitlines()
    ]
    assert [line for line in lines if line and not line.startswith(NOT_RUN.get(name_of(page), ()))] == []


@pytest.mark.parametrize("name", ["README.md", "README.vi.md"])
def test_the_readme_says_where_the_command_is_and_what_fmt_needs(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    # After `make demo`, and before the command is first shown by itself.
    assert text.index("make demo") < text.index(".venv/bin/xeploai") < text.index("$ xeploai")
    assert re.search(r"`xeploai fmt`[^`.;]*`\[fmt\]`", text)


def test_the_readme_shows_what_make_demo_prints() -> None:
    recipe = re.search(r"^demo: .*\n\t@\$\(BIN\)/(.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert recipe
    for name in ("README.md", "README.vi.md"):
        assert f"$ {recipe[1]}\n" in (ROOT / name).read_text("utf-8")


LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)
FENCED = re.compile(r"^(`{3,}).*?^\1$", re.DOTALL | re.MULTILINE)


def links(page: Path) -> Iterator[str]:
    for target in LINK.findall(FENCED.sub("", page.read_text("utf-8"))):
        if not target.startswith(("https://", "http://", "mailto:")):
            yield unquote(target)


def anchors(page: Path) -> set[str]:
    headings = HEADING.findall(FENCED.sub("", page.read_text("utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    for link in links(page):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def test_every_page_of_the_docs_can_be_reached() -> None:
    seen: set[Path] = set()
    due = [ROOT / "README.md"]
    while due:
        page = due.pop()
        if page not in seen and page.suffix == ".md":
            seen.add(page)
            due += [
                (page.parent / link.partition("#")[0]).resolve() for link in links(page) if not link.startswith("#")
            ]
    assert set(PAGES) <= seen


@pytest.mark.parametrize("name", MADE)
def test_every_made_part_stands_on_a_page(name: str) -> None:
    assert sum(f"<!-- made: {name} -->" in page.read_text("utf-8") for page in PAGES) == 1


@pytest.mark.slow
@pytest.mark.parametrize("file", PROGRAMS, ids=name_of)
def test_an_example_runs(file: Path) -> None:
    printed, status = program(str(file))
    assert status == 0, printed
    assert printed


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="pipes of Unix")
@pytest.mark.parametrize("file", PROGRAMS, ids=name_of)
def test_an_example_ends_quietly_where_its_reader_goes_away(file: Path) -> None:
    end, start = os.pipe()
    os.close(end)
    ran = subprocess.run([sys.executable, str(file)], stdout=start, stderr=subprocess.PIPE, check=False)
    os.close(start)
    assert ran.stderr == b""


def test_an_output_is_cut_where_the_page_cuts_it() -> None:
    printed = "a\nb\nc\nd\n"
    assert shown("a\n…\nd\n", printed) == "a\n…\nd\n"
    assert shown("a\n…\n", printed) == "a\n…\n"
    assert shown("…\nc\n…\n", printed) == "…\nc\n…\n"
    assert shown("x\n…\nd\n", printed) == "a\n…\nd\n"
    assert shown("a\n", printed) == printed
    assert shown("", printed) == printed


@pytest.mark.parametrize(
    "block",
    [
        'toml\n[criteria.c]\nvaleu = "x"\n',
        "toml\n[criteria.c]\nvalue = 3\nat_least = 1\n",
        'toml file=rules.toml\nformat = 1\n[ruleset]\nid = "x"\nlevels = 3\n',
        'toml faulty\nformat = 1\n[ruleset]\nid = "x"\n',
        "python\nprint(1)\n",
        "text\nnobody prints this\n",
        "console\n$ xeploai rate\n",
        "console\n$ make demo\n",
        "sh\nmake demo\n",
        "json\n{\n",
    ],
)
def test_a_block_that_does_not_do_what_it_says_is_found(block: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"```{block}```\n", "utf-8")
    with pytest.raises((BadBlockError, ValueError)):
        refreshed(page)


def test_an_output_that_is_not_the_real_one_is_replaced(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("```python\nprint(1)\n```\n\n```text\n2\n```\n", "utf-8")
    assert refreshed(page) == "```python\nprint(1)\n```\n\n```text\n1\n```\n"
