import pytest

from assistant.counting import counted


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("who are the eighteen expected to spend the most", 18),
        ("which are our nine likely to come back", 9),
        ("what would you offer her? two's plenty", 2),
        ("who are the people expected to come in 9 days", None),
    ],
)
def test_those_expected_are_counted(text: str, n: int | None) -> None:
    found = counted(text)
    assert (found.n if found else None) == n


@pytest.mark.parametrize(
    ("question", "n"),
    [
        ("top15 brands", 15),
        ("the podium of regions by orders", 3),
        ("margin by brand, fattest 4 only", 4),
        ("returns by region, the ugliest six please", 6),
        ("gold, silver and bronze among the regions", 3),
        ("first, second and third of the brands", 3),
        ("五月品类的金银铜", 3),
        ("渠道的冠亚季军是谁", 3),
        ("Top-10 channels last month", 10),
        ("the ten best sellers", 10),
        ("15 names for the mailing", 15),
        ("give me 30 people", 30),
        ("pick 5", 5),
        ("cut it down to six", 6),
        ("mugs for u7? max 4", 4),
        ("ideas for her, a maximum of three please", 3),
        ("limit it to 8", 8),
        ("给他推点东西，仨就够", 3),
        ("俩就行，别多", 2),
        ("名单缩到8个", 8),
        ("who buys next? any three would do", 3),
        ("likeliest buyers, only 4 please", 4),
        ("which 9 women will spend most", 9),
        ("a dozen shoppers for a coupon", 12),
        ("twenty-five customers to email", 25),
        ("圈30个最可能下单的人", 30),
        ("挑五个高价值客户", 5),
        ("给我二十位可能回购的会员", 20),
        ("前十五名商品", 15),
        ("销量最好的俩渠道", 2),
        ("推荐一百二十个潜客", 120),
        ("名单来50人", 50),
        ("seven quotes from happy buyers", 7),
        ("give nine... no, make it sixteen", 16),
        ("a lamp for u3, two will suffice", 2),
        ("a dozen on the list will do", 12),
        ("what to fix, keep it to four points", 4),
        ("推几口锅，两口就行", 2),
        ("列八个，不，九个吧", 9),
        ("the single biggest thing to fix", 1),
        ("贴五句夸面料的话", 5),
        ("九个增长点", 9),
        ("two hundred at-risk people", 200),
        ("按这批会员的样子扩六十个", 60),
        ("three things worth fixing", 3),
        ("7个不够，给我18个", 18),
        ("10 names are too many, only 4 please", 4),
        ("units by item, top half dozen", 6),
        ("最差的八个牌子，嗯，三个就行", 3),
        ("top 8 brands, though 3 will do", 3),
        ("推俩就行", 2),
        ("就看垫底那六个", 6),
        ("邊三款賣得最多", 3),
        ("brands by margin, the last half dozen places", 6),
        ("which lamp sold least, the single slowest", 1),
        ("which day had the most carts? only that day", 1),
        ("各县订单，唯取末二", 2),
        ("the seven at the quiet end", 7),
        ("those four at the very bottom", 4),
        ("毛利几何？但录首四", 4),
        ("只谈价钱，三桩就够", 3),
        ("shoppers who look like our best. Forty, please.", 40),
        ("brands by margin. Six of 'em.", 6),
        ("哪个月毛利最高？就要那个月", 1),
        ("边只牌子退货率最高，净系要第一名", 1),
        ("边只牌子退货率最高，五只啦", 5),
        ("哪款最难卖，八款吧", 8),
    ],
)
def test_a_number_of_what_is_listed_is_a_count(question: str, n: int) -> None:
    found = counted(question)
    assert found is not None
    assert found.n == n


@pytest.mark.parametrize(
    "question",
    [
        "近30天的销售额",
        "一样的排法，再来一份",
        "revenue of the last 30 days",
        "third quarter, 3 months of orders",
        "第3季度的订单",
        "1星评价说了什么",
        "top 10% of customers",
        "orders over 500",
        "customers aged 25-34",
        "customers who bought 3 items",
        "how many orders had 4 items",
        "买了3件以上的客户",
        "邮件和搜索这两个渠道谁好",
        "前三天的订单",
        "双11销售额",
        "Three quick ones before the call: stars by brand",
        "Two things for the bag people, no rush: what sells",
        "one row per colour, please",
        "俩事儿：先看各渠道的访问",
        "三个问题，第一个是各品牌的评分",
        "给我一个数就够",
        "lamps and mats as one lot",
        "only that day, please",
        "For mugs in May I wrote down 214 units. Right?",
        "Someone says 9 orders came from there.",
        "views and carts of mugs in May. Two numbers, nothing else.",
        "Three figures please: orders, units, revenue",
        "两个数就够：浏览和加购",
        "头一回来的人买了多少",
        "不要五个",
    ],
)
def test_periods_stars_ages_and_amounts_are_no_count(question: str) -> None:
    assert counted(question) is None


def test_two_who_belong_together_are_no_count() -> None:
    assert counted("她俩就爱买杯子") is None


def test_a_number_within_a_name_is_no_count() -> None:
    question = "how did Lumo 5 products do"
    assert counted(question, [(8, 14)]) is None


def test_a_number_before_a_value_of_the_store_is_a_count() -> None:
    question = "what 4 kettles suit her"
    found = counted(question, things=[question.index("kettles")])
    assert found is not None
    assert found.n == 4
    assert counted("people who bought 4 kettles", things=[21]) is None


@pytest.mark.parametrize(
    ("question", "n"),
    [
        ("People like our regulars. Forty, please.", 40),
        ("Only the angry ones, six'll do", 6),
        ("a dozen'd be plenty", 12),
        ("Which 15 of our regulars may leave us", 15),
        ("what's the one stock fix that'd save us most?", 1),
        ("Fifteen, no more.", 15),
        ("只说退货，三桩就够", 3),
        ("说两宗就行", 2),
        ("畀廿五个名我", 25),
        ("依品牌列之，惟取其六", 6),
        ("两件事就够", 2),
        ("lamps by stars, lowest first, limit 9", 9),
        ("revenue by shop desc limit 12, May", 12),
        ("Four suffice.", 4),
        ("limit 20。哦，limit 改成 6", 6),
        ("唔好五款，九款啦", 9),
        ("not three, eleven please", 11),
        ("not the top 6, the bottom 4", 4),
    ],
)
def test_numbers_alone_and_enough(question: str, n: int) -> None:
    found = counted(question)
    assert found is not None
    assert found.n == n


@pytest.mark.parametrize(
    "question",
    ["Which 3 months did best", "October, please.", "Which of those sold? 90 days, please",
     "两件事，想问问你", "the one who rang that day"],
)  # fmt: skip
def test_numbers_of_no_list(question: str) -> None:
    assert counted(question) is None


@pytest.mark.parametrize(
    "question",
    [
        "orders of gold, silver and bronze members",
        "who stands on the top of the podium",
        "金银铜会员的订单",
        "订单都折在哪一步",
        "19 brands? whatever, the sum please",
        "our 19 brands, the orders in one number",
        "the two separately, please",
        "两样分开比",
    ],
)
def test_tiers_steps_and_sizes_are_no_counts(question: str) -> None:
    assert counted(question) is None
