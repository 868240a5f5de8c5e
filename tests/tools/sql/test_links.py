"""What a question names, as conditions of a query."""

import pytest

from tests.small_store import ORDERS
from tests.tools.sql.filed import filed_store
from tools.lexicon import Lexicon
from tools.sql.links import Links


@pytest.fixture(scope="module")
def links(tmp_path_factory: pytest.TempPathFactory) -> Links:
    codes = ["O'NEIL", "SCHOOL", *["PENS5"] * len(ORDERS)]
    orders = [{**order, "coupon": code} for order, code in zip(ORDERS, codes, strict=False)]
    return Links(Lexicon(filed_store(tmp_path_factory.mktemp("store"), orders=orders)))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("orders of Aria keyboards", ["brand IN ('Aria')", "category IN ('Keyboards')"]),
        ("湖南用pens5下的单", ["region IN ('Hunan')", "coupon IN ('PENS5')"]),
        ("did o'neil work", ["coupon IN ('O''NEIL')"]),
        (
            "how many in September 2026",
            ["September 2026: local_time::DATE BETWEEN DATE '2026-09-01' AND DATE '2026-09-30'"],
        ),
        ("how many ever", []),
        ("did the Back to School campaign sell", []),
        ("how many came with SCHOOL", ["coupon IN ('SCHOOL')"]),
        ("orders with the code school", ["coupon IN ('SCHOOL')"]),
    ],
)
def test_names_are_told_by_the_columns_that_hold_them(links, question, told):
    assert links.told(question) == told
