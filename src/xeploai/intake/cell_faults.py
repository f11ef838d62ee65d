"""The kinds of fault that a cell can have, and what is said aloud of figures. Codes are stable."""

from xeploai.diagnostic import Fault, Severity

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
    'đặt trong ngoặc kép: `"07"`',
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
    "kiểm tra lại con số; chưa biết thì để trống",
    "check the figure; leave it empty where it is not known",
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

UNCLEAR_GRADE = Fault(
    "XD138",
    "placeholder-for-grade",
    "`{given}` là không phải đánh giá mặt này, hay là chưa đánh giá?",
    "does `{given}` mean that this is not to be graded, or not graded yet?",
    "để trống nếu chưa đánh giá; nếu không phải đánh giá thì ghi `{not_assessed}`",
    "leave it blank if it is not graded yet; if it is not to be graded, write `{not_assessed}`",
)
LEVEL = Fault(
    "XD139",
    "level-for-grade",
    "`{given}` là mức xếp loại, ở đây cần mức đánh giá một mặt công tác",
    "`{given}` is a level, the grade of one piece of work is asked for here",
    "các mức đánh giá: {levels}",
    "the grades are: {levels}",
)

# Values of JSON.

DUPLICATE_KEY = Fault(
    "XD140",
    "duplicate-key",
    "khóa `{key}` có hai lần trong một phần tử",
    "the key `{key}` stands twice in one object",
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
    "`{given}` là số thập phân; số đếm là số nguyên",
    "`{given}` is a decimal number; counts are whole",
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
EXPONENT = Fault(
    "XD146",
    "number-with-exponent",
    "`{given}` viết dạng lũy thừa",
    "`{given}` is in scientific notation",
    "viết đủ các chữ số: `1000`, không phải `1e3`",
    "write all its digits: `1000`, not `1e3`",
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

# Grades, points and days.

AMBIGUOUS_GRADE = Fault(
    "XD160",
    "ambiguous-grade",
    "`{given}` là tên chung của nhiều mức đánh giá: {levels}",
    "`{given}` is the name of several grades: {levels}",
    "dùng mã của mức đánh giá",
    "use the id of the grade",
)
PERCENT_FOR_POINTS = Fault(
    "XD161",
    "percent-for-points",
    "`{given}` là tỷ lệ, ở đây cần số điểm",
    "`{given}` is a percentage, points are asked for here",
    "ghi số điểm: `92,5`",
    "give the number of points: `92.5`",
)
DATE_FOR_POINTS = Fault(
    "XD162",
    "date-for-points",
    "`{given}` trông như ngày tháng; bảng tính hay đổi số có dấu chấm thành ngày",
    "`{given}` looks like a date; spreadsheets make dates of numbers with a point",
    "đặt kiểu ô là số hoặc chữ rồi nhập lại số điểm",
    "set the cell to number or text and enter the points again",
)
THOUSANDS = Fault(
    "XD163",
    "thousands-or-decimal",
    "`{given}` là {joined}, hay là số thập phân {decimal}?",
    "is `{given}` {joined}, or the decimal {decimal}?",
    "ghi `{joined}` hoặc `{decimal}`",
    "write `{joined}` or `{decimal}`",
)
SCIENTIFIC_FOR_POINTS = Fault(
    "XD164",
    "scientific-for-points",
    "`{given}` viết dạng lũy thừa, ở đây cần số điểm đủ các chữ số",
    "`{given}` is in scientific notation, points need all their digits",
    "đặt kiểu ô là số rồi nhập lại số điểm",
    "set the cell to number and enter the points again",
)
POINTS_TOO_LONG = Fault(
    "XD165",
    "points-too-long",
    "số có quá nhiều chữ số: `{given}`",
    "the number has too many digits: `{given}`",
    "số điểm có nhiều nhất 15 chữ số",
    "points have 15 digits at most",
)
POINTS_WITH_WORDS = Fault(
    "XD166",
    "points-with-words",
    "`{given}` có chữ đi kèm, ở đây chỉ cần số điểm",
    "`{given}` has words beside it, only the points are asked for",
    "bỏ chữ, chỉ để lại số",
    "leave out the words",
)
NOT_POINTS = Fault(
    "XD167",
    "text-for-points",
    "`{given}` không phải là số điểm",
    "`{given}` is not a number of points",
    "ghi số điểm bằng chữ số: `92,5`; chưa có thì để trống",
    "write the points in digits: `92.5`; leave it blank if they are not known",
)
SHORT_YEAR = Fault(
    "XD168",
    "short-year",
    "`{given}` chỉ có hai chữ số của năm",
    "`{given}` has only two digits of the year",
    "ghi năm đủ bốn chữ số: `31/12/2024`",
    "write the year with four digits: `31/12/2024`",
)
MONTH_FIRST = Fault(
    "XD169",
    "month-first",
    "`{given}` có vẻ ghi tháng trước ngày",
    "`{given}` seems to have the month before the day",
    "ghi ngày trước, tháng sau: `31/12/2024`",
    "write the day first: `31/12/2024`",
)
NO_SUCH_DAY = Fault(
    "XD170",
    "no-such-day",
    "không có ngày `{given}`",
    "there is no day `{given}`",
    "đối chiếu lại ngày với văn bản",
    "compare the day with the document again",
)
STRANGE_YEAR = Fault(
    "XD171",
    "strange-year",
    "năm của ngày `{given}` không thể đúng",
    "the year of `{given}` cannot be right",
    "ghi năm đủ bốn chữ số: `31/12/2024`",
    "write the year with four digits: `31/12/2024`",
)
SERIAL = Fault(
    "XD172",
    "number-for-date",
    "`{given}` là một con số; bảng tính giữ ngày dưới dạng số thứ tự",
    "`{given}` is a number; spreadsheets keep days as serial numbers",
    "đặt kiểu ô là ngày hoặc chữ rồi ghi lại ngày: `31/12/2024`",
    "set the cell to date or text and enter the day again: `31/12/2024`",
)
NOT_A_DATE = Fault(
    "XD173",
    "text-for-date",
    "`{given}` không phải là ngày",
    "`{given}` is not a day",
    "ghi đủ ngày, tháng, năm: `31/12/2024`; chưa biết thì để trống",
    "write day, month and year: `31/12/2024`; leave it blank if it is not known",
)
