"""The simulated store as canonical Arrow tables, times in UTC."""

from collections.abc import Sequence
from datetime import datetime

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tools.store.demo.campaigns import Campaign
from tools.store.demo.catalogue import Catalogue, categories, description, stock
from tools.store.demo.config import DAY, DemoConfig, Floats, Ints
from tools.store.demo.customers import Customers, places
from tools.store.demo.orders import Orders
from tools.store.demo.sending import send_times
from tools.store.demo.shopping import Shopping
from tools.store.demo.visits import Visits

TIME_ZONE = "Asia/Shanghai"
ABANDONED_REMOVED = 0.18  # share of basket lines not bought that are taken out again
WISHED = 0.018  # share of views that end on the wish list


def utc(config: DemoConfig, seconds: Ints) -> pa.Array:
    """UTC times of local seconds since the first simulated midnight; negative ones can be null."""
    midnight = datetime.combine(config.start, datetime.min.time())
    origin = int((midnight - datetime(1970, 1, 1)).total_seconds())  # noqa: DTZ001 - wall clock
    local = pa.array((seconds + origin) * 1_000_000).cast(pa.timestamp("us"))
    moment = pc.assume_timezone(local, TIME_ZONE)
    return pc.cast(pc.cast(moment, pa.timestamp("us", tz="UTC")), pa.timestamp("us"))


def take(names: Sequence[str | None], index: Ints) -> pa.Array:
    """`names` at `index`; null where the index is negative."""
    indices = pa.array(index, mask=np.asarray(index) < 0)
    return pc.take(pa.array(names, pa.string()), indices)


def blank_to_null(texts: list[str]) -> pa.Array:
    """Texts with "" as null."""
    return pa.array([text or None for text in texts], pa.string())


def numbered(prefix: str, n: int, width: int) -> pa.Array:
    """`n` ids such as e0000001."""
    digits = pc.utf8_lpad(pc.cast(pa.array(np.arange(1, n + 1)), pa.string()), width, "0")
    return pc.binary_join_element_wise(prefix, digits, "")


def items_table(config: DemoConfig, catalogue: Catalogue, prices: Floats) -> pa.Table:
    """The `items` table; prices as on the last day."""
    n = len(catalogue.ids)
    return pa.table(
        {
            "item_id": catalogue.ids,
            "title": catalogue.title_en,
            "category": [categories()[c].name for c in catalogue.category],
            "brand": catalogue.brand,
            "price": prices[:, -1],
            "cost": catalogue.cost,
            "stock": stock(catalogue, config.rng("stock")),
            "description": [description(catalogue, i) for i in range(n)],
        }
    )


def users_table(config: DemoConfig, customers: Customers) -> pa.Table:
    """The `users` table."""
    regions = places()["regions"]
    return pa.table(
        {
            "user_id": customers.ids,
            "registered_at": utc(config, customers.registered),
            "country": [regions[r]["country"] for r in customers.region],
            "region": [regions[r]["name"] for r in customers.region],
            "age_band": customers.age_band,
            "gender": customers.gender,
            "marketing_consent": customers.consent,
        }
    )


def campaign_tables(
    config: DemoConfig, customers: Customers, campaigns: list[Campaign], visits: Visits
) -> dict[str, pa.Table]:
    """The `campaigns` and `exposures` tables."""
    plans = [campaign.plan for campaign in campaigns]
    sent = send_times(config, campaigns, visits)
    none = np.zeros(0, np.int64)
    index = np.concatenate([none, *(np.full(len(u), i) for i, (u, _) in enumerate(sent))])
    user = np.concatenate([none, *(u for u, _ in sent)])
    time = np.concatenate([none, *(t for _, t in sent)])
    treated = np.concatenate(
        [none, *(c.treated[u] for c, (u, _) in zip(campaigns, sent, strict=True))]
    )
    ends = [(campaign.last + 1) * DAY - 1 for campaign in campaigns]
    return {
        "campaigns": pa.table(
            {
                "campaign_id": pa.array([c.id for c in campaigns], pa.string()),
                "name": pa.array([plan.name for plan in plans], pa.string()),
                "channel": pa.array([plan.channel for plan in plans], pa.string()),
                "starts_at": utc(config, np.array([c.first * DAY for c in campaigns], np.int64)),
                "ends_at": utc(config, np.array(ends, np.int64)),
                "offer": pa.array([plan.offer for plan in plans], pa.string()),
                "cost": pa.array([plan.cost for plan in plans], pa.float64()),
            }
        ),
        "exposures": pa.table(
            {
                "campaign_id": take([c.id for c in campaigns], index),
                "user_id": take(customers.ids, user),
                "exposed_at": utc(config, time),
                "arm": take(["control", "treatment"], treated),
            }
        ),
    }


def order_tables(
    config: DemoConfig,
    catalogue: Catalogue,
    customers: Customers,
    campaigns: list[Campaign],
    visits: Visits,
    orders: Orders,
) -> dict[str, pa.Table]:
    """The `orders` and `order_lines` tables."""
    ids = numbered("o", len(orders.visit), 6)
    visit = orders.visit
    return {
        "orders": pa.table(
            {
                "order_id": ids,
                "user_id": take(customers.ids, visits.user[visit]),
                "ordered_at": utc(config, orders.placed),
                "status": orders.status,
                "shipped_at": _later(config, orders.shipped),
                "delivered_at": _later(config, orders.delivered),
                "total": orders.total,
                "coupon": blank_to_null(orders.coupon),
                **_origin(campaigns, visits, visit),
            }
        ),
        "order_lines": pa.table(
            {
                "order_id": pc.take(ids, pa.array(orders.line_order)),
                "item_id": take(catalogue.ids, orders.line_item),
                "quantity": orders.line_quantity,
                "unit_price": orders.line_price,
                "discount": orders.line_discount,
                "returned_quantity": orders.line_returned,
            }
        ),
    }


def _later(config: DemoConfig, seconds: Ints) -> pa.Array:
    missing = pa.scalar(None, pa.timestamp("us"))
    return pc.if_else(pa.array(seconds >= 0), utc(config, seconds), missing)


def _origin(campaigns: list[Campaign], visits: Visits, visit: Ints) -> dict[str, pa.Array]:
    return {
        "channel": take(list(places()["channels"]), visits.channel[visit]),
        "device": take(list(places()["devices"]), visits.device[visit]),
        "campaign_id": take([c.id for c in campaigns], visits.campaign[visit]),
    }


TYPES = ("view", "search", "cart", "remove", "wishlist", "purchase", "return")


def events_table(
    config: DemoConfig,
    catalogue: Catalogue,
    customers: Customers,
    campaigns: list[Campaign],
    visits: Visits,
    shopping: Shopping,
    orders: Orders,
) -> pa.Table:
    """The `events` table in order of time; purchases are the orders' lines, one each."""
    kind, visit, item, time, quantity, price = _stream(config, visits, shopping, orders)
    order = np.lexsort((kind, time))
    kind, visit, item, time = kind[order], visit[order], item[order], time[order]
    quantity, price = quantity[order], price[order]
    none = kind == TYPES.index("search")
    sessions = numbered("s", len(visits), 6)
    return pa.table(
        {
            "event_id": numbered("e", len(kind), 7),
            "user_id": take(customers.ids, visits.user[visit]),
            "session_id": pc.take(sessions, pa.array(visit, mask=kind == TYPES.index("return"))),
            "event_time": utc(config, time),
            "event_type": take(list(TYPES), kind),
            "item_id": take(catalogue.ids, item),
            "query": pc.take(pa.array(visits.query), pa.array(visit, mask=~none)),
            "quantity": pa.array(quantity, mask=quantity == 0),
            "price": pa.array(price, mask=none),
            **_origin(campaigns, visits, visit),
        }
    )


def _stream(
    config: DemoConfig, visits: Visits, shopping: Shopping, orders: Orders
) -> tuple[Ints, Ints, Ints, Ints, Ints, Floats]:
    """Kind, session, item (-1: none), local time, units and price of every event, unordered."""
    rng = config.rng("events")
    s, o = shopping, orders
    searches = np.flatnonzero(np.array([query != "" for query in visits.query]))
    carts = np.flatnonzero(s.carted)
    removed = np.flatnonzero(s.carted & ~s.bought & (rng.random(len(s.visit)) < ABANDONED_REMOVED))
    wished = np.flatnonzero(rng.random(len(s.visit)) < WISHED)
    back = np.flatnonzero(o.line_returned_at >= 0)
    line_visit, line_time = o.visit[o.line_order], o.placed[o.line_order]
    none = np.full(len(searches), -1)
    one = np.zeros(len(s.visit), dtype=np.int64)
    parts = [
        (s.visit, s.item, s.time, one, s.price),
        (searches, none, visits.start[searches], none * 0, none * 0.0),
        (s.visit[carts], s.item[carts], s.time[carts] + 5, s.quantity[carts], s.price[carts]),
        (s.visit[removed], s.item[removed], s.time[removed] + 9, one[removed], s.price[removed]),
        (s.visit[wished], s.item[wished], s.time[wished] + 3, one[wished], s.price[wished]),
        (line_visit, o.line_item, line_time, o.line_quantity, o.line_price),
        (
            line_visit[back],
            o.line_item[back],
            o.line_returned_at[back],
            o.line_returned[back],
            o.line_price[back],
        ),
    ]
    kind = np.concatenate([np.full(len(part[0]), i) for i, part in enumerate(parts)])
    visit, item, time, quantity, price = (np.concatenate(c) for c in zip(*parts, strict=True))
    return kind, visit, item, np.minimum(time, len(config.days) * DAY - 1), quantity, price
