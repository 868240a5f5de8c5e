"""A customer who says who she is bit by bit: her name in one message, her postcode in another."""

import re
from dataclasses import replace
from functools import cache

from assistant.service.addresses import postcode_in
from assistant.service.helping import Helper
from assistant.service.routing import EXAMPLES
from tools.service.desk import Heard, Reply
from tools.service.reading import introductions, user_name_in

_NAME = re.compile(
    r"^\W*(?:(?:hi|hello)[,!. ]+)?(?:(?:my (?:full )?name is|i am|i'm|it's|this is)\s+)?"
    r"(?P<name>[^\W\d_][\w'’.-]+(?:\s+[^\W\d_][\w'’.-]+){1,2})\W*$"
    r"|^\W*(?:我叫|我是|姓名[是为:：]?|名字[是叫]?|i am|i'm|my name is)?"
    r"\s*(?P<zh>(?!我)[\u4e00-\u9fff·]{2,4})\W*$",
    re.IGNORECASE,
)
_TELLS = re.compile(r"my (?:full )?name|i am|i'm|我叫|我是|姓名|名字", re.IGNORECASE)


_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏"
    "钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文欧上司诸"
)


@cache
def _common_words() -> frozenset[str]:
    """Words of the example messages that are written small: no names."""
    return frozenset(re.findall(r"\b[a-z]{2,}\b", EXAMPLES.read_text(encoding="utf-8")))


def _is_name(match: re.Match[str]) -> bool:
    """Whether what was told alone may be a name: no everyday words, or a Chinese family name."""
    if match["zh"]:
        return match["zh"][0] in _SURNAMES
    return _common_words().isdisjoint(match["name"].casefold().split())


def misheard(helper: Helper) -> None:
    """Keep the name that was not found with its postcode: she may only have mistyped that."""
    helper.talk.asked = "identity"
    for told in introductions(helper.message):
        if name := told.get("last_name"):
            helper.talk.given["last_name"] = name


def introduced(helper: Helper) -> Reply | None:
    """Recognise her by a name (hers or her account's) and a postcode; `None` while one is missing.

    A bare name counts only where she was asked who she is.
    """
    asked, given = helper.before == "identity", helper.talk.given
    if user_name := user_name_in(helper.message):
        given["user_name"] = user_name
        asked = True
    if not asked and not _TELLS.search(helper.message):
        return None
    if not user_name and (match := _NAME.match(helper.message)) and _is_name(match):
        given["last_name"] = match["name"] or match["zh"]
    elif asked:
        given |= postcode_in(helper.message)
    if "postcode" not in given or len(given) < 2:
        return None
    if "user_name" in given:
        given.pop("last_name", None)
    reply = helper.use("find_customer", **given)
    given.clear()
    known = helper.desk.session.user_id is not None
    over = reply.heard == "handed over"
    heard: Heard = "handed over" if over else "recognised" if known else "not recognised"
    return replace(reply, heard=heard)
