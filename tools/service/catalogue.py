"""Products found by what a customer calls them: an id, an item's id, or a name."""

from collections.abc import Mapping

from rapidfuzz import fuzz, process, utils

from tools.errors import ToolError
from tools.review_scope import items_named
from tools.service.ledger import Ledger
from tools.service.records import Product, Variant
from tools.store.store import Store
from tools.wording.values import Name

ALIKE = 80
"""Likeness (0-100) from which a name counts as meant."""


def find_products(
    ledger: Ledger, store: Store, names: Mapping[str, Name], called: str
) -> tuple[Product, ...]:
    """The products that `called` may mean, the likeliest first.

    Those of the service book come first; in a store without, each of its items is a product with
    itself as the only variant.

    Args:
        ledger: The service book.
        store: The store.
        names: What each item of the store's tables is called.
        called: Words of the customer.
    """
    wanted = called.strip()
    known = ledger.product(wanted) or ledger.product_of(wanted)
    if known is not None:
        return (known,)
    products = ledger.products()
    return _alike(products, wanted) if products else _items(store, names, wanted)


def _alike(products: tuple[Product, ...], wanted: str) -> tuple[Product, ...]:
    exact = tuple(p for p in products if p.name.casefold() == wanted.casefold())
    if exact or not wanted:
        return exact
    found = process.extract(
        wanted, [product.name for product in products], scorer=fuzz.WRatio,
        processor=utils.default_process, score_cutoff=ALIKE,
    )  # fmt: skip
    best = max((score for _, score, _ in found), default=0)
    return tuple(products[place] for _, score, place in found if score == best)


def _items(store: Store, names: Mapping[str, Name], wanted: str) -> tuple[Product, ...]:
    if "items" not in store.tables:
        return ()
    try:
        meant = items_named(store, dict(names), wanted)
    except ToolError:
        return ()
    items = store.table("items")
    rows = items.filter(items.item_id.isin(meant)).order_by("item_id").to_pyarrow().to_pylist()
    return tuple(
        Product(
            product_id=row["item_id"],
            name=names[row["item_id"]].en,
            name_zh=names[row["item_id"]].zh,
            variants=(
                Variant(
                    item_id=row["item_id"],
                    available=row["stock"] is None or row["stock"] > 0,
                    price=row["price"],
                ),
            ),
        )
        for row in rows
        if row["price"] is not None
    )
