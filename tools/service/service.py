"""Everything customer service needs of one store, put together."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tools.errors import DataError, ToolError
from tools.review_scope import item_names
from tools.service.book import BOOK, ServiceBook
from tools.service.canonical import orders_of
from tools.service.naming import Naming
from tools.service.policies import Policies
from tools.service.proposals import Clock, Proposals, utc_now
from tools.service.records import Customer
from tools.service.rules import Rules
from tools.service.session import HandOverReason, Session
from tools.store.store import Store
from tools.wording.values import Name

if TYPE_CHECKING:  # torch takes seconds
    from retrieval.embedding import Embedder
    from retrieval.review_index import ReviewIndex

WHOLE_STARS = 5


@dataclass(frozen=True)
class Service:
    """The service of one store; every conversation shares it.

    Attributes:
        store: The store; it lies in a workspace, where the service book lies beside it.
        clock: Tells the time, UTC.
        embedder: Gives what finds policies by meaning too; `None` for words alone.
        reviews: Opens the reviews by meaning; `None` for a service that quotes none.
    """

    store: Store
    clock: Clock = utc_now
    embedder: "Callable[[], Embedder] | None" = None
    reviews: "Callable[[], ReviewIndex] | None" = None

    @property
    def folder(self) -> Path:
        """The workspace.

        Raises:
            DataError: If the store lies in memory only.
        """
        if self.store.folder is None:
            raise DataError("Customer service needs a store in a workspace, to keep its book in.")
        return self.store.folder

    @cached_property
    def book(self) -> ServiceBook:
        """The service book."""
        return ServiceBook(self.folder / BOOK)

    @cached_property
    def names(self) -> dict[str, Name]:
        """What each item of the store's tables is called."""
        return item_names(self.store)

    @cached_property
    def shelf(self) -> Naming:
        """Names of all products: those of the book, else the items of the store's tables."""
        with self.book.reading() as ledger:
            products = ledger.products()
        if products:
            return Naming({p.product_id: [p.name, p.name_zh or ""] for p in products})
        names = {item: [name.en, name.zh or ""] for item, name in self.names.items()}
        return Naming(names, {item: [kind] for item, kind in self.categories.items()})

    @cached_property
    def categories(self) -> dict[str, str]:
        """What the category of each item of the store's tables is called, in both languages."""
        if "items" not in self.store.tables:
            return {}
        rows = self.store.table("items").select("item_id", "category").to_pyarrow().to_pylist()
        kinds = {row["category"] for row in rows if row["category"]}
        called = {kind: self.store.name_of("category", kind) for kind in kinds}
        words = {kind: f"{kind} {name.en} {name.zh or ''}" for kind, name in called.items()}
        return {row["item_id"]: words.get(row["category"], "") for row in rows}

    @cached_property
    def policies(self) -> Policies:
        """The policies, read anew for every question."""
        return Policies(self.store, self.embedder)

    @property
    def rules(self) -> Rules:
        """The rules as they stand now."""
        return Rules.read(self.folder)

    @cached_property
    def today(self) -> date:
        """Day that counts as today: the store's, or the calendar's where nothing is dated."""
        dated = {"events", "orders", "reviews"} & self.store.tables
        if self.store.profile.today or dated:
            return self.store.today
        return datetime.now(UTC).date()

    @cached_property
    def proposals(self) -> Proposals:
        """Changes proposed and confirmed."""
        return Proposals(self.book, lambda: self.rules, self.today, self.clock)

    @property
    def lacking(self) -> tuple[Literal["contacts", "policies"], ...]:
        """What the store has yet to be given: contacts to know customers by, policies to quote."""
        with self.book.reading() as ledger:
            known = ledger.knows_contacts()
        return (*(() if known else ("contacts",)), *(() if self.policies.texts else ("policies",)))

    def stranger(self, user_id: str) -> Customer | None:
        """A customer of the store's tables without contact data; entered in the book."""
        for table in {"users", "orders"} & self.store.tables:
            rows = self.store.table(table)
            if rows.filter(rows.user_id == user_id).limit(1).count().to_pyarrow().as_py():
                customer = Customer(user_id=user_id)
                with self.book.writing() as ledger:
                    ledger.put(customer)
                return customer
        return None

    def welcome(self, customer: Customer) -> None:
        """Enter the orders the store's tables have of `customer`, unless changed here since."""
        orders = orders_of(self.store, customer.user_id, customer.address, self.names)
        with self.book.writing() as ledger:
            for order in reversed(orders):
                ledger.admit(order)

    def rate(self, session: Session, stars: int | None, *, resolved: bool | None) -> None:
        """Keep a rating (1-5) and whether the matter was settled; the last one counts."""
        if stars is not None and not 1 <= stars <= WHOLE_STARS:
            raise ToolError("service-stars")
        row = (session.session_id, self.clock().isoformat(), stars, resolved)
        with self.book.writing() as ledger:
            ledger.connection.execute("INSERT OR REPLACE INTO ratings VALUES (?, ?, ?, ?)", row)

    def hand_over(self, session: Session, reason: HandOverReason, summary: str) -> None:
        """Give the conversation to a person: noted in the session, the hand-overs and the log."""
        now = self.clock()
        row = (secrets.token_hex(8), now.isoformat(), session.session_id, session.user_id, reason)
        with self.book.writing() as ledger:
            ledger.connection.execute(
                "INSERT INTO handovers VALUES (?, ?, ?, ?, ?, ?)", (*row, summary)
            )
            ledger.log(now, session.session_id, session.user_id, "hand_over", "done", reason)
        session.handed_over = reason
