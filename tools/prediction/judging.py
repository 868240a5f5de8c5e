"""Choosing among models by periods they had not learned from, and comparing them on the last."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from tools.prediction.calibration import Calibration
from tools.prediction.comparison import Comparison
from tools.prediction.config import Bin, Plan
from tools.prediction.contest import BLEND, Mix, stacked
from tools.prediction.features import Floats
from tools.prediction.scores import BINS, Ranking, best_threshold, figures_of

FOLDS = 5
LASTING = 0.5  # part of what the newest period strayed by that stays, where the past tells nothing
TIE = 0.0005  # of average precision


@dataclass(frozen=True)
class Trials:
    """What every model said of past periods that it had not learned from.

    Attributes:
        bought: Who bought, by cut: [n_users].
        logits: Log-odds by model and cut: [n_users].
        lasting: Part of what the newest period strayed by that is expected to stay, 0-1.
    """

    bought: dict[date, Floats]
    logits: dict[str, dict[date, Floats]]
    lasting: float = LASTING

    def at(self, name: str, cuts: Iterable[date]) -> tuple[Floats, Floats]:
        """Log-odds of one model, and who bought, at all `cuts` together."""
        said, bought = self.logits[name], self.bought
        return np.concatenate([said[c] for c in cuts]), np.concatenate([bought[c] for c in cuts])

    def calibration(self, name: str, cuts: Iterable[date]) -> Calibration:
        """From log-odds to probability, learned at `cuts`, earliest first."""
        cuts = tuple(cuts)
        if all(np.ptp(self.logits[name][cut]) == 0 for cut in cuts):  # everyone alike
            even = Calibration(slope=1.0, shift=0.0)
            return even.following(*self.at(name, cuts[-1:]), self.lasting)
        fitted = Calibration.fit(*self.at(name, cuts))
        return fitted.following(*self.at(name, cuts[-1:]), self.lasting)


def lasting(misses: Sequence[float], span: int) -> float:
    """How much of what a period strayed by from those before it stayed in the next, 0-1.

    Where customers keep to their level (a grocer's weeks) a strange week says little of the next;
    where the season moves it, the newest period says most. Least squares over the past, with one
    more period of the usual size that says `LASTING`.

    Args:
        misses: How far each period's buyers lay from those expected one period before, as a part.
        span: Periods that the level is otherwise learned from.
    """
    level = np.concatenate([[0.0], np.cumsum(np.log1p(np.maximum(misses, -0.9)))])
    means = [level[max(0, t - span) : t].mean() for t in range(2, len(level))]
    strayed, after = level[1:-1] - means, level[2:] - means
    usual = float((strayed**2).mean()) if len(strayed) else 0.0
    if not usual:
        return LASTING
    found = (strayed @ after + LASTING * usual) / (strayed @ strayed + usual)
    return float(np.clip(found, 0.0, 1.0))


def blended(trials: Trials, parts: Sequence[str], validation: Sequence[date], test: date) -> Mix:
    """Add a blend of `parts` to `trials`; gives its weights.

    At the validation cuts each fifth of the users is blended with weights learned from the others,
    so that the blend is chosen no more kindly than its parts.
    """
    bought = np.concatenate([trials.bought[cut] for cut in validation])
    said = {name: trials.at(name, validation)[0] for name in parts}
    folds = np.arange(len(bought)) % FOLDS
    mixed = np.zeros(len(bought))
    for fold in range(FOLDS):
        rest, own = folds != fold, folds == fold
        mix = stacked({name: x[rest] for name, x in said.items()}, bought[rest])
        mixed[own] = mix.of({name: x[own] for name, x in said.items()})
    sizes = np.cumsum([len(trials.bought[cut]) for cut in validation])[:-1]
    trials.logits[BLEND] = dict(zip(validation, np.split(mixed, sizes), strict=True))
    mix = stacked(said, bought)
    trials.logits[BLEND][test] = mix.of({name: trials.logits[name][test] for name in parts})
    return mix


def champion(trials: Trials, validation: Sequence[date]) -> str:
    """The model of the highest mean average precision at the validation cuts.

    Less than `TIE` counts as a tie, which goes to the simpler; `trials` names the simplest first.
    """
    means = {
        name: np.mean([_precision(trials.bought[cut], by[cut]) for cut in validation])
        for name, by in trials.logits.items()
    }
    best = max(means.values())
    return next(name for name, mean in means.items() if mean >= best - TIE)


def compared(trials: Trials, plan: Plan, served: str) -> Comparison:
    """Every model in the test period, calibrated at the validation cuts."""
    bought = trials.bought[plan.test]
    models = {}
    for name in trials.logits:
        calibration = trials.calibration(name, plan.validation)
        past, past_bought = trials.at(name, plan.validation)
        threshold = best_threshold(past_bought, calibration.probability(past))
        probability = calibration.probability(trials.logits[name][plan.test])
        models[name] = figures_of(bought, probability, threshold)
    return Comparison(
        task="purchase",
        cut=plan.test,
        horizon_days=plan.horizon_days,
        n=len(bought),
        chosen_by="average_precision",
        served=served,
        models=models,
    )


def binned(bought: Floats, probability: Floats) -> tuple[Bin, ...]:
    """What became of users in ten parts of the ranking, most probable first."""
    order = np.argsort(-probability, kind="stable")
    return tuple(
        Bin(above=float(probability[part].min()), users=len(part), buyers=int(bought[part].sum()))
        for part in np.array_split(order, BINS)
        if len(part)
    )


def _precision(bought: Floats, logits: Floats) -> float:
    return Ranking(bought, logits).figures(0.0)["average_precision"]
