"""What a trained recommender is, what it saw and how well it did on days it had not seen."""

from datetime import date

from pydantic import BaseModel

from tools.prediction.comparison import Comparison


class ItemsCard(BaseModel, frozen=True):
    """The model card kept beside a trained recommender.

    Attributes:
        comparison: How every recommender did; `served` is the one in use.
        trained_through: Last day it learned from, store time zone.
        data_version: Version of the store's data it learned from.
        n_users: Users it learned from.
        n_items: Items it learned from.
        features: Names of what the blend weighs; none where there was too little to learn it.
    """

    comparison: Comparison
    trained_through: date
    data_version: str
    n_users: int
    n_items: int
    features: tuple[str, ...]

    @property
    def horizon_days(self) -> int:
        """Days ahead that are predicted."""
        return self.comparison.horizon_days
