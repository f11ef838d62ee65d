"""Small units in words: which sizes cannot meet a target, and what each size needs."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from xeploai.audit.audited import Audited
from xeploai.audit.sizes import Need, SizedTarget, needs, sized_targets
from xeploai.diagnostic import Language
from xeploai.model.ruleset import Ruleset
from xeploai.wording.naming import Naming, criterion_name, naming, reading_name
from xeploai.wording.targets import measure_text, target_text


def _needs(items: Iterable[Need]) -> tuple[Need, ...]:
    return tuple(items)


@attrs.frozen
class SizesOfTarget:
    """A target with what each size needs."""

    target: SizedTarget
    needs: tuple[Need, ...] = attrs.field(converter=_needs)

    @property
    def cannot(self) -> tuple[int, ...]:
        """The sizes that cannot meet it."""
        return tuple(need.size for need in self.needs if need.least is None)

    @property
    def extreme(self) -> tuple[int, ...]:
        """The sizes that meet it with none or all of their people only."""
        return tuple(need.size for need in self.needs if need.extreme)


def sizes_of(rules: Ruleset, most: int) -> tuple[SizesOfTarget, ...]:
    """Every share and ratio target of a rule set with the sizes up to `most`."""
    return tuple(SizesOfTarget(target, needs(target, most)) for target in sized_targets(Audited(rules).prepared))


@attrs.frozen
class SizesInWords:
    """A target and its sizes in words: what is asked, of whom, and what each size needs."""

    criterion: str
    label: str
    measure: str
    asked: str
    reading: str
    cannot: str
    extreme: str
    needs: tuple[tuple[str, ...], ...]


def said(rules: Ruleset, found: Sequence[SizesOfTarget], lang: Language) -> Iterator[SizesInWords]:
    """The targets in words, in the order of the file."""
    names = naming(rules, lang)
    for one in found:
        target = one.target
        criterion = attrs.evolve(target.criterion, measure=target.measure)
        yield SizesInWords(
            criterion.id,
            criterion_name(names, criterion),
            measure_text(names, target.measure),
            target_text(names, criterion, target.target),
            _reading(names, target),
            _cannot(one, lang),
            runs(one.extreme) or "–",
            tuple(_need(need, target) for need in one.needs),
        )


def _reading(names: Naming, target: SizedTarget) -> str:
    return f"{target.reading[0]}: {reading_name(names, *target.reading)}" if target.reading else ""


def _cannot(one: SizesOfTarget, lang: Language) -> str:
    """The sizes that cannot meet a target, and from where on every size can."""
    if not one.cannot:
        return "–"
    last = one.target.enough
    more = (f"; từ {last} thì đạt được" if lang == "vi" else f"; from {last} on every size can") if last else ""
    return runs(one.cannot) + more


def _need(need: Need, target: SizedTarget) -> tuple[str, ...]:
    """A size, and the least and the most that it takes; the most only where there is an upper end."""
    ends = (need.least,) if target.within.high is None else (need.least, need.most)
    return str(need.size), *("–" if end is None else str(end) for end in ends)


def runs(sizes: Sequence[int]) -> str:
    """Sizes as people write them: `1–9`, or `1, 2, 4`."""
    found: list[list[int]] = []
    for size in sizes:
        if found and size == found[-1][-1] + 1:
            found[-1].append(size)
        else:
            found.append([size])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in found)
