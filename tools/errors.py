"""What can go wrong, split by who can put it right.

    StorewiseError
    ├── ToolError       the asker: says, in her language, what would work instead
    ├── ModelError      the asker or the operator: the chat model could not answer this time
    ├── DataError       the operator: names the file or table and what to do
    └── SettingsError   the operator: names the setting and what it may be

Anything else is a bug and is let through.
"""

from tools.wording.statements import Statement
from tools.wording.values import Language, Value


class StorewiseError(Exception):
    """Root of every error whose message is meant for a person."""

    def say(self, language: Language) -> str:  # noqa: ARG002  # most speak English only
        """The message as one sentence in `language`, where it is told in several."""
        return str(self)


class _StatedError(StorewiseError):
    """An error that the message catalogues tell in every language.

    Attributes:
        statement: The message, renderable in every language the store speaks.
    """

    def __init__(self, message: str, **values: Value) -> None:
        self.statement = Statement(message=message, role="caveat", values=values)
        super().__init__(message)

    def say(self, language: Language) -> str:
        """The message as one sentence in `language`."""
        from tools.wording.speaker import Speaker  # the catalogues load only when needed

        return Speaker(language).fact(self.statement).text

    def __str__(self) -> str:
        return self.say("en")


class ToolError(_StatedError):
    """A question that cannot be answered as asked; the message says what would work."""


class ModelError(_StatedError):
    """The chat model could not answer: its server is gone, the text too long, memory full."""


class DataError(StorewiseError):
    """The store's data or files are not as they should be; the operator must act."""


class SettingsError(StorewiseError):
    """A setting has a value that cannot work; the operator must act."""


def nearest(word: str, known: list[str], n: int = 3) -> list[str]:
    """The `n` entries of `known` that look most like `word`, best first (may be empty).

    >>> nearest("revenu", ["revenue", "orders", "views"])
    ['revenue']
    """
    import difflib

    return difflib.get_close_matches(word, known, n=n, cutoff=0.5)
