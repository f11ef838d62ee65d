"""Rule sets for people and programs: which there are, and what one of them says."""

import json
from collections.abc import Iterator, Sequence
from datetime import date

from xeploai.diagnostic import Language
from xeploai.model.label import read_label
from xeploai.model.ruleset import Ruleset
from xeploai.toml.dump import as_document
from xeploai.wording.naming import criterion_name, kind_name, level_name, naming, reading_name
from xeploai.wording.numbers import date_text
from xeploai.wording.targets import criterion_text
from xeploai.wording.words import role_word


def list_text(rules: Sequence[Ruleset], lang: Language) -> str:
    """A line for every rule set: id, dates, name, and the series of which it is a version."""
    return "\n".join(_line(one, lang) for one in rules) + "\n"


def _line(rules: Ruleset, lang: Language) -> str:
    series = f"({'chuỗi' if lang == 'vi' else 'series'} `{rules.series}`)" if rules.series else ""
    name = " ".join(filter(None, (read_label(rules.label, lang, ""), series)))
    return f"{rules.id}  {_dates(rules, lang)}  {name}".rstrip()


def _dates(rules: Ruleset, lang: Language) -> str:
    return f"{date_text(rules.in_force.since, lang)} – {date_text(rules.in_force.until, lang)}"


def list_json(rules: Sequence[Ruleset]) -> str:
    """The rule sets with their dates."""
    data = [
        {
            "id": one.id,
            "label": one.label.vi if one.label else None,
            "series": one.series,
            "since": _iso(one.in_force.since),
            "until": _iso(one.in_force.until),
        }
        for one in rules
    ]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def show_text(rules: Ruleset, lang: Language) -> str:
    """What a rule set says, criterion by criterion, in sentences made from the rules."""
    return "\n".join(_shown(rules, lang)) + "\n"


def _shown(rules: Ruleset, lang: Language) -> Iterator[str]:
    names, vi = naming(rules, lang), lang == "vi"
    yield f"{read_label(rules.label, lang, rules.id)} (`{rules.id}`, {_dates(rules, lang)})"
    for source in rules.sources:
        yield f"{'Nguồn' if vi else 'Source'} `{source.id}`: {read_label(source.label, lang, '')}"
    for criterion in rules.criteria:
        role = role_word(criterion, criterion.role, lang)
        number = f"{criterion.number}. " if criterion.number else ""
        kinds = ", ".join(kind_name(names, kind) for kind in criterion.kinds)
        yield ""
        yield f"{number}{criterion_name(names, criterion)} (`{criterion.id}`) [{role}]"
        yield f"  {criterion_text(names, criterion)}" + (f" – {kinds}" if kinds else "")
        if criterion.cite:
            words = ", ".join(f"“{text}”" for text in criterion.cite.words)
            yield f"  {'căn cứ' if vi else 'clause'}: {criterion.cite.source}, {criterion.cite.clause}" + (
                f" ({words})" if words else ""
            )
    if rules.assumptions:
        yield ""
        yield "Cách hiểu áp dụng" if vi else "Readings applied"
        for one in rules.assumptions:
            others = "; ".join(reading_name(names, one.id, other) for other in one.others)
            chosen = reading_name(names, one.id, one.chosen)
            yield f"  {read_label(one.question, lang, one.id)} → {chosen}" + (
                f" ({'cách khác' if vi else 'others'}: {others})" if others else ""
            )
    if rules.rules and rules.otherwise:
        yield ""
        yield ("Các mức: " if vi else "Levels: ") + ", ".join(level_name(names, rule.level) for rule in rules.rules)


def show_json(rules: Ruleset) -> str:
    """A rule set as the tables of its rule file."""
    return json.dumps(as_document(rules), ensure_ascii=False, indent=2, default=str) + "\n"
