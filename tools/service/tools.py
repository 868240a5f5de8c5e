"""What a customer's conversation can ask and do: the service's tools, for one conversation.

Nothing personal is told before the customer is recognised, and nothing of anybody else after it.
The tools that change something only propose; `ServiceDesk` makes the change on the customer's yes.
"""

from dataclasses import dataclass
from typing import Never

from tools.result import ToolResult
from tools.service import answers
from tools.service import product_answers as shown
from tools.service.catalogue import find_products
from tools.service.changes.base import refuse
from tools.service.changing_tools import ChangingTools
from tools.service.opinions import find_opinions
from tools.service.proposals import own_order
from tools.service.records import Customer
from tools.service.session import HandOverReason
from tools.service.words import answer, customer_name, quoted


@dataclass(frozen=True)
class ServiceTools(ChangingTools):
    """The tools of one conversation; recognising and handing over are noted in its session too."""

    def find_customer(
        self, email: str = "", first_name: str = "", last_name: str = "", postcode: str = "",
        user_name: str = "",
    ) -> ToolResult:  # fmt: skip
        """Recognise the customer by e-mail address, or by full or user name and postcode.

        Use first, before anything about orders or the account. Give the e-mail address, or all of
        first name, last name and postcode, or user name and postcode, as the customer wrote them.

        Args:
            email: E-mail address of the account.
            first_name: First name.
            last_name: Last name.
            postcode: Postcode of the account's address.
            user_name: Name or id of the account; it counts only with the postcode.
        """
        if self.session.handed_over == "not recognised":
            refuse("service-too-many-attempts")
        with self.service.book.reading() as ledger:
            by_mail = ledger.customers_at(email) if email else ()
            found = by_mail or ledger.customers_called(first_name, last_name, postcode)
            found = found or ledger.customers_known_as(user_name, postcode)
        if len(found) > 1:
            refuse("service-several-customers")
        if not found:
            self._failed()
        self._recognise(found[0])
        name = answer("service-recognised", name=customer_name(found[0]))
        return self._result("find_customer", (name,), tables=("customers",))

    def customer_details(self) -> ToolResult:
        """What the store keeps of the customer: name, e-mail, address and payment methods.

        Use for "what is my address?" and to find which payment method to use.
        """
        customer = self._customer()
        return self._result(
            "customer_details",
            answers.customer_said(customer),
            answers.customer_rows(customer),
            ("customers",),
        )

    def order_history(self) -> ToolResult:
        """The customer's orders with their status and total.

        Use when she does not know an order's number. For one order use `find_order`.
        """
        asker = self.session.asker
        with self.service.book.reading() as ledger:
            orders = ledger.orders(asker.user_id)
        return self._result(
            "order_history",
            answers.history_said(orders),
            answers.history_rows(orders),
            ("orders",),
        )

    def find_order(self, order_id: str) -> ToolResult:
        """One order of the customer: items, status, address, tracking and payment.

        Use for "where is my order?" and before any change of an order.

        Args:
            order_id: The order's number, such as #W1234567.
        """
        customer = self._customer()
        with self.service.book.reading() as ledger:
            order = own_order(ledger, customer.user_id, order_id)
        return self._result(
            "find_order",
            answers.order_said(order, customer),
            answers.order_rows(order),
            ("orders",),
        )

    def item_details(self, item: str, lowest: float = 0, highest: float = 0) -> ToolResult:
        """A product with its variants: options, price and whether each can be had.

        Use for "do you have it in blue?" and to find the new item of a change or exchange.

        Args:
            item: The product's name or id, or an item's id.
            lowest: Least it should cost; 0 for any price.
            highest: Most it should cost; 0 for any price.
        """
        with self.service.book.reading() as ledger:
            found = find_products(ledger, self.service, item)
        if not found:
            refuse("service-unknown-item", item=quoted(item, 40))
        if fit := shown.within(found, lowest, highest):
            told = shown.products_said(fit) if found[1:] else shown.product_said(fit[0])
            found = fit
        else:
            told = shown.none_at_that_price(found, lowest, highest)
        rows = [row for product in found for row in shown.product_rows(product)]
        return self._result("item_details", told, rows, ("products",))

    def search_policies(self, query: str, also: tuple[str, ...] = ()) -> ToolResult:
        """What the store's policies say, quoted.

        Use for questions about returns, shipping, payment, warranty, invoices and the like. For
        the customer's own order use `find_order`.

        Args:
            query: Words of the question.
            also: The same question in the words a policy would use, the likeliest first.
        """
        clauses = self.service.policies.search(query, self.session.language, also=also)
        return self._result(
            "search_policies",
            answers.policy_said(clauses),
            answers.policy_rows(clauses),
            ("policies",),
            tuple(clause.clause_id for clause in clauses),
        )

    def search_reviews(self, query: str, item: str = "") -> ToolResult:
        """What other customers wrote about a product, quoted.

        Use for "is it any good?" and "what do people say about it?".

        Args:
            query: Words of the question.
            item: The product's name or id, where the question names one.
        """
        found = find_opinions(self.service, query, item)
        return self._result(
            "search_reviews",
            answers.opinions_said(found),
            answers.opinion_rows(found),
            ("reviews",),
            tuple(opinion.review_id for opinion in found.quoted),
        )

    def hand_over(self, summary: str, reason: HandOverReason = "out of scope") -> ToolResult:
        """Hand the conversation to a human colleague, with a summary.

        Use when the customer asks for a person, or when none of the other tools can help.

        Args:
            summary: What the customer wants and what has been done, in a sentence or two.
            reason: Why: asked, stuck, upset, out of scope, or not recognised.
        """
        self.service.hand_over(self.session, reason, summary)
        return self._result("hand_over", (answer("service-handed-over"),))

    def _customer(self) -> Customer:
        """The customer recognised, as she stands in the book now."""
        asker = self.session.asker
        with self.service.book.reading() as ledger:
            customer = ledger.customer(asker.user_id)
        if customer is None:
            refuse("service-not-recognised")
        return customer

    def _recognise(self, customer: Customer) -> None:
        if self.session.user_id not in (None, customer.user_id):
            refuse("service-other-customer")
        self.session.user_id = customer.user_id
        self.service.welcome(customer)

    def _failed(self) -> Never:
        """Count a failure to be recognised; after too many a person takes over."""
        self.session.attempts += 1
        if self.session.attempts >= self.service.rules.attempts:
            self.service.hand_over(self.session, "not recognised", "")
            refuse("service-too-many-attempts")
        refuse("service-no-such-customer")


TOOLS = (
    "find_customer",
    "customer_details",
    "order_history",
    "find_order",
    "item_details",
    "search_policies",
    "search_reviews",
    "cancel_order",
    "change_items",
    "change_order_address",
    "change_payment",
    "return_items",
    "exchange_items",
    "change_address",
    "request_return",
    "hand_over",
)
"""Names of the tools, those that read first."""
