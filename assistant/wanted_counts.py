"""How many are wanted, where that stands in a sentence that is otherwise only talk."""

import re

from assistant.counting import counted, enough


def with_enough(asked: str, message: str) -> str:
    """`asked` with the number that `message` says is enough, where that was left out with talk.

    Args:
        asked: What of a message asks.
        message: All of it.

    >>> with_enough("who buys next?", "who buys next? I told Lee ten, but six will do.")
    'who buys next? six will do'
    >>> with_enough("谁会买？", "谁会买？我跟他说了十个，不过六个就行。")
    '谁会买？六个就行'
    """
    number = None if asked == message else enough(message)
    if number is None or enough(asked) or _counts_otherwise(asked, message):
        return asked
    if re.search(r"[\u4e00-\u9fff]", number):
        return f"{asked}{number}个就行"
    return f"{asked} {number} will do"


def _counts_otherwise(asked: str, message: str) -> bool:
    """Whether what asks says last how many are wanted."""
    told, whole = counted(asked), counted(message)
    return told is not None and whole is not None and told.n == whole.n
