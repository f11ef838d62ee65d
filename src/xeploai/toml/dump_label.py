"""What is said in one line: labels, citations, terms, figures by kind."""

from collections.abc import Mapping
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

from xeploai.model.citation import Citation
from xeploai.model.fact import Term
from xeploai.model.kind import PerKind
from xeploai.model.label import Label

Table = dict[str, Any]


def some(table: Mapping[str, Any]) -> Table:
    """A table without what is not said."""
    return {key: value for key, value in table.items() if value is not None and value not in ((), {}, [])}


def label(text: Label | None) -> Table | None:
    """A label as its table of languages."""
    return None if text is None else some({"vi": text.vi, "en": text.en})


def cite(one: Citation | None) -> Table | None:
    """A citation as its table."""
    if one is None:
        return None
    return some({"source": one.source, "clause": one.clause, "words": one.words})


def term(one: Term) -> str | Table:
    """A fact by its id, a number of subjects by its table."""
    return one if isinstance(one, str) else {"count": list(one.of)}


def per_kind(value: Any) -> Any:
    """A figure, or the table of figures by kind."""
    return dict(value.values) if isinstance(value, PerKind) else value


def number(value: Fraction) -> int | Decimal | str:
    """Points: a whole number, a decimal where it ends, else a quoted fraction."""
    if value.denominator == 1:
        return value.numerator
    with localcontext(prec=60):
        decimal = Decimal(value.numerator) / value.denominator
    return decimal if Fraction(decimal) == value else f"{value.numerator}/{value.denominator}"
