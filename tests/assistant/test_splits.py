from datetime import date

import pytest

from assistant.reading import Reader
from assistant.splits import pitted
from tests.assistant.test_reading import read
from tests.small_store import ORDERS, store_of
from tools.lexicon import Lexicon
from tools.mentions import Mention

TODAY = date(2026, 5, 31)


@pytest.mark.parametrize(
    "question",
    [
        "whatever the channel, how many orders in May",
        "not interested in which brand it is, orders in May",
        "never mind gender and age, how many orders had Hunan",
        "I don't need it for each brand, just the views",
        "across all our channels, how many visits in total",
        "our brands, all of them together: orders in May",
        "all channels thrown together, the orders of May",
        "邊個牌子都好，五月總共幾多單",
        "不拘品牌，五月的毛利率",
        "这么多渠道全算上，五月有多少访问",
        "男女老少都算，湖南五月多少单",
        "哪个渠道都行，五月访问总数",
        "Aria plus Bolt, number of orders in May",
        "靠邮件跟搜索来的单，两路一并算",
        "广东、湖南两个省加一起来了多少单",
        "耳机和键盘当一类，五月销量",
        "耳机键盘打包，五月销量",
        "headphones and keyboards in one line, orders in May",
        "Guangdong and Hunan between them: orders",
        "邮件以外的渠道，五月总共几单",
        "键盘整个品类五月的毛利率",
        "the total for Aria and Bolt in May",
        "email and social, one number please: orders",
        "广东、湖南两省五月合共几多单",
        "we stock, what, nineteen brands? the orders of all of them in May, one number",
        "十九个品牌吧，五月订单，报一个数",
    ],
)
def test_what_is_wanted_in_one_figure_is_not_split(question: str) -> None:
    assert read(question).groupings == ()
    assert read(question).top_n is None


@pytest.mark.parametrize(
    ("question", "groupings"),
    [
        ("the device doesn't matter, but which channel had most visits", ("channel",)),
        ("各渠道都算一下五月的访问", ("channel",)),
        ("orders for all brands in May", ("brand",)),
        ("how many in total for each of Aria and Bolt", ("brand",)),
        ("五月订单，一个省一行", ("region",)),
        ("orders per maker in May", ("brand",)),
        ("which makers sold the most in May", ("brand",)),
        ("orders by cat, May", ("category",)),
        ("worst cats by margin in May", ("category",)),
        ("cat beds: orders in May", ()),
        ("which items were our money makers in May", ("item",)),
        ("东莞同长沙边个多单", ("region",)),
        ("几月份订单最多", ("month",)),
        ("便宜的还是贵的卖得多，看件数", ("price_band",)),
        ("which of the keyboards has the worst rating", ("item",)),
        ("the worst-rated keyboard in May", ("item",)),
        ("卖得最好的键盘是哪个", ("item",)),
        ("the best keyboard brand by revenue", ("brand",)),
        ("orders, brand x month", ("month", "brand")),
        ("gp by category x quarter", ("category", "quarter")),
        ("what sort of goods get sent back", ("category",)),
        ("at what hour do people in Hunan buy most", ("hour",)),
        ("from Monday to Sunday, which day is best for orders", ("weekday",)),
        ("礼拜一到礼拜天，哪天订单多", ("weekday",)),
        ("一個鐘一個鐘咁睇五月嘅訂單", ("hour",)),
        ("今年每一季的订单数", ("quarter",)),
        ("哪個管道的客單價最高", ("channel",)),
        ("广东不算，其他省哪三个订单最多", ("region",)),
        ("键盘撇开，其他品类逐个报毛利率", ("category",)),
        ("男同女各落咗几多单", ("gender",)),
        ("5月訂單，依裝置分", ("device",)),
        ("各通路的營收", ("channel",)),
        ("品類再拆性別，看订单", ("category", "gender")),
        ("monthly orders, women vs men, headphones + keyboards together", ("month", "gender")),
        ("orders of men and women, month by month", ("month", "gender")),
        ("monthly orders, men and women together", ("month",)),
        ("男的女的谁退货率高，按月看", ("month", "gender")),
        ("每月的订单，不分男女", ("month",)),
        ("visits, rows = channel, columns = month", ("channel", "month")),
        ("brands down the side, months across the top: orders", ("brand", "month")),
        ("行是渠道、列是月份，看转化率", ("channel", "month")),
        ("Aria is known. Leaving out Aria, whose margin is thinnest of the others?", ("brand",)),
        ("除咗广东，其他地方边度最多人落单", ("region",)),
        ("apart from Hunan, where did most people order in May", ("region",)),
        ("键盘谁家评分最高", ("brand",)),
        ("买的件数最多的是哪三类", ("category",)),
        ("键盘的评价里抱怨最多的是哪几类问题", ()),
        ("how are the Aria keyboards rated, one by one", ("item",)),
        ("五月的耳机逐款列评分", ("item",)),
        ("views of the Aria keyboards, keyboard by keyboard", ("item",)),
        ("Aria views, line by line", ()),
        ("五月一个礼拜里头哪天订单最少", ("weekday",)),
        ("which day of a typical week has fewest orders", ("weekday",)),
        ("上个礼拜日日几多单", ("day",)),
        ("前三季度，一季一季地列订单", ("quarter",)),
        ("广东、湖南摆拢一起比，哪边订单多", ("region",)),
        ("广东、湖南摆埋一齐，五月总共几多单", ()),
        ("men and women together, and which had more orders in May", ("gender",)),
        ("耳机和键盘分开看，五月订单", ("category",)),
        ("耳机和键盘不用分开看，五月总共几单", ()),
        ("visits on each of the first four days of May", ("day",)),
        ("五月的访问，一周一个点", ("week",)),
        ("orders across the country in May", ()),
        ("where in the country do they return most", ("region",)),
        ("which category had the highest share of goods sent back", ("category",)),
        ("where do we lose most people", ()),
        ("五月几点钟转化最高，工作日周末不分", ("hour",)),
        ("which hour is best for orders, weekday or weekend does not matter", ("hour",)),
        ("orders on weekends vs weekdays in May", ("weekday",)),
        ("从邮件来买得多还是从搜索来，四五月加埋计，睇单数", ("channel",)),
        ("new custs vs old custs, how many orders, per month", ("customer_type", "month")),
        ("orders by channel, each of them split men and women", ("channel", "gender")),
        ("五月各渠道的单，每个渠道拆成男女", ("channel", "gender")),
        ("the five spots with the most orders in May", ("region",)),
        ("sleepiest week for orders this year", ("week",)),
        ("the busiest Saturday for orders", ("day",)),
        ("which day was the latest of May", ("day",)),
    ],
)
def test_what_is_to_be_told_apart_is_split(question: str, groupings: tuple[str, ...]) -> None:
    assert read(question).groupings == groupings


@pytest.mark.parametrize(
    ("question", "apart"),
    [
        ("粤湘五月的退货率PK一下", ("region",)),
        ("粤湘五月谁卖得多", ("region",)),
        ("粤湘五月哪个渠道卖得多", ()),
        ("粤湘五月一共几单", ()),
    ],
)
def test_places_that_one_word_names_are_told_apart(question: str, apart: tuple[str, ...]) -> None:
    places = ("Guangdong", "Hunan")
    named = [Mention("value", "region", place, "粤湘", 0, 2) for place in places]
    assert pitted(question, named, [f"region={place}" for place in places]) == apart


@pytest.mark.parametrize(
    ("question", "filters"),
    [
        ("orders for headphones, not keyboards", ("category=Headphones",)),
        ("Aria against everyone else: orders per brand", ()),
        ("Aria跟其他牌子比，各品牌五月订单", ()),
        ("Aria against everyone else: orders", ("brand=Aria",)),
        ("orders without headphones or keyboards",
         ("category!=Headphones", "category!=Keyboards")),
        ("take away what is from email and what is from social: orders",
         ("channel!=email", "channel!=social")),
        ("既不是邮件也不是搜索来的单", ("channel!=email", "channel!=search")),
        ("各渠道订单，邮件嗰啲唔使睇", ("channel!=email",)),
        ("where do we lose women", ("gender=female",)),
        ("no Aria, no Bolt: orders by brand", ("brand!=Aria", "brand!=Bolt")),
        ("五月订单（搜索、邮件除外）", ("channel!=search", "channel!=email")),
        ("we had 3 girls packing in May, how many orders", ()),
        ("the ladies in finance are asking for the orders in May", ()),
        ("who has the fatter margin", ()),
        ("男，25-34，五月订单", ("gender=male", "age_band=25-34")),
        ("guys in Hunan: orders", ("gender=male", "region=Hunan")),
        ("hey guys, the orders in Hunan", ("region=Hunan",)),
        ("the guys in finance want the orders", ()),
        ("小姐姐们五月的订单", ("gender=female",)),
        ("五月各渠道的单（比如邮件、搜索这些）", ()),
        ("orders by channel (email, search and so on)", ()),
        ("orders by channel, email and search only", ("channel=email", "channel=search")),
        ("each best Friday for orders", ("weekday=5",)),
        ("五月每周六的订单", ("weekday=6",)),
        ("女性客单价，五月", ("gender=female",)),
        ("orders from wmen in Hunan", ("gender=female", "region=Hunan")),
    ],
)  # fmt: skip
def test_values_are_kept_and_left_out_as_the_words_say(
    question: str, filters: tuple[str, ...]
) -> None:
    assert sorted(read(question).filters) == sorted(filters)


@pytest.mark.parametrize(
    ("question", "filters"),
    [
        ("AOV for first-time buyers in May", ("customer_type=new",)),
        ("regulars only: orders in May", ("customer_type=returning",)),
        ("what do our returning customers spend", ("customer_type=returning",)),
        ("回头客五月花了多少", ("customer_type=returning",)),
        ("新客的客单价", ("customer_type=new",)),
        ("how many new customers in May", ()),
        ("orders and new customers by channel", ()),
        ("五月来了多少新客", ()),
        ("老客的复购率", ()),
        ("orders of newcomers against regulars", ()),
        ("orders in Changsha", ("region=Hunan",)),
        ("深圳五月的订单", ("region=Guangdong",)),
        ("the Shenzhen office asks for the orders in May", ()),
        ("they clog the Changsha warehouse: orders in May", ()),
        ("深圳仓库说货多，五月订单", ()),
        ("我们在深圳五月的订单", ("region=Guangdong",)),
    ],
)
def test_whose_figures_are_wanted_is_read(question: str, filters: tuple[str, ...]) -> None:
    assert read(question).filters == filters


@pytest.mark.parametrize(
    ("question", "order", "top_n"),
    [
        ("键盘退货率，垫底的不要，退得最多的五个", "highest", 5),
        ("not the worst, the four best keyboards", "best", 4),
        ("which three brands are last in pieces sold", "lowest", 3),
        ("各品类评分，从低排到高", "lowest", None),
        ("各品类评分，高到低", "highest", None),
        ("the slowest seller among the keyboards? just the single one", "lowest", 1),
        ("a ranking of ten keyboards by profit", "highest", 10),
        ("邊款賣得最少，尾五", "lowest", 5),
        ("what sold the least in May, last 6", "lowest", 6),
        ("why not show the worst five brands", "worst", 5),
        ("which brand sells most, six of em will do", "highest", 6),
        ("orders by brand, just the four with the most", "highest", 4),
    ],
)
def test_ranks_and_numbers_are_read(question: str, order: str, top_n: int | None) -> None:
    found = read(question)
    assert (found.order, found.top_n) == (order, top_n)


@pytest.mark.parametrize(
    ("question", "filters"),
    [
        ("overseas orders in May", ("country!=CN",)),
        ("五月海外的订单", ("country!=CN",)),
        ("除了海外，五月订单", ("country=CN",)),
        ("overseas, so Malaysian orders", ("country=MY",)),
        ("orders of international brands", ()),
    ],
)
def test_abroad_is_every_country_but_the_stores_own(
    question: str, filters: tuple[str, ...]
) -> None:
    users = [{"user_id": f"u{n}", "country": c} for n, c in enumerate(("CN", "MY"))]
    store = store_of({"users": users, "orders": ORDERS})
    reader = Reader(Lexicon(store), (TODAY, TODAY), TODAY)
    assert reader.read(question).filters == filters
