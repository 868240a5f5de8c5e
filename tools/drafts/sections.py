"""A draft as statements, section by section: every figure of the document is one of theirs."""

from collections.abc import Iterator

from tools.drafts.audience import CAP_DAYS, MOST_MESSAGES
from tools.drafts.design import harm
from tools.drafts.models import CHANNELS, OBJECTIVES, Draft, Estimate
from tools.drafts.revising import offer_name
from tools.wording.statements import Role, Statement
from tools.wording.values import (
    Count,
    Day,
    Listing,
    Money,
    Number,
    Points,
    Quote,
    Share,
    Span,
    Value,
)

SECTIONS = ("objective", "audience", "offer", "channel", "profit", "test", "risks", "stop")
FEW_PEOPLE = 200
"""People per arm below which a test hardly tells anything."""


def sections(draft: Draft) -> dict[str, tuple[Statement, ...]]:
    """Section to its statements, in the order of the document."""
    makers = (_objective, _audience, _offer, _channel, _profit, _test, _risks, _stop)
    return {name: tuple(make(draft)) for name, make in zip(SECTIONS, makers, strict=True)}


def _said(message: str, _role: Role = "highlight", /, **values: Value) -> Statement:
    return Statement(message=f"drafts-{message}", role=_role, values=values)


def _money(estimate: Estimate) -> dict[str, Value]:
    return {
        "value": Money(amount=estimate.value),
        "low": Money(amount=estimate.low),
        "high": Money(amount=estimate.high),
    }


def _objective(draft: Draft) -> Iterator[Statement]:
    brief = draft.brief
    aim = OBJECTIVES[brief.objective]
    if draft.category is not None and brief.category is not None:
        yield _said("aim-category", "answer", aim=aim, category=draft.category)
    else:
        yield _said("aim", "answer", aim=aim)
    span = Span(first=draft.schedule.starts, last=draft.schedule.ends)
    days = Count(n=draft.schedule.days)
    yield _said("dates-given" if draft.schedule.given else "dates-chosen", span=span, days=days)
    if brief.budget is not None:
        yield _said("budget", budget=Money(amount=brief.budget))
    else:
        yield _said("no-budget")


def _audience(draft: Draft) -> Iterator[Statement]:
    own = draft.audience
    n = Count(n=own.n_segment)
    yield _said("segment", "answer", segment=own.label, rule=own.rule, n=n)
    yield _said(
        "consent", n=Count(n=own.n_no_consent), left=Count(n=own.n_segment - own.n_no_consent)
    )
    cap: dict[str, Value] = {"most": Count(n=MOST_MESSAGES), "days": Count(n=CAP_DAYS)}
    yield _said("capped" if own.n_capped else "capped-none", n=Count(n=own.n_capped), **cap)
    if own.n_overlap:
        running = Listing(items=own.running)
        yield _said("overlap", n=Count(n=own.n_overlap), campaigns=running)
    elif own.dates_known:
        yield _said("overlap-none")
    if not own.dates_known:
        yield _said("overlap-unknown", "caveat")
    yield _said("reachable", n=Count(n=own.n_reachable), treated=Count(n=own.n_treated))
    if own.n_unaffordable and draft.brief.budget is not None:
        budget = Money(amount=draft.brief.budget)
        yield _said("unaffordable", n=Count(n=own.n_unaffordable), budget=budget)


def _offer(draft: Draft) -> Iterator[Statement]:
    own = draft.offer
    if own.discount.kind == "none":
        yield _said("offer-no-costs" if own.source == "no_costs" else "offer-none", "answer")
        return
    yield _said(f"offer-{own.source}", "answer", offer=offer_name(draft))
    if own.code:
        until = Day(day=draft.schedule.ends)
        yield _said("coupon", code=Quote(text=own.code), until=until)
    if own.max_off is not None:
        yield _said("max-off", most=Money(amount=own.max_off))
    if own.max_redemptions is not None and draft.brief.budget is not None:
        budget = Money(amount=draft.brief.budget)
        yield _said("max-coupons", n=Count(n=own.max_redemptions), budget=budget)
    if own.margin_after is not None and own.margin_before is not None:
        before, after = Share(ratio=own.margin_before), Share(ratio=own.margin_after)
        message = "margin" if own.discount.kind == "percent" else "margin-at-least"
        yield _said(message, before=before, after=after, n=Count(n=own.n_items))
    if own.n_excluded:
        yield _said("excluded", n=Count(n=own.n_excluded))
    if own.discount.kind == "free_shipping":
        yield _said("shipping-unknown", "caveat")


def _channel(draft: Draft) -> Iterator[Statement]:
    channels = Listing(items=tuple(CHANNELS[own] for own in draft.channels))
    chosen = "channel-given" if draft.brief.channels else "channel-chosen"
    yield _said(chosen, "answer", channels=channels)
    own = draft.schedule
    hour = Quote(text=f"{own.hour}:00")
    hours: dict[str, Value] = {"day": Day(day=own.starts), "hour": hour}
    yield _said(f"hour-{own.basis}", n=Count(n=own.n_hour), **hours)
    if draft.cost.per_contact is not None:
        cost, n = Money(amount=draft.cost.per_contact), Count(n=draft.cost.n_campaigns)
        yield _said("cost", cost=cost, n=n)
        if draft.forecast.send_cost is not None:
            total, to = Money(amount=draft.forecast.send_cost), Count(n=draft.audience.n_treated)
            yield _said("send-cost", total=total, n=to)
    else:
        yield _said("cost-unknown", "caveat", channels=channels)
    if draft.benefit is not None and draft.category is not None:
        praise, n = Count(n=draft.benefit.n_praise), Count(n=draft.benefit.n)
        words: dict[str, Value] = {"benefit": draft.benefit.name, "category": draft.category}
        yield _said("benefit", praise=praise, n=n, **words)


def _profit(draft: Draft) -> Iterator[Statement]:
    own = draft.forecast
    if own.profit is not None and own.extra_orders is not None and own.factor is not None:
        message = "profit" if own.profit.value >= 0 else "loss"
        yield _said(
            message, "answer", **_money(own.profit), chance=Share(ratio=own.chance or 0.0, digits=0)
        )
        yield _said(
            "extra-orders",
            value=Number(value=own.extra_orders.value, digits=0),
            low=Number(value=own.extra_orders.low, digits=0),
            high=Number(value=own.extra_orders.high, digits=0),
        )
        rises: dict[str, Value] = {
            n: Share(ratio=getattr(own.factor, n) - 1, digits=0) for n in ("value", "low", "high")
        }
        yield _said("factor", n=Count(n=own.n_past), **rises)
    elif own.n_past:
        yield _said("profit-unknown-few", "answer", n=Count(n=own.n_past))
    else:
        yield _said("profit-unknown", "answer")
    yield from _basis(draft)
    if own.worth is not None and draft.cost.per_contact is not None:
        worth, cost = Money(amount=own.worth), Money(amount=draft.cost.per_contact)
        yield _said("worth" if own.worth > 0 else "worthless", worth=worth, cost=cost)
    if own.break_even is not None and own.base_rate is not None:
        yield _said(
            "break-even",
            rise=Share(ratio=own.break_even - 1, digits=0),
            rate=Share(ratio=own.base_rate, digits=2),
            needed=Share(ratio=own.base_rate * own.break_even, digits=2),
        )
    elif own.margin is None:
        yield _said("break-even-no-costs", "caveat")
    else:
        yield _said("break-even-none", "caveat")


def _basis(draft: Draft) -> Iterator[Statement]:
    own = draft.forecast
    if own.base_rate is not None:
        rate, n = Share(ratio=own.base_rate, digits=2), Count(n=own.n_base)
        yield _said("base-rate", rate=rate, n=n, days=Count(n=draft.schedule.days))
    if own.order_value is not None and own.margin is not None:
        value, n = Money(amount=own.order_value), Count(n=own.n_orders)
        yield _said("order-value", value=value, n=n, margin=Share(ratio=own.margin, digits=0))
    if own.redemption is not None and own.coupon_cost is not None:
        share, cost = Share(ratio=own.redemption, digits=0), Money(amount=own.coupon_cost)
        yield _said("redemption", share=share, cost=cost)


def _test(draft: Draft) -> Iterator[Statement]:
    own, test = draft.audience, draft.test
    treated, control = Count(n=own.n_treated), Count(n=own.n_control)
    share = Share(ratio=test.share_control, digits=0)
    yield _said("arms", "answer", treated=treated, control=control, share=share)
    if test.detectable is not None:
        yield _said("detectable", points=Points(ratio=test.detectable))
    if test.expected is not None and test.detectable is not None and test.needed is not None:
        points = Points(ratio=test.expected)
        if test.expected < test.detectable:
            yield _said("underpowered", "caveat", points=points, n=Count(n=test.needed))
        else:
            yield _said("powered", points=points)
    yield _said("one-look", end=Day(day=draft.schedule.ends))


def _risks(draft: Draft) -> Iterator[Statement]:
    forecast = draft.forecast
    if forecast.profit is not None and forecast.profit.low < 0:
        yield _said("risk-loss", low=Money(amount=forecast.profit.low))
    if forecast.factor is not None and forecast.factor.low < 1:
        yield _said("risk-harm", n=Count(n=forecast.n_past))
    if draft.audience.segment != "everyone" and forecast.factor is not None:
        yield _said("risk-audience", segment=draft.audience.label)
    if draft.offer.code:
        yield from (_said("risk-habit"), _said("risk-leak"))
    if min(draft.audience.n_treated, draft.audience.n_control) < FEW_PEOPLE:
        yield _said(
            "risk-small", n=Count(n=min(draft.audience.n_treated, draft.audience.n_control))
        )
    if draft.cost.n_campaigns == 1:
        yield _said("risk-cost", n=Count(n=draft.cost.n_campaigns))
    if any((own.channel, own.language) == ("email", "zh") for own in draft.copies):
        yield _said("risk-ad-mark")


def _stop(draft: Draft) -> Iterator[Statement]:
    rate, own, day = draft.forecast.base_rate, draft.audience, draft.test.check_day
    if rate and day is not None:
        points = Points(ratio=harm(rate, own.n_treated, own.n_control))
        yield _said("stop-harm", "answer", day=Day(day=day), points=points)
    if draft.offer.max_redemptions is not None:
        yield _said("stop-coupons", n=Count(n=draft.offer.max_redemptions))
    if draft.brief.budget is not None:
        yield _said("stop-budget", budget=Money(amount=draft.brief.budget))
    yield _said("stop-complaints")
    if draft.forecast.break_even is not None and rate:
        lift = Points(ratio=rate * (draft.forecast.break_even - 1))
        yield _said("stop-repeat", points=lift)
