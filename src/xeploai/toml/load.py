"""A rule file → a rule set, or every problem in it with its place."""

import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path as FilePath
from typing import Any

import tomli

from xeploai.diagnostic import Diagnostic, InvalidRules, nearest
from xeploai.model.ruleset import Ruleset
from xeploai.source import Place, Source
from xeploai.toml.build import build
from xeploai.toml.grammar import FORMAT, NAMED, RULE_FILE
from xeploai.toml.shape import misfits
from xeploai.wellformed import faults
from xeploai.wellformed.check import check
from xeploai.wellformed.problem import Problem, diagnostics


def shipped() -> tuple[str, ...]:
    """The ids of the rule sets that ship with the library."""
    # Loaded only here: it costs a tenth of a start, and an app that names its own files never needs it.
    from importlib import resources

    files = resources.files("xeploai.rules").iterdir()
    return tuple(sorted(file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml")))


def _shipped_file(name: str) -> bytes:
    from importlib import resources

    return (resources.files("xeploai.rules") / f"{name}.toml").read_bytes()


def load(name: str | FilePath) -> Ruleset:
    """Load a rule file by its path, or a rule set that ships by its id.

    Raises:
        InvalidRules: the file cannot be read or cannot be used; every problem is named, with its place.
    """
    path = FilePath(name)
    if path.suffix != ".toml" and not path.exists():
        if str(name) not in shipped():
            values = {"name": str(name)[:200], "known": ", ".join(shipped())}
            meant = nearest(str(name), shipped())
            raise InvalidRules([Diagnostic(faults.UNKNOWN_RULESET, Place(), values, meant)])
        return parse(_shipped_file(str(name)), f"{name}.toml")
    try:
        return parse(path.read_bytes(), str(name))
    except OSError as error:
        detail = {"detail": error.strerror or type(error).__name__}
        raise InvalidRules([Diagnostic(faults.UNREADABLE, Place(str(name)), detail)]) from None


def parse(data: bytes | str, file: str = "<text>") -> Ruleset:
    """Load a rule set from the content of a rule file; `file` names it in messages.

    Raises:
        InvalidRules: the text cannot be used; every problem is named, with its place.
    """
    text = (data if isinstance(data, str) else _decode(data, file)).removeprefix("\ufeff").replace("\r\n", "\n")
    source = Source(file, text)
    document = _parse(source)
    problems: list[Problem] = []
    if (given := document.get("format", FORMAT)) != FORMAT:
        problems.append(Problem(("format",), faults.UNSUPPORTED_FORMAT, {"given": str(given), "known": str(FORMAT)}))
    else:
        problems += misfits(RULE_FILE, document, (), NAMED)
    bad = frozenset(problem.path for problem in problems if problem.fault not in _HARMLESS)
    rules = build(document, bad, source, problems)
    if rules is not None:
        problems += check(rules, _declared(document) if problems else None)
    if problems or rules is None:
        raise InvalidRules(diagnostics(problems, source, file))
    return rules


def _declared(document: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The ids that a document declares, whether or not something could be made of them."""
    names = ("sources", "kinds", "groups", "suppliers", "facts", "assumptions", "criteria")
    sections = {name: document.get(name) for name in names}
    scale = document.get("scale")
    sections["levels"] = scale.get("levels") if isinstance(scale, dict) else None
    return {name: tuple(table) if isinstance(table, dict) else () for name, table in sections.items()}


_HARMLESS = (faults.UNKNOWN_KEY, faults.ROUNDING)


def _decode(data: bytes, file: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = Place(file, data.count(b"\n", 0, error.start) + 1)
        raise InvalidRules([Diagnostic(faults.NOT_UTF8, place, {"byte": str(error.start + 1)})]) from None


def _parse(source: Source) -> dict[str, Any]:
    try:
        return tomli.loads(source.text, parse_float=Decimal)
    except tomli.TOMLDecodeError as error:
        raise InvalidRules([_syntax(source, str(error))]) from None
    except RecursionError:
        raise InvalidRules([Diagnostic(faults.TOO_DEEP, Place(source.file))]) from None
    except ValueError as error:
        # A number of more digits than Python converts, or of a form that Decimal refuses.
        raise InvalidRules([Diagnostic(faults.NOT_TOML, Place(source.file), {"detail": str(error)[:200]})]) from None


_AT = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)


def _syntax(source: Source, message: str) -> Diagnostic:
    match = _AT.fullmatch(message)
    line, column = len(source.lines), len(source.lines[-1]) + 1
    if match and match[2]:
        line, column = int(match[2]), int(match[3])
    place = Place(source.file, line, column)
    detail = {"detail": match[1] if match else message}
    snippet = source.lines[line - 1] if line <= len(source.lines) else None
    return Diagnostic(faults.NOT_TOML, place, detail, snippet=snippet)
