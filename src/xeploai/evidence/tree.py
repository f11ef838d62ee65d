"""The order in which a hierarchy is read: lower before higher; and what is wrong with its parents."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from xeploai.diagnostic import LANGUAGES, Diagnostic, Language, nearest
from xeploai.evidence import faults
from xeploai.evidence.admission import explain_contradiction, found
from xeploai.evidence.known import learn
from xeploai.evidence.plan import Dictionary, Known
from xeploai.model.evidence import Evidence
from xeploai.model.label import read_label


def children_of(subjects: Sequence[Evidence]) -> dict[str | None, list[Evidence]]:
    """The subjects directly below each, in the order of the data; the roots under `None`."""
    below: dict[str | None, list[Evidence]] = {}
    for subject in subjects:
        below.setdefault(subject.parent, []).append(subject)
    return below


def lower_first(subjects: Sequence[Evidence]) -> list[Evidence]:
    """All subjects of a faultless hierarchy, each after all that stand below it. No recursion: trees may be deep."""
    below = children_of(subjects)
    order: list[Evidence] = []
    stack = list(below.get(None, []))
    while stack:
        subject = stack.pop()
        order.append(subject)
        stack += below.get(subject.id, [])
    return order[::-1]


def tree_faults(dictionary: Dictionary, subjects: Sequence[Evidence]) -> Iterator[Diagnostic]:
    """Ids used twice, parents that are not there, of the wrong kind, or in a circle."""
    known: dict[str, Evidence] = {}
    for subject in subjects:
        if subject.id in known:
            yield found(faults.DUPLICATE_ID, subject, id=subject.id)
        known.setdefault(subject.id, subject)
    for subject in subjects:
        if subject.parent is None or subject.kind not in dictionary.plans:
            continue
        parent = known.get(subject.parent)
        if parent is None:
            meant = nearest(subject.parent, known)
            yield found(faults.UNKNOWN_PARENT, subject, meant=meant, parent=subject.parent, column="parent")
        elif subject.kind not in dictionary.children.get(parent.kind, (subject.kind,)):
            yield _wrong_parent(dictionary, subject, parent)
    yield from _circles(known)


def _wrong_parent(dictionary: Dictionary, subject: Evidence, parent: Evidence) -> Diagnostic:
    allowed = [kind for kind, below in dictionary.children.items() if subject.kind in below]
    values = {"parent": parent.id}
    for lang in LANGUAGES:
        values[f"kind_{lang}"] = _kind_name(dictionary, subject.kind, lang)
        values[f"parent_kind_{lang}"] = _kind_name(dictionary, parent.kind, lang)
        values[f"kinds_{lang}"] = ", ".join(_kind_name(dictionary, kind, lang) for kind in allowed) or "–"
    return found(faults.WRONG_PARENT, subject, **values)


def _kind_name(dictionary: Dictionary, kind: str, lang: Language) -> str:
    """*Chi bộ trực thuộc [chi-bo-truc-thuoc]*: as people call a kind, and as tables write it."""
    labels = (one.label for one in dictionary.rules.kinds if one.id == kind)
    label = read_label(next(labels, None), lang, "")
    return f"{label} [`{kind}`]" if label else f"`{kind}`"


def _circles(known: dict[str, Evidence]) -> Iterator[Diagnostic]:
    """Each circle once, at its first subject; every subject is walked over once."""
    done: set[str] = set()
    for start in known:
        trail: dict[str, None] = {}
        at: str | None = start
        while at is not None and at in known and at not in done and at not in trail:
            trail[at] = None
            at = known[at].parent
        if at is not None and at in trail:
            circle = list(trail)[list(trail).index(at) :]
            yield found(faults.CIRCLE, known[circle[0]], circle=" → ".join([*circle, at][:12]))
        done.update(trail)


def without_faults(
    dictionary: Dictionary, subjects: Sequence[Evidence], problems: Iterable[Diagnostic], *, tree: bool
) -> list[Evidence]:
    """The subjects as far as they can be compared with themselves: without the answers that are at fault.

    Where their `tree` is at fault too, each stands by itself.
    """
    bad = {(problem.place.subject, problem.place.field) for problem in problems}
    return [
        attrs.evolve(
            subject,
            facts={fact: answer for fact, answer in subject.facts.items() if (subject.id, fact) not in bad},
            parent=subject.parent if tree else None,
        )
        for subject in subjects
        if subject.kind in dictionary.plans
    ]


def contradictions(dictionary: Dictionary, subjects: Sequence[Evidence]) -> Iterator[Diagnostic]:
    """Figures of a hierarchy that cannot all be true; its tree and each answer by itself are faultless."""
    below = children_of(subjects)
    known: dict[str, Known] = {}
    for subject in lower_first(subjects):
        children = [known[child.id] for child in below.get(subject.id, ())]
        known[subject.id], clashes = learn(dictionary, subject.kind, subject.facts, children)
        for clash in clashes:
            yield explain_contradiction(dictionary.plans[subject.kind], subject, clash)
