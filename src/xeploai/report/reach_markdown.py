"""What it takes for a subject to earn a level, as Markdown."""

from xeploai.diagnostic import Language
from xeploai.model.outcome import Outcome, Rating
from xeploai.model.reach import Reach
from xeploai.report.markdown import cell_text
from xeploai.report.subject import rules_of
from xeploai.wording.naming import naming, public_name
from xeploai.wording.reach import reach_text
from xeploai.wording.standing import decision_text


def reach_as_markdown(outcome: Outcome, found: Reach, lang: Language, rating: Rating | None) -> str:
    """A heading for the subject, the level decided if one is, a sentence and a list.

    `outcome` is that under the rules that propose levels, `rating` the level with what any of the rule sets decided.
    """
    names, evidence = naming(rules_of(outcome), lang), outcome.evidence
    said = reach_text(names, found, rating)
    blocks = [f"# {cell_text(public_name(names, evidence))} (`{evidence.id}`)"]
    blocks += [cell_text(text) for text in (decision_text(names, rating, evidence), said.text) if text]
    if said.below:
        blocks.append("\n".join(f"- {cell_text(text)}" for text in said.below))
    return "\n\n".join([*blocks, *([cell_text(said.close)] if said.close else [])]) + "\n"
