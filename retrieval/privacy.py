"""Free text made fit to index and quote: personal data masked, unprintable characters gone."""

import html
import re
import unicodedata

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_DATE = r"(?!\d{4}[-./]\d{1,2}[-./]\d{1,2}\b)"
PHONE = re.compile(rf"(?<![A-Za-z0-9.]){_DATE}\+?\(?\d(?:[ .()-]{{0,2}}\d){{6,}}")
_LINES = re.compile(r"[\r\n\u2028\u2029]+")
_UNSEEN = ("Cc", "Cf", "Cs")  # control, format (bidirectional marks), surrogate
_SPACES = re.compile(r"[^\S\n]+")


def masked(text: str) -> str:
    """`text` with e-mail addresses and digit strings of seven or more digits masked.

    Seven digits take in phone numbers, order and card numbers; dates, prices and sizes stay.

    >>> masked("Call me on 138-0013-8000 or mail ann@example.com")
    'Call me on [number] or mail [email]'
    >>> masked("加我微信13800138000，199元买的")
    '加我微信[number]，199元买的'
    """
    return PHONE.sub("[number]", EMAIL.sub("[email]", text))


def cleaned(text: str) -> str:
    r"""`text` without HTML escapes, control and invisible characters; spaces collapsed, lines kept.

    >>> cleaned("so\x1b[31m  nice\u202e!\r\nreally")
    'so[31m nice!\nreally'
    """
    text = html.unescape(html.unescape(text))  # some sources escape twice
    lines = _LINES.sub("\n", text).replace("\t", " ")
    kept = "".join(c for c in lines if c == "\n" or unicodedata.category(c) not in _UNSEEN)
    return _SPACES.sub(" ", kept).strip()
