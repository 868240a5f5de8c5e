"""The service book inside one transaction: what is read and written there holds together."""

import sqlite3
import unicodedata
from datetime import UTC, datetime

from tools.service.records import Customer, Order, Product, Record


def folded(text: str) -> str:
    """`text` as people are compared: no case, accents, spaces or signs between letters.

    >>> folded(" José-María ")
    'josemaria'
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if c.isalnum())


def folded_email(email: str) -> str:
    """`email` as addresses are compared: case and width do not count, signs do."""
    return unicodedata.normalize("NFKC", email).strip().casefold()


def _age(order: Order) -> float:
    return -order.ordered_at.replace(tzinfo=UTC).timestamp() if order.ordered_at else 0.0


class Ledger:
    """Reads and writes of one transaction; made by `ServiceBook.reading` and `.writing`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def customers_called(self, first: str, last: str, postcode: str) -> tuple[Customer, ...]:
        """Customers of that name, in either order of its parts, and that postcode."""
        name, reverse, place = folded(first + last), folded(last + first), folded(postcode)
        rows = self._records(
            "SELECT record FROM customers WHERE name IN (?, ?) AND postcode = ? "
            "UNION SELECT record FROM customers WHERE name_reversed IN (?, ?) AND postcode = ?",
            *(name, reverse, place) * 2,
        )
        return tuple(Customer.model_validate_json(row) for row in rows if name and place)

    def customers_at(self, email: str) -> tuple[Customer, ...]:
        """Customers with that e-mail address."""
        found = folded_email(email)
        rows = self._records("SELECT record FROM customers WHERE email = ?", found) if found else []
        return tuple(Customer.model_validate_json(row) for row in rows)

    def customers_known_as(self, user_name: str, postcode: str) -> tuple[Customer, ...]:
        """The customer of that id, if that is her postcode."""
        found, place = self.customer(user_name.strip()), folded(postcode)
        hers = found is not None and place and folded(found.address.postcode) == place
        return (found,) if found is not None and hers else ()

    def customers_in(self, postcode: str) -> tuple[Customer, ...]:
        """Customers whose account has that postcode."""
        rows = self._records("SELECT record FROM customers WHERE postcode = ?", folded(postcode))
        return tuple(Customer.model_validate_json(row) for row in rows)

    def customer(self, user_id: str) -> Customer | None:
        """The customer of that id."""
        rows = self._records("SELECT record FROM customers WHERE user_id = ?", user_id)
        return Customer.model_validate_json(rows[0]) if rows else None

    def knows_contacts(self) -> bool:
        """Whether there is any customer who can be recognised by what she tells of herself."""
        known = "email IS NOT NULL OR (name IS NOT NULL AND postcode IS NOT NULL)"
        return bool(self._records(f"SELECT user_id FROM customers WHERE {known} LIMIT 1"))  # noqa: S608

    def customers(self) -> tuple[Customer, ...]:
        """Every customer, by id."""
        rows = self._records("SELECT record FROM customers ORDER BY user_id")
        return tuple(Customer.model_validate_json(row) for row in rows)

    def order(self, order_id: str) -> Order | None:
        """The order of that id, whoever's it is."""
        rows = self._records("SELECT record FROM orders WHERE order_id = ?", order_id)
        return Order.model_validate_json(rows[0]) if rows else None

    def orders(self, user_id: str | None = None) -> tuple[Order, ...]:
        """Every order (of one customer), the latest first, those without a date as entered."""
        rows = self._records(
            "SELECT record FROM orders WHERE ? IS NULL OR user_id = ? ORDER BY rowid",
            user_id, user_id,
        )  # fmt: skip
        orders = (Order.model_validate_json(row) for row in rows)
        return tuple(sorted(orders, key=_age))

    def product(self, product_id: str) -> Product | None:
        """The product of that id."""
        rows = self._records("SELECT record FROM products WHERE product_id = ?", product_id)
        return Product.model_validate_json(rows[0]) if rows else None

    def product_of(self, item_id: str) -> Product | None:
        """The product that has a variant of that id."""
        rows = self._records(
            "SELECT record FROM products JOIN variants USING (product_id) WHERE item_id = ?",
            item_id,
        )
        return Product.model_validate_json(rows[0]) if rows else None

    def products(self) -> tuple[Product, ...]:
        """Every product, by id."""
        rows = self._records("SELECT record FROM products ORDER BY product_id")
        return tuple(Product.model_validate_json(row) for row in rows)

    def put(self, record: Record, *, changed: bool = False) -> None:
        """Enter `record`, in place of the one of the same id.

        Args:
            record: A customer, product or order.
            changed: Whether customer service changed the order; the shop's own data then no
                longer replace it.
        """
        match record:
            case Customer():
                self._put_customer(record)
            case Product():
                self._put_product(record)
            case Order():
                self.connection.execute(
                    "INSERT INTO orders VALUES (?, ?, ?, ?) ON CONFLICT (order_id) DO UPDATE SET "
                    "user_id = excluded.user_id, changed = excluded.changed, "
                    "record = excluded.record",
                    (record.order_id, record.user_id, int(changed), record.model_dump_json()),
                )

    def admit(self, order: Order) -> None:
        """Enter `order` as the shop has it, unless customer service has changed it here."""
        rows = self.connection.execute(
            "SELECT changed FROM orders WHERE order_id = ?", (order.order_id,)
        ).fetchall()
        if not rows or not rows[0][0]:
            self.put(order)

    def log(
        self, at: datetime, session_id: str, user_id: str | None, action: str, outcome: str,
        detail: str = "",
    ) -> None:  # fmt: skip
        """Add a line to the log; it is kept only if the transaction is."""
        self.connection.execute(
            "INSERT INTO log (at, session_id, user_id, action, outcome, detail) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (at.isoformat(), session_id, user_id, action, outcome, detail),
        )

    def _put_customer(self, customer: Customer) -> None:
        first, last = folded(customer.first_name), folded(customer.last_name)
        self.connection.execute(
            "INSERT OR REPLACE INTO customers VALUES (?, ?, ?, ?, ?, ?)",
            (
                customer.user_id,
                folded_email(customer.email) or None,
                first + last or None,
                last + first or None,
                folded(customer.address.postcode) or None,
                customer.model_dump_json(),
            ),
        )

    def _put_product(self, product: Product) -> None:
        self.connection.execute(
            "INSERT OR REPLACE INTO products VALUES (?, ?, ?)",
            (product.product_id, product.name, product.model_dump_json()),
        )
        self.connection.executemany(
            "INSERT OR REPLACE INTO variants VALUES (?, ?)",
            [(variant.item_id, product.product_id) for variant in product.variants],
        )

    def _records(self, query: str, *values: str | None) -> list[str]:
        return [row for (row,) in self.connection.execute(query, values)]
