"""Writes a question in one script: half-width letters and digits, simplified Chinese characters."""

import unicodedata
from functools import lru_cache

from opencc import OpenCC

_WIDE = range(0xFF10, 0xFF5B)
"""Digits and letters of full width; the marks between words stay as they are."""
_CHAIN = "鍊"
"""Written for a chain as in 拉鍊, which dictionaries take for 炼."""
_LAST = "\uffff"
"""Simplified characters after this one are hardly ever written (Cantonese 嗰 stays as it is)."""


def plain(text: str) -> str:
    """`text` in half-width letters and digits and simplified characters; as long as before.

    >>> plain("上個月２０２６年的銷售額")
    '上个月2026年的销售额'
    """
    if text.isascii():
        return text
    return "".join(char if char.isascii() else _plain(char) for char in text)


@lru_cache(maxsize=20_000)
def _plain(char: str) -> str:
    if char == _CHAIN:
        return "链"
    wide = ord(char) in _WIDE
    one = unicodedata.normalize("NFKC", char) if wide else _converter().convert(char)
    return one if len(one) == 1 and one <= _LAST else char


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    return OpenCC("t2s")
