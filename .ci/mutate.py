"""Mutation testing: change one thing in a module that decides, and some test must fail.

    python .ci/mutate.py                  every mutant that has no answer
    python .ci/mutate.py --answered       those with an answer too: a test may kill one by now
    python .ci/mutate.py --seconds 180    as many as there is time for; the sources decide which
    python .ci/mutate.py truth.verdict    those whose name begins so

A mutant that no test kills is named; a new test kills it, or `survivors.toml` says why none can. Who survives runs
every test to the end, for minutes where the others take seconds. The usual tools leave out tables, named tuples and
attrs classes, hence this one.

All tests are collected once. A mutant is a fork of that process in which one function has other code, and runs the
tests that run the changed statement, those first that killed its neighbours. What is changed where a module is loaded
can be seen by any test: such a mutant loads all anew. It needs `fork`.
"""

import argparse
import ast
import gc
import hashlib
import importlib
import inspect
import json
import math
import mmap
import os
import pkgutil
import random
import resource
import signal
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from itertools import repeat, zip_longest
from pathlib import Path
from types import CodeType, FunctionType
from typing import NamedTuple

import coverage
import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "src" / "xeploai"
TARGETS = ("truth.py", "interval.py", "rating/**/*.py")
ANSWERS = Path(__file__).with_name("survivors.toml")
MEMORY = 4 << 30
BOARD = 1 << 16
PATIENCE = 5
LAWS = "tests/laws/"
OPTIONS = (
    "-qq",
    "-s",
    "-m",
    "not slow",
    "--assert=plain",
    "-p",
    "no:cacheprovider",
    "-o",
    "tmp_path_retention_policy=none",
)

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

Work = Callable[[mmap.mmap], bool]
"""What a process of its own does, with a board to write on."""


class Scope(NamedTuple):
    """A module, a class or a function, by name, and the lines of which a test must run one to see a change there.

    `function` is the outermost function around it, `body` its lines; there is none around what is done when the module
    is loaded.
    """

    name: str
    function: str = ""
    body: range = range(0)
    first: float = 0
    last: float = math.inf


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


def inside(node: ast.AST, scope: Scope) -> Scope:
    """The scope of what is below a node."""
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            scope = scope._replace(name=f"{scope.name}.{name}")
            if isinstance(node, ast.FunctionDef) and not scope.function:
                body = range(node.body[0].lineno, (node.end_lineno or 0) + 1)
                scope = scope._replace(function=scope.name, body=body)
            return scope
        # Defaults are there before the function is called.
        case ast.arguments():
            return Scope(scope.name)
        case ast.match_case(pattern, _, [below, *_]) if scope.function:
            return scope._replace(first=pattern.lineno, last=max(pattern.lineno, below.lineno - 1))
        case ast.stmt(lineno=first) if scope.function:
            inner: Sequence[ast.stmt] = getattr(node, "body", ())
            return scope._replace(
                first=first, last=max(first, inner[0].lineno - 1) if inner else node.end_lineno or first
            )
        case _:
            return scope


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
            inner = inside(node, scope)
            yield from (Change(inner, parent, field, where, node, ast.copy_location(other, node)) for other in found)
            yield from changes(node, inner)


def mutants(path: Path) -> Iterator[Mutant]:
    """All mutants of a file."""
    short = ".".join(part for part in path.relative_to(SOURCES).with_suffix("").parts if part != "__init__")
    tree = ast.parse(path.read_text("utf-8"))
    seen: Counter[str] = Counter()
    for change in list(changes(tree, Scope(short))):
        name = f"{change.scope.name}: {ast.unparse(change.node)} -> {ast.unparse(change.other)}"
        seen[name] += 1
        if seen[name] > 1:
            name += f" ({seen[name]})"
        change.put(change.other)
        code = compile(ast.fix_missing_locations(tree), path, "exec")
        change.put(change.node)
        scope = change.scope._replace(function=change.scope.function.removeprefix(f"{short}."))
        yield Mutant(name, f"xeploai.{short}", path, getattr(change.node, "lineno", 1), scope, code)


class Run(NamedTuple):
    """What a test does while nothing is changed: the lines of each file that it runs, and how long it takes."""

    lines: Mapping[str, frozenset[int]]
    seconds: float


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


def forked(work: Work, board: mmap.mmap) -> int:
    """A silent process of its own; it ends with 0 where its work succeeds."""
    sys.stdout.flush()
    process = os.fork()
    if process == 0:
        try:
            os.setpgid(0, 0)
            sink = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(sink, stream)
            os.environ["PYTEST_DEBUG_TEMPROOT"] = tempfile.mkdtemp()
            os._exit(0 if work(board) else 1)
        finally:
            os._exit(1)
    return process


def side_by_side(works: Iterable[Work], until: float = math.inf) -> Iterator[tuple[int, bool, bytes]]:
    """Of each work its number, whether it succeeds, and what it wrote on its board, until the time is over."""
    waiting = enumerate(works)
    running: dict[int, tuple[int, mmap.mmap]] = {}
    try:
        while time.monotonic() < until:
            while len(running) < (os.cpu_count() or 1) and (taken := next(waiting, None)):
                number, work = taken
                board = mmap.mmap(-1, BOARD)
                running[forked(work, board)] = number, board
            if not running:
                return
            process, status = os.waitpid(-1, os.WNOHANG)
            if process:
                number, board = running.pop(process)
                yield number, status == 0, board[:].rstrip(b"\0")
                board.close()
            else:
                time.sleep(0.005)
    finally:
        for process in running:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)


class Failing:
    """Runs tests in an order, and ends the process with the first that fails or takes far longer than it did."""

    def __init__(self, order: Mapping[str, float], board: mmap.mmap | None = None) -> None:
        self.order, self.board = order, board

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        places = {test: place for place, test in enumerate(self.order)}
        items[:] = sorted((item for item in items if item.nodeid in places), key=lambda item: places[item.nodeid])

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> None:
        if self.board:
            self.board[:] = item.nodeid.encode().ljust(BOARD, b"\0")
        # A mutant may loop for ever, and outlive this program where that is killed.
        signal.setitimer(signal.ITIMER_PROF, PATIENCE + 10 * self.order[item.nodeid])

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            os._exit(1)


def run_tests(items: Sequence[pytest.Item]) -> None:
    """Runs collected tests."""
    for item, following in zip_longest(items, items[1:]):
        item.ihook.pytest_runtest_protocol(item=item, nextitem=following)


def survey(session: pytest.Session, paths: Sequence[Path]) -> Mapping[str, Run] | None:
    """What each test does; none where one fails. The tests of a file run together, and see what is in its caches."""
    watch = coverage.Coverage(None, config_file=False, include=[str(path) for path in paths])
    watch.set_option("run:disable_warnings", ["no-data-collected"])
    with watch.collect():
        pass  # What it finds out at its first start is then known in every process.

    def watched(items: Sequence[pytest.Item], result: Path, _: mmap.mmap) -> bool:
        session.config.pluginmanager.register(Failing({item.nodeid: PATIENCE for item in items}))
        seconds: dict[str, float] = {}
        with watch.collect():
            for item in items:
                # Coverage's own contexts take the first function that is called `test…`: in a law that is Hypothesis'.
                watch.switch_context(item.nodeid)
                began = time.process_time()
                run_tests([item])
                seconds[item.nodeid] = time.process_time() - began
        found = watch.get_data()
        result.write_text(
            json.dumps([seconds, {path: found.contexts_by_lineno(path) for path in found.measured_files()}])
        )
        return True

    files: dict[Path, list[pytest.Item]] = {}
    for item in session.items:
        files.setdefault(item.path, []).append(item)
    results = [Path(tempfile.gettempdir(), str(number)) for number, _ in enumerate(files)]
    runs: dict[str, Run] = {}
    works = map(partial, repeat(watched), files.values(), results)
    for number, passed, said in side_by_side(works):
        if not passed:
            print(f"fails before anything is changed: {said.decode() or list(files)[number]}")
            return None
        seconds, lines = json.loads(results[number].read_text())
        ran: dict[str, dict[str, set[int]]] = {test: defaultdict(set) for test in seconds}
        for path, tests_by_line in lines.items():
            for line, tests in tests_by_line.items():
                for test in filter(None, tests):
                    ran[test][path].add(int(line))
        runs |= {test: Run({path: frozenset(ran[test][path]) for path in ran[test]}, seconds[test]) for test in ran}
    return runs


def killers(mutant: Mutant, runs: Mapping[str, Run], *killed: Mapping[str, int]) -> Mapping[str, float]:
    """The tests that can see the change, and how long each takes; those first that killed others near by.

    Then those that run the changed place and are over soon, and run little else of the file; a law that fails does so
    with an early example. Those last that stand in a file with one of these: they may use what it left in a cache.
    """
    path, (_, function, _, first, last) = str(mutant.path), mutant.scope
    able = {
        test
        for test, run in runs.items()
        if not function or any(first <= line <= last for line in run.lines.get(path, ()))
    }
    files = {test.partition("::")[0] for test in able}

    def cost(test: str) -> tuple[float, ...]:
        seconds, lines = runs[test].seconds, len(runs[test].lines.get(path, ()))
        effort = seconds * (1 + lines) / (20 if test.startswith(LAWS) else 1)
        return *(-kills.get(test, 0) for kills in killed), test not in able, effort

    beside = (test for test in runs if test.partition("::")[0] in files)
    return {test: runs[test].seconds for test in sorted(beside, key=cost)}


def as_loaded(mutant: Mutant, early: Collection[int]) -> Mutant:
    """The mutant; as one that loads all anew where its function has run before the first test, and left something."""
    was_run = any(line in mutant.scope.body for line in early)
    return mutant._replace(scope=Scope(mutant.scope.name)) if was_run else mutant


def codes(code: CodeType) -> Iterator[CodeType]:
    """A code with all codes within."""
    yield code
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from codes(inner)


def swapped(mutant: Mutant) -> bool:
    """Gives the changed function its other code, if the function can be had."""
    found: object = sys.modules[mutant.module]
    for name in filter(None, mutant.scope.function.split(".")):
        found = inspect.getattr_static(found, name, None)
    found = inspect.unwrap(getattr(found, "func", found))  # type: ignore[arg-type]
    if not isinstance(found, FunctionType):
        return False
    found.__code__ = next(code for code in codes(mutant.code) if code.co_qualname == mutant.scope.function)
    return True


def passes(session: pytest.Session, order: Mapping[str, float], board: mmap.mmap) -> bool:
    """Whether some tests pass, in a process of its own that would have ended otherwise."""
    failing = Failing(order, board)
    session.config.pluginmanager.register(failing)
    failing.pytest_collection_modifyitems(session.items)
    run_tests(session.items)
    return True


def survives(session: pytest.Session, mutant: Mutant, order: Mapping[str, float], board: mmap.mmap) -> bool:
    """Whether the mutant survives the tests, in a process of its own."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.setitimer(signal.ITIMER_PROF, 10 * PATIENCE)
    if swapped(mutant):
        return passes(session, order, board)
    for name in [name for name in sys.modules if name.partition(".")[0] in ("xeploai", "tests")]:
        del sys.modules[name]
    sys.meta_path.insert(0, Changed(mutant))
    return pytest.main([*OPTIONS, "tests"], [Failing(order, board)]) == pytest.ExitCode.OK


def warm_up() -> None:
    """Loads all that a test may load, and that Hypothesis makes once, before the first process is forked from here."""
    for module in pkgutil.walk_packages([str(SOURCES)], "xeploai."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    given(st.text())(lambda _: None)()
    gc.collect()
    gc.freeze()


class Judging:
    """Judges mutants in place of running the tests, once these are collected."""

    def __init__(self, names: Sequence[str], seconds: float, *, answered: bool) -> None:
        self.names, self.seconds, self.answered = names, seconds, answered
        self.paths = sorted({path for pattern in TARGETS for path in SOURCES.glob(pattern)})
        self.watch = coverage.Coverage(None, config_file=False, include=[str(path) for path in self.paths])
        self.status = 2

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.watch.stop()
        warm_up()
        if not session.testsfailed:
            self.status = self.judged(session)
        return True

    def judged(self, session: pytest.Session) -> int:
        """The status to end with."""
        every = [mutant for path in self.paths for mutant in mutants(path)]
        answers: dict[str, object] = tomli.loads(ANSWERS.read_text("utf-8")) if ANSWERS.exists() else {}
        stale = answers.keys() - {mutant.name for mutant in every}
        named = [mutant for mutant in every if mutant.name.startswith(tuple(self.names or [""]))]
        chosen = [mutant for mutant in named if self.answered or mutant.name not in answers]
        digest = hashlib.sha256(b"".join(path.read_bytes() for path in self.paths)).digest()
        random.Random(digest).shuffle(chosen)

        began = time.monotonic()
        runs = survey(session, self.paths)
        if runs is None:
            return 2
        print(f"the tests pass in {time.monotonic() - began:.0f} s while nothing is changed", flush=True)
        early = self.watch.get_data()
        chosen = [as_loaded(mutant, early.lines(str(mutant.path)) or ()) for mutant in chosen]

        began = time.monotonic()
        killed: defaultdict[str, Counter[str]] = defaultdict(Counter)

        def works() -> Iterator[Work]:
            for mutant in chosen:
                order = killers(mutant, runs, killed[mutant.scope.name], killed[mutant.module])
                yield partial(survives, session, mutant, order)

        judged: Counter[str] = Counter()
        for number, alive, said in side_by_side(works(), began + self.seconds):
            mutant = chosen[number]
            outcome = "killed" if not alive else "answered" if mutant.name in answers else "unanswered"
            judged[outcome] += 1
            if not alive:
                killed[mutant.scope.name][said.decode()] += 1
                killed[mutant.module][said.decode()] += 1
            if outcome == "unanswered":
                print(f"{mutant.path.relative_to(ROOT)}:{mutant.line}: survives: {mutant.name}", flush=True)
            elif outcome == "killed" and mutant.name in answers:
                print(
                    f"{mutant.path.relative_to(ROOT)}:{mutant.line}: has an answer but is killed: {mutant.name}",
                    flush=True,
                )
        # What this process left behind could make a test fail, and all mutants would seem to be killed.
        blamed = {test: runs[test].seconds for module in killed.values() for test in module if test in runs}
        for _, passed, said in side_by_side([partial(passes, session, blamed)]):
            if not passed:
                print(f"kills mutants, and fails where nothing is changed: {said.decode()}")
                return 2
        for name in sorted(stale):
            print(f"{ANSWERS.relative_to(ROOT)}: answers a mutant that is not there: {name}")
        took = time.monotonic() - began
        print(
            f"{judged.total()} of {len(chosen)} mutants judged in {took:.0f} s: {judged['killed']} killed,"
            f" {judged['answered']} survive and are answered, {judged['unanswered']} survive unanswered;"
            f" {len(named) - len(chosen)} have an answer and were left out"
        )
        # A bounded run reaches what there is time for: it names survivors, and a full run asks for the answers.
        complete = self.seconds == math.inf
        return 1 if complete and (judged["unanswered"] or stale) else 0


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description="mutation testing of the modules that decide")
    parser.add_argument("--seconds", type=float, default=math.inf, help="stop starting mutants after so long")
    parser.add_argument("--answered", action="store_true", help="judge those too that have an answer")
    parser.add_argument("names", nargs="*", help="only mutants whose name begins so")
    asked = parser.parse_args()
    os.chdir(ROOT)
    os.environ["HYPOTHESIS_PROFILE"] = "mutate"
    judging = Judging(asked.names, asked.seconds, answered=asked.answered)
    judging.watch.start()
    # Processes that are ended midway leave their folders.
    with tempfile.TemporaryDirectory() as tempfile.tempdir:
        pytest.main([*OPTIONS, "tests"], [judging])
    return judging.status


if __name__ == "__main__":
    sys.exit(main())
