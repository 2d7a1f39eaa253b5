"""The family of errors that end what was asked for with a message, and never with a traceback."""


class NavigatorError(Exception):
    """What was asked for cannot be done. `str()` of it is what the person reads."""

    exit_code = 2
    """The exit status of a command: 2 for a call that cannot be taken, 1 for errors in the data."""
