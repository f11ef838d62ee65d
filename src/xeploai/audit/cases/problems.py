"""Whether a worked case speaks of things that there are."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from xeploai.audit.cases import faults
from xeploai.audit.cases.case import About
from xeploai.audit.cases.expectations import about, each, written_out
from xeploai.audit.cases.given import Given
from xeploai.audit.cases.grammar import SAID, UNRATED, VERDICTS
from xeploai.diagnostic import Fault
from xeploai.evidence import faults as evidence_faults
from xeploai.evidence import incident_faults as evidence_of_incidents
from xeploai.intake import cell_faults, incident_faults
from xeploai.intake import faults as table_faults
from xeploai.located import Path
from xeploai.model.evidence import Hierarchy
from xeploai.model.ruleset import Ruleset, chain_of
from xeploai.wellformed.conditions import criteria_of
from xeploai.wellformed.faults import UNKNOWN_LEVEL, UNKNOWN_WORD
from xeploai.wellformed.problem import Problem, listed

_THINGS: dict[About, tuple[str, str]] = {
    "criterion": ("tiêu chí, chỉ tiêu", "a criterion or goal"),
    "level": ("mức xếp loại", "a level"),
    "quota": ("tỷ lệ khống chế", "a quota"),
}


def case_problems(
    case: Mapping[str, Any],
    path: Path,
    rules: Ruleset,
    given: Given,
    before: Sequence[Mapping[str, Any]],
) -> Iterator[Problem]:
    """What is wrong with a case whose keys and values are of the right shape."""
    if case["title"] in [other.get("title") for other in before if isinstance(other, dict)]:
        yield Problem((*path, "title"), faults.TITLE_TWICE)
    if ("rows" in case) == ("evidence" in case):
        yield Problem((*path, "title"), faults.ROWS_OR_EVIDENCE)
    if bool(case.get("expect")) == bool(case.get("refused")):
        yield Problem((*path, "title"), faults.EXPECT_OR_REFUSED)
    if "period" in case and given.period is None:
        yield Problem((*path, "period"), faults.BAD_PERIOD, {"name": case["period"]})
    if "incidents" in case and "period" not in case and given.period is None:
        yield Problem((*path, "incidents"), faults.NO_PERIOD, key=True)
    known = refusals()
    for number, name in enumerate(case.get("refused", ())):
        if name not in known:
            yield Problem((*path, "refused", number), faults.NO_SUCH_FAULT, {"name": name}, known)
    subjects = [one.id for one in given.evidence.subjects] if isinstance(given.evidence, Hierarchy) else None
    for subject, keys in case.get("expect", {}).items():
        at = (*path, "expect", subject)
        if subjects is not None and about(subject, "") != "quota" and subject not in subjects:
            yield Problem(at, faults.NO_SUCH_SUBJECT, {"name": subject}, subjects, key=True)
        for key, said in keys.items():
            yield from _expectation(about(subject, key), key, said, (*at, key), rules)


def refusals() -> frozenset[str]:
    """The names of all faults for which a table is refused."""
    modules = (table_faults, cell_faults, incident_faults, evidence_faults, evidence_of_incidents)
    return frozenset(one.name for module in modules for one in vars(module).values() if isinstance(one, Fault))


def _expectation(of: About, key: str, said: Any, path: Path, rules: Ruleset) -> Iterator[Problem]:
    chain = list(chain_of(rules))
    criteria = [criterion.id for one in chain for criterion in criteria_of(one)]
    quotas = [quota.id for one in chain for quota in one.quotas]
    if of == "criterion" and key not in (judged := [*criteria, *(one.id for one in rules.goals)]):
        yield Problem(path, faults.NOT_JUDGED, {"name": key}, judged, key=True)
        return
    if of == "quota" and key not in quotas:
        yield Problem(path, faults.NO_SUCH_QUOTA, {"name": key}, quotas, key=True)
        return
    for at, one in each(of, said, path):
        if isinstance(one, list) and (of != "level" or len(one) != 2 or not all(isinstance(end, str) for end in one)):
            vi, en = "mức cao nhất, mức thấp nhất", "the best level, the worst level"
            yield Problem(at, faults.NOT_TWO_ENDS, {"vi": vi, "en": en})
        elif isinstance(one, str) and of == "quota":
            yield Problem(at, faults.NOT_SAID_OF_IT, _what(of, one))
        else:
            yield from _said(of, written_out(of, one), at, chain, short=not isinstance(one, dict))


def _what(of: About, key: str) -> dict[str, str]:
    vi, en = _THINGS[of]
    return {"key": key, "vi": vi, "en": en, "keys": ", ".join(f"`{name}`" for name in SAID[of])}


def _said(
    of: About, said: Mapping[str, Any], path: Path, chain: Sequence[Ruleset], *, short: bool
) -> Iterator[Problem]:
    for key, value in said.items():
        at = path if short else (*path, key)
        if key not in SAID[of]:
            yield Problem(at, faults.NOT_SAID_OF_IT, _what(of, key), SAID[of], key=True)
        elif key == "verdict" and short and value not in VERDICTS:
            words = ", ".join(f"`{word}`" for word in VERDICTS)
            yield Problem(at, UNKNOWN_WORD, {"word": value, "words": words}, VERDICTS)
        elif key in ("level", "highest", "lowest", "decided"):
            yield from _level(value, at, chain)
        elif key in ("part", "whole", "allowed", "actual", "excess") and isinstance(value, list) and len(value) != 2:
            yield Problem(at, faults.NOT_TWO_ENDS, {"vi": "số nhỏ nhất, số lớn nhất", "en": "the least, the most"})
        elif key == "deciding":
            known = _conditions(chain)
            for number, name in enumerate(value):
                if name not in known:
                    yield Problem((*at, number), faults.NOT_DECIDING, {"name": name}, known)


def _level(name: str, path: Path, chain: Sequence[Ruleset]) -> Iterator[Problem]:
    scales = [rules.scale for rules in chain if rules.scale]
    known = [level.id for scale in scales for level in scale.levels]
    known += [scale.not_assessed.id for scale in scales if scale.not_assessed]
    if name not in known:
        yield Problem(path, UNKNOWN_LEVEL, {"name": name, "known": listed(known)}, [*known, UNRATED])


def _conditions(chain: Sequence[Ruleset]) -> list[str]:
    """The ids of all that can decide a level."""
    criteria = [one.id for rules in chain for one in criteria_of(rules)]
    vetoes = [one.id for rules in chain for one in rules.vetoes]
    return [*criteria, *vetoes, *(one.id for rules in chain for one in rules.exemptions)]
