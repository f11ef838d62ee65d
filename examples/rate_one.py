"""Rate one organisation by a rule set that ships: what an app does that has the figures in a dict.

Run it from the root of the repository: `python examples/rate_one.py`.
"""

import signal

import xeploai
from xeploai import Evidence, Verdict

if hasattr(signal, "SIGPIPE"):  # not on Windows
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # end quietly in `… | head`

rules = xeploai.load("lam-dong-2024")
judge = xeploai.prepare(rules)  # prepare once, judge many

cell = Evidence(id="cb-07", kind="chi-bo-truc-thuoc", facts={"dang_vien": 7, "dang_vien_duoc_kiem_tra": 2})
outcome = judge(cell)

assert outcome.verdicts["kiem-tra-dang-vien"] is Verdict.NOT_MET

for criterion, verdict in outcome.verdicts.items():
    print(f"{criterion}: {verdict.value}")
print()
for finding in xeploai.findings(outcome):
    if finding.criterion.id == "kiem-tra-dang-vien" and finding.measured:
        print(f"{finding.measured.low} of the members were inspected, and {finding.short} more would do")
print()
print(xeploai.explain(outcome, lang="vi"))
