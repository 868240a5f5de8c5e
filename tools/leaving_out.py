# ruff: noqa: E501  # a pattern reads best on one line
"""When the words around something named say that it is to be left out."""

import re

from tools.kept_alone import kept_alone
from tools.repricing import repriced

_EN_VERB = (
    r"(?:(?:leav|tak|keep|cut|pull|filter|throw|kick|knock|set|put|screen|strip|carv|rul|count|strik|cross|scratch|scrub|weed|shut|chuck|toss|boot|shov|push|rub|blot)(?:e|s|es|ing|ting|ping|bing)? (?:out|aside|away|off|overboard)"
    r"|(?:exclud|ignor|remov|subtract|deduct|omit|skip|disregard|discount|neglect|discard)(?:s|e|es|ed|t?ing|p?ing)?|dropping|drop|strike(?! (?:me|us|you)\b)|with the exception of|exclusive of|except(?:ing)?(?: for)?|everything but|anything but|forget(?:ting)?(?: about)?"
    r"|(?:(?:do|does|did)(?:n['’]?t| not)|dun|doan|dunno) (?:include|count|consider|add|show|list|put in|put|want|need|tell|give|mention|bring up)(?: me)?(?: about)?|not (?:to )?(?:include|count|consider|including|counting|considering|show|list)|never mind|to the exclusion of"
    r"|not (?:really |at all |even )?(?:interested in|bothered (?:about|with)|fussed about|after|looking for|concerned with)|(?:do|does|did)(?:n['’]?t| not) care (?:about|for)|(?:can|could) do without|without|excl?\.?|ex|minus|sans|besides|barring|bar|apart from|aside from|other than|outside(?: of)?|neither|nor)"
)
_EN_NOT = r"(?:\bnot|\b(?:is|are|was|were|do|does|did|has|have)(?:n['’]?t| not))"
_EN_FROM = r"(?:from|by|via|through|in|on|for|with|made by|sold by|made in|sold in|come from|came from|coming from|come through|came through|come via|came via|come in through|came in through|bought by|bought on|bought via|placed by|placed on|placed via|placed through)"
_EN_OF = (
    r"(?:(?:the|all|any|both|either|our|your|my|those|these|every|whole|from|by|via|through|of|in|on|for|with|made|sold|bought|placed|who|that|which|what|is|are|was|were|came|comes|come|coming|anyone|anybody|anything|everyone|everything|whatever|stuff|things?|items?|products?|goods"
    r"|people|folks?|customers?|shoppers?|buyers?|users?|those|orders?|sales|visits?|traffic|brands?|categor(?:y|ies)|channels?|devices?|regions?|provinces?|countr(?:y|ies)|aged|mainland) )*"
)
_EN_TOLD_TO = r"(?:^|[.,;:!?–—-]\s*|\b(?:please|just|but|no|oh|so|well|actually|then) )(?:hang|hold(?= the)|scrap|scratch|nix|bench|ditch|bin|axe|shelve|sod|bother|spare me|(?:to )?hell with|(?:lose|park)(?= (?:the|our|those|all)))"
"""Words that drop something only where they are an order ("no, hang the kettles")."""
_EN_NONE = rf"(?:^|[.,;:!?(–—-]\s*|\b(?:and|but|please|with|want|show|include) )(?:(?:nothing|none|nobody|no one|not one)(?: (?:made|sold|bought|else|that is|that was|which is|whatsoever|at all))* (?:of|to do with|{_EN_FROM})|(?:please )?not an?|not another|no more|(?:please|kindly|pls) no) {_EN_OF}"
"""None of something, and not one of it, in a clause of its own ("and nothing made by Acme")."""
_EN_BEFORE = re.compile(
    rf"(?:{_EN_NONE}|\b(?:lift|drop|remove|lose|undo|clear|cancel|scrap|ditch|kill|loosen|release|take (?:off|away|out))(?: (?:the|that|our|this))? (?:filter|restriction|limit|limitation|condition|constraint|cap)s? (?:on|to|for|of|about|by) {_EN_OF}|{_EN_TOLD_TO} {_EN_OF}|\b(?:channel|brand|category|device|region|province|country|gender|age|which|that|who|it) (?:is|are|was|were)(?:n['’]?t| not) (?:an? |the )?|\bnot (?:placed|made|bought|sold|paid|ordered|coming|done|taken|shipped|sent|brought in) (?:{_EN_FROM}|to) (?:an? )?{_EN_OF}|\b{_EN_VERB} {_EN_OF}(?:\w+ ){{0,2}}\(|\b{_EN_VERB} {_EN_OF}|{_EN_NOT} (?:the ones? |those |anything |everything |things? )?{_EN_FROM} {_EN_OF})$",
    re.IGNORECASE,
)
"""English words before what is left out ("ignoring anything by")."""
_AROUND = re.compile(
    r"\b(?:leav|tak|keep|strip|cut|pull|filter|throw|kick|knock|set|put|screen|strik|cross|scratch|scrub|weed|shut|chuck|toss|boot|rub|blot)(?:e|s|es|ing|ping|ting|bing)?(?: the| our| all| any| both| those| mainland)*\s*$",
    re.IGNORECASE,
)
_OUT = re.compile(
    r"\s*(?:channels?|categor(?:y|ies)|brands?|orders?|sales|traffic|customers?)?(?:[- ]?only)?\s*(?:filters?|conditions?|restrictions?|constraints?|limits?|bits?|parts?|ones?|things?|stuff)?\s*(?:out(?! of stock)|aside|off|away)\b",
    re.IGNORECASE,
)
"""Words on both sides of what is left out ("take sms out")."""
_PARKED = re.compile(
    r"\b(?:leav|keep|set|put|throw|park|chuck)(?:e|s|es|ing|ting)?(?: the| our| all| any| both| those)*\s*$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\s*(?:channels?|categor(?:y|ies)|brands?|orders?|sales|traffic|customers?|lot|crowd)?\s*(?:ashore|overboard|behind|outside|at home|at the (?:door|gate|dock|kerb|curb|station)|on the (?:shelf|bench|sidelines?|side|dock|quay|shore|hook|table)|in the (?:drawer|cupboard|garage|shed|harbou?r)|by the wayside|to one side|for another (?:day|time)|for later|out of (?:it|this|that))\b",
    re.IGNORECASE,
)
"""Words on both sides of what is said to stay where it is ("leave the faxes ashore")."""

_HAVE = re.compile(
    r"\b(?:i|we)(?:['’]ve| have)?(?: already)? (?:have|had|got|know|done|seen|covered)(?: the| all)*\s*$",
    re.IGNORECASE,
)
_ALREADY = re.compile(r"\s*(?:\w+ )?(?:already|covered|sorted)\b", re.IGNORECASE)
"""Words around what one has already."""
_LEFT = re.compile(r"\b(?:leave|skip)\s*$", re.IGNORECASE)
_LEFT_END = re.compile(r"\s*(?:$|[,.;])")
"""Words around what is only said to be left ("leave email, we know that one")."""
_IN_BRACKETS = re.compile(r"\w\s*[(（][^()（）]{0,12}$")
_TO_BRACKET = re.compile(r"\s*[)）]")
_OWN_BRACKETS = re.compile(
    r"\s*[(（](?![^()（）]*\b(?:not|no|excl|without|out)\b)[^()（）]{1,20}[)）](?=\s*(?:,? ?(?:left|aside|except|exclu|out|not|apart|ignored|dropped|skipped)|除外|[不别莫剔拿去排]))",
    re.IGNORECASE,
)
"""Brackets that say what a name is, or that it stands in after another name for it."""
_EN_NOUN = r"(?:channels?|categor(?:y|ies)|brands?|campaigns?|traffic|customers?|people|folks?|crowd|lot|bunch|group|band|products?|items?|stuff|ones?|things?|sales|orders?|revenue|part|bit|share|side|visits?|visitors|shoppers|buyers|users|clicks?|purchases)"
_EN_END = r"(?=\s*(?:$|[.,;:!?)\]–—]|please\b|pls\b|thanks?\b|for (?:now|once|this)|this time|of (?:it|this|that|the (?:picture|count|list))\b))"
_NO = re.compile(r"(?:^|[.;:!?,(–—-]\s+|\n)(?:no|and no|but no)(?: the| our)? $", re.IGNORECASE)
_NO_END = re.compile(
    rf"(?: {_EN_NOUN})?(?: (?:please|pls|thanks|this time|for now|in (?:it|this|there)))?\s*(?:$|[.,;:!)\]–—])",
    re.IGNORECASE,
)
"""What stands around a name that a clause of its own wants none of ("No faxes, I know those")."""
_KNOWN = r"(?:,? (?:i|we) (?:already )?(?:know|have|saw|have seen|looked at)(?: (?:about|all about))?(?: (?:that|those|it|them))?(?: (?:one|ones))?(?: already)?|(?: (?:is|are)|'s) (?:obvious|clear|known|boring|old news|a given)(?: anyway| already)?)"
_EN_AFTER = re.compile(
    rf"\s*{_EN_NOUN}?\s*(?:(?:all |both )?out{_EN_END}"
    rf"|(?:(?:is|are|was|were) )?(?:all |both )?(?:not (?:to be )?(?:counted|included|wanted|needed|listed|shown|considered|in)|n['’]t (?:in|counted|included))(?: (?:there|here|in (?:it|there|this)))?{_EN_END}"
    rf"|(?:(?:orders?|sales|purchases|visits?) )?(?:(?:from|in|via|by) (?:there|it|them) )?(?:do|does|did)(?:n['’]?t| not) (?:count|matter|belong|come into it)(?: (?:here|there|in (?:this|that|it)))?{_EN_END}"
    rf"|(?:all |both )?(?:not wanted|unwanted|excluded|excepted|exempted|omitted|ignored|skipped|dropped|aside|apart|excl\.?|scratched|scrapped|benched|(?:left|struck|crossed|scratched|scrubbed|ruled|weeded|taken|kept|cut|shut|chucked|thrown|kicked|tossed|filtered|screened|set|put|stripped|carved) (?:out|off|aside|away|overboard|ashore|behind)){_EN_END}"
    rf"|(?:i|we)(?:['’]ve| have|['’]d| would)? (?:(?:already )?(?:have )?(?:got|have|seen|done|covered|counted|reported|dealt with|looked at)(?<!i have)(?<!we have)(?<!i got)(?<!we got)(?: (?:already|those|that one|them))*|have (?:already|those|that one)(?: already)?|(?:rather|prefer) not(?: to)?(?: see| have| count)?|want not(?: in)?|can do without|could do without|need not)(?: [^.,;!?]{{0,28}})?{_EN_END}"
    rf"|(?:is|are) (?:(?:someone|somebody|anybody) else['’]?s|not (?:my|our|your))(?: (?:job|business|patch|problem|concern|turf|table|department|headache|worry|baby|area|remit))?(?:,? (?:so )?(?:please )?(?:leave|drop|skip|ignore) (?:it|them|that|those|these))?{_EN_END}"
    rf"|(?:i|we) (?:already )?know(?: (?:all )?(?:about|of|well|already|by heart|inside out))*(?: (?:it|them|those|already))?{_EN_END}"
    rf"|(?:do|does|did)(?:n['’]?t| not) (?:interest|concern) (?:me|us){_EN_END}|(?:can|may|should) go{_EN_END}"
    rf"|{_KNOWN}[,;:–—-]*\s*(?:so )?(?:please |pls |just )*(?:skip|drop|ignore|exclude|remove|omit|forget|leave|take|cut)\b(?: (?:it|them|that|those|these|this))?(?: (?:one|ones|out|away|off|aside))*{_EN_END})",
    re.IGNORECASE,
)
"""English words after what is left out ("desktop out", "Acme not counted")."""

_NOT = r"(?:不要|不用|不必|不需要|不需|不想|无需|无须|毋须|毋需|没必要|用不着|别再|别|莫|甭|勿|免|唔好|唔使|唔需要|唔|冇需要|毋庸|不)"
_SEEN = r"(?:再|去)?(?:作(?:数|准|算)|做数|[上进入]榜|入[数账列]|进[账来]|看|睇|算|计|数|列|出现|显示|展示|包括|包含|放|加|统计|考虑|报|写|展示|要|带|纳入|计入|算入|列入|关注|体现|拉|导|给|分|投|砸|花|掺|提|混|理|管)(?:进|入|上|到|出|在|落|埋)?(?:来|去|内|里头|里面|里|埋|内|我|其中)?"
_GONE = (
    r"(?:免了|就免|算了吧?|跳过|略过|掠过|绕过|(?:拿|移|挪|撤|拨|摘|剔|刨|抛|撇|丢|撂|扔|踢|扣|删|砍|滤|过滤|筛|排|除|隔|去|剥|抽|减|屏蔽|清|划|勾|拎|甩|抹|涂|叉|赶|请|轰|择)(?:开|走|掉|除|脱|去|出去?|出局|咗|晒)"
    r"|先放一?放(?=$|[，。,；\s])|先放(?:着|下)(?=$|[，。,；\s])|移除|除外|除开|除脱|扣脱|扣除|剔除|排除|忽略|省略|略去|屏蔽|(?:先)?[放撇搁摆晾丢扔甩站]?(?:到|在)?一[边旁]儿?(?:去|待着|呆着|凉快(?:去|着)?)?|靠边站?|出局|除名|拉黑|打叉|不掺和|不带(?:它们?|他们?|她们?)?玩|不在内|不在此列|唔计|免计|免谈|不归(?:我|我们|咱|咱们)管?|归(?:别人|他们?|她们?|[小老][\u4e00-\u9fff])(?:管|看|盯|做)|有(?:别人|人)(?:管|看|盯)着?|另外?[算说看列](?!一?下))"
)
_ADVERBS = r"(?:我|咱|你|我们|咱们|您)?(?:就|都|也|先|可以|请|麻烦|全部?|一律|统统|通通|暂时|暂|最好|一概|两个|三个|俩|给我|帮我|我)*"
_ZH_END = r"(?:了|咗|晒|喇|啦|先|吧|掉)*(?=$|[，,。；;！!？?、:：（(）)—–\s]|[哈啊哦喔嘛呀噢]|其[他它余]|剩|余下|再|后|看|睇)"
_ZH_TITLE = (
    r"(?:牌|家|省|市|地区|本土|本地|这边|那边|一带)?(?:[^，。,、；;？?！!\s的嘅不没唔未]{1,4}(?=[的嘅]))?(?:的|嘅)?(?:[那这嗰呢](?:些|个|几个|[一二两三四五]个|边|块儿?|疙瘩|旮旯|旮沓|嘎达|圪垯|地界儿?|地方|地儿|头|厢|塌塌?|一?路|摊子?|家|部分|拨|批|类|群|帮|伙|票|啲|坨|档|波)?(?:[^，。,、？?！!\s不没]{1,5}的)?)?"
    r"(?:渠道|品类|类目|品牌|牌子|活动|地区|省份?|国家|设备|端|货|东西|人群?|客人?|顾客|用户|订单|单子?|流量|部分|数据|生意|产品|商品|条件|筛选|限制|限定|过滤|要求|标签|口径|选项)?(?:的话?|嘅话?|话)?"
)
_ZH_SAID = r"(?:[^，。,？?！!；;\d单额量率件钱]{1,6}|[^，。,？?！!；;\d单额量率件钱多少几哪谁什吗怎]{7,14})[，,]"
"""What may be said of it in between ("广东太大，先放一边")."""
_ZH_KNOWN = r"(?:我|咱|我们|老板|大家)?(?:心里)?(?:有数|清楚|晓得|知道|看过|明白|了解)(?:了|咗|的|嘅)?[，,]?|(?:我|咱|我们|咱们)[^，。？?！!]{1,12}[过了咗][，,]"
_ZH_BUT = r"[^，。,？?！!；;\d]{0,8}[，,]?(?:除了?|除开)?(?:这|那|呢|嗰|以上|上述)[几两三四二俩些啲]?(?:个|样|家|种|者|位|条|款|省|地|处|啲)?(?:[以之]外|除外)"
"""Words that point back at what is left out ("这两样以外的")."""
_ZH_AFTER = re.compile(
    rf"\s*{_ZH_SAID}(?:就|都|也|先|请|麻烦|全部?|一律|统统|给我|帮我)*(?:跳过|略过|不看|不用[看给列]|不算|不用算|[别莫][算计看]|不计|唔计|唔睇|免了|(?:剔|刨|排|去|拿|扣|撇)(?:除|掉|开|走)|[放撇搁摆](?:到|在)?一[边旁]){_ZH_END}"
    rf"|\s*{_ZH_BUT}"
    rf"|\s*{_ZH_TITLE}[，,]?(?:{_ZH_KNOWN})?{_ADVERBS}(?:{_NOT}{_SEEN}|{_GONE}|(?:不|莫|唔|别)要|免){_ZH_END}"
)
"""Chinese words after what is left out ("护肤就不用列了", "Acme家的跳过")."""
_ZH_BEFORE = re.compile(
    r"(?:除(?:了|咗|去|开|却|掉|脱)?|(?:不|唔|别|莫|甭|勿|不要|不用|不必|不想|不需要|无需|唔好|唔使|唔想)(?:再)?(?:给我|跟我|同我|帮我|替我|畀我)?(?:再)?(?:算|计|统计|列|显示|展示|包括|包含|含|带|要|看|睇|考虑|放|加|计算|纳入|数)(?:上|入|进)?"
    r"|(?:排|剔|扣|刨|撇|抛|摘|删|移|踢|滤|筛|过滤|拿|去|减|砍|屏蔽|撤|划|勾|拎|甩|抹|轰|丢|扔)(?:除|掉|开|走|去|脱|出)|跳过|略过|绕过|避开|屏蔽|忽略|无视|扣起|没有|既非|也非|并非|不是(?=从|来自|通过|用|在|由|走|靠|喺))(?<!还没有)(?<!有没有)(?<!有冇)"
    r"\s*(?:掉|了|咗|走|在外|来自|通过|所有|全部|我们的?|那个|这个|那些|这些|从|用|在|靠|喺|由|走|[^，。,？?！!、；;\s]{0,5}[高低多少大小贵狠凶好差]的|[^，。,？?！!、；;（(\s]{1,6}[（(])*\s*$"
)
"""Chinese words before what is left out."""


def _less_bracket(before: str, after: str) -> str:
    """What follows the brackets that a name stands in ("Singapore (SG) aside")."""
    inside = _TO_BRACKET if _IN_BRACKETS.search(before) else _OWN_BRACKETS
    brackets = inside.match(after)
    return after[brackets.end() :] if brackets else after


def left_out(before: str, after: str) -> bool:
    """Whether the words around what is named leave it out.

    Args:
        before: The text before it.
        after: The text after it.

    >>> left_out("orders, setting aside ", ""), left_out("orders of ", ", desktop out")
    (True, False)
    >>> left_out("", "就不用列了，其他的呢"), left_out("", "不算多")
    (True, False)
    """
    before, after = before.rstrip("\"“「'"), _less_bracket(before, after).lstrip("\"”」'")
    if repriced(before, after) or kept_alone(before, after):
        return False
    return bool(
        _EN_BEFORE.search(before)
        or _EN_AFTER.match(after)
        or (_AROUND.search(before) and _OUT.match(after))
        or (_PARKED.search(before) and _ELSEWHERE.match(after))
        or (_NO.search(before) and _NO_END.match(after))
        or (_HAVE.search(before) and _ALREADY.match(after))
        or (_LEFT.search(before) and _LEFT_END.match(after))
        or _ZH_AFTER.match(after)
        or _ZH_BEFORE.search(before)
    )
