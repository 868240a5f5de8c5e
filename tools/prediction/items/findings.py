"""What is worth saying about recommended items: rows and sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tools.prediction.items.card import ItemsCard
from tools.prediction.items.recommenders import Popular
from tools.prediction.items.together import Together
from tools.result import Cell, Column, in_cells
from tools.wording.statements import Statement
from tools.wording.values import Count, Day, Entry, Listing, Name, Number, Quote, Share, Span, Value

SPOKEN = 5  # items named in a sentence


@dataclass(frozen=True)
class Shown:
    """One item of a list.

    Attributes:
        item_id: Which.
        name: What it is called.
        category: What its category is called, if it has one.
        reason: Why it is shown.
        basis: Baskets or customers the reason counts; `None` where it counts none.
        lift: How many times as often as chance, for what is bought together.
    """

    item_id: str
    name: Name
    category: Name | None
    reason: Name
    basis: int | None = None
    lift: float | None = None


def columns(shown: Sequence[Shown]) -> tuple[Column, ...]:
    """Columns of the result, given every row."""
    found = [
        Column(name="item_id", label=Name(en="Item id", zh="商品编号")),
        Column(
            name="item", label=Name(en="Item", zh="商品"), names=in_cells(s.name for s in shown)
        ),
        Column(
            name="category",
            label=Name(en="Category", zh="品类"),
            names=in_cells(s.category for s in shown if s.category),
        ),
        Column(
            name="reason", label=Name(en="Why", zh="理由"), names=in_cells(s.reason for s in shown)
        ),
    ]
    if any(each.basis is not None for each in shown):
        label = Name(en="Counted on", zh="依据数量")
        found.append(Column(name="basis", label=label, unit="count"))
    if any(each.lift is not None for each in shown):
        label = Name(en="Times chance", zh="为随机的倍数")
        found.append(Column(name="lift", label=label, unit="number"))
    return tuple(found)


def row_of(each: Shown) -> dict[str, Cell]:
    """One row of the result."""
    return {
        "item_id": each.item_id,
        "item": each.name.en,
        "category": each.category.en if each.category else None,
        "reason": each.reason.en,
        "basis": each.basis,
        "lift": None if each.lift is None else round(each.lift, 2),
    }


def listing(shown: Sequence[Shown]) -> Listing:
    """The first few by name."""
    return Listing(items=tuple(each.name for each in shown[:SPOKEN]))


def for_user(user: str, shown: Sequence[Shown]) -> list[Statement]:
    """Sentences about what to show one customer."""
    return [
        Statement(
            message="items-user", role="answer", needs=("items-quality",),
            values={"user": Quote(text=user), "n": Count(n=len(shown)), "list": listing(shown)},
        ),
        *whys(shown, ("items-quality",)),
    ]  # fmt: skip


def for_everyone(
    shown: Sequence[Shown], category: Name | None, days: int, user: str | None
) -> list[Statement]:
    """Sentences about what sells best, for a customer not known or for none."""
    values: dict[str, Value] = {
        "n": Count(n=len(shown)), "list": listing(shown), "days": Count(n=days),
        "category": category or Quote(text=""), "within": Quote(text="yes" if category else "no"),
    }  # fmt: skip
    if user is None:
        assumed = _said("items-assumed", "caveat")
        first = Statement(
            message="items-everyone", role="answer", values=values, needs=("items-assumed",)
        )
        return [first, *whys(shown, ()), assumed]
    first = Statement(
        message="items-unknown-user", role="answer", values=values | {"user": Quote(text=user)}
    )
    return [first, *whys(shown, ())]


def bought_with(asked: Name, shown: Sequence[Shown], found: Together) -> list[Statement]:
    """Sentences about what is bought together with an item."""
    values: dict[str, Value] = {
        "item": asked,
        "n": Count(n=len(shown)),
        "list": Listing(
            items=tuple(
                Entry(what=each.name, figure=Number(value=each.lift or 0))
                for each in shown[:SPOKEN]
            )
        ),
        "baskets": Count(n=found.baskets),
        "all": Count(n=found.all_baskets),
    }
    answer = Statement(message="items-together", role="answer", values=values)
    return [answer, *whys(shown, ())]


def alike(asked: Name, shown: Sequence[Shown], found: Together, least: int) -> list[Statement]:
    """Sentences about what the same customers want, where baskets tell too little."""
    values: dict[str, Value] = {
        "item": asked, "n": Count(n=len(shown)), "list": listing(shown),
        "baskets": Count(n=found.baskets), "least": Count(n=least),
    }  # fmt: skip
    if not shown:
        return [Statement(message="items-together-none", role="answer", values=values)]
    few = _said(
        "items-together-few", "caveat", **{k: values[k] for k in ("baskets", "least", "item")}
    )
    answer = Statement(
        message="items-alike", role="answer", values=values, needs=("items-together-few",)
    )
    return [answer, *whys(shown, ()), few]


def whys(shown: Sequence[Shown], needs: tuple[str, ...]) -> list[Statement]:
    """The reasons of the first two."""
    messages = ("items-first", "items-second")
    return [
        Statement(
            message=message,
            role="highlight",
            needs=needs,
            values={"item": each.name, "reason": each.reason},
        )
        for message, each in zip(messages, shown, strict=False)
    ]


def quality(card: ItemsCard, until: date) -> list[Statement]:
    """Caveats: how good such lists were on days not seen, and how old the model is."""
    found = card.comparison
    served, base = found.models[found.served], found.models[Popular.name]
    hits, sold = served["hr@10"], base["hr@10"].value
    last = found.cut + timedelta(days=found.horizon_days - 1)
    told = [
        _said(
            "items-quality", "caveat", period=Span(first=found.cut, last=last),
            users=Count(n=found.n), rate=Share(ratio=hits.value), base=Share(ratio=sold),
            low=Share(ratio=hits.low or 0.0), high=Share(ratio=hits.high or 1.0),
        )
    ]  # fmt: skip
    if card.trained_through < until:
        told.append(_said("items-trained", "caveat", day=Day(day=card.trained_through)))
    return told


def stocked(known: bool, left_out: int) -> Statement:
    """Whether only what is in stock is listed."""
    if not known:
        return _said("items-stock-unknown", "caveat")
    return _said("items-in-stock", "caveat", n=Count(n=left_out))


def _said(message: str, role: str, **values: Value) -> Statement:
    return Statement.model_validate({"message": message, "role": role, "values": values})
