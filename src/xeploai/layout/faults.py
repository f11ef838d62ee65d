"""What can stand in the way of the canonical layout."""

from xeploai.diagnostic import Fault

NOT_LAID_OUT = Fault(
    "XF001",
    "not-laid-out",
    "không định dạng được tệp này mà giữ nguyên mọi điều nó ghi; tệp được giữ như cũ",
    "this file cannot be laid out so that it still says all that it says; it is left as it is",
    "viết lại chỗ lạ (bảng nhiều dòng, khóa có dấu chấm) theo cách thường dùng trong các bộ quy tắc đi kèm",
    "write what is unusual (tables over several lines, dotted keys) as the rule files that ship do",
)
