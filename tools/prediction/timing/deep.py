"""The slot of a sequence model: its survival curve as one among the others."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

import numpy as np

from tools.prediction.customers.moments import Moment
from tools.prediction.features import Floats
from tools.prediction.timing.models import Edges, Outside


class Survivor(Protocol):
    """A model of behaviour that can say how long customers stay quiet."""

    @property
    def edges_days(self) -> tuple[int, ...]:
        """Days after a cut that `survival` speaks of."""
        ...

    def survival(self, cut: date, users: Sequence[str]) -> Floats:
        """P(no purchase in the first edges_days[j] days from `cut` on): [n, n_edges_days]."""
        ...


def rival(until: Callable[[date], Survivor]) -> Callable[[date, Edges], Outside]:
    """A sequence model as `contest.Rivals` takes it, its curve read off at other edges.

    Args:
        until: Gives a model that has learned from nothing on or after a day.
    """

    def known_up_to(known: date, edges: Edges) -> Outside:
        model = until(known)

        def said(moment: Moment) -> Floats:
            users = [str(user) for user in moment.user_ids]
            found = np.log(np.clip(model.survival(moment.cut, users), 1e-9, 1.0))
            days = (0, *model.edges_days)
            curves = [np.interp(edges, days, (0.0, *each)) for each in found]
            return np.asarray(np.exp(np.array(curves).reshape(len(users), len(edges))))

        return said

    return known_up_to
