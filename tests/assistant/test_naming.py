import pytest

from tests.assistant.test_reading import read


@pytest.mark.parametrize(
    ("question", "metrics"),
    [
        ("which channel sells best by revenue", ("revenue",)),
        ("which device brings in the most orders", ("orders",)),
        ("按流水看哪个品类卖得最好", ("revenue",)),
        ("how many headphones did we sell", ("units",)),
        ("how often do people fill a cart and leave without paying", ("cart_abandonment_rate",)),
        ("加了购物车却没付钱的比例", ("cart_abandonment_rate",)),
        ("how many people were in the shop yesterday", ("active_users",)),
        ("which brand sells best", ("revenue", "units")),
        ("五月湖南卖了好多单", ("orders",)),
        ("五月键盘买了好多台", ("units",)),
        ("上个月做咗几多生意", ("revenue",)),
        ("how many kettles did men buy in May", ("units",)),
        ("how many visits turn into a sale", ("conversion_rate",)),
        ("who spends more a pop, men or women", ("average_order_value",)),
        ("which age group gives things back most", ("return_rate",)),
        ("they fill the basket and wander off, how often", ("cart_abandonment_rate",)),
        ("哪个渠道卖得最好", ("revenue", "units")),
        ("which brand is sent back the most", ("return_rate",)),
        ("哪个品类退得最厉害", ("return_rate",)),
        ("which item has the most reviews", ("review_count",)),
        ("orders without returns, by brand", ("orders",)),
        ("men among headphone buyers and in headphone orders", ("buyers", "orders")),
        ("how many women bought last month", ("buyers",)),
        ("sessions and conversion rate by channel", ("sessions", "conversion_rate")),
        ("carts and abandoned carts by channel", ("carts", "cart_abandonment_rate")),
        ("加车次数和弃购率，分渠道", ("carts", "cart_abandonment_rate")),
        ("margin by brand, not the profit", ("gross_margin",)),
        ("I don't care about orders, sessions please", ("sessions",)),
        ("各渠道访问量，订单数先不管", ("sessions",)),
        ("不看金额，看访问量", ("sessions",)),
        ("conversion rate by device without email traffic", ("conversion_rate",)),
        ("上月进店几多人次", ("sessions",)),
        ("五月收到好多条评价", ("review_count",)),
        ("AOV and items/order by device", ("average_order_value", "items_per_order")),
        ("耳机浏览多少、加购多少", ("views", "carts")),
        ("headphones in May, pieces and cash both", ("units", "revenue")),
        ("customers and orders by channel", ("buyers", "orders")),
        ("orders, buyers and returns, last week", ("orders", "buyers", "return_rate")),
        ("深圳的男买家五月花了多少钱", ()),
        ("五月有多少买家花了钱", ("buyers",)),
        ("rank the regions by how many of them bought", ("buyers",)),
        ("按人头算，五月哪个省买得多", ("buyers",)),
        ("五月新来的人有多少", ("new_users",)),
        ("上月来了多少新面孔", ("new_users",)),
        ("最多人睇的三款键盘", ("views",)),
        ("哪个品牌被人看得最多", ("views",)),
        ("往购物车里塞了多少次，按月", ("carts",)),
        ("which brands are carted most", ("carts",)),
        ("哪个品牌加购最多", ("carts",)),
        ("每月评分好多、评价好多条", ("average_rating", "review_count")),
        ("评分我有了，要的是评价条数", ("review_count",)),
        ("the revenue I have already, just the returns by brand", ("return_rate",)),
        ("how many orders do I have in May", ("orders",)),
        ("一张单子平均装几样东西", ("items_per_order",)),
        ("哪个渠道一单带的件数少", ("items_per_order",)),
        ("how often was it looked at, how often put in the basket", ("views", "carts")),
        ("五月卖咗几多钱", ("revenue",)),
        ("what share of May's buyers came more than once", ("repeat_purchase_rate",)),
        (
            "of all the people who ordered in May, which part had two or more orders",
            ("repeat_purchase_rate",),
        ),
        ("what did the usual basket amount to", ("average_order_value",)),
        ("元旦三天里总共有几位客人下了单", ("buyers",)),
        ("which maker had the largest part of its units sent back", ("return_rate",)),
        ("what share of the takings do we keep over the cost of goods", ("gross_margin",)),
        ("买得最多件的是哪三个品牌", ("units",)),
        ("ok, and how many keyboards is that", ("units",)),
        ("and how many different people was it", ("buyers",)),
        ("钱先不看，换成人数", ("buyers",)),
    ],
)  # fmt: skip
def test_a_noun_names_the_metric_before_a_verb_and_a_story_before_both(
    question: str, metrics: tuple[str, ...]
) -> None:
    assert read(question).metrics == metrics


@pytest.mark.parametrize(
    ("question", "filters"),
    [
        ("耳机来的先搁一边儿，五月哪个品类订单最多", ("category!=Headphones",)),
        ("headphones always lead, so leave them out: best category?", ("category!=Headphones",)),
        ("revenue without headphones", ("category!=Headphones",)),
        ("revenue w/o headphones", ("category!=Headphones",)),
        ("revenue leaving out the headphones", ("category!=Headphones",)),
        ("revenue with headphones excluded", ("category!=Headphones",)),
        ("不算耳机的销售额", ("category!=Headphones",)),
        ("除耳机外的订单数", ("category!=Headphones",)),
        ("耳机除外的毛利", ("category!=Headphones",)),
        ("耳机的销售额", ("category=Headphones",)),
        ("take headphones out and give me the orders", ("category!=Headphones",)),
        ("orders ex headphones", ("category!=Headphones",)),
        ("orders by device, no headphones", ("category!=Headphones",)),
        ("把耳机剔除以后的订单数", ("category!=Headphones",)),
        ("耳机拿掉的话订单数多少", ("category!=Headphones",)),
        ("除了耳机键盘，其他的订单数", ("category!=Headphones", "category!=Keyboards")),
        ("I have her on the phone: orders for keyboards", ("category=Keyboards",)),
        ("orders for keyboards rather than headphones", ("category=Keyboards",)),
        ("键盘的订单数，不要耳机", ("category=Keyboards",)),
        ("I owe them the orders by Friday", ()),
        ("revenue of the shop, headphones included", ()),
        ("全店销售额，耳机也算在内", ()),
        ("orders bar headphones", ("category!=Headphones",)),
        ("orders other than from email", ("channel!=email",)),
        ("各品类订单，email那块剔掉", ("channel!=email",)),
        ("靓女买了多少件", ("gender=female",)),
        ("what did the lads order", ("gender=male",)),
        ("a woman rang about it: orders of keyboards", ("category=Keyboards",)),
        ("what does a woman spend per order", ("gender=female",)),
        ("我闺女和隔壁阿姨都说好，键盘的订单数", ("category=Keyboards",)),
        ("阿姨们的订单数", ("gender=female",)),
        ("orders of Mondays are low they say, so by day of the week please", ()),
        ("orders MoM by channel", ()),
        ("not just headphones: orders", ()),
        ("orders of headphones only", ("category=Headphones",)),
        ("orders, excl headphones n keyboards", ("category!=Headphones", "category!=Keyboards")),
        ("headphones and keyboards: skip them, then orders by category",
         ("category!=Headphones", "category!=Keyboards")),
        ("all but search and email: orders", ("channel!=search", "channel!=email")),
        ("orders by category, headphones I do not need in there", ("category!=Headphones",)),
        ("orders by category. Headphones can stay out", ("category!=Headphones",)),
        ("耳机莫算进来，其它品类的订单数", ("category!=Headphones",)),
        ("耳機同鍵盤唔計，其他品類嘅訂單數", ("category!=Headphones", "category!=Keyboards")),
        ("耳机的单子先刨掉，客单价多少", ("category!=Headphones",)),
        ("湖南以外的订单数", ("region!=Hunan",)),
        ("搜索来的订单数，湖南地区的客户除外", ("channel=search", "region!=Hunan")),
        ("耳机先放一边，其他品类的毛利率", ("category!=Headphones",)),
        ("headphones I want in there: orders by category", ("category=Headphones",)),
        ("耳机的订单，别算错了", ("category=Headphones",)),
        ("只要女的，男的别算，订单数", ("gender=female",)),
        ("耳机的订单，就是头戴式那类", ("category=Headphones",)),
        ("orders by category and nothing of headphones", ("category!=Headphones",)),
        ("各品类订单数，用搜索逛的不要算进去", ("channel!=search",)),
        ("the search lady is shouting. orders by email", ("channel=email",)),
        ("orders on Sundays only, but no, give me all days", ()),
    ],
)  # fmt: skip
def test_what_is_left_out_is_kept_out(question: str, filters: tuple[str, ...]) -> None:
    assert read(question).filters == filters


@pytest.mark.parametrize(
    ("question", "groupings"),
    [
        ("which day of the week sells most", ("weekday",)),
        ("what time do people order most", ("hour",)),
        ("what is selling", ("item",)),
        ("啥好卖", ("item",)),
        ("orders by item category", ("category",)),
        ("分别按渠道看订单数", ("channel",)),
        ("orders at weekends against weekdays", ("weekday",)),
        ("周末和平时的订单数差多少", ("weekday",)),
        ("revenue by channel then by device", ("channel", "device")),
        ("what kind of month was October", ()),
        ("orders genderwise", ("gender",)),
        ("likewise the orders", ()),
        ("五月三号每个钟几单", ("hour",)),
        ("哪三个省访问最多", ("region",)),
        ("our hero product in June", ("item",)),
        ("评分最高的6款", ("item",)),
        ("which day is better, Mondays or Fridays", ("weekday",)),
        ("三、四、五月各多少单", ("month",)),
        ("visits of May and June, separately", ("month",)),
        ("visits from May to June, separately", ()),
        ("哪几样货退得最多", ("item",)),
        ("邊樣嘢最多人睇", ("item",)),
        ("最难卖的货", ("item",)),
        ("逐个商品看件数", ("item",)),
        ("那边三件事办好了，看订单数", ()),
        ("kindly state the margin for May", ()),
        ("orders of newcomers against regulars", ("customer_type",)),
        ("各价位段的件数，里面再分新老客", ("price_band", "customer_type")),
        ("orders per price bracket", ("price_band",)),
        ("分年头看订单数", ("year",)),
        ("客单价按年龄层拆", ("age_band",)),
        ("orders by state", ("region",)),
        ("一周一周看访问量", ("week",)),
        ("逐個星期嘅訂單數", ("week",)),
        ("orders by device, then men vs women inside each", ("device", "gender")),
        ("orders by device, women vs men", ("device", "gender")),
        ("orders of headphones and keyboards month after month", ("month", "category")),
        ("channel orders by month", ("month", "channel")),
        ("the whole-channel orders by month", ("month",)),
        ("headphones and keyboards as one lot: orders", ()),
        ("耳机和键盘算一起，订单数", ()),
        ("所有渠道合并看订单数", ()),
        ("所有渠道看订单数", ("channel",)),
        ("毛利一个月一个月给我摆出来", ("month",)),
        ("逐个星期几看订单", ("weekday",)),
        ("边个钟数最多人落单", ("hour",)),
        ("哪些省退货率最凶", ("region",)),
        ("退货最多的那个单品", ("item",)),
        ("the brand that got the most orders", ("brand",)),
    ],
)
def test_splits_are_read_from_the_ways_they_are_asked_for(
    question: str, groupings: tuple[str, ...]
) -> None:
    assert read(question).groupings == groupings


@pytest.mark.parametrize(
    ("question", "order"),
    [
        ("which brand has the thinnest margin", "lowest"),
        ("毛利率最薄的品类", "lowest"),
        ("哪个渠道拖后腿", "worst"),
        ("fattest margin by brand", "highest"),
        ("brands by orders, ascending", "lowest"),
        ("orders per brand, biggest down to smallest", "highest"),
        ("各品牌退货率，从低到高", "lowest"),
        ("各品牌毛利率倒着排", "lowest"),
        ("客单价低的放前面，分渠道", "lowest"),
        ("几点钟最没人逛", "lowest"),
        ("which weekday does hardly anyone visit", "lowest"),
        ("which three brands have sold the less pieces", "lowest"),
        ("各品类毛利，唯取末二", "lowest"),
        ("orders by region, the quiet end of it", "lowest"),
        ("return rate by brand, the sorry end of the list", "worst"),
        ("return rate by brand, and the well-behaved end", "best"),
        ("哪三个品牌最省心", "best"),
        ("哪个渠道最闹心", "worst"),
        ("did email bring fewer orders than search", "highest"),
        ("regions by AOV, just the last places", "lowest"),
        ("brands by stars, sour end first", "worst"),
        ("最磨蹭的三把壶", "lowest"),
        ("卖得最费劲的几款", "lowest"),
    ],
)
def test_words_of_size_order_the_groups(question: str, order: str) -> None:
    assert read(question).order == order


@pytest.mark.parametrize(
    ("question", "compare"),
    [
        ("did conversion dip last month", "previous_period"),
        ("did October beat September on revenue", "previous_period"),
        ("这个月的毛利率不如上个月吗", "previous_period"),
        ("compare the channels by orders last month", "none"),
        ("上月各渠道销售额对比", "none"),
        ("耳机占销售额的比例是多少", "none"),
    ],
)
def test_periods_are_compared_where_the_words_say_so(question: str, compare: str) -> None:
    assert read(question).compare == compare


@pytest.mark.parametrize(
    "question",
    ["how was Q3", "7月怎么样", "October - good or bad?", "how is email doing this month"],
)
def test_a_period_alone_asks_for_an_overview(question: str) -> None:
    assert read(question).overview


@pytest.mark.parametrize(
    ("question", "filters"),
    [
        ("耳机和键盘九月卖了多少件，只看耳机", ("category=Headphones",)),
        ("revenue of headphones and of keyboards. Only keyboards.", ("category=Keyboards",)),
        ("耳机卖了多少，只看键盘", ("category=Headphones", "category=Keyboards")),
        ("revenue of headphones and keyboards only", ("category=Headphones", "category=Keyboards")),
    ],
)
def test_what_a_later_clause_alone_wants_leaves_out_the_others(
    question: str, filters: tuple[str, ...]
) -> None:
    assert read(question).filters == filters
