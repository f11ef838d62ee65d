"""A period rated again beside its first result: whose level is another now, and why (HD 25-HD/BTCTW, 4.5)."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

import attrs

from xeploai.diagnostic import Language
from xeploai.model.evidence import Evidence
from xeploai.model.label import read_label
from xeploai.model.outcome import Rating, Standing
from xeploai.report.level_changes import LevelChange, level_changes
from xeploai.report.rate_json import as_data
from xeploai.report.result import Result
from xeploai.report.subject import Subject, proposer, rules_of
from xeploai.report.verification import Verification, verification
from xeploai.report.verify_text import side_texts
from xeploai.vietnamese.printing import two_digits
from xeploai.wording.levels import proposed
from xeploai.wording.naming import Naming, level_name, naming, titled
from xeploai.wording.numbers import date_text
from xeploai.wording.said import Said
from xeploai.wording.sentences import lacks_texts
from xeploai.wording.standing import exemption_texts, veto_texts


@attrs.frozen(eq=False)
class Rerating:
    """A result beside the first one of its period, which is as its JSON has it."""

    result: Result
    found: Verification

    @cached_property
    def changes(self) -> tuple[LevelChange, ...]:
        """The subjects whose level differs."""
        return level_changes(self.found)

    @cached_property
    def subjects(self) -> Mapping[str, Subject]:
        """The subjects of the result made now."""
        return {subject.id: subject for subject in self.result.subjects}


def rerating(first: Mapping[str, Any], result: Result) -> Rerating:
    """Put a result beside the first one of the same period."""
    return Rerating(result, verification(first, as_data(result)))


def heading(one: Rerating, lang: Language) -> str:
    """*Bộ quy tắc ví dụ – kỳ 2023, xếp loại lại*."""
    name = read_label(one.result.rules.label, lang, one.result.rules.id)
    period = one.result.period.name
    return f"{name} – kỳ {period}, xếp loại lại" if lang == "vi" else f"{name} – period {period}, rated again"


def opening(one: Rerating, lang: Language) -> Iterator[str]:
    """The first result, the day of the data, and whether rules and data are others."""
    before, as_of = one.found.before, one.result.as_of
    made = date_text(date.fromisoformat(before["made"]), lang)
    lead = "kết quả đầu lập ngày {} bằng {}" if lang == "vi" else "first result made on {} by {}"
    yield lead.format(made, before["tool"])
    if as_of:
        yield f"{'số liệu đến ngày' if lang == 'vi' else 'data as of'} {date_text(as_of, lang)}"
    yield from side_texts(one.found, lang)


def change_texts(one: Rerating, lang: Language) -> Iterator[Said]:
    """*Chi bộ 7 (`cb-07`): Hoàn thành tốt nhiệm vụ → Không hoàn thành nhiệm vụ*, what caps the level below it."""
    for change in one.changes:
        subject = one.subjects.get(change.subject)
        outcome = proposer(subject) if subject else None
        names = naming(rules_of(outcome) if outcome else one.result.rules, lang, one.result.period.until)
        row = subject.row if subject else _row(change)
        before, now = _level(names, change.before), _level(names, change.now)
        standing = one.result.standings.get(change.subject)
        why = tuple(_why(one, change, names, standing)) if standing else ()
        yield Said(f"{titled(names, row)}: {before} → {now}", why)


def conclusion(one: Rerating, lang: Language) -> str:
    """How many levels differ."""
    count = len(one.changes)
    if lang == "vi":
        return f"{two_digits(count)} mức xếp loại khác kết quả đầu" if count else "không mức xếp loại nào khác"
    return f"{count} level{'' if count == 1 else 's'} other than first" if count else "no level differs"


def _row(change: LevelChange) -> Evidence:
    """A subject that only the first result has."""
    said = change.before or {}
    return Evidence(change.subject, said.get("kind", ""), name=said.get("name"))


def _level(names: Naming, subject: Mapping[str, Any] | None) -> str:
    """The level that a result proposes for a subject, and the one decided, if it is."""
    vi = names.lang == "vi"
    if subject is None:
        return "không có trong bảng" if vi else "not in the table"
    if subject["rating"] is None:
        return "không có quy tắc xếp loại" if vi else "no rule gives a level"
    said = subject["rating"]
    rating = Rating(said["highest"], said["lowest"], bool(said.get("may_be_unrated")), said.get("decided"))
    level = proposed(names, rating)
    if rating.decided is None:
        return level
    return f"{level} ({'đã quyết định' if vi else 'decided'}: {level_name(names, rating.decided)})"


def _why(one: Rerating, change: LevelChange, names: Naming, standing: Standing) -> Iterator[str]:
    """What holds now; what held at first and does no more; what is missing, where the level is open."""
    yield from exemption_texts(names, standing.exemptions)
    yield from veto_texts(names, standing.vetoes)
    before = change.rating_before or {}
    lead = "Không còn" if names.lang == "vi" else "No longer"
    gone = [name for name in before.get("exemptions", ()) if name not in standing.exemptions]
    yield from (f"{lead}: {text}" for text in exemption_texts(names, gone))
    gone = [name for name in before.get("vetoes", ()) if name not in standing.vetoes]
    yield from (f"{lead}: {text}" for text in veto_texts(names, gone))
    if standing.missing:
        lacks = "; ".join(lacks_texts(names, standing.missing, one.result.names))
        yield f"{'Còn chờ' if names.lang == 'vi' else 'Missing'}: {lacks}"
