"""The behaviour Transformer: events in, moments asked about, purchases and next events out."""

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812  # torch's own convention
from transformers import PreTrainedModel

from tools.prediction.behaviour.config import BehaviourConfig
from tools.prediction.behaviour.summary import N_BUCKETS, names
from tools.prediction.behaviour.vocabulary import FIRST_ITEM
from tools.prediction.behaviour.windows import Batch

Parts = dict[str, Tensor]


@dataclass(frozen=True)
class Hidden:
    """What the trunk made of a batch.

    Attributes:
        events: One vector a token of the window: [n, length, d_model]; `None` where not asked for.
        moments: One vector a moment: [n, n_moments, d_model].
        added: Log-odds of purchase read straight off each moment's summary:
            [n, n_moments, n_horizons].
    """

    events: Tensor | None
    moments: Tensor
    added: Tensor


class Block(nn.Module):
    """Attention from all tokens to the events before them, then a small network (pre-norm)."""

    def __init__(self, config: BehaviourConfig) -> None:
        super().__init__()
        width = config.d_model
        self.n_heads, self.dropout = config.n_heads, config.dropout
        self.norm_attention, self.norm_network = nn.LayerNorm(width), nn.LayerNorm(width)
        self.query = nn.Linear(width, width)
        self.key_value = nn.Linear(width, 2 * width)
        self.out = nn.Linear(width, width)
        self.network = nn.Sequential(
            nn.Linear(width, 4 * width),
            nn.GELU(),
            nn.Linear(4 * width, width),
            nn.Dropout(config.dropout),
        )

    def forward(self, asking: Tensor, events: Tensor, bias: Tensor) -> Tensor:
        """New vectors of the tokens that ask.

        Args:
            asking: [n, n_asking, d_model].
            events: What they may look at: [n, length, d_model].
            bias: Added to the attention logits, -inf for what lies ahead:
                [n, n_heads, n_asking, length].
        """
        query = self._heads(self.query(self.norm_attention(asking)))
        key, value = self.key_value(self.norm_attention(events)).chunk(2, dim=-1)
        drop = self.dropout if self.training else 0.0
        looked = F.scaled_dot_product_attention(
            query, self._heads(key), self._heads(value), bias.to(query.dtype), dropout_p=drop
        )
        asking = asking + self.out(looked.transpose(1, 2).flatten(2))
        added: Tensor = self.network(self.norm_network(asking))
        return asking + added

    def _heads(self, x: Tensor) -> Tensor:
        n, length, width = x.shape
        return x.view(n, length, self.n_heads, width // self.n_heads).transpose(1, 2)


class BehaviourModel(PreTrainedModel):  # type: ignore[misc]  # ships no types for this
    """A causal Transformer (Vaswani et al. 2017) over events with additive embeddings.

    Attention fades with the age of an event, at each head's own half-life (linear biases, Press et
    al. 2022, on time in place of position); START never fades, so that what a head finds within its
    half-life also says how much there was.
    """

    config_class = BehaviourConfig
    base_model_prefix = "trunk"
    _supports_sdpa = True

    def __init__(self, config: BehaviourConfig) -> None:
        super().__init__(config)
        width = config.d_model
        self.kind = nn.Embedding(1 + config.n_kinds, width)
        self.item = nn.Embedding(FIRST_ITEM + config.n_items, width)
        self.category = nn.Embedding(1 + config.n_categories, width)
        self.band = nn.Embedding(1 + config.n_bands, width)
        self.gap = nn.Embedding(N_BUCKETS, width)
        self.weekday, self.month = nn.Embedding(8, width), nn.Embedding(13, width)
        self.now = nn.Parameter(torch.zeros(width))
        n_numbers, n_answers = len(names(tuple(config.windows_days))), len(config.horizons_days)
        self.number = nn.Parameter(torch.zeros(n_numbers, N_BUCKETS, width))
        self.wide = nn.Parameter(torch.zeros(n_numbers, N_BUCKETS, n_answers))
        self.text = nn.Linear(config.text_width, width, bias=False) if config.text_width else None
        vectors = torch.zeros(FIRST_ITEM + config.n_items, config.text_width)
        self.register_buffer("item_text", vectors)
        self.drop = nn.Dropout(config.dropout)
        self.blocks = nn.ModuleList(Block(config) for _ in range(config.n_layers))
        self.norm = nn.LayerNorm(width)
        self.purchase_head = nn.Sequential(
            nn.Linear(width, width), nn.GELU(), nn.Linear(width, n_answers)
        )
        self.hazard_head = nn.Linear(width, len(config.edges_days))
        self.kind_head = nn.Linear(width, config.n_kinds)
        self.item_head = nn.Linear(width, width)
        self.post_init()

        nn.init.normal_(self.number, std=0.02)

    @torch.no_grad()
    def _init_weights(self, module: nn.Module) -> None:
        if isinstance(module, nn.Linear | nn.Embedding):
            nn.init.normal_(module.weight, std=0.02)
        if isinstance(module, nn.Linear) and module.bias is not None:
            nn.init.zeros_(module.bias)
        if isinstance(module, nn.LayerNorm):
            nn.init.ones_(module.weight)
            nn.init.zeros_(module.bias)

    def forward(self, batch: Batch, moments_only: bool = False) -> Hidden:
        """Vectors of the tokens of `batch` (`Windows.events` and `Windows.moments`).

        Args:
            batch: Tokens and their times.
            moments_only: Leave out the events in the last block, where nothing needs them.
        """
        events = torch.stack(list(self.event_parts(batch).values())).sum(0)
        ramps = self.ramps(batch)  # [n, n_moments, n_numbers, N_BUCKETS]
        summary = ramps.flatten(-2) @ self.number.flatten(0, 1)
        moments = self.now + self.calendar(batch, "now_") + summary
        hidden = self.trunk(events, moments, batch, moments_only)
        added = ramps.flatten(-2) @ self.wide.flatten(0, 1)
        length = 0 if moments_only else events.shape[1]
        return Hidden(None if moments_only else hidden[:, :length], hidden[:, length:], added)

    def trunk(
        self, events: Tensor, moments: Tensor, batch: Batch, moments_only: bool = False
    ) -> Tensor:
        """Vectors of the tokens whose embeddings are given, those of the moments last.

        Args:
            events: [n, length, d_model].
            moments: [n, n_moments, d_model].
            batch: Their times.
            moments_only: Give the moments alone.
        """
        length = events.shape[1]
        bias = self.bias(batch)  # [n, n_heads, length + n_moments, length]
        x = self.drop(torch.cat([events, moments], dim=1))
        for block in self.blocks[:-1]:
            x = block(x, x[:, :length], bias)
        kept = length if moments_only else 0
        last: Tensor = self.norm(self.blocks[-1](x[:, kept:], x[:, :length], bias[:, :, kept:]))
        return last

    def purchase(self, hidden: Hidden) -> Tensor:
        """Log-odds of a purchase within each horizon: [n, n_moments, n_horizons]."""
        logits: Tensor = self.purchase_head(hidden.moments) + hidden.added
        return logits

    def event_parts(self, batch: Batch) -> Parts:
        """The vectors that add up to each event's: name to [n, length, d_model]."""
        parts = {
            "kind": self.kind(batch["kind"]),
            "item": self.item(batch["item"]),
            "category": self.category(batch["category"]),
            "band": self.band(batch["band"]),
            "gap": self.gap(batch["gap"]),
            "calendar": self.calendar(batch),
        }
        if self.text is not None:
            parts["item"] = parts["item"] + self.text(self.item_text[batch["item"]])
        return parts

    def calendar(self, batch: Batch, of: str = "") -> Tensor:
        """Vectors of the day of the week and the month of events, or of moments ("now_")."""
        vectors: Tensor = self.weekday(batch[of + "weekday"]) + self.month(batch[of + "month"])
        return vectors

    @staticmethod
    def ramps(batch: Batch) -> Tensor:
        """How far each number of the summary has passed through each bucket.

        Piecewise-linear encoding (Gorishniy, Rubachev & Babenko 2022), scaled to keep sums small.

        Returns:
            [n, n_moments, n_numbers, N_BUCKETS], 0 to 1 / sqrt(N_BUCKETS).
        """
        numbers = batch["now_numbers"]
        steps = torch.arange(N_BUCKETS, device=numbers.device)
        return (numbers[..., None] - steps).clamp(0, 1) / math.sqrt(N_BUCKETS)

    def bias(self, batch: Batch) -> Tensor:
        """What is added to attention logits: [n, n_heads, length + n_moments, length]."""
        days, length = batch["days"], batch["days"].shape[1]
        asked = torch.cat([days, batch["now_days"]], dim=1)
        columns = torch.arange(length, device=days.device)
        own = columns.expand(days.shape[0], length) + 1
        seen = torch.cat([own, batch["now_seen"]], dim=1)  # tokens in sight of each
        age = (asked[:, :, None] - days[:, None, :]).clamp(min=0)
        age = torch.where(columns == 0, 0.0, age)
        ahead = columns >= seen[:, :, None]
        lives = torch.tensor(list(self.config.half_lives_days), device=days.device)
        fading = torch.where(lives > 0, math.log(2) / lives.clamp(min=1e-6), 0.0)
        faded = -age[:, None] * fading[:, None, None]
        return faded.masked_fill(ahead[:, None], float("-inf"))

    def item_logits(self, hidden: Tensor, codes: Tensor, text: Tensor | None = None) -> Tensor:
        """Unnormalised log-probability that each item comes next: [..., n_codes].

        Args:
            hidden: [..., d_model].
            codes: Item codes: [n_codes].
            text: Their text vectors, where those learned with are not meant: [n_codes, text_width].
        """
        table: Tensor = self.item(codes)
        if self.text is not None:
            table = table + self.text(self.item_text[codes] if text is None else text)
        asked: Tensor = self.item_head(hidden)
        logits: Tensor = F.linear(asked, table)
        return logits
