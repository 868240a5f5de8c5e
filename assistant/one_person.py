# ruff: noqa: E501  # a pattern reads best on one line
"""Which customer a follow-up means: one it names, or the one the answer before was about."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from assistant.cues import cue
from assistant.families import OF_ONE, PROFILE
from assistant.fragments import OPEN_ENDED
from assistant.told_in import Call

if TYPE_CHECKING:
    from assistant.reading import Reading
    from assistant.routing import Route

_WHO_IS_SHE = re.compile(
    r"\bwho(?:(?: exactly| on earth| actually)? (?:is|was)|['’]?s) (?:this|that|she|he|it|the (?:customer|person|lady|man|woman|guy))\b(?! (?:most|who|that|will|likely|with|best|worst))"
    r"|(?:[她他佢]|[这那](?:一?[个位])?(?:人|客人?|顾客|客户|用户|会员|买家)?)(?:究竟|到底|又|都)?(?:是|系)(?:谁|边个|哪个|啥人|什么人|何许人|何方神圣)",
    re.IGNORECASE,
)
"""A question of who the one person before is, which wants no list."""
_ONE_PERSON = re.compile(
    r"\b(?:this|that|the|our|my|same|old|poor|is|does|will|would|did|has|was|can|if|think|reckon)\s+(?:dude|guy|bloke|chap|fella|fellow|lady|gal|gent|gentleman|man|woman|lad|lass|girl|boy|bro|mate|geezer|missus|madam)\b(?!['’]?s? (?:who|that|aged|in|from|buying)\b)"
    r"|^(?:and |so |but )?(?:dude|guy|bloke|chap|fella|lady|gal|bro|man|woman)(?:['’]s)? (?:gonna|going|likely|ever|still|worth|about|will|would)\b"
    r"|(?:[这那](?:一?[个位])?)?(?:哥们儿?|老哥|大哥|小哥|大兄弟|兄弟|老弟|大姐|小姐姐|小姐|女士|先生|小伙子?|姑娘|妹子|阿姨|大叔|大妈|大爷|大娘|靓仔|靓女|小妹|阿姐|阿叔)(?!们|些|[都俩]|为主|占|里|当中|多)",
    re.IGNORECASE,
)
"""Words for a single man or woman, who is then the one spoken of."""


def asks_who(text: str) -> bool:
    """Whether `text` asks who the one person spoken of before is.

    >>> asks_who("who is she, anyway"), asks_who("who is this most like")
    (True, False)
    """
    return _WHO_IS_SHE.search(text) is not None


def same_customer(reading: "Reading", arguments: Mapping[str, Any]) -> tuple[str, ...]:
    """The customers named, else the one the call before was about, unless others are asked for."""
    listed = cue("wants_list", reading.question) and not asks_who(reading.question)
    if reading.users or listed:
        return reading.users
    return tuple(filter(None, [arguments.get("user_id")]))


def of_one_person(reading: "Reading", arguments: Mapping[str, Any]) -> "Reading":
    """`reading` about the customer before where words for one man or woman speak of nobody else.

    They say then no more that all men or all women are meant.
    """
    user = arguments.get("user_id")
    others = [f for f in reading.filters if not f.startswith("gender=")]
    told = not (reading.users or others or cue("wants_list", reading.question))
    if not user or not told or not _ONE_PERSON.search(reading.words):
        return reading
    groups = tuple(group for group in reading.groupings if group != "gender")
    return replace(reading, users=(user,), filters=(), groupings=groups)


def asks_else(reading: "Reading", before: Call, route: "Route", signs: Sequence[str]) -> bool:
    """Whether something else is asked of the one customer whom the call before was about.

    Args:
        reading: What a follow-up says outright.
        before: Tool and arguments of the call before.
        route: The tools it may be for by itself.
        signs: Tools that its words ask for.
    """
    tool = route.tools[0]
    if reading.continues != before[0] or before[0] not in OF_ONE or not before[1].get("user_id"):
        return False
    other = tool in OF_ONE and tool != before[0]
    plainly = tool in signs or before[0] == PROFILE
    return other and plainly and route.chance(tool) >= OPEN_ENDED
