"""Mutation testing: change one thing in a module that decides, and some test must fail.

    python .ci/mutate.py                  every mutant
    python .ci/mutate.py --seconds 180    as many as there is time for; the sources decide which
    python .ci/mutate.py truth.verdict    those whose name begins so

A mutant that no test kills is named; a new test kills it, or `survivors.toml` says why none can. The usual tools leave
out tables, named tuples and attrs classes, hence this one. It runs the tests that enter the changed function, those
first that enter little else. It needs `fork`.
"""

import argparse
import ast
import hashlib
import math
import os
import random
import resource
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType
from typing import NamedTuple

import coverage
import hypothesis  # noqa: F401 (loaded once, for every process that is forked from here)
import pytest
import tomli

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "src" / "xeploai"
TARGETS = ("truth.py", "interval.py", "rating/**/*.py")
ANSWERS = Path(__file__).with_name("survivors.toml")
MEMORY = 4 << 30
OPTIONS = ("-x", "-q", "-m", "not slow", "--assert=plain", "-p", "no:cacheprovider")

COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}
TESTS = {"test", "guard", "ifs"}
LEFT_ALONE = {"annotation", "returns", "decorator_list"}


class Scope(NamedTuple):
    """A module, a class or a function, by name, and the lines that a test must enter to see a change in it."""

    name: str
    first: int
    last: float


class Change(NamedTuple):
    """A node, what may stand in its place, and where that is."""

    scope: Scope
    parent: ast.AST
    field: str
    place: int | None
    node: ast.AST
    other: ast.AST

    def put(self, node: ast.AST) -> None:
        """Let a node stand in the place."""
        if self.place is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.place] = node


class Mutant(NamedTuple):
    """A module with one thing changed; the name tells what, and not the line, so that an answer to it lasts."""

    name: str
    module: str
    path: Path
    line: int
    scope: Scope
    code: CodeType


def others(node: ast.AST) -> Iterator[ast.AST]:
    """What may stand in the place of an expression or a statement."""
    match node:
        case ast.Compare(left, operators, right):
            for place, operator in enumerate(operators):
                for swapped in COMPARISONS[type(operator)]:
                    yield ast.Compare(left, [*operators[:place], swapped(), *operators[place + 1 :]], right)
        case ast.BinOp(left, operator, right) if swap := OPERATORS.get(type(operator)):
            yield ast.BinOp(left, swap(), right)
        case ast.BoolOp(ast.And(), values):
            yield ast.BoolOp(ast.Or(), values)
        case ast.BoolOp(ast.Or(), values):
            yield ast.BoolOp(ast.And(), values)
        case ast.AugAssign(target, operator, value):
            if swap := OPERATORS.get(type(operator)):
                yield ast.AugAssign(target, swap(), value)
            yield ast.Pass()
        case ast.UnaryOp(ast.Not() | ast.USub(), operand):
            yield operand
        case ast.Constant(bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(int(value)):
            yield ast.Constant(value + 1)
        case ast.Name(name) if name in NAMES:
            yield ast.Name(NAMES[name], ast.Load())
        case ast.Expr(ast.Call(ast.Name("assert_never"))):
            pass
        case ast.Expr(ast.Call()):
            yield ast.Pass()
        case ast.Break():
            yield ast.Continue()
        case ast.Continue():
            yield ast.Break()
        case _:
            pass


def changes(parent: ast.AST, scope: Scope) -> Iterator[Change]:
    """All changes of one thing below a node."""
    for field, value in ast.iter_fields(parent):
        if field in LEFT_ALONE:
            continue
        nodes = value if isinstance(value, list) else [value]
        for place, node in enumerate(nodes):
            if not isinstance(node, ast.AST):
                continue
            found = list(others(node))
            if field in TESTS and isinstance(node, ast.expr) and not found:
                found = [ast.UnaryOp(ast.Not(), node)]
            where = place if isinstance(value, list) else None
            yield from (Change(scope, parent, field, where, node, ast.copy_location(other, node)) for other in found)
            match node:
                case ast.FunctionDef(name=name):
                    inner = Scope(f"{scope.name}.{name}", node.body[0].lineno, node.end_lineno or math.inf)
                case ast.ClassDef(name=name):
                    inner = scope._replace(name=f"{scope.name}.{name}")
                case _:
                    inner = scope
            yield from changes(node, inner)


def mutants(path: Path) -> Iterator[Mutant]:
    """All mutants of a file."""
    inside = path.relative_to(SOURCES).with_suffix("")
    short = ".".join(part for part in inside.parts if part != "__init__")
    tree = ast.parse(path.read_text("utf-8"))
    seen: Counter[str] = Counter()
    for change in list(changes(tree, Scope(short, 0, math.inf))):
        name = f"{change.scope.name}: {ast.unparse(change.node)} -> {ast.unparse(change.other)}"
        seen[name] += 1
        if seen[name] > 1:
            name += f" ({seen[name]})"
        change.put(change.other)
        code = compile(ast.fix_missing_locations(tree), path, "exec")
        change.put(change.node)
        yield Mutant(name, f"xeploai.{short}", path, getattr(change.node, "lineno", 1), change.scope, code)


class Changed(SourceFileLoader):
    """Loads a module from the code of its mutant. As a finder, it knows this one module."""

    def __init__(self, mutant: Mutant) -> None:
        super().__init__(mutant.module, str(mutant.path))
        self.mutant = mutant

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """The way to the module, if it is the one."""
        return spec_from_file_location(name, self.path, loader=self) if name == self.mutant.module else None

    def get_code(self, fullname: str) -> CodeType:
        """The changed code, whatever lies in a cache."""
        return self.mutant.code


def forked(work: Callable[[], bool]) -> int:
    """A silent process of its own; it ends with 0 where its work succeeds."""
    sys.stdout.flush()
    process = os.fork()
    os.setpgid(process, process)
    if process == 0:
        try:
            sink = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(sink, stream)
            os._exit(0 if work() else 1)
        finally:
            os._exit(1)
    return process


class Names:
    """Has coverage keep the lines of each test by its name in pytest, by which it can be run again.

    Coverage's own contexts take the first function whose name begins with `test`, and within a law of Hypothesis that
    is a part of Hypothesis.
    """

    def __init__(self, watch: coverage.Coverage) -> None:
        self.watch = watch

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.watch.switch_context(item.nodeid)
        try:
            return (yield)
        finally:
            self.watch.switch_context("")


def run_tests(names: Sequence[str], *plugins: object) -> bool:
    """Whether the tests pass."""
    return pytest.main([*OPTIONS, *names], plugins) == pytest.ExitCode.OK


def survey(paths: Sequence[Path]) -> Mapping[Path, Mapping[str, frozenset[int]]] | None:
    """The lines of each file that each test runs; none where the tests fail before anything is changed."""
    with tempfile.TemporaryDirectory() as folder:
        watch = coverage.Coverage(Path(folder, "lines"), config_file=False, include=[str(path) for path in paths])

        def watched() -> bool:
            with watch.collect():
                passed = run_tests(["tests"], Names(watch))
            watch.save()
            return passed

        if os.waitpid(forked(watched), 0)[1]:
            return None
        watch.load()
        found = watch.get_data()
        entered: dict[Path, dict[str, set[int]]] = {path: {} for path in paths}
        for path in paths:
            for line, tests in found.contexts_by_lineno(str(path)).items():
                for test in filter(None, tests):
                    entered[path].setdefault(test, set()).add(line)
    return {path: {test: frozenset(lines) for test, lines in tests.items()} for path, tests in entered.items()}


def killers(mutant: Mutant, entered: Mapping[str, frozenset[int]]) -> Sequence[str]:
    """The tests that enter the scope of the mutant, those first that enter little else of its file."""
    _, first, last = mutant.scope
    able = [test for test, lines in entered.items() if any(first <= line <= last for line in lines)]
    return sorted(able, key=lambda test: len(entered[test]))


def survives(mutant: Mutant, tests: Sequence[str], patience: float) -> bool:
    """Whether the mutant survives the tests, in a process that has not loaded its module yet."""
    # A mutant may loop for ever, and outlive this program where that is killed.
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(patience), math.ceil(patience)))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.meta_path.insert(0, Changed(mutant))
    return run_tests(tests)


def verdicts(
    queue: Sequence[tuple[Mutant, Sequence[str]]], until: float, patience: float
) -> Iterator[tuple[Mutant, bool]]:
    """Each mutant with whether it survives, until the time is over; one that outlasts our patience is killed."""
    waiting = iter(queue)
    running: dict[int, tuple[Mutant, float]] = {}
    try:
        while time.monotonic() < until:
            while len(running) < (os.cpu_count() or 1) and (taken := next(waiting, None)):
                mutant, tests = taken
                if tests:
                    running[forked(partial(survives, mutant, tests, patience))] = mutant, time.monotonic() + patience
                else:
                    yield mutant, True
            if not running:
                return
            process, status = os.waitpid(-1, os.WNOHANG)
            if process:
                yield running.pop(process)[0], status == 0
                continue
            for process, (_, end) in running.items():
                if time.monotonic() > end:
                    os.killpg(process, signal.SIGKILL)
            time.sleep(0.01)
    finally:
        for process in running:
            os.killpg(process, signal.SIGKILL)
            os.waitpid(process, 0)


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description="mutation testing of the modules that decide")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="stop starting mutants after so long")
    parser.add_argument("names", nargs="*", help="only mutants whose name begins so")
    asked = parser.parse_args()
    os.chdir(ROOT)

    paths = sorted({path for pattern in TARGETS for path in SOURCES.glob(pattern)})
    every = [mutant for path in paths for mutant in mutants(path)]
    answers: dict[str, object] = tomli.loads(ANSWERS.read_text("utf-8")) if ANSWERS.exists() else {}
    stale = answers.keys() - {mutant.name for mutant in every}
    chosen = [mutant for mutant in every if mutant.name.startswith(tuple(asked.names or [""]))]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in paths)).digest()
    random.Random(digest).shuffle(chosen)

    began = time.monotonic()
    os.environ["HYPOTHESIS_PROFILE"] = "mutate"
    entered = survey(paths)
    if entered is None:
        print("the tests fail before anything is changed")
        return 2
    took = time.monotonic() - began
    print(f"the tests pass in {took:.0f} s while nothing is changed")
    patience = 20 + 5 * took
    began = time.monotonic()

    queue = [(mutant, killers(mutant, entered[mutant.path])) for mutant in chosen]
    judged: Counter[str] = Counter()
    for mutant, alive in verdicts(queue, began + asked.seconds, patience):
        outcome = "killed" if not alive else "answered" if mutant.name in answers else "unanswered"
        judged[outcome] += 1
        if outcome == "unanswered":
            print(f"{mutant.path.relative_to(ROOT)}:{mutant.line}: survives: {mutant.name}")
        elif outcome == "killed" and mutant.name in answers:
            print(f"{mutant.path.relative_to(ROOT)}:{mutant.line}: has an answer but is killed: {mutant.name}")
    for name in sorted(stale):
        print(f"{ANSWERS.relative_to(ROOT)}: answers a mutant that is not there: {name}")
    took = time.monotonic() - began
    print(
        f"{judged.total()} of {len(chosen)} mutants judged in {took:.0f} s: {judged['killed']} killed,"
        f" {judged['answered']} survive and are answered, {judged['unanswered']} survive unanswered"
    )
    # A bounded run reaches what there is time for: it names survivors, and a full run asks for the answers.
    complete = asked.seconds == float("inf")
    return 1 if complete and (judged["unanswered"] or stale) else 0


if __name__ == "__main__":
    sys.exit(main())
