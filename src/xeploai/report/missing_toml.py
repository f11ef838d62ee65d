"""Made cases as they are pasted, and what is said of the gaps for which none was found."""

from collections.abc import Iterator

from xeploai.audit.synthesis.missing import Missing
from xeploai.audit.synthesis.written import suggestion_text
from xeploai.diagnostic import Language
from xeploai.model.label import read_label
from xeploai.report.items import obligation_name

NOTE: dict[Language, str] = {
    "vi": "# Máy dựng từ bộ quy tắc: người có trách nhiệm đọc lại với văn bản trước khi dùng.\n",
    "en": "# Made from the rules: to be read against the text of the law before use, by whoever answers for them.\n",
}


def missing_toml(found: Missing, lang: Language) -> str:
    """The cases, one after another, below a note; nothing where none is missing."""
    return "\n".join([NOTE[lang], *(suggestion_text(made, lang) for made in found.made)]) if found.made else ""


def left_texts(found: Missing, lang: Language) -> Iterator[tuple[str, str]]:
    """The item of every gap that stays, and what is not shown of it."""
    says = {tally.aspect.name: tally.aspect.says for tally in found.coverage.tallies}
    for gap in found.left:
        name = obligation_name(found.coverage.suite.rules, gap)
        yield name, read_label(says[gap.aspect](gap), lang, gap.what)
