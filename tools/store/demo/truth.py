"""What is true of the demo store and cannot be read off its tables: `demo_truth.json`."""

from typing import Any

import numpy as np

from tools.store.demo import customers as who
from tools.store.demo import orders as buying
from tools.store.demo import seasons, sending, shopping
from tools.store.demo.campaigns import Campaign
from tools.store.demo.catalogue import Catalogue, categories
from tools.store.demo.config import DemoConfig
from tools.store.demo.customers import Customers
from tools.store.demo.visits import VISITS_A_MONTH, Visits

ABOUT = {
    "items": "elasticity: units ~ (price / reference_price) ** -elasticity, all else equal; "
    "quality: true quality by aspect, -1.6 to 1.6, which review ratings and texts follow; "
    "return_rate: chance that a delivered unit is sent back; tastes: see purchase_drivers",
    "campaigns": "visits_factor and conversion_factor: for treated customers, on visits a day and "
    "on buying what is in the basket; keen_*: the conversion factor for that trait; orders_factor: "
    "mean factor on orders of treated customers against held-out ones; incremental_orders: "
    "expected orders that would not have been without it, given the visits that happened",
    "send_times": "answered: by hour of sending, how often a message is answered by a visit on its "
    "channel within two days, relative to the channel's average; the best hour is the largest",
    "seasonality": "factors on visits and on buying; category_season by calendar month",
    "purchase_drivers": "log-linear coefficients: P(cart | view) = exp(cart_intercept + sum), "
    "P(bought | cart) = exp(buy_intercept + sum), at most `most`; price coefficients are times "
    "elasticity times log(price / reference price)",
    "customers": "churn: exponential, mean churn_days, from registration or the first day",
}


def make_truth(
    config: DemoConfig,
    catalogue: Catalogue,
    customers: Customers,
    campaigns: list[Campaign],
    visits: Visits,
    shopped: shopping.Shopping,
) -> dict[str, Any]:
    """The content of `demo_truth.json`; its `about` says what each part means."""
    return {
        "about": ABOUT,
        "config": config.model_dump(mode="json"),
        "items": {item: _item(catalogue, i) for i, item in enumerate(catalogue.ids)},
        "categories": {
            c.name: {"elasticity": c.elasticity, "return_rate": c.returns} for c in categories()
        },
        "campaigns": {c.id: _campaign(c, visits, shopped) for c in campaigns},
        "purchase_drivers": {
            "cart_intercept": shopped.intercepts[0],
            "buy_intercept": shopped.intercepts[1],
            "cart": shopping.CART,
            "buy": shopping.BUY,
            "most": shopping.MOST,
            "added_to_orders": shopping.ALONG,
        },
        "send_times": {
            channel: {
                "best_hour": max(hours, key=lambda hour: hours[hour]),
                "answered": {f"{hour:02d}": factor for hour, factor in hours.items()},
            }
            for channel, hours in sending.ANSWERS.items()
        },
        "seasonality": _seasonality(),
        "customers": {
            "churn_days": who.CHURN_DAYS,
            "visits_a_month": VISITS_A_MONTH,
            "loyalty": {
                u: round(float(x), 3) for u, x in zip(customers.ids, customers.loyalty, strict=True)
            },
        },
        "cancelled": buying.CANCELLED,
    }


def _item(catalogue: Catalogue, i: int) -> dict[str, Any]:
    return {
        "elasticity": round(float(catalogue.elasticity[i]), 4),
        "reference_price": float(catalogue.price[i]),
        "popularity": round(float(catalogue.popularity[i]), 4),
        "appeal": round(float(catalogue.appeal[i]), 4),
        "return_rate": round(float(catalogue.return_rate[i]), 4),
        "tastes": [round(float(x), 3) for x in catalogue.tastes[i]],
        "quality": {aspect: round(q, 3) for aspect, q in catalogue.quality[i].items()},
    }


def _campaign(campaign: Campaign, visits: Visits, shopped: shopping.Shopping) -> dict[str, Any]:
    plan = campaign.plan
    factor = plan.visits * campaign.conversion[visits.user[shopped.visit]]
    day = visits.day[shopped.visit]
    inside = (day >= campaign.first) & (day <= campaign.last)
    inside &= campaign.treated[visits.user[shopped.visit]]
    chance = shopped.chance[inside]
    added = float((chance * (1 - 1 / factor[inside])).sum())
    total = float(chance.sum())
    return {
        "name": plan.name,
        "visits_factor": plan.visits,
        "conversion_factor": plan.conversion,
        "keen": plan.keen,
        "keen_conversion_factor": plan.keen_conversion,
        "orders_factor": total / (total - added) if total > added else 1.0,
        "incremental_orders": added,
        "n_treated": int(campaign.treated.sum()),
        "n_control": int(campaign.control.sum()),
    }


def _seasonality() -> dict[str, Any]:
    return {
        "weekday_visits": seasons.WEEKDAY_VISITS,
        "hour_visits": list(np.array(seasons.HOUR_VISITS) / sum(seasons.HOUR_VISITS)),
        "festivals": {
            name: {
                "first": list(f[0]),
                "last": list(f[1]),
                "visits": f[2],
                "buying": f[3],
                "items_on_offer": f[4],
                "mean_price_cut": f[5],
            }
            for name, f in seasons.FESTIVALS.items()
        },
        "peak_days": {f"{m:02d}-{d:02d}": factor for (m, d), factor in seasons.PEAK_DAYS.items()},
        "growth_a_year": seasons.GROWTH,
        "category_season": {c.name: c.season for c in categories()},
    }
