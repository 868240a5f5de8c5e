"""The reviews of the demo store: who reviews what, how many stars, and which aspects come up."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from tools.store.demo.catalogue import Catalogue, categories
from tools.store.demo.config import DAY, DemoConfig, Floats, Ints, Rng, draw
from tools.store.demo.customers import Customers
from tools.store.demo.orders import Orders
from tools.store.demo.tables import numbered, take, utc
from tools.store.demo.visits import Visits
from tools.store.demo.writing import Brief, Writer

MENTIONS = (0.3, 0.36, 0.24, 0.1)  # chance of speaking of 1, 2, 3, 4 aspects
NOISE = 0.55  # standard deviation of one customer's experience of an aspect
DELIVERY_ONLY = 0.03  # share of reviews that speak of the delivery alone
COPIED = 0.006  # share of reviews that nearly repeat an earlier one


@dataclass(frozen=True)
class Bought:
    """What may be reviewed: item, customer and local second of arrival, as columns."""

    item: Ints
    user: Ints
    time: Ints


def reviews_table(
    config: DemoConfig, catalogue: Catalogue, customers: Customers, visits: Visits, orders: Orders
) -> pa.Table:
    """The `reviews` table: of delivered order lines, and of gifts where there are too few."""
    rng = config.rng("reviews")
    bought = _bought(config, rng, catalogue, visits, orders)
    writer = Writer(rng)
    texts = [
        _write(rng, writer, catalogue, int(item), bool(customers.chinese[user]))
        for item, user in zip(bought.item, bought.user, strict=True)
    ]
    chinese = customers.chinese[bought.user]
    texts = _repeat_some(rng, writer, texts, bought.item, chinese)
    return pa.table(
        {
            "review_id": numbered("r", len(texts), 5),
            "item_id": take(catalogue.ids, bought.item),
            "user_id": take(customers.ids, bought.user),
            "rating": pa.array([text[0] for text in texts], pa.int64()),
            "title": pa.array([text[1] or None for text in texts], pa.string()),
            "text": pa.array([text[2] for text in texts], pa.string()),
            "written_at": utc(config, bought.time),
            "language": take(["en", "zh"], chinese.astype(np.int64)),
        }
    )


def _bought(
    config: DemoConfig, rng: Rng, catalogue: Catalogue, visits: Visits, orders: Orders
) -> Bought:
    """`n_reviews` lines in order of the review's time, at least an hour after delivery."""
    end = len(config.days) * DAY
    user = visits.user[orders.visit[orders.line_order]]
    arrived = orders.delivered[orders.line_order]
    time = arrived + 3600 + (DAY * rng.gamma(1.3, 6.0, len(user))).astype(np.int64)
    ready = np.flatnonzero((arrived >= 0) & (time < end))
    rows = np.sort(rng.permutation(ready)[: config.n_reviews])
    extra = config.n_reviews - len(rows)
    item = np.concatenate([orders.line_item[rows], draw(rng, catalogue.popularity, extra)])
    known = visits.user[rng.integers(0, len(visits), extra)]
    time = np.concatenate([time[rows], rng.integers(end * 3 // 4, end, extra)])
    order = np.argsort(time, kind="stable")
    return Bought(item[order], np.concatenate([user[rows], known])[order], time[order])


def _write(
    rng: Rng, writer: Writer, catalogue: Catalogue, item: int, chinese: bool
) -> tuple[int, str, str]:
    """Stars, headline and text of one review."""
    category = categories()[catalogue.category[item]]
    quality = catalogue.quality[item]
    aspects = _aspects(rng, list(category.aspects))
    felt = {a: quality[a] + rng.normal(0, NOISE) for a in aspects}
    return writer.write(
        Brief(
            category=category.name,
            noun=catalogue.noun[item][int(chinese)],
            brand=catalogue.brand[item],
            language="zh" if chinese else "en",
            rating=_stars(rng, np.array(list(felt.values())), np.mean(list(quality.values()))),
            banks={a: category.all_aspects[a] for a in aspects},
            felt=felt,
        )
    )


def _aspects(rng: Rng, own: list[str]) -> list[str]:
    """The aspects one review speaks of: mostly the category's own, at times the shop's service."""
    if rng.random() < DELIVERY_ONLY:
        return ["delivery"]
    weights = dict.fromkeys(own, 1.0)
    weights |= {"value": 0.8, "delivery": 0.45, "packaging": 0.3, "service": 0.3}
    n = 1 + int(draw(rng, np.array(MENTIONS), 1)[0])
    chance = np.array(list(weights.values())) / sum(weights.values())
    return [str(a) for a in rng.choice(list(weights), n, replace=False, p=chance)]


def _stars(rng: Rng, felt: Floats, overall: np.floating) -> int:
    """1 to 5 stars from what was felt about the aspects, the worst of them, and the whole item."""
    mood = 0.6 * felt.mean() + 0.2 * felt.min() + 0.2 * float(overall) + rng.normal(0, 0.22)
    stars = int(1 + np.searchsorted([-0.75, -0.4, -0.02, 0.36], mood))
    if (felt > 0).all() and rng.random() < 0.9:
        return max(stars, 4)
    if (felt <= 0).all():
        return min(stars, 2 if rng.random() < 0.6 else 3)
    return min(stars, 5 if rng.random() < 0.15 else 4)


def _repeat_some(
    rng: Rng,
    writer: Writer,
    texts: list[tuple[int, str, str]],
    item: Ints,
    chinese: np.ndarray[tuple[int], np.dtype[np.bool_]],
) -> list[tuple[int, str, str]]:
    """Let a few reviews nearly repeat an earlier one of the same item and language."""
    last: dict[tuple[int, bool], int] = {}
    result = list(texts)
    for i, key in enumerate(zip(item.tolist(), chinese.tolist(), strict=True)):
        if key in last and rng.random() < 3 * COPIED:
            stars, title, text = texts[last[key]]
            result[i] = (stars, title, writer.nearly(text))
        last[key] = i
    return result
