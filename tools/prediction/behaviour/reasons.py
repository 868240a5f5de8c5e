"""Why a user got her score: integrated gradients over the embeddings, summed by theme."""

import numpy as np
import torch
from torch import Tensor

from tools.prediction.behaviour.model import BehaviourModel, Parts
from tools.prediction.behaviour.windows import Batch
from tools.prediction.features import Floats
from tools.store.schema import EVENT_TYPES

STEPS = 16  # points on the way from the baseline, at the middle of equal parts

KINDS = {
    "view": "views",
    "search": "views",
    "cart": "cart",
    "remove": "cart",
    "wishlist": "cart",
    "purchase": "frequency",
    "return": "returns",
}
"""Theme of an event, by its kind."""

EVENT_PARTS = {"band": "value", "calendar": "habit"}
"""Themes of those parts of an event that do not follow its kind."""

MOMENT_PARTS = {
    "since_event": "activity",
    "since_purchase": "recency",
    "between_purchases": "rhythm",
    "tenure": "tenure",
    "events": "activity",
    "purchases": "frequency",
    "calendar": "habit",
}
"""Themes of the parts of a moment; `now` is the same for all and belongs to none."""


def themes_of(model: BehaviourModel, batch: Batch) -> dict[str, Floats]:
    """What each theme adds to the log-odds of buying within the longest horizon: [n] each.

    The themes sum to the score of the user less the score of a visitor without a history, whose
    embeddings are zero but for START and `now` (integrated gradients, Sundararajan, Taly & Yan
    2017), up to the error of `STEPS` points.

    Args:
        model: In evaluation mode.
        batch: Windows with one moment each.
    """
    events, moments = gradients(model, batch)
    own_kind = batch["kind"] - 1  # -1 at START and padding
    added = {theme: torch.zeros(len(own_kind)) for theme in dict.fromkeys(_themes())}
    for name, each in events.items():
        if name in EVENT_PARTS:
            added[EVENT_PARTS[name]] += each.sum(1)
            continue
        for code, kind in enumerate(EVENT_TYPES):
            added[KINDS[kind]] += torch.where(own_kind == code, each, 0.0).sum(1)
    for name, theme in MOMENT_PARTS.items():
        added[theme] += moments[name][:, 0]
    return {theme: value.double().numpy() for theme, value in added.items()}


def gradients(model: BehaviourModel, batch: Batch) -> tuple[Parts, Parts]:
    """What each part of each token adds: name to [n, length] and to [n, n_moments], on the CPU."""
    with torch.no_grad():
        events, moments = model.event_parts(batch), model.moment_parts(batch)
    start = torch.zeros_like(batch["days"], dtype=torch.bool)
    start[:, 0] = True
    known = {name: part.masked_fill(~start[..., None], 0) for name, part in events.items()}
    from_events = torch.stack(list(known.values())).sum(0)
    to_events = torch.stack(list(events.values())).sum(0)
    to_moments = torch.stack(list(moments.values())).sum(0)
    slope_events = torch.zeros_like(to_events)
    slope_moments = torch.zeros_like(to_moments)
    for step in (np.arange(STEPS) + 0.5) / STEPS:
        between = (from_events + step * (to_events - from_events)).requires_grad_()
        asked = (moments["now"] + step * (to_moments - moments["now"])).requires_grad_()
        score = purchase_logit(model, between, asked, batch).sum()
        at_events, at_moments = torch.autograd.grad(score, (between, asked))
        slope_events += at_events / STEPS
        slope_moments += at_moments / STEPS
    by_event = {n: _along(part - known[n], slope_events) for n, part in events.items()}
    by_moment = {n: _along(part, slope_moments) for n, part in moments.items() if n != "now"}
    return by_event, by_moment


def purchase_logit(model: BehaviourModel, events: Tensor, moments: Tensor, batch: Batch) -> Tensor:
    """Log-odds of the longest horizon from the tokens' embeddings: [n]."""
    hidden = model.trunk(events, moments, batch, moments_only=True).moments[:, 0]
    longest = int(np.argmax(list(model.config.horizons_days)))
    logit: Tensor = model.purchase_head(hidden)[:, longest]
    return logit


def _along(change: Tensor, slope: Tensor) -> Tensor:
    return (change * slope).sum(-1).cpu()


def _themes() -> list[str]:
    return [*KINDS.values(), *EVENT_PARTS.values(), *MOMENT_PARTS.values()]
