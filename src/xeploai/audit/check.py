"""Everything wrong or doubtful in a rule file: what loading refuses, and else what the checks find."""

from collections.abc import Iterable, Iterator, Mapping
from os import PathLike, fspath

import attrs

from xeploai.audit.acceptance import accepting, idle
from xeploai.audit.audited import Audited, Check
from xeploai.audit.registry import every_check
from xeploai.audit.rule_file import rule_file
from xeploai.diagnostic import Diagnostic, InvalidRules, Severity, in_order
from xeploai.located import Path
from xeploai.model.label import Label
from xeploai.model.ruleset import Accepted, Ruleset
from xeploai.source import Place, Source, is_own
from xeploai.toml.beside import ByFile
from xeploai.toml.load import load
from xeploai.wellformed import faults
from xeploai.wellformed.problem import Problem, diagnostics, origin_of

CANNOT_BE_READ = (faults.UNREADABLE, faults.UNKNOWN_RULESET, faults.NOT_UTF8)


def _problems(items: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(items)


def _stays(items: Iterable[tuple[Diagnostic, Label | None]]) -> tuple[tuple[Diagnostic, Label | None], ...]:
    return tuple(items)


@attrs.frozen(eq=False)
class Audit:
    """What was found in one rule file: the problems by place, and those that the file accepts with their reasons.

    `rules` is `None` where the file cannot be used at all.
    """

    file: str
    rules: Ruleset | None = attrs.field(repr=False)
    problems: tuple[Diagnostic, ...] = attrs.field(default=(), converter=_problems)
    accepted: tuple[tuple[Diagnostic, Label | None], ...] = attrs.field(default=(), converter=_stays)

    @property
    def failed(self) -> bool:
        """Whether an error was found."""
        return any(problem.fault.severity is Severity.ERROR for problem in self.problems)

    @property
    def unread(self) -> bool:
        """Whether the file could not be read at all."""
        return self.rules is None and any(problem.fault in CANNOT_BE_READ for problem in self.problems)


def unread(name: str, refused: InvalidRules) -> Audit:
    """The audit of a file that cannot be read: why, at the name that was given where no file has one."""
    placed = (one if one.place.file else one._replace(place=Place(name)) for one in refused.problems)
    return Audit(name, None, placed)


def check(name: str | PathLike[str], texts: Mapping[str, str] | None = None, loaded: ByFile | None = None) -> Audit:
    """A rule file under audit, by its path or id; `texts` are the texts of its sources that are at hand, by source.

    `loaded` keeps what lies beside it for the next file of the folder.

    Raises:
        InvalidRules: the file cannot be read. What is wrong in a file that can be read is a finding.
    """
    name = fspath(name)
    try:
        rules = load(name)
    except InvalidRules as refused:
        if any(problem.fault in CANNOT_BE_READ for problem in refused.problems):
            raise
        return Audit(refused.problems[0].place.file or name, None, refused.problems)
    known = {} if loaded is None else loaded
    return audit(Audited(rules, rule_file(name, rules).path, texts or {}, known))


def audit(audited: Audited) -> Audit:
    """A rule set under audit: what every check finds in its own file."""
    rules, used = audited.rules, list[Accepted]()
    left, stays = list[Problem | Diagnostic](), list[tuple[Problem | Diagnostic, Label | None]]()
    for one, found in _found(audited):
        path = found.path if isinstance(found, Problem) else _path_at(rules.source, found)
        if taken := accepting(rules, one.fault.name, path):
            used.append(taken)
            stays.append((found, taken.reason))
        else:
            left.append(found)
    left += idle(rules, used)
    file = rules.source.file if rules.source else rules.id
    accepted = zip(_told(rules, (found for found, _ in stays)), (reason for _, reason in stays), strict=True)
    return Audit(file, rules, in_order(_told(rules, left)), accepted)


def _found(audited: Audited) -> Iterator[tuple[Check, Problem | Diagnostic]]:
    """What the checks find in the file itself; what it takes from others is found there."""
    for one in every_check():
        for found in one.find(audited):
            if not isinstance(found, Problem) or is_own(audited.rules.source, found.path):
                yield one, found


def _told(rules: Ruleset, found: Iterable[Problem | Diagnostic]) -> Iterator[Diagnostic]:
    origin = origin_of(rules)
    for one in found:
        yield from diagnostics([one], origin) if isinstance(one, Problem) else (one,)


def _path_at(source: Source | None, found: Diagnostic) -> Path:
    """The key path of the item in which a place of the text lies: the last one that begins before it."""
    line = found.place.line
    if source is None or line is None:
        return ()
    before = [
        path for path, located in source.index.items() if len(path) == 2 and located.key and located.key.line <= line
    ]
    return max(before, key=lambda path: _line(source, path), default=())


def _line(source: Source, path: Path) -> int:
    key = source.index[path].key
    return key.line if key else 0
