"""What is told of the products a customer asks about: variants, prices, what can be had."""

from tools.result import Cell
from tools.service.answers import SPOKEN, money, options_told
from tools.service.records import Product
from tools.service.words import answer, highlight, product_name, quoted
from tools.wording.statements import Statement
from tools.wording.values import Count, Entry, Listing

EXAMPLES = 4
"""Products named of several that fit."""


def product_said(product: Product) -> tuple[Statement, ...]:
    """How many variants a product has, how many can be had, and what they cost."""
    to_be_had = [variant for variant in product.variants if variant.available]
    name = product_name(product)
    if not to_be_had:
        return (answer("service-product-none", product=name),)
    prices = sorted(float(variant.price) for variant in to_be_had)
    if len(product.variants) == 1:
        return (answer("service-product-one", product=name, price=money(prices[0])),)
    shown = tuple(
        Entry(
            what=quoted(" / ".join(v.options.values()) or v.item_id), figure=money(float(v.price))
        )
        for v in to_be_had[:SPOKEN]
    )
    return (
        answer("service-product", product=name, n=Count(n=len(product.variants)),
            available=Count(n=len(to_be_had)), low=money(prices[0]), high=money(prices[-1]),
        ),
        highlight("service-product-variants", variants=Listing(items=shown)),
    )  # fmt: skip


def products_said(products: tuple[Product, ...]) -> tuple[Statement, ...]:
    """Products that a name may mean: those to be had, with what the cheapest variant costs."""
    priced = [
        (product, min(float(v.price) for v in variants))
        for product in products
        if (variants := [v for v in product.variants if v.available])
    ]
    if not priced:
        names = tuple(product_name(product) for product in products[:SPOKEN])
        return (answer("service-products-none", products=Listing(items=names)),)
    cheapest = sorted(priced, key=lambda pair: pair[1])[:EXAMPLES]
    shown = tuple(Entry(what=product_name(p), figure=money(price)) for p, price in cheapest)
    prices = [price for _, price in priced]
    return (
        answer(
            "service-products",
            n=Count(n=len(priced)),
            low=money(min(prices)),
            high=money(max(prices)),
            products=Listing(items=shown),
        ),
    )


def within(products: tuple[Product, ...], lowest: float, highest: float) -> tuple[Product, ...]:
    """Those of `products` that can be had at such a price, or all of them where any will do.

    Args:
        products: Found.
        lowest: Least it should cost; 0 for any price.
        highest: Most it should cost; 0 for any price.
    """
    if not lowest and not highest:
        return products
    return tuple(
        product
        for product in products
        if any(v.available and lowest <= v.price <= (highest or v.price) for v in product.variants)
    )


def none_at_that_price(
    products: tuple[Product, ...], lowest: float, highest: float
) -> tuple[Statement, ...]:
    """That none of `products` costs so little or so much, and what they do cost."""
    limits = {name: money(sum_) for name, sum_ in (("low", lowest), ("high", highest)) if sum_}
    message = f"service-products-not-{'-to-'.join(limits)}"
    told = products_said(products)
    return (answer(message, **limits), *told)


def product_rows(product: Product) -> list[dict[str, Cell]]:
    """One row a variant."""
    return [
        {
            "item_id": variant.item_id,
            "name": quoted(product.name).text,
            "options": options_told(variant.options),
            "price": variant.price,
            "available": variant.available,
        }
        for variant in product.variants
    ]
