# ruff: noqa: E501  # a rule reads best on one line
"""Festivals and sales by name, and the week or month they fall in."""

import re
from datetime import date, timedelta

from tools.periods.calendar import START, resolve, unit_end
from tools.periods.feasts import MORE_FEASTS
from tools.periods.readers import (
    DRAGON_BOAT,
    MID_AUTUMN,
    QIXI,
    Reader,
    by_the_moon,
    festival,
    read_black_friday,
    read_spring_festival,
)
from tools.periods.vocabulary import YEAR, ZH_YEAR

Rule = tuple[re.Pattern[str], Reader]
"""What a period is written like, and who reads it."""

EN_Y = rf"(?:(?: of|,)? (?P<y>{YEAR}|last year|this year))?"
ZH_Y = rf"(?P<y>{ZH_YEAR})?的?"
ZH_WIDER = {"月": "month", "周": "week", "星期": "week", "礼拜": "week"}
_WIDER_BEFORE = r"\b(?:the )?(?:whole |entire )?(?P<unit>week|month) (?:of|with|around|that had|containing) (?:the )?"
_WIDER_AFTER = (
    r"(?:大促|活动|期间|所在|[的那当这整])*(?:那|当|这|整|所在)的?(?:一?整?个?)(?P<unit_zh>月|周|星期|礼拜)(?![一二三四五六日天末])"
    r"|(?:'?s)? (?:sale )?(?:that |the (?:same|whole) )?(?P<unit_en>week|month)\b"
)


def rule(pattern: str, read: Reader) -> Rule:
    """A rule that matches `pattern` in either case."""
    return re.compile(pattern, re.IGNORECASE), read


def _widened(read: Reader) -> Reader:
    """The week or month that the days read by `read` begin in; a week of days stays as it is."""

    def wider(match: re.Match[str], today: date) -> str | None:
        groups = match.groupdict()
        unit = next(filter(None, (groups.get(k) for k in ("unit", "unit_zh", "unit_en"))))
        unit = ZH_WIDER.get(unit, unit.lower())
        token = read(match, today)
        days = resolve(token, today, today) if token else None
        if days is None or (unit == "week" and (days.end - days.first).days >= 6):
            return token
        if unit == "month":
            return f"{days.first:%Y-%m}"
        return f"{START[unit](days.first)}..{unit_end(days.first, unit)}"

    return wider


_NAMED: tuple[tuple[str, Reader], ...] = (
    (rf"{ZH_Y}(?:国庆(?:节|假期|黄金周|长假)?|十一黄金周)(?:期间)?|\b(?:national day(?: holiday| week)?|golden week)\b", festival((10, 1), (10, 7))),
    (rf"{ZH_Y}双(?:十一|11)(?:期间|当天|大促)?|\b(?:double (?:eleven|11)|singles'? day)\b{EN_Y.replace('<y>', '<y2>')}", festival((11, 11), (11, 11))),
    (rf"{ZH_Y}双(?:十二|12)(?:期间|当天|大促)?", festival((12, 12), (12, 12))),
    (rf"{ZH_Y}(?<![\d.])618(?:期间|年中|大促|当天|购物节|活动)+", festival((6, 18), (6, 18))),
    (rf"(?P<y>{ZH_YEAR})的?618(?!\d)", festival((6, 18), (6, 18))),
    (r"(?<![\d.¥$#a-z])618(?=\s*(?:$|[，。？?!、]|[.,;](?!\d)|[\u4e00-\u9fff]))(?!\s*[个件单元块人])|\b(?:the )?618 (?:shopping )?(?:festival|sales?|promotion)\b|(?<![\d.¥$#])\b(?:the )?618(?= (?:month|week|period|day|rush|season|event|weekend|campaign)\b)|(?<![\d.¥$#])\b618(?= (?:and|&|vs\.?|versus|against|or) (?:the )?(?:double|singles|qixi|national|golden|mid-autumn|dragon|chinese|spring|valentine|black friday|christmas|new year))|(?:(?<=before )|(?<=after )|(?<=around )|(?<=during ))(?:the )?\b618\b(?!\.\d| ?(?:yuan|rmb|orders?|items?|units?|people|buyers?|customers?|views?|visits?|reviews?|days?|pieces|%))", festival((6, 18), (6, 18))),
    (rf"{ZH_Y}(?<![双\d十月])十一(?:期间|长假|假期|黄金周)", festival((10, 1), (10, 7))),
    (rf"{ZH_Y}(?:春节|过年)(?:期间|假期|长假)?|\b(?:spring festival|(?:chinese|lunar) new year)\b{EN_Y.replace('<y>', '<y2>')}", read_spring_festival),
    (rf"\bblack friday\b{EN_Y}|黑五|黑色星期五", read_black_friday),
    (rf"\bvalentine'?s?(?: day|'s)?\b{EN_Y}|{ZH_Y.replace('<y>', '<y2>')}(?<!中国)情人节(?:当天|期间)?", festival((2, 14), (2, 14))),
    (rf"\b(?:international )?women'?s day\b{EN_Y}|{ZH_Y.replace('<y>', '<y2>')}(?:三八节?|38节|妇女节|女神节)(?:当天|期间|大促)?", festival((3, 8), (3, 8))),
    (rf"\b(?:labou?r|may) day\b(?: holidays?)?{EN_Y}|{ZH_Y.replace('<y>', '<y2>')}(?:(?<![一二三四五六七八九十第周])五一(?![二三四五六七八九十百千万])|劳动节)(?:假期|期间|长假|小长假)?", festival((5, 1), (5, 5))),
    (rf"\bnew year'?s day\b{EN_Y}|{ZH_Y.replace('<y>', '<y2>')}元旦(?:假期|期间|当天)?", festival((1, 1), (1, 3))),
    (rf"\bchildren'?s day\b{EN_Y}|{ZH_Y.replace('<y>', '<y2>')}(?:六一|儿童节)(?:当天|期间)?(?!八)", festival((6, 1), (6, 1))),
    (rf"\bhalloween\b{EN_Y}|{ZH_Y.replace('<y>', '<y2>')}万圣[节夜]?", festival((10, 31), (10, 31))),
    (rf"\bqingming\b{EN_Y}|{ZH_Y.replace('<y>', '<y2>')}清明节?(?:假期|期间)?", festival((4, 4), (4, 6))),
    (rf"\b(?:mid[- ]autumn|mooncake(?= festival| (?:week|month|weekend|day)\b))(?: festival)?\b{EN_Y}|{ZH_Y.replace('<y>', '<y2>')}中秋节?(?:假期|期间|当天)?(?!来信)", by_the_moon(MID_AUTUMN, 3)),
    (rf"\bdragon boat(?: festival)?\b{EN_Y}|{ZH_Y.replace('<y>', '<y2>')}端午节?(?:假期|期间|当天)?", by_the_moon(DRAGON_BOAT, 3)),
    (rf"\bqixi\b{EN_Y}|{ZH_Y.replace('<y>', '<y2>')}(?:七夕节?|中国情人节)(?:期间|当天)?", by_the_moon(QIXI, 1)),
    (rf"\bchristmas\b(?! (?:tree|gift|card|day|eve)){EN_Y}|{ZH_Y.replace('<y>', '<y2>')}圣诞(?:节(?!前|后|树|装)|假期|期间)(?:期间|假期)?", festival((12, 24), (12, 26))),
    (rf"\bchristmas day\b{EN_Y}|{ZH_Y.replace('<y>', '<y2>')}圣诞(?:节(?:的)?)?(?:当[天日]|[那嗰]一?[天日])", festival((12, 25), (12, 25))),
    (rf"\bchristmas eve\b{EN_Y}|{ZH_Y.replace('<y>', '<y2>')}(?:平安夜|圣诞夜)", festival((12, 24), (12, 24))),
    (rf"\bboxing day\b{EN_Y}", festival((12, 26), (12, 26))),
    *MORE_FEASTS,
    (rf"\bnew year'?s eve\b{EN_Y}|{ZH_Y.replace('<y>', '<y2>')}跨年(?:夜|当[天晚])", festival((12, 31), (12, 31))),
)  # fmt: skip

_THE_DAY = r"(?:节)?的?(?:当[天日晚]|[那嗰]一?[天日]|正日子?)"


def _on_the_day(read: Reader) -> Reader:
    """The day itself of the days read by `read`: the first, or where these begin with an eve the next."""

    def one_day(match: re.Match[str], today: date) -> str | None:
        token = read(match, today)
        days = resolve(token, today, today) if token else None
        if days is None:
            return None
        return (days.first + timedelta(read is read_spring_festival)).isoformat()

    return one_day


FESTIVALS: tuple[Rule, ...] = (
    *(
        rule(f"(?:{pattern})(?:{_THE_DAY})", _on_the_day(read))
        for pattern, read in _NAMED
        if "圣诞" not in pattern
    ),
    *(rule(pattern, read) for pattern, read in _NAMED),
    *(rule(f"{_WIDER_BEFORE}(?:{pattern})", _widened(read)) for pattern, read in _NAMED),
    *(rule(f"(?:{pattern})(?:{_WIDER_AFTER})", _widened(read)) for pattern, read in _NAMED),
)
"""Each festival by itself and with the week or month it falls in."""
