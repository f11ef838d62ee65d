"""Labels and citations, from the texts and tables that say them."""

from collections.abc import Mapping
from typing import Any

from xeploai.model.citation import Citation
from xeploai.model.label import Label


def build_label(value: str | Mapping[str, str]) -> Label:
    """A label: Vietnamese alone, or a table of languages."""
    return Label(value) if isinstance(value, str) else Label(value["vi"], value.get("en"))


def label_in(item: Mapping[str, Any], key: str = "label") -> Label | None:
    """The label under a key, where there is one."""
    return build_label(item[key]) if key in item else None


def citation_in(item: Mapping[str, Any]) -> Citation | None:
    """The citation of an item, where there is one."""
    cite = item.get("cite")
    return None if cite is None else Citation(cite["source"], cite["clause"], cite.get("words", ()))
