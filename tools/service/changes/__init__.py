"""What customer service can change; each change is a pure function of records."""

from typing import Annotated

from pydantic import Field, TypeAdapter

from tools.service.changes.base import Case, Effect
from tools.service.changes.details import ChangeAddress, ChangeOrderAddress, ChangePayment
from tools.service.changes.items import ChangeItems, ExchangeItems
from tools.service.changes.sending_back import CancelOrder, RequestReturn, ReturnItems

Change = Annotated[
    CancelOrder
    | ChangeItems
    | ChangeOrderAddress
    | ChangePayment
    | ReturnItems
    | ExchangeItems
    | ChangeAddress
    | RequestReturn,
    Field(discriminator="kind"),
]
CHANGES: TypeAdapter[Change] = TypeAdapter(Change)
"""Reads and writes any change as JSON."""

__all__ = [
    "CHANGES",
    "CancelOrder",
    "Case",
    "Change",
    "ChangeAddress",
    "ChangeItems",
    "ChangeOrderAddress",
    "ChangePayment",
    "Effect",
    "ExchangeItems",
    "RequestReturn",
    "ReturnItems",
]
