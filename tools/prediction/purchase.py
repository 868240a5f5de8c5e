"""The tool that says who will probably buy, how likely it is, and why."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

import ibis
import numpy as np
from ibis import _

from tools.errors import ToolError, nearest
from tools.prediction.config import PurchaseConfig
from tools.prediction.features import Features, Floats
from tools.prediction.reasons import Reasons, by_theme
from tools.prediction.saved import Predictor, load
from tools.prediction.training import Run
from tools.result import Cell, Chart, Column, Provenance, ToolResult
from tools.store.store import Store
from tools.wording.statements import Statement
from tools.wording.values import Count, Day, Listing, Name, Number, Quote, Share, Span, Value

USER_DIMENSIONS = ("country", "region", "age_band", "gender", "marketing_consent")
MIN_PEOPLE = 10  # smaller groups of customers are withheld
ANYTHING = Name(en="something", zh="商品")
THEME_NAMES = {
    "category": Name(en="interest in the category", zh="对该品类的兴趣"),
    "recency": Name(en="how long ago they last bought", zh="距上次购买的时间"),
    "rhythm": Name(en="their usual gap between purchases", zh="购买间隔"),
    "cart": Name(en="what they put in the cart", zh="加购情况"),
    "views": Name(en="what they viewed and searched", zh="浏览和搜索"),
    "frequency": Name(en="how often they ordered", zh="下单次数"),
    "value": Name(en="how much they spent", zh="消费金额"),
    "activity": Name(en="how active they were lately", zh="近期活跃度"),
    "returns": Name(en="what they returned", zh="退货情况"),
    "tenure": Name(en="how long they have been customers", zh="成为顾客的时间"),
    "habit": Name(en="the weekdays they come", zh="来店的日子"),
}


@dataclass(frozen=True)
class Scored:
    """Every user of a question with her probability: [n] and [n, n_features + 1]."""

    features: Features
    predictor: Predictor
    probability: Floats
    contributions: Floats
    first: date
    what: Name

    @property
    def period(self) -> Span:
        """The days predicted."""
        last = self.first + timedelta(days=self.predictor.card.horizon_days - 1)
        return Span(first=self.first, last=last)


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
        predictor, run = self._predictor(self._category(category), horizon_days)
        first = self.store.today + timedelta(days=1)
        features = self._kept(run.features(first), filters or [], user_id)
        contributions = predictor.model.contributions(features.values)
        probability = predictor.calibration.probability(contributions.sum(axis=1))
        what = self.store.name_of("category", category) if category else ANYTHING
        scored = Scored(features, predictor, probability, contributions, first, what)
        order = np.argsort(-probability, kind="stable")[: max(1, top_n)]
        reasons = Reasons(features, predictor.card.windows, self.store.profile.currency)
        shown = _one(scored, reasons) if user_id else _many(scored, reasons, order)
        rows = tuple(_row(scored, reasons, int(i)) for i in order)
        return self._result(rows, (*shown, *_quality(predictor)), filters or [])

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
        if (value := known.get(given) or known.get(given.lower())) is None:
            self._unknown(Name(en="category", zh="品类"), given, list(known))
        return value

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


COLUMNS = (
    Column(name="user_id", label=Name(en="Customer", zh="顾客")),
    Column(name="probability", label=Name(en="Probability", zh="购买概率"), unit="probability"),
    Column(name="reason_en", label=Name(en="Why", zh="原因（英文）")),
    Column(name="reason_zh", label=Name(en="Why (Chinese)", zh="原因")),
    Column(name="last_seen", label=Name(en="Last seen", zh="最近一次到店")),
    Column(name="orders", label=Name(en="Orders so far", zh="累计订单"), unit="count"),
)


def _row(scored: Scored, reasons: Reasons, i: int) -> dict[str, Cell]:
    why = reasons.joined(_themes(scored, i, 1)[:2], i)
    ago = float(scored.features.column("days_since_active")[i])
    return {
        "user_id": str(scored.features.user_ids[i]),
        "probability": round(float(scored.probability[i]), 4),
        "reason_en": why.en,
        "reason_zh": why.text("zh"),
        "last_seen": scored.first - timedelta(days=max(1, int(np.ceil(ago)))),
        "orders": int(scored.features.column("orders_total")[i]),
    }


def _themes(scored: Scored, row: int, sign: int) -> list[str]:
    """Themes that raise (`sign` 1) or lower (-1) the probability of `row`, strongest first."""
    own = by_theme(scored.contributions[row : row + 1], scored.features.names)
    pushed = {theme: sign * float(total[0]) for theme, total in own.items()}
    return sorted((t for t in pushed if pushed[t] > 0), key=lambda t: -pushed[t])


def _many(scored: Scored, reasons: Reasons, order: np.ndarray) -> list[Statement]:
    p, best = scored.probability, int(order[0])
    expected, base = float(p.sum()), float(p.mean())
    spread = float(np.sqrt((p * (1 - p)).sum() + (scored.predictor.card.drift * expected) ** 2))
    low, high = max(0.0, expected - 1.96 * spread), min(len(p), expected + 1.96 * spread)
    top = float(p[order].mean())
    own = by_theme(scored.contributions, scored.features.names)
    drivers = sorted(own, key=lambda theme: -float(own[theme].std()))[:3]
    said: list[tuple[str, str, dict[str, Value]]] = [
        ("purchase-expected", "answer", {
            "expected": Count(n=round(expected)), "users": Count(n=len(p)),
            "what": scored.what, "period": scored.period,
        }),
        ("purchase-interval", "caveat", {"low": Count(n=round(low)), "high": Count(n=round(high))}),
        ("purchase-top", "highlight", {
            "user": Quote(text=str(scored.features.user_ids[best])),
            "probability": Share(ratio=float(p[best])),
            "reason": reasons.joined(_themes(scored, best, 1)[:2], best),
        }),
        ("purchase-lift", "highlight", {
            "n": Count(n=len(order)), "probability": Share(ratio=top), "base": Share(ratio=base),
            "lift": Number(value=top / base if base else 1.0),
        }),
        ("purchase-drivers", "highlight", {
            "drivers": Listing(items=tuple(THEME_NAMES[t] for t in drivers)),
        }),
    ]  # fmt: skip
    return [_statement(*parts) for parts in said]


def _one(scored: Scored, reasons: Reasons) -> list[Statement]:
    user, p = str(scored.features.user_ids[0]), float(scored.probability[0])
    said = [
        _statement("purchase-user", "answer", {
            "user": Quote(text=user), "what": scored.what, "period": scored.period,
            "probability": Share(ratio=p),
            "base": Share(ratio=scored.predictor.card.base_rate),
        }),
    ]  # fmt: skip
    for message, sign in (("purchase-user-up", 1), ("purchase-user-down", -1)):
        if themes := _themes(scored, 0, sign)[:3]:
            said.append(_statement(message, "highlight", {"reasons": reasons.joined(themes, 0)}))
    return said


def _quality(predictor: Predictor) -> list[Statement]:
    card = predictor.card
    scores = card.models[card.served]
    last = card.cut + timedelta(days=card.horizon_days - 1)
    values: dict[str, Value] = {
        "period": Span(first=card.cut, last=last),
        "lift": Number(value=scores.lift_at_10),
        "precision": Share(ratio=scores.average_precision),
        "base": Share(ratio=card.base_rate),
    }
    return [
        _statement("purchase-quality", "caveat", values),
        _statement("purchase-trained", "caveat", {"day": Day(day=card.trained_through)}),
    ]


def _statement(message: str, role: str, values: dict[str, Value]) -> Statement:
    needs = ("purchase-interval",) if message == "purchase-expected" else ()
    return Statement.model_validate(
        {"message": message, "role": role, "values": values, "needs": needs}
    )
