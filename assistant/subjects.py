# ruff: noqa: E501  # a pattern reads best on one line
"""What a search of reviews is for: its subject, and whether praise or complaints are wanted."""

import re
from collections.abc import Sequence
from typing import Literal

from assistant.cues import cue
from tools.review_subject import content, pointed_at

_BOTH = re.compile(
    r"\b(?:good|likes?|loves?|prais\w+|positives?|pros|strengths?|best)\b.{0,12}\b(?:and|n|or|&|vs|as well as)\b.{0,16}\b(?:bad|dislikes?|hates?|complain\w*|negatives?|cons|weakness\w*|worst|ugly)\b"
    r"|\b(?:bad|dislikes?|complain\w*|negatives?|cons|weakness\w*)\b.{0,12}\b(?:and|n|or|&|vs)\b.{0,16}\b(?:good|likes?|prais\w+|positives?|pros|strengths?)\b"
    r"|\bups and downs\b|\bboth sides\b|\bmixed (?:feelings|reviews)\b|优缺点|优点和缺点|缺点和优点|好坏|褒贬|利弊|优劣|好评和?差评|好的坏的|正反|两极",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"\b(?:piss\w*|grip(?:e|es|ing)|rant\w*|bug(?:s|ged|ging)|sucks?|annoy\w*|irk\w*|grumbl\w*|moan\w*|whin(?:e|es|ing)|winge\w*|whinge\w*|vent(?:s|ing)?|trash\w*|slag\w*|slam\w*|bash\w*|roast\w*|crap\w*|garbage|rubbish|nasty|nastiest|ugliest|angri\w*|furious|mad at|fed up|let ?down|deal[- ]?breakers?|pain points?|drawbacks?|downsides?|cons|weakness\w*|put(?:s|ting)? .{0,12}off|drive\w* .{0,14}(?:nuts|mad|crazy)|regret\w*)\b"
    r"|骂|喷|气死|生气|气人|最气|火大|恼火|坑爹|坑人|翻车|踩雷|避雷|雷点|拔草|劝退|槽|烦|差劲|拉胯|垃圾|后悔|痛点|短板|劣势|弊端|上当|无语|糟心|闹心|不爽|不值",
    re.IGNORECASE,
)
_POSITIVE = re.compile(
    r"\b(?:rav(?:e|es|ed|ing)|nicest|kindest|ador(?:e|es|ed|ing)|swoon\w*|gush\w*|glow\w*|delight\w*|thrilled|stoked|chuffed|impress\w*|favou?rite|best thing|nice(?:st)? things?|strengths?|pros|selling points?|sweet spot|wow(?:s|ed)?|big up|shout[- ]?outs?|props|thumbs up|hype|gold stars?)\b"
    r"|种草|安利|夸|香不香|真香|很香|最香|爱不释手|最爱|好在哪|亮点|长处|加分|回购理由|赞|棒|惊喜|良心|值得|无限回购|yyds",
    re.IGNORECASE,
)


def rating_of(question: str) -> Literal["any", "positive", "negative"]:
    """Whether `question` wants praise, complaints, or both or either."""
    if _BOTH.search(question):
        return "any"
    negative = cue("negative", question) or bool(_NEGATIVE.search(question))
    positive = cue("positive", question) or bool(_POSITIVE.search(question))
    if negative == positive:
        return "any"
    return "negative" if negative else "positive"


def subject_of(question: str, understood: Sequence[tuple[int, int]]) -> str:
    """What to search reviews for; empty when `question` asks about them in general.

    Words pointed at ("about the zip", quoted, "提到掉色") are the subject as they stand. Other
    words that may be one go along with their sentence, for only the reviews can tell.

    Args:
        question: As the person wrote it.
        understood: Start and end of periods and names in it.
    """
    kept = list(question)
    for start, end in understood:
        kept[start:end] = " " * (end - start)
    left = "".join(kept)
    if pointed := pointed_at(left):
        return pointed
    words = content(left)
    if not words:
        return ""
    whole = re.sub(r"\s+", " ", left).strip(" ,.?!;:，。？！；：、的")
    return words[0] if len(words) == 1 and len(whole) <= len(words[0]) + 2 else whole
