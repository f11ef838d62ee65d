"""A period rated again, in Markdown."""

from xeploai.diagnostic import Language
from xeploai.report.levels_markdown import bullets
from xeploai.report.markdown import cell_text
from xeploai.report.rerating import Rerating, change_texts, conclusion, heading, opening
from xeploai.wording.said import Said


def rerating_markdown(one: Rerating, lang: Language) -> str:
    """The first result, then each subject whose level is another, with its why."""
    blocks = [f"# {cell_text(heading(one, lang))}", bullets([Said(text) for text in opening(one, lang)])]
    if changes := list(change_texts(one, lang)):
        blocks += ["## Mức xếp loại khác" if lang == "vi" else "## Levels that differ", bullets(changes)]
    return "\n\n".join([*blocks, conclusion(one, lang)]) + "\n"
