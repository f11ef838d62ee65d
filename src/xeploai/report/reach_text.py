"""What it takes for a subject to earn a level, as text."""

from xeploai.diagnostic import Language
from xeploai.model.outcome import Outcome, Rating
from xeploai.model.reach import Reach
from xeploai.report.subject import rules_of
from xeploai.wording.naming import kind_name, naming, titled
from xeploai.wording.reach import reach_text
from xeploai.wording.standing import decision_text


def reach_as_text(outcome: Outcome, found: Reach, lang: Language, rating: Rating | None) -> str:
    """The subject, the level decided if one is, what it needs or what it cannot change.

    `outcome` is that under the rules that propose levels, `rating` the level with what any of the rule sets decided.
    """
    names, evidence = naming(rules_of(outcome), lang), outcome.evidence
    said, title = reach_text(names, found, rating), titled(names, evidence)
    lines = [f"{title} – {kind_name(names, evidence.kind)}" if evidence.kind else title]
    lines += [*filter(None, [decision_text(names, rating, evidence)]), said.text]
    lines += [f"  · {text}" for text in said.below]
    return "\n".join([*lines, *([said.close] if said.close else [])]) + "\n"
