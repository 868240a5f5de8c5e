"""How customer service names orders, items, addresses and ways to pay.

Names and texts of the store's data are quoted: cut to one short line, so that what stands in them
stays a name in a sentence.
"""

from tools.prediction.customers.words import worded
from tools.service.records import (
    CHINESE,
    Address,
    Customer,
    OrderItem,
    OrderStatus,
    PaymentMethod,
    Product,
)
from tools.wording.statements import Statement
from tools.wording.values import Entry, Money, Name, Quote, Value

LONGEST = 80
"""Characters of the longest name quoted."""


def answer(message: str, /, **values: Value) -> Statement:
    """The sentence that answers what was asked."""
    return Statement(message=message, role="answer", values=values)


def highlight(message: str, /, **values: Value) -> Statement:
    """A sentence that goes with an answer."""
    return Statement(message=message, role="highlight", values=values)


def quoted(text: str, longest: int = LONGEST) -> Quote:
    r"""`text` on one line, without control characters, cut to `longest` characters.

    >>> quoted("Blue\n shirt").text
    'Blue shirt'
    """
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return Quote(text=line if len(line) <= longest else f"{line[: longest - 1]}…")


def customer_name(customer: Customer) -> Name:
    """How a customer is addressed: by her first name in English, by the whole one in Chinese.

    A Chinese name stays whole in English too.
    """
    whole = quoted(customer.full_name).text
    first = quoted(customer.first_name or customer.last_name).text
    return Name(en=whole if CHINESE.search(whole) else first, zh=whole)


def product_name(product: Product | OrderItem) -> Name:
    """What a product is called in each language."""
    zh = quoted(product.name_zh).text if product.name_zh else None
    return Name(en=quoted(product.name).text, zh=zh)


def item_words(item: OrderItem) -> Name:
    """An item with its options: "T-Shirt (blue, M)"."""
    return with_options(product_name(item), item.options)


def with_options(name: Name, options: dict[str, str]) -> Name:
    """`name` with the values of its options."""
    if not options:
        return name
    values = quoted(", ".join(options.values())).text
    return Name(en=f"{name.en} ({values})", zh=f"{name.zh or name.en}（{values}）")


def address_words(address: Address) -> Quote:
    """An address on one line."""
    return quoted(address.line, longest=240)


def status_name(status: OrderStatus) -> Name:
    """What a status is called in each language."""
    return worded(f"service-status-{status.replace(' ', '-')}")


def method_name(method: PaymentMethod | None) -> Name:
    """A way to pay: "credit card ending in 1234"; the one it was paid with where none is known."""
    if method is None:
        return worded("service-method-original")
    if method.source == "credit_card" and method.last_four:
        return worded("service-method-card", last=quoted(method.last_four))
    return worded(f"service-method-{method.source.replace('_', '-')}")


def payment_words(method: PaymentMethod) -> Name | Entry:
    """A way to pay, a gift card with what is left on it."""
    name = method_name(method)
    if method.balance is None:
        return name
    return Entry(what=name, figure=Money(amount=float(method.balance), exact=True))
