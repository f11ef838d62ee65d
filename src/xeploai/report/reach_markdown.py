"""What it takes for a subject to earn a level, as Markdown."""

from xeploai.diagnostic import Language
from xeploai.model.outcome import Outcome
from xeploai.model.reach import Reach
from xeploai.report.markdown import cell_text
from xeploai.report.subject import rules_of
from xeploai.wording.naming import naming, public_name
from xeploai.wording.reach import reach_text


def reach_as_markdown(outcome: Outcome, found: Reach, lang: Language) -> str:
    """A heading for the subject, a sentence and a list. `outcome` is that under the rules that propose levels."""
    names = naming(rules_of(outcome), lang)
    said = reach_text(names, found, outcome.rating)
    blocks = [f"# {cell_text(public_name(names, outcome.evidence))} (`{outcome.evidence.id}`)", cell_text(said.text)]
    if said.below:
        blocks.append("\n".join(f"- {cell_text(text)}" for text in said.below))
    return "\n\n".join([*blocks, *([cell_text(said.close)] if said.close else [])]) + "\n"
