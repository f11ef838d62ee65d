"""The reference reading: prepares a rule set once, judges many subjects, and makes findings when they are read."""

from xeploai.rating.session import prepare, rate, roll_up

__all__ = ["prepare", "rate", "roll_up"]
