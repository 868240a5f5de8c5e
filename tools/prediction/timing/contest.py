"""Which model of the time to the next purchase is the best, and how honest it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np
from scipy.stats import t as student

from tools.prediction.comparison import Comparison
from tools.prediction.customers.bgnbd import BGNBD
from tools.prediction.customers.moments import (
    FEWEST,
    Calendar,
    Customers,
    Moment,
    calendar_of,
    check,
)
from tools.prediction.features import Floats
from tools.prediction.history import History
from tools.prediction.progress import Progress, no_progress
from tools.prediction.timing.models import TIMING_MODELS, Outside, TimingModel
from tools.prediction.timing.ranges import Honest, restricted_mean
from tools.prediction.timing.scores import c_index, timing_figures

CHOSEN_BY = "c_index"
UNKNOWN_SHIFT = 0.2  # where the data are too short to see how the pace of buying moves
MOST_SHIFT = 0.5

Rivals = Mapping[str, Callable[[date, tuple[int, ...]], Outside]]
"""Models made elsewhere: name to a function of the day known up to and the edges."""


@dataclass(frozen=True)
class TimingContest:
    """The models of when one store's customers buy next, compared by time.

    Attributes:
        customers: Everyone who bought.
        calendar: The cuts.
        rivals: Models made elsewhere that are compared with them.
    """

    customers: Customers
    calendar: Calendar
    rivals: Rivals = field(default_factory=dict)
    _fitted: dict[tuple[str, date], TimingModel] = field(default_factory=dict)

    @classmethod
    def of(
        cls, history: History, rivals: Rivals | None = None, horizon_days: int | None = None
    ) -> "TimingContest":
        """Over the days of `history`.

        Raises:
            ToolError: If the data are too short or have too few customers.
        """
        calendar = calendar_of(history, *([horizon_days] if horizon_days else []))
        contest = cls(Customers.of(history, calendar), calendar, rivals or {})
        for cut, known in ((calendar.validation, calendar.test), (calendar.test, calendar.end)):
            check(contest.customers.at(cut, known))
        return contest

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the models that compete."""
        return (*TIMING_MODELS, *self.rivals)

    def fitted(self, name: str, known: date) -> TimingModel:
        """Model `name` of the registry, knowing only what happened before `known`."""
        if (name, known) not in self._fitted:
            cuts = self.calendar.before(known, whole=False)
            past = [self.customers.at(cut, known) for cut in cuts]
            now = self.customers.at(known)
            made = TIMING_MODELS[name].fit(past, now, self.calendar.edges)
            self._fitted[name, known] = made
        return self._fitted[name, known]

    def said(self, name: str, known: date) -> Floats:
        """Survival of the customers at `known`, knowing only what happened before: [n, n_edges]."""
        moment = self.customers.at(known)
        if name in self.rivals:
            return self.rivals[name](known, self.calendar.edges)(moment)
        return self.fitted(name, known).survival(moment)

    def honest(self, name: str, cut: date, known: date) -> Honest:
        """Calibration of `name` as fitted at `cut`, learned from what followed before `known`."""
        days = _days(self.customers.at(cut, known))
        return Honest.fit(self.said(name, cut), days, self.calendar.edges, self.shift(known))

    def shift(self, known: date) -> float:
        """How far the pace of buying moved from one horizon to the next, as a logarithm.

        The yardstick is BG/NBD, fitted at each cut: the ratio of the cumulative hazard that came
        to the one expected, against the same ratio one horizon before. With few such pairs it is
        taken wider (Student).
        """
        pace = {}
        for cut in self.calendar.before(known, whole=True):
            moment = self.customers.at(cut, known)
            if len(moment.user_ids) < FEWEST:
                continue
            model = BGNBD.fit(*moment.rfm)
            expected = model.quiet(*moment.rfm, self.calendar.horizon_days).mean()
            came = (_days(moment) > self.calendar.horizon_days).mean()
            hazards = -np.log(np.clip((came, expected), 0.001, 0.999))
            pace[cut] = float(np.log(hazards[0] / hazards[1]))
        horizon = timedelta(days=self.calendar.horizon_days)
        moved = [pace[cut] - pace[cut - horizon] for cut in pace if cut - horizon in pace]
        if not moved:
            return UNKNOWN_SHIFT
        wide = student.ppf(0.9, len(moved)) / student.ppf(0.9, 10_000)
        return min(MOST_SHIFT, float(np.sqrt(np.mean(np.square(moved))) * wide))

    def chosen(self) -> str:
        """The model of the registry with the best c-index on validation.

        Those made elsewhere are compared, but not served.
        """
        calendar = self.calendar
        days = _days(self.customers.at(calendar.validation, calendar.test))
        scores = {}
        for name in TIMING_MODELS:
            later = restricted_mean(self.said(name, calendar.validation), calendar.edges)
            scores[name] = c_index(days, later, calendar.horizon_days)
        return max(scores, key=lambda name: scores[name])

    def judged(self, progress: Progress = no_progress) -> Comparison:
        """Every model in the test period, calibrated on validation."""
        calendar = self.calendar
        served, models = self.chosen(), {}
        progress(0.4)
        days = _days(self.customers.at(calendar.test, calendar.end))
        for i, name in enumerate(self.names):
            honest = self.honest(name, calendar.validation, calendar.test)
            survival = honest.survival(self.said(name, calendar.test))
            ranges = honest.ranges(survival)
            models[name] = timing_figures(days, survival, ranges, calendar.edges)
            progress(0.4 + 0.5 * (i + 1) / len(self.names))
        return Comparison(
            task="timing",
            cut=calendar.test,
            horizon_days=calendar.horizon_days,
            n=len(days),
            chosen_by=CHOSEN_BY,
            served=served,
            models=models,
        )

    def shares(self, name: str) -> tuple[float, float]:
        """Share of customers who bought in the test period, and the share expected to."""
        calendar = self.calendar
        days = _days(self.customers.at(calendar.test, calendar.end))
        honest = self.honest(name, calendar.validation, calendar.test)
        said = honest.survival(self.said(name, calendar.test))
        return float((days <= calendar.horizon_days).mean()), float(1 - said[:, -1].mean())

    def misses(self, name: str) -> tuple[tuple[float, ...], ...]:
        """How far the number of buyers lay from the one expected: [n_edges][n_periods].

        Looked at in the validation period, before calibration, and in the test period: the model
        knows only what happened before each.
        """
        calendar = self.calendar
        honest = self.honest(name, calendar.validation, calendar.test)
        tested = honest.survival(self.said(name, calendar.test))
        found = [
            self._missed(self.said(name, calendar.validation), calendar.validation, calendar.test),
            self._missed(tested, calendar.test, calendar.end),
        ]
        return tuple(zip(*found, strict=True))

    def _missed(self, survival: Floats, cut: date, known: date) -> list[float]:
        days = _days(self.customers.at(cut, known))
        expected = (1 - survival).sum(axis=0)
        came = (days[:, None] <= np.array(self.calendar.edges)).sum(axis=0)
        return [float(c / max(e, 1.0) - 1) for c, e in zip(came, expected, strict=True)]


def judge(
    history: History, rivals: Rivals | None = None, horizon_days: int | None = None
) -> Comparison:
    """How well each model says when customers buy next, in the store's last days.

    Args:
        history: What users did.
        rivals: Models made elsewhere that are compared (`deep.rival`), not chosen.
        horizon_days: Days followed; at most a quarter of the data, rounded down to an edge.

    Raises:
        ToolError: If the data are too short or have too few customers.
    """
    return TimingContest.of(history, rivals, horizon_days).judged()


def _days(moment: Moment) -> Floats:
    assert moment.outcome is not None  # noqa: S101  looked at with what followed
    return moment.outcome.days
