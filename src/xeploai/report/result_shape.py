"""A JSON result checked by its schema: as much of JSON Schema as the schema of results uses."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from itertools import islice
from typing import Any

from xeploai.diagnostic import Diagnostic, Invalid
from xeploai.report import result_faults as faults
from xeploai.report.rate_json import FORMAT
from xeploai.report.schema import result_schema
from xeploai.source import Place

MOST = 100
Schema = Mapping[str, Any]
Path = tuple[str | int, ...]

SILENT = ("$schema", "$defs", "title", "description")
"""Keywords that say nothing about what is valid."""
_TYPES: Mapping[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "null": type(None),
}


class InvalidResult(Invalid):
    """A file that is no result of this format."""


@cache
def schema() -> Schema:
    """The schema of results."""
    found: Schema = json.loads(result_schema())
    return found


def resolved(part: Schema) -> Schema:
    """A part of the schema, a reference followed."""
    return schema()["$defs"][part["$ref"].rsplit("/", 1)[-1]] if "$ref" in part else part


def read_result(data: bytes, file: str) -> dict[str, Any]:
    """The result in the bytes of a file; keys that its format does not know are left as they are.

    Raises:
        InvalidResult: it is no result of this format; every misfit is named, with its path.
    """
    place = Place(file)
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        reason = getattr(error, "msg", None) or ("not UTF-8" if isinstance(error, UnicodeError) else "too deep")
        raise InvalidResult([Diagnostic(faults.NOT_JSON, place, {"reason": reason})]) from None
    if not isinstance(found, dict) or "format" not in found or "subjects" not in found:
        raise InvalidResult([Diagnostic(faults.NOT_A_RESULT, place)])
    if not _same(found["format"], FORMAT):
        values = {"given": f"`{str(found['format'])[:20]}`", "known": str(FORMAT)}
        raise InvalidResult([Diagnostic(faults.OTHER_FORMAT, place, values)])
    if problems := [Diagnostic(fault, place, values) for fault, values in islice(_misfits(schema(), found, ()), MOST)]:
        raise InvalidResult(problems)
    return found


def path_text(path: Path) -> str:
    """`subjects[3].findings[0].verdict`."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")[:200] or "."


def _misfits(part: Schema, value: Any, path: Path) -> Iterator[tuple[Any, dict[str, str]]]:
    part = resolved(part)
    for keyword, asked in part.items():
        if not _holds(keyword, asked, value):
            yield faults.MISSHAPEN, {"path": path_text(path), "keyword": f"{keyword}: {_short(asked)}"}
            return
    if isinstance(value, dict):
        for key in part.get("required", ()):
            if key not in value:
                yield faults.LACKING, {"path": path_text(path), "key": key}
        known, others = part.get("properties", {}), part.get("additionalProperties", {})
        for key, one in value.items():
            yield from _misfits(known.get(key, others), one, (*path, str(key)))
    if isinstance(value, list) and "items" in part:
        for number, one in enumerate(value):
            yield from _misfits(part["items"], one, (*path, number))


def _holds(keyword: str, asked: Any, value: Any) -> bool:
    """Whether a value has what one keyword asks; what is inside of it is looked at elsewhere."""
    match keyword:
        case "type":
            kinds = asked if isinstance(asked, list) else [asked]
            return any(_is(value, kind) for kind in kinds)
        case "const":
            return _same(value, asked)
        case "enum":
            return any(_same(value, one) for one in asked)
        case "anyOf":
            return any(next(_misfits(one, value, ()), None) is None for one in asked)
        case "pattern":
            return not isinstance(value, str) or re.search(asked, value) is not None
        case "format" if asked == "date":
            return not isinstance(value, str) or _is_date(value)
        case "minimum":
            return not isinstance(value, int) or value >= asked
        case "minItems":
            return not isinstance(value, list) or len(value) >= asked
        case "uniqueItems":
            return not isinstance(value, list) or all(one not in value[:at] for at, one in enumerate(value))
        case "required" | "properties" | "additionalProperties" | "items":
            return True
        case _ if keyword in SILENT:
            return True
        case _:
            raise NotImplementedError(keyword)


def _is(value: Any, kind: str) -> bool:
    return isinstance(value, _TYPES[kind]) and not (kind == "integer" and isinstance(value, bool))


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _same(one: Any, other: Any) -> bool:
    """Whether two values are the same in JSON, where 1 is not true."""
    return bool(one == other) and isinstance(one, bool) == isinstance(other, bool)


def _short(asked: Any) -> str:
    text = json.dumps(asked, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:59]}…"
