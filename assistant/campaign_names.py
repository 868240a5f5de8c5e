# ruff: noqa: E501  # a pattern reads best on one line
"""Which campaign a question is about: by words peculiar to its name, its channel, or "last"."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from assistant.cues import cue
from assistant.open_arguments import dimension_of
from tools.effects.campaigns import Campaign, campaigns_of
from tools.lexicon import Lexicon
from tools.periods import find_periods
from tools.store.store import Store

if TYPE_CHECKING:
    from assistant.reading import Reading

_WORD = re.compile(r"[a-z]{3,}|\d{2,}|[\u4e00-\u9fff]{2,}", re.IGNORECASE)
_DAYS = {
    "双十一": "双11",
    "双十二": "双12",
    "singles day": "double 11",
    "double eleven": "double 11",
}
_OCCASIONS = (
    (re.compile(r"\b(?:students?|pupils?|freshers?|semester|school|college|uni(?:versity)?|dorms?|term (?:began|start\w*|time)|(?:new|start of) term)\b|学生|上学|返校|新生|宿舍", re.I), "campus 开学"),
    (re.compile(r"\bmoon[- ]?cakes?\b|\bmoon (?:festival|day)\b|月饼|赏月|团圆节", re.I), "mid-autumn 中秋"),
    (re.compile(r"\b(?:wom[ae]n|lad(?:y|ies)|girls?)['’]?s?['’]? day\b|\b8 march\b|\bmarch (?:the )?8(?:th)?\b|妇女节|三八|3\.?8节|女王节", re.I), "queen's 女神节"),
    (re.compile(r"\b(?:chinese|lunar) new year\b|\bcny\b|过年|大年|农历新年", re.I), "spring festival 春节"),
    (re.compile(r"\bhongbao\b|\bred envelopes?\b|\blucky money\b|利是|利市|派钱", re.I), "red packets 红包"),
)  # fmt: skip
"""What an occasion is called otherwise, and words of the names that campaigns for it have."""
_SEASONS = {"春": "spring", "夏": "summer", "秋": "autumn", "冬": "winter"}
_SEASON = re.compile(r"([春夏秋冬])[天季日]")
_PIECES = (4, 3, 2)  # characters of a Chinese name that may stand for it
_CAMPAIGN = re.compile(
    r"\s*(?:节|the |our )?(?:那[次场个]|这[次场个]|early access|warm-?ups?)?(?:的)?\s*(?:campaigns?|promo\w*|push|mailings?|活动|促销|大促)",
    re.I,
)
"""What follows a feast that a campaign is called by ("三八节活动")."""


@dataclass(frozen=True)
class CampaignNames:
    """Reads the campaigns that questions name.

    Attributes:
        store: Whose campaigns.
        lexicon: Its words: a campaign's channel may stand for it.
    """

    store: Store
    lexicon: Lexicon

    def asked(self, question: str) -> dict[str, str]:
        """Arguments of `campaign_results` that say the campaign; none where all are wanted."""
        if not self._known or cue("several_campaigns", question):
            return {"campaign": ""}
        text = question.lower()
        for told, written in _DAYS.items():
            text = text.replace(told, written)
        text += "".join(f" {names}" for said, names in _OCCASIONS if said.search(question))
        text += "".join(f" {s}日 {_SEASONS[s]}" for s in _SEASON.findall(text))
        found = {self._peculiar[word] for word in self._peculiar if _holds(text, word)}
        if len(found) == 1:
            return {"campaign": found.pop()}
        return {} if found else self._by_words(text) or self._by_channel(question)

    def kept_to(self, reading: "Reading", settled: Mapping[str, Any]) -> dict[str, Any]:
        """Arguments of figures of the one campaign that `reading` calls by less than its name.

        "Orders of the back-to-school campaign" would be told of each campaign else; the feast in
        "三八节活动的订单数" tells which, not when.
        """
        text = reading.text or reading.question
        others = [group for group in reading.groupings if group != "campaign"]
        listed = reading.ranking and not others
        if listed or len(others) == len(reading.groupings) or reading.named("campaign"):
            return {}
        if not (name := self.asked(text).get("campaign")):
            return {}
        held = [f for f in settled.get("filters") or [] if dimension_of(f) != "channel"]
        group, then = [*others, None, None][:2]
        kept = {"group_by": group, "then_by": then, "filters": [*held, f"campaign={name}"]}
        told = find_periods(text, self.store.today)
        times = [span.token for span in told if not _CAMPAIGN.match(text, span.end)]
        if len(times) == len(told):
            return kept
        return {**kept, "period": times[0] if times else "all"}

    def _by_words(self, text: str) -> dict[str, str]:
        """The only campaign of whose name most words are there, two or more: each may be common."""
        held = {
            c.id: sum(_holds(text, word) for word in _words(c) if word.isascii() or len(word) == 2)
            for c in self._known
        }
        most = max(held.values(), default=0)
        best = [name for name, n in held.items() if n == most]
        return {"campaign": best[0]} if most > 1 and len(best) == 1 else {}

    def _by_channel(self, question: str) -> dict[str, str]:
        """The only campaign of a channel named, or the last one where that is asked for."""
        channels = {m.value for m in self.lexicon.find(question) if m.name == "channel"}
        kept = [c for c in self._known if not channels - {None} or c.channel in channels]
        last = cue("last_campaign", question)
        if kept and (last or (channels and len(kept) == 1)):
            return {"campaign": kept[-1].id}
        return {}

    @cached_property
    def _known(self) -> tuple[Campaign, ...]:
        return campaigns_of(self.store) if "campaigns" in self.store.tables else ()

    @cached_property
    def _peculiar(self) -> dict[str, str]:
        """Words and pieces of names that belong to one campaign only: word to id."""
        words = [(word, c.id) for c in self._known for word in {c.id.lower(), *_words(c)}]
        held = Counter(word for word, _ in words)
        common = {m.text.lower() for m in self.lexicon.find(" ".join(held)) if m.name != "campaign"}
        return {
            word: campaign
            for word, campaign in words
            if held[word] == 1 and word not in common and not cue("campaign_words", word)
        }


def _words(campaign: Campaign) -> set[str]:
    """Words of a campaign's names, and pieces of the Chinese one."""
    found: set[str] = set()
    for name in (campaign.name.en, campaign.name.zh or ""):
        for word in _WORD.findall(name.lower()):
            if word.isascii():
                found.add(word)
            else:
                found |= {word[i : i + n] for n in _PIECES for i in range(len(word) - n + 1)}
    if digits := re.search(
        r"[\u4e00-\u9fff]\d+|double \d+", f"{campaign.name.zh} {campaign.name.en}".lower()
    ):
        found.add(digits[0])
    return found


def _holds(text: str, word: str) -> bool:
    pattern = rf"(?<![a-z\d]){re.escape(word)}(?![a-z\d])" if word.isascii() else re.escape(word)
    return bool(re.search(pattern, text))
