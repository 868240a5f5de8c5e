# ruff: noqa: E501  # a pattern reads best on one line
"""Which group of customers a question is about: one that has a name, or one it describes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assistant.cues import cue, cues
from tools.drafts.whom import described
from tools.errors import ToolError
from tools.segments import Segments
from tools.segments.rules import All, AnyOf, Consent, Coupons, Did, Not, Recency, Rule, Spend
from tools.wording.values import Language

LEAVING = frozenset(
    {"at_risk", "cannot_lose", "hibernating", "lapsed", "about_to_sleep", "needs_attention",
     "never_bought"}
)  # fmt: skip
"""Segments whose names also ask who may be lost."""

_ASKS_PEOPLE = re.compile(
    r"\bhow (?:many|big|large)\b(?! (?:\w+ )?(?:orders|items|units|products|reviews|days|times|sessions|visits|"
    r"views|points|pieces|sales|carts|pairs|categories|brands|coupons|hours|weeks|months|euros?|yuan)\b)"
    r"|\bhead ?counts?\b|\b(?:number|size|count|list) of (?:\w+ ){0,2}(?:people|folks|customers|shoppers|users|"
    r"buyers|clients|members|visitors|women|men|those|group|pool|crowd|audience|segment)\b|\b(?:the|a|rough) (?:count|number|size)\b"
    r"|\b(?:count|number)(?: me)?(?: pls| please|$|[:.,?!])|\bsize the\b"
    r"|多少(?:个|位|名|家)?(?!单|笔|件|次|天|钱|元|块|销|订单|款|种|样)|几[个位名](?!月|单|订单|品|款|小时|星期)|人数|[圈捞拉]一?[下拨批]|数一数|数数|名单|[客用]户数",
    re.I,
)
"""How those are asked for who meet a description."""
_FORESEES = re.compile(
    r"\b(?:will|likely|risk|predict\w*|chances?|probab\w+|forecast\w*|churn\w*)\b"
    r"|会不会|可能|概率|预测|预计|流失",
    re.I,
)
"""Words of what is still to come."""
_CUSTOMERS = re.compile(r"(?:顾客|客户|用户)$")


@dataclass(frozen=True)
class Audiences:
    """Reads the groups of customers that questions name.

    Attributes:
        segments: The store's.
    """

    segments: Segments

    def asked(self, question: str) -> dict[str, Any]:
        """Arguments of `segment_customers` that say the group; none where all are wanted.

        A description says all there is to say, so that no filter is taken besides.
        """
        name = self._named(question)
        if name and cue("lookalikes", question):
            return {"like": name}
        if cue("all_segments", question):
            return {"segment": name} if name else {}
        description = _bare(question)
        if name and _plain(description) == name:
            return {"segment": name}
        try:
            rules = self.segments.gathered(question).rules
        except ToolError:
            return {"segment": name} if name else {"words": description, "filters": []}
        return {"words": self._shorter(question, description, rules), "filters": []}

    def _shorter(self, question: str, description: str, rules: Rule) -> str:
        """The description alone, where it says the same as the whole question."""
        try:
            alike = self.segments.gathered(description).rules == rules
        except ToolError:
            return question
        return description if alike else question

    def wanted(self, question: str) -> bool:
        """Whether the question asks how many there are, or who, of a group that it describes."""
        asks = _ASKS_PEOPLE.search(question) and not _FORESEES.search(question)
        return bool(asks) and self.describes(question)

    def describes(self, question: str) -> bool:
        """Whether the question tells a group by what its people did not do, or how much."""
        try:
            rules = self.segments.gathered(question).rules
        except ToolError:
            return False
        return any(_sets_apart(rule) for rule in _leaves(rules))

    def among(self, question: str) -> dict[str, Any]:
        """The group that a question about who may be lost is limited to, as its `segment`.

        Words for people who are leaving, or have not been back, only ask that question.
        """
        name = self._named(question)
        if (
            name
            and self.segments.named(name).id not in LEAVING
            and _stands_for_people(name, question)
        ):
            return {"segment": self.segments.named(name).id}
        try:
            whom = described(question, self.segments)
        except ToolError:
            return {}
        told = whom is not None and any(_sorts(rule) for rule in _leaves(whom.rules))
        return {"segment": whom.words} if whom and told else {}

    def buyers_of(self, name: str, value: str, language: Language) -> str | None:
        """Words for the buyers of one thing; `None` where its name would say more than that.

        Args:
            name: What the store calls it.
            value: How it lies in the data.
            language: Language of the words.
        """
        words = f"买过{name}的人" if language == "zh" else f"buyers of {name}"
        try:
            rules = self.segments.read(words).rules
        except ToolError:
            return None
        if not isinstance(rules, Did) or [thing.value for thing in rules.things] != [value]:
            return None
        return words if rules == Did(event="purchase", things=rules.things) else None

    def _named(self, question: str) -> str | None:
        """The longest name of a segment that the question holds."""
        text = question.lower()
        saved = {segment.id: segment for segment in self.segments.saved()}
        words = sorted((*self.segments.called, *saved), key=len, reverse=True)
        spoken = ((word, form) for word in words for form in (word, *_short_forms(word)))
        return next((word for word, form in spoken if re.search(_bounded(form), text)), None)


def _short_forms(name: str) -> list[str]:
    """Other ways to say a Chinese name that ends in a word for customers ("忠诚客", "忠诚会员")."""
    stem = _CUSTOMERS.sub("", name)
    named = stem != name and len(stem) > 1
    return [stem + end for end in ("客", "会员", "买家")] if named else []


def _stands_for_people(name: str, question: str) -> bool:
    """Whether a segment's name is used as one: "among loyal customers", "our champions"."""
    if not name.isascii():
        return True
    word = re.escape(name)
    return bool(
        re.search(rf"\b(?:among|amongst|of|in|from|within|for|our|the|my|which|are) {word}\b"
                  rf"|\b{word} (?:customers|buyers|shoppers|segment|group)\b", question, re.I)
    )  # fmt: skip


def _sorts(rule: Rule) -> bool:
    """Whether a condition tells customers apart by more than how lately they ordered."""
    return isinstance(rule, Spend | Coupons) or (isinstance(rule, Did) and bool(rule.things))


def _bounded(word: str) -> str:
    """A pattern for a name that is no part of another word."""
    escaped = re.escape(word)
    return rf"(?<![a-z]){escaped}(?![a-z])" if word.isascii() else escaped


def _bare(question: str) -> str:
    """The question without the words that only ask for a group."""
    text = question.strip().rstrip("?？.。!！")
    for pattern in cues()["group_frame"]:
        text = pattern.sub("", text).strip(" ,，")
    return text or question


def _plain(text: str) -> str:
    return text.lower().strip()


def _leaves(rule: Rule) -> Iterator[Rule]:
    """The single conditions of a rule."""
    if isinstance(rule, All | AnyOf):
        for part in rule.rules:
            yield from _leaves(part)
    elif isinstance(rule, Not):
        yield from _leaves(rule.rule)
    else:
        yield rule


def _sets_apart(rule: Rule) -> bool:
    """Whether no figure of sales counts such people: something not done, done often, or spent."""
    if isinstance(rule, Did):
        return rule.at_most == 0 or rule.at_least > 1
    return isinstance(rule, Spend | Recency | Coupons | Consent)
