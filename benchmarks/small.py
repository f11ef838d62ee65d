"""The small decision: a veto gives D, a share above 35 % A, from 30 % B, else C."""

from random import Random

from xeploai import AtLeast, Criterion, Equals, Fact, MoreThan, Ratio, Rule, Ruleset, Scale, Value, Veto, percent

Record = dict[str, int | bool]
Answer = tuple[str | None, str | None]
LEVEL = 'veto ? "D" : (n * 100 > t * 35 ? "A" : (n * 100 >= t * 30 ? "B" : "C"))'


def rules() -> Ruleset:
    """The rule set."""
    share = Ratio("n", "t")
    return Ruleset(
        "small",
        facts=[Fact("t"), Fact("n", at_most="t"), Fact("veto", "yes_no")],
        scale=Scale(["A", "B", "C", "D"]),
        rules=[
            Rule("A", Criterion("above", share, MoreThan(percent(35)))),
            Rule("B", Criterion("within", share, AtLeast(percent(30)))),
        ],
        otherwise="C",
        vetoes=[Veto("veto", Criterion("stopped", Value("veto"), Equals(True)), "D")],
    )


def judge(facts: Record) -> Answer:
    """The best and the worst level, by hand and with the whole meaning; `None` where there is nothing to judge."""
    n, t, veto = facts.get("n"), facts.get("t"), facts.get("veto")
    for number in (n, t):
        if number is not None and (isinstance(number, bool) or not isinstance(number, int) or number < 0):
            raise ValueError(number)
    if veto is not None and not isinstance(veto, bool):
        raise ValueError(veto)
    if n is not None and t is not None and n > t:
        raise ValueError(n)
    found = _levels(n, t)
    if veto:
        return "D", "D"
    if veto is None:
        found = {*found, "D"}
    levels = sorted(level for level in found if level)
    return (levels[0], levels[-1]) if levels else (None, None)


def _levels(n: int | None, t: int | None) -> set[str | None]:
    """The levels that the completions of two counts earn."""
    if t == 0:
        return {None}
    if n is None and t is None:
        return {"A", "B", "C", None}
    if t is None:
        assert n is not None
        return {"A", "B", "C"} if n else {"C", None}
    parts = (0, -(-30 * t // 100), 35 * t // 100, 35 * t // 100 + 1, t) if n is None else (n,)
    return {_level(part, t) for part in parts if part <= t}


def _level(n: int, t: int) -> str:
    return "A" if n * 100 > t * 35 else "B" if n * 100 >= t * 30 else "C"


def records(number: int, *, missing: float, seed: int = 2024) -> list[Record]:
    """So many records near the thresholds; of every fact, that share is missing."""
    random = Random(seed)
    made: list[Record] = []
    for _ in range(number):
        t = random.randint(1, 60)
        n = min(t, max(0, round(t * random.choice((0.28, 0.3, 0.35, 0.4))) + random.choice((-1, 0, 1))))
        facts: Record = {"t": t, "n": n, "veto": random.random() < 0.1}
        made.append({fact: answer for fact, answer in facts.items() if random.random() >= missing})
    return made
