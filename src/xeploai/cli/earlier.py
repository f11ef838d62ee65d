"""An earlier result, as the commands take it."""

from typing import Any

from xeploai.cli.files import bytes_of
from xeploai.diagnostic import Language


def earlier_result(file: str, lang: Language) -> dict[str, Any]:
    """The result in a file.

    Raises:
        Failure: the file cannot be read.
        InvalidResult: it is no result of this format.
    """
    # Loaded where there is one.
    from xeploai.report.result_shape import read_result

    return read_result(bytes_of(file, lang), file)
