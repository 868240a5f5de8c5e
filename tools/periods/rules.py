# ruff: noqa: E501, ARG005  # a rule reads best on one line; all readers take the same two
"""How English and Chinese name periods: one pattern a rule, and who reads what it matches."""

from datetime import timedelta

from tools.periods.back import BACK
from tools.periods.digits import DIGITS
from tools.periods.edges import EDGES
from tools.periods.festivals import EN_Y, FESTIVALS, ZH_Y, Rule
from tools.periods.festivals import rule as _rule
from tools.periods.just_over import JUST_OVER
from tools.periods.listed import LISTED
from tools.periods.parts import PARTS
from tools.periods.readers import (
    ago,
    fixed,
    read_careful,
    read_days,
    read_first_quarters,
    read_half,
    read_last_month_named,
    read_month_before_last,
    read_months_zh,
    read_named,
    read_ordinal,
    read_point,
    read_quarter,
    read_quarter_before_last,
    read_range,
    read_rolling,
    read_rolling_zh,
    read_since,
    read_week_before_last,
    read_weekday,
    read_weekday_of,
    read_weekday_zh,
    to_date,
    weekend,
)
from tools.periods.since import SINCE
from tools.periods.vocabulary import (
    COUNTED,
    DAY,
    EN_POINT,
    ISO,
    MONTH,
    OF_YEAR,
    TO_EN,
    TO_ZH,
    WEEKDAY,
    YEAR,
    ZD,
    ZH_POINT,
    ZH_WEEKDAY,
    ZH_YEAR,
    ZM,
    ZN,
    N,
    number_in,
)

_START = r"(?:(?:the )?(?:very )?(?:start|beginning|top) (?:of )?(?:the )?)?"
_FROM_START = r"(?:since|from) (?:the )?(?:very )?(?:start|beginning|turn|top|opening) of (?:the|this)(?: current)?"
_NOT_OF = r"(?! of (?!time\b|trad|business|record|everything|it all|(?:the |our )?(?:shop|store|business|history|records?|data)\b))"
"""Not the beginning of something that is named, unless of the store itself."""
_END = r"(?:(?:the )?end of )?"
_WHOLE = r"(?:full|completed?|whole|entire|calendar|finished|closed)"
_ZH_WHOLE = r"(?:(?<!上)上一?个?|最近(?:的?一个?)?)(?:完整|整|自然|结束|完结)的?个?"
"""Words for a week or month that is over."""

RULES: tuple[Rule, ...] = (
    *PARTS,
    *DIGITS,
    *EDGES,
    *JUST_OVER,
    *SINCE,
    *LISTED,
    *BACK,
    # Ranges
    _rule(rf"\b(?:from )?{_START}(?P<a>{EN_POINT}){TO_EN}{_END}(?P<b>{EN_POINT})", read_range),
    _rule(rf"\bbetween {_START}(?P<a>{EN_POINT}) and {_END}(?P<b>{EN_POINT})", read_range),
    _rule(rf"\bbetween (?:the )?(?P<a>{DAY}) and (?:the )?(?P<b>{DAY}) (?:of )?(?P<m>{MONTH}){EN_Y}", read_days),
    _rule(rf"\bbetween (?P<m>{MONTH}) (?P<a>{DAY}) and (?P<b>{DAY})(?:,? (?P<y>{YEAR}))?(?! (?:of )?{MONTH})", read_days),
    _rule(rf"(?P<a>{ZH_POINT})和(?P<b>{ZH_POINT})之间", read_range),
    _rule(rf"(?:从|自|由|打)?(?P<a>{ZH_POINT}){TO_ZH}(?P<b>{ZH_POINT})(?:的?最后一[天日])?(?:之间|期间)?", read_range),
    _rule(rf"\b(?:from )?(?:the )?(?P<a>{DAY}){TO_EN}(?:the )?(?P<b>{DAY}) (?:of )?(?P<m>{MONTH}){EN_Y}", read_days),
    _rule(rf"\b(?:from )?(?P<m>{MONTH}) (?P<a>{DAY}){TO_EN}(?P<b>{DAY})(?:,? (?P<y>{YEAR}))?(?! (?:of )?{MONTH})", read_days),
    _rule(rf"(?:从|自)?(?P<m>{ZH_YEAR}?的?(?<!\d){ZM}月)(?P<a>{ZD})[日号]?{TO_ZH}(?P<b>{ZD})[日号](?:之间|期间)?", read_days),
    _rule(rf"\b(?:since|starting|from) {_START}(?P<a>{EN_POINT})(?: on(?:wards)?| until (?:now|today)| to (?:date|today|now))?(?!{TO_EN}(?:{EN_POINT}|\d))", read_since),
    _rule(rf"\b{_START}(?P<a>{EN_POINT})(?:\s*(?:to|until|till?|up to|through|thru|-|–) (?:now|today|date|the present|present)|,? onwards?| on(?=\s*(?:$|[,.;:?!)])))", read_since),
    _rule(rf"(?:从|自从|自|由|打)?(?P<a>{ZH_POINT})(?:以来|至今|(?:一直)?(?:算|计|数|看|睇)?[到至](?:现在|今天|今日|目前|如今|当下)|起|开始|以后|之后|往后)", read_since),
    _rule(rf"\b(?:between|from) (?P<a>{EN_POINT}) (?:and|to|until) (?:now|today)\b", read_since),
    # Quarters and halves
    _rule(rf"(?<![a-z0-9])(?:(?P<y2>{YEAR})[ -]?)?q(?P<q>[1-4])(?![a-z0-9]){EN_Y}", read_quarter),
    _rule(rf"(?<![a-z0-9.])(?P<q>[1-4])q(?![a-z0-9]){EN_Y}", read_ordinal),
    _rule(rf"\b(?:the )?(?P<q>first|second|third|fourth|[1-4](?:st|nd|rd|th)) quarter{EN_Y}", read_ordinal),
    _rule(rf"\b(?<!this )(?<!last )(?<!each )(?<!every )(?<!a )(?<!per )(?:in )?quarter (?:number |no\.? ?)?(?P<q>one|two|three|four|[1-4])(?!\d|[.,]\d|%){EN_Y}", read_ordinal),
    _rule(rf"{ZH_Y}(?:(?<![前上这下每])|(?<=一下)|(?<=下)(?=[二三四2-4]))(?<!一季)(?<!一个)(?!一个?季度?一个?季)(?:第)?(?P<q>[一二三四1-4])季度?(?!度?度)(?!(?<=四季)(?:那|款|被|装|通用|皆宜|适用|常|可|毯|床|都|如|穿|百搭|的?[衣裤鞋]))", read_quarter),
    _rule(rf"{ZH_Y}q(?P<q>[1-4])(?![a-z0-9])", read_quarter),
    _rule(rf"(?<![a-z0-9])(?:(?P<y2>{YEAR})[ -]?)?h(?P<h>[12])(?![a-z0-9]){EN_Y}", read_half),
    _rule(rf"\b(?:the )?(?P<h>first|second|1st|2nd) half(?! (?:of )?(?:the )?(?:month|week|day)){EN_Y}", read_half),
    _rule(rf"{ZH_Y}(?P<h>[上下])半年|(?P<y2>{ZH_YEAR})的?(?P<h2>[上下])半(?![年月天场个夜])", read_half),
    _rule(rf"{ZH_Y}[前头](?P<n>[一两二三四])个?季度?", read_first_quarters),
    _rule(rf"\b(?:the )?first (?P<n>two|three) quarters{EN_Y}", read_first_quarters),
    # To date
    _rule(rf"\b(?:year[ -]to[ -]date|so far this year|(?:the )?year so far|{_FROM_START} year|since (?:the )?new year)\b|(?<![a-z])ytd(?![a-z])|年初至今|年初到现在|年初到今天|从年初|开年以来|开年至今|年初以来|今年以来|今年到现在|今年累计|年累计|年内|(?:今年|本)?全年(?:以来|累计|(?:一直)?(?:到|至|截[至止]到?)(?:现在|目前|今天|今日|如今|今|当下))|今年到目前|今年至今|(?:从|自|打)?(?:今年|本年)?(?:的)?(?:年[初头]|开年|开头|一开始|开春)(?:起|开始|以来)?(?:一直)?(?:到|至)(?:现在|今天|今日|目前|如今|今|当下)", to_date("year")),
    _rule(rf"\b(?:quarter[ -]to[ -]date|so far this quarter|(?:the |this )?quarter so far|{_FROM_START} quarter)\b|(?<![a-z])qtd(?![a-z])|季度初至今|季初至今|这个季度以来|本季度以来|本季度至今", to_date("quarter")),
    _rule(rf"\b(?:month[ -]to[ -]date|so far this month|(?:the |this )?month so far|{_FROM_START} month)\b|(?<![a-z])mtd(?![a-z])|这个月到现在|本月累计|月初至今|月初以来|(?:从|自|打)?(?:本|这个)?月[初头](?:起|开始)?(?:一直)?(?:到|至)(?:现在|今天|今日|目前|如今|今|当下)|本月以来|本月至今|这个月以来", to_date("month")),
    _rule(rf"\b(?:week[ -]to[ -]date|so far this week|(?:the |this )?week so far|{_FROM_START} week)\b|(?<![a-z])wtd(?![a-z])|这周以来|本周以来|本周至今", to_date("week")),
    _rule(
        r"\b(?:(?:of )?all[ -]?time|(?:of |over |in |for )?(?:our |the |its )?(?:whole|entire|full|complete|total) (?:history|data ?set|data|record|period|range|time)"
        rf"|since (?:the )?(?:very )?(?:launch\w*|(?:beginning|opening|start|outset){_NOT_OF}|inception|day (?:one|1|dot)|birth|get-go|(?:we|the (?:shop|store)) (?:open\w*|launch\w*|start\w*|began|went live))"
        r"|from (?:day (?:one|1)|the get[- ]go|the (?:very )?(?:beginning|start)(?! of)|the first day)|in (?:our |the )?(?:history|total history)|(?<!all )in all(?=\s*[?.!,]|$)|on record|(?:everything|all|whatever)(?: (?:that )?(?:we|you)(?:['’]ve| have)?(?: got)?)? on (?:record|file)|(?:over|across) (?:everything|all) (?:that )?(?:we|you)(?:['’]ve| have)(?: got)?(?! (?:in|from|for)\b)|to date|til+ date|up to now|un?til+ now|lifetime|all[ -]history"
        r"|historically|throughout (?:our |the )?history|life to date|ever(?! (?:since|so)\b)|across all (?:dates|time|data|months)|over all (?:the )?(?:data|time|months|years)|all (?:the )?(?:data|history|dates|years|months)(?! (?:of|in)\b))(?![a-z])",
        fixed("all"),
    ),
    _rule(
        r"(?:从|自|自从|打)?(?:有(?:数据|记录|史|统计)|(?:开店|开业|开张|建店|上线|成立|创立|营业|开站|建站|开办)|历史|一直|始终)(?:以?来|起|算起|开始|到现在|至今|到今天|到目前|到如今|之后|后)+(?:算起|到现在|至今|到今天)?"
        r"|(?:从|自|打)(?:头|一开始|最开始|最早|第一天)(?:到(?:现在|今天|尾)|算起|起|至今|以来|开始)?|历史(?:上|累计|总计|全部|以来|数据|最[高低好多大])|(?:全部|所有|整个|全)(?:时间|历史|数据|时段|周期|日期|期间)(?:段|范围|内|里)?"
        r"|历来|历年(?:来)?|累计(?:至今|到现在|以来|到目前)|至今为止|迄今(?:为止)?|到目前为止|截至(?:目前|今天|现在)|有史以来|史上",
        fixed("all"),
    ),
    _rule(r"(?:所有|全部)的?(?:评[价论]|订单|数据|记录)[都全]?算(?:上|进去?)|\bcount(?:ing)? (?:all|every) (?:the |our )?(?:reviews?|orders?)\b", fixed("all")),
    # Named
    _rule(rf"\b(?P<w>this|current|present|running|ongoing|last|previous|(?:the )?(?:most recent|latest)(?= {_WHOLE}))[ -](?:{_WHOLE} )?(?P<u>week|month|quarter|year)\b(?!'?s? (?:to[ -](?:date|do)|ago))", read_named),
    _rule(rf"(?:本|这个|这一|这|当|今个|呢个)(?:周|星期|礼拜)(?!{ZH_WEEKDAY}|[末几0-9])", fixed("this_week")),
    _rule(rf"(?<!上)(?:上个|上一个|上)(?:周|星期|礼拜)(?!{ZH_WEEKDAY}|[末几0-9])|{_ZH_WHOLE}(?:周|星期|礼拜)(?![一二三四五六日天末])", fixed("last_week")),
    _rule(r"上上(?:个)?(?:周|星期|礼拜)(?![末几])|\b(?:the )?week before last\b", read_week_before_last),
    _rule(r"(?:本|这个|这|当|今个|呢个)月(?!\d)", fixed("this_month")),
    _rule(rf"(?<!上)(?:上个|上一个|上)月|{_ZH_WHOLE}月", fixed("last_month")),
    _rule(r"上上(?:个)?月|\b(?:the )?month before last\b", read_month_before_last),
    _rule(r"上上(?:个)?季度?|\b(?:the )?quarter before last\b", read_quarter_before_last),
    _rule(r"(?:本|这个|这一|这|当)季度?(?!节)", fixed("this_quarter")),
    _rule(rf"(?<!上)(?:上个|上一个|上一|上)季度?(?!节)|{_ZH_WHOLE}季度?(?!节)", fixed("last_quarter")),
    _rule(r"今年|本年度?|(?<!去)(?:这一年)", fixed("this_year")),
    _rule(r"去年|上一年度?|上年度?", fixed("last_year")),
    _rule(r"前年", lambda m, t: str(t.year - 2)),
    _rule(r"\btoday\b|今天|今日|今儿个?|今个(?!月|星期|礼拜|周)|(?<![日号天节])当天|今晚", fixed("today")),
    _rule(r"(?<!before )\byesterday\b|昨天|昨日|昨儿个?|昨个|昨晚|昨夜", fixed("yesterday")),
    _rule(r"\b(?:the )?day before yesterday\b|(?<![大目])前(?:天|儿个?|日(?!均))", ago(2)),
    _rule(r"大前(?:天|儿个?|日)", ago(3)),
    _rule(r"\b(?:last|past) weekend\b|上(?:个)?周末", weekend(1)),
    _rule(r"\bthis (?:past )?weekend\b|(?:本|这个?)周末", lambda m, t: weekend(0 if t.weekday() >= 5 else 1)(m, t)),
    _rule(rf"(?<!top )\b(?P<n>{N}) (?P<u>day|week)s? ago\b", lambda m, t: (t - timedelta(number_in(m["n"]) * (7 if m["u"].lower() == "week" else 1))).isoformat()),
    # A day of the week
    _rule(rf"(?P<w>上上|上|本|这)个?(?:周|星期|礼拜)(?P<d>{ZH_WEEKDAY})", read_weekday_zh),
    _rule(rf"\b(?:on )?(?P<d>{WEEKDAY})(?: of)? (?P<w>last|this) week\b", read_weekday_of),
    _rule(r"\b(?:on )?(?P<w>last) (?P<d>mon|tues?|wed|thurs?|thur|fri|sat|sun)\b", read_weekday),
    _rule(rf"\b(?:on )?(?P<w>last|this|this past) (?P<d>{WEEKDAY})\b(?!s|'s? (?:and|to))", read_weekday),
    # Rolling
    _rule(r"\b(?:last|past|previous|latest|trailing) fortnight\b|(?<!\ba )(?<!\bone )(?<!\bnext )(?<!\bcoming )(?<!\beach )(?<!\bevery )(?<!quiet )(?<!busy )(?<!good )(?<!bad )(?<!slow )\bfortnight\b(?! (?:ago|at|in|of|from|before|after)\b)", fixed("last_14_days")),
    _rule(r"\b(?:the )?(?:last|past) (?:24 hours)\b", fixed("yesterday")),
    _rule(r"\b(?:last|past) half[- ]year\b|\bhalf a year\b", fixed("last_6_months")),
    _rule(r"\blast couple of (?P<u>day|week|month)s\b", lambda m, t: f"last_2_{m['u'].lower()}s"),
    _rule(rf"\b(?:last|past|previous|latest|recent|trailing|rolling)[ -](?P<n>{N})[ -](?P<u>days?|weeks?|months?|quarters?|years?)\b", read_rolling),
    _rule(r"\b(?:the )?past (?P<u>day|week|month|quarter|year)\b", lambda m, t: {"day": "yesterday", "week": "last_7_days", "month": "last_30_days", "quarter": "last_3_months", "year": "last_12_months"}[m["u"].lower()]),
    _rule(rf"(?:最近的?|近|过去的?|前|这|最后)(?P<n>{ZN})个?(?P<u>天|日|周|星期|礼拜|季度|年)(?!级)", read_rolling_zh),
    _rule(rf"(?:最近的?|近|过去的?|前|这|最后)(?P<n>{ZN})个(?P<u>月)|近(?P<n2>[一二两三六])月|(?:最近的?|近|过去的?|前|这|最后)(?P<n3>[俩仨])月", read_months_zh),
    _rule(r"(?:最近|近|过去|这)半年", fixed("last_6_months")),
    _rule(r"(?:最近|近|过去|这)半个月", fixed("last_15_days")),
    *FESTIVALS,
    # Points
    _rule(rf"(?<![\w.$¥€£-])(?P<a>{ISO})(?![\w%])", read_point),
    _rule(rf"\b(?P<a>{MONTH} (?:the )?{DAY}{OF_YEAR}){COUNTED}", read_careful),
    _rule(rf"\b(?P<a>{DAY} (?:of )?{MONTH}{OF_YEAR})", read_careful),
    _rule(rf"\blast (?P<m>{MONTH})(?!\w|'(?!s\b)| (?:{DAY}|{YEAR}))", read_last_month_named),
    _rule(rf"\b(?P<a>{MONTH}(?:,? (?:{YEAR}|last year|this year))?)(?!\w|'(?!s\b))", read_careful),
    _rule(rf"(?P<a>{ZH_YEAR}?的?(?<!\d)(?!一月一月|(?<=一月)一月){ZM}月(?:份|{ZD}(?:[日号]|(?=[)）]|\s*[那这嗰该当]一?[天日晚])))?)(?!以上|内|以内|龄)", read_point),
    _rule(r"(?<!\d)(?P<a>(?:20|19)\d\d年)(?!代)", read_point),
    _rule(rf"\b(?:in|during|for|of|year|throughout|through|over) (?:the )?(?:year )?(?P<a>{YEAR}){COUNTED}(?![-/.\d])\b", read_point),
)  # fmt: skip
