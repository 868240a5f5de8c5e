"""A customer who says who she is bit by bit: her name in one message, her postcode in another."""

import re
from dataclasses import replace

from assistant.service.addresses import postcode_in
from assistant.service.helping import Helper
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
    if not user_name and (match := _NAME.match(helper.message)):
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
