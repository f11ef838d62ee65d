"""The data dictionary of a rule set: what may be declared, of whom, and within which bounds."""

import json
from collections.abc import Iterator

import attrs

from xeploai.diagnostic import Language
from xeploai.model.fact import Fact, FactType
from xeploai.model.kind import PerKind, members
from xeploai.model.label import Label, read_label
from xeploai.model.ruleset import Ruleset, kinds_of
from xeploai.report.markdown import table
from xeploai.report.sheet import sheet
from xeploai.toml.dump import as_document
from xeploai.wording.naming import Naming, fact_name, kind_name, naming, supplier_of
from xeploai.wording.targets import term_text
from xeploai.wording.words import pick

TYPES = {
    FactType.COUNT: Label("số đếm", "count"),
    FactType.NUMBER: Label("số điểm", "points"),
    FactType.YES_NO: Label("có/không", "yes/no"),
    FactType.GRADE: Label("mức của tiêu chí", "grade"),
    FactType.LEVEL: Label("mức xếp loại", "level"),
    FactType.DATE: Label("ngày", "day"),
}
COLUMNS: dict[Language, tuple[str, ...]] = {
    "vi": ("Mã", "Số liệu", "Đơn vị tính", "Kiểu", "Nơi khai", "Giới hạn", "Nơi cung cấp"),
    "en": ("Id", "Fact", "Unit", "Type", "Declared by", "Bounds", "Supplied by"),
}


@attrs.frozen
class Entry:
    """A fact in words."""

    id: str
    label: str
    unit: str
    type: str
    kinds: str
    bounds: str
    supplier: str


def entries(rules: Ruleset, lang: Language) -> Iterator[Entry]:
    """The facts of a rule set in words, in the order of the file."""
    names = naming(rules, lang)
    for fact in rules.facts:
        yield Entry(
            fact.id,
            fact_name(names, fact.id),
            read_label(fact.unit, lang, ""),
            pick(TYPES[fact.type], lang),
            ", ".join(kind_name(names, kind) for kind in fact.of),
            "; ".join(_bounds(names, fact)),
            ", ".join(dict.fromkeys(_suppliers(names, fact))),
        )


def _bounds(names: Naming, fact: Fact) -> Iterator[str]:
    if fact.minimum != 0:
        yield f"≥ {_figure(names, fact.minimum)}"
    if fact.maximum is not None:
        yield f"≤ {_figure(names, fact.maximum)}"
    yes_no = fact.type is FactType.YES_NO
    for term in fact.at_most:
        yield f"⇒ {term_text(names, term)}" if yes_no else f"≤ {term_text(names, term)}"
    if fact.sum_of:
        yield f"= {' + '.join(term_text(names, part) for part in fact.sum_of)}"
    if fact.includes:
        yield f"≥ {' + '.join(term_text(names, part) for part in fact.includes)}"


def _suppliers(names: Naming, fact: Fact) -> Iterator[str]:
    for kind in members(kinds_of(names.rules), fact.of):
        if supplier := supplier_of(names, fact.id, kind):
            yield supplier


def _figure(names: Naming, value: int | PerKind[int]) -> str:
    if isinstance(value, PerKind):
        return ", ".join(f"{number} ({kind_name(names, kind)})" for kind, number in value.values)
    return str(value)


def facts_text(rules: Ruleset, lang: Language) -> str:
    """A block for every fact."""
    return "\n".join(line for entry in entries(rules, lang) for line in _lines(entry)) + "\n"


def _lines(entry: Entry) -> Iterator[str]:
    unit = f", {entry.unit}" if entry.unit else ""
    yield f"{entry.id}  ({entry.type}{unit})"
    yield f"    {entry.label}"
    details = " | ".join(text for text in (entry.kinds, entry.bounds, entry.supplier) if text)
    yield f"    {details}" if details else ""


def facts_markdown(rules: Ruleset, lang: Language) -> str:
    """A Markdown table."""
    return table(COLUMNS[lang], [attrs.astuple(entry) for entry in entries(rules, lang)]) + "\n"


def facts_csv(rules: Ruleset, lang: Language) -> str:
    """CSV."""
    return sheet(COLUMNS[lang], [attrs.astuple(entry) for entry in entries(rules, lang)])


def facts_json(rules: Ruleset, lang: Language) -> str:
    """The facts as the rule file says them, with their ids."""
    facts = as_document(rules).get("facts", {})
    data = [{"id": name, **said} for name, said in facts.items()]
    return json.dumps({"ruleset": rules.id, "lang": lang, "facts": data}, ensure_ascii=False, indent=2) + "\n"
