# ruff: noqa: E501  # a pattern reads best on one line
"""A time that runs on from its first day, and whose last is told later ("from June on …, up to August")."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from tools.periods.mention import PeriodMention
from tools.periods.parts_of import days_of_token

_UNTIL = re.compile(
    r"\b(?:until|till|up to|up until|through|thru|stop(?:s|ping)? (?:at|with|in|after)|end(?:s|ing)? (?:at|with|in|on)|finish(?:es|ing)? (?:at|with|in|on)|close(?:s|d)? (?:at|with)|no (?:further|later) than|as far as|only (?:go )?to)(?: and including)?(?: the)?(?: (?:very )?end of)?(?: the)?\s*$"
    r"|(?:(?:一直)?(?:看|算|数|计|统计|做|睇|截|取|拉)?(?:到|至)|截[至止]到?|止于|停在)\s*$",
    re.IGNORECASE,
)
"""Words before the last time that counts."""
_APART = re.compile(r"[,，。.;；?？!！]")
"""What stands between the two; nothing but words of the span stands between those told at once."""


def with_ends(text: str, found: list[PeriodMention], today: date) -> list[PeriodMention]:
    """`found`, a time that runs on until today only up to the last that is told later.

    Args:
        text: What they were found in.
        found: Time expressions, in order.
        today: The day relative ones are told from.
    """
    for one, other in pairwise(found):
        between = text[one.end : other.start]
        if not one.token.endswith(f"..{today}") or other.comparison or one.comparison:
            continue
        first, last = days_of_token(one.token, today), days_of_token(other.token, today)
        led = _UNTIL.search(between) and _APART.search(between)
        if led and first and last and first.first < last.end < today:
            whole = replace(one, token=f"{first.first}..{last.end}")
            return [whole if m is one else m for m in found if m is not other]
    return found
