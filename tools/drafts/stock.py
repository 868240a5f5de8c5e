# ruff: noqa: E501  # a pattern reads best on one line
"""What the store has on its shelves: what a clearance is about, and an item worth naming."""

import re
from datetime import date, timedelta

import ibis
from ibis import _

from tools.metrics.relations import relation
from tools.store.store import Store
from tools.wording.values import Name

SOLD_DAYS = 90
LEAST_STOCK = 20
"""Units on hand that an item named in copy must have."""
CLOTHES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (r"winter|冬装|冬季|冬款", re.compile(r"jacket|coat|down|scarf|外套|羽绒|大衣|围巾", re.I)),
    (r"spring|春装|春季|春款", re.compile(r"dress|jacket|cardigan|连衣裙|外套", re.I)),
    (r"summer|夏装|夏季|夏款", re.compile(r"dress|t-?shirt|sandal|shorts|swim|连衣裙|短袖|凉鞋|泳", re.I)),
    (r"autumn|fall\b|秋装|秋季|秋款", re.compile(r"jacket|coat|sweater|knit|cardigan|外套|风衣|毛衣|针织|夹克", re.I)),
    (r"cloth(?:es|ing)|apparel|fashion|服装|衣服|女装|男装", re.compile(r"dress|jacket|coat|shirt|jean|连衣裙|外套|衬衫|裤", re.I)),
)  # fmt: skip
"""Words of a season's clothes and the categories that hold them, winter (December on) first."""
CLEARED = (
    re.compile(r"\b(?:clear(?:ing)?(?: out)?|sell(?:ing)? off|get(?:ting)? rid of) (?P<what>[a-z][\w’' -]*?)(?=$|[,.;:!?]| (?:by|with|via|at|for|before|in|on|to|from|using|and|this|next|over|through|that|which|who)\b)", re.I),
    re.compile(r"(?:清[掉理空]?|甩卖|处理)(?:一下|一批)?(?P<what>[\u4e00-\u9fff]{1,8}?)的?(?:库存|存货|尾货)"),
)  # fmt: skip
"""What is to be cleared."""
GENERAL = re.compile(
    r"\b(?:our|the|all|some|any|old|older|slow|moving|slow-moving|excess|surplus|dead|unsold|stock|inventory|shel(?:f|ves)|warehouse|leftovers?|overstock(?:ed)?|items?|products?|goods|stuff|things|ranges?|collections?|season(?:al|['’]s)?|last|remaining|rest|of|what|is|left|it|them|out|sale|end|spring|summer|autumn|fall|winter)\b"
    r"|一下|这批|那批|一批|多余|剩余|剩下|滞销|过季|换季|当季|应季|季末|积压|仓库|店里|门店|全店|[老旧的货品]|商品|春[季天]?|夏[季天]?|秋[季天]?|冬[季天]?|库存",
    re.I,
)
"""Words for any goods at all."""
COLD = re.compile(r"bedding|tumbler|bottle|coffee|tea|床品|保温杯|咖啡|茶", re.I)
"""Categories that copy may also connect with autumn and winter."""


def themed(words: str, store: Store) -> str | None:
    """The category that a season's goods in `words` stand for, the one with most stock."""
    wanted = next((goods for said, goods in CLOTHES if re.search(said, words, re.I)), None)
    if wanted is None:
        return None
    fitting = [c for c in _stocks(store) if wanted.search(_both(store, c))]
    return fitting[0] if fitting else None


def unknown_goods(words: str) -> str | None:
    """What `words` want cleared, where they name goods at all: "clear our kettles" is "kettles".

    To be asked where no category of the store is found in them.

    >>> unknown_goods("clear our kettles, 20% off"), unknown_goods("clear slow-moving stock")
    ('kettles', None)
    >>> unknown_goods("清掉水壶的库存"), unknown_goods("清理一下滞销库存")
    ('水壶', None)
    """
    for pattern in CLEARED:
        if match := pattern.search(words):
            left = GENERAL.sub(" ", match["what"])
            return " ".join(re.findall(r"[^\W\d_]{2,}", left)) or None
    return None


def in_season(category: str, day: date, store: Store) -> bool:
    """Whether `category` holds goods of the season of `day`, on the northern half of the earth."""
    season = (day.month % 12) // 3
    words = _both(store, category)
    return bool(CLOTHES[season][1].search(words) or (season in (0, 3) and COLD.search(words)))


def _both(store: Store, category: str) -> str:
    name = store.name_of("category", category)
    return f"{category} {name.en} {name.zh or ''}"


def _stocks(store: Store) -> list[str]:
    """Categories by units on hand, most first."""
    if not {"items.stock", "items.category"} <= store.columns:
        return []
    items = store.table("items").filter(_.category.notnull())
    held = items.group_by("category").aggregate(n=_.stock.sum().fill_null(0))
    rows = held.order_by(_.n.desc(), _.category).to_pyarrow().to_pylist()
    return [row["category"] for row in rows if row["n"] > 0]


def overstocked(store: Store) -> str | None:
    """The category whose stock would last longest at the pace of the last 90 days.

    `None` where stock or sales are not known.
    """
    sales = relation(store, "sales")
    if not _stocks(store) or sales is None or "item_id" not in sales.columns:
        return None
    items = store.table("items").filter(_.category.notnull())
    held = items.group_by("category").aggregate(stock=_.stock.sum().fill_null(0))
    recent = sales.filter(sales.local_time >= _since(store))
    sold = recent.inner_join(items.select("item_id", "category"), "item_id")
    paces = sold.group_by("category").aggregate(sold=_.quantity.sum())
    joined = held.left_join(paces, "category")
    cover = joined.mutate(days=joined.stock / (joined.sold.fill_null(0) + 1.0))
    rows = cover.order_by(_.days.desc(), _.category).limit(1).to_pyarrow().to_pylist()
    return str(rows[0]["category"]) if rows else None


def _since(store: Store) -> ibis.Value:
    return ibis.timestamp(f"{store.today - timedelta(days=SOLD_DAYS)} 00:00:00")


def interest(store: Store, user_ids: tuple[str, ...]) -> str | None:
    """The category that `user_ids` bought from most, else looked at most; `None` if none tells."""
    if "items.category" not in store.columns:
        return None
    items = store.table("items").select("item_id", "category").filter(_.category.notnull())
    people = ibis.memtable({"user_id": list(user_ids)})
    homes = [relation(store, "sales")]
    if "events" in store.tables:
        homes.append(store.table("events").filter(_.event_type == "view"))
    for rows in homes:
        if rows is None or not {"user_id", "item_id"} <= set(rows.columns):
            continue
        own = rows.select("user_id", "item_id").semi_join(people, "user_id")
        named = own.inner_join(items, "item_id")
        counts = named.group_by("category").aggregate(n=_.count())
        best = counts.order_by(_.n.desc(), _.category).limit(1).to_pyarrow().to_pylist()
        if best:
            return str(best[0]["category"])
    return None


def named_item(store: Store, category: str | None) -> Name | None:
    """The item of `category` that sold most lately, is on hand, and has no digits in its name."""
    sales = relation(store, "sales")
    wanted = {"items.title", "items.category", "items.stock"} <= store.columns
    if category is None or not wanted or sales is None or "item_id" not in sales.columns:
        return None
    items = store.table("items").filter(_.category == category, _.stock >= LEAST_STOCK)
    recent = sales.filter(sales.local_time >= _since(store)).select("item_id", "quantity")
    sold = recent.inner_join(items.select("item_id", "title"), "item_id")
    counts = sold.group_by("item_id", "title").aggregate(n=_.quantity.sum())
    rows = counts.order_by(_.n.desc(), _.item_id).limit(20).to_pyarrow().to_pylist()
    for row in rows:
        label = store.name_of("item", row["item_id"])
        name = label if label.en != row["item_id"] else Name(en=row["title"], zh=label.zh)
        if not re.search(r"\d", f"{name.en}{name.zh or ''}"):
            return name
    return None
