"""Ids: well written, used once, and not the name of a column; dates the right way round."""

import re
from collections import Counter
from collections.abc import Iterator

from xeploai.located import Path
from xeploai.wellformed import faults
from xeploai.wellformed.book import Book, Names, sections
from xeploai.wellformed.problem import Problem

ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,79}", re.ASCII)
COLUMNS = ("id", "name", "kind", "parent")
RESERVED = (*COLUMNS, "can_cu_xep_loai", "ly_do_khong_xep_loai")


def names(book: Book) -> Iterator[Problem]:
    """Faults in ids and dates."""
    rules = book.rules
    if not ID.fullmatch(rules.id):
        yield Problem(("ruleset", "id"), faults.BAD_ID, {"name": rules.id})
    for path, ids in sections(rules, book.criteria).items():
        for name, times in Counter(ids).items():
            if not ID.fullmatch(name):
                yield Problem((*path, name), faults.BAD_ID, {"name": name}, key=True)
            if times > 1:
                yield Problem((*path, name), faults.DUPLICATE_ID, {"name": name}, key=True)
    for group in rules.groups:
        if group.id in book.ids["kinds"]:
            yield Problem(("groups", group.id), faults.DUPLICATE_ID, {"name": group.id}, key=True)
    for name in RESERVED:
        if name in book.facts:
            yield Problem(("facts", name), faults.RESERVED, {"name": name}, key=True)
    yield from _text_columns(book)
    for name, scale, levels in (("scale", rules.scale, "levels"), ("grades", rules.grades, "grades")):
        if scale and scale.not_assessed:
            yield from _not_assessed(scale.not_assessed.id, book.ids[levels], (name, "not_assessed", "id"))
    since, until = rules.in_force.since, rules.in_force.until
    if since and until and until < since:
        yield Problem(("ruleset", "in_force", "until"), faults.DATES_REVERSED)


def _not_assessed(id_: str, levels: Names, path: Path) -> Iterator[Problem]:
    """The word for *not assessed* is an id too, and none of the levels of its scale."""
    if not ID.fullmatch(id_):
        yield Problem(path, faults.BAD_ID, {"name": id_})
    if id_ in levels:
        yield Problem(path, faults.DUPLICATE_ID, {"name": id_})


def _text_columns(book: Book) -> Iterator[Problem]:
    """Columns of text stand in one table with the facts. Several facts may share a document, several quotas a group."""
    named: list[tuple[Path, str | None]] = [(("facts", f.id, "document"), f.document) for f in book.rules.facts]
    named += [(("quotas", quota.id, "group"), quota.group) for quota in book.rules.quotas]
    for path, name in named:
        if name is None:
            continue
        if not ID.fullmatch(name):
            yield Problem(path, faults.BAD_ID, {"name": name})
        elif name in COLUMNS:
            yield Problem(path, faults.RESERVED, {"name": name})
        elif name in book.facts:
            yield Problem(path, faults.DUPLICATE_ID, {"name": name})
