"""What a file of worked cases may look like, as data."""

from xeploai.audit.cases.case import About
from xeploai.toml.shape import ById, Day, Either, Key, ListOf, Number, Shape, Table, Text, Whole, YesNo

ABSENT = "absent"
VERDICTS = ("met", "not_met", "unknown", "not_applicable", ABSENT)
UNRATED = "unrated"
OPEN_END = "open"
"""An end of a number that nothing bounds."""
LISTED = ("missing", "settles", "deciding", "members")
"""What is said in lists whose order means nothing."""

_NAMES = ListOf(Text())
_NUMBER = Either((Whole(), ListOf(Either((Whole(), Text((OPEN_END,)))))))
_LEVEL = Key(Text(), "mức xếp loại", "the level")
_READINGS = Key(
    ById(Either((Text(), Whole(), ListOf(Either((Text(), Whole())))))),
    "theo cách hiểu khác",
    "how it comes out under other readings",
)
_MISSING = Key(_NAMES, "số liệu còn thiếu, dạng đơn-vị.số-liệu", "the facts that are missing, as subject.fact")
_DEPENDS = Key(YesNo(), "kết luận phụ thuộc cách hiểu", "whether it depends on the reading")
_SAYS = Key(Text(), "câu phải có trong lời giải thích", "a text that the explanation must hold")
_UNDETERMINED = Key(
    Either((YesNo(), Text())),
    "điểm chưa rõ trong văn bản: có hay không, hoặc một phần của lý do",
    "whether a point of law is open, or a part of the reason",
)

OF_CRITERION = {
    "verdict": Key(Text(VERDICTS), "kết luận", "the verdict"),
    "part": Key(_NUMBER, "phần", "the part"),
    "whole": Key(_NUMBER, "tổng", "the whole"),
    "short": Key(Whole(), "còn thiếu bao nhiêu", "how many are short"),
    "noted": Key(YesNo(), "đạt, trên khung", "met above the range"),
    "exceeded": Key(YesNo(), "vượt", "exceeded"),
    "why": Key(Text(), "vì sao chưa đủ số liệu", "why it is unknown"),
    "missing": _MISSING,
    "depends": _DEPENDS,
    "readings": _READINGS,
    "says": _SAYS,
}
OF_LEVEL = {
    "level": _LEVEL,
    "highest": Key(Text(), "mức cao nhất còn có thể", "the best level still possible"),
    "lowest": Key(Text(), "mức thấp nhất còn có thể", "the worst level still possible"),
    "decided": Key(Text(), "mức đã được quyết định", "the level decided"),
    "differs": Key(YesNo(), "mức đã quyết định khác mức đề xuất", "the level decided is not the one proposed"),
    "unrated": Key(YesNo(), "không xếp loại", "whether no level is given"),
    "may_be_unrated": Key(YesNo(), "có thể là không xếp loại", "whether no level may be given"),
    "deciding": Key(
        _NAMES,
        "tiêu chí, điều kiện khống chế, trường hợp không xếp loại quyết định mức",
        "the criteria, vetoes and exemptions that decide the level",
    ),
    "missing": _MISSING,
    "settles": Key(
        Either((YesNo(), _NAMES)),
        "số liệu đủ để biết mức; false là không có",
        "the facts that settle the level; false where none do",
    ),
    "undetermined": _UNDETERMINED,
    "depends": _DEPENDS,
    "readings": _READINGS,
    "says": _SAYS,
}
OF_QUOTA = {
    "group": Key(Text(), "nhóm", "the group"),
    "kind": Key(Text(), "loại hình của các đơn vị trong nhóm", "the kind of the subjects in the group"),
    "authority": Key(Text(), "đơn vị mà nhóm trực thuộc", "the subject below which the group is"),
    "level": _LEVEL,
    "allowed": Key(_NUMBER, "số được phép", "how many are allowed"),
    "actual": Key(_NUMBER, "số thực tế", "how many there are"),
    "excess": Key(_NUMBER, "số vượt", "how many are too many"),
    "members": Key(_NAMES, "các đơn vị trong nhóm", "the subjects of the group"),
    "readings": _READINGS,
}
SAID: dict[About, dict[str, Key]] = {"criterion": OF_CRITERION, "level": OF_LEVEL, "quota": OF_QUOTA}
"""What can be expected of each sort of thing."""

_TABLE = Table({**OF_CRITERION, **OF_LEVEL, **OF_QUOTA})
_EXPECTED: Shape = Either((Text(), _TABLE, ListOf(Either((Text(), _TABLE)))))

CASE = Table(
    {
        "title": Key(Text(), "tên ví dụ", "what the case shows", True),
        "clause": Key(Text(), "điểm của văn bản", "the clause that it is about"),
        "rows": Key(Text(), "bảng số liệu", "the table, as text"),
        "evidence": Key(
            ById(ById(Either((Text(), Number(), YesNo(), Day())))),
            "số liệu theo từng đơn vị",
            "the evidence, subject by subject",
        ),
        "incidents": Key(Text(), "bảng vụ việc", "the table of incidents, as text"),
        "period": Key(Text(), "kỳ xếp loại", "the period that is rated"),
        "expect": Key(ById(ById(_EXPECTED)), "kết quả phải có", "what must come out"),
        "refused": Key(_NAMES, "tên các lỗi mà bảng bị từ chối", "the faults for which the table is refused"),
    }
)
CASE_FILE = Table(
    {
        "ruleset": Key(Text(), "mã bộ quy tắc", "the id of the rule set"),
        "period": Key(Text(), "kỳ xếp loại của các ví dụ không ghi kỳ", "the period of the cases that name none"),
        "case": Key(ListOf(CASE), "các ví dụ", "the cases", True),
    }
)
