"""Rate a tree that is built in Python: three cells below a committee, one without a figure and one without a row.

Run it from the root of the repository: `python examples/rate_tree.py`.
"""

import signal

import xeploai
from xeploai import Evidence, Hierarchy, Interval

if hasattr(signal, "SIGPIPE"):  # not on Windows
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # end quietly in `… | head`

rules = xeploai.load("lam-dong-2024")

tree = Hierarchy(
    [
        Evidence("db-01", "dang-bo-co-so", {"so_chi_bo_truc_thuoc": 3}, name="Đảng bộ Ví dụ"),
        Evidence(
            "cb-01",
            "chi-bo-truc-thuoc",
            {"dang_vien": 10, "dang_vien_hoc_tap": 10, "duoc_kiem_tra_giam_sat": True},
            parent="db-01",
        ),
        Evidence("cb-02", "chi-bo-truc-thuoc", {"dang_vien": 8, "duoc_kiem_tra_giam_sat": False}, parent="db-01"),
    ]
)


def said(interval: Interval | None) -> str:
    """The ends of what is known of a count."""
    if interval is None:
        return "?"
    return str(interval.low) if interval.low == interval.high else f"{interval.low}–{interval.high or '…'}"


for outcome in xeploai.roll_up(rules, tree):
    if outcome.evidence.id == "db-01":
        for finding in xeploai.findings(outcome):
            print(f"{finding.criterion.id}: {finding.verdict.value}, {said(finding.part)} of {said(finding.whole)}")
            for lack in finding.missing:
                print(f"  waits for {lack.fact} of {lack.subject}: {lack.why}")
            for gap in finding.unlisted:
                print(f"  without a row below {gap.below}: {gap.number.low} {', '.join(gap.kinds)}")
