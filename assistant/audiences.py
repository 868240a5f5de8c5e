# ruff: noqa: E501  # a pattern reads best on one line
"""Which group of customers a question is about: one that has a name, or one it describes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from assistant.corrections import Told, corrected, corrects
from assistant.cues import cue, cues
from assistant.group_names import (
    bounded,
    is_called_group,
    is_counted,
    short_forms,
    stands_for_people,
)
from assistant.group_rules import (
    is_addressed,
    leaves,
    less_glosses,
    says_who,
    sets_apart,
    sorts,
    together,
)
from assistant.utterances import sentences
from tools.drafts.whom import described
from tools.errors import ToolError
from tools.segments import Segments
from tools.segments.rules import Did, Rule
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
    r"buyers|clients|members|visitors|women|men|those|group|pool|crowd|audience|segment)\b|\b(?:the|a|rough) (?:count|number|size)\b(?! of (?:\w+ )?(?:orders|items|units|products|reviews|visits|sessions|views|sales|carts|pieces))"
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
_HELD = re.compile(
    r"\b(?:have|has) (?:we|i|you|the (?:shop|store)) got\b|\b(?:we|i)(?: have|.ve) got\b", re.I
)
"""Words of having, in which "got" is no order."""


_AS_GROUP = re.compile(
    r"\b(?:them|['’]?em|those|these|that|it|that lot|who they are|the lot) (?:\w+ ){0,2}?(?:as|into|in) (?:an? |one |my |the )?(?:new |named )?(?:groups?|segments?|audiences?|cohorts?|buckets?)\b",
    re.I,
)
"""Words by which those who are counted are wanted as a group."""


def wants_group(text: str) -> bool:
    """Whether those whom `text` counts are wanted as a group.

    >>> wants_group("how many left? I need them as a segment"), wants_group("them by group")
    (True, False)
    """
    return _AS_GROUP.search(text) is not None


@dataclass(frozen=True)
class Audiences:
    """Reads the groups of customers that questions name.

    Attributes:
        segments: The store's.
    """

    segments: Segments

    def asked(self, question: str, before: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Arguments of `segment_customers` that say the group; none where all are wanted.

        A description says all there is to say, so that no filter is taken besides; a name may
        have filters beside it ("big spenders in Sichuan").

        Args:
            question: As asked.
            before: Arguments of the call that the question goes on with.
        """
        question = _HELD.sub(" ", self._settled(question))
        name, told = self.group_named(question), before or {}
        seeds = (told.get(argument) for argument in ("like", "segment", "words"))
        if cue("lookalikes", question) and (seed := name or next(filter(None, seeds), None)):
            return {"like": seed, **{k: None for k in ("segment", "words") if told.get(k)}}
        if cue("all_segments", question):
            asking = next((one for one in sentences(question) if cue("all_segments", one)), "")
            name = self.group_named(asking or question)
            return {"segment": name} if name else {}
        description = _bare(question)
        try:
            rules = self.segments.gathered(question).rules
        except ToolError:
            return {"segment": name} if name else {"words": description, "filters": []}
        if name and all(says_who(rule, name) for rule in together(rules)):
            return {"segment": name}
        return {"words": self._shorter(question, description, rules), "filters": []}

    def group_named(self, question: str) -> str | None:
        """The id of the segment that the question holds a name of."""
        name = self._named(question)
        return self.segments.named(name).id if name else None

    def written_to(self, order: str) -> dict[str, Any]:
        """The one group by name that a campaign is ordered for, as its `segment`."""
        order = less_glosses(order, self.names)
        name = self._named(order)
        forms = (name, *short_forms(name)) if name else ()
        found = next((m for form in forms if (m := re.search(bounded(form), order, re.I))), None)
        if name is None or found is None or not is_addressed(order, *found.span()):
            return {}
        group = self.segments.named(name).id
        try:
            whom = described(order, self.segments)
        except ToolError:
            return {}
        narrowed = whom and not all(says_who(rule, group) for rule in together(whom.rules))
        return {} if narrowed else {"segment": group}

    def _shorter(self, question: str, description: str, rules: Rule) -> str:
        """The description alone, where it says the same as the whole question."""
        try:
            alike = self.segments.gathered(description).rules == rules
        except ToolError:
            return question
        return description if alike else question

    def wanted(self, question: str) -> bool:
        """Whether the question asks how many there are, or who, of a group that it describes."""
        if not _ASKS_PEOPLE.search(question):
            return False
        if not _FORESEES.search(question) and (self.describes(question) or wants_group(question)):
            return True
        name = self._named(question)
        return bool(self.group(question)) or bool(name and is_counted(name, question))

    def describes(self, question: str) -> bool:
        """Whether the question tells a group by what its people did not do, or how much."""
        try:
            rules = self.segments.gathered(question).rules
        except ToolError:
            return False
        return any(sets_apart(rule) for rule in leaves(rules))

    def among(self, question: str) -> dict[str, Any]:
        """The group that a question about who may be lost is limited to, as its `segment`.

        Words for people who are leaving, or have not been back, only ask that question.
        """
        name = self._named(question)
        if name and stands_for_people(name, question):
            known = self.segments.named(name).id
            if known not in LEAVING or is_called_group(name, question):
                return {"segment": known}
        try:
            whom = described(question, self.segments)
        except ToolError:
            return {}
        told = whom is not None and any(sorts(rule) for rule in leaves(whom.rules))
        return {"segment": whom.words} if whom and told else {}

    def group(self, question: str) -> str | None:
        """The id of the segment that the question calls a group by name; `None` for no such."""
        name = self._named(question)
        called = name and is_called_group(name, question)
        return self.group_named(question) if called else None

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

    def names(self, text: str) -> bool:
        """Whether `text` holds the name of a segment."""
        return self._named(text) is not None

    def _named(self, question: str) -> str | None:
        """The longest name of a segment that the question holds."""
        text = self._settled(question).lower()
        saved = {segment.id: segment for segment in self.segments.saved()}
        words = sorted((*self.segments.called, *saved), key=len, reverse=True)
        spoken = ((word, form) for word in words for form in (word, *short_forms(word)))
        return next((word for word, form in spoken if re.search(bounded(form), text)), None)

    def _settled(self, text: str) -> str:
        """`text` without the name of a segment that it takes back itself."""
        if not corrects(text):
            return text
        names = {form for word in self.segments.called for form in (word, *short_forms(word))}
        told = [
            Told(("segment", ""), *match.span())
            for name in names
            for match in re.finditer(bounded(name), text.lower())
        ]
        return corrected(text, sorted(told, key=lambda one: (one.start, -one.end)))


def _bare(question: str) -> str:
    """The question without the words that only ask for a group."""
    text = question.strip().rstrip("?？.。!！")
    for pattern in cues()["group_frame"]:
        text = pattern.sub("", text).strip(" ,，")
    return text or question
