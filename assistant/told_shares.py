"""What a message about a test says of its shares is never only talk ("we hope for 6% more")."""

from collections.abc import Callable

from assistant.cues import cue
from assistant.remarks import ASKED
from tools.shares import shares_in

Names = Callable[[str], frozenset[str]]
"""The kinds of things of the store that a text names."""


def naming_shares(names: Names, message: str) -> Names:
    """`names`, which finds the shares of a test, too, where `message` is about one."""
    told = {share.part for share in shares_in(message)} - {None}
    if len(told) < 2 and not (told and cue("asks_test", message)):
        return names

    def named(clause: str) -> frozenset[str]:
        shares = any(share.part for share in shares_in(clause))
        return names(clause) | {ASKED} if shares else names(clause)

    return named
