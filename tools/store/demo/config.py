"""What to simulate, and the small things every part of the simulator shares."""

from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray
from pydantic import BaseModel, Field

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Rng = np.random.Generator

HERE = Path(__file__).parent
DAY = 86_400  # seconds


class DemoConfig(BaseModel, frozen=True, extra="forbid"):
    """How large a store to simulate, and from which seed.

    Attributes:
        seed: Same seed, same store, byte for byte.
        n_users: Customers.
        n_items: Items in the catalogue.
        n_reviews: Reviews; about half English and half Chinese.
        months: Months of history, ending with `end`'s.
        end: Last local day with data; the store's "today".
        name: Name of the store.
    """

    seed: int = Field(7, ge=0)
    n_users: int = Field(20_000, ge=50)
    n_items: int = Field(800, ge=36)
    n_reviews: int = Field(6_000, ge=0)
    months: int = Field(12, ge=1, le=36)
    end: date = date(2026, 10, 31)
    name: str = "Lumo"

    @cached_property
    def start(self) -> date:
        """First local day: the first of the month, `months` - 1 before the month of `end`."""
        month = self.end.year * 12 + self.end.month - self.months
        return date(month // 12, month % 12 + 1, 1)

    @cached_property
    def days(self) -> list[date]:
        """Every simulated local day in order."""
        n = (self.end - self.start).days + 1
        return [self.start + timedelta(days=i) for i in range(n)]

    def rng(self, part: str) -> Rng:
        """The random numbers of one part; parts do not disturb each other."""
        return np.random.default_rng([self.seed, *part.encode()])


def load_yaml(name: str) -> Any:  # noqa: ANN401 - each caller validates what it reads
    """The data file `name` that lies beside this module."""
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))


def draw(rng: Rng, weights: Floats, size: int) -> Ints:
    """Indices drawn in proportion to `weights` (not normalised)."""
    total = np.cumsum(weights)
    return np.asarray(np.searchsorted(total, rng.random(size) * total[-1], side="right"), np.int64)
