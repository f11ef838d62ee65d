"""What can be wrong with a file that should be a result. Codes are stable."""

from xeploai.diagnostic import Fault

NOT_JSON = Fault(
    "XR001",
    "result-not-json",
    "tệp không phải là JSON",
    "the file is not JSON: {reason}",
    "cần tệp do `xeploai rate --format json` ghi ra",
    "a file is needed that `xeploai rate --format json` has written",
)
NOT_A_RESULT = Fault(
    "XR002",
    "not-a-result",
    "tệp không phải là kết quả của `xeploai rate`",
    "the file is not a result of `xeploai rate`",
    "cần tệp do `xeploai rate --format json` ghi ra",
    "a file is needed that `xeploai rate --format json` has written",
)
OTHER_FORMAT = Fault(
    "XR003",
    "result-format",
    "kết quả theo định dạng {given}, ở đây chỉ đọc được định dạng {known}",
    "the result has format {given}, only format {known} can be read",
)
MISSHAPEN = Fault(
    "XR004",
    "misshapen-result",
    "`{path}` không đúng định dạng của kết quả",
    "`{path}` is not as the format has it ({keyword})",
    "xem: xeploai schema result",
    "see: xeploai schema result",
)
LACKING = Fault("XR005", "result-lacks-key", "`{path}` thiếu khóa `{key}`", "`{path}` lacks the key `{key}`")
