"""A run that could not be done: one clear message, exit status 2."""

INTERRUPTED = 130
"""The exit status of a run that the user stopped."""


class Failure(Exception):
    """What to tell the user, and the exit status."""

    def __init__(self, message: str, status: int = 2) -> None:
        self.message = message
        self.status = status
        super().__init__(message)
