"""The language of a run, wherever `--lang` stands: it must be known before anything can be said."""

from collections.abc import Sequence

from xeploai.diagnostic import Language


def language_of(arguments: Sequence[str]) -> Language:
    """The language asked for; Vietnamese where none is."""
    found: Language = "vi"
    for number, argument in enumerate(arguments):
        value = argument.partition("=")[2] if argument.startswith("--lang=") else None
        if argument == "--lang" and number + 1 < len(arguments):
            value = arguments[number + 1]
        if value in ("vi", "en"):
            found = "en" if value == "en" else "vi"
    return found
