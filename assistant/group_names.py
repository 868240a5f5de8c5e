# ruff: noqa: E501  # a pattern reads best on one line
"""How the name of a group of customers stands in a question: as people, as a group, counted."""

import re

_CUSTOMERS = re.compile(r"(?:顾客|客户|用户)$")
_ENDINGS = ("客户", "用户", "客群", "人群", "群体", "会员", "买家", "客", "那拨", "那批", "那群")
"""What else a Chinese name of a segment may end in."""
_GROUP = r"(?:segments?|groups?|cells?|lot|crowd|bunch|tiers?|buckets?|pool|audience|cluster|folks|set|box|bracket|camp|class|category of (?:customers|people))"
_GROUP_ZH = r"(?:的?人?(?:分群|人群|客群|群体)|的?(?:这|那)?(?:一?[拨批群类层档]|个?(?:分?群|人群|客群|分组|组|格子?))(?:人|客|顾客|用户)?|们)"


def short_forms(name: str) -> list[str]:
    """Other ways to say a Chinese name that ends in a word for customers ("忠诚客", "忠诚会员")."""
    stem = _CUSTOMERS.sub("", name)
    named = stem != name and len(stem) > 1
    return [stem + end for end in _ENDINGS] if named else []


def stands_for_people(name: str, question: str) -> bool:
    """Whether a segment's name is used as one: "among loyal customers", "our champions"."""
    if not name.isascii():
        return True
    word = spaced(name)
    return bool(
        re.search(rf"\b(?:among|amongst|of|in|from|within|for|our|the|my|which|are|any|some|many) {word}\b"
                  rf"|(?:^|[.!?,;:]\s*){word}s? (?:who|that|likely|about|going|most|at|in|from|with)\b"
                  rf"|\b{word} (?:customers|buyers|shoppers|members|people|{_GROUP})\b"
                  rf"|(?<![a-z]){word} ?(?:[里那这们]|当中|中间)", question, re.I)
    )  # fmt: skip


def is_called_group(name: str, question: str) -> bool:
    """Whether a segment's name is called a group: "the at-risk segment", "核心顾客那拨人"."""
    if not name.isascii():
        stems = {name, _CUSTOMERS.sub("", name)}
        return any(re.search(rf"{re.escape(stem)}{_GROUP_ZH}", question) for stem in stems)
    several = re.search(r"[ _-]", name) and re.search(rf"\b{spaced(name)} ones?\b", question, re.I)
    return bool(several or re.search(rf"\b{spaced(name)} {_GROUP}\b", question, re.I))


def is_counted(name: str, question: str) -> bool:
    """Whether the question asks how many are in a segment: "how many champions do we have"."""
    if name.isascii():
        are = r"(?:do we (?:now |currently )?have|are there|have we got)\b"
        return bool(re.search(rf"\bhow many {spaced(name)}(?: {are}|\W*$)", question, re.I))
    now = r"(?:我们|咱|店里|现在|目前|一共|总共|到底|大概|大约|差不多|有|是)*"
    forms = "|".join(map(re.escape, (name, *short_forms(name))))
    return bool(re.search(rf"(?:{forms}){now}(?:多少|几)(?:个|位|名|人)", question))


def bounded(word: str) -> str:
    """A pattern for a name that is no part of another word."""
    return rf"(?<![a-z]){spaced(word)}(?![a-z])" if word.isascii() else re.escape(word)


def spaced(name: str) -> str:
    """A pattern for a name however its words are joined: "can't lose", "cant-lose"."""
    return re.escape(name).replace(r"\ ", r"[\s_-]+").replace("'", "['’]?")
