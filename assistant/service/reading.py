"""What a customer's message says outright of what she wants: orders, reasons, ways to pay, address.

Read from her own words alone; texts of the store are never read here.
"""

import re
from collections.abc import Collection

from assistant.service.cues import cued, has_cue
from assistant.service.wishes import Wish
from tools.service.reading import user_name_in

MOST_SENTENCES = 12
"""Sentences of one message that are read for wishes."""

_INSIDE = "".join(
    rf"(?<!\b{word})"
    for word in ("i", "we", "you", "it", "do", "is", "are", "am", "can", "could", "would", "will")
)
"""Words after which "also" opens nothing of its own."""
_ENDS = re.compile(
    rf"(?<=[.!?;])\s+|(?<=[。！？；])|\n+|,?{_INSIDE}\s+(?=(?:and )?also[, ])"
    r"|,?\s+(?=(?:and )?then (?:i|can|could)\b)"
    r"|\s+and\s+(?=(?:do you|what|how|is there|can i)\b(?!.{0,25}\b(?:it|they|that|this)\b))"
    r"|[，,]\s*(?=另外|还有|顺便|再(?:帮|麻烦))"
    r"|(?<=[a-z0-9]),?\s+and\s+(?=(?:please|cancel|return|exchange|change|where|i\b|can|could)\b)",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"(?<![\w@.-])(?:"
    r"#\s?(?P<hash>[A-Za-z]{0,3}-?\d{2,})(?!-?\d)"
    r"|(?:order|number|no\.?|订单号?|单号)\s*(?:number|no\.?|id|号|是|为|:|：|is|#)*\s*(?P<told>[A-Za-z]{0,3}-?\d{4,})"
    r"|(?P<bare>[A-Za-z]{1,3}-?\d{5,})"
    r")(?![\w@])",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"(?<![\w@#.])\d{4}(?![\w])")
_LETTER = re.compile(r"[^\W_]")


def sentences(message: str) -> list[str]:
    """The sentences of `message` that say anything, clauses with a wish of their own apart.

    >>> sentences("Hi! Cancel o123456 and where is o123457?")
    ['Hi!', 'Cancel o123456', 'where is o123457?']
    """
    found = (part.strip(" ,，") for part in _ENDS.split(message) if part)
    return [part for part in found if _LETTER.search(part)][:MOST_SENTENCES]


def order_ids(text: str, hers: Collection[str] = ()) -> tuple[str, ...]:
    """Order numbers in `text`: those of the customer's own orders, and what looks like one.

    >>> order_ids("Cancel #W123 and order 20391, zip 10115"), order_ids("退o013850", ["o013850"])
    (('W123', '20391'), ('o013850',))
    """
    own = {number.lstrip("#").casefold(): number for number in hers}
    words = re.findall(r"[A-Za-z0-9-]+", text)
    found = [own[word.casefold()] for word in words if word.casefold() in own]
    letters = {re.sub(r"\d.*", "", number).casefold() for number in own}
    for match in _ORDER.finditer(text):
        number = match["hash"] or match["told"] or match["bare"]
        if number == user_name_in(text):
            continue
        if match["bare"] and own and re.sub(r"[\d-]", "", number).casefold() not in letters:
            continue  # a bare code that is not written as order numbers of this shop are
        found.append(own.get(number.casefold(), number))
    return tuple(dict.fromkeys(found))


def filled(wish: Wish, text: str) -> Wish:
    """`wish` with what `text` adds to it; what it says anew stands in place of what was known."""
    reason = ""
    if wish.kind == "cancel":
        reason = next(iter(cued("reasons", text)), "")
    elif wish.kind in {"send_back", "exchange", "item_problem"}:
        reason = next(iter(cued("return_reasons", text)), "")
    update = {
        "reason": reason or wish.reason,
        "whole": wish.whole or has_cue("whole", text),
        "account": wish.account or has_cue("account", text),
        "method": method_in(text) or wish.method,
    }
    return wish.model_copy(update=update)


def method_in(text: str) -> str:
    """The way to pay that `text` names: the last digits of a card, or a source.

    >>> method_in("use the card ending in 4242"), method_in("退到礼品卡"), method_in("the blue one")
    ('4242', 'gift_card', '')
    """
    source = next(iter(cued("methods", text)), "")
    digits = _DIGITS.findall(text)
    if digits and (source == "credit_card" or re.search(r"\b(card|ending)\b|尾号", text, re.I)):
        return str(digits[-1])
    return source
