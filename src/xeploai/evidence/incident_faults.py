"""The kinds of fault that incidents can have. Codes are stable."""

from xeploai.diagnostic import Fault, Severity

NO_ID = Fault(
    "XD230",
    "incident-without-id",
    "vụ việc không có mã",
    "the incident has no id",
    "mỗi vụ việc một mã không trùng nhau",
    "give each incident an id of its own",
)
DUPLICATE = Fault(
    "XD231",
    "duplicate-incident",
    "mã vụ việc `{id}` đã có ở trên",
    "the incident `{id}` stands above already",
    "mỗi hình thức xử lý một hàng, mỗi hàng một mã",
    "one row a measure, and an id of its own for each row",
)
NO_SUBJECT = Fault(
    "XD232",
    "incident-without-subject",
    "vụ việc không ghi đối tượng",
    "the incident has no subject",
    "ghi mã của đơn vị hoặc cá nhân như trong bảng số liệu",
    "give the id of the subject, as in the table of subjects",
)
UNKNOWN_SUBJECT = Fault(
    "XD233",
    "incident-of-unknown-subject",
    "bảng số liệu không có đối tượng `{subject}`",
    "the table of subjects has no `{subject}`",
    "ghi mã của đơn vị hoặc cá nhân như trong bảng số liệu",
    "give the id of the subject, as in the table of subjects",
)
NO_CONDUCT = Fault(
    "XD234",
    "incident-without-conduct",
    "vụ việc không ghi hành vi",
    "the incident has no conduct",
    "ghi hành vi; nhiều hình thức xử lý cho cùng một hành vi thì ghi như nhau",
    "name the conduct; several measures for one conduct name it alike",
)
MEASURE_BEFORE_CONDUCT = Fault(
    "XD235",
    "measure-before-conduct",
    "ngày xử lý {date} trước ngày vi phạm {conduct_date}",
    "the measure of {date} comes before the conduct of {conduct_date}",
    "đối chiếu lại hai ngày",
    "compare the two days again",
)
CONDUCT_ON_TWO_DAYS = Fault(
    "XD236",
    "conduct-on-two-days",
    "cùng một hành vi nhưng ngày vi phạm khác vụ việc `{other}`: {conduct_date} và {other_date}",
    "the same conduct has another day in incident `{other}`: {conduct_date} and {other_date}",
    "nếu là hai hành vi thì đặt tên khác nhau",
    "if these are two conducts, name them differently",
)
INCIDENTS_AGAINST_NO = Fault(
    "XD237",
    "incidents-against-no",
    "`{fact}` ghi là không, nhưng bảng vụ việc có: {incidents}",
    "`{fact}` says no, but the table of incidents has: {incidents}",
    "đối chiếu lại hai bảng; để trống ô này thì lấy theo bảng vụ việc",
    "compare the two tables; where this is left blank, the incidents decide",
)
NO_INCIDENT_FOR_YES = Fault(
    "XD238",
    "no-incident-for-yes",
    "`{fact}` ghi là có, nhưng bảng vụ việc không có vụ việc nào được tính",
    "`{fact}` says yes, but no incident in the table of incidents counts",
    "đối chiếu lại hai bảng; để trống ô này thì lấy theo bảng vụ việc",
    "compare the two tables; where this is left blank, the incidents decide",
)
INCIDENTS_AGAINST_COUNT = Fault(
    "XD239",
    "incidents-against-count",
    "`{fact}` ghi {stated}, bảng vụ việc tính được {drawn}: {incidents}",
    "`{fact}` says {stated}, the table of incidents comes to {drawn}: {incidents}",
    "đối chiếu lại hai bảng; để trống ô này thì lấy theo bảng vụ việc",
    "compare the two tables; where this is left blank, the incidents decide",
)

# Said aloud, and not refused.

UNUSED_KIND = Fault(
    "XD240",
    "kind-of-incident-not-counted",
    "không số liệu nào tính loại vụ việc `{given}`",
    "no fact counts incidents of the kind `{given}`",
    severity=Severity.WARNING,
)
UNUSED_MEASURE = Fault(
    "XD241",
    "measure-not-counted",
    "không số liệu nào tính hình thức xử lý `{given}`",
    "no fact counts the measure `{given}`",
    severity=Severity.WARNING,
)
