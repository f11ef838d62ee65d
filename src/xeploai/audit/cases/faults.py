"""What can be wrong with a file of worked cases. Codes are stable."""

from xeploai.diagnostic import Fault

NO_SUCH_SUBJECT = Fault(
    "XC001",
    "unknown-subject",
    "bảng của ví dụ không có đơn vị `{name}`",
    "the table of the case has no subject `{name}`",
)
NOT_JUDGED = Fault(
    "XC002",
    "unknown-expectation",
    "bộ quy tắc không có tiêu chí hay chỉ tiêu `{name}`",
    "the rule set has neither a criterion nor a goal `{name}`",
    "mức xếp loại thì viết `level`",
    "for the level write `level`",
)
NO_SUCH_QUOTA = Fault(
    "XC003", "unknown-quota", "bộ quy tắc không có tỷ lệ khống chế `{name}`", "the rule set has no quota `{name}`"
)
NOT_SAID_OF_IT = Fault(
    "XC004",
    "key-not-for-this",
    "`{key}` không dùng cho {vi}",
    "`{key}` cannot be said of {en}",
    "dùng được: {keys}",
    "what can be said: {keys}",
)
EXPECT_OR_REFUSED = Fault(
    "XC005",
    "expect-or-refused",
    "ví dụ phải có đúng một trong hai: `expect` hoặc `refused`, và không để trống",
    "a case has exactly one of `expect` and `refused`, and it is not empty",
)
ROWS_OR_EVIDENCE = Fault(
    "XC006",
    "rows-or-evidence",
    "ví dụ phải có đúng một trong hai: `rows` hoặc `evidence`",
    "a case has exactly one of `rows` and `evidence`",
)
NO_SUCH_FAULT = Fault(
    "XC007", "unknown-refusal", "không có lỗi số liệu nào tên `{name}`", "data have no fault `{name}`"
)
BAD_PERIOD = Fault(
    "XC008",
    "bad-period",
    "`{name}` không phải là kỳ xếp loại",
    "`{name}` is not a period",
    "viết năm hoặc quý, ví dụ 2024, 2025-Q4",
    "write a year or a quarter, such as 2024, 2025-Q4",
)
NOT_WHOSE = Fault(
    "XC009",
    "ruleset-not-named",
    "tệp không nói ví dụ thuộc bộ quy tắc nào",
    "the file does not say to which rule set its cases belong",
    'thêm `ruleset = "…"` ở đầu tệp, hoặc đặt tệp vào thư mục mang tên tệp quy tắc',
    'add `ruleset = "…"` at the top, or put the file into a folder named for the rule file',
)
TITLE_TWICE = Fault("XC010", "title-twice", "đã có ví dụ tên như vậy trong tệp", "the file has a case of that title")
NOT_DECIDING = Fault(
    "XC011",
    "unknown-condition",
    "bộ quy tắc không có tiêu chí, điều kiện khống chế hay trường hợp không xếp loại `{name}`",
    "the rule set has no criterion, veto or exemption `{name}`",
)
NOT_TWO_ENDS = Fault(
    "XC012",
    "not-two-ends",
    "ở đây cần đúng hai phần tử: {vi}",
    "two items are needed here: {en}",
)
UNREADABLE = Fault(
    "XC013",
    "case-unreadable",
    "không đọc được tệp ví dụ",
    "the file of cases cannot be read",
    "kiểm tra quyền đọc và ổ đĩa",
    "check the permissions and the disk",
)
NO_PERIOD = Fault(
    "XC014",
    "period-needed",
    "cần biết kỳ xếp loại để tính vụ việc",
    "incidents can only be counted within a period",
    'thêm `period`, ví dụ period = "2024"',
    'add `period`, such as period = "2024"',
)
