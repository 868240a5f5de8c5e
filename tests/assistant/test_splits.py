import pytest

from tests.assistant.test_reading import read


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
        ("monthly orders, women vs men, headphones + keyboards together", ("month", "gender")),
    ],
)
def test_what_is_to_be_told_apart_is_split(question: str, groupings: tuple[str, ...]) -> None:
    assert read(question).groupings == groupings


@pytest.mark.parametrize(
    ("question", "filters"),
    [
        ("orders for headphones, not keyboards", ("category=Headphones",)),
        ("orders without headphones or keyboards",
         ("category!=Headphones", "category!=Keyboards")),
        ("take away what is from email and what is from social: orders",
         ("channel!=email", "channel!=social")),
        ("既不是邮件也不是搜索来的单", ("channel!=email", "channel!=search")),
        ("各渠道订单，邮件嗰啲唔使睇", ("channel!=email",)),
        ("where do we lose women", ("gender=female",)),
        ("who has the fatter margin", ()),
        ("男，25-34，五月订单", ("gender=male", "age_band=25-34")),
        ("guys in Hunan: orders", ("gender=male", "region=Hunan")),
        ("hey guys, the orders in Hunan", ("region=Hunan",)),
        ("the guys in finance want the orders", ()),
        ("小姐姐们五月的订单", ("gender=female",)),
    ],
)  # fmt: skip
def test_values_are_kept_and_left_out_as_the_words_say(
    question: str, filters: tuple[str, ...]
) -> None:
    assert sorted(read(question).filters) == sorted(filters)
