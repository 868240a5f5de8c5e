"""Questions of plain shapes: their queries give what counting by hand gives."""

from datetime import timedelta

import pytest

from tests.small_store import TABLE_ROWS
from tests.tools.sql.filed import filed_store, near_tools
from tools.lexicon import Lexicon
from tools.sql.shapes import Shapes
from tools.sql.tool import SqlTools
from tools.wording.values import Language


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> SqlTools:
    return near_tools(filed_store(tmp_path_factory.mktemp("store")))


@pytest.fixture(scope="module")
def shapes(tools: SqlTools) -> Shapes:
    return Shapes(Lexicon(tools.store))


@pytest.mark.parametrize(
    ("question", "language", "by_hand"),
    [
        (
            "How many products have never been reviewed?",
            "en",
            "SELECT count(*) FROM items LEFT JOIN reviews USING (item_id) WHERE review_id IS NULL",
        ),
        (
            "what share of orders came to more than ¥100?",
            "en",
            "SELECT sum(CASE WHEN s > 100 THEN 1 ELSE 0 END), avg(CASE WHEN s > 100 THEN 1 ELSE 0"
            " END) FROM (SELECT sum(quantity * unit_price - coalesce(discount, 0)) AS s FROM orders"
            " JOIN order_lines USING (order_id) WHERE status <> 'cancelled' GROUP BY order_id)",
        ),
        (
            "一百块以下的单子有多少",
            "zh",
            "SELECT sum(CASE WHEN s <= 100 THEN 1 ELSE 0 END), avg(CASE WHEN s <= 100 THEN 1 ELSE 0"
            " END) FROM (SELECT sum(quantity * unit_price - coalesce(discount, 0)) AS s FROM orders"
            " JOIN order_lines USING (order_id) WHERE status <> 'cancelled' GROUP BY order_id)",
        ),
        (
            "有多少客人同一天下过两单？",
            "zh",
            "SELECT count(DISTINCT a.user_id) FROM orders a JOIN orders b ON a.user_id = b.user_id"
            " AND a.order_id < b.order_id AND a.local_time::DATE = b.local_time::DATE"
            " WHERE a.status <> 'cancelled' AND b.status <> 'cancelled'",
        ),
        (
            "how many customers have bought from two or more different categories?",
            "en",
            "SELECT count(*) FROM (SELECT user_id FROM orders JOIN order_lines USING (order_id)"
            " JOIN items USING (item_id) WHERE status <> 'cancelled' AND user_id IS NOT NULL"
            " GROUP BY user_id HAVING min(category) <> max(category))",
        ),
        (
            "有多少顾客买过三种以上不同的商品",
            "zh",
            "SELECT count(*) FROM (SELECT user_id FROM orders JOIN order_lines USING (order_id)"
            " WHERE status <> 'cancelled' AND user_id IS NOT NULL"
            " GROUP BY user_id HAVING count(DISTINCT item_id) >= 3)",
        ),
        (
            "what share of our reviews has one or two stars?",
            "en",
            "SELECT count(*) FILTER (rating <= 2), avg((rating <= 2)::INT) FROM reviews",
        ),
        (
            "耳机的好评率",
            "zh",
            "SELECT count(*) FILTER (rating >= 4), avg((rating >= 4)::INT) FROM reviews"
            " JOIN items USING (item_id) WHERE category = 'Headphones'",
        ),
        (
            "guest orders and their share",
            "en",
            "SELECT count(*) FILTER (user_id IS NULL), avg((user_id IS NULL)::INT), sum(CASE WHEN"
            " user_id IS NULL THEN s ELSE 0 END), sum(CASE WHEN user_id IS NULL THEN s ELSE 0 END)"
            " / sum(s) FROM orders JOIN (SELECT order_id, sum(quantity * unit_price -"
            " coalesce(discount, 0)) AS s FROM order_lines GROUP BY 1) USING (order_id)"
            " WHERE status <> 'cancelled'",
        ),
        (
            "on how many separate days did we take at least two orders?",
            "en",
            "SELECT count(*) FROM (SELECT local_time::DATE FROM orders"
            " WHERE status <> 'cancelled' GROUP BY 1 HAVING count(*) > 1)",
        ),
        (
            "有几天的销售额超过150元？",
            "zh",
            "SELECT count(*) FROM (SELECT sum(quantity * unit_price - coalesce(discount, 0)) AS s"
            " FROM orders JOIN order_lines USING (order_id) WHERE status <> 'cancelled'"
            " GROUP BY local_time::DATE) WHERE s > 150",
        ),
        (
            "cancellations by channel",
            "en",
            "SELECT channel, sum(CASE status WHEN 'cancelled' THEN 1 ELSE 0 END) AS n,"
            " avg((status = 'cancelled')::INT) FROM orders GROUP BY 1 ORDER BY n DESC, 1",
        ),
        (
            "每月取消率",
            "zh",
            "SELECT left(local_time::VARCHAR, 7), sum((status = 'cancelled')::INT),"
            " avg((status = 'cancelled')::INT) FROM orders GROUP BY 1 ORDER BY 1",
        ),
        (
            "which devices have the highest number of cancelled orders",
            "en",
            "SELECT device, sum((status = 'cancelled')::INT) AS n, avg((status = 'cancelled')::INT)"
            " FROM orders GROUP BY 1 ORDER BY n DESC, 1",
        ),
        (
            "how many 2-3 star reviews are there",
            "en",
            "SELECT count(*) FILTER (rating = 2 OR rating = 3),"
            " avg((rating = 2 OR rating = 3)::INT) FROM reviews",
        ),
        (
            "4星以上的评价有多少条",
            "zh",
            "SELECT count(*) FILTER (rating > 3), avg((rating > 3)::INT) FROM reviews",
        ),
        (
            "in how many orders did the shopper mix two or more different brands?",
            "en",
            "SELECT count(*) FROM (SELECT order_id FROM orders JOIN order_lines USING (order_id)"
            " JOIN items USING (item_id) WHERE status <> 'cancelled' GROUP BY order_id"
            " HAVING min(brand) <> max(brand))",
        ),
        (
            "total discounts in October 2026",
            "en",
            "SELECT sum(discount), sum(discount) / sum(quantity * unit_price),"
            " count(DISTINCT CASE WHEN discount > 0 THEN order_id END) / count(DISTINCT order_id)"
            " FROM order_lines JOIN orders USING (order_id)"
            " WHERE status <> 'cancelled' AND month(local_time) = 10",
        ),
        (
            "前50%的顾客贡献了多少销售额",
            "zh",
            "WITH t AS (SELECT user_id, sum(quantity * unit_price - coalesce(discount, 0)) AS s"
            " FROM"
            " orders JOIN order_lines USING (order_id) WHERE status <> 'cancelled'"
            " AND user_id IS NOT NULL GROUP BY 1), k AS (SELECT s FROM t ORDER BY s DESC"
            " LIMIT (SELECT (count(*) + 1) // 2 FROM t))"
            " SELECT (SELECT sum(s) FROM k) / (SELECT sum(s) FROM t), (SELECT count(*) FROM k),"
            " (SELECT sum(s) FROM k)",
        ),
        (
            "average number of days between two orders of a customer",
            "en",
            "SELECT median(d), avg(d), count(*) FROM (SELECT min(b.local_time::DATE -"
            " a.local_time::DATE) AS d FROM orders a JOIN orders b ON a.user_id = b.user_id"
            " AND b.local_time::DATE > a.local_time::DATE WHERE a.status <> 'cancelled'"
            " AND b.status <> 'cancelled' GROUP BY a.user_id, a.local_time::DATE)",
        ),
        (
            "products with many views but few purchases",
            "en",
            "SELECT title, v, p, p / v FROM (SELECT item_id, sum((event_type = 'view')::INT) AS v,"
            " sum((event_type = 'purchase')::INT) AS p FROM events GROUP BY 1) JOIN items"
            " USING (item_id) ORDER BY v >= (SELECT quantile_cont(n, 0.75) FROM (SELECT count(*) AS"
            " n FROM events WHERE event_type = 'view' GROUP BY item_id)) DESC, p / v, v DESC"
            " LIMIT 1",
        ),
        (
            "how many people gave both one star and three stars",
            "en",
            "SELECT count(DISTINCT a.user_id) FROM reviews a JOIN reviews b USING (user_id)"
            " WHERE a.rating = 1 AND b.rating = 3",
        ),
        (
            "给过五星的顾客有多少个",
            "zh",
            "SELECT count(DISTINCT user_id) FROM reviews WHERE rating = 5",
        ),
        (
            "how many orders were cancelled, and what share is that?",
            "en",
            "SELECT sum(CASE WHEN status = 'cancelled' THEN 1 ELSE 0 END),"
            " avg(CASE WHEN status = 'cancelled' THEN 1 ELSE 0 END) FROM orders",
        ),
        (
            "how many skus do we have no stock of at the moment",
            "en",
            "SELECT sum(CASE WHEN stock = 0 THEN 1 ELSE 0 END) FROM items",
        ),
        (
            "哪一单买得最多，一共几件",
            "zh",
            "WITH sizes AS (SELECT order_id, sum(quantity) AS n FROM order_lines"
            " JOIN orders USING (order_id) WHERE status <> 'cancelled' GROUP BY order_id)"
            " SELECT * FROM sizes WHERE n = (SELECT max(n) FROM sizes) ORDER BY order_id LIMIT 1",
        ),
        (
            "how many products were viewed but never sold in September 2026?",
            "en",
            "SELECT count(*) FROM items WHERE item_id IN (SELECT item_id FROM events WHERE"
            " event_type = 'view' AND month(local_time) = 9) AND item_id NOT IN"
            " (SELECT item_id FROM order_lines JOIN orders USING (order_id)"
            " WHERE status <> 'cancelled' AND month(local_time) = 9)",
        ),
    ],
)
def test_a_shape_gives_what_counting_by_hand_gives(
    tools: SqlTools, shapes: Shapes, question: str, language: Language, by_hand: str
) -> None:
    query = shapes.query(question, language)
    assert query is not None
    assert [*tools.run_sql(query).rows[0].values()] == [*tools.run_sql(by_hand).rows[0].values()]


@pytest.mark.parametrize(
    "question",
    [
        "how many customers never left a review?",
        "which items got more than 50 reviews",
        "how many items will be out of stock by Friday",
        "哪个渠道订单最多？",
        "how many orders in May, leaving out cancelled orders?",
        "which category has the most cancelled orders, and how many?",
        "how many products without a review were sold in May compared with June?",
        "how many women in different regions ordered twice on the same day via email?",
        "which coupon campaign worked",
        "评价最多的商品是哪款",
        "不用券的订单有多少单",
        "people who viewed lamps but did not buy",
        "加购了但没买的人有多少",
        "what discount should we give on lamps",
        "how much discount does each brand need",
        "who are the top 10% of customers",
        "how long between orders for each brand",
        "这位顾客平均多久回购",
        "people who viewed many products but bought few",
    ],
)
def test_what_no_shape_holds_whole_is_left_to_others(shapes: Shapes, question: str) -> None:
    assert shapes.query(question, "en") is None


def test_a_store_without_coupons_is_not_asked_for_them(shapes: Shapes) -> None:
    assert shapes.query("which coupon code was used most often?", "en") is None


def test_the_column_says_what_was_counted(shapes: Shapes) -> None:
    query = shapes.query("How many orders hold 3 or more different categories?", "en")
    assert query is not None
    assert '"orders with 3 or more categories"' in query


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> SqlTools:
    """A store that knows when its orders left and which coupons they used."""
    late = {"o3": 4, "o7": 2}
    orders = [
        {
            **order,
            "shipped_at": order["ordered_at"] + timedelta(days=late.get(order["order_id"], 1)),
            "coupon": "TEA5" if order["order_id"] in ("o3", "o6") else None,
        }
        for order in TABLE_ROWS["orders"]
    ]
    return near_tools(filed_store(tmp_path_factory.mktemp("shipped"), orders=orders))


@pytest.mark.parametrize(
    ("question", "language", "rows"),
    [
        ("how long from order to dispatch on average", "en", [(11 / 7,)]),
        ("days between paying and leaving the warehouse on average, month by month", "en",
         [("2026-09", 1.0), ("2026-10", 1.8)]),
        ("下单到出库平均几天，按渠道看", "zh",
         [("email", 2.0), ("search", 4 / 3), ("social", 1.0)]),
        ("how many orders took more than 2 days from order to dispatch", "en", [(1, 1 / 7)]),
        ("下单到发货一天以内的有多少单", "zh", [(5, 5 / 7)]),
        ("how many orders used TEA5", "en", [(2,)]),
        ("TEA5用了几单？退货先不管", "zh", [(2,)]),
        ("how many orders with a coupon held keyboards", "en", [(1,)]),
    ],
)  # fmt: skip
def test_times_and_coupons_are_told_by_what_the_words_split_and_name(
    shipped: SqlTools, question: str, language: Language, rows: list[tuple[object, ...]]
) -> None:
    query = Shapes(Lexicon(shipped.store)).query(question, language)
    assert query is not None
    found = [tuple(row.values()) for row in shipped.run_sql(query).rows]
    assert [row[:-1] for row in found] == [row[:-1] for row in rows]
    assert [row[-1] for row in found] == pytest.approx([row[-1] for row in rows], abs=0.01)


def test_a_time_is_not_split_by_what_no_order_has(shipped: SqlTools) -> None:
    shapes = Shapes(Lexicon(shipped.store))
    assert shapes.query("average days from order to shipping by brand", "en") is None
    by_province = shapes.query("average days from order to shipping by province", "en")
    assert by_province is not None
    assert "JOIN users" in by_province
