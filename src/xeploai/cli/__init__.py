"""The command `xeploai`. Its libraries come with the extra `[cli]`; without them one line says what to install."""

import sys
from importlib.util import find_spec


def main() -> None:
    """Run the command with the arguments of the process, and end the process with its exit status."""
    if find_spec("click") is None:
        sys.exit(_without_click())
    from xeploai.cli.app import run

    sys.exit(run(sys.argv[1:]))


def _without_click() -> int:
    print("xeploai: lệnh này cần thêm thư viện; cài bằng: pip install 'xeploai[cli]'", file=sys.stderr)
    return 2
