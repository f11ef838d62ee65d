"""The rule set of `twenty.py` as an expert would write it by hand: Python for these rules and no others.

It means what the library means: evidence is checked and refused whole with every fault, bounds are closed over the
declared `<=`, an outcome is the set of what whole numbers can still yield, a whole of 0 is not applicable, two criteria
of one ratio are decided together, the level is two bounds with vetoes. It imports nothing of the library.
"""

from collections.abc import Sequence
from math import prod

MET, NOT_MET, NOT_APPLICABLE, OPEN = 1, 2, 4, 3
NAMES = ("", "met", "not_met", "unknown", "not_applicable", "unknown", "unknown", "unknown")
LEVELS = ("not_done", "done", "good", "excellent")
UNRATED = 16
MANY_MODELS = {"committee": 5, "cell": 3, "office": 4}
PEOPLE_PRODUCTS = {"committee": 6, "cell": 2, "office": 4}
NEWCOMERS = {"committee": 3, "cell": 1, "office": 2}
FACTS = (
    *("members", "staff", "teams", "people", "models", "studied", "assessed", "assessed_well", "inspected", "admitted"),
    *("disciplined", "staff_studied", "owing", "committed", "registered", "with_product"),
    *("people_registered", "people_with_product"),
)
KNOWN = frozenset(FACTS)
# Outer before inner: highs flow down this list, lows flow up it.
WITHIN = (
    *(("studied", "members"), ("assessed", "members"), ("assessed_well", "assessed"), ("inspected", "members")),
    *(("admitted", "members"), ("disciplined", "members"), ("staff_studied", "staff"), ("owing", "staff")),
    *(("committed", "owing"), ("registered", "teams"), ("with_product", "registered")),
    *(("people_registered", "people"), ("people_with_product", "people_registered")),
)
INWARD = WITHIN[::-1]

Ends = dict[str, int]
Highs = dict[str, int | None]
Groups = list[tuple[tuple[int, ...], list[tuple[int, ...]]]]
"""Criteria by their places, with the combinations of outcomes that are possible there."""
Answer = tuple[dict[str, str], str | None, str | None, bool]
"""The verdicts, the best and the worst level (`None` where nothing is judged), and whether it may stay unrated."""


def judge(kind: str, facts: dict[str, int]) -> Answer:
    """Judge one organisation."""
    low, high = _limits(kind, facts)
    bits = _outcomes(kind, low, high)
    levels = _levels(bits)
    if levels & (levels - 1):
        levels = _together(bits, levels, low, high) or levels
    verdicts = {
        "study": NAMES[bits[0]],
        "staff_study": NAMES[bits[1]],
        "commit": NAMES[bits[2]],
        "good_members": NAMES[bits[3]],
        "register": NAMES[bits[4]],
        "register_most": NAMES[bits[5]],
        "products": NAMES[bits[6]],
        "inspect": NAMES[bits[7]],
        "admit": NAMES[bits[8]],
        "take_part": NAMES[bits[9]],
        "models": NAMES[bits[10]],
        "few_disciplined": NAMES[bits[11]],
        "some_teams": NAMES[bits[12]],
        "many_models": NAMES[bits[13]],
        "people_products": NAMES[bits[14]],
        "newcomers": NAMES[bits[15]],
    }
    rated = levels & ~UNRATED
    if not rated:
        return verdicts, None, None, True
    best, worst = rated.bit_length() - 1, (rated & -rated).bit_length() - 1
    return verdicts, LEVELS[best], LEVELS[worst], levels >= UNRATED


def _limits(kind: str, facts: dict[str, int]) -> tuple[Ends, Highs]:
    """The least and the greatest that each fact can be."""
    faults = [] if kind in MANY_MODELS else [f"unknown kind {kind}"]
    for fact, value in facts.items():
        if fact not in KNOWN:
            faults.append(f"unknown fact {fact}")
        elif type(value) is not int or value < 0:
            faults.append(f"{fact} is not a count: {value!r}")
    if faults:
        raise ValueError(faults)
    low: Ends = dict.fromkeys(FACTS, 0)
    high: Highs = dict.fromkeys(FACTS)
    low.update(facts)
    high.update(facts)
    for part, whole in INWARD:
        low[whole] = max(low[whole], low[part])
    for part, whole in WITHIN:
        top, most = high[part], high[whole]
        if most is not None and (top is None or top > most):
            high[part] = top = most
        if top is not None and low[part] > top:
            faults.append(f"{part} is larger than {whole}")
    if faults:
        raise ValueError(faults)
    return low, high


def _outcomes(kind: str, low: Ends, high: Highs) -> list[int]:
    def share(part: str, whole: str, p: int, q: int) -> int:
        return _at_least(low[part], high[part], low[whole], high[whole], p, q)

    def number(fact: str, least: int) -> int:
        most = high[fact]
        return MET if low[fact] >= least else NOT_MET if most is not None and most < least else OPEN

    most_disciplined = high["disciplined"]
    return [
        share("studied", "members", 1, 1),
        share("staff_studied", "staff", 9, 10),
        share("committed", "owing", 19, 20),
        share("assessed_well", "assessed", 4, 5),
        share("registered", "teams", 9, 10),
        share("registered", "teams", 7, 10),
        _more_than(low["with_product"], high["with_product"], low["registered"], high["registered"], 3, 10),
        share("inspected", "members", 3, 10),
        _between(low["admitted"], high["admitted"], low["members"], high["members"], 1, 50, 1, 20),
        _between(low["people_registered"], high["people_registered"], low["people"], high["people"], 2, 5, 9, 10),
        number("models", 2),
        NOT_MET if low["disciplined"] > 3 else MET if most_disciplined is not None and most_disciplined <= 3 else OPEN,
        number("teams", 2),
        number("models", MANY_MODELS[kind]),
        number("people_with_product", PEOPLE_PRODUCTS[kind]),
        number("admitted", NEWCOMERS[kind]),
    ]


def _at_least(a: int, b: int | None, c: int, d: int | None, p: int, q: int) -> int:
    """A part from `a` to `b` within a whole from `c` to `d`, against p/q."""
    if a == b and c == d:
        return NOT_APPLICABLE if c == 0 else MET if a * q >= c * p else NOT_MET
    if d == 0:
        return NOT_APPLICABLE
    bits, c = (0, c) if c else (NOT_APPLICABLE, 1)
    if b is None or b >= c or b * q >= c * p:
        bits |= MET
    if d is None or a * q < d * p:
        bits |= NOT_MET
    return bits


def _more_than(a: int, b: int | None, c: int, d: int | None, p: int, q: int) -> int:
    if a == b and c == d:
        return NOT_APPLICABLE if c == 0 else MET if a * q > c * p else NOT_MET
    if d == 0:
        return NOT_APPLICABLE
    bits, c = (0, c) if c else (NOT_APPLICABLE, 1)
    if b is None or b >= c or b * q > c * p:
        bits |= MET
    if d is None or a * q <= d * p:
        bits |= NOT_MET
    return bits


def _between(a: int, b: int | None, c: int, d: int | None, p: int, q: int, r: int, s: int) -> int:
    """From p/q to r/s, both included."""
    if a == b and c == d:
        return NOT_APPLICABLE if c == 0 else MET if a * q >= c * p and a * s <= c * r else NOT_MET
    if d == 0:
        return NOT_APPLICABLE
    bits, c = (0, c) if c else (NOT_APPLICABLE, 1)
    if _lands(a, b, c, d, p, q, r, s):
        bits |= MET
    if d is None or a * q < d * p or b is None or b >= c or b * s > c * r:
        bits |= NOT_MET
    return bits


def _lands(a: int, b: int | None, c: int, d: int | None, p: int, q: int, r: int, s: int) -> bool:
    """Whether some whole has some part from p/q to r/s of it, both included, wholes of 1 or more tried one by one."""
    if d is None:
        if b is None:
            return True
        d = b * q // p
    for whole in range(c, d + 1):
        least, most = max(a, -(-whole * p // q)), min(whole if b is None else b, whole * r // s)
        if least <= most:
            return True
    return False


def _levels(bits: Sequence[int]) -> int:
    """The levels that may come out, one bit each; `UNRATED` where the rules have nothing to judge."""
    core = _all_of(bits[0:3] + bits[4:5])
    fruit = _any_of((bits[13], bits[6], bits[14]))
    broad = _two_of((bits[3], bits[7], bits[8], bits[9]))
    sound = _not(_any_of((_not(bits[11]), _not(bits[10]))))
    found, idle, applies = 0, True, False
    for level, outcome in (
        (8, _all_of((core, fruit, broad, sound))),
        (4, _all_of((bits[5], broad, sound))),
        (2, _any_of((core, fruit, bits[15]))),
    ):
        if outcome & MET:
            found |= level
        idle = idle and bool(outcome & NOT_APPLICABLE)
        applies = applies or outcome != NOT_APPLICABLE
        if outcome == MET:
            break
    else:
        found |= (1 if applies else 0) | (UNRATED if idle else 0)
    for cap, outcome in (
        (2, _not(bits[11])),
        (4, _all_of((_not(bits[0]), _not(bits[1])))),
        (1, _not(bits[12])),
    ):
        if outcome & MET:
            rated = found & ~UNRATED
            lowered = found & UNRATED | rated & (cap - 1) | (cap if rated >= cap else 0) if cap > 1 else 1
            found = lowered if outcome == MET else found | lowered
    return found


def _together(bits: list[int], levels: int, low: Ends, high: Highs) -> int:
    """The levels over all combinations that are possible; none where there are too many of them."""
    groups: Groups = []
    for place, outcome in enumerate(bits):
        if outcome not in (MET, NOT_MET, NOT_APPLICABLE) and place not in (4, 5, 10, 13):
            groups.append(((place,), [(bit,) for bit in (MET, NOT_MET, NOT_APPLICABLE) if outcome & bit]))
    if bits[4] & (bits[4] - 1) or bits[5] & (bits[5] - 1):
        groups.append(((4, 5), _bands(low["registered"], high["registered"], low["teams"], high["teams"])))
    if bits[10] & (bits[10] - 1) or bits[13] & (bits[13] - 1):
        # A count that some kind asks more of: enough for that is enough for the other.
        both = [(MET, MET)] if bits[13] & MET else []
        both += [(MET, NOT_MET)] if bits[10] & MET and bits[13] & NOT_MET else []
        both += [(NOT_MET, NOT_MET)] if bits[10] & NOT_MET else []
        groups.append(((10, 13), both))
    return _explore(bits, levels, groups, 0) if prod(len(group[1]) for group in groups) <= 4096 else 0


def _explore(bits: list[int], levels: int, groups: Groups, found: int) -> int:
    """What combinations add to the levels found; where one is left, or none that is new, they are not gone into."""
    if not groups or not levels & (levels - 1):
        return found | levels
    (places, combinations), *others = groups
    for outcomes in combinations:
        certain = list(bits)
        for place, outcome in zip(places, outcomes, strict=True):
            certain[place] = outcome
        narrower = _levels(certain)
        if narrower | found != found:
            found = _explore(certain, narrower, others, found)
    return found


def _bands(a: int, b: int | None, c: int, d: int | None) -> list[tuple[int, ...]]:
    """90% or more; from 70% to less than that; less than 70%."""
    found: list[tuple[int, ...]] = [(NOT_APPLICABLE, NOT_APPLICABLE)] if c == 0 else []
    if d == 0:
        return found
    c = max(c, 1)
    if b is None or b >= c or b * 10 >= c * 9:
        found.append((MET, MET))
    if d is None or a * 10 < d * 7:
        found.append((NOT_MET, NOT_MET))
    top = (b * 10 // 7 if b is not None else max(a, c) * 10) if d is None else d
    for whole in range(c, top + 1):
        most = min(whole if b is None else b, -(-whole * 9 // 10) - 1)
        if max(a, -(-whole * 7 // 10)) <= most:
            found.append((NOT_MET, MET))
            break
    return found


def _not(bits: int) -> int:
    return bits & NOT_APPLICABLE | (bits & MET) << 1 | (bits & NOT_MET) >> 1


def _all_of(parts: Sequence[int]) -> int:
    able, idle, held = 0, NOT_APPLICABLE, MET
    for bits in parts:
        if bits == NOT_MET:
            return NOT_MET
        able |= bits
        idle &= bits
        if not bits & (MET | NOT_APPLICABLE):
            held = 0
    return able & NOT_MET | able & held | idle


def _any_of(parts: Sequence[int]) -> int:
    return _not(_all_of([_not(bits) for bits in parts]))


def _two_of(parts: Sequence[int]) -> int:
    able = certain = 0
    idle, may_fail = NOT_APPLICABLE, False
    for bits in parts:
        able += bits & MET
        certain += bits == MET
        idle &= bits
        may_fail = may_fail or bits != NOT_APPLICABLE
    return (MET if able >= 2 else 0) | (NOT_MET if certain < 2 and may_fail else 0) | idle
