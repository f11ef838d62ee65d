"""What can answer a fact."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TypeGuard, assert_never

from xeploai.model.evidence import Answer
from xeploai.model.fact import Fact, FactType
from xeploai.model.kind import Kinds, figure_for
from xeploai.model.ruleset import Ruleset


def admits(rules: Ruleset, kinds: Kinds, fact: Fact, kind: str) -> Callable[[Answer], bool]:
    """Whether an answer can stand, at one glance."""
    match fact.type:
        case FactType.COUNT:
            least, most = ends_of(kinds, fact, kind)
            if most is None:
                return lambda answer: type(answer) is int and answer >= least
            return lambda answer: type(answer) is int and least <= answer <= most
        case FactType.NUMBER:
            low, high = ends_of(kinds, fact, kind)
            return lambda answer: is_points(answer) and answer >= low and (high is None or answer <= high)
        case FactType.YES_NO:
            return lambda answer: type(answer) is bool
        case FactType.GRADE | FactType.LEVEL:
            words = words_of(rules, fact)
            return lambda answer: answer in words
        case FactType.DATE:
            return lambda answer: type(answer) is date
        case _:
            assert_never(fact.type)


def is_points(answer: Answer) -> TypeGuard[int | Decimal]:
    """Whether an answer is a number of points: exact, and neither a truth value nor infinite."""
    return type(answer) is int or (isinstance(answer, Decimal) and answer.is_finite())


def ends_of(kinds: Kinds, fact: Fact, kind: str) -> tuple[int, int | None]:
    """The least and the most that a fact can hold at a kind."""
    return figure_for(kinds, fact.minimum, kind) or 0, figure_for(kinds, fact.maximum, kind)


def words_of(rules: Ruleset, fact: Fact) -> tuple[str, ...]:
    """The ids that a grade or a level may be given by, the word for *not assessed* included."""
    scale = rules.grades if fact.type is FactType.GRADE else rules.scale
    return tuple(level.id for level in (*scale.levels, scale.not_assessed) if level) if scale else ()
