"""Targets and measures in words."""

from fractions import Fraction
from typing import assert_never

from xeploai.model.condition import Criterion
from xeploai.model.fact import Count, Term
from xeploai.model.kind import PerKind
from xeploai.model.measure import (
    Answers,
    Earned,
    Given,
    Highest,
    Lowest,
    Measure,
    Meets,
    Months,
    Rated,
    Ratio,
    Score,
    Share,
    Value,
)
from xeploai.model.target import AtLeast, AtMost, Between, Equals, LessThan, Limit, MoreThan, Target
from xeploai.wording.naming import (
    Naming,
    criterion_name,
    fact_name,
    in_sentence,
    is_points,
    is_top,
    kind_name,
    level_name,
    rung_name,
    unit_name,
)
from xeploai.wording.numbers import date_text, number, prose_number, share_text


def target_text(names: Naming, criterion: Criterion, target: Target) -> str:
    """What is asked: *từ 90% trở lên*, *at least 90%*."""
    vi = names.lang == "vi"
    if not isinstance(target, Between) and isinstance(target.limit, PerKind):
        asked = ((kind, target_text(names, criterion, type(target)(one))) for kind, one in target.limit.values)
        return "; ".join(f"{text} ({in_sentence(kind_name(names, kind))})" for kind, text in asked)

    def say(limit: Limit | PerKind[Limit]) -> str:
        return limit_text(names, criterion, limit)

    match target:
        case AtLeast(limit):
            if limit == 1 and isinstance(criterion.measure, Ratio | Share):
                return say(limit)
            if isinstance(limit, str) and is_top(names, criterion.measure, limit):
                return say(limit)
            if isinstance(criterion.measure, Months) and vi:
                return f"đủ {say(limit)}"
            return f"từ {say(limit)} trở lên" if vi else f"at least {say(limit)}"
        case AtMost(limit):
            return f"không quá {say(limit)}" if vi else f"at most {say(limit)}"
        case MoreThan(limit):
            return f"trên {say(limit)}" if vi else f"more than {say(limit)}"
        case LessThan(limit):
            return f"dưới {say(limit)}" if vi else f"less than {say(limit)}"
        case Equals(bool() as wanted):
            return ("có" if wanted else "không") if vi else ("yes" if wanted else "no")
        case Equals(limit):
            return f"đúng {say(limit)}" if vi else f"exactly {say(limit)}"
        case Between(low, high, above=above):
            words = f"từ {say(low)} đến {say(high)}" if vi else f"from {say(low)} to {say(high)}"
            if above == "not_met":
                return words
            return f"{words} (trên khung vẫn đạt)" if vi else f"{words} (more is met too)"
        case _:
            assert_never(target)


def limit_text(names: Naming, criterion: Criterion, limit: Limit | PerKind[Limit], *, table: bool = False) -> str:
    """A threshold with its unit; one by kind for every kind."""
    if isinstance(limit, PerKind):
        limits = ((kind, limit_text(names, criterion, one, table=table)) for kind, one in limit.values)
        return "; ".join(f"{in_sentence(kind_name(names, kind))}: {text}" for kind, text in limits)
    measure = criterion.measure
    if isinstance(limit, str):
        return rung_name(names, measure, limit)
    if isinstance(measure, Ratio | Share):
        return share_text(limit, names.lang)
    counted = not table and not is_points(names, measure) and not isinstance(measure, Months)
    # Of a count too the figure may be a fraction, which no count equals.
    text = prose_number(limit, names.lang) if counted and limit.denominator == 1 else _exact(limit, names)
    return f"{text} {unit_name(names, criterion)}".strip()


def measure_text(names: Naming, measure: Measure) -> str:
    """What is measured."""
    vi = names.lang == "vi"
    match measure:
        case Value(fact):
            return f"«{fact_name(names, fact)}»"
        case Count(of):
            kinds = ", ".join(kind_name(names, kind) for kind in of)
            return f"số {kinds}" if vi else f"the number of {kinds}"
        case Ratio(part, whole):
            above, below = (" + ".join(term_text(names, term) for term in terms) for terms in (part, whole))
            return f"tỷ lệ {above} trên {below}" if vi else f"{above} as a share of {below}"
        case Share(of, test):
            kinds = ", ".join(in_sentence(kind_name(names, kind)) for kind in of)
            return f"tỷ lệ {kinds} {_test(names, test)}" if vi else f"the share of {kinds} {_test(names, test)}"
        case Lowest(of) | Highest(of):
            lowest, grades = isinstance(measure, Lowest), ", ".join(f"«{fact_name(names, fact)}»" for fact in of)
            if vi:
                return f"mức {'thấp' if lowest else 'cao'} nhất trong {grades}"
            return f"the {'lowest' if lowest else 'highest'} of {grades}"
        case Months(since):
            end = date_text(names.until, names.lang) if names.until else "hết kỳ" if vi else "the end of the period"
            day = fact_name(names, since)
            return f"số tháng từ «{day}» đến {end}" if vi else f"the months from «{day}» to {end}"
        case Score(parts):
            points = " + ".join(_points(names, part) for part in parts)
            return f"tổng điểm {points}" if vi else f"the sum of points {points}"
        case _:
            assert_never(measure)


def _points(names: Naming, part: Given | Earned) -> str:
    """What gives points: *2 × «Điểm tự chấm»*, *10 điểm nếu đạt «Đúng hạn»*."""
    vi = names.lang == "vi"
    match part:
        case Given(fact, weight):
            times = "" if weight == 1 else f"{_exact(weight, names)} × "
            return f"{times}«{fact_name(names, fact)}»"
        case Earned(criterion, points):
            found = next((one for one in names.rules.criteria if one.id == criterion), None)
            name, earned = criterion_name(names, found) if found else criterion, _exact(points, names)
            return f"{earned} điểm nếu đạt «{name}»" if vi else f"{earned} points for «{name}»"
        case _:
            assert_never(part)


def _exact(value: Fraction | int, names: Naming) -> str:
    """A figure of the rules, which is never rounded."""
    return number(value, names.lang, Fraction(value))


def term_text(names: Naming, term: Term) -> str:
    """A fact, or a number of subjects."""
    return measure_text(names, term) if isinstance(term, Count) else f"«{fact_name(names, term)}»"


def _test(names: Naming, test: Meets | Answers | Rated) -> str:
    vi = names.lang == "vi"
    match test:
        case Meets(criterion):
            found = next((one for one in names.rules.criteria if one.id == criterion), None)
            name = criterion_name(names, found) if found else criterion
            return f"đạt tiêu chí «{name}»" if vi else f"that meet «{name}»"
        case Answers(fact):
            return (
                f"trả lời có ở «{fact_name(names, fact)}»" if vi else f"that answer yes to «{fact_name(names, fact)}»"
            )
        case Rated(_, at_least):
            level = in_sentence(level_name(names, at_least))
            return f"xếp loại từ {level} trở lên" if vi else f"rated {level} or better"


def criterion_text(names: Naming, criterion: Criterion) -> str:
    """The sentence that says the rule again; it is made from the rule and never written beside it."""
    reached = isinstance(criterion.target, AtLeast | Between)
    need = ("phải đạt" if reached else "phải là") if names.lang == "vi" else "must be"
    return f"{measure_text(names, criterion.measure)} {need} {target_text(names, criterion, criterion.target)}"
