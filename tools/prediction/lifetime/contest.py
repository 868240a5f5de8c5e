"""Which model of the worth of customers is the best, and how far it may be trusted."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from tools.errors import ToolError
from tools.prediction.comparison import Comparison
from tools.prediction.customers.moments import (
    FEWEST,
    Basis,
    Calendar,
    Customers,
    Moment,
    calendar_of,
    check,
)
from tools.prediction.features import Floats
from tools.prediction.history import History
from tools.prediction.lifetime.models import VALUE_MODELS, Probabilistic, ValueModel
from tools.prediction.lifetime.scores import value_figures, value_scores
from tools.prediction.lifetime.spread import Spread
from tools.prediction.progress import Progress, no_progress

CHOSEN_BY = "spearman"


@dataclass(frozen=True)
class ValueContest:
    """The models of one store's customers' worth, compared by time.

    Attributes:
        customers: Everyone who bought.
        calendar: The cuts.
    """

    customers: Customers
    calendar: Calendar
    _fitted: dict[tuple[str, date], ValueModel] = field(default_factory=dict)

    @classmethod
    def of(cls, history: History, horizon_days: int | None = None) -> "ValueContest":
        """Over the days of `history`.

        Raises:
            ToolError: If the data are too short, have no prices or too few customers.
        """
        calendar = calendar_of(history, *([horizon_days] if horizon_days else []))
        contest = cls(Customers.of(history, calendar), calendar)
        if contest.basis == "none":
            raise ToolError("lifetime-no-prices")
        for cut, known in ((calendar.validation, calendar.test), (calendar.test, calendar.end)):
            check(contest.customers.at(cut, known))
        return contest

    @property
    def basis(self) -> Basis:
        """What worth is counted in."""
        return self.customers.spending[1]

    def past(self, known: date) -> list[Moment]:
        """Moments whose horizon is over before `known`, with what followed.

        Raises:
            ToolError: If there is none.
        """
        cuts = self.calendar.before(known, whole=True)
        found = [self.customers.at(cut, known) for cut in cuts]
        kept = [moment for moment in found if len(moment.user_ids)]
        if not kept:
            raise ToolError("lifetime-too-short")
        return kept

    def fitted(self, name: str, known: date) -> ValueModel:
        """Model `name`, knowing only what happened before `known`."""
        if (name, known) not in self._fitted:
            past, now = self.past(known), self.customers.at(known)
            made = VALUE_MODELS[name].fit(past, now, self.calendar.horizon_days)
            self._fitted[name, known] = made
        return self._fitted[name, known]

    @cached_property
    def chosen(self) -> str:
        """The model with the best rank correlation on validation."""
        moment = self.customers.at(self.calendar.validation, self.calendar.test)
        scores = {
            name: value_scores(
                _actual(moment), self.fitted(name, self.calendar.validation).worth(moment)
            )[CHOSEN_BY]
            for name in VALUE_MODELS
        }
        return max(scores, key=lambda name: scores[name])

    def judged(self, progress: Progress = no_progress) -> Comparison:
        """Every model in the test period."""
        served = self.chosen
        progress(0.3)
        moment = self.customers.at(self.calendar.test, self.calendar.end)
        models = {}
        for i, name in enumerate(VALUE_MODELS):
            expected = self.fitted(name, self.calendar.test).worth(moment)
            models[name] = value_figures(_actual(moment), expected)
            progress(0.3 + 0.1 * (i + 1))
        return Comparison(
            task="lifetime",
            cut=self.calendar.test,
            horizon_days=self.calendar.horizon_days,
            n=len(moment.user_ids),
            chosen_by=CHOSEN_BY,
            served=served,
            models=models,
        )

    def spread(self, known: date) -> Spread:
        """Widths learned from the last horizon before `known`.

        Totals are looked at once a step: what BG/NBD, fitted at each past cut, expected of the days
        after it, against what came.
        """
        periods = self.past(known)
        misses = []
        for moment in periods:
            now = self.customers.at(moment.cut)
            if len(now.user_ids) >= FEWEST:
                model = Probabilistic.fit([], now, self.calendar.horizon_days)
                total = float(model.worth(now).sum())
                misses.append(float(_actual(moment).sum()) / max(total, 1e-9) - 1)
        last = periods[-1]
        return Spread.fit(_actual(last), self._worth_at(last), tuple(misses))

    def _worth_at(self, moment: Moment) -> Floats:
        """What was expected at `moment`, by the model in use where it could be fitted by then."""
        try:
            return self.fitted(self.chosen, moment.cut).worth(moment)
        except ToolError:
            return Probabilistic.fit([], moment, self.calendar.horizon_days).worth(moment)


def judge(history: History, horizon_days: int | None = None) -> Comparison:
    """How well each model says what customers will be worth, in the store's last days.

    Args:
        history: What users did.
        horizon_days: Days ahead; at most a quarter of the data, rounded down to one of `EDGES`.

    Raises:
        ToolError: If the data are too short, have no prices or too few customers.
    """
    return ValueContest.of(history, horizon_days).judged()


def _actual(moment: Moment) -> Floats:
    assert moment.outcome is not None  # noqa: S101  looked at with what followed
    return moment.outcome.value
