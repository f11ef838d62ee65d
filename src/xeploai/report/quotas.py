"""The quotas of a list of levels."""

from collections.abc import Iterator

from xeploai.diagnostic import Language
from xeploai.model.ruleset import Ruleset
from xeploai.report.result import Result, group_of
from xeploai.wording.naming import naming
from xeploai.wording.quotas import never_exceeded, quota_notes, quota_text, rest_text
from xeploai.wording.said import Said


def quota_lines(result: Result, lang: Language) -> Iterator[Said]:
    """The groups in which a quota is or may be exceeded, with clause and readings; how many others there are."""
    listed = [found for found in result.quotas if not never_exceeded(found)]
    for found in listed:
        names = naming(_rules_with(result, found.quota), lang)
        text = quota_text(names, found, group_of(result, found), result.names)
        yield Said(text, tuple(quota_notes(names, found)))
    if rest := len(result.quotas) - len(listed):
        yield Said(rest_text(naming(result.rules, lang), rest, len(listed)))


def _rules_with(result: Result, quota: str) -> Ruleset:
    """The rule set of the chain that has a quota."""
    return next(rules for rules, _ in result.chain if any(one.id == quota for one in rules.quotas))
