"""The tool that says what customers will be worth."""

from dataclasses import dataclass
from pathlib import Path

from tools.prediction.customers.base import CustomerBase, ahead
from tools.prediction.customers.words import rhythm
from tools.prediction.lifetime.findings import (
    Valued,
    about_many,
    about_one,
    columns,
    quality,
    rows_of,
)
from tools.prediction.lifetime.saved import load
from tools.result import Chart, ToolResult
from tools.wording.values import Name


@dataclass(frozen=True)
class LifetimeTools:
    """Read-only predictions of what customers will be worth.

    Attributes:
        base: Whose customers.
        models_folder: Folder that `train` saved in, `<workspace>/models`.
    """

    base: CustomerBase
    models_folder: Path

    def lifetime_value(
        self,
        user_id: str | None = None,
        filters: list[str] | None = None,
        horizon_days: int = 365,
        top_n: int = 10,
    ) -> ToolResult:
        """Predict customer lifetime value: how much customers will bring in the time to come.

        Use for "what is customer 123 worth", "who are our most valuable customers in the next
        year", "what will women bring us". For what customers spent in the past use
        `query_metrics`; for whom we may lose use `churn_risk`.

        Args:
            user_id: One customer to predict for.
            filters: Which customers, as dimension=value (region, country, age_band, gender).
            horizon_days: Days ahead, such as 365 for a year.
            top_n: How many customers to list.
        """
        predictor = load(self.models_folder)
        card, days = predictor.card, ahead(horizon_days)
        moment = self.base.today(card.comparison.horizon_days, card.windows, card.names)
        kept = self.base.asked(moment, filters or [], user_id)
        valued = Valued(moment, predictor, predictor.worth(moment, days), kept, days)
        order = valued.top(max(1, top_n))
        told = about_one(valued) if user_id else about_many(valued, order)
        whys = [rhythm(moment, int(i)) for i in order]
        chart = Chart(
            kind="bar",
            title=Name(en="Most valuable customers to come", zh="预计价值最高的顾客"),
            x="user_id",
            y=("value",),
        )
        return ToolResult(
            tool="lifetime_value",
            columns=columns(valued, whys),
            rows=rows_of(valued, order, whys),
            statements=(*told, *quality(valued, self.base.store.today)),
            chart=chart if len(order) > 1 else None,
            provenance=self.base.source(filters or []),
            currency=self.base.store.profile.currency,
        )
