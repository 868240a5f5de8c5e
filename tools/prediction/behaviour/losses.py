"""What a behaviour Transformer is asked to get right while it learns."""

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812  # torch's own convention

from tools.prediction.behaviour.model import BehaviourModel, Hidden
from tools.prediction.behaviour.windows import IGNORED, Batch

WEIGHTS = {"purchase": 1.0, "hazard": 0.3, "kind": 0.1, "item": 0.02, "bought_item": 0.05}
ONE_IN = 8  # of the tokens of a batch so many are asked for the next item
FULL_SOFTMAX = 5000  # with more items, a sample of the others stands in for all
N_SAMPLED = 2000


class Objective(nn.Module):
    """A model and its losses as one step forward, so that several devices can share the work."""

    def __init__(self, model: BehaviourModel) -> None:
        super().__init__()
        self.model = model

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        """Losses of `batch` (`losses`)."""
        return losses(self.model, self.model(batch), batch)


def losses(model: BehaviourModel, hidden: Hidden, batch: Batch) -> dict[str, Tensor]:
    """Mean loss of each task, in nats; 0 for a task without a target in the batch."""
    moments, events = hidden.moments, hidden.events
    assert events is not None  # noqa: S101  # only scoring leaves them out
    return {
        "purchase": known_bce(model.purchase(hidden), batch["bought"]),
        "hazard": known_bce(model.hazard_head(moments), batch["ended"]),
        "kind": _cross_entropy(model.kind_head(events), batch["next_kind"]),
        "item": _item_loss(model, events, batch["next_item"]),
        "bought_item": _item_loss(model, moments, batch["bought_item"]),
    }


def total(parts: dict[str, Tensor]) -> Tensor:
    """The weighted sum that is made small."""
    return torch.stack([WEIGHTS[name] * loss for name, loss in parts.items()]).sum()


def known_bce(logits: Tensor, target: Tensor) -> Tensor:
    """Binary cross-entropy over the targets that are known (not negative)."""
    known = (target >= 0).float()
    each = F.binary_cross_entropy_with_logits(logits.float(), target.clamp(min=0), reduction="none")
    return (each * known).sum() / known.sum().clamp(min=1)


def _cross_entropy(logits: Tensor, target: Tensor) -> Tensor:
    asked = (target != IGNORED).sum().clamp(min=1)
    loss = F.cross_entropy(
        logits.float().flatten(0, -2), target.flatten(), ignore_index=IGNORED, reduction="sum"
    )
    return loss / asked


def _item_loss(model: BehaviourModel, hidden: Tensor, target: Tensor) -> Tensor:
    """Cross-entropy of the next item at a sample of the places that have one."""
    flat = target.flatten()
    asked = torch.nonzero(flat != IGNORED).squeeze(1)
    if not len(asked):
        return hidden.sum() * 0
    most = max(64, len(flat) // ONE_IN)
    if len(asked) > most:
        asked = asked[torch.randint(len(asked), (most,), device=asked.device)]
    chosen, right = hidden.flatten(0, -2)[asked], flat[asked]
    n_codes = model.item.num_embeddings
    if n_codes <= FULL_SOFTMAX:
        every = torch.arange(n_codes, device=right.device)
        return F.cross_entropy(model.item_logits(chosen, every).float(), right)
    return _sampled_softmax(model, chosen, right, n_codes)


def _sampled_softmax(model: BehaviourModel, hidden: Tensor, right: Tensor, n_codes: int) -> Tensor:
    """Cross-entropy against items drawn alike (Jean et al. 2015), corrected for how many."""
    others = torch.randint(n_codes, (N_SAMPLED,), device=right.device)
    logits = model.item_logits(hidden, torch.cat([right, others])).float()
    own = logits[:, : len(right)].diagonal()[:, None]
    correction = torch.log(torch.tensor((n_codes - 1) / N_SAMPLED, device=right.device))
    rest = logits[:, len(right) :] + correction
    rest = rest.masked_fill(others == right[:, None], float("-inf"))
    target = torch.zeros(len(right), dtype=torch.int64, device=right.device)
    return F.cross_entropy(torch.cat([own, rest], dim=1), target)
