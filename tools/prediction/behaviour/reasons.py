"""Why a user got her score: integrated gradients over the embeddings, summed by theme."""

import numpy as np
import torch
from torch import Tensor

from tools.prediction.behaviour.model import BehaviourModel, Parts
from tools.prediction.behaviour.summary import names
from tools.prediction.behaviour.windows import Batch
from tools.prediction.features import Floats
from tools.prediction.reasons import theme_of
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

PARTS = {"band": "value", "calendar": "habit"}
"""Themes of those parts of an event that do not follow its kind."""


def themes_of(model: BehaviourModel, batch: Batch, head: int) -> dict[str, Floats]:
    """What each theme adds to the log-odds of buying within a horizon: [n] each.

    The themes sum to the score of the user less the score of a visitor without a history, whose
    embeddings are zero but for START and `now` (integrated gradients, Sundararajan, Taly & Yan
    2017), up to the error of `STEPS` points.

    Args:
        model: In evaluation mode.
        batch: Windows with one moment each.
        head: Place of the horizon among the model's.
    """
    by_part, by_number, by_day = contributions(model, batch, head)
    numbers = [theme_of(name) for name in names(tuple(model.config.windows_days))]
    themes = dict.fromkeys([*KINDS.values(), *PARTS.values(), *numbers])
    added = {theme: torch.zeros(len(by_day)) for theme in themes}
    own_kind = batch["kind"].cpu() - 1  # -1 at START and padding
    for name, each in by_part.items():
        if name in PARTS:
            added[PARTS[name]] += each.sum(1)
            continue
        for code, kind in enumerate(EVENT_TYPES):
            added[KINDS[kind]] += torch.where(own_kind == code, each, 0.0).sum(1)
    for i, theme in enumerate(numbers):
        added[theme] += by_number[:, i]
    added[PARTS["calendar"]] += by_day
    return {theme: value.double().numpy() for theme, value in added.items()}


@torch.no_grad()
def contributions(model: BehaviourModel, batch: Batch, head: int) -> tuple[Parts, Tensor, Tensor]:
    """What events, the summary and the calendar of the moment add to the log-odds, on the CPU.

    Returns:
        Parts of events by name [n, length], numbers of the summary [n, n_numbers], the day [n].
    """
    parts, day = model.event_parts(batch), model.calendar(batch, "now_")
    ramps = model.ramps(batch)[:, 0]  # [n, n_numbers, N_BUCKETS]
    summary = torch.einsum("nib,ibd->nid", ramps, model.number)
    start = torch.zeros_like(batch["days"])[..., None]
    start[:, 0] = 1
    events = torch.stack(list(parts.values())).sum(0)
    moment = day + summary.sum(1, keepdim=True)
    by_event, by_moment = _slopes(model, batch, head, events * start, events, moment)
    wide = torch.einsum("nib,ib->ni", ramps, model.wide[..., head])
    by_number = torch.einsum("nid,nd->ni", summary, by_moment[:, 0]) + wide
    each = {name: ((part - part * start) * by_event).sum(-1).cpu() for name, part in parts.items()}
    return each, by_number.cpu(), (day * by_moment).sum((1, 2)).cpu()


def _slopes(
    model: BehaviourModel, batch: Batch, head: int, nothing: Tensor, events: Tensor, moment: Tensor
) -> tuple[Tensor, Tensor]:
    """Mean gradient of the log-odds on the straight way from no history to the user's."""
    totals = torch.zeros_like(events), torch.zeros_like(moment)
    for step in (np.arange(STEPS) + 0.5) / STEPS:
        with torch.enable_grad():
            between = (nothing + step * (events - nothing)).requires_grad_()
            asked = (model.now + step * moment).detach().requires_grad_()
            hidden = model.trunk(between, asked, batch, moments_only=True)
            score = model.purchase_head(hidden)[..., head].sum()
        for total, slope in zip(totals, torch.autograd.grad(score, (between, asked)), strict=True):
            total.add_(slope / STEPS)
    return totals
