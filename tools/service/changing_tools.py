"""What a customer's conversation can change: each tool only proposes.

`ServiceDesk` makes the change on the customer's yes.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pydantic import ValidationError

from tools.errors import ToolError
from tools.result import Cell, ToolResult
from tools.service import answers
from tools.service.changes import (
    CancelOrder,
    Change,
    ChangeAddress,
    ChangeItems,
    ChangeOrderAddress,
    ChangePayment,
    ExchangeItems,
    RequestReturn,
    ReturnItems,
)
from tools.service.changes.details import NewAddress
from tools.service.changes.sending_back import ReturnReason
from tools.service.rules import CancelReason
from tools.service.service import Service
from tools.service.session import Session
from tools.service.words import highlight, quoted
from tools.wording.statements import Statement


@dataclass(frozen=True)
class ChangingTools:
    """The tools of one conversation that change something.

    Attributes:
        service: The store's service.
        session: The conversation; what is proposed is noted in it.
    """

    service: Service
    session: Session

    def cancel_order(self, order_id: str, reason: CancelReason) -> ToolResult:
        """Propose to cancel an order that has not been sent yet.

        Use for "cancel my order". For a delivered order use `return_items`.

        Args:
            order_id: The order's number.
            reason: Why: no longer needed, or ordered by mistake.
        """
        return self._propose(lambda: CancelOrder(order_id=order_id, reason=reason))

    def change_items(
        self, order_id: str, item_ids: list[str], new_item_ids: list[str], payment_method_id: str
    ) -> ToolResult:
        """Propose other variants for items of an order that has not been sent yet; once an order.

        Use for "I want the blue one instead". For a delivered order use `exchange_items`.

        Args:
            order_id: The order's number.
            item_ids: Ids of the items to change.
            new_item_ids: Ids of the items they become, in the same places.
            payment_method_id: Pays or receives the difference in price.
        """
        return self._propose(
            lambda: ChangeItems(
                order_id=order_id,
                item_ids=tuple(item_ids),
                new_item_ids=tuple(new_item_ids),
                payment_method_id=payment_method_id,
            )
        )

    def change_order_address(
        self, order_id: str, address1: str, city: str, country: str, postcode: str,
        address2: str = "", state: str = "",
    ) -> ToolResult:  # fmt: skip
        """Propose another shipping address for an order that has not been sent yet.

        Use for one order. For the address of the account use `change_address`.

        Args:
            order_id: The order's number.
            address1: Street and number.
            city: City.
            country: Country.
            postcode: Postcode.
            address2: Flat, floor or the like.
            state: State or province.
        """
        return self._propose(
            lambda: ChangeOrderAddress(
                order_id=order_id,
                address=NewAddress(
                    address1=address1, address2=address2, city=city, state=state, country=country,
                    postcode=postcode,
                ),
            )
        )  # fmt: skip

    def change_payment(self, order_id: str, payment_method_id: str) -> ToolResult:
        """Propose another payment method for an order that has not been sent yet.

        Use for "pay with my gift card instead".

        Args:
            order_id: The order's number.
            payment_method_id: The method to pay with, one of the customer's own.
        """
        return self._propose(
            lambda: ChangePayment(order_id=order_id, payment_method_id=payment_method_id)
        )

    def return_items(
        self, order_id: str, item_ids: list[str], payment_method_id: str
    ) -> ToolResult:
        """Propose to return items of a delivered order for a refund.

        Use for "send it back". For another variant instead use `exchange_items`.

        Args:
            order_id: The order's number.
            item_ids: Ids of the items to return.
            payment_method_id: Receives the refund: the one paid with, or a gift card.
        """
        return self._propose(
            lambda: ReturnItems(
                order_id=order_id, item_ids=tuple(item_ids), payment_method_id=payment_method_id
            )
        )

    def exchange_items(
        self, order_id: str, item_ids: list[str], new_item_ids: list[str], payment_method_id: str
    ) -> ToolResult:
        """Propose to exchange items of a delivered order for other variants; once an order.

        Use for "exchange it for size M". For money back use `return_items`.

        Args:
            order_id: The order's number.
            item_ids: Ids of the items to exchange.
            new_item_ids: Ids of the items wanted, in the same places.
            payment_method_id: Pays or receives the difference in price.
        """
        return self._propose(
            lambda: ExchangeItems(
                order_id=order_id,
                item_ids=tuple(item_ids),
                new_item_ids=tuple(new_item_ids),
                payment_method_id=payment_method_id,
            )
        )

    def change_address(
        self, address1: str, city: str, country: str, postcode: str, address2: str = "",
        state: str = "",
    ) -> ToolResult:  # fmt: skip
        """Propose another address for the customer's account.

        Use for "I have moved". For one order's address use `change_order_address`.

        Args:
            address1: Street and number.
            city: City.
            country: Country.
            postcode: Postcode.
            address2: Flat, floor or the like.
            state: State or province.
        """
        return self._propose(
            lambda: ChangeAddress(
                address=NewAddress(
                    address1=address1, address2=address2, city=city, state=state, country=country,
                    postcode=postcode,
                )
            )
        )  # fmt: skip

    def request_return(
        self, order_id: str, item_ids: list[str], reason: ReturnReason = "no longer wanted"
    ) -> ToolResult:
        """Propose a return that is refunded the way it was paid, with its reason.

        Use in a shop that keeps no payment methods, where `return_items` cannot be used.

        Args:
            order_id: The order's number.
            item_ids: Ids of the items to return.
            reason: Why they come back.
        """
        return self._propose(
            lambda: RequestReturn(order_id=order_id, item_ids=tuple(item_ids), reason=reason)
        )

    def _propose(self, make: Callable[[], Change]) -> ToolResult:
        """Propose the change `make` gives; arguments of the wrong shape are refused in words."""
        asker = self.session.asker
        self.session.pending = None
        try:
            change = make()
        except ValidationError as error:
            field = ".".join(str(part) for part in error.errors()[0]["loc"])
            raise ToolError("service-bad-argument", argument=quoted(field)) from error
        proposal = self.service.proposals.propose(asker, change)
        self.session.pending = proposal
        ask = highlight("service-ask-yes")
        return self._result(change.kind, (*proposal.says, ask), tables=("orders", "customers"))

    def _result(
        self,
        tool: str,
        statements: tuple[Statement, ...],
        rows: Iterable[dict[str, Cell]] = (),
        tables: tuple[str, ...] = (),
        citations: tuple[str, ...] = (),
    ) -> ToolResult:
        currency = self.service.store.profile.currency
        return answers.result(tool, statements, rows, tables, currency, citations)
