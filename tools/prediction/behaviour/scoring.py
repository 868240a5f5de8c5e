"""A trained behaviour Transformer: scores of users at a cut; kept as safetensors and JSON."""

import json
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from pydantic import BaseModel
from safetensors.torch import load_file, save_file
from torch import Tensor

from tools.prediction.behaviour.config import BehaviourConfig, BehaviourSettings
from tools.prediction.behaviour.model import BehaviourModel, Hidden
from tools.prediction.behaviour.reasons import themes_of
from tools.prediction.behaviour.sequences import Sequences, Whole, places, seconds
from tools.prediction.behaviour.vocabulary import FIRST_ITEM, RARE_ITEM, Vocabulary
from tools.prediction.behaviour.windows import Batch, Windows, tensors
from tools.prediction.features import Floats

CARD, WEIGHTS = "card.json", "model.safetensors"
BATCH_EVENTS = 16_384  # tokens scored at once

Vectors = Mapping[str, Floats]
"""Text vectors by item, [text_width] each."""


class BehaviourCard(BaseModel, frozen=True):
    """What a behaviour Transformer is and what it saw.

    Attributes:
        until: First day that it has not seen, store time zone.
        n_users: Users learned from.
        n_events: Events learned from.
        epochs: Passes made.
        losses: Loss of each task on held-out users after the best pass, in nats.
        settings: Choices made before training.
        weights: Numbers learned.
    """

    until: date
    n_users: int
    n_events: int
    epochs: int
    losses: dict[str, float]
    settings: BehaviourSettings
    weights: int


@dataclass(frozen=True)
class Trained:
    """A model, the words it knows and where it came from.

    A user who was never here, or only from the cut on, is scored as a visitor without a history.
    """

    model: BehaviourModel
    vocabulary: Vocabulary
    card: BehaviourCard
    _windows: dict[int, Windows] = field(default_factory=dict, repr=False)

    def purchase_logits(
        self, sequences: Sequences, cut: date, users: Sequence[str], horizon_days: int
    ) -> Floats:
        """Log-odds that each user buys in the `horizon_days` days from `cut` on: [n].

        A horizon without a head of its own is read off the survival curve.
        """
        horizons = list(self.model.config.horizons_days)
        if horizon_days in horizons:
            place = horizons.index(horizon_days)
            model = self.model
            return self._scores(sequences, cut, users, lambda h: model.purchase(h)[:, 0, place])
        edges = (0, *self.model.config.edges_days)
        alive = np.hstack([np.ones((len(users), 1)), self.survival(sequences, cut, users)])
        log_alive = np.log(np.clip(alive, 1e-9, 1))
        found = np.exp([np.interp(horizon_days, edges, each) for each in log_alive])
        bought = np.clip(1 - found, 1e-9, 1 - 1e-9)
        return np.asarray(np.log(bought / (1 - bought)))

    def survival(self, sequences: Sequences, cut: date, users: Sequence[str]) -> Floats:
        """P(no purchase within `edges_days[j]` days from `cut` on), 0-1, falling: [n, n_edges]."""
        head = self.model.hazard_head
        hazard = self._scores(sequences, cut, users, lambda h: head(h.moments[:, 0]))
        return np.asarray(np.exp(-np.cumsum(np.logaddexp(0, hazard), axis=1)))

    @property
    def edges_days(self) -> tuple[int, ...]:
        """Days after the cut that `survival` speaks of."""
        return tuple(self.model.config.edges_days)

    def item_scores(
        self,
        sequences: Sequences,
        cut: date,
        users: Sequence[str],
        items: Sequence[str],
        vectors: Vectors | None = None,
    ) -> NDArray[np.float32]:
        """How much each user's next purchase after `cut` looks like each item: [n_users, n_items].

        Log-probabilities but for a constant per user. Items that were too rare to learn from are
        told apart by their text vectors, where the model learned with such, else score alike.
        """
        found = places(np.array(self.vocabulary.items, dtype=object), items)
        codes = torch.from_numpy(np.where(found >= 0, found + FIRST_ITEM, RARE_ITEM))
        codes, model = codes.to(self.model.device), self.model
        text = model.item_text[codes]
        text = with_vectors(text, list(items), vectors or {})
        logits = self._scores(
            sequences, cut, users, lambda h: model.item_logits(h.moments[:, 0], codes, text)
        )
        return logits.astype(np.float32)

    def next_behaviour(self, sequences: Sequences, cut: date, users: Sequence[str]) -> Floats:
        """P(kind of the first event from `cut` on), 0-1, in the order of `EVENT_TYPES`."""
        head = self.model.kind_head
        return self._scores(
            sequences, cut, users, lambda h: head(h.moments[:, 0]).softmax(-1), of_events=True
        )

    def themes(
        self,
        sequences: Sequences,
        cut: date,
        users: Sequence[str],
        horizon_days: int | None = None,
    ) -> dict[str, Floats]:
        """What each theme of `tools.prediction.reasons` adds to the log-odds of buying: [n] each.

        Integrated gradients (`reasons.themes_of`) of the head for `horizon_days`, of the longest
        where there is no such head.
        """
        horizons = list(self.model.config.horizons_days)
        head = horizons.index(horizon_days if horizon_days in horizons else max(horizons))
        found: dict[str, list[Floats]] = {}
        order = []
        for chosen, batch in self.batches(sequences, cut, users):
            there = {name: t.to(self.model.device) for name, t in batch.items()}
            for theme, added in themes_of(self.model, there, head).items():
                found.setdefault(theme, []).append(added)
            order.append(chosen)
        back = np.argsort(np.concatenate(order))
        return {theme: np.concatenate(parts)[back] for theme, parts in found.items()}

    def save(self, folder: Path) -> None:
        """Write the model into `folder`, whole or not at all."""
        draft = folder.with_name(folder.name + ".new")
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        self.model.config.save_pretrained(draft)
        weights = {k: v.cpu().contiguous() for k, v in self.model.state_dict().items()}
        save_file(weights, draft / WEIGHTS, metadata={"format": "pt"})
        self.vocabulary.save(draft)
        (draft / CARD).write_text(self.card.model_dump_json(indent=1), encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        draft.replace(folder)

    @classmethod
    def load(cls, folder: Path) -> "Trained":
        """Read what `save` wrote.

        Raises:
            FileNotFoundError: If `folder` holds no model.
        """
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
        model = BehaviourModel(BehaviourConfig.from_pretrained(folder))
        model.load_state_dict(load_file(folder / WEIGHTS))
        return cls(model.eval(), Vocabulary.load(folder), BehaviourCard.model_validate(card))

    def windows(self, sequences: Sequences) -> Windows:
        """`sequences` in this model's words."""
        if id(sequences) not in self._windows:
            self._windows.clear()
            self._windows[id(sequences)] = Windows(sequences, self.vocabulary, self.model.config)
        return self._windows[id(sequences)]

    def batches(
        self, sequences: Sequences, cut: date, users: Sequence[str]
    ) -> Iterator[tuple[Whole, Batch]]:
        """Places among `users` and what the model reads of them, users of like length together."""
        windows, now = self.windows(sequences), seconds(cut)
        found = sequences.users(users)
        safe = np.maximum(found, 0)
        ends = sequences.before(safe, now) if sequences.n_users else np.zeros_like(safe)
        starts = sequences.starts[safe] if sequences.n_users else np.zeros_like(safe)
        ends = np.where(found >= 0, ends, starts)
        most = self.card.settings.max_events
        length = np.minimum(ends - starts, most) + 2
        order = np.argsort(length, kind="stable")
        size = np.cumsum(length[order]) // BATCH_EVENTS
        for chosen in np.split(order, np.flatnonzero(np.diff(size)) + 1):
            events = windows.events(safe[chosen], ends[chosen], most)
            times = np.full((len(chosen), 1), now)
            moments = windows.moments(safe[chosen], times, events, ends[chosen][:, None])
            yield chosen, tensors(events | moments)

    def _scores(
        self,
        sequences: Sequences,
        cut: date,
        users: Sequence[str],
        head: Callable[[Hidden], Tensor],
        of_events: bool = False,
    ) -> NDArray[Any]:
        """What `head` makes of each user's moment (or last event), in the order of `users`."""
        parts, order = [], []
        with torch.inference_mode():
            for chosen, batch in self.batches(sequences, cut, users):
                there = {name: t.to(self.model.device) for name, t in batch.items()}
                hidden = self.model(there, moments_only=not of_events)
                if of_events:
                    seen = there["now_seen"][:, 0] - 1
                    last = hidden.events[torch.arange(len(chosen)), seen]
                    hidden = Hidden(None, last[:, None], hidden.added)
                parts.append(head(hidden).float().cpu().numpy().astype(np.float64))
                order.append(chosen)
        whole = np.concatenate(parts)
        back = np.empty_like(whole)
        back[np.concatenate(order)] = whole
        return back


def with_vectors(text: Tensor, items: Sequence[str], vectors: Vectors) -> Tensor:
    """`text` [n_items, text_width] with the rows of the items that `vectors` knows."""
    text = text.clone()
    for i, item in enumerate(items):
        if item in vectors and text.shape[1]:
            text[i] = torch.as_tensor(vectors[item], dtype=text.dtype)
    return text
