"""Training that was interrupted goes on: weights and optimiser as safetensors, the rest JSON.

The last state of a finished run stays too: training that is interrupted later takes it up whole.
"""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.optim import Optimizer

STATE = "state.json"
WHOLE = "checkpoint"

State = dict[str, Any]


@dataclass(frozen=True)
class Checkpoints:
    """The last whole state of one training run in `folder` (`None`: nothing is kept).

    Attributes:
        folder: Where it lies.
        run: What the run is; the state of another run is not gone on with.
    """

    folder: Path | None
    run: dict[str, Any]

    def save(
        self, model: nn.Module, best: dict[str, Tensor], optimizer: Optimizer, state: State
    ) -> None:
        """Write everything, then swap it in with one move."""
        if self.folder is None:
            return
        draft = self.folder / f"{WHOLE}.new"
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        save_file(_owned(model.state_dict()), draft / "model.safetensors")
        save_file(_owned(best), draft / "best.safetensors")
        steps = optimizer.state_dict()["state"]
        flat = {f"{i}.{name}": value for i, each in steps.items() for name, value in each.items()}
        save_file(_owned(flat), draft / "optimizer.safetensors")
        text = json.dumps({"run": self.run, "state": state})
        (draft / STATE).write_text(text, encoding="utf-8")
        shutil.rmtree(self.folder / WHOLE, ignore_errors=True)
        draft.replace(self.folder / WHOLE)

    def load(
        self, model: nn.Module, optimizer: Optimizer
    ) -> tuple[dict[str, Tensor], State] | None:
        """Put the state back; gives the best weights and the rest, `None` if there is none."""
        if self.folder is None or not (self.folder / WHOLE / STATE).exists():
            return None
        kept = self.folder / WHOLE
        found = json.loads((kept / STATE).read_text(encoding="utf-8"))
        if found["run"] != json.loads(json.dumps(self.run)):
            return None
        model.load_state_dict(load_file(kept / "model.safetensors"))
        steps: dict[int, dict[str, Tensor]] = {}
        for name, value in load_file(kept / "optimizer.safetensors").items():
            place, part = name.split(".")
            steps.setdefault(int(place), {})[part] = value
        optimizer.load_state_dict({**optimizer.state_dict(), "state": steps})
        return load_file(kept / "best.safetensors"), found["state"]


def _owned(tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    return {
        name: torch.as_tensor(value).detach().cpu().contiguous().clone()
        for name, value in tensors.items()
    }
