"""The demo store's items: what they are called, cost and are like."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from pydantic import BaseModel

from tools.store.demo.config import DemoConfig, Floats, Ints, Rng, draw, load_yaml

COMMON_ASPECTS = {
    "value": "value",
    "delivery": "delivery",
    "packaging": "packaging",
    "service": "service",
}
N_TASTES = 3


class Category(BaseModel, frozen=True, extra="forbid"):
    """One entry of `catalogue.yaml`; the file's head says what each field means."""

    name: str
    zh: str
    price: tuple[float, float]
    cost: float
    demand: float
    elasticity: float
    returns: float
    bulk: float
    season: dict[int, float]
    who: dict[str, float]
    along: list[str]
    brands: list[str]
    models: list[str]
    features: dict[str, str]
    nouns: dict[str, str]
    blurb: dict[str, str]
    aspects: dict[str, str]
    queries: dict[str, list[str]]

    @property
    def all_aspects(self) -> dict[str, str]:
        """Aspects a review of this category may speak of, with their phrase banks."""
        return self.aspects | COMMON_ASPECTS


@cache
def categories() -> tuple[Category, ...]:
    """The categories of `catalogue.yaml`."""
    entries = load_yaml("catalogue.yaml")
    return tuple(Category(along=entry.pop("with"), **entry) for entry in entries)


@dataclass(frozen=True)
class Catalogue:
    """The items as columns, all of length `n_items`.

    Attributes:
        category: Index into `categories()`.
        price: Reference price, CNY; elasticities are about it.
        cost: Cost of one unit, CNY.
        elasticity: Units sold go with (price / reference price) ** -elasticity.
        popularity: Weight with which an item is looked at within its category.
        appeal: Log factor on putting it in the basket.
        tastes: [n_items, N_TASTES], what kind of item it is.
        launch: Index of the simulated month in which it was first sold.
        quality: Aspect to true quality, about -1.5 (bad) to 1.5 (good), one dict an item.
        return_rate: True chance that a unit is sent back.
    """

    ids: list[str]
    category: Ints
    brand: list[str]
    title_en: list[str]
    title_zh: list[str]
    noun: list[tuple[str, str]]
    price: Floats
    cost: Floats
    elasticity: Floats
    popularity: Floats
    appeal: Floats
    tastes: Floats
    launch: Ints
    quality: list[dict[str, float]]
    return_rate: Floats


def make_catalogue(config: DemoConfig) -> Catalogue:
    """Draw the items of the store."""
    rng, n = config.rng("catalogue"), config.n_items
    known = categories()
    category = np.sort(np.arange(n) % len(known))
    names = _names(rng, category)
    low, high = np.array([known[c].price for c in category]).T
    price = low * (high / low) ** rng.beta(1.6, 2.4, n)
    price = np.round(price / 10) * 10 - 1
    margin = np.array([known[c].cost for c in category]) * rng.normal(1, 0.09, n)
    quality = [_quality(rng, known[c]) for c in category]
    mean_quality = np.array([np.mean(list(q.values())) for q in quality])
    returns = np.array([known[c].returns for c in category])
    launch = np.where(rng.random(n) < 0.15, rng.integers(0, config.months, n), 0)
    return Catalogue(
        ids=[f"i{i + 1:04d}" for i in range(n)],
        category=category,
        brand=[name[0] for name in names],
        title_en=[name[1] for name in names],
        title_zh=[name[2] for name in names],
        noun=[name[3] for name in names],
        price=price,
        cost=np.round(price * np.clip(margin, 0.25, 1.06), 2),
        elasticity=np.array([known[c].elasticity for c in category]) * rng.uniform(0.55, 1.45, n),
        popularity=np.exp(rng.normal(0, 1.05, n)),
        appeal=0.25 * rng.normal(0, 1, n) + 0.35 * mean_quality,
        tastes=rng.normal(0, 1, (n, N_TASTES)),
        launch=launch,
        quality=quality,
        return_rate=np.clip(returns * np.exp(-0.9 * mean_quality), 0.004, 0.6),
    )


def _quality(rng: Rng, category: Category) -> dict[str, float]:
    """True quality of one item by aspect: a brand-like level plus each aspect's own."""
    level = rng.normal(0.32, 0.4)
    return {
        aspect: float(np.clip(level + rng.normal(0, 0.65), -1.6, 1.6))
        for aspect in category.all_aspects
    }


def _names(rng: Rng, category: Ints) -> list[tuple[str, str, str, tuple[str, str]]]:
    """Brand, English title, Chinese title and plain noun of each item; titles are unique."""
    taken: set[str] = set()
    names = []
    for c in category:
        known = categories()[c]
        while True:
            brand, model, feature, noun = (
                str(rng.choice(list(words)))
                for words in (known.brands, known.models, known.features, known.nouns)
            )
            edition = "" if len(taken) % 3 else str(rng.choice([" II", " SE", " Plus", " Mini"]))
            title = f"{brand} {model}{edition} {feature} {noun}"
            if title not in taken:
                break
        taken.add(title)
        nouns = (noun, known.nouns[noun])
        zh = f"{brand} {model}{edition} {known.features[feature]}{nouns[1]}"
        names.append((brand, title, zh, nouns))
    return names


def description(catalogue: Catalogue, item: int) -> str:
    """Two short paragraphs shown to customers: English, then Chinese."""
    blurb = categories()[catalogue.category[item]].blurb
    return f"{catalogue.title_en[item]}. {blurb['en']}\n\n{catalogue.title_zh[item]}。{blurb['zh']}"


def stock(catalogue: Catalogue, rng: Rng) -> Ints:
    """Units on hand today: more of what sells, a few sold out."""
    units = rng.poisson(20 + 40 * catalogue.popularity)
    return np.where(rng.random(len(units)) < 0.03, 0, units)


def pick_items(catalogue: Catalogue, rng: Rng, category: Ints, month: Ints) -> Ints:
    """An item for each pair of category and simulated month, by popularity of those on sale."""
    chosen = np.zeros(len(category), dtype=np.int64)
    group = category * (month.max(initial=0) + 1) + month
    order = np.argsort(group, kind="stable")
    edges = np.flatnonzero(np.diff(group[order], prepend=-1))
    for first, rows in zip(edges, np.split(order, edges[1:]), strict=True):
        c, m = category[order[first]], month[order[first]]
        here = np.flatnonzero(catalogue.category == c)
        on_sale = here[catalogue.launch[here] <= m]
        on_sale = on_sale if len(on_sale) else here
        chosen[rows] = on_sale[draw(rng, catalogue.popularity[on_sale], len(rows))]
    return chosen
