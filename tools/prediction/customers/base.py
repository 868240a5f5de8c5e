"""The customers a question is about, as they stand today."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from ibis import _

from tools.errors import ToolError
from tools.prediction.customers.moments import Customers, Moment
from tools.prediction.history import History
from tools.prediction.members import Members, Rows
from tools.result import Provenance
from tools.store.store import Store
from tools.wording.values import Day, Quote

LONGEST = 730  # days ahead


@dataclass(frozen=True)
class CustomerBase:
    """Everyone who bought in `store` up to its today."""

    store: Store
    _looked: dict[tuple[int, tuple[int, ...]], Moment] = field(default_factory=dict)

    @cached_property
    def history(self) -> History:
        """What users did."""
        return History(self.store)

    @cached_property
    def members(self) -> Members:
        """Picks customers."""
        return Members(self.store)

    @property
    def first(self) -> date:
        """First day predicted."""
        return self.store.today + timedelta(days=1)

    def today(self, horizon_days: int, windows: tuple[int, ...], names: tuple[str, ...]) -> Moment:
        """The customers as they stand today, with the features called `names`.

        Raises:
            ToolError: If the features are not those the model learned from.
        """
        key = horizon_days, windows
        if key not in self._looked:
            self._looked[key] = Customers(self.history, *key).at(self.first)
        moment = self._looked[key]
        if moment.names != names:
            raise ToolError("lifetime-not-trained")
        return moment

    def asked(
        self,
        moment: Moment,
        filters: list[str],
        user_id: str | None,
        among: Collection[str] | None = None,
    ) -> Rows:
        """Places in `moment` of the customers asked about; see `Members.kept`.

        Raises:
            ToolError: If the user is unknown or never bought, a filter is unreadable or hardly
                anyone fits it.
        """
        if user_id:
            self._check(moment, user_id.strip())
        return self.members.kept(moment.user_ids, filters, user_id, among)

    def _check(self, moment: Moment, user_id: str) -> None:
        wanted = user_id.casefold()
        if any(str(user).casefold() == wanted for user in moment.user_ids):
            return
        seen = self.history.days.filter(_.user_id.lower() == wanted.lower())
        if seen.limit(1).to_pyarrow().num_rows:
            day = Day(day=self.store.today)
            raise ToolError("lifetime-never-bought", user=Quote(text=user_id), day=day)

    def source(self, filters: list[str]) -> Provenance:
        """Where results come from."""
        return Provenance(
            tables=tuple(sorted({"events", "orders", "order_lines"} & self.store.tables)),
            period=(self.store.calendar[0], self.store.today),
            filters=tuple(filters),
            data_version=self.store.profile.data_version,
        )


def ahead(horizon_days: int) -> int:
    """`horizon_days`, checked.

    Raises:
        ToolError: If it is not a number of days ahead that is looked at.
    """
    if not 1 <= horizon_days <= LONGEST:
        wanted = Quote(text=f"horizon_days 1–{LONGEST}")
        raise ToolError("invalid-argument", given=Quote(text="horizon_days"), wanted=wanted)
    return horizon_days
