"""What the model has words for: items seen often enough, categories, price bands."""

from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel

from tools.prediction.behaviour.config import BehaviourSettings
from tools.prediction.behaviour.sequences import PURCHASE, Sequences, places, seconds

N_BANDS = 16
NO_ITEM, RARE_ITEM, FIRST_ITEM = 0, 1, 2
NAME = "vocabulary.json"


class Vocabulary(BaseModel, frozen=True):
    """Words learned from the days before a cut; everything else is rare or unknown.

    Attributes:
        items: Items with a vector of their own, the most frequent first; the code of `items[i]` is
            `FIRST_ITEM + i`.
        categories: Category names; the code of `categories[i]` is `1 + i`, 0 means unknown.
        typical_value: Median value of a purchase, store currency.
        bands: Upper ends of the price bands, store currency, ascending; band 0 means unknown.
    """

    items: tuple[str, ...]
    categories: tuple[str, ...]
    bands: tuple[float, ...]
    typical_value: float = 1.0

    @classmethod
    def learn(cls, sequences: Sequences, until: date, settings: BehaviourSettings) -> "Vocabulary":
        """Count and measure what happened before `until`."""
        seen = sequences.time < seconds(until)
        item = sequences.item[seen]
        counts = np.bincount(item[item >= 0], minlength=len(sequences.item_ids))
        order = np.lexsort((np.arange(len(counts)), -counts))[: settings.max_items]
        known = order[counts[order] >= settings.min_item_count]
        touched = np.unique(sequences.category[np.flatnonzero(counts)])
        value = sequences.value[seen]
        paid = value[value > 0]
        bought = paid[sequences.kind[seen][value > 0] == PURCHASE]
        steps = np.linspace(0, 1, N_BANDS + 1)[1:-1]
        bands = np.unique(np.quantile(paid, steps)) if len(paid) else np.array([])
        return cls(
            items=tuple(sequences.item_ids[known]),
            categories=tuple(sequences.categories[c] for c in touched if c >= 0),
            bands=tuple(bands.tolist()),
            typical_value=float(np.median(bought)) if len(bought) else 1.0,
        )

    def grown(self, newer: "Vocabulary") -> "Vocabulary":
        """These words and behind them the new ones of `newer`; the old bands stay."""
        items = dict.fromkeys((*self.items, *newer.items))
        categories = dict.fromkeys((*self.categories, *newer.categories))
        return self.model_copy(update={"items": tuple(items), "categories": tuple(categories)})

    def item_codes(self, item_ids: NDArray[np.object_]) -> NDArray[np.int64]:
        """Code of each item: [n]."""
        found = places(np.array(self.items, dtype=object), item_ids)
        return np.where(found >= 0, found + FIRST_ITEM, RARE_ITEM)

    def category_codes(self, categories: tuple[str, ...]) -> NDArray[np.int64]:
        """Code of each category: [n]."""
        return places(np.array(self.categories, dtype=object), categories) + 1

    def band_codes(self, value: NDArray[np.float32]) -> NDArray[np.int64]:
        """Band of each amount, of any shape."""
        if not self.bands:
            return np.zeros(value.shape, dtype=np.int64)
        return np.where(value > 0, 1 + np.searchsorted(self.bands, value), 0)

    def save(self, folder: Path) -> None:
        """Write it as JSON."""
        (folder / NAME).write_text(self.model_dump_json(), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> "Vocabulary":
        """Read what `save` wrote."""
        return cls.model_validate_json((folder / NAME).read_text(encoding="utf-8"))
