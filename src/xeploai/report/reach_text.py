"""What it takes for a subject to earn a level, as text."""

from xeploai.diagnostic import Language
from xeploai.model.outcome import Outcome, Rating
from xeploai.model.reach import Reach
from xeploai.report.subject import rules_of
from xeploai.wording.naming import kind_name, naming, titled
from xeploai.wording.reach import reach_texts
from xeploai.wording.standing import decision_text


def reach_as_text(outcome: Outcome, found: Reach, lang: Language, rating: Rating | None) -> str:
    """The subject, the level decided if one is, what it needs or what it cannot change.

    `outcome` is that under the rules that propose levels, `rating` the level with what any of the rule sets decided.
    """
    names, evidence = naming(rules_of(outcome), lang), outcome.evidence
    title = titled(names, evidence)
    lines = [f"{title} – {kind_name(names, evidence.kind)}" if evidence.kind else title]
    if text := decision_text(names, rating, evidence):
        lines.append(text)
    for said in reach_texts(names, found, rating):
        lines += [said.text, *(f"  · {text}" for text in said.below)]
    return "\n".join(lines) + "\n"
