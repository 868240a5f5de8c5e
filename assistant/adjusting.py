# ruff: noqa: E501  # a pattern reads best on one line
"""What a follow-up changes of an argument before without naming it: a number, an order, a side.

"Make it 60" changes the number that was said before, "double it" multiplies it, "the other way
round" turns an order, "and the opposite?" asks for complaints after praise.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from assistant.cues import cue
from assistant.families import CAMPAIGNS, FIGURES, FORECAST, FUNNEL, OPINIONS, TEST
from assistant.joining import joined
from assistant.naming import EACH
from assistant.utterances import SHORT, after_openers, words
from tools.metrics.dimensions import TIME_UNITS
from tools.money import money_in
from tools.numerals import number_of
from tools.periods.calendar import ROLLING

if TYPE_CHECKING:
    from assistant.reading import Reading

BARE = re.compile(
    r"(?<![a-z\d_.,#$€£¥-])(?P<n>\d{1,6}|[一二两三四五六七八九十百]{1,4})"
    r"(?=\s*(?:[.!。！,，;；?？]|$|(?:please|pls|instead|then|now|not|rather|tops|max|at most|will do|would do|is (?:enough|fine|plenty))\b|(?:吧|嘛|就|好了|行|啦|得了|试试|看看)))",
    re.IGNORECASE,
)
"""A number with no word for what it counts."""
RANKED = re.compile(
    r"(?:前|后|倒数|最后|末尾|垫底的?)[那这]?\s*$|\b(?:top|bottom|first|last|best|worst)\s*$|\d\s*(?:to|and|[-–~至到])\s*$",
    re.IGNORECASE,
)
"""Words of rank before a number, which is of a list then, and a number it is the other end of."""
TIMES = (
    (2.0, re.compile(r"\b(?:doubl(?:e|ed|ing)|twice (?:as|the|that|it)|two times (?:as|the|that))\b|翻(?:一?[倍番]|个倍)|加倍|加一倍|多一倍|两倍", re.IGNORECASE)),
    (3.0, re.compile(r"\b(?:tripl(?:e|ed|ing)|treble|three times (?:as|the|that))\b|翻(?:两番|三倍)|三倍", re.IGNORECASE)),
    (0.5, re.compile(r"\b(?:halv(?:e|ed|ing)|(?:in|by|only|just|take) half\b(?! an?\b)|half (?:of )?(?:that|it|as (?:many|much|long)|the (?:money|budget|list|time|period)))\b|(?:砍|减|缩|打)(?:到|掉|成)?(?:一半|半|对折)|减半|对半|(?:只有|只剩|剩下?|才|只给|只能用|要是|如果是?|换成|改成|就)一半|^\W*一半(?=\W*$|呢|的话|行不|够不)", re.IGNORECASE)),
)  # fmt: skip
"""What a number before is multiplied by, and the words for it."""
OF = {
    "budget": re.compile(r"\b(?:budget|money|cash|spend|sum|amount)\b|预算|钱|经费|费用|金额", re.IGNORECASE),
    "horizon_days": re.compile(r"\b(?:time|horizon|window|period|long|days)\b|时间|天数|周期|时长", re.IGNORECASE),
    "top_n": re.compile(r"\b(?:list|names?|many|people|rows|entries)\b|名单|人数|名额|个数", re.IGNORECASE),
}  # fmt: skip
"""Words for what a number is of, by argument."""
NUMBERS = ("budget", "horizon_days", "top_n", "k")
COUNTS = ("top_n", "k")
MOST_LIFT = 100
"""Percent below which a bare number after a test that was planned is the rise to be found."""
USUAL = {"horizon_days": (90, 365, 30), "top_n": (10, 5), "k": (8,)}
"""What these arguments are where nobody says them."""
OF_ONE_THING = ("category", "item", "campaign", "user_id")
"""Arguments beside which a list has no length."""
ROUND = (1, 100, 1000, 10_000)
"""What a number may be counted in that is said for a sum before ("25" after 40,000)."""
DROPPED = re.compile(
    r"\b(?:drop|remove|lose|take (?:out|off|away)|scrap|ditch|without|cut out|get rid of|clear|lift|undo|release|loosen|cancel|kill|remov\w+)\b|(?:去|拿|撤|删|拆|取消|放开)掉?|不要",
    re.IGNORECASE,
)
"""Words by which a filter of before is to go."""
LAST = re.compile(
    r"(?:and |so |what about |how about |for )*(?:the )?(?:last|past)(?: the)? (?P<n>\d{1,3})|(?:那)?(?:近|最近|过去)?(?P<z>\d{1,3})",
    re.IGNORECASE,
)
"""A number of days up to today with no word for days."""
OTHERS = re.compile(
    r"\b(?:the (?:rest|others|remaining\b.*)|(?:everyone|everything|everybody|everywhere|all) else|elsewhere|(?:the |all )?other (?:regions?|provinces?|places|channels|brands|categories|devices|ages?|ones|people|customers))\b|(?:其[他它余]|剩下|别)的?(?:那些|几个)?(?:地方|省份?|地区|渠道|品牌|牌子|品类|人|的|呢|喃|加)",
    re.IGNORECASE,
)
"""Words for all that the answer before was not about."""
OPPOSITE = {
    "highest": "lowest", "lowest": "highest", "best": "worst", "worst": "best",
    "positive": "negative", "negative": "positive", "praise": "complaints", "complaints": "praise",
}  # fmt: skip


def adjusted(reading: "Reading") -> "Reading":
    """`reading` of a follow-up with what it changes of the arguments it takes over."""
    if not (reading.continues and reading.carried):
        return reading
    reading = _others(joined(_freed(_rolled(reading))))
    carried = {**reading.carried, **_turned(reading)}
    number = _number(reading)
    if number is None:
        return replace(reading, carried=carried)
    argument, value = number
    return replace(
        reading, top_n=None, horizon=None, due=None, carried={**carried, argument: value}
    )


def _rolled(reading: "Reading") -> "Reading":
    """`reading` of another length of days up to today ("30天呢" after the last seven)."""
    old = ROLLING.fullmatch(str(reading.carried.get("period") or ""))
    if old is None or reading.periods or reading.continues not in (FIGURES, FUNNEL, *OPINIONS):
        return reading
    number = LAST.fullmatch(after_openers(reading.words).strip(" ?？.!。呢吧"))
    if number:
        token = f"last_{number['n'] or number['z']}_{old[2]}s"
    elif (
        reading.horizon
        and words(reading.words) <= SHORT
        and not {*reading.groupings} & {*TIME_UNITS}
    ):
        token = f"last_{reading.horizon}_days"
    else:
        return reading
    return replace(reading, periods=(token,), top_n=None, horizon=None, due=None, ahead=None)


def _freed(reading: "Reading") -> "Reading":
    """`reading` without a filter that is to go ("drop the women bit" after figures of women)."""
    old = reading.carried.get("filters") or ()
    gone = {f.replace("!=", "=") for f in reading.filters if "!=" in f} & {*old}
    if not gone or not DROPPED.search(reading.words):
        return reading
    carried = {**reading.carried, "filters": [f for f in old if f not in gone]}
    left = tuple(f for f in reading.filters if f.replace("!=", "=") not in gone)
    return replace(reading, filters=left, carried=carried)


def _others(reading: "Reading") -> "Reading":
    """`reading` of all but the value before, where "the rest" or "其他的呢" is asked for."""
    text = reading.words
    if reading.filters or not OTHERS.search(text) or cue("unchanged", text):
        return reading
    old = [f for f in reading.carried.get("filters") or () if "!=" not in f and "=" in f]
    named = {f.split("=")[0] for f in old} & {*reading.groupings}
    mine = [f for f in old if f.split("=")[0] in named] if named else old
    if len({f.split("=")[0] for f in mine}) != 1:
        return reading
    left = tuple(f.replace("=", "!=", 1) for f in mine)
    split = reading.groupings if EACH.search(text) else ()
    return replace(reading, filters=left, groupings=split)


def _turned(reading: "Reading") -> dict[str, Any]:
    """The order or the side taken before, where the opposite is asked for."""
    carried, text = reading.carried, reading.words
    changed: dict[str, Any] = {}
    if cue("flipped", text) and reading.order == "highest" and not cue("highest", text):
        changed["order"] = OPPOSITE.get(str(carried.get("order")))
    if reading.continues in OPINIONS and cue("opposite", text) and reading.rating == "any":
        changed |= {name: OPPOSITE.get(str(carried.get(name))) for name in ("rating", "about")}
    return {name: value for name, value in changed.items() if value}


def _number(reading: "Reading") -> tuple[str, float] | None:
    """The argument whose number changes, and to what."""
    text, carried = reading.words, reading.carried
    if reading.periods or money_in(text) is not None:
        return None
    for factor, said in TIMES:
        if said.search(text) and (argument := _meant(reading)) and carried.get(argument):
            value = carried[argument] * factor
            return argument, value if argument == "budget" else max(1, round(value))
    found = [one for one in BARE.finditer(text) if not RANKED.search(text[: one.start()])]
    argument = _meant(reading)
    if len(found) != 1 or reading.horizon or argument is None:
        return None
    n = number_of(found[0]["n"])
    if reading.continues == TEST and argument == "horizon_days" and not OF[argument].search(text):
        return ("lift", n / 100) if carried.get("lift") and n < MOST_LIFT else None
    return (
        (argument, _scaled(n, float(carried[argument]))) if argument == "budget" else (argument, n)
    )


def _meant(reading: "Reading") -> str | None:
    """The argument that a number without a word for it is of: one that was said before."""
    carried = reading.carried
    named = [
        name for name, words in OF.items() if words.search(reading.words) and carried.get(name)
    ]
    if named:
        return named[0]
    said = [
        name
        for name in NUMBERS
        if carried.get(name) and _was_said(name, reading.continues, carried)
    ]
    return next(iter(said), next((name for name in ("top_n", "k") if carried.get(name)), None))


def _was_said(argument: str, tool: str | None, carried: Mapping[str, Any]) -> bool:
    """Whether a number was likely said, and not only what nobody said otherwise."""
    if argument == "horizon_days" and tool in (FORECAST, CAMPAIGNS, TEST):
        return tool != FORECAST or any(carried.get(name) for name in OF_ONE_THING)
    return carried[argument] not in USUAL.get(argument, ())


def _scaled(n: int, before: float) -> float:
    """`n` in the unit that brings it nearest to the sum before, if it is a whole unit of it."""
    fitting = [n * unit for unit in ROUND if before % unit == 0 or unit == 1]
    return float(min(fitting, key=lambda value: max(value / before, before / max(value, 1))))
