"""The pieces of a text gathered into blocks: a heading with its keys, and the comments that belong to both."""

from collections.abc import Iterable, Sequence

import attrs

from xeploai.layout.pieces import Assigned, Gap, Heading, Piece, Remark


@attrs.define
class Block:
    """What stands above a heading, the heading, and what stands below it. The first and the last block have none."""

    above: list[Remark | Gap]
    heading: Heading | None
    below: list[Assigned | Remark | Gap] = attrs.field(factory=list)


def blocks(pieces: Iterable[Piece]) -> list[Block]:
    """The blocks of a text in its order; at the end what belongs to none."""
    found = [Block([], None)]
    waiting: list[Remark | Gap] = []
    for piece in pieces:
        match piece:
            case Heading():
                trailing = _trailing(waiting, 0)
                found[-1].below += trailing
                found.append(Block(_from_comment(waiting[len(trailing) :]), piece))
                waiting = []
            case Assigned():
                found[-1].below += [*waiting, piece]
                waiting = []
            case Remark() | Gap():
                waiting.append(piece)
    trailing = _trailing(waiting, len(waiting))
    found[-1].below += trailing
    return [*found, Block(_from_comment(waiting[len(trailing) :]), None)]


def _trailing(waiting: Sequence[Remark | Gap], otherwise: int) -> list[Remark | Gap]:
    """The comments close below a block: with a gap behind them they speak of it, and not of what follows."""
    end = next((number for number, piece in enumerate(waiting) if isinstance(piece, Gap)), otherwise)
    return list(waiting[:end])


def _from_comment(waiting: Sequence[Remark | Gap]) -> list[Remark | Gap]:
    """Comments without the gap before them; one behind them stays, so that a title of several blocks is one."""
    return list(waiting[1:] if waiting and isinstance(waiting[0], Gap) else waiting)


def in_sections(found: Sequence[Block], sections: Sequence[str]) -> list[Block]:
    """The blocks by the section that they stand in; within a section their order means something, and stays."""
    first, *headed, last = found
    rank = {name: number for number, name in enumerate(sections)}

    def place(block: Block) -> int:
        return rank.get(block.heading.parts[0].strip("\"'"), len(rank)) if block.heading else len(rank)

    return [first, *sorted(headed, key=place), last]
