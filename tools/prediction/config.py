"""What is predicted and how the calendar is cut; kept beside the trained model."""

from datetime import date, timedelta
from typing import Literal

from pydantic import BaseModel, Field

from tools.prediction.comparison import Comparison, Figure

Warned = Literal["served_worse", "overlooked"]


class PurchaseConfig(BaseModel, frozen=True, extra="forbid"):
    """Choices made before training.

    Attributes:
        horizon_days: Days ahead; shortened to a sixth of the data's span where that is less.
        max_training_cuts: Past moments learned from before the first that chooses, one horizon
            apart.
        max_validation_cuts: Past moments that choose and calibrate.
        min_history_days: History before the first of them, if the data reach back so far.
        min_buyers: Fewest buyers in the validation and test periods for a model to be made.
        transformer: Whether the behaviour Transformer competes, which takes minutes.
    """

    horizon_days: int = Field(30, ge=1, le=365)
    max_training_cuts: int = Field(8, ge=1)
    max_validation_cuts: int = Field(3, ge=1)
    min_history_days: int = Field(60, ge=1)
    min_buyers: int = Field(10, ge=1)
    transformer: bool = True


class Plan(BaseModel, frozen=True):
    """Cuts of the calendar; each is the first day of `horizon_days` days to predict.

    Attributes:
        horizon_days: Days predicted.
        training: Cuts learned from, earliest first; every period ends before the next cut.
        validation: Cuts that choose and calibrate, earliest first; all end before `test`.
        test: Cut of the last `horizon_days` of the data, that judges.
    """

    horizon_days: int
    training: tuple[date, ...]
    validation: tuple[date, ...]
    test: date

    @property
    def cuts(self) -> tuple[date, ...]:
        """Every cut, earliest first."""
        return (*self.training, *self.validation, self.test)


def plan(first: date, end: date, config: PurchaseConfig) -> Plan | None:
    """Cuts of the days from `first` up to but without `end`; `None` if they are too few.

    >>> plan(date(2017, 11, 25), date(2017, 12, 4), PurchaseConfig()).test
    datetime.date(2017, 12, 3)
    """
    span = (end - first).days
    horizon = max(1, min(config.horizon_days, span // 6))
    history = min(config.min_history_days, max(1, span // 3))
    most = config.max_training_cuts + config.max_validation_cuts
    past = [end - timedelta(days=horizon) * i for i in range(2, most + 2)]
    kept = sorted(cut for cut in past if (cut - first).days >= history)
    if len(kept) < 2:
        return None
    choosing = min(config.max_validation_cuts, len(kept) // 2)
    return Plan(
        horizon_days=horizon,
        training=tuple(kept[:-choosing]),
        validation=tuple(kept[-choosing:]),
        test=end - timedelta(days=horizon),
    )


class Bin(BaseModel, frozen=True):
    """Users of the test period with nearly the same probability.

    Attributes:
        above: Lowest probability among them, 0-1.
        users: How many they are.
        buyers: How many of them bought.
    """

    above: float
    users: int
    buyers: int


class Group(BaseModel, frozen=True):
    """How one group of users is served in the test period.

    Attributes:
        dimension: What parts the users: age_band, gender or region.
        value: Which group.
        users: How many they are.
        buyers: How many of them bought.
        figures: Quality within the group, and `selection_rate` (share of the group among the tenth
            of all users ranked highest), `base_rate` (share who bought) and `expected_rate` (share
            the model expected).
        rest: The same for everyone else, without intervals.
        warnings: `served_worse` where buyers are told from others clearly less well than in the
            rest, `overlooked` where clearly more bought than expected and so fewer are selected
            than should be.
    """

    dimension: str
    value: str
    users: int
    buyers: int
    figures: dict[str, Figure]
    rest: dict[str, float]
    warnings: tuple[Warned, ...] = ()


class Shift(BaseModel, frozen=True):
    """How much one feature's distribution moved since the model learned.

    Attributes:
        feature: Name of the feature.
        psi: Population stability index; below 0.1 little, above 0.25 much (Siddiqi 2006).
    """

    feature: str
    psi: float


class Drift(BaseModel, frozen=True):
    """How far the store moved away from what the model in use had learned.

    Attributes:
        since: Last cut the model had learned from, store time zone.
        now: Day whose users it is compared with.
        shifts: Features that moved, most first.
        cut: First day of the newest whole period the model had not seen; `None` if there is none.
        expected: Buyers the model expected in that period.
        observed: Buyers there were.
        ece: Expected calibration error there.
    """

    since: date
    now: date
    shifts: tuple[Shift, ...]
    cut: date | None = None
    expected: float | None = None
    observed: int | None = None
    ece: float | None = None


class Challenge(BaseModel, frozen=True):
    """The old and the new model on the newest whole period, which neither had learned from.

    Attributes:
        cut: First day of the period.
        old: Average precision of the model that served.
        new: Average precision of the one trained since.
    """

    cut: date
    old: float
    new: float


class Profile(BaseModel, frozen=True):
    """How the features were distributed over the users at the newest cut learned from.

    Attributes:
        cut: That cut.
        edges: Up to nine inner edges that part the known values evenly, by feature.
        shares: Share of the users in each part, the unknown last, by feature.
    """

    cut: date
    edges: dict[str, tuple[float, ...]]
    shares: dict[str, tuple[float, ...]]


class ModelCard(BaseModel, frozen=True):
    """What a trained predictor is, what it saw and how well it did on days it had not seen.

    Attributes:
        horizon_days: Days ahead it predicts.
        comparison: Every model in the test period.
        base_rate: Share of the users there who bought, 0-1.
        buyers: Users who bought in the test period.
        bins: What became of the users there, most probable first.
        groups: How groups of users are served.
        trained_through: Last day the model in use learned from, store time zone.
        data_version: Version of the store's data it learned from.
        windows: Lengths in days of the feature windows.
        config: Choices made before training.
        misses: How far the number of buyers lay from the one expected, in each past period in
            turn, as a part of the one expected.
        profile: The features when it learned.
        drift: What had moved when a model was last trained.
        challenge: How old and new model compared then.
    """

    target: str = "purchase"
    horizon_days: int
    comparison: Comparison
    base_rate: float
    buyers: int
    bins: tuple[Bin, ...]
    groups: tuple[Group, ...]
    trained_through: date
    data_version: str
    windows: tuple[int, ...]
    config: PurchaseConfig
    misses: tuple[float, ...]
    profile: Profile
    drift: Drift | None = None
    challenge: Challenge | None = None

    @property
    def served(self) -> str:
        """Name of the model in use, chosen on the validation periods."""
        return self.comparison.served

    @property
    def cut(self) -> date:
        """First day of the test period."""
        return self.comparison.cut

    def figure(self, name: str, model: str | None = None) -> Figure:
        """One figure of the model in use, or of another, in the test period."""
        return self.comparison.models[model or self.served][name]
