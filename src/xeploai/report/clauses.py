"""Clauses, what answers for them and the cases that exercise it, in words that every format shares."""

from collections.abc import Sequence

from xeploai.audit.cases.case import Case
from xeploai.audit.clauses import Answer, AnsweredClause, ClauseMap, Sort
from xeploai.diagnostic import Language
from xeploai.model.citation import Document
from xeploai.model.label import Label, read_label
from xeploai.source import Place, place_of
from xeploai.wording.naming import Naming, kinds_name, naming
from xeploai.wording.numbers import date_text
from xeploai.wording.words import pick

SORTS: dict[Sort, Label] = {
    "criterion": Label("tiêu chí", "criterion"),
    "rule": Label("quy tắc", "rule"),
    "veto": Label("khống chế", "veto"),
    "exemption": Label("không xếp loại", "exemption"),
    "quota": Label("tỷ lệ khống chế", "quota"),
    "undetermined": Label("chưa xác định", "undetermined"),
}
TITLE = Label("Điểm, khoản và ví dụ kiểm chứng", "Clauses and worked cases")
BY_CLAUSE = Label("Từ điểm, khoản đến ví dụ", "From clause to case")
BY_CASE = Label("Từ ví dụ đến điểm, khoản", "From case to clause")
UNCITED = Label("Chưa dẫn căn cứ", "Without a clause")
UNTESTED = Label("chưa có ví dụ", "no case")
UNANSWERED = Label("chưa có gì trả lời", "nothing answers")
UNLISTED = Label("nguồn không liệt kê", "not listed under its source")
NO_CLAUSE = Label("không thuộc điểm, khoản nào", "no clause")
COLUMNS: dict[Language, tuple[str, str, str]] = {
    "vi": ("Điểm, khoản", "Trả lời bằng", "Ví dụ kiểm chứng"),
    "en": ("Clause", "Answered by", "Worked cases"),
}
CASE_COLUMNS: dict[Language, tuple[str, str, str]] = {
    "vi": ("Ví dụ kiểm chứng", "Điểm, khoản", "Kiểm chứng"),
    "en": ("Worked case", "Clauses", "Exercises"),
}


def answer_name(names: Naming, answer: Answer) -> str:
    """What an answer is called: its label, of a rule its level and where it holds, of an open point its reason."""
    if answer.sort != "rule":
        return read_label(answer.label, names.lang, answer.name)
    scale = names.rules.scale
    level = next((one for one in scale.levels if one.id == answer.name), None) if scale else None
    where = f" ({kinds_name(names, answer.kinds)})" if answer.kinds else ""
    return read_label(level.label if level else None, names.lang, answer.name) + where


def answer_text(names: Naming, answer: Answer) -> str:
    """*tiêu chí: Dự họp đủ (`hop-tot`), “từ 90% trở lên”*."""
    words = ", ".join(f"“{one}”" for one in answer.cite.words) if answer.cite else ""
    own = f" (`{answer.name}`)" if answer.sort in ("criterion", "veto", "exemption", "quota") else ""
    said = f"{pick(SORTS[answer.sort], names.lang)}: {answer_name(names, answer)}{own}"
    return f"{said}, {words}" if words else said


def case_text(case: Case) -> str:
    """*tốt, đạt, kém (cases/xa-2024/xep-loai.toml:4)*."""
    return f"{case.title} ({case.place.file}:{case.place.line})"


def source_title(source: Document, lang: Language) -> str:
    """*Nghị quyết của Đảng ủy xã, số 01-NQ/ĐU, 20/12/2023*."""
    number = f"{'số' if lang == 'vi' else 'no.'} {source.number}" if source.number else ""
    dated = date_text(source.dated, lang) if source.dated else ""
    return ", ".join(filter(None, [read_label(source.label, lang, source.id), number, dated]))


def cases_of(one: AnsweredClause) -> tuple[Case, ...]:
    """The cases of a clause: those that name it, and those of what answers for it; each once."""
    every = (*one.cases, *(case for answer in one.answers for case in answer.cases))
    return tuple({id(case): case for case in every}.values())


def remarks_of(one: AnsweredClause, lang: Language, *, of_cases: bool = True) -> list[str]:
    """What a reader must not miss: nothing answers, no case, not listed; and the reason where one is given.

    Without `of_cases` that there is no case is left to whoever shows the cases beside.
    """
    found = [read_label(one.clause.reason, lang, "")] if one.clause.reason else []
    untested = of_cases and one.untested
    for holds, label in ((one.unanswered, UNANSWERED), (untested, UNTESTED), (not one.listed, UNLISTED)):
        if holds:
            found.append(pick(label, lang))
    return found


def lacking(one: AnsweredClause, answer: Answer) -> bool:
    """Whether no case exercises an answer, neither by its name nor by its clause."""
    return not answer.cases and not one.cases


def summary(held: ClauseMap, lang: Language) -> str:
    """How many clauses there are, how many are answered, tested, reasoned, and left open."""
    answered = sum(bool(one.answers) for one in held.clauses)
    untested = sum(one.untested for one in held.clauses)
    reasoned = sum(one.clause.reason is not None and not one.answers for one in held.clauses)
    unanswered = sum(one.unanswered for one in held.clauses)
    if lang == "vi":
        return (
            f"{len(held.clauses)} điểm, khoản: {answered} có tiêu chí, quy tắc trả lời "
            f"({untested} trong số đó chưa có ví dụ), {reasoned} có nêu lý do, {unanswered} chưa có gì trả lời; "
            f"{len(held.cases)} ví dụ kiểm chứng"
        )
    return (
        f"{len(held.clauses)} clauses: {answered} answered ({untested} of them without a case), "
        f"{reasoned} with a reason, {unanswered} with neither; {len(held.cases)} worked cases"
    )


def place_of_answer(held: ClauseMap, answer: Answer) -> Place | None:
    """Where an answer stands in its file."""
    return place_of(held.rules.source, answer.path, key=True) if held.rules.source else None


def names_of(held: ClauseMap, lang: Language) -> Naming:
    """The names of the rule set."""
    return naming(held.rules, lang)


def by_source(held: ClauseMap) -> list[tuple[Document, list[AnsweredClause]]]:
    """The clauses source by source."""
    found: dict[str, tuple[Document, list[AnsweredClause]]] = {}
    for one in held.clauses:
        found.setdefault(one.source.id, (one.source, []))[1].append(one)
    return list(found.values())


def clause_ids(clauses: Sequence[AnsweredClause]) -> list[str]:
    """The clauses by name, each once."""
    return list(dict.fromkeys(one.clause.id for one in clauses))
