"""The kinds of fault that a file of data can have. Codes are stable: XD0… the file, XD1… its columns and cells."""

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
UNREADABLE = Fault(
    "XD003",
    "unreadable-file",
    "không đọc được `{file}`: {reason}",
    "`{file}` cannot be read: {reason}",
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
    "hàng đầu là tiêu đề các cột, mỗi hàng sau là một đơn vị",
    "the first row heads the columns, each row after it is one organisation",
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
    "dấu ngoặc kép `\"` mở hoặc đóng không đúng chỗ, từ đây không biết đâu là ô nào",
    'a quotation mark `"` opens or closes in the wrong place; from here on the cells cannot be told apart',
    "ô có dấu ngoặc kép phải đặt cả ô trong ngoặc kép và viết đôi dấu bên trong: `\"mức \"\"đạt\"\"\"`",
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
    "các cột cách nhau bằng dấu phẩy, chấm phẩy hoặc tab",
    "the first row (after lines that begin with `#`) heads the columns: `id`, `kind`, …; "
    "columns are set apart by commas, semicolons or tabs",
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
    'cần một danh sách các đơn vị: `[{{"id": …, "kind": …}}, …]`',
    'it should be a list of organisations: `[{{"id": …, "kind": …}}, …]`',
)
NOT_A_LIST = Fault(
    "XD022",
    "not-a-list-of-subjects",
    "JSON không phải là danh sách các đơn vị",
    "the JSON is not a list of organisations",
    'cần `[{{"id": …, "kind": …}}, …]` hoặc `{{"subjects": […]}}`, ngoài ra không có khóa nào khác',
    'it should be `[{{"id": …, "kind": …}}, …]` or `{{"subjects": […]}}`, with no other key',
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
    "`{given}` có chữ {letters}; đã đọc là `{meant}`",
    "`{given}` has the letter {letters}; it was read as `{meant}`",
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
    "ghi mã đơn vị; hàng cộng thì ghi tên là `Cộng`, `Tổng cộng` hoặc `Tổng số`",
    "give it an id; a row of totals is named `Cộng`, `Tổng cộng` or `Tổng số`",
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
AMBIGUOUS_PARENT = Fault(
    "XD116",
    "ambiguous-parent",
    "có nhiều đơn vị tên là `{parent}`: {ids}",
    "several organisations are named `{parent}`: {ids}",
    "ghi mã của đơn vị cấp trên",
    "give the id of the parent",
)

# Any cell.

FORMULA = Fault(
    "XD117",
    "formula",
    "`{given}` là công thức, không phải giá trị",
    "`{given}` is a formula, not a value",
    "dán lại ô dưới dạng giá trị rồi lưu tệp",
    "paste the cell as a value and save the file",
)
SHEET_ERROR = Fault(
    "XD118",
    "sheet-error",
    "`{given}` là lỗi của bảng tính, không phải số liệu",
    "`{given}` is an error of the spreadsheet, not a figure",
    "sửa công thức trong bảng tính rồi lưu lại; chưa có số liệu thì để trống",
    "mend the formula and save again; leave blank what is not known yet",
)
NOT_TEXT = Fault(
    "XD119",
    "not-a-text",
    "phải là chữ, nhưng lại là {given}",
    "this must be a text, but it is {given}",
    "đặt trong ngoặc kép: `\"07\"`",
    'put it in quotation marks: `"07"`',
)

# Counts.

PLACEHOLDER = Fault(
    "XD120",
    "placeholder-for-count",
    "`{given}` là 0, hay là chưa có số liệu?",
    "does `{given}` mean 0, or not yet known?",
    "ghi `0` nếu không có, để trống nếu chưa biết",
    "write `0` for none, leave it blank if it is not known",
)
NEGATIVE = Fault(
    "XD121",
    "negative-count",
    "số đếm không thể âm: `{given}`",
    "a count cannot be negative: `{given}`",
)
PERCENT = Fault(
    "XD122",
    "percent-for-count",
    "`{given}` là tỷ lệ, ở đây cần số đếm",
    "`{given}` is a percentage, a count is asked for here",
    "ghi số người hoặc số đơn vị; tỷ lệ sẽ được tính ra",
    "give the number of people or units; the percentage is worked out",
)
FRACTION = Fault(
    "XD123",
    "fraction-for-count",
    "`{given}` là phân số, ở đây cần một số đếm",
    "`{given}` is a fraction, one count is asked for here",
    "tử số và mẫu số là hai số liệu ở hai cột",
    "part and whole are two facts in two columns",
)
DATE = Fault(
    "XD124",
    "date-for-count",
    "`{given}` trông như ngày tháng; bảng tính hay đổi `3/10` thành ngày",
    "`{given}` looks like a date; spreadsheets make dates of figures like `3/10`",
    "đặt kiểu ô là số hoặc chữ rồi nhập lại số đếm",
    "set the cell to number or text and enter the count again",
)
COMMA_GROUP = Fault(
    "XD125",
    "comma-in-count",
    "`{given}` là {joined}, hay là số thập phân?",
    "is `{given}` {joined}, or a decimal number?",
    "số đếm viết liền: `{joined}`",
    "write a count without signs: `{joined}`",
)
DECIMAL = Fault(
    "XD126",
    "decimal-for-count",
    "số đếm phải là số nguyên, nhưng lại là `{given}`",
    "a count is a whole number, but this is `{given}`",
    "ghi số nguyên, không có phần thập phân; dấu ngăn hàng nghìn nếu có phải đủ ba chữ số",
    "write a whole number without decimals; thousands, if set apart, have three digits",
)
SCIENTIFIC = Fault(
    "XD127",
    "scientific-for-count",
    "`{given}` viết dạng lũy thừa, các chữ số sau có thể đã mất",
    "`{given}` is in scientific notation, its last digits may be lost",
    "đặt kiểu ô là số rồi nhập lại đủ các chữ số",
    "set the cell to number and enter all digits again",
)
TOO_LONG = Fault(
    "XD128",
    "count-too-long",
    "số có quá nhiều chữ số: `{given}`",
    "the number has too many digits: `{given}`",
    "số đếm có nhiều nhất 15 chữ số",
    "a count has 15 digits at most",
)
WITH_WORDS = Fault(
    "XD129",
    "count-with-words",
    "`{given}` có chữ đi kèm, ở đây chỉ cần con số",
    "`{given}` has words beside it, only the number is asked for",
    "bỏ chữ và đơn vị tính, chỉ để lại số",
    "leave out words and units",
)
DIRECTION_MARK = Fault(
    "XD130",
    "hidden-direction-mark",
    "ô có dấu đổi chiều chữ không nhìn thấy được, số hiện ra có thể khác số đã lưu",
    "the cell has an invisible mark of writing direction: the number shown may not be the one stored",
    "xóa ô rồi gõ lại số",
    "clear the cell and type the number again",
)
NOT_A_NUMBER = Fault(
    "XD131",
    "text-for-count",
    "`{given}` không phải là số",
    "`{given}` is not a number",
    "ghi số đếm bằng chữ số; chưa có số liệu thì để trống",
    "write the count in digits; leave it blank if it is not known",
)

# Yes or no, and levels.

NOT_AN_ANSWER = Fault(
    "XD132",
    "text-for-yes-no",
    "`{given}` không phải là có hoặc không",
    "`{given}` is neither yes nor no",
    "ghi `có` hoặc `không`; chưa có số liệu thì để trống",
    "write `yes` or `no`; leave it blank if it is not known",
)
UNCLEAR_ANSWER = Fault(
    "XD133",
    "placeholder-for-yes-no",
    "`{given}` là *không*, hay là chưa có số liệu?",
    "does `{given}` mean *no*, or not yet known?",
    "ghi `không`, hoặc để trống nếu chưa biết",
    "write `no`, or leave it blank if it is not known",
)
UNCLEAR_LEVEL = Fault(
    "XD134",
    "placeholder-for-level",
    "`{given}` là không xếp loại, hay là chưa có kết quả xếp loại?",
    "does `{given}` mean not assessed, or not yet decided?",
    "để trống nếu chưa có kết quả; nếu không thuộc diện xếp loại thì ghi `{not_assessed}`",
    "leave it blank if nothing is decided; if it is not to be assessed, write `{not_assessed}`",
)
GRADE = Fault(
    "XD135",
    "grade-for-level",
    "`{given}` đứng một mình không rõ là mức xếp loại hay là mức đánh giá một mặt công tác",
    "`{given}` alone may be a level, or the grade of one piece of work",
    "ghi đủ tên mức xếp loại: {levels}",
    "give the whole name of the level: {levels}",
)
FORMER_TITLE = Fault(
    "XD136",
    "former-title-for-level",
    "`{given}` là danh hiệu theo quy định trước đây, không phải mức xếp loại",
    "`{given}` is a title of earlier regulations, not a level",
    "ghi mức xếp loại theo quyết định: {levels}",
    "give the level that was decided: {levels}",
)
AMBIGUOUS_LEVEL = Fault(
    "XD137",
    "ambiguous-level",
    "`{given}` là tên chung của nhiều mức: {levels}",
    "`{given}` is the name of several levels: {levels}",
    "dùng mã của mức",
    "use the id of the level",
)

# Values of JSON.

DUPLICATE_KEY = Fault(
    "XD140",
    "duplicate-key",
    "khóa `{key}` có hai lần trong một đơn vị",
    "the key `{key}` stands twice in one organisation",
    "giữ lại một",
    "keep one of them",
)
NOT_AN_OBJECT = Fault(
    "XD141",
    "not-an-object",
    "phần tử này không phải là một đơn vị",
    "this element is not an organisation",
    'cần `{{"id": …, "kind": …}}`',
    'it should be `{{"id": …, "kind": …}}`',
)
NESTED = Fault(
    "XD142",
    "nested-value",
    "giá trị là danh sách hoặc đối tượng lồng nhau",
    "the value is a list or an object",
    "mỗi khóa chỉ có một số, một chữ, `true`, `false` hoặc `null`",
    "a key has one number, one text, `true`, `false` or `null`",
)
NOT_WHOLE = Fault(
    "XD143",
    "number-with-point",
    "`{given}` là số thập phân; mọi số liệu ở đây là số nguyên",
    "`{given}` is a decimal number; all figures here are whole",
    "viết số nguyên, không có phần thập phân: `3`, không phải `3.0`",
    "write a whole number: `3`, not `3.0`",
)
NOT_FINITE = Fault(
    "XD144",
    "not-a-finite-number",
    "`{given}` không phải là số liệu",
    "`{given}` is not a figure",
    "dùng `null` nếu chưa có số liệu",
    "use `null` for what is not known",
)
BROKEN_TEXT = Fault(
    "XD145",
    "broken-text",
    "chuỗi có nửa ký tự (`\\ud800`–`\\udfff`), không phải chữ",
    "the string has half a character (`\\ud800`–`\\udfff`) and is no text",
    "xuất lại tệp từ nguồn",
    "export the file again from its source",
)

# Said aloud, and not refused.

COUNT_READ_AS = Fault(
    "XD150",
    "count-read-as",
    "`{given}` được đọc là {value}",
    "`{given}` was read as {value}",
    severity=Severity.NOTE,
)
TOTAL_DIFFERS = Fault(
    "XD151",
    "total-differs",
    "hàng cộng ghi {stated}, các hàng cộng lại {computed}",
    "the row of totals says {stated}, the rows add up to {computed}",
    "đối chiếu lại; số liệu của từng đơn vị được dùng, hàng cộng thì không",
    "compare them again; the figures of the organisations are used, the row of totals is not",
    Severity.WARNING,
)
TOTAL_UNREADABLE = Fault(
    "XD152",
    "total-unreadable",
    "không đối chiếu được hàng cộng: `{given}` không phải là số",
    "the row of totals could not be compared: `{given}` is not a number",
    severity=Severity.NOTE,
)
