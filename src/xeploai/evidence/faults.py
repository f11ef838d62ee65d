"""The kinds of fault that evidence can have. Codes are stable."""

from xeploai.diagnostic import Fault

_CHECK = (
    "kiểm tra lại con số; chưa biết thì để trống",
    "check the figure; leave it empty where it is not known",
)

NOT_A_COUNT = Fault(
    "XD201",
    "not-a-count",
    "`{fact}` phải là số nguyên không âm, nhưng lại là {given}",
    "`{fact}` must be a whole number from zero up, but it is {given}",
)
NOT_YES_NO = Fault(
    "XD202",
    "not-yes-no",
    "`{fact}` phải là có hoặc không, nhưng lại là {given}",
    "`{fact}` must be yes or no, but it is {given}",
)
NOT_A_LEVEL = Fault(
    "XD203",
    "not-a-level",
    "`{fact}`: {given} không phải là mức xếp loại",
    "`{fact}`: {given} is not a level",
    "các mức: {levels}",
    "the levels are: {levels}",
)
UNKNOWN_FACT = Fault(
    "XD204",
    "unknown-fact",
    "bộ quy tắc không có số liệu `{fact}`",
    "the rule set has no fact `{fact}`",
)
NOT_CARRIED = Fault(
    "XD205",
    "fact-not-carried",
    "{kind} không khai `{fact}`",
    "a {kind} does not declare `{fact}`",
    "số liệu này do các loại hình sau khai: {kinds}",
    "the kinds that declare it are: {kinds}",
)
UNKNOWN_KIND = Fault(
    "XD206",
    "unknown-kind",
    "không có loại hình `{kind}`",
    "there is no kind `{kind}`",
    "các loại hình: {kinds}",
    "the kinds are: {kinds}",
)
TOO_SMALL = Fault(
    "XD207",
    "below-minimum",
    "`{fact}` là {value}, ít nhất phải là {limit}",
    "`{fact}` is {value} and must be at least {limit}",
    *_CHECK,
)
TOO_LARGE = Fault(
    "XD208",
    "above-maximum",
    "`{fact}` là {value}, nhiều nhất chỉ có thể là {limit}",
    "`{fact}` is {value} and can be {limit} at most",
    *_CHECK,
)
PART_LARGER = Fault(
    "XD209",
    "part-larger-than-whole",
    "{part} lớn hơn {whole}",
    "{part} is more than {whole}",
    "đối chiếu lại hai số liệu",
    "compare the two figures again",
)
SUM_DIFFERS = Fault(
    "XD210",
    "sum-does-not-add-up",
    "{parts} cộng lại không bằng {whole}",
    "{parts} do not add up to {whole}",
    "đối chiếu lại các số liệu thành phần và số tổng",
    "compare the parts and the total again",
)
FEWER_STATED = Fault(
    "XD211",
    "fewer-stated-than-rows",
    "`{fact}` ghi {stated} nhưng bảng có {rows} đơn vị",
    "`{fact}` says {stated}, but the table has {rows} units",
    "kiểm tra lại con số, và xem có hàng nào ghi nhầm đơn vị cấp trên không",
    "check the figure, and whether a row names the wrong parent",
)
OWN_AGAINST_PARTS = Fault(
    "XD212",
    "own-figure-contradicts-parts",
    "`{fact}` ghi {own} nhưng các đơn vị trực thuộc cộng lại {parts}",
    "`{fact}` says {own}, but the units below add up to {parts}",
    "đối chiếu với số của các đơn vị trực thuộc rồi sửa chỗ sai; hoặc để trống để lấy tổng của các đơn vị ấy",
    "compare it with the rows below and mend what is wrong; or leave it blank: then they are added up",
)
DUPLICATE_ID = Fault(
    "XD213",
    "duplicate-id",
    "mã `{id}` đã có ở trên",
    "the id `{id}` has been used above",
    "bỏ một trong hai nếu là cùng một đơn vị, nếu không thì đặt mã khác",
    "leave one of the two out if they are the same organisation, else give this one another id",
)
UNKNOWN_PARENT = Fault(
    "XD214",
    "unknown-parent",
    "không có đơn vị cấp trên `{parent}`",
    "there is no parent `{parent}`",
    "thêm đơn vị cấp trên ấy vào bảng, hoặc sửa mã ở cột `{column}`",
    "add that organisation to the table, or correct the id in the column `{column}`",
)
CIRCLE = Fault(
    "XD215",
    "circle-of-parents",
    "quan hệ trực thuộc đi vòng tròn: {circle}",
    "the parents form a circle: {circle}",
)
WRONG_PARENT = Fault(
    "XD216",
    "parent-of-wrong-kind",
    "{kind_vi} không thể trực thuộc `{parent}`, là {parent_kind_vi}",
    "{kind_en} cannot stand under `{parent}`, which is {parent_kind_en}",
    "cấp trên phải là: {kinds_vi}",
    "its parent is one of: {kinds_en}",
)
NO_ROOM = Fault(
    "XD217",
    "contradictory-figures",
    "các số liệu mâu thuẫn với nhau: {figures_vi}",
    "the figures contradict each other: {figures_en}",
)
EMPTY_ID = Fault("XD218", "missing-id", "đơn vị không có mã", "the subject has no id")
NOT_POINTS = Fault(
    "XD219",
    "not-points",
    "`{fact}` phải là số điểm (số nguyên hoặc số thập phân chính xác), nhưng lại là {given}",
    "`{fact}` must be a number of points, whole or an exact decimal, but it is {given}",
)
NOT_A_GRADE = Fault(
    "XD220",
    "not-a-grade",
    "`{fact}`: {given} không phải là mức đánh giá",
    "`{fact}`: {given} is not a grade",
    "các mức đánh giá: {levels}",
    "the grades are: {levels}",
)
NOT_A_DAY = Fault(
    "XD221",
    "not-a-day",
    "`{fact}` phải là một ngày, nhưng lại là {given}",
    "`{fact}` must be a day, but it is {given}",
)
