"""What it takes for a subject to earn a level, as text."""

from xeploai.diagnostic import Language
from xeploai.model.outcome import Outcome
from xeploai.model.reach import Reach
from xeploai.report.subject import rules_of
from xeploai.wording.naming import kind_name, naming, titled
from xeploai.wording.reach import reach_text


def reach_as_text(outcome: Outcome, found: Reach, lang: Language) -> str:
    """The subject, what it needs or what it cannot change. `outcome` is that under the rules that propose levels."""
    names, evidence = naming(rules_of(outcome), lang), outcome.evidence
    said, title = reach_text(names, found, outcome.rating), titled(names, evidence)
    lines = [f"{title} – {kind_name(names, evidence.kind)}" if evidence.kind else title, said.text]
    lines += [f"  · {text}" for text in said.below]
    return "\n".join([*lines, *([said.close] if said.close else [])]) + "\n"
