"""A call that cannot be carried out, with the message to print and the exit status."""


class Failure(Exception):
    """Stops a command. The message is what the person reads."""

    def __init__(self, message: str, status: int = 2) -> None:
        """Keep the message and the status: 2 for a call that cannot be taken, 1 for errors in the data."""
        super().__init__(message)
        self.status = status
