"""Changes of rules that no case notices in Markdown: a table of counts, and a table of the changes."""

from collections.abc import Sequence

from xeploai.audit.mutants.survivors import Survivors
from xeploai.diagnostic import Language
from xeploai.model.label import read_label
from xeploai.report.items import item_name, item_place, place_name
from xeploai.report.markdown import table
from xeploai.report.test_markdown import suites_markdown

_COUNTS: dict[Language, tuple[str, ...]] = {
    "vi": ("Bộ quy tắc", "Thay đổi", "Được phát hiện", "Không được phát hiện"),
    "en": ("Rule set", "Changes", "Noticed", "Not noticed"),
}
_UNNOTICED: dict[Language, tuple[str, ...]] = {
    "vi": ("Nơi", "Mục", "Thay đổi không ví dụ nào phát hiện"),
    "en": ("Place", "Item", "Change that no case notices"),
}


def survivors_markdown(found: Sequence[Survivors], lang: Language) -> str:
    """The counts of cases and of changes, then every change that no case notices."""
    counts = [
        (one.suite.rules.id, str(one.number), str(one.number - len(one.mutants)), str(len(one.mutants)))
        for one in found
    ]
    unnoticed = [
        (
            place_name(item_place(one.suite.rules, mutant.path)),
            item_name(one.suite.rules, mutant.path),
            read_label(mutant.says, lang, ""),
        )
        for one in found
        for mutant in one.mutants
    ]
    blocks = [suites_markdown([one.suite for one in found], lang).rstrip("\n"), table(_COUNTS[lang], counts)]
    if unnoticed:
        blocks.append(table(_UNNOTICED[lang], unnoticed))
    return "\n\n".join(blocks) + "\n"
