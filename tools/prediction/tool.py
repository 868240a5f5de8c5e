"""The tool that says who will probably buy, how likely it is, and why."""

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from pathlib import Path

import numpy as np

from tools.errors import ToolError
from tools.metrics.dimensions import DIMENSIONS
from tools.metrics.metric import METRICS
from tools.metrics.semantics import Semantics, listed
from tools.prediction.config import PurchaseConfig
from tools.prediction.features import Features
from tools.prediction.findings import (
    Rows,
    Scored,
    about_many,
    about_one,
    bought,
    columns,
    quality,
    row_of,
)
from tools.prediction.history import History
from tools.prediction.reasons import Reasons
from tools.prediction.saved import Predictor, load
from tools.prediction.training import Run
from tools.result import Cell, Chart, Column, Provenance, ToolResult
from tools.store.store import Store
from tools.wording.statements import Statement
from tools.wording.values import Count, Day, Name, Quote

MIN_PEOPLE = 10  # smaller groups of customers are withheld
LISTED = 20  # customers listed when no number is asked for
LONGEST = 365  # days ahead
CUSTOMERS = replace(METRICS["new_users"], label=Name(en="customers", zh="顾客"))


@dataclass(frozen=True)
class PurchaseTools:
    """Read-only predictions of who will buy.

    Attributes:
        store: Whose customers.
        models_folder: Folder that `train` saved in, `<workspace>/models`.
    """

    store: Store
    models_folder: Path

    def predict_purchase(
        self,
        category: str | None = None,
        filters: list[str] | None = None,
        top_n: int | None = None,
        horizon_days: int | None = None,
        user_id: str | None = None,
    ) -> ToolResult:
        """List the customers who will probably buy soon, with each one's probability and why.

        Use for "who will buy next", "who is likely to buy headphones this week", "will customer
        123 buy". For what customers bought in the past use `query_metrics`.

        Args:
            category: Only purchases in this category.
            filters: Which customers, as dimension=value (region, country, age_band, gender).
            top_n: How many customers to list; 20 if none is given.
            horizon_days: Days ahead, such as 7 for a week.
            user_id: One customer to predict for.
        """
        if horizon_days is not None and not 1 <= horizon_days <= LONGEST:
            wanted = Quote(text=f"horizon_days 1–{LONGEST}")
            raise ToolError("invalid-argument", given=Quote(text="horizon_days"), wanted=wanted)
        if category is not None:
            category = self._semantics.value(DIMENSIONS["category"], category)
        predictor, run, fitted = self._predictor(category, horizon_days)
        first = self.store.today + timedelta(days=1)
        features = run.features(first)
        name = self.store.name_of("category", category) if category else None
        scored = Scored(
            features,
            predictor,
            predictor.probability(features.values),
            self._kept(features, filters or [], user_id),
            first,
            bought(name),
            Reasons(features, run.windows, self.store.profile.currency, name),
        )
        order = scored.top(max(1, top_n or LISTED))
        shown = about_one(scored) if user_id else about_many(scored, order, bool(top_n))
        told = (*shown, *quality(predictor, fitted, self.store.today))
        whys = [scored.why(int(i)) for i in order]
        rows = tuple(row_of(scored, int(i), why) for i, why in zip(order, whys, strict=True))
        return self._result(columns(whys), rows, told, filters or [])

    def _predictor(self, category: str | None, horizon: int | None) -> tuple[Predictor, Run, bool]:
        """The saved model, or one fitted now for another target or horizon (then `True`)."""
        saved = load(self.models_folder)
        usual = saved.card.config.horizon_days
        key = (category, horizon or usual, saved.card.model_dump_json())
        if key not in self._fitted:
            config = PurchaseConfig(horizon_days=horizon or usual, max_training_cuts=2)
            run = Run.of(self._history, config, category)
            run.windows = saved.card.windows
            run.kinds = ("base_rate", "logistic_regression")
            other = category is not None or run.plan.horizon_days != saved.card.horizon_days
            self._fitted[key] = (run.predictor() if other else saved, run, other)
        return self._fitted[key]

    @cached_property
    def _fitted(self) -> dict[tuple[str | None, int, str], tuple[Predictor, Run, bool]]:
        return {}

    @cached_property
    def _history(self) -> History:
        return History(self.store)

    @cached_property
    def _semantics(self) -> Semantics:
        return Semantics(self.store)

    def _kept(self, features: Features, filters: list[str], user_id: str | None) -> Rows:
        """Places in `features` of the users asked about.

        Raises:
            ToolError: If the user is unknown, a filter unreadable or hardly anyone fits it.
        """
        keep = np.ones(len(features.user_ids), dtype=bool)
        if user_id:
            wanted = user_id.strip().casefold()
            keep = np.array([str(user).casefold() == wanted for user in features.user_ids])
            if not keep.any():
                raise ToolError(
                    "purchase-unknown-user", user=Quote(text=user_id), day=Day(day=self.store.today)
                )
        for written in filters:
            keep &= np.isin(features.user_ids.astype(str), self._members(written))
        if keep.sum() < (1 if user_id else MIN_PEOPLE):
            raise ToolError("purchase-too-few-users", n=Count(n=int(keep.sum())))
        return np.flatnonzero(keep)

    def _members(self, written: str) -> list[str]:
        """Users who meet one `dimension=value` or `dimension!=value`."""
        semantics = self._semantics
        try:
            condition = semantics.condition(written, CUSTOMERS)
        except ToolError:
            known = [d for d in semantics.dimensions.values() if d.home == "users"]
            if written.partition("=")[0].rstrip("!").strip() in {d.name for d in known}:
                raise
            given = Quote(text=written)
            raise ToolError("purchase-unknown-filter", given=given, known=listed(known)) from None
        users = self.store.table("users")
        fits = users[condition.dimension.column].isin(condition.values)
        if condition.negated:
            fits = ~fits
        members = users.filter(fits.fill_null(condition.negated)).select("user_id").to_pyarrow()
        return [str(user) for user in members["user_id"].to_pylist()]

    def _result(
        self,
        shown: tuple[Column, ...],
        rows: tuple[dict[str, Cell], ...],
        statements: tuple[Statement, ...],
        filters: list[str],
    ) -> ToolResult:
        used = tuple(sorted({"events", "orders", "order_lines"} & self.store.tables))
        return ToolResult(
            tool="predict_purchase",
            columns=shown,
            rows=rows,
            statements=statements,
            chart=Chart(
                kind="bar",
                title=Name(en="Customers most likely to buy", zh="最有可能购买的顾客"),
                x="user_id",
                y=("probability",),
            )
            if len(rows) > 1
            else None,
            provenance=Provenance(
                tables=used,
                period=(self.store.calendar[0], self.store.today),
                filters=tuple(filters),
                data_version=self.store.profile.data_version,
            ),
            currency=self.store.profile.currency,
        )
