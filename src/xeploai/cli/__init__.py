"""The command `xeploai`. Its libraries come with the extra `[cli]`; without them one line says what to install."""

import sys
from importlib.util import find_spec

from xeploai.cli.failure import INTERRUPTED


def main() -> None:
    """Run the command with the arguments of the process, and end the process with its exit status."""
    try:
        sys.exit(_run(sys.argv[1:]))
    except KeyboardInterrupt:
        # Stopped while the command itself was still being loaded.
        sys.exit(INTERRUPTED)


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
