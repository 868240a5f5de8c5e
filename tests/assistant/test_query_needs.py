"""What a query must hold for what is asked of it."""

import pytest

from assistant.query_examples import listed
from assistant.query_needs import unmet


@pytest.mark.parametrize(
    ("question", "query", "lacks"),
    [
        ("the median basket, please", "SELECT avg(total) FROM orders", ["use median()"]),
        ("百分之几的订单用了券", "SELECT count(*) FROM orders", ["divide the part by the whole"]),
        ("how many visitors bought nothing", "SELECT user_id FROM users", ["count them"]),
        ("orders with at least seven pieces", "SELECT count(*) FROM orders", ["hold 7"]),
        ("超过三百块的订单", "SELECT count(*) FROM orders WHERE total > 300", []),
        ("fewer than 5 orders", "SELECT count(*) FROM t GROUP BY 1 HAVING count(*) <= 4", []),
        ("top 30 brands", "SELECT sum(a) FILTER (WHERE place <= 0.3 * n)", ["hold 30"]),
        ("share with over 30 % off", "SELECT avg(discount > 0.3 * price) FROM t", []),
        ("who ordered last", "SELECT max(local_time) FROM orders", ["tell the user_id"]),
        ("who ordered last", "SELECT user_id FROM orders ORDER BY local_time DESC LIMIT 1", []),
        ("who spends more, app or desktop", "SELECT device FROM orders", []),
        ("最近下单的是哪位顾客", "SELECT max(local_time) FROM orders", ["tell the user_id"]),
        ("the second order's date", "SELECT min(local_time) OVER (ORDER BY 1) FROM orders", []),
    ],
)
def test_what_is_lacking_is_told(question, query, lacks):
    assert unmet(question, query) == lacks


def test_hardly_an_example_lacks_what_its_question_asks():
    told = [(e[language], e["sql"]) for e in listed() for language in ("en", "zh")]
    assert sum(bool(unmet(question, query)) for question, query in told) <= 0.01 * len(told)
