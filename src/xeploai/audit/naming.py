"""How findings name things."""

from collections.abc import Sequence

from xeploai.model.ruleset import Ruleset


def kinds_text(rules: Ruleset, kinds: Sequence[str]) -> str:
    """Kinds of subject by their ids, in the order in which they are declared; of rules without kinds, a dash."""
    order = [kind.id for kind in rules.kinds if kind.id in kinds]
    return ", ".join(f"`{kind}`" for kind in order) or "–"
