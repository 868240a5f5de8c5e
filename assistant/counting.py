# ruff: noqa: E501  # a pattern reads best on one line
"""How many of something a question wants listed: "top15", "the ten best", "圈30个会员"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tools.numerals import ONES, TENS, number_of

_WORD = "|".join((*TENS, *sorted(ONES, key=len, reverse=True)))
_EN = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}|half[ -]dozen|half a dozen|(?:a |(?:{_WORD})[ -])?(?:dozen|hundred|thousand)"
    rf"|(?:{'|'.join(TENS)})[ -](?:{'|'.join(ONES)})|(?:{_WORD}))(?![\w.,]*\d)"
)
_ZH = r"(?:\d{1,4}|[一二两三四五六七八九十百千廿卅]{1,5}|俩|仨|[一半]打)"
_NO_COUNT = (
    r"(?!(?<=一)[样份版遍])(?![\d.,:/-]*\d|\s*(?:%|％|percent|pct|per cent|days?\b|weeks?\b|months?\b|quarters?\b|years?\b|hours?\b|minutes?\b"
    r"| ?in \d|[-‑ ]?stars?\b|[ap]m\b|yuan|dollars?|usd|rmb|eur|bucks|pounds|times\b|[-–~至到]\s*\d|个?(?:[天日周月年岁号季折]|星期|礼拜|小时|分钟|工作日|季度|财年)|星|元|块|万|亿|倍|成|分|号))"
)
_RANKED = r"(?:\b(?:top|bottom|best|worst|first|highest|lowest|leading|biggest|largest|strongest|weakest)(?:[ -]|(?=\d))|(?<![a-z])top\s*)"
_CHOOSE = (
    r"\b(?:give|gimme|show|list|pick|name|find|get|fetch|pull|want|need|send|suggest|recommend|select|choose|shortlist|identify|target)(?: out| up)?"
    r"(?: me| us)?(?: up to| about| around| only| just| a list of| the| a)? "
)
_SUPERLATIVE = r"(?:best|worst|most|least|top|likeliest|(?!(?:interest|invest|request|(?:north|south|mid)?west|guest|(?:rain)?forest|test|contest|protest|rest|arrest|harvest|suggest|digest|honest|modest|latest|newest|quest|chest)\b)\w{2,}est)\b"
_LISTED = (
    r"(?:(?:product|item|sku|article|good|categor|brand|label|channel|source|device|campaign|promo\w*|region|province|countr|market|state|cit|store|shop"
    r"|customer|user|shopper|buyer|client|member|people|person|visitor|lead|prospect|target|contact|account|name|candidate|id|seller|mover|performer|loser|winner|line|entr|row|result|example|group|segment|folk|thing|idea|action|tip|priorit|opportunit|improvement|suggestion|pair|combo|combination|bundle|one)(?:s|ies|y|es)?|women|men|ladies|guys|girls)\b"
)
_NOT_BEFORE = (
    r"(?<!last )(?<!past )(?<!than )(?<!over )(?<!under )(?<!least )(?<!most )(?<!within )(?<!every )(?<!these )(?<!those )(?<!both )"
    r"(?<!previous )(?<!prior )(?<!bought )(?<!ordered )(?<!with )(?<!had )(?<!have )(?<!has )(?<!contained )(?<!containing )(?<!holding )(?<!of )(?<!in )(?<!up to )(?<!between the )(?<!between )(?<!to )(?<!aged )(?<!exactly )(?<![\w#$€£¥-])(?<!\d[.,])"
)
_CLASSIFIER = (
    r"(?:多|来)?\s*(?:[个名位款种家类条样双台部瓶支件项组对句段则份处点口号人桩宗招档样]|大)"
)
_PEOPLE = r"人|用户|客户|顾客|会员|买家|潜客|粉丝|访客|对象|名单|老客|新客"
_ZH_LISTED = rf"(?:{_PEOPLE}|商品|产品|单品|货|宝贝|东西|品|品类|类目|分类|品牌|牌子|渠道|来源|设备|终端|活动|地区|省份?|城市|国家|区域|sku|SKU|爆款|结果|事|建议|机会|动作|点子|主意|组合|搭配)"
_ZH_CHOOSE = r"(?:猜|估|留|扩|扩充|补|拓|加|贴|翻|摘|引用?|附|凑|举|拎|揪|说|讲|聊|圈|挑|列|选|给|找|推|拉|筛|抓|取|排|报|捞|锁定|导出|输出|来|要|出|发|看|查|推荐|提供|整理|有|送|畀|俾|攞|揾)(?:出|一下|一批|选|取|定|我|下|个|前|大概|大约|最多|差不多|约)*\s*"

_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_RANKED}(?:of )?(?P<n>{_EN})(?:\b|(?=[^\x00-\x7f])){_NO_COUNT}",
        rf"\b(?:last|final) (?P<n>{_EN})(?= (?:places?|spots?|ranks?|positions?|rungs?|on the list|in the (?:list|ranking|table)))",
        rf"(?:前|(?:倒数|垫底|末尾|最后(?=那))[的那嗰这]?|排名前|头(?!一[个回次遭趟朝批])|(?i:top)|(?<![以之最往今])后)\s*(?P<n>{_ZH}){_NO_COUNT}(?![^\W\d_]?\d)",
        rf"{_NOT_BEFORE}\b(?P<n>{_EN}){_NO_COUNT}(?= (?:of (?:the |our |my )?)?(?:\w+ )?{_SUPERLATIVE})",
        rf"{_NOT_BEFORE}\b(?!(?<=the )(?:two|2)\b)(?P<n>{_EN}){_NO_COUNT}(?= (?:of (?:the |our |my )?)?(?:[\w-]+ ){{0,3}}?{_LISTED})",
        rf"{_CHOOSE}(?P<n>{_EN}){_NO_COUNT}(?=\s*(?:$|[.,;!?]|\w))",
        rf"\b(?:the|those) (?P<n>{_EN}){_NO_COUNT}(?= (?:right )?(?:at|on|from|near) the (?:very |absolute )?(?:\w+ end|bottom|top|tail|foot|head|back|front|end of (?:the|that) (?:list|table|ranking))\b)",
        rf"\b(?:only|just|at most|no more than) (?:about |the )?(?P<n>{_EN}){_NO_COUNT}(?=\s*(?:$|[.,;!?]|please|pls|thanks|names?\b|of (?:them|those)))",
        rf"\b(?:max(?:imum)?(?: of)?|at the most|(?:limit|cap|keep)(?:ped|ted|s)? (?:it |them |that )?(?:to|at)|(?:limit|cap)(?: of| is| set to)?)(?: ?[:=] ?| )(?:about |around |just |only |the (?:top |best |main )?)?(?P<n>{_EN}){_NO_COUNT}(?=\s*(?:$|[.,;!?)，。；]|please|pls|thanks|(?!yuan|dollars|euros|minutes|seconds|words|characters|lines of)(?:[a-z]+ )?[a-z]+s\b))",
        rf"\b(?:ranking|list|table|chart|rundown|shortlist|selection) of (?:the |our |just |only )?(?P<n>{_EN}){_NO_COUNT}(?= [a-z])",
        rf"(?:取|录|选|留|示|观|睇|[唯惟止只仅单净]|[看列报要])其?[首末尾](?P<n>{_ZH}){_NO_COUNT}(?=[名位款个家者]|\s*(?:$|[，,。；;？?]))",
        rf"(?<![\u4e00-\u9fff])(?:包|榜)?尾\s*(?P<n>{_ZH}){_NO_COUNT}(?=[名位款个]|\s*(?:$|[，,。；;]))",
        r"(?<![我你他她它咱们这那哥姐妹弟人])(?P<n>俩|仨)(?=就|够|足够|即可|得了|吧|行|\s*[，。,！!]|\s*$)",
        rf"{_NOT_BEFORE}(?<!did )(?<!does )\b(?P<n>{_EN}){_NO_COUNT}(?=(?: |['’](?:s|d|ll) )(?:(?:would|will|should|is|are|['’]?d) )?(?:be )?(?:enough|plenty|ample|sufficient|suffices?\b|fine|grand|loads|heaps|do\b|please|pls))",
        rf"[哪边邊]\s*(?P<n>{_ZH}){_NO_COUNT}(?!\s*(?:步|环节?|关(?!键)|阶段|道(?:坎|关)))(?=\s*[个款种类家位名]|[^\W\d_])",
        rf"{_ZH_CHOOSE}(?P<n>{_ZH}){_NO_COUNT}(?={_CLASSIFIER}|\s*(?:{_ZH_LISTED}))",
        rf"(?<![第\d])(?P<n>{_ZH})个[^，。,？?！!、\d]{{0,6}}?(?:坑位|栏位|槽位|展位|货位|卡位|空位|推荐位|广告位|展示位|商品位|位(?=子|置|上|放|里|怎|该|给|，|,|$))",
        rf"最.{{1,6}}?的?\s*(?P<n>{_ZH}){_NO_COUNT}(?={_CLASSIFIER}|(?:{_ZH_LISTED}))",
        rf"(?<![近去上过最后每第满超下买这那此于到共\d十百千两了#-])(?<!\d[.,])(?P<n>{_ZH}){_NO_COUNT}(?={_CLASSIFIER}[^，。,；？?！!、]{{0,14}}?{_ZH_LISTED})",
        rf"(?<![近去上过最后每第满超下买这那此于到共\d十百千两了#-])(?<!\d[.,])(?P<n>{_ZH}){_NO_COUNT}(?=(?:{_CLASSIFIER}|只)\s*(?:(?:啦|喇|吧|嘛|咯|啰|囖|呗|就得|得喇|好了|唔该|咁多|先)*(?:$|[，。,？?！!；])))",
    )
)
_ASKING = r"(?:件事|桩事|问题|事儿?|事情|疑问|需求|请教)(?!就[行好够得]|足[够矣]|够|即可|得了)"
_OF_ASKING = re.compile(
    rf"\b(?:{_EN}|a couple of) (?:(?:quick|small|other|more|last|little|tiny|short) )*(?:questions?|asks?|requests?|favou?rs?|quer(?:y|ies))\b"
    rf"|(?:^|[.!?;,\n]\s*|\b(?:hi|hey|ok|okay|so|morning)[ ,]+)(?:{_EN}|a couple of) (?:(?:quick|small|other|more|last|little|tiny|short) )*(?:things?|points|ones?|bits)\b(?=[^.?!:\n]{{0,70}}:|\s*(?:[.;—–]|$)\s*\S)"
    r"|\bone (?:more|last|other|final|quick) (?:thing|one)\b|\bone (?:by|after|beside|next to) (?:one|another|the other)\b|\ball in one\b"
    r"|\b(?:as|into|in) (?:one|a single)\b(?! (?:category|brand|channel|region|province|country|week|month|day))"
    r"|\b(?:one|single|1) (?:single )?(?:line|row|bar|number|figure|sentence|slide|chart|graph|table|page|word|glance|shot|answer)\b"
    rf"|(?:^|[，。！？!?；;：:\s]|有|问|请教|麻烦|就)(?:您|你)?{_ZH}个?(?:小|简单)?的?{_ASKING}(?=[^，。？?]{{0,5}}(?:[：:，,。]|$)|想|要|请|一起|麻烦)"
    rf"|{_ZH}点(?:想问|要问|请教|疑问|需求)"
    rf"|(?<!top )(?<!first )\b(?:just |only )?(?:{_EN}|a couple of) (?:(?:simple|plain|short|quick|little|different|separate) )*(?:numbers|figures|metrics|measures|columns|values|totals|stats|kpis)\b"
    rf"|{_ZH}[个项样]?(?:数字?|指标|数值|列)(?=$|[，,。；;：:！!]|[就都]|给我|吧|够|即可|一起|并排)"
    r"|\b(?:the|those|these|all|both) (?:two|three|four|2|3|4)(?: of (?:them|those))?(?=,? (?:separately|apart|side by side|next to each|individually|respectively|kept apart)\b)"
    r"|[两俩三2二3][个样者边]?(?=各自|分别|分开|拆开|各[看算列报])"
    r"|[两俩2二][个样者]?(?:人|都|全)?(?=一?并|一起|一块|加|合|拢|放|摆|对[着比照]|都)|(?:同样|照样|也)(?:再)?(?:给我|帮我)?(?:来|拉|出|做|算)一?个(?=$|[，。！吧])"
    r"|(?:当|视|并|合|算|捆|归|凑)(?:成|作|做|为|在|到)?(?:是)?一[个类锅块组家起伙份盘拨坨种团]"
    r"|一[个家款种条][^，。,\d]{1,4}一[行条列栏排]"
    r"|一[个句张行条份页](?:总)?(?:数字?|话|图|表|行字|结论|答案)",
    re.IGNORECASE,
)
"""Numbers of what is asked, or of what is to be shown it in, not of what is to be listed."""
_OF_PEOPLE = r"(?:orders?|purchases?|times|visits?|views|clicks|points|pages|carts|stars?|reviews? (?:each|per)|units|pieces|pcs|copies|sales|returns|checkouts|sessions)\b"
_MORE_BEFORE = (
    r"(?<!made )(?<!placed )(?<!spent )(?<!had )(?<!has )(?<!have )(?<!our )(?<!took )(?<!takes )(?<!need )(?<!after )(?<!before )"
    r"(?<!from )(?<!by )(?<!for )(?<!and )"
)
_ENOUGH_OF = rf"(?:{_CLASSIFIER}|[把只张块根枚副套盏盆盒袋包罐箱杯桶串册棵朵粒片面床匹])?(?:[人客货名]|会员)?(?:而已)?"
_ENOUGH = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d十百千近前后第])(?P<n>{_ZH}){_NO_COUNT}(?={_ENOUGH_OF}(?:就[行好够得可成]|也?[足都]?够(?!不)|足矣|即可|得了|得啦|就得|好了|为限|为止|打住|封顶))",
        rf"(?:不对?|不是|算了|说错了?|呃|额|哦|噢)[，,。…、—\s]*(?:还是|改成|换成|要|给我?|来)?(?P<n>{_ZH}){_NO_COUNT}(?={_ENOUGH_OF}\s*(?:吧|啦|嘛|$|[，。,;；！]))",
        rf"\b(?:no|nope|sorry|wait|actually|rather|hang on|scratch that|or better|er+m?)[\s,.;:…–—-]+(?:(?:make (?:it|that)|let['’]?s say|say|give me|i want|just|only|better|rather) )*(?P<n>{_EN}){_NO_COUNT}(?=\s*(?:$|[.,;!?)]|please|pls|of them|in all|altogether))",
        rf"{_ZH_CHOOSE}(?P<n>俩|仨){_NO_COUNT}",
        rf"(?:改|换|变)(?:成|为|做|到|作)前?\s*(?P<n>{_ZH}){_NO_COUNT}(?=\s*(?:{_CLASSIFIER}|[行条家]|$|[，,。；;])(?![月号日]))",
        rf"{_NOT_BEFORE}\b(?P<n>{_EN}){_NO_COUNT}(?=(?: (?:of (?:them|those|these|['’]?em)|on the (?:list|page|slide|sheet|table)|in (?:the|one) list|(?!will|would|should)\w+(?: (?!will|would|should)\w+)?))?(?: (?:will|would|should)|['’](?:ll|d)) (?:do|suffice|be (?:enough|plenty|ample|perfect|great|grand|lovely|good|okay|ok|fine))\b)",
    )
)
"""A number said to be enough, whatever number was named before it ("ten, no, five will do")."""
_LOOSE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:拉|扩|缩|减|加|压|砍|精简|控制|限)[长大小短]?[到在成为]前?(?P<n>{_ZH}){_NO_COUNT}(?={_CLASSIFIER})",
        rf"\b(?:make (?:it|that|them)|(?:\w+ (?:it|that|them|this|the (?:list|table))(?: down| back| up| out)?|down|back|stick) to) (?:(?:just|only|the|top|first) )*(?P<n>{_EN}){_NO_COUNT}(?=\s*(?:$|[.,;!?]|please|pls|instead|then\b|rows|names))",
        rf"\b(?:the |a |one )?(?P<n>single|one) (?:\w+ ){{0,2}}?{_SUPERLATIVE}",
        rf"{_NOT_BEFORE}\b(?P<n>{_EN}){_NO_COUNT}(?= (?:more\b|(?:at )?(?:max|most)\b|of (?:them|those|these|['’]?em)\b))",
        rf"{_NOT_BEFORE}{_MORE_BEFORE}\b(?P<n>{_EN}){_NO_COUNT}(?= (?!{_OF_PEOPLE})(?:(?!(?:of|in|on|for|from|with|to|is|are|was|and|or|that|who)\b)[\w'’-]+ ){{0,2}}?(?!{_OF_PEOPLE})(?!(?:this|is|was|has|does|us|its|plus)\b)\w{{3,}}s\b)",
        rf"^(?=.*(?:{_SUPERLATIVE}|\bnumber one\b)).*\b(?:just|only) (?P<n>the (?:single |very )?one|(?:the|a) single(?: one)?|that(?: one| single)?)\b(?= ?(?:day|week|month|hour|item|product|brand|category|region|province|channel)?\s*(?:$|[.,;!?]))",
        r"^(?=.*(?:最|冠军|垫底|第一)).*(?:就要|净系要|净要|只要|光要|单要|只看|就看|净系睇|只报)(?:最[高低多少大小好差][嘅的]?)?(?P<n>那|嗰|这|第一(?=名|位))(?=一?[天日个月家款名位周])",
        rf"^(?=.*\b(?:least|worst|lowest|slowest|fewest|poorest)\b).*\b(?:last|bottom) (?P<n>{_EN}){_NO_COUNT}(?=\s*[.!]?\s*(?:$|please|pls))",
        rf"\b{_SUPERLATIVE} (?P<n>{_EN}){_NO_COUNT}(?=\s*(?:$|[.,;!?)]|only\b|alone\b|please\b|pls\b|of (?:them|those|the lot)\b))",
        rf"(?P<n>{_ZH}){_NO_COUNT}(?={_CLASSIFIER}(?:出来|给我|就[行够好]|足够|看看|瞧瞧|即可|吧|得了|为止))",
        rf"(?:^|[，。,；;：:？?！!、\s])(?P<n>{_ZH}){_NO_COUNT}(?={_CLASSIFIER}(?![前后以之来]))",
        rf"(?:^|[.!?;…]\s+)(?:(?:and|ok|okay|right|just|only|say|so|make it|about) )*(?P<n>{_EN}){_NO_COUNT}(?=,?\s*(?:please|pls|plz|thx|thanks|thank you|ta|cheers|max|tops|no more|at most|or so)\b|\s*[.!]*\s*$)",
        rf"\b(?:which|what|whose) (?P<n>{_EN}){_NO_COUNT}(?= of (?:our|the|my|these|those)\b)",
        rf"\b(?:who|which|what)(?: (?:are|were|will be|might be)|['’]re) (?:the |my |our )?(?P<n>{_EN}){_NO_COUNT}(?= (?:(?:who|that|we) )?(?:are )?(?:most )?(?:expected|expect|likely|predicted|set|due|bound|going|forecast|projected|liable|about|ready|poised|worth)\b)",
        rf"\b(?:the|just|only)(?: the)? (?P<n>one|single)(?= (?:(?!(?:who|whose|which|that)\b)[\w-]+ ){{1,3}}?(?:that|which|to|worth|we|i)\b[^.?!;]{{0,40}}\b{_SUPERLATIVE})",
        rf"\b(?:the|those|only|just)(?: the| those)? (?P<n>{_EN}){_NO_COUNT}(?= (?:with|that|which|who|whose|having|getting|where)\b[^.?!;]{{0,30}}?\b{_SUPERLATIVE})",
        rf"(?:[唯惟只仅单但][取列举择录示报]其?|取其)(?P<n>{_ZH}){_NO_COUNT}(?=\s*(?:$|[，,。；;！!]|足|即可|可矣|而已|矣|也))",
        rf"(?<=[\w)])(?:[,;，；] ?| ?[–—-] )(?P<n>{_EN}){_NO_COUNT}(?=\s*[.!]?\s*(?:pls|please|thx|thanks|max|tops)?\s*[.!]?$)",
    )
)
"""Where nothing plainer says how many: the best single one, and a number of things of any name."""
_THE_ONE = re.compile(r"(?:the |a )?single|the (?:very )?one|that|[那嗰这]|第一", re.IGNORECASE)
"""Words for one that are no number."""
_PODIUM = re.compile(
    r"\bgold,? (?:and )?silver,? (?:and|&|or|\+) bronze\b(?! (?:member|tier|customer|card|level|status|shopper|user|client)\w*)"
    r"|(?<!top of the )(?<!step of the )(?<!head of the )(?<!first on the )\bpodium\b(?! (?:spot|place|finish) for\b)|\bmedal(?:l?ists?| winners?| places?| positions?)\b"
    r"|\b(?:first|1st),? (?:and )?(?:second|2nd),? (?:and|&) (?:third|3rd)\b(?! (?:quarter|week|month|day|order|purchase|time|visit)s?\b)"
    r"|金银铜(?![色质卡]|会员)|金牌?[、，,]银牌?(?:[、，,和跟与]|以及)铜|冠(?:军)?[、，,]?亚(?:军)?[、，,和跟与]?季军?|状元[、，,]?榜眼[、，,和跟与]?探花|(?:第一|头名)[、，,]?第?二(?:名)?[、，,和跟与]?第?三名|一二三名|前三甲|三甲(?!医)|领奖台",
    re.IGNORECASE,
)
"""Words for the first three of a ranking."""
ONE_NUMBER = re.compile(
    r"\b(?:one|a single|1) (?:(?:single|grand|overall|big|plain) )?(?:number|figure|total|sum)\b(?!,? (?:for|of|to|that|in which|each|per|apiece)\b)|(?:就|只|单)?(?:要|报|给|看|来)?(?:我)?一个(?:总)?(?:数字?|数目)(?=$|[，。！!；;]|就|即可|吧)",
    re.IGNORECASE,
)
"""Words by which all that is named makes one figure ("34 brands? Whatever … one number")."""
_MOST = 5000
_YEARS = range(1990, 2100)
_REFUSED = re.compile(
    r"\s*(?:[个条位名款种行家样]|人|names?|rows?|items?|people)?\s*(?:有点|好像|还是|都|可能|恐怕)?(?:太[多少长短]|不够|[多少]了|嫌[多少]|(?:is|are|was|were)(?: (?:way|far|a bit|much))? (?:too|not enough)|(?:is|are|was|were)n.?t enough|won.?t do)"
    r"|\s*[\w\u4e00-\u9fff]*(?: or so)?(?:,? (?:is it|was it|i think|i guess|something like that))?\s*[?？.。,，…–—-]+\s*(?:or )?(?:whatever\b(?! (?:the|our|it|you|sells|is|was)\b)|who cares|(?:it )?(?:doesn.?t|does not) matter\b|no matter\b|never ?mind\b(?! the)|管[他它]|随便|无所谓|不管了)",
    re.IGNORECASE,
)
"""What follows a number that was too many or too few."""
_NOT_SO_MANY = re.compile(
    r"(?:\b(?:not|no longer|instead of|rather than) (?:the |just |only |my )*|(?:不是|不要|唔好|唔系|唔要|莫要|别要|而不是|不止|不只)(?:前|头)?)$",
    re.IGNORECASE,
)
"""What comes before a number that another takes the place of ("not three, ten")."""
RANKED = 3
"""How many of the patterns, the first, hold a word of rank beside the number."""
_BEFORE_THING = re.compile(
    rf"{_NOT_BEFORE}{_MORE_BEFORE}(?<![a-z])(?P<n>{_EN}){_NO_COUNT} (?:(?!(?:of|in|on|for|from|with|to|and|or|who|that)\b)[\w-]+ ){{0,2}}$"
    rf"|(?<![近去上过最后每第满超下买这那此于到共\d十百千两了#-])(?P<z>{_ZH}){_CLASSIFIER}?\s*的?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Counted:
    """A number of things wanted, and where the question says it.

    Attributes:
        n: How many, at least 1.
        start: Where the words begin ("top 5").
        end: Where they end.
        ranked: Whether a word of rank goes with it ("top", "前"), so that it is no part of a name.
    """

    n: int
    start: int
    end: int
    ranked: bool


def counted(
    text: str, taken: Sequence[tuple[int, int]] = (), things: Sequence[int] = ()
) -> Counted | None:
    """The number of things `text` wants listed, if it says one.

    Periods, prices, shares, stars and ages are no such number, nor are those in `taken`.

    Args:
        text: A question, in either language.
        taken: Start and end of what is understood otherwise (periods, names with a number, ids).
            Values named right before a Chinese number make it their sum ("A和B两个渠道").
        things: Where words begin that name what may be listed, such as a category.

    >>> [
    ...     counted(q).n
    ...     for q in ("top15 brands", "the ten best items", "圈三十个会员", "A dozen names")
    ... ]
    [15, 10, 30, 12]
    >>> [counted(q).n for q in ("gold, silver and bronze of the lot", "品牌的冠亚季军")]
    [3, 3]
    >>> counted("近30天的销售额") is counted("30 days of orders") is counted("一星评价") is None
    True
    """
    taken = [*taken, *(match.span() for match in _OF_ASKING.finditer(text))]
    plain = [(m, place < RANKED) for place, p in enumerate(_PATTERNS) for m in p.finditer(text)]
    named = (_BEFORE_THING.search(text[:start]) for start in things)
    loose = (match for pattern in _LOOSE for match in pattern.finditer(text))
    left = [(match, False) for match in (*named, *loose) if match]
    enough = [(match, False) for pattern in _ENOUGH for match in pattern.finditer(text)]
    counts = (_count(text, match, taken, ranked) for match, ranked in (*enough, *plain, *left))
    if ONE_NUMBER.search(text):
        counts = (count for count in counts if count and count.ranked)
    return next(filter(None, counts), None) or _podium(text)


def enough(text: str) -> str | None:
    """The words of a number that `text` says is enough, or puts in place of another.

    >>> enough("I said ten to Lee, but six will do"), enough("six kettles")
    ('six', None)
    """
    found = (match for pattern in _ENOUGH for match in pattern.finditer(text))
    taken = [match.span() for match in _OF_ASKING.finditer(text)]
    return next((m["n"] for m in found if _count(text, m, taken, False)), None)


def _podium(text: str) -> Counted | None:
    """The three that stand on a podium, by whatever words."""
    found = _PODIUM.search(text)
    return Counted(3, *found.span(), ranked=True) if found else None


def _count(
    text: str, match: re.Match[str], taken: Sequence[tuple[int, int]], ranked: bool
) -> Counted | None:
    """The number that matched, unless it is understood otherwise or no number of things."""
    group = "n" if match["n"] else "z"
    start, end = match.span(group)
    if any(first < end and start < last for first, last in taken):
        return None
    n = 1 if _THE_ONE.match(match[group]) else number_of(match[group])
    if _REFUSED.match(text[end:]) or _NOT_SO_MANY.search(
        text[: match.start() if ranked else start]
    ):
        return None
    after_name = any(last <= start and not text[last:start].strip() for _, last in taken)
    if after_name and not ranked and n <= len(taken):
        return None
    if 0 < n <= _MOST and n not in _YEARS:
        return Counted(n, match.start() if ranked else start, end, ranked)
    return None
