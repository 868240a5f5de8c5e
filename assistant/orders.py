"""What a campaign is ordered for where a message only changes the order before."""

from collections.abc import Sequence

from assistant.open_arguments import dimension_of
from tools.lexicon import Lexicon

THINGS = ("category", "item", "brand")
"""Dimensions of what is sold."""


def ordered(message: str, before: str | None, named: Sequence[str]) -> str:
    """What a campaign is for: what the order before said, and what `message` changes of it.

    What names goods of its own is an order for these.

    Args:
        message: The order, or what is to be changed of the one before.
        before: What that one was for, if `message` goes on with it.
        named: What `message` names, as filters.

    >>> ordered("by mail, please", "A push about tents", [])
    'A push about tents. by mail, please'
    >>> ordered("now one for lamps", "A push about tents", ["category=Lamps"])
    'now one for lamps'
    """
    if not before or any(dimension_of(one) in THINGS for one in named):
        return message
    ends = before.rstrip().endswith((".", "。", "!", "！", "?", "？"))
    stop = " " if ends else "。" if _is_chinese(before) else ". "
    return f"{before.rstrip()}{stop}{message}"


def _is_chinese(text: str) -> bool:
    return any("\u4e00" <= letter <= "\u9fff" for letter in text)


def with_things(order: str, asked: str, lexicon: Lexicon) -> str:
    """`order` with the goods of the question before it, where it names none of its own.

    Args:
        order: The order of a campaign for those whom the question asked for.
        asked: That question ("who left kettles in the basket?").
        lexicon: Words of the store.
    """
    if _things(order, lexicon) or not (named := _things(asked, lexicon)):
        return order
    names = ", ".join(dict.fromkeys(named))
    return f"{order}（{names}）" if _is_chinese(order) else f"{order} ({names})"


def _things(text: str, lexicon: Lexicon) -> list[str]:
    """The words by which a text names goods."""
    return [m.text for m in lexicon.find(text) if m.kind == "value" and m.name in THINGS]
