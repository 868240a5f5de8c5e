"""Users with probabilities and reasons: what questions about who buys are answered from."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tools.prediction.contest import Seen, Themes
from tools.prediction.features import Features, Floats
from tools.prediction.reasons import UNTOLD, Reasons
from tools.prediction.saved import Predictor
from tools.wording.values import Name, Span

SAMPLED = 200  # users whose reasons are weighed to find what tells buyers apart

Rows = NDArray[np.int_]


@dataclass(frozen=True)
class Scores:
    """What a model says of every user of the store: computed once for all questions.

    Attributes:
        predictor: The model.
        seen: Everyone, as they stand.
        fitted: Whether the model was made for this target alone.
    """

    predictor: Predictor
    seen: Seen
    fitted: bool
    _themes: dict[int, dict[str, float]] = field(default_factory=dict, repr=False)

    @cached_property
    def probability(self) -> Floats:
        """Everyone's: [n_users]."""
        return self.predictor.probability(self.seen)

    @cached_property
    def baseline(self) -> Floats:
        """Everyone's from recency alone: [n_users]."""
        return self.predictor.baseline.probability(self.seen)

    def themes(self, rows: Rows) -> Themes:
        """What each theme adds to the log-odds of the users at `rows`: theme to [n_rows].

        Those not asked about before are worked out in one go: alone, each costs nearly as much.
        """
        new = np.array([row for row in rows if int(row) not in self._themes], dtype=int)
        if len(new):
            added = self.predictor.themes(self.seen, new)
            for i, row in enumerate(new):
                own = {theme: float(values[i]) for theme, values in added.items()}
                self._themes[int(row)] = own
        known = [self._themes[int(row)] for row in rows]
        return {theme: np.array([own[theme] for own in known]) for theme in known[0]}


@dataclass(frozen=True)
class Scored:
    """Every user of the store with a probability, and those the question is about.

    Attributes:
        scores: What the model in use says of everyone.
        kept: Places of the users asked about.
        first: First day predicted.
        what: What would be bought.
        reasons: Words for why.
    """

    scores: Scores
    kept: Rows
    first: date
    what: Name
    reasons: Reasons

    @property
    def predictor(self) -> Predictor:
        """The model in use."""
        return self.scores.predictor

    @property
    def probability(self) -> Floats:
        """Everyone's: [n_users]."""
        return self.scores.probability

    @property
    def features(self) -> Features:
        """Everyone's features: [n_users, n_features]."""
        return self.scores.seen.features

    @property
    def period(self) -> Span:
        """The days predicted."""
        last = self.first + timedelta(days=self.predictor.card.horizon_days - 1)
        return Span(first=self.first, last=last)

    def top(self, n: int) -> Rows:
        """Places of the `n` likeliest buyers among those asked about, best first."""
        best: Rows = self.kept[np.argsort(-self.probability[self.kept], kind="stable")[:n]]
        return best

    def themes(self, row: int, sign: int) -> list[str]:
        """Themes that raise (`sign` 1) or lower (-1) the probability of `row`, strongest first."""
        added = self.scores.themes(np.array([row]))
        pushed = {theme: sign * float(value[0]) for theme, value in added.items()}
        told = [t for t in pushed if pushed[t] > 0 and self.reasons.agrees(t, row, sign)]
        return sorted(told, key=lambda theme: -pushed[theme])

    def why(self, row: int) -> Name:
        """The two strongest reasons for `row` to buy."""
        return self.reasons.joined(self.themes(row, 1)[:2], row)

    def whys(self, rows: Rows) -> list[Name]:
        """`why` of each of `rows`."""
        if len(rows):
            self.scores.themes(rows)
        return [self.why(int(row)) for row in rows]

    def drivers(self) -> list[str]:
        """Themes that part likely from unlikely buyers, strongest first."""
        rows = np.unique(np.linspace(0, len(self.kept) - 1, SAMPLED).astype(int))
        own = self.scores.themes(self.kept[rows])
        moving = [theme for theme in own if theme not in UNTOLD and own[theme].std() > 0]
        return sorted(moving, key=lambda theme: -float(own[theme].std()))

    def interval(self) -> tuple[float, float]:
        """About 95 % limits of the number of buyers among those asked about.

        The variance is that of independent purchases plus what past periods strayed from the
        number expected, beyond what chance alone explains.
        """
        p, misses = self.probability[self.kept], np.array(self.predictor.card.misses)
        chance = 1 / max(float(self.probability.sum()), 1.0)
        strayed = max(0.0, float((misses**2).mean()) - chance) if len(misses) else 0.0
        strayed *= 1 + 1 / max(len(misses), 1)
        half = 2 * float(np.sqrt((p * (1 - p)).sum() + strayed * p.sum() ** 2))
        return max(0.0, float(p.sum()) - half), min(len(p), float(p.sum()) + half)
