"""The tools that say who may be lost, and when customers order next."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tools.errors import ToolError
from tools.prediction.customers.base import CustomerBase, ahead
from tools.prediction.customers.moments import Basis
from tools.prediction.customers.words import rhythm, said
from tools.prediction.features import Floats
from tools.prediction.lifetime.saved import load as load_value
from tools.prediction.timing import churn, next_order
from tools.prediction.timing.saved import load
from tools.result import Chart, ToolResult
from tools.wording.statements import Statement
from tools.wording.values import Listing, Name

if TYPE_CHECKING:
    from tools.segments import Segments


@dataclass(frozen=True)
class TimingTools:
    """Read-only predictions of when customers who have bought buy again.

    Attributes:
        base: Whose customers.
        models_folder: Folder that `train` saved in, `<workspace>/models`.
        segments: Groups of customers that questions may be about.
        recommend_items: Lists items for a customer, as the tool of that name does.
    """

    base: CustomerBase
    models_folder: Path
    segments: "Segments"
    recommend_items: Callable[..., ToolResult]

    def churn_risk(
        self,
        user_id: str | None = None,
        filters: list[str] | None = None,
        segment: str | None = None,
        horizon_days: int = 90,
        top_n: int = 10,
    ) -> ToolResult:
        """Say which customers may be lost: the chance that one who has bought places no order soon.

        Use for "who is about to churn", "which good customers should we win back", "will customer
        123 leave us". The list is ordered by value at risk. For what a customer will bring use
        `lifetime_value`; for when she orders next use `predict_next`.

        Args:
            user_id: One customer to predict for.
            filters: Which customers, as dimension=value (region, country, age_band, gender).
            segment: Only customers of this segment: its name, such as big_spenders, or a
                description.
            horizon_days: Days ahead without an order that count as lost, such as 90.
            top_n: How many customers to list.
        """
        predictor, days = load(self.models_folder), ahead(horizon_days)
        card = predictor.card
        moment = self.base.today(card.comparison.horizon_days, card.windows, card.names)
        group = self.segments.found(segment) if segment and not user_id else None
        among = None if group is None else self.segments.members(group)
        kept = self.base.asked(moment, filters or [], user_id, among)
        risk = predictor.quiet(moment, predictor.survival(moment), days)
        worth, basis = self._worth()
        at_risk = churn.AtRisk(moment, predictor, risk, worth, basis, kept, days)
        order = at_risk.top(max(1, top_n))
        told = churn.about_one(at_risk) if user_id else churn.about_many(at_risk, order, group)
        whys = [rhythm(moment, int(i)) for i in order]
        chart = Chart(
            kind="bar",
            title=Name(en="Customers most worth keeping", zh="最值得挽留的顾客"),
            x="user_id",
            y=("risk" if basis == "none" else "at_risk",),
        )
        return ToolResult(
            tool="churn_risk",
            columns=churn.columns(at_risk, whys),
            rows=churn.rows_of(at_risk, order, whys),
            statements=(*told, *churn.quality(at_risk, self.base.store.today)),
            chart=chart if len(order) > 1 else None,
            provenance=self.base.source(filters or []),
            currency=self.base.store.profile.currency,
        )

    def predict_next(
        self, user_id: str | None = None, filters: list[str] | None = None, top_n: int = 5
    ) -> ToolResult:
        """Predict when customers order next, and for one customer what.

        Use for "when will customer 123 order again and what", "how many customers will order
        within 30 days", "who orders next". For who will buy from a category use
        `predict_purchase`; for who may be lost use `churn_risk`.

        Args:
            user_id: One customer to predict for.
            filters: Which customers, as dimension=value (region, country, age_band, gender).
            top_n: How many customers, or items of one customer, to list.
        """
        predictor = load(self.models_folder)
        card = predictor.card
        moment = self.base.today(card.comparison.horizon_days, card.windows, card.names)
        kept = self.base.asked(moment, filters or [], user_id)
        survival = predictor.survival(moment)
        ranges = card.honest.ranges(survival)
        awaited = next_order.Awaited(moment, predictor, survival, ranges, kept)
        order = awaited.soonest(max(1, top_n))
        if user_id:
            what = self._what(str(moment.user_ids[kept[0]]), top_n)
            about = [*next_order.about_one(awaited), *what]
        else:
            about = next_order.about_many(awaited, order)
        whys = [rhythm(moment, int(i)) for i in order]
        return ToolResult(
            tool="predict_next",
            columns=next_order.columns(awaited, whys),
            rows=next_order.rows_of(awaited, order, whys),
            statements=(*about, *next_order.quality(awaited, self.base.store.today)),
            provenance=self.base.source(filters or []),
            currency=self.base.store.profile.currency,
        )

    def _what(self, user_id: str, top_n: int) -> list[Statement]:
        """The items she is likeliest to buy and how good that list was; nothing if not learned."""
        try:
            found = self.recommend_items(user_id=user_id, top_n=top_n)
        except ToolError:
            return []
        answer = found.statements[0]
        quality = [own for own in found.statements if own.message in answer.needs]
        items = answer.values["list"]
        if answer.message != "items-user" or not found.rows or not isinstance(items, Listing):
            return []
        needs = tuple(own.message for own in quality)
        return [said("next-user-what", "highlight", needs, items=items), *quality]

    def _worth(self) -> tuple[Floats, Basis]:
        """What each customer is expected to bring in a year; nothing where that is not known."""
        try:
            value = load_value(self.models_folder)
        except ToolError:  # orders without prices
            return np.empty(0), "none"
        card = value.card
        moment = self.base.today(card.comparison.horizon_days, card.windows, card.names)
        return value.worth(moment, churn.YEAR), card.basis
