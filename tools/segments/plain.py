# ruff: noqa: E501  # a pattern reads best on one line
"""Everyday ways of telling what customers did, put into the few that descriptions are read in.

"never checked out" becomes "never bought", "一单没下" "没下单". Nothing is left out here: words that
carry no condition are told apart in `tools.segments.chatter`.
"""

import re

_N_EN = r"(?:\d+|a|an|one|two|three|four|five|six|ten|twelve|couple of|few)"
_UNIT_EN = r"(?:days?|weeks?|months?|years?|quarter|season)"
_ITS_TIME = rf"(?:that|those|this|these|the same|said)(?: same)? (?:{_N_EN} )?(?:time|period|window|span|stretch|while|{_UNIT_EN})"

_EN: tuple[tuple[str, str], ...] = (
    (r"\bonly\b(?=\s*[,.;!?—-]|\s*$)", ""),
    (r"\bonly (?:ever )?(bought|ordered|purchased|visited|shopped) (?=once|twice|one|two|three|four|five|\d)", r"\1 only "),
    (r"\byoung(?:er)? (?=(?:women|men|ladies|guys|people|customers|shoppers|folks)\b.{0,12}\d\d)", ""),
    (r"(?<=, )(\d\d) (?:or|and) (?:older|over|above|up)\b(?=,|\s*$| who| that)", r"aged \1 or older"),
    (r"\b(?:w/o|w/out)(?=\s)", "without"),
    (r"\bw/(?=\s)", "with"),
    (r"['’]ve\b", " have"),
    (r"\bwho['’]s\b(?= (?:\w+ed|bought|been|spent|put|left|\w+ing)\b)", "who has"),
    (r"\bpurchased\b", "bought"),
    (r"\bsince the (?:very )?(?:beginning|start) of (?:the|this) (year|month|quarter)\b", r"this \1"),
    (r"\b(?:and )?that was (?:it|all)\b", ""),
    (r"\b(?:one|1) (?:single )?time\b(?! (?:buyers?|customers?|shoppers?|only))", "once"),
    (r"\btotal (?=(?:spend|spent|spending)\b)", ""),
    (r"\bin (?:the |our )?search(?: bar| box| field)?\b", ""),
    (r"\b(?:and|but) then\b", "and"),
    (r"\b(?:over|during|across)(?= (?:the |these )?(?:last|past|previous)\b)", "in"),
    (r" of any (?:kind|sort)\b| whatsoever\b| at all\b", ""),
    # None at all
    (r"\b(?:with(?:out)?|have|had|has|placed|made|put in|got)?\s*(?:not?|without|never) (?:a |one |any )?(?:single )(?:order|purchase|sale|one|thing|item)\b", " no order"),
    (r"\b(?:zero|0) (?=(?:orders?|purchases?|items?)\b)", "no "),
    (r"\bno (?:orders?|purchases?) (?:of|for|with) (?:it|one|them|those|any|these)\b", "did not buy it"),
    (r"\bno (?:orders?|purchases?) of (?!any kind)(?:any )?", "did not buy "),
    (r"\b(?:walked|went|came|gone|walking|going|left|leave|leaving|went home) (?:away |off |home |out )?(?:empty[- ]?handed|with nothing|without (?:buying|ordering)(?: a(?:ny)?thing)?)\b", "bought nothing"),
    (r"\b(?:bought|ordered|purchased|got|took) (?:neither|none)(?: of (?:them|those|these|the two|both|either))?\b", "did not buy them"),
    (r"\b(?:buying|ordering|purchasing|buy|order|purchase|bought|ordered|got|get)( them| it)? (?:a|any) (?:single )?thing\b", r"ordering anything"),
    (r"\b(?:buying|ordering|purchasing|buy|order|purchase|bought|ordered|got|get|got|gotten) (?:one|any|either)(?: of (?:it|them|those|these))?(?=\W*$|\W* (?:in|since|yet|after|so|within|during|then|at)\b|[,.;!?])", "buying it"),
    # Orders
    (r"\b(?:come|came|been|coming|be) back (?:to|and|for) (?:buy|order|purchase|shop|ordered|bought|another|more|a second)(?: (?:order|purchase))?(?: again)?\b", "buy"),
    (r"\b(something|things|items|stuff|products|goods)\b(.{0,20}?\b(?:carts?|baskets?|bags?|trolleys?|wish ?lists?)\b.{0,40}?)\b(never|not)((?: ever| yet| actually)?) (?:bought|ordered|purchased|buy|order|purchase|paid for|pay for) (?:it|them|that|those|any of (?:it|them|those))\b", r"\1\2\3\4 bought from then on"),
    (r"\b(?:not|never)((?: ever| yet| actually)?) (?:order|purchase|convert|transact|check out|checkout|pay(?: for (?:it|them|that|those|anything))?|paid(?: for (?:it|them|that|those|anything))?)\b", r"not\1 buy"),
    (r"\bnever ((?:actually |really |once |even )?)(?:checked out|pulled the trigger|converted|paid(?: for (?:it|them|that|those|anything))?|went through with it|followed through|completed (?:it|the order|checkout)|finished (?:the )?checkout)\b", r"never bought"),
    (r"\b(never|not) ((?:ever |yet |actually )?)(?:bought|ordered|shopped|purchased|buy|order|shop) (?:again|anything else|a second time|since)\b", r"\1 \2bought from then on"),
    (r"\b(never|not) ((?:ever |yet |actually )?)(?:came back|come back|returned)(?=\W*$|\s*[,.;!?—]| (?:and|or|since)\b)", r"\1 \2bought from then on"),
    (r"\b(?:been|come|came|gone|coming) (?:back|around)\b", "visited"),
    (r"\b(?:pull(?:ed|ing)? the trigger|follow(?:ed|ing)? through|convert(?:ed|ing)|transact(?:ed|ing))\b", "ordered"),
    (r"\bchecked out\b(?=\W*$|\s*[,.;!?—-]| (?:yet|after|since|in the|within|and|but|anything|with)\b)", "ordered"),
    (r"\b(?:used|tended) to (?:buy|order|shop|purchase)\b", "bought"),
    (r"\b(?:did|do|does) (?:buy|order|purchase)\b", "bought"),
    (r"\b(?:picked up|snapped up|grabbed|snagged|treated themselves to)\b", "bought"),
    (r"\b(?:bought|ordered|purchased|shopped) (?:from|with|at) (?:us|our (?:store|shop|site))\b", "bought"),
    (r"\bsomething\b(?= (?:from|with|at) us\b)", ""),
    (r"\b(?:from|with|at|by) us\b", ""),
    (r"\b(one|two|three|four|five|six|seven|eight|nine|ten|\d+)(?:[- ]plus|\s*\+) (?=orders?|purchases?|times|visits?|views?)", r"\1 or more "),
    (r"\b(twice|thrice|once)\s*\+", r"\1 or more"),
    (r"\b(?:have|has|had|with) (?=(?:at least |more than |over |exactly |only |just |fewer than |up to )?(?:\d+|one|two|three|four|five|six|ten)(?: or more)? (?:orders?|purchases?)\b)", "made "),
    # Looking, carting, saving, sending back, visiting
    (r"\b(?:clicked|clicking|tapped|tapping)(?: (?:on|into|through to))?\b", "viewed"),
    (r"\b(?:eyed|eyeing|eyeballed|eyeballing|peeked at|peeking at|checked out|checking out|had a (?:good )?look at|took a look at|been looking at|been browsing|been checking out|opened (?:the |a |an )?(?:product )?pages? (?:of|for)|opened (?:the|a) product page|(?:was|were|been) on the pages? (?:of|for))\b", "viewed"),
    (r"\b(?:product |item |detail |listing )?pages?\b(?=(?: (?:at least|more|\d|three|two|four|five|twice)))", ""),
    (r"\b(?:had|have|has|with|still have|got|left|leave|leaving|dropped|stuck|threw|tossed|popped|placed|parked|bunged|chucked|slung|lobbed|shoved|whacked|loaded|dumped|plonked|stashed|slipped|slapped|stuffed|pitched|flung|piled) (?:(?:something|some|stuff|things?|items?|goods|products?|anything|an item) )(?:sitting |still |lying |waiting )?(?:in|into) (?:the(?:ir)?|a|an|our)?\s*(?:shopping )?(?:cart|basket|bag|trolley)s?\b", "added something to the cart"),
    (r"\b(?:left|dropped|stuck|threw|tossed|popped|parked|leaving|bunged|chucked|slung|lobbed|shoved|whacked|loaded|dumped|plonked|stashed|slipped|slapped|stuffed|pitched|flung|piled) (?=(?:\w+ ){1,4}(?:in|into) (?:the(?:ir)?|a|an|our)?\s*(?:shopping )?(?:cart|basket|bag|trolley)s?\b)", "put "),
    (r"\b(?:loaded|stuffed|packed|piled)(?: up)? (?:a|an|the|their) (?:shopping )?(?:cart|basket|bag|trolley)s?\b", "added something to the cart"),
    (r"\b(?:left|leaving) (?:a|an|the|their) (?:full )?(?:cart|basket) (?:behind|full|unpaid)\b", "abandoned a cart"),
    (r"\b(?:favou?rited|hearted|bookmarked|starred|wish-?listed)\b", "wishlisted"),
    (r"\b(?:sent|sending|send) (?:something|anything|things?|stuff|items?|an item|it|them|goods|a product) back\b|\brequested a refund\b", "returned something"),
    (r"\b(?:came|come|coming|stopped|stop|dropped|drop|swung|swing|popped) (?:by|in|round|past)\b(?: (?:the )?(?:site|shop|store|app))?", "visited"),
    (r"\b(?:(?:have|has|had) )?been (?:to|on) (?:the|our) (?:site|shop|store|app)\b", "visited"),
    (r"\b(?:took|taken|removed|deleted|dropped) (?:something|things?|stuff|an item|items?|anything) (?:out of|from|off) (?:the(?:ir)?|a)?\s*(?:cart|basket|bag)\b", "removed something from the cart"),
    (r"\blooked up\b", "searched for"),
    (r"\b(?:keyed in|typed in|typed|googled)\b", "searched for"),
    # Who
    (r"\bconsenting\b", "consented"),
    (r"\bnot (?:opted[- ]in|subscribed)\b", "not consented"),
    (r"\b(?:opted[- ]in|subscribed|said yes|signed up|agreed) (?:to|for) (?:(?:get|receive|hear) )?(?:our |the |any )?(?:marketing(?: (?:e-?mails?|messages))?|e-?mails?|newsletters?|messages|mailings?|texts?)\b|\b(?:reachable|contactable) (?:by|via|for|through) (?:marketing|e-?mail|text|sms|newsletters?)\b|\b(?:newsletter |e-?mail |marketing )?subscribers\b|\b(?:who|we) (?:we )?(?:are|['’]re) allowed to (?:contact|e-?mail|text|message|market to)\b|\bwe (?:can|may) (?:legally )?(?:contact|e-?mail|text|message|market to|reach)\b", "consented"),
    (r"\((?:marketing )?consent\)", ""),
    (r"\b(?:exclud(?:e|es|ing)|leav(?:e|ing) out|leav(?:e|ing) aside|minus|apart from|aside from|other than|not counting|but not from|not (?:those |people |anyone )?from|skip(?:ping)?)\b(?: (?:anyone|anybody|everyone|people|those|customers|the ones))?(?: (?:from|in))?", "not in"),
    (r"\bregistered (?=(?:users?|customers?|members?|accounts?|people|shoppers?|visitors?)\b)", ""),
    (r"\b(?:e|wh)ither (?=or)", ""),
    (r"\b(?:bought|ordered|purchased|shopped|placed an order)\b((?: (?:in|during|on|since|this|last|within|over)\b(?: [\w-]+){1,4})?),? (?:and |but |who |that |had |have |has )*(?:never|not)(?: (?:ever|once|anything|bought|ordered|purchased|shopped|before|with))* (?:before(?:hand)?|earlier|prior)(?: to)?(?: (?:that|then|this|it))?\b", r"first ordered\1"),
    # When
    (rf"\b(?:in|within|during|over|for|at) {_ITS_TIME}\b|\bin the meantime\b|\bmeanwhile\b", "in the same period"),
    (r"\bsince(?: then| that)?(?=\W*$|\s*[,.;!?—]| (?:and|but|or|who|they)\b)|\b(?:ever )?since then\b|\bafter(?: that|wards?)\b|\bthereafter\b|\bfrom then on\b", "from then on"),
    (r"\b(\d+|one|two|three|four|six|twelve) (days?|weeks?|months?|years?) or (?:longer|more)\b", r"\1 \2"),
    (r"\b(?:and )?(?:that|it|which) was (?=(?:more than |over |at least |less than )?(?:\d+|two|three|four|six|twelve|a) (?:days?|weeks?|months?|years?) ago)", "and last order "),
    (r"\b(?:at some point|once upon a time|at one time|in the past(?! (?:\d|one|two|three|four|five|six|ten|twelve|few|couple|half|days?|weeks?|months?|years?|quarter|fortnight|season))|before now|previously|formerly|back in the day|at any (?:point|time))\b(?! \d)", ""),
    (r"\b(?<=\w )before(?=\W*$|\s*[,.;!?—-]| (?:and|but|or|who)\b)", ""),
)  # fmt: skip

_ZN = r"[\d一二两三四五六七八九十百]+"
_THING = r"(?:东西|商品|货|物品)"
_PAY = r"(?:付钱|付款|付账|付过款|付过钱|掏钱|结账|结算|买单|剁手|入手|下手|拿下|成单|成交)"
_ZH: tuple[tuple[str, str], ...] = (
    (rf"(至少|最少|起码|最多|超过|不到|正好|刚好|只|仅)((?:买|下单|看|来|逛|浏览|购买|访问|下)(?:过|了)?)({_ZN})(?=[次回单遍])", r"\2\1\3"),
    (r"(?:买过?|下过?单|消费过?|购买过?|下单)(?:了|东西|的)?[，,、]?(?:但|而|可|却)?(?:是)?(?:在?(?:此|这|那)之?前|以前|之前|更早)(?:都|也|从来?|一直)*(?:没|未)(?:有)?(?:买|下单|下过?单|消费|购买)过?(?:任何)?(?:东西)?", "首次下单"),
    (r"(?:就|便|然后)(?:走|离开|跑)(?:了|人|掉)?", ""),
    (r"在?(?:咱们?|我们?|本|俺们?)(?:这里|这儿|这边|这|家里|家|店里|店)(?:里|儿)?(?=[买下逛看消花])", ""),
    (r"直播间", "直播"),
    (r"购物车里?(?:还)?(?:有|躺着|放着|存着|留着)(?:东西|商品|货)", "加购"),
    (r"(?:收藏夹|心愿单)里?(?:还)?(?:有|躺着|放着|存着|留着)(?:东西|商品|货)", "收藏"),
    (rf"(?:就是)?不{_PAY}", "没下单"),
    (r"下单(?=买)", ""),
    (r"刚刚?(?=注册|入会|加入)", ""),
    # None at all
    (rf"(?:(?:连)?一[样件个](?:{_THING})?|什么{_THING}?|啥{_THING}?|任何{_THING})(?:都|也)(?:没|未)(?:有)?(?:买过?|下单|购买|入手|拿)", "没下单"),
    (r"(?:连)?(?:一|半)[单笔个](?:订单)?(?:都|也)?(?:没|未)(?:有)?(?:再)?(?:下过?|买过?|成交)?", "没下单"),
    (r"(?:连)?一[次回](?:都|也)?(?:没|未)(?:有)?(?:再)?(?:来)?(?:买过?|下过?单|购买过?)", "没下单"),
    (r"(?:没有?|零|0)(?:任何|一个|半个)?(?:订单|下单记录|购买记录|成交记录)|(?<!\d)[零0]单", "没下单"),
    (r"没(?:有)?(?:什么)?动静|没(?:再)?露(?:过)?面|没(?:了)?踪影|没(?:再)?活跃|没(?:有)?(?:再)?来访", "没访问"),
    # Orders
    (r"(?:就)?再也没(?:有)?(?:再)?(?:回头|回来|来(?:买|下单)?|买|下单|光顾)(?:过)?|没(?:有)?再?回头(?:过)?", "此后没下单"),
    (rf"没(?:有)?(?:真的?|真正)?{_PAY}(?:去)?(?:买(?!过))?", "没买"),
    (rf"(?:还|都|却|一直)?(?:未|没){_PAY}", "没买"),
    (rf"{_PAY}(?:过|了)?", "买过"),
    (r"没(?:有)?再?(?:来|回来|回头)(?:下单|买|消费|购买)(?:过)?", "没下单"),
    (r"(?:再|又)?(?:来|回来|回头)(?:下单|买|消费|购买)(?:过)?", "下单"),
    (rf"下过?了?((?:至少|不少于|超过|最多|起码|正好|刚好|不到)?{_ZN}(?:到{_ZN})?)[单笔](?!是)", r"下单\1次"),
    (r"(?<=[单次回])(?:甚至|或者?|以及)?(?:更多|往上|朝上|打底|起)", "以上"),
    (rf"(?:不下|起码|最少|少说|怎么也|至少有)(?:于)?(?={_ZN})", "至少"),
    # Looking, carting, saving, sending back, visiting
    (r"点(?:进去|进|开|击)(?:去)?(?:看|瞧|逛|浏览)?(?:过|了)?", "浏览过"),
    (r"(?:看|瞧|逛|瞄|浏览)(?:了又看|来看去|来逛去)(?:过|了)?", "浏览过"),
    (r"瞧过?|瞄过?|盯着|翻看过?", "浏览"),
    (r"来(?:店里)?(?:逛|看|转|溜达)(?:了|过)?(?:一[圈下])?", "访问过"),
    (r"把?东西(?:扔|丢|塞|放|加|搁)(?:进|到|在|入)(?:了)?(?:购物车|车)(?:里)?", "加购"),
    (r"(?:扔|丢|塞|加|搁|撂)(?:进|到|在|入)(?:了)?(?:购物车|车)(?:里)?", "加入购物车"),
    (rf"从?(?:购物)?车(?:里|中)?(?:删|移|拿|去)(?:除|掉|走|出)?(?:过|了)?{_THING}?", "移出购物车"),
    (r"(?:加|点|存)(?:了|过)?收藏|种草|收进心愿单", "收藏"),
    (r"查过|查找过|搜索过|搜过", "搜索"),
    # Who
    (r"(?:愿意|肯|允许|同意|接受|能|可以)(?:接?收|接受|接到|被)?(?:到)?(?:我们|咱们?|店里|品牌)?(?:的)?(?:发的?)?(?:营销|推送|促销|广告|短信|邮件|消息|联系|触达|打扰)(?:信息|消息|短信|邮件|推送)?", "同意营销"),
    (r"不(?:算|包括|包含|含|要|看)(?=[\u4e00-\u9fff]{2,6}(?:的|，|,|、))|除去|刨去|刨掉|扣掉|去掉", "不在"),
    (r"(?:以外|之外)", ""),
    (r"注册(?=(?:用户|会员|顾客|客户|账号))", ""),
    # When
    (r"(?:在)?(?:这|那)(?:段|个)?(?:期间|时间|日子)(?:里|内|以?来)?|(?:这|那)(?:\d+|[一二两三四五六七八九十]+)(?:天|周|个月)(?:里|内)|(?<![\u4e00-\u9fff])期间", "同期"),
    (r"(?:在?那)?(?:之后|以后|此后|后来|打那以后|从那以后|自那以后)(?:就|便)?(?=[再也都还却没又一]|,|，|$)", "此后"),
    (r"(?:之后|以后|，|,)?此后此后", "此后"), (r"(?:之后|以后)(?=此后)", ""),
    (r"(?:到现在|到目前|至今|到今天|迄今|截至目前)(?:为止)?(?=[还都也没一仍]|为)", "至今"),
    (r"至今(?:都|也|还|仍)+(?=没)", "至今"),
    (r"一年(?:下来|到头|以来)", "近12个月"),
    (r"(?:足足|整整|已经有|都有|有了?)(?=\d+(?:天|周|个月))", ""),
    (r"(?:以前|曾经?|原来|从前|之前)(?=[至买下购有消也都])|(?:过去|以往)(?=[至买下购])", ""),
    (r"(?:是|在)?半年(?:以?前|之前)", "超过6个月"),
)  # fmt: skip

_SHORT_NOT = re.compile(
    r"(?<=\w)(?<!\bca)n['’]t\b|(?<=\bhave)nt\b|(?<=\bhas)nt\b|(?<=\bdid)nt\b|(?<=\bdo)nt\b|(?<=\bdoes)nt\b",
    re.IGNORECASE,
)
_RULES = tuple((re.compile(pattern, re.IGNORECASE), new) for pattern, new in (*_EN, *_ZH))


def uncontracted(words: str) -> str:
    """`words` with "haven't" written out; "can't lose" stays a name."""
    return _SHORT_NOT.sub(" not", words)


def plainly(words: str) -> str:
    """`words` in fewer ways of saying one thing.

    >>> plainly("women who put shoes in the cart but never checked out")
    'women who put shoes in the cart but never bought'
    >>> plainly("who put something in the basket and never ordered it")
    'who put something in the basket and never bought from then on'
    >>> plainly("买过但一单都没再下过的人"), plainly("下过两单的")
    ('买过但没下单的人', '下单两次的')
    """
    for pattern, new in _RULES:
        words = pattern.sub(new, words)
    return words
