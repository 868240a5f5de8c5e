"""How long each part of a message may be, by channel and language."""

from tools.drafts.models import Channel
from tools.wording.values import Language

_GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_GSM_TWICE = frozenset("^{}\\[~]|€\f")
SMS_GSM, SMS_UNICODE = 160, 70

LIMITS: dict[tuple[Channel, Language], dict[str, int]] = {
    ("email", "en"): {"subject": 60, "preheader": 90, "body": 1200, "button": 24, "footer": 200},
    ("email", "zh"): {"subject": 28, "preheader": 40, "body": 500, "button": 8, "footer": 80},
    ("sms", "en"): {"text": SMS_GSM},
    ("sms", "zh"): {"text": SMS_UNICODE},
    ("push", "en"): {"title": 40, "body": 120},
    ("push", "zh"): {"title": 18, "body": 50},
    ("app", "en"): {"title": 40, "body": 140, "button": 24},
    ("app", "zh"): {"title": 18, "body": 60, "button": 8},
    ("mini_program", "en"): {"title": 40, "body": 120},
    ("mini_program", "zh"): {"title": 20, "body": 60},
    ("social", "en"): {"post": 280},
    ("social", "zh"): {"post": 140},
    ("live_stream", "en"): {"script": 700},
    ("live_stream", "zh"): {"script": 300},
}
"""Characters at most. E-mail subjects and preheaders are cut by phones beyond these; push titles
and bodies by Android and iOS; 140 is Weibo's and 280 X's usual length; 20 that of a `thing` field
of WeChat subscription messages. A text message is one part of GSM 03.38 or UCS-2."""


def length_of(text: str, channel: Channel) -> tuple[int, int | None]:
    """Length of `text` as `channel` counts it, and its limit where the alphabet decides it.

    >>> length_of("See you soon", "sms"), length_of("好久不见", "sms")
    ((12, 160), (4, 70))
    """
    if channel != "sms":
        return len(text), None
    if all(char in _GSM or char in _GSM_TWICE for char in text):
        return sum(1 + (char in _GSM_TWICE) for char in text), SMS_GSM
    return len(text.encode("utf-16-le")) // 2, SMS_UNICODE


def too_long(text: str, channel: Channel, language: Language, part: str) -> int:
    """Characters of `text` beyond the limit of `part`; 0 if it fits."""
    n, own = length_of(text, channel)
    return max(0, n - (own or LIMITS[channel, language][part]))
