"""What a changed criterion asks, in words."""

from collections.abc import Callable

from xeploai.diagnostic import Language
from xeploai.model.condition import Criterion
from xeploai.model.label import Label
from xeploai.model.ruleset import Ruleset
from xeploai.model.target import Between, Target
from xeploai.wording.naming import naming
from xeploai.wording.targets import target_text


def said_instead(rules: Ruleset, criterion: Criterion, target: Target) -> Label:
    """*at least 51% instead of at least 50%*."""
    return instead(lambda lang, one: _text(rules, criterion, one, lang), target, criterion.target)


def instead(text: Callable[[Language, Target], str], other: Target, chosen: Target) -> Label:
    """What is said instead of what."""
    return Label(
        f"{text('vi', other)} thay vì {text('vi', chosen)}", f"{text('en', other)} instead of {text('en', chosen)}"
    )


def _text(rules: Ruleset, criterion: Criterion, target: Target, lang: Language) -> str:
    said = target_text(naming(rules, lang), criterion, target)
    return f'{said}, above = "{target.above}"' if isinstance(target, Between) else said
