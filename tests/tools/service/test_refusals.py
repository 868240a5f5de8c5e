"""What the policy forbids is refused in one polite sentence, and the book stays as it was."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.tools.service.cases import CASES
from tests.tools.service.tau2 import Json
from tests.tools.service.world import ADDRESS, World
from tools.errors import ToolError
from tools.service.desk import ServiceDesk

YES = "Yes, please."


def test_there_are_cases_enough() -> None:
    assert len(CASES) >= 40


@pytest.mark.parametrize("case", CASES)
def test_it_is_refused_and_nothing_changes(
    case: str, desk: ServiceDesk, tau2_db: Json, records: Callable[[], Json]
) -> None:
    message, ask = CASES[case]
    world = World(tau2_db)
    order, tool, given = ask(world)
    world.enter(desk, order["user_id"])
    before = records()
    with pytest.raises(ToolError) as refused:
        getattr(desk.tools, tool)(**given)
    assert refused.value.statement.message == message
    assert desk.session.pending is None
    assert desk.settle(YES) == ()
    assert records() == before
    for language in ("en", "zh"):
        said = refused.value.say(language)
        assert len(said) < 400
        assert said.rstrip().endswith((".", "。"))


UNKNOWN_ASKER: dict[str, dict[str, Any]] = {
    "find_order": {"order_id": "#W2611340"},
    "order_history": {},
    "customer_details": {},
    "cancel_order": {"order_id": "#W2611340", "reason": "no longer needed"},
    "change_items": {"order_id": "#W2611340", "item_ids": ["6469567736"],
                     "new_item_ids": ["6777246137"], "payment_method_id": "gift_card_1725971"},
    "change_order_address": {"order_id": "#W2611340", **ADDRESS},
    "change_payment": {"order_id": "#W2611340", "payment_method_id": "gift_card_1725971"},
    "return_items": {"order_id": "#W2611340", "item_ids": ["6469567736"],
                     "payment_method_id": "gift_card_1725971"},
    "exchange_items": {"order_id": "#W2611340", "item_ids": ["6469567736"],
                       "new_item_ids": ["6777246137"], "payment_method_id": "gift_card_1725971"},
    "request_return": {"order_id": "#W2611340", "item_ids": ["6469567736"]},
    "change_address": ADDRESS,
}  # fmt: skip


@pytest.mark.parametrize("tool", UNKNOWN_ASKER)
def test_nothing_personal_before_the_customer_is_recognised(
    tool: str, desk: ServiceDesk, records: Callable[[], Json]
) -> None:
    before = records()
    with pytest.raises(ToolError) as refused:
        getattr(desk.tools, tool)(**UNKNOWN_ASKER[tool])
    assert refused.value.statement.message == "service-not-recognised"
    assert records() == before
