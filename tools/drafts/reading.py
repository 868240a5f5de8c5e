"""Reads what a marketer wants of a campaign from her words, by rule: nothing is guessed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tools.drafts.dates import dates_in, festival_in
from tools.drafts.meaning import aim_of
from tools.drafts.models import Channel, Objective
from tools.drafts.money import budget_in, discount_in, no_money
from tools.drafts.whom import described
from tools.lexicon import Lexicon
from tools.segments import Segments
from tools.shares import holdout_in
from tools.wording.values import Language

_I = re.IGNORECASE
# ruff: noqa: E501  # a list of words reads best on one line
_OBJECTIVES: tuple[tuple[Objective, re.Pattern[str]], ...] = (
    ("carts", re.compile(r"cart|basket|加购|购物车", _I)),
    (
        "win_back",
        re.compile(
            r"win[- ]?back|lapsed|inactive|dormant|re-?activat|re-?engage|miss you|lost customers|hibernat|come back|bring back|流失|沉睡|召回|唤回|挽回|老友回归|好久没|很久没|不再(?:购|下单)|回流|睡眠",
            _I,
        ),
    ),
    (
        "clear_stock",
        re.compile(
            r"clear(?:ance|ing)?\b|sell off|overstock|stock[- ]?out sale|get rid of|清仓|清库存|清[掉理空][^，。]{0,10}(?:库存|存货)|去库存|甩卖|清货|尾货|换季清|积压",
            _I,
        ),
    ),
    (
        "first_order",
        re.compile(
            r"first (?:order|purchase)|never (?:bought|ordered)|new (?:users|sign-?ups|registrations)|welcome|新客|首单|首购|没买过|从未(?:购买|下单)|未下单|新注册|拉新",
            _I,
        ),
    ),
    (
        "thank_loyal",
        re.compile(
            r"\bvip|loyal|best customers|top customers|champion|thank|reward|老客|老顾客|忠实|会员回馈|回馈|答谢|感谢|高价值",
            _I,
        ),
    ),
)
_CHANNELS: tuple[tuple[Channel, re.Pattern[str]], ...] = (
    (
        "sms",
        re.compile(
            r"(?<![a-z])sms(?![a-z])|\btext(?:ing)? (?:message|them|the|our|all|those|these|him|her|everyone)\b|\btext[- ]messages?\b|\bby text\b|短信",
            _I,
        ),
    ),
    (
        "email",
        re.compile(
            r"(?<![a-z])(?:e-?mails?|edms?)(?![a-z])|\bmail(?:s|er|ers|ing|ings|shot)?\b|newsletter|邮件|电邮|邮箱",
            _I,
        ),
    ),
    ("push", re.compile(r"(?<![a-z])push(?![a-z])|推送", _I)),
    ("mini_program", re.compile(r"mini[- ]?program|小程序", _I)),
    ("live_stream", re.compile(r"live[- ]?stream|live show|直播", _I)),
    ("social", re.compile(r"\bsocial\b|instagram|weibo|facebook|社交|微博|小红书|朋友圈|社媒", _I)),
    (
        "app",
        re.compile(
            r"\bin[- ]app\b|\b(?:in|on|by|via|through) (?:the |our )?app\b|应用内|app内|站内", _I
        ),
    ),
)
_LATIN, _HAN = (
    r"(?<![a-z])(?:english|en)(?![a-z])",
    r"(?<![a-z])(?:chinese|mandarin|zh|cn)(?![a-z])",
)
_AND = r"(?:\W+(?:and|plus|as well as|also|but|then|with|too|in|version|copy|the|one|a)\b)*[\s&+/,和与]+"
_BOTH = re.compile(
    rf"\b(?:bilingual|(?:both|two) languages)\b|{_LATIN}{_AND}{_HAN}|{_HAN}{_AND}{_LATIN}"
    r"|中英(?:文|双|都|两|各)|英中(?:文|双|都|两|各)|双语",
    _I,
)
_EN = re.compile(r"\bin english\b|\benglish (?:version|copy|too)\b|英文|英语", _I)
_ZH = re.compile(r"\bin (?:chinese|mandarin)\b|\bchinese (?:version|copy|too)\b|中文", _I)
_WARM = re.compile(
    r"\bwarm(?:er|ly)?\b(?! coats?| jackets?)|friendl(?:y|ier)|softer|more personal|温暖|温柔|亲切|有温度|走心|柔和",
    _I,
)
_PLAIN = re.compile(
    r"\bplain(?:er)?\b|\bmatter-of-fact\b|less (?:warm|sweet)|more (?:direct|neutral)|straight(?:er)? to the point|直接一?点|简洁|平实|克制|朴素",
    _I,
)
_ALL = re.compile(
    r"\b(?:everyone|everybody|all customers)\b|所有(?:顾客|客户|用户|人)|全部(?:顾客|客户|用户)|全员",
    _I,
)
PEOPLE = frozenset({"gender", "region", "country", "age_band"})


@dataclass(frozen=True)
class Asked:
    """What words say of a campaign.

    Attributes:
        fields: Fields of `Brief` that they settle.
    """

    fields: Mapping[str, Any] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Whether nothing was understood."""
        return not self.fields


def asked(words: str, lexicon: Lexicon, today: date, segments: Segments) -> Asked:
    """What `words` settle of a campaign; of the rest, what they say of people says nothing else.

    Raises:
        ToolError: If the days they name are past, or they describe people in words that are not
            understood.
    """
    whom = described(words, segments)
    rest = words
    if whom is not None:
        rest = words[: whom.start] + " " * (whom.end - whom.start) + words[whom.end :]
    found: dict[str, Any] = {}
    found |= _people(rest, lexicon)
    for name, value in (
        ("objective", objective_in(words) or (aim_of(whom.rules) if whom else None)),
        ("segment", whom.words if whom else None),
        ("budget", budget_in(rest)),
        ("discount", discount_in(rest)),
        ("channels", channels_in(rest)),
        ("festival", festival_in(rest)),
        ("holdout", holdout_in(rest)),
        ("tone", "warm" if _WARM.search(rest) else "plain" if _PLAIN.search(rest) else None),
    ):
        if value not in (None, ()):
            found[name] = value
    if days := dates_in(no_money(rest), today):
        found |= {"starts": days[0], "ends": days[1]}
    return Asked(found)


def objective_in(words: str) -> Objective | None:
    """What the campaign is for."""
    return next((name for name, pattern in _OBJECTIVES if pattern.search(words)), None)


def channels_in(words: str) -> tuple[Channel, ...]:
    """The channels that `words` name, in no order of theirs."""
    return tuple(name for name, pattern in _CHANNELS if pattern.search(words))


def languages_in(words: str) -> tuple[Language, ...]:
    """The languages of the copy that `words` name."""
    if _BOTH.search(words) or (_EN.search(words) and _ZH.search(words)):
        return ("zh", "en") if spoken(words) == "zh" else ("en", "zh")
    return ("en",) if _EN.search(words) else ("zh",) if _ZH.search(words) else ()


def spoken(words: str) -> Language:
    """The language of `words`."""
    return "zh" if re.search(r"[\u4e00-\u9fff]", words) else "en"


def _people(words: str, lexicon: Lexicon) -> dict[str, Any]:
    values: dict[str, list[str]] = {}
    for mention in lexicon.find(words):
        if mention.kind == "value" and mention.name in PEOPLE | {"category"}:
            values.setdefault(mention.name, []).append(mention.value)
    found: dict[str, Any] = {}
    if category := values.pop("category", None):
        found["category"] = category[0]
    if filters := [f"{name}={value}" for name, own in values.items() for value in own]:
        found["filters"] = tuple(dict.fromkeys(filters))
    elif _ALL.search(words):
        found |= {"filters": (), "segment": "everyone"}
    return found
