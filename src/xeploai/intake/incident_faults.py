"""The kinds of fault that a table of incidents has. Codes are stable."""

from xeploai.diagnostic import Fault

_COLUMNS = (
    "`id`, `subject`, `conduct`, `date`, `kind`, `measure`, `self_detected`, `remedied`, `decision`, `conduct_date`"
)

UNKNOWN_COLUMN = Fault(
    "XD180",
    "unknown-column-of-incidents",
    "bảng vụ việc không có cột nào tên là `{heading}`",
    "`{heading}` is no column of a table of incidents",
    f"các cột: {_COLUMNS}",
    f"the columns are: {_COLUMNS}",
)
NO_KNOWN_COLUMN = Fault(
    "XD181",
    "no-known-column-of-incidents",
    "không nhận ra cột nào của bảng vụ việc trong hàng tiêu đề: `{heading}`",
    "no column of a table of incidents is known in the header row: `{heading}`",
    "hàng đầu (sau các dòng mở đầu bằng `#`) phải là tiêu đề: `Mã vụ việc`, `Đối tượng`, `Hành vi`, …; "
    "xóa các dòng phía trên hàng tiêu đề nếu có; các cột cách nhau bằng dấu phẩy, chấm phẩy hoặc tab",
    "the first row (after lines that begin with `#`) heads the columns: `id`, `subject`, `conduct`, …; "
    "delete the lines above the header, if there are any; columns are set apart by commas, semicolons or tabs",
)
NO_COLUMN = Fault(
    "XD182",
    "missing-column-of-incidents",
    "bảng vụ việc không có cột `{label}`",
    "the table of incidents has no column `{column}`",
    "thêm cột `{label}` (hoặc `{column}`)",
    "add a column `{column}`",
)
CUT_OFF = Fault(
    "XD183",
    "incident-cut-off",
    "hàng chỉ có {cells} ô trên {columns} cột",
    "the row has only {cells} cells for {columns} columns",
    "xem dòng này có bị cắt ngang không; ô chưa biết thì để trống",
    "check that the line is not cut off; leave blank what is not known",
)
NOT_A_LIST = Fault(
    "XD184",
    "not-a-list-of-incidents",
    "JSON không phải là danh sách các vụ việc",
    "the JSON is not a list of incidents",
    'cần `[{{"id": …, "subject": …}}, …]` hoặc `{{"incidents": […]}}`, ngoài ra không có khóa nào khác',
    'it should be `[{{"id": …, "subject": …}}, …]` or `{{"incidents": […]}}`, with no other key',
)
NOT_AN_INCIDENT = Fault(
    "XD185",
    "not-an-incident",
    "phần tử này không phải là một vụ việc",
    "this element is not an incident",
    'cần `{{"id": …, "subject": …, "conduct": …}}`',
    'it should be `{{"id": …, "subject": …, "conduct": …}}`',
)
UNCLEAR = Fault(
    "XD186",
    "placeholder-in-incident",
    "`{given}` không nói được gì",
    "`{given}` says nothing",
    "để trống nếu chưa biết",
    "leave it blank if it is not known",
)
