"""A subject as it is asked for: by its id, or by a name that only one unit has."""

import re

from xeploai.cli.failure import Failure
from xeploai.cli.words import did_you_mean, say
from xeploai.diagnostic import Language
from xeploai.report.result import Result
from xeploai.report.subject import Subject
from xeploai.vietnamese.folding import fold

_MOST_NAMED = 8


def asked_subject(found: Result, given: str, lang: Language) -> Subject:
    """The subject that is meant. Persons are found by their id alone, as they are reported.

    Raises:
        Failure: there is none, or several units have that name.
    """
    if (subject := found.subject(given)) is not None:
        return subject
    units = [one for one in found.subjects if one.row.name and one.id in found.names]
    called = [one for one in units if fold(one.row.name or "") == fold(given)]
    if len(called) == 1:
        return called[0]
    if called:
        ids = [f"`{one.id}`" for one in called[:_MOST_NAMED]] + ["…"] * (len(called) > _MOST_NAMED)
        raise Failure(say("many-subjects", lang, name=f"`{given}`", ids=", ".join(ids)))
    ids, names = [one.id for one in found.subjects], [found.names[one.id] for one in units]
    # Spreadsheets and people leave out the zeros of a number: among like ids, that is what was meant.
    like = [name for name in ids if _without_zeros(name) == _without_zeros(given)][:1]
    meant = did_you_mean(next(iter(like), given), like or [*ids, *names], lang)
    raise Failure(say("no-subject", lang, name=f"`{given}`") + meant)


def _without_zeros(name: str) -> str:
    """An id whose numbers are written without zeros before them."""
    return re.sub(r"(?<!\d)0+(?=\d)", "", fold(name))
