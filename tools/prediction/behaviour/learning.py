"""Training a behaviour Transformer: one path for CPU, one GPU or several (`accelerate`)."""

import logging
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import torch
from accelerate import Accelerator, DistributedDataParallelKwargs
from torch import Tensor
from torch.optim import Optimizer
from torch.utils.data import DataLoader

from tools.errors import ToolError
from tools.prediction.behaviour.checkpoints import Checkpoints
from tools.prediction.behaviour.config import BehaviourSettings
from tools.prediction.behaviour.losses import WEIGHTS, Objective, total
from tools.prediction.behaviour.model import BehaviourModel
from tools.prediction.behaviour.samples import Samples
from tools.prediction.behaviour.scoring import BehaviourCard, Trained, Vectors, with_vectors
from tools.prediction.behaviour.sequences import DAY, Sequences, Whole, seconds
from tools.prediction.behaviour.shaping import shape, take_over
from tools.prediction.behaviour.vocabulary import FIRST_ITEM, Vocabulary
from tools.prediction.behaviour.windows import Batch, Windows
from tools.prediction.progress import Progress, no_progress

logger = logging.getLogger(__name__)
WARM_UP = 0.1  # part of the steps
LARGEST_STEP = 1.0  # norm to which gradients are cut
JUDGING = 1_000_000  # a pass of its own, whose windows and moments are always the same
FEWEST_HELD_OUT, MOST_HELD_OUT = 300, 2000  # users; fewer stop by chance, more tell little more


def learn(
    sequences: Sequences,
    until: date,
    settings: BehaviourSettings | None = None,
    start: Trained | None = None,
    progress: Progress = no_progress,
    folder: Path | None = None,
    vectors: Vectors | None = None,
) -> Trained:
    """Learn from everything before `until`.

    Args:
        sequences: What users did.
        until: First day not read, as input or as target; store time zone.
        settings: Sizes, passes and the seed.
        start: A model to go on from; items it does not know get fresh vectors.
        progress: Told the part done, 0-1.
        folder: Where a state is kept after each pass, to go on from if interrupted; who gave it
            clears it.
        vectors: Text vectors of items (`retrieval` makes such), all of one width; with them, items
            too rare for a vector of their own can be told apart.

    Raises:
        ToolError: If nobody did anything before `until`.
    """
    settings = settings or (start.card.settings if start else BehaviourSettings())
    with torch.random.fork_rng(devices=range(torch.cuda.device_count())):
        torch.manual_seed(settings.seed)
        return Learning.of(sequences, until, settings, start, folder, vectors).run(progress)


@dataclass
class Learning:
    """One training run.

    Attributes:
        model: What learns.
        training: Windows learned from.
        judging: Windows of held-out users that say when to stop; empty with few users.
        settings: Sizes, passes and the seed.
        checkpoints: Where the state is kept.
        until: First day not read.
        best: Weights after the best pass so far.
        best_losses: Losses of the held-out users then.
        done: Passes made.
        waited: Passes since the best one.
    """

    model: BehaviourModel
    training: Samples
    judging: Samples
    settings: BehaviourSettings
    checkpoints: Checkpoints
    until: date
    best: dict[str, Tensor] = field(default_factory=dict, repr=False)
    best_losses: dict[str, float] = field(default_factory=dict)
    done: int = 0
    waited: int = 0

    @classmethod
    def of(
        cls,
        sequences: Sequences,
        until: date,
        settings: BehaviourSettings,
        start: Trained | None,
        folder: Path | None,
        vectors: Vectors | None = None,
    ) -> "Learning":
        """Words, shape, windows and weights of a run, before its first pass."""
        end = seconds(until)
        users = np.arange(sequences.n_users, dtype=np.int64)
        users = users[sequences.before(users, end) > sequences.starts[:-1]]
        if not len(users):
            raise ToolError("purchase-too-short")
        vocabulary = Vocabulary.learn(sequences, until, settings)
        if start is not None:
            vocabulary = start.vocabulary.grown(vocabulary)
        first = int(sequences.time[sequences.starts[users]].min())
        config = start.model.config if start else None
        config = shape(vocabulary, settings, max(1, (end - first) // DAY), config)
        if vectors and start is None:
            config.text_width = len(next(iter(vectors.values())))
        windows = Windows(sequences, vocabulary, config)
        model = BehaviourModel(config)
        if start is not None:
            take_over(model, start.model)
        known = [""] * FIRST_ITEM + list(vocabulary.items)
        model.item_text.copy_(with_vectors(model.item_text, known, vectors or {}))
        taught, held = _held_out(users, settings)
        run: dict[str, Any] = {"settings": settings.model_dump(mode="json"), "until": str(until)}
        run |= {"events": sequences.fingerprint(end), "start": start is not None}
        return cls(
            model,
            Samples(windows, taught, end, settings),
            Samples(windows, held, end, settings, epoch=JUDGING),
            settings,
            Checkpoints(folder and folder / str(until), run),
            until,
        )

    def run(self, progress: Progress) -> Trained:
        """Make the passes; the best weights on held-out users come out."""
        on_gpu = torch.cuda.is_available()
        accelerator = Accelerator(
            mixed_precision="bf16" if on_gpu else "no",
            kwargs_handlers=[DistributedDataParallelKwargs(find_unused_parameters=True)],
        )
        optimizer = torch.optim.AdamW(
            _groups(self.model, self.settings.weight_decay), lr=self.settings.learning_rate
        )
        self._go_on(optimizer)
        if on_gpu:
            self.model.trunk = torch.compile(  # type: ignore[method-assign]
                self.model.trunk, dynamic=True
            )
        objective, optimizer = accelerator.prepare(Objective(self.model), optimizer)
        while self.done < self.settings.epochs and self.waited < self.settings.patience:
            self._pass(accelerator, objective, optimizer, progress)
            self._look(accelerator, objective)
            if accelerator.is_main_process:
                self.checkpoints.save(self.model, self.best, optimizer, self._state())
        self.model.load_state_dict(self.best)
        progress(1.0)
        trained = BehaviourModel(self.model.config)
        trained.load_state_dict(self.best)
        return Trained(trained.eval(), self.training.windows.vocabulary, self._card())

    def _pass(
        self,
        accelerator: Accelerator,
        objective: Objective,
        optimizer: Optimizer,
        progress: Progress,
    ) -> None:
        self.training.epoch = self.done
        batches = self.training.batches()
        steps = len(batches) * self.settings.epochs
        torch.manual_seed(self.settings.seed + 1 + self.done)
        objective.train()
        for i, batch in enumerate(_loaded(self.training, batches, accelerator)):
            step = self.done * len(batches) + i * accelerator.num_processes
            for group in optimizer.param_groups:
                group["lr"] = self.settings.learning_rate * pace(step / steps)
            with accelerator.autocast():
                loss = total(objective(batch))
            accelerator.backward(loss)
            accelerator.clip_grad_norm_(objective.parameters(), LARGEST_STEP)
            optimizer.step()
            optimizer.zero_grad()
            progress(step / steps)
        self.done += 1

    def _look(self, accelerator: Accelerator, objective: Objective) -> None:
        """Judge the pass on held-out users and keep its weights if they are the best so far."""
        objective.eval()
        torch.manual_seed(self.settings.seed)
        found: list[dict[str, float]] = []
        with torch.inference_mode():
            batches = self.judging.batches() if len(self.judging) else []
            for batch in _loaded(self.judging, batches, accelerator):
                parts = accelerator.gather({k: v[None] for k, v in objective(batch).items()})
                found.append({name: float(loss.mean()) for name, loss in parts.items()})
        now = {name: float(np.mean([each[name] for each in found])) for name in WEIGHTS if found}
        logger.info("pass %s: held-out losses %s", self.done, now)
        before = self.best_losses.get("purchase", np.inf)
        if now and now["purchase"] >= before:
            self.waited += 1
            return
        self.waited, self.best_losses = 0, now
        self.best = {k: v.detach().cpu().clone() for k, v in self.model.state_dict().items()}

    def _go_on(self, optimizer: Optimizer) -> None:
        found = self.checkpoints.load(self.model, optimizer)
        if found is not None:
            self.best, state = found
            self.done, self.waited = state["done"], state["waited"]
            self.best_losses = state["losses"]
            logger.info("training goes on after pass %s", self.done)

    def _state(self) -> dict[str, Any]:
        return {"done": self.done, "waited": self.waited, "losses": self.best_losses}

    def _card(self) -> BehaviourCard:
        known = self.training.windows.sequences
        return BehaviourCard(
            until=self.until,
            n_users=len(self.training) + len(self.judging),
            n_events=int((known.time < seconds(self.until)).sum()),
            epochs=self.done,
            losses=self.best_losses,
            settings=self.settings,
            weights=sum(p.numel() for p in self.model.parameters()),
        )


def pace(done: float) -> float:
    """Part of the highest learning rate when `done` (0-1) of the steps are made.

    >>> [round(pace(done), 2) for done in (0.05, 0.1, 1.0)]
    [0.5, 1.0, 0.0]
    """
    if done < WARM_UP:
        return max(done, 1e-3) / WARM_UP
    return 0.5 + 0.5 * math.cos(math.pi * (done - WARM_UP) / (1 - WARM_UP))


def _held_out(users: Whole, settings: BehaviourSettings) -> tuple[Whole, Whole]:
    """Users to learn from and users to judge by (none if too few to tell), both ascending."""
    n = min(int(len(users) * settings.held_out), MOST_HELD_OUT)
    n = n if n >= FEWEST_HELD_OUT else 0
    order = np.random.default_rng(settings.seed).permutation(len(users))
    return np.sort(users[order[n:]]), np.sort(users[order[:n]])


def _groups(model: BehaviourModel, decay: float) -> list[dict[str, Any]]:
    """Weights pulled to zero, and those that are not: biases, norms."""
    pulled = [p for p in model.parameters() if p.ndim > 1]
    free = [p for p in model.parameters() if p.ndim <= 1]
    return [{"params": pulled, "weight_decay": decay}, {"params": free, "weight_decay": 0.0}]


def _loaded(
    samples: Samples, batches: list[list[int]], accelerator: Accelerator
) -> Iterator[Batch]:
    """This process's share of `batches`, on its device; every process gets as many."""
    n, own = accelerator.num_processes, accelerator.process_index
    whole = [batches[i % len(batches)] for i in range(-(-len(batches) // n) * n)]
    on_gpu = accelerator.device.type == "cuda"
    loader = DataLoader(
        samples,
        batch_sampler=whole[own::n],
        collate_fn=_as_is,
        num_workers=2 if on_gpu else 0,
        pin_memory=on_gpu,
    )
    for batch in loader:
        yield {k: v.to(accelerator.device, non_blocking=True) for k, v in batch.items()}


def _as_is(batch: Any) -> Any:  # noqa: ANN401  # a batch is made whole
    return batch
