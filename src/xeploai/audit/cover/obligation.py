"""What some case should show, and the sorts of such things."""

from collections.abc import Callable, Iterator

import attrs

from xeploai.audit.cover.covering import Covering
from xeploai.audit.cover.witness import Witness
from xeploai.located import Path
from xeploai.model.label import Label


@attrs.frozen
class Obligation:
    """Something that some case should show of an item of the rule file, by its key path.

    `kind`: where it has to be shown kind by kind. `what` says what, in the words of the aspect.
    """

    aspect: str
    path: Path
    what: str = ""
    kind: str | None = None


@attrs.frozen(eq=False)
class Aspect:
    """One sort of thing that cases should show.

    `wanted`: all of it that is possible under a rule set. `shown`: what of it one case shows. `says`: an obligation in
    a few words.
    """

    name: str
    label: Label
    wanted: Callable[[Covering], Iterator[Obligation]]
    shown: Callable[[Covering, Witness], Iterator[Obligation]]
    says: Callable[[Obligation], Label]
