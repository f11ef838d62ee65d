"""JSON Schema of the rule language, made from its grammar, and of the JSON result."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, assert_never

from xeploai.diagnostic import Language
from xeploai.toml.grammar import FORMAT, NAMED, RULE_FILE
from xeploai.toml.shape import ById, Day, Either, Key, ListOf, Nested, Number, Shape, Table, Text, Whole, YesNo

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def rules_schema(lang: Language) -> str:
    """The schema of rule files, its descriptions in the language asked for."""
    schema = {
        "$schema": DIALECT,
        "title": f"xeploai rule file, format {FORMAT}",
        **shape_schema(RULE_FILE, lang),
        "$defs": {name: shape_schema(shape, lang) for name, shape in NAMED.items()},
    }
    schema["properties"]["format"]["const"] = FORMAT
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def shape_schema(shape: Shape, lang: Language) -> dict[str, Any]:
    """The schema of one shape."""
    match shape:
        case Text(words):
            return {"type": "string", "enum": list(words)} if words else {"type": "string"}
        case Whole(least):
            return {"type": "integer", "minimum": least}
        case YesNo():
            return {"type": "boolean"}
        case Number():
            return {"type": "number"}
        case Day():
            return {"type": "string", "format": "date"}
        case ListOf(item):
            return {"type": "array", "items": shape_schema(item, lang)}
        case ById(item):
            return {"type": "object", "additionalProperties": shape_schema(item, lang)}
        case Either(options):
            return {"anyOf": [shape_schema(option, lang) for option in options]}
        case Nested(name):
            return {"$ref": f"#/$defs/{name}"}
        case Table(keys):
            return _table(keys, lang)
        case _:
            assert_never(shape)


def _table(keys: Mapping[str, Key], lang: Language) -> dict[str, Any]:
    properties = {
        name: {"description": key.vi if lang == "vi" else key.en, **shape_schema(key.shape, lang)}
        for name, key in keys.items()
    }
    required = [name for name, key in keys.items() if key.required]
    table: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**table, "required": required} if required else table


def result_schema() -> str:
    """The schema of the JSON result of `rate`."""
    return Path(__file__).with_name("result-schema.json").read_text(encoding="utf-8")
