"""A product found by what a customer calls it: its id, one of its items' ids, or its name."""

from rapidfuzz import fuzz, process, utils

from tools.service.ledger import Ledger
from tools.service.records import Product, Variant
from tools.store.store import Store

ALIKE = 80
"""Likeness (0-100) from which a name counts as meant."""


def find_product(ledger: Ledger, store: Store, called: str) -> Product | None:
    """The product meant by `called`; `None` where nothing is near enough.

    Products of the service book come first; the store's `items` table follows, each item a product
    with itself as the only variant.
    """
    wanted = called.strip()
    known = ledger.product(wanted) or ledger.product_of(wanted)
    if known is not None or not wanted:
        return known
    products = ledger.products() or _items(store)
    for product in products:
        if wanted in (product.product_id, *(v.item_id for v in product.variants)):
            return product
    names = {i: product.name for i, product in enumerate(products)}
    found = process.extractOne(
        wanted, names, scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=ALIKE
    )
    return products[found[2]] if found else None


def _items(store: Store) -> tuple[Product, ...]:
    if "items" not in store.tables:
        return ()
    rows = store.table("items").order_by("item_id").to_pyarrow().to_pylist()
    return tuple(
        Product(
            product_id=row["item_id"],
            name=row["title"] or row["item_id"],
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
