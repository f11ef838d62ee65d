"""The command `xeploai`. Its libraries come with the extra `[cli]`; without them one line says what to install."""

import gc
import sys
from importlib.util import find_spec

from xeploai.cli.failure import INTERRUPTED

MADE_AT_ONCE = 100_000
"""How many things may be made before garbage is looked for."""


def main() -> None:
    """Run the command with the arguments of the process, and end the process with its exit status."""
    # Nearly all that a run makes stays until its end; to look for garbage among it, then too, costs a sixth of a start.
    gc.set_threshold(MADE_AT_ONCE)
    try:
        status = _run(sys.argv[1:])
    except KeyboardInterrupt:
        # Stopped while the command itself was still being loaded.
        status = INTERRUPTED
    gc.freeze()
    sys.exit(status)


def _run(arguments: list[str]) -> int:
    if find_spec("click") is None or find_spec("rich") is None:
        from xeploai.cli.consoles import make_consoles_tolerant, tell
        from xeploai.cli.language import language_of
        from xeploai.cli.words import say

        make_consoles_tolerant()
        tell(f"xeploai: {say('not-installed', language_of(arguments))}")
        return 2
    from xeploai.cli.app import run

    return run(arguments)
