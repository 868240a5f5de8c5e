"""What code reads in a customer's message: language, mood, who she is, a wish for a person.

Nothing is concluded from anything but her own words: never from texts of the store.
"""

import re
from functools import cache
from pathlib import Path
from typing import Literal

import yaml

from retrieval.reach import EMAIL
from tools.service.spelling import written
from tools.wording.values import Language

LONGEST = 2000
"""Characters of a message that are read; the rest of a longer one is left."""

MOST_INTRODUCTIONS = 2

Cue = Literal["person", "upset"]

_CHINESE = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_RUNS = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff](?:[\u3400-\u4dbf\u4e00-\u9fff\d\s，。、：；-]*)")
_ENGLISH = re.compile(
    r"\b(?:i|i'm|am|my|me|the|a|to|of|is|are|do|does|please|pls|where|what|when|how|want|would|like|"
    r"can|could|you|your|and|because|it|this|that|have|not|for|on|in|it's|name)\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]")
_POSTCODE = re.compile(
    r"(?<![A-Za-z0-9_#-])(?:\d{5,6}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})(?![A-Za-z0-9_-])"
)
_NAMED = (
    re.compile(
        r"(?:my (?:full )?name(?: is|'s|:)|i am|i'm|this is|it's|it is|name(?: is)?:?)\s+"
        r"(?P<name>[^\W\d_][\w'’.-]*(?:\s+[^\W\d_][\w'’.-]*){1,3}?)"
        r"(?=\s*(?:[,.;!?(]|$|\d|and\b|from\b|at\b|in\b|with\b|zip\b|my\b|post))",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:我叫|我是|姓名(?:是|为)?[:：]?)\s*(?P<name>[\u4e00-\u9fff·]{2,6}?)(?=[，,。.；;、\s\d]|邮|$)"
    ),
    re.compile(
        r"(?:^|[,，。.;；!！?？\s])(?P<name>[\u4e00-\u9fff·]{2,4}|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+)"
        r"[,，;；\s]*(?:的)?(?:邮编|邮政编码|postcode|post code|postal code|zip)"
    ),
    re.compile(
        r"^\W*(?P<name>[A-Z][\w'’-]+, [A-Z][\w'’-]+)[.,;\s](?=.{0,60}\d)"  # the family's first
    ),
    re.compile(
        r"^\s*(?P<name>[A-Za-zÀ-ÿ][\w'’.-]*(?:\s+[^\W\d_][\w'’.-]*){0,3}"
        r"|[\u4e00-\u9fff·]{2,4})\s*[,，;；\s]\s*(?=\S*\d)",
        re.IGNORECASE,
    ),
)
_CONTACT = re.compile(
    r"\b(?i:my |the )?(?i:e-?mail)(?: address)?(?: is|:)?(?=\s*(?:$|[,.;]))"
    r"|(?:我的?)?邮箱(?:地址)?[是:：]?(?=\s*(?:$|[,.;，。]))"
    r"|(?:\b[A-Z][\w'’-]+,? [A-Z][\w'’-]+(?: here| speaking)?|(?:我[是叫])?[\u4e00-\u9fff·]{2,4})"
    r"[,，.\s]*(?:邮编(?:是)?|postcode|zip(?: code)?)?[:：\s]*(?<!\d)\d{5,6}(?!\d)"
)
_NO_NAME = frozenset(
    (
        "oh", "oops", "sorry", "argh", "typo", "it", "its", "it's", "is", "hi", "hello", "hey",
        "yes", "no", "ok", "okay", "my", "the", "a", "an", "actually", "mean", "meant", "wrong",
        "correct", "order", "code", "postcode", "zip", "please", "and", "for", "thanks",
    )
)  # fmt: skip
"""Words that stand before a number and are no name."""
_USER_NAME = re.compile(
    r"(?:\b(?:user|customer|member|account|login)[ -]?(?:name|id|number|no\.?)?|"
    r"用户名|用户编?号|账号|账户名?|会员号|客户编?号)(?:\s|is|:|：|是|为|叫|id|'s)*(?P<told>[A-Za-z][\w.-]*\d(?![\w@]))"
    r"|(?<![\w@.])(?P<bare>[A-Za-z]+(?:_[A-Za-z]+)*_\d+)(?![\w@])",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"\S+@\S+|\S*\d\S*")
"""E-mail addresses, order numbers, postcodes."""


def language_of(message: str, before: Language) -> Language:
    """Language of `message`; the one `before` where no word tells it: an address, a number.

    A Chinese name or address in an English sentence leaves it English.

    >>> language_of("我的订单在哪？", "en"), language_of("#W123?", "zh"), language_of("👍", "zh")
    ('zh', 'zh', 'zh')
    >>> language_of("ann@example.com", "zh"), language_of("order o100002 please", "zh")
    ('zh', 'en')
    >>> language_of("I am 王明", "zh"), language_of("I want 退货 because 不喜欢", "en")
    ('en', 'zh')
    """
    if runs := len(_RUNS.findall(message)):
        return "en" if len(_ENGLISH.findall(message)) >= 2 * runs else "zh"
    return "en" if _LETTERS.search(_NUMBERS.sub(" ", message)) else before


def has_cue(message: str, cue: Cue) -> bool:
    """Whether `message` has words of that cue."""
    return bool(_pattern(cue).search(message[:LONGEST]))


def introductions(message: str) -> tuple[dict[str, str], ...]:
    """Each way the customer says who she is, as arguments of `find_customer`; none if she does not.

    >>> introductions("Hi, it's ann.lee@example.com")
    ({'email': 'ann.lee@example.com'},)
    >>> introductions("My name is Ann Lee and my zip code is 19122.")
    ({'last_name': 'Ann Lee', 'postcode': '19122'},)
    >>> introductions("我叫王明，邮编100000")
    ({'last_name': '王明', 'postcode': '100000'},)
    """
    said = written(message[:LONGEST])
    found = [{"email": mail.rstrip(".")} for mail in EMAIL.findall(said)]
    codes = postcodes(said)
    named = next((m for p in _NAMED if (m := p.search(said)) and _is_name(m["name"])), None)
    if codes and (user_name := user_name_in(said)):
        found.append({"user_name": user_name, "postcode": codes[-1][0]})
    elif named is not None and codes:
        hers = next((code for code in codes if code.start() >= named.end()), codes[-1])
        found.append({"last_name": named["name"].strip(), "postcode": hers[0]})
    return tuple(found[:MOST_INTRODUCTIONS])


def postcodes(text: str) -> list[re.Match[str]]:
    """What in `text` is written as postcodes are."""
    return list(_POSTCODE.finditer(text))


def without_contacts(text: str, *, names: bool = True) -> str:
    """`text` without e-mail addresses, and without a name and postcode beside each other.

    Args:
        text: A customer's message.
        names: Whether names and postcodes go too; those of an address had better stay.

    >>> (
    ...     without_contacts("ann@example.com, please cancel it"),
    ...     without_contacts("取消吧 王明 100000"),
    ... )
    ('please cancel it', '取消吧')
    """
    bare = EMAIL.sub(" ", written(text))
    bare = _CONTACT.sub(" ", bare) if names else bare
    return " ".join(bare.split()).strip(" ,，;；-–—")


def _is_name(words: str) -> bool:
    return _NO_NAME.isdisjoint(word.strip(",.") for word in words.casefold().split())


def user_name_in(message: str) -> str:
    """The name of her account that `message` tells; empty where it tells none.

    >>> (
    ...     user_name_in("my user id is u00952"),
    ...     user_name_in("我的账号是u00952"),
    ...     user_name_in("o12345?"),
    ... )
    ('u00952', 'u00952', '')
    """
    match = _USER_NAME.search(message)
    return (match["told"] or match["bare"]) if match else ""


@cache
def _pattern(cue: Cue) -> re.Pattern[str]:
    file = Path(__file__).with_name("cues.yaml")
    phrases = yaml.safe_load(file.read_text(encoding="utf-8"))[cue]
    parts = [rf"\b{re.escape(p)}\b" if p.isascii() else re.escape(p) for p in phrases]
    return re.compile("|".join(parts), re.IGNORECASE)
