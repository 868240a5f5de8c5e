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
    r"\b(?:cuss\w*|swear(?:s|ing)?|swore|curs(?:e|es|ed|ing)|(?:bad|ill)[- ]?mouth\w*|kick(?:s|ed|ing)? off|bellyach\w*|bitch\w*|groan\w*|lament\w*|harsh\w*|(?:bad|unkind|cross|hard|cruel|sour) (?:words?|things?|bits?|ones?|stuff)|piss\w*|grip(?:e|es|ing)|rant\w*|bug(?:s|ged|ging)|sucks?|annoy\w*|irk\w*|grumbl\w*|moan\w*|whin(?:e|es|ing)|winge\w*|whinge\w*|vent(?:s|ing)?|trash\w*|slag\w*|slam\w*|bash\w*|roast\w*|crap\w*|garbage|rubbish|nasty|nastiest|ugliest|angri\w*|furious|mad at|fed up|let ?down|deal[- ]?breakers?|pain points?|drawbacks?|downsides?|cons|weakness\w*|put(?:s|ting)? .{0,12}off|drive\w* .{0,14}(?:nuts|mad|crazy)|regret\w*)\b"
    r"|(?:看|要|挑|列|说|光|单)[^，。？?]{0,3}(?:差|坏|不好)的|骂|喷|气死|生气|气人|最气|火大|恼火|坑爹|坑人|翻车|踩雷|避雷|雷点|拔草|劝退|槽|烦|差劲|拉胯|垃圾|后悔|痛点|短板|劣势|弊端|上当|无语|糟心|闹心|不爽|不值",
    re.IGNORECASE,
)
_UNHAPPY = re.compile(
    r"\b(?:un|dis)(?:happy|happier|satisf\w+|pleased)\b|\b(?:not|never|aren.?t|isn.?t|weren.?t|wasn.?t|hardly|less) (?:\w+ )?(?:happy|satisfied|pleased|impressed)\b|\bupset\w*|\bw[eo]nt wrong\b|\bgo(?:es|ing)? wrong\b|\b(?:low|bad|poor) (?:ratings?|stars|scores?)\b|\bfrustrat\w+|\birritat\w+|\bcriticis\w+|\bcriticiz\w+"
    r"|不太?(?:满意|爽|开心|高兴|喜欢|舒服|认可|买账)|没(?:那么)?满意|有意见|哪里不好|投诉|抱怨|吐槽|难受|头疼",
    re.IGNORECASE,
)
"""Words of dissatisfaction; what they hold of "happy" or "满意" is no praise."""
_WHETHER = re.compile(r"满不满意|喜不喜欢|满意吗|满意度|满意不满意|好不好", re.IGNORECASE)
_NO_LANGUAGE = r"(?! ?(?:new year|breakfasts?|tea|medicine|style|markets?|brands?|shops?|stores?|makers?|products?|festivals?|valentine|names?|manuals?|instructions?|labels?|supplier\w*|factor\w+))"
"""What is called after a country, not written in its language."""
_LANGUAGES: dict[Literal["en", "zh"], re.Pattern[str]] = {
    "zh": re.compile(
        rf"\b(?:chinese|mandarin|cantonese)\b{_NO_LANGUAGE}|"
        r"\b(?:chinese|mandarin)(?:[- ](?:speak\w*|language|written))?(?: \w+)? (?:reviews?|reviewers?|comments?|feedback|opinions?|complaints?|quotes?|testimonials?|customers?|buyers?|shoppers?|users?|praise)\b|\b(?:written |write |wrote |reviews? |comments? |said |say |complain\w* )?in (?:chinese|mandarin)\b"
        r"|[中汉]文(?:写?的)?(?:书写的|撰写的)?(?:用户|顾客|客户|买家)?(?:[好差中坏低高]|负面|正面)?(?:评|留言|反馈|吐槽|口碑|意见)|用中文|中文(?:区|版)|(?:[中汉国]文|普通话|国语)(?!名|名称|说明|界面|歌|标签|包装|系统|版本?(?:说明|界面|系统)|字幕|语音|语音包)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        rf"\benglish\b{_NO_LANGUAGE}|"
        r"\benglish(?:[- ](?:speak\w*|language|written))?(?: \w+)? (?:reviews?|reviewers?|comments?|feedback|opinions?|complaints?|quotes?|testimonials?|customers?|buyers?|shoppers?|users?|praise)\b|\bin english\b"
        r"|英[文语](?:写?的)?(?:书写的|撰写的)?(?:用户|顾客|客户|买家)?(?:[好差中坏低高]|负面|正面)?(?:评|留言|反馈|吐槽|口碑|意见)|用英[文语]|英文(?:区|版)|英[文语](?!名|名称|说明|界面|歌|标签|包装|系统|版本?(?:说明|界面|系统)|字幕|语音|语音包)",
        re.IGNORECASE,
    ),
}
_BOTH_LANGUAGES = re.compile(
    r"\benglish\b.*\bchinese\b|\bchinese\b.*\benglish\b|中文.*英文|英文.*中文|中英", re.IGNORECASE
)
_DENIED_LANGUAGE = re.compile(
    rf"\b(?:not|no|skip|without|except|drop|instead of|rather than|leave out|don['’]?t (?:want|need|show)(?: me)?)(?: the| any| ones?| those| written| in)* (?:chinese|mandarin|english)\b{_NO_LANGUAGE}(?! only)"
    r"|(?:不[要看用是]|唔[要睇系]|[别莫甭](?:要|看|给我)?|除了)(?:用|看|睇|写)?(?:[中汉英国]文|[英国]语)(?=写?[的嘅]|评|$|[，,。])|(?:[中汉英国]文|[英国]语)(?:写?[的嘅])?(?:评[价论])?(?:就|都|先)?(?:不要|唔要|莫要|别要|不看|唔睇|免了|除外)",
    re.IGNORECASE,
)
"""A language that reviews are not to be in, of the two there are."""
_LANGUAGE_WORDS = re.compile(
    r"\b(?:written |speaking )?in (?:english|chinese|mandarin)\b|\b(?:english|chinese|mandarin)(?:[- ](?:speaking|language))?\b|用?(?:[中汉英]文|英语|国语|普通话)(?:写的?)?",
    re.IGNORECASE,
)
_POSITIVE = re.compile(
    r"\b(?:(?:kind|nice|warm|sweet|lovely|good|glowing|friendly|flattering|cheerful|sunny) (?:words?|things?|bits?|ones?|lines?|quotes?|stuff)|flatter\w*|prais\w*|sing\w* the praises|rav(?:e|es|ed|ing)|nicest|kindest|ador(?:e|es|ed|ing)|swoon\w*|gush\w*|glow\w*|delight\w*|thrilled|stoked|chuffed|impress\w*|favou?rite|best thing|nice(?:st)? things?|strengths?|pros|selling points?|sweet spot|wow(?:s|ed)?|big up|shout[- ]?outs?|props|thumbs up|hype|gold stars?)\b"
    r"|种草|安利|夸|香不香|真香|很香|最香|爱不释手|最爱|好在哪|亮点|长处|加分|回购理由|赞|棒|惊喜|良心|值得|无限回购|yyds",
    re.IGNORECASE,
)


def rating_of(question: str) -> Literal["any", "positive", "negative"]:
    """Whether `question` wants praise, complaints, or both or either."""
    if _BOTH.search(question):
        return "any"
    if _WHETHER.search(question):
        return "any"
    unhappy = bool(_UNHAPPY.search(question))
    question = _UNHAPPY.sub(" ", question)
    negative = unhappy or cue("negative", question) or bool(_NEGATIVE.search(question))
    positive = cue("positive", question) or bool(_POSITIVE.search(question))
    if negative == positive:
        return "any"
    return "negative" if negative else "positive"


def written_in(question: str) -> Literal["any", "en", "zh"]:
    """The language that `question` wants reviews in.

    >>> written_in("Show me Chinese reviews"), written_in("英文差评"), written_in("差评")
    ('zh', 'en', 'any')
    """
    denied = _DENIED_LANGUAGE.search(question)
    asked = [name for name, pattern in _LANGUAGES.items() if pattern.search(question)]
    if denied:
        refused = [name for name, pattern in _LANGUAGES.items() if pattern.search(denied[0])]
        return "en" if refused == ["zh"] else "zh"
    return asked[0] if len(asked) == 1 and not _BOTH_LANGUAGES.search(question) else "any"


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
    if written_in(question) != "any":
        left = _LANGUAGE_WORDS.sub(" ", _DENIED_LANGUAGE.sub(" ", left))
    if pointed := pointed_at(left):
        return pointed
    words = content(left)
    if not words:
        return ""
    whole = re.sub(r"\s+", " ", left).strip(" ,.?!;:，。？！；：、的")
    return words[0] if len(words) == 1 and len(whole) <= len(words[0]) + 2 else whole
