"""From a brief to the figures of a draft: whom, what, when, at what cost, for what gain."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from tools.drafts import audience as people
from tools.drafts.audience import Reach
from tools.drafts.base import Base, base_of
from tools.drafts.design import plan, share_held_out
from tools.drafts.files import Arms, fingerprint
from tools.drafts.models import (
    Audience,
    Brief,
    Channel,
    Cost,
    Forecast,
    Offer,
    Schedule,
    TestPlan,
)
from tools.drafts.offers import choose, goods, limited
from tools.drafts.past import Redemption, costs, redemption
from tools.drafts.profit import Terms, forecast
from tools.drafts.stock import interest, overstocked, themed, unknown_goods
from tools.drafts.timing import schedule_of, timed
from tools.effects import CampaignEffect
from tools.effects.pooling import Pooled, past_effects, pooled
from tools.errors import ToolError
from tools.query_metrics import MIN_PEOPLE
from tools.segments import Segments
from tools.store.store import Store
from tools.wording.values import Count, Money, Quote

USUAL_CHANNEL: Channel = "email"
PERSONAL: tuple[Channel, ...] = ("email", "sms", "push", "app", "mini_program")
"""Channels that code may choose: they reach the people of a list."""


@dataclass(frozen=True)
class Figures:
    """Everything about a draft that is computed."""

    brief: Brief
    reach: Reach
    audience: Audience
    arms: Arms = field(repr=False)
    offer: Offer
    schedule: Schedule
    channels: tuple[Channel, ...]
    cost: Cost
    forecast: Forecast
    test: TestPlan
    others: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Planner:
    """Plans campaigns of one store; what all of them share is read once.

    Attributes:
        store: The store.
        segments: Its segments.
    """

    store: Store
    segments: Segments

    @cached_property
    def past(self) -> tuple[CampaignEffect, ...]:
        """Past campaigns with a holdout."""
        return past_effects(self.store)

    @cached_property
    def pooled(self) -> Pooled | None:
        """Their effects together."""
        return pooled(self.past)

    @cached_property
    def costs(self) -> dict[Channel, Cost]:
        """What a contact costs by channel."""
        return costs(self.store)

    @cached_property
    def redemption(self) -> Redemption:
        """How many orders use a coupon; all where no campaign tells."""
        return redemption(self.store, self.past) or Redemption(1.0, 1.0)

    def completed(self, brief: Brief) -> Brief:
        """`brief` with the category a clearance is about, where it names none.

        Raises:
            ToolError: If the budget cannot pay for anything, or goods to be cleared are none that
                the store knows.
        """
        if brief.budget is not None and brief.budget <= 0:
            raise ToolError("drafts-budget-zero")
        if brief.category is not None:
            return brief
        category = themed(brief.goal, self.store)
        if category is None and brief.objective == "clear_stock":
            if goods_named := unknown_goods(brief.goal):
                raise ToolError("drafts-goods-unknown", given=Quote(text=goods_named))
            category = overstocked(self.store)
        return brief.model_copy(update={"category": category})

    def figures(self, brief: Brief, promised: Mapping[str, frozenset[str]]) -> Figures:
        """Everything of a draft but its words.

        Args:
            brief: A completed brief.
            promised: Approved drafts by title, with their user ids and days overlapping.

        Raises:
            ToolError: If the brief cannot be met; says what would work.
        """
        schedule = schedule_of(brief, self.store)
        found = people.reach(
            self.store, self.segments, brief, (schedule.starts, schedule.ends), promised
        )
        base = base_of(self.store, self.segments, found.segment, schedule.days)
        own = goods(self.store, brief.category)
        offer = limited(choose(brief, own, self.past, base.order_value), base.large_order)
        ranked = sorted(
            (self._with(brief, found, base, offer, schedule, own) for own in self._channels(brief)),
            key=_gain,
            reverse=True,
        )
        best = ranked[0]
        self._check_budget(brief, best, base, offer)
        others = tuple(("+".join(own.channels), _gain(own)) for own in ranked[1:])
        arms = people.drawn(
            found.user_ids, best.audience.n_treated, best.audience.n_control, brief.seed
        )
        audience = best.audience.model_copy(update={"fingerprint": fingerprint(arms)})
        timely = timed(schedule, self.store, best.channels[0])
        settled = {"arms": arms, "audience": audience, "others": others, "schedule": timely}
        return replace(best, **settled)  # type: ignore[arg-type]  # each of its field's type

    def _channels(self, brief: Brief) -> Sequence[tuple[Channel, ...]]:
        if brief.channels:
            return [brief.channels]
        known = [(own,) for own in PERSONAL if own in self.costs]
        return known or [(USUAL_CHANNEL,)]

    def _with(
        self,
        brief: Brief,
        found: Reach,
        base: Base,
        offer: Offer,
        schedule: Schedule,
        channels: tuple[Channel, ...],
    ) -> Figures:
        """The figures if `channels` are used."""
        cost = self._cost(channels)
        terms = Terms(offer, base, self.pooled, self.redemption, cost.per_contact)
        n = len(found.user_ids)
        factor = terms.factor if self.pooled else None
        share = brief.holdout or share_held_out(n, base.rate, factor)
        wanted = n - max(1, round(n * share))
        n_treated = wanted
        if brief.budget is not None:
            n_treated = terms.affordable(brief.budget, wanted)
            if terms.most_off:
                offer = offer.model_copy(update={"max_redemptions": terms.coupons(n_treated)})
        audience = found.audience.model_copy(
            update={
                "n_treated": n_treated,
                "n_control": n - n_treated,
                "n_unaffordable": wanted - n_treated,
            }
        )
        return Figures(
            brief=brief, reach=found, audience=audience, arms=(), offer=offer, schedule=schedule,
            channels=channels, cost=cost,
            forecast=forecast(terms, n_treated, len(self.past), brief.seed),
            test=plan(max(1, n_treated), n - n_treated, base.rate, factor, schedule),
            others=(),
        )  # fmt: skip

    def _cost(self, channels: tuple[Channel, ...]) -> Cost:
        known = [self.costs[own] for own in channels if own in self.costs]
        if len(known) < len(channels):
            return Cost(per_contact=None)
        each = [own.per_contact for own in known if own.per_contact is not None]
        return Cost(per_contact=sum(each), n_campaigns=sum(own.n_campaigns for own in known))

    def _check_budget(self, brief: Brief, best: Figures, base: Base, offer: Offer) -> None:
        if brief.budget is None or best.audience.n_treated >= MIN_PEOPLE:
            return
        terms = Terms(offer, base, self.pooled, self.redemption, best.cost.per_contact)
        raise ToolError(
            "drafts-budget-small",
            budget=Money(amount=brief.budget),
            people=Count(n=MIN_PEOPLE),
            least=Money(amount=math.ceil(terms.spent(MIN_PEOPLE))),
        )

    def about(self, brief: Brief, user_ids: tuple[str, ...]) -> str | None:
        """The category that copy speaks of: the brief's, else what the audience likes."""
        return brief.category or interest(self.store, user_ids)


def _gain(own: Figures) -> float:
    """What channels are ranked by: expected profit, else people reached for the money."""
    if own.forecast.profit is not None:
        return own.forecast.profit.value
    return -(own.cost.per_contact or 0.0)
