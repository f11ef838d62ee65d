"""A cap on the share of subjects at a level within a group of similar role."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal

import attrs

from xeploai.model.citation import Citation
from xeploai.model.kind import names
from xeploai.model.label import Label, as_label
from xeploai.model.measure import Ratio
from xeploai.noun import Noun

Base = Literal["good", "good_or_better", "assessed"]
Rounding = Literal["down", "half_up"]


@attrs.frozen(repr=False, eq=False)
class Raised(Noun):
    """A higher rate where a yes-no fact of the authority is yes (outstanding achievements, with their decision)."""

    rate: Fraction
    yes: str


@attrs.frozen(repr=False, eq=False)
class OtherQuota(Noun):
    """A quota as another reading of the text would have it; what it does not say is as in the chosen one."""

    assumption: str
    reading: str
    base: Base | None = None
    rounding: Rounding | None = None
    rate: Fraction | Ratio | None = attrs.field(default=None, kw_only=True)
    raised: Raised | None = attrs.field(default=None, kw_only=True)


def _others(items: Iterable[OtherQuota]) -> tuple[OtherQuota, ...]:
    return tuple(items)


@attrs.frozen(repr=False, eq=False)
class Quota(Noun):
    """How many of a group may be rated a level.

    `rate` is a share, or a ratio of facts at the authority. `base`: of those rated the next level down (`good`), of
    those rated that or better, or of all assessed. `rounding`: of what the rate comes to. `within`: the kinds of the
    authority below which groups are formed (none: the table). `group`: the text column that names the group of similar
    role; where it is blank the kind is the group, and without such a column all are one group. `apart`: a yes-no fact
    of those who are not counted. `raised`: a higher rate.
    """

    id: str
    level: str
    rate: Fraction | Ratio
    kinds: tuple[str, ...] = attrs.field(default=(), converter=names, kw_only=True)
    base: Base = attrs.field(default="good", kw_only=True)
    rounding: Rounding = attrs.field(default="down", kw_only=True)
    within: tuple[str, ...] = attrs.field(default=(), converter=names, kw_only=True)
    group: str | None = attrs.field(default=None, kw_only=True)
    apart: str | None = attrs.field(default=None, kw_only=True)
    raised: Raised | None = attrs.field(default=None, kw_only=True)
    label: Label | None = attrs.field(default=None, converter=as_label, kw_only=True)
    cite: Citation | None = attrs.field(default=None, kw_only=True)
    assume: tuple[str, ...] = attrs.field(default=(), converter=names, kw_only=True)
    alternatives: tuple[OtherQuota, ...] = attrs.field(default=(), converter=_others, kw_only=True)
