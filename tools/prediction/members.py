"""Which customers a question is about: one by id, or those who fit filters."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tools.errors import ToolError
from tools.metrics.metric import METRICS
from tools.metrics.relations import Condition
from tools.metrics.semantics import Semantics, listed
from tools.query_metrics import MIN_PEOPLE
from tools.store.store import Store
from tools.wording.values import Count, Day, Name, Quote

CUSTOMERS = replace(METRICS["new_users"], label=Name(en="customers", zh="顾客"))

Rows = NDArray[np.int_]


@dataclass(frozen=True)
class Members:
    """Picks customers of `store`."""

    store: Store

    @cached_property
    def semantics(self) -> Semantics:
        """The store's metrics and dimensions."""
        return Semantics(self.store)

    def kept(
        self,
        user_ids: NDArray[np.object_],
        filters: list[str],
        user_id: str | None,
        among: Collection[str] | None = None,
    ) -> Rows:
        """Places in `user_ids` of the users asked about.

        Args:
            user_ids: [n] everyone.
            filters: What they must meet, as `dimension=value`.
            user_id: The one user asked about, if only one is.
            among: Users of whom they must be; everyone if not given.

        Raises:
            ToolError: If the user is unknown, a filter unreadable or hardly anyone fits it.
        """
        keep = np.ones(len(user_ids), dtype=bool)
        if user_id:
            wanted = user_id.strip().casefold()
            keep = np.array([str(user).casefold() == wanted for user in user_ids], dtype=bool)
            if not keep.any():
                raise ToolError(
                    "purchase-unknown-user", user=Quote(text=user_id), day=Day(day=self.store.today)
                )
        for written in filters:
            keep &= np.isin(user_ids.astype(str), self.fitting(written))
        if among is not None:
            keep &= np.isin(user_ids.astype(str), list(among))
        if keep.sum() < (1 if user_id else MIN_PEOPLE):
            raise ToolError("purchase-too-few-users", n=Count(n=int(keep.sum())))
        return np.flatnonzero(keep)

    def condition(self, written: str) -> Condition:
        """The filter on customers written as `dimension=value` or `dimension!=value`.

        Raises:
            ToolError: If it does not pick out customers.
        """
        known = [d for d in self.semantics.dimensions.values() if d.home == "users"]
        if written.partition("=")[0].rstrip("!").strip() not in {d.name for d in known}:
            raise ToolError(
                "purchase-unknown-filter", given=Quote(text=written), known=listed(known)
            )
        return self.semantics.condition(written, CUSTOMERS)

    def fitting(self, written: str) -> list[str]:
        """Users who meet one `dimension=value` or `dimension!=value`.

        Raises:
            ToolError: If it does not pick out customers.
        """
        condition = self.condition(written)
        users = self.store.table("users")
        fits = users[condition.dimension.column].isin(condition.values)
        if condition.negated:
            fits = ~fits
        members = users.filter(fits.fill_null(condition.negated)).select("user_id").to_pyarrow()
        return [str(user) for user in members["user_id"].to_pylist()]
