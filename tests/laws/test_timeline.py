"""The timeline of a series, held against its days one by one."""

import tempfile
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from xeploai.audit.check import check

FIRST = date(2024, 1, 1)
DAYS = [FIRST + timedelta(days=number) for number in range(12)]
HELD = st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS)).map(sorted)
ENDS = st.tuples(HELD, st.booleans(), st.booleans()).map(
    lambda drawn: (None if drawn[1] else drawn[0][0], None if drawn[2] else drawn[0][1])
)


def text(number: int, since: date | None, until: date | None) -> str:
    ends = [f"since = {since}" for _ in [0] if since] + [f"until = {until}" for _ in [0] if until]
    in_force = f"in_force = {{ {', '.join(ends)} }}\n" if ends else ""
    return f'format = 1\n[ruleset]\nid = "v{number}"\nseries = "v"\n{in_force}'


@given(st.lists(ENDS, min_size=1, max_size=4))
def test_a_gap_and_an_overlap_are_found_where_there_is_one(held: list[tuple[date | None, date | None]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for number, ends in enumerate(held):
            (Path(folder) / f"v{number}.toml").write_text(text(number, *ends), "utf-8")
        files = sorted(Path(folder).glob("*.toml"))
        codes = {problem.fault.code for file in files for problem in check(str(file)).problems}
    day = timedelta(days=1)
    shown = [FIRST - day, *DAYS, DAYS[-1] + day]
    holding = [sum((since or shown[0]) <= one <= (until or shown[-1]) for since, until in held) for one in shown]
    used = [at for at, versions in enumerate(holding) if versions]
    assert ("XL401" in codes) == (0 in holding[used[0] : used[-1] + 1])
    assert ("XL402" in codes) == (max(holding) > 1)
    assert codes <= {"XL401", "XL402"}
