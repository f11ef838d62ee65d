"""What the command says about itself, in Vietnamese and English."""

from collections.abc import Iterable

from xeploai.diagnostic import Language, nearest
from xeploai.model.label import Label

TEXTS = {
    "app": Label(
        "Xếp loại tổ chức, đơn vị theo bộ quy tắc ghi bằng dữ liệu: chính xác, có giải thích, nói rõ điều chưa biết.",
        "Rate organisations by rules written as data: exact, explained, and honest about what is not known.",
    ),
    "rate": Label(
        "Đánh giá mọi đơn vị trong bảng, cấp dưới trước.", "Judge every subject of a table, lower before higher."
    ),
    "explain": Label("Giải thích kết quả của một đơn vị, từng điều khoản.", "Say why a subject came out as it did."),
    "rules": Label(
        "Liệt kê các bộ quy tắc đi kèm và thời gian hiệu lực.", "List the rule sets that ship, with their dates."
    ),
    "rules-show": Label("Xem một bộ quy tắc.", "Show one rule set."),
    "facts": Label("Xem danh mục số liệu của bộ quy tắc.", "Show the data dictionary of a rule set."),
    "schema": Label(
        "In JSON Schema của tệp quy tắc hoặc của kết quả.",
        "Print the JSON Schema of rule files or of results.",
    ),
    "test": Label("Chạy các ví dụ kiểm chứng của bộ quy tắc.", "Run the worked cases of rule sets."),
    "check": Label(
        "Tìm mọi điều sai hoặc đáng ngờ trong tệp quy tắc.", "Find everything wrong or doubtful in rule files."
    ),
    "clauses": Label(
        "Đối chiếu điểm, khoản của văn bản nguồn với tiêu chí và ví dụ kiểm chứng, theo cả hai chiều.",
        "Set the clauses of the sources beside the criteria and the worked cases, both ways.",
    ),
    "fmt": Label(
        "Đưa tệp quy tắc về bố cục chuẩn, giữ nguyên ghi chú.",
        "Lay rule files out in the canonical way, comments kept.",
    ),
    "verify": Label(
        "Đánh giá lại và so với một kết quả đã có, trừ ngày lập và phiên bản của chương trình.",
        "Judge again, and compare with a result: all of it but its day and the version of the program.",
    ),
    "metavar-several-rules": Label("QUY_TẮC…", "RULES…"),
    "metavar-files": Label("TỆP…", "FILES…"),
    "metavar-result": Label("KẾT_QUẢ", "RESULT"),
    "metavar-rules": Label("QUY_TẮC", "RULES"),
    "metavar-data": Label("BẢNG", "DATA"),
    "metavar-source": Label("VĂN_BẢN=TỆP", "SOURCE=FILE"),
    "metavar-id": Label("MÃ", "ID"),
    "metavar-level": Label("MỨC", "LEVEL"),
    "metavar-file": Label("TỆP", "FILE"),
    "metavar-criteria": Label("MÃ,…", "ID,…"),
    "arg-rules": Label(
        "QUY_TẮC là tệp quy tắc .toml, hoặc mã của bộ quy tắc hay chuỗi phiên bản đi kèm (xem: xeploai rules).",
        "RULES is a rule file (.toml), or the id of a rule set or series that ships (see: xeploai rules).",
    ),
    "arg-data": Label(
        "BẢNG là bảng số liệu .csv hoặc .json; dấu - là CSV từ đầu vào chuẩn.",
        "DATA is a table, .csv or .json; - is CSV on standard input.",
    ),
    "arg-cases": Label(
        "Ví dụ là các tệp .toml trong thư mục cases/TÊN cạnh tệp quy tắc TÊN.toml.",
        "Cases are the .toml files in the folder cases/NAME beside the rule file NAME.toml.",
    ),
    "arg-folder": Label(
        "Thư mục là mọi tệp quy tắc trong đó; chuỗi phiên bản là mọi phiên bản.",
        "A folder stands for all rule files in it, a series for all its versions.",
    ),
    "arg-fmt": Label(
        "TỆP là tệp quy tắc .toml, hoặc thư mục có các tệp ấy. Tệp không nạp được thì không tệp nào bị ghi.",
        "FILES are rule files (.toml) or folders of them. Where one does not load, none is written.",
    ),
    "arg-result": Label(
        "KẾT_QUẢ là tệp .json do rate --format json ghi ra.", "RESULT is a file that rate --format json has written."
    ),
    "arg-id": Label(
        "MÃ là mã của bộ quy tắc hay chuỗi phiên bản đi kèm (xem: xeploai rules), hoặc tệp quy tắc .toml.",
        "ID is the id of a rule set or series that ships (see: xeploai rules), or a rule file (.toml).",
    ),
    "arg-schema": Label(
        "rules: của tệp quy tắc .toml; result: của kết quả rate --format json.",
        "rules: of rule files (.toml); result: of the result of rate --format json.",
    ),
    "opt-format": Label(
        "Dạng kết quả; không ghi thì theo đuôi của tên TỆP (như .json), nếu không có thì lấy dạng đầu.",
        "The format of the result; else what the name of FILE ends in (such as .json), else the first one.",
    ),
    "opt-output": Label("Ghi vào tệp (ghi trọn, hoặc không ghi gì).", "Write to a file (whole, or not at all)."),
    "opt-lang": Label("Ngôn ngữ: vi hoặc en.", "The language: vi or en."),
    "opt-period": Label(
        "Kỳ xếp loại: năm hoặc quý, ví dụ 2024, 2025-Q4.",
        "The period that is rated, a year or a quarter: 2024, 2025-Q4.",
    ),
    "opt-version-of": Label(
        "Kỳ mà theo đó chọn phiên bản của chuỗi: năm hoặc quý, ví dụ 2024, 2025-Q4.",
        "The period by which the version of a series is picked, a year or a quarter: 2024, 2025-Q4.",
    ),
    "opt-as-of": Label(
        "Ngày của số liệu, ví dụ 30/6/2024: kỳ chưa kết thúc, hoặc vụ việc chỉ tính đến ngày ấy.",
        "The day of the data, such as 2024-06-30: the period lasts, or incidents are known up to it.",
    ),
    "opt-incidents": Label(
        "Bảng vụ việc (.csv, .json), từ đó lấy các số liệu về kỷ luật.",
        "A table of incidents (.csv, .json), from which the facts on discipline are drawn.",
    ),
    "opt-first": Label(
        "Kết quả đầu của kỳ (.json): xếp loại lại, nêu mức nào nay khác và vì sao.",
        "The first result of the period (.json): rate it again, say which levels are others now, and why.",
    ),
    "metavar-day": Label("NGÀY", "DAY"),
    "opt-require": Label(
        "Các tiêu chí phải đạt ở mọi nơi được đánh giá; nếu không, lệnh kết thúc với mã 1.",
        "Criteria that must be met wherever they are judged; else the exit status is 1.",
    ),
    "opt-source": Label(
        "Toàn văn (.txt) của một văn bản nguồn, theo mã của nó trong tệp quy tắc; có thể ghi nhiều lần.",
        "The text (.txt) of a source, by its id in the rule file; may be given several times.",
    ),
    "opt-strict": Label(
        "Cảnh báo và lưu ý cũng làm lệnh kết thúc với mã 1.", "Warnings and notes too make the exit status 1."
    ),
    "opt-sizes": Label(
        "Cỡ đơn vị đến số này: cỡ nào không thể đạt một tỷ lệ, chỉ đạt khi 0 hoặc 100%, cần bao nhiêu người.",
        "Sizes of unit up to this: which cannot meet a share, or only at 0 or 100%, and how many people each needs.",
    ),
    "metavar-number": Label("SỐ", "N"),
    "no-sizes": Label(
        "`--sizes` cho bảng để đọc: dùng với text, md hoặc json, không dùng với sarif",
        "`--sizes` gives a table to read: with text, md or json, not with sarif",
    ),
    "opt-check": Label(
        "Không ghi; nêu tệp nào sẽ đổi và đổi gì, khi đó lệnh kết thúc với mã 1.",
        "Write nothing; say which files would change and how, and exit with 1 if there are any.",
    ),
    "opt-cover": Label("Cho biết điều gì của bộ quy tắc chưa có ví dụ.", "Say what of the rules no case exercises."),
    "opt-missing": Label(
        "Chỉ in các ví dụ còn thiếu, dạng TOML, để dán vào tệp ví dụ sau khi đã đọc lại.",
        "Print only the cases that are missing, as TOML, to be pasted into a file of cases once they were read.",
    ),
    "opt-mutants": Label(
        "Đổi từng chút một của bộ quy tắc và cho biết thay đổi nào không ví dụ nào phát hiện.",
        "Change the rules in one small thing after another, and say which changes no case notices.",
    ),
    "opt-strict-cover": Label(
        "Còn điều chưa có ví dụ, hay thay đổi không ví dụ nào phát hiện, thì mã kết thúc là 1.",
        "What no case exercises or finds makes the exit status 1.",
    ),
    "opt-subject": Label(
        "Mã đơn vị, hoặc tên mà chỉ một đơn vị có.", "The id of the subject, or a name that only one unit has."
    ),
    "opt-reach": Label(
        "Cần thay đổi ít nhất những số liệu nào để được đề xuất mức xếp loại này, hoặc vì sao không được.",
        "The fewest changes of figures by which this level would be proposed, or why none would do.",
    ),
    "opt-help": Label("Xem hướng dẫn này.", "Show this help."),
    "opt-version": Label("Xem phiên bản.", "Show the version."),
    "usage": Label("Cách dùng:", "Usage:"),
    "command": Label("LỆNH", "COMMAND"),
    "option": Label("TÙY CHỌN", "OPTIONS"),
    "options": Label("Tùy chọn", "Options"),
    "commands": Label("Lệnh", "Commands"),
    "required": Label("bắt buộc", "required"),
    "error": Label("lỗi", "error"),
    "try-help": Label("xem hướng dẫn: {command} --help", "for help: {command} --help"),
    "no-such-option": Label("không có tùy chọn {name}", "there is no option {name}"),
    "no-such-command": Label("không có lệnh {name}", "there is no command {name}"),
    "no-command": Label("cần một lệnh, ví dụ `rate`", "a command is needed, such as `rate`"),
    "missing": Label("thiếu {name}", "{name} is missing"),
    "needs-value": Label("tùy chọn {name} cần một giá trị", "the option {name} takes a value"),
    "no-value": Label("tùy chọn {name} không có giá trị", "the option {name} takes no value"),
    "bad-value": Label("{name}: giá trị {value} không dùng được", "{name}: {value} cannot be used"),
    "whole-number": Label(
        "{name}: cần một số nguyên từ {least} đến {most}", "{name}: a whole number from {least} to {most} is needed"
    ),
    "choose": Label("chọn một trong: {choices}", "choose one of: {choices}"),
    "did-you-mean": Label("có phải muốn viết {meant}?", "did you mean {meant}?"),
    "extra": Label("thừa: {value}", "too many arguments: {value}"),
    "before-show": Label(
        "viết tùy chọn {name} sau `show`: `xeploai rules show …`",
        "write the option {name} after `show`: `xeploai rules show …`",
    ),
    "usage-error": Label("câu lệnh không đúng: {detail}", "the command line cannot be used: {detail}"),
    "interrupted": Label("đã dừng theo yêu cầu", "interrupted"),
    "cannot-write": Label("không ghi được {file}: {detail}", "{file} cannot be written: {detail}"),
    "standard-output": Label("đầu ra chuẩn", "standard output"),
    "closed": Label("đầu ra đã bị đóng", "it is closed"),
    "no-folder": Label("không có thư mục đó", "there is no such folder"),
    "is-folder": Label("đó là thư mục, cần thêm tên tệp", "it is a folder, the name of a file is needed"),
    "not-allowed": Label("không có quyền ghi", "writing is not allowed"),
    "read-only": Label("nơi đó chỉ cho đọc", "that place is read-only"),
    "disk-full": Label("hết chỗ trống", "no space is left"),
    "name-too-long": Label("tên tệp quá dài", "the name is too long"),
    "bad-name": Label("tên tệp không hợp lệ", "that is no name for a file"),
    "same-file": Label(
        "{file} là tệp đầu vào, ghi vào đó sẽ mất dữ liệu; chọn tên khác cho -o",
        "{file} is an input, writing there would destroy it; choose another name for -o",
    ),
    "not-installed": Label(
        "lệnh này cần thêm thư viện; cài bằng: pip install '.[cli]' trong thư mục mã nguồn,"
        " hoặc pip install 'xeploai[cli]' từ kho gói",
        "the command needs more libraries; to install them: pip install '.[cli]' in the source folder,"
        " or pip install 'xeploai[cli]' from a package index",
    ),
    "needs-extra": Label(
        "lệnh này cần thêm thư viện; cài bằng: pip install '.[{extra}]' trong thư mục mã nguồn,"
        " hoặc pip install 'xeploai[{extra}]' từ kho gói",
        "the command needs another library; to install it: pip install '.[{extra}]' in the source folder,"
        " or pip install 'xeploai[{extra}]' from a package index",
    ),
    "fmt-files": Label(
        "{name} không phải là tệp .toml hay thư mục; lệnh này ghi lại tệp, nên cần tên tệp",
        "{name} is neither a .toml file nor a folder; the command rewrites files, and takes their names",
    ),
    "formatted": Label("{name}: đã định dạng lại", "{name}: laid out"),
    "would-format": Label("{name}: chưa đúng bố cục chuẩn", "{name}: not in the canonical layout"),
    "one-in-layout": Label("1 tệp vốn đã đúng bố cục", "1 file was in the layout already"),
    "in-layout": Label("{count} tệp vốn đã đúng bố cục", "{count} files were in the layout already"),
    "no-subject": Label("bảng không có đơn vị {name}", "the table has no subject {name}"),
    "many-subjects": Label(
        "nhiều đơn vị có tên {name}; ghi mã của một đơn vị: {ids}",
        "several units have the name {name}; give the id of one of them: {ids}",
    ),
    "no-level": Label(
        "bộ quy tắc không có mức xếp loại {name}; các mức: {levels}",
        "the rule set has no level {name}; its levels: {levels}",
    ),
    "no-levels-here": Label(
        "bộ quy tắc không đề xuất mức xếp loại cho {name} (loại hình {kind})",
        "the rule set proposes no level for {name} (of kind {kind})",
    ),
    "no-criterion": Label("bộ quy tắc không có tiêu chí {name}", "the rule set has no criterion {name}"),
    "no-criteria": Label(
        "`--require` cần mã của ít nhất một tiêu chí", "`--require` takes the id of at least one criterion"
    ),
    "bad-period": Label("{name} không phải là kỳ xếp loại", "{name} is not a period"),
    "period-form": Label(
        "viết năm hoặc quý, ví dụ 2024, 2025-Q4", "write a year or a quarter, such as 2024 or 2025-Q4"
    ),
    "bad-day": Label("{name} không phải là một ngày", "{name} is not a day"),
    "day-form": Label(
        "viết ngày trước, ví dụ 30/6/2024, hoặc 2024-06-30", "write 2024-06-30, or 30/6/2024 with the day first"
    ),
    "day-before": Label(
        "ngày của số liệu ({day}) đứng trước ngày đầu kỳ {name} ({since})",
        "the day of the data ({day}) is before the first day of {name} ({since})",
    ),
    "period-outside": Label(
        "kỳ {name} nằm ngoài hiệu lực của bộ quy tắc ({since} – {until})",
        "the period {name} is outside the dates of the rule set ({since} – {until})",
    ),
    "period-such": Label("thêm --period, ví dụ --period {name}", "add --period, such as --period {name}"),
    "period-needed": Label(
        "bộ quy tắc có hiệu lực nhiều năm; thêm --period, ví dụ --period 2024",
        "the rule set holds for several years; add --period, such as --period 2024",
    ),
    "incidents-needed": Label(
        "kết quả {file} được lập cùng một bảng vụ việc; thêm --incidents TỆP",
        "the result {file} was made with a table of incidents; add --incidents FILE",
    ),
    "other-period": Label(
        "kết quả {file} là của kỳ {first}, không phải kỳ {name}",
        "the result {file} is of the period {first}, not of {name}",
    ),
    "first-formats": Label(
        "với --first chỉ có các dạng: {formats}",
        "with --first the formats are: {formats}",
    ),
    "nothing-drawn": Label(
        "bộ quy tắc không lấy số liệu nào từ bảng vụ việc; bỏ --incidents",
        "the rule set draws no fact from incidents; leave out --incidents",
    ),
    "both-standard-input": Label(
        "chỉ một trong hai bảng có thể lấy từ đầu vào chuẩn; ghi bảng kia vào tệp",
        "only one of the two tables can stand on standard input; put the other one into a file",
    ),
    "not-held": Label("{criterion} ở {subject}: {verdict}", "{criterion} at {subject}: {verdict}"),
    "never-judged": Label(
        "{criterion} không được đánh giá ở đâu trong bảng", "{criterion} is judged nowhere in the table"
    ),
    "no-cases": Label("{name} không có ví dụ kiểm chứng nào", "{name} has no worked cases"),
    "one-of-options": Label("dùng một trong hai: {one} hoặc {other}", "use one of {one} and {other}"),
    "no-evidence": Label(
        "chưa tìm được số liệu nào cho thấy: {name}: {what}; có thể điều kiện khác luôn che khuất",
        "no evidence was found that shows: {name}: {what}; perhaps other conditions always hide it",
    ),
    "all-shown": Label("{name}: không còn thiếu ví dụ nào", "{name}: no case is missing"),
    "toml-only": Label(
        "{option} in các ví dụ dạng TOML; bỏ --format, đặt tên tệp đuôi .toml",
        "{option} prints cases as TOML; leave --format out, and name the file .toml",
    ),
    "strict-alone": Label(
        "`--strict` đi cùng --cover, --missing hoặc --mutants",
        "`--strict` goes with --cover, --missing or --mutants",
    ),
    "one-ruleset": Label("{option} chỉ nhận một bộ quy tắc", "{option} takes one rule set"),
    "making": Label("đang dựng ví dụ cho {name}", "making cases for {name}"),
    "mutating": Label("đang thử thay đổi {name}", "trying changes of {name}"),
    "testing": Label("đang chạy ví dụ của {name}", "running the cases of {name}"),
    "no-rule-files": Label("thư mục {name} không có tệp quy tắc .toml nào", "there is no rule file (.toml) in {name}"),
    "checking": Label("đang kiểm tra {name}", "checking {name}"),
    "source-form": Label(
        "{name}: viết mã của văn bản nguồn, dấu =, rồi tên tệp, ví dụ nq-2024=nghi-quyet.txt",
        "{name}: write the id of the source, =, and the file, such as nq-2024=resolution.txt",
    ),
    "source-unknown": Label(
        "không bộ quy tắc nào ở đây có văn bản nguồn {name}; có: {known}",
        "no rule set here has the source {name}; there is: {known}",
    ),
    "not-utf8": Label("tệp không phải UTF-8", "it is not UTF-8"),
    "cannot-read": Label("không đọc được {file}: {detail}", "{file} cannot be read: {detail}"),
    "files-not-read": Label("không đọc được: {files}", "what cannot be read: {files}"),
    "no-such-file": Label("không có tệp này", "there is no such file"),
    "reading-not-allowed": Label("không được phép đọc", "it may not be read"),
    "a-folder": Label("đó là thư mục", "it is a folder"),
    "empty-file-name": Label("tên tệp để trống", "the name of the file is empty"),
    "empty-name": Label("tên để trống", "the name is empty"),
    "no-rules": Label(
        "{name} không phải là bộ quy tắc; ghi theo thứ tự: `{usage}`", "{name} is no rule set; the order is: `{usage}`"
    ),
    "no-file-name": Label("đó không phải là tên tệp", "that is no name for a file"),
    "standard-input": Label("đầu vào chuẩn", "standard input"),
    "reading": Label("đang đọc {file}", "reading {file}"),
    "judging": Label("đang đánh giá {count} đơn vị", "judging {count} subjects"),
}


def say(key: str, lang: Language, **values: object) -> str:
    """A text of the command, its placeholders filled."""
    label = TEXTS[key]
    return (label.vi if lang == "vi" else label.en or label.vi).format(**values)


def did_you_mean(given: str, known: Iterable[str], lang: Language) -> str:
    """The end of a message that asks for what was probably meant; empty where nothing is near."""
    meant = nearest(given, known)
    return f"; {say('did-you-mean', lang, meant=f'`{meant}`')}" if meant else ""
