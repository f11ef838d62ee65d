"""Whatever the bytes, a rule file loads or is refused with its problems; what loads is written and read back the same.

Half of the inputs are bytes as they come. The other half choose edits to the rule set that ships, because bytes alone
hardly ever get past the parser, which is compiled and shows its branches to nobody.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["xeploai"]):
    import xeploai

RULES = Path(__file__).parents[2] / "rules" / "lam-dong-2024.toml"
LINES = RULES.read_text("utf-8").split("\n")
BLOCKS = "\n".join(LINES).split("\n\n")
WORDS = sorted({word for line in LINES for word in line.replace("=", " = ").split()})
PIECES = [
    "{",
    "}",
    "[",
    "]",
    '"',
    "=",
    "0",
    "-1",
    "true",
    "1.5",
    "nan",
    "2024-01-01",
    '""',
    "{ not = ",
    "é",
    "\0",
    "\ufeff",
]


def edited(choices: atheris.FuzzedDataProvider) -> str:
    """A part of the rule set with some words, lines and blocks changed, left out or said twice."""
    blocks = BLOCKS[:]
    for _ in range(choices.ConsumeIntInRange(1, 6)):
        here = choices.ConsumeIntInRange(0, len(blocks) - 1)
        lines = blocks[here].split("\n")
        line = choices.ConsumeIntInRange(0, len(lines) - 1)
        words = lines[line].split(" ")
        word = choices.ConsumeIntInRange(0, len(words) - 1)
        match choices.ConsumeIntInRange(0, 7):
            case 0:
                blocks.insert(here, blocks[choices.ConsumeIntInRange(0, len(blocks) - 1)])
                continue
            case 1:
                blocks[here] = ""
                continue
            case 2:
                words[word] = WORDS[choices.ConsumeIntInRange(0, len(WORDS) - 1)]
            case 3:
                words[word] = PIECES[choices.ConsumeIntInRange(0, len(PIECES) - 1)]
            case 4:
                words.insert(word, choices.ConsumeUnicodeNoSurrogates(8))
            case 5:
                words[word] = words[word][1:]
            case 6:
                del words[word]
            case _:
                words = [*words, "\n", *words]
        lines[line] = " ".join(words)
        blocks[here] = "\n".join(lines)
    return "\n\n".join(blocks)


def try_bytes(data: bytes) -> None:
    choices = atheris.FuzzedDataProvider(data[1:])
    content = edited(choices).encode("utf-8", "replace") if data[:1] >= b"\x80" else data
    try:
        rules = xeploai.parse(content)
    except xeploai.InvalidRules as refused:
        said(refused.problems, content.count(b"\n") + 1)
        return
    assert xeploai.parse(xeploai.dump(rules)) == rules


def said(problems: tuple[xeploai.Diagnostic, ...], lines: int) -> None:
    """Each problem is in the text, and is said in both languages."""
    assert problems
    for problem in problems:
        assert 1 <= (problem.place.line or 0) <= lines
        assert xeploai.render(problem, "vi")
        assert xeploai.render(problem, "en")


if __name__ == "__main__":
    atheris.Setup(sys.argv, try_bytes)
    atheris.Fuzz()
