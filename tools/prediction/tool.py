"""The tool that says who will probably buy, how likely it is, and why."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from pathlib import Path

import ibis
import numpy as np
from ibis import _

from tools.errors import ToolError, nearest
from tools.prediction.config import PurchaseConfig
from tools.prediction.features import Features
from tools.prediction.findings import COLUMNS, Scored, about_many, about_one, quality, row_of
from tools.prediction.reasons import Reasons
from tools.prediction.saved import Predictor, load
from tools.prediction.training import Run
from tools.result import Cell, Chart, Provenance, ToolResult
from tools.store.store import Store
from tools.wording.statements import Statement
from tools.wording.values import Count, Day, Listing, Name, Quote

USER_DIMENSIONS = ("country", "region", "age_band", "gender", "marketing_consent")
MIN_PEOPLE = 10  # smaller groups of customers are withheld
ANYTHING = Name(en="something", zh="商品")


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
        top_n: int = 20,
        horizon_days: int | None = None,
        user_id: str | None = None,
    ) -> ToolResult:
        """List the customers who will probably buy soon, with each one's probability and why.

        Use for "who will buy next", "who is likely to buy headphones this week", "will customer
        123 buy". For what customers bought in the past use `query_metrics`.

        Args:
            category: Only purchases in this category.
            filters: Which customers, as dimension=value (region, country, age_band, gender).
            top_n: How many customers to list.
            horizon_days: Days ahead, such as 7 for a week.
            user_id: One customer to predict for.
        """
        category = self._category(category)
        predictor, run = self._predictor(category, horizon_days)
        first = self.store.today + timedelta(days=1)
        features = self._kept(run.features(first), filters or [], user_id)
        contributions = predictor.model.contributions(features.values)
        probability = predictor.calibration.probability(contributions.sum(axis=1))
        what = self.store.name_of("category", category) if category else ANYTHING
        scored = Scored(features, predictor, probability, contributions, first, what)
        order = np.argsort(-probability, kind="stable")[: max(1, top_n)]
        reasons = Reasons(features, predictor.card.windows, self.store.profile.currency)
        shown = about_one(scored, reasons) if user_id else about_many(scored, reasons, order)
        rows = tuple(row_of(scored, reasons, int(i)) for i in order)
        return self._result(rows, (*shown, *quality(predictor)), filters or [])

    def _predictor(self, category: str | None, horizon: int | None) -> tuple[Predictor, Run]:
        """The saved model and the data, or one fitted now for another target or horizon."""
        saved = load(self.models_folder)
        if horizon is not None and not 1 <= horizon <= 365:
            raise ToolError(
                "invalid-argument", given=Quote(text="horizon_days"), wanted=Quote(text="1–365")
            )
        days = horizon or saved.card.config.horizon_days
        config = PurchaseConfig(horizon_days=days, max_training_cuts=3)
        key = (category, config.horizon_days)
        if key not in self._fitted:
            run = Run.of(self.store, config, category)
            run.windows = saved.card.windows
            same = run.plan.horizon_days == saved.card.horizon_days
            run.kinds = ("base_rate", "logistic_regression")
            self._fitted[key] = (saved if same and not category else run.predictor(), run)
        return self._fitted[key]

    @cached_property
    def _fitted(self) -> dict[tuple[str | None, int], tuple[Predictor, Run]]:
        return {}

    def _category(self, given: str | None) -> str | None:
        """The category as the data write it; labels in either language are understood."""
        if given is None:
            return None
        table = self.store.table("items").select("category").distinct().to_pyarrow()
        known = {str(c): str(c) for c in table["category"].to_pylist() if c is not None}
        for value in list(known):
            name = self.store.name_of("category", value)
            known |= {name.en.lower(): value, name.text("zh"): value, value.lower(): value}
        if given not in known and given.lower() not in known:
            self._unknown(Name(en="category", zh="品类"), given, list(known))
        return known.get(given) or known[given.lower()]

    def _unknown(self, what: Name, given: str, known: list[str]) -> None:
        shown = nearest(given, known) or sorted(known)[:10]
        listed = Listing(items=tuple(Quote(text=k) for k in shown))
        raise ToolError("unknown-choice", what=what, given=Quote(text=given), known=listed)

    def _kept(self, features: Features, filters: list[str], user_id: str | None) -> Features:
        ids = features.user_ids
        keep = np.ones(len(ids), dtype=bool)
        if user_id:
            keep = ids == user_id
            if not keep.any():
                raise ToolError(
                    "purchase-unknown-user", user=Quote(text=user_id), day=Day(day=self.store.today)
                )
        for written in filters:
            keep &= np.isin(ids.astype(str), self._members(written))
        if not user_id and keep.sum() < MIN_PEOPLE:
            raise ToolError("purchase-too-few-users", n=Count(n=int(keep.sum())))
        return Features(ids[keep], features.names, features.values[keep], features.cut)

    def _members(self, written: str) -> list[str]:
        """Users who match one `dimension=value`."""
        dimension, _equals, value = written.partition("=")
        users = self.store.table("users")
        known = [d for d in USER_DIMENSIONS if f"users.{d}" in self.store.columns]
        if dimension not in known:
            self._unknown(Name(en="customer dimension", zh="顾客维度"), dimension, known)
        column = users[dimension].cast("string")
        values = [str(v) for v in users.select(v=column).distinct().to_pyarrow()["v"].to_pylist()]
        if value not in values:
            self._unknown(Name(en=dimension, zh=dimension), value, values)
        members = users.filter(column == ibis.literal(value)).select(_.user_id).to_pyarrow()
        return [str(user) for user in members["user_id"].to_pylist()]

    def _result(
        self,
        rows: tuple[dict[str, Cell], ...],
        statements: tuple[Statement, ...],
        filters: list[str],
    ) -> ToolResult:
        used = tuple(sorted({"events", "orders", "order_lines"} & self.store.tables))
        return ToolResult(
            tool="predict_purchase",
            columns=COLUMNS,
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
