"""The laws of reading tables: what is written is read, in any dialect; anything else is refused, and no crash."""

import csv
import io
import json
from datetime import date
from decimal import Decimal
from random import Random
from unicodedata import normalize

from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from tests.test_intake import RULES, said
from xeploai.diagnostic import InvalidEvidence
from xeploai.evidence.dictionary import dictionary
from xeploai.evidence.tree import contradictions
from xeploai.intake.from_csv import read_csv
from xeploai.intake.from_json import read_json
from xeploai.intake.headings import BASE, NOTES
from xeploai.model.evidence import Answer, Evidence, Hierarchy
from xeploai.vietnamese.folding import fold

IDS = st.text("abz019-_./; ,'", min_size=1, max_size=6).map(lambda text: " ".join(text.split())).filter(bool)
NAMES = st.lists(st.sampled_from(["Chi bộ", "Phòng", "Hòa", "hoà", "số 1", '"A"', "B, C", "#", "Đ"]), max_size=4).map(
    " ".join
)
LEVELS = {
    "xuat-sac": ("xuat-sac", "HTXS", "Hoàn thành xuất sắc", "hoàn thành xuất sắc nhiệm vụ"),
    "khong-hoan-thanh": ("KHTNV", "Không hoàn thành nhiệm vụ", "KHÔNG HOÀN THÀNH"),
    "khong-xep-loai": ("khong-xep-loai", "không xếp loại"),
}
ANSWERS = {True: ("có", "CÓ", "yes", "True"), False: ("không", "Không", "no", "false")}
KINDS = {
    "khoi": ("khoi", "Đảng bộ Khối"),
    "dang-bo": ("dang-bo", "đảng bộ cơ sở"),
    "chi-bo": ("chi-bo", "Chi bộ trực thuộc đảng ủy cơ sở", "chi bộ trực thuộc đảng bộ cơ sở"),
}
GRADES = {
    "xs": ("xs", "XS", "Xuất sắc"),
    "tot": ("tot", "Tốt"),
    "khong-danh-gia": ("khong-danh-gia", "không đánh giá"),
}
POINTS = st.decimals(0, 100, places=2) | st.decimals(0, 100, places=4)
DAYS = st.dates(date(1930, 2, 3), date(2100, 1, 1))
LABELS = BASE | NOTES | {fact.id: fact.label.vi for fact in RULES.facts if fact.label and fact.label.vi != "Số khác"}


def figures(draw: DrawFn) -> dict[str, Answer | None]:
    """What a subject without any below it may state."""
    members = draw(st.none() | st.integers(1, 5000))
    studied = draw(st.none() | st.integers(0, members if members is not None else 5000))
    yes = draw(st.sampled_from([None, True, False]))
    level = draw(st.sampled_from([None, *LEVELS]))
    return {"dang_vien": members, "hoc_tap": studied, "dan_chu": yes, "muc": level} | {
        "diem": draw(st.none() | POINTS),
        "tu_tuong": draw(st.sampled_from([None, *GRADES])),
        "ngay_lap": draw(st.none() | DAYS),
    }


def totals(draw: DrawFn, below: list[dict[str, Answer | None]]) -> dict[str, Answer | None]:
    """What a subject may state that has others below it: what they add up to, where all of them are known."""
    found = figures(draw) | {"so_chi_bo": draw(st.sampled_from([None, len(below)]))}
    for fact in ("dang_vien", "hoc_tap"):
        parts = [number for facts in below if isinstance(number := facts[fact], int)]
        whole = len(parts) == len(below) and draw(st.booleans())
        found[fact] = sum(parts) if whole else None
    return found


@st.composite
def hierarchies(draw: DrawFn) -> Hierarchy:
    """Consistent evidence of a few organisations, in any order of the rows."""
    ids = draw(st.lists(IDS, min_size=1, max_size=9, unique=True))
    root = Evidence(ids[0], "khoi", {"khac_1": draw(st.none() | st.integers(0, 10**14))}, draw(NAMES) or None)
    found, committees = [root], 0
    while committees < len(ids) - 1:
        id_, *cells = ids[1 + committees : 1 + committees + draw(st.integers(1, 4))]
        below = [figures(draw) for _ in cells]
        facts = totals(draw, below) if cells else figures(draw)
        found.append(Evidence(id_, "dang-bo", facts, draw(NAMES) or None, draw(st.sampled_from([None, ids[0]]))))
        found += [
            Evidence(cell, "chi-bo", of, draw(NAMES) or None, id_, {"can_cu_xep_loai": "QĐ 1; 2"})
            for cell, of in zip(cells, below, strict=True)
        ]
        committees += 1 + len(cells)
    return Hierarchy(draw(st.permutations(found)))


def written(draw: DrawFn, text: str) -> str:
    """A text in some spelling that means the same."""
    return draw(st.sampled_from([text, text.upper(), text.lower(), normalize("NFD", text), f" {text}  "]))


def cells_of(draw: DrawFn, hierarchy: Hierarchy, subject: Evidence) -> dict[str, str]:
    """A subject as people write it."""
    names = [fold(other.name) for other in hierarchy.subjects if other.name]
    ids = {other.id for other in hierarchy.subjects}
    above = next((other for other in hierarchy.subjects if other.id == subject.parent), None)
    parents = [subject.parent or ""]
    if above and above.name and above.name not in ids and names.count(fold(above.name)) == 1:
        parents.append(written(draw, above.name))
    cells = {
        "id": subject.id,
        "name": subject.name or "",
        "kind": written(draw, draw(st.sampled_from(KINDS[subject.kind]))),
        "parent": draw(st.sampled_from(parents)),
        **subject.notes,
    }
    for fact, answer in subject.facts.items():
        match answer:
            case bool():
                cells[fact] = written(draw, draw(st.sampled_from(ANSWERS[answer])))
            case int():
                cells[fact] = draw(st.sampled_from([str(answer), f"{answer:,}".replace(",", "."), f" {answer}"]))
            case Decimal():
                text = f"{answer:f}"
                cells[fact] = draw(st.sampled_from([text, text.replace(".", ","), f" {text}00"]))
            case date():
                cells[fact] = draw(st.sampled_from([answer.isoformat(), f"{answer.day}/{answer:%m}/{answer.year}"]))
            case str():
                words = GRADES[answer] if fact == "tu_tuong" else LEVELS[answer]
                cells[fact] = written(draw, draw(st.sampled_from(words)))
    return cells


@st.composite
def sheets(draw: DrawFn) -> tuple[Hierarchy, bytes]:
    """Evidence, and a CSV file that states it, in one of the dialects."""
    hierarchy = draw(hierarchies())
    rows = [cells_of(draw, hierarchy, subject) for subject in hierarchy.subjects]
    columns = draw(st.permutations(["STT", *LABELS, "khac_1", "Ghi chú"]))
    headings = [written(draw, draw(st.sampled_from([column, LABELS.get(column, column)]))) for column in columns]
    lines = io.StringIO()
    writer = csv.writer(
        lines,
        delimiter=draw(st.sampled_from(",;\t")),
        quoting=draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])),
        lineterminator=draw(st.sampled_from(["\n", "\r\n", "\r"])),
    )
    writer.writerow(headings)
    for row in rows:
        writer.writerow([row.get(column, "1" if column == "STT" else "") for column in columns])
        if draw(st.booleans()):
            writer.writerow([""] * draw(st.integers(0, len(columns) + 2)))
    comment = draw(st.sampled_from(["", "# made up\n", '# "a, b; c\r\n\n']))
    return hierarchy, draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + (comment + lines.getvalue()).encode()


@given(sheets())
def test_what_is_written_is_read(sheet: tuple[Hierarchy, bytes]) -> None:
    hierarchy, data = sheet
    found = read_csv(data, "f", RULES)
    assert found == hierarchy
    said(found.notices)
    assert {notice.fault.name for notice in found.notices} <= {
        "count-read-as",
        "row-without-parent",
        "ids-nearly-the-same",
    }


@given(hierarchies())
def test_json_too(hierarchy: Hierarchy) -> None:
    rows = [
        {"id": s.id, "name": s.name, "kind": s.kind, "parent": s.parent, **s.facts, **s.notes}
        for s in hierarchy.subjects
    ]
    assert read_json(json.dumps(rows, default=str).encode(), "f", RULES) == hierarchy


@given(POINTS)
def test_points_of_json_are_those_that_are_written(points: Decimal) -> None:
    found = read_json(f'[{{"id": "d", "kind": "dang-bo", "diem": {points:f}}}]'.encode(), "f", RULES)
    assert found.subjects[0].facts == {"diem": points}


NASTY = st.sampled_from(
    [
        *"-–…xX0+=#\"'\t\n\r\u00d0\u200b\u202e\ufeff\x1c\x85",
        "1.5",
        "3,402",
        "9" * 5000,
        "=A1",
        "#REF!",
        "12%",
        "Tốt",
        "92,5",
        "45657",
        "1/7/24",
        "k",
    ]
) | st.text(max_size=8)


@given(sheets(), st.lists(st.tuples(st.integers(0), NASTY), max_size=4), st.randoms(use_true_random=False))
def test_a_spoiled_sheet_is_read_or_refused(
    sheet: tuple[Hierarchy, bytes], pieces: list[tuple[int, str]], random: Random
) -> None:
    text = sheet[1].decode()
    for place, piece in pieces:
        at = place % (len(text) + 1)
        text = text[:at] + piece + text[at + random.randint(0, 9) :]
    read_or_refused(text.encode("utf-8", "replace"))


@given(
    st.binary(max_size=300) | st.text(max_size=300).map(lambda text: ("id,kind\n" + text).encode("utf-8", "replace"))
)
@example(b"id,kind\r\rk,khoi\r")
@example("id,kind,\u0661\nk,khoi,\u0661".encode())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    read_or_refused(data)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | NASTY | st.text(st.characters(), max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NASTY, inner, max_size=3),
    max_leaves=6,
)
OBJECTS = st.dictionaries(
    st.sampled_from([*LABELS, "Ghi chú"]) | NASTY, VALUES | st.sampled_from(["khoi", "a"]), max_size=6
)


@given(st.lists(OBJECTS | VALUES, max_size=4) | VALUES)
def test_any_json_is_read_or_refused(tree: object) -> None:
    read_or_refused(json.dumps(tree).encode())


def read_or_refused(data: bytes) -> None:
    """Either there is evidence that stands, or there are faults; nothing else comes out, and all of it can be said."""
    for reader in (read_csv, read_json):
        try:
            hierarchy = reader(data, "f", RULES)
        except InvalidEvidence as refusal:
            said(refusal.problems)
        else:
            assert hierarchy.subjects
            said(hierarchy.notices)
            assert not list(contradictions(dictionary(RULES, ()), hierarchy.subjects))
