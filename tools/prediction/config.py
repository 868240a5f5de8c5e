"""What is predicted and how the calendar is cut; kept beside the trained model."""

from datetime import date, timedelta

from pydantic import BaseModel, Field

from tools.prediction.scores import Scores


class PurchaseConfig(BaseModel, frozen=True, extra="forbid"):
    """Choices made before training.

    Attributes:
        horizon_days: Days ahead; shortened to a sixth of the data's span where that is less.
        max_training_cuts: Past moments learned from, one horizon apart.
        min_history_days: History before the first of them, if the data reach back so far.
        min_buyers: Fewest buyers in the validation and test periods for a model to be made.
    """

    horizon_days: int = Field(30, ge=1, le=365)
    max_training_cuts: int = Field(6, ge=1)
    min_history_days: int = Field(60, ge=1)
    min_buyers: int = Field(10, ge=1)


class Plan(BaseModel, frozen=True):
    """Cuts of the calendar; each is the first day of `horizon_days` days to predict.

    Attributes:
        horizon_days: Days predicted.
        training: Cuts learned from, earliest first; every period ends before `validation`.
        validation: Cut that chooses and calibrates; its period ends before `test`.
        test: Cut of the last `horizon_days` of the data, that judges.
    """

    horizon_days: int
    training: tuple[date, ...]
    validation: date
    test: date


def plan(first: date, end: date, config: PurchaseConfig) -> Plan | None:
    """Cuts of the days from `first` up to but without `end`; `None` if they are too few.

    >>> plan(date(2017, 11, 25), date(2017, 12, 4), PurchaseConfig()).test
    datetime.date(2017, 12, 3)
    """
    span = (end - first).days
    horizon = max(1, min(config.horizon_days, span // 6))
    history = min(config.min_history_days, max(1, span // 3))
    step = timedelta(days=horizon)
    validation = end - 2 * step
    training = [validation - step * i for i in range(1, config.max_training_cuts + 1)]
    kept = sorted(cut for cut in training if (cut - first).days >= history)
    if not kept:
        return None
    return Plan(horizon_days=horizon, training=tuple(kept), validation=validation, test=end - step)


class ModelCard(BaseModel, frozen=True):
    """What a trained predictor is, what it saw and how well it did on days it had not seen.

    Attributes:
        horizon_days: Days ahead it predicts.
        cut: First day of the test period the scores are from.
        n_users: Users scored in the test period.
        base_rate: Share of them who bought, 0-1.
        served: Name of the model in use, the best on the validation period.
        models: Scores of every model in the test period.
        trained_through: Last day the model in use learned from, store time zone.
        data_version: Version of the store's data it learned from.
        windows: Lengths in days of the feature windows.
        config: Choices made before training.
        buyers: Users who bought in the test period.
        misses: How far the number of buyers lay from the one expected, in each past period in
            turn, as a part of the one expected.
    """

    target: str = "purchase"
    horizon_days: int
    cut: date
    n_users: int
    base_rate: float
    served: str
    models: dict[str, Scores]
    trained_through: date
    data_version: str
    windows: tuple[int, ...]
    config: PurchaseConfig
    buyers: int
    misses: tuple[float, ...]
