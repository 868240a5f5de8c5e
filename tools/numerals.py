"""Numbers in words, English and Chinese."""

import re

ONES = dict(zip(
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
     "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
    range(1, 20), strict=True,
))  # fmt: skip
TENS = dict(zip(
    ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
    range(20, 100, 10), strict=True,
))  # fmt: skip
_LARGE = {"dozen": 12, "hundred": 100, "thousand": 1000}
_ZH_DIGITS = {"〇": 0, "两": 2, "俩": 2, "仨": 3} | {
    char: n for n, char in enumerate("零一二三四五六七八九")
}
_ZH_UNITS = {"十": 10, "百": 100, "千": 1000}
_ONE = "|".join(sorted(ONES, key=len, reverse=True))
_TEN = "|".join(TENS)
EN_NUMBER = rf"(?:(?:{_TEN})[ -](?:{_ONE})|{_TEN}|{_ONE})"
"""A number from one to ninety-nine in English words, for longer patterns."""
_COMPOUND = re.compile(
    rf"\b(?:(?P<whole>{EN_NUMBER}) point (?P<part>(?:zero|{_ONE})(?: (?:zero|{_ONE}))*)"
    rf"|(?P<half>{EN_NUMBER}|\d+) and a half"
    r"(?=\s*(?:%|％|percent|per cent|pct|points?|k|m|thousand|grand|million)(?![a-z]))"
    rf"|(?P<n>(?:(?:a|{_ONE}) hundred (?:and )?{EN_NUMBER}|(?:{_TEN})[ -](?:{_ONE})))"
    r"(?P<plural>e?s)?)\b",
    re.IGNORECASE,
)
_ZH_DECIMAL = re.compile(
    r"(?<=百分之)(?P<a>[一二两三四五六七八九十]+)点(?P<b>[零一二三四五六七八九]+)"
    r"|(?P<c>[零一二两三四五六七八九十]+)点(?P<d>[零一二三四五六七八九]+)(?=\s*(?:个(?:百分)?点|[%％折倍万千]))"
)
_OLD_TENS = str.maketrans({"廿": "二十", "卅": "三十"})
_WHOLE = {"俩": "两", "仨": "三", "一打": "十二", "半打": "六"}


def number_of(words: str) -> int:
    """A whole number as written, in digits or in words of either language; 0 if it is none.

    >>> [
    ...     number_of(words)
    ...     for words in ("1,200", "Twenty-five", "a dozen", "一百二十", "俩", "一万二")
    ... ]
    [1200, 25, 12, 120, 2, 12000]
    """
    words = _WHOLE.get(words.strip(), words.strip()).lower()
    if (digits := words.replace(",", "")).isdecimal():
        return int(digits)
    return _english(words) if words.isascii() else _chinese(words)


def in_digits(text: str) -> str:
    """`text` with its compound number words, which are hard to read one by one, in digits.

    >>> in_digits("thirty-five days, seven point five percent"), in_digits("百分之七点五，五折")
    ('35 days, 7.5 percent', '百分之7.5，五折')
    >>> in_digits("the thirty-fives and overs")
    'the 35s and overs'
    """
    return _ZH_DECIMAL.sub(_zh_decimal, _COMPOUND.sub(_compound, text))


def _compound(match: re.Match[str]) -> str:
    if match["n"]:
        number = number_of(re.sub(r"\band ", "", match["n"].lower()))
        return f"{number}s" if match["plural"] else str(number)
    if match["half"]:
        return f"{number_of(match['half'])}.5"
    part = "".join(str(ONES.get(word, 0)) for word in match["part"].lower().split())
    return f"{number_of(match['whole'])}.{part}"


def _zh_decimal(match: re.Match[str]) -> str:
    part = "".join(str(number_of(char)) for char in match["b"] or match["d"])
    return f"{number_of(match['a'] or match['c'])}.{part}"


def _english(words: str) -> int:
    if words in ("half a dozen", "half dozen", "half-dozen"):
        return 6
    total = 0
    for word in re.split(r"[ -]", words):
        if word in _LARGE:
            total = max(total, 1) * _LARGE[word]
        else:
            total += ONES.get(word, 0) + TENS.get(word, 0)
    return total


def _chinese(words: str) -> int:
    if "万" in words:
        above, _, below = words.partition("万")
        rest = _chinese(below) * (1000 if len(below) == 1 else 1)
        return max(_chinese(above), 1) * 10_000 + rest
    total, digit, unit = 0, 0, 1
    for char in words.translate(_OLD_TENS):
        if char in _ZH_UNITS:
            unit = _ZH_UNITS[char]
            total += max(digit, 1) * unit
            digit = 0
        else:
            digit = _ZH_DIGITS.get(char, 0)
    # "一百二" is 120: a digit after a unit counts in the unit below.
    return total + digit * (unit // 10 if unit > 10 and "零" not in words else 1)
