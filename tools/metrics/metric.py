"""The semantic layer: every metric declared once, with its words, unit and expression."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import ibis

from tools.metrics.dimensions import Dimension, synonyms
from tools.wording.values import Name, Unit

Source = Literal["sales", "events", "reviews", "users"]
Entity = Literal["row", "order", "visit", "user"]
Formula = Callable[[ibis.Table], ibis.Value]


@dataclass(frozen=True)
class Metric:
    """One figure that can be asked for: `top`, or `top / base` where there is a base.

    Attributes:
        name: What the tools call it.
        label: What a person calls it.
        unit: What its numbers are.
        source: Relation it is counted on (see `tools.metrics.relations`).
        top: What is summed or counted.
        definition: What it counts, in a short clause.
        needs: Columns of the source without which it cannot be computed.
        base: What `top` is divided by.
        counted: What the base counts, for "only 12 orders"; `None` without a base.
        per: What one unit of it is. An order can hold several categories and a user can visit on
            several days, so only rows add up over every split.
        folded: Column whose rows are first folded into one (a visit, a buyer) and then counted.
        rises_well: Whether more is better.
    """

    name: str
    label: Name
    unit: Unit
    source: Source
    top: Formula
    definition: Name
    needs: tuple[str, ...] = ()
    base: Formula | None = None
    counted: Name | None = None
    per: Entity = "row"
    folded: Literal["visit", "user_id"] | None = None
    rises_well: bool = True

    @property
    def synonyms(self) -> tuple[str, ...]:
        """Other words for it, English and Chinese (`vocabulary.ftl`)."""
        return synonyms(f"words-metric-{self.name}")

    @property
    def is_ratio(self) -> bool:
        """Whether it is one quantity per another, which never adds up over groups."""
        return self.base is not None

    @property
    def is_proportion(self) -> bool:
        """Whether it is the part of `base` things that `top` of them are; a z-test applies."""
        return self.is_ratio and self.unit == "share" and self.name != "gross_margin"

    def adds_up(self, dimension: Dimension) -> bool:
        """Whether its groups by `dimension` add up to the whole."""
        if self.is_ratio:
            return False
        whole_order = dimension.home != "items" and dimension.name not in OF_LINES
        return {
            "row": True,
            "order": whole_order,
            "visit": whole_order and dimension.home in ("fact", "derived"),
            "user": dimension.home == "users",
        }[self.per]


OF_LINES = ("item", "price_band")
"""Dimensions of which an order may hold several, besides those of its items."""

M = Metric
ORDERS_COUNTED = Name(en="orders", zh="笔订单")
VISITS_COUNTED = Name(en="sessions", zh="次访问")
BUYERS_COUNTED = Name(en="buyers", zh="位买家")


def _paid(lines: ibis.Table) -> ibis.Value:
    return lines.amount.sum()


def _profit(lines: ibis.Table) -> ibis.Value:
    return (lines.amount - lines.quantity * lines.cost).sum()


def _orders(lines: ibis.Table) -> ibis.Value:
    return lines.order_id.nunique()


def _rows(table: ibis.Table) -> ibis.Value:
    return table.count()


_ALL = (
    M(
        "revenue", Name(en="revenue", zh="销售额"), "money", "sales", _paid,
        Name(
            en="what customers paid for items after discounts, cancelled orders left out",
            zh="顾客实付的商品金额（已扣优惠，不含已取消订单）",
        ),
        needs=("amount",),
    ),
    M(
        "orders", Name(en="orders", zh="订单数"), "count", "sales", _orders,
        Name(en="orders placed and not cancelled", zh="未取消的订单笔数"),
        needs=("order_id",), per="order",
    ),
    M(
        "buyers", Name(en="buyers", zh="买家数"), "count", "sales", lambda t: t.user_id.nunique(),
        Name(en="different customers who ordered", zh="下过单的顾客人数（去重）"),
        needs=("user_id",), per="user",
    ),
    M(
        "units", Name(en="units sold", zh="销量"), "count", "sales", lambda t: t.quantity.sum(),
        Name(en="items sold, counted piece by piece", zh="售出的商品件数"),
        needs=("quantity",),
    ),
    M(
        "average_order_value", Name(en="average order value", zh="客单价"), "money", "sales", _paid,
        Name(en="revenue divided by the number of orders", zh="销售额除以订单数"),
        needs=("amount", "order_id"), base=_orders, counted=ORDERS_COUNTED, per="order",
    ),
    M(
        "items_per_order", Name(en="items per order", zh="每单件数"), "number", "sales",
        lambda t: t.quantity.sum(),
        Name(en="units sold divided by the number of orders", zh="售出件数除以订单数"),
        needs=("quantity", "order_id"), base=_orders, counted=ORDERS_COUNTED, per="order",
    ),
    M(
        "gross_profit", Name(en="gross profit", zh="毛利"), "money", "sales", _profit,
        Name(en="revenue less what the items cost the store", zh="销售额减去商品成本"),
        needs=("amount", "quantity", "cost"),
    ),
    M(
        "gross_margin", Name(en="gross margin", zh="毛利率"), "share", "sales", _profit,
        Name(en="gross profit as a share of revenue", zh="毛利占销售额的比例"),
        needs=("amount", "quantity", "cost"),
        base=lambda t: t.amount.sum(where=t.cost.notnull()),
    ),
    M(
        "return_rate", Name(en="return rate", zh="退货率"), "share", "sales",
        lambda t: t.returned.fill_null(0).sum(),
        Name(en="units sent back as a share of units sold", zh="退货件数占售出件数的比例"),
        needs=("returned", "quantity"), base=lambda t: t.quantity.sum(),
        counted=Name(en="units sold", zh="件售出商品"), rises_well=False,
    ),
    M(
        "repeat_purchase_rate", Name(en="repeat purchase rate", zh="复购率"), "share", "sales",
        lambda t: (t.n_orders >= 2).sum(),
        Name(
            en="the share of the period's buyers who ordered at least twice in it",
            zh="期内下单两次及以上的买家占全部买家的比例",
        ),
        needs=("user_id", "order_id"), base=_rows, counted=BUYERS_COUNTED, per="user",
        folded="user_id",
    ),
    M(
        "views", Name(en="product views", zh="浏览量"), "count", "events",
        lambda t: (t.event_type == "view").sum(),
        Name(en="times a product page was viewed", zh="商品页被浏览的次数"),
        needs=("event_type:view",),
    ),
    M(
        "carts", Name(en="cart additions", zh="加购次数"), "count", "events",
        lambda t: (t.event_type == "cart").sum(),
        Name(en="times a product was put in the cart", zh="商品被加入购物车的次数"),
        needs=("event_type:cart",),
    ),
    M(
        "sessions", Name(en="sessions", zh="访问次数"), "count", "events",
        lambda t: t.visit.nunique(),
        Name(en="visits to the store", zh="顾客到店访问的次数"),
        needs=("session_id", "event_type:view"), per="visit",
    ),
    M(
        "conversion_rate", Name(en="conversion rate", zh="转化率"), "share", "events",
        lambda t: t.bought.sum(),
        Name(en="the share of sessions ending in a purchase", zh="发生购买的访问占全部访问的比例"),
        needs=("event_type:purchase", "event_type:view"), base=_rows, counted=VISITS_COUNTED,
        per="visit",
        folded="visit",
    ),
    M(
        "cart_abandonment_rate", Name(en="cart abandonment rate", zh="弃购率"), "share", "events",
        lambda t: (t.carted & ~t.bought).sum(),
        Name(
            en="the share of sessions with something in the cart that ended without a purchase",
            zh="有加购但未购买的访问占有加购访问的比例",
        ),
        needs=("event_type:cart", "event_type:purchase"), base=lambda t: t.carted.sum(),
        counted=Name(en="sessions with a cart", zh="次有加购的访问"), per="visit", folded="visit",
        rises_well=False,
    ),
    M(
        "active_users", Name(en="active users", zh="活跃用户数"), "count", "events",
        lambda t: t.user_id.nunique(),
        Name(en="different people active in the store", zh="有任何行为的用户人数（去重）"),
        needs=("user_id", "event_type:view"), per="user",
    ),
    M(
        "new_users", Name(en="new users", zh="新增用户数"), "count", "users", _rows,
        Name(en="accounts registered", zh="新注册的账户数"),
        needs=("local_time",),
    ),
    M(
        "average_rating", Name(en="average rating", zh="平均评分"), "rating", "reviews",
        lambda t: t.rating.sum(),
        Name(en="the mean number of stars in reviews, from 1 to 5", zh="评价星级的平均值（1至5）"),
        needs=("rating",), base=lambda t: t.rating.count(),
        counted=Name(en="reviews", zh="条评价"),
    ),
    M(
        "review_count", Name(en="reviews written", zh="评价数"), "count", "reviews", _rows,
        Name(en="reviews that customers wrote", zh="顾客写下的评价条数"),
    ),
)  # fmt: skip
METRICS: dict[str, Metric] = {metric.name: metric for metric in _ALL}
"""Every metric by name."""
