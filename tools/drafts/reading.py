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
            r"(?<![a-z])sms(?![a-z])|\bte?xt(?:ing)? (?:messages?|msgs?|blast|them|em|the|our|all|those|these|him|her|every(?:one|body)|people|ppl|women|men|customers?|buyers?|shoppers?|members?|folks?|alerts?|campaign)\b|\btext[- ]messages?\b|(?<!with )\b(?:an?|the|as|via|by|one|quick|(?<!with a )short|nice|friendly|little|another|some|two|three|[\w-]+-(?:style|back|up|off)) te?xts?\b(?! (?:about|box|field|file|column|above|below|on (?:the|our) (?:site|page)))|\b(?:write|draft|send|do|fire|drop|compose|whip up)\b[^.?!]{0,24}\bte?xts?\b(?! (?:about|(?:for|in|of) (?:the|an?|our) (?:e-?mails?|mail|push|page|banner|post)))|\btxts?\b|短[信讯]|手机信息",
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
    (
        "push",
        re.compile(
            r"(?<![a-z])push(?:es)?(?![a-z])(?! (?:the|our|my|more|up|those|these|for|them|it|him|her|them|people|sales|on)\b(?! (?:phone|lock)))|\b(?:write|draft|send|do|a|an|the|via|by|as|in|one|quick|short) push(?:es)?\b|\b(?:phone|lock[- ]?screen|mobile) (?:alerts?|notifications?)\b|\b(?<!app )(?<!in-app )notifications?\b|推送|推一?条(?!短信|邮件|小程序|微信|app)|弹窗通知|手机通知",
            _I,
        ),
    ),
    ("mini_program", re.compile(r"mini[- ]?(?:program(?:me)?|app)s?\b|小程序|服务通知", _I)),
    (
        "live_stream",
        re.compile(
            r"live[- ]?stream\w*|live (?:shows?|sessions?|script|broadcast)|\bgo(?:ing)? live\b|直播|口播",
            _I,
        ),
    ),
    (
        "social",
        re.compile(
            r"\bsocials?\b|\b(?:insta|ig) (?:post|story|reel)|instagram|weibo|facebook|tiktok|xiaohongshu|\b(?:blog|feed) posts?\b|抖音|社群|图文(?:笔记|帖)|笔记|发帖|帖子|社交|微博|小红书|朋友圈|社媒",
            _I,
        ),
    ),
    (
        "app",
        re.compile(
            r"\bin[- ]app\b|\b(?:in|on|by|via|through) (?:the |our )?app\b|(?<!mini )(?<!mini-)\bapp (?:message|msg|notification|note|alert|banner|pop-?up|copy|blast|users?|card)s?\b|应用内|app ?[内里上端]|(?<![a-z])app ?(?:消息|通知|弹窗|推|横幅|信息)|站内|客户端(?:消息|通知|弹窗)",
            _I,
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
_OF_PEOPLE = r"(?![- ]?(?:speak\w*|customers?|buyers?|shoppers?|users?|readers?|people|reviews?|new year|tea|style|brands?|valentine))"
_EN = re.compile(rf"\benglish\b{_OF_PEOPLE}|英[文语](?!客|用户|顾客|评|好评|差评)", _I)
_ZH = re.compile(
    rf"\b(?:chinese|mandarin)\b{_OF_PEOPLE}|(?:[中汉]文|国语|普通话)(?!客|用户|顾客|评|好评|差评)",
    _I,
)
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


_CLAUSES = re.compile(r"[,，.。;；!！]|\b(?:but|so|instead of|rather than)\b|换成|改成|改用|换作")
_REFUSES = re.compile(
    r"\b(?:not|no|too|forget|drop|skip|never mind)\b|太|不[要发用想行]|别|莫|算了|取消", re.I
)
"""Words of a clause that refuses what it names."""


def channels_in(words: str) -> tuple[Channel, ...]:
    """The channels that `words` name, in no order of theirs; of several, those not refused.

    >>> channels_in("email is too slow, send an sms"), channels_in("不发短信，改成邮件")
    (('sms',), ('email',))
    """
    named = tuple(name for name, pattern in _CHANNELS if pattern.search(words))
    left = " ".join(one for one in _CLAUSES.split(words) if not _REFUSES.search(one))
    wanted = tuple(name for name in named if dict(_CHANNELS)[name].search(left))
    return wanted or named if len(named) > 1 else named


_ORDER = re.compile(
    r"\b(?:write|draft|make|do|send|compose|prepare|create|drop|whip up|knock up|need|want|give|have)\b[^.,;:?!]{0,20}$|[写出发做来拟编整搞弄撰][^，。；？！]{0,6}$",
    _I,
)
"""Words that order a message, before what is ordered."""
_JOINED = re.compile(
    r"(?:[\s、,/&+]|\b(?:and|or|plus|then|as well as|also|an?|the|one)\b|[和跟与同加再]|还有|以及|一?[条封篇个段])*",
    _I,
)
"""What joins channels that are all meant."""


def channel_in(words: str) -> Channel | None:
    """The one channel that a message is ordered for; `None` where none or several are.

    Another may be what the message is about ("a push for the live show").

    >>> channel_in("make a push for our live show"), channel_in("写条短信，直播今晚开始")
    ('push', 'sms')
    >>> channel_in("an email and a push for the sale") is None
    True
    """
    named = channels_in(words)
    if len(named) < 2:
        return next(iter(named), None)
    patterns = dict(_CHANNELS)
    found = sorted((m.span(), name) for name in named for m in patterns[name].finditer(words))
    (start, end), first = found[0]
    later = next(((span, name) for span, name in found if name != first), None)
    if later is None or _JOINED.fullmatch(words[end : later[0][0]]):
        return None
    return first if _ORDER.search(words[:start]) or _ORDER.search(words[:end]) else None


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
