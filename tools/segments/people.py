"""Everyone a store knows, one row each, and the rows of what they did, up to a day."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import ibis
from ibis import _

from tools.errors import ToolError
from tools.metrics.relations import relation
from tools.store.store import Store

ID = ibis.schema({"user_id": "string"})
ATTRIBUTES = ("country", "region", "age_band", "gender", "marketing_consent")


@dataclass(frozen=True)
class People:
    """Who is known in `store` at the end of `as_of`, and what they had done by then.

    Attributes:
        store: The store.
        as_of: Last day counted, store time zone.
    """

    store: Store
    as_of: date

    @cached_property
    def end(self) -> ibis.Value:
        """The first moment not counted."""
        return ibis.timestamp(f"{self.as_of + timedelta(days=1)} 00:00:00")

    @cached_property
    def sales(self) -> ibis.Table | None:
        """Lines sold to known users (`tools.metrics.relations`), cancelled orders left out.

        `None` where the store's sales tell no user or no time.
        """
        sold = relation(self.store, "sales")
        if sold is None or not {"user_id", "local_time"} <= set(sold.columns):
            return None
        return sold.filter(_.user_id.notnull(), _.local_time < self.end)

    @cached_property
    def events(self) -> ibis.Table | None:
        """Events of known users; `None` without any."""
        if "events" not in self.store.tables:
            return None
        return self.store.table("events").filter(_.user_id.notnull(), _.local_time < self.end)

    @cached_property
    def users(self) -> ibis.Table | None:
        """Accounts opened by then; `None` without a users table."""
        if "users" not in self.store.tables:
            return None
        users = self.store.table("users")
        return users.filter(users.local_time.isnull() | (users.local_time < self.end))

    @cached_property
    def prices(self) -> bool:
        """Whether sales have amounts."""
        return self.sales is not None and "amount" in self.sales.columns

    @cached_property
    def everyone(self) -> ibis.Table:
        """One row a person.

        Returns:
            Columns user_id, those of `ATTRIBUTES` (empty where unknown), registered (date),
            orders (0 without any), spend (store currency, returns not taken off), first_order and
            last_order (date), coupons (orders that used one).

        Raises:
            ToolError: If the store knows no customers.
        """
        homes = [t for t in (self.users, self.sales, self.events) if t is not None]
        if not homes:
            raise ToolError("segments-nobody-known")
        ids = [t.select("user_id").cast(ID) for t in homes]  # a union minds what may be null
        people = ibis.union(*ids, distinct=True) if len(ids) > 1 else ids[0].distinct()
        people = _joined(people, self._accounts())
        people = _joined(people, self._bought())
        return people.mutate(
            orders=_.orders.fill_null(0),
            spend=_.spend.fill_null(0.0),
            coupons=_.coupons.fill_null(0),
        )

    def _accounts(self) -> ibis.Table:
        if self.users is not None:
            return self.users.select("user_id", *ATTRIBUTES, registered=_.local_time.date())
        types = dict.fromkeys(ATTRIBUTES, "string") | {"marketing_consent": "boolean"}
        return _nobody({**types, "registered": "date"})

    def _bought(self) -> ibis.Table:
        """What each buyer bought, summed."""
        if self.sales is None:
            dates = {"first_order": "date", "last_order": "date"}
            return _nobody({"orders": "int64", "spend": "float64", **dates, "coupons": "int64"})
        sold = self.sales
        bought = sold.group_by("user_id").aggregate(
            orders=_.order_id.nunique(),
            spend=sold.amount.sum().fill_null(0.0) if self.prices else ibis.literal(0.0),
            first_order=_.local_time.min().date(),
            last_order=_.local_time.max().date(),
        )
        return _joined(bought, self._coupons())

    def _coupons(self) -> ibis.Table:
        if "orders.coupon" not in self.store.columns or self.sales is None:
            return _nobody({"coupons": "int64"})
        used = self.store.table("orders").filter(_.coupon.notnull()).select("order_id")
        kept = self.sales.semi_join(used, "order_id")
        return kept.group_by("user_id").aggregate(coupons=_.order_id.nunique())


def _joined(people: ibis.Table, more: ibis.Table) -> ibis.Table:
    return people.left_join(more, "user_id").drop("user_id_right")


def _nobody(columns: dict[str, str]) -> ibis.Table:
    """A table of users without rows."""
    empty = {name: ibis.null(kind) for name, kind in {"user_id": "string", **columns}.items()}
    return ibis.range(0).unnest().name("n").as_table().select(**empty)
