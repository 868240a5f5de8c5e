"""What is worth saying about predicted purchases: rows and sentences."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from tools.prediction.features import Features, Floats
from tools.prediction.reasons import Reasons, by_theme
from tools.prediction.saved import Predictor
from tools.result import Cell, Column
from tools.wording.statements import Statement
from tools.wording.values import Count, Day, Listing, Name, Number, Quote, Share, Span, Value

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


COLUMNS = (
    Column(name="user_id", label=Name(en="Customer", zh="顾客")),
    Column(name="probability", label=Name(en="Probability", zh="购买概率"), unit="probability"),
    Column(name="reason_en", label=Name(en="Why", zh="原因（英文）")),
    Column(name="reason_zh", label=Name(en="Why (Chinese)", zh="原因")),
    Column(name="last_seen", label=Name(en="Last seen", zh="最近一次到店")),
    Column(name="orders", label=Name(en="Orders so far", zh="累计订单"), unit="count"),
)


def row_of(scored: Scored, reasons: Reasons, i: int) -> dict[str, Cell]:
    """One row of the result: the user at place `i`."""
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


def about_many(scored: Scored, reasons: Reasons, order: np.ndarray) -> list[Statement]:
    """Sentences about all users of the question; `order` are the places listed, best first."""
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


def about_one(scored: Scored, reasons: Reasons) -> list[Statement]:
    """Sentences about the one user asked for."""
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


def quality(predictor: Predictor) -> list[Statement]:
    """Caveats: how good the model was on days it had not seen, and up to when it knows."""
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
