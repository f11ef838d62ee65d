"""Run what the pages show, and write what it really prints.

    python -m docs.refresh            rewrites the pages that are made, and the outputs that are shown
    python -m docs.refresh --check    names the pages that would change, and exits with 1 if there are any

A fence says what its block is: `toml file=rules.toml` is a rule file that loads and that later blocks may use,
`toml cases file=cases/rules/one.toml` its worked cases, `csv file=units.csv` a table, `text file=law.txt` any other
text, `python` code (the blocks of a
page share their names; what they print stands in the `text` block after them), `console` commands with what they print,
`diff file=rules.toml` a change of a file that stands above.
A line `…` in an output stands for any number of lines. `no-test` marks what cannot run here. What stands between
`<!-- made: NAME -->` and `<!-- end -->` is made by `docs/made.py`.
"""

import contextlib
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import xeploai
from docs.made import MADE
from xeploai.cli.app import run as run_command
from xeploai.wellformed import faults

ROOT = Path(__file__).parents[1]
ANY_LINES = "…"
_SHAPE = (faults.NOT_TOML, faults.UNKNOWN_KEY, faults.WRONG_TYPE, faults.UNKNOWN_WORD, faults.ONE_OF)
_MADE = re.compile(r"(?P<head><!-- made: (?P<name>[\w-]+) -->).*?(?P<tail><!-- end -->)", re.DOTALL)
_FENCE = re.compile(r"^(?P<fence>`{3,})(?P<info>[^`\n]*)\n(?P<body>.*?)^(?P=fence)$", re.DOTALL | re.MULTILINE)


class Block(NamedTuple):
    """A fenced block: its language, the other words of its fence, its text, and where the text starts and ends."""

    language: str
    words: tuple[str, ...]
    body: str
    start: int
    end: int

    @property
    def file(self) -> str | None:
        """The name under which the block is a file for the blocks after it."""
        return next((word.removeprefix("file=") for word in self.words if word.startswith("file=")), None)


class BadBlockError(Exception):
    """A block that does not do what its page says."""


def pages() -> list[Path]:
    """The pages whose blocks are run."""
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md")), ROOT / "examples" / "README.md"]


def blocks(text: str) -> Iterator[Block]:
    """The fenced blocks of a page."""
    for match in _FENCE.finditer(text):
        language, *words = match["info"].split() or [""]
        yield Block(language, tuple(words), match["body"], match.start("body"), match.end("body"))


def refreshed(page: Path) -> str:
    """A page with its made parts made anew, and with the outputs that its blocks really have.

    Raises:
        BadBlockError: a block does not run.
    """
    text = _MADE.sub(lambda part: f"{part['head']}\n\n{MADE[part['name']]()}\n{part['tail']}", page.read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        _furnish(Path(folder))
        edits = list(_edits(list(blocks(text))))
    for start, end, new in reversed(edits):
        text = text[:start] + new + text[end:]
    return text


def _furnish(folder: Path) -> None:
    """The files of the repository that pages use, under the names that they have there."""
    for name in ("rules", "examples"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    # What the examples of faults take from others.
    shutil.copytree(ROOT / "tests" / "faults" / "files", folder / "files")


def _edits(found: Sequence[Block]) -> Iterator[tuple[int, int, str]]:
    names: dict[str, object] = {"__name__": "page"}
    printed: str | None = None
    for block in found:
        if printed is not None and block.language != "text":
            raise BadBlockError(f"nothing shows what is printed:\n{printed}")
        match block.language:
            case _ if "no-test" in block.words:
                pass
            case "text" if block.file and printed is None:
                _write(block.file, block.body)
            case "text":
                if printed is None:
                    raise BadBlockError(f"nothing prints:\n{block.body}")
                yield block.start, block.end, shown(block.body, printed)
            case "toml" if "cases" in block.words and block.file:
                # The command `test` on the page says what is wrong with it.
                _write(block.file, block.body)
            case "toml":
                _check_rules(block)
            case "csv" if block.file:
                Path(block.file).write_text(block.body, "utf-8")
            case "diff" if block.file:
                _change(block.file, block.body)
            case "json":
                json.loads(block.body)
                if block.file:
                    Path(block.file).write_text(block.body, "utf-8")
            case "python":
                printed = _exec(block, names)
                continue
            case "console":
                yield block.start, block.end, _session(block)
            case _:
                raise BadBlockError(f"a block of this kind does not run: {block.language} {block.words}")
        printed = None
    if printed:
        raise BadBlockError(f"nothing shows what is printed:\n{printed}")


def shown(said: str, printed: str) -> str:
    """What a page should show: what it says, where that fits what is printed; else what is printed, cut likewise."""
    pieces = re.split(rf"^{ANY_LINES}\n", said, flags=re.MULTILINE)
    pattern = "(?:.*\n)*?".join(re.escape(piece) for piece in pieces)
    if re.fullmatch(pattern, printed):
        return said
    lines = printed.splitlines(keepends=True)
    first, *others = [piece.splitlines(keepends=True) for piece in pieces]
    if not others:
        return printed
    kept = lines[: len(first)]
    for piece in others:
        at = lines.index(piece[0]) if piece and piece[0] in lines else None
        kept += [f"{ANY_LINES}\n", *(lines[at : at + len(piece)] if at is not None else ())]
    return "".join(kept)


def _write(file: str, text: str) -> None:
    Path(file).parent.mkdir(parents=True, exist_ok=True)
    Path(file).write_text(text, "utf-8")


def _change(name: str, change: str) -> None:
    """Make a change of a file: its lines with `-` and without a sign are found there, once, as they stand."""
    file, lines = Path(name), change.splitlines(keepends=True)
    old, new = ("".join(line[1:] for line in lines if line[0] in signs) for signs in (" -", " +"))
    text = file.read_text("utf-8")
    if text.count(old) != 1:
        raise BadBlockError(f"{name} does not hold this once:\n{old}")
    file.write_text(text.replace(old, new), "utf-8")


def _check_rules(block: Block) -> None:
    """A rule file loads, unless its fence says `faulty`; a piece of one has only the keys of the language."""
    if block.file:
        _write(block.file, block.body)
    if block.file is None and "[ruleset]" not in block.body:
        _check_piece(block)
        return
    try:
        xeploai.parse(block.body, block.file or "page")
    except xeploai.InvalidRules:
        if "faulty" not in block.words:
            raise
    else:
        if "faulty" in block.words:
            raise BadBlockError(f"loads, and should not:\n{block.body}")


def _check_piece(block: Block) -> None:
    """The names that a piece uses may stand elsewhere; its keys and their shapes are those of the language."""
    try:
        xeploai.parse(f'format = 1\n[ruleset]\nid = "piece"\n{block.body}', "piece")
    except xeploai.InvalidRules as refused:
        found = [xeploai.render(problem, "en") for problem in refused.problems if problem.fault in _SHAPE]
        if found:
            raise BadBlockError("\n".join(found)) from None


def _exec(block: Block, names: dict[str, object]) -> str | None:
    with _captured() as out:
        exec(compile(block.body, "<page>", "exec"), names)  # noqa: S102 (our own pages)
    return _text(out) or None


@contextlib.contextmanager
def _captured() -> Iterator[io.TextIOWrapper]:
    """Both streams as one, as a terminal shows them."""
    out = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n", write_through=True)
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        yield out


def _text(out: io.TextIOWrapper) -> str:
    out.seek(0)
    return out.read()


def _session(block: Block) -> str:
    """The commands of a `console` block with what they print."""
    before, *steps = re.split(r"^\$ ", block.body, flags=re.MULTILINE)
    if before:
        raise BadBlockError(f"a console block begins with a command:\n{block.body}")
    expected = next((int(word.removeprefix("exit=")) for word in block.words if word.startswith("exit=")), 0)
    session = []
    for step in steps:
        line, _, said = step.partition("\n")
        printed, status = command(line)
        if status != expected:
            raise BadBlockError(f"exit status {status}: {line}\n{printed}")
        session.append(f"$ {line}\n{shown(said, printed)}")
    return "".join(session)


def command(line: str) -> tuple[str, int]:
    """What a command prints, and its exit status."""
    match shlex.split(line):
        case ["xeploai", *arguments]:
            with _captured() as out:
                status = run_command(arguments)
            return _text(out), status
        case ["python", file]:
            return program(file)
        case _:
            raise BadBlockError(f"this command does not run here: {line}")


def program(file: str) -> tuple[str, int]:
    """What a program prints, and its exit status. It has a process of its own: how it takes signals is its affair."""
    utf8 = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    ran = subprocess.run(
        [sys.executable, file], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=utf8, check=False
    )
    return ran.stdout.decode().replace("\r\n", "\n"), ran.returncode


def main() -> int:
    """Refresh all pages, or say which of them would change."""
    check, status = "--check" in sys.argv[1:], 0
    for page in pages():
        try:
            text = refreshed(page)
        except Exception as error:
            raise SystemExit(f"{page.relative_to(ROOT)}: {error}") from error
        if text != page.read_text("utf-8"):
            print(page.relative_to(ROOT))
            status = int(check)
            if not check:
                page.write_text(text, "utf-8", newline="\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
