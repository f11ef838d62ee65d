"""Changes of rules that no case notices, for a terminal: each with its place, and what the rules would say."""

from collections.abc import Iterator, Sequence

from xeploai.audit.mutants.survivors import Survivors
from xeploai.diagnostic import Language
from xeploai.model.label import read_label
from xeploai.report.items import item_name, item_place, place_name
from xeploai.report.test_text import one_after_another, opening_text


def survivors_text(found: Sequence[Survivors], lang: Language) -> str:
    """The rule sets one after another; first their cases that fail, if any."""
    return one_after_another(_ruleset(one, lang) for one in found)


def _ruleset(found: Survivors, lang: Language) -> Iterator[str]:
    rules = found.suite.rules
    yield opening_text(found.suite, lang)
    yield f"   {noticed_text(found, lang)}"
    for mutant in found.mutants:
        place = place_name(item_place(rules, mutant.path))
        yield f"      {place}: {item_name(rules, mutant.path)}: {read_label(mutant.says, lang, '')}"


def noticed_text(found: Survivors, lang: Language) -> str:
    """*changes noticed by a case: 130 of 140*."""
    noticed = found.number - len(found.mutants)
    if lang == "vi":
        return f"thay đổi được ví dụ phát hiện: {noticed} trên {found.number}"
    return f"changes noticed by a case: {noticed} of {found.number}"
