"""The canonical tables: every table and column of a store, named and typed once.

Times are UTC. Every table with a clock also has `local_time`, the same moment on the wall clock of
the store's time zone, written when the table is; days, hours and periods are read from it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["id", "text", "choice", "time", "local_time", "date", "money", "integer", "flag"]

EVENT_TYPES = ("view", "search", "cart", "remove", "wishlist", "purchase", "return")
ORDER_STATUSES = ("placed", "paid", "shipped", "delivered", "cancelled", "returned")
ARMS = ("treatment", "control")

DUCKDB_TYPES: dict[Kind, str] = {
    "id": "VARCHAR",
    "text": "VARCHAR",
    "choice": "VARCHAR",
    "time": "TIMESTAMP",  # UTC
    "local_time": "TIMESTAMP",  # store time zone
    "date": "DATE",
    "money": "DECIMAL(18, 4)",
    "integer": "BIGINT",
    "flag": "BOOLEAN",
}


@dataclass(frozen=True)
class ColumnSpec:
    """One column: its name, kind, whether a row may lack it, and what it means.

    A `personal` column says who somebody is or where she lives; no table in `TABLES` has one.
    """

    name: str
    kind: Kind
    meaning: str
    required: bool = False
    choices: tuple[str, ...] = ()
    personal: bool = False


@dataclass(frozen=True)
class TableSpec:
    """One table: its columns, key, and the column that tells its time (`None`: no clock)."""

    name: str
    key: tuple[str, ...]
    columns: tuple[ColumnSpec, ...]
    clock: str | None = None

    def __iter__(self) -> Iterator[ColumnSpec]:
        return iter(self.columns)

    def column(self, name: str) -> ColumnSpec:
        """The column called `name`; KeyError if there is none."""
        return {column.name: column for column in self.columns}[name]

    @property
    def names(self) -> tuple[str, ...]:
        """Column names in order."""
        return tuple(column.name for column in self.columns)


C = ColumnSpec
LOCAL = C("local_time", "local_time", "the table's clock in the store's time zone")

EVENTS = TableSpec(
    "events",
    key=("event_id",),
    clock="event_time",
    columns=(
        C("event_id", "id", "unique id of the event", required=True),
        C("user_id", "id", "who did it; pseudonym", required=True),
        C("session_id", "id", "visit it belongs to"),
        C("event_time", "time", "when, UTC", required=True),
        C("event_type", "choice", "what happened", required=True, choices=EVENT_TYPES),
        C("item_id", "id", "item it concerns; empty for searches"),
        C("query", "text", "search phrase typed"),
        C("quantity", "integer", "units, for cart, purchase and return"),
        C("price", "money", "unit price shown or paid"),
        C("channel", "choice", "where the visit came from"),
        C("device", "choice", "device of the visit"),
        C("campaign_id", "id", "campaign the visit came from"),
        LOCAL,
    ),
)
ITEMS = TableSpec(
    "items",
    key=("item_id",),
    columns=(
        C("item_id", "id", "unique id of the item", required=True),
        C("title", "text", "name shown to customers"),
        C("category", "text", "category"),
        C("brand", "text", "brand"),
        C("price", "money", "current list price"),
        C("cost", "money", "what one unit costs the store"),
        C("stock", "integer", "units on hand"),
        C("description", "text", "description shown to customers"),
    ),
)
USERS = TableSpec(
    "users",
    key=("user_id",),
    clock="registered_at",
    columns=(
        C("user_id", "id", "pseudonym of the customer", required=True),
        C("registered_at", "time", "when the account was made, UTC"),
        C("country", "text", "country"),
        C("region", "text", "province, state or region"),
        C("age_band", "choice", "age band such as 25-34"),
        C("gender", "choice", "gender as given: female, male, other"),
        C("marketing_consent", "flag", "may be sent marketing"),
        LOCAL,
    ),
)
ORDERS = TableSpec(
    "orders",
    key=("order_id",),
    clock="ordered_at",
    columns=(
        C("order_id", "id", "unique id of the order", required=True),
        C("user_id", "id", "who ordered; empty for guests"),
        C("ordered_at", "time", "when, UTC", required=True),
        C("status", "choice", "state of the order", choices=ORDER_STATUSES),
        C("shipped_at", "time", "when it left, UTC"),
        C("delivered_at", "time", "when it arrived, UTC"),
        C("total", "money", "what was paid, discounts taken off"),
        C("coupon", "text", "coupon code used"),
        C("channel", "choice", "channel of the visit that ended in the order"),
        C("device", "choice", "device of that visit"),
        C("campaign_id", "id", "campaign of that visit"),
        LOCAL,
    ),
)
ORDER_LINES = TableSpec(
    "order_lines",
    key=("order_id", "item_id"),
    columns=(
        C("order_id", "id", "order it belongs to", required=True),
        C("item_id", "id", "item sold", required=True),
        C("quantity", "integer", "units sold", required=True),
        C("unit_price", "money", "price of one unit before the line's discount"),
        C("discount", "money", "amount taken off the whole line"),
        C("returned_quantity", "integer", "units sent back or cancelled later"),
    ),
)
CAMPAIGNS = TableSpec(
    "campaigns",
    key=("campaign_id",),
    columns=(
        C("campaign_id", "id", "unique id of the campaign", required=True),
        C("name", "text", "name"),
        C("channel", "choice", "channel it is sent on"),
        C("starts_at", "time", "first moment, UTC"),
        C("ends_at", "time", "last moment, UTC"),
        C("offer", "text", "what it offers"),
        C("cost", "money", "what it cost"),
    ),
)
EXPOSURES = TableSpec(
    "exposures",
    key=("campaign_id", "user_id"),
    columns=(
        C("campaign_id", "id", "campaign", required=True),
        C("user_id", "id", "customer", required=True),
        C("exposed_at", "time", "when sent (treatment) or held out (control), UTC"),
        C("arm", "choice", "random arm", choices=ARMS),
    ),
)
REVIEWS = TableSpec(
    "reviews",
    key=("review_id",),
    clock="written_at",
    columns=(
        C("review_id", "id", "unique id of the review", required=True),
        C("item_id", "id", "item reviewed"),
        C("user_id", "id", "who wrote it"),
        C("rating", "integer", "stars, 1 (worst) to 5 (best)"),
        C("title", "text", "headline"),
        C("text", "text", "the review", required=True),
        C("written_at", "time", "when, UTC"),
        C("language", "choice", "language of the text, ISO 639-1"),
        LOCAL,
    ),
)
LABELS = TableSpec(
    "labels",
    key=("dimension", "value", "language"),
    columns=(
        C("dimension", "choice", "category, brand, item (value is its item_id), region, …", True),
        C("value", "text", "value as it stands in the data", True),
        C("language", "choice", "language of the label, en or zh", True),
        C("label", "text", "what it is called in that language", True),
    ),
)
POLICIES = TableSpec(
    "policies",
    key=("policy_id",),
    columns=(
        C("policy_id", "id", "unique id of the policy", required=True),
        C("title", "text", "title"),
        C("text", "text", "the policy, Markdown", required=True),
    ),
)

TABLES: dict[str, TableSpec] = {
    table.name: table
    for table in (
        EVENTS,
        ITEMS,
        USERS,
        ORDERS,
        ORDER_LINES,
        CAMPAIGNS,
        EXPOSURES,
        REVIEWS,
        LABELS,
        POLICIES,
    )
}
"""Every table of a store by name; a store may have only some of them."""

CONTACTS = TableSpec(
    "contacts",
    key=("user_id",),
    columns=(
        C("user_id", "id", "the customer, as in users and orders", required=True),
        C("first_name", "text", "first name", personal=True),
        C("last_name", "text", "last name, or the whole name", personal=True),
        C("email", "text", "e-mail address of the account", personal=True),
        C("phone", "text", "telephone number", personal=True),
        C("address1", "text", "street and number", personal=True),
        C("address2", "text", "flat, floor or the like", personal=True),
        C("city", "text", "city", personal=True),
        C("state", "text", "state or province", personal=True),
        C("country", "text", "country"),
        C("postcode", "id", "postcode", personal=True),
    ),
)
"""What a file of contacts holds; it goes to the service book, never to the store's own tables."""
