"""The kinds of fault that a rule set can have. Codes are stable."""

from xeploai.diagnostic import Fault

NOT_TOML = Fault(
    "XL001",
    "not-toml",
    "đến đây thì không còn đúng cú pháp TOML",
    "this is not valid TOML: {reason}",
    "kiểm tra dấu ngoặc, dấu phẩy, dấu ngoặc kép và dấu `=` ở gần chỗ này",
    "check the brackets, commas, quotation marks and `=` near this place",
)
NOT_UTF8 = Fault(
    "XL002",
    "not-utf8",
    "tệp không phải UTF-8 (byte thứ {byte})",
    "the file is not UTF-8 (at byte {byte})",
    "lưu lại tệp với mã UTF-8",
    "save the file as UTF-8",
)
UNREADABLE = Fault(
    "XL003",
    "unreadable",
    "không đọc được tệp: {vi}",
    "the file cannot be read: {en}",
    "kiểm tra tên tệp, thư mục và quyền đọc",
    "check the name, the folder, and that it may be read",
)
TOO_DEEP = Fault("XL004", "too-deep", "lồng vào nhau quá nhiều tầng", "this is nested too deeply")
UNKNOWN_RULESET = Fault(
    "XL005",
    "unknown-ruleset",
    "không có tệp hay bộ quy tắc `{name}`",
    "there is no file and no rule set `{name}`",
    "các bộ quy tắc, chuỗi phiên bản đi kèm: {known}",
    "the rule sets and series that ship are: {known}",
)
UNSUPPORTED_FORMAT = Fault(
    "XL006",
    "unsupported-format",
    "ngôn ngữ quy tắc phiên bản {given} chưa được hỗ trợ",
    "version {given} of the rule language is not supported",
    "phiên bản hiện nay là {known}",
    "the version in use is {known}",
)
KEY_TWICE = Fault(
    "XL007",
    "key-twice",
    "khóa hoặc bảng này đã có ở trên",
    "this key or table stands above already",
    "gộp hai chỗ làm một, hoặc đặt mã khác",
    "join the two, or use another id",
)
NUMBER_TOO_LONG = Fault("XL008", "number-too-long", "con số này dài quá mức", "this number is longer than any can be")
UNKNOWN_KEY = Fault("XL101", "unknown-key", "không có khóa `{key}` ở đây", "there is no key `{key}` here")
MISSING_KEY = Fault(
    "XL102",
    "missing-key",
    "thiếu khóa `{key}` ({vi})",
    "the key `{key}` is missing ({en})",
    "thêm `{key}` vào chỗ này",
    "add `{key}` here",
)
WRONG_TYPE = Fault(
    "XL103", "wrong-type", "phải là {wanted_vi}, nhưng lại là {given_vi}", "expected {wanted_en}, found {given_en}"
)
UNKNOWN_FACT = Fault("XL104", "unknown-fact", "không có số liệu `{name}`", "unknown fact `{name}`")
UNKNOWN_KIND = Fault("XL105", "unknown-kind", "không có loại hình hay nhóm `{name}`", "unknown kind or group `{name}`")
UNKNOWN_CRITERION = Fault("XL106", "unknown-criterion", "không có tiêu chí `{name}`", "unknown criterion `{name}`")
UNKNOWN_ASSUMPTION = Fault("XL107", "unknown-assumption", "không có cách hiểu `{name}`", "unknown assumption `{name}`")
UNKNOWN_SOURCE = Fault("XL108", "unknown-source", "không có văn bản nguồn `{name}`", "unknown source `{name}`")
UNKNOWN_CLAUSE = Fault(
    "XL109",
    "unknown-clause",
    "văn bản `{source}` không liệt kê `{name}`",
    "the source `{source}` does not list `{name}`",
    "thêm vào [sources.{source}.clauses], hoặc sửa căn cứ",
    "add it to [sources.{source}.clauses], or correct the citation",
)
UNKNOWN_LEVEL = Fault(
    "XL110",
    "unknown-level",
    "thang không có mức `{name}`",
    "the scale has no level `{name}`",
    "dùng một mức có trong [scale.levels] ({known}), hoặc thêm mức này vào đó",
    "name a level of [scale.levels] ({known}), or add this one there",
)
UNKNOWN_WORD = Fault(
    "XL111",
    "unknown-word",
    "`{word}` không dùng được ở đây",
    "`{word}` cannot stand here",
    "chọn một trong: {words}",
    "choose one of {words}",
)
TWICE_IN_LIST = Fault(
    "XL112", "twice-in-list", "`{name}` có hai lần trong danh sách", "`{name}` stands in the list twice"
)
DUPLICATE_ID = Fault("XL113", "duplicate-id", "mã `{name}` đã dùng rồi", "the id `{name}` is used twice")
CIRCLE = Fault("XL114", "circle", "định nghĩa vòng tròn: {circle}", "these refer to each other in a circle: {circle}")
TWO_RULES = Fault(
    "XL115",
    "two-rules-one-level",
    "hai quy tắc cùng cho mức `{level}`",
    "two rules earn the level `{level}`",
    "gộp thành một quy tắc với `any`",
    "join them in one rule with `any`",
)
RESERVED = Fault(
    "XL116",
    "reserved-name",
    "`{name}` là tên cột dành riêng trong bảng số liệu",
    "`{name}` is the name of a column of every table",
    "đặt tên khác",
    "choose another name",
)
DATES_REVERSED = Fault(
    "XL117",
    "dates-reversed",
    "ngày kết thúc đứng trước ngày bắt đầu",
    "the last day is before the first",
    "đổi chỗ `since` và `until`, hoặc sửa ngày viết sai",
    "let `since` and `until` change places, or correct the one that is wrong",
)
BARE_NUMBER = Fault(
    "XL118",
    "bare-number",
    "ngưỡng của tỷ lệ phải ghi trong ngoặc kép, kèm dấu %, không phải {given}",
    "the threshold of a share is quoted, with its sign, not {given}",
    'viết "{given}%" nếu là phần trăm, hoặc một phân số như "7/20"',
    'write "{given}%" for a percentage, or a fraction such as "7/20"',
)
OUT_OF_DOMAIN = Fault(
    "XL119",
    "out-of-domain",
    "tỷ lệ này không bao giờ vượt 100%, ngưỡng lại là {given}",
    "this share is never above 100%, and the threshold is {given}",
)
WRONG_THRESHOLD = Fault(
    "XL120",
    "wrong-threshold",
    "ngưỡng phải là {wanted_vi}, không phải {given}",
    "the threshold must be {wanted_en}, not {given}",
)
IMPOSSIBLE = Fault("XL121", "impossible", "điều kiện không bao giờ đạt được", "this can never be met")
ALWAYS = Fault("XL122", "always-true", "điều kiện lúc nào cũng đạt", "this is always met")
EMPTY_RANGE = Fault(
    "XL123", "empty-range", "khung từ {low} đến {high} là rỗng", "the range from {low} to {high} is empty"
)
NOT_CARRIED = Fault(
    "XL124",
    "fact-not-carried",
    "tiêu chí này đánh giá ở `{kind}`, nơi không có số liệu `{name}`",
    "this is judged at `{kind}`, where `{name}` is neither declared nor totalled",
)
NO_OTHERWISE = Fault(
    "XL125",
    "no-otherwise",
    "có quy tắc xếp loại nhưng chưa nói mức khi không đạt mức nào",
    "there are rules, but no level for the case that none is earned",
    "thêm `otherwise` vào [ruleset]",
    "add `otherwise` to [ruleset]",
)
BAD_ID = Fault(
    "XL126",
    "bad-id",
    "`{name}` không dùng làm mã được",
    "`{name}` cannot be an id",
    "mã gồm chữ không dấu a–z, số, `-` và `_`, bắt đầu bằng chữ",
    "an id has the letters a–z, digits, `-` and `_`, and begins with a letter",
)
NO_LIMIT_FOR_KIND = Fault(
    "XL127", "no-limit-for-kind", "chưa có ngưỡng cho `{kind}`", "there is no threshold for `{kind}`"
)
RULES_OUT_OF_ORDER = Fault(
    "XL128",
    "rules-out-of-order",
    "quy tắc của mức `{level}` phải đứng trước quy tắc của mức thấp hơn",
    "the rule for `{level}` must stand before those of lower levels",
)
UNUSED = Fault(
    "XL129",
    "unused-definition",
    "`{name}` không được dùng ở đâu",
    "`{name}` is used nowhere",
    "dùng đến nó, hoặc bỏ đi",
    "use it, or leave it out",
)
BARE_DECIMAL = Fault(
    "XL130",
    "bare-decimal",
    "số thập phân không có ngoặc kép `{value}` không dùng được trong quy tắc",
    "the unquoted decimal `{value}` cannot stand in a rule",
    'viết trong ngoặc kép: "30%" hoặc "7/20"',
    'quote it: "30%" or "7/20"',
)
ROUNDING = Fault(
    "XL131",
    "rounding",
    "`{key}`: quy tắc không làm tròn trước khi so sánh",
    "`{key}`: rules do not round before they compare",
    "bỏ khóa này; số liệu chỉ được làm tròn khi in",
    "leave the key out; figures are rounded only in print",
)
TOO_SMALL = Fault("XL132", "too-small", "{value} nhỏ hơn {least}", "{value} is less than {least}")
ONE_OF = Fault(
    "XL133",
    "not-exactly-one",
    "phải có đúng một trong các khóa {keys}",
    "exactly one of the keys {keys} must stand here",
)
UNEVEN = Fault(
    "XL134",
    "uneven-ratio",
    "số phần và số tổng của tỷ lệ phải bằng nhau",
    "a ratio has as many wholes (and pending facts, if any) as parts",
)
WRONG_REFERENCE = Fault(
    "XL135",
    "wrong-kind-of-reference",
    "`{name}` là {given_vi}, ở đây cần {wanted_vi}",
    "`{name}` is {given_en}; {wanted_en} is wanted here",
)
NO_SUCH_READING = Fault(
    "XL136",
    "unknown-reading",
    "cách hiểu `{assumption}` không có lựa chọn `{name}`",
    "the assumption `{assumption}` has no reading `{name}`",
)
NOT_ABOVE = Fault(
    "XL137",
    "reading-disagrees",
    "`above` là `{above}` nhưng cách hiểu `{assumption}` chọn `{chosen}`",
    "`above` is `{above}`, but the assumption `{assumption}` chooses `{chosen}`",
)
TOO_MANY = Fault(
    "XL138", "more-than-parts", "đòi {number} trong số {parts} điều kiện", "{number} are asked of {parts} conditions"
)
UNKNOWN_SUPPLIER = Fault("XL139", "unknown-supplier", "không có nơi cung cấp `{name}`", "unknown supplier `{name}`")
NO_NEXT_LEVEL = Fault(
    "XL140",
    "no-next-level",
    "dưới mức `{level}` không còn mức nào để tính tỷ lệ",
    "there is no level below `{level}` on which a rate could be based",
)
DEFINED_OTHERWISE = Fault(
    "XL141",
    "defined-otherwise",
    "`{name}` đã được định nghĩa khác trong {file}",
    "`{name}` is defined otherwise in {file}",
    "bỏ định nghĩa này, đặt mã khác, hoặc dùng `extend` nếu muốn thay",
    "leave this definition out, use another id, or use `extend` where it is to be replaced",
)
NO_SUCH_FILE = Fault(
    "XL142",
    "no-such-file",
    "không có tệp, bộ quy tắc hay chuỗi phiên bản `{name}`",
    "there is no file, rule set or series `{name}`",
    "ghi tên tệp đặt cùng thư mục (không cần đuôi .toml), hoặc mã của bộ quy tắc đi kèm",
    "name a file beside this one (`.toml` may be left out), or a rule set that ships",
)
FAULTY_FILE = Fault(
    "XL143",
    "faulty-file",
    "{file} có lỗi nên chưa dùng được",
    "{file} cannot be used: it has faults",
    "sửa các lỗi của tệp đó trước",
    "correct the faults of that file first",
)
CIRCLE_OF_FILES = Fault(
    "XL144", "circle-of-files", "các tệp dùng nhau vòng tròn: {circle}", "files use each other in a circle: {circle}"
)
OTHER_SCALE = Fault(
    "XL145",
    "other-scale",
    "thang của `{name}` ({theirs}) khác thang của tệp này ({ours})",
    "the scale of `{name}` ({theirs}) is not that of this file ({ours})",
    "dùng chung một thang với `use`",
    "take one scale for both with `use`",
)
NO_LEVELS = Fault(
    "XL146",
    "proposes-no-levels",
    "bộ quy tắc `{name}` không có quy tắc xếp loại nên không đề xuất được mức nào",
    "the rule set `{name}` has no rules that earn a level: it proposes none",
)
NO_VERSION = Fault(
    "XL147",
    "no-version",
    "chuỗi `{series}` không có phiên bản có hiệu lực vào ngày {day_vi}",
    "the series `{series}` has no version in force on {day_en}",
    "các phiên bản: {versions_vi}",
    "its versions are: {versions_en}",
)
WHICH_VERSION = Fault(
    "XL148",
    "which-version",
    "chưa nói kỳ nào nên không chọn được phiên bản của chuỗi `{series}`",
    "no period is given by which a version of the series `{series}` could be picked",
    "cho biết kỳ xếp loại, hoặc ghi mã một phiên bản: {versions_vi}",
    "give the period, or name a version: {versions_en}",
)
TWO_VERSIONS = Fault(
    "XL149",
    "two-versions",
    "chuỗi `{series}` có hơn một phiên bản có hiệu lực vào ngày {day_vi}",
    "the series `{series}` has more than one version in force on {day_en}",
    "sửa `in_force` của một trong các phiên bản: {versions_vi}",
    "correct `in_force` of one of the versions: {versions_en}",
)
NOT_JUDGED = Fault(
    "XL151",
    "not-judged-there",
    "tiêu chí `{name}` không đánh giá ở `{kind}`, nơi cần đến nó",
    "`{name}` is not judged at `{kind}`, where this rests on it",
    "sửa `for` của tiêu chí đó, hoặc các loại hình ở đây",
    "correct the `for` of that criterion, or the kinds that are meant here",
)
OWN_LEVEL = Fault(
    "XL152",
    "level-of-itself",
    "mức xếp loại ở `{kind}` phụ thuộc chính mức đó, qua tiêu chí `{name}`",
    "the level at `{kind}` rests on that very level, by way of `{name}`",
    "chỉ tính các đơn vị cấp dưới, hoặc đọc một số liệu khác",
    "count only subjects below, or read another fact",
)
NO_AUTHORITY = Fault(
    "XL153",
    "no-authority",
    "`{key}` đọc số liệu của nơi quyết định, nhưng chưa nói đó là nơi nào",
    "`{key}` reads facts of the authority, and no authority is named",
    "thêm `within` với loại hình của nơi quyết định",
    "add `within` with the kinds of the authority",
)
NOT_OF_AUTHORITY = Fault(
    "XL154",
    "not-of-authority",
    "tỷ lệ đọc `{name}`, nhưng nơi quyết định (`{kind}`) không có số liệu này",
    "the rate reads `{name}`, which the authority (`{kind}`) neither declares nor totals",
)
NOTHING_TO_COUNT = Fault(
    "XL155",
    "nothing-to-count",
    "ở `{kind}` và bên dưới không thể có `{name}` nào để đếm",
    "no `{name}` can stand at or below `{kind}`: there is nothing to count",
    "sửa nơi đánh giá hoặc nơi khai, hoặc `parents` của loại hình được đếm",
    "correct where it is judged or declared, or the `parents` of the kinds that are counted",
)
EMPTY_LIST = Fault(
    "XL156",
    "empty-list",
    "ở đây phải nêu ít nhất một mục",
    "at least one item has to stand here",
    "nêu tên những gì được nói đến, hoặc bỏ cả mục này",
    "name what is meant, or leave the whole of it out",
)
