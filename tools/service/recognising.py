"""Who a customer is by the name and postcode she tells, wherever in her message they stand."""

import re
from collections.abc import Sequence

from tools.service.ledger import Ledger
from tools.service.reading import postcodes
from tools.service.records import CHINESE, Customer
from tools.service.spelling import written

NEAR = 60
"""Characters of her message before and after the postcode in which her name is looked for."""
SHORT = 60
"""Characters of a message before that may be her name told alone."""
BEFORE = 3
"""Messages before that are looked at."""


def named(ledger: Ledger, message: str, before: Sequence[str] = ()) -> dict[str, str]:
    """Arguments of `find_customer`, where a customer's whole name and postcode are both told.

    The postcode must stand in `message`; the name near it, or in a short message before.

    Args:
        ledger: The service book.
        message: What she wrote.
        before: What she wrote before, oldest first.
    """
    said = written(message)
    alone = [text for text in before[-BEFORE:] if len(text) <= SHORT]
    for match in postcodes(said):
        near = said[max(0, match.start() - NEAR) : match.end() + NEAR]
        for customer in ledger.customers_in(match[0]):
            if any(_tells(text, customer) for text in (near, *alone)):
                return {"last_name": customer.full_name, "postcode": match[0]}
    return {}


def _tells(text: str, customer: Customer) -> bool:
    """Whether `text` holds the customer's whole name, in either order of its parts."""
    first, last = customer.first_name.strip(), customer.last_name.strip()
    if not first or not last:
        return False
    if CHINESE.search(first + last):
        return f"{last}{first}" in text or f"{first}{last}" in text
    parts = (rf"{re.escape(a)}\W+{re.escape(b)}" for a, b in ((first, last), (last, first)))
    return any(re.search(rf"\b{both}\b", text, re.IGNORECASE) for both in parts)
