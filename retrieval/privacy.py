"""Free text made fit to index and quote: personal data masked, unprintable characters gone."""

import html
import re
import unicodedata

from retrieval.people import without_names
from retrieval.places import without_addresses
from retrieval.reach import without_contacts, without_numbers

_LINES = re.compile(r"[\r\n\u2028\u2029]+")
_UNSEEN = ("Cc", "Cf", "Cs")  # control, format (bidirectional marks), surrogate
_SPACES = re.compile(r"[^\S\n]{2,}|[^\S\n ]")


def masked(text: str) -> str:
    """`text` without what tells who wrote it: contacts, addresses, id and card numbers, names.

    Names are taken where something marks them as such ("my name is", "收件人"). Order numbers,
    ISBNs, prices, sizes and dates stay.

    >>> masked("Call me on 138-0013-8000 or mail ann@example.com")
    'Call me on [number] or mail [email]'
    >>> masked("加我微信13800138000，199元买的，订单号2026031500123")
    '加我微信[number]，199元买的，订单号2026031500123'
    >>> masked("My name is Ann Lee, 12 Oak Street, Springfield. Size 38, ISBN 978-7-111-40701-0")
    'My name is [name], [address]. Size 38, ISBN 978-7-111-40701-0'
    """
    for without in (without_contacts, without_addresses, without_numbers, without_names):
        text = without(text)
    return text


def cleaned(text: str) -> str:
    r"""`text` without HTML escapes, control and invisible characters; spaces collapsed, lines kept.

    >>> cleaned("so\x1b[31m  nice\u202e!\r\nreally")
    'so[31m nice!\nreally'
    """
    if "&" in text:
        text = html.unescape(html.unescape(text))  # some sources escape twice
    text = _LINES.sub("\n", text).replace("\t", " ")
    if not text.replace("\n", "").isprintable():
        unseen = {c for c in set(text) - {"\n"} if unicodedata.category(c) in _UNSEEN}
        text = "".join(c for c in text if c not in unseen) if unseen else text
    return _SPACES.sub(" ", text).strip()
