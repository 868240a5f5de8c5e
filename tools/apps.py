# ruff: noqa: E501  # a pattern reads best on one line
"""When "app" or "browser" tells what people held in their hands, and no channel they came through."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tools.mentions import Mention

APP, WEB = "phone_app", "phone_web"
_BROWSER = re.compile(
    r"(?<![a-z])(?:(?:mobile |phone )?(?:browser|web(?:site|page)?)s?)(?![a-z])|(?:手机)?(?:浏览器|网页)",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\s*(?:,|、|/|&|\+|加(?:上|埋)?|和|与|跟|同(?:埋)?|对|比|还[是系]|或者?|抑或|定|vs\.?|versus|against|and|or|plus|n|than)\s*(?:the |via |on |in |from )*(?:手机)?",
    re.IGNORECASE,
)
"""What stands between the app and the browser, or a device."""


_PHONE = re.compile(r"phones?$|手机", re.IGNORECASE)
_ON = re.compile(
    r"\s*(?:on|from) (?:the|their|your|a|an|my|our|his|her|people['’]s|customers['’]|mobile)?\s*(?:own |smart)?",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"\s*(?:上|里|里头|里面|上面)?的?(?:那个|咱们?的?|我们的?)?\s*")
"""What stands between the app and the phone it is on."""


def of_apps(text: str, found: Sequence[Mention], devices: frozenset[str]) -> list[Mention]:
    """`found` with the app as a device where it stands beside another one, or beside a browser.

    Args:
        text: A question.
        found: What it mentions.
        devices: The store's devices.
    """
    if not {APP, WEB} <= devices:
        return list(found)
    taken = [(m.start, m.end) for m in found]
    browsers = [
        Mention("value", "device", WEB, b[0], b.start(), b.end())
        for b in _BROWSER.finditer(text)
        if not any(start < b.end() and b.start() < end for start, end in taken)
    ]
    named = [m for m in (*found, *browsers) if m.kind == "value" and m.name == "device"]
    apps = [m for m in found if m.kind == "value" and m.name == "channel" and _is_app(m)]
    phones = [m for m in named for a in apps if _in_hand(text, a, m)]
    held = [m for m in apps if any(_beside(text, m, other) for other in named)]
    held += [a for a in apps if any(_in_hand(text, a, m) for m in phones)]
    found = [m for m in found if m not in phones]
    added = [b for b in browsers if any(_beside(text, b, other) for other in (*named, *apps))]
    kept = [replace(m, name="device", value=APP) if m in held else m for m in found]
    return sorted([*kept, *added], key=lambda m: m.start)


def _in_hand(text: str, app: Mention, phone: Mention) -> bool:
    """Whether the app is the one on a phone ("our app on their phones", "手机里的APP")."""
    if phone.value not in (APP, WEB) or not _PHONE.search(phone.text):
        return False
    first, last = sorted((app, phone), key=lambda m: m.start)
    between = text[first.end : last.start]
    return (_ON if first is app else _INSIDE).fullmatch(between) is not None


def _is_app(mention: Mention) -> bool:
    return mention.text.casefold().endswith(("app", "apps", "应用"))


def _beside(text: str, one: Mention, other: Mention) -> bool:
    first, last = sorted((one, other), key=lambda m: m.start)
    return one is not other and _BESIDE.fullmatch(text[first.end : last.start]) is not None
