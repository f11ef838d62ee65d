"""The kinds of fault that a file has, its columns and its rows. Codes are stable: XD0… the file, XD1… the table."""

from xeploai.diagnostic import Fault, Severity

# The file.

NO_SUCH_FILE = Fault(
    "XD001",
    "no-such-file",
    "không có tệp `{file}`",
    "there is no file `{file}`",
    "kiểm tra lại tên tệp và thư mục",
    "check the name and the folder",
)
IS_A_DIRECTORY = Fault(
    "XD002",
    "is-a-directory",
    "`{file}` là thư mục, không phải tệp số liệu",
    "`{file}` is a folder, not a file of data",
    "ghi thêm tên tệp trong thư mục đó",
    "add the name of the file in it",
)
NOT_ALLOWED = Fault(
    "XD003",
    "not-allowed",
    "không được phép đọc `{file}`",
    "`{file}` may not be read",
    "kiểm tra quyền đọc, và xem tệp có đang bị chương trình khác khóa không",
    "check that you may read it and that no other program locks it",
)
FORMAT_NOT_READ = Fault(
    "XD004",
    "format-not-read",
    "không đọc được tệp có phần mở rộng `{suffix}`; đọc được: {formats}",
    "files that end in `{suffix}` are not read; these are: {formats}",
    "nếu là bảng tính, chọn «Lưu thành» rồi chọn kiểu CSV UTF-8",
    "if it is a spreadsheet, save it as CSV UTF-8",
)
EMPTY_FILE = Fault(
    "XD005",
    "empty-file",
    "tệp không có nội dung",
    "the file has no content",
    "hàng đầu là tiêu đề các cột, mỗi hàng sau là một đơn vị (hoặc một vụ việc)",
    "the first row heads the columns, each row after it is one organisation (or one incident)",
)
NO_ROWS = Fault(
    "XD006",
    "no-rows",
    "bảng không có đơn vị nào",
    "the table has no organisation",
    "thêm mỗi đơn vị một hàng",
    "add a row for each organisation",
)
NOT_UTF_8 = Fault(
    "XD007",
    "not-utf-8",
    "tệp không ở dạng UTF-8",
    "the file is not in UTF-8",
    "mở tệp bằng chương trình đã tạo ra nó rồi lưu lại ở dạng CSV UTF-8",
    "open it in the program that made it and save it as CSV UTF-8",
)
UTF_16 = Fault(
    "XD008",
    "utf-16",
    "tệp ở dạng UTF-16 («Unicode Text» của bảng tính), không phải UTF-8",
    "the file is in UTF-16 (the «Unicode Text» of spreadsheets), not UTF-8",
    "lưu lại ở dạng CSV UTF-8",
    "save it as CSV UTF-8",
)
TCVN3 = Fault(
    "XD009",
    "tcvn3-text",
    "chữ trong tệp ở dạng TCVN3 (bảng mã ABC, phông .VnTime), không phải Unicode",
    "the text is in TCVN3 (the ABC code of the .VnTime fonts), not Unicode",
    "chuyển sang Unicode bằng bộ gõ tiếng Việt rồi lưu lại ở dạng CSV UTF-8",
    "convert it to Unicode and save it as CSV UTF-8",
)
VNI = Fault(
    "XD010",
    "vni-text",
    "chữ trong tệp ở dạng VNI Windows (phông VNI-Times), không phải Unicode",
    "the text is in VNI Windows (the VNI-Times fonts), not Unicode",
    "chuyển sang Unicode bằng bộ gõ tiếng Việt rồi lưu lại ở dạng CSV UTF-8",
    "convert it to Unicode and save it as CSV UTF-8",
)
WINDOWS_1258 = Fault(
    "XD011",
    "windows-1258-text",
    "chữ trong tệp ở dạng Windows-1258, không phải UTF-8",
    "the text is in Windows-1258, not UTF-8",
    "lưu lại ở dạng CSV UTF-8",
    "save it as CSV UTF-8",
)
UTF_8_TWICE = Fault(
    "XD012",
    "utf-8-twice",
    "chữ trong tệp đã bị mã hóa UTF-8 hai lần, nên `Đảng` thành `Äáº£ng`",
    "the text was encoded in UTF-8 twice, which makes `Äáº£ng` of `Đảng`",
    "xuất lại tệp từ bảng tính gốc, lưu một lần ở dạng CSV UTF-8",
    "export it again from the original sheet, once, as CSV UTF-8",
)
WORKBOOK = Fault(
    "XD013",
    "workbook-named-otherwise",
    "tệp là một sổ bảng tính (hoặc tệp nén), dù tên có phần mở rộng khác",
    "the file is a workbook (or an archive), whatever its name says",
    "mở bằng bảng tính rồi lưu lại ở dạng CSV UTF-8",
    "open it as a spreadsheet and save it as CSV UTF-8",
)
BINARY = Fault(
    "XD014",
    "not-text",
    "tệp có byte NUL, không phải tệp văn bản",
    "the file holds NUL bytes and is not text",
    "xem có chọn nhầm tệp không; nếu là bảng tính, lưu lại ở dạng CSV UTF-8",
    "check that it is the right file; save a spreadsheet as CSV UTF-8",
)
BROKEN_QUOTES = Fault(
    "XD015",
    "broken-quotes",
    'dấu ngoặc kép `"` mở hoặc đóng không đúng chỗ, từ đây không biết đâu là ô nào',
    'a quotation mark `"` opens or closes in the wrong place; from here on the cells cannot be told apart',
    'ô có dấu ngoặc kép phải đặt cả ô trong ngoặc kép và viết đôi dấu bên trong: `"mức ""đạt"""`',
    'put the whole cell in quotation marks and double those inside: `"mức ""đạt"""`',
)
CELL_TOO_LONG = Fault(
    "XD016",
    "cell-too-long",
    "có ô dài hơn {limit} ký tự",
    "a cell is longer than {limit} characters",
    "xem có dấu ngoặc kép nào mở mà không đóng không",
    "look for a quotation mark that opens and never closes",
)
NO_KNOWN_COLUMN = Fault(
    "XD017",
    "no-known-column",
    "không nhận ra cột nào trong hàng tiêu đề: `{heading}`",
    "no column is known in the header row: `{heading}`",
    "hàng đầu (sau các dòng mở đầu bằng `#`) phải là tiêu đề: `Mã đơn vị`, `Loại hình tổ chức`, …; "
    "xóa các dòng phía trên hàng tiêu đề nếu có; các cột cách nhau bằng dấu phẩy, chấm phẩy hoặc tab",
    "the first row (after lines that begin with `#`) heads the columns: `id`, `kind`, …; "
    "delete the lines above the header, if there are any; columns are set apart by commas, semicolons or tabs",
)
TOO_MANY_COLUMNS = Fault(
    "XD018",
    "too-many-columns",
    "bảng có {count} cột, nhiều hơn {limit}",
    "the table has {count} columns, more than {limit}",
    "xem có chọn nhầm tệp hoặc bị xoay hàng thành cột không",
    "check that it is the right file, and that rows have not become columns",
)
TOO_MANY_FAULTS = Fault(
    "XD019",
    "too-many-faults",
    "đã thấy {limit} lỗi; phần còn lại chưa kiểm tra",
    "{limit} faults have been found; the rest was not looked at",
    "sửa những lỗi lặp lại trước rồi chạy lại",
    "mend those that repeat first, and run it again",
)
NOT_JSON = Fault(
    "XD020",
    "not-json",
    "đến đây thì không còn đúng cú pháp JSON",
    "this is not valid JSON: {reason}",
    "kiểm tra dấu phẩy, ngoặc và dấu ngoặc kép ở gần chỗ này",
    "check the commas, brackets and quotation marks near this place",
)
TOO_DEEP = Fault(
    "XD021",
    "too-deep",
    "JSON lồng vào nhau quá nhiều tầng",
    "the JSON is nested too deep",
    'cần một danh sách, mỗi phần tử chỉ có một tầng: `[{{"id": …}}, …]`',
    'it should be a list of objects with nothing nested in them: `[{{"id": …}}, …]`',
)
NOT_A_LIST = Fault(
    "XD022",
    "not-a-list-of-subjects",
    "JSON không phải là danh sách các đơn vị",
    "the JSON is not a list of organisations",
    'cần `[{{"id": …, "kind": …}}, …]` hoặc `{{"subjects": […]}}`, ngoài ra không có khóa nào khác',
    'it should be `[{{"id": …, "kind": …}}, …]` or `{{"subjects": […]}}`, with no other key',
)

UNREADABLE = Fault(
    "XD023",
    "unreadable-file",
    "không đọc được `{file}`: {reason}",
    "`{file}` cannot be read: {reason}",
    "kiểm tra lại đường dẫn và ổ đĩa",
    "check the path and the disk",
)

HEADING_BELOW = Fault(
    "XD024",
    "header-further-down",
    "hàng đầu không phải là hàng tiêu đề: `{heading}`; hàng {row} mới giống hàng tiêu đề",
    "the first row heads no columns: `{heading}`; row {row} looks like the header",
    "xóa các dòng phía trên hàng {row}, hoặc đặt dấu `#` ở đầu mỗi dòng ấy",
    "delete the lines above row {row}, or begin each of them with `#`",
)
EMPTY_NAME = Fault(
    "XD025",
    "empty-file-name",
    "tên tệp số liệu để trống",
    "the name of the file of data is empty",
    "ghi tên tệp, ví dụ `so-lieu.csv`",
    "give the name of a file, such as `data.csv`",
)

# Columns.

UNKNOWN_COLUMN = Fault(
    "XD101",
    "unknown-column",
    "không có cột số liệu nào tên là `{heading}`",
    "`{heading}` is no column of this data dictionary",
    "ghi tiêu đề đúng như bảng số liệu (`xeploai facts`), hoặc bỏ cột này",
    "head it as the data dictionary does (`xeploai facts`), or leave the column out",
)
DUPLICATE_COLUMN = Fault(
    "XD102",
    "duplicate-column",
    "cột `{heading}` và cột `{first}` cùng là `{means}`",
    "the columns `{heading}` and `{first}` are both `{means}`",
    "giữ lại một cột",
    "keep one of them",
)
AMBIGUOUS_COLUMN = Fault(
    "XD103",
    "ambiguous-column",
    "`{heading}` là tên chung của nhiều số liệu: {means}",
    "`{heading}` is the name of several facts: {means}",
    "dùng mã số liệu làm tiêu đề",
    "head the column with the id of the fact",
)
NO_ID_COLUMN = Fault(
    "XD104",
    "no-id-column",
    "bảng không có cột mã đơn vị",
    "the table has no column of ids",
    "thêm cột `Mã đơn vị` (hoặc `id`), mỗi đơn vị một mã không trùng nhau; tên đơn vị không thay được mã",
    "add a column `id`, with an id of its own for each organisation; a name does not do",
)
NO_KIND_COLUMN = Fault(
    "XD105",
    "no-kind-column",
    "bảng không có cột loại hình tổ chức",
    "the table has no column of kinds",
    "thêm cột `Loại hình tổ chức` (hoặc `kind`); các loại hình: {kinds}",
    "add a column `kind`; the kinds are: {kinds}",
)
NO_HEADING = Fault(
    "XD106",
    "column-without-heading",
    "cột thứ {number} có số liệu nhưng không có tiêu đề",
    "column {number} has data and no heading",
    "ghi tiêu đề cho cột, hoặc xóa cột",
    "head the column, or delete it",
)
ONLY_X = Fault(
    "XD107",
    "only-x",
    "cột chỉ có `x` và ô trống: ô trống là *không*, hay là chưa có số liệu?",
    "the column has only `x` and blanks: does a blank mean *no*, or not yet known?",
    "ghi `có` và `không`; chỉ để trống ô chưa có số liệu",
    "write `yes` and `no`; leave blank only what is not known yet",
)
LOOK_ALIKE = Fault(
    "XD108",
    "look-alike-letters",
    "`{given}` có chữ {letters}; đã đọc là `{read}`",
    "`{given}` has the letter {letters}; it was read as `{read}`",
    severity=Severity.NOTE,
)
TOO_MANY_CELLS = Fault(
    "XD109",
    "more-cells-than-columns",
    "hàng có {cells} ô, tiêu đề chỉ có {columns} cột",
    "the row has {cells} cells, the header only {columns} columns",
    "ô có dấu ngăn cột bên trong phải đặt trong ngoặc kép",
    "a cell that holds the delimiter must stand in quotation marks",
)
SHORT_ROW = Fault(
    "XD110",
    "fewer-cells-than-columns",
    "hàng chỉ có {cells} ô trên {columns} cột; các ô thiếu được coi là để trống",
    "the row has only {cells} cells for {columns} columns; those that are missing were taken as blank",
    "xem dòng này có bị cắt ngang không",
    "check that the line is not cut off",
    Severity.WARNING,
)

# Who the row is about.

NO_ID = Fault(
    "XD111",
    "row-without-id",
    "hàng không có mã đơn vị",
    "the row has no id",
    "ghi mã đơn vị; hàng cộng thì ghi tên là `Cộng`, `Tổng cộng` hoặc `Tổng số`; không phải là đơn vị thì xóa hàng",
    "give it an id; a row of totals is named `Cộng`, `Tổng cộng` or `Tổng số`; delete what is no organisation",
)
ID_NOT_ASCII = Fault(
    "XD112",
    "id-not-ascii",
    "mã `{id}` có ký tự không dùng được trong mã: {letters}",
    "the id `{id}` has characters that no id may have: {letters}",
    "mã chỉ gồm chữ không dấu (đ viết là d), số và dấu thường, như `db-01`",
    "an id has plain letters (d for đ), digits and signs, like `db-01`",
)
ID_TOO_LONG = Fault(
    "XD113",
    "id-too-long",
    "mã `{id}` dài hơn {limit} ký tự",
    "the id `{id}` is longer than {limit} characters",
    "dùng mã ngắn, như `db-01`",
    "use a short id, like `db-01`",
)
NO_KIND = Fault(
    "XD114",
    "row-without-kind",
    "đơn vị không có loại hình tổ chức",
    "the organisation has no kind",
    "các loại hình: {kinds}",
    "the kinds are: {kinds}",
)
AMBIGUOUS_KIND = Fault(
    "XD115",
    "ambiguous-kind",
    "`{kind}` là tên chung của nhiều loại hình: {kinds}",
    "`{kind}` is the name of several kinds: {kinds}",
    "dùng mã loại hình",
    "use the id of the kind",
)
NOT_A_UNIT = Fault(
    "XD147",
    "row-of-no-organisation",
    "hàng chỉ ghi {given}, chưa đủ để coi là một đơn vị",
    "the row says only {given}: not enough for an organisation",
    "nếu là tên mục, chữ ký hay ghi chú thì xóa cả hàng; nếu là một đơn vị thì ghi đủ mã và loại hình tổ chức",
    "delete the row if it is a heading, a signature or a note; if it is an organisation, give it an id and a kind",
)
AMBIGUOUS_PARENT = Fault(
    "XD116",
    "ambiguous-parent",
    "có nhiều đơn vị tên là `{parent}`: {ids}",
    "several organisations are named `{parent}`: {ids}",
    "ghi mã của đơn vị cấp trên",
    "give the id of the parent",
)

# What is no fault by itself, and often a slip.

NO_PARENT = Fault(
    "XD153",
    "row-without-parent",
    "hàng không ghi đơn vị cấp trên, nên không được tính vào đơn vị nào",
    "the row names no parent, so that it counts towards no other",
    "ghi mã đơn vị cấp trên ở cột `{column}` của từng hàng (ô gộp chỉ giữ mã ở hàng đầu); "
    "chỉ để trống khi đơn vị cấp trên không có trong bảng",
    "write the id of the parent in the column `{column}` of each row (merged cells keep it only in the first); "
    "leave it blank only where the parent is not in the table",
    Severity.WARNING,
)
MORE_WITHOUT_PARENT = Fault(
    "XD154",
    "more-rows-without-parent",
    "từ hàng này trở đi, còn {count} hàng nữa không ghi đơn vị cấp trên",
    "{count} more without a parent from this row on",
    severity=Severity.WARNING,
)
NEARLY_THE_SAME = Fault(
    "XD155",
    "ids-nearly-the-same",
    "mã `{id}` chỉ khác mã `{other}` ở hàng {row} về chữ hoa, chữ thường hoặc dấu ngăn; đã tính là hai đơn vị",
    "the id `{id}` differs from `{other}` in row {row} by case or signs alone; they were counted as two organisations",
    "nếu là cùng một đơn vị thì chỉ giữ một hàng, nếu không thì đặt hai mã khác hẳn nhau",
    "keep one of the two rows if they are the same organisation, else give them ids that differ by more",
    Severity.WARNING,
)
MORE_NEARLY_THE_SAME = Fault(
    "XD156",
    "more-ids-nearly-the-same",
    "từ hàng này trở đi, còn {count} mã nữa gần trùng với mã ở trên",
    "{count} more that are nearly an id above, from this row on",
    severity=Severity.WARNING,
)
