"""Vietnamese text as offices write it: comparing, sorting, reading figures and bytes, printing figures.

Nothing here knows what is rated. What is refused is named by a stable code; the sentences are made
elsewhere.
"""

from xeploai.vietnamese.encoding import Encoding, Undecodable, decode, legacy_encoding
from xeploai.vietnamese.figures import Count, Notice, Reason, Refused, count_text, parse_date, points_text
from xeploai.vietnamese.folding import fold
from xeploai.vietnamese.letters import Sighting, hidden, look_alikes, mend, plain_id, without_hidden
from xeploai.vietnamese.order import SortKey, sort_key
from xeploai.vietnamese.printing import Lang, day_text, number, percent_text, two_digits
from xeploai.vietnamese.quantities import Bound, Quantity, quantities

__all__ = [
    "Bound",
    "Count",
    "Encoding",
    "Lang",
    "Notice",
    "Quantity",
    "Reason",
    "Refused",
    "Sighting",
    "SortKey",
    "Undecodable",
    "count_text",
    "day_text",
    "decode",
    "fold",
    "hidden",
    "legacy_encoding",
    "look_alikes",
    "mend",
    "number",
    "parse_date",
    "percent_text",
    "plain_id",
    "points_text",
    "quantities",
    "sort_key",
    "two_digits",
    "without_hidden",
]
