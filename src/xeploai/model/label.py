"""What people read: Vietnamese first, English where somebody has written it."""

import attrs

from xeploai.diagnostic import Language
from xeploai.noun import Noun


@attrs.frozen(repr=False, eq=False)
class Label(Noun):
    """A text in Vietnamese and, where there is one, in English."""

    vi: str
    en: str | None = None


def as_label(text: "Label | str | None") -> Label | None:
    """A label, where a plain text stands for a Vietnamese one."""
    return Label(text) if isinstance(text, str) else text


def read_label(label: Label | None, lang: Language, default: str) -> str:
    """The text in the language asked for, else in Vietnamese, else `default`."""
    if label is None:
        return default
    return (label.en if lang == "en" else None) or label.vi
