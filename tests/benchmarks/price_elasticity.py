"""Elasticities of the demo store's items against the truth it was simulated with.

    python -m tests.benchmarks.price_elasticity [SEED ...]

Truth: a sale goes through two chances that both go with price, P(cart | view) with 0.6 and
P(bought | cart) with 0.4 of the item's elasticity; views do not respond to price. So units have the
item's elasticity as long as no chance is at its cap (`most`): a basket line bought with the highest
chance responds at the first step alone. Lines added along respond with the whole elasticity. The
share of purchases at the cap is counted in the simulation itself; it lowers every elasticity by
about the same few percent.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from tools.prices.model import PriceModel, price_model
from tools.prices.shrinkage import GRID, likelihoods
from tools.store.demo import DemoConfig, create_demo
from tools.store.demo.campaigns import make_campaigns
from tools.store.demo.catalogue import make_catalogue
from tools.store.demo.customers import make_customers
from tools.store.demo.seasons import make_prices
from tools.store.demo.shopping import BUY, CART, MOST, shop
from tools.store.demo.visits import make_visits
from tools.store.store import Store

SEEDS = (7, 21, 22, 23, 24, 25, 26)  # the prior of spreads was set looking at 1 to 7
ITEMS = 100  # drawn at random
HEAD = (
    "seed", "items covered of 100", "of all", "categories covered of 18", "mean width",
    "RMSE", "one slope, OLS", "each item, OLS", "each item, no pooling", "true spread",
)  # fmt: skip

Floats = NDArray[np.float64]


def truth(config: DemoConfig) -> Floats:
    """[n_items] elasticity of units of each item in the simulation."""
    catalogue, customers = make_catalogue(config), make_customers(config)
    campaigns = make_campaigns(config, customers)
    visits = make_visits(config, customers, campaigns)
    prices = make_prices(config, catalogue)
    shopped = shop(config, catalogue, customers, campaigns, visits, prices)
    expected = shopped.chance
    free = expected[expected < MOST].sum() / expected.sum()
    added = (shopped.bought & (expected == 0)).sum() / shopped.bought.sum()
    viewed = -(CART["price"] + BUY["price"] * free)
    return -catalogue.elasticity * (viewed * (1 - added) + added)


def naive(model: PriceModel) -> tuple[Floats, Floats]:
    """[n_items] slopes of log weekly units (weeks with sales) on log price: one for all, each."""
    panel = model.panel
    span = int(panel.period.max()) // 7 + 1
    cell = panel.item * span + panel.period // 7
    units, days = np.bincount(cell, panel.sold), np.bincount(cell)
    price = np.bincount(cell, panel.log_price) / np.maximum(days, 1)
    sold = np.flatnonzero(units)
    y, x, item = np.log(units[sold]), price[sold], sold // span
    pooled = float(np.polyfit(x, y, 1)[0])
    each = np.full(len(panel.items), pooled)
    for i in range(len(panel.items)):
        at = item == i
        if at.sum() > 2 and np.ptp(x[at]) > 0.01:
            each[i] = np.polyfit(x[at], y[at], 1)[0]
    return np.full(len(panel.items), pooled), each


def measured(seed: int) -> tuple[str, ...]:
    """One row of the table."""
    config = DemoConfig(seed=seed, n_reviews=0)
    with TemporaryDirectory() as folder:
        create_demo(Path(folder), config)
        model = price_model(Store.open(Path(folder)))
        true = truth(config)[[int(str(item)[1:]) - 1 for item in model.panel.items]]
        belief, groups = model.pooled.items, model.pooled.categories
    low, high = belief.quantile(0.025), belief.quantile(0.975)
    covered = (low <= true) & (true <= high)
    drawn = np.random.default_rng(seed).choice(len(true), ITEMS, replace=False)
    category = model.panel.category
    means = np.bincount(category, true) / np.bincount(category)
    right = (groups.quantile(0.025) <= means) & (means <= groups.quantile(0.975))
    panel = model.panel
    alone = GRID[
        likelihoods(panel.item, panel.log_price, model.common.baseline, panel.sold).argmax(1)
    ]
    pooled, each = naive(model)
    errors = [
        f"{np.sqrt(np.mean((e - true) ** 2)):.2f}" for e in (belief.mean, pooled, each, alone)
    ]
    return (
        str(seed),
        f"{covered[drawn].sum()}",
        f"{covered.mean():.1%}",
        f"{right.sum()}",
        f"{(high - low).mean():.2f}",
        *errors,
        f"{true.std():.2f}",
    )


def main() -> None:
    """Print the table."""
    print("| " + " | ".join(HEAD) + " |\n|" + "---|" * len(HEAD))
    for seed in [int(word) for word in sys.argv[1:]] or SEEDS:
        print("| " + " | ".join(measured(seed)) + " |", flush=True)


if __name__ == "__main__":
    main()
