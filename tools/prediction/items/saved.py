"""A trained recommender on disk: JSON, NumPy arrays and LightGBM's text, never pickle."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import lightgbm
import numpy as np
from pydantic import ValidationError

from tools.errors import ToolError
from tools.prediction.files import write_json
from tools.prediction.items.blend import Blend
from tools.prediction.items.candidates import Knowledge
from tools.prediction.items.card import ItemsCard
from tools.prediction.items.interactions import Interactions, places
from tools.prediction.items.judging import RECOMMENDERS
from tools.prediction.items.recommenders import Catalogue, Recommender

FOLDER = "items"
CURRENT = "current.json"
CARD, ITEMS, TREES = "card.json", "items.json", "blend.txt"


@dataclass(frozen=True)
class Trained:
    """What `train` made.

    Attributes:
        card: Its model card.
        item_ids: Items its recommenders know, ascending.
        recommenders: Every recommender, fitted.
        blend: What puts their candidates in order, if there was enough to learn it.
    """

    card: ItemsCard
    item_ids: Sequence[str]
    recommenders: tuple[Recommender, ...]
    blend: Blend | None


@dataclass(frozen=True)
class Saved:
    """A trained recommender in its folder; read with `knowledge` for the items of today."""

    folder: Path
    card: ItemsCard
    blend: Blend | None

    def knowledge(self, seen: Interactions, catalogue: Catalogue) -> Knowledge:
        """Every recommender, for the items `seen` by now."""
        known = json.loads((self.folder / ITEMS).read_text(encoding="utf-8"))
        moved = places(np.array(known, dtype=object), seen.item_ids)
        fitted = []
        for kind in RECOMMENDERS:
            with np.load(self.folder / f"{kind.name}.npz", allow_pickle=False) as arrays:
                fitted.append(kind.of_arrays(dict(arrays), moved))
        return Knowledge(seen, catalogue, self.card.horizon_days, tuple(fitted))


def save(trained: Trained, models_folder: Path) -> None:
    """Write `trained`; readers see the old one whole until the new one is whole."""
    home = models_folder / FOLDER
    folder = home / f"made-{uuid4().hex[:12]}"
    try:
        _write(trained, folder)
    except BaseException:  # an interruption too: what is half written must go
        shutil.rmtree(folder, ignore_errors=True)
        raise
    write_json(home / CURRENT, {"folder": folder.name})
    for old in home.glob("made-*"):
        if old != folder:
            shutil.rmtree(old, ignore_errors=True)


def _write(trained: Trained, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / CARD).write_text(trained.card.model_dump_json(indent=1), encoding="utf-8")
    (folder / ITEMS).write_text(json.dumps(list(trained.item_ids)), encoding="utf-8")
    if trained.blend is not None:
        (folder / TREES).write_text(trained.blend.booster.model_to_string(), encoding="utf-8")
    for each in trained.recommenders:
        np.savez_compressed(folder / f"{each.name}.npz", **dict(each.arrays()))  # type: ignore[arg-type]  # arrays by name


def load(models_folder: Path) -> Saved:
    """The recommender saved in `models_folder`.

    Raises:
        ToolError: If none was trained yet.
    """
    home = models_folder / FOLDER
    try:
        folder = home / json.loads((home / CURRENT).read_text(encoding="utf-8"))["folder"]
        card = ItemsCard.model_validate_json((folder / CARD).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValidationError) as error:
        raise ToolError("items-not-trained") from error
    trees = folder / TREES
    blend = None
    if trees.exists():
        booster = lightgbm.Booster(model_str=trees.read_text(encoding="utf-8"))
        blend = Blend(card.features, booster)
    return Saved(folder, card, blend)
