"""Evidence with a blank cell, with a subject that has no row, or with a figure of its own beside rows."""

from collections.abc import Iterator

import attrs

from xeploai.audit.synthesis.draft import Draft, with_facts, with_numbers
from xeploai.audit.synthesis.search.criteria import drafts_of
from xeploai.audit.synthesis.searching import Searching
from xeploai.evidence.plan import Dictionary
from xeploai.model.fact import FactType
from xeploai.model.measure import Ratio, Share, Value


def drafts_of_table(searching: Searching) -> Iterator[Draft]:
    """Drafts of every criterion, as they are; with one subject more than has a row; with figures said twice."""
    for criterion in searching.prepared.criteria:
        for draft in drafts_of(searching, criterion):
            yield draft
            if draft.below and isinstance(criterion.measure, Share | Ratio):
                yield from _one_more(searching.prepared.dictionary, draft)
            if isinstance(criterion.measure, Ratio | Value):
                yield from _said_twice(searching.prepared.dictionary, draft)


def _one_more(dictionary: Dictionary, draft: Draft) -> Iterator[Draft]:
    stated = with_numbers(dictionary, draft)
    plan = dictionary.plans[draft.kind]
    for fact in (str(plan.figures[one.fact]) for one in plan.stated):
        number = stated.facts.get(fact)
        if isinstance(number, int) and number:
            yield with_facts(stated, {fact: number + 1})


def _said_twice(dictionary: Dictionary, draft: Draft) -> Iterator[Draft]:
    """The counts of a subject repeated by the only one below it."""
    plan = dictionary.plans[draft.kind]
    for kind in dictionary.children[draft.kind]:
        facts = dictionary.plans[kind].facts
        counts = {
            fact: answer
            for fact, answer in draft.answers
            if fact in facts and facts[fact].type is FactType.COUNT and plan.feeding[plan.index[fact]]
        }
        if counts:
            yield with_numbers(dictionary, attrs.evolve(draft, below=(Draft(kind, counts),)))
            yield attrs.evolve(draft, below=(Draft(kind, counts),))
