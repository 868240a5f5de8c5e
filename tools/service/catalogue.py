"""Products found by what a customer calls them: an id, an item's id, or a name."""

from typing import TYPE_CHECKING

from tools.errors import ToolError
from tools.review_scope import items_named
from tools.service.ledger import Ledger
from tools.service.records import Product, Variant

if TYPE_CHECKING:
    from tools.service.service import Service


def find_products(ledger: Ledger, service: "Service", called: str) -> tuple[Product, ...]:
    """The products that `called` may mean, the likeliest first.

    Those of the service book come first; in a store without, each of its items is a product with
    itself as the only variant. Where nothing is called so, the products whose names hold the most
    telling words of it are meant.

    Args:
        ledger: The service book.
        service: The store's service.
        called: Words of the customer.
    """
    wanted = called.strip()
    known = ledger.product(wanted) or ledger.product_of(wanted)
    if known is not None:
        return (known,)
    products = {product.product_id: product for product in ledger.products()}
    if products:
        exact = tuple(p for p in products.values() if p.name.casefold() == wanted.casefold())
        near = service.shelf.nearest(wanted) if not exact else ()
        return exact or tuple(products[key] for key in near if key in products)
    return _items(service, meant_items(service, wanted))


def meant_items(service: "Service", wanted: str) -> tuple[str, ...]:
    """Items of the store's tables called so, else those with the most telling words of it."""
    if "items" not in service.store.tables:
        return ()
    try:
        return items_named(service.store, service.names, wanted)
    except ToolError:
        return service.shelf.nearest(wanted)


def _items(service: "Service", meant: tuple[str, ...]) -> tuple[Product, ...]:
    if not meant:
        return ()
    names = service.names
    items = service.store.table("items")
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
