"""Judging recommenders: the best on a validation period serves, and is scored once on the last."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import numpy as np
from scipy.sparse import csr_array

from tools.errors import ToolError
from tools.prediction.comparison import Comparison, Figure
from tools.prediction.history import History, end_of
from tools.prediction.items.blend import Blend, Lesson
from tools.prediction.items.candidates import Candidates, Knowledge
from tools.prediction.items.deep import Behaviour, Deep
from tools.prediction.items.factors import Als
from tools.prediction.items.interactions import PURCHASE, Interactions, Rows, Singles, places
from tools.prediction.items.log import Log
from tools.prediction.items.measures import LENGTH, Truth, figures
from tools.prediction.items.neighbours import Content, CoVisit, ItemKnn
from tools.prediction.items.periods import Periods, periods
from tools.prediction.items.ranking import listed
from tools.prediction.items.recommenders import (
    Catalogue,
    Popular,
    PopularWeek,
    Recommender,
    Repeat,
    Scorer,
)
from tools.prediction.items.sparse import looked_up
from tools.prediction.items.texts import catalogue_of
from tools.prediction.progress import Progress, no_progress
from tools.store.store import Store

RECOMMENDERS: tuple[type[Recommender], ...] = (
    Popular, PopularWeek, Repeat, CoVisit, Content, ItemKnn, Als,
)  # fmt: skip
"""Every recommender that learns from what was seen alone, simplest first."""
BLEND = "blend"
CHOSEN_BY = "ndcg@10"
HORIZON_DAYS = 30
LEARNERS = 500  # users a period that the blend learns from
JUDGED = 5_000  # users a period at most, so that their scores fit memory
FEWEST = 10  # judged users in a period, for anything to be said
SEED = 7


def judge(
    history: History, horizon_days: int | None = None, behaviour: Behaviour | None = None
) -> Comparison:
    """Every recommender on the last `horizon_days` days of `history` (30 where none are given).

    Judged are users seen before the cut who bought within the horizon; what they bought is
    looked for in a list of ten. Everything before the cut is all that learning and choosing see.

    Args:
        history: What users did.
        horizon_days: Days ahead; shortened to a sixth of the data's span where that is less.
        behaviour: Gives a model of behaviour that has learned from nothing from a day on.

    Raises:
        ToolError: If the data are too short or hardly anyone bought in a period.
    """
    return Trial.of(history.store, horizon_days, behaviour).judged()[0]


@dataclass(frozen=True)
class Trial:
    """Recommenders of one store, fitted before cuts of its calendar.

    Attributes:
        log: What users did.
        catalogue: What the store says of items.
        cuts: The calendar, cut.
        behaviour: Gives a model of behaviour that has learned from nothing from a day on.
    """

    log: Log
    catalogue: Catalogue
    cuts: Periods
    behaviour: Behaviour | None = None

    @classmethod
    def of(
        cls, store: Store, horizon_days: int | None = None, behaviour: Behaviour | None = None
    ) -> "Trial":
        """Read `store` and cut its calendar.

        Raises:
            ToolError: If the data span too few days.
        """
        log, cuts = Log.of(store), None
        if len(log.second):
            first, last = (datetime.fromtimestamp(int(s), UTC) for s in log.second[[0, -1]])
            cuts = periods(first.date(), end_of(last), horizon_days or HORIZON_DAYS)
        if cuts is None:
            raise ToolError("items-too-short")
        return cls(log, catalogue_of(store), cuts, behaviour)

    def judged(self, progress: Progress = no_progress) -> tuple[Comparison, list[Lesson]]:
        """The comparison, and what the newest periods teach a blend, the test period last.

        Raises:
            ToolError: If hardly anyone bought in a period.
        """
        steps = len(self.cuts.training) + 2
        lessons = []
        for i, cut in enumerate(self.cuts.training):
            lessons.append(self.lesson(cut))
            progress((i + 1) / steps)
        valid, lesson, _n = self._figures(self.cuts.validation, Blend.fit(lessons))
        lessons = [*lessons[1:], lesson]
        progress((steps - 1) / steps)
        served = max(valid, key=lambda name: valid[name][CHOSEN_BY].value)
        blend = Blend.fit(lessons) if BLEND in valid else None
        test, lesson, n = self._figures(self.cuts.test, blend)
        progress(1.0)
        comparison = Comparison(
            task="items", cut=self.cuts.test, horizon_days=self.cuts.horizon_days, n=n,
            chosen_by=CHOSEN_BY, served=served, models=test,
        )  # fmt: skip
        return comparison, [*lessons[1:], lesson]

    @property
    def last_day(self) -> date:
        """Last day with data, store time zone."""
        return datetime.fromtimestamp(int(self.log.second[-1]), UTC).date()

    def knowledge(self, cut: date) -> Knowledge:
        """Everything seen before `cut`, and every recommender fitted on it."""
        seen, days = Interactions.at(self.log, cut), self.cuts.horizon_days
        fitted: list[Scorer] = [kind.fit(seen, self.catalogue, days) for kind in RECOMMENDERS]
        if self.behaviour is not None:
            fitted.append(Deep(self.behaviour(cut)))
        return Knowledge(seen, self.catalogue, days, tuple(fitted))

    def truth(self, seen: Interactions) -> Truth:
        """What users of `seen`, at most `JUDGED`, bought within the horizon from its cut on."""
        first = self.log.before(seen.cut)
        last = self.log.before(seen.cut + timedelta(days=self.cuts.horizon_days))
        bought = np.flatnonzero(self.log.kind[first:last] == PURCHASE) + first
        users = seen.rows_of(self.log.user_ids[self.log.user[bought]])
        known = users >= 0
        pairs = np.unique(np.column_stack([users, self.log.item[bought]])[known], axis=0)
        judged, rows = np.unique(pairs[:, 0], return_inverse=True)
        items = places(seen.item_ids, self.log.item_ids[pairs[:, 1]])
        old = items >= 0
        where = rows[old], items[old]
        matrix = csr_array(
            (np.ones(len(where[0]), np.float32), where), (len(judged), seen.shape[1])
        )
        matrix.sort_indices()
        others = np.bincount(rows[~old], minlength=len(judged))
        weight = 1 / np.sqrt(
            np.bincount(seen.item[seen.of_kind(PURCHASE)], minlength=seen.shape[1]) + 1
        )
        some = _some(len(judged), JUDGED)
        return Truth(judged[some], matrix[some], others[some], weight.astype(np.float32))

    def lesson(self, cut: date) -> Lesson:
        """Candidates at `cut` of some users who bought, and which they bought."""
        knowledge = self.knowledge(cut)
        truth = self.truth(knowledge.seen)
        some = _some(len(truth.users))
        users = truth.users[some]
        candidates = knowledge.candidates(users, knowledge.scored(users))
        return Lesson(candidates, _labels(candidates, truth.bought[some]))

    def _figures(
        self, cut: date, blend: Blend | None
    ) -> tuple[dict[str, dict[str, Figure]], Lesson, int]:
        """Figures of every recommender at `cut`, what a blend may learn from it, users judged.

        Raises:
            ToolError: If hardly anyone bought.
        """
        knowledge = self.knowledge(cut)
        truth = self.truth(knowledge.seen)
        if len(truth.users) < FEWEST:
            raise ToolError("items-too-few-buyers")
        scored = knowledge.scored(truth.users)
        candidates = knowledge.candidates(truth.users, scored)
        if blend is not None:
            scored[BLEND] = as_scores(candidates, blend, scored[Popular.name].shape)
        found = {
            name: figures(listed(scores, knowledge, truth.users, LENGTH, None), truth)
            for name, scores in scored.items()
        }
        lesson = _shortened(candidates, _labels(candidates, truth.bought), len(truth.users))
        return found, lesson, len(truth.users)


def as_scores(candidates: Candidates, blend: Blend, shape: tuple[int, int]) -> csr_array:
    """The blend's scores of `candidates`, all above 0: [n_users, n_items]."""
    found = blend.scores(candidates)
    found = found - found.min(initial=0) + 1
    indptr = np.concatenate([[0], np.cumsum(np.bincount(candidates.rows, minlength=shape[0]))])
    return csr_array((found, candidates.items, indptr), shape=shape)


def _some(n: int, most: int = LEARNERS) -> Rows:
    """Places of at most `most` of `n` users, drawn with a fixed seed, ascending."""
    return np.sort(np.random.default_rng(SEED).permutation(n)[:most])


def _labels(candidates: Candidates, bought: csr_array) -> Singles:
    found = looked_up(bought, bought.data, candidates.rows, candidates.items)
    return np.nan_to_num(found)


def _shortened(candidates: Candidates, bought: Singles, n_users: int) -> Lesson:
    """The part of the candidates that belongs to a draw of at most `LEARNERS` users."""
    kept = np.isin(candidates.rows, _some(n_users))
    some = Candidates(
        candidates.rows[kept], candidates.items[kept], candidates.names, candidates.values[kept]
    )
    return Lesson(some, bought[kept])
