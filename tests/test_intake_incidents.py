"""Tables of incidents: what is read, and what is refused, every fault at its place."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.test_intake import places, said
from xeploai.diagnostic import Diagnostic, Fault, InvalidEvidence
from xeploai.evidence import incident_faults as evidence_faults
from xeploai.intake import cell_faults, faults, incident_faults
from xeploai.intake.incidents import COLUMNS, incidents_in, read_incidents
from xeploai.intake.opened import Format
from xeploai.model.incident import Incident

HEAD = "id,subject,conduct,date,kind,measure,self_detected,remedied,decision,conduct_date"
WHOLE = Incident(
    "v-1",
    "cb-07",
    "chi sai nguồn",
    date(2024, 6, 1),
    "ky-luat-dang",
    "khien-trach",
    True,
    False,
    "QĐ 12, 1/6/2024",
    date(2023, 3, 2),
)


def table(*rows: str, head: str = HEAD) -> bytes:
    return "\n".join((head, *rows)).encode()


def incident(text: str = "v-1,cb-07,chi sai nguồn", *, head: str = HEAD) -> bytes:
    return table(text + "," * (head.count(",") - text.count(",")), head=head)


def refused(data: bytes, form: Format = "csv") -> tuple[Diagnostic, ...]:
    with pytest.raises(InvalidEvidence) as caught:
        incidents_in(data, "vu-viec.csv", form)
    said(caught.value.problems)
    return caught.value.problems


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_table_as_offices_keep_it(delimiter: str, mark: bytes) -> None:
    head = ["STT", *COLUMNS.values(), "Ghi chú"]
    cells = ["1", "v-1", "cb-07", "chi sai nguồn", "1/6/2024", "Kỷ luật Đảng", "KHIỂN TRÁCH", "có", "Không"]
    rows = [head, [*cells, '"QĐ 12, 1/6/2024"', "2-3-2023", "mới"], ["2", *[""] * 11]]
    data = mark + "\r\n".join(["# made up", *(delimiter.join(row) for row in rows)]).encode()
    (found,) = incidents_in(data, "f", "csv")
    assert found == WHOLE
    assert found.at is not None
    assert found.at.row == 3


def test_json_is_read_as_csv_is() -> None:
    row = {
        "id": "v-1",
        "Đối tượng": "cb-07",
        "conduct": "chi sai nguồn",
        "date": "2024-06-01",
        "kind": "ky-luat-dang",
        "measure": "Khiển trách",
        "self_detected": True,
        "remedied": "không",
        "decision": "QĐ 12, 1/6/2024",
        "conduct_date": "2/3/2023",
    }
    for tree in ([row], {"incidents": [row]}):
        assert incidents_in(json.dumps(tree).encode(), "f", "json") == (WHOLE,)


def test_a_blank_is_not_known_and_most_columns_may_be_absent() -> None:
    bare = Incident("v-1", "cb-07", "chi sai nguồn")
    assert incidents_in(incident(), "f", "csv") == (bare,)
    assert incidents_in(incident(head="id,subject,conduct"), "f", "csv") == (bare,)


@pytest.mark.parametrize(("data", "form"), [(table(), "csv"), (table(",,,,,,,,,"), "csv"), (b"[]", "json")])
def test_there_may_be_no_incident(data: bytes, form: Format) -> None:
    assert incidents_in(data, "f", form) == ()


def test_the_extension_tells_the_format(tmp_path: Path) -> None:
    (tmp_path / "a.CSV").write_bytes(incident())
    (tmp_path / "a.json").write_text('[{"id": "v-1", "subject": "cb-07", "conduct": "chi sai nguồn"}]', "utf-8")
    assert read_incidents(tmp_path / "a.CSV") == read_incidents(str(tmp_path / "a.json"))
    with pytest.raises(InvalidEvidence):
        read_incidents(tmp_path / "none.csv")
    (tmp_path / "a.xlsx").write_bytes(b"PK")
    with pytest.raises(InvalidEvidence):
        read_incidents(tmp_path / "a.xlsx")


def test_the_help_of_an_unknown_column_names_them_all() -> None:
    listed = ", ".join(f"`{column}`" for column in COLUMNS)
    assert listed in incident_faults.UNKNOWN_COLUMN.help_vi
    assert listed in incident_faults.UNKNOWN_COLUMN.help_en


ROW = "v-1,cb-07,chi sai nguồn"
REFUSED: list[tuple[bytes, Fault, int | None, str | None]] = [
    (b"", faults.EMPTY_FILE, None, None),
    ("§¶ng bé c¬ së, §¶ng ñy, chi bé trùc thuéc".encode(), faults.TCVN3, None, None),
    (b"PK\x03\x04rest", faults.WORKBOOK, None, None),
    (b'id,subject,conduct\nv,"a\n', faults.BROKEN_QUOTES, None, None),
    (b"a|b\nv|w", incident_faults.NO_KNOWN_COLUMN, 1, None),
    (table("v-1,a,b,c", head="id,subject,conduct,conducted"), incident_faults.UNKNOWN_COLUMN, 1, "conducted"),
    (table("v-1,a", head="id,subject"), incident_faults.NO_COLUMN, 1, None),
    (table("v-1,a,b,c", head="id,subject,conduct,Hành vi"), faults.DUPLICATE_COLUMN, 1, "Hành vi"),
    (table("v-1,a,b,c", head="id,subject,conduct,"), faults.NO_HEADING, 1, None),
    (table("v-1,a,b,c", head="id,subject,conduct"), faults.TOO_MANY_CELLS, 2, None),
    (table(ROW + ",1/6/2024"), incident_faults.CUT_OFF, 2, None),
    (incident(ROW + ",-"), cell_faults.NOT_A_DATE, 2, "date"),
    (incident(ROW + ",1/6/24"), cell_faults.SHORT_YEAR, 2, "date"),
    (incident(ROW + ",45657"), cell_faults.SERIAL, 2, "date"),
    (incident(ROW + ",31/6/2024"), cell_faults.NO_SUCH_DAY, 2, "date"),
    (incident(ROW + ",,-"), incident_faults.UNCLEAR, 2, "kind"),
    (incident(ROW + ",,,chưa rõ"), incident_faults.UNCLEAR, 2, "measure"),
    (incident(ROW + ",,,«»"), incident_faults.UNCLEAR, 2, "measure"),
    (incident("v-1,cb-07,…"), incident_faults.UNCLEAR, 2, "conduct"),
    (incident(ROW + ",,,,-"), cell_faults.UNCLEAR_ANSWER, 2, "self_detected"),
    (incident(ROW + ",,,,,1"), cell_faults.NOT_AN_ANSWER, 2, "remedied"),
    (table(ROW + ",,,,x,,,", "v-2,cb-07,b,,,,,,,"), faults.ONLY_X, 1, "self_detected"),
    (incident("v-1,cb-07,=A1"), cell_faults.FORMULA, 2, "conduct"),
    (incident(ROW + ",,#REF!"), cell_faults.SHEET_ERROR, 2, "kind"),
    (incident(ROW + ",#REF!"), cell_faults.SHEET_ERROR, 2, "date"),
    # The evidence floor speaks through the same door.
    (incident(",cb-07,a"), evidence_faults.NO_ID, 2, "id"),
    (incident("v-1,,a"), evidence_faults.NO_SUBJECT, 2, "subject"),
    (incident("v-1,cb-07,\u200b"), evidence_faults.NO_CONDUCT, 2, "conduct"),
    (table(ROW + "," * 7, "v-1,cb-08,b" + "," * 7), evidence_faults.DUPLICATE, 3, "id"),
    (incident(ROW + ",1/6/2024,,,,,,2/6/2024"), evidence_faults.MEASURE_BEFORE_CONDUCT, 2, "date"),
    (
        table(ROW + ",,,,,,,1/6/2024", "v-2,cb-07,Chi  sai nguồn,,,,,,,2/6/2024"),
        evidence_faults.CONDUCT_ON_TWO_DAYS,
        3,
        "conduct_date",
    ),
    (
        table(ROW + ",,,,,,,1/6/2024", "v-2,cb-07,CHI SAI NGUỒN,31/5/2024,,,,,,"),
        evidence_faults.MEASURE_BEFORE_CONDUCT,
        3,
        "date",
    ),
]
JSON_ROW = '{"id": "v", "subject": "a", "conduct": "b"'
REFUSED_JSON: list[tuple[str, Fault, int | None, str | None]] = [
    ("[1, ", faults.NOT_JSON, None, None),
    ('{"subjects": []}', incident_faults.NOT_A_LIST, None, None),
    (f'[{JSON_ROW}}}, "v"]', incident_faults.NOT_AN_INCIDENT, 2, None),
    (f'[{JSON_ROW}, "id": "w"}}]', cell_faults.DUPLICATE_KEY, 1, "id"),
    (f'[{JSON_ROW}, "kind": {{}}}}]', cell_faults.NESTED, 1, "kind"),
    (f'[{JSON_ROW}, "date": 45657}}]', cell_faults.SERIAL, 1, "date"),
    (f'[{JSON_ROW}, "date": true}}]', cell_faults.NOT_A_DATE, 1, "date"),
    (f'[{JSON_ROW}, "measure": 7}}]', cell_faults.NOT_TEXT, 1, "measure"),
    (f'[{JSON_ROW}, "remedied": 1}}]', cell_faults.NOT_AN_ANSWER, 1, "remedied"),
]


@pytest.mark.parametrize(("data", "fault", "row", "field"), REFUSED)
def test_refused(data: bytes, fault: Fault, row: int | None, field: str | None) -> None:
    assert places(refused(data)) == [(fault.name, row, field)]


@pytest.mark.parametrize(("text", "fault", "row", "field"), REFUSED_JSON)
def test_refused_json(text: str, fault: Fault, row: int | None, field: str | None) -> None:
    assert places(refused(text.encode(), "json")) == [(fault.name, row, field)]


def test_every_kind_of_fault_is_tried() -> None:
    catalogue = {fault for fault in vars(incident_faults).values() if isinstance(fault, Fault)}
    assert catalogue <= {fault for _, fault, _, _ in (*REFUSED, *REFUSED_JSON)}


def test_codes_and_names_are_used_once() -> None:
    modules = (faults, cell_faults, incident_faults, evidence_faults)
    catalogue = [fault for module in modules for fault in vars(module).values() if isinstance(fault, Fault)]
    assert len({fault.code for fault in catalogue}) == len({fault.name for fault in catalogue}) == len(catalogue)


def test_all_at_once_by_row_and_from_left_to_right() -> None:
    rows = (",cb-07,a,1/6/24,-,,,,,", "v-1,,,,,,x,,,", "v-1,cb-07,=B,31/12/2024,,,,,,1/1/2025")
    head = HEAD.replace("date", "Ngày", 1)
    assert places(refused(table(*rows, head=head))) == [
        ("only-x", 1, "self_detected"),
        ("incident-without-id", 2, "id"),
        ("short-year", 2, "Ngày"),
        ("placeholder-in-incident", 2, "kind"),
        ("incident-without-subject", 3, "subject"),
        ("incident-without-conduct", 3, "conduct"),
        ("duplicate-incident", 4, "id"),
        ("formula", 4, "conduct"),
    ]


def test_messages_call_the_incident_by_its_id() -> None:
    (problem,) = refused(incident(ROW + ",1/6/24"))
    assert (problem.place.subject, problem.place.file) == ("v-1", "vu-viec.csv")
