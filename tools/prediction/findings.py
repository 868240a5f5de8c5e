"""What is worth saying about predicted purchases: rows and sentences."""

from datetime import date, timedelta
from typing import Literal

import numpy as np

from tools.prediction.saved import BASELINE, Predictor
from tools.prediction.scored import Rows, Scored
from tools.query_metrics import MIN_PEOPLE
from tools.result import Cell, Column, in_cells
from tools.wording.speaker import Speaker
from tools.wording.statements import Statement
from tools.wording.values import (
    Count,
    Day,
    Entry,
    Language,
    Listing,
    Name,
    Number,
    Quote,
    Share,
    Span,
    Value,
)

THEME_NAMES = {
    "category": Name(en="interest in the category", zh="对该品类的兴趣"),
    "recency": Name(en="how long ago they last bought", zh="距上次购买的时间"),
    "rhythm": Name(en="their usual gap between purchases", zh="购买间隔"),
    "cart": Name(en="what they put in the cart", zh="加购情况"),
    "views": Name(en="what they viewed and searched for", zh="浏览与搜索"),
    "frequency": Name(en="how often they ordered", zh="下单次数"),
    "value": Name(en="how much they spent", zh="消费金额"),
    "activity": Name(en="how active they were lately", zh="近期活跃度"),
    "returns": Name(en="what they returned", zh="退货情况"),
}
LANGUAGES: tuple[Language, Language] = ("en", "zh")
MANY_BUYERS = 100  # fewer leave the order of a list rough
SPOKEN = 5  # customers named in a sentence


def columns(whys: list[Name]) -> tuple[Column, ...]:
    """Columns of the result, given every reason in its rows."""
    return (
        Column(name="user_id", label=Name(en="Customer", zh="顾客")),
        Column(name="probability", label=Name(en="Probability", zh="购买概率"), unit="probability"),
        Column(
            name="baseline",
            label=Name(en="By recency alone", zh="仅看最近一次"),
            unit="probability",
        ),
        Column(name="reasons", label=Name(en="Why", zh="原因"), names=in_cells(whys)),
        Column(name="last_seen", label=Name(en="Last seen", zh="最近一次到店")),
        Column(name="orders", label=Name(en="Orders so far", zh="累计订单"), unit="count"),
    )


def bought(category: Name | None) -> Name:
    """What would be bought, in the words of a sentence."""
    if category is None:
        en, zh = (Speaker(language).message("purchase-anything") for language in LANGUAGES)
    else:
        en, zh = (
            Speaker(language).message("purchase-from", category=category.text(language))
            for language in LANGUAGES
        )
    return Name(en=en, zh=zh)


def row_of(scored: Scored, i: int, why: Name) -> dict[str, Cell]:
    """One row of the result: the user at place `i`, and why."""
    ago = float(scored.features.column("days_since_active")[i])
    return {
        "user_id": str(scored.features.user_ids[i]),
        "probability": round(float(scored.probability[i]), 4),
        "baseline": round(float(scored.scores.baseline[i]), 4),
        "reasons": why.en,
        "last_seen": scored.first - timedelta(days=max(1, int(np.ceil(ago)))),
        "orders": int(scored.features.column("orders_total")[i]),
    }


def about_many(scored: Scored, order: Rows, asked: bool) -> list[Statement]:
    """Sentences about all users asked about.

    Args:
        scored: They and their probabilities.
        order: Places of those listed, best first.
        asked: Whether so many were asked for: then who they are is the answer, else how many buy.
    """
    p, best = scored.probability[scored.kept], int(order[0])
    low, high = scored.interval()
    expected = Statement(message="purchase-expected", role="answer", values={
        "expected": Count(n=round(float(p.sum()))), "users": Count(n=len(p)),
        "what": scored.what, "period": scored.period,
        "days": Count(n=scored.predictor.card.horizon_days),
    }, needs=("purchase-interval", "purchase-first"))  # fmt: skip
    listed = _listed(scored, order, asked)
    if asked:
        expected = expected.model_copy(
            update={"role": "highlight", "needs": ("purchase-interval",)}
        )
        listed = listed.model_copy(update={"role": "answer", "needs": ("purchase-quality",)})
    said = [
        *((listed, expected) if asked else (expected, listed)),
        _said("purchase-interval", "caveat",
            low=Count(n=int(low)), high=Count(n=int(np.ceil(high))),
        ),
        _said("purchase-top", "highlight",
            user=Quote(text=str(scored.features.user_ids[best])),
            probability=Share(ratio=float(scored.probability[best])),
            reason=scored.why(best),
        ),
    ]  # fmt: skip
    if 1 < len(order) < len(p):
        top, base = float(scored.probability[order].mean()), float(p.mean())
        said.append(
            _said(
                "purchase-lift",
                "highlight",
                n=Count(n=len(order)),
                probability=Share(ratio=top),
                base=Share(ratio=base),
                lift=Number(value=top / base if base else 1.0),
            )
        )
    if drivers := scored.drivers()[:3]:
        names = tuple(THEME_NAMES[theme] for theme in drivers)
        said.append(_said("purchase-drivers", "highlight", drivers=Listing(items=names)))
    return said


def _listed(scored: Scored, order: Rows, asked: bool) -> Statement:
    """The first few by id, each with a probability."""
    entries = tuple(
        Entry(
            what=Name(en=str(scored.features.user_ids[row])),
            figure=Share(ratio=float(scored.probability[row])),
        )
        for row in order[:SPOKEN]
    )
    if not asked:
        return _said("purchase-first", "highlight", list=Listing(items=entries))
    return _said("purchase-list", "highlight",
        n=Count(n=len(order)), list=Listing(items=entries), what=scored.what,
        period=scored.period, days=Count(n=scored.predictor.card.horizon_days),
        more=Quote(text="yes" if len(order) > SPOKEN else "no"),
    )  # fmt: skip


def about_one(scored: Scored) -> list[Statement]:
    """Sentences about the one user asked for."""
    row, p = int(scored.kept[0]), scored.probability
    more = int((p > p[row]).sum())
    said = [
        Statement(message="purchase-user", role="answer", values={
            "user": Quote(text=str(scored.features.user_ids[row])),
            "what": scored.what, "period": scored.period,
            "days": Count(n=scored.predictor.card.horizon_days),
            "probability": Share(ratio=float(p[row])), "base": Share(ratio=float(p.mean())),
        }, needs=("purchase-quality",)),
        _said("purchase-user-rank", "highlight", more=Count(n=more), users=Count(n=len(p))),
        _said("purchase-user-baseline", "highlight",
            baseline=Share(ratio=float(scored.scores.baseline[row])),
        ),
    ]  # fmt: skip
    if alike := _alike(scored, float(p[row])):
        said.append(alike)
    for message, sign in (("purchase-user-up", 1), ("purchase-user-down", -1)):
        if themes := scored.themes(row, sign)[:3]:
            said.append(_said(message, "highlight", reasons=scored.reasons.joined(themes, row)))
    return said


def _alike(scored: Scored, probability: float) -> Statement | None:
    """How many of the users scored about as high in the test period did buy."""
    bins = scored.predictor.card.bins
    near = next((each for each in bins if probability >= each.above), bins[-1])
    if near.users < MIN_PEOPLE:
        return None
    rate = Share(ratio=near.buyers / near.users)
    return _said("purchase-user-alike", "highlight", users=Count(n=near.users), rate=rate)


def shortened(statements: list[Statement], asked: int, days: int) -> list[Statement]:
    """`statements`, with the answer bound to say that fewer days are predicted than asked for.

    Args:
        statements: About many or one.
        asked: Days ahead asked for.
        days: Days ahead predicted.
    """
    if days >= asked:
        return statements
    note = "purchase-shortened"
    bound = [
        said.model_copy(update={"needs": (note, *said.needs)}) if said.role == "answer" else said
        for said in statements
    ]
    return [*bound, _said(note, "caveat", days=Count(n=days), asked=Count(n=asked))]


def quality(predictor: Predictor, fitted: bool, until: date) -> list[Statement]:
    """Caveats: how good the model was on days it had not seen, and how it was made.

    Args:
        predictor: The model in use.
        fitted: Whether it was made for this question alone.
        until: Last day of the data the question is answered from.
    """
    card = predictor.card
    days, lift = Count(n=card.horizon_days), card.figure("lift_at_10").value
    last = card.cut + timedelta(days=card.horizon_days - 1)
    rate = min(1.0, lift * card.base_rate)
    said = [
        _said("purchase-quality", "caveat", period=Span(first=card.cut, last=last),
            lift=Number(value=lift), rate=Share(ratio=rate),
            base=Share(ratio=card.base_rate, digits=1 if card.base_rate >= 0.01 else 2),
        ),
        _said("purchase-recency", "caveat",
            rate=Share(ratio=min(1.0, card.figure("lift_at_10", BASELINE).value * card.base_rate)),
        ),
    ]  # fmt: skip
    if fitted:
        message = "purchase-fitted-rough" if card.buyers < MANY_BUYERS else "purchase-fitted"
        said.append(_said(message, "caveat", days=days, buyers=Count(n=card.buyers)))
    if card.trained_through < until:
        said.append(_said("purchase-trained", "caveat", day=Day(day=card.trained_through)))
    return said


def _said(message: str, role: Literal["highlight", "caveat"], **values: Value) -> Statement:
    needs = ("purchase-quality",) if message in ("purchase-top", "purchase-lift") else ()
    return Statement(message=message, role=role, values=values, needs=needs)
