# ruff: noqa: E501  # a pattern reads best on one line
"""Whether praise or complaints are wanted, told by names, by feelings, or by what is declined."""

import re
from typing import Literal

from assistant.cues import cue, cues
from tools.review_subject import content
from tools.stars import less_stars, side_of_stars

Side = Literal["any", "positive", "negative"]

_BOTH = re.compile(
    r"\b(?:good|likes?|loves?|prais\w+|positives?|pros|strengths?|best)\b.{0,12}\b(?:and|n|or|&|vs|as well as)\b.{0,16}\b(?:bad|dislikes?|hates?|complain\w*|negatives?|cons|weakness\w*|worst|ugly)\b"
    r"|\b(?:bad|dislikes?|complain\w*|negatives?|cons|weakness\w*)\b.{0,12}\b(?:and|n|or|&|vs)\b.{0,16}\b(?:good|likes?|prais\w+|positives?|pros|strengths?)\b"
    r"|\bups and downs\b|\bboth sides\b|\bmixed (?:feelings|reviews)\b|优缺点|优点和缺点|缺点和优点|好坏|褒贬|利弊|优劣|好评和?差评|好的坏的|正反|两极",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"\b(?:cuss\w*|swear(?:s|ing)?|swore|curs(?:e|es|ed|ing)|(?:bad|ill)[- ]?mouth\w*|kick(?:s|ed|ing)? off|bellyach\w*|bitch\w*|groan\w*|lament\w*|harsh\w*|(?:bad|unkind|cross|hard|cruel|sour) (?:words?|things?|bits?|ones?|stuff)|piss\w*|grip(?:e|es|ing)|rant\w*|bug(?:s|ged|ging)|sucks?|annoy\w*|irk\w*|grumbl\w*|moan\w*|whin(?:e|es|ing)|winge\w*|whinge\w*|vent(?:s|ing)?|trash\w*|slag\w*|slam\w*|holler\w*|(?:be|is|are|being|was|were|been) (?:\w+ )?(?:mean|nasty|rude|cross|angry|mad|shirty|snippy|unkind|harsh) (?:about|on|over|with|at)|who (?:was|were|are|is|got|felt) (?:\w+ )?(?:cross|mad|angry|cheated|sore)|(?:speak|speaks|spoke|spoken|talk|talks|think|thinks|thought) (?:\w+ )?(?:ill|badly|poorly) of|bash\w*|roast\w*|crap\w*|garbage|rubbish|nasty|nastiest|ugliest|angri\w*|furious|mad at|fed up|let ?down|deal[- ]?breakers?|pain points?|drawbacks?|downsides?|cons|weakness\w*|put(?:s|ting)? .{0,12}off|drive\w* .{0,14}(?:nuts|mad|crazy)|regret\w*)\b"
    r"|(?:看|要|挑|列|说|光|单)[^，。？?]{0,3}(?:差|坏|不好)的|骂|喷|气死|生气|气人|最气|火大|恼火|坑爹|坑人|翻车|踩雷|避雷|雷点|拔草|劝退|槽|烦|差劲|拉胯|垃圾|后悔|痛点|短板|劣势|弊端|上当|无语|糟心|闹心|不爽|不值",
    re.IGNORECASE,
)
_UNHAPPY = re.compile(
    r"\b(?:un|dis)(?:happy|happier|satisf\w+|pleased)\b|\b(?:not|never|aren.?t|isn.?t|weren.?t|wasn.?t|hardly|less) (?:\w+ )?(?:happy|satisfied|pleased|impressed)\b|\bupset\w*|\bw[eo]nt wrong\b|\bgo(?:es|ing)? wrong\b|\b(?:low|bad|poor) (?:ratings?|stars|scores?)\b|\bfrustrat\w+|\birritat\w+|\bcriticis\w+|\bcriticiz\w+"
    r"|唔(?:系)?(?:几|太|多)?(?:满意|爽|开心|高兴|钟意|中意|喜欢|舒服|like)|不太?(?:满意|爽|开心|高兴|喜欢|舒服|认可|买账)|没(?:那么)?满意|有意见|哪里不好|投诉|抱怨|吐槽|难受|头疼",
    re.IGNORECASE,
)
"""Words of dissatisfaction; what they hold of "happy" or "满意" is no praise."""
_WHETHER = re.compile(r"满不满意|喜不喜欢|满意吗|满意度|满意不满意|好不好", re.IGNORECASE)
_POSITIVE = re.compile(
    r"\b(?:(?:kind|nice|warm|sweet|lovely|good|glowing|friendly|flattering|cheerful|sunny) (?:words?|things?|bits?|ones?|lines?|quotes?|stuff)|flatter\w*|prais\w*|sing\w* the praises|(?:be|is|are|being|was|were|been|said|say|says|saying) (?:\w+ )?(?:nice|kind|sweet|lovely|complimentary|positive) (?:things? )?(?:about|on|of)|(?:speak|speaks|spoke|spoken|talk|talks|think|thinks|thought) (?:\w+ )?(?:well|highly|kindly|fondly|warmly) of|rav(?:e|es|ed|ing)|nicest|kindest|ador(?:e|es|ed|ing)|swoon\w*|gush\w*|glow\w*|delight\w*|thrilled|stoked|chuffed|impress\w*|favou?rite|best thing|nice(?:st)? things?|strengths?|pros|selling points?|sweet spot|wow(?:s|ed)?|big up|shout[- ]?outs?|props|thumbs up|hype|gold stars?)\b"
    r"|种草|安利|夸|香不香|真香|很香|最香|爱不释手|最爱|好在哪|亮点|长处|加分|回购理由|赞|棒|惊喜|良心|值得|无限回购|yyds",
    re.IGNORECASE,
)


_SOUR = re.compile(
    r"\b(?:grump\w*|crank(?:y|ies)|haters?|moaners?|whiners?|whingers?|grouch\w*|disgruntled|discontent\w*|displeas\w+|miffed|peeved|livid|fuming|seething|(?:salty|sour|bitter|cross|sore|stung|burnt|burned|mis?erable) (?:ones?|lot|crowd|bunch|few|voices|notes|reviews?|reviewers?|comments?|customers?|buyers?|owners?|people|folks?)|(?:ma[dk]e\w*|left|leave\w*|got) (?:\w+ ){1,2}?(?:cross|sore|bitter|sour)|narked|riled|aggrieved|exasperat\w+|(?:ticked|cheesed|hacked|browned|brassed) off|fed[- ]up|got (?:on|up) \w+['’]? ?(?:nerves|nose)|(?:on|up) (?:\w+['’]?s? )(?:nerves|nose)|nerves|rub(?:s|bed)? \w+ (?:\w+ )?(?:up )?the wrong way|wound \w+ up|dr(?:ove|ive\w*) \w+ (?:up the wall|round the bend)|tore into|lay into|laid into|had a go|ripp?(?:ed|ing)? into|pann(?:ed|ing)|slat(?:ed|ing)|blast(?:ed|ing)|diss(?:ed|ing)|brickbats?|thumbs[- ]down|let[- ]downs?|disappoint\w*|dismay\w*|grievances?|tear \w+ apart|had enough|(?:one|two|1|2|bottom|low(?:est)?|poor(?:est)?)[- ](?:or (?:one|two|1|2)[- ])?(?:stars?|marks|scorers?))\b"
    r"|怨(?:气|言|念)?|窝火|上火|冒火|鬼火|憋气|来气|气炸|气到|激气|嬲|嘈|闹(?:得|晒|爆)|唱衰|弹(?=[^簧力性])|寒心|心寒|闹心|崩溃|傻眼|雷到|地雷|智商税|割韭菜|一(?:两)?(?:颗|粒)?星|黑特|客诉|失望|添堵|膈应|咬牙|嫌弃|不买账|不认账|唔(?:满意|钟意|中意|开心|like|抵)|唔(?:like|LIKE)|打[一二两]?(?:一两)?(?:颗|粒)?星|差的(?:那|嗰)(?:些|啲|批)",
    re.IGNORECASE,
)
"""Other words for who was not content, and what they felt."""
_SWEET = re.compile(
    r"\b(?:smitten|besotted|tickled|charmed|won over|over the moon|head over heels|fell for|fall(?:s|en)? for|swear by|swears by|swore by|sworn by|can.?t get enough|couldn.?t get enough|happy (?:campers|owners|bunch)|made (?:\w+ ){1,2}?(?:smile|day|happy|grin)|mak(?:e|es|ing) (?:\w+ ){1,2}?(?:smile|happy|grin)|cheer(?:s|ed|ing|leaders?)?|bouquets?|hooked|top marks|full marks|high marks|pleas(?:ed|es|ing|ant\w*)|content(?=\b(?! (?:marketing|of|team|page))) ?(?:customers|buyers|ones|owners|people)?|satisf(?:ied|ies|ying)|fans|admir\w+|applau\w+|ecstatic|enthus\w+|(?:warm|touch|cheer)(?:ed|s) (?:\w+ )?hearts?|liking|treasure[sd]?|(?:four|five|4|5|top)[- ](?:or (?:four|five|4|5)[- ])?(?:stars?|scorers?))\b"
    r"|上头|真爱|心动|舒心|称心|顺心|开心|高兴|叫好|拍手|吹爆|吹上天|捧(?!场)|死忠|掂(?!过)|钟意|中意|巴适|安逸|美滋滋|打动|暖心|喜爱|欢喜|得意|心水|满足|叫绝|惊艳|感动|心头好|铁粉|自来水|好话|说好的",
    re.IGNORECASE,
)
"""Other words for who was content, and what they felt."""
_CHOSEN = re.compile(
    r"(?:^|[,，.;；:：!?！？—–-]\s*)(?:(?:and|but|so|just|only|give me|show me|i want|mainly|mostly|preferably|the|from|by|those from)\s+)*(?P<who>[\w'’]+(?: [\w'’]+)?) (?:ones|lot|crowd|bunch|side|voices|comments|reviews|people|folks|reviewers|customers|buyers)(?: only| please| pls)*\s*(?=$|[.!?])"
    r"|(?:^|[,，。;；！？!?])(?:我?(?:只|就|光|单|净)(?:要|看|挑|听|拿|想看)?)(?P<zh>[^,，。;；！？!?]{1,8})的?(?=$|[。！？!?])",
    re.IGNORECASE,
)
"""Words that only say which reviews are wanted, whatever else the question holds."""
_DECLINED = re.compile(
    r"(?P<pre>[^,，.;；!?:—–]{0,30}?) (?:(?:i|we) can (?:do|live|manage) without|can (?:stay|go|wait)|(?:is|are) (?:of )?no (?:use|interest|good)|(?:is|are)n.t (?:needed|wanted)|(?:is|are) not (?:needed|wanted))"
    r"|\b(?:no (?:need|use|time|interest|wish) (?:of|for|in|to (?:see|hear|read))|(?:do|does|did)(?:n.t| not) (?:want|need|care (?:for|about)|bother|show|send|bring|give)(?: me| with)?|(?:won.t|can.t|cannot|not going to) (?:need|use|read)|never mind|skip|spare (?:me|us)|leave out|leave aside|without|forget(?: about)?|save (?:me|us)|(?:i.ve |we.ve )?(?:had |heard |got |seen )?enough(?: of)?|not interested in|keep out|drop|ignore|rather than|instead of|not (?:the|from|those|any|by|what|interested)|no (?=\w+(?: \w+)?\s*(?:[,.;!?—–-]|$|please|pls)))(?P<what>[^,，.;；!?:—–]{0,40})"
    r"|(?:不(?:要|用|看|想[看听]|需要|必)|唔(?:要|使|睇|好)|莫(?:要|得要|给)|别(?:给|拿|来|放|看|列|要)|甭|免|少来|跳过|除了|略过|不是(?!很|太|特别))(?P<zh>[^,，。;；！!？?]{0,12})"
    r"|(?P<zb>[^,，。;；！!？?的]{1,8}(?:的|嘅|话|评价?|评论|那[些种类]|嗰啲){0,2})(?:我|咱)?(?:就|都|先|也|可以)*(?:不(?:用|要|必|看|列|想看|需要)|唔(?:要|使|睇)|免[了]?|别[列给放看要]|甭|莫[要看]|跳过|略过?|算了|省[了略])",
    re.IGNORECASE,
)
"""Words by which a side is declined, with that side."""


def rating_of(question: str) -> Side:
    """Whether `question` wants praise, complaints, or both or either.

    >>> [
    ...     rating_of(q)
    ...     for q in (
    ...         "only the unhappy ones, spare me the flattery",
    ...         "夸的就不用看了",
    ...         "any reviews?",
    ...     )
    ... ]
    ['negative', 'negative', 'any']
    """
    if _BOTH.search(question) or _WHETHER.search(question):
        return "any"
    chosen = {_side(found["who"] or found["zh"]) for found in _CHOSEN.finditer(question)}
    if not _DECLINED.search(question) and len(chosen := chosen - {"any"}) == 1:
        return chosen.pop()
    left, declined = question, set[Side]()
    for found in _DECLINED.finditer(question):
        what = found["pre"] or found["what"] or found["zh"] or found["zb"] or ""
        if (side := _side(what)) != "any":
            declined.add(side)
            left = left.replace(found[0], " ")
    said = _side(left)
    if said != "any" or len(declined) != 1:
        return said
    return "positive" if declined == {"negative"} else "negative"


def _side(text: str) -> Side:
    """The side that words of `text` name, none of them declined."""
    stars = side_of_stars(text)
    text = less_stars(text)
    unhappy = bool(_UNHAPPY.search(text))
    text = _UNHAPPY.sub(" ", text)
    sweet = bool(_SWEET.search(text))
    text = _SWEET.sub(" ", text)
    negative = stars == "negative" or (
        unhappy or cue("negative", text) or bool(_NEGATIVE.search(text) or _SOUR.search(text))
    )
    positive = stars == "positive" or sweet or cue("positive", text) or bool(_POSITIVE.search(text))
    if negative == positive:
        return "any"
    return "negative" if negative else "positive"


def less_sides(text: str) -> str:
    """`text` without the words that tell praise from complaints.

    >>> less_sides("any gripes about the lid?")
    'any   about the lid?'
    """
    for name in ("negative", "positive"):
        for pattern in cues()[name]:
            text = pattern.sub(" ", text)
    return text


def turned_over(asked: str, side: Side, instead: str) -> str:
    """What reviews were `asked` for, where those of the other side are wanted now.

    Args:
        asked: The search before.
        side: Which are wanted now.
        instead: What is searched for where nothing is left of it.
    """
    before = rating_of(asked)
    if side in ("any", before) or before == "any":
        return asked
    left = less_sides(asked).strip()
    return left if content(left) else instead
