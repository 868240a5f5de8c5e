# ruff: noqa: E501  # a pattern reads best on one line
"""Words by which questions of a plain shape are told, in both languages."""

import re

from tools.numerals import ONES

ANY_CASE = re.IGNORECASE
_N = rf"(?P<n>\d+|{'|'.join(ONES)})"
_ZN = r"(?P<zn>\d+|[一二两三四五六七八九十]+)"
HOW_MANY = r"\b(?:how many|number of|count)\b"

SILENT = re.compile(
    rf"(?=.*(?:{HOW_MANY}))(?=.*\b(?:items?|products?|skus?|articles?|goods)\b).*\b(?:no|without|never|zero|not a single|not one|(?:have|has|had|did)(?: not|n['’]t))\b.{{0,40}}\b(?:reviews?|reviewed|ratings?|rated)\b"
    r"|(?=.*(?:多少|几[款个件种样]))(?=.*(?:商品|货|产品|[款品]|SKU)).*(?:一条.{0,3}(?:评价|评论)都?(?:没|无)|(?:没有?|无|未|零|0)[^，。]{0,6}(?:评价|评论)|(?:评价|评论).{0,6}(?:都没|也没|没有|为零|是零))",
    ANY_CASE | re.S,
)
LISTED = re.compile(
    r"\b(?:list|who|which|name|names|show)\b|哪些|哪几|谁|列|名单|有没有|有冇|有无|是否有", ANY_CASE
)
"""Words by which those are to be listed who are meant."""
SAME_DAY = re.compile(
    rf"(?=.*\b(?:how many|number of|count|anyone|who|which|list|any)\b)(?=.*\b(?:customers?|people|shoppers?|users?|buyers?|anyone|folks|persons?|clients?|members?)\b)(?=.*\b(?:order\w*|bought|purchase\w*)\b)(?=.*\b(?:twice|{_N} (?:or more |separate |different |\+ )?(?:orders|times|purchases)|second order|multiple orders|several orders|more than (?:one order|once))\b).*\b(?:(?:one and )?the same (?:calendar )?day|same[- ]day|(?:in|within|on) (?:a|one) (?:single )?day)\b"
    rf"|(?=.*(?:多少|几[个位名]|哪些|谁|列|有没有|有冇|有无))(?=.*(?:人|客|用户|会员|买家|谁)).*(?:同一天|一天之?内|当天|同日)[^，。]{{0,8}}(?:{_ZN}[单次笔]|多[单次]|不止一[单次])",
    ANY_CASE | re.S,
)
VARIED = re.compile(
    rf"\b(?:at least |(?P<over>more than ))?{_N}(?: or more| ?\+)? (?:different |distinct |separate |product ){{0,2}}(?P<what>categories|brands|(?<=different )(?:items|products|skus)|(?<=distinct )(?:items|products|skus))\b"
    rf"|(?:至少|不少于|(?P<zover>超过))?{_ZN}[个种]?(?:以上|及以上|或以上)?(?:不同)?的?(?P<zwhat>品类|类目|品牌|(?<=不同的)(?:商品|产品|款)|(?<=不同)(?:商品|产品|款))",
    ANY_CASE,
)
KINDS = {
    "brand": ("品牌", "brands"),
    "category": ("品类", "categories", "类目"),
    "item_id": ("商品", "different items"),
}
"""What may be of several kinds in an order, by its column, and the words for it."""
WHO = re.compile(
    r"\b(?:customers?|people|shoppers?|buyers?|folks)\b|顾客|客户|客人|用户|会员|的人", ANY_CASE
)
HOW_MANY_ORDERS = re.compile(
    r"\bhow many (?:\w+ )?orders?\b|(?:多少|几)[张个笔]?(?:订单|单)", ANY_CASE
)
ONE_ORDER = re.compile(
    r"\b(?:how many|number of|count of|count) (?:\w+ )?orders?\b|\b(?:in|within) (?:one|a single|the same) order\b|订单|一[单笔]|同一[单笔]",
    ANY_CASE,
)
CODES = re.compile(
    r"(?=.*\b(?:which|what|top|rank\w*|list)\b)(?=.*\b(?:most|top|often|popular|rank\w*|busiest|favou?rite)\b).*\b(?:coupons?|voucher|promo(?:tion)?|discount)(?: codes?)?\b"
    r"|(?:哪[个张些款种]|什么|排[名行]).{0,10}(?:优惠码|券码|优惠券|折扣码).{0,30}(?:最多|最常|最高|最火|最受|排|前)"
    r"|(?:优惠码|券码|优惠券|折扣码).{0,20}(?:哪[个张些款种].{0,12}(?:最多|最常|最高|最火)|排[名行])",
    ANY_CASE | re.S,
)
OTHERWISE = re.compile(
    r"\b(?:average|mean|median|revenue|sales|money|value|customers?|people|shoppers?|buyers?|first|second|share|percent\w*|discounts?(?! codes?))\b|平均|客单|销售额|金额|多少钱|人数|[几多]少?个?人|顾客|客人|首单|第二|占|比例",
    ANY_CASE,
)
"""Words for what coupon codes are ranked by, if not by how many orders used them."""
OF_FIRST = re.compile(
    r"\bas (?:their|the|his|her) (?:very )?first\b|(?:[和与跟同]|第二单.*)(?:首单|第一[单次])",
    ANY_CASE,
)
"""Words for a second order beside the first, in place of any two."""
_ORDERED = (
    r"\b(?:order\w*|placed|placing|pay(?:ment|ing)|paid|checkout|checking out|purchase\w*|buying)\b"
)
_SHIPPED = r"\b(?:ship\w*|dispatch\w*|sent (?:out|off)|send\w* (?:out|off)|leav(?:e|es|ing)|left|go(?:es|ing)? out|out (?:of )?the door|handed? (?:over )?to the (?:courier|carrier))\b"
_DELIVERED = r"\b(?:deliver\w*|arriv\w*|doorsteps?|receiv\w*|reach\w*|get(?:s|ting)? (?:it|there|to the)|in (?:their|her|his|the customer.?s) hands)\b"
_THEN = r".{0,24}\b(?:to|until|till?|and|before|then)\b.{0,28}"
_ORDERED_ZH = r"(?:下单|付款|拍下|付钱|落单|下订单)(?:了|后|之后|以后)?"
_SHIPPED_ZH = r"(?:发货|出仓|出库|寄出|发出|寄走|发走)"
_DELIVERED_ZH = r"(?:签收|送达|收货|到货|到手|收到|送到|拿到)"
DELIVERY = (
    r"\bdelivery (?:times?|speed)\b|\btime to deliver\b|\bhow (?:long|many days|fast|quick\w*)\b.{0,24}\b(?:deliver(?:y|ies|ing|ed)?|orders?|parcels?|packages?)\b.{0,16}(?:\b(?:tak(?:e|es|ing)|took|arriv\w*|deliver\w*|get there|reach\w*)\b)"
    r"|(?:配送|送货|送达|收货|快递|物流)(?:时间|时长|天数|时效|速度)|(?:平均|一般|通常|大概)[^，。？]{0,6}(?:几天|多久|多长时间|多少天)(?:才|能|可以|会)?(?:送到|送达|到货|收到|签收|到手)|(?:送到|送达|签收|收到货?)[^，。？]{0,4}(?:平均|一般|通常|大概)?要?(?:几天|多久|多长时间|多少天)"
)
"""Words for the time from order to delivery that name no step."""
STEPS = (
    ("ordered_at", "shipped_at", rf"{_ORDERED}{_THEN}{_SHIPPED}|{_ORDERED_ZH}(?:到|至)?[^，。]{{0,8}}{_SHIPPED_ZH}|{_SHIPPED_ZH}(?:平均)?要(?:等)?(?:多久|几)"),
    ("shipped_at", "delivered_at", rf"{_SHIPPED}{_THEN}{_DELIVERED}|{_SHIPPED_ZH}(?:之后|以后|后)?(?:到|至)?[^，。]{{0,6}}{_DELIVERED_ZH}"),
    ("ordered_at", "delivered_at", rf"{_ORDERED}{_THEN}{_DELIVERED}|{_ORDERED_ZH}(?:到|至)?[^，。]{{0,6}}{_DELIVERED_ZH}|{DELIVERY}"),
)  # fmt: skip
MONTH = "strftime(local_time, '%Y-%m')"
TIMES = (MONTH,)
OF_USERS = ("region", "country")
"""Groups that are in the order of time, and those that are told by the customer."""
GROUPS = (
    ("region", ("省份", "region"), r"\b(?:by|per|each|every|which|across) (?:\w+ )?(?:provinces?|regions?|states?)\b|\bprovince[- ](?:by|wise)|[按分各每哪逐]一?个?(?:省|地区|区域)|一个省一个省|省份"),
    ("country", ("国家", "country"), r"\b(?:by|per|each|every|which|across) (?:\w+ )?countr(?:y|ies)\b|[按分各每哪]一?个?国"),
    ("channel", ("渠道", "channel"), r"\b(?:by|per|each|every|which|across) (?:\w+ )?channels?\b|[按分各每哪]一?个?渠道"),
    ("device", ("设备", "device"), r"\b(?:by|per|each|every|which|across) (?:\w+ )?devices?\b|[按分各每哪]一?[个种]?设备"),
    (MONTH, ("月份", "month"), r"\b(?:by|per|each|every|which) (?:\w+ )?months?\b|\bmonth[- ](?:by|on|wise)|\bmonthly\b|[按分各每哪逐]一?个?月|月度"),
)  # fmt: skip
"""What orders may be split by: the column, what it is called in Chinese and English, its words."""
OTHERWISE_SPLIT = re.compile(
    r"\b(?:by|per|each|every|which) (?:\w+ )?(?:brands?|categor\w+|items?|products?|ages?|gender|weeks?|days?|weekdays?|campaigns?|cit(?:y|ies)|couriers?|carriers?)\b|[按分各每哪]一?个?(?:品牌|品类|类目|商品|年龄|性别|周|天|活动|城市|快递)",
    ANY_CASE,
)
"""Words for other groups, which no such query is split by."""
LASTS = re.compile(
    r"\b(?:average|mean|median|typical\w*|how (?:long|fast|quick\w*)|how many (?:days|hours)|on average|delivery times?)\b|(?:配送|送货|送达|收货|物流)(?:时间|时长|天数|时效)|平均|中位|多久|几天|几个?小时|多少(?:天|个?小时)",
    ANY_CASE,
)
MEDIAN = re.compile(
    r"\bmedian\b.{0,16}\border\b.{0,8}\b(?:value|size|amount|total)|\bmedian\b.{0,8}\b(?:basket|aov|order)\b|(?:订单|客单|每单)[^，。]{0,6}中位|中位[^，。]{0,6}(?:订单|客单|单价)",
    ANY_CASE,
)
COUNTS = re.compile(rf"{HOW_MANY}|多少|几[个位名单笔]", ANY_CASE)
COUPONED = re.compile(
    r"\b(?:how many|number of|count of|count) (?:\w+ ){0,2}orders?\b(?=.*\b(?:coupons?|vouchers?|promo codes?|codes?)\b)|\b(?:coupons?|vouchers?|promo codes?|codes?)\b.*\b(?:how many|number of) (?:\w+ ){0,2}orders?\b|(?:券|优惠码|折扣码).*(?:多少|几)[单笔张]|(?:多少|几)[单笔张].*(?:券|优惠码|折扣码)",
    ANY_CASE | re.S,
)
COUPON = re.compile(r"\b(?:coupons?|vouchers?|codes?)\b|券|码", ANY_CASE)
ASIDES = re.compile(
    r"[，,。；;！!？?][^，,。；;！!？?]{0,10}(?:先|暂时)?(?:不管|不看|不用[管看]|放着|放一边|别管|忽略|不提)[^，,。；;！!？?]{0,4}|[,;.?!][^,;.?!]{0,12}\b(?:aside|never mind|not now|doesn.?t matter)\b[^,;.?!]{0,16}",
    ANY_CASE,
)
"""What a question says it does not ask."""
ALL_IN_ONE = re.compile(
    r"\b(?:and|both|together|along with|plus|as well as|same)\b|&|和|与|跟|同|又|也|都|加|及",
    ANY_CASE,
)
"""Words by which all that is named must be in one order."""
PARTS = re.compile(
    r"\b(?:without|no|not|average|mean|share|percent\w*|rate|per|by|each|which|customers?|people|category|categories|campaigns?|first|second|twice|before|after)\b|没|未|不|平均|占|比例|率|每|各|哪|人|客(?!单)|顾|首单|第二|以后|之后|之前|活动",
    ANY_CASE,
)
"""Words of what counting orders with a coupon leaves out."""
SENT_BACK = re.compile(r"\breturn(?:ed|s)?\b|\bsent back\b|退货|退了|returned", ANY_CASE)
AMOUNT = re.compile(
    r"\b(?:total amount|amount|revenue|worth|value|how much|br(?:ing|ings|ought) in|t(?:ake|akes|ook) in|takings|sales|money|turnover)\b|金额|多少钱|销售额|营业额|流水|带来|进账",
    ANY_CASE,
)
EMPTY = re.compile(
    rf"(?=.*(?:{HOW_MANY}))(?=.*\b(?:items?|products?|skus?|articles?|lines|goods)\b)(?!.*\b(?:will|going to|about to|likely|soon|next|run(?:s|ning)? out|before|until)\b).*(?:\b(?:out of|no|zero|0) (?:\w+ )?(?:stock|inventory)\b|\b(?:stock|inventory) (?:\w+ ){{0,3}}(?:zero|0|nil|empty)\b|\bsold out\b)"
    r"|(?=.*(?:多少|几[款个件种样]))(?!.*(?:快要?|即将|将要|会|未来|接下来|之前|多久|几天|撑)).*(?:库存|存货)(?:数?量?)?(?:现在|目前|已经?|都)?(?:是|为|=|等于|只剩)?(?:零|0|〇|空|清零|没了)|(?=.*(?:多少|几)[款个件种样])(?!.*(?:快要?|即将|将要|会|未来|接下来|之前|多久|几天|撑)).*(?:零库存|没(?:有)?库存|(?:断|缺)货(?:了|的))",
    ANY_CASE | re.S,
)
LARGEST = re.compile(
    r"^(?!.*\b(?:which|what|by|per|each|every) (?:\w+ )?(?:channel|brand|categor|region|province|state|item|product|customer|device|month|week|day))(?!.*(?:哪|各|每)(?:一?个)?(?:渠道|品类|类目|品牌|牌子|地区|省|城市|商品|款|客|顾|人|月|周|天|年龄)).*(?:"
    r"\b(?:biggest|largest|highest|priciest|record)(?:[- ]value)? (?:single |one |individual )*(?:order|purchase|basket)(?! value\b)\b(?!s\b)|\border\b.{0,12}\bwith the (?:most|highest|largest|biggest)\b|\bmost (?:\w+ ){1,3}(?:ever )?(?:in|on) (?:a|one) (?:single )?order\b"
    r"|(?:一[单笔]|单笔|哪一?[单笔])[^，。？?均]{0,8}最(?:多|大|高|贵)(?:的?(?:那|一)?[单笔次]|的订单|(?=[，。？?]|是|$))|最(?:大|贵|高)的?(?:那|一)(?:[单笔](?!均|价)|个?订单))",
    ANY_CASE | re.S,
)
PIECES = re.compile(r"\b(?:items|pieces|units|products|things)\b|件|个商品|样|数量", ANY_CASE)
"""Words by which an order is large for what it holds, not for what it costs."""
RATED = re.compile(
    rf"(?=.*(?:{HOW_MANY}|多少|几[个位名]))(?=.*(?:\b(?:customers?|people|shoppers?|buyers?|folks|reviewers?)\b|顾客|客户|客人|用户|会员|买家|的人))"
    r"(?=.*(?:\b(?:gave|given|give|left|leave|written|wrote|rated|handed out|awarded)\b|[给打评写留]过?了?)).*(?:[1-5一二两三四五][- ]?星|\b(?:[1-5]|one|two|three|four|five)[- ]stars?\b)",
    ANY_CASE | re.S,
)
STARS = re.compile(
    r"(?:\b(?P<n>[1-5]|one|two|three|four|five)(?:(?= (?:and|or) (?:a )?(?:[1-5]|one|two|three|four|five)[- ]stars?)|[- ]stars?\b))|(?P<zn>[1-5一二两三四五])[- ]?星",
    ANY_CASE,
)
LATER = re.compile(
    r"\b(?:after(?:wards?)?|again|later|since then|still|before)\b|又[下买回来]|再[下买回来次]|之?[后前]|回购|复购",
    ANY_CASE,
)
"""Words for what else those who rated did."""
BOTH = re.compile(
    r"\bboth\b|\band\b.{0,12}\b(?:also|too|as well)\b|\bas well as\b|既.*又|又.*又|也.*也|同时|都[给打评]",
    ANY_CASE | re.S,
)
SPLIT = re.compile(
    r"\b(?:by|per|each|every|which) (?:\w+ )?(?:brands?|categor\w+|items?|products?|ages?|gender|weeks?|days?|weekdays?|campaigns?|cit(?:y|ies)|couriers?|carriers?)\b|[按分各每哪]一?个?(?:品牌|品类|类目|商品|年龄|性别|周|天|活动|城市|快递)",
    ANY_CASE,
)
"""Words for other groups, which no such query is split by."""
LASTS = re.compile(
    r"\b(?:average|mean|median|typical\w*|how (?:long|fast|quick\w*)|how many (?:days|hours)|on average|delivery times?)\b|(?:配送|送货|送达|收货|物流)(?:时间|时长|天数|时效)|平均|中位|多久|几天|几个?小时|多少(?:天|个?小时)",
    ANY_CASE,
)
MEDIAN = re.compile(
    r"\bmedian\b.{0,16}\border\b.{0,8}\b(?:value|size|amount|total)|\bmedian\b.{0,8}\b(?:basket|aov|order)\b|(?:订单|客单|每单)[^，。]{0,6}中位|中位[^，。]{0,6}(?:订单|客单|单价)",
    ANY_CASE,
)
COUNTS = re.compile(rf"{HOW_MANY}|多少|几[个位名单笔]", ANY_CASE)
COUPONED = re.compile(
    r"\b(?:how many|number of|count of|count) (?:\w+ ){0,2}orders?\b(?=.*\b(?:coupons?|vouchers?|promo codes?|codes?)\b)|\b(?:coupons?|vouchers?|promo codes?|codes?)\b.*\b(?:how many|number of) (?:\w+ ){0,2}orders?\b|(?:券|优惠码|折扣码).*(?:多少|几)[单笔张]|(?:多少|几)[单笔张].*(?:券|优惠码|折扣码)",
    ANY_CASE | re.S,
)
COUPON = re.compile(r"\b(?:coupons?|vouchers?|codes?)\b|券|码", ANY_CASE)
ASIDES = re.compile(
    r"[，,。；;！!？?][^，,。；;！!？?]{0,10}(?:先|暂时)?(?:不管|不看|不用[管看]|放着|放一边|别管|忽略|不提)[^，,。；;！!？?]{0,4}|[,;.?!][^,;.?!]{0,12}\b(?:aside|never mind|not now|doesn.?t matter)\b[^,;.?!]{0,16}",
    ANY_CASE,
)
"""What a question says it does not ask."""
ALL_IN_ONE = re.compile(
    r"\b(?:and|both|together|along with|plus|as well as|same)\b|&|和|与|跟|同|又|也|都|加|及",
    ANY_CASE,
)
"""Words by which all that is named must be in one order."""
PARTS = re.compile(
    r"\b(?:without|no|not|average|mean|share|percent\w*|rate|per|by|each|which|customers?|people|category|categories|campaigns?|first|second|twice|before|after)\b|没|未|不|平均|占|比例|率|每|各|哪|人|客(?!单)|顾|首单|第二|以后|之后|之前|活动",
    ANY_CASE,
)
"""Words of what counting orders with a coupon leaves out."""
SENT_BACK = re.compile(r"\breturn(?:ed|s)?\b|\bsent back\b|退货|退了|returned", ANY_CASE)
AMOUNT = re.compile(
    r"\b(?:total amount|amount|revenue|worth|value|how much|br(?:ing|ings|ought) in|t(?:ake|akes|ook) in|takings|sales|money|turnover)\b|金额|多少钱|销售额|营业额|流水|带来|进账",
    ANY_CASE,
)
EMPTY = re.compile(
    rf"(?=.*(?:{HOW_MANY}))(?=.*\b(?:items?|products?|skus?|articles?|lines|goods)\b)(?!.*\b(?:will|going to|about to|likely|soon|next|run(?:s|ning)? out|before|until)\b).*(?:\b(?:out of|no|zero|0) (?:\w+ )?(?:stock|inventory)\b|\b(?:stock|inventory) (?:\w+ ){{0,3}}(?:zero|0|nil|empty)\b|\bsold out\b)"
    r"|(?=.*(?:多少|几[款个件种样]))(?!.*(?:快要?|即将|将要|会|未来|接下来|之前|多久|几天|撑)).*(?:库存|存货)(?:数?量?)?(?:现在|目前|已经?|都)?(?:是|为|=|等于|只剩)?(?:零|0|〇|空|清零|没了)|(?=.*(?:多少|几)[款个件种样])(?!.*(?:快要?|即将|将要|会|未来|接下来|之前|多久|几天|撑)).*(?:零库存|没(?:有)?库存|(?:断|缺)货(?:了|的))",
    ANY_CASE | re.S,
)
LARGEST = re.compile(
    r"^(?!.*\b(?:which|what|by|per|each|every) (?:\w+ )?(?:channel|brand|categor|region|province|state|item|product|customer|device|month|week|day))(?!.*(?:哪|各|每)(?:一?个)?(?:渠道|品类|类目|品牌|牌子|地区|省|城市|商品|款|客|顾|人|月|周|天|年龄)).*(?:"
    r"\b(?:biggest|largest|highest|priciest|record)(?:[- ]value)? (?:single |one |individual )*(?:order|purchase|basket)(?! value\b)\b(?!s\b)|\border\b.{0,12}\bwith the (?:most|highest|largest|biggest)\b|\bmost (?:\w+ ){1,3}(?:ever )?(?:in|on) (?:a|one) (?:single )?order\b"
    r"|(?:一[单笔]|单笔|哪一?[单笔])[^，。？?均]{0,8}最(?:多|大|高|贵)(?:的?(?:那|一)?[单笔次]|的订单|(?=[，。？?]|是|$))|最(?:大|贵|高)的?(?:那|一)(?:[单笔](?!均|价)|个?订单))",
    ANY_CASE | re.S,
)
PIECES = re.compile(r"\b(?:items|pieces|units|products|things)\b|件|个商品|样|数量", ANY_CASE)
"""Words by which an order is large for what it holds, not for what it costs."""
RATED = re.compile(
    rf"(?=.*(?:{HOW_MANY}|多少|几[个位名]))(?=.*(?:\b(?:customers?|people|shoppers?|buyers?|folks|reviewers?)\b|顾客|客户|客人|用户|会员|买家|的人))"
    r"(?=.*(?:\b(?:gave|given|give|left|leave|written|wrote|rated|handed out|awarded)\b|[给打评写留]过?了?)).*(?:[1-5一二两三四五][- ]?星|\b(?:[1-5]|one|two|three|four|five)[- ]stars?\b)",
    ANY_CASE | re.S,
)
STARS = re.compile(
    r"(?:\b(?P<n>[1-5]|one|two|three|four|five)(?:(?= (?:and|or) (?:a )?(?:[1-5]|one|two|three|four|five)[- ]stars?)|[- ]stars?\b))|(?P<zn>[1-5一二两三四五])[- ]?星",
    ANY_CASE,
)
LATER = re.compile(
    r"\b(?:after(?:wards?)?|again|later|since then|still|before)\b|又[下买回来]|再[下买回来次]|之?[后前]|回购|复购",
    ANY_CASE,
)
"""Words for what else those who rated did."""
BOTH = re.compile(
    r"\bboth\b|\band\b.{0,12}\b(?:also|too|as well)\b|\bas well as\b|既.*又|又.*又|也.*也|同时|都[给打评]",
    ANY_CASE | re.S,
)
CANCELLED = re.compile(
    rf"(?=.*(?:{HOW_MANY}|\b(?:share|percent\w*|rate|proportion|part)\b))(?=.*\borders?\b).*\b(?:cancell?ed|cancell?ations?|cancell?ing|called off)\b"
    r"|(?=.*(?:多少|几[单笔个]|占比|比例|率)).*(?:取消(?:了|掉|率|的订单|的单|订单)|(?:订单|单子)[^，。]{0,6}(?:被)?取消)",
    ANY_CASE | re.S,
)
SPLIT = re.compile(
    r"\b(?:by|per|each|every|which|customers?|people|who|why|reasons?|leav\w+ out|exclud\w*|without|not|ignor\w*|except\w*)\b|n['’]t\b"
    r"|各|每|哪|谁|客|顾|人|为什么|原因|不算|除|不含|不包|剔|没|未",
    ANY_CASE,
)
"""Words of what counting cancelled orders leaves out."""
_WISHED = r"\b(?:wish-?list\w*|favou?rited?|saved|bookmarked|hearted|liked)\b|收藏|心愿单|加心愿"
_CARTED = r"\b(?:cart\w*|baskets?|added to (?:the )?(?:cart|basket|bag))\b|加购|加过?车|购物车|篮子"
_VIEWED = r"\b(?:view\w*|looked at|browsed|clicked|seen)\b|浏览|看过|点过|点击|有人看"
WANTED = (("wishlist", _WISHED), ("cart", _CARTED), ("view", _VIEWED))
"""What is done with an item before it is bought, and the words for it."""
_OF_PEOPLE = r"(?!.*(?:\b(?:people|customers?|shoppers?|users?|women|men|buyers?|those|visitors?|anyone|everyone) (?:who|that|with)\b|\bwho\b|的(?:人|顾客|客户|用户|会员)|谁|多少人))"
UNSOLD = re.compile(
    rf"^{_OF_PEOPLE}(?=.*\b(?:items?|products?|skus?|articles?|goods|things|titles|pieces)\b)(?=.*(?:{_WISHED}|{_CARTED}|{_VIEWED})).*\b(?:but|yet|and|without|though)\b.{{0,30}}\b(?:never|no(?:t|body| one)?|not once|zero|none|without)\b.{{0,24}}\b(?:sold|sell|bought|buy\w*|order\w*|purchas\w*|sales?)\b"
    rf"|^{_OF_PEOPLE}(?=.*(?:商品|产品|货|单品|款|东西|SKU))(?=.*(?:{_WISHED}|{_CARTED}|{_VIEWED})).*(?:没|从未|未|零|冇)[^，。？?人]{{0,8}}(?:卖|销|成交|出单|买|出手)|^{_OF_PEOPLE}(?=.*(?:商品|产品|货|单品|款|东西|SKU))(?=.*(?:{_WISHED}|{_CARTED}|{_VIEWED})).*(?:一件|一单|一个|一次)(?:都|也)(?:没|冇|未)",
    ANY_CASE | re.S,
)
