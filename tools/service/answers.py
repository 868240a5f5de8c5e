"""Results of the service's tools: rows for a screen, sentences for the customer."""

from collections.abc import Iterable

from tools.prediction.customers.words import worded
from tools.result import Cell, Column, Provenance, ToolResult
from tools.service.opinions import Opinions
from tools.service.policies import Clause
from tools.service.records import Customer, Order
from tools.service.words import (
    address_words,
    answer,
    highlight,
    item_words,
    method_name,
    payment_words,
    quoted,
    status_name,
)
from tools.wording.statements import Statement
from tools.wording.values import Count, Day, Entry, Listing, Money, Name, Number, Value

SPOKEN = 8
"""Orders, items or variants named in one sentence."""
LABELS = {
    "order_id": Name(en="Order", zh="订单"),
    "status": Name(en="Status", zh="状态"),
    "total": Name(en="Total", zh="金额"),
    "item_id": Name(en="Item", zh="商品编号"),
    "name": Name(en="Product", zh="商品"),
    "options": Name(en="Options", zh="规格"),
    "price": Name(en="Price", zh="价格"),
    "available": Name(en="Available", zh="有货"),
    "policy": Name(en="Policy", zh="条款"),
    "text": Name(en="Text", zh="内容"),
    "payment_method_id": Name(en="Payment method", zh="支付方式"),
    "source": Name(en="Kind", zh="种类"),
    "balance": Name(en="Balance", zh="余额"),
    "review": Name(en="Review", zh="评价编号"),
    "rating": Name(en="Stars", zh="星级"),
}
MONEY = frozenset({"total", "price", "balance"})


def result(
    tool: str,
    statements: Iterable[Statement],
    rows: Iterable[dict[str, Cell]] = (),
    tables: tuple[str, ...] = (),
    currency: str = "USD",
    citations: tuple[str, ...] = (),
) -> ToolResult:
    """A tool's result; its columns are those of the first row."""
    kept = tuple(rows)
    columns = tuple(
        Column(name=name, label=LABELS[name], unit="money" if name in MONEY else None)
        for name in (kept[0] if kept else ())
    )
    return ToolResult(
        tool=tool,
        columns=columns,
        rows=kept,
        statements=tuple(statements),
        provenance=Provenance(tables=tables, row_count=len(kept)),
        currency=currency,
        citations=citations,
    )


def order_said(order: Order, customer: Customer) -> tuple[Statement, ...]:
    """What an order holds, how it stands, where it goes and how it was paid."""
    priced = tuple(Entry(what=item_words(i), figure=money(float(i.price))) for i in order.items)
    alone = len(order.items) == 1
    values: dict[str, Value] = {
        "order": quoted(order.order_id),
        "status": status_name(order.status),
        "items": item_words(order.items[0]) if alone else Listing(items=priced),
        "total": money(float(order.total)),
    }
    lines = [answer("service-order-one" if alone else "service-order", **values)]
    if order.items_changed:
        lines.append(highlight("service-order-changed"))
    if order.delivered_at is not None:
        lines.append(highlight("service-order-arrived",
                          day=Day(day=order.delivered_at.date())))  # fmt: skip
    if order.address.line:
        lines.append(highlight("service-order-goes", address=address_words(order.address)))
    if tracking := [t for shipment in order.shipments for t in shipment.tracking_ids]:
        listed = Listing(items=tuple(quoted(number) for number in tracking))
        lines.append(highlight("service-order-tracking", tracking=listed))
    first = order.payments[0] if order.payments else None
    if first is not None and first.payment_method_id:
        method = method_name(customer.payment(first.payment_method_id))
        lines.append(highlight("service-order-paid", method=method))
    return tuple(lines)


def order_rows(order: Order) -> list[dict[str, Cell]]:
    """One row an item."""
    return [
        {
            "item_id": item.item_id,
            "name": quoted(item.name).text,
            "options": options_told(item.options),
            "price": item.price,
        }
        for item in order.items
    ]


def history_said(orders: tuple[Order, ...]) -> tuple[Statement, ...]:
    """The customer's orders, each with its status and what its items cost."""
    if not orders:
        return (answer("service-no-orders"),)
    entries = tuple(
        Entry(
            what=worded(
                "service-order-state", order=quoted(o.order_id), status=status_name(o.status)
            ),
            figure=money(float(o.total)),
        )
        for o in orders[:SPOKEN]
    )
    counted: dict[str, Value] = {"n": Count(n=len(orders)), "orders": Listing(items=entries)}
    if len(entries) == len(orders):
        return (answer("service-history", **counted),)
    return (answer("service-history-latest", **counted, shown=Count(n=len(entries))),)


def history_rows(orders: tuple[Order, ...]) -> list[dict[str, Cell]]:
    """One row an order."""
    return [{"order_id": o.order_id, "status": o.status, "total": o.total} for o in orders]


def customer_said(customer: Customer) -> tuple[Statement, ...]:
    """What is kept of the customer: name, e-mail, address, ways to pay."""
    lines = [
        answer(
            "service-customer",
            name=quoted(customer.full_name),
            email=quoted(customer.email),
            address=address_words(customer.address),
        )
    ]
    if customer.payment_methods:
        methods = tuple(payment_words(method) for method in customer.payment_methods)
        lines.append(highlight("service-customer-pays", methods=Listing(items=methods)))
    return tuple(lines)


def customer_rows(customer: Customer) -> list[dict[str, Cell]]:
    """One row a payment method."""
    return [
        {
            "payment_method_id": method.payment_method_id,
            "source": method.source,
            "balance": method.balance,
        }
        for method in customer.payment_methods
    ]


def policy_said(clauses: tuple[Clause, ...]) -> tuple[Statement, ...]:
    """The points found, quoted with where they stand."""
    if not clauses:
        return (answer("service-no-policy"),)
    return tuple(
        (highlight if n else answer)(
            "service-policy",
            policy=quoted(clause.heading or clause.clause_id),
            text=quoted(clause.text, longest=400),
        )
        for n, clause in enumerate(clauses)
    )


def policy_rows(clauses: tuple[Clause, ...]) -> list[dict[str, Cell]]:
    """One row a point."""
    return [{"policy": clause.clause_id, "text": clause.text} for clause in clauses]


def opinions_said(found: Opinions) -> tuple[Statement, ...]:
    """How many stars a product has, and what some wrote."""
    lines = []
    if found.item is not None and not found.n:
        return (answer("talk-reviews-none", item=found.item),)
    if found.item is not None and found.stars is not None:
        stars = Number(value=found.stars, digits=1)
        lines.append(answer("talk-reviews-stars", item=found.item, n=Count(n=found.n), stars=stars))
    elif not found.quoted:
        return (answer("talk-reviews-unfound"),)
    message = "talk-review-quote" if found.item is not None else "talk-review-of"
    for opinion in found.quoted:
        values: dict[str, Value] = {
            "text": quoted(opinion.text, longest=200),
            "review": quoted(opinion.review_id),
        }
        if found.item is None:
            values["item"] = opinion.item
        lines.append((highlight if lines else answer)(message, **values))
    return tuple(lines)


def opinion_rows(found: Opinions) -> list[dict[str, Cell]]:
    """One row a review."""
    return [
        {
            "review": opinion.review_id,
            "name": opinion.item.en,
            "rating": opinion.rating,
            "text": opinion.text,
        }
        for opinion in found.quoted
    ]


def money(amount: float) -> Money:
    """`amount` to the cent."""
    return Money(amount=amount, exact=True)


def options_told(options: dict[str, str]) -> str:
    """Options with their names, on one line."""
    return quoted(", ".join(f"{name}: {value}" for name, value in options.items()), 160).text
