"""The rule language, format 1: every key with its shape and what it says."""

from xeploai.toml.shape import ById, Day, Either, Key, ListOf, Nested, Number, Shape, Table, Text, Whole, YesNo

FORMAT = 1

LABEL = Either(
    (Text(), Table({"vi": Key(Text(), "tiếng Việt", "Vietnamese", True), "en": Key(Text(), "tiếng Anh", "English")}))
)
NAMES = Either((Text(), ListOf(Text())))
COUNTED = Table(
    {"count": Key(NAMES, "số đơn vị thuộc các loại hình này", "the number of subjects of these kinds", True)}
)
TERM = Either((Text(), COUNTED))
TERMS = Either((Text(), COUNTED, ListOf(TERM)))
PER_KIND_NUMBER = Either((Whole(), ById(Whole())))
LIMIT = Either((Text(), Number(), YesNo(), ById(Either((Text(), Number(), YesNo())))))

CITATION = Table(
    {
        "source": Key(Text(), "văn bản nguồn", "the source text", True),
        "clause": Key(Text(), "điểm, khoản, mục", "the clause", True),
        "words": Key(NAMES, "nguyên văn mấy từ nêu con số", "the few words that state the figure, verbatim"),
    }
)
BETWEEN = Table(
    {
        "from": Key(LIMIT, "cận dưới", "the lower end", True),
        "to": Key(LIMIT, "cận trên", "the upper end", True),
        "above": Key(
            Text(("met", "noted", "not_met")), "vượt cận trên thì thế nào", "what lies above the upper end", True
        ),
    }
)
RATIO = Table(
    {
        "part": Key(TERMS, "phần", "the part", True),
        "whole": Key(TERMS, "tổng", "the whole", True),
        "pending": Key(NAMES, "phần chưa được đánh giá", "what is not assessed yet"),
        "pending_blank": Key(
            Text(("none", "open")), "ô chưa đánh giá bỏ trống nghĩa là gì", "what a blank in `pending` means"
        ),
    }
)
SHARE = Table(
    {
        "of": Key(NAMES, "loại hình được tính", "the kinds that are counted", True),
        "meet": Key(Text(), "đạt tiêu chí này", "that meet this criterion"),
        "yes": Key(Text(), "trả lời có", "that answer yes"),
        "rated": Key(Text(), "xếp loại từ mức này trở lên", "that are rated at least this level"),
        "by": Key(Text(), "số liệu ghi mức xếp loại", "the fact that holds the level"),
        "base": Key(Text(("assessed", "all")), "mẫu số", "the base of the share"),
    }
)
POINTS = Either(
    (
        Text(),
        Table(
            {
                "given": Key(Text(), "số liệu ghi điểm", "the fact that holds the points"),
                "weight": Key(Either((Text(), Number())), "hệ số", "how many times they count"),
                "meet": Key(Text(), "đạt tiêu chí này", "for meeting this criterion"),
                "earns": Key(Either((Text(), Number())), "được bấy nhiêu điểm", "so many points"),
            }
        ),
    )
)
MEASURES = {
    "value": Key(Text(), "số liệu", "a fact"),
    "yes": Key(Text(), "số liệu phải là có", "a fact that must be yes"),
    "ratio": Key(RATIO, "tỷ lệ phần trên tổng", "a part of a whole"),
    "share": Key(SHARE, "tỷ lệ đơn vị đạt", "the share of subjects that pass a test"),
    "count": Key(NAMES, "số đơn vị", "the number of subjects"),
    "lowest": Key(NAMES, "mức thấp nhất của các tiêu chí", "the lowest of these grades"),
    "highest": Key(NAMES, "mức cao nhất của các tiêu chí", "the highest of these grades"),
    "months": Key(Text(), "số tháng kể từ ngày này đến cuối kỳ", "full months from this day to the end of the period"),
    "score": Key(ListOf(POINTS), "tổng điểm", "a sum of points"),
}
TARGETS = {
    "at_least": Key(LIMIT, "từ … trở lên", "that or more"),
    "at_most": Key(LIMIT, "không quá", "that or less"),
    "more_than": Key(LIMIT, "trên", "more than that"),
    "less_than": Key(LIMIT, "dưới", "less than that"),
    "equals": Key(LIMIT, "đúng bằng", "exactly that"),
    "between": Key(BETWEEN, "từ … đến …", "from … to …"),
}
READING = Table({**MEASURES, **TARGETS})

CRITERION = Table(
    {
        "label": Key(LABEL, "tên tiêu chí", "the name"),
        "number": Key(Text(), "số thứ tự của cơ quan", "how the office numbers it"),
        "for": Key(NAMES, "nơi đánh giá", "the kinds at which it is judged"),
        "monitor": Key(NAMES, "nơi chỉ theo dõi", "the kinds at which it is only followed up"),
        "role": Key(Text(("target", "duty", "part", "monitor")), "vai trò", "what it is for"),
        "strength": Key(Text(("required", "aspirational")), "bắt buộc hay phấn đấu", "required or striven for"),
        **MEASURES,
        **TARGETS,
        "assume": Key(NAMES, "cách hiểu áp dụng", "the assumptions it rests on"),
        "readings": Key(ById(ById(READING)), "các cách hiểu khác", "the other readings, by assumption"),
        "cite": Key(CITATION, "căn cứ", "the clause it comes from"),
    }
)
COUNTS = Table(
    {
        "of": Key(NAMES, "loại hình được đếm", "the kinds that are counted", True),
        "meet": Key(Text(), "đạt tiêu chí này", "that meet this criterion"),
        "yes": Key(Text(), "trả lời có", "that answer yes"),
        "rated": Key(NAMES, "xếp loại một trong các mức này", "that are rated one of these levels"),
        "among": Key(Text(), "số liệu ghi tổng số", "the fact that states how many there are"),
    }
)
INCIDENTS = Table(
    {
        "kinds": Key(NAMES, "loại vụ việc", "the kinds of incident"),
        "measures": Key(NAMES, "hình thức xử lý", "the measures taken"),
        "of": Key(NAMES, "của đơn vị, cá nhân bên dưới thuộc loại hình này", "of subjects of these kinds below"),
        "unless_remedied": Key(
            YesNo(), "trừ vụ việc tự phát hiện và đã khắc phục", "leaving out those self-detected and remedied"
        ),
        "year": Key(Text(("measure", "conduct", "reopened")), "tính vào kỳ nào", "the period it belongs to"),
    }
)
FACT_TYPE = Text(("count", "number", "yes_no", "grade", "level", "date"))
FACT = Table(
    {
        "label": Key(LABEL, "tên số liệu", "the name"),
        "of": Key(NAMES, "loại hình khai số liệu", "the kinds that declare it"),
        "type": Key(FACT_TYPE, "kiểu số liệu", "what its values are", True),
        "unit": Key(LABEL, "đơn vị tính", "the unit"),
        "at_most": Key(
            TERMS,
            "không lớn hơn; có/không: không có nếu thiếu",
            "figures that it never exceeds; of yes-no facts: never yes without these",
        ),
        "sum_of": Key(NAMES, "bằng tổng của", "facts that add up to it"),
        "includes": Key(NAMES, "gồm (không trùng nhau)", "facts that fit into it together"),
        "minimum": Key(PER_KIND_NUMBER, "ít nhất", "the least it can be"),
        "maximum": Key(PER_KIND_NUMBER, "nhiều nhất", "the most it can be"),
        "counts": Key(COUNTS, "đếm các đơn vị bên dưới", "it counts subjects below"),
        "given": Key(Whole(), "con số do văn bản nêu", "the figure that the text itself states"),
        "supplier": Key(Either((Text(), ById(Text()))), "nơi cung cấp", "who supplies it"),
        "arises_at": Key(NAMES, "nơi phát sinh, bên dưới không cộng lên", "where it arises; nothing below adds to it"),
        "judged": Key(YesNo(), "là nhận định của người có thẩm quyền", "it is somebody's judgement"),
        "document": Key(Text(), "cột ghi văn bản làm căn cứ", "the text column that names its document"),
        "better": Key(
            Text(("more", "less")), "cao hơn thì mức không giảm (more), không tăng (less)", "which way it helps a level"
        ),
        "incidents": Key(INCIDENTS, "lấy từ bảng vụ việc", "what it takes from the table of incidents"),
    }
)
LEVEL = Table(
    {
        "label": Key(LABEL, "tên mức", "the name"),
        "short": Key(NAMES, "chữ viết tắt", "usual abbreviations"),
    }
)
SCALE = Table(
    {
        "levels": Key(ById(LEVEL), "các mức, cao nhất trước", "the levels, best first", True),
        "not_assessed": Key(
            Table({"id": Key(Text(), "mã", "the id", True), **LEVEL.keys}), "không xếp loại", "not assessed"
        ),
    }
)
ASSUMPTION = Table(
    {
        "question": Key(LABEL, "câu hỏi", "the question", True),
        "chosen": Key(Text(), "cách hiểu được chọn", "the reading chosen", True),
        "others": Key(NAMES, "các cách hiểu khác", "the other readings"),
        "why": Key(LABEL, "lý do", "why", True),
        "decided_by": Key(LABEL, "ai quyết định", "who decided", True),
        "since": Key(Day(), "áp dụng từ ngày", "applied from this day"),
        "labels": Key(ById(LABEL), "tên các cách hiểu", "the readings in words"),
    }
)
CLAUSE = Table(
    {
        "begins": Key(Text(), "mấy từ mở đầu, nguyên văn", "the few words with which it begins, verbatim"),
        "reason": Key(LABEL, "vì sao không có tiêu chí", "why it has no criterion"),
    }
)
SOURCE = Table(
    {
        "label": Key(LABEL, "tên văn bản", "the title", True),
        "number": Key(Text(), "số, ký hiệu", "its number"),
        "dated": Key(Day(), "ngày ban hành", "its date"),
        "clauses": Key(ById(CLAUSE), "các điểm, khoản phải trả lời", "the clauses answered for"),
    }
)
CONDITION = Either(
    (
        Text(),
        Table(
            {
                "all": Key(ListOf(Nested("condition")), "tất cả", "all of these"),
                "any": Key(ListOf(Nested("condition")), "ít nhất một", "one of these"),
                "at_least": Key(Whole(1), "ít nhất bao nhiêu", "at least so many of `of`"),
                "of": Key(ListOf(Nested("condition")), "trong số", "of these"),
                "not": Key(Nested("condition"), "không", "not this"),
                "undetermined": Key(LABEL, "chưa xác định được, vì", "not known, because"),
                "cite": Key(CITATION, "căn cứ", "the clause"),
            }
        ),
    )
)
OTHER_CONDITIONS = ById(
    ById(Table({"when": Key(CONDITION, "điều kiện theo cách hiểu này", "the condition under this reading", True)}))
)
WHERE = {
    "for": Key(NAMES, "áp dụng cho", "the kinds to which it applies"),
    "cite": Key(CITATION, "căn cứ", "the clause"),
    "assume": Key(NAMES, "cách hiểu áp dụng", "the assumptions it rests on"),
    "readings": Key(OTHER_CONDITIONS, "các cách hiểu khác", "the other readings, by assumption"),
}
RULE = Table(
    {
        "level": Key(Text(), "mức xếp loại", "the level", True),
        "when": Key(CONDITION, "điều kiện", "the condition that earns it", True),
        **WHERE,
    }
)
VETO = Table(
    {
        "label": Key(LABEL, "tên", "the name"),
        "when": Key(CONDITION, "điều kiện", "the condition that caps the level", True),
        "cap": Key(Text(), "mức cao nhất được xếp", "the best level left", True),
        **WHERE,
    }
)
EXEMPTION = Table(
    {
        "label": Key(LABEL, "tên", "the name"),
        "when": Key(CONDITION, "trường hợp không xếp loại", "the condition under which nobody is rated", True),
        **WHERE,
    }
)
BASE = Key(Text(("good", "good_or_better", "assessed")), "tính trên", "the base of the rate")
ROUNDED = Key(Text(("down", "half_up")), "cách lấy số nguyên", "how it is brought to a whole number")
RATE = Either((Text(), RATIO))
RAISED = Key(
    Table(
        {
            "rate": Key(Text(), "tỷ lệ", "the rate", True),
            "yes": Key(Text(), "khi nơi quyết định có", "where this fact of the authority is yes", True),
        }
    ),
    "tỷ lệ cao hơn",
    "a higher rate",
)
RATE_SAYS = ("tỷ lệ", "the rate: a share, or a ratio of facts at the authority")
OTHER_QUOTA = Table({"base": BASE, "whole_number": ROUNDED, "rate": Key(RATE, *RATE_SAYS), "raised": RAISED})
QUOTA = Table(
    {
        "label": Key(LABEL, "tên", "the name"),
        "level": Key(Text(), "mức bị khống chế", "the level that is capped", True),
        "for": Key(NAMES, "áp dụng cho", "the kinds to which it applies"),
        "rate": Key(RATE, *RATE_SAYS, True),
        "base": BASE,
        "whole_number": ROUNDED,
        "within": Key(NAMES, "trong phạm vi", "the kinds of the authority below which groups are formed"),
        "group": Key(Text(), "cột ghi nhóm tương đồng", "the text column that names the group"),
        "apart": Key(Text(), "không tính người có", "a yes-no fact of those who are not counted"),
        "raised": RAISED,
        "cite": Key(CITATION, "căn cứ", "the clause"),
        "assume": Key(NAMES, "cách hiểu áp dụng", "the assumptions it rests on"),
        "readings": Key(
            ById(ById(OTHER_QUOTA)),
            "các cách hiểu khác",
            "the other readings, by assumption",
        ),
    }
)
KIND = Table(
    {
        "label": Key(LABEL, "tên loại hình", "the name"),
        "parents": Key(NAMES, "có thể trực thuộc", "the kinds that may be its parent"),
        "aliases": Key(NAMES, "tên gọi khác", "other names in data"),
        "person": Key(YesNo(), "là cá nhân, báo cáo không nêu tên", "they are persons, not named in reports"),
    }
)
GROUP = Table(
    {
        "label": Key(LABEL, "tên nhóm", "the name"),
        "kinds": Key(NAMES, "gồm các loại hình", "the kinds in it", True),
    }
)
SUPPLIER = Table({"label": Key(LABEL, "tên nơi cung cấp", "the name")})
GOAL = Table(
    {
        "label": Key(LABEL, "tên chỉ tiêu", "the name"),
        "criteria": Key(NAMES, "các tiêu chí", "its criteria", True),
    }
)
HEAD = Table(
    {
        "id": Key(Text(), "mã bộ quy tắc", "the id", True),
        "label": Key(LABEL, "tên bộ quy tắc", "the name"),
        "series": Key(Text(), "chuỗi các phiên bản", "the series of which it is one version"),
        "use": Key(NAMES, "dùng thang, loại hình, số liệu của", "take the scales, kinds and facts of these"),
        "extend": Key(Text(), "cụ thể hóa bộ quy tắc", "add to this rule set and tighten it"),
        "levels": Key(Text(), "mức đề xuất theo bộ quy tắc", "the rule set that proposes levels"),
        "decided": Key(Text(), "số liệu ghi mức đã quyết định", "the fact that holds the level decided"),
        "in_force": Key(
            Table({"since": Key(Day(), "từ ngày", "from"), "until": Key(Day(), "đến hết ngày", "to")}),
            "hiệu lực",
            "when it holds",
        ),
        "reporting": Key(NAMES, "đơn vị phải báo cáo", "the kinds whose reports are awaited"),
        "rated": Key(NAMES, "đơn vị được xếp loại", "the kinds that are rated"),
        "otherwise": Key(Text(), "mức khi không đạt mức nào", "the level where none is earned"),
        "assume": Key(NAMES, "cách hiểu áp dụng cho cả bộ", "assumptions about the whole"),
    }
)
RULE_FILE = Table(
    {
        "format": Key(Whole(), "phiên bản ngôn ngữ quy tắc", "the version of the rule language", True),
        "ruleset": Key(HEAD, "bộ quy tắc", "the rule set", True),
        "sources": Key(ById(SOURCE), "văn bản nguồn", "the source texts"),
        "kinds": Key(ById(KIND), "loại hình tổ chức", "the kinds of subject"),
        "groups": Key(ById(GROUP), "nhóm loại hình", "groups of kinds"),
        "scale": Key(SCALE, "thang mức xếp loại", "the scale of levels"),
        "grades": Key(SCALE, "thang mức của từng tiêu chí", "the scale of grades"),
        "suppliers": Key(ById(SUPPLIER), "nơi cung cấp số liệu", "those who supply the facts"),
        "facts": Key(ById(FACT), "số liệu", "the facts"),
        "assumptions": Key(ById(ASSUMPTION), "cách hiểu", "the assumptions"),
        "criteria": Key(ById(CRITERION), "tiêu chí", "the criteria"),
        "goals": Key(ById(GOAL), "chỉ tiêu", "the goals"),
        "rules": Key(ListOf(RULE), "quy tắc xếp loại, mức cao trước", "the rules, best level first"),
        "vetoes": Key(ById(VETO), "điều kiện khống chế", "the vetoes"),
        "exemptions": Key(ById(EXEMPTION), "trường hợp không xếp loại", "who is not rated"),
        "quotas": Key(ById(QUOTA), "tỷ lệ khống chế", "the quotas"),
        "accepted": Key(
            ById(ById(LABEL)),
            "phát hiện của phép kiểm được giữ lại, và lý do, theo tên phép kiểm rồi theo nơi",
            "findings of checks that stay, with the reason, by the name of the check and by the place",
        ),
    }
)
NAMED: dict[str, Shape] = {"condition": CONDITION}
