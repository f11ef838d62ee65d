"""Rules and vetoes: what they are made of, levels on the scale, best first, one rule a level, and an `otherwise`."""

from collections.abc import Iterator

from xeploai.locator import Path
from xeploai.model.condition import AllOf, AnyOf, Condition, Criterion, KOf, Not, Undetermined
from xeploai.model.ruleset import Ruleset
from xeploai.wellformed import faults
from xeploai.wellformed.problem import Problem
