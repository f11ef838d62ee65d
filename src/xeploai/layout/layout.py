"""A rule file → the same file in its canonical layout."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from tomlkit.exceptions import TOMLKitError

from xeploai.diagnostic import Diagnostic, InvalidRules
from xeploai.layout.blocks import Block, blocks, in_sections
from xeploai.layout.faults import NOT_LAID_OUT
from xeploai.layout.pieces import Assigned, Gap, Heading, Piece, Remark, pieces
from xeploai.layout.values import value_text
from xeploai.scanner import comments
from xeploai.source import Place, Source
from xeploai.toml.grammar import RULE_FILE
from xeploai.toml.syntax import read_tables

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def laid_out(source: Source) -> str:
    """The text of a rule file in its canonical layout: the same tables, and the same comments.

    Raises:
        InvalidRules: it is not TOML, or it cannot be laid out without a loss.
    """
    before = read_tables(source)
    try:
        text = "".join(f"{line}\n" for line in _lines(in_sections(blocks(pieces(source.text)), list(RULE_FILE.keys))))
        after = read_tables(Source(source.file, text))
        kept = _ordered(after) == _ordered(before) and _remarks(text) == _remarks(source.text)
    except (TOMLKitError, InvalidRules, RecursionError):
        kept, text = False, ""
    if not kept:
        raise InvalidRules([Diagnostic(NOT_LAID_OUT, Place(source.file, 1, 1))])
    return text


def _ordered(tables: Mapping[str, object]) -> dict[str, str]:
    """What each section says, the order of what is in it included: levels and rules stand best first."""
    return {name: repr(section) for name, section in tables.items()}


def _remarks(text: str) -> Counter[str]:
    return Counter(text[start:end].rstrip() for start, end in comments(text))


def _lines(found: Sequence[Block]) -> Iterator[str]:
    parts = [list(_block(one)) for one in found]
    for number, part in enumerate(part for part in parts if part):
        if number:
            yield ""
        yield from part


def _block(block: Block) -> Iterator[str]:
    keys = [piece.key for piece in block.below if isinstance(piece, Assigned)]
    # Names in quotes are read as sentences are; in columns they would stand too far from what they say.
    plain = block.heading is not None and all(map(_BARE.fullmatch, keys))
    width = max(map(len, keys), default=0) if plain else 0
    for piece in _spaced([*block.above, *([block.heading] if block.heading else []), *block.below]):
        match piece:
            case Gap():
                yield ""
            case Remark(text):
                yield text
            case Heading(parts, brackets, comment):
                yield _with(f"{'[' * brackets}{'.'.join(parts)}{']' * brackets}", comment)
            case Assigned(key, value, comment):
                yield _with(f"{key.ljust(width)} = {value_text(value)}", comment)


def _spaced(block: Sequence[Piece]) -> Iterator[Piece]:
    """A block with the gaps that stay: one sets a comment apart from what it does not speak of. Keys stand together."""
    above: Piece | None = None
    for piece, below in zip(block, [*block[1:], None], strict=False):
        if isinstance(piece, Gap):
            if above is None or below is None or isinstance(above, Heading | Gap):
                continue
            if not (isinstance(above, Remark) or isinstance(below, Remark)):
                continue
        yield piece
        above = piece


def _with(text: str, comment: str) -> str:
    return f"{text}  {comment}" if comment else text
