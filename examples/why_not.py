"""Say why an organisation does not meet a criterion: what is short, what is missing, and what another reading says.

Run it from the root of the repository: `python examples/why_not.py`.
"""

import signal
from pathlib import Path

import xeploai
from xeploai import Finding, Role, Verdict

if hasattr(signal, "SIGPIPE"):  # not on Windows
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # end quietly in `… | head`

rules = xeploai.load("lam-dong-2024")
hierarchy = xeploai.read(Path(__file__).with_name("khoi-chi-tiet.csv"), rules)


def say(finding: Finding) -> None:
    """Print a finding that is not met or not known."""
    print(f"  {finding.criterion.id}: {finding.verdict.value}")
    if finding.short:
        print(f"    short by {finding.short}")
    for lack in finding.missing[:3]:
        print(f"    missing: {lack.fact} of {lack.subject} ({lack.why})")
    if len(finding.missing) > 3:
        print(f"    and {len(finding.missing) - 3} more")
    for other in finding.readings:
        if other.bits != finding.bits:
            print(f"    read otherwise ({other.assumption}: {other.reading}): {other.verdict.value}")
    if finding.criterion.cite:
        print(f"    clause: {finding.criterion.cite.clause}")


for outcome in xeploai.roll_up(rules, hierarchy):
    if outcome.evidence.id in ("khoi", "cb-055", "cb-150"):
        print(outcome.evidence.name or outcome.evidence.id)
        for finding in xeploai.findings(outcome):
            if finding.role is not Role.MONITOR and finding.verdict in (Verdict.NOT_MET, Verdict.UNKNOWN):
                say(finding)
