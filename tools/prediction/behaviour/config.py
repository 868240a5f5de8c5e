"""Choices made before training, and the shape of a trained model."""

from pydantic import BaseModel, Field
from transformers import PreTrainedConfig

EDGES_DAYS = (1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180, 270, 365)


class BehaviourSettings(BaseModel, frozen=True, extra="forbid"):
    """How a behaviour Transformer is made.

    Attributes:
        horizons_days: Days ahead of each purchase head.
        d_model: Width of a token's vector.
        n_layers: Transformer blocks.
        n_heads: Attention heads of each block.
        dropout: Share of activations left out while learning, 0-1.
        max_events: Events of a user read at once, the latest before a moment.
        moments: Moments of each user asked about in one pass.
        batch_events: Events in one batch, over all its users.
        epochs: Passes over the users.
        learning_rate: Highest step size of AdamW.
        weight_decay: Pull of the weights to zero (Loshchilov & Hutter 2019).
        patience: Passes without a better held-out loss before learning ends.
        held_out: Share of users who only judge when to stop, 0-1.
        min_item_count: Events an item needs to get a vector of its own.
        max_items: Items with a vector of their own, the most frequent.
        seed: Every random choice follows from it.
    """

    horizons_days: tuple[int, ...] = (7, 30)
    d_model: int = Field(64, ge=8)
    n_layers: int = Field(2, ge=1)
    n_heads: int = Field(4, ge=2)
    dropout: float = Field(0.2, ge=0, lt=1)
    max_events: int = Field(64, ge=1)
    moments: int = Field(32, ge=1)
    batch_events: int = Field(8192, ge=64)
    epochs: int = Field(5, ge=1)
    learning_rate: float = Field(2e-3, gt=0)
    weight_decay: float = Field(0.05, ge=0)
    patience: int = Field(2, ge=1)
    held_out: float = Field(0.1, ge=0, lt=1)
    min_item_count: int = Field(5, ge=1)
    max_items: int = Field(50_000, ge=1)
    seed: int = 7


class BehaviourConfig(PreTrainedConfig):  # type: ignore[misc]  # ships no types for this
    """Shape of a `BehaviourModel`.

    Attributes:
        n_kinds: Event types.
        n_items: Items with a vector of their own.
        n_categories: Item categories.
        n_bands: Price bands.
        half_lives_days: Days after which each head's attention to an event has halved; 0 for never.
        horizons_days: Days ahead of each purchase head.
        windows_days: Lengths of the windows that a moment's summary counts in.
        edges_days: Ends of the intervals of the hazard of the next purchase, days from now.
        reads_weekday: Whether the data span enough weeks to learn from the day of the week.
        reads_month: Whether they span enough years to learn from the month.
        text_width: Width of the items' text vectors, 0 without any.
    """

    model_type = "storewise_behaviour"
    n_kinds: int = 7
    n_items: int = 0
    n_categories: int = 0
    n_bands: int = 0
    d_model: int = 64
    n_layers: int = 2
    n_heads: int = 4
    dropout: float = 0.1
    half_lives_days: list[float] | tuple[float, ...] = (1.0, 7.0, 30.0, 0.0)
    horizons_days: list[int] | tuple[int, ...] = (7, 30)
    windows_days: list[int] | tuple[int, ...] = (1, 7, 30)
    edges_days: list[int] | tuple[int, ...] = EDGES_DAYS
    reads_weekday: bool = True
    reads_month: bool = False
    text_width: int = 0
