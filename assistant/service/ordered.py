"""How orders are named to a customer who has to choose among them."""

from collections.abc import Sequence

from assistant.service.composing import line
from tools.prediction.customers.words import LANGUAGES, worded
from tools.service.desk import ServiceDesk
from tools.service.records import Order, OrderItem
from tools.service.words import item_words, quoted, status_name
from tools.wording.statements import Statement
from tools.wording.values import Listing, Name

CHOICES = 4
"""Orders offered to choose from."""


def same_number(one: str, other: str) -> bool:
    """Whether two order numbers are the same, signs and case apart."""
    return one.lstrip("#").casefold() == other.lstrip("#").casefold()


def spellings(items: Sequence[OrderItem]) -> list[str]:
    """All that items are called, with their options."""
    return [item.called for item in items]


def which_order(orders: Sequence[Order]) -> Statement:
    """Asks which of `orders` is meant."""
    told = [order_name(order) for order in orders[:CHOICES]]
    listed = {
        language: "".join(f"\n- {name.text(language)}" for name in told) for language in LANGUAGES
    }
    return line("talk-which-order", orders=Name(en=listed["en"], zh=listed["zh"]))


def order_name(order: Order) -> Name:
    """An order with what is in it."""
    items = Listing(items=tuple(item_words(item) for item in order.items[:3]))
    return worded(
        "talk-order-choice",
        order=quoted(order.order_id),
        status=status_name(order.status),
        items=items,
    )


def in_time(desk: ServiceDesk, order: Order) -> bool:
    """Whether items of `order` may still come back, as far as the days go."""
    service = desk.service
    limit = service.rules.days_to_return(order.address.country)
    if limit is None or order.delivered_at is None:
        return True
    return (service.today - order.delivered_at.date()).days <= limit
