"""Making the demo store: simulate, write the workspace, write the truth beside it."""

import json
import logging
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa

from tools.service.book import BOOK, ServiceBook
from tools.service.policy_files import write_policies
from tools.service.rules import RULES
from tools.store.demo.campaigns import make_campaigns
from tools.store.demo.catalogue import make_catalogue
from tools.store.demo.config import HERE, DemoConfig
from tools.store.demo.contacts import make_contacts
from tools.store.demo.customers import make_customers
from tools.store.demo.labels import labels_table, policies_table, policy_texts
from tools.store.demo.orders import make_orders
from tools.store.demo.reviews import reviews_table
from tools.store.demo.seasons import make_prices
from tools.store.demo.shopping import shop
from tools.store.demo.tables import (
    TIME_ZONE,
    campaign_tables,
    events_table,
    items_table,
    order_tables,
    users_table,
)
from tools.store.demo.truth import make_truth
from tools.store.demo.visits import make_visits
from tools.store.store import StoreProfile
from tools.store.workspace import write_tables

logger = logging.getLogger(__name__)

TRUTH = "demo_truth.json"
STEPS = 6


def no_progress(done: float) -> None:
    """Say nothing."""


def create_demo(
    folder: Path, config: DemoConfig | None = None, progress: Callable[[float], None] = no_progress
) -> StoreProfile:
    """Make the demo store in the workspace `folder`; an earlier store there is replaced.

    `demo_truth.json`, written beside the tables, holds the parameters the store was drawn from;
    `service.sqlite` holds the customers' contact data, `policies/` the policies as files to edit.

    Args:
        folder: Workspace; made when it does not exist.
        config: Size and seed; `DemoConfig()` when not given.
        progress: Called with the share done, 0 to 1, as the work goes on.

    Returns:
        The profile of the store as saved.
    """
    config = config or DemoConfig()
    catalogue, customers = make_catalogue(config), make_customers(config)
    campaigns, prices = make_campaigns(config, customers), make_prices(config, catalogue)
    progress(1 / STEPS)
    visits = make_visits(config, customers, campaigns)
    progress(2 / STEPS)
    shopped = shop(config, catalogue, customers, campaigns, visits, prices)
    orders = make_orders(config, catalogue, customers, campaigns, visits, shopped)
    progress(3 / STEPS)
    tables: dict[str, pa.Table] = {
        "items": items_table(config, catalogue, prices),
        "users": users_table(config, customers),
        "events": events_table(config, catalogue, customers, campaigns, visits, shopped, orders),
        **order_tables(config, catalogue, customers, campaigns, visits, orders),
        **campaign_tables(config, customers, campaigns, visits),
        "labels": labels_table(catalogue, campaigns),
        "policies": policies_table(),
    }
    progress(4 / STEPS)
    tables["reviews"] = reviews_table(config, catalogue, customers, visits, orders)
    progress(5 / STEPS)
    profile = StoreProfile(name=config.name, currency="CNY", time_zone=TIME_ZONE)
    profile = write_tables(folder, tables, profile, replace_all=True)
    ServiceBook(folder / BOOK).replace(make_contacts(config, customers), whole=True)
    write_policies(folder, policy_texts(), (HERE / "policies" / RULES).read_text(encoding="utf-8"))
    truth = make_truth(config, catalogue, customers, campaigns, visits, shopped)
    (folder / TRUTH).write_text(json.dumps(truth, ensure_ascii=False), encoding="utf-8")
    logger.info("Demo store of %d events in %s", tables["events"].num_rows, folder)
    progress(1.0)
    return profile
