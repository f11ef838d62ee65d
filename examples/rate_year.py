"""Rate a whole year: persons, cells, grassroots organisations and the bloc, and what comes of it for the targets.

The levels are proposed under Regulation 124 of 2023, which the targets of 2024 name; a decided level stands before a
proposed one. Run it from the root of the repository: `python examples/rate_year.py`.
"""

import signal
from pathlib import Path

import xeploai
from xeploai import Interval, Outcome

if hasattr(signal, "SIGPIPE"):  # not on Windows
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # end quietly in `… | head`

HERE = Path(__file__).parent
GRASSROOTS = ("khoi", "dang-bo-co-so", "chi-bo-co-so")

year = xeploai.read_period("2024")
rules = xeploai.load("lam-dong-2024")
incidents = xeploai.read_incidents(HERE / "nam-2024-vu-viec.csv")
table = xeploai.drawn(rules, xeploai.read(HERE / "nam-2024.csv", rules), incidents, year)
outcomes = xeploai.roll_up(rules, table, period=year)


def level(outcome: Outcome) -> str:
    """The decided level, or what is proposed."""
    rating = outcome.rating
    if rating is None:
        return "not rated"
    if rating.decided:
        return f"{rating.decided}, decided"
    return f"{rating.level or f'{rating.lowest} to {rating.highest}'}, proposed"


def said(interval: Interval) -> str:
    """The ends of a number that may be open."""
    return str(interval.low) if interval.low == interval.high else f"{interval.low} to {interval.high}"


print("Levels")
for outcome in outcomes:
    if outcome.evidence.kind in GRASSROOTS:
        print(f"  {outcome.evidence.id}: {level(outcome)}")

print("Decided otherwise than proposed")
for outcome in outcomes:
    if outcome.rating and outcome.rating.differs:
        print(f"  {outcome.evidence.id}: {outcome.rating.decided}, and not {outcome.rating.level}")

print("Not rated, by the rules")
for outcome in outcomes:
    if held := xeploai.standing(outcome).exemptions:
        print(f"  {outcome.evidence.id}: {', '.join(held)}")

print("More than the quota allows")
for quota in xeploai.quotas(outcomes):
    if quota.excess.high:
        numbers = f"{said(quota.actual)} of at most {said(quota.allowed)}, {said(quota.excess)} too many"
        print(f"  {quota.quota}, {quota.authority} {quota.group or '(no group)'}: {numbers}")

print("Why the level of db-06 is open, and what would settle it")
for outcome in outcomes:
    if outcome.evidence.id == "db-06":
        print(f"  {[lack.fact for lack in xeploai.standing(outcome).settles or ()]}")

print("Targets")
for outcome in outcomes:
    for goal in xeploai.goals(outcome):
        print(f"  {goal.goal}: {goal.verdict.value}{', exceeded' if goal.exceeded else ''}")
