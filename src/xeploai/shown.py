"""How a frozen value shows itself.

attrs writes and compiles such a function for every class, the same lines each time; that took a tenth of a start.
"""

from typing import Any

import attrs


def fields_shown(value: Any) -> str:
    """`Fact(id='late', type=<FactType.COUNT: 'count'>, …)`, to stand as `__repr__` in the body of an attrs class."""
    told = (f"{field.name}={getattr(value, field.name)!r}" for field in attrs.fields(type(value)) if field.repr)
    return f"{type(value).__qualname__}({', '.join(told)})"
