"""What it takes for a subject to earn a level, as Markdown."""

from xeploai.diagnostic import Language
from xeploai.model.outcome import Outcome, Rating
from xeploai.model.reach import Reach
from xeploai.report.markdown import cell_text
from xeploai.report.subject import rules_of
from xeploai.wording.naming import naming, public_name
from xeploai.wording.reach import reach_texts
from xeploai.wording.standing import decision_text


def reach_as_markdown(outcome: Outcome, found: Reach, lang: Language, rating: Rating | None) -> str:
    """A heading for the subject, the level decided if one is, a sentence and a list.

    `outcome` is that under the rules that propose levels, `rating` the level with what any of the rule sets decided.
    """
    names, evidence = naming(rules_of(outcome), lang), outcome.evidence
    blocks = [f"# {cell_text(public_name(names, evidence))} (`{evidence.id}`)"]
    if text := decision_text(names, rating, evidence):
        blocks.append(cell_text(text))
    for said in reach_texts(names, found, rating):
        blocks.append(cell_text(said.text))
        if said.below:
            blocks.append("\n".join(f"- {cell_text(text)}" for text in said.below))
    return "\n\n".join(blocks) + "\n"
