# ruff: noqa: E501  # a pattern reads best on one line
"""What a question names only to say that it is not wanted ("not in pieces", "客单先不管")."""

import re
from collections.abc import Iterable

_BEFORE = re.compile(
    r"(?:\b(?:(?<!do )(?<!did )(?<!can )(?<!should )(?<!could )(?<!all )(?:I['’]ve (?:already )?got|I (?:already )?have(?: got)?)(?: already)?|whatever|whichever|regardless of|no matter|irrespective of|independent(?:ly)? of|not (?:really |at all )?(?:interested|fussed|bothered|concerned)(?: (?:in|about|by|with))?|not|rather than|instead of|and no|never mind|forget(?: about)?|no need (?:for|of|to (?:split|break|group)(?: it)?(?: down| up)?)|(?:don['’]?t|do not) (?:want|need|care (?:about|for)|mean)) (?:(?:by|per|the|for|in|as|about|just|only|its|their|our|how many|how much|what|which|who|whose|each|every|it|them|any|a|an|of|on) )*"
    r"|(?:不要|不是|不用|不看|不按|不管|不关心|别管|别看|(?<!分)别|而不是|而非|唔要|唔系|莫看|莫管|莫|甭|勿|唔好|唔使|不必|无需|不需要|没必要|用不着|不拘|不论|无论|不限|不问|不理|唔理|甭管|不挑|不计较|不在乎|不(?:再)?(?:区|细)?分|不拆)(?:再)?(?:按|看|分|用|算|要|说|指|是)?(?:哪个|哪家|哪种|哪只|哪一?[个家种]|什么|啥|边个|边只|边种|乜嘢?|何种)?)$",
    re.IGNORECASE,
)
_NOT = re.compile(r"[不别莫唔]$")
"""What declines a metric told by how it is looked at ("不看金额")."""
_AFTER = re.compile(
    r"\s*(?:(?:I|we) (?:don['’]?t|do not) (?:care|need|want|mind)|(?:doesn['’]?t|does not|don['’]?t) matter|(?:is|are) (?:irrelevant|not (?:what|needed|interesting|important|the point)))\b"
    r"|,? (?:it )?(?:makes no difference|is all the same|is neither here nor there)\b|,?(?: alone)? (?:(?:do|does|did|will|can)(?:n['’]?t| not)|never|won['’]?t|can['’]?t|cannot) (?:really |just |actually |exactly )?(?:pay (?:the |our |my |any |for (?:the |my )?)?(?:\w+ )?(?:rent|bills?|dues|wages?|salar(?:y|ies)|mortgage|light|lights|heating|staff|fees|way|gas|fuel|tax(?:es)?)|feed (?:the|my|our|any|a)|buy (?:bread|me|us|groceries|diesel|beer|milk)|put (?:food|bread)|fill (?:the|my|our|any)|keep the (?:lights|roof)|settle (?:the|any|my)|impress me|interest me|excite me|tell (?:me|us) (?:much|anything|a thing)|say (?:much|a lot)|help (?:me|us)|mean (?:much|a thing|anything|money|sales|cash))\b|,? (?:can|could|may) wait\b|,? (?:tells?|says?|means?|proves?|shows?) (?:(?:me|us) )?nothing\b|,? bores? (?:me|us)\b|,? (?:is|are) (?:boring|useless|misleading|beside the point|old news|no (?:use|help|good))\b|,? (?:is|are)(?:n['’]?t| not) (?:cash|money|enough|everything|worth|bread|income|sales|the (?:whole story|same as))\b|(?:这个|那个|这东西|这玩意儿?)?(?:没啥?用|没意思|冇用|冇意思|说明不了(?:什么|啥|问题)?|看腻了|看够了|看厌了|听腻了|不说明问题|回头再[说看]|先放一?放|待会儿?再[说看]|以后再说)(?=$|[，,。；;！!\s])|(?:又|也|可|都)?(?:不|冇|唔)(?:能|得|可以)?(?:当|顶|值|抵)(?:不了|得)?(?:饭|钱|数|用|事|真金)(?:吃|食)?|\s*(?:还是什么|老少|老幼)?的?(?:我)?(?:都|全|一概|一律|通通|统统)?(?:不限|不拘|不论|不分|不区分|随便|无所谓|冇所谓|唔拘|唔紧要|不要紧|没关系|冇关系|唔分|唔限)了?(?![\u4e00-\u9fff])"
    r"|,? (?:I['’]ve (?:already )?got|I (?:already )?have(?: got)?|I already (?:know|saw|got))(?: (?:already|them|it|those))*(?=\s*(?:[,.;!)]|$|and\b|but\b|so\b))"
    r"|(?:我|咱|我们|我这)(?:这儿|这边|手上|手头)?(?:都|已经|早就?|自己)*(?:有了|有数|查过了?|看过了?|知道了?|晓得了?|拉过了?|dump 过了|算过了?)(?=$|[，。,；;！!])"
    r"|(?:那块|这块|什么的|啥的)?(?:先|就|都|我)*(?:不管|不看|不关心|别管|唔理|无所谓|不重要|莫管|不用看|不[用必要]?再?[分拆](?!得)|[别莫][分拆])",
    re.IGNORECASE,
)
_WHICHEVER = re.compile(
    r"(?:哪|边|什么|啥|乜|任何|随便|any|whichever)[^，。,？?]{0,8}(?:都(?:好|行|得|可以|成|算|要)|(?:will do|is fine|works|goes))(?=$|[\s，,。.;；:：吧嘛啦])|(?:男女)?老少(?:都|皆|全|通|咸)(?:算|要|计|可|吃|宜|包括)|男女(?:都|皆|全|通)(?:算|要|计|包括)",
    re.IGNORECASE,
)
"""Words that take any value of what they name ("边个牌子都好")."""
_ANY_DAY = re.compile(
    r"(?:平日|工作日|平时|周中)\s*(?:和|跟|与|还是|、|或|同)?\s*周末(?:都|也|就|全)?(?:不|唔|莫|别)(?:用|必|要|使)?(?:区?分|拆|管)(?:开)?|周末\s*(?:和|跟|与|还是|、|或|同)?\s*(?:平日|工作日|平时|周中)(?:都|也|就|全)?(?:不|唔|莫|别)(?:用|必|要|使)?(?:区?分|拆|管)(?:开)?"
    r"|\b(?:week(?:day|end)s?|working days) (?:or|and|vs\.?) (?:the )?(?:week(?:day|end)s?|working days)(?:,? (?:it )?(?:does not|doesn['’]?t|do not|don['’]?t) matter|,? (?:all|both) (?:together|the same|alike)| alike|,? no matter)|\b(?:no matter|regardless|whether)(?: (?:if|whether|of))*(?: it['’]?s| it is)? (?:a )?week(?:day|end)s? or (?:a )?week(?:day|end)s?",
    re.IGNORECASE,
)
"""Words that take weekends and other days alike."""


def declined(text: str, start: int, end: int) -> bool:
    """Whether the words around `text[start:end]` say that it is not wanted.

    >>> declined("by brand, not in pieces", 17, 23), declined("客单先不管", 0, 2)
    (True, True)
    >>> declined("why are pieces not up", 8, 14)
    False
    """
    led = _BEFORE.search(text[:start]) or (
        _NOT.search(text[:start]) and text[start] in "看按用算分"
    )
    return bool(led or _AFTER.match(text[end:]) or takes_any(text, start, end))


def takes_any(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` stands in words that take any value of what they name."""
    found = (m.span() for words in (_WHICHEVER, _ANY_DAY) for m in words.finditer(text))
    return any(a < end and start < b for a, b in found)


def less_declined(text: str, names: Iterable[re.Pattern[str]]) -> str:
    """`text` without those of `names` it declines, and without the words that do so."""
    spans = [match.span() for name in names for match in name.finditer(text)]
    for start, end in sorted(spans, reverse=True):
        led = _BEFORE.search(text[:start])
        followed = _AFTER.match(text, end)
        if led or followed:
            text = (
                text[: led.start() if led else start] + text[followed.end() if followed else end :]
            )
    return text
